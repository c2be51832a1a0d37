#![allow(clippy::indexing_slicing)]

use super::*;
use crate::assessment::tests_support::point;
use crate::assessment::{Frame, Judgments, Rung, ScalePoint};
use crate::statement::tests_support::framework as small;

/// Returns a framework without problems.
fn framework() -> Framework {
    let mut framework = small();
    for heading in &mut framework.headings {
        heading.question = "How good is it?".into();
        heading.prompts = vec!["Look.".into()];
        heading.good = vec!["Is good.".into()];
    }
    framework.scale = [Grade::Good, Grade::RequiresImprovement, Grade::Inadequate]
        .map(|grade| ScalePoint {
            meaning: "What it says.".into(),
            ..point(grade)
        })
        .to_vec();
    framework
}

/// Returns the problems, each with its table and key.
fn problems(framework: &Framework) -> Vec<(&'static str, &'static str, String)> {
    let problems = check_framework(framework).into_iter();
    problems
        .map(|problem| (problem.part.table, problem.part.key, problem.what))
        .collect()
}

/// Returns the one problem of a framework after a change.
fn one(change: impl Fn(&mut Framework)) -> (&'static str, &'static str, String) {
    let mut framework = framework();
    change(&mut framework);
    let mut problems = problems(&framework);
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems.remove(0)
}

fn band(below_good: (usize, usize)) -> Band {
    Band {
        below_good: Some(below_good),
        ..Band::default()
    }
}

#[test]
fn a_framework_that_leaves_nothing_out_is_let_be() {
    assert_eq!(problems(&framework()), []);
}

#[test]
fn what_writers_would_miss_is_reported() {
    type FrameworkCase = (&'static str, &'static str, fn(&mut Framework));
    let cases: [FrameworkCase; 8] = [
        ("scale", "meaning", |it| it.scale[1].meaning.clear()),
        ("headings", "prompts", |it| it.headings[2].prompts.clear()),
        ("headings", "question", |it| it.headings[0].question.clear()),
        ("headings", "good", |it| it.headings[0].good.clear()),
        ("look-ahead", "most", |it| it.look_ahead.most = 0),
        ("", "noun", |it| it.noun.clear()),
        ("", "ladder", |it| it.ladder.clear()),
        ("pillars", "id", |it| {
            it.pillars.push(Heading {
                id: "care".into(),
                question: "How?".into(),
                ..Heading::default()
            });
        }),
    ];
    for (table, key, change) in cases {
        let (at_table, at_key, what) = one(change);
        assert_eq!((at_table, at_key), (table, key), "{what}");
    }
}

#[test]
fn words_for_grades_that_nobody_gives_or_that_say_none_are_reported() {
    let (.., what) = one(|it| it.judgments.pillar = "It is {grade}.".into());
    assert_eq!(
        what,
        "\"pillar\" is never spoken: the framework gives no such grade"
    );
    let (.., what) = one(|it| {
        it.judgments = Judgments {
            carried_over: "The grade for {topic} stands.".into(),
            ..Judgments::default()
        };
    });
    assert_eq!(what, "\"carried-over\" does not say {from}");
}

#[test]
fn a_frame_or_an_opening_that_says_what_another_says_is_of_no_use() {
    let (table, _, what) = one(|it| {
        let frame = it.frames[0].clone();
        it.frames.push(Frame {
            id: "again".into(),
            ..frame
        });
    });
    assert_eq!(
        (table, what.as_str()),
        (
            "frames",
            "the frame \"again\" is of no use: \"sure\" says the same"
        )
    );
    let (table, ..) = one(|it| {
        let rung = it.ladder[1].clone();
        it.ladder.push(Rung {
            id: "again".into(),
            ..rung
        });
    });
    assert_eq!(table, "ladder");
}

#[test]
fn a_ladder_with_a_gap_says_at_which_grades() {
    let (.., what) = one(|it| it.ladder[1].bands = vec![band((2, 2))]);
    assert_eq!(
        what,
        "the ladder has a gap: nothing is suggested at 1 good, 1 inadequate (4 of 12 ways in which grades can fall)"
    );
}

#[test]
fn bands_that_overlap_or_that_no_grades_meet_are_reported() {
    let (.., what) = one(|it| it.ladder[1].bands = vec![band((1, 2)), band((2, 2))]);
    assert_eq!(what, "two bands of \"sorry\" overlap, as at 2 inadequate");
    let (.., what) = one(|it| it.ladder[1].bands = vec![band((1, 2)), band((3, 3))]);
    assert_eq!(what, "no grades can suggest \"sorry\" by one of its bands");
    let (table, key, _) = one(|it| it.counts = Counts::Pillars);
    assert_eq!((table, key), ("", "bands-count"));
}
