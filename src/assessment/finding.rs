//! Findings: what was seen, how it is to be spoken, and what it stands on.

use super::declare::{choice, record};
use super::value::{FieldType, Refusal, Shape, Value};

choice! {
    /// What a finding is.
    #[derive(Default)]
    Kind {
        /// Something done well.
        #[default]
        Strength = "strength",
        /// An area for improvement: falls short of the expected standard.
        Improvement = "improvement",
        /// A cause of concern: a serious, critical or systemic shortcoming, with recommendations.
        Concern = "concern",
        /// Innovative or promising practice, worth copying elsewhere.
        Practice = "practice",
        /// Setting, national role, events: neither praise nor blame.
        Context = "context",
    }
}

impl Kind {
    /// What people call it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Improvement => "area for improvement",
            Self::Concern => "cause of concern",
            Self::Practice => "promising practice",
            Self::Context => "context",
        }
    }

    /// Whether it speaks for the body: a strength or a practice.
    pub fn is_praise(self) -> bool {
        matches!(self, Self::Strength | Self::Practice)
    }

    /// Whether it is spoken as a need: an improvement or a concern.
    pub fn is_need(self) -> bool {
        matches!(self, Self::Improvement | Self::Concern)
    }
}

/// A finding always has a kind; a file that leaves it out is refused where it is read.
impl FieldType for Kind {
    fn put(&self) -> Option<Value> {
        Some(Value::Text(self.word().to_owned()))
    }

    fn assign(&mut self, value: Option<Value>) -> Result<(), Refusal> {
        let mut kind: Option<Self> = None;
        kind.assign(value)?;
        *self = kind.ok_or(Refusal::Sort {
            wanted: "a kind of finding",
        })?;
        Ok(())
    }
}

choice! {
    /// Whether a finding may share a sentence with its neighbour.
    Join {
        /// Joined with its neighbour, whatever the length.
        Always = "always",
        /// A sentence of its own.
        Never = "never",
    }
}

choice! {
    /// How the body is named at the head of a sentence.
    Refer {
        /// "It".
        It = "it",
        /// "The force".
        Noun = "noun",
        /// The spoken name.
        Name = "name",
    }
}

choice! {
    /// What a finding records of the time since the last inspection.
    Change {
        /// It is better than it was.
        Progress = "progress",
        /// It is as it was.
        Continues = "continues",
        /// It is worse than it was.
        Declined = "declined",
    }
}

record! {
    /// One thing found.
    Finding / FindingField {
        /// Identity, made once.
        Id id: String = "id", Shape::Id;
        /// The heading that it belongs to, or "overall".
        Heading heading: String = "heading", Shape::Named;
        /// What it is.
        Kind kind: Kind = "kind", Shape::Choice(Kind::WORDS);
        /// The frame that it is spoken in, an id of the framework's.
        Stance stance: String = "stance", Shape::Named;
        /// What was found, as an ordinary sentence; a noun phrase for frames that take one.
        Text text: String = "text", Shape::Prose;
        /// Whether it shares a sentence with its neighbour.
        Join join: Option<Join> = "join", Shape::Choice(Join::WORDS);
        /// Whether it is spoken with "also".
        Also also: bool = "also", Shape::Flag;
        /// How the body is named.
        Refer refer: Option<Refer> = "refer", Shape::Choice(Refer::WORDS);
        /// What has changed since the last inspection; the statement says so only where it is recorded here.
        Change change: Option<Change> = "change", Shape::Choice(Change::WORDS);
        /// Its place among the needs of its paragraph, lowest first.
        Order order: Option<i64> = "order", Shape::Whole;
        /// The name of a paragraph of its own, shared by findings that stand in it together.
        Paragraph paragraph: String = "paragraph", Shape::Line;
        /// What was looked at: how many, of what, when. The report prints this and what follows.
        LookedAt looked_at: String = "looked-at", Shape::Prose;
        /// What was found there: x of n.
        Found found: String = "found", Shape::Prose;
        /// How that compares: with earlier, with elsewhere.
        Comparison comparison: String = "comparison", Shape::Prose;
        /// What it does to the people served.
        Effect effect: String = "effect", Shape::Prose;
        /// Ids of the evidence that supports it.
        Evidence evidence: Vec<String> = "evidence", Shape::List;
        /// Ids of the evidence that weighs against it.
        Against against: Vec<String> = "against", Shape::List;
        /// Whether it is spoken in the statement; yes where nothing is written.
        Spoken spoken: Option<bool> = "spoken", Shape::Flag;
        /// The heading that it stood under before it came into the tray, as that was called.
        Was was: String = "was", Shape::Line;
        /// Why it is not spoken.
        Why why: String = "why", Shape::Line;
        /// Whether it is kept out of everything that is printed.
        Sensitive sensitive: bool = "sensitive", Shape::Flag;
        /// How far the drafting has come.
        Status status: String = "status", Shape::Line;
        /// What a cause of concern recommends.
        Recommendations recommendations: Vec<Recommendation> = "recommendations", Shape::Recommendations;
    }
}

impl FindingField {
    /// The fields that say on what a finding's headline rests, in the order in which they are told. An area for
    /// improvement has them since the programmes of 2021.
    pub const GROUND: [Self; 4] = [Self::LookedAt, Self::Found, Self::Comparison, Self::Effect];
}

impl Finding {
    /// What a field of [`FindingField::GROUND`] says; empty for others.
    pub fn ground(&self, field: FindingField) -> &str {
        match field {
            FindingField::LookedAt => &self.looked_at,
            FindingField::Found => &self.found,
            FindingField::Comparison => &self.comparison,
            FindingField::Effect => &self.effect,
            _ => "",
        }
    }
}

record! {
    /// What the body is to do about a cause of concern.
    Recommendation / RecommendationField {
        /// What is to be done.
        Text text: String = "text", Shape::Prose;
        /// By when: "immediately", "within 3 months" or a day.
        Deadline deadline: String = "deadline", Shape::Line;
        /// Who is to do it.
        Addressee addressee: String = "addressee", Shape::Line;
    }
}
