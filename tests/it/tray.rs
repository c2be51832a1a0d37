//! Another framework for a draft: nothing is lost, and what finds no place stays in sight.

use assay::assessment::{Grade, OVERALL, TRAY};

use crate::support::sitting::Sitting;

/// The example of PEEL 2018/19, with a finding under each of its headings.
fn at(width: u16, height: u16) -> Sitting {
    let example = include_str!("../../assets/examples/peel-2018.toml");
    Sitting::at(width, height, example)
}

fn change_to(sitting: &mut Sitting, title: &str) {
    sitting.keys("W").keys(title).keys("<enter>");
}

/// Every word that was written in findings and reasons.
fn words(sitting: &Sitting) -> Vec<String> {
    let draft = &sitting.editor().assessment;
    let findings = draft.findings.iter().map(|finding| finding.text.clone());
    let reasons = draft.grades.values().map(|it| it.rationale.clone());
    let waiting = draft.tray.iter().map(|item| item.rationale.clone());
    let mut all: Vec<String> = findings.chain(reasons).chain(waiting).collect();
    all.retain(|words| !words.is_empty());
    all.sort();
    all
}

#[test]
fn the_framework_is_changed_by_a_table_that_is_shown_first_and_one_undo_takes_it_back() {
    let mut sitting = at(120, 40);
    let before = sitting.editor().assessment.clone();
    let (said, file) = (words(&sitting), sitting.file());
    change_to(&mut sitting, "PEEL 2017");
    let screen = sitting.screen();
    assert!(screen.contains("PEEL 2018/19 → PEEL 2017"), "{screen}");
    assert!(screen.contains("same id"), "{screen}");
    assert_eq!(
        sitting.editor().assessment,
        before,
        "looking changes nothing"
    );
    sitting.keys("y");
    assert_eq!(sitting.editor().framework.id, "peel-2017");
    assert_eq!(words(&sitting), said);
    assert!(
        sitting.file().contains("framework = \"peel-2017\""),
        "{}",
        sitting.file()
    );
    sitting.keys("u<ctrl-s>");
    assert_eq!(sitting.editor().assessment, before);
    assert_eq!(sitting.editor().framework.id, "peel-2018");
    // A judgment that moved away and came back may leave its empty table behind, and nothing else.
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::to_owned);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with("[grades"))
            .collect()
    };
    assert_eq!(lines(&sitting.file()), lines(&file));
    sitting.keys("U");
    assert_eq!(sitting.editor().framework.id, "peel-2017");
}

