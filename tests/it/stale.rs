//! What is stale is decided once: the box on the screen, the list of problems, `check`, the grounds of a sentence and
//! every print that names them say the same.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use assay::app::layout::Pane;
use assay::assessment::{Assessment, Evidence, Figure, Finding, Framework, Join, Kind, Override};
use assay::statement::{basis, hand_edit, weave};
use assay::store::Frameworks;
use assay::store::format::{self, fresh};
use proptest::prelude::*;

use crate::cli::{Run, out};
use crate::support::home::Home;
use crate::support::sitting::Sitting;

const STALE: &str = "Changed since it was worded by hand: ";

fn framework() -> Arc<Framework> {
    Frameworks::load(Path::new("none"))
        .get("annual")
        .expect("a framework of the program's own")
}

/// Findings on evidence of their own, some with a figure.
fn draft(kinds: &[u8], framework: &Framework) -> Assessment {
    let mut draft = Assessment::new("wexmoor", framework);
    draft.subject.name = "Wexmoor Constabulary".into();
    for (at, kind) in kinds.iter().enumerate() {
        let figure = if kind % 3 == 0 { " in {n1} places" } else { "" };
        draft.findings.push(Arc::new(Finding {
            id: format!("f{at}"),
            heading: ["crime-prevention", "victims", "offenders"][at % 3].into(),
            kind: [Kind::Strength, Kind::Improvement][usize::from(kind % 2)],
            text: format!("The force knows of matter {at}{figure}."),
            join: (kind % 5 == 0).then_some(Join::Never),
            evidence: vec![format!("e{at}")],
            ..Finding::default()
        }));
        draft.evidence.push(Arc::new(Evidence {
            id: format!("e{at}"),
            title: format!("Paper {at}"),
            ..Evidence::default()
        }));
    }
    draft.figures.push(Arc::new(Figure {
        id: "n1".into(),
        value: "12".into(),
        ..Figure::default()
    }));
    draft
}

/// Rewrites sentences by hand: all whose number is among these, each on what it stands on today.
fn rewrite(draft: &mut Assessment, framework: &Framework, which: &BTreeSet<usize>) {
    let document = weave(draft, framework);
    let sentences = document.paragraphs.iter().flat_map(|it| &it.sentences);
    let chosen = sentences.enumerate().filter(|(nth, _)| which.contains(nth));
    let edits: Vec<_> = chosen
        .map(|(nth, sentence)| {
            let figure = if nth % 2 == 0 { " Of {n1}." } else { "" };
            let words = format!("By hand: {}{figure}", sentence.text);
            hand_edit(draft, framework, sentence, &words)
        })
        .collect();
    draft.overrides.extend(edits.into_iter().map(Arc::new));
}

fn change(draft: &mut Assessment, what: u8, at: usize) {
    let many = draft.findings.len();
    match what {
        0 => Arc::make_mut(&mut draft.findings[at])
            .text
            .push_str(" Still."),
        1 => Arc::make_mut(&mut draft.findings[at])
            .evidence
            .push("e0".into()),
        2 => Arc::make_mut(&mut draft.evidence[at]).title.push('!'),
        3 => Arc::make_mut(&mut draft.figures[0]).value = "13".into(),
        4 => Arc::make_mut(&mut draft.findings[at]).spoken = Some(false),
        5 => Arc::make_mut(&mut draft.findings[at]).join = Some(Join::Always),
        6 => draft.subject.noun = "constabulary".into(),
        7 => drop(draft.findings.remove(at)),
        _ => draft.findings.swap(at, (at + 1) % many),
    }
}

/// Returns the keys that the screen calls stale, after a look that all of the screen agrees.
fn on_the_screen(sitting: &mut Sitting) -> BTreeSet<String> {
    let editor = sitting.editor();
    let key = |edit: usize| editor.assessment.overrides[edit].sentence.clone();
    let stale: BTreeSet<String> = editor.stale().iter().map(|it| key(it.edit)).collect();
    let told: BTreeSet<String> = editor
        .problems()
        .all()
        .iter()
        .filter(|problem| ["stale-edit", "edit-unused"].contains(&problem.rule.id()))
        .map(|problem| problem.place.path().into_owned())
        .collect();
    assert_eq!(told.len(), stale.len(), "the list of problems: {told:?}");
    let spoken: Vec<(usize, usize)> = editor.stale().iter().filter_map(|it| it.sentence).collect();
    for at in spoken {
        while sitting.editor().pane != Pane::Statement {
            sitting.keys("<tab>");
        }
        sitting.keys("<home>");
        while sitting.editor().sentence != at {
            sitting.keys("<down>");
        }
        sitting.keys("i");
        let page = format!("{:?}", sitting.state.overlays);
        assert!(page.contains("has changed since: "), "{page}");
        sitting.keys("<esc>e");
        assert!(
            sitting.screen().contains("woven now"),
            "{}",
            sitting.screen()
        );
        sitting.keys("<esc>");
    }
    stale
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn all_who_tell_what_is_stale_tell_the_same(
        kinds in prop::collection::vec(any::<u8>(), 1..7),
        which in prop::collection::btree_set(0..9_usize, 1..5),
        changes in prop::collection::vec((0..9_u8, any::<prop::sample::Index>()), 0..3),
    ) {
        let framework = framework();
        let mut draft = draft(&kinds, &framework);
        rewrite(&mut draft, &framework, &which);
        prop_assert!(weave(&draft, &framework).stale.is_empty(), "nothing has changed yet");
        for (what, at) in changes {
            if draft.findings.len() > 1 {
                let at = at.index(draft.findings.len());
                change(&mut draft, what, at);
            }
        }
        let text = fresh(&draft, &framework);
        let frameworks = Frameworks::load(Path::new("none"));
        let read = format::read("d", &text, &|id| frameworks.get(id)).expect("a draft");
        let document = weave(&read.assessment, &read.framework);
        let spoken = document.stale.iter().filter(|it| it.sentence.is_some()).count();
        let unspoken = document.stale.len() - spoken;

        let mut sitting = Sitting::at(120, 40, &text);
        prop_assert_eq!(on_the_screen(&mut sitting).len(), document.stale.len());

        let home = Home::new();
        home.write("d.toml", &text);
        let told = home.run(&["check", "d.toml"]);
        let told = out(&told);
        let count = |text: &str, what: &str| text.matches(what).count();
        prop_assert_eq!(count(&told, "[stale-edit]"), spoken, "{}", told);
        prop_assert_eq!(count(&told, "[edit-unused]"), unspoken, "{}", told);
        let sources = out(&home.run(&["print", "d.toml", "--sources"]));
        prop_assert_eq!(count(&sources, STALE), spoken, "{}", sources);
        let json = out(&home.run(&["print", "d.toml", "--format", "json"]));
        prop_assert_eq!(count(&json, "\"stale\": ["), spoken, "{}", json);
        prop_assert_eq!(count(&json, "\"stale\"\n"), spoken, "{}", json);
    }
}

