//! Old statements, read into drafts: what each sentence becomes, and that no word is dropped.

use std::collections::BTreeSet;
use std::sync::Arc;

use assay::assessment::{Assessment, Framework, Grade, Kind, TRAY};
use assay::old_text::{BlockKind, Fate, OldDraft, OldText, OldTextError, draft_of};
use assay::render::{Print, PrintFormat, print_text};
use assay::statement;
use assay::store::{Frameworks, format};
use proptest::prelude::*;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

fn frameworks() -> Vec<Arc<Framework>> {
    let frameworks = Frameworks::load(std::path::Path::new("/nowhere"));
    frameworks.all().to_vec()
}

fn read(text: &str) -> OldDraft {
    draft_of(&OldText::plain(text), "old", &frameworks(), None, None).expect("a framework")
}

fn printed(draft: &Assessment, framework: &Framework) -> String {
    let document = statement::weave(draft, framework);
    let print = Print::statement(&document, draft, framework);
    print_text(&print, PrintFormat::Text, None)
}

#[test]
fn the_statement_of_the_city_of_london_comes_back_byte_for_byte() {
    let old = include_str!("../data/old/city-of-london-2015.txt");
    let read = read(old);
    let draft = &read.draft;
    assert_eq!(printed(draft, &read.framework), old);
    assert_eq!(read.framework.id, "annual");
    assert_eq!(draft.subject.name, "City of London Police");
    assert_eq!(draft.inspector.name, "Stephen Otter");
    assert_eq!(draft.overall.stance, "pleased");
    // By findings and rules, and nothing by hand.
    assert!(draft.overrides.is_empty() && read.added.is_empty());
    let texts: Vec<&str> = draft.findings.iter().map(|it| it.text.as_str()).collect();
    assert!(
        texts.contains(&"The force protects most victims well."),
        "{texts:?}"
    );
    assert!(
        texts.contains(&"the force's innovative use of technology"),
        "{texts:?}"
    );
    assert_eq!(draft.figures[0].value, "50000");
    assert_eq!(draft.outlook.len(), 2);
}

/// Old statements of our own, each sentence with what it is.
const LABELLED: [(&str, &str, &str); 12] = [
    (
        "annual-2015",
        "annual",
        include_str!("../data/old/annual-2015.tsv"),
    ),
    (
        "peel-2016",
        "peel-2016",
        include_str!("../data/old/peel-2016.tsv"),
    ),
    (
        "peel-2018",
        "peel-2018",
        include_str!("../data/old/peel-2018.tsv"),
    ),
    (
        "peel-2021",
        "peel-2021",
        include_str!("../data/old/peel-2021.tsv"),
    ),
    (
        "frs-2018",
        "frs-2018",
        include_str!("../data/old/frs-2018.tsv"),
    ),
    (
        "frs-2021",
        "frs-2023",
        include_str!("../data/old/frs-2021.tsv"),
    ),
    (
        "soc-2022",
        "soc-2022",
        include_str!("../data/old/soc-2022.tsv"),
    ),
    (
        "peel-2017",
        "peel-2017",
        include_str!("../data/old/peel-2017.tsv"),
    ),
    (
        "frs-2023",
        "frs-2023",
        include_str!("../data/old/frs-2023.tsv"),
    ),
    (
        "thematic-letter-2019",
        "peel-2018",
        include_str!("../data/old/thematic-letter-2019.tsv"),
    ),
    (
        "peel-2015",
        "peel-2015",
        include_str!("../data/old/peel-2015.tsv"),
    ),
    (
        "frs-2018-letter",
        "frs-2018",
        include_str!("../data/old/frs-2018-letter.tsv"),
    ),
];

/// Returns the text of a labelled statement.
fn text_of(labelled: &str) -> String {
    let mut text = String::new();
    for line in labelled.lines() {
        match line.split_once('\t') {
            None => text.push_str("\n\n"),
            Some((_, sentence)) => {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push(' ');
                }
                text.push_str(sentence);
            }
        }
    }
    text + "\n"
}

