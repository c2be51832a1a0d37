//! Every screen, list, page and question there is, as it looks at the sizes that people have: a file each. A new one does
//! not compile before it has a name here, and the test says so where nothing leads to it.

use std::collections::BTreeMap;
use std::path::Path;

use assay::app::layout::Pane;
use assay::app::{
    ComparedValue, Comparison, ComparisonKind, Detail, EditorRow, FileKind, InspectionPage,
    LibraryNews, Message, MissingFile, MisspeltWord, Overlay, Page, PageKind, PagePosition,
    Palette, Picker, PickerPurpose, Question, QuestionKind, TextPage, TrashedCard,
};
use assay::assessment::{Address, Assessment, EditsFrom, List, MovedEdits};
use assay::config::{BUILT_IN, Config};

use crate::boxes;
use crate::support::frames::compact;
use crate::support::sitting::Sitting;
use crate::support::snapshots::snapshot;

const ANNUAL: &str = include_str!("../../assets/examples/annual.toml");
const PEEL: &str = include_str!("../../assets/examples/peel-2018.toml");
const BODIES: [(&str, &str); 3] = [
    (
        "estuary.toml",
        include_str!("../../assets/examples/inspection/estuary.toml"),
    ),
    (
        "greyhaven.toml",
        include_str!("../../assets/examples/inspection/greyhaven.toml"),
    ),
    (
        "saltmarsh.toml",
        include_str!("../../assets/examples/inspection/saltmarsh.toml"),
    ),
];

/// The sizes, from the smallest.
const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

/// Names every variant, so that none can be left out.
macro_rules! names {
    ($name:ident($what:ty), $all:ident: $($variant:pat => $words:literal,)*) => {
        const $all: &[&str] = &[$($words),*];

        fn $name(what: &$what) -> &'static str {
            match what { $($variant => $words,)* }
        }
    };
}

names!(page(Page), PAGES:
    Page::About => "page about the draft",
    Page::Overall => "page of the whole",
    Page::Tray => "page of the tray",
    Page::Pillar(_) => "page of a pillar",
    Page::Heading(_) => "page of a heading",
    Page::Outlook => "page of the look-ahead",
    Page::Answers => "page of the answers",
    Page::Evidence => "page of the evidence",
    Page::Figures => "page of the figures",
);

names!(pane(Pane), PANES:
    Pane::Headings => "pane of the headings",
    Pane::Findings => "pane of the findings",
    Pane::Statement => "pane of the statement",
);

names!(detail(Detail), DETAILS:
    Detail::Finding(_) => "details of a finding",
    Detail::Figure(_) => "details of a figure",
    Detail::Evidence(_) => "details of evidence",
);

names!(grid(InspectionPage), GRIDS:
    InspectionPage::Grades => "inspection, grades",
    InspectionPage::Notice => "inspection, what each was told",
    InspectionPage::Figures => "inspection, figures",
    InspectionPage::Answers => "inspection, answers",
);

