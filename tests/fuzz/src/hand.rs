//! A hand that edits a draft as the input's bytes say.

use std::collections::BTreeSet;
use std::sync::Arc;

use arbitrary::Unstructured;
use assay::assessment::{
    Acceptance, Assessment, Edit, Figure, Finding, FindingField, Framework, Grade, Item, Kind,
    List, Note, OVERALL, Override, Place, Recommendation, RecordAt, Response, Shape, Single,
    TrayItem, Value,
};
use assay::text::Splice;

use crate::below;

/// What stands between the words that a hand writes.
const HOSTILE: [&str; 32] = [
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\"",
    "\"\"\"",
    "'''",
    "\\",
    " \\n ",
    "e\u{301}",
    "👩\u{200d}🏫",
    "\u{0}",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{feff}",
    " # ",
    "\n[[findings]]\n",
    " = ",
    "{",
    "}",
    "\u{2028}",
    "\u{7f}",
    "\u{85}",
    "50_000",
    "2015-02-29",
    "-7.50",
    ". ",
    "子",
    "",
];

/// Which words a hand writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texts {
    /// Words that no other hand writes, and blanks: each is found again wherever it goes.
    Marked,
    /// Whatever breaks careless programs.
    Hostile,
}

/// Makes edits, each of which fits the draft as it is.
pub struct Hand<'a> {
    name: &'static str,
    framework: &'a Framework,
    texts: Texts,
    written: usize,
}

impl<'a> Hand<'a> {
    /// A hand. Two of different names never write the same word.
    pub fn new(name: &'static str, framework: &'a Framework, texts: Texts) -> Self {
        Self {
            name,
            framework,
            texts,
            written: 0,
        }
    }

    /// The draft after the edits that the input says, until it is used up.
    pub fn version(&mut self, from: &Assessment, input: &[u8]) -> Assessment {
        let mut input = Unstructured::new(input);
        let mut version = from.clone();
        while !input.is_empty() {
            if let Some(edit) = self.edit(&version, &mut input) {
                edit.apply(&mut version).expect("the edit fits");
            }
        }
        version
    }

    /// The input's next edit; nothing where it says none that fits.
    pub fn edit(&mut self, of: &Assessment, input: &mut Unstructured<'_>) -> Option<Edit> {
        let what = below(input, 10);
        if what > 3 {
            return self.set(of, input, what > 7);
        }
        let list = List::ALL[below(input, List::ALL.len())];
        let len = of.len(list);
        match what {
            0 | 1 => {
                let at = below(input, len + 1);
                let item = self.item(of, list, input);
                // No sentence has two hand edits.
                let twice = match &item {
                    Item::Override(new) => {
                        let mut all = of.overrides.iter();
                        all.any(|old| old.sentence == new.sentence)
                    }
                    _ => false,
                };
                (!twice).then_some(Edit::Insert { at, item })
            }
            2 => {
                let at = below(input, len);
                let item = of.item(list, at)?;
                Some(Edit::Remove { at, item })
            }
            _ => (len > 0).then(|| Edit::Move {
                list,
                from: below(input, len),
                to: below(input, len),
            }),
        }
    }

    fn set(&mut self, of: &Assessment, input: &mut Unstructured<'_>, splice: bool) -> Option<Edit> {
        let place = self.place(of, input)?;
        let free = !matches!(place.shape(), Shape::Named | Shape::Choice(_));
        // Half a word that was taken out is another word: marked words are written whole.
        if splice
            && free
            && self.texts == Texts::Hostile
            && let Some(text) = of.text(&place)
        {
            let ends: Vec<usize> = (0..=text.len())
                .filter(|at| text.is_char_boundary(*at))
                .collect();
            let (one, other) = (below(input, ends.len()), below(input, ends.len()));
            let (from, to) = (ends[one.min(other)], ends[one.max(other)]);
            let splice = Splice {
                at: from,
                removed: text[from..to].to_owned(),
                inserted: self.words(input),
            };
            return Some(Edit::Splice { place, splice });
        }
        let before = of.get(&place);
        let set = Edit::Set {
            after: self.value(of, &place, input),
            before: before.clone(),
            place: place.clone(),
        };
        // A value may be one that is left out, as "no" for a flag that is "no" where nothing is written.
        let mut with = of.clone();
        set.apply(&mut with).expect("the value fits");
        let after = with.get(&place);
        (before != after).then_some(Edit::Set {
            place,
            before,
            after,
        })
    }

