//! What somebody new to the program expected of a key, of a message, of a list, and did not find.

use assay::app::layout::Pane;
use assay::app::{Overlay, Page};
use assay::assessment::{FindingField, PeriodField, Place};
use assay::config::Config;

use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"fen\"\nframework = \"peel-2023\"\n\n[subject]\nname = \"Fenland Police\"\nnoun = \"force\"\n\n[inspector]\nname = \"A N Inspector\"\noffice = \"His Majesty's Inspector of Constabulary\"\n\n[period]\nlabel = \"2026\"\n\n[grades.investigating]\ngrade = \"requires-improvement\"\n\n[[findings]]\nid = \"f1\"\nheading = \"investigating\"\nkind = \"strength\"\ntext = \"The force trains its detectives well.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"investigating\"\nkind = \"concern\"\ntext = \"The force has a backlog of cases.\"\n";

fn hint(sitting: &Sitting) -> String {
    let status = sitting.state.status.as_ref();
    status.map_or_else(String::new, |status| status.text.clone())
}

fn at_first(width: u16, height: u16) -> Sitting {
    let mut sitting = Sitting::at(width, height, DRAFT);
    sitting.go_to_first("investigating");
    sitting
}

/// Goes to a field of the first page.
fn to_field(sitting: &mut Sitting, place: &Place) {
    sitting.keys("<home><tab><home>");
    for _ in 0..30 {
        let row = sitting.editor().current().and_then(|row| row.place());
        if row.as_ref() == Some(place) {
            return;
        }
        sitting.keys("<down>");
    }
    panic!("no such field:\n{}", sitting.screen());
}

#[test]
fn tab_leads_to_the_next_pane_whenever_a_text_was_left_by_the_way_out() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        for field in [PeriodField::Label, PeriodField::FieldworkFrom] {
            let mut sitting = Sitting::at(width, height, DRAFT);
            to_field(&mut sitting, &Place::Period(field));
            sitting.keys("<enter><ctrl-u>1 May 2024<esc>");
            assert!(
                !sitting.screen().contains("next field"),
                "{}",
                sitting.screen()
            );
            sitting.keys("<tab>");
            assert_eq!(
                sitting.editor().pane,
                Pane::Statement,
                "{}",
                sitting.screen()
            );
            assert!(sitting.editor().typing.is_none());
        }
    }
}

#[test]
fn where_tab_goes_from_field_to_field_the_footer_says_so_at_every_width() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut sitting = Sitting::at(width, height, DRAFT);
        to_field(&mut sitting, &Place::Period(PeriodField::Published));
        // The field behind it is chosen from a list.
        sitting.keys("<enter><enter>");
        let screen = sitting.screen();
        assert!(screen.contains("Tab next field"), "{screen}");
        // Gone away and come back, it is the pane again.
        sitting.keys("<down><up>");
        assert!(
            !sitting.screen().contains("Tab next field"),
            "{}",
            sitting.screen()
        );
        sitting.keys("<tab>");
        assert_eq!(sitting.editor().pane, Pane::Statement);
    }
}

#[test]
fn words_that_are_no_day_are_left_by_every_key_and_nothing_is_glued_to_them() {
    for leave in ["<tab>", "<enter>", "<esc>", "<shift-tab>"] {
        for width in [120, 40] {
            let mut sitting = Sitting::at(width, 24, DRAFT);
            to_field(&mut sitting, &Place::Period(PeriodField::FieldworkFrom));
            sitting.keys(&format!("<enter>March 2024{leave}"));
            assert!(
                hint(&sitting).contains("“March 2024” stays"),
                "{}",
                hint(&sitting)
            );
            if sitting.editor().typing.is_some() {
                sitting.keys("<esc>");
            }
            let period = &sitting.editor().assessment.period;
            assert_eq!(period.fieldwork_from, "March 2024");
            assert!(
                sitting.screen().contains("! no day"),
                "{}",
                sitting.screen()
            );
        }
    }
}

/// Writes the sentence of the first finding by hand.
fn by_hand(sitting: &mut Sitting) {
    sitting.keys("<tab>e<end> I saw it.<enter>");
    assert_eq!(
        sitting.editor().assessment.overrides.len(),
        1,
        "{}",
        sitting.screen()
    );
    sitting.keys("<esc>");
    sitting.go_to_first("investigating");
}

#[test]
fn a_sentence_by_hand_that_goes_out_of_date_is_told_of_at_once_and_is_the_next_problem() {
    for (width, height) in [(120, 40), (80, 24)] {
        for change in ["<enter><end> They stay.<esc>", "timprovement<enter>"] {
            let mut sitting = at_first(width, height);
            by_hand(&mut sitting);
            assert!(
                !hint(&sitting).contains("out of date"),
                "{}",
                hint(&sitting)
            );
            sitting.keys(change);
            assert!(
                hint(&sitting).contains("out of date: n leads there, where e shows both"),
                "{change}: {}",
                sitting.screen()
            );
            sitting.keys("n");
            assert_eq!(
                sitting.editor().pane,
                Pane::Statement,
                "{}",
                sitting.screen()
            );
            assert!(
                hint(&sitting).contains("e on the sentence shows both texts"),
                "{}",
                hint(&sitting)
            );
            sitting.keys("e");
            assert!(
                matches!(sitting.state.overlays.last(), Some(Overlay::Comparison(_))),
                "{}",
                sitting.screen()
            );
        }
    }
}

