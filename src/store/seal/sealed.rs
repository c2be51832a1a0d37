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

#[cfg(debug_assertions)]
static QUICK: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

/// Lets what this process seals from now on take next to no work, for tests that seal again and again. It is called by
/// code that is linked with this, and by nothing that the program reads; a build that ships has no such function.
#[cfg(debug_assertions)]
#[doc(hidden)]
pub fn seal_quickly_in_tests() {
    QUICK.store(true, std::sync::atomic::Ordering::Relaxed);
}

/// Returns the logarithm of the work for what is sealed.
fn work() -> u8 {
    #[cfg(debug_assertions)]
    if QUICK.load(std::sync::atomic::Ordering::Relaxed) {
        return 2;
    }
    WORK
}

/// The logarithm of the most work that is done for a file: about four seconds and 1 GiB. No tool asks for
/// more by itself, and memory that is not there would end the program.
const MOST_WORK: u8 = 20;

/// The greatest length of the opening lines of a sealed file, in bytes. With a passphrase they are some 150 bytes.
/// The reader goes over them again with each line, so that a hostile file could keep it busy for days.
const MOST_HEADER: usize = 8 * 1024;

/// A passphrase. It is wiped from memory when it is dropped, and shown nowhere.
pub struct Passphrase(SecretString);

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Passphrase")
    }
}

impl Passphrase {
    /// Returns the passphrase of these words, each character counting. The words are wiped.
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

    /// Returns true where it has so few characters that it may be guessed.
    pub fn is_short(&self) -> bool {
        self.0.expose_secret().chars().count() < SHORT
    }

    /// Returns true where it begins or ends with a blank, which counts and is easily typed by mistake.
    pub fn has_blank_edges(&self) -> bool {
        let words = self.0.expose_secret();
        words.trim().len() < words.len()
    }

    /// Returns true where the two are the same.
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
        Self::with_work(passphrase, work())
    }

    pub(in crate::store) fn with_work(
        passphrase: &Passphrase,
        work: u8,
    ) -> Result<Self, SealError> {
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

/// Returns the bytes that were sealed with a passphrase, by Assay or by `age -p`. This takes about a second.
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
mod tests;
