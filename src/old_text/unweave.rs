//! A sentence taken apart: the findings of which weaving may have made it, from the one that leaves most to weaving to the
//! one that is typed as the sentence stood.

use super::cues::{cues, spot, words_of};
use super::figures::into_ledger;
use super::frames::{FrameShapes, Framed};
use super::kinds::kind;
use crate::assessment::{Figure, Finding, Framework, Join, Kind, Refer, vocabulary};
use crate::grammar::{self, Certainty, Reading};
use crate::text::capital;

/// One way in which a sentence may have been made: one finding, or two that share it.
pub(super) type Attempt = Vec<Finding>;

/// A sentence, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Unwoven {
    /// The attempts, the one that leaves most to weaving first, never none.
    pub(super) attempts: Vec<Attempt>,
    pub(super) kind: Kind,
    /// True where the body is its subject, and no thing is brought in that an "it" behind it may be.
    pub(super) leads_it: bool,
    /// True where it is understood only behind another.
    pub(super) leans: bool,
    /// The word with which it turns.
    pub(super) turn: Option<String>,
}

impl Unwoven {
    /// Says which kind it is, as the text says it elsewhere. Of two that share a sentence that may be true of one.
    pub(super) fn set_kind(&mut self, kind: Kind) {
        self.kind = kind;
        let several = self.attempts.len();
        self.attempts.retain(|it| it.len() == 1 || several == 1);
        let all = self.attempts.iter_mut().flatten();
        all.for_each(|finding| finding.kind = kind);
    }
}

/// Takes sentences apart.
pub(super) struct Unweaver<'a> {
    pub(super) framework: &'a Framework,
    pub(super) shapes: FrameShapes,
    /// The ways in which the body is named, its noun first.
    pub(super) names: Vec<String>,
    /// The words that turn.
    pub(super) turns: Vec<String>,
}

/// The sentence before another in its paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    pub(super) kind: Option<Kind>,
    pub(super) leads_it: bool,
}

/// A sentence without what weaving adds.
struct Core {
    text: String,
    framed: Option<Framed>,
    begins_with: String,
    refer: Option<Refer>,
    turn: Option<String>,
    also: bool,
    reading: Reading,
}

impl<'a> Unweaver<'a> {
    pub(super) fn new(framework: &'a Framework, names: Vec<String>) -> Self {
        let noun = names.first().map_or("", String::as_str);
        let voices = framework
            .voices
            .iter()
            .filter_map(|it| it.contrast.as_ref());
        let turns = framework.words.contrast.iter().chain(voices.flatten());
        let again = vocabulary().turns_again.iter().map(|it| (*it).to_owned());
        let mut turns: Vec<String> = turns.cloned().chain(again).collect();
        turns.retain(|it| !it.is_empty());
        turns.sort();
        turns.dedup();
        Self {
            shapes: FrameShapes::new(framework, noun),
            framework,
            names,
            turns,
        }
    }

    fn noun(&self) -> &str {
        self.names.first().map_or("force", String::as_str)
    }

    /// Takes a sentence apart; amounts go into the ledger.
    pub(super) fn unweave(&self, text: &str, before: Before, ledger: &mut Vec<Figure>) -> Unwoven {
        let core = self.core(text, before);
        let found = spot(text);
        let frame = core.framed.as_ref();
        let frame = frame.and_then(|it| self.framework.frames.get(it.frame));
        let kind = kind(
            frame,
            &found,
            &core.reading,
            is_its(&core.text),
            before.kind,
        );
        let is_body = core.reading.body_is_subject == Certainty::Yes;
        let leads_it = is_body && !core.reading.introduces && !core.reading.names_group;
        let leans = core.reading.points_back || core.reading.answers;
        let mut attempts = self.halves(text, &core, kind, before);
        let counted = into_ledger(&core.text, ledger);
        for text in [&counted, &core.text] {
            for (refer, also, join) in [
                (false, false, false),
                (true, false, false),
                (false, true, false),
                (true, true, true),
            ] {
                let mut finding = self.finding(&core, text, kind);
                if refer {
                    finding.refer = core.refer.or_else(|| self.named(&core));
                }
                finding.also = also.then_some(core.also);
                finding.join = join.then_some(Join::Never);
                attempts.push(vec![finding]);
            }
        }
        let typed = Finding {
            kind,
            text: text.to_owned(),
            also: Some(false),
            join: Some(Join::Never),
            ..Finding::default()
        };
        attempts.push(vec![Finding {
            also: None,
            join: None,
            ..typed.clone()
        }]);
        attempts.push(vec![typed]);
        attempts.dedup();
        Unwoven {
            attempts,
            kind,
            leads_it,
            leans,
            turn: core.turn,
        }
    }

    fn finding(&self, core: &Core, text: &str, kind: Kind) -> Finding {
        let mut finding = Finding {
            kind,
            text: text.to_owned(),
            begins_with: core.begins_with.clone(),
            ..Finding::default()
        };
        let Some(framed) = &core.framed else {
            return finding;
        };
        if let Some(frame) = self.framework.frames.get(framed.frame) {
            finding.stance.clone_from(&frame.id);
            finding.adverb.clone_from(&framed.adverb);
            finding.tense = framed.tense;
            let own = self.framework.words.person;
            finding.person = (framed.person != own).then_some(framed.person);
        }
        finding
    }

