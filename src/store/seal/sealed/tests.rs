#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use age::armor::{ArmoredWriter, Format};
use proptest::prelude::*;

use super::super::is_sealed;
use super::*;

/// Work that takes no time; only the internal function takes it, so that no user can.
const QUICK: u8 = 2;

fn words(words: &str) -> Passphrase {
    Passphrase::new(words.to_owned()).unwrap()
}

fn quick(bytes: &[u8], passphrase: &str) -> Vec<u8> {
    let sealer = Sealer::with_work(&words(passphrase), QUICK).unwrap();
    sealer.seal(bytes).unwrap()
}

#[test]
fn what_is_sealed_is_opened_again_whole() {
    for length in [0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 200_000] {
        let plain: Vec<u8> = (0..=250).cycle().take(length).collect();
        let sealed = quick(&plain, "a long passphrase");
        assert!(is_sealed(&sealed));
        assert_eq!(unseal(&sealed, &words("a long passphrase")), Ok(plain));
    }
}

#[test]
fn a_wrong_passphrase_is_reported_as_such() {
    let sealed = quick(b"words", "right");
    for wrong in ["Right", "right ", "wrong"] {
        let message = unseal(&sealed, &words(wrong));
        assert_eq!(message, Err(SealError::WrongPassphrase));
    }
    assert_eq!(unseal(&sealed, &words("right")).unwrap(), b"words");
}

#[test]
fn each_altered_byte_and_each_missing_end_is_refused() {
    let sealed = quick(b"What was found.", "right");
    let right = words("right");
    for at in 0..sealed.len() {
        for with in [0xff, 1 << (at % 8)] {
            let mut altered = sealed.clone();
            altered[at] ^= with;
            assert!(
                unseal(&altered, &right).is_err(),
                "byte {at} with {with:#x}"
            );
        }
        assert!(unseal(&sealed[..at], &right).is_err(), "cut at {at}");
    }
    let longer = [&sealed[..], b"x"].concat();
    assert_eq!(unseal(&longer, &right), Err(SealError::Damaged));
}

#[test]
fn a_part_that_was_altered_is_not_blamed_on_the_passphrase() {
    let mut sealed = quick(b"What was found.", "right");
    *sealed.last_mut().unwrap() ^= 1;
    assert_eq!(unseal(&sealed, &words("right")), Err(SealError::Damaged));
}

#[test]
fn a_file_that_asks_for_hours_of_work_is_refused_at_once() {
    let sealed = quick(b"words", "right");
    let text = String::from_utf8_lossy(&sealed[..100]).into_owned();
    let line = text.lines().nth(1).unwrap();
    let hostile = line.strip_suffix(" 2").unwrap().to_owned() + " 40";
    let mut altered = sealed[..22].to_vec();
    altered.extend_from_slice(hostile.as_bytes());
    altered.extend_from_slice(&sealed[22 + line.len()..]);
    let message = unseal(&altered, &words("right"));
    assert_eq!(
        message,
        Err(SealError::WorkTooLarge {
            asked: 40,
            most: MOST_WORK
        })
    );
}

#[test]
fn a_header_without_end_and_a_file_for_a_key_are_refused_with_what_is_expected() {
    let endless = [
        b"age-encryption.org/v1\n".to_vec(),
        b"-> x\n\n".repeat(1_000_000),
    ]
    .concat();
    assert_eq!(unseal(&endless, &words("right")), Err(SealError::OtherKind));
    let recipient = age::x25519::Identity::generate().to_public();
    let keyed = age::encrypt(&recipient, b"words").unwrap();
    let message = unseal(&keyed, &words("right")).unwrap_err();
    assert_eq!(message, SealError::OtherKind);
    assert!(
        message.to_string().contains("with a passphrase"),
        "{message}"
    );
}

#[test]
fn what_is_larger_than_a_draft_may_be_is_neither_sealed_nor_opened() {
    let sealed = quick(b"words", "right");
    let right = words("right");
    assert_eq!(binary_unseal(&sealed, &right, 4), Err(SealError::TooLarge));
    assert_eq!(binary_unseal(&sealed, &right, 5).unwrap(), b"words");
    let sealer = Sealer::with_work(&right, QUICK).unwrap();
    let large = vec![b'x'; usize::try_from(MAX_BYTES).unwrap()];
    assert_eq!(sealer.seal(&large), Err(SealError::TooLarge));
}

#[test]
fn an_armored_file_is_opened_too() {
    let sealer = Sealer::with_work(&words("right"), QUICK).unwrap();
    let mut text = Vec::new();
    let armor = ArmoredWriter::wrap_output(&mut text, Format::AsciiArmor).unwrap();
    let mut writer = sealer.0.wrap_output(armor).unwrap();
    writer.write_all(b"words").unwrap();
    writer.finish().unwrap().finish().unwrap();
    assert!(is_sealed(&text));
    assert_eq!(unseal(&text, &words("right")).unwrap(), b"words");
}

#[test]
fn a_passphrase_is_never_empty_and_is_not_shown() {
    for empty in ["", " ", "\t "] {
        let message = Passphrase::new(empty.to_owned()).unwrap_err();
        assert_eq!(message, SealError::Empty);
    }
    assert!(words("elevenchars").is_short());
    assert!(!words("twelve chars").is_short());
    assert!(!format!("{:?}", words("secret")).contains("secret"));
    assert!(words("a").is(&words("a")) && !words("a").is(&words("A")));
}

proptest! {
    // Each case costs three times what the crate takes to measure the machine.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn whatever_was_altered_nothing_is_given(
        plain in proptest::collection::vec(any::<u8>(), 0..300),
        at in any::<prop::sample::Index>(),
        with in 1_u8..,
    ) {
        let mut sealed = quick(&plain, "right");
        let right = words("right");
        prop_assert_eq!(unseal(&sealed, &right).unwrap(), plain);
        let at = at.index(sealed.len());
        // The digit of the work can become one that takes a while; the test above has it.
        prop_assume!(!sealed[at].is_ascii_digit());
        sealed[at] ^= with;
        prop_assert!(unseal(&sealed, &right).is_err());
    }

    #[test]
    fn no_bytes_end_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let bytes = [b"age-encryption.org/v1\n".to_vec(), bytes].concat();
        prop_assert!(unseal(&bytes, &words("right")).is_err());
    }
}
