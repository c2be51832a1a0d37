#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::{BTreeMap, HashSet};
use std::io::{Cursor, Read as _};

use proptest::prelude::*;
use roxmltree::{Document as Xml, Node};

use super::*;
use crate::assessment::{Assessment, Framework, Predecessor};
use crate::render::tests_support::{annual, city, document, paragraphs};
use crate::render::{Edition, PrintFormat, line, print, print_text};
use crate::statement::{Document, weave};

/// The names of elements and attributes.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Returns the parts of a print.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = package
        .file_names()
        .map(|it| it.unwrap().into_owned())
        .collect();
    let mut read = |name: String| {
        let mut text = String::new();
        package
            .by_name(&name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        (name, text)
    };
    names.into_iter().map(&mut read).collect()
}

fn named<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((W, name))
}

/// Returns the words of each paragraph of a part.
fn words(xml: &str) -> Vec<String> {
    let part = Xml::parse(xml).unwrap();
    let paragraphs = part.descendants().filter(|it| it.has_tag_name((W, "p")));
    let texts = |paragraph: Node<'_, '_>| {
        let texts = paragraph
            .descendants()
            .filter(|it| it.has_tag_name((W, "t")));
        texts
            .filter_map(|it| it.text().map(str::to_owned))
            .collect::<String>()
    };
    paragraphs.map(texts).filter(|it| !it.is_empty()).collect()
}

fn made(
    edition: Edition,
    document: &Document,
    draft: &Assessment,
    framework: &Framework,
) -> Vec<u8> {
    let statement = Print::statement(document, draft, framework);
    print(
        &Print {
            edition,
            ..statement
        },
        PrintFormat::Docx,
        None,
    )
}

fn statement(document: &Document) -> Vec<u8> {
    let framework = Framework::default();
    let draft = Assessment::new("d", &framework);
    made(Edition::Statement, document, &draft, &framework)
}

