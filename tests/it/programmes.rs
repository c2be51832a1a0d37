//! What the frameworks say of their rounds: openings that inspectors chose, grades that are never compared, the stage in
//! which a body is monitored, how a statement ends, and whose inspectors speak.

use std::path::Path;

use assay::app::EditorRow;
use assay::assessment::{Apart, Framework};
use assay::statement::{GradeTally, holds, words_plainly};
use assay::store::{EXAMPLES, Frameworks};

use crate::cli::{Run, err, out};
use crate::support::home::Home;
use crate::support::needs::acceptance;
use crate::support::sitting::Sitting;
use crate::support::snapshots::snapshot;

/// An opening that an inspector chose, and the grades beneath it.
#[derive(Debug)]
struct ChosenOpening {
    framework: String,
    grades: [usize; 5],
    rung: String,
    says: String,
}

const OPENINGS: &str = include_str!("../data/openings.tsv");

fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.skip(1).map(|line| line.split('\t').collect())
}

fn grades(cells: &[&str]) -> [usize; 5] {
    let numbers: Vec<usize> = cells
        .iter()
        .map(|it| it.parse().expect("a number"))
        .collect();
    numbers.try_into().expect("five of them")
}

fn openings() -> Vec<ChosenOpening> {
    let one = |cells: Vec<&str>| ChosenOpening {
        framework: cells[0].to_owned(),
        grades: grades(&cells[1..6]),
        rung: cells[6].to_owned(),
        says: cells[7].to_owned(),
    };
    rows(OPENINGS).map(one).collect()
}

fn framework(id: &str) -> std::sync::Arc<Framework> {
    let frameworks = Frameworks::load(Path::new("none"));
    frameworks.get(id).expect("a framework")
}

#[test]
fn an_inspector_finds_the_opening_that_inspectors_chose_and_is_not_warned_of_it() {
    let all = openings();
    assert_eq!(all.len(), 14);
    for opening in &all {
        let framework = framework(&opening.framework);
        let [outstanding, good, adequate, requires, inadequate] = opening.grades;
        let Some(rung) = framework.rung(&opening.rung) else {
            assert_eq!(opening.rung, "none", "{opening:?}");
            continue;
        };
        let words = words_plainly(&framework, &rung.words);
        assert!(words.contains(&opening.says), "{opening:?}: {words}");
        let tally = GradeTally {
            outstanding,
            below_good: adequate + requires + inadequate,
            below_adequate: requires + inadequate,
            inadequate,
            concern: inadequate > 0,
            graded: outstanding + good + adequate + requires + inadequate,
            ungraded: 0,
            settled: 0,
        };
        let fits = rung.bands.iter().any(|band| holds(band, &tally));
        assert!(fits, "{opening:?} is warned of");
    }
}

#[test]
fn every_opening_of_the_acceptance_set_is_among_them() {
    let Some(text) = acceptance("openings.tsv") else {
        return;
    };
    let all = openings();
    let given: Vec<Vec<&str>> = rows(&text).collect();
    assert_eq!(given.len(), all.len());
    for (row, ours) in given.iter().zip(&all) {
        assert_eq!(row[1], ours.framework, "{row:?}");
        assert_eq!(grades(&row[2..7]), ours.grades, "{row:?}");
        assert_eq!(
            row[7].starts_with("no rung"),
            ours.rung == "none",
            "{row:?}"
        );
    }
}

/// A draft under a framework of these grades by heading.
fn draft(framework: &Framework, grades: [usize; 5], stance: &str) -> String {
    let words = [
        "outstanding",
        "good",
        "adequate",
        "requires-improvement",
        "inadequate",
    ];
    let mut all = words
        .iter()
        .zip(grades)
        .flat_map(|(word, many)| vec![*word; many]);
    let mut text = format!(
        "format = 1\nid = \"chosen\"\nframework = \"{}\"\n\n[subject]\nname = \"Essex Police\"\n\n\
         [inspector]\nname = \"A N Inspector\"\n\n[overall]\nstance = \"{stance}\"\n",
        framework.id
    );
    for heading in framework.headings.iter().filter(|it| it.graded) {
        let Some(grade) = all.next() else { break };
        text += &format!("\n[grades.{}]\ngrade = \"{grade}\"\n", heading.id);
        if grade == "inadequate" {
            text += &format!(
                "\n[[findings]]\nid = \"c-{0}\"\nheading = \"{0}\"\nkind = \"concern\"\ntext = \"Calls are not answered.\"\n",
                heading.id
            );
        }
    }
    text
}

