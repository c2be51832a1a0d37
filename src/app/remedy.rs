//! The keys by which what the checks tell of is met: each rule names those that do it where the cursor is then.

use super::command::Command as C;
use super::scope::Scope;
use super::state::State;
use crate::assessment::{Address, List};
use crate::check::{Problem, Rule, Rule as R};

/// A command by which a problem is met, with other words than its own where those say more.
type Way = (C, &'static str);

/// The words of a command itself.
const ITS_OWN: &str = "";
/// Typing in the text: of a sentence of the statement, by hand.
const WORDS: &[Way] = &[(C::Edit, ITS_OWN), (C::Rewrite, ITS_OWN)];
/// The grade, chosen once more.
const GRADE: Way = (C::SetGrade, ITS_OWN);
/// Every field of the item.
const DETAILS: Way = (C::Details, ITS_OWN);
/// Evidence for a finding, from elsewhere.
const ON_A_FINDING: Way = (C::RecordEvidence, "on a finding");

/// The rules with other ways than typing: those of a row are met in the same.
const WAYS: &[(&[R], &[Way])] = &[
    // They stand in the file, and no row shows them.
    (
        &[
            R::IdTwice,
            R::UnknownHeadingGraded,
            R::UnknownParagraph,
            R::DraftUnread,
            R::NoteOnNothing,
            R::AcceptedWithoutWhy,
            R::AcceptedNothing,
            R::AcceptedUnknownRule,
        ],
        &[],
    ),
    (
        &[R::UnknownHeading, R::WaitsInTray],
        &[(C::MoveTo, ITS_OWN)],
    ),
    (
        &[
            R::UnknownRung,
            R::UnknownForm,
            R::OpeningNotChosen,
            R::RungOutOfBand,
            R::OpeningAgainstGrades,
        ],
        &[(C::Opening, "opening")],
    ),
    (
        &[R::UnknownFrame, R::FrameTwice, R::FrameUnfit],
        &[(C::Frame, ITS_OWN)],
    ),
    (&[R::UnknownVoice], &[(C::Voice, ITS_OWN)]),
    (
        &[
            R::UnknownEvidence,
            R::FindingWithoutEvidence,
            R::OnlyAgainst,
        ],
        &[(C::RecordEvidence, ITS_OWN)],
    ),
    (
        &[R::GradeWithoutEvidence, R::NoEvidence, R::EvidenceUnused],
        &[ON_A_FINDING],
    ),
    (
        &[
            R::GradeOffScale,
            R::HeadingNotSettled,
            R::OutstandingWithNeed,
            R::CarriedOverWithoutGrade,
            R::GradeWhereNoneBelongs,
            R::GradeNotAskedFor,
            R::FindingNotInspected,
        ],
        &[GRADE],
    ),
    (
        &[
            R::GradeWithoutRationale,
            R::AgainstUnanswered,
            R::EditWithoutWhy,
        ],
        &[(C::Rationale, ITS_OWN)],
    ),
    (
        &[R::InadequateWithoutConcern],
        &[(C::AddConcern, ITS_OWN), GRADE],
    ),
    (
        &[
            R::RequiresImprovementWithoutNeed,
            R::AdequateWithoutImprovement,
        ],
        &[(C::AddImprovement, ITS_OWN), GRADE],
    ),
    (
        &[R::GoodWithoutStrength],
        &[(C::AddStrength, ITS_OWN), GRADE],
    ),
    (&[R::GoodWithConcern], &[GRADE, (C::Kind, "on the concern")]),
    (&[R::GradeStale], &[(C::PutRight, "still so"), GRADE]),
    (
        &[R::RationaleStale],
        &[(C::PutRight, "still so"), (C::Rationale, ITS_OWN)],
    ),
    (
        &[R::OpeningStale],
        &[(C::PutRight, "still so"), (C::Opening, "opening")],
    ),
    (&[R::EvidenceOnTwoHeadings], &[(C::Provenance, ITS_OWN)]),
    (
        &[
            R::UnknownAdverb,
            R::UnknownSource,
            R::UnknownWhole,
            R::EvidenceBothWays,
            R::EvidenceOld,
            R::EvidenceLater,
            R::EvidenceUndated,
            R::EvidenceNamesPerson,
            R::EvidenceKindUnknown,
            R::FigureTwoValues,
            R::PartLargerThanWhole,
            R::PartOfItself,
            R::PercentDoesNotFollow,
            R::FigureWithoutSource,
            R::ConcernWithoutRecommendation,
            R::RecommendationWithoutDeadline,
            R::DeadlineUnclear,
            R::DeadlinePassed,
            R::DeadlineTwice,
            R::RecommendationEmpty,
            R::ImprovementHeadlineOnly,
            R::SilentWithoutWhy,
        ],
        &[DETAILS],
    ),
    (&[R::AskedNotDone], &[(C::Edit, ITS_OWN), DETAILS]),
    (
        &[R::RecommendationWithoutConcern, R::ChangeAgainstKind],
        &[(C::Kind, ITS_OWN), DETAILS],
    ),
    (
        &[R::FrameAgainstKind],
        &[(C::Frame, ITS_OWN), (C::Kind, ITS_OWN)],
    ),
    (&[R::FigureUnused], &[(C::Delete, ITS_OWN)]),
    (
        &[R::ConcernWithoutResponse],
        &[(C::Palette, "finds Answers")],
    ),
    (&[R::BareNumber], &[(C::PutRight, "make it a figure")]),
    (&[R::NounPhrase], &[(C::Edit, ITS_OWN), (C::Frame, ITS_OWN)]),
    (
        &[
            R::Empty,
            R::SaidTwice,
            R::NearlySaidTwice,
            R::LookAheadTooLong,
        ],
        &[
            (C::Edit, ITS_OWN),
            (C::Delete, ITS_OWN),
            (C::Rewrite, ITS_OWN),
        ],
    ),
    (
        &[R::SensitiveSpoken],
        &[(C::Edit, ITS_OWN), DETAILS, (C::Rewrite, ITS_OWN)],
    ),
    (
        &[R::StaleEdit],
        &[(C::Rewrite, "on the sentence shows both texts")],
    ),
    (&[R::EditUnused], &[(C::Differences, "shows it")]),
    (
        &[
            R::PredecessorUnread,
            R::PredecessorOfAnother,
            R::PredecessorNotEarlier,
            R::ChangeUnrecorded,
        ],
        &[(C::LastYear, ITS_OWN), (C::Rewrite, ITS_OWN)],
    ),
    (
        &[R::WordsAgainstGrade],
        &[
            (C::Edit, ITS_OWN),
            (C::Rewrite, ITS_OWN),
            (C::SetGrade, ITS_OWN),
        ],
    ),
    (&[R::StatementTooLong], &[(C::ReadAloud, ITS_OWN)]),
];

/// Returns the ways in which a problem of a rule is met on the screen; none where it is met in the file alone.
fn ways(rule: Rule) -> &'static [Way] {
    let row = WAYS.iter().find(|(rules, _)| rules.contains(&rule));
    row.map_or(WORDS, |(_, ways)| ways)
}