#[test]
fn what_was_out_of_date_when_a_draft_was_opened_is_told_of_by_no_key() {
    let mut sitting = at_first(120, 40);
    by_hand(&mut sitting);
    sitting.keys("<enter><end> They stay.<esc>");
    let path = sitting.home.drafts().join("draft.toml");
    let mut sitting = Sitting::resume(120, 40, sitting.leave(), &path);
    assert_eq!(sitting.editor().stale().len(), 1);
    for key in ["x", "<esc>", "]", "-It stays so.<esc>"] {
        sitting.keys(key);
        assert!(
            !hint(&sitting).contains("out of date"),
            "{}",
            hint(&sitting)
        );
    }
}

#[test]
fn the_next_problem_is_a_warning_as_long_as_there_is_one() {
    use assay::check::Severity;
    let mut sitting = at_first(120, 40);
    let graver = |sitting: &Sitting| {
        let all = sitting.editor().problems().all().iter();
        all.filter(|it| it.severity != Severity::Advice).count()
    };
    let all = sitting.editor().problems().all().len();
    assert!((2..all).contains(&graver(&sitting)), "{all}");
    let mut met = [0, 0];
    for _ in 0..all {
        sitting.keys("n");
        let here = sitting.editor().problem_here().map(|it| it.severity);
        match here == Some(Severity::Advice) {
            true => met[1] += 1,
            // Round again, behind all advice.
            false if met[1] > 0 => break,
            false => met[0] += 1,
        }
    }
    assert!(met[0] > 1 && met[1] > met[0], "{met:?}");
}

