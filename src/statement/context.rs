//! The context in which every sentence of a draft is woven: its names, its figures, the framework's words.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Source;
use super::figures::{self, MISSING, or_missing};
use super::voice::SpokenVoice;
use super::words::{collapse, listed};
use crate::assessment::{
    Address, Assessment, Date, Figure, Finding, Framework, Kind, List, Override, Refer, vocabulary,
};
use crate::grammar::{self, Reading};

/// The name of the causes of concern, and the source of a sentence that names them where there are none.
pub(crate) const CONCERNS: &str = "concerns";

/// The names that stand for texts with names in them.
const NAMED: [&str; 3] = ["inspector.office", "remit", CONCERNS];

/// Hand edits by the key of the sentence that they replace.
pub(super) type ByHand = BTreeMap<String, Arc<Override>>;

/// The draft and its framework, with what is looked up in them while weaving.
pub(super) struct WeavingContext<'a> {
    pub(super) assessment: &'a Assessment,
    pub(super) framework: &'a Framework,
    pub(super) by_hand: &'a ByHand,
    /// The voice in which it is spoken.
    pub(super) voice: SpokenVoice<'a>,
    /// The ways in which the body is named, without an article: its noun, then its names, longest first.
    names: Vec<String>,
    /// Figures by id, where so many texts are read that it pays.
    figures: Option<HashMap<&'a str, &'a Figure>>,
}

impl<'a> WeavingContext<'a> {
    pub(super) fn new(
        assessment: &'a Assessment,
        framework: &'a Framework,
        by_hand: &'a ByHand,
    ) -> Self {
        let mut names: Vec<String> = [&assessment.subject.spoken, &assessment.subject.name]
            .into_iter()
            .map(|name| without_article(&collapse(name)).to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names.dedup();
        names.insert(0, assessment.noun().to_owned());
        Self {
            assessment,
            framework,
            by_hand,
            voice: SpokenVoice::new(&assessment.statement, framework),
            names,
            figures: None,
        }
    }

    /// Makes the figures quick to find, for reading a whole draft.
    pub(super) fn index_figures(&mut self) {
        let mut figures = HashMap::new();
        for figure in &self.assessment.figures {
            figures.entry(figure.id.as_str()).or_insert(figure.as_ref());
        }
        self.figures = Some(figures);
    }

    /// Returns the figure of this id; the first where several have it.
    pub(super) fn figure(&self, id: &str) -> Option<&'a Figure> {
        match &self.figures {
            Some(figures) => figures.get(id).copied(),
            None => self.assessment.figure(id),
        }
    }

    /// Reads a sentence that may be about the body.
    pub(super) fn read(&self, text: &str) -> Reading {
        grammar::read(text, &self.names)
    }

    /// Returns what the body does, from its verb on, with its verbs in the infinitive; `None` where it is not certain.
    pub(super) fn infinitive(&self, text: &str) -> Option<String> {
        grammar::infinitive(text, &self.names)
    }

    /// Returns the body's names, without its noun.
    fn proper_names(&self) -> &[String] {
        self.names.get(1..).unwrap_or_default()
    }

    /// Returns true where a sentence names the body anywhere, or says "it" or "its".
    pub(super) fn names_body(&self, text: &str) -> bool {
        let pronoun = |word: &str| {
            let bare = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
            ["it", "its"].iter().any(|it| bare.eq_ignore_ascii_case(it))
        };
        self.names.iter().any(|name| text.contains(name.as_str())) || text.split(' ').any(pronoun)
    }