    /// Returns the way in which a sentence names the body, where it does at its head.
    fn named(&self, core: &Core) -> Option<Refer> {
        if core.reading.body_is_subject != Certainty::Yes {
            return None;
        }
        core.reading.named.map(|nth| match nth {
            0 => Refer::Noun,
            _ => Refer::Name,
        })
    }

    fn core(&self, text: &str, before: Before) -> Core {
        let mut rest = text;
        let turned = self.turns.iter().find_map(|word| {
            let behind = text.strip_prefix(word.as_str())?;
            Some((word, behind.strip_prefix(' ')?))
        });
        let words = vocabulary();
        let openers = words.openers.iter();
        let openers = openers
            .chain(&words.openers_of_praise)
            .chain(&words.openers_of_need);
        let mut begins_with = String::new();
        let mut turn = None;
        if let Some((word, behind)) = turned {
            turn = Some(word.clone());
            rest = behind;
        } else if let Some((opener, behind)) = openers
            .filter_map(|it| Some((*it, text.strip_prefix(*it)?.strip_prefix(", ")?)))
            .next()
        {
            opener.clone_into(&mut begins_with);
            rest = behind;
        }
        let mut inner = capital(rest);
        let framed = self.shapes.of(self.framework, &inner);
        if let Some(framed) = &framed {
            inner.clone_from(&framed.inner);
        }
        let is_phrase = framed.as_ref().is_some_and(|it| it.is_phrase);
        let mut reading = grammar::read(&inner, &self.names);
        let mut also = false;
        if !is_phrase && let Some(bare) = self.without_also(&inner) {
            also = true;
            inner = bare;
            reading = grammar::read(&inner, &self.names);
        }
        let mut refer = None;
        let is_it = reading.body_is_subject == Certainty::Yes && reading.named.is_none();
        if is_it
            && before.leads_it
            && let Some(behind) = inner.strip_prefix("It ")
        {
            inner = format!("The {} {behind}", self.noun());
            refer = Some(Refer::It);
            reading = grammar::read(&inner, &self.names);
        }
        Core {
            text: inner,
            framed,
            begins_with,
            refer,
            turn,
            also,
            reading,
        }
    }

    /// Returns a sentence without its "also", where that stands where weaving puts one.
    fn without_also(&self, text: &str) -> Option<String> {
        let (before, behind) = text.split_once(" also ")?;
        let bare = format!("{before} {behind}");
        let reading = grammar::read(&bare, &self.names);
        (reading.also == Some(before.len() + 1)).then_some(bare)
    }

    /// Returns the attempts in which a sentence is two findings that share it.
    fn halves(&self, text: &str, core: &Core, whole: Kind, before: Before) -> Vec<Attempt> {
        if core.framed.is_some() || core.reading.has_quotation {
            return Vec::new();
        }
        let split = |link: &str| core.text.split_once(link);
        let (turns, halves) = match (split(", and "), split(", but ")) {
            (Some(halves), None) => (false, halves),
            (None, Some(halves)) => (true, halves),
            _ => return Vec::new(),
        };
        let (first, second) = halves;
        let first = format!("{first}.");
        let mut second = capital(second);
        let read = |text: &str| grammar::read(text, &self.names);
        let (one, mut two) = (read(&first), read(&second));
        if let Some(behind) = second.strip_prefix("It ")
            && one.body_is_subject == Certainty::Yes
            && two.body_is_subject == Certainty::Yes
        {
            second = format!("The {} {behind}", self.noun());
            two = read(&second);
        }
        let also = self.without_also(&second);
        let both = one.is_clause == Certainty::Yes && two.is_clause == Certainty::Yes;
        let body = |it: &Reading| it.body_is_subject == Certainty::Yes;
        let certain = both && (body(&one) == body(&two)) && !text.contains(';');
        if !certain {
            return Vec::new();
        }
        let told = also.clone().unwrap_or_else(|| second.clone());
        let kinds = (
            kind(None, &spot(&first), &one, is_its(&first), before.kind),
            kind(None, &spot(&told), &read(&told), is_its(&told), None),
        );
        let suits = match turns {
            true => {
                kinds.0.is_praise() != kinds.1.is_praise() && kinds.0.is_need() != kinds.1.is_need()
            }
            false => whole == Kind::Strength && kinds == (whole, whole),
        };
        if !suits {
            return Vec::new();
        }
        let always = if turns { Join::But } else { Join::Always };
        let make = |join: Option<Join>, refer: bool| {
            let mut head = self.finding(core, &first, kinds.0);
            head.join = join;
            head.refer = core.refer.filter(|_| refer);
            let mut tail = Finding {
                kind: kinds.1,
                text: told.clone(),
                ..Finding::default()
            };
            tail.also = also.is_some().then_some(true);
            vec![head, tail]
        };
        let joins = if turns {
            vec![Some(always)]
        } else {
            vec![None, Some(always)]
        };
        let both = joins
            .into_iter()
            .flat_map(|join| [make(join, false), make(join, true)]);
        both.collect()
    }
}

/// Returns true where a sentence opens with something of the body's: "Its leaders", "Most officers".
fn is_its(text: &str) -> bool {
    let words = words_of(text);
    let mut opening = words.iter().take(OPENING);
    words.first().is_some_and(|it| it == "its") || opening.any(|it| cues().people.contains(it))
}

/// The words with which a sentence opens, among which its subject is.
const OPENING: usize = 4;
