//! The rules of `assay check`, each on a draft that breaks it and no other.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assay::check::Rule;
use serde_json::Value;

use crate::support::home::{Home, SETTINGS};
use crate::support::needs::acceptance;

fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(path)
}

/// Rules that a file cannot break, because it is refused where it is read, at the line; on the screen they can be.
const REFUSED: [&str; 9] = [
    "grade-off-scale",
    "id-twice",
    "unknown-closing",
    "unknown-frame",
    "unknown-heading",
    "unknown-heading-graded",
    "unknown-rung",
    "unknown-stage",
    "unknown-voice",
];

/// The drafts that each break one rule, in order.
fn broken() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(data("checks"))
        .expect("the drafts")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    files
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned()
}

/// The rule that a file is named after: `date-style-2.toml` is of `date-style`.
fn rule_of(path: &Path) -> String {
    let stem = stem(path);
    match stem.rsplit_once('-') {
        Some((rule, nth)) if nth.parse::<u8>().is_ok() => rule.to_owned(),
        _ => stem,
    }
}

/// A home that knows a framework of five grades.
fn home() -> Home {
    let home = Home::new();
    let five = fs::read_to_string(data("frameworks/five.toml")).expect("the framework");
    home.write("config/assay/frameworks/five.toml", &five);
    home
}

/// What `assay check` tells of files, as JSON.
fn told(home: &Home, arguments: &[&str], files: &[PathBuf]) -> Vec<Value> {
    let done = home
        .assay()
        .args(["check", "--format", "json"])
        .args(arguments)
        .args(files)
        .output()
        .expect("it runs");
    serde_json::from_slice(&done.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&done.stderr)))
}

fn text<'v>(problem: &'v Value, key: &str) -> &'v str {
    problem[key].as_str().unwrap_or_default()
}