/// All that one part says of another is there.
fn hangs_together(bytes: &[u8]) {
    let parts = parts(bytes);
    let part = |name: &str| parts.get(name).unwrap_or_else(|| panic!("{name} is there"));
    let xml = |name: &str| Xml::parse(part(name)).unwrap_or_else(|why| panic!("{name}: {why}"));
    for name in parts.keys() {
        xml(name);
    }
    for element in xml("[Content_Types].xml").root_element().children() {
        if let Some(name) = element.attribute("PartName") {
            part(name.trim_start_matches('/'));
        }
    }
    let ids = |name: &str, folder: &str| -> HashSet<String> {
        let rels = xml(name);
        let rels = rels.root_element().children().filter(Node::is_element);
        rels.map(|it| {
            part(&format!("{folder}{}", it.attribute("Target").unwrap()));
            it.attribute("Id").unwrap().to_owned()
        })
        .collect()
    };
    ids("_rels/.rels", "");
    let relations = ids("word/_rels/document.xml.rels", "word/");
    let styles = xml("word/styles.xml");
    let known: HashSet<&str> = styles
        .descendants()
        .filter_map(|it| named(it, "styleId"))
        .collect();
    let notes = xml("word/footnotes.xml");
    let notes: HashSet<&str> = notes
        .root_element()
        .children()
        .filter_map(|it| named(it, "id"))
        .collect();
    let mut seen = HashSet::new();
    let body = xml("word/document.xml");
    let anchors: HashSet<&str> = body
        .descendants()
        .filter(|it| it.has_tag_name((W, "bookmarkStart")))
        .filter_map(|it| named(it, "name"))
        .collect();
    for part in [
        "word/document.xml",
        "word/footnotes.xml",
        "word/header.xml",
        "word/footer.xml",
    ] {
        for node in xml(part).descendants().filter(Node::is_element) {
            let value = named(node, "val");
            match node.tag_name().name() {
                "pStyle" | "rStyle" | "tblStyle" => {
                    assert!(known.contains(value.unwrap()), "{value:?} in {part}");
                }
                "footnoteReference" => {
                    let id = named(node, "id").unwrap().to_owned();
                    assert!(notes.contains(id.as_str()), "{id}");
                    assert!(seen.insert(id.clone()), "{id} twice");
                }
                "commentRangeStart" | "commentRangeEnd" | "commentReference" => {
                    let id = named(node, "id").unwrap().to_owned();
                    let comments = xml("word/comments.xml");
                    let mut known = comments.descendants().filter_map(|it| named(it, "id"));
                    assert!(known.any(|it| it == id), "{id}");
                }
                "hyperlink" => assert!(anchors.contains(named(node, "anchor").unwrap())),
                // A cell and a text box end with a paragraph.
                "tc" => assert!(node.last_element_child().unwrap().has_tag_name((W, "p"))),
                _ => {}
            }
            let relation = node.attributes().find(|it| {
                it.namespace()
                    == Some("http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            });
            assert!(relation.is_none_or(|it| relations.contains(it.value())));
        }
    }
}

#[test]
fn every_edition_is_a_whole_document_and_the_same_bytes_each_time() {
    let (draft, framework) = city();
    let document = weave(&draft, &framework);
    for edition in PrintFormat::Docx.entry().prints {
        let bytes = made(*edition, &document, &draft, &framework);
        hangs_together(&bytes);
        assert_eq!(
            bytes,
            made(*edition, &document, &draft, &framework),
            "{edition:?}"
        );
    }
}

#[test]
fn title_headings_lists_quotes_and_tables_have_the_styles_of_word() {
    let (draft, framework) = city();
    let document = weave(&draft, &framework);
    let report = parts(&made(Edition::Report, &document, &draft, &framework));
    let body = Xml::parse(&report["word/document.xml"]).unwrap();
    let styles: HashSet<&str> = body
        .descendants()
        .filter(|it| it.has_tag_name((W, "pStyle")))
        .filter_map(|it| named(it, "val"))
        .collect();
    for style in [
        "Title",
        "Heading1",
        "Normal",
        "ListBullet",
        "TableHeader",
        "TableText",
    ] {
        assert!(styles.contains(style), "{style}: {styles:?}");
    }
    let tables = body.descendants().filter(|it| it.has_tag_name((W, "tbl")));
    for table in tables {
        let first = table
            .children()
            .find(|it| it.has_tag_name((W, "tr")))
            .unwrap();
        assert!(
            first
                .descendants()
                .any(|it| it.has_tag_name((W, "tblHeader")))
        );
    }
    let core = &report["docProps/core.xml"];
    assert!(core.contains("<dc:language>en-GB</dc:language>") && core.contains("City of London"));
}

#[test]
fn the_marking_stands_at_the_head_and_the_foot_of_every_page_and_nowhere_where_there_is_none() {
    let mut document = document(&[vec!["A title".into()]]);
    let plain = parts(&statement(&document));
    assert!(words(&plain["word/header.xml"]).is_empty());
    assert_eq!(words(&plain["word/footer.xml"]), ["Page 1 of 1"]);
    document.marking = "OFFICIAL <SENSITIVE>".into();
    let marked = parts(&statement(&document));
    assert_eq!(words(&marked["word/header.xml"]), ["OFFICIAL <SENSITIVE>"]);
    assert_eq!(
        words(&marked["word/footer.xml"]),
        ["OFFICIAL <SENSITIVE>", "Page 1 of 1"]
    );
}

#[test]
fn what_a_sentence_stands_on_is_its_footnote() {
    let (draft, framework) = city();
    let document = weave(&draft, &framework);
    let sources = parts(&made(Edition::Sources, &document, &draft, &framework));
    let body = Xml::parse(&sources["word/document.xml"]).unwrap();
    let marks = body
        .descendants()
        .filter(|it| it.has_tag_name((W, "footnoteReference")));
    let sentences: usize = document
        .paragraphs
        .iter()
        .map(|it| it.sentences.len())
        .sum();
    assert!(marks.count() + 1 >= sentences);
    assert!(!words(&sources["word/footnotes.xml"]).is_empty());
}

#[test]
fn review_notes_are_comments_each_once_and_only_where_they_are_asked_for() {
    let (mut draft, framework) = city();
    for on in ["cse", "nothing-there", "cse/effect", "victims"] {
        draft
            .notes
            .push(std::sync::Arc::new(crate::assessment::Note {
                on: on.into(),
                by: "Ann <Reid>".into(),
                date: "2015-06-01".into(),
                text: format!("A note on {on} & more."),
                ..Default::default()
            }));
    }
    let document = weave(&draft, &framework);
    for edition in PrintFormat::Docx.entry().prints {
        let plain = made(*edition, &document, &draft, &framework);
        assert!(
            !parts(&plain).contains_key("word/comments.xml"),
            "{edition:?}"
        );
        let mut noted = Print::statement(&document, &draft, &framework);
        noted.edition = *edition;
        noted.options.notes = true;
        let bytes = print(&noted, PrintFormat::Docx, None);
        hangs_together(&bytes);
        let of = parts(&bytes);
        let body = Xml::parse(&of["word/document.xml"]).unwrap();
        for tag in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
            let found = body.descendants().filter(|it| it.has_tag_name((W, tag)));
            let mut ids: Vec<&str> = found.filter_map(|it| named(it, "id")).collect();
            ids.sort_unstable();
            assert_eq!(ids, ["0", "1", "2", "3"], "{edition:?}: {tag}");
        }
        // Not a word of the page is another.
        assert_eq!(
            words(&of["word/document.xml"]),
            words(&parts(&plain)["word/document.xml"])
        );
        assert!(
            of["word/comments.xml"]
                .contains("w:author=\"Ann &lt;Reid&gt;\" w:date=\"2015-06-01T00:00:00Z\"")
        );
    }
}

#[test]
fn a_draft_that_says_nothing_is_a_document_with_its_body_as_title() {
    let framework = annual();
    let mut draft = Assessment::new("d", &framework);
    draft.subject.name = "Mere Police".into();
    let document = Document {
        marking: String::new(),
        paragraphs: Vec::new(),
        unspoken: Vec::new(),
        stale: Vec::new(),
    };
    let bytes = made(Edition::Statement, &document, &draft, &framework);
    hangs_together(&bytes);
    assert_eq!(words(&parts(&bytes)["word/document.xml"]), ["Mere Police"]);
    let grades = Print {
        edition: Edition::Grades,
        options: crate::render::PrintOptions::default(),
        of: crate::render::Printed::Draft {
            document: &document,
            assessment: &draft,
            framework: &framework,
            predecessor: &Predecessor::None,
        },
    };
    hangs_together(&print(&grades, PrintFormat::Docx, None));
}

proptest! {
    /// Whatever stands in a draft, the words of the document are those of the text, in their order.
    #[test]
    fn the_words_are_those_of_the_text(paragraphs in paragraphs()) {
        let document = document(&paragraphs);
        let bytes = statement(&document);
        hangs_together(&bytes);
        let framework = Framework::default();
        let draft = Assessment::new("d", &framework);
        let text = print_text(&Print::statement(&document, &draft, &framework), PrintFormat::Text, None);
        // Code points that are no characters stand in no XML.
        let no_character = |it: char| u32::from(it) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&it);
        let text: Vec<String> = text.lines().filter(|it| !it.is_empty()).map(|it| it.replace(no_character, "\u{fffd}")).collect();
        let mut words = words(&parts(&bytes)["word/document.xml"]);
        if document.paragraphs.first().is_none_or(|it| it.sentences.iter().all(|it| line(&it.text).is_empty())) {
            words.remove(0);
        }
        prop_assert_eq!(words, text);
    }
}
