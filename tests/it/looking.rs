//! What a person who looks for something types, and what is found: names, days, files.

use crate::cli::{Run as _, err, out};
use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"d\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\nnoun = \"constabulary\"\n\n[period]\nlabel = \"2023\"\n\n[[evidence]]\nid = \"e1\"\nkind = \"Interview\"\ntitle = \"Staff at King’s Lynn & Môn\"\n\n[[evidence]]\nid = \"e2\"\nkind = \"interview\"\ntitle = \"Files\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The constabulary listens to victims.\"\n";

/// At the finding of the draft.
fn at_the_finding() -> Sitting {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.keys("<home><down><down><tab>");
    for _ in 0..20 {
        let titles = sitting
            .screen()
            .lines()
            .nth(1)
            .unwrap_or_default()
            .to_owned();
        if titles.contains("Victims") {
            return sitting;
        }
        sitting.keys("]");
    }
    panic!("{}", sitting.screen());
}

#[test]
fn evidence_is_found_however_it_is_spelt_and_not_begun_a_second_time() {
    for typed in [
        "king's",
        "kings",
        "lynn and mon",
        "MO\u{302}N",
        "king’s lynn & m",
    ] {
        let mut sitting = at_the_finding();
        sitting.keys("v").paste(typed);
        let offered = sitting.screen().contains("Staff at King’s Lynn & Môn");
        assert!(offered, "{typed}\n{}", sitting.screen());
    }
    let mut sitting = at_the_finding();
    sitting.keys("vstaff at kings lynn and mon<enter>");
    let assessment = &sitting.editor().assessment;
    assert_eq!(assessment.evidence.len(), 2, "{:?}", assessment.evidence);
    assert_eq!(assessment.findings[0].evidence, ["e1"]);
    let told = sitting.screen();
    assert!(
        told.contains("It stands on: Staff at King’s Lynn & Môn"),
        "{told}"
    );
}

