//! Every text of a draft is in a print, or in the list of what is left out of it: never in both, never in neither.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use assay::app::layout::Pane;
use assay::app::{EditorRow, shown};
use assay::assessment::{
    Acceptance, Assessment, Evidence, EvidenceField, Figure, Finding, FindingField, Framework,
    Grade, Inspection, InspectorField, Judgment, JudgmentField, JudgmentState, Kind, List, Note,
    Outlook, OverallField, Override, Place, Recommendation, RecommendationField, RecordAt,
    Response, ResponseField, Shape, StatementField, TRAY, TrayItem, Value,
};
use assay::render::{
    Edition, LeftOut, Print, PrintFormat, PrintOptions, Printed, left_out, print_text,
};
use assay::statement::{Inspected, NoticeDraft, basis, weave};
use assay::store::Frameworks;
use proptest::prelude::*;

use crate::cli::{Run, err, out};
use crate::support::home::Home;
use crate::support::sitting::Sitting;

/// Keys of fields that hold no words: references, and what the program keeps for itself.
const NO_WORDS: [&str; 13] = [
    "framework-version",
    "predecessor",
    "sha256",
    "part-of",
    "source",
    "on",
    "rule",
    "framework",
    "sentence",
    "basis",
    "paragraph",
    "status",
    "was",
];

fn framework(id: &str) -> Arc<Framework> {
    Frameworks::load(Path::new("none"))
        .get(id)
        .expect("a framework of the program's own")
}

/// The shape of a random draft.
#[derive(Clone, Debug)]
struct Seed {
    framework: &'static str,
    findings: Vec<u32>,
    judgments: Vec<u8>,
    others: u8,
    edits: Vec<u8>,
    /// Fields that are left empty.
    empty: Vec<u8>,
}

fn seed() -> impl Strategy<Value = Seed> {
    (
        prop::sample::select(&["annual", "peel-2015", "peel-2018", "peel-2023"][..]),
        prop::collection::vec(any::<u32>(), 1..7),
        prop::collection::vec(any::<u8>(), 6),
        1..4_u8,
        prop::collection::vec(any::<u8>(), 0..3),
        prop::collection::vec(any::<u8>(), 16),
    )
        .prop_map(
            |(framework, findings, judgments, others, edits, empty)| Seed {
                framework,
                findings,
                judgments,
                others,
                edits,
                empty,
            },
        )
}

/// The places of texts, each with the words that stand there alone.
type Placed = Vec<(Place, [String; 2])>;

