//! What the checks tell while the keys go on: in the margin, from problem to problem, put right or let stand with one
//! key each.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assay::app::layout::Pane;
use assay::assessment::{Edit, Place, RecommendationField};
use assay::check::{HIDDEN, Problem, Rule, Severity};

use crate::support::sitting::Sitting;

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\nnoun = \"constabulary\"\n\n[inspector]\nname = \"A N Inspector\"\n\n[period]\nlabel = \"2023\"\nfieldwork-from = 2023-03-06\nfieldwork-to = 2023-05-19\n\n[overall]\nstance = \"pleased\"\n\n[grades.victims]\ngrade = \"good\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The constabulary utilises what victims say.\"\nevidence = [\"e1\"]\n\n[[evidence]]\nid = \"e1\"\nkind = \"document\"\ntitle = \"Survey of victims\"\ndate = 2023-04-01\n";

fn sitting() -> Sitting {
    Sitting::at(120, 40, DRAFT)
}

fn told(sitting: &Sitting) -> Vec<&'static str> {
    let problems = sitting.editor().problems().all();
    problems.iter().map(|problem| problem.rule.id()).collect()
}

/// Walks until the problem of this rule is the one that is stood on.
fn walk_to(sitting: &mut Sitting, rule: &str) {
    for _ in 0..=told(sitting).len() {
        sitting.keys("n");
        let here = sitting.editor().problems_here();
        if here.iter().any(|problem| problem.rule.id() == rule) {
            return;
        }
    }
    panic!("{rule} is not met on the way:\n{}", sitting.screen());
}

#[test]
fn walking_meets_every_problem_that_has_a_place_in_the_order_of_the_pages_and_comes_round() {
    let mut sitting = sitting();
    let many = told(&sitting).len();
    assert!(many > 3, "{:?}", told(&sitting));
    sitting.keys("<home>");
    let mut met = Vec::new();
    for at in 1..=many {
        sitting.keys("n");
        let screen = sitting.screen();
        assert!(screen.contains(&format!("{at} of {many}")), "{screen}");
        let here = sitting.editor().problems_here();
        met.extend(here.iter().map(|problem| problem.rule.id()));
    }
    for rule in told(&sitting) {
        assert!(met.contains(&rule), "{rule} was not met: {met:?}");
    }
    sitting.keys("n");
    assert!(sitting.screen().contains(&format!("1 of {many}")));
    sitting.keys("N");
    assert!(sitting.screen().contains(&format!("{many} of {many}")));
}

#[test]
fn a_certain_change_is_one_key_and_undo_takes_it_back() {
    let mut sitting = sitting();
    walk_to(&mut sitting, "preferred-word");
    assert_eq!(sitting.editor().finding(), Some(0));
    sitting.keys(".");
    assert!(!told(&sitting).contains(&"preferred-word"));
    let text = |sitting: &Sitting| sitting.editor().assessment.findings[0].text.clone();
    assert_eq!(text(&sitting), "The constabulary uses what victims say.");
    assert!(sitting.statement().contains("uses what victims say"));
    sitting.keys("u");
    assert_eq!(
        text(&sitting),
        "The constabulary utilises what victims say."
    );
    assert!(told(&sitting).contains(&"preferred-word"));
}

#[test]
fn a_problem_stands_only_with_a_reason_and_the_reason_is_in_the_file() {
    let mut sitting = sitting();
    walk_to(&mut sitting, "grade-without-rationale");
    sitting.keys("A<enter>");
    assert!(sitting.screen().contains("only with a reason"));
    sitting.keys("Agreed at moderation.<enter>");
    assert!(!told(&sitting).contains(&"grade-without-rationale"));
    assert_eq!(sitting.editor().problems().accepted(), 1);
    let file = sitting.file();
    for line in [
        "rule = \"grade-without-rationale\"",
        "on = \"grades.victims\"",
        "why = \"Agreed at moderation.\"",
        "by = \"A N Inspector\"",
    ] {
        assert!(file.contains(line), "{line} is missing from\n{file}");
    }
    sitting.keys("u");
    assert!(told(&sitting).contains(&"grade-without-rationale"));
}