#[test]
fn evidence_that_is_added_makes_a_hand_edit_stale_for_check_as_for_the_screen() {
    let framework = framework();
    let mut draft = draft(&[0, 1], &framework);
    rewrite(&mut draft, &framework, &(0..9).collect());
    let home = Home::new();
    home.write("d.toml", &fresh(&draft, &framework));
    let told = out(&home.run(&["check", "d.toml"]));
    assert!(!told.contains("stale-edit"), "{told}");
    let finding = Arc::make_mut(&mut draft.findings[0]);
    finding.evidence.push("e1".into());
    home.write("d.toml", &fresh(&draft, &framework));
    let told = out(&home.run(&["check", "d.toml"]));
    assert!(
        told.contains("worded by hand, stands on what has changed since: finding “")
            && told.contains("” changed; 1 piece of evidence added;"),
        "{told}"
    );
}

#[test]
fn a_figure_that_only_the_words_by_hand_name_makes_nothing_stale_by_itself() {
    let framework = framework();
    let mut sitting = Sitting::at(120, 40, &fresh(&draft(&[1], &framework), &framework));
    while sitting.editor().pane != Pane::Statement {
        sitting.keys("<tab>");
    }
    sitting.keys("<end>e<end> In {n1} places.<enter>");
    assert!(
        sitting.statement().contains("In 12 places."),
        "{}",
        sitting.statement()
    );
    assert!(
        sitting.editor().stale().is_empty(),
        "{:?}",
        sitting.editor().stale()
    );
    // Once more, without the figure.
    sitting.keys("e<ctrl-u>The force minds it.<enter>");
    assert!(
        sitting.statement().contains("The force minds it."),
        "{}",
        sitting.statement()
    );
    assert!(
        sitting.editor().stale().is_empty(),
        "{:?}",
        sitting.editor().stale()
    );
}

#[test]
fn a_hand_edit_that_is_not_spoken_says_why() {
    let framework = framework();
    let mut draft = draft(&[0, 5, 1], &framework);
    let edit = |sentence: &str, text: &str| {
        let edit = Override {
            sentence: sentence.into(),
            text: text.into(),
            basis: basis("The force knows of matter 0 in 12 places."),
            ..Override::default()
        };
        Arc::new(edit)
    };
    draft.overrides = vec![
        edit("f0", "Once."),
        edit("f0", "The force minds it."),
        edit("f1", " "),
        edit("f9", "Gone."),
        edit("paragraph.crime-prevention+victims+offenders", "All of it."),
    ];
    let told: Vec<(usize, Vec<String>)> = weave(&draft, &framework)
        .stale
        .into_iter()
        .map(|stale| (stale.edit, stale.reasons))
        .collect();
    let why = |edit, why: &str| (edit, vec![why.to_owned()]);
    assert_eq!(
        told,
        [
            why(0, "its paragraph is written by hand as a whole"),
            why(1, "its paragraph is written by hand as a whole"),
            why(2, "it has no words"),
            why(3, "its sentence is spoken no more, or joined with another"),
            why(4, "it would be said in other words now"),
        ]
    );
    draft.overrides.pop();
    let stale = &weave(&draft, &framework).stale;
    assert_eq!(
        stale[0].reasons,
        ["another hand edit of the same sentence is spoken"]
    );
    assert_eq!(stale[1].edit, 2, "{stale:?}");
}

#[test]
fn each_reason_says_what_was_done() {
    let framework = framework();
    let mut draft = draft(&[2, 2, 2, 2], &framework);
    for finding in &mut draft.findings {
        Arc::make_mut(finding).join = Some(Join::Never);
    }
    let home = Home::new();
    home.write("d.toml", &fresh(&draft, &framework));
    let sources = out(&home.run(&["print", "d.toml", "--sources"]));
    assert!(
        sources.contains("Rules: says “it” for the body"),
        "{sources}"
    );
    assert!(!sources.contains("anew"), "{sources}");
}
