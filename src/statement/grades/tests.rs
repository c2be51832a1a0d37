#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::graded_together;
use crate::assessment::tests_support::point;
use crate::assessment::*;
use crate::statement::tests_support::{draft, framework as small, strength};
use crate::statement::{Document, ParagraphRole, Source, WeavingRule, weave};

/// Returns the small framework with a pillar over its first group, and words for every grade.
fn framework() -> Framework {
    let mut framework = small();
    framework.graded_overall = true;
    framework.pillars = vec![Heading {
        id: "care-pillar".into(),
        title: "Care".into(),
        topic: "caring".into(),
        graded: true,
        ..Heading::default()
    }];
    for heading in &mut framework.headings[..2] {
        heading.pillar = "care-pillar".into();
    }
    framework.scale = [
        (Grade::Good, "is good", "are good"),
        (
            Grade::RequiresImprovement,
            "requires improvement",
            "require improvement",
        ),
    ]
    .map(|(grade, is, are)| ScalePoint {
        is: is.into(),
        are: are.into(),
        ..point(grade)
    })
    .to_vec();
    framework.judgments = Judgments {
        overall: "{subject.spoken} {is-grade} at minding.".into(),
        overall_many: "{subjects} {are-grade} at minding".into(),
        pillar: "The {subject.noun} {is-grade} at {topic}.".into(),
        carried_over: "Our {from} grade of {grade} for {topic} stands.".into(),
        not_inspected: "We left out {topic}.".into(),
        ..Judgments::default()
    };
    framework
}

fn judge(draft: &mut Assessment, id: &str, grade: Option<Grade>, state: Option<JudgmentState>) {
    let judgment = Judgment {
        grade,
        state,
        from: "2014".into(),
        ..Judgment::default()
    };
    draft.grades.insert(id.into(), judgment);
}

fn said(document: &Document, role: &ParagraphRole) -> String {
    let mut paragraphs = document.paragraphs.iter();
    let found = paragraphs.find(|paragraph| paragraph.role == *role);
    found.map_or_else(String::new, |paragraph| paragraph.text())
}

#[test]
fn the_grade_of_the_whole_is_said_behind_the_opening_and_the_next_sentence_knows_it() {
    let mut draft = draft();
    draft.overall.stance = "glad".into();
    draft.overall.grade = Some(Grade::RequiresImprovement);
    let mut known = strength("a", "The force listens.");
    known.heading = OVERALL.into();
    draft.findings.push(known.into());
    let document = weave(&draft, &framework());
    assert_eq!(
        said(&document, &ParagraphRole::Overall),
        "I am glad of Mere Police in minding the town. The Mere Police requires improvement at minding. \
         However, the force listens."
    );
    let place = document.find(&Source::field("overall.grade")).unwrap();
    assert_eq!(
        document.sentence(place).unwrap().rules,
        [WeavingRule::Grade(None)]
    );
}

/// Returns what opens the statement of a body that is glad of, with this grade, where the rung is of this side.
fn opened(framework: &Framework, grade: Grade) -> String {
    let mut draft = draft();
    draft.overall.stance = "glad".into();
    draft.overall.grade = Some(grade);
    let mut known = strength("a", "The force listens.");
    known.heading = OVERALL.into();
    draft.findings.push(known.into());
    said(&weave(&draft, framework), &ParagraphRole::Overall)
}

#[test]
fn a_grade_behind_an_opening_turns_from_it_once_and_need_not_name_the_body_again() {
    let mut framework = framework();
    framework.judgments.overall_behind = "It {is-grade} at this.".into();
    let glad = &mut framework.ladder[0];
    assert_eq!(glad.id, "glad");
    (glad.tone, glad.about_body) = (Some(Tone::Praise), true);
    let opening = "I am glad of Mere Police in minding the town.";
    assert_eq!(
        opened(&framework, Grade::RequiresImprovement),
        format!("{opening} However, it requires improvement at this. The force listens.")
    );
    assert_eq!(
        opened(&framework, Grade::Good),
        format!("{opening} It is good at this. The force listens.")
    );
    framework.ladder[0].about_body = false;
    let named = opened(&framework, Grade::RequiresImprovement);
    assert!(
        named.contains("However, the Mere Police requires improvement at minding."),
        "{named}"
    );
}

#[test]
fn an_opening_by_hand_that_leaves_the_body_out_has_its_grade_behind_it_in_full() {
    let mut framework = framework();
    framework.judgments.overall_behind = "It {is-grade} at this.".into();
    framework.ladder[0].about_body = true;
    let mut draft = draft();
    draft.overall.stance = "glad".into();
    draft.overall.grade = Some(Grade::Good);
    for (words, says) in [
        ("Mere Police has had a good year.", "It is good at this."),
        (
            "This was a good year.",
            "The Mere Police is good at minding.",
        ),
    ] {
        draft.overrides = vec![
            Override {
                sentence: "overall.stance".into(),
                text: words.into(),
                ..Override::default()
            }
            .into(),
        ];
        assert_eq!(
            said(&weave(&draft, &framework), &ParagraphRole::Overall),
            format!("{words} {says}")
        );
    }
}