/// Returns a draft of the seed's shape, each text with words that stand nowhere else.
fn draft(seed: &Seed) -> (Assessment, Arc<Framework>, Placed) {
    let framework = framework(seed.framework);
    let mut draft = Assessment::new("d", &framework);
    let headings: Vec<&str> = framework.headings.iter().map(|it| it.id.as_str()).collect();
    for (at, seed) in seed.findings.iter().enumerate() {
        let bit = |nth: u32| seed >> nth & 1 == 1;
        let heading = match seed >> 8 & 7 {
            0 => "overall",
            1 => TRAY,
            2 => "nowhere",
            nth => headings[nth as usize % headings.len()],
        };
        let kind = Kind::ALL[(seed >> 12) as usize % Kind::ALL.len()];
        let advice = if bit(3) { 2 } else { 0 };
        draft.findings.push(Arc::new(Finding {
            id: format!("f{at}"),
            heading: heading.into(),
            kind,
            sensitive: bit(1) && bit(2),
            spoken: (bit(4) && bit(5)).then_some(false),
            also: bit(6).then_some(true),
            evidence: vec![format!("e{}", at % 3)],
            against: bit(7).then(|| "e1".to_owned()).into_iter().collect(),
            recommendations: vec![Recommendation::default(); advice],
            ..Finding::default()
        }));
    }
    for (nth, byte) in seed.judgments.iter().enumerate() {
        let judgment = Judgment {
            grade: (byte % 3 > 0).then_some(Grade::Good),
            state: (byte % 5 == 0).then_some(JudgmentState::CarriedOver),
            ..Judgment::default()
        };
        let pillar = framework.pillars.get(nth % 2).map(|it| it.id.as_str());
        let id = match nth {
            0 => "overall",
            1 => "nobody-knows",
            2 | 3 => pillar.unwrap_or("effectiveness"),
            nth => headings[nth % headings.len()],
        };
        if byte % 4 > 0 {
            draft.grades.insert(id.into(), judgment);
        }
    }
    draft.overall.grade = seed.judgments[0].is_multiple_of(2).then_some(Grade::Good);
    draft.overall.stance = framework
        .ladder
        .first()
        .map_or_else(String::new, |it| it.id.clone());
    for nth in 0..seed.others {
        let id = |prefix: &str| format!("{prefix}{nth}");
        draft.evidence.push(Arc::new(Evidence {
            id: id("e"),
            ..Evidence::default()
        }));
        draft.figures.push(Arc::new(Figure {
            id: id("n"),
            source: id("e"),
            ..Figure::default()
        }));
        draft.outlook.push(Arc::new(Outlook {
            id: id("l"),
            ..Outlook::default()
        }));
        draft.responses.push(Arc::default());
        draft.notes.push(Arc::new(Note {
            on: "f0".into(),
            ..Note::default()
        }));
        draft.accepted.push(Arc::new(Acceptance {
            on: "f0".into(),
            ..Acceptance::default()
        }));
        draft.tray.push(Arc::new(TrayItem {
            id: id("w"),
            ..TrayItem::default()
        }));
    }
    let _: &Vec<Arc<Response>> = &draft.responses;
    let mut known = Vec::new();
    // Hand edits are of sentences that are there once all texts are.
    fill(&mut draft, &mut known, seed, |list| {
        list != Some(List::Overrides)
    });
    let document = weave(&draft, &framework);
    let sentences: Vec<String> = document
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.sentences)
        .map(|sentence| sentence.key.clone())
        .collect();
    for byte in &seed.edits {
        let key = sentences.get(usize::from(*byte) % (sentences.len() + 1));
        let key = key.map_or("gone", String::as_str);
        // Two of one sentence have one address, of which nothing can be said that is true of both.
        if draft.overrides.iter().any(|edit| edit.sentence == key) {
            continue;
        }
        draft.overrides.push(Arc::new(Override {
            sentence: key.into(),
            basis: basis("what it was"),
            ..Override::default()
        }));
    }
    fill(&mut draft, &mut known, seed, |list| {
        list == Some(List::Overrides)
    });
    (draft, framework, known)
}

/// Writes words that stand nowhere else into each text of these tables.
fn fill(
    draft: &mut Assessment,
    known: &mut Vec<(Place, [String; 2])>,
    seed: &Seed,
    wanted: impl Fn(Option<List>) -> bool,
) {
    let records = draft.records_of(|at| match at {
        RecordAt::Item(list, _) => wanted(Some(list)),
        _ => wanted(None),
    });
    let mut places: Vec<Place> = records.iter().flat_map(|(at, _)| at.places()).collect();
    if wanted(Some(List::Findings)) {
        for (at, finding) in draft.findings.iter().enumerate() {
            let advice = 0..finding.recommendations.len();
            places.extend(advice.flat_map(|nth| RecordAt::Recommendation(at, nth).places()));
        }
    }
    for place in places {
        let words = matches!(
            place.shape(),
            Shape::Prose | Shape::Line | Shape::Date | Shape::Amount
        );
        let table = place.parts().0.table();
        let names = (table, place.key());
        if !words || NO_WORDS.contains(&place.key()) || names == ("tray", "of") {
            continue;
        }
        let nth = known.len();
        let empty = seed.empty[nth % seed.empty.len()].is_multiple_of(4);
        if empty
            && !matches!(
                place,
                Place::Finding(_, assay::assessment::FindingField::Text)
            )
        {
            continue;
        }
        let tokens = [format!("qa{nth}z"), format!("qb{nth}z")];
        let figure = match nth % 3 {
            0 => " in {n0} and {n1.label}",
            _ => "",
        };
        let [a, b] = &tokens;
        let text = match (table, place.shape()) {
            ("findings", Shape::Prose) if nth.is_multiple_of(2) => {
                format!(
                    "The {} is {a} with one, two, three, four, five, six{figure} {b}.",
                    draft.noun()
                )
            }
            (_, Shape::Prose) => {
                format!("Here {a} stands with one, two, three, four, five{figure}, and {b}")
            }
            _ => format!("{a} {b}"),
        };
        set(draft, &place, text);
        known.push((place, tokens));
    }
}

