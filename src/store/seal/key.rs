//! A random key for what stands beside a sealed draft.

use std::sync::atomic::{AtomicU64, Ordering};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use chacha20poly1305::aead::generic_array::GenericArray;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::{MAX_BYTES, Passphrase, SealError, Sealer, unseal};

/// A random key of 32 bytes, for a journal's records and for versions that are kept. It is kept in a file
/// sealed with the passphrase, is wiped from memory when it is dropped, and shown nowhere.
///
/// What is locked is XChaCha20-Poly1305 with a nonce of its own in front, in base64 without padding.
pub struct SealKey {
    bytes: Zeroizing<[u8; LENGTH]>,
    cipher: XChaCha20Poly1305,
    /// The first bytes of each nonce, drawn anew whenever a key is made or read; those after them count. No
    /// two records of a key have the same nonce, in whatever sitting they were written.
    sitting: [u8; SITTING],
    count: AtomicU64,
}

const LENGTH: usize = 32;
const NONCE: usize = 24;
const SITTING: usize = 16;

/// The first bytes of a sealed key's file, so that no other file that the passphrase opens is taken for one.
const TAG: &[u8] = b"assay-key/v1\n";

impl std::fmt::Debug for SealKey {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Key")
    }
}

impl SealKey {
    /// Returns a new key.
    ///
    /// # Errors
    /// The system gives no random bytes; or this Assay cannot seal.
    pub fn make() -> Result<Self, SealError> {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|_| SealError::NoRandomness)?;
        Self::of(bytes)
    }

    fn of(bytes: Zeroizing<[u8; LENGTH]>) -> Result<Self, SealError> {
        let mut sitting = [0; SITTING];
        getrandom::fill(&mut sitting).map_err(|_| SealError::NoRandomness)?;
        Ok(Self {
            cipher: XChaCha20Poly1305::new(GenericArray::from_slice(bytes.as_slice())),
            bytes,
            sitting,
            count: AtomicU64::new(0),
        })
    }

    /// Returns the file of the key, sealed. This takes about a second.
    ///
    /// # Errors
    /// This Assay cannot seal.
    pub fn sealed(&self, passphrase: &Passphrase) -> Result<Vec<u8>, SealError> {
        self.sealed_by(Sealer::new(passphrase)?)
    }

    /// Returns the file of the key, sealed by what was done ahead.
    ///
    /// # Errors
    /// This Assay cannot seal.
    pub fn sealed_by(&self, sealer: Sealer) -> Result<Vec<u8>, SealError> {
        let plain = Zeroizing::new([TAG, self.bytes.as_slice()].concat());
        sealer.seal(&plain)
    }

    /// Returns the key of a sealed file. This takes about a second.
    ///
    /// # Errors
    /// Those of [`unseal`]; [`SealError::Damaged`] where what is opened is no key.
    pub fn unsealed(bytes: &[u8], passphrase: &Passphrase) -> Result<Self, SealError> {
        let plain = Zeroizing::new(unseal(bytes, passphrase)?);
        let inside = plain.strip_prefix(TAG).ok_or(SealError::Damaged)?;
        let mut key = Zeroizing::new([0; LENGTH]);
        if inside.len() != LENGTH {
            return Err(SealError::Damaged);
        }
        key.copy_from_slice(inside);
        Self::of(key)
    }

    /// Locks the bytes, into one line of text. They open again only as the same record (`nth`) of the same
    /// whole (`context`). How long they are can be seen from outside. This takes microseconds.
    ///
    /// # Errors
    /// They are more than a draft may have.
    pub fn lock(&self, nth: u64, context: &[u8], bytes: &[u8]) -> Result<String, SealError> {
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_BYTES {
            return Err(SealError::TooLarge);
        }
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        let mut line = [self.sitting.as_slice(), &count.to_be_bytes()].concat();
        let payload = Payload {
            msg: bytes,
            aad: &beside(nth, context),
        };
        let locked = self
            .cipher
            .encrypt(XNonce::from_slice(&line), payload)
            .map_err(|_| SealError::TooLarge)?;
        line.extend_from_slice(&locked);
        Ok(BASE64_STANDARD_NO_PAD.encode(line))
    }

    /// Returns the bytes that were locked, or `None` where the text was altered, or is another record, or another
    /// whole's.
    pub fn open(&self, nth: u64, context: &[u8], text: &str) -> Option<Vec<u8>> {
        let line = BASE64_STANDARD_NO_PAD.decode(text).ok()?;
        let (nonce, msg) = line.split_at_checked(NONCE)?;
        let aad = &beside(nth, context);
        self.cipher
            .decrypt(XNonce::from_slice(nonce), Payload { msg, aad })
            .ok()
    }
}

/// Returns the bytes that a record is bound to. The number has a fixed length, so that no two are spelt alike.
fn beside(nth: u64, context: &[u8]) -> Vec<u8> {
    [nth.to_be_bytes().as_slice(), context].concat()
}

#[cfg(test)]
mod tests;
