//! The voice in which a draft is spoken: the framework's own, with what a named voice and the draft say otherwise.

use super::Source;
use crate::assessment::{
    Assessment, Finding, Frame, Framework, Person, Speaker, StatementWords, Tense, Voice,
};

/// A voice, with nothing left out.
#[derive(Clone, Debug)]
pub(super) struct SpokenVoice<'a> {
    /// The words that turn, used in turn, and where they stand.
    contrast: &'a [String],
    contrast_source: Source,
    /// The most words that two joined sentences may have.
    pub(super) join_words: usize,
    person: Person,
    contracted: bool,
    /// True where the grades of pillars are spoken.
    pub(super) pillar_grades: bool,
    /// True where a need calls the body "it".
    pub(super) needs_say_it: bool,
    /// True where a list by grade is one sentence.
    pub(super) lists_run_on: bool,
    /// The title line.
    pub(super) title: &'a str,
    /// The first paragraph.
    pub(super) greeting: &'a str,
    /// The words of the look-ahead for its first item, and for each later one.
    pub(super) look_ahead: [&'a str; 2],
}

impl<'a> SpokenVoice<'a> {
    /// Returns the voice of a draft. A voice that the framework does not have is as if none were named.
    pub(super) fn new(own: &'a StatementWords, framework: &'a Framework) -> Self {
        static PLAIN: Voice = Voice {
            id: String::new(),
            about: String::new(),
            title: None,
            greeting: None,
            contrast: None,
            join_words: None,
            person: None,
            contracted: None,
            pillar_grades: None,
            needs_say_it: None,
            lists_run_on: None,
            first: None,
            next: None,
        };
        let words = &framework.words;
        let named = framework.voice(&own.voice).unwrap_or(&PLAIN);
        let text = |of: &'a Option<String>, else_of: &'a String| of.as_ref().unwrap_or(else_of);
        let ahead = &framework.look_ahead;
        let (contrast, contrast_source) = match own.contrast.is_empty() {
            false => (&own.contrast, Source::field("statement.contrast")),
            true => (
                named.contrast.as_ref().unwrap_or(&words.contrast),
                Source::Framework("contrast".to_owned()),
            ),
        };
        let join_words = own
            .join_words
            .map(|most| usize::try_from(most).unwrap_or(0));
        Self {
            contrast,
            contrast_source,
            join_words: join_words.or(named.join_words).unwrap_or(words.join_words),
            person: own.person.or(named.person).unwrap_or(words.person),
            contracted: own
                .contracted
                .or(named.contracted)
                .unwrap_or(words.contracted),
            pillar_grades: own
                .pillar_grades
                .or(named.pillar_grades)
                .or(words.pillar_grades)
                .unwrap_or(true),
            needs_say_it: own
                .needs_say_it
                .or(named.needs_say_it)
                .unwrap_or(words.needs_say_it),
            lists_run_on: named.lists_run_on.unwrap_or(words.lists_run_on),
            title: text(&named.title, &words.title),
            greeting: text(&named.greeting, &words.greeting),
            look_ahead: [
                text(&named.first, &ahead.first),
                text(&named.next, &ahead.next),
            ],
        }
    }

    /// Returns the contrast words, in their order.
    pub(super) fn contrasts(&self) -> &[String] {
        self.contrast
    }

    /// Returns the word of this turn of the statement, by how many were there before; `None` where nothing turns.
    pub(super) fn contrast(&self, turn: usize) -> Option<&'a str> {
        let many = self.contrast.len();
        let word = self.contrast.get(turn.checked_rem(many)?)?;
        (!word.is_empty()).then_some(word)
    }

    /// Returns the source of the words that turn.
    pub(super) fn contrast_source(&self) -> Source {
        self.contrast_source.clone()
    }

    /// Returns the turn after this one; they begin again after the last word.
    pub(super) fn next_turn(&self, turn: usize) -> usize {
        (turn + 1).checked_rem(self.contrast.len()).unwrap_or(0)
    }

    /// Returns words in which the inspector speaks, with the speaker put in.
    pub(super) fn speak(&self, words: &str) -> String {
        put_in(words, Person::Singular, self.contracted, false)
    }

    /// Returns the words of a frame for a finding: with the speaker and its adverb.
    pub(super) fn frame(&self, frame: &Frame, finding: &Finding) -> String {
        let person = finding.person.unwrap_or(self.person);
        let past = finding.tense == Some(Tense::Past);
        let adverb = finding.adverb.as_str();
        let words = match frame.adverbs.iter().any(|known| known == adverb) {
            true => frame.words.replace(ADVERB, adverb),
            false => frame
                .words
                .replace(&format!("{ADVERB} "), "")
                .replace(ADVERB, ""),
        };
        put_in(&words, person, self.contracted, past)
    }
}

/// The place of an adverb in a frame.
const ADVERB: &str = "{adverb}";

/// Puts the speaker in the place of its names.
fn put_in(words: &str, person: Person, contracted: bool, past: bool) -> String {
    let mut spoken = words.to_owned();
    if !spoken.contains('{') {
        return spoken;
    }
    for speaker in Speaker::ALL {
        let name = format!("{{{}}}", speaker.name);
        if spoken.contains(&name) {
            spoken = spoken.replace(&name, speaker.words(person, contracted, past));
        }
    }
    spoken
}

/// Returns true where words name something in braces that the draft has: not what was found, and not the speaker.
pub(super) fn names_values(words: &str) -> bool {
    words.match_indices('{').any(|(at, _)| {
        let name = words.get(at + 1..).and_then(|rest| rest.split('}').next());
        let name = name.unwrap_or_default();
        let slot = matches!(name, "clause" | "phrase" | "adverb" | "infinitive");
        !slot && Speaker::ALL.iter().all(|speaker| speaker.name != name)
    })
}

/// Returns the words of a frame as this draft's voice speaks it, with its slots as they are: "I am pleased that
/// {clause}". Adverb, person and tense are the finding's.
pub fn frame_words(
    assessment: &Assessment,
    framework: &Framework,
    frame: &Frame,
    finding: &Finding,
) -> String {
    SpokenVoice::new(&assessment.statement, framework).frame(frame, finding)
}

/// Returns the words of a frame as the framework's own voice speaks it.
pub fn frame_words_plainly(framework: &Framework, frame: &Frame) -> String {
    SpokenVoice::new(&StatementWords::default(), framework).frame(frame, &Finding::default())
}

/// Returns words in which the inspector speaks, as the framework's own voice has them.
pub fn words_plainly(framework: &Framework, words: &str) -> String {
    SpokenVoice::new(&StatementWords::default(), framework).speak(words)
}
