//! What somebody who knew README alone took for another thing: advice before there was ground for it, half a sentence for a
//! whole one, a key that did something else than before, a page for a box, a place that nobody had named.

use assay::app::Overlay;
use assay::check::{Problem, Rule};

use crate::support::sitting::Sitting;

const HEAD: &str = "format = 1\nid = \"fen\"\nframework = \"peel-2023\"\n\n[subject]\nname = \"Fenland Police\"\nnoun = \"force\"\n\n[inspector]\nname = \"A N Inspector\"\noffice = \"His Majesty's Inspector of Constabulary\"\n\n[period]\nlabel = \"2026\"\n";

/// Five of the nine headings that are graded.
const GRADED: [&str; 5] = [
    "investigating",
    "responding",
    "vulnerable-people",
    "offenders",
    "workforce",
];

/// A draft with these grades and these findings, each a heading or a kind and a word or text.
fn draft(grades: &[(&str, &str)], findings: &[(&str, &str)]) -> String {
    let mut draft = HEAD.to_owned();
    for (heading, grade) in grades {
        draft.push_str(&format!("\n[grades.{heading}]\ngrade = \"{grade}\"\n"));
    }
    for (nth, (kind, text)) in findings.iter().enumerate() {
        draft.push_str(&format!(
            "\n[[findings]]\nid = \"f{nth}\"\nheading = \"investigating\"\nkind = \"{kind}\"\ntext = \"{text}\"\n"
        ));
    }
    draft
}

fn at(width: u16, height: u16, findings: &[(&str, &str)]) -> Sitting {
    let mut sitting = Sitting::at(width, height, &draft(&[], findings));
    if !findings.is_empty() {
        sitting.go_to_first("investigating");
        return sitting;
    }
    sitting.keys("<home>");
    for _ in 0..20 {
        match sitting.editor().heading_id() {
            Some("investigating") => break,
            _ => sitting.keys("]"),
        };
    }
    sitting.keys("<tab>");
    assert_eq!(sitting.editor().heading_id(), Some("investigating"));
    sitting
}

fn told(sitting: &Sitting, rule: Rule) -> Option<Problem> {
    let all = sitting.editor().problems().all();
    all.iter().find(|problem| problem.rule == rule).cloned()
}

fn hint(sitting: &Sitting) -> String {
    let status = sitting.state.status.as_ref();
    status.map_or_else(String::new, |status| status.text.clone())
}

#[test]
fn no_opening_is_suggested_before_half_of_the_grades_are_given() {
    for grade in ["requires-improvement", "inadequate", "good", "outstanding"] {
        let mut sitting = Sitting::at(120, 40, &draft(&[("investigating", grade)], &[]));
        sitting.keys("o");
        let screen = sitting.screen();
        assert!(screen.contains("once half of them stand"), "{screen}");
        assert!(!screen.contains("✓ pleased"), "{screen}");
        assert!(!screen.contains("✓ satisfied"), "{screen}");
        assert!(!screen.contains("✓ concerned"), "{screen}");
        // Whichever is taken, nothing is held against it.
        sitting.keys("concerned<enter>");
        assert!(
            !sitting.screen().contains("the grades"),
            "{}",
            sitting.screen()
        );
        assert_eq!(told(&sitting, Rule::RungOutOfBand), None);
    }
}

#[test]
fn what_is_told_of_an_opening_names_those_that_the_grades_suggest() {
    let grades = GRADED.map(|heading| (heading, "inadequate"));
    let mut sitting = Sitting::at(160, 40, &draft(&grades, &[]));
    let graded = sitting.editor().framework.graded().count();
    assert_eq!(graded, 9);
    sitting.keys("opleased<enter>");
    let problem = told(&sitting, Rule::RungOutOfBand).expect("a warning");
    assert!(
        problem.remedy.starts_with("the grades suggest “"),
        "{problem:?}"
    );
    // The list marks the same.
    sitting.keys("o");
    assert!(matches!(
        sitting.state.overlays.last(),
        Some(Overlay::Picker(_))
    ));
    assert!(sitting.screen().contains("✓"), "{}", sitting.screen());
}

