//! What passes from one sentence of a paragraph to the next.

use super::by_hand::hash;
use super::clause::takes_change;
use super::context::WeavingContext;
use super::plan::{FrameUse, PlacedFinding};
use super::reference::SaidSubject;
use super::words::{bare_word, has_also};
use crate::assessment::{Change, Kind, Tone};
use crate::grammar::{Reading, VerbForm};

/// The side of a finding: for the body, or asking something of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Strengths and practices.
    Praise,
    /// Improvements and concerns.
    Need,
}

/// The state that a sentence depends on, from those before it in its paragraph. Nothing else passes from one
/// sentence to the next, so weaving can begin anywhere and stop as soon as this agrees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ParagraphState {
    /// True where the sentence before was about the body.
    pub(super) about_body: bool,
    /// True where the sentence before opened with "It".
    pub(super) opened_with_it: bool,
    /// True where the sentence before says "it" of something that is not its subject.
    pub(super) said_it: bool,
    /// True where the sentence before does not name the body, so that no "it" can be the body's.
    pub(super) unnamed: bool,
    /// True where an "it" may stand for something else in the sentence before.
    pub(super) open: bool,
    /// True where the sentence before names a thing, for which an "it" could stand.
    pub(super) mentions: bool,
    /// True where the sentence before names a group of people, for which an "it" could stand.
    pub(super) group: bool,
    /// The hash of the heading of the last finding that has a side; 0 where a grade or an opening has it.
    pub(super) heading: u64,
    /// True where the finding before was context, which has no side.
    pub(super) aside: bool,
    /// True where the voice's word turned to the last finding that has a side; the other word turns straight behind it.
    pub(super) just_turned: bool,
    /// The hash of the heading of the last finding that has a side, where that was a cause of concern; else 0.
    pub(super) concern: u64,
    /// The side of the last finding that has one; context has none.
    pub(super) side: Option<Side>,
    /// How it has turned; once it has, no word does any more, but behind what is praised under another heading.
    pub(super) turned: Turned,
    /// The hash of the heading under which the voice's word turned last; 0 for none.
    pub(super) turned_under: u64,
    /// The hash of the heading of what was praised last, where a need under it may turn once more; 0 for none.
    pub(super) again: u64,
    /// True where a need was spoken.
    pub(super) need: bool,
    /// The sort of the need that was spoken last.
    pub(super) said: Option<NeedSort>,
    /// The number of the words in which the need that was spoken last asks for something, and their hash; 0 for none.
    pub(super) asked: (usize, u64),
    /// The place of the paragraph's word among those that turn, where there are several.
    pub(super) turn: usize,
    /// The hash of the last sentence of the opening, where that waits for the finding that shares it, so that another one
    /// is another state; 0 where none waits.
    pub(super) opening: u64,
    /// The subject of the sentence before, where "they" can stand for it.
    pub(super) subject: Option<SaidSubject>,
    /// The number of sentences running that said "also", up to [`MOST_ALSOS`].
    pub(super) alsos: usize,
    /// The change whose words led in the sentence before.
    pub(super) led: Option<Change>,
    /// The frame of the sentence before that takes a noun phrase: its place in the framework.
    pub(super) frame: Option<usize>,
}

/// The sort of need that was spoken last, to which one more is added: what the body is asked, what it lacks beside that, or
/// what a frame of concern says. A need that only tells of a fault is answered by the next, which is no further one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NeedSort {
    Demand,
    Lack,
    Framed,
}

impl NeedSort {
    /// Returns the sort of a finding; `None` where it is not certain that it is one of them.
    fn of(context: &WeavingContext, placed: &PlacedFinding) -> Option<Self> {
        let reading = &placed.reading.sentences.first()?.reading;
        let sort = match placed.frame_use {
            FrameUse::Clause(at) | FrameUse::Phrase(at) => {
                let tone = context.framework.frames.get(at)?.tone;
                (tone == Some(Tone::Concern)).then_some(Self::Framed)
            }
            FrameUse::Unframed | FrameUse::Spent(_) | FrameUse::Unfit(_) => {
                let of_body = placed.is_about_body() || reading.body_behind.is_some();
                match reading.is_demand {
                    _ if !of_body => None,
                    true => Some(Self::Demand),
                    false => reading.names_need.then_some(Self::Lack),
                }
            }
        };
        sort.filter(|_| side(placed) == Some(Side::Need))
    }
}

/// The most sentences running that say "also" by themselves.
const MOST_ALSOS: usize = 2;

/// The way in which a paragraph has turned from one side to the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Turned {
    /// Not yet.
    #[default]
    No,
    /// By words of its findings.
    ByItself,
    /// By the voice's word.
    ByWord,
}

impl Turned {
    pub(super) fn by(word: bool, itself: bool) -> Self {
        match (word, itself) {
            (true, _) => Self::ByWord,
            (false, true) => Self::ByItself,
            (false, false) => Self::No,
        }
    }
}

impl From<Tone> for Side {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Praise => Self::Praise,
            Tone::Concern => Self::Need,
        }
    }
}

