//! Whoever has not seen the program before is led to things and by words: what leads somewhere shows it, what a box is about
//! stands in it, the key that is wanted is named where it is wanted, and one mark means one thing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assay::app::layout::Pane;
use assay::app::{Command, Detail, EditorRow, Overlay, Page, SearchPlace, severity_mark};
use assay::assessment::{Kind, OverallField, Place, StatementField, SubjectField};
use assay::check::{Rule, Severity};

use crate::support::sitting::Sitting;

const SIZES: [(u16, u16); 4] = [(200, 60), (120, 40), (80, 24), (40, 12)];

const DRAFT: &str = "format = 1\nid = \"fen\"\nframework = \"peel-2023\"\n\n[subject]\nname = \"Fenland Police\"\nnoun = \"force\"\n\n[inspector]\nname = \"A N Inspector\"\noffice = \"His Majesty's Inspector of Constabulary\"\n\n[period]\nlabel = \"2026\"\n\n[grades.investigating]\ngrade = \"inadequate\"\n\n[[findings]]\nid = \"f1\"\nheading = \"investigating\"\nkind = \"strength\"\ntext = \"The force trains its detectives well.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"investigating\"\nkind = \"concern\"\ntext = \"The force has a backlog of 1,240 cases, and it does not know how long those have waited who have had no answer.\"\n";

const STALE: &str = "\n[[overrides]]\nsentence = \"f1\"\ntext = \"Detectives are well trained.\"\nbasis = \"0000000000000000\"\n";

fn at((width, height): (u16, u16), draft: &str) -> Sitting {
    let mut sitting = Sitting::at(width, height, draft);
    sitting.go_to_first("investigating");
    sitting
}

/// The row of the screen on which the choice is: the terminal's own cursor stands there.
fn chosen_row(sitting: &mut Sitting) -> String {
    let (_, y) = sitting.cursor_after_a_frame((0, 0));
    let screen = sitting.screen();
    screen
        .lines()
        .nth(usize::from(y))
        .unwrap_or_default()
        .to_owned()
}

