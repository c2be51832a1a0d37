//! A short sitting as it stands on paper, which the manual shows too.

use crate::support::home::Home;
use crate::support::listener::Listener;

const KNOWN: &str = include_str!("../../../assets/sitting.txt");

/// A draft of an invented body, hardly begun.
const DRAFT: &str = r#"format = 1
id = "wexmoor-2026"
framework = "annual"

[subject]
name = "Wexmoor Constabulary"
spoken = "Wexmoor Constabulary"
noun = "constabulary"

[inspector]
name = "Jane Doe"
office = "His Majesty's Inspector of Constabulary"

[period]
label = "2026"
"#;

/// What is typed: a finding, a grade that is taken back and made again, what would be read out, its print.
const TYPED: &[&str] = &[
    "go victims",
    "add-strength",
    "The constabulary listens to victims",
    "at every stage.",
    ".",
    "grade",
    "good",
    "undo",
    "read",
    "print",
    "print-write",
    "",
    "quit",
];

/// `ASSAY_SITTING=new cargo test sitting` makes it anew.
#[test]
fn a_short_sitting_is_told_the_same_on_every_machine_and_in_the_manual() {
    let home = Home::new();
    home.write("data/assay/wexmoor.toml", DRAFT);
    let mut listener = Listener::start(&home, &["wexmoor"]);
    listener.say_all(TYPED);
    let (status, transcript) = listener.hang_up();
    assert_eq!(status, 0);
    let folder = home.path().display().to_string();
    let transcript = format!(
        "$ assay --linear wexmoor\n{}",
        transcript.replace(&folder, "~")
    );
    if std::env::var("ASSAY_SITTING").is_ok_and(|wish| wish == "new") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sitting.txt");
        std::fs::write(path, &transcript).expect("the sitting");
        return;
    }
    assert_eq!(transcript, KNOWN);
}
