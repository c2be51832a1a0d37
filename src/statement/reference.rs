//! Pronouns and names in the place of a subject, where the author asks for them: "it" behind a lead-in, "its", "they".

use std::ops::Range;

use super::Source;
use super::by_hand::hash;
use super::context::WeavingContext;
use super::plan::{FrameUse, PlacedFinding};
use super::read::ReadSentence;
use crate::assessment::{Change, Refer};
use crate::grammar::Certainty;

/// The demands that a place in a paragraph makes on a clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClauseRequest {
    /// True where the body is "it" unless the author asks for another name.
    pub(super) it: bool,
    /// True where "also" is wanted.
    pub(super) also: bool,
    /// True where "its" can stand for the body's.
    pub(super) its: bool,
    /// True where the body is named before, so that an "it" that its author asks for can be the body's.
    pub(super) named: bool,
    /// The change whose words led in the sentence before, and lead in this one too.
    pub(super) led: Option<Change>,
    /// The subject for which "they" can stand.
    pub(super) they: Option<SaidSubject>,
}

/// The subject of a sentence, for which "they" can stand in the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SaidSubject {
    /// The hash of its words in small letters.
    words: u64,
    several: Certainty,
}

impl SaidSubject {
    /// Returns the subject of the last sentence of a finding; `None` where it is the body, or not certain.
    pub(super) fn of(placed: &PlacedFinding) -> Option<Self> {
        let sentences = &placed.reading.sentences;
        let framed = !placed.frame_use.is_bare() && sentences.len() == 1;
        match framed && !placed.is_in_clause_frame() {
            true => None,
            false => Self::of_sentence(sentences.last()?),
        }
    }

    fn of_sentence(sentence: &ReadSentence) -> Option<Self> {
        let reading = &sentence.reading;
        let ends = subject_end(sentence)?;
        let words = sentence.text.get(..ends)?.trim_end();
        let plain = !sentence.is_about_body()
            && !reading.has_lead_in
            && !reading.is_negative
            && !reading.points_back
            && !reading.opens_linked
            && reading.several != Certainty::No;
        plain.then(|| Self {
            words: hash(&words.to_lowercase()),
            several: reading.several,
        })
    }

    /// Returns true where "they" can stand for this one behind that one.
    fn repeats(self, before: Self) -> bool {
        let several = [self.several, before.several].contains(&Certainty::Yes);
        self.words == before.words && several
    }
}

/// Returns the byte at which the subject ends: before the main verb and the adverbs that go with it.
fn subject_end(sentence: &ReadSentence) -> Option<usize> {
    let verb = sentence.reading.verb.as_ref()?.range.start;
    Some(sentence.reading.also.map_or(verb, |also| also.min(verb)))
}

/// The words that are put in the place of others in a sentence that is kept whole.
pub(super) struct Replacement {
    /// The place of the others, in bytes of the text.
    pub(super) range: Range<usize>,
    pub(super) words: String,
    /// The choice of the author.
    pub(super) refer: Refer,
    pub(super) source: Option<Source>,
}

/// Returns what stands for the subject of a whole sentence, or for its beginning, as the author asks; `None` where
/// nothing is asked, or it is not certain.
pub(super) fn replacement(
    context: &WeavingContext,
    placed: &PlacedFinding,
    sentence: &ReadSentence,
    request: ClauseRequest,
) -> Option<Replacement> {
    let refer = placed.finding.refer?;
    let (range, (words, source)) = match refer {
        Refer::It if !request.named => return None,
        Refer::It | Refer::Noun | Refer::Name => {
            let behind = sentence.reading.body_behind.as_ref()?;
            (behind.range.clone(), context.named(refer))
        }
        Refer::Its => {
            // "The force's slow" may be short for "is".
            let reading = &sentence.reading;
            let owns = reading.is_clause == Certainty::Yes
                || matches!(placed.frame_use, FrameUse::Phrase(_));
            let behind = reading.body_owns.filter(|_| request.its && owns)?;
            (0..behind, ("its ".to_owned(), None))
        }
        Refer::They => {
            let subject = SaidSubject::of_sentence(sentence)?;
            request.they.filter(|before| subject.repeats(*before))?;
            (0..subject_end(sentence)?, ("they ".to_owned(), None))
        }
    };
    Some(Replacement {
        range,
        words,
        refer,
        source,
    })
}