pub(super) fn side(placed: &PlacedFinding) -> Option<Side> {
    let kind = placed.finding.kind;
    if kind.is_need() {
        Some(Side::Need)
    } else if kind.is_praise() {
        Some(Side::Praise)
    } else {
        None
    }
}

/// Returns the side that a finding speaks on, where it turns from the other. A need that finds no fault ("recognises that
/// it should", "I look forward to seeing") turns from nothing.
pub(super) fn turning_side(context: &WeavingContext, placed: &PlacedFinding) -> Option<Side> {
    let framed = match placed.frame_use {
        FrameUse::Clause(at) | FrameUse::Phrase(at) => context.framework.frames.get(at),
        FrameUse::Unframed | FrameUse::Spent(_) | FrameUse::Unfit(_) => None,
    };
    let first = placed.reading.sentences.first();
    let neutral = match framed {
        Some(frame) => {
            let before = context.voice.frame(frame, &placed.finding);
            let before = before.split('{').next().unwrap_or_default();
            frame.tone.is_none() && context.read(before).finds_no_fault
        }
        None => first.is_some_and(|it| it.reading.finds_no_fault),
    };
    side(placed).filter(|side| *side == Side::Praise || !neutral)
}

/// Words by which a need finds its fault.
const FAULTS: [&str; 32] = [
    "bad",
    "fails",
    "few",
    "fewer",
    "insufficient",
    "lacks",
    "late",
    "limited",
    "little",
    "long",
    "lost",
    "neither",
    "never",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "only",
    "poor",
    "poorly",
    "rarely",
    "seldom",
    "slow",
    "slowly",
    "too",
    "unable",
    "unaware",
    "unclear",
    "weak",
    "without",
];

/// Returns true for a need that begins with what is so, or is done, and turns to its fault by itself: "The force has begun
/// to train its staff, but progress is slow", "Debriefs take place; formal ones seldom do".
pub(super) fn turns_by_itself(context: &WeavingContext, placed: &PlacedFinding) -> bool {
    let sentences = &placed.reading.sentences;
    let Some(first) = sentences
        .first()
        .filter(|_| side(placed) == Some(Side::Need))
    else {
        return false;
    };
    let faults = |text: &str| {
        let mut words = text.split(' ').map(|word| bare_word(word).to_lowercase());
        words.any(|word| FAULTS.contains(&word.as_str()) || word.ends_with("n't"))
    };
    let is_fault = |text: &str| {
        let reading = context.read(text);
        faults(text) || reading.is_denied || reading.is_negative || reading.names_need
    };
    let inside = [", but ", ", yet ", "; "].iter().any(|turn| {
        let halves = first.text.split_once(turn);
        halves
            .is_some_and(|(before, behind)| !is_fault(before) && (*turn != "; " || faults(behind)))
    });
    let form = first.reading.verb.as_ref().map(|verb| verb.form);
    let behind = sentences.get(1).is_some_and(|next| faults(&next.text));
    inside || form == Some(VerbForm::Perfect) && behind && !is_fault(&first.text)
}

/// Returns true where a finding says "also": where the author asks for it or, behind another need, by `turn`. By itself it
/// never goes under a negative, nor behind what leads in or points back, where it would add something else than was
/// meant: "As a result, victims are also let down".
pub(super) fn says_also(placed: &PlacedFinding, turn: bool) -> bool {
    let leads = || {
        let first = placed.reading.sentences.first();
        let leads = first.is_some_and(|it| {
            let reading = &it.reading;
            // "By next spring, the force should also test its radios" asks for one thing more.
            let leads = reading.has_lead_in && (reading.points_back || !reading.is_demand);
            // A figure tells of the need before it, and asks for nothing more.
            let tells = reading.counts && !reading.is_demand;
            // "Instead, the force should train", "needs to find out why they leave": what answers the need before it.
            let answers = reading.answers || reading.leans_back || reading.links_apart;
            leads || tells || reading.turns || reading.is_denied || answers
        });
        // "I am disappointed that this has not changed" adds nothing to what it points to.
        let points = !placed.frame_use.is_bare()
            && (placed.reading.points_back() || placed.reading.opens_with_it());
        leads && placed.frame_use.is_bare() || points
    };
    // Of itself only where it is certain that one need more is named: of the body, or in a frame.
    let names_need = || {
        let first = placed.reading.sentences.first().map(|it| &it.reading);
        let of_body = |it: &Reading| placed.is_about_body() || it.body_behind.is_some();
        !placed.frame_use.is_bare() || first.is_some_and(|it| it.names_need && of_body(it))
    };
    placed
        .finding
        .also
        .unwrap_or_else(|| turn && names_need() && !leads())
}

impl ParagraphState {
    /// Notes that a finding was spoken.
    pub(super) fn add(&mut self, context: &WeavingContext, placed: &PlacedFinding) {
        self.side = turning_side(context, placed).or(self.side);
        self.need |= side(placed) == Some(Side::Need);
        self.aside = side(placed).is_none();
        self.group = placed.reading.names_group();
        if !self.aside {
            self.heading = hash(&placed.finding.heading);
            self.concern = match placed.finding.kind {
                Kind::Concern => hash(&placed.finding.heading),
                _ => 0,
            };
        }
        self.said = NeedSort::of(context, placed);
        let asked = asked(placed);
        self.asked = (asked.len(), hash(&asked.join(" ")));
    }

