//! Which print of a draft is made, and in which form.

use super::{
    html, html_grades, html_sources, json, markdown, markdown_grades, markdown_sources,
    report_html, report_markdown, report_text, text, text_grades, text_sources,
};
use crate::assessment::{Assessment, Framework, Predecessor};
use crate::statement::Document;

/// What is printed.
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
}

/// The form that it is printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PrintFormat {
    /// Plain text, a paragraph a line or wrapped to so many columns (at least 20).
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A page of HTML.
    Html,
    /// JSON: the statement with all its sources, whatever is printed.
    Json,
}

/// A print of a draft. `width` is of text alone; `predecessor` of the report and of the grades.
pub fn print(
    (edition, form): (Edition, PrintFormat),
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
    predecessor: &Predecessor,
    width: Option<usize>,
) -> String {
    use {Edition as E, PrintFormat as F};
    let (said, draft, before) = (document, assessment, predecessor);
    match (form, edition) {
        (F::Json, _) => json(said, draft),
        (F::Text, E::Statement) => text(said, width),
        (F::Text, E::Sources) => text_sources(said, draft, framework, width),
        (F::Text, E::Grades) => text_grades(said, draft, framework, before, width),
        (F::Text, E::Report) => report_text(said, draft, framework, before, width),
        (F::Markdown, E::Statement) => markdown(said),
        (F::Markdown, E::Sources) => markdown_sources(said, draft, framework),
        (F::Markdown, E::Grades) => markdown_grades(said, draft, framework, before),
        (F::Markdown, E::Report) => report_markdown(said, draft, framework, before),
        (F::Html, E::Statement) => html(said, draft),
        (F::Html, E::Sources) => html_sources(said, draft, framework),
        (F::Html, E::Grades) => html_grades(said, draft, framework, before),
        (F::Html, E::Report) => report_html(said, draft, framework, before),
    }
}
