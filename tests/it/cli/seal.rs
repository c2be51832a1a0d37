//! Drafts sealed with a passphrase, and opened by it.

use std::fs;
use std::io::{Read, Write};
use std::iter::once;
use std::path::{Path, PathBuf};

use age::secrecy::SecretString;
use age::{Decryptor, Encryptor, Identity, Recipient, scrypt};

use super::{Run, err, example, out};
use crate::support::home::Home;

const RIGHT: &str = "quiet lantern, 9 harbours";

/// What `age -p` makes, but with work that takes no time: how much is up to whoever seals.
fn sealed(plain: &str) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(RIGHT));
    recipient.set_work_factor(2);
    let encryptor = Encryptor::with_recipients(once(&recipient as &dyn Recipient)).expect("one");
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed).expect("memory");
    writer.write_all(plain.as_bytes()).expect("memory");
    writer.finish().expect("memory");
    sealed
}

/// What `age -d` would say.
fn opened(path: &Path) -> String {
    let sealed = fs::read(path).expect("the sealed file");
    let identity = scrypt::Identity::new(SecretString::from(RIGHT));
    let decryptor = Decryptor::new(&sealed[..]).expect("the age format");
    let mut text = String::new();
    decryptor
        .decrypt(once(&identity as &dyn Identity))
        .expect("the passphrase")
        .read_to_string(&mut text)
        .expect("text");
    text
}

/// A home with a sealed draft, `d.toml.age`, and its passphrase in the file `words`.
fn home() -> (Home, PathBuf) {
    let home = Home::new();
    home.write("words", &format!("{RIGHT}\n"));
    let path = home.path().join("d.toml.age");
    fs::write(&path, sealed(&example())).expect("a file");
    (home, path)
}

const WORDS: &[&str] = &["--passphrase-file", "words"];

#[test]
fn a_draft_is_sealed_so_that_age_opens_it_and_the_plain_file_goes() {
    let home = Home::new();
    home.write("words", RIGHT);
    let plain = home.write("d.toml", &example());
    home.write("d.before-1.toml", "older");
    let done = home
        .run(&[&["seal", "d.toml"], WORDS].concat())
        .success()
        .stdout("d.toml.age\n");
    let told = err(&done);
    assert!(
        told.contains("note: a copy is still readable: ./d.before-1.toml"),
        "{told}"
    );
    assert!(
        told.lines().all(|line| line.starts_with("note: ")),
        "{told}"
    );
    assert!(!told.contains("fewer than"), "{told}");
    assert!(!plain.exists());
    let sealed = home.path().join("d.toml.age");
    assert_eq!(opened(&sealed), example());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&sealed)
            .expect("the file")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let again = home.run(&[&["seal", "d.toml.age"], WORDS].concat()).code(1);
    assert!(err(&again).contains("sealed already"));

    home.run(&[&["unseal", "d.toml.age"], WORDS].concat())
        .success()
        .stdout("d.toml\n");
    assert_eq!(fs::read_to_string(&plain).expect("the draft"), example());
    assert!(!sealed.exists());
}

#[test]
fn a_sealed_draft_is_printed_and_checked_as_a_plain_one_is() {
    let (home, path) = home();
    let plain = home.write("plain.toml", &example());
    for command in ["print", "check"] {
        let expected = home.run(&[command, "plain.toml"]);
        let done = home.run(&[&[command, "d.toml.age"], WORDS].concat());
        assert_eq!(
            out(&done).replace("d.toml.age", "plain.toml"),
            out(&expected)
        );
        assert_eq!(done.get_output().status, expected.get_output().status);
    }
    let piped = home
        .command()
        .args([&["print", "-"], WORDS].concat())
        .write_stdin(fs::read(&path).expect("the file"))
        .assert()
        .success();
    assert_eq!(out(&piped), out(&home.run(&["print", "plain.toml"])));
    fs::remove_file(plain).expect("it goes");
    let listed = out(&home.run(&["list", "."]).success());
    assert!(
        listed.contains("sealed") && !listed.contains("cannot be opened"),
        "{listed}"
    );
    assert!(listed.contains("d.toml.age"), "{listed}");
}

