//! Prose at the speed of a hand where no text is open: it runs no command and is kept; keys that are commands work at any
//! speed; and what a letter changes is said.

use std::collections::BTreeSet;

use assay::app::layout::Pane;
use assay::app::{KeySet, Message};

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\"\n";

/// Somebody at the first finding of a draft.
fn at_finding() -> Sitting {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    go_to_finding(&mut sitting);
    sitting
}

fn go_to_finding(sitting: &mut Sitting) {
    while sitting.editor().pane != Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<home><down><down><down><tab><home>");
    let mut rows = 0..20;
    while sitting.editor().finding() != Some(0) {
        assert!(rows.next().is_some(), "{}", sitting.screen());
        sitting.keys("<down>");
    }
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
fn prose_that_begins_with_the_letter_of_undo_takes_nothing_back_and_deletes_nothing() {
    for prose in [
        "under pressure they wait",
        "until dawn",
        "up 3%",
        "useful",
        "us and them",
        "urgent work",
        "urban work",
        "uv light",
        "dv cases rose",
    ] {
        let mut sitting = at_finding();
        sitting.keys("kThe reason.<esc>").pause();
        go_to_finding(&mut sitting);
        sitting.keys("<enter><end> MINE1 MINE2<esc>").pause();
        sitting.message(Message::Rested);
        let before = sitting.editor().assessment.clone();
        sitting.keys(prose);
        let screen = sitting.screen();
        assert_eq!(sitting.editor().assessment, before, "{prose}: {screen}");
        assert!(screen.contains("words wait"), "{prose}: {screen}");
        let home = sitting.kill();
        assert!(waits(&home).contains(prose), "{prose}: {}", waits(&home));
    }
    // A word at which somebody stops, and leaves.
    for (word, left) in [
        ("urban", "<esc>"),
        ("rates", "<enter>"),
        ("vehicles", "<esc>"),
    ] {
        let mut sitting = at_finding();
        let before = sitting.editor().assessment.clone();
        sitting.keys(&format!("{word}{left}"));
        let screen = sitting.screen();
        assert_eq!(sitting.editor().assessment, before, "{word}: {screen}");
        assert!(screen.contains(&format!("“{word}” is kept")), "{screen}");
    }
    // Whoever means the commands has them.
    let mut sitting = at_finding();
    sitting.keys("<enter><end> MINE<esc>").pause();
    sitting.message(Message::Rested);
    sitting.keys("uU");
    assert!(sitting.texts().iter().any(|text| text.contains("MINE")));
    sitting.keys("ud");
    assert_eq!(sitting.editor().assessment.findings.len(), 1);
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
    // A letter that was mistyped is put right.
    let mut sitting = at_finding();
    sitting.keys("The ad<backspace>dd and more");
    assert!(sitting.screen().contains("“The add and more” is kept"));
    assert_eq!(sitting.texts().len(), many);
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
fn commands_that_have_nothing_to_do_are_no_words_where_none_begins_with_them() {
    let mut sitting = at_finding();
    sitting.keys("uU");
    assert!(
        !sitting.screen().contains("words wait"),
        "{}",
        sitting.screen()
    );
    sitting.keys("Uq");
    assert!(sitting.state.editor.is_none(), "{}", sitting.screen());
    // Nor where words wait already.
    let mut sitting = at_finding();
    sitting.keys("<tab>");
    sitting.send(Message::Burst("Prose burst of words".to_owned()));
    sitting.keys("<esc>").keys("dvq");
    assert!(sitting.state.editor.is_none(), "{}", sitting.screen());
    assert!(!waits(&sitting.kill()).contains("dv"));
}

#[test]
fn what_the_first_letters_of_a_word_did_is_taken_back_where_the_rest_goes_into_a_text() {
    for prose in ["delays and more", "demand", "derive. d e"] {
        let mut sitting = at_finding();
        let before = sitting.editor().assessment.clone();
        sitting.keys(prose);
        let screen = sitting.screen();
        assert_eq!(sitting.editor().assessment, before, "{prose}: {screen}");
        assert!(sitting.editor().typing.is_none(), "{prose}: {screen}");
        assert!(screen.contains("is taken back"), "{prose}: {screen}");
        assert!(waits(&sitting.kill()).contains(prose), "{prose}");
    }
    // Commands at the same speed are commands: what is typed behind one is no part of the word before it.
    let mut sitting = at_finding();
    sitting.keys("de And more.");
    assert_eq!(sitting.texts(), ["The force listens. And more."]);
    let mut sitting = at_finding();
    sitting.keys("da").types_on("answers");
    assert!(sitting.texts().contains(&"answers".to_owned()));
    assert_eq!(sitting.texts().len(), 2, "the first is deleted");
    // So is one before a rest.
    let mut sitting = at_finding();
    sitting.keys("d").keys("e").types_on("x");
    assert_eq!(sitting.texts(), ["The force listens.x"]);
}

/// Words of which each begins otherwise, and goes on otherwise.
const ENGLISH: &str = "added any because cases crime data dead delays digital dogs during eager every fails fire \
    from grade had how idle in joined keep last makes next no open own prompt quick reads risk says takes under used \
    very well when young zeal";

/// The places in which no text is open.
pub(crate) const PLACES: [&str; 6] = [
    "comparison",
    "findings",
    "headings",
    "statement",
    "inspection",
    "library",
];

pub(crate) fn somebody_in(place: &str) -> Sitting {
    let home = Home::new();
    home.write("data/assay/draft.toml", DRAFT);
    let mut sitting = match place {
        // Two have changed one text.
        "comparison" => {
            let mut sitting = at_finding();
            sitting.keys("<enter><end> Ours.<esc>");
            let theirs = DRAFT.replace("answers.", "answers. Theirs.");
            std::fs::write(sitting.home.drafts().join("draft.toml"), theirs)
                .expect("it is written");
            sitting.focus();
            sitting.keys("D").pause();
            assert!(!sitting.state.overlays.is_empty(), "{}", sitting.screen());
            return sitting;
        }
        "library" => return Sitting::again(120, 40, home),
        "inspection" => {
            let text =
                "format = 1\nid = \"moor\"\ntitle = \"On the moor\"\ndrafts = [\"draft.toml\"]\n";
            let path = home.write("data/assay/moor.toml", text);
            return Sitting::resume(120, 40, home, &path);
        }
        _ => at_finding(),
    };
    let tabs = PLACES.iter().rev().skip(2).position(|it| *it == place);
    sitting.keys(&"<tab>".repeat((tabs.expect("a pane") + 1) % 3));
    sitting
}

/// All that a draft, an inspection and a folder have, but for texts.
pub(crate) fn held(sitting: &Sitting) -> (Vec<String>, String) {
    let state = &sitting.state;
    let draft = state.editor.as_ref().map(|editor| &editor.assessment);
    let mut held = Vec::new();
    if let Some(draft) = draft {
        held.extend(
            draft
                .findings
                .iter()
                .map(|it| format!("{} {:?}", it.id, it.evidence)),
        );
        held.extend(draft.evidence.iter().map(|it| it.id.clone()));
        held.extend(draft.grades.iter().filter_map(|(of, judgment)| {
            let is = (judgment.grade, judgment.state);
            (is != (None, None)).then(|| format!("{of} {is:?}"))
        }));
    }
    if let Some(grid) = &state.grid {
        held.push(format!("{:?}", grid.inspection.drafts));
    }
    let files = std::fs::read_dir(sitting.home.drafts()).expect("the folder");
    let mut files: Vec<_> = files.flatten().map(|it| it.path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == "toml"));
    files.sort();
    (held, format!("{files:?}"))
}

#[test]
fn no_english_word_takes_anything_out_or_changes_a_grade_in_silence_wherever_it_is_typed() {
    for place in PLACES {
        let mut sitting = somebody_in(place);
        for word in ENGLISH.split_whitespace() {
            let (before, files) = held(&sitting);
            let begun = sitting.state.scope();
            sitting.keys(word);
            let (after, now) = held(&sitting);
            let screen = sitting.screen();
            // Whatever the last of its letters opened, the line tells of what one of them took out.
            let gone = before.iter().filter(|it| !after.contains(it)).count();
            let editor = sitting.state.editor.is_some() || sitting.state.grid.is_some();
            let told = ["eleted", "ndone", "is out of", "ade again"];
            let told = told.iter().any(|told| screen.contains(told));
            assert!(gone == 0 || !editor || told, "{word} in {place}: {screen}");
            assert_eq!(files, now, "{word} in {place}: {screen}");
            if gone > 0 || after != before || sitting.state.scope() != begun {
                sitting = somebody_in(place);
            }
        }
    }
}

#[test]
fn what_comes_at_once_is_one_entry_and_what_comes_another_time_another() {
    let mut sitting = at_finding();
    let burst = |text: &str| Message::Burst(text.to_owned());
    for piece in ["how the consta", "bulary cuts th", "e time"] {
        sitting.message(burst(piece));
    }
    sitting.message(Message::Rested);
    for piece in ["one two", " three"] {
        sitting.message(burst(piece));
    }
    sitting.paste("Jane Hartley").paste("by hand");
    let told = waits(&sitting.home);
    for entry in [
        "how the constabulary cuts the time",
        "one two three",
        "Jane Hartley",
        "by hand",
    ] {
        assert!(told.contains(&format!(": {entry}\n")), "{entry}: {told}");
    }
    // The newest goes in first, alone, and then the one before it.
    sitting.keys("+<ctrl-v>");
    assert!(
        sitting.texts().contains(&"by hand".to_owned()),
        "{:?}",
        sitting.texts()
    );
    sitting.keys("<end><ctrl-u><esc>");
    // Of several, each can be had and forgotten alone.
    sitting.keys("+<ctrl-p>what waits<enter>");
    assert!(
        sitting.screen().contains("Words that wait for a place"),
        "{}",
        sitting.screen()
    );
    sitting.keys("one<enter>");
    assert!(
        sitting.texts().contains(&"one two three".to_owned()),
        "{:?}",
        sitting.texts()
    );
    sitting.keys("<esc>:forget what<enter>");
    assert!(
        sitting.screen().contains("is to be forgotten?"),
        "{}",
        sitting.screen()
    );
    sitting.keys("jane<enter>");
    let told = waits(&sitting.home);
    assert!(
        told.contains("how the constabulary cuts the time"),
        "{told}"
    );
    for gone in ["one two three", "by hand"] {
        assert!(!told.contains(&format!(": {gone}")), "{told}");
    }
    assert!(!told.contains("a place: Jane"), "{told}");
    // What is chosen where no text is open comes next.
    sitting.paste("newer");
    sitting.keys(":what waits<enter>how the<enter>");
    assert!(
        sitting.screen().contains("puts it in"),
        "{}",
        sitting.screen()
    );
    sitting.keys("+<ctrl-v>");
    let texts = sitting.texts();
    assert!(
        texts
            .iter()
            .any(|it| it.contains("constabulary cuts the time")),
        "{texts:?}"
    );
}

#[test]
fn what_a_key_puts_in_is_what_the_line_said_whichever_came_last() {
    let opens = ["+", "v", "<esc>+"];
    for (cut_first, open) in [true, false]
        .into_iter()
        .flat_map(|it| opens.map(|open| (it, open)))
    {
        let mut sitting = at_finding();
        let cut = |sitting: &mut Sitting| {
            sitting.keys("vbox words<ctrl-u><esc>");
        };
        if cut_first {
            cut(&mut sitting);
        }
        sitting.paste("Jane Hartley");
        if !cut_first {
            cut(&mut sitting);
        }
        sitting.keys(open);
        let screen = sitting.screen();
        let words = if cut_first {
            "Jane Hartley"
        } else {
            "box words"
        };
        let told = match cut_first {
            true => format!("“{words}” waits for a place: Ctrl-V puts it in"),
            false => format!("Ctrl-V puts in “{words}”"),
        };
        assert!(screen.contains(&told), "{told}: {screen}");
        sitting.keys("<ctrl-v>");
        let typed = match sitting.state.overlays.last() {
            Some(overlay) => overlay.field().expect("a box").text().to_owned(),
            None => sitting.texts().join(" "),
        };
        assert!(typed.contains(words), "{open}: {typed}");
    }
}

#[test]
fn prose_whose_first_letter_opens_a_list_is_kept_and_what_it_removed_is_back() {
    for prose in [
        "Officers told us the radios fail",
        "more of them wait",
        "does it work",
        "fewer people wait",
    ] {
        let mut sitting = at_finding();
        let before = sitting.editor().assessment.clone();
        sitting.keys(prose);
        let screen = sitting.screen();
        assert_eq!(sitting.editor().assessment, before, "{prose}: {screen}");
        assert!(sitting.state.overlays.is_empty(), "{prose}: {screen}");
        assert!(waits(&sitting.kill()).contains(prose), "{prose}");
    }
    // Whoever narrows a list by more than one word has it, and after a rest whatever is typed.
    let mut sitting = at_finding();
    sitting.keys("fvery pleased");
    assert!(!sitting.state.overlays.is_empty(), "{}", sitting.screen());
    let mut sitting = at_finding();
    sitting.keys("f").keys("none has all these");
    assert!(!sitting.state.overlays.is_empty(), "{}", sitting.screen());
}

#[test]
fn a_capital_that_moves_a_finding_does_so_behind_one_that_could_not() {
    let mut sitting = at_finding();
    sitting.keys("<down>J");
    assert!(sitting.screen().contains("Nothing stands below this"));
    let before = sitting.texts();
    sitting.keys("K");
    assert_ne!(sitting.texts(), before, "{}", sitting.screen());
    sitting.keys("u");
    assert_eq!(sitting.texts(), before, "{}", sitting.screen());
}

#[test]
fn a_key_that_does_nothing_is_no_word_however_often_it_is_pressed() {
    for keys in ["UUUUUUUU", "TTT"] {
        let mut sitting = at_finding();
        sitting.keys(keys);
        let screen = sitting.screen();
        assert!(!screen.contains("words wait"), "{keys}: {screen}");
    }
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
    assert!(screen.contains("Alt-r is rid of it"), "{screen}");
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
    sitting.keys("<esc>:forget what<enter>all<enter>");
    let screen = sitting.screen();
    assert!(screen.contains("wait no more"), "{screen}");
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

/// Somebody at the first finding of the page of the whole.
fn at_overall() -> Sitting {
    let draft = DRAFT.replace("heading = \"victims\"", "heading = \"overall\"");
    let mut sitting = Sitting::at(120, 40, &draft);
    while sitting.editor().pane != Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<home><down><tab>");
    while sitting.editor().finding() != Some(0) {
        sitting.keys("<down>");
    }
    sitting
}

#[test]
fn prose_whose_letters_open_a_page_in_the_middle_of_a_word_is_kept_whole_and_what_they_did_is_back()
{
    let mut sitting = at_overall();
    let before = sitting.editor().assessment.clone();
    // The first letter deletes the finding, the third opens the print.
    sitting.keys("deputies do");
    let screen = sitting.screen();
    assert_eq!(sitting.editor().assessment, before, "{screen}");
    assert!(screen.contains("is taken back"), "{screen}");
    for place in ["findings", "headings", "statement"] {
        for prose in [
            "1200 people",
            "print this now",
            "in the town",
            "some people said",
            "deputies do it",
            "zulu words",
            "Jane did",
            "Mary saw it",
            "kent did",
            "Q3 fell",
            "94% of calls",
            "£3m saved",
            "due for review",
        ] {
            let mut sitting = somebody_in(place);
            let before = sitting.editor().assessment.clone();
            sitting.keys(prose);
            let screen = sitting.screen();
            assert_eq!(sitting.editor().assessment, before, "{prose}: {screen}");
            assert!(sitting.state.overlays.is_empty(), "{prose}: {screen}");
            assert!(screen.contains(&format!("“{prose}” is kept")), "{screen}");
            let told = waits(&sitting.kill());
            assert!(told.contains(&format!(": {prose}\n")), "{prose}: {told}");
        }
    }
}

#[test]
fn prose_that_begins_with_a_key_that_leaves_or_asks_is_kept_whole() {
    let mut sitting = at_finding();
    sitting.keys("quarterly words");
    let told = waits(&sitting.kill());
    assert!(told.contains(": quarterly words\n"), "{told}");
    for prose in ["deputies do it", "dogs bark at night", "1200 people"] {
        let mut sitting = somebody_in("library");
        sitting.keys(prose);
        let screen = sitting.screen();
        assert!(sitting.state.overlays.is_empty(), "{prose}: {screen}");
        let told = waits(&sitting.kill());
        assert!(told.contains(&format!(": {prose}\n")), "{prose}: {told}");
    }
}

#[test]
fn commands_that_are_given_quickly_stand_whatever_comes_behind_them() {
    // A page is opened, and keys of it are pressed.
    let mut sitting = at_finding();
    sitting.keys("dpr");
    assert_eq!(sitting.texts().len(), 1, "{}", sitting.screen());
    assert_eq!(sitting.state.overlays.len(), 1);
    assert!(!sitting.screen().contains("words wait"));
    // Nothing was opened: what was deleted stays so and is told of, whatever is typed behind it.
    let mut sitting = at_overall();
    sitting.keys("dth");
    assert_eq!(sitting.texts().len(), 1, "{}", sitting.screen());
    let screen = sitting.screen();
    assert!(screen.contains("Deleted “The force answers.”"), "{screen}");
    // What no word begins with is none of it.
    let mut sitting = at_overall();
    sitting.keys("ddpeople told us");
    assert_eq!(sitting.texts().len(), 0, "{}", sitting.screen());
    let told = waits(&sitting.kill());
    assert!(told.contains(": people told us\n"), "{told}");
}

/// Every word of English that stands in the examples, in small letters.
pub(crate) fn words_of_examples() -> Vec<String> {
    let files = std::fs::read_dir("assets/examples").expect("the examples");
    let texts = files
        .flatten()
        .filter_map(|it| std::fs::read_to_string(it.path()).ok());
    let mut words = BTreeSet::new();
    for text in texts {
        let all = text.split(|it: char| !it.is_alphabetic());
        words.extend(all.filter(|it| it.len() > 1).map(str::to_lowercase));
    }
    // What stands behind an apostrophe is none.
    let short = ["as", "at", "by", "in", "is", "it", "of", "to", "up", "we"];
    words
        .retain(|it| assay::grammar::is_word(it) && (it.len() > 2 || short.contains(&it.as_str())));
    words.into_iter().collect()
}

/// One of so many words is tried, from a place that a run may choose: all with `ASSAY_WORDS=1`.
#[test]
fn whatever_word_prose_begins_with_it_is_kept_whole_and_what_its_letters_did_is_back() {
    let every = std::env::var("ASSAY_WORDS").map_or(40, |it| it.parse().expect("a number"));
    let words = words_of_examples();
    assert!(words.len() > 1000, "{}", words.len());
    let (mut tried, mut meant) = (0, Vec::new());
    for (nth, place) in PLACES.into_iter().enumerate() {
        for word in words.iter().skip(nth).step_by(every) {
            // Where there is nothing else, "q" leaves the program.
            if place == "library" && word.starts_with('q') {
                continue;
            }
            let mut sitting = somebody_in(place);
            let draft = |of: &Sitting| of.state.editor.as_ref().map(|it| it.assessment.clone());
            let (before, was) = (held(&sitting), draft(&sitting));
            sitting.keys(&format!("{word} more"));
            let screen = sitting.screen();
            tried += 1;
            if !screen.contains(&format!("“{word} more” is kept")) {
                // A letter before a word may have been a command: what follows stands in what it opened.
                let alone: String = word.chars().skip(1).collect();
                assert!(
                    assay::grammar::is_word(&alone),
                    "{word} in {place}: {screen}"
                );
                let shown = format!("{alone} more");
                assert!(screen.contains(&shown), "{word} in {place}: {screen}");
                meant.push(word.as_str());
                continue;
            }
            // One that closes it has changed nothing.
            let now = draft(&sitting).or(was.clone().filter(|_| sitting.state.editor.is_none()));
            assert_eq!(now, was, "{word} in {place}: {screen}");
            if sitting.state.scope() == somebody_in(place).state.scope() {
                assert_eq!(held(&sitting), before, "{word} in {place}: {screen}");
            }
        }
    }
    println!(
        "{tried} words, {} taken for a command and a word: {meant:?}",
        meant.len()
    );
    assert!(meant.len() * 20 < tried, "{meant:?}");
}

#[test]
fn prose_over_two_versions_takes_neither_and_nothing_that_it_did_can_be_made_again() {
    for prose in [
        "the officers say",
        "the force says so",
        "to be fair",
        "took hold",
        "it was",
        "extra calls",
    ] {
        let mut sitting = somebody_in("comparison");
        let before = sitting.editor().assessment.clone();
        sitting.keys(prose);
        let screen = sitting.screen();
        assert_eq!(sitting.editor().assessment, before, "{prose}: {screen}");
        assert!(
            screen.contains(&format!("{prose}” is kept")),
            "{prose}: {screen}"
        );
    }
    let mut sitting = at_finding();
    let before = sitting.editor().assessment.clone();
    sitting.keys("delay is common").keys("U");
    assert_eq!(sitting.editor().assessment, before, "{}", sitting.screen());
}

#[test]
fn in_vi_what_is_done_in_a_text_that_a_letter_opened_is_done() {
    for (keys, text) in [
        ("ecw too, and more<esc>", "The force answers too, and more"),
        ("eccOfficers listen.<esc>", "Officers listen."),
        ("eA Officers do.<esc>", "The force answers. Officers do."),
        ("ea at last<esc>", "The force answers. at last"),
        ("eddiNothing<esc>", "Nothing"),
        // The finding is deleted, and the next one edited.
        ("decwNobody<esc>", "The force listensNobody"),
        ("deA Officers do.<esc>", "The force listens. Officers do."),
        ("deccNew.<esc>", "New."),
        ("ecwleaders do <esc>", "The force answersleaders do "),
        ("ebbb ", "The force answers."),
        ("exxx <esc>", "The force answe"),
        ("e0cwleaders do<esc>", "leaders do force answers."),
    ] {
        let mut sitting = Sitting::at(120, 40, DRAFT).with_keys(KeySet::Vim);
        go_to_finding(&mut sitting);
        sitting.keys(keys);
        let screen = sitting.screen();
        assert_eq!(sitting.texts()[0], text, "{keys}: {screen}");
        assert!(!screen.contains("words wait"), "{keys}: {screen}");
    }
}

#[test]
fn what_a_letter_asks_for_is_answered_at_once() {
    for (keys, text) in [
        ("aAt night it answers. ", "At night it answers. "),
        ("a12 officers left. ", "12 officers left. "),
        ("ahmicfrs said so. ", "hmicfrs said so. "),
        ("]]a<esc>aon the whole ", "on the whole "),
    ] {
        let mut sitting = at_finding();
        sitting.keys(keys);
        let screen = sitting.screen();
        assert!(
            sitting.texts().contains(&text.to_owned()),
            "{keys}: {screen}"
        );
        assert!(!screen.contains("words wait"), "{keys}: {screen}");
    }
    let mut sitting = at_finding();
    sitting.keys("V3 complaints about it<enter>");
    assert_eq!(sitting.editor().assessment.evidence.len(), 1);
    let mut sitting = somebody_in("inspection");
    sitting.keys("D12 March 2026<enter>");
    let published = &sitting
        .state
        .grid
        .as_ref()
        .expect("it")
        .inspection
        .published;
    assert!(
        published.contains("2026"),
        "{published}: {}",
        sitting.screen()
    );
    // Undo, down, and a new one.
    let mut sitting = at_finding();
    sitting.keys("+More.<esc>").pause();
    sitting.message(Message::Rested);
    sitting.keys("uuuuja").types_on("Another.<esc>");
    assert!(sitting.texts().contains(&"Another.".to_owned()));
    assert!(!sitting.texts().contains(&"More.".to_owned()));
}

#[test]
fn letters_that_closed_a_draft_make_nothing_again_in_the_inspection_behind_it() {
    let mut sitting = somebody_in("inspection");
    sitting.keys("du").keys("<enter>").pause();
    assert!(sitting.state.editor.is_some(), "{}", sitting.screen());
    sitting.keys("quality of work");
    let drafts = &sitting.state.grid.as_ref().expect("it").inspection.drafts;
    assert_eq!(drafts.len(), 1, "{}", sitting.screen());
}