#[test]
fn each_draft_breaks_its_own_rule_at_its_line_and_no_other() {
    let files = broken();
    let all = told(&home(), &[], &files);
    let mut wrong = Vec::new();
    for file in &files {
        if rule_of(file) == "spelling" && cfg!(not(feature = "spelling")) {
            continue;
        }
        if REFUSED.contains(&rule_of(file).as_str()) {
            continue;
        }
        let lines = fs::read_to_string(file).expect("a draft");
        let line = lines.lines().position(|line| line.contains("# here"));
        let expected = (rule_of(file), line.map_or(0, |line| line + 1) as u64);
        let found: Vec<(String, u64)> = all
            .iter()
            .filter(|problem| Path::new(text(problem, "file")) == file)
            .map(|problem| {
                (
                    text(problem, "rule").to_owned(),
                    problem["line"].as_u64().unwrap_or(0),
                )
            })
            .collect();
        if found != [expected.clone()] {
            wrong.push(format!(
                "{}: wanted {expected:?}, found {found:?}",
                stem(file)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What `assay check` says of a file.
fn checked(home: &Home, arguments: &[&str], file: &Path) -> Output {
    let done = home.assay().arg("check").args(arguments).arg(file).output();
    done.expect("it runs")
}

#[test]
fn what_no_file_may_say_is_refused_at_its_line() {
    let home = home();
    for file in broken() {
        if !REFUSED.contains(&rule_of(&file).as_str()) {
            continue;
        }
        let lines = fs::read_to_string(&file).expect("a draft");
        let line = lines.lines().position(|line| line.contains("# here"));
        let done = checked(&home, &[], &file);
        let refused = String::from_utf8_lossy(&done.stderr).into_owned();
        let place = format!("{}:{}:", file.display(), line.map_or(0, |line| line + 1));
        assert!(refused.contains(&place), "{place} {refused}");
        assert_eq!(done.status.code(), Some(2));
    }
}

#[test]
fn every_rule_of_the_table_has_a_draft_that_breaks_it() {
    let drafts: BTreeSet<String> = broken().iter().map(|file| rule_of(file)).collect();
    let rules: BTreeSet<String> = Rule::ALL.iter().map(|rule| rule.id().to_owned()).collect();
    let without: Vec<_> = rules.symmetric_difference(&drafts).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn a_change_that_is_offered_puts_the_problem_right() {
    let home = home();
    let mut mended = Vec::new();
    for problem in told(&home, &[], &broken()) {
        let Some(fix) = problem.get("fix") else {
            continue;
        };
        let file = Path::new(text(&problem, "file"));
        let draft = fs::read_to_string(file).expect("a draft");
        let place = draft.find("# here").expect("the place");
        let line = draft[..place].rfind('\n').map_or(0, |at| at + 1);
        let (before, after) = draft.split_at(line);
        let (removed, inserted) = (text(fix, "removed"), text(fix, "inserted"));
        assert!(after.contains(removed), "{problem}");
        let new = format!("{before}{}", after.replacen(removed, inserted, 1));
        mended.push(home.write(&format!("{}.toml", stem(file)), &new));
    }
    assert!(mended.len() > 15, "{}", mended.len());
    let left = told(&home, &[], &mended);
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn every_message_names_what_it_is_about() {
    const SILENT: [&str; 6] = ["it", "its", "this", "that", "they", "their"];
    let unnamed = |message: &str| {
        let first = message.split(|sign: char| !sign.is_alphabetic()).next();
        first.is_some_and(|first| SILENT.contains(&first))
    };
    for problem in told(&home(), &[], &broken()) {
        let what = text(&problem, "what");
        assert!(!unnamed(what), "{problem}");
        // A name in quotes or braces, a character's number, a heading's title, or a part of every draft.
        let parts = "body assessment statement fieldwork draft evidence whole period response title item finding";
        let named = what.contains(['"', '“', '{', '+'])
            || what.starts_with(char::is_uppercase)
            || parts.split(' ').any(|part| what.contains(part));
        assert!(named, "{problem}");
    }
    // Some messages are only met on the screen; none of them is written so in the code.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check");
    for file in fs::read_dir(folder).expect("the rules") {
        let path = file.expect("an entry").path();
        let code = fs::read_to_string(&path).unwrap_or_default();
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        if !path.ends_with("table.rs") && !path.ends_with("tests.rs") {
            for literal in code.split('"').skip(1) {
                let sentence = literal.contains(' ') && !literal.contains('\n');
                assert!(!(sentence && unnamed(literal)), "{path:?}: {literal}");
            }
        }
    }
}

#[test]
fn a_word_that_is_not_known_hides_nothing_else_and_brings_nothing_that_may_be_wrong() {
    let home = home();
    let draft = fs::read_to_string(data("checks/preferred-word.toml")).expect("a draft");
    let (before, after) = draft.split_once("grade = \"good\"").expect("a grade");
    let wrong = format!("{before}grade = \"goood\"{after}[[figures]]\nid = \"n\"\nvalue = \"4\"\n");
    let file = home.write("d.toml", &wrong);
    let done = checked(&home, &[], &file);
    assert_eq!(done.status.code(), Some(2));
    let refused = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(refused.contains("\"goood\" is not known"), "{refused}");
    let rules: Vec<String> = told(&home, &[], &[file])
        .iter()
        .map(|problem| text(problem, "rule").to_owned())
        .collect();
    // Not the heading that seems to have no grade, nor the opening that seems not to fit.
    assert_eq!(
        rules,
        ["figure-unused", "figure-without-source", "preferred-word"]
    );
    // A kind decides what a heading bears out, so nothing is said of the grade.
    let wrong = draft.replace("kind = \"strength\"", "kind = \"strenth\"");
    let file = home.write("d.toml", &wrong);
    assert_eq!(told(&home, &[], &[file]), Vec::<Value>::new());
}

#[test]
fn inspections_stand_among_the_files_that_are_checked_and_verified() {
    let home = home();
    let sound = fs::read_to_string(data("checks/evidence-undated.toml")).expect("a draft");
    home.write("all/a.toml", &sound);
    let inspection = "format = 1\nid = \"i\"\ntitle = \"Burglary\"\npublished = \"soon\"\ndrafts = [\"a.toml\", \"b.toml\"]\n";
    home.write("all/i.toml", inspection);
    for (command, status, wanted) in [
        (
            "check",
            1,
            vec![
                "all/a.toml: advice: evidence “Survey of victims” has no date",
                "all/i.toml: warning: \"soon\" is no day of the calendar",
                "all/i.toml: error: the draft \"b.toml\" cannot be read: there is no such file",
            ],
        ),
        ("verify", 0, vec![]),
    ] {
        let done = home
            .assay()
            .args([command, "all/a.toml", "all/i.toml"])
            .output()
            .expect("it runs");
        let told = String::from_utf8_lossy(&done.stdout).into_owned();
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(done.status.code(), Some(status), "{command}: {told}");
        assert_eq!(lines.len(), wanted.len(), "{told}");
        for wanted in wanted {
            let from = wanted.split(": ").skip(1).collect::<Vec<_>>().join(": ");
            let file = wanted.split(':').next().unwrap_or_default();
            let found = lines
                .iter()
                .any(|line| line.starts_with(file) && line.contains(&from));
            assert!(found, "{wanted}: {told}");
        }
    }
}

#[test]
fn the_drafts_of_the_acceptance_set_and_the_example_have_no_error() {
    let home = home();
    let example = home
        .assay()
        .arg("example")
        .output()
        .expect("it runs")
        .stdout;
    let example = home.write("example.toml", &String::from_utf8(example).expect("text"));
    let grave = |problem: &Value| text(problem, "severity") != "advice";
    let found = told(&home, &[], &[example]);
    assert!(!found.iter().any(grave), "{found:#?}");
    let soc = ["british-transport", "city-of-london", "metropolitan"];
    let names = soc.map(|name| format!("london-soc/{name}.toml"));
    for name in names
        .iter()
        .map(String::as_str)
        .chain(["city-of-london-2015.toml"])
    {
        let Some(draft) = acceptance(name) else {
            return;
        };
        let file = home.write(name, &draft);
        let done = checked(&home, &[], &file);
        let told = String::from_utf8_lossy(&done.stdout);
        assert!(done.status.success(), "{name}: {told}");
    }
}

#[test]
fn rules_are_listed_raised_and_turned_off() {
    let home = home();
    let rules = told(&home, &["--rules"], &[]);
    assert_eq!(rules.len(), Rule::ALL.len());
    let file = data("checks/evidence-undated.toml");
    let run = |settings: &str| {
        home.write(SETTINGS, settings);
        checked(&home, &[], &file)
    };
    let advice = run("");
    assert!(
        String::from_utf8_lossy(&advice.stdout)
            .contains(": advice: evidence “Survey of victims” has no date; ")
    );
    assert_eq!(advice.status.code(), Some(0));
    assert_eq!(
        run("[check]\nevidence-undated = \"error\"\n").status.code(),
        Some(1)
    );
    assert!(
        run("[check]\nevidence-undated = \"off\"\n")
            .stdout
            .is_empty()
    );
    let slip = run("[check]\nevidence-undatd = \"off\"\n");
    let slip = String::from_utf8_lossy(&slip.stderr).into_owned();
    assert!(
        slip.contains("did you mean \"evidence-undated\"?"),
        "{slip}"
    );
    let weight = run("[check]\nevidence-undated = \"of\"\n");
    assert!(String::from_utf8_lossy(&weight.stderr).contains("write \"error\""));
}

#[test]
fn what_is_accepted_with_a_reason_is_no_error_and_is_listed_last() {
    let home = home();
    let draft = fs::read_to_string(data("checks/unknown-evidence.toml")).expect("a draft");
    let accepted = format!(
        "{draft}\n[[accepted]]\nrule = \"unknown-evidence\"\non = \"f1\"\nwhy = \"It follows on Monday.\"\nby = \"A N\"\ndate = 2023-06-01\n"
    );
    let file = home.write("d.toml", &accepted);
    let run = |arguments: &[&str]| {
        let done = checked(&home, arguments, &file);
        (
            done.status.code(),
            String::from_utf8(done.stdout).expect("text"),
        )
    };
    assert_eq!(run(&[]), (Some(0), String::new()));
    let (code, listed) = run(&["--all"]);
    assert_eq!(code, Some(0));
    assert!(
        listed.contains(": accepted: ") && listed.contains("It follows on Monday."),
        "{listed}"
    );
    let problem = &told(&home, &["--all"], &[file])[0];
    assert_eq!(text(problem, "accepted"), "It follows on Monday.");
}

#[test]
fn what_would_leave_a_grade_unsupported_is_listed_last() {
    let home = home();
    let draft = data("checks/only-against.toml");
    let text = fs::read_to_string(draft).expect("the draft");
    home.write("d.toml", &text);
    let run = home.assay().args(["check", "d.toml", "--support"]).output();
    let run = run.expect("assay runs");
    assert!(run.status.success());
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    let last: Vec<&str> = told.lines().rev().take(3).collect();
    assert!(last.iter().any(|line| line.contains("rests on ")), "{told}");
    assert!(told.contains("2 strengths, nothing to improve"), "{told}");
}
