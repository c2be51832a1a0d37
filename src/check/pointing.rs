//! Pronouns that stand for nothing in the sentence before them: "They listen" at the head of a paragraph.

use super::context::at;
use super::{CheckContext, Problem, Rule};
use crate::assessment::{Address, Finding, List, Refer};
use crate::grammar::{self, Antecedent, Pointer};
use crate::statement::{Paragraph, Sentence, WeavingRule};

pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    let paragraphs = context.document.paragraphs.iter();
    paragraphs
        .flat_map(|paragraph| of_paragraph(context, paragraph))
        .collect()
}

fn of_paragraph(context: &CheckContext, paragraph: &Paragraph) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut before: Option<&str> = None;
    for (nth, sentence) in paragraph.sentences.iter().enumerate() {
        // An item of a list stands by itself.
        if paragraph.items.contains(&nth) {
            before = None;
        }
        for part in &sentence.parts {
            let spoken = sentence.text.get(part.range.clone()).unwrap_or_default();
            let id = part.source.id_in(List::Findings);
            let finding = id.and_then(|id| context.findings.get(id).copied());
            if let Some(finding) = finding
                && let Some(pointer) = lost(context, sentence, finding, before)
            {
                let place = match sentence.rules.contains(&WeavingRule::ByHand) {
                    true => Address::Item(List::Overrides, sentence.key.clone()),
                    false => at(finding),
                };
                problems.push(problem(context, place, &pointer, before.is_none()));
            }
            if let (Some(finding), Some(before)) = (finding, before)
                && is_unclear(context, sentence, finding, before)
            {
                problems.push(context.about(
                    Rule::ItUnclear,
                    at(finding),
                    "says \"it\", which may stand for something in the sentence before it",
                    format!("name it (\"the {} …\")", context.draft.noun()),
                ));
            }
            before = Some(spoken);
        }
    }
    problems
}

/// Returns the word of a finding's sentence that stands for nothing in the one `before`.
fn lost(
    context: &CheckContext,
    sentence: &Sentence,
    finding: &Finding,
    before: Option<&str>,
) -> Option<Pointer> {
    let rules = &sentence.rules;
    // Of what is spoken as typed, a frame or a turn may stand before the words.
    let typed = match sentence.key.contains('.') || rules.contains(&WeavingRule::ByHand) {
        true => sentence.text.as_str(),
        false => finding.text.as_str(),
    };
    let says_it =
        finding.refer == Some(Refer::It) && rules.contains(&WeavingRule::Subject(Refer::It));
    let conceded = rules
        .iter()
        .any(|rule| matches!(rule, WeavingRule::Join(_)));
    if says_it && before.is_none() && !conceded {
        return Some(Pointer {
            word: "it".to_owned(),
            antecedent: Antecedent::Anything,
        });
    }
    let pointer = grammar::pointer(typed, before.is_none())?;
    let names = names(context);
    let named = |before| grammar::offers(before, &names, pointer.antecedent);
    (!before.is_some_and(named)).then_some(pointer)
}

fn names<'c>(context: &'c CheckContext) -> Vec<&'c str> {
    let subject = &context.draft.subject;
    let names = [context.draft.noun(), &subject.spoken, &subject.name];
    names.into_iter().filter(|name| !name.is_empty()).collect()
}

/// Returns true where an "it" behind what leads in may stand for something in a sentence that does not name the body.
fn is_unclear(
    context: &CheckContext,
    sentence: &Sentence,
    finding: &Finding,
    before: &str,
) -> bool {
    let body = || {
        let it = |word: &str| ["it", "its"].iter().any(|it| word.eq_ignore_ascii_case(it));
        names(context).iter().any(|name| before.contains(name)) || before.split(' ').any(it)
    };
    finding.refer.is_none()
        && sentence.key == finding.id
        && grammar::leads_in_it(&finding.text)
        && !body()
}

fn problem(context: &CheckContext, place: Address, pointer: &Pointer, head: bool) -> Problem {
    let word = &pointer.word;
    let what = match head {
        true => format!("says \"{word}\", and nothing is spoken before it in its paragraph"),
        false => {
            format!("says \"{word}\", and the sentence before it names nothing that this could be")
        }
    };
    context.about(
        Rule::PointsToNothing,
        place,
        what,
        "name who or what is meant, or put it behind what it points to (follows)",
    )
}
