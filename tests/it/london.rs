//! An inspection of several bodies, typed in from an empty folder through the screen alone, and its notice printed.

use assay::app::layout::Pane;
use assay::app::{EditorRow, Key};
use assay::assessment::{Assessment, Kind};
use assay::store::format;

use crate::support::needs::acceptance;
use crate::support::sitting::Sitting;

/// Somebody who looks at the screen and types, and counts the keys.
struct Hand {
    sitting: Sitting,
    keys: usize,
}

impl Hand {
    fn keys(&mut self, keys: &str) {
        self.keys += Key::sequence(keys).expect("keys").len();
        self.sitting.keys(keys);
    }

    fn words(&mut self, words: &str) {
        self.keys(&words.replace('<', "<less>"));
    }

    fn go_to_pane(&mut self, pane: Pane) {
        for _ in 0..4 {
            if self.sitting.editor().pane == pane {
                return;
            }
            self.keys("<tab>");
        }
        panic!("no way to {pane:?}:\n{}", self.sitting.screen());
    }

    /// To the page of this title, and into it.
    fn go_to_page(&mut self, title: &str) {
        self.go_to_pane(Pane::Headings);
        self.keys("<home>");
        for _ in 0..40 {
            let editor = self.sitting.editor();
            if editor.page_title(editor.page) == title {
                self.go_to_pane(Pane::Findings);
                self.keys("<home>");
                return;
            }
            self.keys("<down>");
        }
        panic!("no page {title}:\n{}", self.sitting.screen());
    }

    /// Goes down to the field of this label, the `nth` one of it, and types.
    fn field(&mut self, nth: usize, label: &str, words: &str) {
        if words.is_empty() {
            return;
        }
        self.go_to_field(nth, label);
        // What the program knows of the body stands there already.
        self.keys("<enter><ctrl-alt-a>");
        self.words(words);
        self.keys("<esc>");
    }

    fn go_to_field(&mut self, nth: usize, label: &str) {
        self.keys("<home>");
        let mut seen = 0;
        for _ in 0..40 {
            if matches!(self.sitting.editor().current(), Some(EditorRow::Field(_, at)) if *at == label)
            {
                if seen == nth {
                    return;
                }
                seen += 1;
            }
            self.keys("<down>");
        }
        panic!("no field {label}:\n{}", self.sitting.screen());
    }

    fn body(&mut self, draft: &Assessment, first: bool) {
        self.keys("n");
        self.words(&draft.subject.name);
        self.keys("<enter>");
        if first {
            // The first body decides under which framework the inspection is.
            self.keys("serious<enter>");
        }
        if self.sitting.state.editor.is_none() {
            // It stands in the grid; into it.
            self.keys("<enter>");
        }
        self.go_to_page("About");
        self.field(0, "In a sentence", &draft.subject.spoken);
        self.field(1, "Name", &draft.inspector.name);
        self.field(0, "Office", &draft.inspector.office);
        self.field(0, "Year", &draft.period.label);
        self.go_to_page("Overall");
        self.go_to_field(0, "Grade");
        self.keys("<enter>");
        let grade = draft.overall.grade.expect("a grade");
        self.words(&grade.word().replace('-', " "));
        self.keys("<enter>");
        self.field(0, "Why", &draft.overall.rationale);
        self.figures(draft);
        self.findings(draft);
        if draft.responses.is_empty() {
            return;
        }
        self.go_to_page("Answers");
        for response in &draft.responses {
            self.keys("a");
            self.words(&response.by);
            self.keys("<tab>");
            self.words(&response.text);
            self.keys("<esc>");
        }
    }

    fn figures(&mut self, draft: &Assessment) {
        if draft.figures.is_empty() {
            return;
        }
        self.go_to_page("Figures");
        for figure in &draft.figures {
            self.keys("a");
            self.words(&figure.id);
            self.keys("<enter>");
            self.words(&figure.value);
            self.keys("<esc>");
            self.field(0, "What it is", &figure.label);
            self.field(0, "Period", &figure.period);
            if !figure.part_of.is_empty() {
                self.field(0, "Part of figure", &figure.part_of);
            }
            self.keys("<esc>");
        }
    }

    fn findings(&mut self, draft: &Assessment) {
        let framework = self.sitting.editor().framework.clone();
        for heading in &framework.headings {
            let under: Vec<_> = draft.under(&heading.id).collect();
            if under.is_empty() {
                continue;
            }
            self.go_to_page(&heading.title);
            for (_, finding) in under {
                self.keys(match finding.kind {
                    Kind::Strength => "+",
                    Kind::Improvement => "-",
                    Kind::Concern => "!",
                    Kind::Practice => "*",
                    Kind::Context => "=",
                });
                self.words(&finding.text);
                self.keys("<esc>");
                for id in &finding.evidence {
                    let title = draft.evidence.iter().find(|it| it.id == *id);
                    let known = self.sitting.editor().assessment.evidence.len();
                    self.keys("v");
                    let title = &title.expect("evidence").title;
                    if known > 0 {
                        // A few letters find it again.
                        self.words(title.get(..6).expect("a title"));
                        self.keys("<down><enter>");
                    } else {
                        self.words(title);
                    }
                    self.keys("<enter>");
                }
            }
        }
    }
}

#[test]
fn the_london_inspection_is_typed_in_from_an_empty_folder_and_its_notice_printed() {
    let names = ["city-of-london", "metropolitan", "british-transport"];
    let drafts = names.map(|name| acceptance(&format!("london-soc/{name}.toml")));
    let Some(must) = acceptance("london-soc/notice-must-say.txt") else {
        return;
    };
    let framework = assay::store::Frameworks::load(std::path::Path::new(""))
        .get("soc-2022")
        .expect("built in");
    let mut hand = Hand {
        sitting: Sitting::new(120, 40),
        keys: 0,
    };
    hand.keys("i");
    hand.words("The London regional response to serious and organised crime");
    hand.keys("<enter>D2023-05-19<enter>");
    for (nth, draft) in drafts.iter().enumerate() {
        let known = framework.clone();
        let draft = draft.as_deref().expect("the draft");
        let draft = format::read("draft", draft, &move |_| Ok(known.clone())).expect("it is right");
        hand.body(&draft.assessment, nth == 0);
        // Back to the grid.
        for _ in 0..4 {
            if hand.sitting.state.editor.is_some() {
                hand.keys("q");
            }
        }
        assert!(hand.sitting.state.editor.is_none());
    }
    hand.keys("p<enter>");
    let screen = hand.sitting.screen();
    assert!(screen.contains("Printed to"), "{screen}");
    let folder = std::fs::read_dir(hand.sitting.home.drafts()).expect("the folder");
    let notice = folder
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.to_string_lossy().ends_with("notice.txt"));
    let notice = std::fs::read_to_string(notice.expect("the notice")).expect("the notice");
    for line in must.lines().filter(|line| !line.trim().is_empty()) {
        assert!(
            notice.contains(line.trim()),
            "{line:?} is missing from\n{notice}"
        );
    }
    println!("{} keys", hand.keys);
}
