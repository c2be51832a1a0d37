//! What a print leaves out: every text of a draft is in a print, or in this list with the reason.
//!
//! The tables of a draft are walked field by field, so that none can be forgotten. Which prints have a place for a
//! field stands in `table`; whether they print it this time is looked up in their words.

mod draft;
mod table;
mod words;

use std::fmt;

use super::formats::{PrintFormat, print_text};
use super::line;
use super::print::{Edition, Print, Printed};
use super::words::first_words;
use crate::assessment::{Date, Inspection, InspectionField, Record, ReportWords, Shape, Value};
use crate::statement::{Reason, group_thousands, number_word, release_words, weave};
use crate::text::{capital, listed};
use draft::DraftTexts;
pub use table::printed_unspoken;
use table::{Content, Printable};
use words::PrintedWords;

/// A text of a draft that a print does not have in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The body that the draft is about, where several are printed.
    pub body: String,
    /// Its place, as review notes name it: `f3/effect`.
    pub address: String,
    /// The same for people: "Victims · Why", "Evidence “Case files”".
    pub place: String,
    /// Its first words; empty where it is sensitive.
    pub first: String,
    /// The reason.
    pub why: String,
    /// True where whoever prints is told of it unasked: neither is it no matter of such a print, nor did the author keep
    /// it out.
    pub told: bool,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.body.is_empty() {
            write!(f, "{}: ", self.body)?;
        }
        f.write_str(&self.place)?;
        if !self.first.is_empty() {
            write!(f, ": “{}”", self.first)?;
        }
        write!(f, " – {}", self.why)
    }
}

/// Returns every text that a print does not have in it, in the order of a file.
pub fn left_out(print: &Print<'_>, format: PrintFormat) -> Vec<LeftOut> {
    let content = content(print, format);
    let words = PrintedWords::new(text_of(print, content));
    let mut all = of_inspection(print, content, &words);
    of_drafts(print, content, &words, |name, texts| {
        all.extend(texts.left_out(name));
    });
    all.extend(grades(print, content));
    all
}

/// The address of the grades, in the list of what is left out of a print.
pub const GRADES: &str = "grades";

/// Returns the grades of a draft, where they are in other prints than this one.
fn grades(print: &Print<'_>, content: Content) -> Option<LeftOut> {
    if !print.has_grades_elsewhere() || content != Content::Statement {
        return None;
    }
    Some(LeftOut {
        body: String::new(),
        address: GRADES.to_owned(),
        place: "The grades on their scale".to_owned(),
        first: String::new(),
        why: "printed with grades, and in the report".to_owned(),
        told: false,
    })
}

/// Returns the number of texts that a print does not have in it and of which whoever prints is told unasked. Costs less
/// than the list.
pub fn told(print: &Print<'_>, format: PrintFormat) -> usize {
    let content = content(print, format);
    let words = PrintedWords::new(text_of(print, content));
    let of_inspection = of_inspection(print, content, &words);
    let mut many = of_inspection.iter().filter(|it| it.told).count();
    of_drafts(print, content, &words, |_, texts| many += texts.told());
    many
}

/// Hands on the texts of each draft of a print, with the name of its body where several are printed.
fn of_drafts(
    print: &Print<'_>,
    content: Content,
    words: &PrintedWords,
    mut hand_on: impl FnMut(&str, &DraftTexts<'_>),
) {
    match print.of {
        Printed::Draft {
            document,
            assessment,
            framework,
            ..
        } => {
            let texts = DraftTexts::new(content, words, document, assessment, framework);
            hand_on("", &texts.with_notes(print.options.notes));
        }
        Printed::Inspection { drafts, .. } => {
            for draft in drafts {
                let (assessment, framework) = (draft.assessment, draft.framework);
                let document = weave(assessment, framework);
                let texts = DraftTexts::new(content, words, &document, assessment, framework);
                hand_on(&line(&draft.part.name), &texts.noticed(draft.part));
            }
        }
    }
}

fn content(print: &Print<'_>, format: PrintFormat) -> Content {
    match (print.of, print.edition) {
        (Printed::Inspection { .. }, Edition::Theme) => Content::Theme,
        (Printed::Inspection { .. }, _) => Content::Notice,
        (Printed::Draft { .. }, Edition::Report) => Content::Report,
        (Printed::Draft { .. }, _) if format == PrintFormat::Json => Content::Json,
        (Printed::Draft { .. }, Edition::Sources) => Content::Sources,
        (Printed::Draft { .. }, _) => Content::Statement,
    }
}

/// Returns the words of a print, as they are before a format sets them.
fn text_of(print: &Print<'_>, content: Content) -> String {
    if content != Content::Json {
        // A number between two sentences would tear a text apart.
        let mut print = *print;
        print.options.numbered = false;
        return print_text(&print, PrintFormat::Text, None);
    }
    let json = print_text(print, PrintFormat::Json, None);
    let mut text = String::new();
    collect(&serde_json::from_str(&json).unwrap_or_default(), &mut text);
    text
}

fn collect(json: &serde_json::Value, text: &mut String) {
    match json {
        serde_json::Value::String(words) => {
            text.push_str(words);
            text.push('\n');
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, text)),
        serde_json::Value::Object(fields) => fields.values().for_each(|it| collect(it, text)),
        _ => {}
    }
}

