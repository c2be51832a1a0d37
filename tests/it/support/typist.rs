//! A typist: types a whole draft in through the screen alone, from an empty folder, as somebody does who looks at the
//! lit row and knows what the program says by itself. Every key is counted.

use std::sync::Arc;

use assay::app::{Key, Overlay};
use assay::assessment::{Assessment, Finding, Framework, Kind, OVERALL};
use assay::statement::weave;

use super::sitting::Sitting;

/// A pair of hands at a sitting.
pub struct Hand {
    /// The sitting.
    pub sitting: Sitting,
    /// The number of keys that were pressed.
    pub keys: usize,
}

impl Hand {
    /// Hands at an empty library.
    pub fn new() -> Self {
        Self {
            sitting: Sitting::new(120, 40),
            keys: 0,
        }
    }

    /// Presses keys.
    pub fn keys(&mut self, keys: &str) {
        self.keys += Key::sequence(keys).expect("keys").len();
        self.sitting.keys(keys);
    }

    /// Types words.
    pub fn words(&mut self, words: &str) {
        self.keys(&words.replace('<', "<less>"));
    }

    /// The words of the row that Enter or Tab would take.
    fn lit(&self) -> Option<&str> {
        let state = &self.sitting.state;
        let list = match (state.overlays.last(), &state.editor) {
            (Some(Overlay::Picker(picker)), _) => &picker.list,
            (Some(Overlay::Question(question)), _) => &question.field.offers.list,
            (None, Some(editor)) => &editor.typing.as_ref()?.offers.list,
            _ => return None,
        };
        list.lit_row().map(|row| row.label.as_str())
    }

    /// Types a text: names that the program knows by the fewest letters behind a brace.
    pub fn prose(&mut self, words: &str) {
        let subject = self.sitting.editor().assessment.subject.clone();
        let names: Vec<&str> = assay::assessment::bodies()
            .filter(|body| body.name != subject.name)
            .filter_map(|body| body.spoken())
            .collect();
        let mut left = words;
        while let Some(letter) = left.chars().next() {
            let begins = |name: &&str| {
                !name.is_empty()
                    && left
                        .get(1..)
                        .zip(name.get(1..))
                        .is_some_and(|(left, name)| left.starts_with(name))
                    && left.to_lowercase().starts_with(&name[..1])
            };
            let brace = left
                .find('}')
                .filter(|_| letter == '{')
                .map(|end| &left[..=end]);
            let (typed, wanted, long) = if let Some(known) = brace {
                // What is particular about a name finds it first.
                let typed = match known {
                    "{inspector.office}" => "office",
                    known => &known[1..],
                };
                (typed.to_owned(), known.to_owned(), known.len())
            } else if begins(&subject.spoken.as_str()) {
                let spoken = "{subject.spoken}".to_owned();
                ("spoken".to_owned(), spoken, subject.spoken.len())
            } else if left.starts_with(&subject.name) {
                let name = "{subject.name}".to_owned();
                ("name".to_owned(), name, subject.name.len())
            } else if let Some(name) = names.iter().find(|name| begins(name)) {
                (name[4..].to_owned(), (*name).to_owned(), name.len())
            } else {
                self.words(&letter.to_string());
                left = &left[letter.len_utf8()..];
                continue;
            };
            self.keys("{");
            if self.until_lit(&typed, &wanted) {
                self.keys("<tab>");
            }
            left = &left[long..];
        }
    }

    /// Leaves the text that is typed in.
    pub fn leaves(&mut self) {
        while self.sitting.editor().typing.is_some() {
            self.keys("<esc>");
        }
    }

    /// Types letters of words until the row of the wanted name is lit; true where it is.
    pub fn until_lit(&mut self, words: &str, wanted: &str) -> bool {
        for letter in words.chars() {
            if self.lit() == Some(wanted) {
                return true;
            }
            self.words(&letter.to_string());
        }
        self.lit() == Some(wanted)
    }

    /// Answers a field with the fewest letters, and goes on from it with a key.
    pub fn field(&mut self, words: &str, then: &str) {
        // What is taken is done with: the same key goes on to the next field.
        let lit = !words.is_empty() && self.until_lit(words, words);
        if lit {
            self.keys("<tab>");
        }
        if !(lit && then == "<tab>") {
            self.keys(then);
        }
    }