names!(overlay(Overlay), OVERLAYS:
    Overlay::Picker(Picker { purpose: PickerPurpose::Value(_), .. }) => "list of values",
    Overlay::Picker(Picker { purpose: PickerPurpose::Evidence(_), .. }) => "list of filters of evidence",
    Overlay::Picker(Picker { purpose: PickerPurpose::Drafts(_), .. }) => "list of drafts to add",
    Overlay::Picker(Picker { purpose: PickerPurpose::MovedEdits(_), .. }) => "list for edits that wait",
    Overlay::Picker(Picker { purpose: PickerPurpose::Waiting { .. }, .. }) => "list of words that wait",
    Overlay::Picker(Picker { purpose: PickerPurpose::Trash(_), .. }) => "list of the trash",
    Overlay::Picker(Picker { purpose: PickerPurpose::Predecessor, .. }) => "list of earlier drafts",
    Overlay::Picker(Picker { purpose: PickerPurpose::Tray(..), .. }) => "list of places for the tray",
    Overlay::Picker(Picker { purpose: PickerPurpose::Mapping(_), .. }) => "list of headings elsewhere",
    Overlay::Picker(Picker { purpose: PickerPurpose::Framework(..), .. }) => "list of frameworks",
    Overlay::Picker(Picker { purpose: PickerPurpose::Settings(_), .. }) => "list of settings",
    Overlay::Picker(Picker { purpose: PickerPurpose::Setting(_), .. }) => "list of a setting's values",
    Overlay::Picker(Picker { purpose: PickerPurpose::Missing(..), .. }) => "list for a file that is gone",
    Overlay::Picker(Picker { purpose: PickerPurpose::Consent(_), .. }) => "list for a yes",
    Overlay::Picker(Picker { purpose: PickerPurpose::TakeIn(_), .. }) => "list of what a paste becomes",
    Overlay::Picker(Picker { purpose: PickerPurpose::Spelling(..), .. }) => "list of spellings",
    Overlay::Picker(Picker { purpose: PickerPurpose::Import(_), .. }) => "list of what a file offers",
    Overlay::Picker(Picker { purpose: PickerPurpose::Problems(_), .. }) => "list of problems, narrowed",
    Overlay::Palette(Palette { help: false, .. }) => "list of commands",
    Overlay::Palette(Palette { help: true, .. }) => "help",
    Overlay::Question(Question { asked: QuestionKind::NewDraft, .. }) => "question, new draft",
    Overlay::Question(Question { asked: QuestionKind::NextYear(_), .. }) => "question, next year",
    Overlay::Question(Question { asked: QuestionKind::NewBody, .. }) => "question, new body",
    Overlay::Question(Question { asked: QuestionKind::NewInspection, .. }) => "question, new inspection",
    Overlay::Question(Question { asked: QuestionKind::Title, .. }) => "question, title",
    Overlay::Question(Question { asked: QuestionKind::Published, .. }) => "question, day of publication",
    Overlay::Question(Question { asked: QuestionKind::Rename(_), .. }) => "question, name of a file",
    Overlay::Question(Question { asked: QuestionKind::SaveAs(_), .. }) => "question, save as",
    Overlay::Question(Question { asked: QuestionKind::NewFigure, .. }) => "question, new figure",
    Overlay::Question(Question { asked: QuestionKind::RenameFigure(_), .. }) => "question, name of a figure",
    Overlay::Question(Question { asked: QuestionKind::FileNumber { .. }, .. }) => "question, what a number counts",
    Overlay::Question(Question { asked: QuestionKind::Setting(_), .. }) => "question, setting",
    Overlay::Question(Question { asked: QuestionKind::Filter, .. }) => "question, filter",
    Overlay::Question(Question { asked: QuestionKind::Rewrite(_), .. }) => "question, sentence by hand",
    Overlay::Question(Question { asked: QuestionKind::Evidence { .. }, .. }) => "question, evidence",
    Overlay::Question(Question { asked: QuestionKind::Passphrase(_), .. }) => "question, passphrase",
    Overlay::Question(Question { asked: QuestionKind::LetStand { .. }, .. }) => "question, why a problem stands",
    Overlay::Question(Question { asked: QuestionKind::WhyByHand(_), .. }) => "question, why a sentence is by hand",
    Overlay::Page(TextPage { kind: PageKind::Print(_), .. }) => "print",
    Overlay::Page(TextPage { kind: PageKind::Provenance, .. }) => "what a sentence stands on",
    Overlay::Page(TextPage { kind: PageKind::Interruption, .. }) => "a field was taken away",
    Overlay::Comparison(Comparison { compared: ComparisonKind::RecoveredEdits, .. }) => "what was recovered",
    Overlay::Comparison(Comparison { compared: ComparisonKind::Merged, .. }) => "changed in two places",
    Overlay::Comparison(Comparison { compared: ComparisonKind::Replaced, .. }) => "replaced by another program",
    Overlay::Comparison(Comparison { compared: ComparisonKind::OlderCopy, .. }) => "an older copy",
    Overlay::Comparison(Comparison { compared: ComparisonKind::Stale, .. }) => "stale hand edits",
    Overlay::Mapping(_) => "the mapping to another framework",
    Overlay::Problems(_) => "list of problems",
    Overlay::Aloud(_) => "the statement read aloud",
    Overlay::Search(_) => "list of places that have the words",
    Overlay::Replacement(_) => "list of texts to replace words in",
    Overlay::Question(Question { asked: QuestionKind::Replace(_), .. }) => "question, words in place of others",
    Overlay::Question(Question { asked: QuestionKind::ImportFrom, .. }) => "question, file of evidence",
);

