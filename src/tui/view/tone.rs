//! Tones as roles of the theme.

use crate::app::shown::WordTone;
use crate::assessment::{Direction, Grade, Kind};
use crate::config::StyleRole;

/// Returns the role that words of a tone are coloured in.
pub(super) fn role_of(tone: WordTone) -> StyleRole {
    match tone {
        WordTone::Text => StyleRole::Text,
        WordTone::Title => StyleRole::Heading,
        WordTone::StandIn => StyleRole::Placeholder,
        WordTone::Quiet => StyleRole::Dim,
        WordTone::Warning => StyleRole::Warning,
        WordTone::Error => StyleRole::Error,
        WordTone::Fits => StyleRole::InBand,
        WordTone::Open => StyleRole::Ungraded,
        WordTone::Grade(grade) => grade_role(grade),
        WordTone::Kind(kind) => kind_role(kind),
        WordTone::Direction(direction) => match direction {
            Direction::Better => StyleRole::Strength,
            Direction::Worse => StyleRole::Concern,
            Direction::Apart(_) => StyleRole::Warning,
            Direction::Same | Direction::NotAnew | Direction::Unknown => StyleRole::Dim,
        },
    }
}

/// Returns the role that a grade is coloured in.
pub(super) fn grade_role(grade: Grade) -> StyleRole {
    match grade {
        Grade::Outstanding => StyleRole::Outstanding,
        Grade::Good => StyleRole::Good,
        Grade::Adequate => StyleRole::Adequate,
        Grade::RequiresImprovement => StyleRole::RequiresImprovement,
        Grade::Inadequate => StyleRole::Inadequate,
    }
}

/// Returns the role that a kind of finding is coloured in.
pub(super) fn kind_role(kind: Kind) -> StyleRole {
    match kind {
        Kind::Strength => StyleRole::Strength,
        Kind::Improvement => StyleRole::Need,
        Kind::Concern => StyleRole::Concern,
        Kind::Practice => StyleRole::Practice,
        Kind::Context => StyleRole::Context,
    }
}
