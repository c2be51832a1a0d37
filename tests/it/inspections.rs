//! An inspection of several bodies on the screen, through the loop that users run.

use std::fs;
use std::path::{Path, PathBuf};

use assay::app::{FileKind, FileNews, InspectionPage, Message, update};
use assay::assessment::JournalStanding;

use crate::support::home::Home;
use crate::support::sitting::Sitting;
use crate::support::snapshots::snapshot;

const INSPECTION: &str = include_str!("../../assets/examples/inspection/estuary.toml");
const DRAFTS: [(&str, &str); 3] = [
    (
        "greyhaven.toml",
        include_str!("../../assets/examples/inspection/greyhaven.toml"),
    ),
    (
        "saltmarsh.toml",
        include_str!("../../assets/examples/inspection/saltmarsh.toml"),
    ),
    (
        "thornby.toml",
        include_str!("../../assets/examples/inspection/thornby.toml"),
    ),
];
const PEEL: &str = include_str!("../../assets/examples/peel-2018.toml");
const ANNUAL: &str = include_str!("../../assets/examples/annual.toml");

fn home() -> (Home, PathBuf) {
    let home = Home::new();
    for (name, text) in DRAFTS {
        home.write(&format!("data/assay/{name}"), text);
    }
    let path = home.write("data/assay/estuary.toml", INSPECTION);
    (home, path)
}

/// A sitting at the example of an inspection.
fn sitting(width: u16, height: u16) -> Sitting {
    let (home, path) = home();
    Sitting::resume(width, height, home, &path)
}

/// A sitting at an inspection whose headings have grades, with a broken draft, one that is missing and one that is
/// sealed.
fn mixed(width: u16, height: u16) -> Sitting {
    let (home, _) = home();
    home.write("data/assay/north/annual.toml", ANNUAL);
    home.write("data/assay/peel.toml", PEEL);
    home.write(
        "data/assay/broken.toml",
        &ANNUAL.replace("framework = \"annual\"", "framework = \"anual\""),
    );
    home.write("data/assay/locked.toml", "age-encryption.org/v1\nsealed");
    let text = "format = 1\nid = \"m\"\ntitle = \"All sorts\"\ndrafts = [\"peel.toml\", \"broken.toml\", \"north/annual.toml\", \"gone.toml\", \"locked.toml\"]\n";
    let path = home.write("data/assay/mixed.toml", text);
    Sitting::resume(width, height, home, &path)
}

fn text(sitting: &Sitting, name: &str) -> String {
    let path = sitting.home.drafts().join(name);
    fs::read_to_string(path).expect("a file")
}

fn named(sitting: &Sitting) -> Vec<String> {
    let grid = sitting.state.grid.as_ref().expect("an inspection is open");
    grid.inspection.drafts.clone()
}

fn shows(sentence: &str, sitting: &Sitting) {
    snapshot("screens", sentence, &sitting.styled());
}

