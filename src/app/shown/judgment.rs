//! Judgments in a word or two.

use super::WordTone;
use crate::app::editor::{DraftEditor, Page};
use crate::assessment::{Framework, Judgment, JudgmentState, NO_OPENING};
use crate::check::Rule;
use crate::statement;
use crate::text::counted;

/// Returns how it stands with a page.
pub fn state_of(editor: &DraftEditor, page: Page) -> PageState {
    let assessment = &editor.assessment;
    let (words, tone) = match page {
        Page::About => {
            let signs =
                !assessment.inspector.name.is_empty() || !editor.document().says("inspector.name");
            if !assessment.subject.name.is_empty() && signs {
                ("", WordTone::Quiet)
            } else {
                ("to fill in", WordTone::Open)
            }
        }
        // The grade of the whole says more than that an opening is chosen.
        Page::Overall if editor.framework.graded_overall => {
            return PageState::Judged(assessment.overall.judgment());
        }
        Page::Overall if assessment.overall.stance.is_empty() => ("no opening", WordTone::Open),
        Page::Overall => match opening_fits(editor) {
            Some(true) => ("opening ✓", WordTone::Fits),
            // What was let stand with a reason is a choice.
            Some(false) if editor.lets_stand(Rule::RungOutOfBand) => ("opening", WordTone::Quiet),
            Some(false) => ("opening !", WordTone::Warning),
            None => ("opening", WordTone::Quiet),
        },
        Page::Tray => match editor.waiting() {
            0 => ("set aside", WordTone::Quiet),
            _ => ("! waiting", WordTone::Warning),
        },
        Page::Pillar(_) | Page::Heading(_) => {
            let id = editor.judged_id(page).unwrap_or_default();
            return PageState::Judged(assessment.judgment(id));
        }
        Page::Outlook | Page::Answers | Page::Figures | Page::Evidence => ("", WordTone::Quiet),
    };
    PageState::Said(words, tone)
}

/// Returns whether the grades suggest the opening that was chosen; `None` where they have no say.
fn opening_fits(editor: &DraftEditor) -> Option<bool> {
    let stance = &editor.assessment.overall.stance;
    if stance == NO_OPENING {
        return Some(true);
    }
    let rung = editor.framework.rung(stance)?;
    statement::suggested(&editor.assessment, &editor.framework, rung)
}

/// Returns a judgment in a word, with its tone; long ones are cut short.
pub(super) fn judged(judgment: &Judgment) -> (&'static str, WordTone) {
    let carried = judgment.state == Some(JudgmentState::CarriedOver);
    match (judgment.state, judgment.grade) {
        (Some(JudgmentState::Narrative), _) => ("narrative", WordTone::Quiet),
        (Some(JudgmentState::NotInspected), _) => ("not insp.", WordTone::Open),
        (_, None) => ("–", WordTone::Open),
        (_, Some(grade)) => (grade.short(carried), WordTone::Grade(grade)),
    }
}

/// Returns a judgment in words that are not cut short.
pub fn judged_in_full(framework: &Framework, judgment: &Judgment) -> String {
    let grade = judgment.grade.map(|grade| framework.grade_words(grade));
    let state = judgment.state.map(|state| state.word().replace('-', " "));
    match (grade, state) {
        (Some(grade), Some(state)) => format!("{grade}, {state}"),
        (Some(grade), None) => grade.to_owned(),
        (None, Some(state)) => state,
        (None, None) => "not yet graded".to_owned(),
    }
}

/// The state of a page.
#[derive(Debug)]
pub enum PageState {
    /// Its judgment.
    Judged(Judgment),
    /// Words for it, which may be none.
    Said(&'static str, WordTone),
}

impl PageState {
    /// Returns it in a word or two, with their tone.
    pub fn short(&self) -> (&'static str, WordTone) {
        match self {
            Self::Judged(judgment) => judged(judgment),
            Self::Said(words, tone) => (words, *tone),
        }
    }
}

/// Returns how far a draft has come, in a few lines.
pub fn progress(editor: &DraftEditor) -> Vec<String> {
    let (settled, all) = editor.progress();
    let framework = &editor.framework;
    let more = framework.graded_overall || framework.pillars.iter().any(|pillar| pillar.graded);
    let noun = if more { "grades" } else { "headings" };
    let unspoken = editor.document().unspoken.len();
    let mut lines = vec![format!("{settled} of {all} {noun} settled")];
    if editor.framework.graded_overall && editor.assessment.overall.stance.is_empty() {
        lines.push("no opening yet".to_owned());
    }
    lines.push(counted(editor.assessment.findings.len(), "finding"));
    if unspoken > 0 {
        lines.push(format!("{unspoken} not spoken"));
    }
    lines
}
