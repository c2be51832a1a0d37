//! The examples: what each prints, and that together they show all that a statement can be made of.

use std::collections::BTreeSet;
use std::path::Path;

use assay::assessment::{Frame, Framework, Grade, JudgmentState, Kind, List};
use assay::check::check_framework;
use assay::statement::{Document, Measures, Reason, Source, WeavingRule, weave};
use assay::store::EXAMPLES;
use assay::store::Frameworks;
use assay::store::format::{self, Draft};

use crate::cli::{Run, err, out};
use crate::support::home::Home;
use crate::support::needs::acceptance;
use crate::support::sitting::Sitting;
use crate::support::snapshots::snapshot;

/// Every example with its framework, as it is read and woven.
fn examples() -> Vec<(Draft, Document)> {
    let frameworks = Frameworks::load(Path::new("none"));
    let read = |(id, text): (&str, &str)| {
        let draft = format::read(id, text, &|id| frameworks.get(id));
        let draft = draft.unwrap_or_else(|refused| panic!("{refused}"));
        let document = weave(&draft.assessment, &draft.framework);
        (draft, document)
    };
    EXAMPLES.into_iter().map(read).collect()
}

/// A statement as a snapshot whose name is a sentence.
fn says(sentence: &str, framework: &str) {
    let home = Home::new();
    let draft = out(&home.run(&["example", framework]).success());
    let file = home.write("example.toml", &draft);
    let file = file.to_str().expect("a name");
    let told = out(&home.run(&["check", file]).success());
    assert!(!told.contains(": error: "), "{told}");
    let printed = out(&home.run(&["print", file]).success());
    assert!(!printed.contains(['{', '…']), "{printed}");
    snapshot("statements", sentence, &printed);
}

#[test]
fn every_example_is_spoken_in_every_voice_that_its_framework_offers() {
    let frameworks = Frameworks::load(Path::new("none"));
    let home = Home::new();
    let mut spoken = 0;
    for (id, text) in EXAMPLES {
        let framework = frameworks.get(id).expect("an example of a framework");
        for voice in &framework.voices {
            let key = format!("[statement]\nvoice = \"{}\"\n", voice.id);
            let draft = match text.contains("[statement]\n") {
                true => text.replacen("[statement]\n", &key, 1),
                false => format!("{text}\n{key}"),
            };
            let file = home.write("spoken.toml", &draft);
            let file = file.to_str().expect("a name");
            let printed = out(&home.run(&["print", file]).success());
            snapshot(
                "statements",
                &format!("{id} in the voice {}", voice.id),
                &printed,
            );
            spoken += 1;
        }
    }
    assert!(spoken >= 9, "{spoken} voices");
}

#[test]
fn the_annual_statement_reads_as_one_spoken() {
    says(
        "an annual statement about a constabulary of moor and coast",
        "annual",
    );
}

#[test]
fn a_statement_of_2014_is_formal_and_leaves_pillars_ungraded() {
    says("a statement of 2014 with narrative headings", "peel-2014");
}

#[test]
fn a_statement_of_2015_joins_its_sentences() {
    says(
        "a statement of 2015 with leadership in a paragraph of its own",
        "peel-2015",
    );
}

#[test]
fn a_statement_of_2016_says_which_grades_still_stand() {
    says(
        "a statement of 2016 with two grades carried over",
        "peel-2016",
    );
}

#[test]
fn a_statement_of_2017_keeps_what_was_edited_by_hand() {
    says(
        "a statement of 2017 with two sentences edited by hand",
        "peel-2017",
    );
}

#[test]
fn a_statement_of_2018_says_the_grades_of_its_pillars() {
    says(
        "a statement of 2018 with the grades of its pillars",
        "peel-2018",
    );
}

#[test]
fn a_statement_of_2021_stands_on_five_grades() {
    says(
        "a statement of 2021 with findings of several sentences",
        "peel-2021",
    );
}

#[test]
fn a_statement_of_2023_passes_over_what_was_not_audited() {
    says(
        "a statement of 2023 about a force much improved",
        "peel-2023",
    );
}

#[test]
fn a_statement_on_organised_crime_says_its_one_grade() {
    says("a statement on serious and organised crime", "soc-2022");
}

#[test]
fn a_statement_about_a_fire_and_rescue_service_calls_it_the_service() {
    says("a statement about a fire and rescue service", "frs-2023");
}

#[test]
fn a_statement_on_a_fire_service_of_2018_lists_its_questions_by_their_grades() {
    says("a statement about a fire service of 2018", "frs-2018");
}

