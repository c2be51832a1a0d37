//! An inspector's work at the screen, key by key through the real loop.

use assay::assessment::List;
use assay::store::format;

use crate::support::needs::acceptance;
use crate::support::sitting::Sitting;
use crate::support::typist;

#[test]
fn from_an_empty_folder_the_whole_statement_is_typed_in_and_printed() {
    let (Some(draft), Some(statement)) = (
        acceptance("city-of-london-2015.toml"),
        acceptance("statement.txt"),
    ) else {
        return;
    };
    let framework = assay::store::Frameworks::load(std::path::Path::new(""))
        .get("annual")
        .expect("built in");
    let known = framework.clone();
    let draft =
        format::read("draft", &draft, &move |_| Ok(known.clone())).expect("the draft is right");
    let mut hand = typist::types(&draft.assessment, &framework);
    assert_eq!(hand.sitting.statement().trim(), statement.trim());
    hand.keys("p<enter>");
    let screen = hand.sitting.screen();
    assert!(screen.contains("Printed to"), "{screen}");
    let printed = hand.sitting.home.drafts();
    let printed = std::fs::read_to_string(printed.join("city-of-london-police.txt"));
    assert_eq!(printed.expect("the print").trim(), statement.trim());
    println!("{} keys", hand.keys);
    assert!(hand.keys <= 2_900, "{} keys", hand.keys);
}

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");
const TO_FIRST_HEADING: &str = "<home><down><down><tab>";

fn example() -> Sitting {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys(TO_FIRST_HEADING);
    sitting
}

/// The lines that one text has and the other lacks, in both directions.
fn differing(before: &str, after: &str) -> Vec<String> {
    let gone = before
        .lines()
        .filter(|line| !after.contains(line))
        .map(|line| format!("- {line}"));
    let come = after
        .lines()
        .filter(|line| !before.contains(line))
        .map(|line| format!("+ {line}"));
    gone.chain(come).collect()
}

#[test]
fn esc_keeps_every_word() {
    let mut sitting = example();
    sitting.keys("+The constabulary keeps its word.<esc>");
    assert!(sitting.statement().contains("keeps its word."));
    assert!(
        sitting.file().contains("The constabulary keeps its word."),
        "saved on leaving the field"
    );
}

#[test]
fn a_pause_saves_and_a_reader_of_the_file_sees_one_line_changed() {
    let mut sitting = example();
    let before = sitting.file();
    sitting
        .keys("<enter><end><backspace> at all times.")
        .pause();
    let changed = differing(&before, &sitting.file());
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert!(changed[1].contains("at all times."), "{changed:?}");
}

#[test]
fn undo_takes_back_to_the_first_byte_and_redo_brings_all_of_it_again() {
    let mut sitting = example();
    let before = sitting.statement();
    sitting.keys("+The constabulary adds one.<esc>fpraise<esc>mVictims<enter>tconcern<enter>gnarrative<enter>");
    sitting.keys("dd<alt-down><tab><tab>");
    let after = sitting.statement();
    let steps = sitting.editor().undo_depth();
    assert!(steps > 3);
    sitting.keys(&"u".repeat(steps));
    assert_eq!(sitting.statement(), before);
    assert_eq!(sitting.editor().undo_depth(), 0);
    sitting.keys(&"U".repeat(steps));
    assert_eq!(sitting.statement(), after);
    sitting.keys(&"u".repeat(steps)).keys("<ctrl-s>");
    assert_eq!(
        sitting.file(),
        EXAMPLE,
        "comments and unknown keys of what was deleted are back as well"
    );
}

#[test]
fn a_finding_is_split_at_the_cursor_and_no_word_goes() {
    let mut sitting = example();
    sitting.keys("+The constabulary listens. it also acts.<ctrl-home>");
    sitting
        .keys(&"<ctrl-right>".repeat(4))
        .keys("<ctrl-t><esc>");
    let texts = sitting.texts();
    assert!(
        texts.iter().any(|text| text == "The constabulary listens."),
        "{texts:?}"
    );
    assert!(
        texts.iter().any(|text| text == "It also acts."),
        "{texts:?}"
    );
}

