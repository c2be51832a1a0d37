//! Examples of what a document holds around its sentences.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::sync::Arc;

use super::tests_support::*;
use super::*;
use crate::assessment::{
    Address, Figure, Finding, Grade, JudgmentState, List, Outlook, Override, ScalePoint,
    StatementList, Voice,
};

fn rules_of(draft: &Assessment, id: &str) -> Vec<WeavingRule> {
    let document = weave(draft, &framework());
    let place = document.find(&Source::item(List::Findings, id)).unwrap();
    document.sentence(place).unwrap().rules.clone()
}

#[test]
fn what_is_said_once_is_not_said_again() {
    let mut later = strength("b", "Mere Police  listens");
    later.heading = "money".into();
    let document = weave(
        &with(vec![later, strength("a", "The force listens.")]),
        &framework(),
    );
    assert_eq!(
        document.unspoken,
        [Unspoken {
            source: Source::item(List::Findings, "b"),
            reason: Reason::SaidBy("a".into())
        }]
    );
}

#[test]
fn what_is_not_spoken_is_listed_with_the_reason() {
    let mut silent = strength("b", "Staff sing.");
    silent.spoken = Some(false);
    silent.why = "not sure".into();
    let mut secret = strength("c", "Staff hum.");
    secret.sensitive = true;
    let mut lost = strength("d", "Staff rest.");
    lost.heading = "moon".into();
    let mut draft = with(vec![strength("a", " "), silent, secret, lost]);
    for (id, text) in [
        ("o1", "how it goes."),
        ("o2", "How it goes"),
        ("o3", "Taser use"),
        ("o4", "more"),
    ] {
        let (id, text) = (id.into(), text.into());
        draft.outlook.push(Arc::new(Outlook { id, text }));
    }
    let document = weave(&draft, &framework());
    let reasons: Vec<String> = document
        .unspoken
        .iter()
        .map(|each| each.reason.to_string())
        .collect();
    assert_eq!(
        reasons,
        [
            "nothing is written yet",
            "kept out by the author: not sure",
            "sensitive",
            "the framework's plan has no place for \"moon\"",
            "another says the same",
            "enough is read aloud before it"
        ]
    );
    assert_eq!(
        document.paragraphs.last().unwrap().text(),
        "Next I will see how it goes. I'll also see Taser use."
    );
}

#[test]
fn values_are_put_in_and_what_is_missing_shows() {
    let mut draft = with(vec![strength(
        "a",
        "{n} vans ({n.period}) {are} new at {subject.spoken}",
    )]);
    draft.figures.push(Arc::new(Figure {
        id: "n".into(),
        value: "3".into(),
        ..Figure::default()
    }));
    assert_eq!(
        paragraph(&draft, &ParagraphRole::Group(0)),
        "Three vans (…) {are} new at the Mere Police."
    );
    assert_eq!(rules_of(&draft, "a"), [WeavingRule::Figure]);
    assert_eq!(
        Values::new(&draft, &framework()).unknown("{n} {are} {{inspector.name}} {x"),
        ["are"]
    );
}

#[test]
fn the_greeting_is_numbered_by_sentence_and_the_drafts_own_comes_first() {
    let mut draft = draft();
    assert_eq!(
        paragraph(&draft, &ParagraphRole::Greeting),
        "Good day. I'm A. N. Rowe."
    );
    draft.statement.greeting = "Hello from\n{subject.noun} house. {inspector.office} speaks".into();
    let document = weave(&draft, &framework());
    let keys: Vec<_> = document.paragraphs[1]
        .sentences
        .iter()
        .map(|s| (s.key.as_str(), s.text.as_str()))
        .collect();
    assert_eq!(
        keys,
        [
            ("greeting", "Hello from force house."),
            ("greeting.2", "… speaks.")
        ]
    );
}

#[test]
fn a_rung_opens_the_whole_and_the_next_strength_is_it() {
    let mut balance = strength("a", "The force minds the sea too.");
    balance.heading = "overall".into();
    let mut draft = with(vec![balance]);
    draft.overall.stance = "glad".into();
    assert_eq!(
        paragraph(&draft, &ParagraphRole::Overall),
        "I am glad of Mere Police in minding the town. It minds the sea too."
    );
    let framework = framework();
    assert_eq!(
        opening(&draft, &framework, framework.rung("sorry").unwrap(), ""),
        "I am sorry about the Mere Police."
    );
}

