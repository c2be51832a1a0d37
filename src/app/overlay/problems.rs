//! Every problem of the draft, in a list to be walked through.

use super::picker::{Picker, PickerPurpose};
use crate::app::editor::{Choice, DraftEditor};
use crate::app::list::{ListRow, RowList, RowSign};
use crate::assessment::{Address, List};
use crate::check::{Problem, Severity};
use crate::text::{counted, truncate};

/// The title of the list that is narrowed by typing.
const NARROWED: &str = "Which of what the checks tell";

/// The list of problems as it was when it was last looked at.
#[derive(Clone, Debug)]
pub struct ProblemList {
    /// The problems as rows, in the same order.
    pub list: RowList,
    /// The number of those that the draft lets stand, with a reason.
    pub accepted: usize,
    /// The problems, the gravest first.
    problems: Vec<Problem>,
    /// Where each is.
    places: Vec<String>,
}

impl ProblemList {
    /// Returns the problems of a draft, with the same row of the list lit as before, or `None` where there are none.
    pub fn of(editor: &DraftEditor, at: usize) -> Option<Self> {
        let problems = editor.problems().all().to_vec();
        let last = problems.len().checked_sub(1)?;
        let places: Vec<String> = problems.iter().map(|it| place(editor, it)).collect();
        let row = |(problem, place): (&Problem, &String)| ListRow {
            label: problem.what.clone(),
            right: match problem.what.contains(place) {
                // The message says it.
                true => String::new(),
                false => place.clone(),
            },
            sign: RowSign::Severity(problem.severity),
            ..ListRow::default()
        };
        let mut list = RowList::new(problems.iter().zip(&places).map(row).collect());
        list.light(at.min(last));
        Some(Self {
            list,
            accepted: editor.problems().accepted(),
            problems,
            places,
        })
    }

    /// Returns the list of them from which one is gone to, narrowed by what is typed.
    pub(in crate::app) fn to_narrow(&self, remedy: impl Fn(&Problem) -> String) -> Picker {
        let each = self.problems.iter().zip(&self.places);
        let choice = |(problem, place): (&Problem, &String)| {
            let words = [problem.severity.word(), problem.rule.id(), place];
            Choice {
                words: words.join(" "),
                ..Choice::plain(&problem.what, &remedy(problem), false)
            }
        };
        let purpose = PickerPurpose::Problems(self.problems.clone());
        let mut picker = Picker::over(NARROWED, purpose, each.map(choice).collect());
        for (nth, problem) in self.problems.iter().enumerate() {
            picker.list.sign(nth, RowSign::Severity(problem.severity));
        }
        picker.list.light(self.at());
        picker.update_preview(None);
        picker
    }

    /// Returns the title: how many there are of each weight.
    pub fn title(&self) -> String {
        let mut parts = Vec::new();
        for (severity, noun, of) in [
            (Severity::Error, "error", ""),
            (Severity::Warning, "warning", ""),
            (Severity::Advice, "piece", " of advice"),
        ] {
            let many = self.problems.iter().filter(|it| it.severity == severity);
            match many.count() {
                0 => {}
                many => parts.push(format!("{}{of}", counted(many, noun))),
            }
        }
        if self.accepted > 0 {
            parts.push(format!("{} let stand", self.accepted));
        }
        format!("What the checks tell: {}", parts.join(", "))
    }

    /// Returns the problem of the lit row.
    pub fn problem(&self) -> Option<&Problem> {
        self.problems.get(self.at())
    }

    /// Returns where the problem of the lit row is, for people.
    pub fn place(&self) -> &str {
        self.places.get(self.at()).map_or("", String::as_str)
    }

    /// Returns the place of the lit row.
    pub fn at(&self) -> usize {
        self.list.lit_at().unwrap_or(0)
    }
}

/// Returns where a problem is, for people.
fn place(editor: &DraftEditor, problem: &Problem) -> String {
    let title = |id: &str| Some(editor.framework.heading(id)?.title.clone());
    match &problem.place {
        Address::Judgment(id) => title(id).unwrap_or_else(|| id.clone()),
        Address::Item(List::Findings, id) => {
            let finding = editor.assessment.finding(id);
            let under = finding.and_then(|finding| title(&finding.heading));
            let under = under.unwrap_or_else(|| "the whole".to_owned());
            let words = finding.map_or("", |finding| &finding.text);
            // The message may name it already.
            match problem.what.contains(&List::Findings.spec().named(words)) {
                true => under,
                false => format!("{under} · “{}”", truncate(words, 28)),
            }
        }
        Address::Sentence(_) | Address::Item(List::Overrides, _) => "the statement".to_owned(),
        address => match editor.assessment.place_of(address) {
            Some(place) => place.named(&editor.assessment, &editor.framework),
            None => address.to_string(),
        },
    }
}
