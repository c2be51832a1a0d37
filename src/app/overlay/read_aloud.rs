//! The statement alone, to be read aloud: which sentence is due, by a clock that is told how much time went by.

use crate::statement::{Document, ParagraphRole, WORDS_A_MINUTE, count_words};

/// The parts of a word that are counted, so that a change of pace loses nothing: a word a minute is one of them a
/// millisecond.
const WORD: u64 = 60_000;
/// The words a minute by which the pace changes.
const STEP: u64 = 5;
/// The slowest and the fastest pace.
const PACES: (u64, u64) = (60, 300);

/// Words a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Pace(u64);

impl Pace {
    /// Returns a pace, within what can be read.
    pub(in crate::app) fn of(words_a_minute: u64) -> Self {
        Self(words_a_minute.clamp(PACES.0, PACES.1))
    }

    /// Returns the words a minute.
    pub(in crate::app) fn words_a_minute(self) -> usize {
        usize::try_from(self.0).unwrap_or(WORDS_A_MINUTE)
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self(WORDS_A_MINUTE as u64)
    }
}

/// A statement that is read aloud.
#[derive(Clone, Debug)]
pub struct ReadAloud {
    /// The sentences that are spoken, in their order.
    sentences: Vec<SpokenWords>,
    /// The one that is due.
    nth: usize,
    /// How much of it is spoken, in parts of a word.
    spoken: u64,
    elapsed: u64,
    pace: Pace,
    is_running: bool,
    /// True where the draft was opened for this alone, and is closed with it.
    pub(in crate::app) closes_draft: bool,
}

/// A sentence by its length.
#[derive(Clone, Copy, Debug)]
struct SpokenWords {
    /// Its paragraph, and its place in there.
    at: (usize, usize),
    words: u64,
}

/// The place that has been reached in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueSentence {
    /// The paragraph, and the place of the sentence in it.
    pub at: (usize, usize),
    /// The words of the sentence that are spoken.
    pub spoken: usize,
    /// The words that it has.
    pub words: usize,
}

impl ReadAloud {
    /// Returns a document to be read from its first sentence on; the clock stands.
    pub(in crate::app) fn new(document: &Document, pace: Pace) -> Self {
        Self {
            sentences: sentences(document),
            nth: 0,
            spoken: 0,
            elapsed: 0,
            pace,
            is_running: false,
            closes_draft: false,
        }
    }

    /// Returns true where a document has words that are spoken; the title is not.
    pub(in crate::app) fn can_read(document: &Document) -> bool {
        let mut paragraphs = document.paragraphs.iter();
        paragraphs.any(|it| it.role != ParagraphRole::Title && !it.sentences.is_empty())
    }

    /// Returns the sentence that is due, or `None` where nothing is spoken.
    pub fn due(&self) -> Option<DueSentence> {
        let sentence = self.sentences.get(self.nth)?;
        let number = |words: u64| usize::try_from(words).unwrap_or(usize::MAX);
        Some(DueSentence {
            at: sentence.at,
            spoken: number(self.spoken / WORD),
            words: number(sentence.words),
        })
    }

    /// Returns the whole seconds for which the clock has run.
    pub fn elapsed(&self) -> u64 {
        self.elapsed / 1000
    }

    /// Returns the seconds, rounded up, that what is left takes at this pace.
    pub fn left(&self) -> u64 {
        let words: u64 = self
            .sentences
            .iter()
            .skip(self.nth)
            .map(|it| it.words)
            .sum();
        let parts = (words * WORD).saturating_sub(self.spoken);
        parts.div_ceil(self.pace.0 * 1000)
    }

    /// Returns the pace.
    pub fn words_a_minute(&self) -> u64 {
        self.pace.0
    }

    /// Returns true while the clock runs.
    pub fn is_running(&self) -> bool {
        self.is_running
    }

    /// Starts the clock, or stops it.
    pub(in crate::app) fn start_stop(&mut self) {
        self.is_running = !self.is_running;
    }

    /// Stops the clock.
    pub(in crate::app) fn stop(&mut self) {
        self.is_running = false;
    }