fn of_inspection(print: &Print<'_>, content: Content, words: &PrintedWords) -> Vec<LeftOut> {
    let Printed::Inspection { inspection, .. } = print.of else {
        return Vec::new();
    };
    let fields = Inspection::FIELDS.iter().copied();
    let texts = fields.filter_map(|field| match inspection.get(field)? {
        Value::Text(text) if !text.trim().is_empty() => Some((field, text)),
        _ => None,
    });
    let left = texts.filter_map(|(field, text)| {
        let why = match table::printable_of_inspection(field) {
            Printable::In(prints) if !prints.contains(&content) => Why::Elsewhere(prints),
            Printable::In(_)
                if !forms(&text)
                    .into_iter()
                    .chain([until(inspection, field, print)])
                    .any(|form| !form.is_empty() && words.have(&form)) =>
            {
                Why::NotCalledFor
            }
            _ => return None,
        };
        Some(LeftOut {
            body: String::new(),
            address: Inspection::key(field).to_owned(),
            place: capital(&Inspection::key(field).replace('-', " ")),
            first: first_words(&text, FEW),
            told: why.is_told(content, shape_of(field)),
            why: why.to_string(),
        })
    });
    left.collect()
}

/// Returns the words that say when a notice may be used.
fn until(inspection: &Inspection, field: InspectionField, print: &Print<'_>) -> String {
    match (field, print.of) {
        (InspectionField::Release, Printed::Inspection { drafts, .. }) => {
            let default = ReportWords::default();
            let terms = drafts.first().map_or(&default, |it| &it.framework.report);
            release_words(inspection, terms)
        }
        _ => String::new(),
    }
}

fn shape_of(field: InspectionField) -> Shape {
    let spec = Inspection::SPECS.get(Inspection::nth(field));
    spec.map_or(Shape::Line, |spec| spec.shape)
}

/// Returns the ways in which a text may be printed.
fn forms(text: &str) -> Vec<String> {
    let mut forms = vec![text.to_owned(), group_thousands(text)];
    forms.extend(Date::parse(text.trim()).map(Date::spoken));
    forms.extend(number_word(text.trim()).map(str::to_owned));
    forms
}

/// The number of words of a text that are enough to know it by.
const FEW: usize = 8;

/// The reason for which a text is not printed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Why {
    /// Others print it, or none does.
    Elsewhere(&'static [Content]),
    InTray,
    /// Its finding is sensitive.
    Sensitive,
    /// Only what is sensitive uses it.
    Withheld,
    Unspoken(Reason),
    /// A hand edit's words stand in its place.
    ByHand,
    /// Its hand edit is not spoken.
    EditUnspoken(String),
    /// A notice tells of needs and strengths, and of one figure.
    NoNeed,
    /// It is a review note, and they are not asked for.
    WithNotes,
    /// It is a review note, and done with.
    DealtWith,
    /// It is kept out of the statement, and so of the notice.
    NotNoticed,
    /// No sentence of the print calls for it.
    NotCalledFor,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Elsewhere([]) => {
                f.write_str("for those who work on the draft; it is in no print")
            }
            Self::Elsewhere(prints) => {
                let names: Vec<&str> = prints.iter().map(|print| print.name()).collect();
                write!(f, "printed in {} only", listed(&names, "and"))
            }
            Self::InTray => write!(f, "{}", Reason::InTray),
            Self::Sensitive => f.write_str("sensitive"),
            Self::Withheld => f.write_str("only what is sensitive uses it"),
            Self::Unspoken(reason) => write!(f, "{reason}"),
            Self::ByHand => f.write_str("its sentence is worded by hand"),
            Self::EditUnspoken(why) => f.write_str(why),
            Self::NoNeed => f.write_str(
                "a notice tells what is to be put right, what is praised, and one figure",
            ),
            Self::WithNotes => {
                f.write_str("for those who work on the draft; it is in no print but one with notes")
            }
            Self::DealtWith => f.write_str("it is dealt with"),
            Self::NotNoticed => f.write_str("kept out of its statement, and so of the notice"),
            Self::NotCalledFor => f.write_str("nothing that is printed calls for it"),
        }
    }
}

impl Why {
    /// Says whether whoever prints is told of it unasked.
    fn is_told(&self, content: Content, shape: Shape) -> bool {
        match self {
            Self::InTray | Self::EditUnspoken(_) | Self::NoNeed => true,
            Self::Unspoken(reason) => !matches!(reason, Reason::Silenced(_) | Reason::Sensitive),
            // A notice is the short form of the report.
            Self::Elsewhere(prints) => {
                content == Content::Notice && prints.contains(&Content::Theme)
            }
            Self::NotCalledFor => shape == Shape::Prose,
            Self::Sensitive
            | Self::Withheld
            | Self::ByHand
            | Self::NotNoticed
            | Self::WithNotes
            | Self::DealtWith => false,
        }
    }
}
