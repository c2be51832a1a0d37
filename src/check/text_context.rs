//! The context in which texts are scanned one by one, and the problems that are found in them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::house::house;
use super::{CheckContext, Fix, Problem, Rule, WordSpot, naming, problem, words};
use crate::assessment::{Address, Assessment, Body, Figure, Frame, Framework, Place, Tone, bodies};
use crate::grammar::{self, Reading};
use crate::statement;
use crate::text::Splice;

/// All that the scan of a text depends on besides the text itself.
#[derive(Debug)]
pub(super) struct TextContext {
    /// The year of the house style, where it is known.
    pub(super) year: Option<u16>,
    pub(super) noun: String,
    /// The body's names.
    pub(super) names: Vec<String>,
    /// Numbers of the ledger by their digits: the figure's id and how it is spoken.
    pub(super) ledger: HashMap<String, (String, String)>,
    /// Wholes of which figures were drawn; they have no name in prose.
    pub(super) wholes: HashSet<String>,
    figures: Vec<Arc<Figure>>,
    frames: Vec<Frame>,
    pub(super) tones: HashMap<String, Tone>,
    /// Other bodies, by the first word of their names.
    others: HashMap<&'static str, Vec<Body>>,
}

fn names(context: &CheckContext) -> Vec<String> {
    let subject = &context.draft.subject;
    let names = [subject.spoken.trim(), subject.name.trim()];
    let names = names.into_iter().filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

impl TextContext {
    pub(super) fn new(context: &CheckContext) -> Self {
        let mut ledger = HashMap::new();
        let mut wholes = HashSet::new();
        let plain = |value: &str| value.trim().replace(',', "");
        for figure in &context.draft.figures {
            let spoken = statement::spoken(figure);
            ledger
                .entry(plain(&figure.value))
                .or_insert_with(|| (figure.id.clone(), spoken));
            wholes.insert(plain(&figure.of));
        }
        let names = names(context);
        let mut others: HashMap<&str, Vec<Body>> = HashMap::new();
        let own = |body: &Body| names.iter().any(|name| name.contains(body.name));
        for body in bodies().filter(|body| !own(body)) {
            let first = body.name.split(' ').next().unwrap_or_default();
            others.entry(first).or_default().push(body);
        }
        Self {
            year: super::context::year(context.draft),
            noun: context.draft.noun().to_owned(),
            names,
            ledger,
            wholes,
            figures: context.draft.figures.clone(),
            frames: context.framework.frames.clone(),
            tones: context.framework.frames.iter().filter_map(tone).collect(),
            others,
        }
    }

    /// Returns true where texts would be scanned with the same result now.
    pub(super) fn is_current(&self, context: &CheckContext) -> bool {
        let same = |(old, new): (&Arc<Figure>, &Arc<Figure>)| Arc::ptr_eq(old, new);
        self.year == super::context::year(context.draft)
            && self.noun == context.draft.noun()
            && self.names == names(context)
            && self.figures.len() == context.draft.figures.len()
            && self.figures.iter().zip(&context.draft.figures).all(same)
            && self.frames == context.framework.frames
    }

    /// Returns true where a text names the body.
    fn names_own(&self, text: &str) -> bool {
        let own = |word: &str| word.trim_end_matches("'s") == self.noun;
        words::words(text).iter().any(|word| own(word.text))
            || self.names.iter().any(|name| text.contains(name.as_str()))
    }

    /// Reads a sentence that may be about the body.
    pub(super) fn read(&self, text: &str) -> Reading {
        let noun = std::iter::once(self.noun.as_str());
        let names: Vec<&str> = noun.chain(self.names.iter().map(String::as_str)).collect();
        grammar::read(text, &names)
    }

    /// Returns true where a finding of this stance stands behind a verb such as "see", so that its own agrees with nothing.
    pub(super) fn takes_bare_verb(&self, stance: &str) -> bool {
        let frame = self.frames.iter().find(|frame| frame.id == stance);
        frame.is_some_and(statement::takes_bare_verb)
    }

    /// Returns the other body that a text opens with, as the one that it is about: one that names this body too is about both.
    pub(super) fn opens_with_another(&self, text: &str) -> Option<&Body> {
        let bare = text.trim_start();
        let bare = bare.strip_prefix("The ").unwrap_or(bare);
        let first = bare.split(' ').next().unwrap_or_default();
        let others = self.others.get(first)?;
        others.iter().find(|body| {
            let rest = bare.strip_prefix(body.name);
            // "Essex Police's" is theirs; "Essex Policeman" is nobody's.
            rest.is_some_and(|rest| {
                !rest.starts_with(char::is_alphanumeric) && !self.names_own(rest)
            })
        })
    }
}

/// Returns the tone of a frame: that of its data, or of its words.
fn tone(frame: &Frame) -> Option<(String, Tone)> {
    let words = words::words(&frame.words);
    let tone = match frame.tone {
        Some(tone) => tone,
        None if house().concern.find(&words).is_some() => Tone::Concern,
        None if house().praise.find(&words).is_some() => Tone::Praise,
        None => return None,
    };
    Some((frame.id.clone(), tone))
}

/// A problem in a text, whose place in the draft is not known yet.
#[derive(Debug)]
pub(super) struct TextProblem {
    pub(super) rule: Rule,
    pub(super) what: String,
    pub(super) remedy: String,
    /// True where `what` follows the name of the item whose text it is.
    of_item: bool,
    /// The byte at which the words begin that it is about.
    at: Option<usize>,
    /// The change that corrects it, where that is certain.
    pub(super) splice: Option<Splice>,
}

impl TextProblem {
    pub(super) fn new(rule: Rule, what: String, remedy: impl Into<String>) -> Self {
        Self {
            rule,
            what,
            remedy: remedy.into(),
            of_item: false,
            at: None,
            splice: None,
        }
    }

    /// Returns a problem of a whole item: `says` follows its name.
    pub(super) fn of_item(rule: Rule, says: String, remedy: impl Into<String>) -> Self {
        Self {
            of_item: true,
            ..Self::new(rule, says, remedy)
        }
    }

    /// Returns a problem for which there is one right change: words that take the place of `text[from..to]`. What is
    /// advised is that change.
    pub(super) fn certain(
        rule: Rule,
        what: String,
        text: &str,
        range: Range<usize>,
        inserted: String,
    ) -> Self {
        let removed = text.get(range.clone()).unwrap_or_default().to_owned();
        let remedy = match inserted.as_str() {
            "" => format!("take \"{removed}\" out"),
            words => format!("write \"{words}\""),
        };
        Self {
            splice: Some(Splice {
                at: range.start,
                removed,
                inserted,
            }),
            ..Self::new(rule, what, remedy).at(range.start)
        }
    }

    /// Returns the same of a whole item: `says` follows its name.
    pub(super) fn of_item_certain(
        rule: Rule,
        says: String,
        text: &str,
        range: Range<usize>,
        inserted: String,
    ) -> Self {
        Self {
            of_item: true,
            ..Self::certain(rule, says, text, range, inserted)
        }
    }

    /// Returns a problem of characters in the text of an item that are only to be left out: `plain` is what stands
    /// between them.
    pub(super) fn without(
        rule: Rule,
        says: String,
        text: &str,
        range: Range<usize>,
        plain: String,
    ) -> Self {
        Self {
            remedy: "leave it out; the words stay as they are".to_owned(),
            ..Self::of_item_certain(rule, says, text, range, plain)
        }
    }

    /// Returns it with the byte at which the words begin that it is about.
    pub(super) fn at(self, at: usize) -> Self {
        Self {
            at: Some(at),
            ..self
        }
    }

    /// Returns it as a problem of this item or field, without a place in its text.
    pub(super) fn of_field(
        &self,
        draft: &Assessment,
        framework: &Framework,
        field: Address,
    ) -> Problem {
        self.of_owner(field, |field| naming::name(draft, framework, field))
    }

    /// Returns it as a problem of this item or field, whose name for people is looked up where it is told.
    fn of_owner(&self, owner: Address, name: impl FnOnce(&Address) -> String) -> Problem {
        let what = match self.of_item {
            true => format!("{} {}", name(&owner), self.what),
            false => self.what.clone(),
        };
        problem(self.rule, owner, what, self.remedy.clone())
    }

    /// Returns it as a problem of the text at this place of the draft, or `None` where there is no such text.
    pub(super) fn to_problem_in(
        &self,
        draft: &Assessment,
        framework: &Framework,
        text: &Place,
    ) -> Option<Problem> {
        let owner = draft.address_of(text)?.owner().clone();
        Some(self.to_problem(owner, text, |owner| naming::name(draft, framework, owner)))
    }

    /// Returns it as a problem of a text of this item, whose name for people is looked up where it is told.
    pub(super) fn to_problem(
        &self,
        owner: Address,
        text: &Place,
        name: impl FnOnce(&Address) -> String,
    ) -> Problem {
        let place = || text.clone();
        Problem {
            words: self.at.map(|at| WordSpot { place: place(), at }),
            fix: self.splice.clone().map(|splice| Fix {
                place: place(),
                splice,
            }),
            ..self.of_owner(owner, name)
        }
    }
}