/// The screens beneath which nothing lies.
const OTHERS: &[&str] = &[
    "a first start",
    "the library",
    "typing",
    "an empty inspection",
];

/// The name of what is shown.
fn shown(sitting: &Sitting) -> &'static str {
    let state = &sitting.state;
    match (state.overlays.last(), &state.editor, &state.grid) {
        (Some(over), ..) => overlay(over),
        (None, Some(editor), _) => match (&editor.typing, editor.detail(), editor.pane) {
            (Some(_), ..) => "typing",
            (None, Some(of), _) => detail(&of),
            (None, None, Pane::Findings) => page(&editor.page),
            (None, None, other) => pane(&other),
        },
        (None, None, Some(it)) if it.bodies.is_empty() => "an empty inspection",
        (None, None, Some(it)) => grid(&it.page),
        (None, None, None) if state.library.many() == 0 => "a first start",
        (None, None, None) => "the library",
    }
}

fn at(draft: &str, keys: &str) -> Sitting {
    let mut sitting = Sitting::at(120, 40, draft);
    sitting.keys("<home>").keys(keys);
    sitting
}

fn inspection(keys: &str) -> Sitting {
    let mut sitting = Sitting::new(120, 40);
    let thornby = include_str!("../../assets/examples/inspection/thornby.toml");
    sitting.home.write("data/assay/thornby.toml", thornby);
    let another = thornby.replace("id = \"", "id = \"another-");
    sitting.home.write("data/assay/another.toml", &another);
    let paths = BODIES.map(|(name, text)| sitting.home.write(&format!("data/assay/{name}"), text));
    sitting.open_file(&paths[0]);
    sitting.keys(keys);
    sitting
}

fn over(overlay: Overlay) -> Sitting {
    let mut sitting = at(ANNUAL, "<down><down><tab>");
    sitting.state.overlays.push(overlay);
    sitting
}

fn compared(compared: ComparisonKind) -> Sitting {
    let pair = |what: &str, left: Option<&str>, right: Option<&str>| ComparedValue {
        what: what.to_owned(),
        place: None,
        left: left.map(str::to_owned),
        right: right.map(str::to_owned),
        on: String::new(),
    };
    let pairs = vec![
        pair(
            "finding “The constabulary …”",
            Some("The constabulary answers calls quickly."),
            Some("The constabulary answers nearly all calls quickly."),
        ),
        pair("grade of Victims", Some("good"), Some("adequate")),
        pair(
            "a new finding",
            None,
            Some("The constabulary knows its roads."),
        ),
    ];
    over(Overlay::Comparison(Comparison {
        compared,
        pairs,
        at: 0,
    }))
}