fn footer(sitting: &Sitting) -> String {
    let screen = sitting.screen();
    screen.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_page_that_is_gone_to_by_its_name_is_shown_with_the_cursor_in_it() {
    for size in SIZES {
        for (words, title) in [
            ("overall", "Overall"),
            ("look", "Look-ahead"),
            ("treatment", "Treatment of the public"),
        ] {
            for pane in 0..3 {
                let mut sitting = Sitting::at(size.0, size.1, DRAFT);
                for _ in 0..pane {
                    sitting.keys("<tab>");
                }
                sitting.keys(":").keys(words);
                for _ in 0..9 {
                    let Some(Overlay::Palette(list)) = sitting.state.overlays.last() else {
                        panic!("no list:\n{}", sitting.screen());
                    };
                    let lit = list.list.lit_row().map(|row| row.label.clone());
                    if lit.as_deref() == Some(title) {
                        break;
                    }
                    sitting.keys("<down>");
                }
                sitting.keys("<enter>");
                let editor = sitting.editor();
                assert_eq!(editor.page_title(editor.page), title, "{size:?}");
                assert_eq!(editor.pane, Pane::Findings, "{size:?}");
                let screen = sitting.screen();
                assert!(screen.contains(title), "{screen}");
                // The arrows walk in the page, and not from page to page.
                sitting.keys("<down><down>");
                let editor = sitting.editor();
                assert_eq!(editor.page_title(editor.page), title, "{size:?}");
            }
        }
    }
}

#[test]
fn a_search_that_leads_to_a_title_goes_on_from_it() {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.keys("/").keys("crime").keys("<enter>");
    let mut pages = Vec::new();
    for _ in 0..12 {
        pages.push(sitting.editor().page);
        sitting.keys("n");
    }
    let titled = |sitting: &Sitting, page: &Page| sitting.editor().page_title(*page).to_owned();
    let titles: Vec<String> = pages.iter().map(|page| titled(&sitting, page)).collect();
    for title in [
        "Recording crime",
        "Preventing and deterring crime",
        "Investigating crime",
    ] {
        assert!(titles.iter().any(|it| it == title), "{titles:?}");
    }
}

#[test]
fn the_mark_of_a_warning_is_the_same_in_header_row_list_and_message_and_advice_has_another() {
    let mut sitting = at((120, 40), DRAFT);
    let screen = sitting.screen();
    let header = screen.lines().next().unwrap_or_default();
    assert!(
        header.contains(severity_mark(Severity::Warning)),
        "{screen}"
    );
    let many = sitting.editor().problems().all().len();
    for _ in 0..many {
        sitting.keys("n");
        let told = sitting.editor().problem_here().expect("a problem").severity;
        let screen = sitting.screen();
        let which = format!(" of {many} · ");
        let message = screen.lines().find(|line| line.contains(&which));
        let message = message.unwrap_or_default();
        assert!(
            message.starts_with(severity_mark(told)),
            "{told:?}:\n{screen}"
        );
    }
    sitting.keys("c");
    let Some(Overlay::Problems(list)) = sitting.state.overlays.last() else {
        panic!("no list");
    };
    let told = list.problem().expect("a problem").severity;
    let row = chosen_row(&mut sitting);
    assert!(row.contains(severity_mark(told)), "{row}");
}

#[test]
fn no_other_thing_has_the_mark_of_a_warning_or_of_advice() {
    let marks = [Severity::Error, Severity::Warning, Severity::Advice].map(severity_mark);
    for kind in [
        Kind::Strength,
        Kind::Improvement,
        Kind::Concern,
        Kind::Practice,
        Kind::Context,
    ] {
        assert!(!marks.contains(&kind.sign()));
    }
    // What is counted beside a heading has the signs that findings have.
    let sitting = Sitting::at(120, 40, DRAFT);
    let screen = sitting.screen();
    let counts = format!("+1 {}1", Kind::Concern.sign());
    assert!(screen.contains(&counts), "{screen}");
    // A message about what was done is neither.
    let mut sitting = at((120, 40), DRAFT);
    sitting.keys("d");
    let screen = sitting.screen();
    let message = screen
        .lines()
        .find(|line| line.contains("Deleted"))
        .unwrap_or_default();
    assert!(
        marks.iter().all(|mark| !message.starts_with(mark)),
        "{screen}"
    );
}

/// Whatever leads somewhere shows it: the row of the choice is on the screen, and no message lies over it.
#[test]
fn what_a_message_leads_to_is_on_the_screen_in_the_smallest_window() {
    for draft in [DRAFT.to_owned(), format!("{DRAFT}{STALE}")] {
        let mut sitting = at((40, 12), &draft);
        let many = sitting.editor().problems().all().len();
        for key in ["n", "N"] {
            for _ in 0..many + 2 {
                sitting.keys(key);
                let row = chosen_row(&mut sitting);
                // The choice has its bar where no message lies over it.
                assert!(row.starts_with('▌'), "{row}\n{}", sitting.screen());
                let screen = sitting.screen();
                let told = screen.lines().position(|line| line.contains(" of "));
                assert!(told.is_some(), "{screen}");
            }
        }
        for nth in 0..many {
            sitting.keys("c");
            for _ in 0..nth {
                sitting.keys("<down>");
            }
            sitting.keys("<enter>");
            if !sitting.state.overlays.is_empty() {
                sitting.keys("<esc>");
                continue;
            }
            let row = chosen_row(&mut sitting);
            assert!(row.starts_with('▌'), "{row}\n{}", sitting.screen());
        }
    }
}

#[test]
fn behind_the_last_field_of_a_recommendation_another_is_one_key_away_and_esc_is_done() {
    for size in SIZES {
        let mut sitting = at(size, DRAFT);
        sitting.keys("<down><space>a").keys("Clear the backlog.");
        sitting.keys("<enter>").keys("31 March 2027");
        sitting.keys("<enter>").keys("the chief constable");
        sitting.keys("<enter>");
        assert!(sitting.editor().typing.is_none());
        assert!(
            footer(&sitting).contains("a another recommendation")
                || footer(&sitting).contains("a add"),
            "{}",
            sitting.screen()
        );
        // It is one key away, and after it the same holds.
        sitting
            .keys("a")
            .keys("Say how.")
            .keys("<enter><enter><enter>");
        let concern = &sitting.editor().assessment.findings[1];
        assert_eq!(concern.recommendations.len(), 2);
        assert_eq!(sitting.editor().assessment.findings.len(), 2);
        // A key before and a key after, Esc is done with the form and stays in the details.
        sitting.keys("<esc>");
        assert_eq!(sitting.editor().detail(), Some(Detail::Finding(1)));
        sitting
            .keys("a")
            .keys("Say when.")
            .keys("<enter><enter><esc>");
        assert_eq!(sitting.editor().detail(), Some(Detail::Finding(1)));
        sitting.keys("a").keys("Say to whom.").keys("<esc>");
        let draft = &sitting.editor().assessment;
        assert_eq!(draft.findings[1].recommendations.len(), 4);
        assert_eq!(draft.findings.len(), 2);
        sitting.keys("<esc>");
        assert_eq!(sitting.editor().detail(), None);
    }
}

#[test]
fn a_finding_without_evidence_is_offered_the_key_for_it_at_every_width() {
    for size in SIZES {
        let mut sitting = at(size, DRAFT);
        for _ in 0..2 {
            assert!(
                footer(&sitting).contains("v evidence"),
                "{}",
                sitting.screen()
            );
            sitting.keys("<down>");
        }
        // Where there is some, what is to be done next has the room.
        sitting
            .keys("v")
            .keys("Audit of March 2026")
            .keys("<enter>");
        let keys = sitting.state.footer();
        let at = keys
            .iter()
            .position(|it| it.command == Command::RecordEvidence);
        assert!(at > Some(1), "{keys:?}");
    }
}

#[test]
fn a_box_quotes_what_it_asks_about() {
    for size in SIZES {
        let mut sitting = at(size, DRAFT);
        for key in ["v", "V"] {
            sitting.keys(key);
            let screen = sitting.screen();
            assert!(screen.contains("“The force trains its"), "{screen}");
            sitting.keys("<esc>");
        }
        sitting.keys("<down>.");
        let screen = sitting.screen();
        assert!(screen.contains("What does “1,240” count?"), "{screen}");
        assert!(screen.contains("“The force has a backlog"), "{screen}");
        sitting.keys("<esc>x<up>xv");
        let screen = sitting.screen();
        assert!(screen.contains("and 1 more"), "{screen}");
    }
}

fn stale(size: (u16, u16)) -> Sitting {
    let mut sitting = at(size, &format!("{DRAFT}{STALE}"));
    while sitting.editor().pane != Pane::Statement {
        sitting.keys("<tab>");
    }
    sitting.keys("<home>");
    for _ in 0..9 {
        let editor = sitting.editor();
        if editor.stale().first().and_then(|it| it.sentence) == Some(editor.sentence) {
            break;
        }
        sitting.keys("<down>");
    }
    sitting.keys("e");
    sitting
}

#[test]
fn the_box_of_a_stale_sentence_shows_what_would_be_woven_now() {
    for size in SIZES {
        let mut sitting = stale(size);
        for choice in ["e ", "o ", "t ", "Esc "] {
            let screen = sitting.screen();
            let keys = screen.lines().rev().find(|line| line.contains("Esc back"));
            let keys = keys.unwrap_or_default();
            assert!(keys.contains(choice), "{choice}:\n{screen}");
        }
        sitting.keys("e");
        let screen = sitting.screen();
        assert!(screen.contains("Woven now: “The force trains"), "{screen}");
        assert!(screen.contains("Detectives are well trained."), "{screen}");
    }
}

#[test]
fn letters_on_the_page_of_a_stale_sentence_go_into_the_box_of_it() {
    for size in SIZES {
        let mut sitting = stale(size);
        sitting.keys("T").types_on("hey pass their exams.");
        let Some(Overlay::Question(question)) = sitting.state.overlays.last() else {
            panic!("no box:\n{}", sitting.screen());
        };
        let words = question.field.text();
        assert_eq!(words, "Detectives are well trained. They pass their exams.");
        sitting.keys("<enter>");
        assert!(
            sitting.statement().contains("They pass their exams."),
            "{}",
            sitting.screen()
        );
        // They wait nowhere else.
        let screen = sitting.screen();
        assert!(!screen.contains("words wait"), "{screen}");
    }
}

/// What is told of is met by a key that is named, and that does something where going to it leads.
#[test]
fn what_the_checks_tell_names_a_key_that_does_something_there() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut files: Vec<PathBuf> = fs::read_dir(data.join("checks"))
        .expect("the drafts")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let five = fs::read_to_string(data.join("frameworks/five.toml")).expect("the framework");
    // They stand in the file alone.
    let in_file = [
        Rule::IdTwice,
        Rule::UnknownHeadingGraded,
        Rule::UnknownParagraph,
        Rule::NoteOnNothing,
        Rule::AcceptedWithoutWhy,
        Rule::AcceptedNothing,
        Rule::AcceptedUnknownRule,
    ];
    // Keys for elsewhere, which say where that is.
    let elsewhere = ["on a finding", "on the concern", "finds Answers"];
    let (mut met, mut without) = (BTreeSet::new(), Vec::new());
    for file in files {
        let draft = fs::read_to_string(&file).expect("a draft");
        let mut sitting = Sitting::new(200, 60);
        sitting.home.write("frameworks/five.toml", &five);
        sitting.open(&draft);
        if sitting.state.editor.is_none() {
            continue;
        }
        let many = sitting.editor().problems().all().len();
        for _ in 0..many {
            sitting.keys("n");
            let Some(problem) = sitting.editor().problem_here().cloned() else {
                continue;
            };
            let told = sitting
                .state
                .status
                .as_ref()
                .map_or("", |it| it.text.as_str());
            let Some((_, remedy)) = told.split_once(&format!("{}; ", problem.what)) else {
                continue;
            };
            met.insert(problem.rule.id());
            if in_file.contains(&problem.rule) {
                continue;
            }
            let Some(keys) = remedy.strip_suffix(&format!(": {}", problem.remedy)) else {
                without.push(format!("{}: {told}", problem.rule));
                continue;
            };
            let scope = sitting.state.scope();
            let able = |key: &str| {
                let mut here = sitting.state.commands_here().into_iter();
                here.any(|(entry, can)| {
                    can.is_ok() && sitting.state.key(scope, entry.command) == key
                })
            };
            for way in keys.split(", ") {
                let (key, words) = way.split_once(' ').unwrap_or((way, ""));
                if !elsewhere.contains(&words) && !able(key) {
                    without.push(format!("{} in {scope:?}: {way} of {told}", problem.rule));
                }
            }
        }
    }
    assert!(without.is_empty(), "{without:#?}");
    assert!(met.len() > 80, "{met:?}");
}

