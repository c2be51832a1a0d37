//! A page can be read by whoever reads it, and obeys nothing that a draft holds.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use roxmltree::{Document as Tree, Node, ParsingOptions};

use super::*;
use crate::assessment::{
    Assessment, Evidence, Figure, Finding, Framework, Kind, Recommendation, Response,
};
use crate::render::tests_support::{
    city, document, hostile, html, html_sources, paragraphs, report_html, report_markdown,
    report_text, text,
};
use crate::statement::weave;
use crate::text::has_hidden;

fn read(page: &str) -> Tree<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Tree::parse_with_options(page, options).unwrap_or_else(|error| panic!("{error}\n{page}"))
}

fn words(node: Node<'_, '_>) -> String {
    let texts = node
        .descendants()
        .filter_map(|each| each.text().filter(|_| each.is_text()));
    texts.collect::<String>()
}

/// The rules of every page: it is well formed; nothing in it runs or is fetched; one title, no level of heading
/// skipped; tables have captions and headers with a scope; each link leads to a place of the page.
fn holds(page: &str) {
    assert!(!has_hidden(page), "{page}");
    let tree = read(page);
    let root = tree.root_element();
    assert_eq!(root.attribute("lang"), Some("en-GB"));
    let elements: Vec<Node<'_, '_>> = root.descendants().filter(Node::is_element).collect();
    let known = [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "footer",
        "main",
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "ol",
        "li",
        "strong",
        "span",
        "sup",
        "a",
        "br",
        "blockquote",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    let attributes = [
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "id",
        "href",
        "scope",
    ];
    let ids: Vec<&str> = elements
        .iter()
        .filter_map(|each| each.attribute("id"))
        .collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    let mut level = 0;
    for element in &elements {
        let name = element.tag_name().name();
        assert!(known.contains(&name), "{name}");
        for attribute in element.attributes() {
            assert!(
                attributes.contains(&attribute.name()),
                "{}",
                attribute.name()
            );
        }
        if let Some(target) = element.attribute("href") {
            assert!(ids.contains(&target.strip_prefix('#').unwrap()), "{target}");
        }
        if let Some(depth) = name
            .strip_prefix('h')
            .and_then(|depth| depth.parse::<u8>().ok())
        {
            assert!(depth <= level + 1, "h{depth} after h{level}");
            level = depth;
        }
        if name == "th" {
            assert!(matches!(element.attribute("scope"), Some("row" | "col")));
        }
        if name == "table" {
            assert_eq!(
                element.first_element_child().unwrap().tag_name().name(),
                "caption"
            );
        }
    }
    let many = |name: &str| {
        elements
            .iter()
            .filter(|each| each.has_tag_name(name))
            .count()
    };
    assert_eq!((many("h1"), many("title"), many("main")), (1, 1, 1));
    let style = elements
        .iter()
        .find(|each| each.has_tag_name("style"))
        .unwrap();
    assert!(
        !["url(", "@import", "<"]
            .iter()
            .any(|word| words(*style).contains(word))
    );
}

/// Returns a draft every text of which is one of these.
fn draft_of(texts: &[String]) -> (Assessment, Arc<Framework>) {
    let (mut draft, framework) = city();
    let mut texts = texts.iter().cycle().cloned();
    let mut next = || texts.next().unwrap_or_default();
    draft.subject.name = next();
    draft.inspector.name = next();
    draft.period.label = next();
    draft.period.published = next();
    draft.overall.marking = next();
    for judgment in draft.grades.values_mut() {
        judgment.rationale = next();
    }
    for (at, finding) in draft.findings.iter_mut().enumerate() {
        *finding = Arc::new(Finding {
            id: next(),
            text: next(),
            heading: if at % 3 == 0 {
                next()
            } else {
                finding.heading.clone()
            },
            kind: if at % 2 == 0 {
                Kind::Concern
            } else {
                Kind::Strength
            },
            evidence: vec![next(), next()],
            spoken: (at % 5 == 0).then_some(false),
            why: next(),
            recommendations: vec![Recommendation {
                text: next(),
                deadline: next(),
                addressee: next(),
            }],
            ..Finding::default()
        });
    }
    for _ in 0..3 {
        draft.evidence.push(Arc::new(Evidence {
            id: next(),
            kind: next(),
            title: next(),
            place: next(),
            reference: next(),
            ..Evidence::default()
        }));
        draft.figures.push(Arc::new(Figure {
            id: next(),
            value: next(),
            label: next(),
            of: next(),
            source: next(),
            ..Figure::default()
        }));
        draft.responses.push(Arc::new(Response {
            by: next(),
            text: next(),
            date: next(),
            ..Response::default()
        }));
    }
    (draft, framework)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_page_is_well_formed_and_says_what_the_text_says(all in paragraphs()) {
        let (draft, framework) = city();
        let all = document(&all);
        let page = html(&all, &draft, &framework);
        holds(&page);
        holds(&html_sources(&all, &draft, &framework));
        let text = text(&all, None);
        let tree = read(&page);
        let main = tree.descendants().find(|each| each.has_tag_name("main")).unwrap();
        let shown = words(main);
        let shown: Vec<&str> = shown.split_whitespace().collect();
        // A code point that is no character is shown as one that cannot be shown.
        let text: String = text.chars().map(|c| if escape(&c.to_string()) == "\u{fffd}" { '\u{fffd}' } else { c }).collect();
        let expected: Vec<&str> = text.split_whitespace().collect();
        prop_assert!(shown.ends_with(&expected), "{page}");
    }

    #[test]
    fn a_report_of_hostile_words_is_a_page_like_any_other(texts in proptest::collection::vec(hostile(), 1..40)) {
        let (draft, framework) = draft_of(&texts);
        let document = weave(&draft, &framework);
        holds(&report_html(&document, &draft, &framework));
        holds(&html_sources(&document, &draft, &framework));
        for report in [
            report_text(&document, &draft, &framework, Some(40)),
            report_markdown(&document, &draft, &framework),
        ] {
            prop_assert!(!has_hidden(&report), "{report}");
        }
    }
}

#[test]
fn the_marking_stands_at_both_ends_and_in_place_on_paper() {
    let (mut draft, framework) = city();
    let bare = html(&weave(&draft, &framework), &draft, &framework);
    assert!(!bare.contains("class=\"mark"));
    draft.overall.marking = "OFFICIAL & <SENSITIVE>".into();
    let document = weave(&draft, &framework);
    for page in [
        html(&document, &draft, &framework),
        html_sources(&document, &draft, &framework),
        report_html(&document, &draft, &framework),
    ] {
        holds(&page);
        let marked = "OFFICIAL &amp; &lt;SENSITIVE&gt;";
        let (top, rest) = page.split_once("<main>").unwrap();
        let (_, foot) = rest.split_once("</main>").unwrap();
        assert!(top.ends_with(&format!(
            "<header class=\"marking marking-top\">{marked}</header>\n"
        )));
        assert!(foot.starts_with(&format!(
            "\n<footer class=\"marking marking-foot\">{marked}</footer>"
        )));
    }
}

#[test]
fn a_page_says_its_grades_in_words() {
    let (draft, framework) = city();
    let page = report_html(&weave(&draft, &framework), &draft, &framework);
    assert!(page.contains(
        "<tr><th scope=\"row\">Victims</th><td>Effectiveness</td><td class=\"good\">Good</td></tr>"
    ));
}