#[test]
fn no_example_takes_longer_than_four_minutes_to_read_aloud() {
    for (draft, document) in examples() {
        let Measures {
            words,
            seconds_aloud,
            ..
        } = document.measures();
        let id = &draft.framework.id;
        assert!(seconds_aloud <= 240, "{id}: {seconds_aloud} seconds");
        assert!(words > 200, "{id}: {words} words");
    }
}

#[test]
fn the_examples_show_every_kind_every_state_every_rule_and_every_reason_for_silence() {
    let all = examples();
    let rules: BTreeSet<&str> = all
        .iter()
        .flat_map(|(_, document)| &document.paragraphs)
        .flat_map(|paragraph| &paragraph.sentences)
        .flat_map(|sentence| sentence.rules.iter().map(|rule| rule.word()))
        .collect();
    assert_eq!(
        rules,
        // A frame that does not fit is a mistake, and no example makes one.
        WeavingRule::ALL
            .into_iter()
            .filter(|rule| !matches!(rule, WeavingRule::FrameUnfit))
            .map(WeavingRule::word)
            .collect()
    );
    let mut documents = all.iter().map(|(_, document)| document);
    assert!(documents.any(|document| !document.stale.is_empty()));
    for state in JudgmentState::ALL {
        let mut judgments = all
            .iter()
            .flat_map(|(draft, _)| draft.assessment.grades.values());
        assert!(judgments.any(|it| it.state == Some(*state)), "{state:?}");
    }
    for kind in Kind::ALL {
        let spoken = all.iter().any(|(draft, document)| {
            let mut findings = draft.assessment.findings.iter();
            findings.any(|finding| {
                finding.kind == *kind
                    && document
                        .find(&Source::item(List::Findings, &finding.id))
                        .is_some()
            })
        });
        assert!(spoken, "{kind:?}");
    }
    let reasons: Vec<&Reason> = all
        .iter()
        .flat_map(|(_, document)| document.unspoken.iter().map(|each| &each.reason))
        .collect();
    for (why, wanted) in [
        (
            "silenced",
            (|it| matches!(it, Reason::Silenced(_))) as fn(&Reason) -> bool,
        ),
        ("sensitive", |it| matches!(it, Reason::Sensitive)),
        ("said by another", |it| matches!(it, Reason::SaidBy(_))),
        ("too many", |it| matches!(it, Reason::TooMany)),
    ] {
        assert!(reasons.iter().any(|reason| wanted(reason)), "{why}");
    }
}

/// The frames that a framework has besides those that all have in common.
fn own_frames(framework: &Framework) -> impl Iterator<Item = &Frame> {
    let common = format::common_frames();
    let frames = framework.frames.iter();
    frames.filter(move |frame| !common.contains(frame))
}

#[test]
fn every_frame_of_a_framework_s_own_is_heard_in_its_example() {
    let all = examples();
    let heard = |document: &Document, id: &str| {
        document
            .find(&Source::Framework(format!("frame.{id}")))
            .is_some()
    };
    for (draft, document) in &all {
        for frame in own_frames(&draft.framework) {
            let framework = draft.framework.id.as_str();
            assert!(heard(document, &frame.id), "{framework}: {}", frame.id);
        }
    }
}

#[test]
fn a_programme_speaks_as_its_year_did() {
    for (draft, _) in examples() {
        let framework = &draft.framework;
        let words = [
            &framework.words.title,
            &framework.words.greeting,
            &framework.words.office,
            &framework.look_ahead.first,
            &framework.look_ahead.next,
            &framework.judgments.overall,
            &framework.judgments.pillar,
            &framework.judgments.carried_over,
            &framework.judgments.not_inspected,
        ]
        .into_iter()
        .chain(framework.ladder.iter().map(|rung| &rung.words))
        .chain(framework.frames.iter().map(|frame| &frame.words))
        .fold(String::new(), |all, words| all + " " + words);
        let id = framework.id.as_str();
        let early = matches!(
            id,
            "annual" | "peel-2014" | "peel-2015" | "peel-2016" | "peel-2017"
        );
        let contracted = words
            .replace("I'm", "")
            .replace("I'll", "")
            .replace("'s", "");
        assert!(!early || !contracted.contains('\''), "{id}: {contracted}");
        let his = matches!(id, "peel-2023" | "soc-2022" | "frs-2023");
        assert!(!words.contains("Her Majesty") || !his, "{id}");
        assert!(!words.contains("His Majesty") || his, "{id}");
        let hmic = matches!(id, "annual" | "peel-2014" | "peel-2015" | "peel-2016");
        assert!(!words.contains("HMICFRS") || !hmic, "{id}");
        // Plain texts since 2018 turn with "But", statements for the press since 2021 with "However" again.
        let turn = if matches!(id, "peel-2018" | "soc-2022" | "frs-2018") {
            "But"
        } else {
            "However,"
        };
        assert_eq!(framework.words.contrast, [turn], "{id}");
    }
}

