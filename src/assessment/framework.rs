//! Frameworks: what an inspection asks, how it grades, and the words that its statement is made of.
//!
//! A framework is data. The built-in ones stand in `assets/frameworks`; people add their own by
//! dropping a file into a folder. How the file is spelt and checked is the store's business; what
//! the words mean to a statement is the weaving's.

use super::grade::Grade;
use super::report_words::ReportWords;

/// One programme of inspections.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Framework {
    /// Identity, what drafts name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The edition.
    pub version: String,
    /// One or two sentences about it, for people who choose.
    pub about: String,
    /// The noun of a body where its own is not known.
    pub noun: String,
    /// The grades, best first.
    pub scale: Vec<ScalePoint>,
    /// The headings in order.
    pub headings: Vec<Heading>,
    /// Groups of heading ids, a paragraph each. Every heading stands in exactly one.
    pub plan: Vec<Vec<String>>,
    /// The words of the statement.
    pub words: Wording,
    /// The words of the look-ahead.
    pub look_ahead: LookAhead,
    /// Openings, warmest first.
    pub ladder: Vec<Rung>,
    /// Frames that a finding can be spoken in.
    pub frames: Vec<Frame>,
    /// The words that a report adds.
    pub report: ReportWords,
}

/// A grade of the scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScalePoint {
    /// The grade.
    pub grade: Grade,
    /// How it is spoken: "requires improvement".
    pub words: String,
    /// What it means.
    pub meaning: String,
}

/// A heading, under which findings stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Identity, what findings and grades name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The question that the inspection asks.
    pub question: String,
    /// The pillar that it belongs to: effectiveness, efficiency, legitimacy, people.
    pub pillar: String,
    /// Whether it is graded; otherwise it is narrative.
    pub graded: bool,
    /// What to think of while writing.
    pub prompts: Vec<String>,
    /// Characteristics of good.
    pub good: Vec<String>,
}

/// The words that a statement is made of. `{subject.name}`, `{subject.spoken}`, `{subject.noun}`,
/// `{inspector.name}`, `{inspector.office}`, `{period.label}` and `{remit}` stand for the draft's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The title line.
    pub title: String,
    /// The first paragraph.
    pub greeting: String,
    /// What the body is there for.
    pub remit: String,
    /// The word that turns from strengths to needs: "However,".
    pub contrast: String,
    /// How many words two joined sentences may have; none are joined at 0.
    pub join_words: usize,
    /// Words that keep their capital inside a sentence.
    pub proper: Vec<String>,
}

/// The words of the look-ahead; `{item}` stands for the item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookAhead {
    /// For the first item.
    pub first: String,
    /// For each later one.
    pub next: String,
    /// How many are read aloud.
    pub most: usize,
}

/// A rung of the ladder: a way to open the statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rung {
    /// Identity, what `overall.stance` names.
    pub id: String,
    /// The opening sentence.
    pub words: String,
    /// Whether the sentence is about the body, so that the next may open with "It".
    pub about_body: bool,
    /// The grades that suggest this rung: any one of these.
    pub bands: Vec<Band>,
}

/// Grades that suggest a rung, as counts of the groups of the framework's plan: a group counts by the
/// lowest grade among its headings. Each bound is the fewest and the most, both included. From
/// the openings of 28 statements of 2015 to 2019.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Band {
    /// Outstanding groups.
    pub outstanding: Option<(usize, usize)>,
    /// Groups below good, the inadequate ones among them.
    pub below_good: Option<(usize, usize)>,
    /// Inadequate groups.
    pub inadequate: Option<(usize, usize)>,
    /// Whether there is a cause of concern.
    pub concern: Option<bool>,
}

/// What a frame takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Takes {
    /// A clause: "I am reassured that *the force is prepared*".
    #[default]
    Clause,
    /// A noun phrase: "I am impressed by *the force's use of technology*".
    Phrase,
}

/// A frame that a finding can be spoken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Identity, what `stance` of a finding names.
    pub id: String,
    /// The words; `{clause}` or `{phrase}` stands for the finding.
    pub words: String,
    /// What it takes.
    pub takes: Takes,
}

impl Framework {
    /// The heading of this id.
    pub fn heading(&self, id: &str) -> Option<&Heading> {
        self.headings.iter().find(|heading| heading.id == id)
    }

    /// The rung of this id.
    pub fn rung(&self, id: &str) -> Option<&Rung> {
        self.ladder.iter().find(|rung| rung.id == id)
    }

    /// The frame of this id.
    pub fn frame(&self, id: &str) -> Option<&Frame> {
        self.frames.iter().find(|frame| frame.id == id)
    }

    /// The grade's place on the scale.
    pub fn scale_point(&self, grade: Grade) -> Option<&ScalePoint> {
        self.scale.iter().find(|point| point.grade == grade)
    }
}
