//! No word goes with what its typist does next: what is undone, replaced in a box, left in the line of a list or pushed
//! out by another cut can be had, without being told of where nobody wants it.

use assay::app::{Message, Overlay, PickerPurpose};

use crate::support::home::Home;
use crate::support::sitting::Sitting;
use crate::waiting::{at, done, field, home, line, path, to};

const PROSE: &str = "Officers told us the radios fail";

/// The words in the list of what waits.
pub(crate) fn listed(sitting: &mut Sitting) -> Vec<String> {
    sitting.keys("<esc><esc>");
    listed_here(sitting)
}

/// The same, without leaving what is open.
fn listed_here(sitting: &mut Sitting) -> Vec<String> {
    sitting.keys(":what waits<enter>");
    let words = match sitting.state.overlays.last() {
        Some(Overlay::Picker(picker)) => match &picker.purpose {
            PickerPurpose::Waiting { waiting, .. } => {
                waiting.iter().map(|each| each.words.clone()).collect()
            }
            other => panic!("{other:?}"),
        },
        // Where nothing is kept the command is not to be had.
        _ => Vec::new(),
    };
    sitting.keys("<esc>");
    words
}

/// Somebody at a finding, with words that were pasted and wait.
fn with_waiting() -> Sitting {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("<tab>").paste(PROSE);
    to(&mut sitting, 0);
    sitting
}

#[test]
fn words_that_waited_wait_again_while_their_edit_is_undone_whichever_door_took_them() {
    for door in ["<ctrl-v><esc>", "<enter> <ctrl-v><esc>"] {
        let mut sitting = with_waiting();
        sitting.keys(door);
        assert!(listed(&mut sitting).is_empty(), "{door}");
        for _ in 0..2 {
            sitting.keys("u");
            assert_eq!(listed(&mut sitting), [PROSE], "{door}");
            to(&mut sitting, 0);
            sitting.keys("U");
            assert!(listed(&mut sitting).is_empty(), "{door}");
            to(&mut sitting, 0);
        }
        sitting.keys("u");
        to(&mut sitting, 1);
        sitting.keys("<enter> Another.<esc>");
        assert_eq!(listed(&mut sitting), [PROSE], "{door}");
        assert!(!sitting.texts().concat().contains(PROSE));
        let list = done(&sitting.kill(), &["recover"]);
        assert!(line(&list, PROSE).contains("wait for a place"), "{list}");
    }
}

#[test]
fn words_taken_back_one_by_one_in_a_box_are_had_whatever_comes_behind() {
    for after in ["z<esc>", "<esc>"] {
        let home = home();
        let mut sitting = at(&home, &path(&home), 0);
        sitting.keys("<tab>");
        to(&mut sitting, 0);
        sitting.keys("v");
        for word in PROSE.split_inclusive(' ') {
            sitting.keys(word);
        }
        for _ in 0..8 {
            sitting.keys("<ctrl-z>");
        }
        sitting.keys(after);
        let words = listed(&mut sitting);
        assert!(
            words.iter().any(|it| it.contains(PROSE)),
            "{after}: {words:?}"
        );
    }
}

#[test]
fn the_words_of_a_replacement_are_had_where_its_preview_is_left() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("/force<ctrl-r>").paste(PROSE);
    sitting.keys("<enter>");
    assert!(matches!(
        sitting.state.overlays.last(),
        Some(Overlay::Replacement(_))
    ));
    sitting.keys("<esc>");
    let words = listed(&mut sitting);
    assert!(words.iter().any(|it| it.contains(PROSE)), "{words:?}");
}

#[test]
fn lines_that_were_taken_in_as_findings_wait_again_while_that_is_undone() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    let lines = "The radios fail too often\nThe cars are old and slow";
    sitting.paste(lines);
    sitting.keys("<enter>");
    assert_eq!(sitting.texts().len(), 4, "{}", sitting.screen());
    sitting.keys("u=Other<esc>");
    assert_eq!(listed(&mut sitting), [lines]);
}

#[test]
fn a_step_that_is_undone_after_a_restart_lets_its_words_wait_again_too() {
    let mut sitting = with_waiting();
    sitting.keys("<ctrl-v><esc>");
    let home = sitting.kill();
    let mut sitting = at(&home, &path(&home), 0);
    assert_eq!(sitting.texts().len(), 3);
    while sitting.texts().len() > 2 {
        sitting.keys("u");
    }
    assert_eq!(listed(&mut sitting), [PROSE]);
}