#[test]
fn a_finding_is_moved_to_another_heading_and_the_cursor_goes_with_it() {
    let mut sitting = example();
    let id = sitting.editor().assessment.findings[sitting.editor().finding().expect("a finding")]
        .id
        .clone();
    sitting.keys("mfinances<enter>");
    let editor = sitting.editor();
    let finding = &editor.assessment.findings[editor.finding().expect("a finding")];
    assert_eq!(
        (finding.id.as_str(), finding.heading.as_str()),
        (id.as_str(), "finances")
    );
}

#[test]
fn from_a_sentence_one_key_leads_to_its_finding_and_back() {
    let mut sitting = example();
    let finding = sitting.editor().finding();
    assert!(finding.is_some());
    sitting.keys("<tab>");
    let lit = sitting.editor().lit().expect("its sentence");
    assert_eq!(sitting.editor().sentence, lit);
    sitting.keys("<enter>");
    assert_eq!(sitting.editor().finding(), finding);
    sitting.keys("<tab><down><down><enter>");
    let editor = sitting.editor();
    let at = editor.finding().expect("another finding");
    let spoken = editor
        .document()
        .sentence(editor.sentence)
        .expect("the sentence");
    let source = assay::statement::Source::item(List::Findings, &editor.assessment.findings[at].id);
    assert!(spoken.sources.contains(&source));
}

#[test]
fn a_heading_can_be_carried_over_with_its_year() {
    let mut sitting = example();
    sitting.keys("ggood, carried over<enter>");
    assert!(sitting.screen().contains("From year"));
    sitting.keys("<home><down><enter>2017<esc>");
    let file = sitting.file();
    assert!(
        file.contains("state = \"carried-over\"") && file.contains("from = \"2017\""),
        "{file}"
    );
}

#[test]
fn a_body_is_found_by_a_few_letters_and_brings_its_noun() {
    let mut sitting = Sitting::new(100, 30);
    sitting.keys("ncity lon");
    assert!(sitting.screen().contains("City of London Police"));
    sitting.keys("<tab><enter><enter>");
    let subject = &sitting.editor().assessment.subject;
    assert_eq!(
        (subject.noun.as_str(), subject.spoken.as_str()),
        ("force", "the City of London Police")
    );
    assert!(
        sitting.file().contains("City of London Police"),
        "the draft has its file from the first moment"
    );
}

#[test]
fn a_figure_is_typed_once_offered_after_a_brace_and_spoken_everywhere() {
    let mut sitting = Sitting::new(120, 40);
    sitting.keys(
        "nWexmoor Constabulary<enter><enter><home><esc><end><tab>avisits<enter>3200<esc><esc><esc>",
    );
    sitting.keys("<home><down><down><tab>+The constabulary made {vis");
    assert!(sitting.screen().contains("{visits}"));
    sitting.keys("<tab> visits.<esc>");
    assert!(
        sitting
            .statement()
            .contains("The constabulary made 3,200 visits."),
        "{}",
        sitting.statement()
    );
}

#[test]
fn an_added_finding_that_stays_empty_goes_again() {
    let mut sitting = example();
    let before = sitting.file();
    sitting.keys("a<esc><ctrl-s>");
    assert_eq!(sitting.file(), before);
}

#[test]
fn a_paste_of_many_lines_is_one_text() {
    let mut sitting = example();
    sitting
        .keys("+")
        .paste("The constabulary\r\n\tpastes \u{ad}te\u{200b}xt of its \u{fb02}eet.")
        .keys("<down><enter>");
    let screen = sitting.screen();
    assert!(
        screen.contains("2 hidden characters were left out"),
        "{screen}"
    );
    let file = sitting.keys("<esc>").file();
    assert!(
        file.contains("The constabulary pastes text of its fleet."),
        "{file}"
    );
}

