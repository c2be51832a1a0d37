//! Whether the grades of two programmes compare: the one function that decides it.

use super::{Framework, TrayItem};

/// The reason for which the grades of two programmes do not compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// They are given on two scales.
    Scales,
    /// One of the two programmes says so of the other, on the same scale too: it asks and judges otherwise.
    Programmes,
}

impl Apart {
    /// Returns its words, for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Scales => "two scales do not compare",
            Self::Programmes => "two programmes do not compare",
        }
    }
}

impl Framework {
    /// Returns the reason for which its grades do not compare with those of another, or `None` where they do. It is
    /// the same either way round.
    pub fn apart(&self, other: &Self) -> Option<Apart> {
        let grades = |of: &Self| of.scale.iter().map(|point| point.grade).collect::<Vec<_>>();
        if grades(self) != grades(other) {
            return Some(Apart::Scales);
        }
        (self.names(&other.id) || other.names(&self.id)).then_some(Apart::Programmes)
    }

    /// Returns the same of a grade that waits in the tray, whose framework is known by its id alone.
    pub fn apart_from_waiting(&self, item: &TrayItem) -> Option<Apart> {
        let own = i64::try_from(self.scale.len()).ok();
        let on = |grade| self.scale_point(grade).is_some();
        if item.scale != own || !item.grade.is_none_or(on) {
            return Some(Apart::Scales);
        }
        self.names(&item.framework).then_some(Apart::Programmes)
    }

    fn names(&self, id: &str) -> bool {
        self.not_compared_with.iter().any(|named| named == id)
    }
}
