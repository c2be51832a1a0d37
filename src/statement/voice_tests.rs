//! Voices, openings with their forms, and frames with their adverbs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests_support::*;
use super::*;
use crate::assessment::{Kind, List, Person, RungForm, Tense, Tone};

fn at(heading: &str, mut finding: Finding) -> Finding {
    finding.heading = heading.into();
    finding
}

fn text(draft: &Assessment, framework: &Framework, role: &ParagraphRole) -> String {
    let document = weave(draft, framework);
    let mut paragraphs = document.paragraphs.iter();
    let found = paragraphs.find(|paragraph| paragraph.role == *role);
    found.map(|paragraph| paragraph.text()).unwrap_or_default()
}

#[test]
fn paragraphs_that_turn_take_the_words_one_after_the_other() {
    let mut findings = Vec::new();
    for heading in ["overall", "stock", "money"] {
        let id = |what: &str| format!("{heading}-{what}");
        let words = format!("The force is good at {heading}.");
        findings.push(at(heading, strength(&id("s"), &words)));
        let words = format!("The force needs to learn {heading}.");
        findings.push(at(heading, need(&id("n"), &words)));
    }
    let mut draft = with(findings);
    draft.statement.contrast = vec!["However,".into(), "But".into()];
    let words: Vec<String> = weave(&draft, &framework())
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.sentences)
        .filter(|sentence| sentence.rules.contains(&WeavingRule::Contrast))
        .map(|sentence| sentence.text.split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(words, ["However,", "But", "However,"]);
    // A paragraph that no longer turns leaves its word to the next one.
    let mut weaver = Weaver::new();
    weaver.weave(&draft, &framework());
    draft.findings.remove(1);
    let woven = weaver.weave(&draft, &framework());
    let money = woven.paragraphs.last().unwrap().text();
    assert!(
        money.contains("But the force needs to learn money."),
        "{money}"
    );
}

#[test]
fn a_paragraph_that_turns_by_itself_leaves_its_word_to_the_next() {
    let mut findings = Vec::new();
    for (heading, turn) in [
        ("stock", "Yet its boats are old."),
        ("money", "It is in debt."),
    ] {
        let words = format!("The force is good at {heading}.");
        findings.push(at(heading, strength(&format!("{heading}-s"), &words)));
        findings.push(at(heading, need(&format!("{heading}-n"), turn)));
    }
    let mut draft = with(findings);
    draft.statement.contrast = vec!["However,".into(), "But".into()];
    let money = text(&draft, &framework(), &ParagraphRole::Group(1));
    assert_eq!(money, "The force is good at money. However, it is in debt.");
}

#[test]
fn a_stage_that_names_no_concern_says_what_is_left() {
    let mut draft = with(vec![strength("f1", "The force listens.")]);
    draft.monitoring.stage = "watched".into();
    draft.monitoring.since = "2024-05-14".into();
    let end = text(&draft, &framework(), &ParagraphRole::LookAhead);
    assert_eq!(end, "The Mere Police is watched since 14 May 2024.");
    let mut without = framework();
    without.monitoring[0].words_without_concern.clear();
    assert_eq!(text(&draft, &without, &ParagraphRole::LookAhead), "");
    let concern = finding("f2", Kind::Concern, "The force loses boats.");
    draft.findings.push(std::sync::Arc::new(concern));
    let end = text(&draft, &without, &ParagraphRole::LookAhead);
    assert_eq!(
        end,
        "The Mere Police is watched for Stock since 14 May 2024."
    );
    // One about the whole has no subject to name.
    std::sync::Arc::make_mut(&mut draft.findings[1]).heading = "overall".into();
    let end = text(&draft, &framework(), &ParagraphRole::LookAhead);
    assert_eq!(end, "The Mere Police is watched since 14 May 2024.");
}

#[test]
fn a_draft_names_a_voice_and_sets_single_words_of_it() {
    let mut framed = strength("f1", "The force listens.");
    framed.stance = "sure".into();
    let mut draft = with(vec![framed, need("f2", "The force needs to answer.")]);
    let group = ParagraphRole::Group(0);
    assert_eq!(
        text(&draft, &framework(), &group),
        "I am sure that the force listens. However, the force needs to answer."
    );
    draft.statement.voice = "plural".into();
    assert_eq!(
        text(&draft, &framework(), &group),
        "We are sure that the force listens. But the force needs to answer."
    );
    assert_eq!(text(&draft, &framework(), &ParagraphRole::Greeting), "");
    draft.statement.contracted = Some(true);
    draft.statement.contrast = vec!["Yet".into()];
    assert_eq!(
        text(&draft, &framework(), &group),
        "We're sure that the force listens. Yet the force needs to answer."
    );
    // A voice that the framework does not have is as if none were named; the check tells of it.
    draft.statement.voice = "whisper".into();
    draft.statement.contracted = None;
    assert_eq!(
        text(&draft, &framework(), &group),
        "I am sure that the force listens. Yet the force needs to answer."
    );
}

