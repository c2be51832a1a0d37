//! Last year beside this year: at the screen, in prints, and what a new year begins with.

use assay::app::EditorRow;
use assay::app::layout::{self, Pane};
use assay::assessment::{Apart, Direction, Grade, JudgmentState};

use crate::support::sitting::Sitting;

fn draft(year: &str, framework: &str, grades: &str, rest: &str) -> String {
    format!(
        "format = 1\nid = \"wexmoor-{year}\"\nframework = \"{framework}\"\n{rest}\n[subject]\nname = \"Wexmoor Police\"\nspoken = \"Wexmoor Police\"\nnoun = \"force\"\n\n[inspector]\nname = \"A N Inspector\"\n\n[period]\nlabel = \"{year}\"\n\n{grades}"
    )
}

fn graded(all: &[(&str, &str)]) -> String {
    let one = |(heading, grade): &(&str, &str)| {
        format!("[grades.{heading}]\ngrade = \"{grade}\"\nrationale = \"Because.\"\n\n")
    };
    all.iter().map(one).collect()
}

const LAST: &str = "data/assay/wexmoor-2018.toml";

/// At this year's draft, with last year's beside it in the folder.
fn at(width: u16, height: u16) -> Sitting {
    at_under(width, height, "annual")
}

fn at_under(width: u16, height: u16, framework: &str) -> Sitting {
    let mut sitting = Sitting::new(width, height);
    let grades = [
        ("crime-prevention", "requires-improvement"),
        ("victims", "good"),
        ("offenders", "outstanding"),
    ];
    sitting
        .home
        .write(LAST, &draft("2018", "annual", &graded(&grades), ""));
    let five = include_str!("../data/frameworks/five.toml");
    sitting.home.write("frameworks/five.toml", five);
    let now = [
        ("crime-prevention", "good"),
        ("victims", "good"),
        ("offenders", "inadequate"),
        ("finances", "good"),
    ];
    let text = draft("2019", framework, &graded(&now), "");
    sitting.home.write("data/assay/now.toml", &text);
    sitting.keys("<ctrl-l>/2019<enter><enter>");
    sitting
}

fn file(sitting: &Sitting, name: &str) -> String {
    std::fs::read_to_string(sitting.home.drafts().join(name)).expect("a draft")
}

