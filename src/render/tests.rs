//! What a print of the accepted draft holds, and what holds for hostile texts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::assessment::{Assessment, Evidence, Figure, Finding, Framework, Kind, List};
use crate::statement::{Paragraph, Reason, SentencePart, Source, Unspoken, weave};
use crate::store::format;
use crate::text::{has_hidden, width};

const CITY: &str = include_str!("../../tests/data/drafts/city-of-london-2015.toml");
const ANNUAL: &str = include_str!("../../assets/frameworks/annual.toml");

fn annual() -> Arc<Framework> {
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
    }
}

fn made(
    (edition, format): (Edition, PrintFormat),
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
    width: Option<usize>,
) -> String {
    let plain = Print::statement(document, assessment, framework);
    print(&Print { edition, ..plain }, format, width)
}

/// Returns the statement in a format that needs nothing else of a draft.
fn spoken(format: PrintFormat, document: &Document, width: Option<usize>) -> String {
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

#[test]
fn a_format_prints_what_its_row_says_and_no_two_have_one_name() {
    let (draft, framework) = city();
    let document = weave(&draft, &framework);
    let mut names = std::collections::BTreeSet::new();
    for format in PrintFormat::ALL {
        let entry = format.entry();
        for name in entry.aliases.iter().chain([&entry.id]) {
            assert!(names.insert(*name), "{name}");
        }
        for edition in entry.prints {
            let print = (*edition, *format);
            assert_ne!(made(print, &document, &draft, &framework, None), "");
        }
    }
}

#[test]
fn nothing_prints_as_nothing() {
    let nothing = Document::default();
    assert_eq!(text(&nothing, None), "");
    assert_eq!(text(&nothing, Some(40)), "");
    assert_eq!(markdown(&nothing), "");
    assert_eq!(text(&document(&[vec![], vec![" ".into()]]), None), "");
}

#[test]
fn a_narrow_print_is_twenty_columns_wide() {
    let all = document(&[vec!["I inspect police forces for the public.".into()]]);
    let wrapped = "I inspect police\nforces for the\npublic.\n";
    assert_eq!(text(&all, Some(0)), wrapped);
    assert_eq!(text(&all, Some(20)), wrapped);
}

#[test]
fn every_sentence_of_the_accepted_draft_tells_what_it_stands_on() {
    let (draft, framework) = city();
    let document = weave(&draft, &framework);
    let print = text_sources(&document, &draft, &framework, None);
    let (spoken, told) = print.split_once(sources::STANDS_ON).unwrap();
    let numbers = document.measures().sentences + 1;
    assert!(spoken.contains(&format!("[{numbers}]")) && told.contains(&format!("\n[{numbers}] ")));
    for expected in [
        "\n[10] Finding cse – Victims, area for improvement\n     Draft: the noun for the body\n     \
         Framework: the word that turns\n     Rules: ",
        "Finding prevention – Crime prevention, strength",
        "Finding victims – Victims, strength",
        "Figure followers – 50,000 (Twitter followers)",
        "Framework: the rung “pleased”",
        "Draft: the inspector's name",
        "Not spoken\n----------\n\nEverything recorded is spoken.\n",
        "Figure followers – 50,000 (Twitter followers)",
    ] {
        assert!(print.contains(expected), "{expected:?} is not in\n{print}");
    }
    for row in text_sources(&document, &draft, &framework, Some(60)).lines() {
        assert!(width(row) <= 60, "{row}");
    }
}

#[test]
fn markdown_has_a_footnote_for_every_mark() {
    let (mut draft, framework) = city();
    let mut left_out = draft.findings[3].as_ref().clone();
    left_out.spoken = Some(false);
    left_out.why = "# too _long_".into();
    draft.findings[3] = Arc::new(left_out);
    let document = weave(&draft, &framework);
    let print = markdown_sources(&document, &draft, &framework);
    for number in 1..=document.measures().sentences + 1 {
        let mark = format!("[^{number}]");
        assert_eq!(print.matches(&mark).count(), 2, "{mark} in\n{print}");
        assert!(print.contains(&format!("\n\n{mark}: ")));
    }
    let item = "\n\n## Not spoken\n\n- Victims: “The force protects most victims well.” (victims) – kept out by the author: \\# too \\_long\\_\n";
    assert!(print.contains(item), "{print}");
}

#[test]
fn sources_are_told_with_all_that_is_known_of_them() {
    let (mut draft, framework) = city();
    draft.evidence.push(Arc::new(Evidence {
        id: "e1".into(),
        kind: "focus-group".into(),
        title: "Sergeants\nand [2] inspectors".into(),
        date: "2015-06-03".into(),
        ..Evidence::default()
    }));
    let mut figure = Figure::clone(&draft.figures[0]);
    figure.of = "60000".into();
    figure.period = "June 2015".into();
    draft.figures[0] = Arc::new(figure);
    let at = draft
        .findings
        .iter()
        .position(|each| each.id == "social-media");
    let mut finding = Finding::clone(&draft.findings[at.unwrap()]);
    finding.evidence = vec!["e1".into(), "gone".into()];
    draft.findings[at.unwrap()] = Arc::new(finding);
    let print = text_sources(&weave(&draft, &framework), &draft, &framework, None);
    for expected in [
        "Evidence e1 – Sergeants and [2] inspectors (focus group; 3 June 2015)\n",
        "Evidence gone – not in the draft\n",
        "Figure followers – 50,000 of 60000 (Twitter followers; June 2015)\n",
    ] {
        assert!(print.contains(expected), "{expected:?} is not in\n{print}");
    }
}

#[test]
fn the_words_of_a_sensitive_finding_are_nowhere() {
    let (mut draft, framework) = city();
    draft.findings.push(Arc::new(Finding {
        id: "secret".into(),
        heading: "victims".into(),
        kind: Kind::Concern,
        text: "The informant is known.".into(),
        sensitive: true,
        ..Finding::default()
    }));
    let document = weave(&draft, &framework);
    for print in [
        text_sources(&document, &draft, &framework, None),
        markdown_sources(&document, &draft, &framework),
        json(&document, &draft, &framework),
        html_sources(&document, &draft, &framework),
        unspoken(&document.unspoken[0], &draft, &framework),
    ] {
        assert!(
            print.contains("secret") && !print.contains("informant"),
            "{print}"
        );
    }
}

#[test]
fn the_sentences_that_stand_on_least_come_first() {
    let (mut draft, framework) = city();
    let evidence = |id: &str| {
        Arc::new(Evidence {
            id: id.into(),
            title: format!("Title of {id}"),
            reference: "docket 7".into(),
            date: "2015-05-19".into(),
            ..Evidence::default()
        })
    };
    draft.evidence = ["e1", "e2", "e3"].map(evidence).into();
    let place = draft.findings.iter().position(|each| each.id == "prepared");
    let finding = Arc::make_mut(&mut draft.findings[place.unwrap()]);
    finding.evidence = vec!["e1".into(), "e2".into()];
    finding.against = vec!["e3".into()];
    let document = weave(&draft, &framework);
    let print = text_sources(&document, &draft, &framework, None);
    let (before, table) = print
        .split_once("by what they stand on, least first\n")
        .unwrap();
    assert!(
        before
            .contains("\n     Weighs against: Evidence e3 – Title of e3 (19 May 2015; docket 7)\n")
    );
    let rows: Vec<&str> = table.lines().skip(4).collect();
    assert_eq!(rows.len(), document.measures().sentences);
    let counts = |row: &str| {
        let counts = row.split_whitespace().rev().take(4);
        counts
            .map(|count| count.parse::<usize>().unwrap())
            .collect::<Vec<_>>()
    };
    assert!(
        rows[0].starts_with("[2] Hello.") && counts(rows[0]) == [0, 0, 0, 0],
        "{}",
        rows[0]
    );
    let last = rows.last().unwrap();
    assert!(
        last.contains("I am reassured") && counts(last) == [0, 1, 2, 1],
        "{last}"
    );
    assert!(
        rows.iter()
            .any(|row| row.contains("With 50,000") && counts(row) == [1, 0, 0, 1])
    );
    let blocks = markdown_sources(&document, &draft, &framework);
    assert!(blocks.contains(
        "least first\n\n| Sentence | Findings | Evidence | Against | Figures |\n| --- |"
    ));
    let parsed: Value = serde_json::from_str(&json(&document, &draft, &framework)).unwrap();
    let support = parsed["support"].as_array().unwrap();
    assert_eq!(support.last().unwrap()["sentence"], "prepared");
    assert_eq!(support.last().unwrap()["against"], 1);
    assert_eq!(parsed["evidence"][2]["reference"], "docket 7");
    assert_eq!(parsed["figures"][0]["spoken"], "50,000");
}

#[test]
fn what_is_not_spoken_is_told_in_one_line() {
    let (draft, framework) = city();
    let tell = |source, reason| unspoken(&Unspoken { source, reason }, &draft, &framework);
    assert_eq!(
        tell(Source::item(List::Outlook, "cross-border"), Reason::TooMany),
        "Look-ahead: “how the force works with the Metropolitan Police …” (cross-border) – enough is read aloud before it"
    );
    assert_eq!(
        tell(
            Source::item(List::Findings, "national-balance"),
            Reason::SaidBy("a\nb".into())
        ),
        "Overall: “The force balances this well with its national …” (national-balance) – a b says the same"
    );
    assert_eq!(
        tell(Source::item(List::Findings, "gone"), Reason::Empty),
        "Finding: gone – nothing is written yet"
    );
}

#[test]
fn json_is_whole_and_in_order() {
    let (draft, framework) = city();
    let document = weave(&draft, &framework);
    let print = json(&document, &draft, &framework);
    let parsed: Value = serde_json::from_str(&print).unwrap();
    let keys = [
        "draft",
        "framework",
        "subject",
        "paragraphs",
        "unspoken",
        "support",
        "measures",
    ];
    let places = keys.map(|key| print.find(&format!("\n  \"{key}\": ")).unwrap());
    assert!(places.is_sorted());
    assert_eq!(parsed["draft"], "city-of-london-2015");
    let many = document.measures().sentences;
    assert_eq!(parsed["measures"]["sentences"], many);
    let paragraphs = parsed["paragraphs"].as_array().unwrap();
    assert_eq!(paragraphs.len(), 10);
    for sentence in paragraphs
        .iter()
        .flat_map(|each| each["sentences"].as_array().unwrap())
    {
        assert!(
            !sentence["sources"].as_array().unwrap().is_empty(),
            "{sentence}"
        );
        let text = sentence["text"].as_str().unwrap();
        let last = sentence["parts"].as_array().unwrap().last().unwrap();
        assert_eq!(last["end"], text.len());
    }
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

/// What Markdown shows of escaped words. Fails on a sign that was not escaped.
fn shown(words: &str) -> String {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn wrapping_loses_no_word_and_is_no_wider_than_a_word(all in paragraphs(), columns in 0usize..90) {
        let all = document(&all);
        let (lines, wrapped) = (text(&all, None), text(&all, Some(columns)));
        let words: Vec<_> = lines.split_whitespace().collect();
        prop_assert_eq!(wrapped.split_whitespace().collect::<Vec<_>>(), words);
        for row in wrapped.lines() {
            prop_assert!(width(row) <= columns.max(20) || !row.contains(' '), "{}", row);
            prop_assert_eq!(row.trim(), row);
        }
        let gaps = |print: &str| print.matches("\n\n").count();
        prop_assert_eq!(gaps(&wrapped), gaps(&lines));
    }

    #[test]
    fn no_print_obeys_what_a_file_holds(all in paragraphs()) {
        let (draft, framework) = city();
        let all = document(&all);
        for print in [
            text(&all, Some(30)),
            text_sources(&all, &draft, &framework, None),
            markdown_sources(&all, &draft, &framework),
            html_sources(&all, &draft, &framework),
            json(&all, &draft, &framework),
        ] {
            prop_assert!(!has_hidden(&print));
        }
    }

    #[test]
    fn markdown_keeps_one_paragraph_a_paragraph_and_its_words(all in paragraphs()) {
        let all = document(&all);
        let (lines, blocks) = (text(&all, None), markdown(&all));
        let lines: Vec<_> = lines.trim_end().split("\n\n").collect();
        let blocks: Vec<_> = blocks.trim_end().split("\n\n").collect();
        prop_assert_eq!(blocks.len(), lines.len());
        for (block, line) in blocks.iter().zip(lines) {
            prop_assert!(!block.contains('\n'));
            let words = block.strip_prefix("# ").unwrap_or(block);
            let first = words.trim_start_matches(|sign: char| sign.is_ascii_digit());
            prop_assert!(!words.starts_with(['-', '+', '=', ':']), "{}", words);
            prop_assert!(first == words || !first.starts_with(['.', ')']), "{}", words);
            prop_assert_eq!(shown(words), line);
        }
    }

    #[test]
    fn json_gives_every_character_back(all in paragraphs()) {
        let (draft, framework) = city();
        let all = document(&all);
        let parsed: Value = serde_json::from_str(&json(&all, &draft, &framework)).unwrap();
        for (paragraph, told) in all.paragraphs.iter().zip(parsed["paragraphs"].as_array().unwrap()) {
            for (sentence, told) in paragraph.sentences.iter().zip(told["sentences"].as_array().unwrap()) {
                prop_assert_eq!(told["text"].as_str().unwrap(), &sentence.text);
            }
        }
    }
}

#[test]
fn a_marking_stands_at_both_ends_of_every_print_and_nowhere_where_there_is_none() {
    let (mut draft, framework) = city();
    let mut all = document(&[vec!["A title".into()], vec!["Words.".into()]]);
    let bare = text(&all, None);
    assert!(bare.starts_with("A title\n"), "{bare}");
    assert!(
        json(&all, &draft, &framework).contains("\"framework\"")
            && !json(&all, &draft, &framework).contains("marking")
    );
    draft.overall.marking = "OFFICIAL_SENSITIVE\n\u{1b}[8m".into();
    all.marking.clone_from(&draft.overall.marking);
    let marked = "OFFICIAL_SENSITIVE ␛[8m";
    assert_eq!(text(&all, None), format!("{marked}\n\n{bare}\n{marked}\n"));
    for print in [
        text_sources(&all, &draft, &framework, None),
        text(&all, Some(20)).replace("OFFICIAL_SENSITIVE\n", "OFFICIAL_SENSITIVE "),
    ] {
        assert!(print.starts_with(&format!("{marked}\n\n")), "{print}");
        assert!(print.ends_with(&format!("\n\n{marked}\n")), "{print}");
    }
    let marked = "OFFICIAL\\_SENSITIVE ␛\\[8m";
    for print in [markdown(&all), markdown_sources(&all, &draft, &framework)] {
        assert!(print.starts_with(&format!("{marked}\n\n")), "{print}");
        assert!(print.ends_with(&format!("\n\n{marked}\n")), "{print}");
    }
    let parsed: Value = serde_json::from_str(&json(&all, &draft, &framework)).unwrap();
    assert_eq!(parsed["marking"], *draft.overall.marking);
    // The same draft woven: the marking comes along, and goes when it is taken out.
    let mut weaver = crate::statement::Weaver::new();
    assert_eq!(
        weaver.weave(&draft, &framework).marking,
        draft.overall.marking
    );
    draft.overall.marking.clear();
    assert_eq!(weaver.weave(&draft, &framework).marking, "");
}