    /// Chooses from the list that is open by the fewest letters of an id or a name.
    pub fn choose(&mut self, words: &str) {
        let named = |hand: &Self| {
            let Some(Overlay::Picker(picker)) = hand.sitting.state.overlays.last() else {
                panic!("no list:\n{}", hand.sitting.screen());
            };
            let mut all = picker.list.all().iter();
            let is = |row: &&assay::app::ListRow| {
                row.label == words || row.words.split_whitespace().any(|word| word == words)
            };
            all.find(is).map(|row| row.label.clone())
        };
        let wanted = named(self).unwrap_or_else(|| panic!("no {words}"));
        assert!(self.until_lit(words, &wanted), "{}", self.sitting.screen());
        self.keys("<enter>");
    }
}

/// Types a draft in, from an empty folder; returns the hands.
pub fn types(draft: &Assessment, framework: &Framework) -> Hand {
    let draft = &shortest(draft, framework);
    let mut hand = Hand::new();
    hand.keys("n");
    hand.until_lit(&draft.subject.name, &draft.subject.name);
    // The likely framework is lit. The new draft opens on the inspector, who is the first that is not known.
    hand.keys("<enter><enter><enter>");
    hand.field(&draft.inspector.name, "<tab>");
    hand.field(&draft.inspector.office, "<tab>");
    hand.field(&draft.period.label, "");
    if !draft.statement.greeting.is_empty() {
        hand.keys("<tab><tab><tab><tab><tab>");
        hand.prose(&draft.statement.greeting);
    }
    hand.keys("<esc>");
    figures(&mut hand, draft);
    hand.keys("]");
    if !draft.overall.stance.is_empty() {
        hand.keys("o");
        hand.choose(&draft.overall.stance);
    }
    let mut open = findings(&mut hand, draft, OVERALL);
    for heading in &framework.headings {
        next_heading(&mut hand, open);
        if let Some(judgment) = draft.grades.get(&heading.id) {
            let point = judgment.grade.and_then(|it| framework.scale_point(it));
            if let Some(point) = point {
                hand.keys("g");
                hand.choose(&point.words);
            }
            if !judgment.rationale.is_empty() {
                hand.keys("r");
                hand.words(&judgment.rationale);
                hand.keys("<esc>");
            }
        }
        open = findings(&mut hand, draft, &heading.id);
    }
    next_heading(&mut hand, open);
    for (nth, item) in draft.outlook.iter().enumerate() {
        hand.keys(if nth == 0 { "a" } else { "<enter>" });
        hand.prose(&item.text);
    }
    hand.keys("<esc>");
    hand
}

/// Types the figures in, on their page at the end of all, and comes back to the first.
fn figures(hand: &mut Hand, draft: &Assessment) {
    if draft.figures.is_empty() {
        return;
    }
    hand.keys("<left><end>");
    for figure in &draft.figures {
        // Value, unit, label.
        hand.keys("a");
        hand.words(&figure.id);
        hand.keys("<enter>");
        hand.words(&figure.value);
        hand.keys("<tab>");
        hand.words(&figure.unit);
        hand.keys("<tab>");
        hand.words(&figure.label);
        hand.keys("<esc>");
    }
    hand.keys("<left><home>");
}

/// The words of a statement, paragraph by paragraph.
fn spoken(draft: &Assessment, framework: &Framework) -> Vec<Vec<String>> {
    let document = weave(draft, framework);
    let paragraphs = document.paragraphs.iter();
    let words = |it: &Arc<assay::statement::Sentence>| it.text.clone();
    paragraphs
        .map(|paragraph| paragraph.sentences.iter().map(words).collect())
        .collect()
}