    /// Returns true where the text opens with the body's name as it stands, possessive or not.
    pub(super) fn opens_with_name(&self, text: &str) -> bool {
        self.proper_names().iter().any(|name| {
            let rest = text.strip_prefix(name.as_str());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    }

    /// Returns true where a word keeps its capital in mid-sentence because the framework says so.
    pub(super) fn is_proper(&self, word: &str) -> bool {
        self.framework.words.proper.iter().any(|it| it == word)
    }

    /// Returns true where a word is part of the body's name, and of no other's.
    pub(super) fn names_part(&self, word: &str) -> bool {
        let mut names = self.proper_names().iter();
        !vocabulary().common.contains(&word)
            && names.any(|name| name.split(' ').any(|part| part == word))
    }

    /// Returns the body's noun, after "the".
    pub(super) fn noun(&self) -> &'a str {
        self.assessment.noun()
    }

    /// Returns what the body is called as a subject inside a sentence, and the field that it stands in.
    pub(super) fn named(&self, refer: Refer) -> (String, Option<Source>) {
        match refer {
            Refer::Noun => (
                format!("the {}", self.noun()),
                Some(Source::field("subject.noun")),
            ),
            Refer::Name => {
                let (name, source) = self.spoken_name();
                // "The Isles Constabulary" has a small article inside a sentence.
                let bare = name.strip_prefix("The ");
                let name = bare.map_or_else(|| name.clone(), |bare| format!("the {bare}"));
                (name, Some(source))
            }
            Refer::It | Refer::Its | Refer::They => ("it".to_owned(), None),
        }
    }

    /// Returns the body's name inside a sentence, and the field that it stands in.
    pub(super) fn spoken_name(&self) -> (String, Source) {
        let field = match self.assessment.subject.spoken.as_str() {
            "" => "subject.name",
            _ => "subject.spoken",
        };
        (
            or_missing(self.assessment.spoken_name()),
            Source::field(field),
        )
    }

    /// Returns the body's remit, and where that is written.
    fn remit(&self) -> FilledName {
        let own = collapse(&self.assessment.statement.remit);
        let (words, source) = if own.is_empty() {
            let source = Source::Framework("remit".to_owned());
            (or_missing(&self.framework.words.remit), source)
        } else {
            (own, Source::field("statement.remit"))
        };
        (self.fill_plain(&words).text, vec![source])
    }

    /// Returns the inspector's office, the framework's where the draft names none.
    fn office(&self) -> FilledName {
        let own = collapse(&self.assessment.inspector.office);
        let words = &self.framework.words.office;
        if own.is_empty() && !words.trim().is_empty() {
            let filled = self.fill_plain(words);
            let mut sources = vec![Source::Framework("office".to_owned())];
            sources.extend(filled.uses);
            return (or_missing(&filled.text), sources);
        }
        (or_missing(&own), vec![Source::field("inspector.office")])
    }

    /// Returns the topics in which there are causes of concern, as a list, and the judgments of these headings.
    fn concerns(&self) -> FilledName {
        let mut topics: Vec<String> = Vec::new();
        let mut sources = Vec::new();
        for heading in &self.framework.headings {
            if !spoken_concerns(self.assessment).any(|it| it.heading == heading.id) {
                continue;
            }
            let topic = match heading.topic.is_empty() {
                true => &heading.title,
                false => &heading.topic,
            };
            topics.push(self.fill_plain(topic).text);
            sources.push(Source::Draft(Address::Judgment(heading.id.clone())));
        }
        if topics.is_empty() {
            sources.push(Source::Framework(CONCERNS.to_owned()));
        }
        (or_missing(&listed(&topics)), sources)
    }

    /// Returns the value of a name in braces, and its sources; `None` where it is unknown.
    fn value(&self, name: &str) -> Option<FilledName> {
        match name {
            "inspector.office" => Some(self.office()),
            "remit" => Some(self.remit()),
            CONCERNS => Some(self.concerns()),
            name => {
                let (value, source) = self.plain_value(name)?;
                Some((value, vec![source]))
            }
        }
    }

    /// Returns the value of a name that stands for something in the draft, which has no names in it.
    fn plain_value(&self, name: &str) -> Option<(String, Source)> {
        let draft = self.assessment;
        let field = |value: &str| Some((or_missing(value), Source::field(name)));
        match name {
            "subject.name" => field(&draft.subject.name),
            "subject.spoken" => Some(self.spoken_name()),
            "subject.noun" => field(draft.noun()),
            "inspector.name" => field(&draft.inspector.name),
            "period.label" => field(&draft.period.label),
            "monitoring.since" => {
                let since = draft.monitoring.since.trim();
                field(&Date::parse(since).map_or(since.to_owned(), Date::spoken))
            }
            "monitoring.month" => {
                let since = draft.monitoring.since.trim();
                let month = Date::parse(since).map_or(since.to_owned(), Date::spoken_month);
                Some((or_missing(&month), Source::field("monitoring.since")))
            }
            "majesty" => {
                let (words, path) = draft.majesty();
                Some((or_missing(words), Source::field(path)))
            }
            _ => self.figure_value(name),
        }
    }

    fn figure_value(&self, name: &str) -> Option<(String, Source)> {
        let (figure, words) = match self.figure(name) {
            Some(figure) => (figure, figures::spoken(figure)),
            None => {
                let (id, form) = name.rsplit_once('.')?;
                let figure = self.figure(id)?;
                let forms = figures::forms(self.assessment, figure);
                let words = forms.into_iter().find(|(name, _)| *name == form);
                let known = matches!(form, "period" | "label");
                let words = words.map(|(_, words)| words);
                (figure, words.or(known.then(|| MISSING.to_owned()))?)
            }
        };
        Some((words, Source::item(List::Figures, &figure.id)))
    }

    /// Puts the draft's values in the place of names in braces. Unknown names stay as typed.
    pub(super) fn fill(&self, text: &str) -> FilledText {
        fill_by(text, &|name| self.value(name))
    }

    /// Puts values in the place of names in a text that stands for a name itself: a remit, an office, a topic. It may
    /// name what stands in the draft, and none of these.
    fn fill_plain(&self, text: &str) -> FilledText {
        fill_by(text, &|name| match self.plain_value(name) {
            Some((value, source)) => Some((value, vec![source])),
            None if NAMED.contains(&name) => Some((MISSING.to_owned(), Vec::new())),
            None => None,
        })
    }
}

/// The value of a name in braces, and its sources.
type FilledName = (String, Vec<Source>);

/// Puts values in the place of names in braces. Unknown names stay as typed.
fn fill_by(text: &str, value: &dyn Fn(&str) -> Option<FilledName>) -> FilledText {
    let mut filled = FilledText::default();
    let mut rest = text;
    while let Some((before, opened)) = rest.split_once('{') {
        filled.text.push_str(before);
        let known = named(opened).and_then(|name| Some((name, value(name)?)));
        if let Some((name, (value, sources))) = known {
            filled.text.push_str(&value);
            filled.uses.extend(sources);
            rest = opened.get(name.len() + 1..).unwrap_or_default();
        } else {
            filled.text.push('{');
            rest = opened;
        }
    }
    filled.text.push_str(rest);
    filled
}

/// Returns the causes of concern that are not kept out of the statement.
pub(super) fn spoken_concerns(draft: &Assessment) -> impl Iterator<Item = &Finding> {
    let findings = draft.findings.iter().map(AsRef::as_ref);
    findings.filter(|it: &&Finding| {
        let is_kept_out = || it.sensitive || it.spoken == Some(false) || it.text.trim().is_empty();
        it.kind == Kind::Concern && !is_kept_out()
    })
}

/// Returns the name between an opened brace and its closing one. Names have no blanks.
fn named(opened: &str) -> Option<&str> {
    let end = opened.find(|sign: char| matches!(sign, '{' | '}') || sign.is_whitespace())?;
    let name = opened.get(..end)?;
    opened.get(end..)?.starts_with('}').then_some(name)
}

/// A text with its values put in.
#[derive(Debug, Default)]
pub(super) struct FilledText {
    pub(super) text: String,
    /// The fields, figures and framework words that were put in.
    pub(super) uses: Vec<Source>,
}

static NO_EDITS: ByHand = ByHand::new();

/// The values of names in braces in a draft, for texts that no statement speaks: a rationale, a
/// recommendation.
pub struct Values<'a>(WeavingContext<'a>);