#[test]
fn what_was_cut_waits_again_while_putting_it_back_is_undone() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("vAn interview with six<ctrl-u><esc><enter> <ctrl-v><esc>");
    assert!(sitting.texts()[0].contains("with six"));
    sitting.keys("u<enter> Other words.<esc>");
    let home = sitting.kill();
    let mut sitting = at(&home, &path(&home), 1);
    sitting.keys("<enter> <ctrl-v>");
    assert!(sitting.texts()[1].contains("An interview with six"));
}

#[test]
fn what_undo_took_out_is_listed_once_when_redo_leads_to_it_no_more_and_nobody_is_told() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("=The cars are old<esc>");
    while sitting.texts().len() > 2 {
        sitting.keys("u");
    }
    to(&mut sitting, 0);
    sitting.keys("=Other<esc>");
    let screen = sitting.screen();
    assert!(!screen.contains("words wait"), "{screen}");
    assert_eq!(listed(&mut sitting), ["The cars are old"]);
    let home = sitting.kill();
    assert!(!done(&home, &["recover"]).contains("The cars are old"));
    assert!(done(&home, &["recover", "--all"]).contains("The cars are old"));
    // Chosen there, they are put in where the cursor is: in a text, and as a finding where none is open.
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys(":what waits<enter><enter><esc>");
    let taken = |sitting: &Sitting| {
        let texts = sitting.texts();
        texts
            .iter()
            .filter(|it| it.contains("The cars are old"))
            .count()
    };
    assert_eq!(taken(&sitting), 1, "{}", sitting.screen());
    assert!(listed(&mut sitting).is_empty());
}

#[test]
fn the_last_words_that_undo_takes_back_letter_by_letter_are_no_entry_each() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("<enter> It answers <ctrl-z>x<ctrl-z>y<esc>");
    assert!(listed(&mut sitting).is_empty());
}

#[test]
fn each_text_that_typing_replaced_in_a_box_is_listed() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    let texts = [
        "Rota",
        "Minutes of the board in May",
        "A third record of evidence",
    ];
    for text in texts {
        sitting.keys("v").keys(text).keys("<esc>");
    }
    assert_eq!(listed(&mut sitting), [texts[1], texts[0]]);
    to(&mut sitting, 0);
    // A selection in a box is such a text too.
    sitting.keys("v<ctrl-alt-a>x<esc>");
    assert_eq!(listed(&mut sitting), [texts[2], texts[1], texts[0]]);
    let list = done(&sitting.kill(), &["recover", "--all"]);
    assert!(texts.iter().all(|text| list.contains(text)), "{list}");
}

#[test]
fn a_sentence_that_was_cut_is_listed_when_something_else_is_cut() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("<enter><ctrl-u><esc>vAn interview with six<ctrl-u><esc>");
    assert_eq!(listed(&mut sitting), ["The force answers."]);
}

/// Opens a list with a line to type in, by its keys.
const LISTS: [&str; 5] = ["/", "O", "t", ":", "o"];

#[test]
fn prose_in_the_line_of_any_list_is_kept_without_commands_and_told_of() {
    for list in LISTS {
        let home = home();
        let mut sitting = at(&home, &path(&home), 0);
        sitting.keys(list);
        sitting.send(Message::Burst(PROSE.to_owned()));
        assert_eq!(field(&sitting), PROSE, "{list}: {}", sitting.screen());
        sitting.keys("<esc>");
        let told = done(&sitting.kill(), &["recover"]);
        assert!(line(&told, PROSE).contains("search in"), "{list}: {told}");
        let mut sitting = at(&home, &path(&home), 0);
        sitting.keys(list).types_on("z").keys("<esc>");
        assert_eq!(listed(&mut sitting), [PROSE], "{list}");
        let told = done(&sitting.kill(), &["recover", "--all"]);
        assert!(
            line(&told, PROSE).ends_with(&format!(": {PROSE}")),
            "{list}: {told}"
        );
    }
}

