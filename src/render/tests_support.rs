//! The documents that tests of prints are made with, and the ways to print them.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::assessment::{Assessment, Framework};
use crate::statement::{Paragraph, SentencePart, Source};
use crate::store::format;

const CITY: &str = include_str!("../../tests/data/drafts/city-of-london-2015.toml");
const ANNUAL: &str = include_str!("../../assets/frameworks/annual.toml");

pub(super) fn annual() -> Arc<Framework> {
    Arc::new(format::framework::read("annual", ANNUAL).unwrap())
}

pub(super) fn city() -> (Assessment, Arc<Framework>) {
    let draft = format::read("city.toml", CITY, &|_| Ok(annual())).unwrap();
    (draft.assessment, draft.framework)
}

/// Returns a document of these paragraphs, a sentence for each text.
pub(super) fn document(paragraphs: &[Vec<String>]) -> Document {
    let sentence = |text: &String| {
        let source = Source::field("statement.greeting");
        Arc::new(Sentence {
            key: "greeting".into(),
            text: text.clone(),
            sources: vec![source.clone()],
            parts: vec![SentencePart {
                range: 0..text.len(),
                source,
            }],
            rules: Vec::new(),
            woven: None,
        })
    };
    let paragraphs = paragraphs.iter().enumerate().map(|(at, texts)| {
        Arc::new(Paragraph {
            items: Vec::new(),
            role: if at == 0 {
                ParagraphRole::Title
            } else {
                ParagraphRole::Greeting
            },
            sentences: texts.iter().map(sentence).collect(),
        })
    });
    Document {
        marking: String::new(),
        paragraphs: paragraphs.collect(),
        unspoken: Vec::new(),
        stale: Vec::new(),
    }
}

pub(super) fn made(
    (edition, format): (Edition, PrintFormat),
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
    width: Option<usize>,
) -> String {
    let plain = Print::statement(document, assessment, framework);
    print_text(&Print { edition, ..plain }, format, width)
}

/// Returns the statement in a format that needs nothing else of a draft.
pub(super) fn spoken(format: PrintFormat, document: &Document, width: Option<usize>) -> String {
    let framework = Framework::default();
    let draft = Assessment::new("d", &framework);
    let edition = Edition::Statement;
    made((edition, format), document, &draft, &framework, width)
}

pub(super) fn text(document: &Document, width: Option<usize>) -> String {
    spoken(PrintFormat::Text, document, width)
}

pub(super) fn markdown(document: &Document) -> String {
    spoken(PrintFormat::Markdown, document, None)
}

/// Functions that make one print of a draft.
macro_rules! prints {
    ($($name:ident $edition:ident $format:ident;)*) => {$(
        pub(super) fn $name(document: &Document, draft: &Assessment, framework: &Framework) -> String {
            let print = (Edition::$edition, PrintFormat::$format);
            made(print, document, draft, framework, None)
        }
    )*};
}

prints! {
    markdown_sources Sources Markdown;
    html Statement Html;
    html_sources Sources Html;
    json Statement Json;
    report_markdown Report Markdown;
    report_html Report Html;
}

pub(super) fn text_sources(
    document: &Document,
    draft: &Assessment,
    framework: &Framework,
    width: Option<usize>,
) -> String {
    let print = (Edition::Sources, PrintFormat::Text);
    made(print, document, draft, framework, width)
}

pub(super) fn report_text(
    document: &Document,
    draft: &Assessment,
    framework: &Framework,
    width: Option<usize>,
) -> String {
    let print = (Edition::Report, PrintFormat::Text);
    made(print, document, draft, framework, width)
}

/// Words that would like to be more than words.
pub(super) fn hostile() -> impl Strategy<Value = String> {
    let signs = proptest::sample::select(
        &[
            "# ",
            "- ",
            "+ ",
            "1. ",
            "2) ",
            "> ",
            "---",
            "***",
            "===",
            "```",
            "~~~",
            "[^1]: ",
            "[a](b)",
            "<b>",
            "&amp;",
            "\\",
            "|",
            "$x$",
            "\n",
            "\n\n",
            "\r\n",
            "\u{2028}",
            "\t",
            "\u{1b}[31m",
            "\u{202e}",
            "\u{9b}",
            "\u{a0}",
            " #",
            ": ",
            "https://example.org/a_long_address/of_many_parts",
            "評価",
            "👩\u{200d}🏫",
            "e\u{301}",
            "word",
            "A b c.",
        ][..],
    );
    let piece = prop_oneof![3 => signs.prop_map(str::to_owned), 1 => any::<String>()];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

pub(super) fn paragraphs() -> impl Strategy<Value = Vec<Vec<String>>> {
    proptest::collection::vec(proptest::collection::vec(hostile(), 0..4), 0..5)
}

/// Returns what Markdown shows of escaped words. Fails on a sign that was not escaped.
pub(super) fn shown(words: &str) -> String {
    let mut read = String::new();
    let mut signs = words.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => read.extend(signs.next()),
            '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '#' => {
                panic!("{sign} stands bare in {words}")
            }
            other => read.push(other),
        }
    }
    read
}
