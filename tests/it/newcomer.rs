//! What somebody who had read README alone took for wrong: keys that belonged to something else than what was shown, words
//! that stood for nothing where they were told, counts that differed from place to place.

use std::path::Path;

use assay::app::layout::Pane;
use assay::app::{Command, Detail, InspectionPage};
use assay::assessment::{FindingField, Place};
use assay::render::PrintFormat;

use crate::cli::{Run as _, err, out};
use crate::support::home::Home;
use crate::support::sitting::Sitting;

const CONCERN: &str = "format = 1\nid = \"fen\"\nframework = \"peel-2023\"\n\n[subject]\nname = \"Fenland Police\"\nnoun = \"force\"\n\n[inspector]\nname = \"A N Inspector\"\noffice = \"His Majesty's Inspector of Constabulary\"\n\n[period]\nlabel = \"2026\"\n\n[grades.investigating]\ngrade = \"inadequate\"\n\n[[findings]]\nid = \"f1\"\nheading = \"investigating\"\nkind = \"strength\"\ntext = \"The force trains its detectives well.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"investigating\"\nkind = \"concern\"\ntext = \"The force has a backlog of 1,240 cases.\"\n";

fn concern(width: u16, height: u16) -> Sitting {
    let mut sitting = Sitting::at(width, height, CONCERN);
    sitting.go_to_first("investigating");
    sitting
}

fn name(home: &Home, file: &str) -> String {
    home.path().join(file).to_string_lossy().into_owned()
}

fn hint(sitting: &Sitting) -> String {
    let status = sitting.state.status.as_ref();
    status.map_or_else(String::new, |status| status.text.clone())
}

/// Goes down to the concern.
fn go_to_concern(sitting: &mut Sitting) {
    for _ in 0..9 {
        if sitting.editor().finding() == Some(1) {
            return;
        }
        sitting.keys("<down>");
    }
    panic!("the concern is not met:\n{}", sitting.screen());
}

#[test]
fn the_next_problem_of_an_item_leaves_its_details_open_and_the_keys_are_theirs() {
    for (width, height) in [(120, 40), (80, 24)] {
        let mut sitting = concern(width, height);
        go_to_concern(&mut sitting);
        sitting.keys("<space>n");
        let editor = sitting.editor();
        assert_eq!(editor.detail(), Some(Detail::Finding(1)));
        assert!(
            sitting.screen().contains("› a finding"),
            "{}",
            sitting.screen()
        );
        // What is asked for is added there.
        sitting.keys("aBy March the force should clear it.<esc>");
        let draft = &sitting.editor().assessment;
        assert_eq!(draft.findings.len(), 2);
        let wanted = &draft.findings[1].recommendations[0].text;
        assert_eq!(wanted, "By March the force should clear it.");
    }
}

#[test]
fn whatever_led_to_another_item_the_rows_are_those_of_the_title() {
    let mut sitting = concern(120, 40);
    go_to_concern(&mut sitting);
    sitting.keys("<space>");
    for _ in 0..12 {
        sitting.keys("n");
        let editor = sitting.editor();
        let of_details = editor
            .rows
            .iter()
            .any(|row| matches!(row.place(), Some(Place::Finding(_, FindingField::Kind))));
        let shown = matches!(editor.detail(), Some(Detail::Finding(_)));
        assert_eq!(of_details, shown, "{}", sitting.screen());
    }
}

#[test]
fn what_a_concern_wants_is_near_the_top_and_the_end_of_a_form_is_seen() {
    let mut sitting = concern(80, 24);
    go_to_concern(&mut sitting);
    sitting.keys("<space>");
    let screen = sitting.screen();
    assert!(screen.contains("What is to be done about it"), "{screen}");
}

