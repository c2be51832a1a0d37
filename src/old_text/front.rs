//! What stands around the findings of an old text: title, opening, look-ahead, deadlines.

use super::block::OldText;
use super::cues::{cues, has_any, words_of};
use super::fit::titles;
use super::names::Names;
use super::pattern::captures;
use crate::assessment::{Assessment, Framework, vocabulary};
use crate::statement;

/// Returns a draft with the names of an old text, and no findings.
pub(super) fn draft(text: &OldText, names: &Names, framework: &Framework, id: &str) -> Assessment {
    let title = text.blocks.first().map_or("", |it| it.text.as_str());
    let found = titles(framework).find_map(|pattern| captures(pattern, title));
    let found = found.unwrap_or_default();
    let said = |name: &str| found.get(name).cloned().unwrap_or_default();
    let or = |one: &String, other: String| match one.is_empty() {
        true => other,
        false => one.clone(),
    };
    let mut draft = Assessment::about(id, framework, &or(&names.body, said("subject.name")));
    if !names.noun.is_empty() && names.noun != draft.subject.noun {
        draft.subject.noun.clone_from(&names.noun);
    }
    draft.inspector.name = or(&names.inspector, said("inspector.name"));
    draft.inspector.office.clone_from(&names.office);
    let year = said("period.label");
    let is_year = year.contains(|sign: char| sign.is_ascii_digit()) && year.len() <= 12;
    draft.period.label = match is_year {
        true => year,
        false => names.period.clone(),
    };
    draft
}

/// Returns true for a protective marking that stands by itself.
pub(super) fn is_marking(text: &str) -> bool {
    vocabulary().markings.contains(&text)
}

/// Looks for the opening among the sentences of a paragraph, and says in the draft which rung it is. Returns its place
/// there, and how many sentences it has.
pub(super) fn opening(
    draft: &mut Assessment,
    framework: &Framework,
    all: &[&str],
) -> Option<(usize, usize)> {
    for (at, first) in all.iter().enumerate().take(3) {
        let mut known: Option<(usize, &str, &str)> = None;
        for rung in &framework.ladder {
            let forms = std::iter::once("").chain(rung.forms.iter().map(|it| it.id.as_str()));
            for form in forms {
                let words = statement::opening(draft, framework, rung, form);
                let spoken = statement::sentences(&words);
                let there = all.get(at..at + spoken.len());
                let longer = known.is_none_or(|(many, ..)| spoken.len() > many);
                if !spoken.is_empty() && there == Some(&spoken) && longer {
                    known = Some((spoken.len(), &rung.id, form));
                }
            }
        }
        if let Some((many, rung, form)) = known {
            rung.clone_into(&mut draft.overall.stance);
            form.clone_into(&mut draft.overall.form);
            return Some((at, many));
        }
        if let Some(rung) = like(draft, framework, first) {
            let one = |words: &str| {
                let words = words.to_owned();
                statement::sentences(&words).len() == 1
            };
            let known = framework.rung(&rung);
            let form = known.filter(|it| !one(&it.words)).and_then(|it| {
                let mut forms = it.forms.iter();
                forms.find(|form| one(&form.words))
            });
            draft.overall.form = form.map(|it| it.id.clone()).unwrap_or_default();
            draft.overall.stance = rung;
            return Some((at, 1));
        }
    }
    None
}

/// Returns the rung whose usual words a sentence has, with the name of the body behind them.
fn like(draft: &Assessment, framework: &Framework, text: &str) -> Option<String> {
    let words = words_of(text).join(" ");
    let mut names = [
        draft.subject.name.as_str(),
        draft.spoken_name(),
        draft.noun(),
    ]
    .into_iter();
    let names_body = names.any(|name| {
        let name = words_of(name).join(" ");
        !name.is_empty() && words.contains(&name)
    });
    let opens = cues().openings.iter().find(|cue| has_any(text, &cue.words));
    let rungs = &opens.filter(|_| names_body)?.rungs;
    rungs
        .iter()
        .find(|id| framework.rung(id).is_some())
        .cloned()
}

/// Returns the item of the look-ahead that a sentence speaks, without its stop.
pub(super) fn outlook(words: &[String], text: &str) -> Option<String> {
    let mut own = words.iter();
    let own = own.find_map(|pattern| captures(pattern, text)?.remove("item"));
    let plain = text.replace('’', "'");
    let usual = || {
        let leads = cues().outlook.leads.iter();
        let longest = leads.filter(|lead| plain.starts_with(lead.as_str()));
        let lead = longest.max_by_key(|lead| lead.len())?;
        // Apostrophes have another length.
        let at = text.char_indices().nth(lead.chars().count())?.0;
        text.get(at..).map(str::to_owned)
    };
    let item = own.or_else(usual)?;
    Some(item.strip_suffix('.').unwrap_or(&item).to_owned())
}

/// Returns true for what is asked with a deadline.
pub(super) fn is_recommendation(text: &str) -> bool {
    has_any(text, &cues().asks) && !deadline(text).is_empty()
}

/// Returns the deadline that a text says, as a draft writes it; empty where it says none.
pub(super) fn deadline(text: &str) -> String {
    let words = words_of(text);
    let number = |word: &String| {
        let spelt = (1..=24_u32).find(|it| {
            statement::number_word(&it.to_string()) == Some(word.as_str())
                || it.to_string() == *word
        });
        spelt.or(match word.as_str() {
            "twelve" => Some(12),
            "eighteen" => Some(18),
            _ => None,
        })
    };
    for window in words.windows(3) {
        if let [within, many, unit] = window
            && within == "within"
            && let Some(many) = number(many)
            && ["months", "month", "weeks", "days"].contains(&unit.as_str())
        {
            return format!("within {many} {unit}");
        }
    }
    if words.iter().any(|word| word == "immediately") || has_any(text, &cues().deadlines) {
        return "immediately".to_owned();
    }
    for (at, _) in words.iter().enumerate().filter(|(_, word)| *word == "by") {
        let day = words.get(at + 1..at + 4).unwrap_or_default();
        if let Some(date) = crate::assessment::Date::read(&day.join(" ")) {
            return date.to_string();
        }
    }
    String::new()
}
