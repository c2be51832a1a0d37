//! What is told so that nobody is lost: how a row is taken, how a text ends and how a command is given in it, what a choice
//! was, where a step back leads, and how a long answer is heard.

use crate::support::home::Home;
use crate::support::listener::{Listener, hears};
use crate::support::pty::Pty;

const EXAMPLE: &str = include_str!("../../../assets/examples/annual.toml");
const SPOKEN: &str = "The constabulary answers {calls} of emergency calls within ten seconds.";

fn home() -> Home {
    let home = Home::new();
    home.write("data/assay/wexmoor.toml", EXAMPLE);
    home
}

fn at_example(home: &Home) -> Listener {
    Listener::start(home, &["wexmoor"])
}

fn draft(home: &Home) -> String {
    std::fs::read_to_string(home.drafts().join("wexmoor.toml")).expect("the draft")
}

#[test]
fn a_number_alone_opens_what_was_listed_and_go_with_it_only_tells() {
    let home = home();
    let mut listener = Listener::start(&home, &[]);
    listener.say("1");
    assert_eq!(listener.prompt, "pages>", "{}", listener.transcript);
    let victims = listener.number("Victims");
    listener.say(&format!("go {victims}"));
    assert_eq!(listener.prompt, "pages>", "{}", listener.transcript);
    hears(&listener, "Victims: ");
    listener.say(&victims.to_string());
    assert_eq!(listener.prompt, "Victims>", "{}", listener.transcript);
    let finding = listener.number("strength: ");
    listener.say(&format!("go {finding}"));
    hears(&listener, "Spoken: ");
    listener.say(&finding.to_string());
    hears(&listener, &format!("It says: “{SPOKEN}”"));
    listener.say("");
    listener.say("go findings");
    listener.say("1");
    assert_eq!(listener.prompt, "Grade>", "{}", listener.transcript);
    listener.say("");
    listener.say("statement");
    let sentence = listener.number("It answers 94 percent");
    listener.say(&sentence.to_string());
    assert_eq!(listener.prompt, "Victims>", "{}", listener.transcript);
    listener.say("problems");
    listener.say("1");
    assert_ne!(listener.prompt, "problems>", "{}", listener.transcript);
    listener.hang_up();
}

#[test]
fn every_list_that_is_told_tells_how_one_of_it_is_taken() {
    let home = home();
    let mut listener = Listener::start(&home, &[]);
    let told = |listener: &Listener| {
        let heard = listener.heard();
        let mut lines = heard.lines();
        let known =
            lines.any(|line| line.starts_with("A number ") || line.contains("the number of one"));
        assert!(known, "{}", listener.transcript);
    };
    told(&listener);
    for line in [
        "1",
        "go victims",
        "grade",
        "",
        "frame",
        "",
        "evidence",
        "",
        "statement",
        "problems",
        "",
        "opening",
        "",
        "settings",
        "",
        "go pages",
        "change-framework",
        "",
        "find",
    ] {
        listener.say(line);
        if !line.is_empty() {
            told(&listener);
        }
    }
    // Words are replaced in some of the texts that have them.
    listener.say("constabulary");
    listener.say("replace");
    listener.say("force");
    told(&listener);
    let row = listener.number("The constabulary keeps");
    listener.say(&row.to_string());
    assert_eq!(listener.prompt, "replace>", "{}", listener.transcript);
    listener.hang_up();
}

#[test]
fn a_commands_name_in_a_text_is_not_taken_however_often_it_is_said_but_where_it_is_said_to_be_words()
 {
    let home = home();
    let mut listener = at_example(&home);
    let before = draft(&home);
    // A text of many lines, a field of one, a question.
    for open in [
        &["go Victims", "edit 3"][..],
        &["go About", "edit 2"],
        &["close", "new"],
    ] {
        for line in open {
            listener.say(line);
        }
        let prompt = listener.prompt.clone();
        hears(&listener, "“.help” helps");
        for word in [
            "help",
            "help",
            "list",
            "list",
            "where",
            "undo",
            "Problems",
            "put-right 11",
        ] {
            listener.say(word);
            hears(&listener, "was not taken: it is the name of a command");
            assert_eq!(listener.prompt, prompt, "{}", listener.transcript);
        }
        assert_eq!(draft(&home), before, "{}", listener.transcript);
        listener.say(".help");
        assert!(
            listener.heard().lines().count() > 5,
            "{}",
            listener.transcript
        );
        listener.say("");
    }
    listener.say("new");
    listener.say(".words help");
    assert!(
        listener.prompt.starts_with("Under which framework"),
        "{}",
        listener.transcript
    );
    listener.say("");
    listener.say("");
    listener.say("open");
    listener.say("go Victims");
    listener.say("3");
    listener.say("evidence");
    listener.say(".words evidence");
    hears(&listener, "Taken");
    // A word on a line of its own that goes on with a sentence is taken, so that no script loses one.
    listener.say("problems");
    hears(
        &listener,
        "“problems” was taken as words; “.problems” is the command",
    );
    listener.say(".");
    listener.say("quit");
    listener.hang_up();
    assert!(
        draft(&home).contains("\"evidence problems\""),
        "{}",
        draft(&home)
    );
}

