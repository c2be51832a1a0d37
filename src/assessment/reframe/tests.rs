#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use crate::assessment::tests_support::framework;
use crate::assessment::{Grade, Value, edits};
use crate::assessment::{Likeness, suggest};
use proptest::prelude::*;

fn old() -> Framework {
    let four = [Grade::Outstanding, Grade::Good, Grade::Inadequate];
    framework(
        "old",
        &four,
        &[
            ("victims", "Victims"),
            ("money", "Money"),
            ("prevention", "Crime prevention"),
        ],
    )
}

fn draft() -> Assessment {
    let mut draft = Assessment::new("d", &old());
    for (heading, grade) in [("victims", Grade::Good), ("money", Grade::Inadequate)] {
        let judgment = Judgment {
            grade: Some(grade),
            rationale: format!("Because of {heading}."),
            ..Judgment::default()
        };
        draft.grades.insert(heading.into(), judgment);
    }
    for (id, heading) in [
        ("f1", "victims"),
        ("f2", "money"),
        ("f3", "prevention"),
        ("f4", OVERALL),
    ] {
        draft.findings.push(Arc::new(Finding {
            id: id.into(),
            heading: heading.into(),
            stance: "pleased".into(),
            text: format!("Text of {id}."),
            ..Finding::default()
        }));
    }
    draft.overall.stance = "warm".into();
    draft.overall.form = "but".into();
    draft.overall.rationale = "On the whole.".into();
    draft.statement.needs_first = vec!["money".into(), "own".into()];
    draft.monitoring.stage = "engage".into();
    draft.statement.closing = "monitor".into();
    draft
}

#[test]
fn headings_are_suggested_by_id_then_title_then_words_and_none_twice() {
    let new = framework(
        "new",
        &[Grade::Good],
        &[
            ("finances", "money"),
            (
                "prevention-and-deterrence",
                "Preventing crime and deterring it",
            ),
            ("victims", "Service for victims"),
        ],
    );
    let suggested: Vec<_> = suggest(&old(), &new)
        .into_iter()
        .map(|mapping| (mapping.from, mapping.to.unwrap_or_default(), mapping.why))
        .collect();
    assert_eq!(
        suggested,
        [
            ("victims".into(), "victims".into(), Likeness::Id),
            ("money".into(), "finances".into(), Likeness::Title),
            (
                "prevention".into(),
                "prevention-and-deterrence".into(),
                Likeness::Words
            ),
        ]
    );
}

#[test]
fn what_has_a_place_moves_and_what_has_none_waits_with_where_it_stood() {
    let mut new = old();
    new.id = "new".into();
    new.headings.retain(|heading| heading.id != "money");
    let after = reframe(&draft(), &old(), &new, &suggest(&old(), &new));
    assert_eq!(after.head.framework, "new");
    assert_eq!(after.grades["victims"].grade, Some(Grade::Good));
    assert!(!after.grades.contains_key("money"));
    let money = after
        .tray
        .iter()
        .find(|item| item.of == "grades.money")
        .unwrap();
    assert_eq!(
        (money.grade, money.title.as_str()),
        (Some(Grade::Inadequate), "Money")
    );
    assert_eq!(money.rationale, "Because of money.");
    let finding = &after.findings[1];
    assert_eq!(
        (finding.heading.as_str(), finding.was.as_str()),
        (TRAY, "Money")
    );
    assert_eq!(after.statement.needs_first, ["own"]);
}

#[test]
fn a_grade_never_moves_to_another_scale() {
    let mut new = old();
    new.scale = framework("", Grade::ALL, &[]).scale;
    let after = reframe(&draft(), &old(), &new, &suggest(&old(), &new));
    assert!(after.grades.is_empty());
    assert_eq!(
        after
            .tray
            .iter()
            .filter(|item| item.grade.is_some())
            .count(),
        2
    );
    assert!(after.findings.iter().all(|finding| finding.heading != TRAY));
}

#[test]
fn a_grade_never_moves_to_a_programme_with_which_it_does_not_compare() {
    let mut new = old();
    new.id = "new".into();
    new.not_compared_with = vec!["old".into()];
    let after = reframe(&draft(), &old(), &new, &suggest(&old(), &new));
    assert!(after.grades.is_empty());
    let waiting = after.tray.iter().find(|item| item.of == "grades.victims");
    let waiting = waiting.unwrap();
    assert_eq!(waiting.grade, Some(Grade::Good));
    // Nor does it from the tray, where its framework is known by its id alone.
    assert!(new.apart_from_waiting(waiting).is_some());
    assert_eq!(old().apart_from_waiting(waiting), None);
}

