#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashSet;

use proptest::prelude::*;

use super::story::{Drawn, PageBand};
use super::*;
use crate::assessment::{Assessment, Framework};
use crate::render::tests_support::{annual, city, document, paragraphs};
use crate::render::{Edition, Print, PrintFormat, PrintOptions, print, print_text};
use crate::statement::{Document as Statement, weave};

/// Returns a print in all its bytes, where it is what the standard asks for.
fn whole_print(print: &Print<'_>) -> Vec<u8> {
    let bytes = made(print).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7") && bytes.ends_with(b"%%EOF"));
    bytes
}

fn of_edition<'a>(
    edition: Edition,
    document: &'a Statement,
    draft: &'a Assessment,
    framework: &'a Framework,
) -> Print<'a> {
    Print {
        edition,
        ..Print::statement(document, draft, framework)
    }
}

/// Returns the words of a band, in the order in which they are drawn.
fn band_words(band: &PageBand) -> String {
    let drawn = band.drawn.iter().filter_map(|(_, it)| match it {
        Drawn::Words { stretch, .. } => Some(stretch.span.text.as_str()),
        _ => None,
    });
    drawn.collect()
}

/// Returns the words of a story, a text for each run of lines; a word that is broken is whole.
fn story_words(story: &Story<'_>) -> Vec<String> {
    let bands: String = story
        .bands
        .iter()
        .map(|it| format!("{}\u{0}", band_words(it)))
        .collect();
    // A line that goes on ends with a blank, one that breaks a word with none.
    let text = bands.replace(" \u{0}", " ");
    text.split(['\u{0}', ' '])
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

fn story_of<R>(print: &Print<'_>, look: impl FnOnce(&Story<'_>) -> R) -> R {
    let blocks = print.blocks();
    let front = FrontMatter::new(print, &blocks);
    look(&Story::of(&blocks, &front, FACES.as_ref().unwrap()))
}

#[test]
fn every_edition_is_what_the_standard_asks_and_the_same_bytes_each_time() {
    let (draft, framework) = city();
    let statement = weave(&draft, &framework);
    for edition in PrintFormat::Pdf.entry().prints {
        let print = of_edition(*edition, &statement, &draft, &framework);
        assert_eq!(whole_print(&print), whole_print(&print), "{edition:?}");
        let options = PrintOptions {
            numbered: true,
            notes: true,
        };
        whole_print(&Print { options, ..print });
    }
}

#[test]
fn both_weights_have_the_same_letters_and_those_of_everything_that_assay_says() {
    let faces = FACES.as_ref().unwrap();
    let all = (0..0x2_0000_u32).filter_map(char::from_u32);
    for letter in all {
        let text = letter.to_string();
        assert_eq!(
            faces.regular.lacking(&text).is_empty(),
            faces.bold.lacking(&text).is_empty(),
            "{letter:?}"
        );
    }
    let (draft, framework) = city();
    let statement = weave(&draft, &framework);
    let report = of_edition(Edition::Report, &statement, &draft, &framework);
    let report = print_text(&report, PrintFormat::Text, None).replace('\n', " ");
    let letters = [
        "Tŷ'r Ŵyl, Llŷn, âêîôûŵŷ ÄËÏÖÜẄŸ ẁẃẅỳ",
        "Zażółć gęślą jaźń ĄĆĘŁŃÓŚŹŻ",
        "Győző Đặng Nguyễn Çağlar Şırnak Ñandú Æðþ ß",
        "Київ Ελλάδα",
        "–—‘’“”…•€£§©®™½⅓→←↑↓●○▲▼✓✗≤≥≠±×÷°№",
        "␀␛␡␊\u{fffd}",
        &report,
    ];
    for text in letters {
        assert_eq!(lacking(text), Vec::<char>::new(), "{text}");
    }
    assert_eq!(lacking("a評b"), ['評']);
    // Letters that would gape stand closer.
    let width = |text| faces.regular.width(text);
    assert!(width("AV") < width("A") + width("V"));
}

#[test]
fn a_box_has_the_number_of_its_character_and_joiners_have_none() {
    assert_eq!(face::number('評'), ["8A", "55"]);
    assert_eq!(face::number('ש'), ["05", "E9"]);
    assert_eq!(face::number('👩'), ["01F", "469"]);
    assert_eq!(lacking("👩\u{200d}🏫"), ['👩', '🏫']);
    // Who is made of what has no look is told all the same.
    assert_eq!(lacking("\u{fe0f}").len(), 1);
}

#[test]
fn what_is_written_from_right_to_left_is_set_so_and_read_as_it_is_written() {
    let face = &FACES.as_ref().unwrap().regular;
    let segments = face.segments("a אב ג b");
    let read: String = segments.iter().map(|it| it.text).collect();
    assert_eq!(read, "a אב ג b");
    let x = |text: &str| segments.iter().find(|it| it.text == text).unwrap().x;
    assert!(x("ג") < x("ב") && x("ב") < x("א"));
    assert!(x("a ") < x("ג") && x("א") < x(" b"));
}