#[test]
fn the_reason_of_a_sentence_by_hand_is_asked_for_by_the_key_that_is_named() {
    let by_hand = "\n[[overrides]]\nsentence = \"f1\"\ntext = \"Detectives are well trained.\"\n";
    let mut sitting = at((120, 40), &format!("{DRAFT}{by_hand}"));
    let many = sitting.editor().problems().all().len();
    for _ in 0..many {
        sitting.keys("n");
        if sitting.editor().problem_here().map(|it| it.rule) == Some(Rule::EditWithoutWhy) {
            break;
        }
    }
    let told = sitting
        .state
        .status
        .as_ref()
        .map_or("", |it| it.text.as_str());
    assert!(told.contains("; r "), "{told}");
    sitting.keys("r");
    let screen = sitting.screen();
    assert!(
        screen.contains("“Detectives are well trained.”"),
        "{screen}"
    );
    sitting.keys("Shorter.").keys("<enter>");
    assert_eq!(sitting.editor().assessment.overrides[0].why, "Shorter.");
    let all = sitting.editor().problems().all();
    assert!(all.iter().all(|it| it.rule != Rule::EditWithoutWhy));
    // It is there to be changed, and undo takes it back.
    sitting.keys("r");
    assert!(
        sitting.screen().contains("Shorter."),
        "{}",
        sitting.screen()
    );
    sitting.keys("<esc>u");
    assert_eq!(sitting.editor().assessment.overrides[0].why, "");
}