fn set(draft: &mut Assessment, place: &Place, text: String) {
    let edit = assay::assessment::Edit::Set {
        place: place.clone(),
        before: draft.get(place),
        after: Some(Value::Text(text)),
    };
    edit.apply(draft).expect("a text");
}

/// Says that each text is in the print, or in the list.
fn exact(
    page: &str,
    listed: &[LeftOut],
    body: &str,
    draft: &Assessment,
    known: &[(Place, [String; 2])],
    what: &str,
) {
    let listed: BTreeSet<&str> = listed
        .iter()
        .filter(|it| it.body == body)
        .map(|it| it.address.as_str())
        .collect();
    let page = page.to_lowercase();
    for (place, tokens) in known {
        let address = draft.address_of(place).expect("a place").to_string();
        let printed = tokens.iter().all(|token| page.contains(token.as_str()));
        let told = listed.contains(address.as_str());
        assert_ne!(
            printed,
            told,
            "{what}: {address} ({tokens:?}) is {}\n{page}",
            if printed {
                "in the print and in the list"
            } else {
                "in neither"
            },
        );
    }
}

/// Says that where a hint tells in which print a text is, the others have it not.
fn hints_are_so(page: &str, aloud: bool, known: &[(Place, [String; 2])], what: &str) {
    for (place, tokens) in known {
        let hint = EditorRow::Field(place.clone()).help().unwrap_or_default();
        let nowhere = hint.contains("in no print") || aloud && hint.contains("not read aloud");
        let printed = tokens.iter().any(|token| page.contains(token.as_str()));
        assert!(!(nowhere && printed), "{what}: {place:?}: {hint}");
    }
}

/// Whoever writes why a grade was chosen, or what a finding rests on, knows that the public will read it, and whoever
/// notes something of a record that nobody will.
#[test]
fn a_hint_says_in_which_print_a_text_is_that_is_not_read_aloud() {
    let hint = |place: Place| EditorRow::Field(place).help().unwrap_or_default();
    let report = "Printed in the report, not read aloud.";
    for place in [
        Place::Judgment("victims".into(), JudgmentField::Rationale),
        Place::Overall(OverallField::Rationale),
        Place::Finding(0, FindingField::Why),
        Place::Finding(0, FindingField::Effect),
        Place::Recommendation(0, 0, RecommendationField::Text),
        Place::Response(0, ResponseField::Text),
    ] {
        assert!(hint(place.clone()).ends_with(report), "{place:?}");
    }
    assert_eq!(
        hint(Place::Evidence(0, EvidenceField::Note)),
        "It is in no print."
    );
    let spoken = hint(Place::Statement(StatementField::Ending));
    assert!(!spoken.contains("print"), "{spoken}");
}

