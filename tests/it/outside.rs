//! A text that is edited in the program that the environment names: what comes back is one edit, nothing is left behind,
//! and no word is lost by a program that fails, a change meanwhile or a kill.

#![cfg(unix)]

use std::ffi::OsString;
use std::fs;

use assay::app::{Message, OutsideOutcome};
use assay::store::OutsideFile;

use crate::support::home::Home;
use crate::support::pty::{Pty, SIZE, draft};
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

/// The real program at the text of a finding, with an editor that is this script, or with what `editor` says.
fn typing(home: &Home, script: &str, editor: Option<&str>) -> Pty {
    home.write("draft.toml", DRAFT);
    let script = home.write("editor.sh", script);
    let editor = editor.map_or_else(|| format!("sh {}", script.display()), str::to_owned);
    let program = env!("CARGO_BIN_EXE_assay");
    let arguments: [OsString; 4] = [
        "PATH=/usr/local/bin:/usr/bin:/bin".into(),
        format!("EDITOR={editor}").into(),
        program.into(),
        "draft.toml".into(),
    ];
    let mut pty = Pty::start_by(home, "/usr/bin/env".as_ref(), &arguments, SIZE);
    pty.see("Headings");
    pty.send("]");
    pty.see("+ The force listens.");
    pty.send("\t");
    pty.see("Enter edit");
    pty.send("\r");
    pty.see("Esc done");
    pty
}

/// The files that lie open for an editor.
fn left(home: &Home) -> usize {
    let folder = home.path().join("state/assay/editing");
    fs::read_dir(folder).map_or(0, |entries| entries.flatten().count())
}

#[test]
fn what_comes_back_is_one_edit_and_nothing_is_left_behind() {
    let home = Home::new();
    let mode = home.path().join("mode");
    let script = format!(
        "stat -c %a \"$1\" > {}\necho 'The force listens\nat once.' > \"$1\"\ncp \"$1\" \"$1~\"\n",
        mode.display()
    );
    let mut pty = typing(&home, &script, None);
    pty.send("\x1be");
    pty.see("The text is as you left it there");
    pty.see("The force listens at once.");
    assert_eq!(fs::read_to_string(mode).expect("the mode").trim(), "600");
    assert_eq!(left(&home), 0);
    // Typing goes on, and one undo takes back what was done there.
    pty.send(" Words\x1b");
    pty.see("at once. Words");
    pty.send("uu");
    pty.see("Undone");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    assert!(
        draft(&home).contains("The force listens.\""),
        "{}",
        draft(&home)
    );
}

#[test]
fn what_an_editor_saves_with_other_signs_than_those_of_utf_8_is_taken_in() {
    let home = Home::new();
    let script = "printf 'The force runs a caf\\351.' > \"$1\"\n";
    let mut pty = typing(&home, script, None);
    pty.send("\x1be");
    pty.see("The force runs a café.");
    assert_eq!(left(&home), 0);
}

#[test]
fn the_keys_are_the_editors_while_it_runs_and_ours_again_behind_it() {
    let home = Home::new();
    let script = "echo ready for words\nread words\necho \"$words\" > \"$1\"\n";
    let mut pty = typing(&home, script, None);
    pty.send("\x1be");
    pty.see("ready for words");
    pty.send("The force hears q and d.\r");
    pty.see("The text is as you left it there");
    pty.send(" It acts.\x1b\x11");
    assert_eq!(pty.end(), 0);
    assert!(
        draft(&home).contains("The force hears q and d. It acts."),
        "{}",
        draft(&home)
    );
}

#[test]
fn an_editor_that_is_missing_or_fails_is_told_and_what_was_written_in_it_waits() {
    for (script, editor, told) in [
        (
            "",
            Some("no-such-editor"),
            "There is no program no-such-editor",
        ),
        ("", Some(" "), "Neither VISUAL nor EDITOR"),
        ("exit 3\n", None, "ended with a failure"),
        (
            "echo words that count > \"$1\"\nexit 3\n",
            None,
            "“words that count” is kept",
        ),
    ] {
        let home = Home::new();
        let mut pty = typing(&home, script, editor);
        pty.send("\x1be");
        pty.see(told);
        assert_eq!(left(&home), 0, "{told}");
        pty.send("\x1b\x11");
        assert_eq!(pty.end(), 0, "{told}");
        assert!(draft(&home).contains("The force listens."), "{told}");
    }
}

#[test]
fn what_an_editor_had_when_assay_was_killed_waits_at_the_next_start_and_is_cleared() {
    let home = Home::new();
    let state = home.path().join("state/assay");
    let file = OutsideFile::write(&state, "The force.\n").expect("a file");
    fs::write(file.path(), "The force acts, and more.\n").expect("the file");
    drop(file);
    let mut pty = typing(&home, "", None);
    pty.send("\x16\x1b");
    pty.see("The force acts, and more.");
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    assert_eq!(left(&home), 0);
    assert!(
        draft(&home).contains("The force acts, and more."),
        "{}",
        draft(&home)
    );
}

#[test]
fn what_an_editor_saves_that_returned_at_once_is_taken_in_all_the_same() {
    let home = Home::new();
    let mut pty = typing(&home, "", None);
    pty.send("\x1be");
    pty.see("let it wait");
    let folder = home.path().join("state/assay/editing");
    let own = fs::read_dir(&folder).expect("a folder").flatten().next();
    let text = own.expect("a text").path().join("text.txt");
    for words in ["The force acts at last.", "The force acts twice."] {
        fs::write(&text, format!("{words}\n")).expect("the text");
        // The window is the one in use again.
        pty.send("\x1b[I");
        pty.see(words);
    }
    pty.send("\x11");
    assert_eq!(pty.end(), 0);
    assert!(draft(&home).contains("acts twice."), "{}", draft(&home));
}