#[test]
fn a_field_whose_value_is_in_force_from_elsewhere_shows_it_until_something_is_typed() {
    let framework = "annual";
    let draft = DRAFT
        .replace("peel-2023", framework)
        .replace("investigating", "victims");
    for size in SIZES {
        for (label, place) in [
            ("Remit", Place::Statement(StatementField::Remit)),
            ("Title", Place::Statement(StatementField::Title)),
            ("Noun", Place::Subject(SubjectField::Noun)),
        ] {
            let draft = draft.replace("noun = \"force\"\n", "");
            let mut sitting = Sitting::at(size.0, size.1, &draft);
            sitting.keys(":about<space>page<enter><home>");
            for _ in 0..40 {
                let row = sitting.editor().current().and_then(|row| row.place());
                if row.as_ref() == Some(&place) {
                    break;
                }
                sitting.keys("<down>");
            }
            let before = sitting.editor().stand_in(&place).expect("it is in force");
            let begins: String = before.chars().take(8).collect();
            let labels = |screen: &str| {
                let labels = [
                    "Title",
                    "Greeting",
                    "Remit",
                    "Last words",
                    "Marking",
                    "Noun",
                ];
                labels.into_iter().filter(|it| screen.contains(it)).count()
            };
            let shown = labels(&sitting.screen());
            sitting.keys("<enter>");
            assert!(sitting.editor().typing.is_some(), "{label}");
            let screen = sitting.screen();
            let row = screen
                .lines()
                .find(|line| line.contains(&format!("▌{label} ")));
            assert!(
                row.is_some_and(|row| row.contains(&begins)),
                "{label} at {size:?}:\n{screen}"
            );
            // Names that are offered push other rows down, and hide none in a window that has room.
            if size.1 > 30 {
                assert!(labels(&screen) >= shown, "{screen}");
            }
            assert_eq!(sitting.editor().assessment.text(&place), Some(""));
            sitting.keys("Qu");
            let screen = sitting.screen();
            let row = screen
                .lines()
                .find(|line| line.contains(&format!("▌{label} ")));
            let row = row.map(|row| row.trim_end().to_owned() + "  ");
            let value = row.as_deref().and_then(|row| row.split_once(label));
            let value = value.map_or("", |(_, behind)| behind.trim_start_matches([' ', '!', '◇']));
            assert!(value.split("  ").next() == Some("Qu"), "{screen}");
        }
    }
}

