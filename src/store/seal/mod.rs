//! Drafts sealed with a passphrase, in the [age](https://age-encryption.org) format, so that `age -d` opens
//! them too.
//!
//! A sealed draft is called `NAME.toml.age`. A passphrase is turned into a key by scrypt, slowly by design:
//! about a second and 256 MiB, for Assay and for whoever guesses. What is written often (a journal's
//! records) is locked with a random [`SealKey`] instead, which is itself kept sealed and costs microseconds.
//!
//! Without the feature `seal` there is no way to make a [`Passphrase`], so nothing here can be called; what
//! can be called returns [`SealError::NotBuilt`].

#[cfg(feature = "seal")]
mod key;
#[cfg(feature = "seal")]
mod sealed;
#[cfg(not(feature = "seal"))]
mod unbuilt;

pub use super::identity::is_sealed_name;
#[cfg(feature = "seal")]
pub use key::SealKey;
#[cfg(all(feature = "seal", debug_assertions))]
pub use sealed::seal_quickly_in_tests;
#[cfg(feature = "seal")]
pub use sealed::{Passphrase, Sealer, seal, unseal};
#[cfg(all(not(feature = "seal"), debug_assertions))]
pub use unbuilt::seal_quickly_in_tests;
#[cfg(not(feature = "seal"))]
pub use unbuilt::{Passphrase, SealKey, Sealer, seal, unseal};

use super::format::MAX_BYTES;

/// True where this Assay was built with sealing.
pub const BUILT: bool = cfg!(feature = "seal");

/// The end of a sealed file's name, after the name of the plain one.
pub const ENDING: &str = ".age";

/// The least number of characters that a passphrase should have. Fewer give a warning, and are not refused.
pub const SHORT: usize = 12;

/// The reason why something was not sealed, or not opened. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The passphrase is another one. A file whose first lines were altered cannot be distinguished from this.
    #[error("this passphrase does not open it; type it again (capitals and blanks count)")]
    WrongPassphrase,
    /// The file was altered, or a part of it is missing.
    #[error("it is damaged: a part of it was altered or is missing; take an older copy")]
    Damaged,
    /// It is sealed, but for the holder of a key.
    #[error(
        "it is not sealed with a passphrase but for a key; open it with `age -d -i KEYFILE` and seal it with a passphrase"
    )]
    OtherKind,
    /// This Assay cannot seal.
    #[error(
        "this Assay was built without sealing; build it with `--features seal`, or open the file with `age -d`"
    )]
    NotBuilt,
    /// It holds more than a draft may.
    #[error("it holds more than {} MiB; a draft is text, so is this another file?", MAX_BYTES / (1024 * 1024))]
    TooLarge,
    /// Opening it would take so much time and memory that somebody may have meant that.
    #[error(
        "it asks for 2^{asked} rounds of work, and 2^{most} are the most that are done; if you trust it, open it with `age -d` and seal it again"
    )]
    WorkTooLarge {
        /// The logarithm of what the file asks for.
        asked: u8,
        /// The logarithm of the most that is done.
        most: u8,
    },
    /// There is no passphrase without a character.
    #[error("the passphrase is empty; take a few words that only you would put together")]
    Empty,
    /// The system gave no random bytes.
    #[error("the system gives no random bytes; try again")]
    NoRandomness,
}

const MAGIC: &[u8] = b"age-encryption.org/v1";
const ARMOR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// Returns true where a file's bytes begin as those of a sealed one do.
///
/// ```
/// use assay::store::seal::is_sealed;
/// assert!(is_sealed(b"age-encryption.org/v1\n-> scrypt "));
/// assert!(!is_sealed(b"format = 1\n"));
/// ```
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC) || bytes.starts_with(ARMOR)
}
