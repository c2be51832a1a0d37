//! A print, before it is set in a format.

use super::block::Block;
use super::numbers::Numbers;
use super::review::{self, ReviewNote};
use super::{grades, notice, report, sources, statement};
use crate::assessment::{Assessment, Framework, Inspection, Predecessor};
use crate::statement::{Document, Inspected, marking};

/// The editions of a print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// The statement.
    #[default]
    Statement,
    /// The statement with what each sentence stands on.
    Sources,
    /// The statement with the grades on their scale below.
    Grades,
    /// The whole report.
    Report,
    /// The notice of an inspection, for the press.
    Notice,
    /// The whole report on an inspection.
    Theme,
}

impl Edition {
    /// All editions.
    pub const ALL: &'static [Self] = &[
        Self::Statement,
        Self::Sources,
        Self::Grades,
        Self::Report,
        Self::Notice,
        Self::Theme,
    ];

    /// Returns its name inside a sentence, by which a file is known that it was printed to.
    pub fn name(self) -> &'static str {
        match self {
            Self::Statement => "the statement",
            Self::Sources => "the statement with sources",
            Self::Grades => "the statement with grades",
            Self::Report => "the report",
            Self::Notice => "the notice",
            Self::Theme => "the thematic report",
        }
    }

    /// Returns the ending of the file that it is printed to, so that no two editions of one draft have one name:
    /// `txt`, `report.txt`.
    pub fn ending(self, extension: &str) -> String {
        let own = match self {
            Self::Statement => return extension.to_owned(),
            Self::Sources => "sources",
            Self::Grades => "grades",
            Self::Report | Self::Theme => "report",
            Self::Notice => "notice",
        };
        format!("{own}.{extension}")
    }
}

/// Additions to a print for those who work on it: what is published has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrintOptions {
    /// Each sentence has its number before it.
    pub numbered: bool,
    /// The open review notes of a draft stand at its end or, in a document of Word, as comments at their sentences.
    pub notes: bool,
}

impl PrintOptions {
    /// Returns the name of a print inside a sentence, by which a file is known that it was printed to: "the report,
    /// numbered".
    pub fn name(self, edition: Edition) -> String {
        let mut name = edition.name().to_owned();
        for (added, words) in [(self.numbered, "numbered"), (self.notes, "with notes")] {
            if added {
                name = format!("{name}, {words}");
            }
        }
        name
    }

    /// Returns the ending of the file that a print goes to, so that none takes the place of what is published:
    /// `report.txt`, `numbered.report.txt`.
    pub fn ending(self, edition: Edition, extension: &str) -> String {
        let mut ending = edition.ending(extension);
        for (added, word) in [(self.numbered, "numbered"), (self.notes, "notes")] {
            if added {
                ending = format!("{word}.{ending}");
            }
        }
        ending
    }
}

/// The content that is to be printed.
#[derive(Clone, Copy, Debug)]
pub struct Print<'a> {
    /// The edition of it.
    pub edition: Edition,
    /// The additions to it.
    pub options: PrintOptions,
    /// The source of the print.
    pub of: Printed<'a>,
}

/// The source of a print.
#[derive(Clone, Copy, Debug)]
pub enum Printed<'a> {
    /// A draft.
    Draft {
        /// Its statement.
        document: &'a Document,
        /// The draft.
        assessment: &'a Assessment,
        /// Its framework.
        framework: &'a Framework,
        /// Last year's draft, for the report and the grades.
        predecessor: &'a Predecessor,
    },
    /// An inspection of several bodies.
    Inspection {
        /// The inspection.
        inspection: &'a Inspection,
        /// Its drafts.
        drafts: &'a [Inspected<'a>],
    },
}

impl<'a> Print<'a> {
    /// Returns the print of a statement alone.
    pub fn statement(
        document: &'a Document,
        assessment: &'a Assessment,
        framework: &'a Framework,
    ) -> Self {
        Self {
            edition: Edition::Statement,
            options: PrintOptions::default(),
            of: Printed::Draft {
                document,
                assessment,
                framework,
                predecessor: &Predecessor::None,
            },
        }
    }

    /// Returns true where the draft has grades, and this edition prints the statement without them.
    pub fn has_grades_elsewhere(&self) -> bool {
        let Printed::Draft { assessment, .. } = self.of else {
            return false;
        };
        let mut judgments = assessment.grades.values();
        let graded = judgments.any(|it| it.grade.is_some()) || assessment.overall.grade.is_some();
        graded && matches!(self.edition, Edition::Statement | Edition::Sources)
    }

    /// Returns the parts of the print, in order.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let PrintOptions { numbered, notes } = self.options;
        let mut blocks = self.published(numbered);
        if let (
            true,
            Printed::Draft {
                document,
                assessment,
                framework,
                ..
            },
        ) = (notes, self.of)
        {
            blocks.extend(review::list(document, assessment, framework, numbered));
        }
        blocks
    }

    /// Returns the review notes that are asked for.
    pub(super) fn review_notes(&self) -> Vec<ReviewNote<'a>> {
        match self.of {
            Printed::Draft {
                document,
                assessment,
                framework,
                ..
            } if self.options.notes => review::review_notes(document, assessment, framework),
            _ => Vec::new(),
        }
    }

    /// Returns the parts that may be published.
    fn published(&self, numbered: bool) -> Vec<Block> {
        match self.of {
            Printed::Draft {
                document,
                assessment,
                framework,
                predecessor,
            } => match self.edition {
                Edition::Sources => sources::page(document, assessment, framework),
                Edition::Grades => {
                    let mut blocks = statement(document, numbered);
                    blocks.extend(grades::chart(assessment, framework, predecessor));
                    blocks
                }
                Edition::Report => {
                    report::page(document, assessment, framework, predecessor, numbered)
                }
                Edition::Statement | Edition::Notice | Edition::Theme => {
                    statement(document, numbered)
                }
            },
            Printed::Inspection { inspection, drafts } => match self.edition {
                Edition::Theme => notice::theme_page(inspection, drafts, numbered),
                _ => {
                    let notice = crate::statement::notice(inspection, drafts);
                    let mut blocks = notice::notice_page(inspection, &notice, drafts);
                    if numbered {
                        Numbers::default().number_all(&mut blocks);
                    }
                    blocks
                }
            },
        }
    }

    /// Returns the protective marking; empty where there is none.
    pub(super) fn marking(&self) -> String {
        match self.of {
            Printed::Draft { document, .. } => document.marking.clone(),
            Printed::Inspection { inspection, drafts } => marking(inspection, drafts),
        }
    }

    /// Returns what it is called where it says no title of its own.
    pub(super) fn name(&self) -> &'a str {
        match self.of {
            Printed::Draft { assessment, .. } => &assessment.subject.name,
            Printed::Inspection { inspection, .. } => &inspection.title,
        }
    }
}
