//! Merges and differences as a person meets them.

use assay::app::Message;
use assay::assessment::*;
use std::sync::Arc;

use crate::support::sitting::Sitting;

fn finding(id: &str, text: &str) -> Finding {
    Finding {
        id: id.into(),
        heading: "victims".into(),
        text: text.into(),
        ..Finding::default()
    }
}

fn evidence(id: &str, title: &str) -> Arc<Evidence> {
    Arc::new(Evidence {
        id: id.into(),
        title: title.into(),
        ..Evidence::default()
    })
}

fn draft(findings: &[Finding]) -> Assessment {
    Assessment {
        findings: findings.iter().cloned().map(Arc::new).collect(),
        ..Assessment::default()
    }
}

fn order(of: &Assessment) -> Vec<&str> {
    of.ids(List::Findings).collect()
}

#[test]
fn two_changes_of_one_text_leave_ours_in_place_and_theirs_in_a_note() {
    let base = draft(&[finding("f1", "It is slow.")]);
    let ours = draft(&[finding("f1", "It is too slow.")]);
    let mut theirs = draft(&[finding("f1", "It is slow\nat night.")]);
    theirs.grades.insert(
        "victims".into(),
        Judgment {
            grade: Some(Grade::Good),
            ..Judgment::default()
        },
    );
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.assessment.findings[0].text, "It is too slow.");
    assert_eq!(merged.assessment.grades, theirs.grades);
    let text = |text: &str| Some(Value::Text(text.into()));
    let conflict = Conflict {
        place: Place::Finding(0, FindingField::Text),
        on: "f1/text".into(),
        ours: text("It is too slow."),
        theirs: text("It is slow\nat night."),
    };
    assert_eq!(merged.conflicts, [conflict]);
    let note = &merged.assessment.notes[0];
    assert_eq!((note.on.as_str(), note.by.as_str()), ("f1/text", "merge"));
    assert_eq!(note.text, "The other version says: It is slow\nat night.");

    // Dealt with, the note is not written a second time.
    let mut read = merged.assessment.clone();
    read.notes = vec![Arc::new(Note {
        resolved: true,
        ..note.as_ref().clone()
    })];
    assert_eq!(merge(&base, &read, &theirs).assessment, read);
}

#[test]
fn a_text_that_ours_begins_with_leaves_no_note() {
    let base = draft(&[finding("f1", "It is slow.")]);
    let ours = draft(&[finding("f1", "It is slow. By day. At night.")]);
    let notes = |theirs: &str| {
        let merged = merge(&base, &ours, &draft(&[finding("f1", theirs)]));
        assert_eq!(merged.assessment.findings, ours.findings, "{theirs}");
        merged.assessment.notes.len()
    };
    assert_eq!(notes("It is slow. By day."), 0);
    assert_eq!(notes("It is slow. By day. "), 0);
    // Whatever has a word of its own, or another order, is kept.
    for theirs in [
        "It is slow. By da",
        "It is slow. At night.",
        "It is",
        "By day.",
    ] {
        let cut = "It is slow. By day. At night.".starts_with(theirs);
        assert_eq!(
            notes(theirs),
            usize::from(!(cut && theirs == "It is")),
            "{theirs}"
        );
    }
}

#[test]
fn both_grades_are_known_where_two_people_graded_differently() {
    let graded = |grade| {
        let mut draft = draft(&[]);
        let judgment = Judgment {
            grade: Some(grade),
            ..Judgment::default()
        };
        draft.grades.insert("victims".into(), judgment);
        draft
    };
    let (ours, theirs) = (graded(Grade::Good), graded(Grade::RequiresImprovement));
    let merged = merge(&draft(&[]), &ours, &theirs);
    assert_eq!(merged.assessment.grades, ours.grades);
    assert_eq!(merged.conflicts[0].on, "grades.victims/grade");
    assert!(
        merged.assessment.notes[0]
            .text
            .ends_with("requires-improvement")
    );
}