#[test]
fn a_number_is_made_a_figure_whatever_else_is_told_of_its_finding() {
    let mut sitting = concern(120, 40);
    go_to_concern(&mut sitting);
    let many = sitting.editor().problems_here().len();
    assert!(many > 1, "{many}");
    assert!(
        sitting.screen().contains(". make it a figure"),
        "{}",
        sitting.screen()
    );
    sitting.keys(".cases that wait<enter>");
    let text = &sitting.editor().assessment.findings[1].text;
    assert_eq!(text, "The force has a backlog of {cases-that-wait} cases.");
    // Where it is read its number stands, and its name where it is written.
    let screen = sitting.screen();
    assert!(screen.contains("a backlog of 1,240"), "{screen}");
    assert!(!screen.contains("{cases-that-wait} cases"), "{screen}");
    sitting.keys("<enter>");
    assert!(
        sitting.screen().contains("{cases-that-wait}"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn a_figure_that_the_house_spells_otherwise_says_so() {
    let mut sitting = concern(120, 40);
    sitting.keys("-The force answers 62 per cent of calls.<esc>.");
    for _ in 0..5 {
        if !sitting.state.overlays.is_empty() {
            break;
        }
        sitting.keys("n.");
    }
    sitting.keys("calls answered<enter>");
    let told = hint(&sitting);
    assert!(told.contains("spoken as “62 percent”"), "{told}");
}

#[test]
fn undo_in_a_text_stops_before_it_undoes_something_elsewhere() {
    let mut sitting = concern(120, 40);
    go_to_concern(&mut sitting);
    sitting.keys("<enter><end> It grows.<esc><up><enter><end> They stay.");
    let both = sitting.texts();
    sitting.keys("<ctrl-z>");
    for _ in 0..9 {
        if sitting.texts()[0] == "The force trains its detectives well." {
            break;
        }
        sitting.keys("<ctrl-z>");
    }
    assert_eq!(sitting.texts()[0], "The force trains its detectives well.");
    assert_eq!(sitting.texts()[1], both[1]);
    assert!(sitting.editor().typing.is_some());
    // One too many: nothing is done, and what the next one would do is said.
    sitting.keys("<ctrl-z>");
    assert_eq!(sitting.texts()[1], both[1]);
    assert!(sitting.editor().typing.is_some());
    assert!(sitting.state.overlays.is_empty());
    let told = hint(&sitting);
    assert!(
        told.contains("Nothing more was done to this text"),
        "{told}"
    );
    assert!(told.contains("Ctrl-Z again"), "{told}");
    sitting.keys("<ctrl-z>");
    assert_ne!(sitting.texts()[1], both[1]);
    let screen = sitting.screen();
    assert!(!screen.contains("beneath"), "{screen}");
}

#[test]
fn undo_says_which_words_of_two_long_texts_differ() {
    let mut sitting = concern(120, 40);
    while sitting.editor().pane != Pane::Statement {
        sitting.keys("<tab>");
    }
    sitting.keys("<end>");
    for _ in 0..9 {
        let at = sitting.editor().sentence;
        let sentence = sitting
            .editor()
            .document()
            .sentence(at)
            .expect("a sentence");
        if sentence.text.contains("backlog") {
            break;
        }
        sitting.keys("<up>");
    }
    sitting.keys("e<end> This must improve.<enter>");
    assert!(
        sitting.statement().contains("This must improve."),
        "{}",
        sitting.screen()
    );
    sitting.keys("e<end> And soon.<enter>u");
    let told = hint(&sitting);
    assert!(told.contains("And soon."), "{told}");
}

#[test]
fn what_is_stale_is_told_inside_as_it_is_told_outside() {
    let mut sitting = concern(120, 40);
    sitting.keys("opleased<enter>");
    assert!(!sitting.editor().assessment.overall.stance.is_empty());
    sitting.keys("]ggood<enter>]");
    let all = sitting.editor().problems().all();
    let inside = all.iter().any(|it| it.rule.id() == "opening-stale");
    assert!(inside, "{}", sitting.screen());
    let file = sitting.keys("<ctrl-s>").file();
    let home = &sitting.home;
    home.write("again.toml", &file);
    let told = out(&home.run(&["check", &name(home, "again.toml")]));
    assert!(told.contains("[opening-stale]"), "{told}");
}

#[test]
fn a_print_with_gaps_or_warnings_says_so_where_it_is_printed() {
    let home = Home::new();
    home.write("data/assay/fen.toml", CONCERN);
    let text = "format = 1\nid = \"m\"\ntitle = \"Rural crime\"\ndrafts = [\"fen.toml\"]\n";
    let path = home.write("data/assay/both.toml", text);
    let mut sitting = Sitting::resume(120, 40, home, &path);
    sitting.keys("p");
    let screen = sitting.screen();
    assert!(screen.contains("Gaps in what is printed: 1"), "{screen}");
    sitting.keys("<enter>").pause();
    let told = hint(&sitting);
    assert!(
        told.contains("with 1 gap, no day of publication (Esc, then D says it)"),
        "{told}"
    );
    let run = sitting.home.run(&["notice", &path.to_string_lossy()]);
    assert!(
        err(&run).contains("the day of publication, and there is none"),
        "{}",
        err(&run)
    );
    // A draft says how many warnings it stands under.
    let mut sitting = concern(120, 40);
    sitting.keys("p<enter>").pause();
    let told = hint(&sitting);
    assert!(
        told.contains("warning") && told.contains("c lists them"),
        "{told}"
    );
    let home = Home::new();
    let draft = home.write("fen.toml", CONCERN);
    let run = home.run(&["print", &draft.to_string_lossy()]);
    assert!(
        err(&run).contains("stand in the draft; `assay check` lists them"),
        "{}",
        err(&run)
    );
}

#[test]
fn the_page_of_a_print_names_where_the_grades_are_and_shows_no_tags() {
    for width in [120, 80] {
        let mut sitting = concern(width, 40);
        sitting.keys("p");
        let screen = sitting.screen();
        for key in ["r report", "g grades", "l left out"] {
            if width == 80 && key.starts_with('l') {
                // A line of the page names it.
                continue;
            }
            assert!(screen.contains(key), "{key} at {width}:\n{screen}");
        }
        assert!(screen.contains("g puts the grades below it"), "{screen}");
        sitting.keys("l");
        assert!(
            sitting.screen().contains("The grades on their scale"),
            "{}",
            sitting.screen()
        );
        sitting.keys("lh");
        let screen = sitting.screen();
        assert!(
            screen.contains("Print · HTML") && screen.contains("Fenland Police"),
            "{screen}"
        );
        assert!(
            !screen.contains("<!DOCTYPE") && !screen.contains("{ color"),
            "{screen}"
        );
        sitting.keys("<enter>").pause();
    }
    assert!(PrintFormat::ALL.len() > 3);
}

#[test]
fn a_hand_edit_is_told_in_a_list_without_the_turn_that_the_weaving_had_put_before_it() {
    let home = Home::new();
    let draft = CONCERN
        .replace("peel-2023", "annual")
        .replace("investigating", "victims")
        .replace("[grades.victims]\ngrade = \"inadequate\"\n\n", "")
        .replace("kind = \"concern\"", "kind = \"improvement\"")
        .replace("has a backlog of 1,240 cases", "needs to clear its backlog");
    let path = home.write("data/assay/fen.toml", &draft);
    let text = "format = 1\nid = \"m\"\ntitle = \"Rural crime\"\ndrafts = [\"fen.toml\"]\n";
    let inspection = home.write("data/assay/both.toml", text);
    let mut sitting = Sitting::resume(120, 40, home, &path);
    while sitting.editor().pane != Pane::Statement {
        sitting.keys("<tab>");
    }
    sitting.keys("<end>");
    assert!(
        sitting
            .statement()
            .contains("However, the force needs to clear its backlog."),
        "{}",
        sitting.statement()
    );
    sitting
        .keys("e<end> This must improve.<enter><ctrl-s>")
        .pause();
    let said = "However, the force needs to clear its backlog. This must improve.";
    assert!(
        sitting.statement().contains(said),
        "{}",
        sitting.statement()
    );
    let home = sitting.leave();
    let notice = out(&home.run(&["notice", &inspection.to_string_lossy()]));
    assert!(
        notice.contains("The force needs to clear its backlog. This must improve."),
        "{notice}"
    );
    assert!(!notice.contains("However"), "{notice}");
    // The edit itself stays as it was written.
    let printed = out(&home.run(&["print", &path.to_string_lossy()]));
    assert!(printed.contains(said), "{printed}");
    let mut sitting = Sitting::resume(120, 40, home, Path::new(&inspection));
    sitting.keys("<tab>");
    let grid = sitting.state.grid.as_ref().expect("an inspection is open");
    assert_eq!(grid.page, InspectionPage::Notice);
    assert!(
        !sitting.screen().contains("However"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn a_grade_is_not_taken_for_its_opposite() {
    let draft = CONCERN
        .replace("peel-2023", "annual")
        .replace("investigating", "victims");
    let mut sitting = Sitting::at(120, 40, &draft);
    sitting.go_to_first("victims");
    sitting.keys("gadeq");
    let screen = sitting.screen();
    assert!(!screen.contains("inadequate is"), "{screen}");
    sitting.keys("<enter>");
    assert!(
        !sitting.state.overlays.is_empty(),
        "nothing was there to be taken"
    );
    sitting.keys("<esc>ginad<enter>");
    assert!(sitting.state.overlays.is_empty());
}

#[test]
fn words_that_wait_are_offered_once_whatever_is_cut_meanwhile() {
    let mut sitting = concern(120, 40);
    sitting.pause().paste("words of no place").pause();
    sitting.keys("<enter>");
    assert!(
        hint(&sitting).contains("waits for a place"),
        "{}",
        hint(&sitting)
    );
    // The key that is rid of them is told at once.
    assert!(
        hint(&sitting).contains("Alt-r is rid of it"),
        "{}",
        hint(&sitting)
    );
    // Once more where what was cut comes before them, and not again whatever is cut then.
    sitting.keys("<end><ctrl-w><esc><enter>");
    assert!(
        hint(&sitting).contains("first, which was cut"),
        "{}",
        hint(&sitting)
    );
    sitting.keys("<end><ctrl-w><esc><enter>");
    assert!(
        !hint(&sitting).contains("waits for a place"),
        "{}",
        hint(&sitting)
    );
    assert!(
        sitting.screen().contains("· words wait"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn a_footer_names_no_key_without_its_words_and_headings_are_whole_where_there_is_room() {
    for width in [40, 56, 80] {
        let mut sitting = concern(width, 24);
        for keys in ["", "<tab>", "<tab>"] {
            sitting.keys(keys);
            for key in sitting
                .screen()
                .lines()
                .last()
                .unwrap_or_default()
                .split("  ")
            {
                let key = key.trim();
                assert!(key.is_empty() || key.contains(' '), "{key:?} at {width}");
            }
        }
    }
    let screen = concern(120, 40).screen();
    assert!(
        screen.contains("Preventing and deterring") || screen.contains("Preventing and"),
        "{screen}"
    );
    let headings: Vec<String> = screen
        .lines()
        .map(|line| line.chars().take(25).collect())
        .collect();
    assert!(!headings.iter().any(|line| line.contains('…')), "{screen}");
}

#[test]
fn the_names_beside_the_statement_are_not_broken_within_a_word() {
    let mut sitting = concern(120, 40);
    sitting.keys("s");
    let screen = sitting.screen();
    assert!(screen.contains("Investigating crime"), "{screen}");
}

#[test]
fn a_key_that_other_programs_have_says_that_it_is_none_here() {
    let mut sitting = concern(120, 40);
    sitting.keys("<f1>");
    assert!(
        hint(&sitting).contains("F1 is no key here; ? shows every key"),
        "{}",
        hint(&sitting)
    );
}

#[test]
fn what_narrowed_a_list_before_and_finds_nothing_hides_nothing() {
    let mut sitting = Sitting::at(120, 40, CONCERN);
    sitting.keys("o");
    let whole = sitting.screen();
    let rows = |screen: &str| screen.matches("of the performance of Fenland").count();
    assert!(rows(&whole) > 1, "{whole}");
    sitting.keys("zzz");
    assert_eq!(rows(&sitting.screen()), 0, "{}", sitting.screen());
    sitting.keys("<esc>o");
    let again = sitting.screen();
    assert_eq!(rows(&again), rows(&whole), "{again}");
    assert!(again.contains("zzz"), "{again}");
    // Prose is no filter: no row is taken over it.
    let prose = "Officers in the north told us that they were proud of their work";
    let mut sitting = Sitting::at(120, 40, CONCERN);
    sitting.keys("o");
    sitting.keys(&prose.replace(' ', "<space>"));
    sitting.keys("<esc>o<enter>");
    assert_eq!(sitting.editor().assessment.overall.stance, "");
    assert!(
        sitting.screen().contains("Officers in the north"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn who_goes_to_a_page_by_its_name_has_begun_no_search() {
    let mut sitting = Sitting::at(120, 40, CONCERN);
    sitting.keys("/investigating<enter>");
    assert!(sitting.editor().search.is_none());
    let keys = sitting.state.footer();
    let next = keys.iter().find(|it| it.command == Command::NextProblem);
    assert_eq!(next.map(|it| it.words.as_str()), Some("problem"));
    sitting.keys("/backlog<enter>");
    assert!(sitting.editor().search.is_some());
}

#[test]
fn enter_inside_a_finding_says_that_it_is_two_now() {
    let mut sitting = concern(120, 40);
    sitting.keys("e<home><ctrl-right><ctrl-right><enter>");
    assert_eq!(sitting.editor().assessment.findings.len(), 3);
    let told = hint(&sitting);
    assert!(
        told.contains("Split in two") && told.contains("Ctrl-Z"),
        "{told}"
    );
    sitting.keys("<ctrl-z>");
    assert_eq!(sitting.editor().assessment.findings.len(), 2);
}

#[test]
fn the_next_heading_takes_the_lit_sentence_along() {
    let mut sitting = Sitting::at(160, 40, include_str!("../../assets/examples/annual.toml"));
    sitting.keys("<home>]<tab><tab>");
    assert_eq!(sitting.editor().pane, Pane::Statement);
    let mut met = 0;
    for _ in 0..4 {
        sitting.keys("]");
        let editor = sitting.editor();
        let sentence = editor.document().sentence(editor.lit().unwrap()).unwrap();
        let id = sentence
            .sources
            .iter()
            .find_map(|it| it.id_in(assay::assessment::List::Findings));
        let Some(finding) = id.and_then(|id| editor.assessment.finding(id)) else {
            continue;
        };
        let page = editor.page_title(editor.page);
        let heading = editor.framework.judged(&finding.heading).unwrap();
        assert_eq!(heading.title, page);
        met += 1;
    }
    assert!(met > 1, "the example has findings under {met} headings");
}

#[test]
fn what_a_print_is_told_of_stands_beside_its_keys_with_the_way_to_them() {
    for (width, height) in [(120, 36), (80, 24)] {
        let mut sitting = concern(width, height);
        sitting.keys("p<enter>");
        let screen = sitting.screen();
        let lines: Vec<&str> = screen.lines().collect();
        let at = |words: &str| lines.iter().position(|line| line.contains(words));
        let (told, keys) = (at("Printed to").unwrap(), at("write file").unwrap());
        assert!(told.abs_diff(keys) <= 4, "{screen}");
        let told = hint(&sitting);
        assert!(told.contains("Esc, then c lists them"), "{told}");
        sitting.keys("<esc>c");
        assert!(
            sitting.screen().contains("What the checks tell"),
            "{}",
            sitting.screen()
        );
    }
}

#[test]
fn a_finding_that_goes_to_another_heading_is_told_of() {
    let mut sitting = concern(120, 40);
    go_to_concern(&mut sitting);
    sitting.keys("mvictims<enter>");
    assert_eq!(
        sitting.editor().assessment.findings[1].heading,
        "victims-service"
    );
    assert!(
        hint(&sitting).contains("Service for victims"),
        "{}",
        hint(&sitting)
    );
}

#[test]
fn the_library_says_a_year_once() {
    let home = Home::new();
    home.write(
        "data/assay/i.toml",
        "format = 1\nkind = \"inspection\"\nid = \"north\"\ntitle = \"Northern forces 2026\"\npublished = \"2026-05-12\"\ndrafts = []\n",
    );
    let sitting = Sitting::at_library(120, 40, home);
    let screen = sitting.screen();
    assert!(screen.contains("Northern forces 2026"), "{screen}");
    assert!(!screen.contains("2026 2026"), "{screen}");
}