#[test]
fn the_list_of_problems_begins_at_the_gravest_of_this_place_and_says_how_many_there_are() {
    let mut sitting = at_first(120, 40);
    by_hand(&mut sitting);
    sitting.keys("<enter><end> They stay.<esc>c");
    let Some(Overlay::Problems(list)) = sitting.state.overlays.last() else {
        panic!("no list:\n{}", sitting.screen());
    };
    assert_eq!(list.problem().map(|it| it.rule.id()), Some("stale-edit"));
    let title = list.title();
    assert!(
        title.contains("warning") && title.contains("advice"),
        "{title}"
    );
    assert!(
        !title.contains(" of 1") && !title.contains(" of 2"),
        "{title}"
    );
    assert!(
        sitting.screen().contains("e on the sentence"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn undo_leads_back_to_the_finding_from_which_something_was_filed() {
    for keys in [
        "vWe read 60 case files<enter>",
        "VThey say it is done<enter>",
    ] {
        let mut sitting = at_first(120, 40);
        sitting.keys(keys);
        assert_eq!(sitting.editor().assessment.evidence.len(), 1);
        sitting.keys("u");
        assert!(sitting.editor().assessment.evidence.is_empty());
        assert_eq!(sitting.editor().finding(), Some(0), "{}", sitting.screen());
        sitting.keys("U");
        assert_eq!(sitting.editor().finding(), Some(0), "{}", sitting.screen());
    }
    // Evidence that was filed by itself is gone to.
    let mut sitting = at_first(120, 40);
    sitting.keys("vWe read 60 case files<enter><left><end><up>");
    assert_eq!(sitting.editor().page, Page::Evidence);
    sitting.keys("<tab>d");
    assert!(sitting.editor().assessment.evidence.is_empty());
    sitting.keys("u");
    assert_eq!(sitting.editor().page, Page::Evidence);
}

/// The time before the first "aloud" of a screen.
fn aloud_on(screen: &str) -> String {
    let before = screen.split(" aloud").next().unwrap();
    before.rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn every_time_that_is_told_goes_by_the_pace_that_is_set() {
    let aloud = |pace: u64| {
        let mut config = Config::default();
        config.reading.words_a_minute = pace;
        let mut sitting = Sitting::with(120, 40, "dark", &config);
        sitting.state = std::mem::replace(
            &mut sitting.state,
            assay::app::State::new(
                assay::app::layout::Size {
                    width: 120,
                    height: 40,
                },
                assay::app::Keymap::default(),
            ),
        )
        .with_pace(pace);
        sitting.open(DRAFT);
        let screen = sitting.screen();
        let of_pane = aloud_on(&screen);
        sitting.keys("q");
        let screen = sitting.screen();
        let of_library = aloud_on(&screen);
        assert_eq!(of_pane, of_library, "{screen}");
        of_pane
    };
    assert_ne!(aloud(140), aloud(70));
}

#[test]
fn names_of_headings_break_at_blanks_alone() {
    for width in [110, 120, 130, 160] {
        let draft = DRAFT.replace(
            "[[findings]]\nid = \"f1\"",
            "[grades.vulnerable-people]\ngrade = \"inadequate\"\n\n[[findings]]\nid = \"f1\"",
        );
        let sitting = Sitting::at(width, 40, &draft);
        let screen = sitting.screen();
        let pane: Vec<String> = screen
            .lines()
            .map(|line| line.chars().take(25).collect())
            .collect();
        let words: Vec<&str> = pane
            .iter()
            .flat_map(|line| line.split_whitespace())
            .collect();
        for heading in &sitting.editor().framework.headings {
            for word in heading.title.split(' ') {
                assert!(
                    words.iter().any(|it| it.contains(word)),
                    "{word}:\n{screen}"
                );
            }
        }
        assert!(screen.contains("req. imp."), "{screen}");
    }
}

#[test]
fn what_has_no_grade_says_so_by_its_name() {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.keys("<home>g");
    assert!(
        hint(&sitting).contains("“About” has no grade"),
        "{}",
        hint(&sitting)
    );
    sitting.keys("]g");
    assert!(
        hint(&sitting).contains("PEEL 2023–25 has no overall grade"),
        "{}",
        hint(&sitting)
    );
}

#[test]
fn a_search_goes_on_in_its_hits_whatever_row_was_chosen() {
    // The first row is a page; one finding has the word too.
    let draft = DRAFT.replace("a backlog of cases", "no victims in mind");
    let mut sitting = Sitting::at(120, 40, &draft);
    sitting.keys("/victims<enter>");
    let first = sitting.editor().page;
    assert!(
        hint(&sitting).contains("n and N go on"),
        "{}",
        hint(&sitting)
    );
    sitting.keys("nn");
    assert!(hint(&sitting).contains(" of "), "{}", hint(&sitting));
    let met = (0..4).any(|_| {
        sitting.keys("n");
        sitting.editor().finding() == Some(1)
    });
    assert!(
        met,
        "the finding is not met from {first:?}:\n{}",
        sitting.screen()
    );
    // Where no text has it, going to a page is no search.
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.keys("/Crime data<enter>");
    assert!(sitting.editor().search.is_none(), "{}", sitting.screen());
}

#[test]
fn an_empty_search_offers_the_words_that_were_looked_for_last() {
    let mut sitting = at_first(120, 40);
    sitting.keys("/detectives<enter><esc>/");
    assert!(
        sitting.screen().contains("last words"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<ctrl-r>");
    let Some(Overlay::Search(search)) = sitting.state.overlays.last() else {
        panic!("no search:\n{}", sitting.screen());
    };
    assert_eq!(search.field.text(), "detectives");
    sitting.keys("<ctrl-r>officers<enter><enter>");
    assert_eq!(sitting.texts()[0], "The force trains its officers well.");
    // What nothing has is not to be replaced.
    sitting.keys("<esc>/qqzz");
    assert!(!sitting.screen().contains("Ctrl-R"), "{}", sitting.screen());
}

#[test]
fn a_print_names_its_file_in_one_piece() {
    let mut sitting = at_first(120, 40);
    sitting.keys("p<enter>");
    let path = sitting.home.drafts().join("draft.txt");
    assert!(
        hint(&sitting).starts_with(&format!("Printed to {}", path.display())),
        "{}",
        hint(&sitting)
    );
}

#[test]
fn the_box_for_a_figure_shows_the_name_that_its_words_make() {
    let mut sitting = at_first(120, 40);
    sitting.keys("<left><end>aAverage wait, in minutes");
    assert!(
        sitting.screen().contains("{average-wait-in-minutes}"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<enter>");
    assert_eq!(
        sitting.editor().assessment.figures[0].id,
        "average-wait-in-minutes"
    );
}

#[test]
fn a_message_that_lies_in_a_box_leaves_its_frame_whole() {
    let mut sitting = at_first(80, 24);
    sitting.keys("p<enter>");
    let screen = sitting.screen();
    let lines: Vec<&str> = screen.lines().collect();
    let at = lines
        .iter()
        .position(|line| line.contains("Printed to"))
        .unwrap();
    let framed = |line: &str| line.trim().starts_with('│') && line.trim().ends_with('│');
    assert!(
        framed(lines[at]) || lines[at].trim_start().starts_with('·'),
        "{screen}"
    );
    assert!(at + 1 == lines.len() || framed(lines[at]), "{screen}");
}

#[test]
fn what_is_typed_into_a_finding_is_of_the_finding() {
    // The place that undo leads to is where the text is.
    let mut sitting = at_first(120, 40);
    sitting.keys("<enter><end> It grows.<esc><left><home><tab>u");
    let row = sitting.editor().current().and_then(|row| row.place());
    assert_eq!(
        row,
        Some(Place::Finding(0, FindingField::Text)),
        "{}",
        sitting.screen()
    );
}

#[test]
fn no_grade_is_offered_where_the_framework_gives_none() {
    let draft = DRAFT.replace(
        "heading = \"investigating\"",
        "heading = \"victims-service\"",
    );
    let mut sitting = Sitting::at(120, 40, &draft);
    sitting.go_to_first("victims-service");
    sitting.keys("g");
    let screen = sitting.screen();
    assert!(screen.contains("gives no grade here"), "{screen}");
    assert!(screen.contains("not inspected"), "{screen}");
    assert!(!screen.contains("outstanding"), "{screen}");
}