#[test]
fn nine_sentences_in_ten_land_under_their_heading_with_their_kind() {
    let (mut right, mut all) = (0, 0);
    for (name, framework, labelled) in LABELLED {
        let frameworks = frameworks();
        let named = frameworks.iter().find(|it| it.id == framework);
        let text = OldText::plain(&text_of(labelled));
        let read = draft_of(&text, "old", &frameworks, named, None).expect("a draft");
        let labels = labelled.lines().filter_map(|line| line.split_once('\t'));
        let labels: Vec<_> = labels.collect();
        assert_eq!(labels.len(), read.sentences.len(), "{name}");
        let (mut own, mut wrong) = (0, Vec::new());
        for ((label, text), sentence) in labels.iter().zip(&read.sentences) {
            assert_eq!(*text, sentence.text);
            let finding = read.draft.finding(&sentence.finding);
            let is = finding.map(|it| format!("{} {}", it.heading, it.kind.word()));
            let good = match &is {
                Some(is) => is == label,
                None => !label.contains(' ') || label.ends_with("recommendation"),
            };
            own += usize::from(good);
            if !good {
                wrong.push(format!("  {label}, not {}: {text}", is.unwrap_or_default()));
            }
        }
        println!("{name}: {own} of {}\n{}", labels.len(), wrong.join("\n"));
        right += own;
        all += labels.len();
    }
    println!("{right} of {all}");
    assert!(right * 10 >= all * 9, "{right} of {all}");
}

#[test]
fn what_is_spoken_again_is_spoken_as_it_stood_and_the_framework_is_known() {
    for (name, framework, labelled) in LABELLED {
        let read = read(&text_of(labelled));
        if name != "thematic-letter-2019" {
            assert_eq!(read.framework.id, framework, "{name}");
        }
        let differ = read
            .sentences
            .iter()
            .filter(|it| matches!(it.fate, Fate::Differs(_)));
        let differ: Vec<&str> = differ.map(|it| it.text.as_str()).collect();
        assert!(differ.is_empty(), "{name}: {differ:?}");
        nothing_is_dropped(&text_of(labelled), &read);
    }
}