impl State {
    /// Returns what is to be done about a problem, behind the keys that do it.
    pub fn remedy_of(&self, problem: &Problem) -> String {
        match self.way_of(problem).as_str() {
            "" => problem.remedy.clone(),
            way => format!("{way}: {}", problem.remedy),
        }
    }

    /// Returns the keys by which a problem is met where going to it leads, each with a word for it; empty where there is
    /// none.
    fn way_of(&self, problem: &Problem) -> String {
        let scope = match problem.place {
            Address::Sentence(_) | Address::Item(List::Overrides, _) => Scope::Statement,
            _ => Scope::Findings,
        };
        let has_details = matches!(
            problem.place,
            Address::Item(List::Findings | List::Evidence | List::Figures, _)
        );
        let fixed = problem.fix.is_some();
        let fix = [(C::PutRight, ITS_OWN)];
        let fix = fix.iter().filter(|_| fixed);
        let ways = fix.chain(ways(problem.rule));
        let ways = ways.filter(|(command, _)| *command != C::Details || has_details);
        let named = ways.filter_map(|(command, words)| {
            let key = self.keymap.label(scope, *command)?;
            let entry = command.entry();
            let words = match *words {
                _ if self.keymap.is_by_name() => "",
                ITS_OWN => entry.short,
                words => words,
            };
            Some(format!("{key} {words}").trim_end().to_owned())
        });
        named.collect::<Vec<_>>().join(", ")
    }
}