#[test]
fn what_is_cut_in_the_line_of_any_list_is_put_back_by_the_key_for_that() {
    for list in LISTS {
        let home = home();
        let mut sitting = at(&home, &path(&home), 0);
        sitting.keys(list);
        sitting.send(Message::Burst(PROSE.to_owned()));
        sitting.keys("<ctrl-u><esc>");
        let home = sitting.kill();
        let told = done(&home, &["recover"]);
        assert!(
            told.contains(&format!("cut last: {PROSE}")),
            "{list}: {told}"
        );
        let mut sitting = at(&home, &path(&home), 0);
        sitting.keys("<enter> <ctrl-v>");
        assert!(sitting.texts()[0].contains(PROSE), "{list}");
    }
}

#[test]
fn words_that_wait_in_the_library_are_told_of_and_listed_there() {
    let mut library = Sitting::again(120, 40, Home::new());
    library.send(Message::Burst(PROSE.to_owned()));
    library.keys("<esc>");
    assert!(
        library.screen().contains("words wait"),
        "{}",
        library.screen()
    );
    assert_eq!(listed(&mut library), [PROSE]);
}

/// A cause of concern with a recommendation, and an item of evidence.
const CONCERN: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"concern\"\ntext = \"The force does not answer.\"\n";

/// Takes everything back.
fn undo_all(sitting: &mut Sitting) {
    while sitting.editor().undo_depth() > 0 {
        sitting.keys("u");
    }
}

#[test]
fn what_undo_took_out_of_whichever_text_is_listed_when_redo_leads_to_it_no_more() {
    let home = Home::new();
    let draft = home.write("data/assay/draft.toml", CONCERN);
    let mut sitting = at(&home, &draft, 0);
    // A recommendation with its deadline, in the details of the finding.
    sitting.keys("<space>aIt should answer every call.<esc>");
    sitting.keys("<down><enter>in three weeks<esc><esc>");
    let advice = &sitting.editor().assessment.findings[0].recommendations;
    assert_eq!(advice.len(), 1, "{}", sitting.screen());
    assert_eq!(advice[0].deadline, "in three weeks");
    undo_all(&mut sitting);
    to(&mut sitting, 0);
    sitting.keys("=Other<esc>");
    let words = listed(&mut sitting).concat();
    for text in ["It should answer every call.", "in three weeks"] {
        assert!(words.contains(text), "{text}: {words}");
    }
    let told = done(&sitting.kill(), &["recover", "--all"]);
    assert!(told.contains("It should answer every call."), "{told}");
}

#[test]
fn what_stood_in_the_place_of_other_words_that_were_taken_back_is_listed_too() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("<enter><ctrl-alt-a>The cars are old and slow.<esc>");
    sitting.keys("<enter><ctrl-alt-a>Nobody knows the rota.<esc>");
    undo_all(&mut sitting);
    to(&mut sitting, 1);
    sitting.keys("<enter> More.<esc>");
    let words = listed(&mut sitting).concat();
    for text in ["The cars are old and slow.", "Nobody knows the rota."] {
        assert!(words.contains(text), "{text}: {words}");
    }
}

#[test]
fn a_word_that_was_taken_back_is_listed_and_a_letter_or_what_stands_elsewhere_is_not() {
    for (typed, listing) in [
        (" Promptly", &["Promptly"][..]),
        (" x", &[]),
        (" listens", &[]),
    ] {
        let home = home();
        let mut sitting = at(&home, &path(&home), 0);
        sitting.keys(&format!("<enter>{typed}<ctrl-z>y<esc>"));
        assert_eq!(listed(&mut sitting), listing, "{typed}");
    }
    // In a box too.
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys("vRota<ctrl-z>z<esc>");
    assert_eq!(listed(&mut sitting), ["Rota"]);
}

#[test]
fn no_slip_of_a_key_pushes_a_sentence_out() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys(&format!("v{PROSE}<ctrl-z><esc>"));
    let before = listed(&mut sitting);
    assert!(before.iter().any(|it| it.contains(PROSE)), "{before:?}");
    to(&mut sitting, 0);
    sitting.keys("<enter> ");
    for nth in 0..60 {
        sitting.keys(&format!("slip{nth} <ctrl-z>"));
    }
    sitting.keys("y<esc>");
    let now = listed(&mut sitting);
    assert!(now.iter().any(|it| it.contains(PROSE)), "{now:?}");
    assert!(now.iter().any(|it| it == "slip59"), "{now:?}");
    assert!(now.len() < 60, "{}", now.len());
}

