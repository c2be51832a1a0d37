//! The grades on their scale: at the screen, in Markdown and in HTML; and what else the left pane tells of grades.

use assay::app::Page;
use assay::assessment::Grade;

use crate::support::home::Home;
use crate::support::sitting::Sitting;
use crate::support::snapshots::snapshot;

const NOW: &str = include_str!("../../assets/examples/peel-2018.toml");

/// Last year's draft of the same force: other grades of the same headings.
fn last_year(framework: &str) -> String {
    format!(
        "format = 1\nid = \"last\"\nframework = \"{framework}\"\n\n[subject]\nname = \"Caldermere Police\"\nnoun = \"force\"\n\n[period]\nlabel = \"2017\"\n\n[grades.prevention]\ngrade = \"good\"\nrationale = \"x\"\n\n[grades.investigation]\ngrade = \"requires-improvement\"\nrationale = \"x\"\n\n[grades.vulnerability]\ngrade = \"good\"\nrationale = \"x\"\n"
    )
}

fn named(file: &str) -> String {
    NOW.replace(
        "framework = \"peel-2018\"\n",
        &format!("framework = \"peel-2018\"\npredecessor = \"{file}\"\n"),
    )
}

fn at(width: u16, height: u16, theme: &str) -> Sitting {
    let config = assay::config::Config::default();
    let mut sitting = Sitting::with(width, height, theme, &config);
    sitting
        .home
        .write("data/assay/last.toml", &last_year("peel-2017"));
    sitting
        .home
        .write("data/assay/draft.toml", &named("last.toml"));
    sitting.keys("<ctrl-l>/2018/19<enter><enter><home><down>");
    sitting
}

fn shows(sentence: &str, text: &str) {
    snapshot("screens", sentence, text);
}

#[test]
fn the_page_of_the_whole_shows_each_grade_on_its_scale_with_last_years_beside_it() {
    let sitting = at(120, 40, "dark");
    shows("grades on their scale on a wide screen", &sitting.styled());
    let sitting = at(80, 24, "dark");
    shows("grades on their scale on eighty columns", &sitting.styled());
    let mut sitting = at(40, 12, "dark");
    sitting.keys("<tab>");
    shows("grades on their scale on forty columns", &sitting.styled());
}

#[test]
fn the_chart_is_read_without_any_colour() {
    let sitting = at(120, 40, "plain");
    let screen = sitting.screen();
    let middle = |line: &str| line.split('│').nth(1).unwrap_or_default().to_owned();
    let line = |words: &str| -> String {
        let mut lines = screen.lines().map(middle);
        lines.find(|line| line.contains(words)).unwrap_or_default()
    };
    let prevention = line("Preventing");
    assert!(
        prevention.find('●') < prevention.find('○'),
        "{prevention}\n{screen}"
    );
    assert!(prevention.trim_end().ends_with('↑'), "{prevention}");
    let same = line("Protecting");
    assert!(
        same.contains('◉') && same.trim_end().ends_with('='),
        "{same}\n{screen}"
    );
    assert!(line("Investigating").trim_end().ends_with('↓'), "{screen}");
}

#[test]
fn a_grade_of_the_overview_leads_to_its_heading_and_is_changed_there_and_here() {
    let mut sitting = at(120, 40, "dark");
    sitting.keys("<tab><home><down><down><down>");
    // The cursor is on the first pillar.
    sitting.keys("g<home><down><enter>");
    let grade = sitting.editor().assessment.judgment("effectiveness").grade;
    assert_eq!(grade, Some(Grade::Outstanding));
    sitting.keys("<down><enter>");
    assert!(
        matches!(sitting.editor().page, Page::Heading(0)),
        "{:?}",
        sitting.editor().page
    );
}