#[test]
fn a_frame_has_the_adverb_the_person_and_the_time_of_its_finding() {
    let mut framed = strength("f1", "The force listens.");
    framed.stance = "sure".into();
    framed.adverb = "very".into();
    let spoken = |finding: &Finding| group(vec![finding.clone()]);
    assert_eq!(spoken(&framed), "I am very sure that the force listens.");
    framed.person = Some(Person::Plural);
    framed.tense = Some(Tense::Past);
    assert_eq!(spoken(&framed), "We were very sure that the force listens.");
    // An adverb that the frame does not take is not spoken; the check tells of it.
    framed.adverb = "madly".into();
    assert_eq!(spoken(&framed), "We were sure that the force listens.");
}

#[test]
fn an_opening_has_forms_and_a_side() {
    let mut framework = framework();
    framework.ladder[0].tone = Some(Tone::Praise);
    framework.ladder[0].forms = vec![RungForm {
        id: "most".into(),
        words: "I am glad of most of {subject.name}.".into(),
    }];
    let need = at("overall", need("f1", "The force needs to answer."));
    let mut draft = with(vec![need]);
    draft.overall.stance = "glad".into();
    let overall = ParagraphRole::Overall;
    assert_eq!(
        text(&draft, &framework, &overall),
        "I am glad of Mere Police in minding the town. However, the force needs to answer."
    );
    draft.overall.form = "most".into();
    assert_eq!(
        text(&draft, &framework, &overall),
        "I am glad of most of Mere Police. However, the force needs to answer."
    );
    draft.overall.stance = crate::assessment::NO_OPENING.into();
    assert_eq!(
        text(&draft, &framework, &overall),
        "The force needs to answer."
    );
}

#[test]
fn an_opening_shares_its_sentence_with_the_first_need_where_the_author_asks() {
    let first = at("overall", need("f1", "The force needs to answer."));
    let second = at("overall", need("f2", "The force should ask."));
    let mut draft = with(vec![first, second]);
    draft.overall.stance = "glad".into();
    draft.overall.join_need = true;
    let overall = ParagraphRole::Overall;
    let spoken = |draft: &Assessment| text(draft, &framework(), &overall);
    assert_eq!(
        spoken(&draft),
        "I am glad of Mere Police in minding the town, but the force needs to answer. \
         The force should also ask."
    );
    let joined = weave(&draft, &framework()).find(&Source::field("overall.stance"));
    let document = weave(&draft, &framework());
    let sentence = document.sentence(joined.unwrap()).unwrap();
    assert_eq!(sentence.key, "overall.stance+f1");
    assert!(
        sentence
            .sources
            .contains(&Source::item(List::Findings, "f1"))
    );
    // In doubt, apart: two sentences, a strength, or a need that is no plain one.
    for text in [
        "The force needs to answer. It is slow.",
        "\"Ring them,\" the force says.",
        "However, the force needs to answer.",
        "Needs of victims",
    ] {
        let mut other = draft.clone();
        std::sync::Arc::make_mut(&mut other.findings[0]).text = text.into();
        let spoken = spoken(&other);
        assert!(
            spoken.starts_with("I am glad of Mere Police in minding the town. "),
            "{spoken}"
        );
        // While it is typed, the same is woven.
        let mut weaver = Weaver::new();
        weaver.weave(&draft, &framework());
        let typed = weaver.weave(&other, &framework()).clone();
        assert_eq!(typed, weave(&other, &framework()));
    }
    // Nor does another opening leave the words of the one before it.
    let mut sorry = draft.clone();
    sorry.overall.stance = "sorry".into();
    let mut weaver = Weaver::new();
    weaver.weave(&draft, &framework());
    let chosen = weaver.weave(&sorry, &framework()).clone();
    assert_eq!(chosen, weave(&sorry, &framework()));
    assert!(spoken(&sorry).contains(", but the force needs to answer."));
    let mut warm = draft.clone();
    std::sync::Arc::make_mut(&mut warm.findings[0]).kind = crate::assessment::Kind::Strength;
    assert!(spoken(&warm).starts_with("I am glad of Mere Police in minding the town. "));
}

#[test]
fn the_last_words_are_the_authors_and_needs_say_it_where_the_draft_has_it_so() {
    let mut draft = with(vec![
        strength("a", "The force is quick."),
        need("b", "The force needs to hire."),
    ]);
    let spoken = |draft: &Assessment| weave(draft, &framework()).paragraphs;
    let said = |draft: &Assessment, words: &str| {
        let paragraphs = spoken(draft);
        paragraphs.iter().any(|it| it.text().contains(words))
    };
    assert!(said(&draft, "the force needs to hire."));
    draft.statement.needs_say_it = Some(true);
    assert!(said(&draft, "it needs to hire."));
    draft.statement.ending = "Overall, I commend {subject.spoken}.\nIt has tried.".into();
    let paragraphs = spoken(&draft);
    let last = paragraphs.last().unwrap();
    let text = last.text();
    let ends = text.ends_with("Overall, I commend the Mere Police. It has tried.");
    assert!(ends, "{text}");
    let ending = Source::field("statement.ending");
    assert!(
        last.sentences
            .iter()
            .rev()
            .take(2)
            .all(|it| it.sources.contains(&ending))
    );
}