#[test]
fn a_need_that_opens_with_to_is_told_of_and_one_key_says_who_needs_to() {
    for (text, whole) in [
        (
            "to supervise stop and search better",
            "The force needs to supervise stop and search better",
        ),
        (
            "To explain its use of force to the public.",
            "The force needs to explain its use of force to the public.",
        ),
        (
            "to answer callers who need help faster",
            "The force needs to answer callers who need help faster",
        ),
    ] {
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let mut sitting = at(width, height, &[]);
            sitting.keys(&format!("-{text}<esc>"));
            let problem = told(&sitting, Rule::NoSubject).expect(text);
            assert_eq!(sitting.editor().problem_here(), Some(&problem));
            // Said once, and not once more as a need that asks nothing.
            assert_eq!(told(&sitting, Rule::NeedNotAsked), None, "{text}");
            sitting.keys(".");
            assert_eq!(sitting.editor().assessment.findings[0].text, whole);
            assert_eq!(told(&sitting, Rule::NoSubject), None, "{text}");
            assert!(
                sitting.statement().contains(whole),
                "{}",
                sitting.statement()
            );
        }
    }
}

#[test]
fn where_it_is_not_certain_whose_the_infinitive_is_the_words_stay_and_are_told_of() {
    let mut sitting = at(120, 40, &[]);
    sitting.keys("-to supervise stop and search, use of force and strip search better<esc>");
    let problem = told(&sitting, Rule::NoSubject).expect("a warning");
    assert_eq!(problem.fix, None);
    // A sentence that says what for is whole.
    for whole in [
        "To cut delays, the force should hire more call handlers.",
        "To cut delays, the force has hired staff.",
    ] {
        let mut sitting = at(120, 40, &[]);
        sitting.keys(&format!("-{whole}<esc>"));
        assert_eq!(told(&sitting, Rule::NoSubject), None, "{whole}");
        assert!(
            sitting.statement().contains(whole),
            "{}",
            sitting.statement()
        );
    }
}

#[test]
fn on_a_finding_with_a_number_the_key_asks_what_that_counts_whatever_else_is_told() {
    for (text, number) in [
        ("The force needs to record crimes within 24 hours.", "24"),
        ("The force should answer 999 calls within 15 seconds.", "15"),
        ("The force should deal with 12% more cases.", "12%"),
        ("In 2025 the force should have dealt with 140 cases.", "140"),
    ] {
        for (width, height) in [(120, 40), (80, 24)] {
            let mut sitting = at(width, height, &[("improvement", text)]);
            sitting.keys(".");
            let screen = sitting.screen();
            let asked = format!("What does “{number}” count?");
            assert!(screen.contains(&asked), "{text}\n{screen}");
        }
    }
}

#[test]
fn of_a_year_the_key_says_that_it_counts_nothing() {
    let mut sitting = at(
        120,
        40,
        &[(
            "improvement",
            "Since 2025 the force should have trained staff.",
        )],
    );
    sitting.keys(".");
    assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
    assert!(hint(&sitting).contains("“2025”"), "{}", hint(&sitting));
}

const STALE: &str = "\n[[overrides]]\nsentence = \"f0\"\ntext = \"Detectives are well trained.\"\nbasis = \"0000000000000000\"\nwhy = \"Shorter.\"\n";

fn stale(width: u16, height: u16) -> Sitting {
    let findings = [("strength", "The force trains its detectives well.")];
    let text = draft(&[], &findings) + STALE;
    let mut sitting = Sitting::at(width, height, &text);
    sitting.go_to_first("investigating");
    sitting.keys("<tab>e");
    sitting
}

