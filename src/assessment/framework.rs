//! Frameworks: what an inspection asks, how it grades, and the words that its statement is made of.
//!
//! A framework is data. The built-in ones stand in `assets/frameworks`; people add their own by
//! dropping a file into a folder. How the file is spelt and checked is the store's business; what
//! the words mean to a statement is the weaving's.

use super::grade::Grade;
use super::judgments::{Changes, Judgments};
use super::report_words::ReportWords;
use super::statement_list::StatementList;
use super::voice::{Person, Tone, Voice};

/// One programme of inspections.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Framework {
    /// Identity, what drafts name.
    pub id: String,
    /// Its title, for people.
    pub title: String,
    /// The edition.
    pub version: String,
    /// One or two sentences about it, for people who choose.
    pub about: String,
    /// The noun of a body where its own is not known.
    pub noun: String,
    /// The grades, best first.
    pub scale: Vec<ScalePoint>,
    /// The ids of the programmes with whose grades its own are never compared, on the same scale either; see
    /// [`Framework::apart`].
    pub not_compared_with: Vec<String>,
    /// True where there is one grade for the whole, in [`super::Overall::grade`].
    pub graded_overall: bool,
    /// The pillars that are more than a name: those that are graded, or that a statement speaks of. Their
    /// judgments stand beside those of the headings, by id, so no heading has the same.
    pub pillars: Vec<Heading>,
    /// The headings in order.
    pub headings: Vec<Heading>,
    /// Groups of heading ids, a paragraph each. Every heading stands in exactly one.
    pub plan: Vec<Vec<String>>,
    /// The words of the statement, in the voice in which it is spoken where a draft names no other.
    pub words: Wording,
    /// The voices that a draft may name instead.
    pub voices: Vec<Voice>,
    /// Lists that the statement has.
    pub lists: Vec<StatementList>,
    /// The words in which grades are spoken.
    pub judgments: Judgments,
    /// The words in which a change since the last inspection is spoken.
    pub changes: Changes,
    /// True where a grade of the year before may stand this year, with its year.
    pub carries_over: bool,
    /// The words of the look-ahead.
    pub look_ahead: LookAhead,
    /// The subject that the bands of the ladder count.
    pub counts: Counts,
    /// Openings, warmest first.
    pub ladder: Vec<Rung>,
    /// Frames that a finding can be spoken in.
    pub frames: Vec<Frame>,
    /// The stages in which a body is monitored.
    pub monitoring: Vec<MonitoringStage>,
    /// Ways to end the statement.
    pub closings: Vec<Closing>,
    /// The words that a report adds.
    pub report: ReportWords,
}

/// A grade of the scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScalePoint {
    /// The grade.
    pub grade: Grade,
    /// Its words in a sentence: "requires improvement".
    pub words: String,
    /// Its meaning.
    pub meaning: String,
    /// The words said of one body: "is good", "requires improvement". Empty where grades are not spoken so.
    pub is: String,
    /// The words said of several: "are good", "require improvement".
    pub are: String,
}

/// A heading, under which findings stand; or a pillar, under which headings do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Identity, what findings and grades name.
    pub id: String,
    /// Its title, for people.
    pub title: String,
    /// Its name inside a sentence: "how well it uses its money". The title where left out.
    pub topic: String,
    /// The question that the inspection asks.
    pub question: String,
    /// The pillar that it belongs to: effectiveness, efficiency, legitimacy, people.
    pub pillar: String,
    /// True where it is graded; otherwise it is narrative.
    pub graded: bool,
    /// Hints on what to think of while writing.
    pub prompts: Vec<String>,
    /// Characteristics of good.
    pub good: Vec<String>,
}