/// Leads to every screen.
fn all() -> Vec<Sitting> {
    let library = || {
        let sitting = Sitting::new(120, 40);
        for (name, text) in BODIES {
            sitting.home.write(&format!("data/assay/{name}"), text);
        }
        let mut sitting = Sitting::again(120, 40, sitting.leave());
        sitting.keys("<end>");
        sitting
    };
    let tray = |keys: &str| {
        let mut sitting = at(PEEL, "WSerious<enter>y<home><down><down><tab>");
        sitting.keys(keys);
        sitting
    };
    let waiting = MovedEdits {
        from: EditsFrom::Gone,
        journal: "j".into(),
        was: "north.toml".into(),
        steps: 3,
        since: "10:42".into(),
        base: Box::new(Assessment::default()),
        with: Box::new(Assessment::default()),
    };
    let missing = MissingFile {
        now: Some("elsewhere/north.toml".into()),
        unkept: false,
    };
    let taken = TextPage {
        kind: PageKind::Interruption,
        title: "You were typing".to_owned(),
        lines: vec!["Somebody else has taken the draft over. What you typed is kept.".to_owned()],
        top: PagePosition::default(),
    };
    let mut all = vec![
        Sitting::new(120, 40),
        library(),
        {
            let mut sitting = library();
            sitting.keys("d");
            sitting
        },
        {
            let mut sitting = Sitting::new(120, 40);
            sitting.keys("iOn the moor<enter><esc>");
            sitting
        },
        inspection(""),
        inspection("<tab>"),
        inspection("<tab><tab>"),
        inspection("<tab><tab><tab>"),
        inspection("a"),
        at(ANNUAL, "<tab>"),
        at(ANNUAL, "]<tab>"),
        tray(""),
        at(PEEL, "]]<tab>"),
        at(ANNUAL, "]]<tab>"),
        at(ANNUAL, "]]"),
        at(ANNUAL, "]]<tab><tab>"),
        at(ANNUAL, "]]<tab>+The constabulary listens to those who"),
        at(ANNUAL, "]]<tab><space>"),
        at(ANNUAL, "<end><tab>"),
        at(ANNUAL, "<end><tab><space>"),
        at(ANNUAL, "<end><up><tab>"),
        at(ANNUAL, "<end><up><tab><space>"),
        at(ANNUAL, "<end><up><tab>\\"),
        at(ANNUAL, "<end><up><tab>I"),
        {
            let mut sitting = at(ANNUAL, "<end><up><tab>");
            let table = "Title,Kind,Day\nCall takers,interview,6/3/2024\nPanel,survey,\n";
            sitting.home.write("data/assay/t.csv", table);
            sitting.keys("I").keys("t.csv<enter>");
            sitting.until(|screen| screen.contains("From t.csv"));
            sitting
        },
        at(ANNUAL, "]]<tab>/victim"),
        at(ANNUAL, "]]<tab>/victim<ctrl-r>complainant<enter>"),
        at(ANNUAL, "<end><up><up><tab>"),
        at(ANNUAL, "<end><up><up><up><tab>"),
        at(ANNUAL, "]]<tab>f"),
        {
            let mut sitting = at(ANNUAL, "]]<tab>");
            sitting.paste("• The constabulary listens.\n• It acts.\n");
            sitting
        },
        at(ANNUAL, "]]<tab>Y"),
        tray("<end><up>m"),
        at(PEEL, "WSerious<enter>"),
        at(PEEL, "WSerious<enter><enter>"),
        at(ANNUAL, "W"),
        at(ANNUAL, ","),
        at(ANNUAL, ",theme<enter>"),
        at(ANNUAL, ":"),
        at(ANNUAL, "]]<tab>?"),
        at(ANNUAL, "p"),
        at(ANNUAL, "]]<tab>i"),
        at(ANNUAL, "c"),
        at(ANNUAL, "c/"),
        at(ANNUAL, "s"),
        at(ANNUAL, "]]<tab><tab>e<end> So it is.<enter>r"),
        {
            let mut sitting = at(ANNUAL, "]]<tab>");
            sitting.paste("The constabulary listens to victims.");
            sitting.paste("Hartley");
            sitting.keys(":what waits<enter>");
            sitting
        },
        over(Overlay::Picker(Picker::of_spelling(
            MisspeltWord {
                text: Address::Item(List::Findings, "f1".to_owned()),
                at: 0,
                word: "reciept".to_owned(),
            },
            Some(vec!["receipt".to_owned(), "recipe".to_owned()]),
        ))),
        {
            let trashed = ["moor", "wold"].map(|name| TrashedCard {
                file: format!(".trash/{name}.20240301-104200.toml").into(),
                was: format!("{name}.toml").into(),
                at: "1 March 2024, 10:42".to_owned(),
            });
            over(Overlay::Picker(Picker::of_trash(trashed.to_vec())))
        },
        over(Overlay::Picker(Picker::of_waiting(waiting))),
        over(Overlay::Picker(Picker::of_missing(
            FileKind::Draft,
            Path::new("north.toml"),
            &missing,
        ))),
        over(Overlay::Page(taken)),
        compared(ComparisonKind::RecoveredEdits),
        compared(ComparisonKind::Merged),
        compared(ComparisonKind::Replaced),
        compared(ComparisonKind::OlderCopy),
        compared(ComparisonKind::Stale),
    ];
    all.extend(boxes::each());
    all
}