/// The words of a text, without the marks that make a heading or an item of a line.
fn words(text: &str) -> BTreeSet<String> {
    let clean = assay::text::paste(text, true).text;
    let words = clean.split(|sign: char| !sign.is_alphanumeric());
    words
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Each word of the old text stands in the draft's file or in what it prints, or is the framework's own; and each sentence
/// as a whole where it is said to.
fn nothing_is_dropped(text: &str, read: &OldDraft) {
    let file = format::fresh(&read.draft, &read.framework);
    let print = printed(&read.draft, &read.framework);
    let judged = read
        .framework
        .headings
        .iter()
        .chain(&read.framework.pillars);
    let titles: Vec<&str> = judged
        .flat_map(|it| [&*it.title, &*it.topic, &*it.question])
        .collect();
    let kept = words(&format!("{file}\n{print}\n{}", titles.join("\n")));
    // A number of the ledger is written without its commas.
    let lost: Vec<String> = words(text).difference(&kept).cloned().collect();
    let lost: Vec<String> = lost
        .into_iter()
        .filter(|it| !it.chars().all(|sign| sign.is_numeric()))
        .collect();
    assert!(lost.is_empty(), "{lost:?} of {text:?}\n{file}");
    let document = statement::weave(&read.draft, &read.framework);
    for sentence in &read.sentences {
        let finding = read.draft.finding(&sentence.finding);
        let there = match &sentence.fate {
            Fate::Placed | Fate::Elsewhere => {
                document.sentences().any(|it| it.text == sentence.text)
            }
            Fate::Waits => finding.is_some_and(|it| it.heading == TRAY && it.text == sentence.text),
            Fate::Noted => read.draft.notes.iter().any(|it| it.text == sentence.text),
            Fate::Recorded => true,
            Fate::Differs(_) => file.contains(sentence.text.split(['"', '\\']).next().unwrap()),
        };
        assert!(there, "{sentence:?}\n{file}");
    }
}

/// Something of an old text: sentences, headings, rows, and what only looks like them.
fn scrap() -> impl Strategy<Value = String> {
    let sentences: Vec<String> = LABELLED
        .iter()
        .flat_map(|(_, _, labelled)| labelled.lines())
        .filter_map(|line| Some(line.split_once('\t')?.1.to_owned()))
        .collect();
    let odd = [
        "However, but also.",
        "{subject.name} {f1} {n1}",
        "# # #",
        "|a|b|",
        "- ",
        "“So?” it asked.",
        "12,000 and £4 million.",
        "שרה כהן and عمر",
        "e\u{301}t\u{e9} \u{202E}txt.exe",
        "\u{7}bell\u{1b}[31m",
        "OFFICIAL-SENSITIVE",
        "It. It. It.",
        "I am",
        "I am pleased that.",
        "Effectiveness: Good",
        "Within three months, it should act.",
        "and it is, but it is, and it was.",
        "Recommendations",
        "Areas for improvement",
        "| Legitimacy | Good |",
        "The force is good at",
        "...",
        "a\u{b}b\u{c}c",
    ];
    prop_oneof![
        6 => proptest::sample::select(sentences),
        2 => proptest::sample::select(odd.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,24}",
    ]
}

fn scraps() -> impl Strategy<Value = String> {
    let joint = proptest::sample::select(vec![" ", "\n", "\n\n", "\n- ", "\n\n# ", ", and "]);
    proptest::collection::vec((scrap(), joint), 0..12).prop_map(|parts| {
        let parts = parts.into_iter().map(|(scrap, joint)| scrap + joint);
        parts.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_any_text_is_dropped_and_the_draft_can_be_read(text in scraps()) {
        let read = read(&text);
        nothing_is_dropped(&text, &read);
        let file = format::fresh(&read.draft, &read.framework);
        let again = format::read("old", &file, &|_| Ok(Arc::clone(&read.framework)));
        prop_assert_eq!(&again.expect("a draft").assessment, &read.draft);
    }
}

#[test]
fn a_sentence_without_a_heading_waits_whole_and_the_grades_that_are_said_are_taken() {
    let text = "Wexmoor Constabulary\n\nHowever, the moon is made of green cheese and nobody knows it.\n\n# Legitimacy\n\nGood\n\nThe constabulary needs to listen.\n";
    let frameworks = frameworks();
    let named = frameworks.iter().find(|it| it.id == "peel-2017");
    let read = draft_of(&OldText::plain(text), "old", &frameworks, named, None).expect("a draft");
    let waits = read
        .sentences
        .iter()
        .find(|it| it.fate == Fate::Waits)
        .expect("one waits");
    assert_eq!(waits.line, 3);
    let finding = read.draft.finding(&waits.finding).expect("a finding");
    assert_eq!(finding.heading, TRAY);
    assert_eq!(
        finding.text,
        "However, the moon is made of green cheese and nobody knows it."
    );
    assert_eq!(read.draft.judgment("legitimacy").grade, Some(Grade::Good));
    nothing_is_dropped(text, &read);
}

#[test]
fn what_is_to_be_done_about_a_concern_is_its_recommendation_with_its_deadline() {
    let (_, _, labelled) = LABELLED[3];
    let read = read(&text_of(labelled));
    let concern = read
        .draft
        .findings
        .iter()
        .find(|it| it.kind == Kind::Concern);
    let concern = concern.expect("a cause of concern");
    assert_eq!(concern.heading, "responding");
    let deadlines: Vec<&str> = concern
        .recommendations
        .iter()
        .map(|it| &*it.deadline)
        .collect();
    assert_eq!(deadlines, ["within 3 months", "immediately"]);
}

#[test]
fn ten_thousand_sentences_and_none_at_all_are_read() {
    let many: Vec<String> = (0..2_500)
        .map(|nth| {
            format!("The force has opened station {nth}. It also needs to staff it well. It keeps a log of it. Officers use it well.\n\n")
        })
        .collect();
    let old = many.concat();
    let read_many = read(&old);
    assert_eq!(read_many.sentences.len(), 10_000);
    for nothing in ["", "\n\n \t\n", "\u{feff}", "---\n===\n"] {
        assert!(read(nothing).draft.findings.is_empty(), "{nothing:?}");
    }
}

/// Returns a document of Word with this XML in it.
fn document(xml: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive
        .start_file(
            "word/document.xml",
            zip::write::SimpleFileOptions::default(),
        )
        .unwrap();
    std::io::Write::write_all(&mut archive, xml).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_document_of_word_is_read_by_its_paragraphs_and_a_hostile_one_is_refused() {
    let words = r#"<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body>
        <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Victims &amp; wit</w:t></w:r><w:r><w:t>nesses</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">The force </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>listens.&b;</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Legitimacy</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Good</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>It acts.</w:t></w:r></w:p></w:body></w:document>"#;
    let read = OldText::of(&document(words.as_bytes())).expect("a document");
    let blocks: Vec<(BlockKind, &str)> =
        read.blocks.iter().map(|it| (it.kind, &*it.text)).collect();
    assert_eq!(
        blocks,
        [
            (BlockKind::Heading, "Victims & witnesses"),
            (BlockKind::Paragraph, "The force listens.&b;"),
            (BlockKind::Row, "Legitimacy | Good"),
            (BlockKind::Item, "It acts."),
        ]
    );
    let bomb = document(&vec![b' '; 40 * 1024 * 1024]);
    assert!(bomb.len() < 100_000);
    assert_eq!(OldText::of(&bomb), Err(OldTextError::TooLarge));
    let deep = document("<w:p>".repeat(100_000).as_bytes());
    assert_eq!(OldText::of(&deep), Err(OldTextError::TooDeep));
    for broken in [
        &b"PK"[..],
        b"PK\x03\x04 and no more",
        &document(b"<w:p><w:t>a</w:p"),
    ] {
        assert_eq!(OldText::of(broken), Err(OldTextError::NoDocument));
    }
}

#[test]
fn a_page_of_html_gives_its_words_and_nothing_that_only_programs_see() {
    let page = "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><script>alert('<p>no</p>')</script>
        <h2>Legitimacy</h2><p>The force&rsquo;s <em>own</em> plan is 5 < 6 &amp; good.<br>It &unknown; acts.</p><!-- no -->
        <table><tr><th>Efficiency</th><td>Good</td></tr></table><ul><li>One <a href='x>y'>item</a></ul> and <b";
    let read = OldText::of(page.as_bytes()).expect("a page");
    let blocks: Vec<(BlockKind, &str)> =
        read.blocks.iter().map(|it| (it.kind, &*it.text)).collect();
    assert_eq!(
        blocks,
        [
            (BlockKind::Heading, "Legitimacy"),
            (
                BlockKind::Paragraph,
                "The force’s own plan is 5 < 6 & good. It &unknown; acts."
            ),
            (BlockKind::Row, "Efficiency | Good"),
            (BlockKind::Item, "One item"),
            (BlockKind::Paragraph, "and <b"),
        ]
    );
}

#[test]
fn n_and_the_path_of_an_old_statement_open_its_draft_at_what_waits() {
    let home = Home::new();
    let text = "Wexmoor Constabulary\n\nThe moon is made of green cheese and everybody knows it.\n\n# Victims\n\nThe constabulary protects victims well.\n";
    // As a terminal writes the path of a file that is dropped into it.
    let old = home.write("an old one.MD", text);
    let mut sitting = Sitting::at_library(120, 40, home);
    sitting.keys("n");
    assert!(
        sitting.screen().contains("The path of an old"),
        "{}",
        sitting.screen()
    );
    sitting.keys(&format!("'{}'<enter>", old.display()));
    sitting.until(|screen| screen.contains("of the old statement"));
    let screen = sitting.screen();
    assert!(
        screen.contains("1 sentence of the old statement waits for a heading here"),
        "{screen}"
    );
    assert!(
        screen.contains("The moon is made of green cheese"),
        "{screen}"
    );
    let draft = &sitting.editor().assessment;
    assert_eq!(draft.subject.name, "Wexmoor Constabulary");
    let placed = draft.findings.iter().find(|it| it.heading == "victims");
    assert!(placed.is_some_and(|it| it.text == "The constabulary protects victims well."));
    assert!(sitting.file().contains("green cheese"), "it has its file");
    // One key, and the heading that is chosen, place what waits.
    sitting.keys("mLegit<enter>");
    let draft = &sitting.editor().assessment;
    assert!(
        draft.findings.iter().all(|it| it.heading != TRAY),
        "{}",
        sitting.screen()
    );
    // What cannot be read makes no draft, and is told.
    let home = sitting.leave();
    let before = std::fs::read_dir(home.drafts()).unwrap().count();
    let mut sitting = Sitting::at_library(120, 40, home);
    sitting.keys("n/nowhere/at all.docx<enter>");
    sitting.until(|screen| screen.contains("cannot be read"));
    assert_eq!(
        std::fs::read_dir(sitting.home.drafts()).unwrap().count(),
        before
    );
}

fn blocks(text: &OldText) -> Vec<&str> {
    text.blocks.iter().map(|it| it.text.as_str()).collect()
}

#[test]
fn what_nobody_closes_in_a_page_of_html_takes_no_word_with_it() {
    for (page, words) in [
        (
            "<p>A b.</p><svg width=\"9\"/><p>C d.</p>",
            &["A b.", "C d."][..],
        ),
        ("<p>A b.</p><script src=x /><p>C d.</p>", &["A b.", "C d."]),
        ("<p>A b.</p><noscript><p>C d.</p>", &["A b.", "C d."]),
        ("<p>A b.</p><!-- <p>C d.</p>", &["A b.", "C d."]),
        (
            "<head-line>A b.</head-line><p title=force's>C d.</p><p>E's.</p>",
            &["A b.", "C d.", "E's."],
        ),
        (
            "<table><tr><td>A<td>B<tr><td>C</table><h2>D</h2><p>E f.</p>",
            &["A | B", "C", "D", "E f."],
        ),
        (
            "<summary>Findings</summary>The <b>for</b>ce<br>acts.<br><br>G h.",
            &["Findings", "The force acts.", "G h."],
        ),
    ] {
        assert_eq!(blocks(&OldText::html(page)), words, "{page}");
    }
}

#[test]
fn a_hostile_page_is_read_in_one_walk() {
    for scrap in [
        "<a",
        "<a='",
        "<script>",
        "<!--",
        "<head><BODY>",
        "<tr>x",
        "<table><tr>x",
        "<a=\">\"",
    ] {
        let page = "<p>".to_owned() + &scrap.repeat(200_000) + "=\"";
        OldText::html(&page);
    }
}

#[test]
fn a_number_or_a_dash_at_the_head_of_a_line_stays_in_its_sentence() {
    for (text, words) in [
        (
            "The number of complaints rose to\n12. In 2023 it fell.",
            &["The number of complaints rose to 12. In 2023 it fell."][..],
        ),
        (
            "The force acts\n– as it did – well.",
            &["The force acts – as it did – well."],
        ),
        (
            "It must:\n1. act;\n2. listen.",
            &["It must:", "act;", "listen."],
        ),
        ("Findings\n- one\n- two", &["Findings", "one", "two"]),
        (
            "Findings\n\n7. The force acts.",
            &["Findings", "7. The force acts."],
        ),
    ] {
        assert_eq!(blocks(&OldText::plain(text)), words, "{text}");
    }
}

#[test]
fn the_first_grade_and_the_first_marking_stay_and_the_others_are_notes() {
    let text =
        "OFFICIAL-SENSITIVE\n\nLegitimacy: Good\n\nLegitimacy: Requires improvement\n\nOFFICIAL\n";
    let frameworks = frameworks();
    let named = frameworks.iter().find(|it| it.id == "peel-2016");
    let read = draft_of(&OldText::plain(text), "old", &frameworks, named, None).expect("a draft");
    assert_eq!(read.draft.overall.marking, "OFFICIAL-SENSITIVE");
    let noted = read.sentences.iter().filter(|it| it.fate == Fate::Noted);
    let noted: Vec<&str> = noted.map(|it| it.text.as_str()).collect();
    assert_eq!(noted, ["Legitimacy: Requires improvement", "OFFICIAL"]);
}

#[test]
fn a_wrong_byte_leaves_the_other_letters_as_they_are() {
    let read = OldText::of(b"The force\xE2\x80\x99s \xE2\x80\x9Cplan\xE2\x80\x9D is caf\xE9.")
        .expect("a text");
    assert_eq!(blocks(&read), ["The force’s “plan” is caf\u{FFFD}."]);
}

#[test]
fn words_of_word_that_were_moved_come_once() {
    let xml = b"<w:p><w:moveFrom><w:r><w:t>It acts.</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>It acts.</w:t></w:r></w:moveTo></w:p>";
    let read = OldText::of(&document(xml)).expect("a document");
    assert_eq!(blocks(&read), ["It acts."]);
}

#[test]
fn a_grade_is_taken_only_from_a_sentence_that_says_it_of_the_body() {
    let frameworks = frameworks();
    let named = frameworks.iter().find(|it| it.id == "peel-2021");
    let graded = |text: &str| {
        let text = OldText::plain(&format!("Findings\n\n{text}\n"));
        let read = draft_of(&text, "old", &frameworks, named, None).expect("a draft");
        read.draft.grades.values().any(|it| it.grade.is_some())
    };
    assert!(graded("The force is good at investigating crime."));
    for text in [
        "Our inspection asked whether the force is good at investigating crime.",
        "No one told us that the force is good at investigating crime.",
        "Its neighbour is good at investigating crime.",
    ] {
        assert!(!graded(text), "{text}");
    }
}