/// Returns every word of a draft that somebody chose or wrote.
fn words(draft: &Assessment) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for judgment in draft.grades.values() {
        all.extend(judgment.grade.map(|grade| grade.word().to_owned()));
        all.push(judgment.rationale.clone());
    }
    for finding in &draft.findings {
        all.extend([finding.text.clone(), finding.stance.clone()]);
    }
    all.extend([
        draft.overall.stance.clone(),
        draft.overall.form.clone(),
        draft.overall.rationale.clone(),
        draft.monitoring.stage.clone(),
        draft.statement.closing.clone(),
    ]);
    all.extend(draft.statement.needs_first.clone());
    for item in &draft.tray {
        all.extend(item.grade.map(|grade| grade.word().to_owned()));
        all.extend([item.rationale.clone(), item.value.clone()]);
    }
    all.retain(|words| !words.is_empty());
    all.sort();
    all
}

proptest! {
    #[test]
    fn whatever_goes_where_no_word_is_lost_and_one_step_back_brings_all_back(
        choices in proptest::collection::vec(0..4usize, 3),
        keeps in proptest::bits::u8::ANY,
    ) {
        let mut new = framework("new", &[Grade::Good], &[("a", "A"), ("b", "B"), ("money", "M")]);
        if keeps & 1 == 1 {
            new.scale = old().scale;
        }
        if keeps & 2 == 2 {
            new.frames.push(crate::assessment::Frame { id: "pleased".into(), ..Default::default() });
        }
        new.graded_overall = keeps & 4 == 4;
        let mut mappings = suggest(&old(), &new);
        for (mapping, choice) in mappings.iter_mut().zip(choices) {
            mapping.to = new.headings.get(choice).map(|heading| heading.id.clone());
        }
        let before = draft();
        let after = reframe(&before, &old(), &new, &mappings);
        let (mut was, mut is) = (words(&before), words(&after));
        // A heading that begins with its needs is named anew with it.
        was.retain(|words| words != "money");
        is.retain(|words| !["a", "b", "money"].contains(&words.as_str()));
        prop_assert_eq!(was, is);
        prop_assert!(after.findings.iter().all(|finding|
            [OVERALL, TRAY].contains(&finding.heading.as_str()) || new.heading(&finding.heading).is_some()));
        let steps = edits(&before, &after);
        let mut draft = before.clone();
        for edit in &steps {
            prop_assert!(edit.apply(&mut draft).is_ok());
        }
        prop_assert_eq!(&draft, &after);
        for edit in steps.iter().rev() {
            prop_assert!(edit.inverse().apply(&mut draft).is_ok());
        }
        prop_assert_eq!(&draft, &before);
    }
}

#[test]
fn a_form_goes_with_its_opening_where_that_has_it_and_waits_in_the_tray_elsewhere() {
    let mut new = old();
    let warm = |forms: &[&str]| crate::assessment::Rung {
        id: "warm".into(),
        forms: forms
            .iter()
            .map(|id| crate::assessment::RungForm {
                id: (*id).to_owned(),
                words: "Warm, but.".into(),
            })
            .collect(),
        ..Default::default()
    };
    for (ladder, form, waiting) in [
        (vec![warm(&["but"])], "but", 0),
        (vec![warm(&["apart"])], "", 1),
        (vec![warm(&[])], "", 1),
        (vec![], "", 1),
    ] {
        new.ladder = ladder;
        let after = reframe(&draft(), &old(), &new, &suggest(&old(), &new));
        assert_eq!(after.overall.form, form);
        let forms = after.tray.iter().filter(|item| item.of == "overall.form");
        let forms: Vec<&str> = forms.map(|item| item.value.as_str()).collect();
        assert_eq!(forms, vec!["but"; waiting]);
    }
}

#[test]
fn a_value_in_the_tray_can_be_reached_like_any_other() {
    let mut new = old();
    new.headings.clear();
    let after = reframe(&draft(), &old(), &new, &[]);
    let place = crate::assessment::Place::from_address("tray/0/rationale").unwrap();
    let value = after.get(&place);
    assert!(matches!(value, Some(Value::Text(_))), "{value:?}");
}