#[test]
fn named_paragraphs_follow_the_group_that_first_asks_for_them() {
    let aside = |id: &str, heading: &str, text: &str| {
        let mut aside = context(id, text);
        aside.heading = heading.into();
        aside.paragraph = "sea".into();
        aside
    };
    let mut money = strength("c", "Money is counted.");
    money.heading = "money".into();
    let draft = with(vec![
        aside("b", "money", "The force stands by the sea."),
        money,
        aside("a", "care", "The sea is near."),
    ]);
    let document = weave(&draft, &framework());
    let said: Vec<_> = document
        .paragraphs
        .iter()
        .skip(2)
        .map(|each| (each.role.clone(), each.text()))
        .collect();
    assert_eq!(
        said,
        [
            (
                ParagraphRole::Named("sea".into()),
                "The sea is near. The force stands by the sea.".into()
            ),
            (ParagraphRole::Group(1), "Money is counted.".into()),
        ]
    );
}

#[test]
fn a_hand_edit_takes_the_sentences_place_and_goes_stale() {
    let mut draft = with(vec![
        strength("a", "The force sings."),
        strength("b", "The force hums."),
    ]);
    let mut edited = Override {
        sentence: "a+b".into(),
        text: "They sing and {inspector.name} hums!".into(),
        basis: basis("The force sings, and it hums."),
        ..Override::default()
    };
    draft.overrides = vec![Arc::new(edited.clone())];
    assert_eq!(
        paragraph(&draft, &ParagraphRole::Group(0)),
        "They sing and A. N. Rowe hums!"
    );
    assert_eq!(rules_of(&draft, "b"), [WeavingRule::ByHand]);
    edited.basis = basis("The force sang.");
    draft.overrides = vec![Arc::new(edited)];
    let stale = weave(&draft, &framework()).stale;
    assert_eq!(stale.len(), 1);
    assert_eq!(stale[0].reasons, ["it would be said in other words now"]);
}

#[test]
fn each_part_of_a_joined_sentence_knows_who_says_it() {
    let document = weave(
        &with(vec![
            strength("a", "The force sings."),
            strength("b", "The force hums."),
        ]),
        &framework(),
    );
    let sentence = &document.paragraphs.last().unwrap().sentences[0];
    let said: Vec<_> = sentence
        .parts
        .iter()
        .map(|part| &sentence.text[part.range.clone()])
        .collect();
    assert_eq!(said, ["The force sings", ", and it hums."]);
}

#[test]
fn bands_count_groups_by_their_lowest_grade() {
    use crate::assessment::{Grade, Judgment};
    let mut draft = draft();
    let framework = framework();
    let mut grade = |id: &str, grade, state| {
        let judgment = Judgment {
            grade,
            state,
            ..Judgment::default()
        };
        draft.grades.insert(id.into(), judgment);
        (
            tally(&draft, &framework),
            suggested(&draft, &framework, &framework.ladder[0]),
        )
    };
    let (counted, fits) = grade("stock", Some(Grade::Good), None);
    assert_eq!((counted.graded, counted.ungraded, fits), (1, 2, None));
    let (counted, fits) = grade("care", Some(Grade::RequiresImprovement), None);
    assert_eq!(
        (counted.below_good, counted.ungraded, fits),
        (1, 1, Some(false))
    );
    let (counted, fits) = grade(
        "care",
        Some(Grade::Inadequate),
        Some(JudgmentState::NotInspected),
    );
    assert_eq!(
        (counted.inadequate, counted.ungraded, fits),
        (0, 1, Some(true))
    );
}

#[test]
fn measures_leave_out_the_title() {
    let measures = weave(&draft(), &framework()).measures();
    assert_eq!(
        (measures.words, measures.sentences, measures.longest),
        (6, 2, 4)
    );
    assert_eq!(measures.seconds_aloud, 3);
}

fn framework_with_lists() -> Framework {
    let mut framework = framework();
    framework.lists = vec![
        list("good", "care", &[Grade::Good]),
        list("best", "care", &[]),
    ];
    framework
}