    /// Returns true where a need is one more of a sort that was spoken.
    pub(super) fn is_added(&self, context: &WeavingContext, placed: &PlacedFinding) -> bool {
        let adds = match NeedSort::of(context, placed) {
            Some(NeedSort::Demand | NeedSort::Lack) => self.said == Some(NeedSort::Demand),
            Some(NeedSort::Framed) => self.said == Some(NeedSort::Framed),
            None => false,
        };
        // "needs to hire", "needs to hire 40": the same once more.
        let (many, before) = self.asked;
        let now = asked(placed);
        let head = now.get(..many).filter(|head| !head.is_empty());
        let same = head.is_some_and(|head| hash(&head.join(" ")) == before);
        adds && !same && self.bears_also()
    }

    /// Notes how a finding turned from the side `before`, by the voice's word or by words of its own; what turns without any
    /// leaves no turn to the next. What is praised under another heading may have needs of its own behind it, and these
    /// turn from it.
    pub(super) fn turn_with(&mut self, placed: &PlacedFinding, before: Option<Side>, by: Turned) {
        let heading = hash(&placed.finding.heading);
        let now = side(placed);
        if now.is_some() {
            self.just_turned = by == Turned::ByWord && !self.just_turned;
        }
        let silently = before == Some(Side::Praise) && self.side == Some(Side::Need);
        if by == Turned::ByWord {
            (self.turned, self.turned_under, self.again) = (by, heading, 0);
        } else if self.turned == Turned::No && (by == Turned::ByItself || silently) {
            self.turned = Turned::ByItself;
        } else if self.turned != Turned::No && now == Some(Side::Praise) {
            // One turn is enough for a heading.
            self.again = if heading == self.turned_under {
                0
            } else {
                heading
            };
        }
    }

    /// Returns true where the voice's word may be said before a finding: it is the first turn of the paragraph, or the first
    /// under its heading, from what was praised there, and takes nothing up.
    pub(super) fn may_turn(&self, placed: &PlacedFinding) -> bool {
        let first = placed.reading.sentences.first().map(|it| &it.reading);
        let points = first.is_some_and(|it| it.points_back || it.answers) || follows_from(placed);
        let takes_up = points || first.is_some_and(|it| it.leans_back);
        let heading = hash(&placed.finding.heading);
        let again = self.side == Some(Side::Praise) && self.again == heading;
        // What is gravest never comes as if it were one more thing to praise, nor praise straight behind it as if it were to
        // blame.
        let grave = match placed.finding.kind {
            Kind::Concern => self.side == Some(Side::Praise),
            _ => self.concern == heading && !self.aside,
        };
        self.turned == Turned::No || again && !takes_up || grave && !points
    }

    /// Notes that a sentence turned inside, so that it is of no side: what comes straight behind it needs no word.
    pub(super) fn take_no_side(&mut self) {
        self.side = None;
    }

    /// Returns true where "also" may be said once more of itself.
    fn bears_also(&self) -> bool {
        self.alsos < MOST_ALSOS
    }

    /// Notes the words of a sentence that was spoken.
    pub(super) fn hear(&mut self, context: &WeavingContext, text: &str) {
        self.unnamed = !context.names_body(text);
        self.alsos = match has_also(text) {
            true => (self.alsos + 1).min(MOST_ALSOS),
            false => 0,
        };
    }
}

/// Returns the words in which a need asks for something: "hire cooks" of "needs to hire cooks". None where it asks for nothing.
fn asked(placed: &PlacedFinding) -> Vec<&str> {
    let first = placed.reading.sentences.first();
    let asks = first.filter(|it| it.reading.is_demand);
    let behind = asks.and_then(|it| it.text.get(it.reading.verb.as_ref()?.range.end..));
    let words = behind.unwrap_or_default().split(' ').map(bare_word);
    words
        .filter(|word| !["", "to", "also"].contains(word))
        .collect()
}

/// Returns true where a finding says that it comes of what was said before it: "has therefore asked for help".
fn follows_from(placed: &PlacedFinding) -> bool {
    let first = placed.reading.sentences.first();
    first.is_some_and(|it| {
        let text = it.text.to_lowercase();
        let words: Vec<&str> = text.split(' ').map(bare_word).collect();
        let alone = ["therefore", "consequently", "accordingly"];
        let has = |phrase: &[&str]| words.windows(phrase.len()).any(|each| each == phrase);
        words.iter().any(|word| alone.contains(word))
            || has(&["as", "a", "result"])
            || has(&["because", "of"])
    })
}

/// Returns true where words on what has changed lead the finding, which want a sentence of their own.
pub(super) fn says_change(context: &WeavingContext, placed: &PlacedFinding) -> bool {
    let led = matches!(
        placed.finding.change,
        Some(Change::Progress | Change::Declined)
    );
    led && takes_change(context, placed)
}
