//! Edits: the one way in which an assessment changes.
//!
//! An edit says where it acts, what stood there and what stands there now. So it can be refused
//! where it does not fit, undone exactly, written to a journal and replayed.

use super::{Assessment, Item, Judgment, List, MAX_ITEMS, Place, Refusal, Value};
use crate::text::Splice;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Characters typed into or taken out of a text.
    Splice {
        /// The text.
        place: Place,
        /// The characters taken out and put in.
        splice: Splice,
    },
    /// A value set.
    Set {
        /// The value's address.
        place: Place,
        /// The value that stood there.
        before: Option<Value>,
        /// The value that stands there now.
        after: Option<Value>,
    },
    /// An item put into its list.
    Insert {
        /// Its place there.
        at: usize,
        /// The item.
        item: Item,
    },
    /// An item taken out of its list.
    Remove {
        /// Its place there.
        at: usize,
        /// The item, whole.
        item: Item,
    },
    /// An item moved within its list.
    Move {
        /// The list.
        list: List,
        /// From this place …
        from: usize,
        /// … to this one, counted after it was taken out.
        to: usize,
    },
}

/// The reason for which an edit was refused. The assessment is then as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is nothing at this place.
    #[error("there is nothing at {0:?}")]
    NoSuchPlace(Place),
    /// The list is too short.
    #[error("the list has no place {0}")]
    NoSuchItem(usize),
    /// The list has as many items as a draft may have.
    #[error("there are {MAX_ITEMS} already, and a draft may have no more")]
    Full,
    /// Something else stands there than the edit says.
    #[error("something else stands there now")]
    Changed,
    /// The value does not fit.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl Edit {
    /// Returns the edit that undoes this one.
    pub fn inverse(&self) -> Self {
        match self {
            Self::Splice { place, splice } => Self::Splice {
                place: place.clone(),
                splice: splice.inverse(),
            },
            Self::Set {
                place,
                before,
                after,
            } => Self::Set {
                place: place.clone(),
                before: after.clone(),
                after: before.clone(),
            },
            Self::Insert { at, item } => Self::Remove {
                at: *at,
                item: item.clone(),
            },
            Self::Remove { at, item } => Self::Insert {
                at: *at,
                item: item.clone(),
            },
            Self::Move { list, from, to } => Self::Move {
                list: *list,
                from: *to,
                to: *from,
            },
        }
    }

    /// Makes the change.
    ///
    /// # Errors
    /// The assessment is not as the edit expects it; it is then unchanged.
    pub fn apply(&self, to: &mut Assessment) -> Result<(), EditError> {
        match self {
            Self::Splice { place, splice } => {
                let text = to
                    .text_mut(place)
                    .ok_or_else(|| EditError::NoSuchPlace(place.clone()))?;
                let done = splice.apply(text).map_err(|_| EditError::Changed);
                to.tidy(place);
                done
            }
            Self::Set {
                place,
                before,
                after,
            } => {
                if to.get(place) != *before {
                    return Err(EditError::Changed);
                }
                let done = to.set(place, after.clone());
                to.tidy(place);
                done
            }
            Self::Insert { at, item } => insert(to, *at, item),
            Self::Remove { at, item } => remove(to, *at, item),
            Self::Move {
                list,
                from,
                to: place,
            } => {
                let item = to.item(*list, *from).ok_or(EditError::NoSuchItem(*from))?;
                if *place >= to.len(*list) {
                    return Err(EditError::NoSuchItem(*place));
                }
                remove(to, *from, &item)?;
                insert(to, *place, &item)
            }
        }
    }
}

impl Assessment {
    /// Returns the text at a place, to be changed.
    fn text_mut(&mut self, place: &Place) -> Option<&mut String> {
        let (record, nth) = place.parts();
        self.record_mut(record)?.field_mut(nth)?.text_mut()
    }

    /// Gives the value at a place.
    ///
    /// # Errors
    /// There is no such place, or the value does not fit it.
    pub(super) fn set(&mut self, place: &Place, value: Option<Value>) -> Result<(), EditError> {
        let (record, nth) = place.parts();
        let missing = || EditError::NoSuchPlace(place.clone());
        let record = self.record_mut(record).ok_or_else(missing)?;
        Ok(record.set_value(nth, value)?)
    }

    /// Drops a judgment in which nothing is left, so that an edit and its inverse leave no trace.
    pub(super) fn tidy(&mut self, place: &Place) {
        if let Place::Judgment(heading, _) = place
            && self.grades.get(heading) == Some(&Judgment::default())
        {
            self.grades.remove(heading);
        }
    }
}

fn insert(to: &mut Assessment, at: usize, item: &Item) -> Result<(), EditError> {
    let list = to.list_mut(item.list());
    if at > list.len() {
        return Err(EditError::NoSuchItem(at));
    }
    if list.len() >= MAX_ITEMS {
        return Err(EditError::Full);
    }
    list.insert(at, item.clone());
    Ok(())
}

fn remove(from: &mut Assessment, at: usize, item: &Item) -> Result<(), EditError> {
    let list = from.list_mut(item.list());
    match list.record(at) {
        None => Err(EditError::NoSuchItem(at)),
        Some(there) if there != item.fields() => Err(EditError::Changed),
        Some(_) => {
            list.remove(at);
            Ok(())
        }
    }
}
