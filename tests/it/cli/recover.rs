//! `assay recover`: what waits in journals is listed and brought back without the screen.

use std::fs;
use std::process::Command;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "# ours\nformat = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n";

/// What a command that succeeds prints.
fn words(command: &mut Command) -> String {
    let done = command.output().expect("the program runs");
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{told}");
    String::from_utf8_lossy(&done.stdout).into_owned()
}

/// A home in which a program was killed after words had been typed into the name of the body.
fn after_a_kill() -> Home {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.keys("<home><tab><home>");
    while !sitting.screen().contains("stop") && sitting.editor().typing.is_none() {
        sitting.keys("<enter>");
    }
    sitting.keys(" of the Marches");
    sitting.kill()
}

#[test]
fn what_waits_is_listed_and_brought_back_into_the_draft() {
    let home = after_a_kill();
    let draft = home.drafts().join("draft.toml");
    let list = words(home.assay().arg("recover"));
    assert!(
        list.contains("edits") && list.contains("draft.toml"),
        "{list}"
    );
    let told = words(home.assay().args(["recover", "1"]));
    assert!(told.contains("brought back into"), "{told}");
    let text = fs::read_to_string(&draft).unwrap();
    assert_eq!(
        text,
        DRAFT.replace("Constabulary", "Constabulary of the Marches")
    );
    let list = words(home.assay().arg("recover"));
    assert!(list.contains("Nothing waits"), "{list}");
}

#[test]
fn a_draft_that_is_gone_comes_back_from_its_journal_alone() {
    let home = after_a_kill();
    let draft = home.drafts().join("draft.toml");
    fs::remove_file(&draft).unwrap();
    let list = words(home.assay().arg("recover"));
    assert!(list.contains("the draft is gone"), "{list}");
    let text = words(home.assay().args(["recover", "1", "--output", "-"]));
    assert!(
        text.contains("# ours") && text.contains("of the Marches"),
        "{text}"
    );
    assert!(!draft.exists());
    words(home.assay().args(["recover", "1"]));
    let text = fs::read_to_string(&draft).unwrap();
    assert_eq!(
        text,
        DRAFT.replace("Constabulary", "Constabulary of the Marches")
    );
}
