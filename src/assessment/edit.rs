//! Edits: the one way in which an assessment changes.
//!
//! An edit says where it acts, what stood there and what stands there now. So it can be refused
//! where it does not fit, undone exactly, written to a journal and replayed.

use std::sync::Arc;

use super::{
    Acceptance, Assessment, Evidence, Figure, Finding, MAX_ITEMS, Note, Outlook, Override, Place,
    Refusal, Response, TrayItem, Value,
};
use crate::text::Splice;

/// A list of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum List {
    /// `[[findings]]`
    Findings,
    /// `[[evidence]]`
    Evidence,
    /// `[[figures]]`
    Figures,
    /// `[[outlook]]`
    Outlook,
    /// `[[responses]]`
    Responses,
    /// `[[notes]]`
    Notes,
    /// `[[accepted]]`
    Accepted,
    /// `[[tray]]`
    Tray,
    /// `[[overrides]]`
    Overrides,
}

impl List {
    /// What new ids in this list begin with.
    pub fn id_prefix(self) -> &'static str {
        match self {
            Self::Findings => "f",
            Self::Evidence => "e",
            Self::Figures => "n",
            Self::Outlook => "l",
            Self::Responses => "r",
            Self::Notes => "note",
            Self::Accepted => "accepted",
            Self::Tray => "w",
            Self::Overrides => "o",
        }
    }
}

/// An item of a list, whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A finding.
    Finding(Arc<Finding>),
    /// An item of evidence.
    Evidence(Arc<Evidence>),
    /// A figure.
    Figure(Arc<Figure>),
    /// An item of the look-ahead.
    Outlook(Arc<Outlook>),
    /// A response.
    Response(Arc<Response>),
    /// A review note.
    Note(Arc<Note>),
    /// A problem that is let stand.
    Acceptance(Arc<Acceptance>),
    /// Something that waits for a place.
    TrayItem(Arc<TrayItem>),
    /// A hand edit.
    Override(Arc<Override>),
}

impl Item {
    /// The list that it belongs in.
    pub fn list(&self) -> List {
        match self {
            Self::Finding(_) => List::Findings,
            Self::Evidence(_) => List::Evidence,
            Self::Figure(_) => List::Figures,
            Self::Outlook(_) => List::Outlook,
            Self::Response(_) => List::Responses,
            Self::Note(_) => List::Notes,
            Self::Acceptance(_) => List::Accepted,
            Self::TrayItem(_) => List::Tray,
            Self::Override(_) => List::Overrides,
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Characters typed into or taken out of a text.
    Splice {
        /// The text.
        place: Place,
        /// What was taken out and put in.
        splice: Splice,
    },
    /// A value set.
    Set {
        /// The value's address.
        place: Place,
        /// What stood there.
        before: Option<Value>,
        /// What stands there now.
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

/// Why an edit was refused. The assessment is then as it was.
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
    /// What stands there is not what the edit says.
    #[error("something else stands there now")]
    Changed,
    /// The value does not fit.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl Edit {
    /// The edit that undoes this one.
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

/// Runs the same words on the list that an item belongs to.
macro_rules! with_list {
    ($assessment:expr, $item:expr, |$list:ident, $value:ident| $body:expr) => {
        match $item {
            Item::Finding($value) => {
                let $list = &mut $assessment.findings;
                $body
            }
            Item::Evidence($value) => {
                let $list = &mut $assessment.evidence;
                $body
            }
            Item::Figure($value) => {
                let $list = &mut $assessment.figures;
                $body
            }
            Item::Outlook($value) => {
                let $list = &mut $assessment.outlook;
                $body
            }
            Item::Response($value) => {
                let $list = &mut $assessment.responses;
                $body
            }
            Item::Note($value) => {
                let $list = &mut $assessment.notes;
                $body
            }
            Item::Acceptance($value) => {
                let $list = &mut $assessment.accepted;
                $body
            }
            Item::TrayItem($value) => {
                let $list = &mut $assessment.tray;
                $body
            }
            Item::Override($value) => {
                let $list = &mut $assessment.overrides;
                $body
            }
        }
    };
}

fn insert(to: &mut Assessment, at: usize, item: &Item) -> Result<(), EditError> {
    with_list!(to, item, |list, value| {
        if at > list.len() {
            return Err(EditError::NoSuchItem(at));
        }
        if list.len() >= MAX_ITEMS {
            return Err(EditError::Full);
        }
        list.insert(at, Arc::clone(value));
        Ok(())
    })
}

fn remove(from: &mut Assessment, at: usize, item: &Item) -> Result<(), EditError> {
    with_list!(from, item, |list, value| {
        match list.get(at) {
            None => Err(EditError::NoSuchItem(at)),
            Some(there) if there != value => Err(EditError::Changed),
            Some(_) => {
                list.remove(at);
                Ok(())
            }
        }
    })
}

impl Assessment {
    /// How many items a list has.
    pub fn len(&self, list: List) -> usize {
        match list {
            List::Findings => self.findings.len(),
            List::Evidence => self.evidence.len(),
            List::Figures => self.figures.len(),
            List::Outlook => self.outlook.len(),
            List::Responses => self.responses.len(),
            List::Notes => self.notes.len(),
            List::Accepted => self.accepted.len(),
            List::Tray => self.tray.len(),
            List::Overrides => self.overrides.len(),
        }
    }

    /// An item of a list.
    pub fn item(&self, list: List, at: usize) -> Option<Item> {
        Some(match list {
            List::Findings => Item::Finding(self.findings.get(at)?.clone()),
            List::Evidence => Item::Evidence(self.evidence.get(at)?.clone()),
            List::Figures => Item::Figure(self.figures.get(at)?.clone()),
            List::Outlook => Item::Outlook(self.outlook.get(at)?.clone()),
            List::Responses => Item::Response(self.responses.get(at)?.clone()),
            List::Notes => Item::Note(self.notes.get(at)?.clone()),
            List::Accepted => Item::Acceptance(self.accepted.get(at)?.clone()),
            List::Tray => Item::TrayItem(self.tray.get(at)?.clone()),
            List::Overrides => Item::Override(self.overrides.get(at)?.clone()),
        })
    }
}