#[test]
fn headings_by_grade_are_listed_behind_the_paragraph_that_the_framework_names() {
    let mut draft = with(vec![strength("a", "Staff sing.")]);
    for (id, grade) in [
        ("stock", Grade::Good),
        ("care", Grade::Inadequate),
        ("money", Grade::Good),
    ] {
        let judgment = draft.grades.entry(id.into()).or_default();
        judgment.grade = Some(grade);
    }
    let document = weave(&draft, &framework_with_lists());
    let at = document
        .paragraphs
        .iter()
        .position(|it| it.role == ParagraphRole::List("good".into()));
    let list = &document.paragraphs[at.unwrap()];
    assert_eq!(document.paragraphs[at.unwrap() - 1].text(), "Staff sing.");
    assert_eq!(list.text(), "The force is good at: stock; and money.");
    assert_eq!(list.items, [1, 2]);
    let money = Source::Draft(Address::Judgment("money".into()));
    assert!(list.sentences[2].sources.contains(&money));
    assert_eq!(list.sentences[2].rules, [WeavingRule::List]);
    // A grade that is carried over was not given this time.
    draft.grades.get_mut("money").unwrap().state = Some(JudgmentState::CarriedOver);
    let document = weave(&draft, &framework_with_lists());
    // One is no list.
    let mut paragraphs = document.paragraphs.iter();
    assert!(paragraphs.any(|it| it.text() == "The force is good at stock." && it.items.is_empty()));
    draft.grades.clear();
    let document = weave(&draft, &framework_with_lists());
    assert!(document.paragraphs.iter().all(|it| it.items.is_empty()));
}

#[test]
fn a_list_by_grade_is_one_sentence_where_the_voice_has_it_so_and_findings_keep_their_rows() {
    let mut framework = framework_with_lists();
    framework.words.lists_run_on = true;
    let mut draft = with(vec![
        strength("a", "Staff sing."),
        strength("b", "It acts."),
    ]);
    for id in ["stock", "money"] {
        draft.grades.entry(id.into()).or_default().grade = Some(Grade::Good);
    }
    Arc::make_mut(&mut draft.findings[1]).paragraph = "best".into();
    let document = weave(&draft, &framework);
    let list = |id: &str| {
        let role = ParagraphRole::List(id.into());
        let mut paragraphs = document.paragraphs.iter();
        paragraphs.find(|it| it.role == role).unwrap()
    };
    let good = list("good");
    assert_eq!(good.text(), "The force is good at: stock; and money.");
    assert_eq!((good.sentences.len(), good.items.len()), (1, 0));
    for id in ["stock", "money"] {
        let grade = Source::Draft(Address::Judgment(id.into()));
        assert!(good.sentences[0].sources.contains(&grade));
    }
    assert_eq!(list("best").items, [1]);
}

#[test]
fn a_list_of_a_voice_is_spoken_in_that_voice_alone_with_its_words_for_each_grade() {
    let mut framework = framework_with_lists();
    framework.voices = vec![Voice {
        id: "press".into(),
        ..Voice::default()
    }];
    framework.lists = vec![StatementList {
        item: "{is-grade} at {topic}".into(),
        voice: "press".into(),
        ..list("judged", "care", &[Grade::Good, Grade::Inadequate])
    }];
    let point = |grade: Grade| ScalePoint {
        grade,
        words: grade.word().into(),
        meaning: String::new(),
        is: format!("is {}", grade.word()),
        are: String::new(),
    };
    framework.scale = [Grade::Good, Grade::Inadequate].map(point).to_vec();
    let mut draft = with(vec![strength("a", "Staff sing.")]);
    for (id, grade) in [("stock", Grade::Good), ("care", Grade::Inadequate)] {
        draft.grades.entry(id.into()).or_default().grade = Some(grade);
    }
    let lists = |draft: &Assessment| -> Vec<String> {
        let document = weave(draft, &framework);
        let lists = document.paragraphs.iter().filter(|it| !it.items.is_empty());
        lists.map(|it| it.text()).collect()
    };
    assert_eq!(lists(&draft), Vec::<String>::new());
    draft.statement.voice = "press".into();
    let judged = "The force is judged at: is good at stock; and is inadequate at care.";
    assert_eq!(lists(&draft), [judged]);
}

#[test]
fn findings_that_name_a_list_are_its_items_and_nothing_passes_between_them() {
    let listed = |mut finding: Finding, order| {
        finding.paragraph = "best".into();
        finding.order = order;
        finding
    };
    let draft = with(vec![
        listed(need("a", "The force must hire. It must train."), None),
        listed(strength("b", "The force listens."), None),
        listed(strength("c", "The force acts."), Some(1)),
        strength("d", "Staff sing."),
    ]);
    let document = weave(&draft, &framework_with_lists());
    let list = document
        .paragraphs
        .iter()
        .find(|it| !it.items.is_empty())
        .unwrap();
    assert_eq!(
        list.text(),
        "The force is best at: The force acts. The force must hire. It must train. The force listens."
    );
    assert_eq!(list.items, [1, 2, 4]);
}