/// What is taken back is called what the screen calls it, and by no word of the file.
#[test]
fn undo_calls_each_field_what_its_label_says() {
    for page in ["about page", "overall"] {
        let mut sitting = Sitting::at(120, 60, DRAFT);
        sitting
            .keys(":")
            .keys(&page.replace(' ', "<space>"))
            .keys("<enter><home>");
        let mut seen = BTreeSet::new();
        for _ in 0..60 {
            let row = sitting.editor().current().cloned();
            let place = row.as_ref().and_then(|row| row.place());
            if let Some((place, label)) = place.and_then(|it| Some((it.clone(), it.shown_label()?)))
                && seen.insert(format!("{place:?}"))
            {
                assert!(sitting.state.editor.is_some(), "{label}");
                let before = sitting.editor().assessment.clone();
                // Another value, typed or chosen.
                sitting.keys("<enter>");
                match sitting.editor().typing.is_some() {
                    true => sitting.keys("2031<esc>"),
                    false => sitting.keys("<down><enter>"),
                };
                while !sitting.state.overlays.is_empty() {
                    sitting.keys("<esc>");
                }
                assert!(sitting.state.editor.is_some(), "{label}");
                if sitting.editor().assessment == before {
                    sitting.keys("<down>");
                    continue;
                }
                sitting.keys("u");
                let told = sitting
                    .state
                    .status
                    .as_ref()
                    .map_or("", |it| it.text.as_str());
                let word = match label {
                    "Why" => "reason".to_owned(),
                    label => label.to_lowercase(),
                };
                assert!(told.to_lowercase().contains(&word), "{label}: {told}");
            }
            sitting.keys("<down>");
        }
        assert!(seen.len() > 2, "{page}: {seen:?}");
    }
}