/// Leaves out of a draft whatever the program says or does by itself, as long as the statement is the same.
pub fn shortest(draft: &Assessment, framework: &Framework) -> Assessment {
    let wanted = spoken(draft, framework);
    let mut draft = draft.clone();
    // In place of their names, paragraphs begin where they begin.
    let mut begun = draft.clone();
    let mut before = (String::new(), String::new());
    for finding in &mut begun.findings {
        let finding = Arc::make_mut(finding);
        let now = (
            finding.heading.clone(),
            std::mem::take(&mut finding.paragraph),
        );
        finding.begins_paragraph |= !now.1.is_empty() && now != before;
        before = now;
    }
    if spoken(&begun, framework) == wanted {
        draft = begun;
    }
    // Whoever types a statement types it as it runs.
    let document = weave(&draft, framework);
    let place = |finding: &Arc<Finding>| {
        let mut placed = document.placed();
        placed
            .position(|(_, it)| it.key == finding.id)
            .unwrap_or(usize::MAX)
    };
    let mut in_order = draft.clone();
    in_order.findings.sort_by_cached_key(place);
    if spoken(&in_order, framework) == wanted {
        draft = in_order;
    }
    let mut other = draft.clone();
    other.statement.greeting = draft.statement.greeting.trim_end_matches('.').to_owned();
    if spoken(&other, framework) == wanted {
        draft = other;
    }
    let subject = format!("The {} ", draft.subject.noun);
    for at in 0..draft.findings.len() {
        let shorter: [&dyn Fn(&mut Finding); 5] = [
            &|finding| finding.order = None,
            &|finding| finding.also = None,
            // The word is shorter than the field that asks for it.
            &|finding| {
                if finding.also.take() == Some(true) {
                    finding.text = finding.text.replacen(" are ", " are also ", 1);
                }
            },
            &|finding| {
                let text = finding.text.strip_suffix('.').unwrap_or(&finding.text);
                finding.text = text.to_owned();
            },
            &|finding| {
                let text = finding.text.strip_prefix(&subject);
                finding.text = text.unwrap_or(&finding.text).to_owned();
            },
        ];
        for shorten in shorter {
            let mut other = draft.clone();
            shorten(Arc::make_mut(&mut other.findings[at]));
            if spoken(&other, framework) == wanted {
                draft = other;
            }
        }
    }
    draft
}

/// Goes on to the next heading, from within a text where one is open.
fn next_heading(hand: &mut Hand, open: bool) {
    hand.keys(if open { "<ctrl-]>" } else { "]" });
}

/// Types the findings of a heading; true where the last text is still open.
fn findings(hand: &mut Hand, draft: &Assessment, heading: &str) -> bool {
    let mut before: Option<&Finding> = None;
    let mut open = false;
    for (_, finding) in draft.under(heading) {
        // Enter goes on to another of the same kind.
        if open && before.is_some_and(|before| before.kind == finding.kind) {
            hand.keys("<enter>");
        } else {
            hand.keys(if open { "<esc>" } else { "" });
            hand.keys(match finding.kind {
                Kind::Strength => "+",
                Kind::Improvement => "-",
                Kind::Concern => "!",
                Kind::Practice => "*",
                Kind::Context => "=",
            });
        }
        hand.prose(&finding.text);
        let rows = details(finding, before);
        open = finding.stance.is_empty() && !finding.begins_paragraph && rows.is_empty();
        if !open {
            hand.keys("<esc>");
        }
        if !finding.stance.is_empty() {
            hand.keys("f");
            hand.choose(&finding.stance);
        }
        if finding.begins_paragraph {
            hand.keys("P");
        }
        if !rows.is_empty() {
            hand.keys(" ");
            let mut at = 0;
            for (row, what) in rows {
                // A page is thirteen rows in this window.
                match row - at {
                    down @ 9..13 => {
                        hand.keys("<pagedown>");
                        hand.keys(&"<up>".repeat(13 - down));
                    }
                    down => hand.keys(&"<down>".repeat(down)),
                }
                hand.keys(&what);
                at = row;
            }
        }
        before = Some(finding);
    }
    open
}

/// The rows of the details that want something: text, kind, heading, status, frame and its adverb, person and time,
/// join, also, refer, order, paragraph.
fn details(finding: &Finding, before: Option<&Finding>) -> Vec<(usize, String)> {
    let mut wanted: Vec<(usize, String)> = Vec::new();
    if finding.also == Some(true) {
        wanted.push((9, "<enter>yes<enter>".to_owned()));
    }
    if let Some(order) = finding.order {
        wanted.push((11, format!("<enter>{order}<enter>")));
    }
    // A new finding stands in the paragraph of the one before it.
    if before.map_or("", |before| before.paragraph.as_str()) != finding.paragraph {
        wanted.push((12, format!("<enter><ctrl-u>{}<esc>", finding.paragraph)));
    }
    wanted
}