impl<'a> Values<'a> {
    /// Returns the values of a draft, for many texts: its figures are indexed.
    pub fn new(assessment: &'a Assessment, framework: &'a Framework) -> Self {
        let mut values = Self::for_one(assessment, framework);
        values.0.index_figures();
        values
    }

    /// Returns the values of a draft, for one text.
    pub fn for_one(assessment: &'a Assessment, framework: &'a Framework) -> Self {
        Self(WeavingContext::new(assessment, framework, &NO_EDITS))
    }

    /// Returns the text with the values put in, as in a sentence of the statement.
    pub fn fill(&self, text: &str) -> String {
        self.0.fill(text).text
    }

    /// Returns the ids of the figures that a text names.
    pub fn figures(&self, text: &str) -> impl Iterator<Item = String> + use<> {
        let uses = self.0.fill(text).uses.into_iter();
        uses.filter_map(|source| source.id_in(List::Figures).map(str::to_owned))
    }

    /// Returns the names in braces of a text that stand for nothing in this draft.
    pub fn unknown(&self, text: &str) -> Vec<String> {
        text.match_indices('{')
            .filter_map(|(at, _)| named(text.get(at + 1..)?))
            .filter(|name| self.0.value(name).is_none())
            .map(str::to_owned)
            .collect()
    }
}

/// Returns the name without its "the".
fn without_article(name: &str) -> &str {
    name.strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name)
}
