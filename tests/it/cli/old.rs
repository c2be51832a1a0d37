//! `assay read`: an old statement from a file, and what is told of it.

use std::fs;

use super::{Run, err, out};
use crate::support::home::Home;

const STATEMENT: &str = include_str!("../../data/old/city-of-london-2015.txt");

#[test]
fn an_old_statement_is_read_and_printed_again_byte_for_byte() {
    let home = Home::new();
    let old = home.write("old.txt", STATEMENT);
    let draft = home.path().join("city.toml");
    let (old, draft) = (old.to_str().unwrap(), draft.to_str().unwrap());
    let done = home.run(&["read", old, "--output", draft]).success();
    assert!(
        out(&done).contains("26 of 26 sentences are spoken again"),
        "{}",
        out(&done)
    );
    assert!(
        err(&done).contains("Annual assessment (annual)"),
        "{}",
        err(&done)
    );
    assert_eq!(out(&home.run(&["print", draft]).success()), STATEMENT);
    // From a pipe it goes into the folder of drafts, named after the body.
    let mut piped = home.command();
    let done = piped
        .args(["read", "-", "--framework", "annual"])
        .write_stdin(STATEMENT);
    let told = out(&done.assert().success());
    assert!(
        told.lines()
            .next()
            .unwrap()
            .ends_with("city-of-london-police.toml"),
        "{told}"
    );
}

#[test]
fn what_stands_at_the_place_of_the_draft_is_left_as_it_is() {
    let home = Home::new();
    let old = home.write("old.txt", STATEMENT);
    let mine = home.write("mine.toml", "my own notes\n");
    let before = fs::read(&old).unwrap();
    for target in [&mine, &old] {
        let arguments = [
            "read",
            old.to_str().unwrap(),
            "--output",
            target.to_str().unwrap(),
        ];
        home.run(&arguments).failure();
    }
    assert_eq!(fs::read_to_string(&mine).unwrap(), "my own notes\n");
    assert_eq!(fs::read(&old).unwrap(), before);
}

#[test]
fn each_sentence_that_is_not_spoken_again_is_told_with_its_line() {
    let home = Home::new();
    let text = "Wexmoor Constabulary\n\nThe moon is made of green cheese and everybody knows it.\n\n# Legitimacy\n\nThe constabulary treats people fairly.\n\n# A heading of our own\n\nThe constabulary should listen more.\n";
    let old = home.write("old.md", text);
    let draft = home.path().join("w.toml");
    let arguments = [
        "read",
        old.to_str().unwrap(),
        "--output",
        draft.to_str().unwrap(),
        "--framework",
        "peel-2017",
    ];
    let told = out(&home.run(&arguments).success());
    assert!(
        told.contains("old.md:3: waits in the tray: The moon"),
        "{told}"
    );
    assert!(
        told.contains("old.md:9: kept as a note: A heading of our own"),
        "{told}"
    );
    let file = fs::read_to_string(&draft).unwrap();
    assert!(file.contains("heading = \"tray\""), "{file}");
}

#[test]
fn letters_of_windows_are_read_and_what_is_no_text_is_refused() {
    let home = Home::new();
    let old = home.path().join("old.txt");
    fs::write(
        &old,
        b"Wexmoor Police\n\nThe force\x92s savings were \xa312 million \x96 in caf\xe9s.\n",
    )
    .unwrap();
    let draft = home.path().join("w.toml");
    home.run(&[
        "read",
        old.to_str().unwrap(),
        "--output",
        draft.to_str().unwrap(),
    ])
    .success();
    let file = fs::read_to_string(&draft).unwrap();
    assert!(file.contains("force’s savings"), "{file}");
    assert!(file.contains("– in cafés"), "{file}");
    for (bytes, why) in [
        (&b"\x7fELF\0\0\0"[..], "no text"),
        (b"", "no words"),
        (b" \n\n", "no words"),
    ] {
        fs::write(&old, bytes).unwrap();
        let target = home.path().join("never.toml");
        let refused = home.run(&[
            "read",
            old.to_str().unwrap(),
            "--output",
            target.to_str().unwrap(),
        ]);
        let told = err(&refused.failure());
        assert!(told.contains(why), "{told}");
        assert!(!target.exists());
    }
}

#[test]
fn what_assay_printed_as_a_page_or_a_document_of_word_comes_back_as_it_was() {
    let home = Home::new();
    let old = home.write("old.txt", STATEMENT);
    home.run(&["read", old.to_str().unwrap(), "--output", "one.toml"])
        .success();
    for name in ["old.docx", "old.html", "old.md"] {
        home.run(&["print", "one.toml", "--output", name]).success();
        let draft = format!("{name}.toml");
        let done = home.run(&["read", name, "--output", &draft]).success();
        assert_eq!(
            out(&home.run(&["print", &draft]).success()),
            STATEMENT,
            "{name}: {}",
            out(&done)
        );
    }
}

#[test]
fn a_pdf_is_read_through_pdftotext_and_without_it_says_what_to_do() {
    let home = Home::new();
    home.write("old.pdf", "%PDF-1.7 and so on");
    let tools = home.path().join("tools");
    fs::create_dir(&tools).unwrap();
    let mut bare = home.command();
    let refused = bare
        .env("PATH", &tools)
        .args(["read", "old.pdf", "--output", "no.toml"]);
    let told = err(&refused.assert().failure());
    assert!(told.contains("no pdftotext on the PATH"), "{told}");
    let reader = tools.join("pdftotext");
    let script = format!("#!/bin/sh\n/bin/cat > /dev/null\n/bin/cat <<'END'\n{STATEMENT}END\n");
    fs::write(&reader, script).unwrap();
    fs::set_permissions(&reader, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let mut with = home.command();
    with.env("PATH", &tools)
        .args(["read", "old.pdf", "--output", "yes.toml"])
        .assert()
        .success();
    assert_eq!(out(&home.run(&["print", "yes.toml"]).success()), STATEMENT);
    // Half a statement is not taken for a whole one.
    fs::write(
        &reader,
        "#!/bin/sh\n/bin/cat > /dev/null\necho Half of it.\nexit 1\n",
    )
    .unwrap();
    let mut half = home.command();
    let refused = half
        .env("PATH", &tools)
        .args(["read", "old.pdf", "--output", "half.toml"]);
    let told = err(&refused.assert().failure());
    assert!(told.contains("read only a part"), "{told}");
    assert!(!home.path().join("half.toml").exists());
}
