#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
use super::*;
use crate::assessment::tests_support::framework;

const FOUR: [Grade; 4] = [
    Grade::Outstanding,
    Grade::Good,
    Grade::RequiresImprovement,
    Grade::Inadequate,
];

fn graded(year: &str, heading: &str, grade: Grade) -> Assessment {
    let mut draft = Assessment::default();
    draft.period.label = year.to_owned();
    let judgment = Judgment {
        grade: Some(grade),
        ..Judgment::default()
    };
    draft.grades.insert(heading.to_owned(), judgment);
    draft
}

#[test]
fn grades_of_one_scale_have_a_direction_and_those_of_two_a_caution() {
    let four = framework("", &FOUR, &[("money", "Money")]);
    let five = framework("", Grade::ALL, &[("finances", "money")]);
    let earlier = Earlier {
        assessment: graded("2018", "money", Grade::Good),
        framework: Arc::new(four.clone()),
    };
    for (grade, sign) in [
        (Grade::Outstanding, "↑"),
        (Grade::Good, "="),
        (Grade::Inadequate, "↓"),
    ] {
        let now = graded("2019", "money", grade);
        let beside = earlier.beside(&now, &four, "money").unwrap();
        assert_eq!(beside.direction.sign(), sign);
        assert_eq!(beside.dated_words(), "good in 2018");
    }
    // Another heading of the same title, on another scale.
    let now = graded("2021", "finances", Grade::Inadequate);
    let beside = earlier.beside(&now, &five, "finances").unwrap();
    assert_eq!(beside.direction, Direction::Apart(Apart::Scales));
    assert!(beside.direction.words().contains("do not compare"));
    assert_eq!(earlier.beside(&now, &five, "elsewhere"), None);
}

#[test]
fn a_new_year_begins_without_last_years_grades_unless_the_framework_lets_them_stand() {
    let mut four = framework("", &FOUR, &[("money", "Money")]);
    let mut before = graded("2017", "money", Grade::Good);
    before.subject.name = "Wexmoor Constabulary".into();
    before.figures.push(Arc::new(Figure {
        id: "calls".into(),
        label: "Calls".into(),
        value: "12".into(),
        period: "2017".into(),
        ..Figure::default()
    }));
    let earlier = Earlier {
        assessment: before,
        framework: Arc::new(four.clone()),
    };
    let draft = successor(&earlier, &four, "new", "2018", "old.toml");
    assert!(draft.grades.is_empty() && draft.findings.is_empty());
    assert_eq!(draft.subject.name, "Wexmoor Constabulary");
    let figure = &draft.figures[0];
    assert_eq!(
        (figure.label.as_str(), figure.value.as_str()),
        ("Calls", "")
    );
    assert_eq!(draft.head.predecessor, "old.toml");

    four.carries_over = true;
    let draft = successor(&earlier, &four, "new", "2018", "old.toml");
    let judgment = &draft.grades["money"];
    assert_eq!(judgment.state, Some(JudgmentState::CarriedOver));
    assert_eq!(
        (judgment.grade, judgment.from.as_str()),
        (Some(Grade::Good), "2017")
    );
}
