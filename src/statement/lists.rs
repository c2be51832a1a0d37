//! Lists in the statement: the sentence that leads in, and what headings by grade say.
//!
//! Where a list is of grades, its items are woven from them and nowhere typed. Where it is of findings, those stand in
//! it that name it as their paragraph, each a bullet of its own: nothing passes from one to the next.

use std::sync::Arc;

use super::capitals::capital_first;
use super::context::{FilledText, WeavingContext};
use super::grades::{topic, with_grade};
use super::sentence_draft::SentenceDraft;
use super::words::{collapse, without_stop};
use super::{Sentence, Source, WeavingRule};
use crate::assessment::{Address, Grade, Heading, StatementList};

/// Returns the sentences of a list that come from no finding: what leads in, and the topics of headings that have its
/// grades. None where the list would have no items.
pub(super) fn lead(context: &WeavingContext, id: &str, of_findings: bool) -> Vec<Arc<Sentence>> {
    let voice = context.assessment.statement.voice.as_str();
    let list = context.framework.list(id);
    let Some(list) = list.filter(|list| list.voice.is_empty() || list.voice == voice) else {
        return Vec::new();
    };
    let headings = headings(context, list);
    if headings.is_empty() && !of_findings {
        return Vec::new();
    }
    let words = context.fill(&context.voice.speak(&collapse(&list.words)));
    let source = Source::Framework(format!("list.{id}"));
    let mut draft = SentenceDraft::new(&format!("list.{id}"));
    draft.rules.push(WeavingRule::List);
    draft.add_sources(words.uses);
    let lead = capital_first(&words.text);
    // One item is no list: it goes on in the sentence that leads in.
    if let ([(heading, grade)], false) = (&headings[..], of_findings) {
        let item = item(context, list, heading, *grade);
        draft.add_words(&format!("{} ", lead.trim_end_matches(':')), source);
        let text = format!("{}.", without_stop(&item.text));
        draft.add_words(&text, Source::Draft(Address::Judgment(heading.id.clone())));
        draft.add_sources(item.uses);
        return vec![Arc::new(draft.finish(context))];
    }
    draft.add_words(&lead, source);
    let runs_on = context.voice.lists_run_on && !of_findings;
    let mut sentences = Vec::new();
    let last = headings.len().saturating_sub(1);
    for (nth, (heading, grade)) in headings.into_iter().enumerate() {
        let item = item(context, list, heading, grade);
        let stop = match nth {
            nth if nth == last => ".",
            nth if nth + 1 == last => "; and",
            _ => ";",
        };
        let gap = match runs_on {
            true => " ",
            false => {
                let next = SentenceDraft::new(&format!("list.{id}.{}", heading.id));
                let before = std::mem::replace(&mut draft, next);
                sentences.push(Arc::new(before.finish(context)));
                draft.rules.push(WeavingRule::List);
                ""
            }
        };
        let text = format!("{gap}{}{stop}", without_stop(&item.text));
        draft.add_words(&text, Source::Draft(Address::Judgment(heading.id.clone())));
        draft.add_sources(item.uses);
    }
    sentences.push(Arc::new(draft.finish(context)));
    sentences
}

/// Returns the words of a heading or pillar in a list.
fn item(
    context: &WeavingContext,
    list: &StatementList,
    heading: &Heading,
    grade: Grade,
) -> FilledText {
    let topic = topic(context, heading);
    let words = match list.item.as_str() {
        "" => topic,
        item => with_grade(context.framework, item, grade).replace("{topic}", &topic),
    };
    context.fill(&words)
}

/// Returns the headings or pillars that were given a grade of the list this time, in the framework's order, each with
/// its grade.
fn headings<'a>(context: &WeavingContext<'a>, list: &StatementList) -> Vec<(&'a Heading, Grade)> {
    let listed = |heading: &'a Heading| {
        let judgment = context.assessment.grades.get(&heading.id);
        let grade = judgment.filter(|it| it.state.is_none())?.grade?;
        let of_pillar = list.pillar.is_empty() || list.pillar == heading.pillar;
        (of_pillar && list.grades.contains(&grade)).then_some((heading, grade))
    };
    let all = match list.pillars {
        true => &context.framework.pillars,
        false => &context.framework.headings,
    };
    all.iter().filter_map(listed).collect()
}
