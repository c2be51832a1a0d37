//! Findings: what was seen, how it is to be spoken, and what it stands on.

use super::declare::{choice, record};
use super::value::{FieldType, Recommendation, Refusal, Shape, Value};
use super::voice::{Person, Tense};

choice! {
    /// The kind of a finding.
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
    /// Returns its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Improvement => "area for improvement",
            Self::Concern => "cause of concern",
            Self::Practice => "promising practice",
            Self::Context => "context",
        }
    }

    /// Returns its sign: the one on the key that adds it, but for a concern, whose key has the sign of a warning.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Strength => "+",
            Self::Improvement => "−",
            Self::Concern => "▼",
            Self::Practice => "*",
            Self::Context => "=",
        }
    }

    /// Returns so many of it, for people: "2 areas for improvement".
    pub fn counted(self, many: usize) -> String {
        let several = match self {
            Self::Strength => "strengths",
            Self::Improvement => "areas for improvement",
            Self::Concern => "causes of concern",
            Self::Practice => "promising practices",
            Self::Context => "pieces of context",
        };
        let (one, context) = (self.title(), self == Self::Context);
        match many {
            1 if context => "1 piece of context".to_owned(),
            1 => format!("1 {one}"),
            _ => format!("{many} {several}"),
        }
    }

    /// Returns true where it speaks for the body: a strength or a practice.
    pub fn is_praise(self) -> bool {
        matches!(self, Self::Strength | Self::Practice)
    }

    /// Returns true where it is spoken as a need: an improvement or a concern.
    pub fn is_need(self) -> bool {
        matches!(self, Self::Improvement | Self::Concern)
    }
}

/// A finding always has a kind; a file that leaves it out is refused where it is read.
impl FieldType for Kind {
    fn to_value(&self) -> Option<Value> {
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
    /// The joining of a finding with its neighbour in one sentence.
    Join {
        /// Joined with its neighbour, whatever the length: ", and it …"; two frames as one: "I commend … and am …".
        Always = "always",
        /// A sentence of its own.
        Never = "never",
        /// A strength and a need in one sentence, either way about: ", but it needs to …".
        But = "but",
        /// Does the same by conceding the first: "Although it …, the force …".
        Although = "although",
        /// Concedes it with the other word: "While it …, the force …".
        While = "while",
    }
}

choice! {
    /// The name of the body, or of a subject said twice, at the head of a sentence.
    Refer {
        /// "It"; behind a lead-in too: "Since 2016 it has".
        It = "it",
        /// "The force".
        Noun = "noun",
        /// The spoken name.
        Name = "name",
        /// "Its" for "the force's", where the sentence before is about the body.
        Its = "its",
        /// "They" for the subject of the sentence before, where both say the same of several.
        They = "they",
    }
}

choice! {
    /// The reading of a sentence that opens with the body.
    Reads {
        /// The body is its subject, so it may be named otherwise.
        Body = "body",
        /// Another subject only begins like the body, so it is kept whole.
        Whole = "whole",
    }
}

choice! {
    /// The change since the last inspection that a finding records.
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
        /// Its kind.
        Kind kind: Kind = "kind", Shape::Choice(Kind::WORDS);
        /// The frame that it is spoken in, an id of the framework's.
        Stance stance: String = "stance", Shape::Named;
        /// The adverb of its frame, one of those that the frame has: "very", "particularly".
        Adverb adverb: String = "adverb", Shape::Named;
        /// Who speaks in its frame; as the voice has it where nothing is written.
        Person person: Option<Person> = "person", Shape::Choice(Person::WORDS);
        /// The time in which its frame speaks; the present where nothing is written.
        Tense tense: Option<Tense> = "tense", Shape::Choice(Tense::WORDS);
        /// The finding, as an ordinary sentence; a noun phrase for frames that take one.
        Text text: String = "text", Shape::Prose;
        /// Its joining with its neighbour in one sentence.
        Join join: Option<Join> = "join", Shape::Choice(Join::WORDS);
        /// True where it is spoken with "also", false where it never is; as its place asks, where nothing is written.
        Also also: Option<bool> = "also", Shape::Flag;
        /// The name of the body, or of a subject said twice, at the head of its sentence.
        Refer refer: Option<Refer> = "refer", Shape::Choice(Refer::WORDS);
        /// The words that stand before its sentence, of those that are offered: "Importantly".
        BeginsWith begins_with: String = "begins-with", Shape::Named;
        /// How its first sentence is read, where the author knows better than the program.
        Reads reads: Option<Reads> = "reads", Shape::Choice(Reads::WORDS);
        /// The id of the finding that it answers or points back to, behind which it is spoken.
        Follows follows: String = "follows", Shape::Named;
        /// The change since the last inspection; the statement says so only where it is recorded here.
        Change change: Option<Change> = "change", Shape::Choice(Change::WORDS);
        /// Its place among the needs of its paragraph, lowest first.
        Order order: Option<i64> = "order", Shape::Whole;
        /// True where a new paragraph begins with it, and goes on with what is written behind it in its group of
        /// headings.
        BeginsParagraph begins_paragraph: bool = "begins-paragraph", Shape::Flag;
        /// The name of a paragraph of its own, shared by findings that stand in it together.
        Paragraph paragraph: String = "paragraph", Shape::Line;
        /// The sample that was looked at: how many, of what, when. The report prints this and what follows.
        LookedAt looked_at: String = "looked-at", Shape::Prose;
        /// The result that was found there: x of n.
        Found found: String = "found", Shape::Prose;
        /// The comparison of that with earlier or elsewhere.
        Comparison comparison: String = "comparison", Shape::Prose;
        /// The effect on the people served.
        Effect effect: String = "effect", Shape::Prose;
        /// Ids of the evidence that supports it.
        Evidence evidence: Vec<String> = "evidence", Shape::List;
        /// Ids of the evidence that weighs against it.
        Against against: Vec<String> = "against", Shape::List;
        /// True where it is spoken in the statement, and where nothing is written.
        Spoken spoken: Option<bool> = "spoken", Shape::Flag;
        /// The heading that it stood under before it came into the tray, as that was called.
        Was was: String = "was", Shape::Line;
        /// The reason for which it is not spoken.
        Why why: String = "why", Shape::Line;
        /// True where it is kept out of everything that is printed.
        Sensitive sensitive: bool = "sensitive", Shape::Flag;
        /// The stage that the drafting has reached.
        Status status: String = "status", Shape::Line;
        /// The recommendations of a cause of concern.
        Recommendations recommendations: Vec<Recommendation> = "recommendations", Shape::Recommendations;
    }
}

impl FindingField {
    /// The fields that say on what a finding's headline rests, in the order in which they are printed. An area for
    /// improvement has them since the programmes of 2021.
    pub const GROUND: [Self; 4] = [Self::LookedAt, Self::Found, Self::Comparison, Self::Effect];
}

impl Join {
    /// Returns true where the first of the two is conceded.
    pub fn concedes(self) -> bool {
        matches!(self, Self::Although | Self::While)
    }

    /// Returns true where the sentence turns between the two.
    pub fn turns(self) -> bool {
        self == Self::But || self.concedes()
    }
}

impl Refer {
    /// Returns true where it is a name of the body as a subject.
    pub fn names_body(self) -> bool {
        matches!(self, Self::It | Self::Noun | Self::Name)
    }
}

impl Finding {
    /// Returns the text of a field of [`FindingField::GROUND`]; empty for others.
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
