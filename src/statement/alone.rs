//! Findings one by one, for lists.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::capitals::capital_first;
use super::context::{ByHand, WeavingContext};
use super::{Document, Reason, Sentence, Weaver, WeavingRule};
use crate::assessment::{Assessment, Complement, Framework, List, OVERALL, Refer};

/// Returns each finding as it reads by itself, by its place in the draft: its figures and the body's name put in,
/// no turn, no "also", no neighbour in its sentence. Empty for what is not written and for what is sensitive.
///
/// A frame that takes a noun phrase stays, for the phrase is nothing without it. One that takes a clause is the
/// inspector's voice and falls away, as it does where it is spent. What was written by hand in the statement has the
/// same words here, but for a contrast word at its head that the weaving had put there ("However, the force …"): it
/// turned from the sentence before, and in a list there is none. The hand edit itself stays as it is. A finding that is kept out of the statement has its words here all the same.
///
/// `document` is the statement of this draft.
pub fn alone(document: &Document, assessment: &Assessment, framework: &Framework) -> Vec<String> {
    each_alone(document, assessment, framework, false)
}

/// Returns the same for lists of several bodies: a finding that opens with the body names it, unless its
/// author asks for the noun.
pub fn alone_named(
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
) -> Vec<String> {
    each_alone(document, assessment, framework, true)
}

fn each_alone(
    document: &Document,
    assessment: &Assessment,
    framework: &Framework,
    named: bool,
) -> Vec<String> {
    let no_edits = ByHand::new();
    let context = WeavingContext::new(assessment, framework, &no_edits);
    // Where something leads in, only the author names the body otherwise, and what an "It" is only the author knows.
    let kept = |text: &str| {
        let reading = context.read(&context.fill(text).text);
        reading.body_behind.is_some() || reading.says_it()
    };
    // One weaving does for all: a paragraph of its own for each, and nothing before it there.
    let mut draft = assessment.clone();
    draft.overrides.clear();
    for (at, finding) in draft.findings.iter_mut().enumerate() {
        let finding = Arc::make_mut(finding);
        finding.id = at.to_string();
        finding.heading = OVERALL.to_owned();
        finding.paragraph = format!("{at}.");
        (finding.also, finding.join, finding.spoken) = (None, None, None);
        finding.begins_with.clear();
        finding.refer = match finding.refer {
            Some(Refer::Noun) => Some(Refer::Noun),
            Some(Refer::Name) => Some(Refer::Name),
            Some(Refer::It) if named => Some(Refer::Name),
            Some(Refer::It) => Some(Refer::Noun),
            _ if named && !kept(&finding.text) => Some(Refer::Name),
            _ => None,
        };
        let frame = framework.frame(&finding.stance);
        if frame.is_none_or(|frame| frame.takes == Complement::Clause) {
            finding.stance.clear();
        }
    }
    let mut weaver = Weaver::new();
    weaver.weave(&draft, framework);
    // A finding that says what an earlier one says is left out of any weaving; here it has that one's words.
    let mut first_of = HashMap::new();
    for unspoken in &weaver.document().unspoken {
        if let Some(id) = unspoken.source.id_in(List::Findings)
            && let Reason::SaidBy(first) = &unspoken.reason
            && let (Ok(at), Ok(first)) = (id.parse::<usize>(), first.parse::<usize>())
        {
            first_of.insert(at, first);
        }
    }
    let by_hand = by_hand(document, context.voice.contrasts());
    let findings = assessment.findings.iter().enumerate();
    findings
        .map(|(at, finding)| {
            let by_hand = by_hand.get(finding.id.as_str());
            match by_hand.filter(|_| !finding.sensitive) {
                Some(words) => words.clone(),
                None => weaver.words_of(first_of.get(&at).copied().unwrap_or(at)),
            }
        })
        .collect()
}

/// Returns the words of the findings whose sentences were written by hand, some or all of them; `turns` are the contrast
/// words that the weaving puts at the head of a sentence.
fn by_hand<'d>(document: &'d Document, turns: &[String]) -> HashMap<&'d str, String> {
    let mut found: HashMap<&str, (bool, Vec<Cow<str>>)> = HashMap::new();
    let paragraphs = document.paragraphs.iter();
    for sentence in paragraphs.flat_map(|paragraph| &paragraph.sentences) {
        for source in &sentence.sources {
            if let Some(id) = source.id_in(List::Findings) {
                let (by_hand, words) = found.entry(id).or_default();
                let edited = sentence.rules.contains(&WeavingRule::ByHand);
                *by_hand |= edited;
                let rest = turns.iter().find_map(|turn| without_turn(sentence, turn));
                words.push(match rest.filter(|_| edited && words.is_empty()) {
                    Some(rest) => Cow::Owned(rest),
                    None => Cow::Borrowed(sentence.text.as_str()),
                });
            }
        }
    }
    let found = found.into_iter().filter(|(_, (by_hand, _))| *by_hand);
    found
        .map(|(id, (_, words))| (id, words.join(" ")))
        .collect()
}

/// Returns the words of a hand edit behind the contrast word that the weaving had put at its head, or `None` where it has
/// no such word there. One without a comma ("But") is the weaving's only where the woven sentence begins with it too.
fn without_turn(sentence: &Sentence, turn: &str) -> Option<String> {
    let turn = capital_first(turn);
    let rest = sentence.text.strip_prefix(&*turn)?;
    let rest = rest.strip_prefix(' ')?;
    let woven = sentence.woven.as_deref();
    let was_woven = || woven.is_some_and(|woven| woven.text.starts_with(&*turn));
    (turn.ends_with(',') || was_woven()).then(|| capital_first(rest))
}