/// What `assay recover` says.
fn recovers(home: &Home) -> String {
    let told = home.assay().arg("recover").output().expect("it runs");
    String::from_utf8_lossy(&told.stdout).into_owned()
}

#[test]
fn what_an_editor_that_returned_at_once_saves_is_told_once_whether_assay_runs_or_has_ended() {
    let home = Home::new();
    let mut pty = typing(&home, "", None);
    pty.send("\x1be");
    pty.see("let it wait");
    let folder = home.path().join("state/assay/editing");
    let own = fs::read_dir(&folder).expect("a folder").flatten().next();
    let text = own.expect("a text").path().join("text.txt");
    assert!(
        recovers(&home).contains("Nothing waits"),
        "nothing is new there yet"
    );
    // While Assay runs, and has not looked.
    fs::write(&text, "The force acts at last.\n").expect("the text");
    let told = recovers(&home);
    assert!(told.contains("an Assay that runs"), "{told}");
    assert!(told.contains("  The force acts at last."), "{told}");
    pty.send("\x1b[I");
    pty.see("as you left it there");
    pty.send("\x1b\x11");
    assert_eq!(pty.end(), 0);
    assert!(draft(&home).contains("acts at last."), "{}", draft(&home));
    assert!(
        recovers(&home).contains("Nothing waits"),
        "{}",
        recovers(&home)
    );
    // It was taken in, and is not told again.
    let again = |told: &str| {
        let program = env!("CARGO_BIN_EXE_assay");
        let arguments: [OsString; 2] = [program.into(), "draft.toml".into()];
        let mut pty = Pty::start_by(&home, "/usr/bin/env".as_ref(), &arguments, SIZE);
        pty.see("acts at last.");
        match told.is_empty() {
            true => pty.send("]"),
            false => pty.see(told),
        }
        pty.see("acts at last.");
        assert_eq!(pty.text().contains("words wait"), !told.is_empty());
        pty.send("\x11");
        assert_eq!(pty.end(), 0);
    };
    again("");
    // The program that had it saves once more, with no Assay there.
    fs::write(&text, "The force acts at once.\n").expect("the text");
    assert!(recovers(&home).contains("  The force acts at once."));
    again("“The force acts at once.” is kept");
    // It waits with the draft or the library from then on, and there alone.
    let told = recovers(&home);
    assert!(!told.contains("another program"), "{told}");
    assert!(told.contains("The force acts at once."), "{told}");
}

#[test]
fn what_an_editor_had_when_assay_was_killed_is_listed_by_the_command_too() {
    let home = Home::new();
    let state = home.path().join("state/assay");
    let file = OutsideFile::write(&state, "The force.\n").expect("a file");
    fs::write(file.path(), "The force acts, and more.\n").expect("the file");
    drop(file);
    let told = home
        .assay()
        .arg("recover")
        .output()
        .expect("it runs")
        .stdout;
    let told = String::from_utf8_lossy(&told);
    assert!(told.contains("  The force acts, and more."), "{told}");
    assert!(!told.contains("Nothing waits"), "{told}");
}

/// Somebody who has handed the text of the finding to another program.
fn handed_over() -> Sitting {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.keys("/listens<enter><enter><alt-e>");
    assert_eq!(sitting.outside.len(), 1, "{}", sitting.screen());
    sitting
}

fn comes_back(sitting: &mut Sitting, words: &str) {
    let text = sitting.outside.pop().expect("a text");
    let outcome = OutsideOutcome {
        words: Some(words.to_owned()),
        ..OutsideOutcome::default()
    };
    sitting.message(Message::EditedOutside(text, Box::new(outcome)));
}

#[test]
fn a_text_that_was_changed_meanwhile_is_merged_and_one_that_is_gone_waits() {
    let mut sitting = handed_over();
    sitting.keys("<ctrl-home>Often, ");
    comes_back(&mut sitting, "The force listens to all.\n");
    let words = sitting.screen();
    let merged = sitting.texts()[0].contains("Often") || sitting.texts()[0].contains("to all");
    assert!(merged, "{words}");
    let both =
        words.contains("both are kept") || sitting.texts()[0] == "Often, The force listens to all.";
    assert!(both, "{words}");
    let mut sitting = handed_over();
    sitting.keys("<esc>d");
    comes_back(&mut sitting, "The force listens to all.\n");
    let screen = sitting.screen();
    assert!(
        screen.contains("“The force listens to all.” is kept"),
        "{screen}"
    );
    assert!(screen.contains("words wait"), "{screen}");
}

#[test]
fn what_is_typed_in_a_box_is_edited_too_and_a_secret_or_a_sealed_draft_is_not() {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.keys("/listens<enter>vInterviews<alt-e>");
    comes_back(&mut sitting, "Interviews with victims\n");
    let screen = sitting.screen();
    assert!(screen.contains("Interviews with victims"), "{screen}");
    sitting.keys("<enter>");
    assert_eq!(
        sitting.editor().assessment.evidence[0].title,
        "Interviews with victims"
    );
    sitting.state.editor.as_mut().expect("a draft").file.sealed = true;
    sitting.keys("<enter><alt-e>");
    assert!(sitting.outside.is_empty());
    let screen = sitting.screen();
    assert!(screen.contains("This is sealed"), "{screen}");
}