#[test]
fn the_library_says_how_many_headings_are_to_be_graded() {
    let mut sitting = Sitting::at(80, 24, DRAFT);
    sitting.keys("q").pause();
    let screen = sitting.screen();
    assert!(screen.contains("8 to grade"), "{screen}");
}

#[test]
fn a_word_of_the_page_is_found_in_help_and_among_the_commands() {
    for key in [":", "?"] {
        for (words, place) in [
            ("closing", Place::Statement(StatementField::Closing)),
            ("marking", Place::Overall(OverallField::Marking)),
        ] {
            let mut sitting = Sitting::at(120, 40, DRAFT);
            sitting.keys("<tab>").keys(key).keys(words);
            let Some(Overlay::Palette(list)) = sitting.state.overlays.last() else {
                panic!("no list:\n{}", sitting.screen());
            };
            assert!(
                list.list.shown().len() > 0,
                "{words}:\n{}",
                sitting.screen()
            );
            for _ in 0..9 {
                let Some(Overlay::Palette(list)) = sitting.state.overlays.last() else {
                    break;
                };
                if list.chosen_place() == Some(&SearchPlace::Text(place.clone())) {
                    break;
                }
                sitting.keys("<down>");
            }
            sitting.keys("<enter>");
            let row = sitting.editor().current().and_then(|row| row.place());
            assert_eq!(row, Some(place), "{key}{words}:\n{}", sitting.screen());
        }
    }
}

#[test]
fn words_that_wait_are_put_where_the_cursor_is_or_it_is_said_why_not() {
    let mut sitting = at((120, 40), DRAFT);
    sitting.paste("The force listens.");
    sitting.keys("<alt-k><enter>");
    assert!(
        sitting
            .texts()
            .iter()
            .any(|text| text == "The force listens."),
        "{}",
        sitting.screen()
    );
    assert!(
        !sitting.screen().contains("words wait"),
        "{}",
        sitting.screen()
    );
    // In a text they go where it is typed in.
    sitting.keys("<esc>").paste("It hears them.");
    sitting.keys("<enter><end> <alt-k><enter>");
    assert!(
        sitting
            .texts()
            .iter()
            .any(|text| text.contains("It hears them.")),
        "{}",
        sitting.screen()
    );
    // Where they have no place, that is said.
    sitting.keys("<esc>").paste("Nowhere yet.");
    sitting.keys(":about<space>page<enter><alt-k><enter>");
    let told = sitting
        .state
        .status
        .as_ref()
        .map_or("", |it| it.text.as_str());
    assert!(told.contains("no findings stand here"), "{told}");
    assert!(told.contains("Ctrl-V"), "{told}");
}

#[test]
fn where_findings_are_moved_to_shows_how_each_of_them_would_be_spoken() {
    let mut sitting = at((120, 40), DRAFT);
    sitting.keys("x<down>xm");
    let screen = sitting.screen();
    assert!(screen.contains("Move to · 2 findings"), "{screen}");
    for words in ["trains its detectives", "has a backlog"] {
        let (_, spoken) = screen.split_once("It would be spoken:").unwrap_or_default();
        assert!(spoken.contains(words), "{screen}");
    }
}

