//! The stand-in for sealing where Assay was built without it. Nobody can make any of these.

use std::convert::Infallible;

use super::SealError;

/// A passphrase. In this build there is none.
#[derive(Debug)]
pub struct Passphrase(Infallible);

impl Passphrase {
    /// Returns the passphrase of these words.
    ///
    /// # Errors
    /// Always: this Assay cannot seal.
    pub fn new(_: String) -> Result<Self, SealError> {
        Err(SealError::NotBuilt)
    }

    /// Returns true where it has so few characters that it may be guessed.
    pub fn is_short(&self) -> bool {
        match self.0 {}
    }

    /// Returns true where it begins or ends with a blank, which counts and is easily typed by mistake.
    pub fn has_blank_edges(&self) -> bool {
        match self.0 {}
    }

    /// Returns true where the two are the same.
    pub fn is(&self, _: &Self) -> bool {
        match self.0 {}
    }
}

/// The slow part of sealing, done ahead. In this build there is none.
#[derive(Debug)]
pub struct Sealer(Infallible);

impl Sealer {
    /// Does the slow part.
    ///
    /// # Errors
    /// This Assay cannot seal.
    pub fn new(passphrase: &Passphrase) -> Result<Self, SealError> {
        match passphrase.0 {}
    }

    /// Seals the bytes.
    ///
    /// # Errors
    /// They are more than could be opened again.
    pub fn seal(self, _: &[u8]) -> Result<Vec<u8>, SealError> {
        match self.0 {}
    }
}

/// A random key for what stands beside a sealed draft. In this build there is none.
#[derive(Debug)]
pub struct SealKey(Infallible);

impl SealKey {
    /// Returns a new key.
    ///
    /// # Errors
    /// Always: this Assay cannot seal.
    pub fn make() -> Result<Self, SealError> {
        Err(SealError::NotBuilt)
    }

    /// Returns the file of the key, sealed.
    ///
    /// # Errors
    /// This Assay cannot seal.
    pub fn sealed(&self, _: &Passphrase) -> Result<Vec<u8>, SealError> {
        match self.0 {}
    }

    /// Returns the file of the key, sealed by what was done ahead.
    ///
    /// # Errors
    /// This Assay cannot seal.
    pub fn sealed_by(&self, _: Sealer) -> Result<Vec<u8>, SealError> {
        match self.0 {}
    }

    /// Returns the key of a sealed file.
    ///
    /// # Errors
    /// This Assay cannot seal.
    pub fn unsealed(_: &[u8], passphrase: &Passphrase) -> Result<Self, SealError> {
        match passphrase.0 {}
    }

    /// Locks the bytes, into one line of text.
    ///
    /// # Errors
    /// They are more than a draft may have.
    pub fn lock(&self, _: u64, _: &[u8], _: &[u8]) -> Result<String, SealError> {
        match self.0 {}
    }

    /// Returns the bytes that were locked.
    pub fn open(&self, _: u64, _: &[u8], _: &str) -> Option<Vec<u8>> {
        match self.0 {}
    }
}

/// Seals the bytes with a passphrase.
///
/// # Errors
/// This Assay cannot seal.
pub fn seal(_: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, SealError> {
    match passphrase.0 {}
}

/// Returns the bytes that were sealed with a passphrase.
///
/// # Errors
/// This Assay cannot seal.
pub fn unseal(_: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, SealError> {
    match passphrase.0 {}
}

/// Does nothing: there is nothing to be quick at.
#[cfg(debug_assertions)]
#[doc(hidden)]
pub fn seal_quickly_in_tests() {}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn nothing_can_be_begun_and_each_says_why() {
        let error = Passphrase::new("right".to_owned()).unwrap_err();
        assert_eq!(error, SealError::NotBuilt);
        assert_eq!(SealKey::make().unwrap_err(), SealError::NotBuilt);
        assert!(error.to_string().contains("--features seal"), "{error}");
    }
}
