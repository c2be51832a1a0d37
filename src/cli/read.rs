//! `assay read`: a draft is made of an old statement, and what became of each of its sentences is told.

use std::path::PathBuf;

use clap::Args;

use super::marked::shown_path;
use super::session::framework;
use super::{CliError, Session};
use crate::old_text::{Fate, OldDraft, OldText, draft_of};
use crate::store::{DraftFile, free_name, make_folder, new_id, read_old, refuse_name, slug};
use crate::text::{agreeing, counted, visible_line};

/// `assay read`
#[derive(Debug, Args)]
pub(super) struct ReadArgs {
    /// The old statement or report: text, Markdown, HTML, a document of Word, or a PDF where pdftotext is there; - is
    /// standard input, and no PDF
    file: PathBuf,
    /// The draft to be made, which must not be there yet; without one it goes into your folder of drafts, named after the
    /// body and the year
    #[arg(long, value_name = "DRAFT")]
    output: Option<PathBuf>,
    /// The framework; the one that fits the text best where none is given
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    /// The body inspected; the one that the text names most where none is given
    #[arg(long, value_name = "NAME", alias = "subject")]
    body: Option<String>,
}

impl ReadArgs {
    pub(super) fn run(&self, session: &mut Session<'_>) -> Result<(), CliError> {
        let frameworks = session.frameworks()?;
        let named = match &self.framework {
            Some(id) => Some(framework(&frameworks, id)?),
            None => None,
        };
        let name = self.file.display().to_string();
        let bytes = match self.file.as_os_str() == "-" {
            true => session.bytes(&self.file)?.1,
            false => read_old(&self.file).map_err(CliError::unusable)?,
        };
        let text = OldText::of(&bytes).map_err(|why| CliError::file(&name, why))?;
        if text.blocks.is_empty() {
            return Err(CliError::file(&name, "it holds no words"));
        }
        let body = self.body.as_deref();
        let mut read = draft_of(&text, "", frameworks.all(), named.as_ref(), body)
            .ok_or_else(|| CliError::Unusable("there is no framework".to_owned()))?;
        read.draft.head.id = new_id(&read.draft.subject.name);
        let path = match &self.output {
            Some(path) => path.clone(),
            None => {
                let named = match read.draft.subject.name.as_str() {
                    "" => self.file.file_stem().unwrap_or_default().to_string_lossy(),
                    subject => subject.into(),
                };
                let stem = slug(&format!("{named} {}", read.draft.period.label));
                let folder = session.drafts()?;
                make_folder(&folder).map_err(CliError::unusable)?;
                free_name(&folder, &stem)
            }
        };
        if let Some(why) = refuse_name(&path) {
            return Err(CliError::file(path.display(), why));
        }
        DraftFile::create(&path, &read.draft, &read.framework)?;
        session.print(shown_path(&path) + "\n")?;
        if named.is_none() {
            session.notes.push(format!(
                "read under {} ({}), which fits it best; --framework ID takes another",
                read.framework.title, read.framework.id
            ));
        }
        if read.hidden > 0 {
            let many = counted(read.hidden, "character");
            session
                .notes
                .push(format!("{name}: {many} that cannot be seen left out"));
        }
        if text.cut {
            session.notes.push(format!(
                "{name}: it is longer than is read; its end is not in the draft"
            ));
        }
        session.print(report(&read, &visible_line(&name)))
    }
}

/// Returns what became of the sentences: how many of each sort, then each that is not spoken again as it stood, with its line.
fn report(read: &OldDraft, name: &str) -> String {
    let many = |is: fn(&Fate) -> bool| read.sentences.iter().filter(|it| is(&it.fate)).count();
    let placed = many(|fate| matches!(fate, Fate::Placed | Fate::Elsewhere));
    let all = placed + many(|fate| matches!(fate, Fate::Differs(_) | Fate::Waits));
    let by_hand = read.draft.overrides.len();
    let mut told = format!(
        "{placed} of {} {} spoken again as {} stood{}.\n",
        counted(all, "sentence"),
        agreeing(placed, "is", "are"),
        agreeing(placed, "it", "they"),
        match by_hand {
            0 => String::new(),
            many => format!(", {} by hand", counted(many, "sentence")),
        },
    );
    let waits = many(|fate| *fate == Fate::Waits);
    if waits > 0 {
        let many = counted(waits, "sentence");
        let verb = agreeing(waits, "waits", "wait");
        told += &format!("{many} {verb} in the tray for a heading.\n");
    }
    let recorded = many(|fate| *fate == Fate::Recorded) + many(|fate| *fate == Fate::Noted);
    if recorded > 0 {
        let many = counted(recorded, "line");
        let verb = agreeing(recorded, "is", "are");
        told +=
            &format!("{many} {verb} on record and not spoken: headings, recommendations, notes.\n");
    }
    for sentence in &read.sentences {
        let what = match &sentence.fate {
            Fate::Placed | Fate::Recorded => continue,
            Fate::Elsewhere => "spoken in another place",
            Fate::Waits => "waits in the tray",
            Fate::Noted => "kept as a note",
            Fate::Differs(_) => "spoken otherwise",
        };
        told += &format!("{name}:{}: {what}: {}\n", sentence.line, sentence.text);
        if let Fate::Differs(now) = &sentence.fate
            && !now.is_empty()
        {
            told += &format!("  now: {now}\n");
        }
    }
    for added in &read.added {
        told += &format!("added by the framework: {added}\n");
    }
    told
}