#[test]
fn grades_of_another_scale_stand_on_no_place_of_this_one() {
    let home = Home::new();
    home.write("now.toml", &named("last.toml"));
    let five = last_year("peel-2021");
    home.write(
        "last.toml",
        &five
            .replace("investigation]", "investigating]")
            .replace("vulnerability]", "vulnerable-people]"),
    );
    let done = home
        .assay()
        .args(["print", "now.toml", "--grades", "--format", "markdown"])
        .output()
        .expect("it runs");
    let printed = String::from_utf8(done.stdout).expect("text");
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(
        printed.contains("The two do not compare."),
        "{printed}{told}"
    );
    assert!(
        !printed.contains('○') && !printed.contains('↑'),
        "{printed}"
    );
    assert!(
        printed.contains("good in 2017 ≠ two scales do not compare"),
        "{printed}"
    );
}

#[test]
fn a_statement_and_a_report_have_the_grades_as_a_real_table() {
    let home = Home::new();
    home.write("now.toml", &named("last.toml"));
    home.write("last.toml", &last_year("peel-2017"));
    let print = |arguments: &[&str]| {
        let done = home
            .assay()
            .args(["print", "now.toml"])
            .args(arguments)
            .output()
            .expect("it runs");
        assert!(done.status.success(), "{done:?}");
        String::from_utf8(done.stdout).expect("text")
    };
    let table = |text: &str| -> String {
        let lines = text
            .lines()
            .skip_while(|line| !line.contains("Grades on their scale"));
        lines.take(24).collect::<Vec<_>>().join("\n")
    };
    let markdown = print(&["--grades", "--format", "markdown"]);
    shows("the grades of a statement in Markdown", &table(&markdown));
    let html = print(&["--grades", "--format", "html"]);
    let from = html.find("Grades on their scale").expect("the table");
    assert!(
        html[from..].contains("<table") && html[from..].contains("<th"),
        "{html}"
    );
    assert!(html[from..].contains("○ 2017") && html[from..].contains("↑ better now"));
    let report = print(&["--report", "--format", "markdown"]);
    assert_eq!(
        table(&report).lines().nth(4),
        table(&markdown).lines().nth(4)
    );
    // Read aloud, a statement has no table.
    assert!(!print(&[]).contains("Grades on their scale"));
    let text = print(&["--grades", "--width", "80"]);
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );
}

#[test]
fn the_print_dialogue_shows_the_grades_too() {
    let mut sitting = at(120, 40, "dark");
    sitting.keys("pg<end>");
    assert!(
        sitting.screen().contains("Print · text with grades"),
        "{}",
        sitting.screen()
    );
    sitting.keys("m<enter>");
    let printed = std::fs::read_to_string(sitting.home.drafts().join("draft.grades.md"));
    assert!(printed.expect("the print").contains("| Preventing crime"));
}

#[test]
fn progress_and_the_first_page_take_pillars_and_the_whole_into_account() {
    let without = NOW.replace("grade = \"requires-improvement\"\nrationale = \"Investigations have slipped, and victims pay for it.\"", "rationale = \"Open.\"");
    assert_ne!(without, NOW);
    let sitting = Sitting::at(120, 40, &without);
    assert!(
        matches!(sitting.editor().page, Page::Pillar(0)),
        "{:?}",
        sitting.editor().page
    );
    let (settled, all) = sitting.editor().progress();
    assert_eq!(
        (settled, all),
        (all - 1, sitting.editor().framework.graded().count())
    );
    assert!(
        sitting
            .screen()
            .contains(&format!("{settled} of {all} grades settled"))
    );
    let soc = include_str!("../../assets/examples/soc-2022.toml");
    let mut sitting = Sitting::at(120, 40, soc);
    let left = |sitting: &Sitting| {
        let screen = sitting.screen();
        let line = screen.lines().find(|line| line.contains("Overall"));
        line.unwrap_or_default()
            .split('│')
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    let word = left(&sitting);
    assert!(
        !word.ends_with("opening ✓"),
        "the left pane shows the grade of the whole: {word}"
    );
    // Its reason is typed on its page, by the same key as that of a heading.
    sitting.keys("<home><down>r<ctrl-end> And it is improving.<esc>");
    let why = &sitting.editor().assessment.overall.rationale;
    assert!(why.ends_with("And it is improving."), "{why}");
}