/// A row that shows nothing has nothing printed in its place: what is written there is only added.
#[test]
fn a_row_that_shows_a_dash_prints_nothing() {
    let mut dashes = 0;
    for id in [
        "annual",
        "peel-2015",
        "peel-2018",
        "peel-2021",
        "peel-2023",
        "frs-2023",
    ] {
        let text = format!(
            "format = 1\nid = \"w\"\nframework = \"{id}\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\n\n[inspector]\nname = \"Ann Reid\"\n\n[period]\nlabel = \"2023\"\n\n[[findings]]\nid = \"f\"\nheading = \"overall\"\nkind = \"strength\"\ntext = \"The force listens.\"\n"
        );
        let mut sitting = Sitting::at(120, 40, &text);
        while sitting.editor().pane != Pane::Headings {
            sitting.keys("<tab>");
        }
        sitting.keys("<home>");
        let editor = sitting.editor();
        let words = |draft: &Assessment| -> Vec<String> {
            let document = weave(draft, &editor.framework);
            let plain = Print::statement(&document, draft, &editor.framework);
            let editions = [Edition::Statement, Edition::Report];
            let pages = editions
                .map(|edition| print_text(&Print { edition, ..plain }, PrintFormat::Text, None));
            pages
                .iter()
                .flat_map(|page| page.split(|sign: char| !sign.is_alphanumeric() && sign != '…'))
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let before = words(&editor.assessment);
        let places = editor.rows.iter().filter_map(EditorRow::place);
        for place in places {
            let line = matches!(place.shape(), Shape::Prose | Shape::Line | Shape::Date);
            if !line || shown::value(editor, &place).0 != "–" {
                continue;
            }
            dashes += 1;
            let mut draft = editor.assessment.clone();
            let written = match place.shape() {
                Shape::Date => "2023-03-29",
                _ => "Zqx zqy",
            };
            set(&mut draft, &place, written.to_owned());
            let mut after = words(&draft);
            // A gap that is printed as one is none any more.
            for word in before.iter().filter(|word| !word.contains('…')) {
                let at = after.iter().position(|other| other == word);
                let at = at.unwrap_or_else(|| panic!("{id}: {place:?} took “{word}” away"));
                after.remove(at);
            }
        }
        let office = Place::Inspector(InspectorField::Office);
        let (shown, _) = shown::value(editor, &office);
        let said = shown.split(|sign: char| !sign.is_alphanumeric());
        let mut said = said.filter(|word| !word.is_empty());
        assert!(
            said.all(|word| before.iter().any(|it| it == word)),
            "{id}: {shown}: {before:?}"
        );
    }
    assert!(dashes > 20, "{dashes}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn every_text_of_a_draft_is_printed_or_listed(seed in seed()) {
        let (draft, framework, known) = draft(&seed);
        let document = weave(&draft, &framework);
        let plain = Print::statement(&document, &draft, &framework);
        for edition in [Edition::Statement, Edition::Sources, Edition::Grades, Edition::Report] {
            for format in PrintFormat::of(edition) {
                let this = Print { edition, ..plain };
                let page = print_text(&this, format, None);
                let what = format!("{edition:?} as {format:?}");
                let listed = left_out(&this, format);
                exact(&page, &listed, "", &draft, &known, &what);
                // Numbers between sentences tear no text apart.
                let numbered = Print { options: PrintOptions { numbered: true, notes: false }, ..this };
                prop_assert_eq!(left_out(&numbered, format), listed);
                // With review notes it has those, and is as exact.
                let noted = Print { options: PrintOptions { numbered: false, notes: true }, ..this };
                exact(&print_text(&noted, format, None), &left_out(&noted, format), "", &draft, &known, &what);
                let aloud = matches!(edition, Edition::Statement | Edition::Grades) && format != PrintFormat::Json;
                hints_are_so(&page, aloud, &known, &what);
            }
        }
    }

    #[test]
    fn every_text_of_an_inspection_is_printed_or_listed(seeds in prop::collection::vec(seed(), 1..3)) {
        let drafts: Vec<_> = seeds.iter().enumerate().map(|(at, seed)| {
            let (mut draft, framework, mut known) = draft(seed);
            // The name is what its texts are listed under.
            draft.subject.name = format!("Body {at}");
            draft.subject.spoken = String::new();
            known.retain(|(place, _)| !matches!(place, Place::Subject(_)));
            // The words of two drafts are to be told from each other.
            let mark = |text: &str| text.replace("qa", &format!("q{at}a")).replace("qb", &format!("q{at}b"));
            for (place, tokens) in &mut known {
                let text = draft.text(place).expect("a text").to_owned();
                set(&mut draft, place, mark(&text));
                *tokens = tokens.clone().map(|token| mark(&token));
            }
            (draft, framework, known)
        }).collect();
        let parts: Vec<NoticeDraft> = drafts.iter().map(|(draft, framework, _)| NoticeDraft::of(draft, framework)).collect();
        let inspected: Vec<Inspected<'_>> = drafts.iter().zip(&parts).map(|((assessment, framework, _), part)| {
            Inspected { assessment, framework, part }
        }).collect();
        let inspection = Inspection {
            title: "Qtitle of it".into(),
            introduction: "Qintro one.\n\nAnd two.".into(),
            published: "qday".into(),
            marking: "qmarking".into(),
            release: "qrelease".into(),
            notes: "Qnotes one.\n\nAnd two.".into(),
            contact: "qcontact".into(),
            ..Inspection::default()
        };
        let of = Printed::Inspection { inspection: &inspection, drafts: &inspected };
        for edition in [Edition::Notice, Edition::Theme] {
            for format in PrintFormat::of(edition) {
                let this = Print { edition, options: PrintOptions::default(), of };
                let page = print_text(&this, format, None);
                let listed = left_out(&this, format);
                let what = format!("{edition:?} as {format:?}");
                for ((draft, _, known), part) in drafts.iter().zip(&parts) {
                    exact(&page, &listed, &part.name, draft, known, &what);
                }
                let own: Vec<&str> = listed.iter().filter(|it| it.body.is_empty()).map(|it| it.address.as_str()).collect();
                for (key, token) in [("title", "Qtitle"), ("introduction", "Qintro"), ("published", "qday"), ("marking", "qmarking"), ("release", "qrelease"), ("notes", "Qnotes"), ("contact", "qcontact")] {
                    prop_assert_ne!(page.contains(token), own.contains(&key), "{}: {}", what, key);
                }
            }
        }
    }
}