#[test]
fn last_years_draft_is_named_from_the_keyboard_and_its_grades_stand_beside_this_years() {
    let mut sitting = at(200, 40);
    sitting.keys("Y");
    assert!(
        sitting.screen().contains("Wexmoor Police 2018"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<home><enter><ctrl-s>");
    assert!(file(&sitting, "now.toml").contains("predecessor = \"wexmoor-2018.toml\""));
    let headings = layout::editor(sitting.state.size, Pane::Headings).headings;
    let columns = usize::from(headings.expect("headings").width);
    let line = |sitting: &Sitting, words: &str| {
        let screen = sitting.screen();
        let line = screen.lines().find(|line| line.contains(words));
        line.unwrap_or_default()
            .chars()
            .take(columns)
            .collect::<String>()
            .trim()
            .to_owned()
    };
    assert!(
        line(&sitting, "Crime prevention").ends_with("good ↑"),
        "{}",
        sitting.screen()
    );
    assert!(line(&sitting, "Victims").ends_with("good ="));
    assert!(line(&sitting, "Offenders").ends_with("inadeq. ↓"));
    // Nothing was judged last year of this one.
    assert!(line(&sitting, "Finances").ends_with("good"));
    sitting.keys("<home><down><down>");
    let screen = sitting.screen();
    assert!(
        screen.contains("requires improvement in 2018 ↑ better now"),
        "{screen}"
    );
    // One step back, and nothing stands beside anything any more.
    sitting.keys("u");
    assert!(!sitting.screen().contains('↑'), "{}", sitting.screen());
    sitting.keys("U");
    assert!(sitting.screen().contains('↑'));
}

#[test]
fn grades_of_two_scales_are_never_set_side_by_side_without_the_caution() {
    let mut sitting = at_under(204, 50, "five");
    sitting.keys("Y<home><enter><home><down><down>");
    let screen = sitting.screen();
    assert!(screen.contains("good ≠"), "{screen}");
    assert!(screen.contains("do not compare"), "{screen}");
    assert!(!screen.contains('↑') && !screen.contains('↓'), "{screen}");
    let beside = sitting.editor().predecessor.beside(
        &sitting.editor().assessment,
        &sitting.editor().framework,
        "offenders",
    );
    assert_eq!(
        beside.expect("both").direction,
        Direction::Apart(Apart::Scales)
    );
    sitting.keys("<home>");
    let screen = sitting.screen();
    for words in ["≠ 4 grades", "then, 5 now: the two scales do not compare"] {
        assert!(screen.contains(words), "{words} is missing from\n{screen}");
    }
}

#[test]
fn a_predecessor_that_cannot_be_read_is_told_and_stops_nothing() {
    let mut sitting = at(100, 30);
    for (name, words) in [
        ("gone.toml", "gone.toml: "),
        ("sealed.toml.age", "sealed"),
        ("broken.toml", "no framework"),
        ("now.toml", "itself"),
    ] {
        sitting
            .home
            .write("data/assay/sealed.toml.age", "age-encryption.org/v1\n");
        sitting.home.write(
            "data/assay/broken.toml",
            "format = 1\nid = \"b\"\nframework = \"anual\"\n",
        );
        sitting.keys("Yanother file<enter><ctrl-u>");
        assert_eq!(sitting.editor().pane, Pane::Findings);
        sitting.keys(name).keys("<esc>");
        let screen = sitting.screen();
        assert!(screen.contains(words), "{name}: {screen}");
        sitting.keys("<home><enter>X<esc>");
        assert!(sitting.editor().assessment.subject.name.ends_with('X'));
    }
}

#[test]
fn this_years_draft_begins_with_the_body_and_the_names_of_figures_and_without_grades() {
    let mut sitting = Sitting::new(100, 30);
    let figures = "[[figures]]\nid = \"calls\"\nvalue = 1200\nlabel = \"Calls answered\"\nperiod = \"2018\"\n";
    let text = draft("2018/19", "annual", &graded(&[("victims", "good")]), "") + figures;
    sitting.home.write(LAST, &text);
    sitting.keys("<ctrl-l>y");
    assert!(sitting.screen().contains("2019/20"), "{}", sitting.screen());
    sitting.keys("<enter><enter>");
    assert!(
        sitting.screen().contains("no grades"),
        "{}",
        sitting.screen()
    );
    let draft = &sitting.editor().assessment;
    assert_eq!(draft.subject.name, "Wexmoor Police");
    assert_eq!(draft.period.label, "2019/20");
    assert_eq!(draft.head.predecessor, "wexmoor-2018.toml");
    assert!(draft.grades.is_empty());
    let figure = &draft.figures[0];
    assert_eq!(
        (figure.label.as_str(), figure.value.as_str()),
        ("Calls answered", "")
    );
    assert!(sitting.editor().predecessor.earlier().is_some());
    assert!(file(&sitting, "wexmoor-police-2019-20.toml").contains("Calls answered"));
    assert_eq!(
        file(&sitting, "wexmoor-2018.toml"),
        text,
        "last year's is only read"
    );
}

#[test]
fn grades_come_along_with_their_year_only_where_the_framework_lets_them_stand() {
    let mut sitting = Sitting::new(100, 30);
    let text = draft("2017", "peel-2017", &graded(&[("prevention", "good")]), "");
    sitting.home.write(LAST, &text);
    sitting.keys("<ctrl-l>y<enter>");
    assert!(
        sitting.screen().contains("PEEL 2017"),
        "{}",
        sitting.screen()
    );
    sitting.keys("PEEL 2018<enter>");
    let draft = &sitting.editor().assessment;
    assert_eq!(draft.head.framework, "peel-2018");
    let judgment = &draft.grades["prevention"];
    assert_eq!(
        (judgment.grade, judgment.state),
        (Some(Grade::Good), Some(JudgmentState::CarriedOver))
    );
    assert_eq!(judgment.from, "2017");
    assert!(
        sitting.screen().contains("1 grade, carried over"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn what_has_changed_is_spoken_only_where_a_finding_records_it() {
    let mut sitting = at(120, 40);
    sitting.keys("<home><down><down><down><tab>+The force listens to victims.<esc>");
    assert!(
        sitting
            .statement()
            .contains("The force listens to victims.")
    );
    sitting.keys("<space>");
    for _ in 0..40 {
        let at = sitting.editor().current();
        if matches!(at, Some(EditorRow::Field(place)) if place.shown_label() == Some("Since last year"))
        {
            break;
        }
        sitting.keys("<down>");
    }
    sitting.keys("<enter>continues<enter>");
    let said = sitting.statement();
    assert!(
        said.contains("The force continues to listen to victims."),
        "{said}"
    );
    sitting.keys("<enter>progress<enter>");
    let said = sitting.statement();
    assert!(
        said.contains(
            "There has been progress since the last assessment: the force listens to victims."
        ),
        "{said}"
    );
    sitting.keys("<enter>nothing<enter>");
    let said = sitting.statement();
    assert!(said.contains("\nThe force listens to victims."), "{said}");
}

#[test]
fn a_new_year_is_begun_from_the_command_line_too() {
    let home = crate::support::home::Home::new();
    let text = draft("2018", "annual", &graded(&[("victims", "good")]), "");
    home.write("old/last.toml", &text);
    let done = home
        .assay()
        .args([
            "new",
            "now.toml",
            "--from",
            "old/last.toml",
            "--year",
            "2019",
        ])
        .output()
        .expect("it runs");
    assert!(done.status.success(), "{done:?}");
    let made = std::fs::read_to_string(home.path().join("now.toml")).expect("a draft");
    for words in [
        "predecessor = \"old/last.toml\"",
        "name = \"Wexmoor Police\"",
        "label = \"2019\"",
    ] {
        assert!(made.contains(words), "{made}");
    }
    assert!(!made.contains("[grades"), "{made}");
    let check = home
        .assay()
        .args(["check", "now.toml"])
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&check.stdout);
    assert!(!told.contains("predecessor"), "{told}");
    let gone = home
        .assay()
        .args(["new", "x.toml", "--from", "gone.toml"])
        .output()
        .expect("it runs");
    assert_eq!(gone.status.code(), Some(2));
}