#[test]
fn what_one_side_took_out_goes_unless_the_other_changed_it() {
    let base = draft(&[
        finding("f1", "one"),
        finding("f2", "two"),
        finding("f3", "three"),
    ]);
    let ours = draft(&[finding("f3", "three")]);
    let theirs = draft(&[
        finding("f1", "one"),
        finding("f2", "2"),
        finding("f3", "three"),
    ]);
    for merged in [merge(&base, &ours, &theirs), merge(&base, &theirs, &ours)] {
        assert_eq!(
            merged.assessment,
            draft(&[finding("f2", "2"), finding("f3", "three")])
        );
        assert_eq!(merged.conflicts, []);
    }
}

/// A base that was saved since it was opened: what theirs lacks of what was put in since then stands.
#[test]
fn what_was_put_in_since_a_draft_was_opened_is_not_theirs_to_take_out() {
    let opened = draft(&[finding("f1", "It is slow."), finding("f2", "It is kind.")]);
    let mut ours = draft(&[
        finding("f1", "It is slow. It is late too."),
        finding("f2", "It is kind."),
        finding("f3", "It is new."),
    ]);
    ours.grades.insert(
        "victims".into(),
        Judgment {
            grade: Some(Grade::Good),
            rationale: "Because it is so.".into(),
            ..Judgment::default()
        },
    );
    let base = ours.clone();
    let merged = |theirs: &Assessment| merge_since(&opened, &base, &ours, theirs);

    // They took all of it out, and f2, which stood there before.
    let mut theirs = draft(&[finding("f1", "It is slow.")]);
    theirs.subject.noun = "force".into();
    let made = merged(&theirs);
    let now = &made.assessment;
    assert_eq!(order(now), ["f1", "f3"], "what was old goes, as ever");
    assert_eq!(now.findings[0].text, ours.findings[0].text);
    assert_eq!(
        (&now.grades, now.subject.noun.as_str()),
        (&ours.grades, "force")
    );
    let on: Vec<&str> = made.conflicts.iter().map(|it| it.on.as_str()).collect();
    let named = [
        "grades.victims/grade",
        "grades.victims/rationale",
        "f1/text",
        "f3/text",
    ];
    assert_eq!(on, named, "each is named");
    assert_eq!(
        merge(&base, &ours, &theirs).conflicts,
        [],
        "as without that care"
    );

    // A word put right, and words added, come in.
    let mut theirs = base.clone();
    let text = |theirs: &mut Assessment, nth: usize, text: &str| {
        Arc::make_mut(&mut theirs.findings[nth]).text = text.into();
    };
    text(&mut theirs, 0, "It is slow. It is tardy too.");
    text(&mut theirs, 2, "It is new and bright.");
    let made = merged(&theirs);
    assert_eq!((made.assessment, made.conflicts), (theirs, Vec::new()));

    // Brought in once, it changes nothing a second time.
    let theirs = draft(&[finding("f1", "It is slow.")]);
    let once = merged(&theirs).assessment;
    let twice = merge_since(&opened, &base, &once, &theirs);
    assert_eq!(twice.assessment, once);
}

#[test]
fn the_order_is_the_one_that_somebody_chose_and_new_findings_keep_their_neighbour() {
    let all = |ids: &[&str]| {
        let findings: Vec<Finding> = ids.iter().map(|id| finding(id, id)).collect();
        draft(&findings)
    };
    let base = all(&["a", "b", "c"]);
    let ours = all(&["a", "x", "b", "c"]);
    let theirs = all(&["c", "y", "a", "b"]);
    for merged in [merge(&base, &ours, &theirs), merge(&base, &theirs, &ours)] {
        assert_eq!(order(&merged.assessment), ["c", "y", "a", "x", "b"]);
    }
}