#[test]
fn a_page_with_two_texts_says_that_it_is_for_reading_and_which_key_writes() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut sitting = stale(width, height);
        let screen = sitting.screen();
        assert!(
            screen.contains("Letters open the sentence to be writ"),
            "{screen}"
        );
        // The key that writes comes first below it.
        let keys = screen.lines().rev().find(|line| line.contains("e write"));
        let keys = keys.unwrap_or_default();
        let write = keys.find("e write").unwrap_or(usize::MAX);
        let keep = keys.find("o ").unwrap_or(usize::MAX);
        assert!(write < keep, "{screen}");
        // Words that were typed all the same are told of with it.
        sitting.paste("However, few are.");
        assert!(
            hint(&sitting).starts_with("Letters open the sentence"),
            "{}",
            hint(&sitting)
        );
        sitting.keys("e");
        assert!(matches!(
            sitting.state.overlays.last(),
            Some(Overlay::Question(_))
        ));
    }
}

#[test]
fn what_waits_is_listed_and_forgotten_by_a_key_that_is_named_where_it_is_told_of() {
    for (width, height) in [(120, 40), (80, 24)] {
        let mut sitting = at(width, height, &[]);
        sitting.paste("However, few are.");
        assert!(
            hint(&sitting).contains("Alt-r is rid of it"),
            "{}",
            hint(&sitting)
        );
        let screen = sitting.screen();
        assert!(screen.contains("words wait: Alt-k"), "{screen}");
        sitting.keys("<alt-k>");
        let screen = sitting.screen();
        assert!(screen.contains("However, few are."), "{screen}");
        assert!(screen.contains("Alt-r forget"), "{screen}");
        sitting.keys("<alt-r>");
        assert!(sitting.state.overlays.is_empty(), "{}", sitting.screen());
        assert!(
            !sitting.screen().contains("words wait"),
            "{}",
            sitting.screen()
        );
        // Without the list, one key is rid of what was just told of.
        sitting.paste("Few are.");
        sitting.keys("<alt-r>");
        assert!(
            !sitting.screen().contains("words wait"),
            "{}",
            sitting.screen()
        );
    }
}

#[test]
fn of_several_that_wait_the_list_is_rid_of_the_lit_one_and_shows_the_others() {
    let mut sitting = at(120, 40, &[]);
    for words in ["However, few are.", "Most are not.", "Some may be."] {
        sitting.paste(words);
        sitting.keys("<down>");
    }
    sitting.keys("<alt-k>most<alt-r>");
    let screen = sitting.screen();
    assert!(screen.contains("However, few are."), "{screen}");
    assert!(screen.contains("Some may be."), "{screen}");
    sitting.keys("<esc>");
    assert_eq!(sitting.state.overlays.len(), 0);
    let screen = sitting.screen();
    assert!(screen.contains("words wait"), "{screen}");
}

#[test]
fn where_a_draft_is_kept_is_said_when_it_is_made_and_its_print_names_the_folder() {
    let mut sitting = Sitting::new(120, 40);
    sitting.keys("nFenland Police<enter>");
    while !sitting.state.overlays.is_empty() {
        sitting.keys("<enter>");
    }
    let path = sitting.editor().file.path.clone();
    let told = hint(&sitting);
    assert!(told.contains(&path.display().to_string()), "{told}");
    sitting.keys("<down>");
    assert_eq!(hint(&sitting), "");
    sitting.keys("p");
    let screen = sitting.screen();
    let folder = path
        .parent()
        .and_then(|it| it.file_name())
        .expect("a folder");
    assert!(
        screen.contains(&format!("the folder “{}”", folder.display())),
        "{screen}"
    );
    assert!(screen.contains("--output"), "{screen}");
}

#[test]
fn what_was_told_of_a_draft_is_not_told_of_the_library() {
    let mut sitting = at(120, 40, &[]);
    sitting.keys("+The force listens.<esc>q");
    assert!(sitting.state.editor.is_none(), "{}", sitting.screen());
    assert_eq!(hint(&sitting), "");
}

#[test]
fn an_area_for_improvement_has_that_name_wherever_it_is_met() {
    let mut sitting = at(120, 40, &[]);
    let screen = sitting.screen();
    assert!(screen.contains("- an area for improvement"), "{screen}");
    assert!(!screen.contains("a need"), "{screen}");
    sitting.keys("-The force needs to train its staff.<esc><space>");
    let screen = sitting.screen();
    assert!(!screen.contains("Order of needs"), "{screen}");
    assert!(screen.contains("Order"), "{screen}");
}
