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

/// The name that the list has for what waits in a draft.
pub fn name_in(list: &str, draft: &str) -> String {
    let line = list.lines().find(|line| line.contains(draft));
    let name = line.and_then(|line| line.split_whitespace().next());
    name.unwrap_or_else(|| panic!("{draft} waits:\n{list}"))
        .to_owned()
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
    let told = words(
        home.assay()
            .args(["recover", &name_in(&list, "draft.toml")]),
    );
    assert!(told.contains("brought back into"), "{told}");
    let text = fs::read_to_string(&draft).unwrap();
    assert_eq!(
        text,
        DRAFT.replace("Constabulary", "Constabulary of the Marches")
    );
    let list = words(home.assay().arg("recover"));
    assert_eq!(list, "Nothing waits.\n");
}

#[test]
fn a_passphrase_is_spoken_of_only_where_something_is_sealed() {
    let home = Home::new();
    assert_eq!(words(home.assay().arg("recover")), "Nothing waits.\n");
    home.write("data/assay/draft.toml", DRAFT);
    home.write("words", "correct horse battery");
    words(home.assay().args([
        "seal",
        "data/assay/draft.toml",
        "--passphrase-file",
        "words",
    ]));
    assert_eq!(words(home.assay().arg("recover")), "Nothing waits.\n");
}

#[test]
fn a_box_that_is_empty_again_leaves_no_journal_and_nothing_to_tell() {
    let journals = |home: &Home| {
        let folders = fs::read_dir(home.path().join("state/assay/journals"));
        let folders = folders.into_iter().flatten().flatten();
        let files = folders.flat_map(|it| fs::read_dir(it.path()).into_iter().flatten());
        files.flatten().map(|it| it.path()).collect::<Vec<_>>()
    };
    let mut sitting = Sitting::at(120, 40, DRAFT);
    let mut reader = Sitting::resume(
        120,
        40,
        sitting.home.clone(),
        &sitting.home.drafts().join("draft.toml"),
    );
    for somebody in [&mut sitting, &mut reader] {
        somebody.keys(":x<backspace><esc>/zz<backspace><backspace><esc>");
    }
    assert!(
        !journals(&sitting.home).is_empty(),
        "words are kept while they stand there"
    );
    drop(reader.leave());
    let home = sitting.leave();
    assert_eq!(journals(&home), [""; 0].map(std::path::PathBuf::from));
    assert_eq!(
        words(home.assay().args(["recover", "--all"])),
        "Nothing waits.\n"
    );
    // With a word left in one it stays.
    let mut sitting = Sitting::resume(120, 40, home, std::path::Path::new("/nowhere"));
    sitting.keys("nWexmoor<esc>");
    let home = sitting.leave();
    assert!(words(home.assay().arg("recover")).contains("Wexmoor"));
}

#[test]
fn a_draft_that_is_gone_comes_back_from_its_journal_alone() {
    let home = after_a_kill();
    let draft = home.drafts().join("draft.toml");
    fs::remove_file(&draft).unwrap();
    let list = words(home.assay().arg("recover"));
    assert!(list.contains("the draft is gone"), "{list}");
    let name = name_in(&list, "draft.toml");
    let text = words(home.assay().args(["recover", &name, "--output", "-"]));
    assert!(
        text.contains("# ours") && text.contains("of the Marches"),
        "{text}"
    );
    assert!(!draft.exists());
    words(home.assay().args(["recover", &name]));
    let text = fs::read_to_string(&draft).unwrap();
    assert_eq!(
        text,
        DRAFT.replace("Constabulary", "Constabulary of the Marches")
    );
}

#[test]
fn what_is_listed_keeps_its_name_while_the_others_are_brought_back() {
    let mut home = Home::new();
    let bodies = ["Avon", "Borders", "Cumbria"];
    let path = |home: &Home, body: &str| home.drafts().join(format!("{body}.toml"));
    for body in bodies {
        let text = DRAFT.replace("wexmoor", body).replace("Wexmoor", body);
        let draft = home.write(&format!("data/assay/{body}.toml"), &text);
        let mut sitting = Sitting::resume(120, 40, home, &draft);
        sitting.keys("<home><tab><home>");
        while !sitting.screen().contains("stop") && sitting.editor().typing.is_none() {
            sitting.keys("<enter>");
        }
        sitting.keys(" of the Marches");
        home = sitting.kill();
    }
    let list = words(home.assay().arg("recover"));
    let names = bodies.map(|body| name_in(&list, &format!("{body}.toml")));
    for name in &names {
        assert!(name.parse::<usize>().is_err() && name.len() == 6, "{list}");
    }
    // A number would mean another journal each time.
    let done = home.assay().args(["recover", "1"]).output().unwrap();
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(2), "{told}");
    assert!(told.contains("assay recover` lists"), "{told}");
    for (nth, (body, name)) in bodies.iter().zip(&names).enumerate() {
        let told = words(home.assay().args(["recover", name]));
        assert!(told.contains(&format!("{body}.toml")), "{told}");
        for (other, body) in bodies.iter().enumerate() {
            let back = fs::read_to_string(path(&home, body)).unwrap();
            assert_eq!(
                back.contains("of the Marches"),
                other <= nth,
                "{body}: {back}"
            );
        }
        let again = home.assay().args(["recover", name]).output().unwrap();
        assert_eq!(again.status.code(), Some(2));
    }
}