/// The words that a statement is made of. `{subject.name}`, `{subject.spoken}`, `{subject.noun}`,
/// `{inspector.name}`, `{inspector.office}`, `{period.label}`, `{monitoring.since}` and `{remit}` stand for the
/// draft's; `{majesty}` for "His Majesty's" or "Her Majesty's", by the day of publication; `{concerns}` for the topics
/// in which there are causes of concern; `{I}`, `{I-am}`, `{I-have}`, `{I-will}` and `{I-would}` for the speaker, in
/// full or contracted as the voice has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The title line.
    pub title: String,
    /// The first paragraph.
    pub greeting: String,
    /// The purpose of the body.
    pub remit: String,
    /// The inspector's office, where the draft names none.
    pub office: String,
    /// The words that turn from strengths to needs: "However,". Where there are several, each turn of the statement
    /// takes the next, and the first again after the last.
    pub contrast: Vec<String>,
    /// The most words that two joined sentences may have; none are joined at 0.
    pub join_words: usize,
    /// Who speaks in frames, where a finding does not say so.
    pub person: Person,
    /// True where "I am" is "I'm".
    pub contracted: bool,
    /// False where the grades of pillars are not spoken, though there are words for them.
    pub pillar_grades: Option<bool>,
    /// True where a need calls the body "it" as a strength does, behind a turn and twice running too: "The force knows its
    /// communities. But it needs to …. It also needs to …." False where needs name the noun.
    pub needs_say_it: bool,
    /// True where a list by grade is one sentence: "The force is good at: a; b; and c."
    pub lists_run_on: bool,
    /// The opening and the first need in one sentence: "{opening}, but {clause}". Empty where they are never joined.
    pub opening_joined: String,
    /// Words that keep their capital inside a sentence.
    pub proper: Vec<String>,
}

/// The subject that the bands of a ladder count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counts {
    /// The groups of the plan, each by the lowest grade among its headings.
    #[default]
    Groups,
    /// The graded headings.
    Headings,
    /// The graded pillars, each by its own grade; by the lowest among its headings until it has one.
    Pillars,
    /// The one grade for the whole.
    Overall,
}

impl Counts {
    /// Each with its word in a file.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("groups", Self::Groups),
        ("headings", Self::Headings),
        ("pillars", Self::Pillars),
        ("overall", Self::Overall),
    ];

    /// Returns the noun for what is counted, of one and of several, for people.
    pub fn nouns(self) -> (&'static str, &'static str) {
        match self {
            Self::Groups => ("group", "groups"),
            Self::Headings => ("heading", "headings"),
            Self::Pillars => ("pillar", "pillars"),
            Self::Overall => ("grade", "grades"),
        }
    }
}

/// The words of the look-ahead; `{item}` stands for the item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookAhead {
    /// For the first item.
    pub first: String,
    /// For each later one.
    pub next: String,
    /// The most items that are read aloud.
    pub most: usize,
}

/// A rung of the ladder: a way to open the statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rung {
    /// Identity, what `overall.stance` names.
    pub id: String,
    /// The opening sentence.
    pub words: String,
    /// Other wordings of the same opening, of which the author may pick one.
    pub forms: Vec<RungForm>,
    /// The side that it takes, so that what stands on the other turns behind it; none where it takes both or neither.
    pub tone: Option<Tone>,
    /// True where the sentence is about the body, so that the next may open with "It".
    pub about_body: bool,
    /// The grades that suggest this rung: any one of these.
    pub bands: Vec<Band>,
}

/// Another wording of a rung.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RungForm {
    /// Identity within its rung, what `overall.form` names.
    pub id: String,
    /// The opening sentence.
    pub words: String,
}

/// A stage in which the inspectorate monitors a body, between its inspections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonitoringStage {
    /// Identity, what `monitoring.stage` names.
    pub id: String,
    /// Its title, for people.
    pub title: String,
    /// The sentence that speaks it; empty where it is not spoken.
    pub words: String,
    /// The sentence in its place where it names the causes of concern and there are none.
    pub words_without_concern: String,
    /// True where a body is in it for a cause of concern.
    pub for_concern: bool,
}

/// A way to end the statement: what the inspectorate will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closing {
    /// Identity, what `statement.closing` names.
    pub id: String,
    /// The closing sentence.
    pub words: String,
}

/// Grades that suggest a rung, as counts of what the framework's [`Counts`] say. Each bound is the
/// fewest and the most, both included. From the openings of 28 statements of 2015 to 2019.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Band {
    /// Outstanding ones.
    pub outstanding: Option<(usize, usize)>,
    /// Those below good, the inadequate ones among them.
    pub below_good: Option<(usize, usize)>,
    /// Those below adequate, the inadequate ones among them; on a scale of four, those below good.
    pub below_adequate: Option<(usize, usize)>,
    /// Inadequate ones.
    pub inadequate: Option<(usize, usize)>,
    /// True where there must be a cause of concern, false where there must be none.
    pub concern: Option<bool>,
}