#[test]
fn words_are_selected_cut_and_put_in_elsewhere() {
    let mut sitting = example();
    sitting.keys("+one two three<ctrl-shift-left><ctrl-x><home><ctrl-v> <esc>");
    let at = sitting.editor().finding().expect("a finding");
    assert_eq!(
        sitting.editor().assessment.findings[at].text,
        "three one two "
    );
    assert_eq!(sitting.copied, ["three"]);
}

#[test]
fn the_statement_is_copied_to_the_clipboard_of_the_terminal() {
    let mut sitting = example();
    sitting.keys("y");
    assert_eq!(sitting.copied, [sitting.statement()]);
}

#[test]
fn leaving_saves_what_was_typed_a_moment_ago() {
    let mut sitting = example();
    sitting.keys("+The constabulary is in a hurry.");
    let home = sitting.leave();
    let file = std::fs::read_to_string(home.drafts().join("draft.toml")).expect("the draft");
    assert!(file.contains("is in a hurry."));
}

#[test]
fn the_library_copies_renames_filters_and_brings_back_from_the_trash() {
    let mut sitting = example();
    sitting.keys("q");
    assert!(sitting.screen().contains("1 draft"), "{}", sitting.screen());
    sitting.keys("c<down><enter>");
    assert!(sitting.screen().contains("2 drafts"));
    sitting.keys("r<ctrl-u>Another name<enter><down><enter>");
    assert!(sitting.home.drafts().join("another-name.toml").exists());
    sitting.keys("/another<enter>");
    assert!(sitting.screen().contains("1 of 2"), "{}", sitting.screen());
    sitting.keys("d<down><enter><esc>");
    assert!(!sitting.home.drafts().join("another-name.toml").exists());
    sitting.keys("u");
    assert!(sitting.home.drafts().join("another-name.toml").exists());
}

#[test]
fn a_draft_that_another_program_changed_is_not_written_over() {
    let mut sitting = example();
    let path = sitting.home.drafts().join("draft.toml");
    let theirs = EXAMPLE.replace("Wexmoor", "Westmoor");
    std::fs::write(&path, &theirs).expect("the other program");
    sitting.keys("+The constabulary is ours.<esc>");
    assert!(
        sitting
            .screen()
            .contains("Another program changed the draft"),
        "{}",
        sitting.screen()
    );
    let file = std::fs::read_to_string(&path).expect("the draft");
    assert!(file.contains("The constabulary is ours."), "ours: {file}");
    let missing: Vec<_> = theirs.lines().filter(|line| !file.contains(line)).collect();
    assert!(missing.is_empty(), "theirs: {missing:?}");
}

#[test]
fn a_draft_from_a_newer_assay_is_read_and_never_written() {
    let newer = EXAMPLE.replace("format = 1", "format = 2");
    let mut sitting = Sitting::at(120, 40, &newer);
    assert!(sitting.screen().contains("read only"));
    sitting
        .keys(TO_FIRST_HEADING)
        .keys("+x<esc>dt<esc><ctrl-s>")
        .pause();
    assert_eq!(sitting.file(), newer);
}

#[test]
fn the_palette_does_what_it_names() {
    let mut sitting = example();
    sitting.keys(":copy-statement<enter>");
    assert_eq!(sitting.copied.len(), 1);
}

#[test]
fn every_command_of_the_table_is_shown_in_help() {
    let mut sitting = Sitting::new(120, 40);
    sitting.keys("?");
    let rows = match sitting.state.overlays.last() {
        Some(assay::app::Overlay::Palette(help)) => help.list.all(),
        other => panic!("{other:?}"),
    };
    for entry in assay::app::TABLE {
        // Where something is missing it stands behind that.
        let says = |why: &String| why.starts_with(entry.help);
        let shown = rows.iter().filter(|row| {
            row.note == entry.help || row.note.is_empty() && row.unfit.as_ref().is_some_and(says)
        });
        assert_eq!(shown.count(), 1, "{}", entry.name);
    }
}

