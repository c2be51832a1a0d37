//! Which framework an old text was written under.

use std::sync::Arc;

use super::block::{BlockKind, OldText};
use super::names::Names;
use super::pattern::captures;
use crate::assessment::{Framework, Person, Speaker};
use crate::text::same;

/// The sentences at either end of a text in which the words of a framework are looked for.
const ENDS: usize = 60;

/// Returns the framework that fits a text best: the first of those that do.
pub(super) fn best(
    text: &OldText,
    names: &Names,
    frameworks: &[Arc<Framework>],
) -> Option<Arc<Framework>> {
    let mut best: Option<(i64, &Arc<Framework>)> = None;
    let blocks = text.blocks.iter();
    let all: Vec<&str> = blocks
        .flat_map(|block| crate::statement::sentences(&block.text))
        .collect();
    let ends: Vec<&str> = match all.len() > 2 * ENDS {
        true => all
            .iter()
            .take(ENDS)
            .chain(all.iter().rev().take(ENDS))
            .copied()
            .collect(),
        false => all,
    };
    for framework in frameworks {
        let fit = fit(text, &ends, names, framework);
        if best.is_none_or(|(most, _)| fit > most) {
            best = Some((fit, framework));
        }
    }
    best.map(|(_, framework)| Arc::clone(framework))
}

/// Returns how well a framework fits a text.
fn fit(text: &OldText, ends: &[&str], names: &Names, framework: &Framework) -> i64 {
    let mut fit = 0;
    let service = framework.noun == "service";
    let is_service = ["service", "brigade"].contains(&names.noun.as_str());
    if !names.body.is_empty() && framework.is_for(&names.body) != (is_service == service) {
        fit -= 1;
    }
    fit -= match names.body.is_empty() {
        true if names.noun.is_empty() => 0,
        true => i64::from(is_service != service) * 50,
        false => i64::from(!framework.is_for(&names.body)) * 50,
    };
    let title = text.blocks.first().map_or("", |it| it.text.as_str());
    if titles(framework).any(|pattern| is_title(pattern, title)) {
        fit += 8;
    }
    if framework.says_year(&names.period) {
        fit += 6;
    }
    for words in outlooks(framework) {
        let lead = words.split("{item}").next().unwrap_or_default();
        if ends.iter().any(|it| it.starts_with(lead)) {
            fit += 2;
        }
    }
    let openings = framework.ladder.iter().flat_map(|rung| {
        let forms = rung.forms.iter().map(|form| &form.words);
        std::iter::once(&rung.words).chain(forms)
    });
    let remit = &framework.words.remit;
    let mut opens = openings.flat_map(|words| speakers(&words.replace("{remit}", remit)));
    if opens.any(|pattern| {
        ends.iter()
            .take(40)
            .any(|it| captures(&pattern, it).is_some())
    }) {
        fit += 3;
    }
    let headings = text
        .blocks
        .iter()
        .filter(|it| it.kind == BlockKind::Heading);
    let judged = || framework.headings.iter().chain(&framework.pillars);
    let known = headings.filter(|block| judged().any(|it| same(&it.title, &block.text)));
    fit + 2 * i64::try_from(known.count().min(20)).unwrap_or(0)
}

/// Returns true where a title is made by a pattern, and a name and a year stand where they should.
fn is_title(pattern: &str, title: &str) -> bool {
    captures(pattern, title).is_some_and(|found| {
        found.iter().all(|(name, value)| match name.as_str() {
            "period.label" => value.contains(|sign: char| sign.is_ascii_digit()),
            _ => value.split(' ').count() <= 9,
        })
    })
}

/// Returns the title lines of a framework: its own, and those of its voices.
pub(super) fn titles(framework: &Framework) -> impl Iterator<Item = &str> {
    let voices = framework.voices.iter().filter_map(|it| it.title.as_deref());
    std::iter::once(framework.words.title.as_str()).chain(voices)
}

/// Returns the words of the look-ahead of a framework and its voices, in every way of speaking.
pub(super) fn outlooks(framework: &Framework) -> Vec<String> {
    let own = [&framework.look_ahead.first, &framework.look_ahead.next];
    let voices = framework.voices.iter();
    let voices = voices.flat_map(|it| [it.first.as_ref(), it.next.as_ref()]);
    let all = own.into_iter().chain(voices.flatten());
    let mut all: Vec<String> = all.flat_map(|words| speakers(words)).collect();
    all.sort();
    all.dedup();
    all
}

/// Returns words with the speaker in every way of speaking in the present.
pub(super) fn speakers(words: &str) -> Vec<String> {
    let ways = [
        (Person::Singular, false),
        (Person::Singular, true),
        (Person::Plural, false),
        (Person::Plural, true),
    ];
    let mut all: Vec<String> = ways
        .iter()
        .map(|(person, contracted)| {
            let mut spoken = words.to_owned();
            for speaker in Speaker::ALL {
                let name = format!("{{{}}}", speaker.name);
                spoken = spoken.replace(&name, speaker.words(*person, *contracted, false));
            }
            crate::text::capital(&spoken)
        })
        .collect();
    all.dedup();
    all
}
