#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::string_slice)]
use proptest::prelude::*;

use super::*;

const HERE: &[u8] = b"draft-1";

fn words() -> Passphrase {
    Passphrase::new("right".to_owned()).unwrap()
}

fn quick() -> Sealer {
    Sealer::with_work(&words(), 2).unwrap()
}

#[test]
fn a_sealed_key_opens_what_it_locked_before() {
    let key = SealKey::make().unwrap();
    let line = key.lock(3, HERE, b"typed").unwrap();
    let file = key.sealed_by(quick()).unwrap();
    let wrong = Passphrase::new("wrong".to_owned()).unwrap();
    assert_eq!(
        SealKey::unsealed(&file, &wrong).unwrap_err(),
        SealError::WrongPassphrase
    );
    let again = SealKey::unsealed(&file, &words()).unwrap();
    assert_eq!(again.open(3, HERE, &line).unwrap(), b"typed");
    assert!(SealKey::make().unwrap().open(3, HERE, &line).is_none());
}

#[test]
fn a_file_that_holds_no_key_is_not_taken_for_one() {
    for plain in [
        &b"format = 1\n"[..],
        TAG,
        &[TAG, &[0; 33]].concat(),
        &[0; 32],
    ] {
        let file = quick().seal(plain).unwrap();
        assert_eq!(
            SealKey::unsealed(&file, &words()).unwrap_err(),
            SealError::Damaged
        );
    }
}

#[test]
fn records_cannot_be_swapped_or_copied_to_another_journal() {
    let key = SealKey::make().unwrap();
    let line = key.lock(1, HERE, b"typed").unwrap();
    assert_eq!(key.open(1, HERE, &line).unwrap(), b"typed");
    assert!(key.open(2, HERE, &line).is_none());
    assert!(key.open(1, b"draft-2", &line).is_none());
    assert!(key.open(1, b"", &line).is_none());
}

#[test]
fn the_same_words_are_never_locked_alike() {
    let key = SealKey::make().unwrap();
    let file = key.sealed_by(quick()).unwrap();
    let again = SealKey::unsealed(&file, &words()).unwrap();
    let lines: std::collections::BTreeSet<String> = [&key, &again, &key, &again]
        .iter()
        .map(|key| key.lock(0, HERE, b"typed").unwrap())
        .collect();
    assert_eq!(lines.len(), 4);
}

#[test]
fn a_record_is_one_line_and_shows_nothing() {
    let key = SealKey::make().unwrap();
    let line = key
        .lock(0, HERE, "what was found\n".repeat(50).as_bytes())
        .unwrap();
    assert!(
        line.chars()
            .all(|c| c.is_ascii_alphanumeric() || "+/".contains(c))
    );
    assert!(!format!("{key:?}").contains(&format!("{:?}", key.bytes[0])));
}

proptest! {
    #[test]
    fn an_altered_record_is_refused(
        plain in proptest::collection::vec(any::<u8>(), 0..200),
        nth in any::<u64>(),
        at in any::<prop::sample::Index>(),
        with in "[A-Za-z0-9+/=\n ]",
    ) {
        let key = SealKey::make().unwrap();
        let line = key.lock(nth, HERE, &plain).unwrap();
        prop_assert_eq!(key.open(nth, HERE, &line).unwrap(), plain);
        let at = at.index(line.len());
        let altered = format!("{}{with}{}", &line[..at], &line[at + 1..]);
        prop_assert!(altered == line || key.open(nth, HERE, &altered).is_none());
        prop_assert!(key.open(nth, HERE, &line[..at]).is_none());
    }

    #[test]
    fn no_text_ends_the_program(text in ".{0,60}") {
        prop_assert!(SealKey::make().unwrap().open(0, HERE, &text).is_none());
    }
}