#[test]
fn an_example_is_to_be_had_under_every_framework_that_comes_with_the_program() {
    let home = Home::new();
    let listed = out(&home.run(&["frameworks"]).success());
    for (id, _) in EXAMPLES {
        let line = listed
            .lines()
            .find(|line| line.split("  ").next() == Some(id));
        assert!(line.is_some(), "{id}\n{listed}");
        let new = home.run(&[
            "new",
            &format!("{id}.toml"),
            "--framework",
            id,
            "--subject",
            "Mere Police",
            "--inspector",
            "A. Rowe",
        ]);
        new.success();
        home.run(&["check", &format!("{id}.toml")]).success();
    }
    let all = Frameworks::load(Path::new("none"));
    assert_eq!(all.all().len(), EXAMPLES.len());
    assert_eq!(out(&home.run(&["example"]).success()), EXAMPLES[0].1);
    let near = err(&home.run(&["example", "peel-2061"]).code(2));
    assert!(near.contains("did you mean \"peel-2016\"?"), "{near}");
}

#[test]
fn the_three_drafts_on_london_open_without_an_error_and_say_their_grade() {
    let home = Home::new();
    for (file, grade) in [
        (
            "city-of-london.toml",
            "City of London Police requires improvement at tackling",
        ),
        (
            "metropolitan.toml",
            "The Metropolitan Police Service is adequate at tackling",
        ),
        (
            "british-transport.toml",
            "British Transport Police is adequate at tackling",
        ),
    ] {
        let Some(draft) = acceptance(&format!("london-soc/{file}")) else {
            return;
        };
        home.write(file, &draft);
        home.run(&["check", file]).success();
        let printed = out(&home.run(&["print", file]).success());
        assert!(printed.contains(grade), "{printed}");
        // Their grade stands in the list, and nothing else is left to grade.
        let listed = out(&home.run(&["list", "."]).success());
        assert!(listed.contains("1 of 1 graded"), "{listed}");
    }
    let frameworks = Frameworks::load(Path::new("none"));
    let soc = frameworks
        .get("soc-2022")
        .unwrap_or_else(|_| panic!("a framework"));
    let names = [
        "the Metropolitan Police Service",
        "British Transport Police",
    ];
    let together = assay::statement::graded_together(&soc, Grade::Adequate, &names);
    let notice = acceptance("london-soc/notice-must-say.txt").expect("the set is there");
    assert!(notice.contains(&together.expect("words")), "{notice}");
}

#[test]
fn pillars_are_graded_on_pages_of_their_own_and_the_whole_on_its_page() {
    let text = |wanted: &str| {
        EXAMPLES
            .iter()
            .find(|(id, _)| *id == wanted)
            .expect("an example")
            .1
    };
    let mut sitting = Sitting::at(120, 40, text("peel-2018"));
    // A pillar stands before the first of its headings.
    sitting.keys("<home><down><down>g");
    assert!(
        sitting.screen().contains("outstanding"),
        "{}",
        sitting.screen()
    );
    sitting.keys("<home><down><enter>");
    let grade = |sitting: &Sitting| sitting.editor().assessment.judgment("effectiveness").grade;
    assert_eq!(grade(&sitting), Some(Grade::Outstanding));
    assert!(
        sitting
            .statement()
            .contains("The force is outstanding at keeping people safe")
    );
    sitting.keys("u");
    assert_eq!(grade(&sitting), Some(Grade::RequiresImprovement));
    let mut sitting = Sitting::at(120, 40, text("soc-2022"));
    sitting.keys("<home><down>g").keys("<home><down><enter>");
    assert_eq!(
        sitting.editor().assessment.overall.grade,
        Some(Grade::Outstanding)
    );
    assert!(
        sitting
            .statement()
            .contains("in tackling serious and organised crime. Overall, it is outstanding.")
    );
}

#[test]
fn every_framework_that_comes_with_the_program_passes_the_check_of_frameworks() {
    let frameworks = Frameworks::load(Path::new("none"));
    for framework in frameworks.all() {
        assert_eq!(check_framework(framework), [], "{}", framework.id);
        // Writers are led: what an inspection asks is never left to guess.
        for heading in &framework.headings {
            let led =
                (2..=6).contains(&heading.prompts.len()) && (2..=6).contains(&heading.good.len());
            assert!(led, "{}: {}", framework.id, heading.id);
        }
    }
}