/// An inspection of two drafts.
const INSPECTION: &str =
    "format = 1\nid = \"coast\"\ntitle = \"Coast\"\ndrafts = [\"other.toml\"]\n";

#[test]
fn what_is_taken_back_in_an_inspection_is_listed_when_redo_leads_to_it_no_more() {
    let home = home();
    let file = home.write("data/assay/coast.toml", INSPECTION);
    let mut sitting = Sitting::resume(140, 40, home, &file);
    sitting.keys("t<ctrl-u>How they answer calls<enter>");
    sitting.keys("t<ctrl-u>Calls<enter>");
    sitting.keys("a<enter>");
    let drafts = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let grid = |sitting: &Sitting| {
        let grid = sitting.state.grid.as_ref();
        let grid = grid.unwrap_or_else(|| panic!("{}", sitting.screen()));
        (
            grid.inspection.title.clone(),
            grid.inspection.drafts.clone(),
        )
    };
    assert_eq!(
        grid(&sitting),
        ("Calls".to_owned(), drafts(&["other.toml", "draft.toml"]))
    );
    sitting.keys("uuu");
    assert_eq!(
        grid(&sitting),
        ("Coast".to_owned(), drafts(&["other.toml"]))
    );
    // It begins like what was taken back, and that is listed whole.
    sitting.keys("t<ctrl-u>How the force does<enter>");
    let words = listed_here(&mut sitting).join("\n");
    for text in ["How they answer calls", "Calls", "draft.toml"] {
        assert!(words.contains(text), "{text}: {words}");
    }
    // After a kill too, and they go into a box by the key for that.
    let home = sitting.kill();
    let told = done(&home, &["recover", "--all"]);
    assert!(told.contains("How they answer calls"), "{told}");
    let mut sitting = Sitting::resume(140, 40, home, &file);
    sitting.keys(":what waits<enter>");
    assert!(
        sitting.screen().contains("How they answer calls"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<enter>t<ctrl-v>");
    assert!(field(&sitting).contains("How they answer calls"));
}

#[test]
fn what_was_taken_back_before_a_kill_is_had_where_another_program_changed_the_file_meanwhile() {
    let home = home();
    let mut sitting = at(&home, &path(&home), 0);
    sitting.keys(&format!("={PROSE}<esc>")).pause();
    undo_all(&mut sitting);
    sitting.pause();
    let home = sitting.kill();
    let text = std::fs::read_to_string(path(&home)).expect("the draft");
    assert!(!text.contains(PROSE));
    let theirs = text.replace("The force listens.", "The force hears.");
    std::fs::write(path(&home), theirs).expect("the draft");
    let mut sitting = at(&home, &path(&home), 0);
    assert!(sitting.texts().concat().contains("hears"));
    let words = listed(&mut sitting);
    assert!(words.iter().any(|it| it.contains(PROSE)), "{words:?}");
}

#[test]
fn what_waited_and_was_answered_with_waits_no_more_until_that_is_undone() {
    let mut sitting = with_waiting();
    sitting.keys("v<ctrl-v><enter>");
    assert_eq!(sitting.editor().assessment.evidence[0].title, PROSE);
    assert!(listed(&mut sitting).is_empty());
    to(&mut sitting, 0);
    sitting.keys("u");
    assert!(sitting.editor().assessment.evidence.is_empty());
    assert_eq!(listed(&mut sitting), [PROSE]);
    // An inspection has its title so too.
    let home = home();
    let file = home.write("data/assay/coast.toml", INSPECTION);
    let mut sitting = Sitting::resume(140, 40, home, &file);
    sitting
        .paste(PROSE)
        .keys("t<ctrl-u><ctrl-v><ctrl-v><enter>");
    let grid = sitting.state.grid.as_ref().expect("an inspection");
    assert!(
        grid.inspection.title.contains(PROSE),
        "{}",
        grid.inspection.title
    );
    assert!(
        !sitting.screen().contains("words wait"),
        "{}",
        sitting.screen()
    );
}