#[test]
fn enter_goes_on_to_the_next_finding_and_esc_ends_the_row() {
    let mut sitting = example();
    let before = sitting.editor().assessment.findings.len();
    sitting.keys("+The constabulary counts one.\nThe constabulary counts two.\n\n");
    let findings = &sitting.editor().assessment.findings;
    assert_eq!(findings.len(), before + 2);
    // An Enter in the middle cuts a finding in two, with every word kept.
    sitting.keys("<enter><ctrl-home><ctrl-right><ctrl-right><enter><esc>");
    let texts = sitting.texts();
    assert!(
        texts.iter().any(|text| text == "The constabulary")
            && texts.iter().any(|text| text == "Counts two."),
        "{texts:?}"
    );
}

#[test]
fn lines_typed_by_a_terminal_that_knows_no_paste_never_become_commands() {
    let mut sitting = example();
    let before = sitting.editor().assessment.findings.len();
    sitting.keys("+The constabulary has a draft.\ndddqqq and more.\nuuu<esc>");
    let findings = &sitting.editor().assessment.findings;
    assert_eq!(findings.len(), before + 3);
    assert!(
        findings
            .iter()
            .any(|finding| finding.text == "dddqqq and more.")
    );
}

#[test]
fn a_paragraph_led_by_its_needs_is_undone_where_the_eye_is() {
    let mut sitting = example();
    let before = sitting.statement();
    sitting.keys("]F");
    assert_ne!(sitting.statement(), before);
    let page = sitting.editor().page;
    sitting.keys("u");
    assert_eq!(sitting.statement(), before);
    assert_eq!(sitting.editor().page, page);
}

#[test]
fn a_finding_that_is_deleted_or_moved_and_brought_back_leaves_every_byte_of_the_file() {
    const COMMENTED: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n# alone\n\n# of the first\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force listens.\" # said\n\n# of the second\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The force answers.\"\n# below it\n";
    for keys in ["d", "J", "dd", "Jd"] {
        let mut sitting = Sitting::at(120, 40, COMMENTED);
        sitting.keys("<home><down><down><down><tab><home>");
        while sitting.editor().finding() != Some(0) {
            sitting.keys("<down>");
        }
        for key in keys.chars() {
            sitting.keys(&key.to_string()).pause();
        }
        assert_ne!(sitting.file(), COMMENTED, "{keys}");
        for _ in keys.chars() {
            sitting.keys("u").pause();
        }
        assert_eq!(sitting.file(), COMMENTED, "{keys}");
    }
}

#[test]
fn what_a_draft_knows_by_name_is_offered_behind_a_brace() {
    let mut sitting = Sitting::new(120, 40);
    sitting.keys("ncity of lon<enter><enter>");
    // The first thing that is not known of a new draft is who inspects.
    sitting.keys("<enter>Rosalind Achterberg<esc>]+{sp<tab> works with {metr<tab>.<esc>");
    let statement = sitting.statement();
    let spoken = "City of London Police works with the Metropolitan Police Service.";
    assert!(statement.contains(spoken), "{statement}");
    assert!(
        sitting.file().contains("{subject.spoken}"),
        "{}",
        sitting.file()
    );
}

