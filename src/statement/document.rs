//! The result of weaving: a document of paragraphs and sentences that know their sources.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::assessment::{Address, Change, Join, JudgmentState, List, Refer};

/// A woven statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The draft's protective marking, which is printed on whatever is made of the document. Empty where the
    /// draft has none. It is not spoken.
    pub marking: String,
    /// The paragraphs in the order in which they are read, none of them empty.
    pub paragraphs: Vec<Arc<Paragraph>>,
    /// The findings and items that are not spoken, with the reason, in the draft's order.
    pub unspoken: Vec<Unspoken>,
    /// The hand edits that do not rest on what they were made on, in the draft's order. Whoever shows, prints or
    /// reports that one is stale reads it here.
    pub stale: Vec<Stale>,
}

/// A hand edit whose sources have changed, or whose words are not spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The number of the hand edit in the draft, from 0.
    pub edit: usize,
    /// Its sentence, by paragraph and place there; `None` where its words are not spoken.
    pub sentence: Option<(usize, usize)>,
    /// The changes: "f3 reworded", "2 findings added"; never none.
    pub reasons: Vec<String>,
    /// The sentence as it would be woven now without the edit.
    pub woven: String,
}

/// A group of sentences that are read without a pause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The purpose of the paragraph.
    pub role: ParagraphRole,
    /// The places of the sentences with which items of a list begin, in order; what stands before the first leads in.
    /// Empty in a paragraph that is no list.
    pub items: Vec<usize>,
    /// The sentences, never none. Shared, so that weaving a paragraph again costs nothing for the
    /// sentences that stay as they are.
    pub sentences: Vec<Arc<Sentence>>,
}

/// The purpose of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ParagraphRole {
    /// The title line.
    Title,
    /// The introduction of the speaker.
    Greeting,
    /// The opening rung and the judgment of the whole.
    Overall,
    /// A group of the framework's plan, by its place there.
    Group(usize),
    /// A paragraph of a group that begins with the finding of this id.
    Begun(String),
    /// A paragraph that findings asked for by name.
    Named(String),
    /// A list of the framework's, by its id.
    List(String),
    /// The matters that the inspector will look at next.
    LookAhead,
}

/// One woven sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// A stable name, made of the ids of its findings and fields: `prevention+victims`, `overall.stance`.
    pub key: String,
    /// The words, with a capital and a full stop.
    pub text: String,
    /// The findings, fields, figures … that it is made of, at least one.
    pub sources: Vec<Source>,
    /// The source of each stretch of the words: in order, from the first byte to the last. The words
    /// between two joined findings belong to the second. A joined sentence that was edited by hand
    /// has one part, its override's, because the sources of its words are no longer known.
    pub parts: Vec<SentencePart>,
    /// The rules that shaped it, in the order in which they did.
    pub rules: Vec<WeavingRule>,
    /// The sentence that a hand edit replaced; `None` where it was not edited by hand.
    pub woven: Option<Box<Self>>,
}

/// A stretch of a sentence that comes from one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentencePart {
    /// The range of bytes in [`Sentence::text`].
    pub range: Range<usize>,
    /// The finding, item or field that it comes from.
    pub source: Source,
}

/// Something that a sentence is made of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// An item or field of the draft.
    Draft(Address),
    /// A part of the framework, as `greeting` or `ladder.pleased`.
    Framework(String),
}

impl Source {
    /// Returns the source for an item of a list, by id.
    pub fn item(list: List, id: &str) -> Self {
        Self::Draft(Address::Item(list, id.to_owned()))
    }

    /// Returns the source for a field of the draft, as `subject.name`.
    pub fn field(path: &str) -> Self {
        Self::Draft(Address::Field(path.to_owned()))
    }

    /// Returns true if it is a figure or an item of evidence.
    pub fn is_in_ledger(&self) -> bool {
        self.id_in(List::Figures).is_some() || self.id_in(List::Evidence).is_some()
    }