#[test]
fn a_draft_with_these_grades_is_checked_without_a_word_against_its_opening() {
    let home = Home::new();
    for (nth, opening) in openings().iter().enumerate() {
        let framework = framework(&opening.framework);
        let graded = framework.headings.iter().filter(|it| it.graded).count();
        if opening.grades.iter().sum::<usize>() > graded {
            continue;
        }
        let name = format!("{nth}.toml");
        home.write(&name, &draft(&framework, opening.grades, &opening.rung));
        let told = home.run(&["check", &name]);
        let told = out(&told) + &err(&told);
        for rule in [
            "rung-out-of-band",
            "unknown-rung",
            "opening-not-chosen",
            "refused",
        ] {
            assert!(!told.contains(rule), "{opening:?}\n{told}");
        }
    }
}

#[test]
fn programmes_that_say_so_are_never_compared_and_each_says_it_of_the_other() {
    let frameworks = Frameworks::load(Path::new("none"));
    let all: Vec<_> = EXAMPLES
        .iter()
        .filter_map(|(id, _)| frameworks.get(id).ok())
        .collect();
    for one in &all {
        assert_eq!(one.apart(one), None, "{}", one.id);
        for other in &all {
            assert_eq!(one.apart(other), other.apart(one));
            let named = |of: &Framework, id: &str| of.not_compared_with.iter().any(|it| it == id);
            // What waits in the tray is known by its framework's id alone.
            assert_eq!(
                named(one, &other.id),
                named(other, &one.id),
                "{} and {}",
                one.id,
                other.id
            );
        }
    }
    let apart = |one: &str, other: &str| framework(one).apart(&framework(other));
    assert_eq!(apart("peel-2021", "peel-2023"), Some(Apart::Programmes));
    assert_eq!(apart("peel-2018", "peel-2021"), Some(Apart::Scales));
    assert_eq!(apart("peel-2017", "peel-2018"), None);
}

/// Last year's draft under PEEL 2021/22.
const LAST: &str = "format = 1\nid = \"last\"\nframework = \"peel-2021\"\n\n[subject]\nname = \"Penhallow Constabulary\"\nnoun = \"constabulary\"\n\n[period]\nlabel = \"2021/22\"\n\n[grades.prevention]\ngrade = \"good\"\nrationale = \"x\"\n\n[grades.offenders]\ngrade = \"good\"\nrationale = \"x\"\n";

