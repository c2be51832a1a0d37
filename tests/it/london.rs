//! An inspection of several bodies, typed in from an empty folder through the screen alone, and its notice printed.

use assay::app::layout::Pane;
use assay::app::{EditorRow, Page};
use assay::assessment::{Assessment, Kind};
use assay::store::format;

use crate::support::needs::acceptance;
use crate::support::typist::{Hand, shortest};

impl Hand {
    fn go_to_pane(&mut self, pane: Pane) {
        for _ in 0..4 {
            if self.sitting.editor().pane == pane {
                return;
            }
            self.keys("<tab>");
        }
        panic!("no way to {pane:?}:\n{}", self.sitting.screen());
    }

    /// To the page of this title, on the shorter way, and into it.
    fn go_to_page(&mut self, title: &str) {
        let editor = self.sitting.editor();
        let pages = editor.pages();
        let place = |wanted: &dyn Fn(Page) -> bool| pages.iter().position(|page| wanted(*page));
        let there = place(&|page| editor.page_title(page) == title).expect("the page");
        let here = place(&|page| page == editor.page).expect("a page");
        let key = if there > here { "]" } else { "[" };
        self.keys(&key.repeat(there.abs_diff(here)));
        self.go_to_pane(Pane::Findings);
    }

    /// Goes to the field of this label, the `nth` one of it, and types, where it does not say so already.
    fn fill_in(&mut self, nth: usize, label: &str, words: &str) {
        let (at, now) = self.find_field(nth, label);
        if words.is_empty() || now == words {
            return;
        }
        self.go_to_row(at);
        self.keys("<enter>");
        if !now.is_empty() {
            self.keys("<ctrl-alt-a>");
        }
        self.field(words, "<esc>");
    }

    /// The row of a field, and what stands in it.
    fn find_field(&self, nth: usize, label: &str) -> (usize, String) {
        let editor = self.sitting.editor();
        let rows = editor.rows.iter().enumerate();
        let mut rows = rows.filter_map(|(at, row)| match row {
            EditorRow::Field(place) if place.shown_label() == Some(label) => Some((at, place)),
            _ => None,
        });
        let (at, place) = rows.nth(nth).expect("the field");
        let now = editor.assessment.text(place).unwrap_or_default();
        (at, now.to_owned())
    }

    fn go_to_field(&mut self, nth: usize, label: &str) {
        let (at, _) = self.find_field(nth, label);
        self.go_to_row(at);
    }

    fn go_to_row(&mut self, at: usize) {
        for _ in 0..40 {
            let now = self.sitting.editor().row;
            match now.cmp(&at) {
                std::cmp::Ordering::Less => self.keys("<down>"),
                std::cmp::Ordering::Equal => return,
                std::cmp::Ordering::Greater => self.keys("<up>"),
            }
        }
        panic!("no way to row {at}:\n{}", self.sitting.screen());
    }

    fn body(&mut self, draft: &Assessment, first: bool) {
        self.keys("n");
        self.until_lit(&draft.subject.name, &draft.subject.name);
        self.keys("<enter>");
        if first {
            // The first body decides under which framework the inspection is.
            self.choose("Serious and organised crime");
        }
        if self.sitting.state.editor.is_none() {
            // It stands in the grid; into it.
            self.keys("<enter>");
        }
        self.go_to_page("About");
        self.fill_in(0, "In a sentence", &draft.subject.spoken);
        self.fill_in(1, "Name", &draft.inspector.name);
        self.fill_in(0, "Office", &draft.inspector.office);
        self.fill_in(0, "Year", &draft.period.label);
        self.go_to_page("Overall");
        self.go_to_field(0, "Grade");
        self.keys("<enter>");
        let grade = draft.overall.grade.expect("a grade");
        self.choose(&grade.word().replace('-', " "));
        self.fill_in(0, "Why", &draft.overall.rationale);
        self.figures(draft);
        self.findings(draft);
        if draft.responses.is_empty() {
            return;
        }
        self.go_to_page("Answers");
        for response in &draft.responses {
            self.keys("a");
            self.prose(&response.by);
            self.keys("<tab>");
            self.prose(&response.text);
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
            self.keys("<tab><tab>");
            self.field(&figure.label, "<tab>");
            self.field(&figure.period, "<esc>");
            if !figure.part_of.is_empty() {
                self.fill_in(0, "Part of figure", &figure.part_of);
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
                self.prose(&finding.text);
                self.leaves();
                for id in &finding.evidence {
                    let title = draft.evidence.iter().find(|it| it.id == *id);
                    self.keys("v");
                    // A few letters find again what is in the ledger.
                    let title = &title.expect("evidence").title;
                    self.until_lit(title, title);
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
    let mut hand = Hand::new();
    hand.keys("i");
    hand.words("The London regional response to serious and organised crime");
    hand.keys("<enter>2023-05-19<enter>");
    for (nth, draft) in drafts.iter().enumerate() {
        let known = framework.clone();
        let draft = draft.as_deref().expect("the draft");
        let draft = format::read("draft", draft, &move |_| Ok(known.clone())).expect("it is right");
        hand.body(&shortest(&draft.assessment, &framework), nth == 0);
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
    assert!(hand.keys <= 1_300, "{} keys", hand.keys);
}