    /// Returns the id, or `None` where this is not an item of the list.
    pub fn id_in(&self, list: List) -> Option<&str> {
        match self {
            Self::Draft(Address::Item(of, id)) if *of == list => Some(id),
            _ => None,
        }
    }
}

/// A rule that shaped a sentence, with what it made of it. The module docs describe each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WeavingRule {
    /// The finding takes its place by the order of headings and needs.
    Order,
    /// The subject is named differently: the body by its noun, "it" or its name; what is said twice by "they".
    Subject(Refer),
    /// Two neighbours share the sentence; [`Join::Always`] where ", and" joins them.
    Join(Join),
    /// Two neighbours share the sentence, and the subject of their frames is said once.
    TwoFrames,
    /// It turns from strengths to needs or back.
    Contrast,
    /// Words that its author asks for stand before it: "Importantly,".
    BeginsWith,
    /// A paragraph begins with it because its author asks for that.
    BeginsParagraph,
    /// It stands in a list, or leads in to one.
    List,
    /// "also" was put in.
    Addition,
    /// It is spoken in a frame.
    Frame,
    /// Its frame was used before, so it is spoken without.
    FrameSpent,
    /// Its frame does not fit its words, so it is spoken without.
    FrameUnfit,
    /// A figure was put in.
    Figure,
    /// It opens the statement: a rung of the ladder.
    Ladder,
    /// It says a grade of this year or, where there is a state, that one is carried over or was not inspected.
    Grade(Option<JudgmentState>),
    /// It says what has become of something since the last inspection.
    Change(Change),
    /// It says in which stage the body is monitored.
    Monitoring,
    /// It speaks of the year ahead.
    LookAhead,
    /// It ends the statement.
    Closing,
    /// Its words are the author's by hand.
    ByHand,
}

/// Something that is not spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unspoken {
    /// The finding or item.
    pub source: Source,
    /// The reason.
    pub reason: Reason,
}

/// The reason why something is not spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing is written yet.
    Empty,
    /// The author keeps it out; with the words given for it.
    Silenced(String),
    /// It is sensitive.
    Sensitive,
    /// The same words are spoken by the finding of this id.
    SaidBy(String),
    /// As many items as are read aloud come before it.
    TooMany,
    /// It is in the tray since the framework was changed.
    InTray,
    /// Its heading has no place in the framework's plan.
    NoPlace(String),
}

impl Document {
    /// Returns every sentence, in the order in which they are spoken.
    pub fn sentences(&self) -> impl Iterator<Item = &Arc<Sentence>> + Clone {
        self.paragraphs
            .iter()
            .flat_map(|paragraph| &paragraph.sentences)
    }

    /// Returns true where a sentence says this field of the draft: `inspector.name`.
    pub fn says(&self, field: &str) -> bool {
        let source = Source::field(field);
        let mut sentences = self.sentences();
        sentences.any(|sentence| sentence.sources.contains(&source))
    }

    /// Returns every sentence with its place: the numbers of its paragraph and of the sentence there.
    pub fn placed(&self) -> impl Iterator<Item = ((usize, usize), &Sentence)> {
        let paragraphs = self.paragraphs.iter().enumerate();
        paragraphs.flat_map(|(at, paragraph)| {
            let sentences = paragraph.sentences.iter().enumerate();
            sentences.map(move |(nth, sentence)| ((at, nth), sentence.as_ref()))
        })
    }

    /// Returns the place of the first sentence that speaks this source.
    pub fn find(&self, source: &Source) -> Option<(usize, usize)> {
        let mut all = self.placed();
        all.find_map(|(at, sentence)| sentence.sources.contains(source).then_some(at))
    }

    /// Returns the sentence at a place that [`Document::find`] returned.
    pub fn sentence(&self, (paragraph, sentence): (usize, usize)) -> Option<&Sentence> {
        let paragraph = self.paragraphs.get(paragraph)?;
        paragraph.sentences.get(sentence).map(AsRef::as_ref)
    }