    /// The address of a value; nothing where the input names an item that is not there.
    fn place(&self, of: &Assessment, input: &mut Unstructured<'_>) -> Option<Place> {
        let all = List::ALL.len();
        let mut places = match below(input, 2 * all) {
            0 => singles(),
            1 => {
                let heading = below(input, self.framework.headings.len());
                let heading = self.framework.headings.get(heading)?;
                RecordAt::Judgment(&heading.id).places()
            }
            // Half of all edits are of findings.
            list => {
                let list = *List::ALL.get(list - 2).unwrap_or(&List::Findings);
                item(of, list, below(input, of.len(list)))
            }
        };
        places.retain(is_free);
        let at = below(input, places.len());
        (at < places.len()).then(|| places.swap_remove(at))
    }

    fn words(&mut self, input: &mut Unstructured<'_>) -> String {
        let mut text = String::new();
        for nth in 0..=below(input, 3) {
            if self.texts == Texts::Hostile {
                text.push_str(HOSTILE[below(input, HOSTILE.len())]);
            } else if nth > 0 {
                text.push(' ');
            }
            self.written += 1;
            text.push_str(&format!("w{}{}", self.name, self.written));
        }
        if self.texts == Texts::Hostile {
            match below(input, 64) {
                61 => text = "long ".repeat(1000),
                62 => text.clear(),
                63 => text = format!("{text}{}", HOSTILE[below(input, HOSTILE.len())].repeat(7)),
                _ => {}
            }
        }
        text
    }

    /// A new item, which names others of the draft.
    fn item(&mut self, of: &Assessment, list: List, input: &mut Unstructured<'_>) -> Item {
        let id = of.free_id(list);
        let words = self.words(input);
        let mut any = |list: List| {
            let all: Vec<&str> = of.ids(list).collect();
            let at = below(input, all.len() + 1);
            all.get(at).map_or(String::new(), |id| (*id).to_owned())
        };
        match list {
            List::Findings => {
                let (figure, evidence) = (any(List::Figures), any(List::Evidence));
                Item::Finding(Arc::new(Finding {
                    id,
                    heading: self.heading(input),
                    kind: Kind::ALL[below(input, Kind::ALL.len())],
                    text: format!("{words} {{{figure}}}"),
                    evidence: vec![evidence],
                    ..Finding::default()
                }))
            }
            List::Figures => Item::Figure(Arc::new(Figure {
                id,
                value: words,
                source: any(List::Evidence),
                part_of: any(List::Figures),
                ..Figure::default()
            })),
            List::Responses => Item::Response(Arc::new(Response {
                by: ["the force", "the mayor"][below(input, 2)].into(),
                text: words,
                ..Response::default()
            })),
            List::Accepted => Item::Acceptance(Arc::new(Acceptance {
                rule: "long-sentence".into(),
                on: any(List::Findings),
                why: words,
                ..Acceptance::default()
            })),
            List::Tray => Item::TrayItem(Arc::new(TrayItem {
                id,
                of: any(List::Findings),
                rationale: words,
                ..TrayItem::default()
            })),
            List::Notes => Item::Note(Arc::new(Note {
                on: any(List::Findings),
                text: words,
                ..Note::default()
            })),
            List::Overrides => Item::Override(Arc::new(Override {
                sentence: format!("{}+{}", any(List::Findings), any(List::Findings)),
                text: words,
                ..Override::default()
            })),
            // All that is special about these is what they say.
            list => {
                let mut item = Item::new(list);
                let fields = item.fields_mut();
                let set = [(fields.position("id"), id), (Some(list.spec().says), words)];
                for (nth, text) in set {
                    let set = nth.map(|nth| fields.set_value(nth, Some(Value::Text(text))));
                    set.unwrap_or(Ok(())).expect("a text fits");
                }
                item
            }
        }
    }

    fn heading(&self, input: &mut Unstructured<'_>) -> String {
        let headings = &self.framework.headings;
        let at = below(input, headings.len() + 1);
        headings
            .get(at)
            .map_or(OVERALL, |heading| &heading.id)
            .to_owned()
    }

