//! How a small statement is spelt out.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::assessment::{Assessment, Evidence, Figure};
use crate::statement::testing::{framework, need, strength, with};
use crate::statement::weave;

fn draft() -> Assessment {
    let mut vans = strength("vans", "The force has {n} vans.");
    vans.evidence = vec!["e1".into(), "e2".into()];
    let mut secret = need("secret", "The force needs to hush.");
    secret.sensitive = true;
    let mut silent = need("silent", "The force needs to rest.");
    silent.spoken = Some(false);
    silent.why = "not agreed".into();
    let mut draft = with(vec![
        vans,
        strength("b", "The force *sings*."),
        secret,
        silent,
    ]);
    draft.figures.push(Arc::new(Figure {
        id: "n".into(),
        value: "12".into(),
        label: "vans".into(),
        period: "2015".into(),
        ..Figure::default()
    }));
    draft.evidence.push(Arc::new(Evidence {
        id: "e1".into(),
        title: "A count of vans".into(),
        date: "2015-03-01".into(),
        ..Evidence::default()
    }));
    draft
}

#[test]
fn text_is_a_line_a_paragraph_or_wrapped() {
    let document = weave(&draft(), &framework());
    assert_eq!(
        text(&document, None),
        "What A. N. Rowe found at Mere Police\n\nGood day. I'm A. N. Rowe.\n\n\
         The force has 12 vans, and it *sings*.\n"
    );
    assert_eq!(
        text(&document, Some(20)),
        "What A. N. Rowe\nfound at Mere Police\n\nGood day. I'm A. N.\nRowe.\n\n\
         The force has 12\nvans, and it\n*sings*.\n"
    );
    assert!(text(&document, Some(0)).ends_with("s\n*\n.\n"));
}

#[test]
fn markdown_has_a_heading_and_nothing_else_that_is_markup() {
    let mut draft = draft();
    draft.statement.greeting = "1. #1 <b>is</b> [here]".into();
    let printed = markdown(&weave(&draft, &framework()));
    assert_eq!(
        printed,
        "# What A. N. Rowe found at Mere Police\n\n1\\. #1 \\<b\\>is\\</b\\> \\[here\\].\n\n\
         The force has 12 vans, and it \\*sings\\*.\n"
    );
    draft.statement.greeting = "- one".into();
    assert!(markdown(&weave(&draft, &framework())).contains("\n\n\\- one.\n"));
}

#[test]
fn the_edition_with_sources_tells_what_each_sentence_stands_on() {
    let (draft, framework) = (draft(), framework());
    let document = weave(&draft, &framework);
    assert_eq!(
        text_sources(&document, &draft, &framework, None),
        "What A. N. Rowe found at Mere Police\n\n\
         Good day. [1] I'm A. N. Rowe. [2]\n\n\
         The force has 12 vans, and it *sings*. [3]\n\n\
         Sources\n\n\
         [1] greeting\n    framework small: greeting\n\n\
         [2] greeting.2\n    draft: inspector.name\n    framework small: greeting\n\n\
         [3] vans+b (figure, subject, join)\n\
         \x20   finding vans (Stock, strength): The force has {n} vans.\n\
         \x20   finding b (Stock, strength): The force *sings*.\n\
         \x20   figure n: 12 vans, 2015\n\
         \x20   evidence e1: A count of vans, 2015-03-01\n\
         \x20   evidence e2, which the draft does not hold\n\
         \x20   draft: subject.noun\n\n\
         Not spoken\n\n\
         \x20   secret (Stock, improvement): sensitive\n\
         \x20   silent (Stock, improvement): kept out by the author: not agreed – “The force needs to rest.”\n"
    );
    let printed = markdown_sources(&document, &draft, &framework);
    assert!(printed.contains("The force has 12 vans, and it \\*sings\\*. \\[3\\]"));
    assert!(printed.contains("\n3. vans+b (figure, subject, join)\n   - finding vans"));
    assert!(printed.contains("\n\n## Not spoken\n\n- secret (Stock, improvement): sensitive\n"));
    assert!(!printed.contains("hush"));
    assert_eq!(
        unspoken(&document.unspoken[0], &draft, &framework),
        "secret (Stock, improvement): sensitive"
    );
}

#[test]
fn json_holds_the_whole_document_in_a_fixed_order() {
    let draft = draft();
    let document = weave(&draft, &framework());
    let printed = json(&document, &draft);
    let value: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert!(printed.starts_with("{\n  \"id\": \"mere\",\n  \"framework\": \"small\",\n"));
    let spoken = &value["paragraphs"][2];
    assert_eq!(spoken["role"], "group");
    assert_eq!(spoken["group"], 0);
    let sentence = &spoken["sentences"][0];
    assert_eq!(sentence["key"], "vans+b");
    assert_eq!(
        sentence["rules"],
        serde_json::json!(["figure", "subject", "join"])
    );
    assert_eq!(
        sentence["sources"][0],
        serde_json::json!({"type": "finding", "id": "vans"})
    );
    assert_eq!(sentence["parts"][1]["start"], 21);
    assert_eq!(value["unspoken"][1]["reason"], "silenced");
    assert_eq!(value["unspoken"][1]["detail"], "not agreed");
    assert!(!printed.contains("hush"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_hidden_is_ever_printed(text in "\\PC{0,10}[\u{0}-\u{20}\u{7f}-\u{9f}\u{202e}\u{feff}\u{e0041}]{0,4}.{0,10}") {
        let mut draft = with(vec![strength("a", &text), strength(&text, "There are vans")]);
        draft.subject.name.clone_from(&text);
        draft.statement.greeting.clone_from(&text);
        let framework = framework();
        let document = weave(&draft, &framework);
        for printed in [
            super::text(&document, None),
            super::text(&document, Some(9)),
            text_sources(&document, &draft, &framework, Some(30)),
            markdown(&document),
            markdown_sources(&document, &draft, &framework),
            json(&document, &draft),
        ] {
            prop_assert!(!crate::text::has_hidden(&printed), "{printed:?}");
            prop_assert!(printed.ends_with('\n') && !printed.ends_with("\n\n"), "{printed:?}");
        }
        let value: serde_json::Value = serde_json::from_str(&json(&document, &draft)).unwrap();
        prop_assert_eq!(value["subject"].as_str(), Some(text.as_str()));
    }
}

/// Real statements are not part of this repository. Where a folder of them is at hand, with a draft
/// (`city-of-london-2015.toml`) and its statement, the print must be that statement to the byte.
#[test]
fn a_real_draft_prints_as_its_real_statement() {
    use crate::store::format;
    let Some(folder) = std::env::var_os("ASSAY_ACCEPTANCE") else {
        return;
    };
    let folder = std::path::PathBuf::from(folder);
    let file = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let annual = include_str!("../../assets/frameworks/annual.toml");
    let annual = Arc::new(format::framework::read("annual", annual).unwrap());
    let find = |_: &str| Ok(Arc::clone(&annual));
    let draft = format::read("draft", &file("city-of-london-2015.toml"), &find).unwrap();
    let document = weave(&draft.assessment, &draft.framework);
    assert_eq!(text(&document, None).trim(), file("statement.txt").trim());
    assert_eq!(document.unspoken, []);
}