#[test]
fn an_id_given_twice_is_given_anew_to_theirs_and_all_that_names_it_follows() {
    let mut base = draft(&[finding("f1", "one")]);
    base.evidence = vec![evidence("e1", "Plan")];
    let mut ours = base.clone();
    ours.findings.push(Arc::new(finding("f2", "ours")));
    ours.evidence.push(evidence("e2", "Audit"));
    ours.figures = vec![Arc::new(Figure {
        id: "n1".into(),
        value: "5".into(),
        ..Figure::default()
    })];
    let mut theirs = base.clone();
    theirs.evidence.push(evidence("e2", "Survey"));
    theirs.figures = vec![Arc::new(Figure {
        id: "n1".into(),
        value: "9".into(),
        source: "e2".into(),
        ..Figure::default()
    })];
    theirs.findings.push(Arc::new(Finding {
        evidence: vec!["e1".into(), "e2".into()],
        ..finding("f2", "{n1} in {n1.period}, {n12} and {n1")
    }));
    theirs.overrides = vec![Arc::new(Override {
        sentence: "f1+f2.2".into(),
        text: "By hand, {n1}.".into(),
        ..Override::default()
    })];
    theirs.notes = vec![Arc::new(Note {
        on: "f2/text".into(),
        ..Note::default()
    })];
    let merged = merge(&base, &ours, &theirs);
    let it = &merged.assessment;
    assert_eq!(merged.conflicts, []);
    // Each stands after what it followed where it was written.
    assert_eq!(order(it), ["f1", "f3", "f2"]);
    let followed = it.findings[1].as_ref();
    assert_eq!(followed.text, "{n2} in {n2.period}, {n12} and {n1");
    assert_eq!(followed.evidence, ["e1", "e3"]);
    let figure = it.figure("n2").unwrap();
    assert_eq!((figure.value.as_str(), figure.source.as_str()), ("9", "e3"));
    assert_eq!(it.evidence[1], evidence("e3", "Survey"));
    assert_eq!(it.overrides[0].sentence, "f1+f3.2");
    assert_eq!(it.overrides[0].text, "By hand, {n2}.");
    assert_eq!(it.notes[0].on, "f3/text");
    assert_eq!(&merge(&base, it, &theirs).assessment, it);
}

#[test]
fn evidence_that_both_cite_is_united_and_what_either_took_out_is_out() {
    let citing = |ids: &[&str]| {
        draft(&[Finding {
            evidence: ids.iter().map(|id| (*id).to_owned()).collect(),
            ..finding("f1", "one")
        }])
    };
    let merged = merge(
        &citing(&["e1", "e2", "e3"]),
        &citing(&["e3", "e1", "e4"]),
        &citing(&["e5", "e2", "e3"]),
    );
    assert_eq!(merged.assessment, citing(&["e5", "e3", "e4"]));
    assert_eq!(merged.conflicts, []);
}

#[test]
fn recommendations_changed_apart_are_both_kept_and_a_clash_is_told_to_the_word() {
    let advising = |all: &[(&str, &str)]| {
        let one = |(text, deadline): &(&str, &str)| Recommendation {
            text: (*text).into(),
            deadline: (*deadline).into(),
            ..Recommendation::default()
        };
        draft(&[Finding {
            recommendations: all.iter().map(one).collect(),
            ..finding("f1", "one")
        }])
    };
    let base = advising(&[("Train staff", "soon"), ("Buy cars", "")]);
    let ours = advising(&[("Train all staff", "soon"), ("Buy cars", ""), ("Hire", "")]);
    let theirs = advising(&[("Train staff", "in May"), ("Sell cars", ""), ("Fire", "")]);
    let merged = merge(&base, &ours, &theirs);
    let wanted = [
        ("Train all staff", "in May"),
        ("Sell cars", ""),
        ("Hire", ""),
        ("Fire", ""),
    ];
    assert_eq!(merged.assessment, advising(&wanted));

    let theirs = advising(&[("Train new staff", "soon"), ("Buy cars", "")]);
    let clash = merge(&base, &ours, &theirs);
    assert_eq!(clash.conflicts[0].on, "f1/recommendations.1/text");
    // One that is gone leaves nothing to hold the rest against: the whole of theirs is told.
    let theirs = advising(&[("Buy vans", "by day")]);
    let gone = merge(&base, &ours, &theirs);
    assert_eq!(gone.conflicts[0].on, "f1/recommendations");
    let note = &gone.assessment.notes[0].text;
    assert_eq!(note, "The other version says: Buy vans · by day");
}

