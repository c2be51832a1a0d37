//! Grades and what else can be said of a heading.

use super::declare::{choice, record};
use super::value::Shape;

choice! {
    /// A grade, best first. Which of them a draft may use, and what each means, is its framework's
    /// scale: four grades to 2018/19, five (with adequate) since 2021/22. The two do not compare.
    Grade {
        /// Substantially exceeds the characteristics of good.
        Outstanding = "outstanding",
        /// Shows the characteristics of good.
        Good = "good",
        /// Only on the five-grade scale, between good and requires improvement.
        Adequate = "adequate",
        /// Shows few of the characteristics of good.
        RequiresImprovement = "requires-improvement",
        /// Has causes of concern.
        Inadequate = "inadequate",
    }
}

impl Grade {
    /// Returns its initial, for narrow columns.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Outstanding => "O",
            Self::Good => "G",
            Self::Adequate => "A",
            Self::RequiresImprovement => "R",
            Self::Inadequate => "I",
        }
    }

    /// Returns it in a short word, for columns; `carried` over from an earlier year with its sign.
    pub fn short(self, carried: bool) -> &'static str {
        match (self, carried) {
            (Self::Outstanding, false) => "outst.",
            (Self::Good, false) => "good",
            (Self::Adequate, false) => "adequate",
            (Self::RequiresImprovement, false) => "req. imp.",
            (Self::Inadequate, false) => "inadeq.",
            (Self::Outstanding, true) => "outst. ↩",
            (Self::Good, true) => "good ↩",
            (Self::Adequate, true) => "adequate ↩",
            (Self::RequiresImprovement, true) => "req. im. ↩",
            (Self::Inadequate, true) => "inadeq. ↩",
        }
    }

    /// Returns true where the grade stands below good.
    pub fn is_below_good(self) -> bool {
        self > Self::Good
    }

    /// Returns true where it says that something must change: below adequate.
    pub fn is_wanting(self) -> bool {
        self > Self::Adequate
    }
}

choice! {
    /// The state of a heading that is not simply graded.
    JudgmentState {
        /// Described, and given no grade.
        Narrative = "narrative",
        /// Left out of this inspection.
        NotInspected = "not-inspected",
        /// The grade of an earlier year, which the judgment names in `from`.
        CarriedOver = "carried-over",
    }
}

record! {
    /// The judgment of one heading. A heading with nothing here is not yet graded.
    Judgment / JudgmentField {
        /// The grade, from the framework's scale.
        Grade grade: Option<Grade> = "grade", Shape::Choice(Grade::WORDS);
        /// Narrative, not inspected or carried over.
        State state: Option<JudgmentState> = "state", Shape::Choice(JudgmentState::WORDS);
        /// The year that a grade is carried over from.
        From from: String = "from", Shape::Line;
        /// The reason for this grade.
        Rationale rationale: String = "rationale", Shape::Prose;
        /// The items under the heading when the grade was chosen, each with a hash of what that said.
        GradeStoodOn grade_stood_on: Vec<String> = "grade-stood-on", Shape::List;
        /// The items under the heading when the reason was last written.
        RationaleStoodOn rationale_stood_on: Vec<String> = "rationale-stood-on", Shape::List;
    }
}

impl Judgment {
    /// Returns true where something has been decided for this heading: a grade, or that it has none.
    pub fn is_settled(&self) -> bool {
        self.grade.is_some()
            || matches!(
                self.state,
                Some(JudgmentState::Narrative | JudgmentState::NotInspected)
            )
    }
}