    /// Returns the stale hand edit whose words a sentence says.
    pub fn stale_at(&self, sentence: (usize, usize)) -> Option<&Stale> {
        let mut stale = self.stale.iter();
        stale.find(|stale| stale.sentence == Some(sentence))
    }

    /// Returns the stale hand edits whose words are spoken, by the keys of their sentences.
    pub fn stale_by_key(&self) -> HashMap<&str, &Stale> {
        let stale = self.stale.iter();
        let keyed = stale.filter_map(|stale| Some((self.sentence(stale.sentence?)?, stale)));
        let keyed = keyed.map(|(sentence, stale)| (sentence.key.as_str(), stale));
        keyed.collect()
    }
}

impl Paragraph {
    /// Returns the whole paragraph as one line of text.
    pub fn text(&self) -> String {
        let sentences: Vec<&str> = self.sentences.iter().map(|s| s.text.as_str()).collect();
        sentences.join(" ")
    }
}

impl WeavingRule {
    /// Every rule, with everything that it can make of a sentence.
    pub const ALL: [Self; 31] = [
        Self::Order,
        Self::Subject(Refer::It),
        Self::Subject(Refer::Noun),
        Self::Subject(Refer::Name),
        Self::Subject(Refer::Its),
        Self::Subject(Refer::They),
        Self::Join(Join::Always),
        Self::Join(Join::But),
        Self::Join(Join::Although),
        Self::Join(Join::While),
        Self::TwoFrames,
        Self::Contrast,
        Self::BeginsWith,
        Self::BeginsParagraph,
        Self::List,
        Self::Addition,
        Self::Frame,
        Self::FrameSpent,
        Self::FrameUnfit,
        Self::Figure,
        Self::Ladder,
        Self::Grade(None),
        Self::Grade(Some(JudgmentState::CarriedOver)),
        Self::Grade(Some(JudgmentState::NotInspected)),
        Self::Change(Change::Progress),
        Self::Change(Change::Continues),
        Self::Change(Change::Declined),
        Self::Monitoring,
        Self::LookAhead,
        Self::Closing,
        Self::ByHand,
    ];

    /// Returns the word for it, for files and lists.
    pub fn word(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Subject(Refer::Its) => "its",
            Self::Subject(Refer::They) => "they",
            Self::Subject(_) => "subject",
            Self::Join(Join::But) => "join-but",
            Self::Join(Join::Although) => "join-although",
            Self::Join(Join::While) => "join-while",
            Self::Join(_) => "join",
            Self::TwoFrames => "two-frames",
            Self::Contrast => "contrast",
            Self::BeginsWith => "begins-with",
            Self::BeginsParagraph => "begins-paragraph",
            Self::List => "list",
            Self::Addition => "addition",
            Self::Frame => "frame",
            Self::FrameSpent => "frame-spent",
            Self::FrameUnfit => "frame-misfit",
            Self::Figure => "figure",
            Self::Ladder => "ladder",
            Self::Grade(_) => "grade",
            Self::Change(_) => "change",
            Self::Monitoring => "monitoring",
            Self::LookAhead => "look-ahead",
            Self::Closing => "closing",
            Self::ByHand => "by-hand",
        }
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("nothing is written yet"),
            Self::Silenced(why) if why.trim().is_empty() => {
                f.write_str("kept out by the author, no reason given")
            }
            Self::Silenced(why) => write!(f, "kept out by the author: {why}"),
            Self::Sensitive => f.write_str("sensitive"),
            Self::SaidBy(_) => f.write_str("another says the same"),
            Self::TooMany => f.write_str("enough is read aloud before it"),
            Self::InTray => f.write_str("it waits in the tray since the framework was changed"),
            Self::NoPlace(heading) if heading.is_empty() => f.write_str("it has no heading"),
            Self::NoPlace(heading) => {
                write!(f, "the framework's plan has no place for \"{heading}\"")
            }
        }
    }
}