#[test]
fn no_line_ends_with_a_hyphen_and_none_is_wider_than_its_measure() {
    let faces = FACES.as_ref().unwrap();
    let text =
        "pre- and post-release and well- and ill-advised re-offending multi- and single-agency "
            .repeat(9)
            + &"x".repeat(300);
    let span = TextSpan {
        text,
        look: EDGE,
        slot: 0,
        link: None,
    };
    for measure in [40.0, 90.0, 133.0, 200.0, MEASURE] {
        let lines = lines(std::slice::from_ref(&span), measure, faces);
        let text: String = lines
            .iter()
            .flatten()
            .map(|it| it.span.text.as_str())
            .collect();
        assert_eq!(text, span.text);
        for line in &lines {
            let words: String = line.iter().map(|it| it.span.text.as_str()).collect();
            let width = faces.regular.width(words.trim_end()) * EDGE.size;
            assert!(width <= measure + 0.01, "{words}: {width}");
            // In a column of a word no other is found.
            assert!(
                measure < 100.0 || !words.trim_end().ends_with('-'),
                "{words}"
            );
        }
    }
}

/// Returns a framework's draft whose findings are many and long.
fn long_draft() -> (Assessment, std::sync::Arc<Framework>) {
    let (mut draft, framework) = city();
    let findings = draft.findings.clone();
    for turn in 0..12 {
        draft.findings.extend(findings.iter().map(|it| {
            let mut finding = (**it).clone();
            finding.id = format!("{}-{turn}", it.id);
            std::sync::Arc::new(finding)
        }));
        for at in 0..10 {
            draft
                .evidence
                .push(std::sync::Arc::new(crate::assessment::Evidence {
                    id: format!("more-{turn}-{at}"),
                    title: "Plans for a year ".repeat(at + 1),
                    ..Default::default()
                }));
        }
    }
    (draft, framework)
}

#[test]
fn headings_stay_with_what_they_lead_and_the_head_of_a_table_is_on_each_of_its_pages() {
    let (draft, framework) = long_draft();
    let statement = weave(&draft, &framework);
    let report = of_edition(Edition::Report, &statement, &draft, &framework);
    story_of(&report, |story| {
        let cut = pages(story, 620.0);
        assert!(cut.pages.len() > 10, "{}", cut.pages.len());
        let mut placed = Vec::new();
        let mut repeated = HashSet::new();
        for (nth, page) in cut.pages.iter().enumerate() {
            let last = page.last().unwrap();
            let band = &story.bands[last.band];
            assert!(last.y + band.height <= 620.0, "page {nth}");
            assert!(
                !band.glued || band.row.is_some(),
                "page {nth} ends with {}",
                band_words(band)
            );
            let first = &page[0];
            let first_band = &story.bands[first.band];
            assert_eq!(
                first_band.head, None,
                "page {nth} begins with a row that has no head"
            );
            if first.repeated {
                repeated.insert(nth);
            }
            placed.extend(page.iter().filter(|it| !it.repeated).map(|it| it.band));
        }
        assert!(!repeated.is_empty());
        // Every band has its place, once and in order.
        assert_eq!(placed, (0..story.bands.len()).collect::<Vec<_>>());
    });
}

#[test]
fn a_marking_stands_at_both_edges_and_one_that_is_longer_than_they_are_is_said_whole_besides() {
    let framework = Framework::default();
    let draft = Assessment::new("d", &framework);
    let mut statement = document(&[vec!["A title".into()], vec!["A word.".into()]]);
    statement.marking =
        "OFFICIAL-SENSITIVE for nobody but those who have to know of it, ".repeat(30);
    let print = of_edition(Edition::Statement, &statement, &draft, &framework);
    whole_print(&print);
    statement.marking = "O".into();
    whole_print(&of_edition(
        Edition::Statement,
        &statement,
        &draft,
        &framework,
    ));
}

#[test]
fn a_draft_that_says_nothing_is_a_page_with_its_body_as_title() {
    let framework = annual();
    let mut draft = Assessment::new("d", &framework);
    draft.subject.name = "Mere Police".into();
    let document = Statement {
        marking: String::new(),
        paragraphs: Vec::new(),
        unspoken: Vec::new(),
        stale: Vec::new(),
    };
    let statement = of_edition(Edition::Statement, &document, &draft, &framework);
    whole_print(&statement);
    assert_eq!(story_of(&statement, story_words), ["Mere", "Police"]);
    for edition in [Edition::Grades, Edition::Report, Edition::Sources] {
        whole_print(&of_edition(edition, &document, &draft, &framework));
    }
    draft.subject.name = String::new();
    whole_print(&of_edition(Edition::Report, &document, &draft, &framework));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands in a draft, it is printed as the standard asks, and its words are those of the text, in their order.
    #[test]
    fn the_words_are_those_of_the_text(paragraphs in paragraphs()) {
        let document = document(&paragraphs);
        let framework = Framework::default();
        let draft = Assessment::new("d", &framework);
        let print = of_edition(Edition::Statement, &document, &draft, &framework);
        whole_print(&print);
        let text = print_text(&print, PrintFormat::Text, None);
        let text = whole(&text);
        let text: Vec<&str> = text.split([' ', '\n']).filter(|it| !it.is_empty()).collect();
        let mut words = story_of(&print, story_words);
        if document.paragraphs.first().is_none_or(|it| it.sentences.iter().all(|it| crate::render::line(&it.text).is_empty())) {
            words.remove(0);
        }
        prop_assert_eq!(words.concat(), text.concat());
    }
}

#[test]
fn the_print_of_the_table_is_the_writers() {
    let (draft, framework) = city();
    let statement = weave(&draft, &framework);
    let sources = of_edition(Edition::Sources, &statement, &draft, &framework);
    assert_eq!(
        print(&sources, PrintFormat::Pdf, None),
        whole_print(&sources)
    );
}