#[test]
fn the_list_says_why_a_problem_matters_and_goes_there() {
    let mut sitting = sitting();
    sitting.keys("c");
    let at = told(&sitting)
        .iter()
        .position(|rule| *rule == "preferred-word");
    for _ in 0..at.expect("it is told") {
        sitting.keys("<down>");
    }
    let screen = sitting.screen();
    for words in [
        "What the checks tell",
        "preferred-word",
        "Victims · “The constabulary utilises",
    ] {
        assert!(screen.contains(words), "{words} is missing from\n{screen}");
    }
    sitting.keys("<enter>");
    assert_eq!(sitting.editor().finding(), Some(0));
    assert_eq!(sitting.editor().pane, Pane::Findings);
    // Put right in the list, it is gone from the list.
    let many = told(&sitting).len();
    sitting.keys("c");
    for _ in 0..at.expect("it is told") {
        sitting.keys("<down>");
    }
    sitting.keys(".");
    assert_eq!(told(&sitting).len(), many - 1);
    assert!(
        !sitting.screen().contains("utilises"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn a_grade_its_reason_and_the_opening_say_when_what_they_stood_on_has_changed() {
    let mut sitting = sitting();
    let stale = ["grade-stale", "rationale-stale", "opening-stale"];
    let told_stale = |sitting: &Sitting| -> Vec<&str> {
        let told = told(sitting);
        stale
            .into_iter()
            .filter(|rule| told.contains(rule))
            .collect()
    };
    assert!(told_stale(&sitting).is_empty());
    // The grade is chosen, the reason written and the opening chosen on this screen.
    sitting.keys("<home><down><down><down>ggood<enter>rVictims are heard.<esc>");
    sitting.keys("o<enter>");
    assert!(told_stale(&sitting).is_empty(), "{:?}", told(&sitting));
    let file = sitting.file();
    assert!(file.contains("grade-stood-on"), "{file}");
    // A finding more: the grade and its reason have not seen it. Who works down the page is told when it is left.
    sitting.keys("-The constabulary needs to call victims back.<esc>");
    assert!(told_stale(&sitting).is_empty(), "{:?}", told(&sitting));
    sitting.keys("]");
    assert_eq!(told_stale(&sitting), ["grade-stale", "rationale-stale"]);
    walk_to(&mut sitting, "grade-stale");
    assert!(
        sitting.screen().contains("1 finding added"),
        "{}",
        sitting.screen()
    );
    // Chosen once more, it has; and of the reason one key says that it is still so.
    sitting.keys("ggood<enter>");
    assert_eq!(told_stale(&sitting), ["rationale-stale"]);
    walk_to(&mut sitting, "rationale-stale");
    assert!(
        sitting.screen().contains(". still so"),
        "{}",
        sitting.screen()
    );
    let before = sitting.file();
    sitting.keys(".");
    assert!(told_stale(&sitting).is_empty());
    assert!(sitting.file().contains("Victims are heard."));
    sitting.keys("u.").pause();
    assert!(told_stale(&sitting).is_empty());
    assert_ne!(sitting.file(), before);
    // Another grade is news to the opening, which waits until every heading is settled.
    sitting.keys("ginadequate<enter>");
    assert!(told_stale(&sitting).is_empty());
    sitting.keys("<tab><tab><home><down><down>");
    for _ in 0..5 {
        let page = sitting.editor().page;
        if sitting.editor().page_title(page) != "Victims" {
            sitting.keys("gnot insp<enter>");
        }
        sitting.keys("]");
    }
    assert_eq!(told_stale(&sitting), ["opening-stale"]);
    walk_to(&mut sitting, "opening-stale");
    let all = sitting.editor().problems().all().iter();
    let mut stale = all.filter(|it| it.rule == Rule::OpeningStale);
    let told = stale.next().expect("it is told");
    assert!(
        told.what.contains("Victims was good, is inadequate"),
        "{told:?}"
    );
}

/// What waits on a page until it is left is counted at once, and whoever asks, or prints, is told of it.
#[test]
fn what_is_stale_on_the_page_is_counted_at_once_and_told_to_whoever_asks() {
    let written = || {
        let mut sitting = sitting();
        sitting.keys("<home><down><down><down>ggood<enter>");
        sitting.keys("-The constabulary needs to call victims back.<esc>");
        sitting
    };
    let warnings = |sitting: &Sitting| sitting.editor().problems().counts()[1];
    let mut left = written();
    let many = warnings(&left);
    left.keys("]");
    assert_eq!(warnings(&left), many, "{:?}", told(&left));
    assert!(told(&left).contains(&"grade-stale"));
    for keys in ["c", "n", "N", "p<enter>"] {
        let mut sitting = written();
        assert!(!told(&sitting).contains(&"grade-stale"), "{keys}");
        let header = sitting
            .screen()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        assert!(header.contains(&format!("!{many}")), "{keys}: {header}");
        sitting.keys(keys);
        assert_eq!(told(&sitting), told(&left), "{keys}");
        if keys.starts_with('p') {
            let all = sitting.editor().problems().all().iter();
            let told = all.filter(|it| it.severity != Severity::Advice && !it.leaves_gap());
            let (told, screen) = (told.count(), sitting.screen());
            assert!(screen.contains(&format!("and {told} warning")), "{screen}");
        }
    }
    let mut sitting = written();
    walk_to(&mut sitting, "grade-stale");
}

/// What was put right is left behind, and what else is told at its row comes next; a round counts each once.
#[test]
fn a_walk_counts_one_by_one_and_leaves_nothing_behind_that_is_on_the_same_row() {
    let mut sitting = sitting();
    sitting.keys("<home><down><down><down>ggood<enter>rVictims are heard.<esc>");
    sitting.keys("-The constabulary needs to call victims back.<esc>]");
    walk_to(&mut sitting, "grade-stale");
    sitting.keys(".n");
    let here = sitting.editor().problem_here().map(|it| it.rule.id());
    assert_eq!(here, Some("rationale-stale"), "{}", sitting.screen());
    // From the headings the walk begins anew.
    sitting.keys("<esc><esc><home>");
    let many = told(&sitting).len();
    let mut met = BTreeSet::new();
    for nth in 1..=many {
        sitting.keys("n");
        let screen = sitting.screen();
        let here = sitting.editor().problem_here();
        let here = here.map(|it| (it.rule.id(), it.place.to_string()));
        assert!(met.insert(here), "{nth}: {screen}");
        assert!(screen.contains(&format!("{nth} of {many} ")), "{screen}");
    }
}

/// No finding is told two things of which one denies the other.
#[test]
fn an_improvement_is_not_told_that_it_says_what_is_wanted_and_that_it_does_not() {
    let draft = DRAFT
        .replace("\"annual\"", "\"peel-2023\"")
        .replace("victims", "crime-recording")
        .replace("\"strength\"", "\"improvement\"")
        .replace(
            "utilises what crime-recording say",
            "does not always tell callers how long they will wait",
        );
    let sitting = Sitting::at(120, 40, &draft);
    let told: Vec<&str> = sitting
        .editor()
        .problems()
        .all()
        .iter()
        .filter(|it| ["need-not-asked", "improvement-headline-only"].contains(&it.rule.id()))
        .map(|it| it.what.as_str())
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.iter().all(|it| !it.contains("says what is wanted")),
        "{told:?}"
    );
}

/// What is missing from a recommendation is missing from a row, and that is where the key of the next problem leads.
#[test]
fn a_missing_deadline_leads_to_its_row() {
    let draft = format!(
        "{}\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"concern\"\ntext = \"The constabulary does not call back.\"\nevidence = [\"e1\"]\n\n[[findings.recommendations]]\ntext = \"The constabulary should call back.\"\ndeadline = \"at once\"\n\n[[findings.recommendations]]\ntext = \"The constabulary should count calls.\"\n",
        DRAFT
    );
    for (rule, nth) in [
        ("deadline-unclear", 0),
        ("recommendation-without-deadline", 1),
    ] {
        let mut sitting = Sitting::at(120, 40, &draft);
        walk_to(&mut sitting, rule);
        let row = sitting.editor().current().and_then(|row| row.place());
        let deadline = Place::Recommendation(1, nth, RecommendationField::Deadline);
        assert_eq!(row, Some(deadline), "{}", sitting.screen());
    }
}

#[test]
fn other_words_for_the_same_are_no_news_to_a_judgment_that_was_made_on_them() {
    let mut sitting = sitting();
    let stale = |sitting: &Sitting| {
        let told = told(sitting);
        let stale = ["grade-stale", "rationale-stale", "opening-stale"];
        let stale: Vec<&str> = stale.into_iter().filter(|it| told.contains(it)).collect();
        (stale, sitting.editor().stale().len())
    };
    sitting.keys("<home><down><down><down>ggood<enter>rVictims are heard.<esc>o<enter>]");
    // A sentence that is worded by hand, on the very words.
    sitting.keys("<tab><end>e<end> By hand.<enter>");
    assert!(sitting.statement().contains("By hand."));
    assert_eq!(stale(&sitting), (vec![], 0), "{:?}", told(&sitting));
    let before = sitting.keys("<ctrl-s>").file();
    sitting.keys("/constabulary<ctrl-r>force<enter><enter>");
    assert!(sitting.file().contains("The force"), "{}", sitting.file());
    assert_eq!(stale(&sitting), (vec![], 0), "{:?}", told(&sitting));
    sitting.keys("u<ctrl-s>");
    assert_eq!(sitting.file(), before, "undo takes it back to the byte");
    sitting.keys("U");
    // What was stale before is so behind it, and so is what is found anew.
    sitting.keys("<esc><esc><esc><home><down><down><down>-The force needs to call back.<esc>]");
    assert_eq!(stale(&sitting).0, ["grade-stale", "rationale-stale"]);
    sitting.keys("/force<ctrl-r>constabulary<enter><enter>");
    assert_eq!(stale(&sitting).0, ["grade-stale", "rationale-stale"]);
}

#[test]
fn evidence_that_is_recorded_is_no_news_to_a_grade_and_what_weighs_against_is() {
    let mut sitting = sitting();
    sitting.keys("<home><down><down><down>ggood<enter>");
    let record = |sitting: &mut Sitting, keys: &str| {
        while sitting.editor().pane != Pane::Headings {
            sitting.keys("<tab>");
        }
        sitting.keys("<home><down><down><down><tab><home>");
        while sitting.editor().finding() != Some(0) {
            sitting.keys("<down>");
        }
        sitting.keys(keys).keys("<enter>]");
    };
    record(&mut sitting, "vA survey of callers");
    assert_eq!(sitting.editor().assessment.findings[0].evidence.len(), 2);
    assert!(
        !told(&sitting).contains(&"grade-stale"),
        "{:?}",
        told(&sitting)
    );
    record(&mut sitting, "VA complaint of October");
    assert!(
        told(&sitting).contains(&"grade-stale"),
        "{:?}",
        told(&sitting)
    );
}

#[test]
fn a_misspelt_word_is_told_when_the_hands_rest_and_no_longer_once_it_is_rewritten() {
    let mut sitting = Sitting::read_along(120, 40, DRAFT);
    walk_to(&mut sitting, "preferred-word");
    sitting.keys(".<enter> It answers prommptly.<esc>");
    let wait_for = |sitting: &mut Sitting, is: bool| {
        for _ in 0..2000 {
            if told(sitting).contains(&"spelling") == is {
                return;
            }
            std::thread::park_timeout(std::time::Duration::from_millis(5));
            sitting.pause();
        }
        panic!("waited in vain:\n{}", sitting.screen());
    };
    wait_for(&mut sitting, true);
    walk_to(&mut sitting, "spelling");
    // What was meant is a guess, which no key puts in unasked.
    let screen = sitting.screen();
    assert!(screen.contains("was \"promptly\" meant?"), "{screen}");
    sitting.keys(".");
    let screen = sitting.screen();
    assert!(screen.contains("“prommptly”: how is it spelt?"), "{screen}");
    sitting.keys("<esc>");
    let text = &sitting.editor().assessment.findings[0].text;
    assert!(text.ends_with("It answers prommptly."), "{text}");
    sitting.keys("<enter><backspace><backspace><backspace><backspace><backspace><backspace>");
    sitting.keys("ptly.<esc>");
    let text = &sitting.editor().assessment.findings[0].text;
    assert!(text.ends_with("It answers promptly."), "{text}");
    wait_for(&mut sitting, false);
}

/// What a draft says that breaks rules, one of each.
fn broken() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/checks");
    let files = fs::read_dir(folder).expect("the drafts");
    let paths = files.map(|entry| entry.expect("an entry").path());
    let mut drafts: Vec<_> = paths
        .map(|path| (path.clone(), fs::read_to_string(path).expect("a draft")))
        .collect();
    drafts.sort();
    drafts
}

#[test]
fn the_key_changes_what_is_shown_and_nothing_else_and_undo_gives_back_every_byte() {
    let five = include_str!("../data/frameworks/five.toml");
    let mut changed = BTreeSet::new();
    for (path, draft) in broken() {
        let mut sitting = Sitting::new(200, 50);
        sitting.home.write("frameworks/five.toml", five);
        sitting.open(&draft);
        if sitting.state.editor.is_none() {
            // It is refused where it is read.
            continue;
        }
        for _ in 0..sitting.editor().problems().all().len() {
            sitting.keys("n");
            let Some(shown) = sitting.editor().problem_here().cloned() else {
                continue;
            };
            let screen = sitting.screen();
            let line = format!("{}; {}", shown.what, sitting.state.remedy_of(&shown));
            let starts: String = line.chars().take(90).collect();
            assert!(screen.contains(&starts), "{path:?}: {starts}\n{screen}");
            let offered = screen.contains(". put right");
            assert_eq!(offered, shown.fix.is_some(), "{path:?}: {screen}");
            let mut expected = sitting.editor().assessment.clone();
            let before = sitting.editor().problems().all().to_vec();
            let bytes = sitting.keys("<ctrl-s>").file();
            sitting.keys(".");
            let Some(fix) = &shown.fix else {
                if screen.contains(". still so") {
                    // What a judgment stands on is kept anew.
                    let told = sitting.editor().problems().all();
                    assert!(!told.contains(&shown), "{path:?}: {line}");
                    continue;
                }
                assert_eq!(sitting.editor().assessment, expected, "{path:?}: {line}");
                continue;
            };
            let edit = Edit::Splice {
                place: fix.place.clone(),
                splice: fix.splice.clone(),
            };
            edit.apply(&mut expected).expect("it fits");
            assert_eq!(sitting.editor().assessment, expected, "{path:?}: {line}");
            let told = sitting.editor().problems().all();
            assert!(!told.contains(&shown), "{path:?}: {line}");
            let count = |all: &[Problem], one: &Problem| {
                let same = all
                    .iter()
                    .filter(|it| (it.rule, &it.place) == (one.rule, &one.place));
                same.count()
            };
            for one in told {
                assert!(count(told, one) <= count(&before, one), "{path:?}: {one:?}");
            }
            let remedy = shown
                .remedy
                .contains(&format!("\"{}\"", fix.splice.inserted));
            assert!(remedy || shown.rule == HIDDEN, "{line}");
            sitting.keys("u");
            assert_eq!(sitting.keys("<ctrl-s>").file(), bytes, "{path:?}");
            changed.insert(shown.rule);
        }
    }
    assert!(changed.len() > 8, "{changed:?}");
}

#[test]
fn a_quotation_and_what_would_read_worse_are_left_to_their_author() {
    for (text, offered) in [
        ("The constabulary utilises vans.", true),
        ("Staff said: “We utilise vans.”", false),
        ("Staff said: \"We utilise vans.\"", false),
        ("Staff said: “We use vans.” They utilise them.", true),
        ("The constabulary use utilise vans.", false),
        ("The \u{fb02}eet is kept well.", true),
    ] {
        let with = "The constabulary utilises what victims say.";
        let draft = DRAFT.replace(with, &text.replace('"', "\\\""));
        let sitting = Sitting::at(120, 40, &draft);
        let fixes: Vec<_> = sitting.editor().problems().all().iter().collect();
        let offers = fixes.iter().any(|problem| problem.fix.is_some());
        assert_eq!(offers, offered, "{text}: {fixes:#?}");
    }
}

#[test]
fn a_text_without_a_certain_subject_is_told_and_given_one() {
    for (kind, text, put_in) in [
        (
            "strength",
            "Checks on its victims after every court day.",
            Some("The constabulary checks"),
        ),
        (
            "improvement",
            "Understand what victims want.",
            Some("The constabulary needs to understand"),
        ),
        ("strength", "Understand what victims want.", None),
    ] {
        let with = "The constabulary utilises what victims say.";
        let draft = DRAFT.replace(with, text).replacen(
            "kind = \"strength\"",
            &format!("kind = \"{kind}\""),
            1,
        );
        let sitting = Sitting::at(120, 40, &draft);
        let told = sitting.editor().problems().all().iter();
        let told: Vec<_> = told
            .filter(|problem| problem.rule == Rule::NoSubject)
            .collect();
        let [problem] = told.as_slice() else {
            panic!("{text}: {told:#?}");
        };
        let inserted = problem.fix.as_ref().map(|fix| fix.splice.inserted.as_str());
        assert_eq!(inserted, put_in, "{text}");
    }
    // Where it is certain, the statement says who it is, and nothing is told.
    let draft = DRAFT.replace("The constabulary utilises what", "understands what");
    let sitting = Sitting::at(120, 40, &draft);
    let problems = sitting.editor().problems();
    assert!(
        problems
            .all()
            .iter()
            .all(|problem| problem.rule != Rule::NoSubject)
    );
    let paragraphs = sitting.editor().document().paragraphs.iter();
    let said: Vec<String> = paragraphs.map(|paragraph| paragraph.text()).collect();
    assert!(said.join(" ").contains("The constabulary understands what"));
}

#[test]
fn what_the_file_says_of_its_evidence_is_kept_when_the_file_is_named() {
    let mut sitting = sitting();
    sitting.home.write("data/assay/survey.csv", "1,2,3\n");
    while sitting.editor().pane != Pane::Headings {
        sitting.keys("<tab>");
    }
    sitting.keys("<end><up><tab><space>");
    let to_reference = |sitting: &mut Sitting| {
        sitting.keys("<home>");
        while !sitting.screen().contains("▌Reference") {
            sitting.keys("<down>");
        }
    };
    to_reference(&mut sitting);
    sitting.keys("<enter>survey.csv<enter><esc>");
    sitting.until(|screen| screen.contains("7a8988e95e"));
    let hash = sitting.editor().assessment.evidence[0].sha256.clone();
    assert_eq!(
        hash,
        "7a8988e95e356e2b5b8fecf5e31f7c2e7e8fb44a5cd9d89ebb0d1e60b1f5c689"
    );
    // Another name is another file, and its hash is not this one's.
    to_reference(&mut sitting);
    sitting.keys("<enter>x<esc>");
    assert_eq!(sitting.editor().assessment.evidence[0].sha256, "");
}

#[test]
fn beside_a_grade_stands_what_speaks_for_it_and_what_would_leave_it_unsupported() {
    let mut sitting = sitting();
    sitting.keys("<home><down><down><down><tab>");
    // The words stand beside the grade, wrapped as the pane is wide.
    let screen = sitting.screen().replace('│', " ");
    assert!(screen.contains("1 strength"), "{screen}");
    sitting.keys("<shift-tab>i");
    let screen = sitting.screen();
    for words in [
        "What the grade rests on",
        "1 strength, nothing to improve",
        "stands on: Survey of victims",
        "Without finding “The constabulary",
    ] {
        assert!(screen.contains(words), "{words} is missing from\n{screen}");
    }
}
