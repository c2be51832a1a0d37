//! The end of the program, or of what is open in it.

/// The state of a requested end, and what may still call it off.
///
/// | from | a save succeeds | a save fails, the words are in the journal | they are in memory only |
/// | --- | --- | --- | --- |
/// | `Closing` | `Stay`, and it is closed | `Stay` | `Stay` |
/// | `LettingGo` | `Stay`, and it is closed | `Stay`, and it is closed | `Stay` |
/// | `Asked` | the program ends | `Stay` | `Stay` |
/// | `Insisted` | the program ends | the program ends | `Stay` |
/// | `Signalled`, `HeldUp` | the program ends | the program ends | `HeldUp` |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exit {
    /// Nothing ends.
    #[default]
    Stay,
    /// The draft or, where none is open, the inspection is closed once it is saved.
    Closing,
    /// The same, asked for again after a save had failed.
    LettingGo,
    /// The program ends once everything is saved.
    Asked,
    /// The same, asked for again after a save had failed.
    Insisted,
    /// The same, asked for by a signal or by a terminal that is gone.
    Signalled,
    /// Asked for by a signal or by a terminal that is gone, and kept from ending by words that are in memory only:
    /// each pause tries to save them.
    HeldUp,
}

impl Exit {
    /// Returns true where the program ends as soon as nothing is on its way to the disk any more.
    pub fn is_ending(self) -> bool {
        matches!(self, Self::Asked | Self::Insisted | Self::Signalled)
    }

    /// Returns true where a save that failed is tried again with the next pause.
    pub(super) fn tries_again(self) -> bool {
        matches!(self, Self::Insisted | Self::Signalled | Self::HeldUp)
    }

    /// Closes what is open once it is saved, unless the program is to end anyway; `again` where a save has failed
    /// already.
    pub(super) fn close(&mut self, again: bool) {
        if *self == Self::Stay {
            *self = if again {
                Self::LettingGo
            } else {
                Self::Closing
            };
        }
    }

    /// Returns true where what is on top is to be closed.
    pub(super) fn is_closing(self) -> bool {
        matches!(self, Self::Closing | Self::LettingGo)
    }

    /// Takes note that what was to be closed is closed.
    pub(super) fn closed(&mut self) {
        if self.is_closing() {
            *self = Self::Stay;
        }
    }

    /// Ends the program by a key; `again` where a save has failed already.
    pub(super) fn ask(&mut self, again: bool) {
        *self = match *self {
            Self::Signalled | Self::HeldUp => Self::Signalled,
            Self::Insisted => Self::Insisted,
            _ if again => Self::Insisted,
            _ => Self::Asked,
        };
    }

    /// Takes note that a save was made.
    pub(super) fn save_succeeded(&mut self) {
        if *self == Self::HeldUp {
            *self = Self::Signalled;
        }
    }

    /// Takes note that a save failed, `safe` where its words are in the journal. Returns what was on its way before.
    pub(super) fn save_failed(&mut self, safe: bool) -> Self {
        let before = *self;
        *self = match before {
            Self::Insisted | Self::LettingGo if safe => before,
            Self::Signalled | Self::HeldUp if safe => Self::Signalled,
            Self::Signalled | Self::HeldUp => Self::HeldUp,
            _ => Self::Stay,
        };
        before
    }
}