#[test]
fn several_grades_that_are_carried_over_stand_and_one_stands() {
    let mut draft = draft();
    let carried = Some(JudgmentState::CarriedOver);
    judge(&mut draft, "stock", Some(Grade::Good), carried);
    let mut framework = framework();
    framework.judgments.carried_over_many =
        "Our {from} grades of {grade} for {topic} stand.".into();
    let said = |draft: &Assessment| said(&weave(draft, &framework), &ParagraphRole::Group(0));
    assert_eq!(said(&draft), "Our 2014 grade of good for stock stands.");
    judge(&mut draft, "care", Some(Grade::Good), carried);
    assert_eq!(
        said(&draft),
        "Our 2014 grades of good for stock and care stand."
    );
    // Grades that differ are no one sentence.
    judge(
        &mut draft,
        "care",
        Some(Grade::RequiresImprovement),
        carried,
    );
    assert_eq!(
        said(&draft),
        "Our 2014 grade of good for stock stands. Our 2014 grade of requires improvement for care stands."
    );
}

#[test]
fn a_pillar_opens_its_first_paragraph_and_what_is_carried_over_follows_once() {
    let mut draft = draft();
    judge(&mut draft, "care-pillar", Some(Grade::Good), None);
    let carried = Some(JudgmentState::CarriedOver);
    judge(&mut draft, "stock", Some(Grade::Good), carried);
    judge(&mut draft, "care", Some(Grade::Good), carried);
    judge(&mut draft, "money", None, Some(JudgmentState::NotInspected));
    let document = weave(&draft, &framework());
    assert_eq!(
        said(&document, &ParagraphRole::Group(0)),
        "The force is good at caring. Our 2014 grade of good for stock and care stands."
    );
    assert_eq!(
        said(&document, &ParagraphRole::Group(1)),
        "We left out money."
    );
}

#[test]
fn a_pillar_that_is_carried_over_speaks_for_its_headings() {
    let mut draft = draft();
    for id in ["care-pillar", "stock", "care"] {
        judge(
            &mut draft,
            id,
            Some(Grade::Good),
            Some(JudgmentState::CarriedOver),
        );
    }
    assert_eq!(
        said(&weave(&draft, &framework()), &ParagraphRole::Group(0)),
        "Our 2014 grade of good for caring stands."
    );
}

#[test]
fn a_year_that_is_not_written_yet_is_a_gap_that_is_seen() {
    let mut draft = draft();
    judge(
        &mut draft,
        "money",
        Some(Grade::Good),
        Some(JudgmentState::CarriedOver),
    );
    draft.grades.get_mut("money").unwrap().from.clear();
    assert_eq!(
        said(&weave(&draft, &framework()), &ParagraphRole::Group(1)),
        "Our … grade of good for money stands."
    );
}

#[test]
fn a_framework_without_words_for_grades_is_silent_about_them() {
    let mut draft = draft();
    draft.overall.grade = Some(Grade::Good);
    judge(
        &mut draft,
        "stock",
        Some(Grade::Good),
        Some(JudgmentState::CarriedOver),
    );
    judge(&mut draft, "money", None, Some(JudgmentState::NotInspected));
    let mut silent = framework();
    silent.judgments = Judgments::default();
    let document = weave(&draft, &silent);
    let roles: Vec<&ParagraphRole> = document.paragraphs.iter().map(|each| &each.role).collect();
    assert_eq!(roles, [&ParagraphRole::Title, &ParagraphRole::Greeting]);
}

#[test]
fn an_office_that_the_draft_lacks_is_the_frameworks() {
    let mut framework = framework();
    framework.words.greeting = "I'm {inspector.office}.".into();
    framework.words.office = "Inspector of {subject.noun}s".into();
    let mut draft = draft();
    let greeting = |draft: &Assessment| said(&weave(draft, &framework), &ParagraphRole::Greeting);
    assert_eq!(greeting(&draft), "I'm Inspector of forces.");
    draft.inspector.office = "the Chief Inspector".into();
    assert_eq!(greeting(&draft), "I'm the Chief Inspector.");
}

#[test]
fn bodies_with_the_same_grade_are_spoken_of_together() {
    let framework = framework();
    let say = |names: &[&str]| graded_together(&framework, Grade::RequiresImprovement, names);
    assert_eq!(say(&[]), None);
    assert_eq!(
        say(&["the Mere Police", "Fen Police", "Moor Police"]).unwrap(),
        "The Mere Police, Fen Police and Moor Police require improvement at minding."
    );
}