const DRAFT: &str = "format = 1\nid = \"wexmoor\"\nframework = \"annual\"\n\n[subject]\nname = \"Wexmoor Constabulary\"\nnoun = \"constabulary\"\n\n[grades.victims]\ngrade = \"good\"\nrationale = \"Victims are heard.\"\n\n[[findings]]\nid = \"f1\"\nheading = \"victims\"\nkind = \"improvement\"\ntext = \"The constabulary needs to listen to victims.\"\neffect = \"People wait.\"\n\n[[findings]]\nid = \"f2\"\nheading = \"victims\"\nkind = \"strength\"\ntext = \"The constabulary keeps its promises.\"\n\n[[notes]]\non = \"f1\"\nby = \"Rowe\"\ntext = \"Is this so?\"\n";

const INSPECTION: &str = "format = 1\nkind = \"inspection\"\nid = \"moor\"\ntitle = \"On the moor\"\nintroduction = \"We went to see.\"\ndrafts = [\"d.toml\"]\n";

#[test]
fn what_a_print_leaves_out_is_listed_with_the_reason() {
    let home = Home::new();
    home.write("d.toml", DRAFT);
    let list = out(&home.run(&["print", "d.toml", "--left-out"]).success());
    for line in [
        "Victims · Why: “Victims are heard.” – printed in the report and the thematic report only",
        "Finding “The constabulary needs to listen to…” · Effect: “People wait.” – printed in the report and the thematic report only",
        "Note “Is this so?” – for those who work on the draft; it is in no print but one with notes",
    ] {
        assert!(
            list.lines().any(|it| it == line),
            "{line}\nis missing from\n{list}"
        );
    }
    assert!(!list.contains("promises"), "{list}");
    let report = out(&home
        .run(&["print", "d.toml", "--report", "--left-out"])
        .success());
    assert!(
        !report.contains("Why") && report.contains("Is this so?"),
        "{report}"
    );
    // That a statement has no details is no news, as the gaps are that it has.
    let notes = err(&home.run(&["print", "d.toml"]).success());
    assert!(!notes.contains("not in this print"), "{notes}");
    assert_eq!(notes.matches("note: the").count(), 2, "{notes}");
}