    /// A value that the place takes.
    fn value(
        &mut self,
        of: &Assessment,
        place: &Place,
        input: &mut Unstructured<'_>,
    ) -> Option<Value> {
        let needed =
            matches!(place.key(), "kind" | "heading") && matches!(place, Place::Finding(..));
        if !needed && below(input, 7) == 6 {
            return None;
        }
        let framework = self.framework;
        let one_of = |ids: Vec<&str>, input: &mut Unstructured<'_>| {
            let at = below(input, ids.len().max(1));
            ids.get(at).map(|id| Value::Text((*id).to_owned()))
        };
        match (place.shape(), place) {
            (Shape::Named, Place::Finding(_, FindingField::Heading)) => {
                Some(Value::Text(self.heading(input)))
            }
            (Shape::Named, Place::Overall(_)) => one_of(
                framework.ladder.iter().map(|it| it.id.as_str()).collect(),
                input,
            ),
            (Shape::Named, _) => one_of(
                framework.frames.iter().map(|it| it.id.as_str()).collect(),
                input,
            ),
            (Shape::Choice(words), _) if words == Grade::WORDS => one_of(
                framework.scale.iter().map(|it| it.grade.word()).collect(),
                input,
            ),
            (Shape::Choice(words), _) => one_of(words.to_vec(), input),
            (Shape::Flag, _) => Some(Value::Flag(below(input, 2) == 0)),
            (Shape::Whole, _) => Some(Value::Whole(match below(input, 6) {
                4 => i64::MIN,
                5 => i64::MAX,
                small => small as i64 - 1,
            })),
            (Shape::List, _) => {
                let all: Vec<&str> = of.ids(List::Evidence).collect();
                let some = all
                    .iter()
                    .skip(below(input, 3))
                    .step_by(1 + below(input, 2));
                let mut ids: Vec<String> = some.map(|id| (*id).to_owned()).collect();
                if self.texts == Texts::Hostile && below(input, 4) == 3 {
                    ids.push(self.words(input));
                }
                Some(Value::List(ids))
            }
            (Shape::Recommendations, _) => {
                let mut now = match of.get(place) {
                    Some(Value::Recommendations(now)) => now,
                    _ => Vec::new(),
                };
                let many = now.len();
                match below(input, 4) {
                    0 if many > 0 => drop(now.remove(below(input, many))),
                    1 if many > 0 => now[below(input, many)].text = self.words(input),
                    2 if many > 0 => now.rotate_left(1),
                    _ => now.push(Recommendation {
                        text: self.words(input),
                        deadline: self.words(input),
                        ..Recommendation::default()
                    }),
                }
                Some(Value::Recommendations(now))
            }
            _ => Some(Value::Text(self.words(input))),
        }
    }
}

/// Every word that a hand has written into an assessment.
pub fn written(of: &Assessment, framework: &Framework) -> BTreeSet<String> {
    let places = places(of, framework);
    let free = places.iter().filter(|place| is_free(place));
    let texts = free.filter_map(|place| of.text(place));
    let words = texts.flat_map(str::split_whitespace);
    let ours = words.filter(|word| word.starts_with('w'));
    ours.map(str::to_owned).collect()
}

/// The address of every value of an assessment.
fn places(of: &Assessment, framework: &Framework) -> Vec<Place> {
    let judged = framework.headings.iter();
    let judged = judged.flat_map(|heading| RecordAt::Judgment(&heading.id).places());
    let items = List::ALL.iter().flat_map(|list| {
        let all = 0..of.len(*list);
        all.flat_map(|at| item(of, *list, at))
    });
    singles().into_iter().chain(judged).chain(items).collect()
}

/// Whether a value may be any: ids and what names them may not.
fn is_free(place: &Place) -> bool {
    let names = ["id", "part-of", "source", "sentence", "on", "needs-first"];
    !names.contains(&place.key())
}

fn singles() -> Vec<Place> {
    let all = Single::ALL.iter().filter(|single| **single != Single::Head);
    all.flat_map(|single| RecordAt::Single(*single).places())
        .collect()
}

fn item(of: &Assessment, list: List, at: usize) -> Vec<Place> {
    if at >= of.len(list) {
        return Vec::new();
    }
    let mut all = RecordAt::Item(list, at).places();
    if list == List::Findings {
        let recommended = 0..of.findings[at].recommendations.len();
        all.extend(recommended.flat_map(|nth| RecordAt::Recommendation(at, nth).places()));
    }
    all
}