/// The example of 2023–25, with other lines.
fn example(home: &Home, changes: &[(&str, &str)]) -> String {
    let mut text = out(&home.run(&["example", "peel-2023"]).success());
    for (old, new) in changes {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    text
}

const FRAMEWORK: &str = "framework = \"peel-2023\"\n";

#[test]
fn grades_of_two_programmes_on_one_scale_are_told_apart_wherever_they_stand_together() {
    let home = Home::new();
    home.write("last.toml", LAST);
    let named = format!("{FRAMEWORK}predecessor = \"last.toml\"\n");
    let text = example(&home, &[(FRAMEWORK, &named)]);
    home.write("now.toml", &text);
    for arguments in [
        &["print", "now.toml", "--grades", "--format", "markdown"][..],
        &["print", "now.toml", "--report", "--format", "markdown"],
    ] {
        let printed = out(&home.run(arguments).success());
        assert!(
            printed.contains("of another programme. The two do not compare."),
            "{printed}"
        );
        assert!(
            printed.contains("good in 2021/22 ≠ two programmes do not compare"),
            "{printed}"
        );
        assert!(
            !printed.contains('↑') && !printed.contains('○'),
            "{printed}"
        );
    }
}

#[test]
fn a_change_since_a_programme_that_does_not_compare_stands_on_what_was_found_then() {
    let home = Home::new();
    home.write("last.toml", LAST);
    let named = format!("{FRAMEWORK}predecessor = \"last.toml\"\n");
    let change = (
        "change = \"continues\"\nevidence = [\"recruits\", \"previous\"]",
        "change = \"continues\"\nevidence = [\"recruits\"]",
    );
    home.write(
        "ungrounded.toml",
        &example(&home, &[(FRAMEWORK, &named), change]),
    );
    let told = out(&home.run(&["check", "ungrounded.toml"]));
    let words = "compares with PEEL 2021/22, whose grades do not compare with these";
    assert!(told.contains(words), "{told}");
    home.write("grounded.toml", &example(&home, &[(FRAMEWORK, &named)]));
    let told = out(&home.run(&["check", "grounded.toml"]));
    assert!(!told.contains("change-across-scales"), "{told}");
}

const PUBLISHED: &str = "published = 2024-08-15\n";
const ENGAGE: &str =
    "published = 2024-08-15\n\n[monitoring]\nstage = \"engage\"\nsince = 2024-05-14\n";

#[test]
fn the_stage_of_monitoring_is_spoken_with_the_subjects_of_the_concerns_and_printed_in_the_report() {
    let home = Home::new();
    home.write("now.toml", &example(&home, &[(PUBLISHED, ENGAGE)]));
    let statement = out(&home.run(&["print", "now.toml"]).success());
    let words = "in the Engage phase of our monitoring since May 2024, because of our concerns about its performance in managing offenders and suspects.";
    assert!(statement.contains(words), "{statement}");
    let report = out(&home.run(&["print", "now.toml", "--report"]).success());
    assert!(
        report.contains("Monitoring: Engage, since 14 May 2024"),
        "{report}"
    );
    let sources = out(&home.run(&["print", "now.toml", "--sources"]).success());
    assert!(sources.contains("the stage of monitoring"), "{sources}");
    // Without a stage nothing is said of it.
    home.write("none.toml", &example(&home, &[]));
    let report = out(&home.run(&["print", "none.toml", "--report"]).success());
    assert!(!report.contains("Monitoring:"), "{report}");
}

#[test]
fn a_concern_that_is_kept_out_is_not_named_by_its_subject() {
    let home = Home::new();
    let sensitive = (
        "stance = \"serious-concern\"\n",
        "stance = \"serious-concern\"\nsensitive = true\n",
    );
    home.write(
        "now.toml",
        &example(&home, &[(PUBLISHED, ENGAGE), sensitive]),
    );
    let statement = out(&home.run(&["print", "now.toml"]).success());
    assert!(!statement.contains("managing offenders"), "{statement}");
}

#[test]
fn an_office_that_nobody_typed_follows_the_day_of_publication_in_every_print() {
    let home = Home::new();
    let office = "office = \"Her Majesty's Inspector of Constabulary\"\n";
    let text = out(&home.run(&["example", "peel-2021"]).success()).replace(office, "");
    for (day, words) in [
        ("2022-09-07", "Her Majesty's"),
        ("2022-09-08", "His Majesty's"),
    ] {
        let text = text.replace("published = 2022-04-28", &format!("published = {day}"));
        let greeting = "[statement]\ngreeting = \"I'm {inspector.name}, {inspector.office}.\"";
        home.write("now.toml", &text.replacen("[statement]", greeting, 1));
        for kind in [
            &["print", "now.toml"][..],
            &["print", "now.toml", "--report"],
        ] {
            let printed = out(&home.run(kind).success());
            let office = format!("{words} Inspector of Constabulary");
            assert!(printed.contains(&office), "{day} {kind:?}: {printed}");
        }
    }
}

#[test]
fn a_grave_opening_names_the_subject_of_the_concern() {
    let home = Home::new();
    let stance = (
        "stance = \"pleased-most\"",
        "stance = \"concerned-in-particular\"",
    );
    home.write("now.toml", &example(&home, &[stance]));
    let statement = out(&home.run(&["print", "now.toml"]).success());
    let words =
        "In particular, I have serious concerns about its work in managing offenders and suspects.";
    assert!(statement.contains(words), "{statement}");
}

#[test]
fn a_notice_tells_in_which_stage_each_body_is() {
    let home = Home::new();
    home.write("now.toml", &example(&home, &[(PUBLISHED, ENGAGE)]));
    let inspection = "format = 1\nid = \"one\"\ntitle = \"One\"\npublished = 2024-08-15\ndrafts = [\"now.toml\"]\n";
    home.write("one.toml", inspection);
    let notice = out(&home.run(&["notice", "one.toml"]).success());
    let words =
        "Penhallow Constabulary has been in the Engage phase of our monitoring since May 2024";
    assert!(notice.contains(words), "{notice}");
}

#[test]
fn two_programmes_of_one_inspection_are_not_counted_together() {
    let mut sitting = Sitting::new(100, 40);
    let now = out(&sitting.home.run(&["example", "peel-2023"]).success());
    sitting.home.write("data/assay/now.toml", &now);
    let two = LAST.replace("id = \"last\"", "id = \"two\"");
    sitting.home.write("data/assay/last.toml", LAST);
    sitting.home.write("data/assay/two.toml", &two);
    let inspection = "format = 1\nid = \"all\"\ntitle = \"All of them\"\ndrafts = [\"last.toml\", \"two.toml\", \"now.toml\"]\n";
    sitting.home.write("data/assay/all.toml", inspection);
    sitting.keys("<ctrl-l>/All of<enter><enter>");
    let title = framework("peel-2021")
        .heading("prevention")
        .map(|it| it.title.clone());
    let title = format!("{}: how", title.expect("a heading"));
    let at = (0..20).find(|_| {
        let found = sitting.screen().contains(&title);
        if !found {
            sitting.keys("<right>");
        }
        found
    });
    // Two of the older programme are good; the one that is outstanding is of the other.
    let screen = sitting.screen();
    assert!(at.is_some(), "{screen}");
    assert!(screen.contains("●● 2"), "{screen}");
    assert!(screen.contains("outstanding           –"), "{screen}");
}

/// Goes down to the field of this label.
fn to_field(sitting: &mut Sitting, label: &str) {
    sitting.keys("<home>");
    for _ in 0..40 {
        let at = sitting.editor().current();
        if matches!(at, Some(EditorRow::Field(place)) if place.shown_label() == Some(label)) {
            return;
        }
        sitting.keys("<down>");
    }
    panic!("no field {label}:\n{}", sitting.screen());
}

#[test]
fn stage_and_closing_are_chosen_by_the_sentence_that_would_be_spoken() {
    let mut sitting = Sitting::new(140, 48);
    let text = out(&sitting.home.run(&["example", "peel-2023"]).success());
    sitting.home.write("data/assay/draft.toml", &text);
    sitting.keys("<ctrl-l>/2023–25<enter><enter><home><tab>");
    to_field(&mut sitting, "Since");
    sitting.keys("<enter>14 May 2024<esc>");
    to_field(&mut sitting, "Stage");
    sitting.keys("<enter>engage");
    snapshot(
        "screens",
        "a stage of monitoring is chosen",
        &sitting.screen(),
    );
    sitting.keys("<enter>");
    assert_eq!(sitting.editor().assessment.monitoring.stage, "engage");
    let said = sitting.statement();
    assert!(said.contains("monitoring since May 2024"), "{said}");
    sitting.keys("<shift-tab><home><down><tab>");
    to_field(&mut sitting, "Closing");
    sitting.keys("<enter>");
    snapshot("screens", "a closing is chosen", &sitting.screen());
    sitting.keys("regular<enter>");
    let said = sitting.statement();
    assert!(
        said.trim_end()
            .ends_with("I am in regular contact with the chief constable."),
        "{said}"
    );
    sitting.keys("u");
    assert!(!sitting.statement().contains("regular contact"));
    // The last words may be the author's own.
    sitting.keys("<shift-tab><home><tab>");
    to_field(&mut sitting, "Last words");
    sitting.keys("<enter>Overall, I commend its staff.<esc>");
    let said = sitting.statement();
    assert!(
        said.trim_end().ends_with("Overall, I commend its staff."),
        "{said}"
    );
    sitting.keys("u").pause();
    assert!(!sitting.statement().contains("commend its staff"));
}

#[test]
fn the_statement_has_the_heading_of_its_round_in_the_report_and_alone() {
    let home = Home::new();
    for (id, heading) in [
        ("peel-2021", "HM Inspector's observations"),
        ("peel-2023", "HM Inspector's summary"),
        ("frs-2023", "HMI summary"),
    ] {
        let text = out(&home.run(&["example", id]).success());
        home.write("now.toml", &text);
        let statement = out(&home.run(&["print", "now.toml"]).success());
        let title = statement.lines().next().unwrap_or_default();
        assert!(title.ends_with(heading), "{title}");
        let print = ["print", "now.toml", "--report", "--format", "markdown"];
        let report = out(&home.run(&print).success());
        assert!(report.contains(&format!("## {heading}\n")), "{report}");
    }
}

#[test]
fn the_offices_that_are_offered_follow_the_day_of_publication() {
    let mut sitting = Sitting::new(140, 48);
    let text = out(&sitting.home.run(&["example", "peel-2021"]).success());
    let text = text.replace("Her Majesty's Inspector of Constabulary", "");
    let text = text.replace("published = 2022-04-28", "published = 2022-11-25");
    sitting.home.write("data/assay/draft.toml", &text);
    sitting.keys("<ctrl-l>/2021/22<enter><enter><home><tab>");
    to_field(&mut sitting, "Office");
    sitting.keys("<enter>Insp");
    let screen = sitting.screen();
    assert!(
        screen.contains("His Majesty's Inspector of Constabulary"),
        "{screen}"
    );
    assert!(!screen.contains("Her Majesty's"), "{screen}");
}