#[test]
fn a_notice_says_that_it_is_short() {
    let home = Home::new();
    let context = "\n[[findings]]\nid = \"f3\"\nheading = \"victims\"\nkind = \"context\"\ntext = \"The constabulary serves many.\"\n";
    home.write("d.toml", &format!("{DRAFT}{context}"));
    home.write("i.toml", INSPECTION);
    let done = home.run(&["notice", "i.toml"]).success();
    let list = out(&home.run(&["notice", "i.toml", "--left-out"]).success());
    let told = format!(
        "{} texts are not in this print; --left-out lists what is not",
        list.lines().count()
    );
    assert!(err(&done).contains(&told), "{}\n{list}", err(&done));
    let list = out(&home.run(&["notice", "i.toml", "--left-out"]).success());
    for line in [
        "Wexmoor Constabulary: Finding “The constabulary needs to listen to…” · Effect: “People wait.” – printed in the report and the thematic report only",
        "Wexmoor Constabulary: Finding “The constabulary serves many.” – a notice tells what is to be put right, what is praised, and one figure",
    ] {
        assert!(
            list.lines().any(|it| it == line),
            "{line}\nis missing from\n{list}"
        );
    }
    let theme = home.run(&["print", "i.toml", "--left-out"]).success();
    assert!(!out(&theme).contains("Introduction"), "{}", out(&theme));
}

#[test]
fn the_screen_counts_what_is_not_printed_and_lists_it_at_a_key() {
    let mut sitting = Sitting::at(120, 40, DRAFT);
    sitting.keys("p");
    let screen = sitting.screen();
    assert!(
        screen.contains("4 texts are not in this print; l lists them."),
        "{screen}"
    );
    sitting.keys("l");
    let screen = sitting.screen();
    assert!(
        screen.contains("Not in the print") && screen.contains("· Effect: “People wait.”"),
        "{screen}"
    );
    sitting.keys("y");
    assert!(
        sitting.copied[0].contains("Note “Is this so?” · By"),
        "{:?}",
        sitting.copied
    );
    // Esc leads back to the print.
    sitting.keys("<esc>");
    let screen = sitting.screen();
    assert!(screen.contains("4 texts are not in this print"), "{screen}");
    sitting.keys("l");
    // The list belongs to the print that is looked at.
    sitting.keys("r");
    assert!(
        !sitting.screen().contains("People wait."),
        "{}",
        sitting.screen()
    );
    sitting.keys("l");
    assert!(
        sitting.screen().contains("2 texts are not in this print"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn the_report_prints_the_reasons_for_grades_of_pillars_and_for_hand_edits() {
    let home = Home::new();
    let more = "\n[grades.effectiveness]\ngrade = \"good\"\nrationale = \"Most of it works.\"\n\n[[overrides]]\nsentence = \"f1\"\ntext = \"It has to listen.\"\nwhy = \"Shorter to say.\"\n";
    let draft = DRAFT
        .replace("\"annual\"", "\"peel-2018\"")
        .replace("victims\"", "vulnerability\"");
    let draft = draft.replace("grades.victims", "grades.vulnerability");
    home.write("d.toml", &format!("{draft}{more}"));
    let done = home.run(&["print", "d.toml", "--report"]);
    let report = out(&done);
    assert!(
        report.contains("Effectiveness: good. Most of it works."),
        "{report}{}",
        err(&done)
    );
    assert!(
        report.contains("“It has to listen.” – Shorter to say."),
        "{report}"
    );
    let sources = out(&home.run(&["print", "d.toml", "--sources"]));
    assert!(
        sources.contains("Worded by hand because: Shorter to say."),
        "{sources}"
    );
}