#[test]
fn a_print_without_a_sentence_says_so_and_where_nobody_signs_no_name_is_missing() {
    let draft = "format = 1\nid = \"d\"\nframework = \"peel-2021\"\n\n[subject]\nname = \"Dorset Police\"\nnoun = \"force\"\n\n[period]\nlabel = \"2023\"\n";
    for (width, height) in [(120, 40), (40, 12)] {
        let mut sitting = Sitting::at(width, height, draft);
        assert!(
            !sitting.screen().contains("to fill in"),
            "{}",
            sitting.screen()
        );
        sitting.keys("p");
        let screen = sitting.screen();
        assert!(screen.contains("Nothing is spoken yet"), "{screen}");
        assert!(!screen.contains("Gaps in what"), "{screen}");
        // Where somebody signs, the name and what else is spoken and missing are named, before the file is written and after.
        let mut sitting = Sitting::at(width, height, &draft.replace("peel-2021", "annual"));
        sitting.keys("p");
        let screen = sitting.screen();
        assert!(screen.contains("Gaps in what is printed: 2"), "{screen}");
        sitting.keys("<enter>");
        let screen = sitting.screen();
        assert!(screen.contains("with 2 gaps, the"), "{screen}");
    }
}

#[test]
fn what_is_asked_first_is_read_in_full_in_a_narrow_window() {
    let mut sitting = Sitting::new(40, 12);
    for name in ["a-draft-with-a-long-name", "b"] {
        let path = format!("data/assay/{name}.toml");
        let draft = EXAMPLE.replace("id = \"", &format!("id = \"{name}"));
        sitting.home.write(&path, &draft);
    }
    sitting.keys("<ctrl-l><end>");
    for (key, choice) in [("c", "Make a copy"), ("d", "Put it in the trash")] {
        sitting.keys(key);
        let screen = sitting.screen();
        assert!(
            screen.contains("▌  Leave it as it is") && screen.contains(choice),
            "{screen}"
        );
        sitting.keys("<down>");
        let screen = sitting.screen();
        assert!(screen.contains(&format!("▌  {choice}")), "{screen}");
        let whole = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            whole.contains("beside this one, with an identity of its own.")
                || whole.contains("and it can be brought back."),
            "{screen}"
        );
        sitting.keys("<up><enter>");
        assert!(
            sitting.screen().contains("nothing was done"),
            "{}",
            sitting.screen()
        );
    }
    assert_eq!(
        std::fs::read_dir(sitting.home.drafts())
            .expect("a folder")
            .filter_map(Result::ok)
            .filter(|it| it.path().extension().is_some_and(|it| it == "toml"))
            .count(),
        2
    );
}

#[test]
fn hints_stay_while_they_are_needed() {
    for (width, height) in [(120, 40), (40, 12)] {
        let mut sitting = Sitting::at(width, height, EXAMPLE);
        sitting.keys("<home><down><down><tab>+");
        let words = |sitting: &Sitting| {
            let screen = sitting.screen().replace(['▌', '│'], " ");
            screen.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let hint = "In a sentence, as you would say";
        assert!(words(&sitting).contains(hint), "{}", sitting.screen());
        sitting.keys("The");
        assert!(words(&sitting).contains(hint), "{}", sitting.screen());
        sitting.keys(" force listens.<esc>");
        assert!(!words(&sitting).contains(hint), "{}", sitting.screen());
        // A key of another pane says where it is one.
        sitting.keys("<esc><esc>f");
        assert!(
            words(&sitting).contains("f is “frame” in the findings"),
            "{}",
            sitting.screen()
        );
        while sitting.editor().page_title(sitting.editor().page) != "Look-ahead" {
            sitting.keys("]");
        }
        sitting.keys("a");
        assert!(
            words(&sitting).contains("Begin with “how the"),
            "{}",
            sitting.screen()
        );
        sitting.keys("In the year ahead I will ");
        assert!(
            words(&sitting).contains("Begin with “how the"),
            "{}",
            sitting.screen()
        );
    }
}

#[test]
fn a_frame_that_does_not_fit_says_so_before_it_is_taken() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys("<home><down><down><tab>+The force listens to victims.<esc>fencouraged by");
    let screen = sitting.screen();
    assert!(screen.contains("It does not fit these words"), "{screen}");
    sitting.keys("<ctrl-u>pleased");
    let screen = sitting.screen();
    assert!(screen.contains("It would be spoken:"), "{screen}");
}