#[test]
fn every_screen_is_as_it_was_at_every_size_that_people_have() {
    let names = [PAGES, PANES, DETAILS, GRIDS, OVERLAYS, OTHERS].concat();
    let mut met: BTreeMap<&str, Sitting> = BTreeMap::new();
    for sitting in all() {
        met.entry(shown(&sitting)).or_insert(sitting);
    }
    // Findings are shown on their pages.
    let missing: Vec<&&str> = names
        .iter()
        .filter(|name| !met.contains_key(**name) && **name != "pane of the findings")
        .collect();
    assert!(missing.is_empty(), "nothing leads to {missing:?}");
    for (name, sitting) in &mut met {
        // The folder of the test has another name each time.
        let home = sitting.home.path().display().to_string();
        let field = sitting.state.overlays.last().and_then(Overlay::field);
        if field.is_some_and(|field| field.text().contains(&home)) {
            sitting.keys("<ctrl-u>north.toml");
        }
        // All files were changed at the same time for people.
        if let Some(mut cards) = sitting.state.library.cards.clone() {
            cards.sort_by(|one, other| one.path.cmp(&other.path));
            for card in cards.iter_mut() {
                card.changed = "1 Mar 2023 11:42".to_owned();
            }
            sitting.send(Message::Library(LibraryNews::Listed {
                cards,
                first: true,
                last: true,
            }));
        }
        let mut frames = String::new();
        for (width, height) in SIZES {
            sitting.resize(width, height);
            let frame = compact(sitting.buffer());
            frames.push_str(&format!("=== {width}×{height}\n{frame}"));
        }
        snapshot("screens/all", name, &frames);
    }
}

#[test]
fn the_terminals_own_cursor_stands_where_text_goes_in_or_on_the_row_that_is_lit() {
    let mut met = std::collections::BTreeSet::new();
    for mut sitting in all() {
        let name = shown(&sitting);
        if !met.insert(name) {
            continue;
        }
        for (width, height) in SIZES {
            sitting.resize(width, height);
            let away = (width - 1, height - 1);
            let (x, y) = sitting.cursor_after_a_frame(away);
            let screen = sitting.screen();
            assert_ne!((x, y), away, "{name} has no cursor:\n{screen}");
            let state = &sitting.state;
            let editor = state.editor.as_deref();
            let typed = match state.overlays.last() {
                Some(overlay) => overlay.field().is_some(),
                None => editor.is_some_and(|editor| editor.typing.is_some()),
            };
            let row = screen.lines().nth(usize::from(y)).unwrap_or_default();
            let lit = screen.contains('▌') && !typed;
            // Where nothing is lit – a page, a heading without rows – it is read from its beginning.
            let read = match state.overlays.last() {
                Some(over) => matches!(over, Overlay::Page(_)),
                None => editor.is_some_and(|editor| {
                    editor.pane == Pane::Findings
                        && !editor.current().is_some_and(EditorRow::is_selectable)
                }),
            };
            assert!(
                !lit || read || row.contains('▌'),
                "{name}, {x} {y}:\n{screen}"
            );
        }
    }
}

#[test]
fn every_theme_is_as_it_was() {
    for (theme, _) in BUILT_IN {
        let mut sitting = Sitting::with(120, 40, theme, &Config::default());
        sitting.open(ANNUAL);
        sitting.keys("<home>]]<tab>");
        let name = format!("the theme {theme}");
        snapshot("screens/all", &name, &compact(sitting.buffer()));
    }
}