#[test]
fn a_text_of_many_lines_sounds_unlike_one_of_a_single_line() {
    let home = home();
    let mut listener = at_example(&home);
    listener.say("go Victims");
    listener.say("3");
    hears(&listener, "as many lines as you like");
    hears(&listener, "A full stop alone on a line ends it");
    assert_eq!(listener.prompt, "strength, lines>");
    listener.say("One thing.");
    hears(&listener, "a full stop alone ends it");
    listener.say("Another thing.");
    hears(&listener, "still open");
    listener.say(".");
    listener.say("go About");
    let name = listener.number("Name: ");
    listener.say(&name.to_string());
    hears(&listener, "one line");
    assert_eq!(listener.prompt, "Body's name, one line>");
    listener.say("");
    let number = listener.number("Name: ");
    assert_eq!(number, name);
    listener.say("quit");
    hears(&listener, "Everything is saved.");
    listener.hang_up();
}

#[test]
fn a_choice_is_said_with_its_meaning_and_a_step_back_with_the_page_that_it_leads_to() {
    let home = home();
    let mut listener = at_example(&home);
    listener.say("go Victims");
    listener.say("grade");
    listener.say("good");
    hears(&listener, "Chosen: good – Meets what is expected of good");
    // In one line, where the list has just that; any other words are none of it.
    listener.say("grade requires improvement");
    hears(&listener, "Chosen: requires improvement – ");
    listener.say("frame pleased that");
    hears(&listener, "Chosen: pleased that – I am pleased that …");
    assert!(
        !listener.heard().contains("….\n"),
        "{}",
        listener.transcript
    );
    listener.say("undo");
    listener.say("undo");
    hears(&listener, "Victims: good");
    let before = draft(&home);
    listener.say("Grade inflation is not what the officers see.");
    hears(&listener, "is kept");
    assert_eq!(listener.prompt, "Victims>");
    assert_eq!(draft(&home), before);
    listener.say("go Finances");
    listener.say("opening");
    let words = "I am very pleased with the performance of Wexmoor Constabulary";
    let row = listener
        .find(|row| row.contains(words))
        .expect("an opening");
    listener.say(&row.to_string());
    hears(&listener, &format!("Chosen: very pleased – {words}"));
    listener.say("undo");
    hears(&listener, "you are at Overall now");
    listener.say("undo");
    hears(&listener, "you are at Victims now");
    assert_eq!(
        listener.heard().matches("Undone:").count(),
        1,
        "{}",
        listener.transcript
    );
    listener.hang_up();
}

#[test]
fn a_tab_at_the_end_of_a_line_tells_what_begins_so_and_does_nothing() {
    let home = home();
    let mut listener = at_example(&home);
    listener.say("go Victims");
    let before = draft(&home);
    listener.say("add-\t");
    hears(&listener, "add-strength: ");
    hears(&listener, "add-context: ");
    assert!(
        !listener.heard().contains("delete: "),
        "{}",
        listener.transcript
    );
    listener.say("go leg\t");
    hears(&listener, "go Legitimacy");
    listener.say("3");
    listener.say(".und\t");
    hears(&listener, "undo: ");
    listener.say("");
    listener.hang_up();
    assert_eq!(draft(&home), before);
}

#[test]
fn a_long_answer_comes_in_parts_at_a_terminal_and_whole_in_a_script() {
    let home = home();
    let mut listener = at_example(&home);
    listener.say("go Victims");
    listener.say("help");
    let whole = listener.heard();
    assert!(whole.lines().count() > 20, "{whole}");
    listener.hang_up();
    let last = whole
        .lines()
        .last()
        .map(|line| line.chars().take(40).collect::<String>());
    let last = last.expect("a line");

    let mut pty = Pty::start(&home, &["--linear", "wexmoor"], (200, 60));
    pty.until("a prompt", || pty.before_cursor().contains("Victims>"));
    // What is asked for meanwhile is done, and what was left is let go of.
    pty.send("help\r");
    pty.see("more lines, Enter goes on>");
    assert!(!pty.text().contains(&last), "{}", pty.text());
    pty.send("\r");
    pty.see(&last);
    pty.until("a prompt", || pty.before_cursor().contains("Victims>"));
    pty.send("help\r");
    pty.until("a part", || pty.before_cursor().contains("Enter goes on>"));
    pty.send("where\r");
    pty.until("a prompt", || {
        !pty.before_cursor().contains("Enter goes on>")
    });
    pty.send("quit\r");
    assert_eq!(pty.end(), 0);
    assert!(!pty.written().contains(&0x1b));
}