#[test]
fn two_hand_edits_of_one_sentence_are_one_and_two_answers_are_two() {
    let with = |edited: &str, said: &str| Assessment {
        overrides: vec![Arc::new(Override {
            sentence: "f1".into(),
            text: edited.into(),
            ..Override::default()
        })],
        responses: vec![Arc::new(Response {
            by: "the force".into(),
            text: said.into(),
            ..Response::default()
        })],
        ..Assessment::default()
    };
    let merged = merge(&Assessment::default(), &with("a", "yes"), &with("b", "no"));
    assert_eq!(merged.assessment.overrides, with("a", "").overrides);
    assert_eq!(merged.conflicts[0].on, "overrides.f1/text");
    assert_eq!(merged.assessment.responses.len(), 2);
}

#[test]
fn differences_are_told_by_name() {
    let mut before = draft(&[
        finding("f1", "one"),
        finding("f2", "two"),
        finding("f3", "three"),
        finding("f4", "four"),
    ]);
    before.subject.name = "Kent".into();
    let mut after = draft(&[
        finding("f3", "three"),
        finding("f1", "1"),
        finding("f2", "two"),
        finding("f9", "nine"),
    ]);
    after.evidence = vec![evidence("e1", "Plan")];
    after.grades.insert(
        "victims".into(),
        Judgment {
            grade: Some(Grade::Good),
            ..Judgment::default()
        },
    );
    let told = differences(&before, &after);
    let lines: Vec<String> = told
        .iter()
        .map(|each| {
            let words = |words: &Option<String>| words.clone().unwrap_or_default();
            format!(
                "{}: {} > {}",
                each.what,
                words(&each.before),
                words(&each.after)
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "subject · name: Kent > ",
            "grade of victims:  > good",
            "order of findings:  > ",
            "finding f1 · text: one > 1",
            "a new finding f9:  > nine",
            "finding f4 was taken out: four > ",
            "new evidence e1:  > Plan",
        ]
    );
    assert_eq!(told[2].place, Place::Finding(0, FindingField::Id));
}

#[test]
fn a_renamed_item_is_one_edit_and_a_moved_one_is_one_move() {
    let before = draft(&[
        finding("f1", "one"),
        finding("f2", "two"),
        finding("f3", "three"),
    ]);
    let after = draft(&[
        finding("f3", "three"),
        finding("f1", "one"),
        finding("g2", "two"),
    ]);
    let edits = edits(&before, &after);
    let text = |text: &str| Some(Value::Text(text.into()));
    assert_eq!(
        edits,
        [
            Edit::Set {
                place: Place::Finding(1, FindingField::Id),
                before: text("f2"),
                after: text("g2"),
            },
            Edit::Move {
                list: List::Findings,
                from: 2,
                to: 0,
            },
        ]
    );
}

#[test]
fn a_judgment_with_nothing_in_it_is_no_difference() {
    let mut left = draft(&[]);
    left.grades.insert("victims".into(), Judgment::default());
    assert_eq!(edits(&left, &draft(&[])), []);
    assert_eq!(differences(&draft(&[]), &left), []);
}

fn response(by: &str, text: &str) -> Arc<Response> {
    Arc::new(Response {
        by: by.into(),
        text: text.into(),
        ..Response::default()
    })
}

fn answered(responses: &[Arc<Response>]) -> Assessment {
    Assessment {
        responses: responses.to_vec(),
        ..Assessment::default()
    }
}

/// Of two alike one side took the one away and the other added another: a second merge took that for a removal.
#[test]
fn merging_again_keeps_what_one_side_added_to_something_alike_that_the_other_took_away() {
    let alike = response("the force", "");
    let base = answered(&[Arc::clone(&alike)]);
    let ours = answered(&[]);
    let theirs = answered(&[Arc::clone(&alike), alike]);
    for (own, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let once = merge(&base, own, other).assessment;
        assert_eq!(once.responses.len(), 2);
        assert_eq!(merge(&base, &once, other).assessment, once);
    }
}

#[test]
fn a_value_of_something_without_an_id_is_found_again_by_what_it_is_about() {
    let base = answered(&[response("the mayor", "No."), response("the force", "Yes.")]);
    let ours = answered(&[
        response("the mayor", "No."),
        response("the force", "Yes, soon."),
    ]);
    let theirs = answered(&[
        response("the mayor", "No."),
        response("the force", "Yes, now."),
    ]);
    let merged = merge(&base, &ours, &theirs);
    let conflict = &merged.conflicts[0];
    assert_eq!(conflict.on, "responses.the force/text");
    assert_eq!(
        conflict.place_in(&merged.assessment),
        Some(Place::Response(1, ResponseField::Text))
    );
    let mut later = merged.assessment.clone();
    later.responses.remove(0);
    let place = Place::Response(0, ResponseField::Text);
    assert_eq!(conflict.place_in(&later), Some(place.clone()));
    assert_eq!(
        later.place_of(&Address::parse(&conflict.on, &later)),
        Some(place)
    );
    later.responses.clear();
    assert_eq!(conflict.place_in(&later), None);
}

/// What ours took out and theirs changed and moved counts for the order at once, and not at a second merge only.
#[test]
fn merging_again_leaves_the_order_as_it_is() {
    let [a, k, n] = ["a", "k", "n"].map(|id| finding(id, id));
    let changed = finding("k", "changed");
    let base = draft(&[a.clone(), k]);
    let ours = draft(&[a.clone(), n.clone()]);
    let theirs = draft(&[n, changed, a]);
    let once = merge(&base, &ours, &theirs).assessment;
    assert_eq!(
        order(&merge(&base, &once, &theirs).assessment),
        order(&once)
    );
}

/// Theirs can be taken where the item has no id, and only then is the note marked as dealt with.
#[test]
fn the_other_answer_of_the_body_is_taken_side_by_side() {
    let draft = "format = 1\nid = \"a\"\nframework = \"annual\"\n\n[[responses]]\nby = \"the force\"\ntext = \"Ours.\"\n";
    let mut sitting = Sitting::at(100, 36, draft);
    let with = |text: &str| {
        let mut other = sitting.editor().assessment.clone();
        other.responses = vec![response("the force", text)];
        Box::new(other)
    };
    let (base, theirs) = (with("At first."), with("Theirs."));
    sitting.send(Message::ChangedElsewhere {
        base,
        theirs,
        descent: Descent::FromFile,
    });
    let note = |sitting: &Sitting| sitting.editor().assessment.notes[0].resolved;
    assert!(!note(&sitting));
    sitting.keys("Dt");
    let responses = &sitting.editor().assessment.responses;
    assert_eq!(*responses, [response("the force", "Theirs.")]);
    assert!(note(&sitting));
    assert!(sitting.editor().conflicts.is_empty());
}

/// Where the item is gone nothing is taken, and the note goes on waiting.
#[test]
fn an_answer_that_stands_nowhere_any_more_is_not_dealt_with() {
    let draft = "format = 1\nid = \"a\"\nframework = \"annual\"\n\n[[responses]]\nby = \"the force\"\ntext = \"Ours.\"\n";
    let mut sitting = Sitting::at(100, 36, draft);
    let with = |texts: &[&str]| {
        let mut other = sitting.editor().assessment.clone();
        other.responses = texts
            .iter()
            .map(|text| response("the force", text))
            .collect();
        Box::new(other)
    };
    let (base, theirs, none) = (with(&["At first."]), with(&["Theirs."]), with(&[]));
    sitting.send(Message::ChangedElsewhere {
        base,
        theirs,
        descent: Descent::FromFile,
    });
    let base = Box::new(sitting.editor().assessment.clone());
    let mut gone = base.clone();
    gone.responses = none.responses;
    sitting.send(Message::ChangedElsewhere {
        base,
        theirs: gone,
        descent: Descent::FromFile,
    });
    assert!(sitting.editor().assessment.responses.is_empty());
    sitting.keys("Dt");
    assert!(!sitting.editor().assessment.notes[0].resolved);
    assert_eq!(sitting.editor().conflicts.len(), 1);
    assert!(
        sitting.screen().contains("It stands nowhere any more"),
        "{}",
        sitting.screen()
    );
}