    /// Changes the pace by a step, and returns it. What is spoken stays spoken.
    pub(in crate::app) fn change_pace(&mut self, faster: bool) -> Pace {
        let pace = match faster {
            true => self.pace.0 + STEP,
            false => self.pace.0 - STEP,
        };
        self.pace = Pace::of(pace);
        self.pace
    }

    /// Lets so many milliseconds go by, where the clock runs. At the end the last sentence stays due: who is slower than
    /// the pace is still reading.
    pub(in crate::app) fn tick(&mut self, milliseconds: u64) {
        if !self.is_running {
            return;
        }
        self.elapsed = self.elapsed.saturating_add(milliseconds);
        let parts = milliseconds.saturating_mul(self.pace.0);
        self.spoken = self.spoken.saturating_add(parts);
        while let Some(sentence) = self.sentences.get(self.nth) {
            let whole = sentence.words * WORD;
            if self.spoken < whole {
                return;
            }
            if self.nth + 1 == self.sentences.len() {
                self.spoken = whole;
                return;
            }
            self.spoken -= whole;
            self.nth += 1;
        }
    }

    /// Goes to the next sentence, or to the one before; from within one, back to its beginning first. Of a sentence that is
    /// longer than what the window shows, goes on by as much as that.
    pub(in crate::app) fn step(&mut self, onward: bool, shown: u64) {
        let whole = self.sentences.get(self.nth).map_or(0, |it| it.words * WORD);
        let shown = shown.max(1) * WORD;
        match onward {
            true if whole.saturating_sub(self.spoken) > shown => {
                self.spoken += shown;
                return;
            }
            false if self.spoken > shown => {
                self.spoken -= shown;
                return;
            }
            _ => {}
        }
        let to = match onward {
            true => self.nth + 1,
            false if self.spoken >= WORD => self.nth,
            false => self.nth.saturating_sub(1),
        };
        self.go_to(to);
    }

    /// Goes to the next paragraph, or to the beginning of this one, or of the one before.
    pub(in crate::app) fn turn(&mut self, onward: bool) {
        let paragraph = |nth: usize| self.sentences.get(nth).map(|it| it.at.0);
        let here = paragraph(self.nth);
        let to = match onward {
            true => (self.nth..self.sentences.len()).find(|nth| paragraph(*nth) != here),
            false => {
                let before = self.nth.saturating_sub(1);
                let wanted = paragraph(before);
                (0..=before).find(|nth| paragraph(*nth) == wanted)
            }
        };
        self.go_to(to.unwrap_or(self.sentences.len()));
    }

    /// Goes to the first sentence, or to the last.
    pub(in crate::app) fn go_to_end(&mut self, last: bool) {
        self.go_to(if last { self.sentences.len() } else { 0 });
    }

    fn go_to(&mut self, nth: usize) {
        self.nth = nth.min(self.sentences.len().saturating_sub(1));
        self.spoken = 0;
    }

    /// Goes on in a document that others may have changed: at the same place, or the nearest before its end.
    pub(in crate::app) fn follow(&mut self, document: &Document) {
        let at = self.sentences.get(self.nth).map(|it| it.at);
        self.sentences = sentences(document);
        let before = |it: &SpokenWords| at.is_some_and(|at| it.at < at);
        let nth = self.sentences.partition_point(before);
        self.nth = nth.min(self.sentences.len().saturating_sub(1));
        if self.sentences.get(self.nth).map(|it| it.at) != at {
            self.spoken = 0;
        }
    }
}

/// Returns the sentences that are spoken: all but the title.
fn sentences(document: &Document) -> Vec<SpokenWords> {
    let paragraphs = document.paragraphs.iter().enumerate();
    let spoken = paragraphs.filter(|(_, paragraph)| paragraph.role != ParagraphRole::Title);
    let each = spoken.flat_map(|(at, paragraph)| {
        let sentences = paragraph.sentences.iter().enumerate();
        sentences.map(move |(nth, sentence)| SpokenWords {
            at: (at, nth),
            words: count_words(&sentence.text) as u64,
        })
    });
    each.collect()
}