#[test]
fn bodies_stand_by_headings_and_every_grade_reads_without_colour() {
    let mut sitting = mixed(120, 40);
    shows("an inspection of four sorts of drafts", &sitting);
    let screen = sitting.screen();
    for words in ["All sorts", "req. imp.", "no such file", "sealed"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    sitting.keys("<tab>");
    assert!(sitting.screen().contains("− "), "{}", sitting.screen());
}

#[test]
fn a_small_screen_scrolls_its_columns_and_cuts_nothing_without_a_mark() {
    let mut sitting = mixed(40, 12);
    shows("an inspection on forty columns", &sitting);
    assert!(sitting.screen().contains('›'), "{}", sitting.screen());
    sitting.keys("<right><right><right><right><right><right>");
    assert!(sitting.screen().contains('‹'), "{}", sitting.screen());
    sitting.keys("<tab><down>");
    shows("what each body was told on forty columns", &sitting);
    let mut sitting = mixed(80, 24);
    shows("an inspection on eighty columns", &sitting);
    sitting.keys("<tab>");
    shows("what each body was told", &sitting);
}

#[test]
fn figures_stand_side_by_side_and_answers_say_who_gave_them() {
    let mut sitting = sitting(80, 24);
    sitting.keys("<tab><tab>");
    shows("figures side by side", &sitting);
    let screen = sitting.screen();
    let line = |name: &str| {
        let line = screen.lines().find(|line| line.contains(name));
        line.expect("a row").to_owned()
    };
    assert!(line("Greyhaven Police ").contains("618 of 41"), "{screen}");
    assert!(line("Thornby Police").contains("40"), "{screen}");
    sitting.keys("<tab>");
    shows("what each body answered", &sitting);
}

#[test]
fn from_a_cell_into_its_draft_and_back_to_the_same_cell() {
    let mut sitting = mixed(120, 40);
    sitting.keys("<down><down><right><right>");
    let before = {
        let grid = sitting.state.grid.as_ref().expect("an inspection");
        (grid.row, grid.column())
    };
    let cell = sitting.screen();
    sitting.keys("<enter>");
    let editor = sitting.editor();
    assert_eq!(editor.assessment.subject.name, "Wexmoor Constabulary");
    // What is typed there is seen in the grid.
    sitting.keys("g").keys("<home><down><enter>");
    sitting.keys("q");
    assert!(sitting.state.editor.is_none());
    let grid = sitting.state.grid.as_ref().expect("an inspection");
    assert_eq!((grid.row, grid.column()), before);
    assert_ne!(sitting.screen(), cell, "the grade has changed");
    // Esc leads out of no inspection.
    sitting.keys("<esc>");
    assert!(sitting.state.grid.is_some(), "{}", sitting.screen());
    sitting.keys("q");
    assert!(sitting.state.grid.is_none(), "back in the library");
    assert!(sitting.screen().contains("inspection of 5"));
}

#[test]
fn a_cell_opens_its_heading_its_figure_and_its_need() {
    let mut sitting = sitting(120, 40);
    // A heading that is only described has a column all the same.
    sitting.keys("<down><right><right><right><enter>");
    let page = sitting.editor().page;
    assert_eq!(
        sitting.editor().page_title(page),
        "Tackling crime and safeguarding people"
    );
    sitting.keys("q");
    sitting.keys("<tab><down><down><enter>");
    let editor = sitting.editor();
    assert_eq!(editor.assessment.subject.name, "Saltmarsh Constabulary");
    assert!(sitting.screen().contains("should visit"));
    sitting.keys("q<tab><up><enter>");
    assert_eq!(sitting.editor().assessment.subject.name, "Greyhaven Police");
    assert_eq!(sitting.editor().page, assay::app::Page::Figures);
}

#[test]
fn a_draft_is_added_removed_and_brought_back_with_the_files_words_kept() {
    let mut sitting = sitting(80, 24);
    let path = sitting.home.write(
        "data/assay/later.toml",
        &DRAFTS[0].1.replace("Greyhaven", "Farport"),
    );
    let before = text(&sitting, "estuary.toml");
    sitting.keys("a");
    assert!(sitting.screen().contains("Farport Police"));
    assert!(!sitting.screen().contains("estuary.toml"));
    sitting.keys("<enter>");
    assert_eq!(named(&sitting).last().expect("one"), "later.toml");
    let added = text(&sitting, "estuary.toml");
    assert_eq!(
        added,
        before.replace(
            "    \"thornby.toml\",\n",
            "    \"thornby.toml\",\n    \"later.toml\",\n"
        )
    );
    assert!(sitting.screen().contains("Farport"), "{}", sitting.screen());
    sitting.keys("<end>d");
    assert_eq!(text(&sitting, "estuary.toml"), before);
    assert!(path.exists(), "the draft itself is untouched");
    sitting.keys("<home><down>d");
    assert!(!named(&sitting).contains(&"saltmarsh.toml".to_owned()));
    sitting.keys("uu");
    assert_eq!(text(&sitting, "estuary.toml"), added);
    assert!(sitting.screen().contains("Farport"), "{}", sitting.screen());
    sitting.keys("uU");
    assert_eq!(text(&sitting, "estuary.toml"), added);
    // With nothing left to add, it says so.
    sitting.keys("a");
    assert!(sitting.screen().contains("Every draft beside"));
}

#[test]
fn bodies_change_places_and_the_title_and_date_are_set() {
    let mut sitting = sitting(80, 24);
    sitting.keys("J");
    assert_eq!(named(&sitting)[..2], ["saltmarsh.toml", "greyhaven.toml"]);
    let grid = sitting.state.grid.as_ref().expect("an inspection");
    assert_eq!(grid.row, 1, "the cursor goes with it");
    sitting.keys("K");
    assert_eq!(text(&sitting, "estuary.toml"), INSPECTION);
    sitting.keys("t<ctrl-u>The estuary<enter>");
    assert!(text(&sitting, "estuary.toml").contains("title = \"The estuary\"\n"));
    sitting.keys("D<ctrl-u>soon<enter>");
    assert!(sitting.screen().contains("no day of the calendar"));
    sitting.keys("<ctrl-u>2023-07-01<enter>");
    assert!(text(&sitting, "estuary.toml").contains("published = 2023-07-01\n"));
}

#[test]
fn a_new_draft_is_made_beside_the_inspection_and_opens() {
    let mut sitting = sitting(80, 24);
    sitting.keys("nFarport Police<enter>");
    assert_eq!(sitting.editor().assessment.subject.name, "Farport Police");
    assert_eq!(sitting.editor().framework.id, "soc-2022");
    sitting.keys("q");
    assert_eq!(named(&sitting).last().expect("one"), "farport-police.toml");
    assert!(text(&sitting, "estuary.toml").contains("\"farport-police.toml\""));
    assert!(sitting.screen().contains("Farport Police"));
    let grid = sitting.state.grid.as_ref().expect("an inspection");
    assert_eq!(grid.row, 3);
}

#[test]
fn an_inspection_is_begun_in_the_library() {
    let mut sitting = Sitting::new(80, 24);
    sitting.keys("iThe coast<enter>");
    assert!(
        sitting.screen().contains("On which day"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<enter>");
    shows("an inspection without drafts", &sitting);
    // The first body decides under which framework the inspection is.
    sitting.keys("nMere Police<enter>serious<enter>");
    assert_eq!(sitting.editor().framework.id, "soc-2022");
    sitting.keys("q");
    assert_eq!(named(&sitting), ["mere-police.toml"]);
    sitting.keys("q");
    assert!(sitting.screen().contains("inspection of 1"));
    sitting.keys("<end><home>/coast<enter><enter>");
    assert_eq!(named(&sitting), ["mere-police.toml"]);
}

#[test]
fn the_notice_is_seen_written_and_copied() {
    let mut sitting = sitting(80, 24);
    sitting.keys("p");
    shows("the notice before it is written", &sitting);
    sitting.keys("y");
    let copied = sitting.copied.last().expect("a notice").clone();
    assert!(copied.starts_with("Saltmarsh Constabulary is inadequate"));
    sitting.keys("<enter>");
    assert_eq!(text(&sitting, "estuary.notice.txt"), copied);
    sitting.keys("h<enter>r<enter>m<enter>");
    assert!(text(&sitting, "estuary.notice.html").contains("<h1>Saltmarsh"));
    assert!(text(&sitting, "estuary.report.html").contains("<h1>How the forces"));
    assert!(text(&sitting, "estuary.report.md").starts_with("# How the forces"));
    sitting.keys("J<enter>");
    assert!(
        text(&sitting, "estuary.report.json").starts_with("{\n  \"print\": \"thematic report\"")
    );
    sitting.keys("c");
    assert!(sitting.screen().contains("a draft does"));
    let mut sitting = mixed(80, 24);
    sitting.keys("p");
    let screen = sitting.screen();
    assert!(screen.contains("Left out: 3"), "{screen}");
}

/// Lets a file be written, or does not.
fn protect(path: &Path, protected: bool) {
    let mut rights = fs::metadata(path).expect("a file").permissions();
    rights.set_readonly(protected);
    fs::set_permissions(path, rights).expect("rights");
}

#[test]
fn a_save_that_fails_keeps_the_change_on_the_screen_and_in_the_journal() {
    let mut sitting = sitting(240, 24);
    let path = sitting.home.drafts().join("estuary.toml");
    protect(&path, true);
    sitting.keys("d");
    assert_eq!(named(&sitting).len(), 2, "the change is on the screen");
    let screen = sitting.screen();
    assert!(screen.contains("! NOT SAVED"), "{screen}");
    assert!(screen.contains("write-protected"), "{screen}");
    sitting.keys("q");
    let screen = sitting.screen();
    assert!(screen.contains("in the journal"), "{screen}");
    assert!(sitting.state.grid.is_some(), "it is still open");
    // Taken back, there is nothing to save.
    sitting.keys("u");
    assert!(sitting.screen().contains("saved 10:42"));
    assert!(
        sitting
            .screen()
            .contains("Undone: draft “greyhaven.toml” taken out.")
    );
    // The cursor is on what came back.
    sitting.keys("d");
    // Who leaves after that can: the change comes back with the inspection.
    sitting.keys("<ctrl-q>");
    assert!(sitting.state.is_over());
    assert_eq!(text(&sitting, "estuary.toml"), INSPECTION);
    protect(&path, false);
    let mut sitting = again(sitting.kill());
    assert_eq!(named(&sitting), ["saltmarsh.toml", "thornby.toml"]);
    sitting.pause();
    let file = text(&sitting, "estuary.toml");
    assert_eq!(file.lines().count() + 1, INSPECTION.lines().count());
    assert!(!file.contains("greyhaven"), "{file}");
}

/// A sitting at the same inspection in a home where somebody sat before.
fn again(home: Home) -> Sitting {
    let path = home.drafts().join("estuary.toml");
    Sitting::resume(160, 24, home, &path)
}

fn title(sitting: &Sitting) -> &str {
    let grid = sitting.state.grid.as_ref();
    &grid.expect("an inspection is open").inspection.title
}

/// A draft is taken out and the title changed, and nothing is saved of it.
fn changed() -> Sitting {
    let mut sitting = sitting(80, 24);
    sitting.stalled = true;
    sitting.keys("dt<ctrl-u>The estuary<enter>");
    sitting
}

#[test]
fn every_change_of_an_inspection_is_back_after_a_kill() {
    let home = changed().kill();
    let mut sitting = again(home);
    assert_eq!(named(&sitting), ["saltmarsh.toml", "thornby.toml"]);
    assert_eq!(title(&sitting), "The estuary");
    let screen = sitting.screen();
    assert!(screen.contains("Recovered 2 edits since"), "{screen}");
    assert!(screen.contains("● unsaved"), "{screen}");
    assert_eq!(
        text(&sitting, "estuary.toml"),
        INSPECTION,
        "opening never writes"
    );
    sitting.pause();
    let file = text(&sitting, "estuary.toml");
    assert!(file.contains("title = \"The estuary\"\n"), "{file}");
    assert!(file.contains("# In the order"), "{file}");
    // What was recovered and saved is not recovered twice, and undo reaches back through both kills.
    let mut sitting = again(sitting.kill());
    assert!(!sitting.screen().contains("Recovered"));
    assert_eq!(title(&sitting), "The estuary");
    sitting.keys("uu");
    assert_eq!(text(&sitting, "estuary.toml"), INSPECTION);
    sitting.keys("UU");
    assert_eq!(text(&sitting, "estuary.toml"), file);
}

#[test]
fn an_inspection_changed_while_nobody_looked_is_merged_with_what_was_not_saved() {
    let home = changed().kill();
    let theirs = INSPECTION.replace("# In the order", "# Theirs, in the order");
    let theirs = theirs.replace("    \"thornby.toml\",\n", "");
    fs::write(home.drafts().join("estuary.toml"), theirs).expect("a file");
    let mut sitting = again(home);
    assert_eq!(named(&sitting), ["saltmarsh.toml"]);
    let screen = sitting.screen();
    assert!(
        screen.contains("Another program changed this inspection"),
        "{screen}"
    );
    sitting.pause();
    let file = text(&sitting, "estuary.toml");
    for words in ["# Theirs", "title = \"The estuary\"", "saltmarsh"] {
        assert!(file.contains(words), "{words} is missing from\n{file}");
    }
    // It is told first whose work undo would take back.
    sitting.keys("u");
    assert_eq!(named(&sitting), ["saltmarsh.toml"]);
    let screen = sitting.screen();
    assert!(screen.contains("by another program"), "{screen}");
    sitting.keys("uuu");
    assert_eq!(named(&sitting).len(), 3, "undo goes back to before");
}

#[test]
fn a_title_that_two_have_changed_says_so_and_the_other_one_is_kept() {
    let mut sitting = sitting(160, 24);
    let path = sitting.home.drafts().join("estuary.toml");
    let line = INSPECTION.lines().find(|line| line.starts_with("title"));
    let theirs = INSPECTION.replace(line.expect("a title"), "title = \"Theirs\"");
    fs::write(&path, &theirs).expect("a file");
    sitting.keys("t<ctrl-u>Ours<enter>");
    let screen = sitting.screen();
    let told = "both changed title (there “Theirs”)";
    assert!(screen.contains(told), "{screen}");
    assert_eq!(title(&sitting), "Ours");
    let told = sitting
        .home
        .assay()
        .arg("history")
        .arg(&path)
        .args(["--show", "1"])
        .output();
    let told = String::from_utf8(told.expect("the program runs").stdout).expect("text");
    assert_eq!(told, theirs);
}

#[test]
fn a_second_window_reads_an_inspection_until_it_is_taken_over_or_let_go_of() {
    let mut first = sitting(80, 24);
    first.keys("t<ctrl-u>Ours<enter>");
    let mut second = again(first.home.clone());
    let screen = second.screen();
    assert!(
        screen.contains("Open elsewhere") && screen.contains("read only"),
        "{screen}"
    );
    second.keys("d");
    assert_eq!(named(&second).len(), 3, "it can only be read");
    first.keys("d");
    second.focus();
    assert_eq!(named(&second).len(), 2, "what the first does is seen");
    second.keys("u");
    assert_eq!(named(&second).len(), 2, "and is the first's to take back");
    second.keys("T<down><enter>");
    assert!(second.screen().contains("yours to change now"));
    second.keys("d");
    assert_eq!(named(&second), ["thornby.toml"]);
    first.focus();
    assert_eq!(named(&first), ["thornby.toml"]);
    let screen = first.screen();
    assert!(screen.contains("Taken over"), "{screen}");
    first.keys("d");
    assert_eq!(named(&first), ["thornby.toml"], "now that one only reads");
    second.leave();
    // It is free again, and the first has it once more.
    first.until(|screen| screen.contains("yours to change now"));
    first.keys("u");
    assert_eq!(named(&first).len(), 2);
}

#[test]
fn a_title_that_is_being_typed_stays_when_the_inspection_is_taken_over() {
    let mut first = sitting(80, 24);
    first.keys("t<ctrl-u>Words of mine");
    let mut second = again(first.home.clone());
    second.keys("T<down><enter>");
    first.focus();
    first.keys("<enter>");
    let screen = first.screen();
    assert!(screen.contains("Words of mine"), "{screen}");
    assert_ne!(title(&first), "Words of mine", "it can only be read now");
}

#[test]
fn a_draft_over_an_inspection_holds_the_program_open_while_its_words_are_in_no_file() {
    let mut sitting = changed();
    sitting.keys("<enter>");
    assert!(sitting.state.editor.is_some() && sitting.state.grid.is_some());
    sitting.keys("+A word.");
    assert!(sitting.editor().file.is_unsaved(), "{}", sitting.screen());
    let nowhere = FileNews::Journal(JournalStanding::Nowhere("full".into()));
    let failed = || FileNews::NotSaved { why: "full".into() };
    for message in [
        Message::File(FileKind::Draft, nowhere),
        Message::End,
        Message::File(FileKind::Draft, failed()),
        Message::File(FileKind::Inspection, failed()),
    ] {
        update(&mut sitting.state, message);
    }
    assert!(!sitting.state.is_over());
    let safe = FileNews::Journal(JournalStanding::Safe);
    for message in [
        Message::File(FileKind::Draft, safe),
        Message::File(FileKind::Draft, failed()),
    ] {
        update(&mut sitting.state, message);
    }
    assert!(
        sitting.state.is_over(),
        "now both come back from their journals"
    );
}

#[test]
fn what_waits_for_an_inspection_is_listed_and_brought_back_without_the_screen() {
    let home = changed().kill();
    let run = |args: &[&str]| {
        let done = home.assay().args(args).output().expect("the program runs");
        String::from_utf8(done.stdout).expect("text")
    };
    let list = run(&["recover"]);
    assert!(
        list.contains("2 edits") && list.contains("estuary.toml"),
        "{list}"
    );
    let name = crate::cli::recover::name_in(&list, "estuary.toml");
    let whole = run(&["recover", &name, "--output", "-"]);
    assert!(whole.contains("title = \"The estuary\""), "{whole}");
    assert!(run(&["recover", &name]).contains("2 edits brought back"));
    let file = fs::read_to_string(home.drafts().join("estuary.toml")).expect("a file");
    assert_eq!(file, whole);
    assert!(run(&["recover"]).contains("Nothing waits"));
}

#[test]
fn what_another_program_does_to_the_inspection_is_brought_together() {
    let mut sitting = sitting(80, 24);
    let path = sitting.home.drafts().join("estuary.toml");
    let theirs = INSPECTION.replace("# In the order", "# Theirs, in the order");
    fs::write(&path, theirs.replace("    \"thornby.toml\",\n", "")).expect("a file");
    sitting.keys("d");
    assert_eq!(named(&sitting), ["saltmarsh.toml"]);
    let both = text(&sitting, "estuary.toml");
    assert!(
        both.contains("# Theirs") && !both.contains("greyhaven"),
        "{both}"
    );
    assert!(sitting.screen().contains("both changes are kept"));
}

#[test]
fn who_comes_back_to_the_window_sees_what_others_did() {
    let mut sitting = sitting(80, 24);
    let path = sitting.home.drafts().join("estuary.toml");
    fs::write(&path, INSPECTION.replace("    \"thornby.toml\",\n", "")).expect("a file");
    let good = DRAFTS[0]
        .1
        .replace("grade = \"adequate\"", "grade = \"good\"");
    sitting.home.write("data/assay/greyhaven.toml", &good);
    sitting.focus();
    assert_eq!(named(&sitting), ["greyhaven.toml", "saltmarsh.toml"]);
    let screen = sitting.screen();
    assert!(
        screen.contains("good") && screen.contains("came in"),
        "{screen}"
    );
    sitting.keys("u");
    assert_eq!(named(&sitting).len(), 3, "it can be taken back");
    assert_eq!(text(&sitting, "estuary.toml"), INSPECTION);
}

#[cfg(unix)]
#[test]
fn what_is_no_draft_has_its_row_and_keeps_nobody_waiting() {
    let (home, _) = home();
    let folder = home.drafts();
    fs::create_dir(folder.join("folder.toml")).expect("a folder");
    let made = std::process::Command::new("mkfifo")
        .arg(folder.join("pipe.toml"))
        .status();
    assert!(made.expect("mkfifo").success());
    home.write("data/assay/deep.toml", &"[".repeat(100_000));
    home.write(
        "data/assay/self.toml",
        "format = 1\nid = \"s\"\ndrafts = [\"self.toml\"]\n",
    );
    let text = "format = 1\nid = \"m\"\ndrafts = [\"folder.toml\", \"pipe.toml\", \"deep.toml\", \"self.toml\", \"thornby.toml\"]\n";
    let path = home.write("data/assay/all.toml", text);
    let sitting = Sitting::resume(100, 24, home, &path);
    let screen = sitting.screen();
    for words in [
        "not a file",
        "too deeply",
        "this is an inspection",
        "Thornby Police",
    ] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn no_size_of_the_window_is_too_small() {
    let mut sitting = mixed(120, 40);
    for _ in InspectionPage::ALL {
        for (width, height) in [(1, 1), (3, 2), (8, 3), (20, 5), (39, 7), (60, 9), (200, 60)] {
            sitting.resize(width, height);
            sitting.keys("<end><right><home>");
        }
        sitting.keys("<tab>");
    }
}

#[test]
fn a_hostile_title_and_name_are_shown_and_not_obeyed() {
    let (home, _) = home();
    let draft = DRAFTS[0]
        .1
        .replace("Greyhaven Police", "Grey\\u001b[2Jhaven");
    home.write("data/assay/greyhaven.toml", &draft);
    let text = INSPECTION.replace("title = \"How", "title = \"\\u001b]0;x\\u0007How");
    let path = home.write("data/assay/estuary.toml", &text);
    let sitting = Sitting::resume(80, 24, home, &path);
    let screen = sitting.screen();
    assert!(screen.contains("␛]0;x␇How") && screen.contains("Grey␛[2Jhaven"));
}

#[cfg(unix)]
#[test]
fn an_inspection_of_many_drafts_opens_from_the_command_line_and_fills_in_behind() {
    use crate::support::pty::Pty;
    let (home, _) = home();
    let mut names = Vec::new();
    for at in 0..200 {
        let draft = DRAFTS[2].1.replace("Thornby", &format!("Thornby {at:03}"));
        home.write(&format!("data/assay/many/{at}.toml"), &draft);
        names.push(format!("\"{at}.toml\""));
    }
    home.write("data/assay/many/100.toml", "format = 1\nframework = 7\n");
    let text = format!(
        "format = 1\nid = \"m\"\ntitle = \"Many\"\ndrafts = [{}]\n",
        names.join(", ")
    );
    home.write("data/assay/many/all.toml", &text);
    let mut pty = Pty::start(&home, &["data/assay/many/all.toml"], (100, 30));
    pty.see("Many");
    // A key is heard whether or not all drafts are read.
    pty.send("\x1b[F");
    pty.see("Thornby 199");
    pty.see("200 drafts");
    pty.send("\r");
    pty.see("Findings about the whole");
    pty.send("q");
    pty.see("200 drafts");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    pty.until("a clean terminal", || pty.is_left_clean());
}

#[test]
fn the_spread_of_grades_is_read_by_its_words_and_never_counts_two_scales_together() {
    let sitting = sitting(80, 24);
    let screen = sitting.screen();
    for line in [
        "adequate              ●● 2",
        "inadequate            ● 1",
        "outstanding           –",
    ] {
        assert!(screen.contains(line), "{line} is missing from\n{screen}");
    }
    // A low window keeps its rows for the bodies.
    let low = self::sitting(80, 12);
    assert!(!low.screen().contains("spread"), "{}", low.screen());
}

#[test]
fn the_next_draft_of_an_inspection_begins_with_its_inspector_and_year() {
    let mut sitting = Sitting::new(120, 40);
    sitting.keys("iThe coast<enter><enter>nWexmoor Constabulary<enter>serious<enter><enter>");
    sitting.keys("<left><home><tab><home>");
    // The cursor of a new draft stands on what is missing; this one is gone into from the grid.
    sitting.keys("<down><down><down><enter>Rosalind Achterberg<tab>He<tab>2023<esc>q");
    sitting.keys("nSaltmarsh Constabulary<enter><enter>");
    let draft = &sitting.editor().assessment;
    assert_eq!(draft.subject.name, "Saltmarsh Constabulary");
    assert_eq!(draft.inspector.name, "Rosalind Achterberg");
    assert!(
        draft.inspector.office.contains("Majesty"),
        "{:?}",
        draft.inspector
    );
    assert_eq!(draft.period.label, "2023");
}

#[test]
fn what_another_program_makes_of_an_inspection_is_named_on_the_screen_and_undo_takes_it_back() {
    let mut sitting = sitting(200, 24);
    let before = title(&sitting).to_owned();
    let path = sitting.home.drafts().join("estuary.toml");
    let line = INSPECTION.lines().find(|line| line.starts_with("title"));
    let theirs = INSPECTION.replace(line.expect("a title"), "title = \"Theirs\"");
    let theirs = theirs.replace("    \"thornby.toml\",\n", "");
    fs::write(&path, theirs).expect("the inspection");
    sitting.focus();
    let screen = sitting.screen();
    let words: Vec<&str> = screen.split_whitespace().collect();
    let words = words.join(" ");
    assert!(words.contains("title: “Theirs” in place of “"), "{screen}");
    assert!(words.contains("draft “thornby.toml” taken out"), "{screen}");
    assert_eq!(title(&sitting), "Theirs");
    sitting.keys("u");
    assert_eq!(title(&sitting), before);
}

/// A draft of a body under a framework, whose heading "offenders" has a grade.
fn graded(name: &str, framework: &str, grade: &str) -> String {
    format!(
        "format = 1\nid = \"{}\"\nframework = \"{framework}\"\n\n[subject]\nname = \"{name}\"\n\n\
         [grades.offenders]\ngrade = \"{grade}\"\n",
        name.split_whitespace()
            .next()
            .unwrap_or_default()
            .to_lowercase()
    )
}

#[test]
fn a_grade_stands_only_under_the_headings_of_its_own_programme() {
    let home = Home::new();
    home.write(
        "data/assay/one.toml",
        &graded("Marshshire Constabulary", "peel-2023", "good"),
    );
    home.write(
        "data/assay/two.toml",
        &graded("Fenland Police", "annual", "inadequate"),
    );
    let text = "format = 1\nid = \"m\"\ntitle = \"Both\"\ndrafts = [\"one.toml\", \"two.toml\"]\n";
    let path = home.write("data/assay/both.toml", text);
    let mut sitting = Sitting::resume(120, 40, home, &path);
    assert!(
        sitting
            .screen()
            .contains("2 programmes: their grades do not compare")
    );
    let titles = ["Managing offenders and suspects", "Offenders"];
    let mut met = Vec::new();
    for _ in 0..20 {
        let grid = sitting.state.grid.as_ref().expect("an inspection is open");
        let column = grid.columns.get(grid.column()).expect("a column").clone();
        let words: Vec<String> = [0, 1]
            .iter()
            .map(|at| {
                grid.bodies[*at]
                    .judgment(&column)
                    .and_then(|it| it.grade)
                    .map_or_else(String::new, |it| format!("{it:?}"))
            })
            .collect();
        if titles.contains(&column.title.as_str()) {
            met.push((column.title.clone(), words.join("/"), sitting.screen()));
        }
        sitting.keys("<right>");
    }
    met.dedup_by(|one, next| one.0 == next.0);
    let found: Vec<(&str, &str)> = met
        .iter()
        .map(|it| (it.0.as_str(), it.1.as_str()))
        .collect();
    assert_eq!(found, [(titles[0], "Good/"), (titles[1], "/Inadequate")]);
    let other = sitting_at(&mut sitting, "Managing offenders and suspects");
    assert!(
        other.contains("Fenland Police · Managing offenders and suspects: not asked"),
        "{other}"
    );
    assert!(!other.contains("how the grades are spread"), "{other}");
    // Nor does its cell lead to a heading of another programme that only has the same id.
    sitting.keys("<enter>");
    assert_eq!(sitting.editor().assessment.subject.name, "Fenland Police");
    let page = sitting.editor().page;
    assert_ne!(sitting.editor().page_title(page), "Offenders");
}

/// The screen with the second body chosen in the column of a title.
fn sitting_at(sitting: &mut Sitting, title: &str) -> String {
    sitting.keys("<down>");
    for _ in 0..20 {
        sitting.keys("<left>");
    }
    for _ in 0..20 {
        let grid = sitting.state.grid.as_ref().expect("an inspection is open");
        if grid
            .columns
            .get(grid.column())
            .is_some_and(|it| it.title == title)
        {
            break;
        }
        sitting.keys("<right>");
    }
    sitting.screen()
}

/// A key that does its work in a draft says so where it does none, as it does from pane to pane.
#[test]
fn a_key_of_a_draft_says_in_the_grid_where_it_works() {
    let mut sitting = sitting(120, 40);
    sitting.keys("g");
    let screen = sitting.screen();
    assert!(
        screen.contains("g is “grade”") && screen.contains("Enter opens the draft"),
        "{screen}"
    );
}