#[test]
fn a_grade_that_is_not_looked_at_takes_few_rows_in_a_low_window() {
    let mut sitting = at((80, 24), DRAFT);
    let rows = |sitting: &Sitting| {
        let screen = sitting.screen();
        let rows: Vec<&str> = screen.lines().collect();
        let at = |label: &str| {
            rows.iter()
                .position(|row| row.trim_start_matches(['▌', ' ']).starts_with(label))
                .unwrap_or(0)
        };
        at("Why ") - at("Grade ")
    };
    assert!(rows(&sitting) <= 2, "{}", sitting.screen());
    // Its meaning is told where it is looked at.
    sitting.keys("<home>");
    assert!(
        sitting.screen().contains("it means"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn nothing_that_is_replaced_says_why() {
    let mut sitting = at((80, 24), DRAFT);
    sitting.keys("/backl<ctrl-r>dead<enter>");
    let screen = sitting.screen();
    assert!(
        screen.contains("in 0 of 1 text: it is part of longer"),
        "{screen}"
    );
}

#[test]
fn every_field_of_the_whole_is_gone_to_by_its_label() {
    let mut sitting = Sitting::at(120, 60, DRAFT);
    let mut fields = Vec::new();
    for page in ["about<space>page", "overall"] {
        sitting.keys(":").keys(page).keys("<enter>");
        let rows = sitting.editor().rows.iter();
        let rows = rows.filter(|row| matches!(row, EditorRow::Field(_)));
        fields.extend(rows.filter_map(EditorRow::place));
    }
    assert!(fields.len() > 15, "{fields:?}");
    for place in fields {
        let label = place.shown_label().expect("a label");
        sitting.keys(":").keys(&label.replace(' ', "<space>"));
        for _ in 0..30 {
            let Some(Overlay::Palette(list)) = sitting.state.overlays.last() else {
                break;
            };
            if list.chosen_place() == Some(&SearchPlace::Text(place.clone())) {
                break;
            }
            sitting.keys("<down>");
        }
        sitting.keys("<enter>");
        let row = sitting.editor().current().and_then(|row| row.place());
        assert_eq!(row, Some(place), "{label}:\n{}", sitting.screen());
        while !sitting.state.overlays.is_empty() {
            sitting.keys("<esc>");
        }
    }
}

#[test]
fn why_a_paragraph_stands_where_it_does_is_said_with_what_its_sentence_stands_on() {
    let two = DRAFT.replacen("heading = \"investigating\"", "heading = \"responding\"", 1);
    let mut sitting = Sitting::at(120, 40, &two);
    let plan = sitting.editor().framework.plan.clone();
    assert!(plan.len() > 1, "the framework has an order of its own");
    while sitting.editor().pane != Pane::Statement {
        sitting.keys("<tab>");
    }
    sitting.keys("<end>i");
    let screen = sitting.screen();
    assert!(screen.contains("Its place: PEEL"), "{screen}");
    assert!(screen.contains("Investigating crime"), "{screen}");
}

#[test]
fn two_deadlines_of_one_recommendation_are_told_of_and_one_is_not() {
    let advice = |text: &str, by: &str| {
        format!("{DRAFT}\n[[findings.recommendations]]\ntext = \"{text}\"\ndeadline = \"{by}\"\n")
    };
    for (text, by, told) in [
        (
            "By 31 March 2027, the force should act.",
            "within 3 months",
            true,
        ),
        (
            "By 31 March 2027, the force should act.",
            "2027-03-31",
            false,
        ),
        (
            "Within 3 months, the force should act.",
            "within 3 months",
            false,
        ),
        ("The force should act, and soon.", "within 3 months", false),
    ] {
        let sitting = Sitting::at(120, 40, &advice(text, by));
        let all = sitting.editor().problems().all();
        let is = all.iter().any(|it| it.rule == Rule::DeadlineTwice);
        assert_eq!(is, told, "{text} {by}");
    }
}