#[test]
fn every_list_that_words_narrow_is_narrowed_alike() {
    // The library.
    let mut sitting = Sitting::new(100, 30);
    for (name, body) in [("a", "Heddlu Môn"), ("b", "King’s Lynn & Wexmoor")] {
        let draft = DRAFT.replace("Wexmoor Constabulary", body);
        let path = format!("data/assay/{name}.toml");
        sitting
            .home
            .write(&path, &draft.replace("\"d\"", &format!("\"{name}\"")));
    }
    sitting.keys(":reload<enter>");
    for (typed, found) in [
        ("mon", "Heddlu Môn"),
        ("kings lynn and", "King’s Lynn & Wexmoor"),
    ] {
        sitting.keys("/<ctrl-u>").paste(typed).keys("<enter>");
        let screen = sitting.screen();
        // A draft of this name comes before those that have the words inside.
        let lit = screen.lines().find(|line| line.starts_with('▌'));
        assert!(
            lit.is_some_and(|line| line.contains(found)),
            "{typed}\n{screen}"
        );
    }
    // A new draft: names of bodies.
    for typed in ["devon and", "devon & corn", "CORNWALL"] {
        sitting.keys("<esc>n<ctrl-u>").paste(typed);
        let screen = sitting.screen();
        assert!(screen.contains("Devon and Cornwall"), "{typed}\n{screen}");
    }
    // Names under a field: whoever takes none has the body's own name, noun and article.
    sitting.keys("<ctrl-u>").paste("devon & cornwall POLICE");
    sitting.keys("<enter><enter>");
    let name = &sitting.editor().assessment.subject.name;
    assert_eq!(name, "Devon and Cornwall Police");
    // Lists to choose from, and the commands.
    let mut sitting = at_the_finding();
    sitting.keys("f").paste("pléased");
    assert!(
        sitting.screen().contains("I am pleased"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<esc>:").paste("évidence");
    assert!(
        sitting.screen().contains("what the finding stands on"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn one_kind_of_evidence_is_one_however_its_capitals_are_typed() {
    let mut sitting = at_the_finding();
    for _ in 0..20 {
        if sitting.screen().contains("Staff at King’s") {
            break;
        }
        sitting.keys("]");
    }
    sitting.keys("\\interview");
    let screen = sitting.screen();
    assert!(screen.contains("Interview  2 · A kind."), "{screen}");
}

/// The keys that begin to type in the row of this label, from the first page of a draft.
fn to_row(sitting: &mut Sitting, label: &str) {
    for _ in 0..40 {
        sitting.keys("<enter>");
        let screen = sitting.screen();
        let (_, y) = sitting.cursor();
        if screen
            .lines()
            .nth(usize::from(y))
            .is_some_and(|line| line.contains(label))
        {
            return;
        }
        sitting.keys("<esc><down>");
    }
    panic!("{}", sitting.screen());
}

#[test]
fn a_day_is_typed_as_people_write_it_and_shown_in_words() {
    for (typed, day, words) in [
        ("22 June 2023", "2023-06-22", "22 June 2023"),
        ("4/5/23", "2023-05-04", "4 May 2023"),
        ("Thu, June 22nd, 2023", "2023-06-22", "22 June 2023"),
    ] {
        let all = ["<esc>", "<enter>", "<tab><tab>", "<ctrl-q>"];
        for leave in all.iter().take(if typed == words { 4 } else { 1 }) {
            let mut sitting = Sitting::at(120, 40, DRAFT);
            sitting.keys("<home><tab>");
            to_row(&mut sitting, "Fieldwork to");
            sitting.paste(typed);
            let line = format!("{day}  {words}");
            assert!(
                sitting.screen().contains(&line),
                "{typed}\n{}",
                sitting.screen()
            );
            sitting.keys(leave);
            let written = format!("fieldwork-to = {day}");
            assert!(
                sitting.file().contains(&written),
                "{typed}, {leave}\n{}",
                sitting.file()
            );
            if *leave == "<esc>" {
                let screen = sitting.screen();
                assert!(screen.contains(words) && !screen.contains(day), "{screen}");
                sitting.keys("u");
                assert_eq!(sitting.editor().assessment.period.fieldwork_to, typed);
            }
        }
    }
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.keys("<home><tab>");
    to_row(&mut sitting, "Fieldwork to");
    sitting.keys("31 June 2023<esc>");
    assert!(
        sitting.screen().contains("31 June 2023 ! no day"),
        "{}",
        sitting.screen()
    );
    assert!(
        sitting.file().contains("fieldwork-to = \"31 June 2023\""),
        "no word is lost"
    );
}

#[test]
fn a_file_with_a_day_in_words_is_told_what_would_be_right() {
    let home = Home::new();
    let draft = DRAFT.replace("label =", "published = \"22nd June 2023\"\nlabel =");
    home.write("d.toml", &draft);
    let told = out(&home.run(&["check", "d.toml"]).code(1));
    let line = told.lines().find(|line| line.contains("22nd June 2023"));
    assert!(
        line.is_some_and(|line| line.contains("write it as \"2023-06-22\"")),
        "{told}"
    );
}

#[test]
fn the_day_of_a_report_is_typed_as_people_write_it() {
    let mut sitting = Sitting::new(120, 40);
    sitting.keys("iThe coast<enter>4/5/2023");
    assert!(
        sitting.screen().contains("2023-05-04 4 May 2023")
            || sitting.screen().contains("2023-05-04  4 May 2023"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<enter>");
    assert!(
        sitting.screen().contains("Published on 4 May 2023."),
        "{}",
        sitting.screen()
    );
    assert!(
        sitting.file().contains("published = 2023-05-04"),
        "{}",
        sitting.file()
    );
    sitting.keys("D<ctrl-u>31/6/2023<enter>");
    assert!(
        sitting.screen().contains("no day of the calendar"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn a_new_draft_has_a_name_that_the_library_lists_or_is_refused() {
    let home = Home::new();
    let new = |file: &str| home.run(&["new", file, "--subject", "Wexmoor Police"]);
    for (name, right) in [
        ("b.txt", "b.toml"),
        ("b", "b.toml"),
        ("b.toml.age", "b.toml"),
        (".toml", "draft.toml"),
    ] {
        let told = err(&new(name).code(2));
        assert!(told.starts_with(&format!("error: {name}: ")), "{told}");
        assert!(told.ends_with(&format!("name it {right}\n")), "{told}");
        assert!(!home.path().join(name).exists(), "{name}");
    }
    for name in ["a b.toml", "B.TOML", "Siân’s.Toml", "x\ny.toml"] {
        new(name).success();
        let listed = out(&home.run(&["list", "."]));
        let shown = name.replace('\n', "␊");
        assert!(listed.contains(&shown), "{name}\n{listed}");
    }
    // In the library one is copied, renamed and brought back whatever its ending's capitals are.
    std::fs::create_dir_all(home.drafts()).expect("a folder");
    for (body, file) in [
        ("Siân & Søn", "sian-and-son-2023.toml"),
        ("Siân & Søn", "sian-and-son-2023-2.toml"),
        ("Αθήνα", "2023.toml"),
        ("King’s Łódź", "kings-lodz-2023.toml"),
    ] {
        let made = out(&home
            .run(&["new", "--subject", body, "--year", "2023"])
            .success());
        assert!(made.trim_end().ends_with(file), "{made}");
    }
}

#[test]
fn a_draft_with_capitals_in_its_ending_is_copied_renamed_and_brought_back() {
    let mut sitting = Sitting::new(100, 30);
    sitting.home.write("data/assay/B.TOML", DRAFT);
    let there = |sitting: &Sitting, name: &str| sitting.home.drafts().join(name).exists();
    sitting.keys(":reload<enter>r<enter>");
    assert!(
        there(&sitting, "B.TOML"),
        "a name that was not changed is kept"
    );
    sitting.keys("d<down><enter>");
    assert!(!there(&sitting, "B.TOML"));
    sitting.keys("u");
    assert!(there(&sitting, "B.TOML"), "{}", sitting.screen());
    sitting.keys("c<down><enter>");
    assert!(there(&sitting, "B-copy.toml"));
    sitting.keys("/b.toml<enter>r<ctrl-u>Siân’s<enter><down><enter>");
    assert!(there(&sitting, "sians.toml"), "{}", sitting.screen());
}

#[test]
fn every_name_of_a_time_zone_is_honoured_and_an_unknown_one_is_told() {
    use std::time::{Duration, SystemTime};
    let home = Home::new();
    let path = home.write("d/a.toml", DRAFT);
    // 1 July 2023, 12:00 in UTC.
    let noon = SystemTime::UNIX_EPOCH + Duration::from_secs(1_688_212_800);
    let file = std::fs::File::options()
        .write(true)
        .open(path)
        .expect("the draft");
    file.set_modified(noon).expect("a time");
    for (zone, hour, told) in [
        ("UTC", "12:00", false),
        ("", "12:00", false),
        ("America/New_York", "08:00", false),
        (":America/New_York", "08:00", false),
        ("Europe/London", "13:00", false),
        ("Asia/Kolkata", "17:30", false),
        ("EST5EDT", "08:00", false),
        ("EST5EDT,M3.2.0,M11.1.0", "08:00", false),
        ("Nowhere/Land", "12:00", true),
    ] {
        let mut command = home.command();
        let done = command
            .args(["list", "d"])
            .env("TZ", zone)
            .assert()
            .success();
        let listed = out(&done);
        assert!(
            listed.contains(&format!("2023-07-01 {hour}")),
            "{zone}\n{listed}"
        );
        assert_eq!(
            err(&done).contains(zone) && err(&done).contains("UTC"),
            told,
            "{zone}"
        );
    }
}

#[test]
fn a_command_line_is_told_what_was_meant() {
    let home = Home::new();
    home.write("ex.toml", DRAFT);
    for (arguments, right) in [
        (&["prnt", "ex.toml"][..], "did you mean `assay print`?"),
        (&["PRINT", "ex.toml"], "did you mean `assay print`?"),
        (
            &["chekc", "ex.toml", "--format", "json"],
            "did you mean `assay check`?",
        ),
        (&["chekc", "--rules"], "did you mean `assay check`?"),
        (&["nowhere", "ex.toml"], "there is no such draft"),
        (&["ex.toml", "ex.toml"], "opens one file"),
        (&["example", "Anual"], "did you mean \"annual\"?"),
        (
            &["new", "--subject", "X", "--framework", "PEEL_2014"],
            "did you mean \"peel-2014\"?",
        ),
        (
            &["new", "x.toml", "--subject", "A\nB"],
            "holds a line break",
        ),
        (
            &["new", "x.toml", "--subject", "A", "--year", "\u{1b}[2J"],
            "cannot be seen",
        ),
        (&["ex.toml", "--report"], "unexpected argument '--report'"),
        (&["print", "ex.toml", "ex.toml"], "unexpected argument"),
    ] {
        let told = err(&home.run(arguments).code(2));
        assert!(told.contains(right), "{arguments:?}: {told}");
        assert!(!told.contains("subcommand 'ex.toml'"), "{told}");
    }
    assert!(!home.path().join("x.toml").exists());
    // Words of a list, in any capitals.
    let html = out(&home
        .run(&["print", "ex.toml", "--format", "HTML"])
        .success());
    assert!(html.starts_with("<!DOCTYPE html>"), "{html}");
    home.run(&["completions", "Bash"]).success();
    let help = out(&home.run(&["print", "--help"]).success());
    assert!(help.contains("Usage: assay print"), "{help}");
}

#[test]
fn a_fire_service_is_offered_a_programme_for_fire_services_and_a_force_one_for_forces() {
    for (typed, noun) in [
        ("London Fire<enter>", "service"),
        ("Invented Fire and Rescue", "service"),
        ("Derbyshire Con<enter>", "force"),
        ("Wexmoor", "force"),
    ] {
        let mut sitting = Sitting::new(100, 30);
        sitting.keys(&format!("n{typed}"));
        while sitting.state.editor.is_none() {
            sitting.keys("<enter>");
        }
        assert_eq!(sitting.editor().framework.noun, noun, "{typed}");
    }
}
