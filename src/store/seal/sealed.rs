//! Sealing with a passphrase, by the `age` crate.

use std::io::{Read, Write};
use std::iter::once;

use age::armor::ArmoredReader;
use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt};
use zeroize::Zeroize;

use super::{ARMOR, MAX_BYTES, SHORT, SealError};

/// The logarithm of scrypt's work for what is sealed here; `age` takes the same. It is not measured on the
/// machine, as the crate would: a busy one would seal weakly.
const WORK: u8 = 18;

/// The logarithm of the most work that is done for a file: about four seconds and 1 GiB. No tool asks for
/// more by itself, and memory that is not there would end the program.
const MOST_WORK: u8 = 20;

/// How long the opening lines of a sealed file may be. With a passphrase they are some 150 bytes. The reader
/// goes over them again with each line, so that a hostile file could keep it busy for days.
const MOST_HEADER: usize = 8 * 1024;

/// A passphrase. It is wiped from memory when it is dropped, and shown nowhere.
pub struct Passphrase(SecretString);

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Passphrase")
    }
}

impl Passphrase {
    /// The passphrase of these words, each character counting. The words are wiped.
    ///
    /// # Errors
    /// There are none, or only blanks; or this Assay cannot seal.
    pub fn new(mut words: String) -> Result<Self, SealError> {
        let passphrase = match words.trim().is_empty() {
            true => Err(SealError::Empty),
            false => Ok(Self(SecretString::from(words.as_str()))),
        };
        words.zeroize();
        passphrase
    }

    /// Whether it has so few characters that it may be guessed.
    pub fn is_short(&self) -> bool {
        self.0.expose_secret().chars().count() < SHORT
    }

    /// Whether the two are the same.
    pub fn is(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

/// The slow part of sealing, done ahead: it needs the passphrase and not the words. Made on another thread,
/// it lets the save that follows take milliseconds. Each seals once, with a key of its own, as the format
/// demands.
pub struct Sealer(Encryptor);

impl std::fmt::Debug for Sealer {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Sealer")
    }
}

impl Sealer {
    /// Does the slow part: about a second, and 256 MiB.
    ///
    /// # Errors
    /// This Assay cannot seal.
    pub fn new(passphrase: &Passphrase) -> Result<Self, SealError> {
        Self::with_work(passphrase, WORK)
    }

    pub(super) fn with_work(passphrase: &Passphrase, work: u8) -> Result<Self, SealError> {
        let mut recipient = scrypt::Recipient::new(passphrase.0.clone());
        recipient.set_work_factor(work.clamp(1, MOST_WORK));
        Encryptor::with_recipients(once(&recipient as &dyn Recipient))
            .map(Self)
            .map_err(|_| SealError::NoRandomness)
    }

    /// Seals the bytes.
    ///
    /// # Errors
    /// They are more than could be opened again.
    pub fn seal(self, bytes: &[u8]) -> Result<Vec<u8>, SealError> {
        // What is sealed is a little longer, and must be read again too.
        let room = usize::try_from(MAX_BYTES / 1024 * 1023).unwrap_or(usize::MAX);
        if bytes.len() > room {
            return Err(SealError::TooLarge);
        }
        let mut sealed = Vec::with_capacity(bytes.len() + bytes.len() / 1024 + 512);
        let written = self.0.wrap_output(&mut sealed).and_then(|mut writer| {
            writer.write_all(bytes)?;
            writer.finish()
        });
        // Memory takes all that is written to it.
        written.map_err(|_| SealError::Damaged)?;
        Ok(sealed)
    }
}

/// Seals the bytes with a passphrase. This takes about a second; see [`Sealer`] for a way to have that
/// behind one.
///
/// # Errors
/// They are more than could be opened again; or this Assay cannot seal.
pub fn seal(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, SealError> {
    Sealer::new(passphrase)?.seal(bytes)
}

/// What was sealed with a passphrase, by Assay or by `age -p`. This takes about a second.
///
/// # Errors
/// See [`SealError`]. Whatever byte was altered, nothing is given.
pub fn unseal(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, SealError> {
    if bytes.starts_with(ARMOR) {
        let mut binary = Vec::new();
        ArmoredReader::new(bytes)
            .read_to_end(&mut binary)
            .map_err(|_| SealError::Damaged)?;
        return binary_unseal(&binary, passphrase, MAX_BYTES);
    }
    binary_unseal(bytes, passphrase, MAX_BYTES)
}

fn binary_unseal(bytes: &[u8], passphrase: &Passphrase, most: u64) -> Result<Vec<u8>, SealError> {
    let header = bytes.get(..MOST_HEADER).unwrap_or(bytes);
    if !header.windows(5).any(|window| window == b"\n--- ") {
        let whole = header.len() == bytes.len();
        return Err(if whole {
            SealError::Damaged
        } else {
            SealError::OtherKind
        });
    }
    let decryptor = Decryptor::new_buffered(bytes).map_err(why)?;
    if !decryptor.is_scrypt() {
        return Err(SealError::OtherKind);
    }
    let mut identity = scrypt::Identity::new(passphrase.0.clone());
    identity.set_max_work_factor(MOST_WORK);
    let reader = decryptor
        .decrypt(once(&identity as &dyn Identity))
        .map_err(why)?;
    let mut plain = Vec::with_capacity(bytes.len());
    reader
        .take(most + 1)
        .read_to_end(&mut plain)
        .map_err(|_| SealError::Damaged)?;
    match u64::try_from(plain.len()) {
        Ok(length) if length <= most => Ok(plain),
        _ => Err(SealError::TooLarge),
    }
}

fn why(error: DecryptError) -> SealError {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            SealError::WrongPassphrase
        }
        DecryptError::ExcessiveWork { required, .. } => SealError::WorkTooLarge {
            asked: required,
            most: MOST_WORK,
        },
        DecryptError::NoMatchingKeys => SealError::OtherKind,
        _ => SealError::Damaged,
    }
}

#[cfg(test)]
mod tests {
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
    fn a_wrong_passphrase_is_told_as_such() {
        let sealed = quick(b"words", "right");
        for wrong in ["Right", "right ", "wrong"] {
            let told = unseal(&sealed, &words(wrong));
            assert_eq!(told, Err(SealError::WrongPassphrase));
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
        let told = unseal(&altered, &words("right"));
        assert_eq!(
            told,
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
        let told = unseal(&keyed, &words("right")).unwrap_err();
        assert_eq!(told, SealError::OtherKind);
        assert!(told.to_string().contains("with a passphrase"), "{told}");
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
            let told = Passphrase::new(empty.to_owned()).unwrap_err();
            assert_eq!(told, SealError::Empty);
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
}