/// The part of a sentence that a frame takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Complement {
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
    /// The words; `{clause}` or `{phrase}` stands for the finding, `{adverb}` for its adverb where it has one, and
    /// `{I-am}` and its like for the speaker.
    pub words: String,
    /// The part of a sentence that it takes.
    pub takes: Complement,
    /// The adverbs that a finding may choose: "very", "particularly".
    pub adverbs: Vec<String>,
    /// The side that it takes, where it says so.
    pub tone: Option<Tone>,
    /// Its weight among the frames of its tone, from 1, the lightest; 0 where nothing is said of it.
    pub strength: usize,
}

impl Rung {
    /// Returns the wording of this form; its own where the form is empty or not known.
    pub fn wording(&self, form: &str) -> &str {
        let known = self.form(form);
        known.map_or(&self.words, |known| &known.words)
    }

    /// Returns the form of this id.
    pub fn form(&self, id: &str) -> Option<&RungForm> {
        self.forms.iter().find(|form| form.id == id)
    }
}

impl Framework {
    /// Returns true where its title says the year of a programme by itself: "PEEL 2015", in 2015; whichever dash stands in it.
    pub fn says_year(&self, year: &str) -> bool {
        // A keyboard has one dash.
        let dashed = |text: &str| text.trim().replace('-', "–");
        let (title, year) = (dashed(&self.title), dashed(year));
        let alone = |(at, _): (usize, &str)| {
            let before = title.get(..at).unwrap_or_default();
            let after = title.get(at + year.len()..).unwrap_or_default();
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
        };
        !year.is_empty() && title.match_indices(&year).any(alone)
    }

    /// Returns the heading of this id.
    pub fn heading(&self, id: &str) -> Option<&Heading> {
        self.headings.iter().find(|heading| heading.id == id)
    }

    /// Returns the heading or pillar of this id: what a draft may hold a judgment of.
    pub fn judged(&self, id: &str) -> Option<&Heading> {
        self.pillars
            .iter()
            .chain(&self.headings)
            .find(|each| each.id == id)
    }

    /// Returns the pillars and headings that are graded, pillars first.
    pub fn graded(&self) -> impl Iterator<Item = &Heading> {
        let all = self.pillars.iter().chain(&self.headings);
        all.filter(|each| each.graded)
    }

    /// Returns the headings of a pillar.
    pub fn headings_of<'a>(&'a self, pillar: &'a str) -> impl Iterator<Item = &'a Heading> {
        let headings = self.headings.iter();
        headings.filter(move |heading| heading.pillar == pillar)
    }

    /// Returns the rung of this id.
    pub fn rung(&self, id: &str) -> Option<&Rung> {
        self.ladder.iter().find(|rung| rung.id == id)
    }

    /// Returns the stage of monitoring of this id.
    pub fn stage(&self, id: &str) -> Option<&MonitoringStage> {
        self.monitoring.iter().find(|stage| stage.id == id)
    }

    /// Returns the closing of this id.
    pub fn closing(&self, id: &str) -> Option<&Closing> {
        self.closings.iter().find(|closing| closing.id == id)
    }

    /// Returns the frame of this id.
    pub fn frame(&self, id: &str) -> Option<&Frame> {
        self.frames.iter().find(|frame| frame.id == id)
    }

    /// Returns the voice of this id.
    pub fn voice(&self, id: &str) -> Option<&Voice> {
        self.voices.iter().find(|voice| voice.id == id)
    }

    /// Returns the list of this id.
    pub fn list(&self, id: &str) -> Option<&StatementList> {
        self.lists.iter().find(|list| list.id == id)
    }

    /// Returns the grade's place on the scale.
    pub fn scale_point(&self, grade: Grade) -> Option<&ScalePoint> {
        self.scale.iter().find(|point| point.grade == grade)
    }

    /// Returns the words of a grade on the scale; those of its id where it is not on it.
    pub fn grade_words(&self, grade: Grade) -> &str {
        let point = self.scale_point(grade);
        point.map_or(grade.word(), |point| &point.words)
    }
}
