//! Prose at the speed of a hand where no text is open: it runs no command and is kept; keys that are commands work at any
//! speed; and what a letter changes is said.

use assay::app::layout::Pane;

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

/// Somebody at the first finding of a draft.
fn at_finding() -> Sitting {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    while sitting.editor().pane != Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<home><down><down><down><tab><home>");
    while sitting.editor().finding() != Some(0) {
        sitting.keys("<down>");
    }
    sitting
}

/// What waits for a place, as the commands tell it.
fn waits(home: &Home) -> String {
    let told = home.assay().arg("recover").output().expect("it runs");
    String::from_utf8(told.stdout).expect("text")
}

#[test]
fn prose_that_begins_with_a_letter_that_does_nothing_runs_no_command_and_is_kept() {
    for prose in [
        "The add and delete the good evidence of fire risk.",
        "Hartley and Jane",
        "Quiet! J K d + - u",
        "It is",
    ] {
        let mut sitting = at_finding();
        let before = sitting.editor().assessment.clone();
        sitting.keys(prose);
        let screen = sitting.screen();
        assert_eq!(sitting.editor().assessment, before, "{prose}: {screen}");
        assert!(sitting.state.overlays.is_empty(), "{prose}: {screen}");
        assert!(screen.contains("No text is open"), "{prose}: {screen}");
        assert!(screen.contains("words wait"), "{prose}: {screen}");
        // It is there after a kill too, and goes in by one key.
        let home = sitting.kill();
        assert!(waits(&home).contains(prose), "{prose}: {}", waits(&home));
        let mut again = Sitting::resume(120, 40, home.clone(), &home.drafts().join("draft.toml"));
        again.keys("]+<ctrl-v><esc>");
        assert!(again.texts().iter().any(|text| text == prose), "{prose}");
    }
}

#[test]
fn words_go_on_until_the_keys_rest_or_one_is_no_character() {
    let mut sitting = at_finding();
    let many = sitting.texts().len();
    sitting.keys("The a<esc>a");
    assert_eq!(sitting.texts().len(), many + 1, "Esc ends them");
    let mut sitting = at_finding();
    sitting.keys("The a").keys("a");
    assert_eq!(sitting.texts().len(), many + 1, "so does a rest");
    // Whoever types two lines has both kept.
    let mut sitting = at_finding();
    let before = sitting.editor().assessment.clone();
    sitting.keys("The add<enter>and delete.");
    assert_eq!(sitting.editor().assessment, before);
    let told = waits(&sitting.kill());
    assert!(
        told.contains("The add") && told.contains("and delete."),
        "{told}"
    );
}

#[test]
fn keys_that_are_commands_work_at_any_speed() {
    let mut sitting = at_finding();
    let many = sitting.texts().len();
    sitting.keys("]]+").types_on("Words.<esc>");
    assert!(sitting.texts().contains(&"Words.".to_owned()));
    sitting.keys("uuuuuuuu");
    assert_eq!(sitting.texts().len(), many, "{}", sitting.screen());
    // One more than there is to take back, and the next command, are no words.
    sitting.keys("[[[[[[[[]]+").types_on("More.<esc>");
    assert!(sitting.texts().contains(&"More.".to_owned()));
    assert!(!sitting.screen().contains("words wait"));
    let mut sitting = at_finding();
    sitting.keys("dd");
    assert!(sitting.texts().len() < many);
    sitting.keys("uu");
    assert_eq!(sitting.texts().len(), many);
    // What is missing for a key does not keep the next sign from its work.
    sitting.keys("T+");
    assert_eq!(sitting.texts().len(), many + 1);
}

#[test]
fn what_a_letter_removes_is_said_though_the_next_opens_a_list() {
    let mut sitting = at_finding();
    let many = sitting.texts().len();
    sitting.keys("dogs");
    assert_eq!(sitting.texts().len(), many - 1);
    assert!(!sitting.state.overlays.is_empty(), "{}", sitting.screen());
    let screen = sitting.screen();
    assert!(
        screen.contains("brings it back") || screen.contains("eleted"),
        "{screen}"
    );
    // Acknowledged, it is gone.
    sitting.keys("<esc><down>");
    assert!(!sitting.screen().contains("eleted"), "{}", sitting.screen());
}

#[test]
fn what_waits_is_told_once_with_what_the_key_puts_in_and_how_to_be_rid_of_it() {
    let mut sitting = at_finding();
    sitting.paste("Jane Hartley");
    sitting.keys("+");
    let screen = sitting.screen();
    assert!(
        screen.contains("“Jane Hartley” waits for a place"),
        "{screen}"
    );
    assert!(screen.contains("forget what waits"), "{screen}");
    sitting.keys("Words.<esc>");
    for keys in ["+", "<esc>o", "<esc>g", "<esc>-"] {
        sitting.keys(keys);
        let screen = sitting.screen();
        assert!(!screen.contains("waits for a place"), "{keys}: {screen}");
        assert!(screen.contains("words wait"), "{keys}: {screen}");
    }
    // What is cut since comes first, and the line says so.
    sitting.keys("3 February<ctrl-u><esc>");
    sitting.paste("and more");
    sitting.keys("+2024<ctrl-u><esc>+");
    let screen = sitting.screen();
    assert!(screen.contains("puts in “2024”"), "{screen}");
    sitting.keys("<ctrl-v>");
    assert!(sitting.texts().contains(&"2024".to_owned()));
    // Forgotten, it is told of no more.
    sitting.keys("<esc>:forget what<enter>");
    let screen = sitting.screen();
    assert!(screen.contains("waits no more"), "{screen}");
    assert!(!screen.contains("words wait"), "{screen}");
    let told = waits(&sitting.kill());
    assert!(!told.contains("words that wait for a place"), "{told}");
}

#[test]
fn words_that_waited_are_put_in_with_a_blank_beside_a_word() {
    let mut sitting = at_finding();
    sitting.paste("Jane Hartley");
    sitting.keys("+victims well<ctrl-v>");
    let texts = sitting.texts();
    assert!(
        texts.contains(&"victims well Jane Hartley".to_owned()),
        "{texts:?}"
    );
    let mut sitting = at_finding();
    sitting.paste("Jane Hartley");
    sitting.keys("+victims<home><ctrl-v>");
    let texts = sitting.texts();
    assert!(
        texts.contains(&"Jane Hartley victims".to_owned()),
        "{texts:?}"
    );
}

#[test]
fn what_is_typed_before_one_goes_on_where_a_field_was_taken_away_is_kept() {
    let mut first = at_finding();
    first.keys("+One ");
    let home = first.home.clone();
    let mut second = Sitting::resume(120, 40, home.clone(), &home.drafts().join("draft.toml"));
    second.keys("T<down><enter>");
    first.types_on("two three");
    assert!(
        first.screen().contains("You were typing"),
        "{}",
        first.screen()
    );
    first.keys("<enter>");
    drop(first.kill());
    drop(second.kill());
    let third = Sitting::resume(120, 40, home.clone(), &home.drafts().join("draft.toml"));
    let words = format!("{} {}", third.texts().join(" "), waits(&home));
    for word in ["One t", "wo three"] {
        assert_eq!(words.matches(word).count(), 1, "{word}: {words}");
    }
    // Nothing is there twice.
    assert!(waits(&home).contains(": wo three"), "{words}");
}