#[test]
fn what_finds_no_place_waits_in_sight_with_a_count_until_it_is_placed_or_set_aside() {
    let mut sitting = at(120, 40);
    let said = words(&sitting);
    change_to(&mut sitting, "2021/22");
    let screen = sitting.screen();
    assert!(screen.contains("do not compare"), "{screen}");
    assert!(screen.contains("the tray"), "{screen}");
    sitting.keys("y");
    assert_eq!(words(&sitting), said, "no word is lost");
    let draft = &sitting.editor().assessment;
    assert!(
        draft.grades.values().all(|it| it.grade.is_none()),
        "no grade moves to another scale"
    );
    let waiting = sitting.editor().waiting();
    assert!(waiting > 3);
    let screen = sitting.screen();
    assert!(
        screen.contains("Tray") && screen.contains("! waiting"),
        "{screen}"
    );
    // It survives the file, and none of it is spoken.
    sitting.keys("<ctrl-s>");
    let file = sitting.file();
    assert!(
        file.contains("[[tray]]") && file.contains("framework = \"peel-2018\""),
        "{file}"
    );
    let path = sitting.home.drafts().join("draft.toml");
    let home = sitting.leave();
    let mut sitting = Sitting::resume(120, 40, home, &path);
    assert_eq!(sitting.editor().waiting(), waiting);
    let unspoken = sitting.editor().document().unspoken.len();
    assert!(unspoken >= waiting, "completeness tells all of it");
    sitting.keys("p");
    assert!(
        sitting.screen().contains("waits in the tray"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<esc>");
    // Undo reaches back over the change though the program was left meanwhile.
    let tray = || "<home><down><down><tab>";
    sitting.keys(tray()).keys("<end>X");
    assert_eq!(sitting.editor().waiting(), waiting - 1);
    assert!(
        sitting.screen().contains("set aside"),
        "{}",
        sitting.screen()
    );
    sitting.keys("X");
    assert_eq!(sitting.editor().waiting(), waiting);
    let path_of_undo = (0..40).any(|_| {
        sitting.keys("u");
        sitting.editor().framework.id == "peel-2018"
    });
    assert!(path_of_undo, "{}", sitting.screen());
    assert_eq!(sitting.editor().assessment.tray.len(), 0);
}

#[test]
fn a_form_that_the_new_framework_s_opening_has_not_waits_and_the_file_opens_again() {
    let example = include_str!("../../assets/examples/peel-2023.toml");
    let formed = example.replace(
        "stance = \"pleased-most\"",
        "stance = \"pleased-some\"\nform = \"apart\"",
    );
    let mut sitting = Sitting::at(120, 40, &formed);
    assert_eq!(sitting.editor().assessment.overall.form, "apart");
    change_to(&mut sitting, "2021/22");
    sitting.keys("y<ctrl-s>");
    let path = sitting.home.drafts().join("draft.toml");
    let home = sitting.leave();
    let sitting = Sitting::resume(120, 40, home, &path);
    let draft = &sitting.editor().assessment;
    let form = draft.tray.iter().find(|item| item.of == "overall.form");
    assert_eq!(form.map(|item| item.value.as_str()), Some("apart"));
    assert_eq!(draft.overall.form, "");
}

#[test]
fn a_judgment_that_waits_is_placed_and_a_grade_of_another_scale_stays_behind() {
    let mut sitting = at(120, 40);
    change_to(&mut sitting, "Annual");
    // Everything goes to the tray.
    let rows = sitting.editor().framework.headings.len() + 3;
    for _ in 0..rows {
        sitting.keys("x<down>");
    }
    sitting.keys("y");
    let draft = &sitting.editor().assessment;
    assert!(
        draft
            .findings
            .iter()
            .all(|it| [TRAY, OVERALL].contains(&it.heading.as_str()))
    );
    assert!(draft.grades.is_empty());
    let findings = draft
        .findings
        .iter()
        .filter(|it| it.heading == TRAY)
        .count();
    let at = draft
        .tray
        .iter()
        .position(|item| item.grade == Some(Grade::Good));
    let at = at.expect("a judgment of good");
    let why = draft.tray[at].rationale.clone();
    sitting.keys("<tab><home>");
    for _ in 0..findings + at {
        sitting.keys("<down>");
    }
    sitting.keys("<enter>Victims<enter>");
    let judgment = sitting.editor().assessment.judgment("victims");
    assert_eq!(
        (judgment.grade, judgment.rationale),
        (Some(Grade::Good), why)
    );
    // A finding goes where it is moved to, and forgets where it stood.
    sitting.keys("<home>mVictims<enter>");
    let placed = &sitting.editor().assessment.findings;
    let placed = placed
        .iter()
        .find(|it| it.heading == "victims")
        .expect("placed");
    assert!(placed.was.is_empty());
    assert!(sitting.screen().contains("Tray"), "the next one is at hand");
}

#[test]
fn a_row_of_the_table_is_changed_by_a_list_of_the_other_frameworks_headings() {
    for (width, height) in [(80, 24), (40, 12), (120, 40)] {
        let mut sitting = at(width, height);
        change_to(&mut sitting, "Annual");
        sitting.keys("<end><enter>Finances<enter>y");
        let judgment = sitting.editor().assessment.judgment("finances");
        assert_eq!(
            judgment.rationale,
            "Left out of this round.",
            "{}",
            sitting.screen()
        );
    }
}
