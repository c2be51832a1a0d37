//! Frameworks to choose from, examples of them, and last year's drafts.

use std::path::Path;
use std::sync::Arc;

use super::EffectRunner;
use crate::app::{Candidate, FrameworkPurpose, Message, to_be_walked};
use crate::assessment::{Framework, successor};
use crate::store::{EXAMPLES, candidates, earlier, named_from, new_id, predecessor, write_new};
use crate::text::{agreeing, counted, noun_of};

impl EffectRunner {
    /// Returns the frameworks that there are for this purpose.
    pub(super) fn list_frameworks(&self, purpose: FrameworkPurpose) -> Message {
        let all = self.frameworks.all().iter();
        let all: Vec<Arc<Framework>> = match purpose {
            FrameworkPurpose::Example => all
                .filter(|framework| EXAMPLES.iter().any(|(id, _)| *id == framework.id))
                .map(Arc::clone)
                .collect(),
            _ => all.map(Arc::clone).collect(),
        };
        let likely = match &purpose {
            FrameworkPurpose::NextYear { from, .. } => {
                let file = from.file_name().unwrap_or_default().to_string_lossy();
                let before = earlier(from, &file, &self.frameworks);
                before.map_or(self.framework.clone(), |before| before.framework.id.clone())
            }
            FrameworkPurpose::New(subject) | FrameworkPurpose::Body(subject) => {
                let wanted = all.iter().filter(|it| it.id == self.framework);
                let fits = |it: &&Arc<Framework>| it.is_for(subject);
                let fitting = wanted.chain(all.iter().rev()).find(fits);
                fitting.map_or(self.framework.clone(), |it| it.id.clone())
            }
            FrameworkPurpose::Change | FrameworkPurpose::Example => self.framework.clone(),
        };
        Message::Frameworks {
            all,
            likely,
            refused: match purpose {
                FrameworkPurpose::Example => 0,
                _ => self.frameworks.broken().count(),
            },
            purpose,
        }
    }

    pub(super) fn find_framework(&self, id: &str) -> Message {
        let found = self.frameworks.get(id);
        Message::Framework(found.map_err(|error| format!("Framework \"{id}\": {error}")))
    }

    /// Opens a copy of a framework's example.
    pub(super) fn example(&mut self, framework: &str) -> Message {
        let Some((_, text)) = EXAMPLES.iter().find(|(id, _)| *id == framework) else {
            return Message::Failed(format!("There is no example under \"{framework}\"."));
        };
        let path = match self.new_path("example") {
            Ok(path) => path,
            Err(failed) => return failed,
        };
        let text = match framework == EXAMPLES[0].0 {
            // The first of them is walked through.
            true => to_be_walked(text, &new_id("")),
            false => (*text).to_owned(),
        };
        match write_new(&path, text.as_bytes()) {
            Ok(()) => self.open(&path, false),
            Err(error) => Message::Failed(error.to_string()),
        }
    }

    /// Begins this year's draft from last year's.
    pub(super) fn succeed(&mut self, from: &Path, year: &str, framework: &str) -> Message {
        let framework = match self.frameworks.get(framework) {
            Ok(framework) => framework,
            Err(error) => return Message::Failed(format!("Framework \"{framework}\": {error}")),
        };
        let file = from.file_name().unwrap_or_default().to_string_lossy();
        let before = match earlier(from, &file, &self.frameworks) {
            Ok(before) => before,
            Err(why) => return Message::Failed(why),
        };
        let subject = before.assessment.subject.name.clone();
        let path = match self.new_path(&format!("{subject} {year}")) {
            Ok(path) => path,
            Err(failed) => return failed,
        };
        let named = named_from(&path, from);
        let id = new_id(&format!("{subject} {year}"));
        let mut draft = successor(&before, &framework, &id, year, &named);
        if !self.inspector.0.is_empty() {
            (draft.inspector.name, draft.inspector.office) = self.inspector.clone();
        }
        let (figures, grades) = (draft.figures.len(), draft.grades.len());
        let mut message = self.begin(&path, &draft, &framework);
        if let Message::OpenedDraft(opened) = &mut message {
            let came = match figures {
                0 => String::new(),
                many => {
                    let names = noun_of(many, "name");
                    format!(", the {names} of {}", counted(many, "figure"))
                }
            };
            let carried = match grades {
                0 => "no grades".to_owned(),
                many => {
                    let (its, grades) = (agreeing(many, "its", "their"), counted(many, "grade"));
                    format!("{grades}, carried over with {its} year")
                }
            };
            let note = format!("From last year's draft: the body{came}; {carried}.");
            opened.file.reopened.messages.push(note);
        }
        message
    }

    /// Reads the predecessor that the open draft names.
    pub(super) fn read_earlier(&self, named: String) -> Option<Message> {
        let draft = self.draft.path()?;
        let predecessor = predecessor(draft, &named, &self.frameworks);
        Some(Message::Earlier { named, predecessor })
    }

    /// Looks for drafts that could be the open one's predecessor.
    pub(super) fn find_earlier(&self) -> Option<Message> {
        let draft = self.draft.path()?;
        let found = candidates(draft, &self.drafts, &self.frameworks);
        let candidate = |(named, card): (String, crate::store::library::LibraryEntry)| Candidate {
            named,
            subject: card.subject,
            year: match card.sealed {
                true => "(sealed)".to_owned(),
                false => card.year,
            },
            framework: card.framework,
        };
        let found = found.into_iter().map(candidate).collect();
        Some(Message::EarlierFound(found))
    }
}