#[test]
fn a_sealed_draft_that_does_not_open_says_why_and_is_left_as_it_was() {
    let (home, path) = home();
    let before = fs::read(&path).expect("the file");
    home.write("wrong", "another");
    home.write("none", "\n");
    let refused = |arguments: &[&str], why: &str| {
        let told = err(&home.run(arguments).code(2).stdout(""));
        assert!(told.contains(why), "{arguments:?}: {told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    };
    for command in ["print", "check", "unseal"] {
        refused(&[command, "d.toml.age"], "--passphrase-file");
        let with = |words| [command, "d.toml.age", "--passphrase-file", words];
        refused(
            &with("wrong"),
            "error: d.toml.age: this passphrase does not open it",
        );
        refused(&with("none"), "the passphrase is empty");
        refused(&with("nowhere"), "nowhere: the passphrase cannot be read");
    }
    let mut altered = before.clone();
    *altered.last_mut().expect("a byte") ^= 1;
    fs::write(home.path().join("altered.toml.age"), altered).expect("a file");
    refused(
        &[&["print", "altered.toml.age"], WORDS].concat(),
        "it is damaged",
    );
    assert_eq!(fs::read(&path).expect("the file"), before);
    assert!(!home.path().join("d.toml").exists());
}

#[test]
fn sealing_and_unsealing_never_write_over_a_file() {
    let (home, path) = home();
    let before = fs::read(&path).expect("the file");
    home.write("d.toml", "mine");
    for command in [&["seal", "d.toml"], &["unseal", "d.toml.age"]] {
        let told = err(&home.run(&[command, WORDS].concat()).code(1));
        assert!(told.contains("there already"), "{told}");
    }
    let taken = ["unseal", "d.toml.age", "--output", "words"];
    home.run(&[&taken, WORDS].concat()).code(1);
    let to = ["unseal", "d.toml.age", "--output", "copy.toml"];
    home.run(&[&to, WORDS].concat()).success();
    let copy = fs::read_to_string(home.path().join("copy.toml")).expect("the copy");
    assert_eq!(copy, example());
    let shown = ["unseal", "d.toml.age", "--output", "-"];
    home.run(&[&shown, WORDS].concat())
        .success()
        .stdout(example());
    assert_eq!(fs::read(&path).expect("the file"), before);
    let mine = fs::read_to_string(home.path().join("d.toml")).expect("mine");
    assert_eq!(mine, "mine");
    home.run(&[&["unseal", "d.toml"], WORDS].concat()).code(1);
}

#[cfg(unix)]
#[test]
fn the_passphrase_is_asked_for_and_never_shown() {
    use crate::support::pty::Pty;
    let (home, _) = home();
    let mut pty = Pty::start(&home, &["print", "d.toml.age"], (80, 24));
    pty.see("Passphrase of d.toml.age:");
    pty.until_silent();
    pty.send(&format!("{RIGHT}\r"));
    assert_eq!(pty.end(), 0, "{}", pty.text());
    assert!(!pty.text().contains("lantern"), "{}", pty.text());

    let plain = home.write("e.toml", &example());
    let mut pty = Pty::start(&home, &["seal", "e.toml"], (80, 24));
    pty.see("New passphrase for e.toml:");
    pty.until_silent();
    pty.send("first try\r");
    pty.see("The same again:");
    pty.until_silent();
    pty.send("second try\r");
    assert_eq!(pty.end(), 1, "{}", pty.text());
    assert!(!pty.text().contains("try"), "{}", pty.text());
    assert!(plain.exists() && !home.path().join("e.toml.age").exists());
}

#[test]
fn a_mark_of_encoding_is_no_part_of_a_passphrase_and_blanks_at_its_edges_are_told() {
    let (home, _) = home();
    home.write("marked", &format!("\u{feff}{RIGHT}\r\n"));
    home.write("blank", &format!("{RIGHT} \n"));
    let with = |words| ["print", "d.toml.age", "--passphrase-file", words];
    let done = home.run(&with("marked")).success();
    assert_eq!(err(&done), "");
    let told = err(&home.run(&with("blank")).code(2));
    assert!(
        told.contains("note: blank: the passphrase begins or ends with a blank"),
        "{told}"
    );
    assert!(told.contains("does not open it"), "{told}");
    fs::write(home.path().join("wide"), b"\xff\xfeq\0u\0").expect("a file");
    let told = err(&home.run(&with("wide")).code(1));
    assert!(told.contains("saved as UTF-8"), "{told}");
}

#[test]
fn a_draft_is_not_sealed_while_edits_of_it_wait() {
    use crate::support::sitting::Sitting;
    let mut sitting = Sitting::at(120, 40, &example());
    sitting.home.write("words", RIGHT);
    sitting.stalled = true;
    sitting.keys("aA word of its own.<esc>");
    let home = sitting.kill();
    let seal = [
        "seal",
        "data/assay/draft.toml",
        "--passphrase-file",
        "words",
    ];
    let told = err(&home.run(&seal).code(1));
    assert!(told.contains("wait in its journal"), "{told}");
    home.run(&["recover", "data/assay/draft.toml"]).success();
    home.run(&seal).success();
    assert!(opened(&home.path().join("data/assay/draft.toml.age")).contains("A word of its own."));
}
