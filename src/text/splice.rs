//! The one shape of a change to a text.
//!
//! A splice says what it takes out as well as what it puts in. So it can be turned round without
//! the text at hand, and it can detect that it is being applied to the wrong text.

use std::fmt;
use std::ops::Range;

/// At byte `at`, `removed` gives way to `inserted`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Splice {
    /// The byte of the change; the same before and after.
    pub at: usize,
    /// The text that was there.
    pub removed: String,
    /// The text that takes its place.
    pub inserted: String,
}

impl Splice {
    /// Makes the change. A text that does not hold `removed` at `at` is left as it was.
    ///
    /// ```
    /// use assay::text::Splice;
    ///
    /// let mut text = String::from("good");
    /// let splice = Splice { at: 0, removed: "g".into(), inserted: "f".into() };
    /// splice.apply(&mut text)?;
    /// assert_eq!(text, "food");
    /// assert!(splice.apply(&mut text).is_err());
    /// # Ok::<(), assay::text::SpliceError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`SpliceError`] when the text is not the one the splice was made for.
    pub fn apply(&self, text: &mut String) -> Result<(), SpliceError> {
        // `get` wants both ends on character boundaries, so `replace_range` cannot panic.
        let end = self.at.saturating_add(self.removed.len());
        match text.get(self.at..end) {
            None => Err(SpliceError::OutOfPlace),
            Some(there) if there != self.removed => Err(SpliceError::Different),
            Some(_) => {
                text.replace_range(self.at..end, &self.inserted);
                Ok(())
            }
        }
    }

    /// Returns the splice that takes this one back.
    ///
    /// ```
    /// # use assay::text::Splice;
    /// let splice = Splice { at: 3, removed: "a".into(), inserted: "bc".into() };
    /// assert_eq!(splice.inverse().inverse(), splice);
    /// ```
    #[must_use]
    pub fn inverse(&self) -> Splice {
        Splice {
            at: self.at,
            removed: self.inserted.clone(),
            inserted: self.removed.clone(),
        }
    }
}

/// Returns the smallest splice that makes one text of another, or `None` where they are the same.
///
/// ```
/// use assay::text::splice_between;
///
/// let splice = splice_between("the force", "the fire service").unwrap();
/// assert_eq!((splice.removed.as_str(), splice.inserted.as_str()), ("or", "ire servi"));
/// assert_eq!(splice_between("é", "é"), None);
/// ```
pub fn splice_between(before: &str, after: &str) -> Option<Splice> {
    if before == after {
        return None;
    }
    let same = |(one, other): &(char, char)| one == other;
    let length = |characters: &mut dyn Iterator<Item = (char, char)>| -> usize {
        characters.map(|(one, _)| one.len_utf8()).sum()
    };
    let at = length(&mut before.chars().zip(after.chars()).take_while(same));
    let (old, new) = (before.get(at..)?, after.get(at..)?);
    let end = length(&mut old.chars().rev().zip(new.chars().rev()).take_while(same));
    Some(Splice {
        at,
        removed: old.get(..old.len() - end)?.to_owned(),
        inserted: new.get(..new.len() - end)?.to_owned(),
    })
}

/// Returns the stretch of a text that is gone, where all else is as it was and the cursor stands where it was now. The two
/// texts alone would not tell: "the " and "e th" leave the same of "the then".
///
/// ```
/// use assay::text::erased_at;
///
/// assert_eq!(erased_at("the then", "then", 0), Some(0..4));
/// assert_eq!(erased_at("the then", "them", 0), None);
/// ```
pub fn erased_at(before: &str, now: &str, cursor: usize) -> Option<Range<usize>> {
    let range = cursor..cursor + before.len().checked_sub(now.len())?;
    let (head, tail) = now.split_at_checked(cursor)?;
    let is_left = before.get(..range.start) == Some(head) && before.get(range.end..) == Some(tail);
    (is_left && !range.is_empty()).then_some(range)
}

/// The reason why a splice was refused: it was made for another text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpliceError {
    /// The text is too short, or the place is inside a character.
    OutOfPlace,
    /// Something else stands where the text to be removed should be.
    Different,
}

impl fmt::Display for SpliceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SpliceError::OutOfPlace => "the change lies outside the text it was made for",
            SpliceError::Different => "the text has changed where the change was to be made",
        })
    }
}

impl std::error::Error for SpliceError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_splice_leaves_the_text_alone() {
        let splice = |at, removed: &str| Splice {
            at,
            removed: removed.into(),
            inserted: "x".into(),
        };
        let mut text = String::from("é!");
        assert_eq!(splice(1, "").apply(&mut text), Err(SpliceError::OutOfPlace));
        assert_eq!(
            splice(3, "!").apply(&mut text),
            Err(SpliceError::OutOfPlace)
        );
        assert_eq!(
            splice(usize::MAX, "!").apply(&mut text),
            Err(SpliceError::OutOfPlace)
        );
        assert_eq!(splice(2, "?").apply(&mut text), Err(SpliceError::Different));
        assert_eq!(text, "é!");
        assert_eq!(splice(2, "!").apply(&mut text), Ok(()));
        assert_eq!(text, "éx");
    }
}
