//! Laws of the weaving: whatever is said of a few findings, their words are there, and nothing is said that nobody
//! typed but what the rules add.

use std::collections::BTreeSet;
use std::sync::Arc;

use assay::assessment::{Assessment, Finding, Framework, Kind, List, Refer};
use assay::grammar::{Certainty, read};
use assay::statement::{ParagraphRole, Sentence, Source, weave};

/// Checks the laws over a draft with these findings alone, all under the first heading of the framework's plan. Returns
/// what is broken; `None` where nothing is.
pub fn broken(
    draft: &Assessment,
    framework: &Framework,
    findings: &[(Kind, String)],
) -> Option<String> {
    let plain = |(kind, text): &(Kind, String)| Finding {
        kind: *kind,
        text: text.clone(),
        ..Finding::default()
    };
    broken_as_asked(draft, framework, findings.iter().map(plain).collect())
}

/// Does the same for findings of which something is asked.
pub fn broken_as_asked(
    draft: &Assessment,
    framework: &Framework,
    findings: Vec<Finding>,
) -> Option<String> {
    let mut draft = draft.clone();
    let heading = framework.plan.first().and_then(|ids| ids.first())?;
    draft.overrides.clear();
    draft.grades.clear();
    let placed = |(at, finding): (usize, Finding)| Finding {
        id: format!("f{at}"),
        heading: heading.clone(),
        ..finding
    };
    let findings: Vec<Finding> = findings.into_iter().enumerate().map(placed).collect();
    draft.findings = findings.iter().cloned().map(Arc::new).collect();
    let document = weave(&draft, framework);
    let spoken = document
        .paragraphs
        .iter()
        .find(|it| matches!(it.role, ParagraphRole::Group(_)))?;
    let names = names(&draft);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut before: Option<&Sentence> = None;
    let mut faults = BTreeSet::new();
    let mut running = 0;
    for sentence in &spoken.sentences {
        let typed: Vec<&Finding> = findings
            .iter()
            .enumerate()
            .filter(|(at, _)| {
                let source = Source::item(List::Findings, &format!("f{at}"));
                sentence.sources.contains(&source)
            })
            .map(|(_, finding)| finding)
            .collect();
        let asked = typed.iter().any(|finding| finding.refer.is_some());
        let typed: Vec<&str> = typed.iter().map(|it| it.text.as_str()).collect();
        faults.extend(also_twice(sentence, &typed));
        faults.extend(also_under_a_negative(sentence, &typed, &names));
        let added = says_also(&sentence.text) && !typed.iter().any(|text| says_also(text));
        running = if added { running + 1 } else { 0 };
        if running > 2 {
            faults.insert(format!("a third “also” running: {}", sentence.text));
        }
        if !asked {
            faults.extend(pronoun_without_body(sentence, before, &typed, &names));
        }
        before = Some(sentence);
    }
    for (at, finding) in findings.iter().enumerate() {
        let source = Source::item(List::Findings, &format!("f{at}"));
        let said: Vec<&str> = spoken
            .sentences
            .iter()
            .filter(|sentence| sentence.sources.contains(&source))
            .map(|sentence| sentence.text.as_str())
            .collect();
        if !said.is_empty() {
            faults.extend(lost_words(finding, &said.join(" "), &names));
        }
    }
    let faults: Vec<String> = faults.into_iter().collect();
    (!faults.is_empty()).then(|| format!("{}\n  => {}", faults.join("\n"), spoken.text()))
}

/// The ways in which the body is named.
fn names(draft: &Assessment) -> Vec<String> {
    let subject = &draft.subject;
    let bare = |name: &String| {
        name.trim_start_matches("the ")
            .trim_start_matches("The ")
            .to_owned()
    };
    let mut names = vec![
        draft.noun().to_owned(),
        bare(&subject.spoken),
        bare(&subject.name),
    ];
    names.retain(|name| !name.is_empty());
    names.extend(["force", "constabulary", "service", "brigade"].map(str::to_owned));
    names
}

fn words(text: &str) -> Vec<&str> {
    let bare = text
        .split_whitespace()
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    bare.filter(|word| !word.is_empty()).collect()
}

/// The words typed are there in their order, each with the capital that it had, but for the name of the body, for the
/// capital of a first word, and for what its author asks to be said as "it", "its" or "they".
fn lost_words(finding: &Finding, said: &str, names: &[&str]) -> Option<String> {
    let typed = finding.text.trim();
    let reading = read(typed, names);
    // A typed "It" is nobody's to change, but its author's.
    let is_said = finding.refer.is_some() || finding.reads.is_some();
    let mut kept = match reading.body_is_subject {
        Certainty::No => vec![typed.to_owned()],
        _ if reading.says_it() && !is_said => vec![typed.to_owned()],
        _ => vec![typed.get(reading.predicate..).unwrap_or(typed).to_owned()],
    };
    // "The force's cells" are "The constabulary's cells" of a constabulary.
    let owner = typed.split_once("'s ").filter(|(owner, _)| {
        let noun = owner.strip_prefix("The ");
        noun.is_some_and(|noun| names.contains(&noun))
    });
    kept.extend(owner.map(|(_, owned)| owned.to_owned()));
    let behind = reading.body_behind.map(|behind| behind.range);
    let owns = reading.body_owns.map(|owned| 0..owned);
    let subject = reading.verb.as_ref().map(|verb| {
        let ends = reading
            .also
            .map_or(verb.range.start, |also| also.min(verb.range.start));
        0..ends
    });
    let replaced = match finding.refer {
        Some(Refer::Its) => owns,
        Some(Refer::They) => subject,
        Some(_) => behind,
        None => None,
    };
    if let Some(range) = replaced {
        let mut other = typed.to_owned();
        other.replace_range(range, "");
        kept.push(other);
    }
    let small = reading.is_small == Certainty::Yes;
    let lost = kept.iter().map(|kept| lost_word(kept, small, said));
    let lost: Option<Vec<String>> = lost.collect();
    let word = lost?.into_iter().next()?;
    Some(format!("“{word}” of “{typed}” is not said where it was"))
}

/// The first word that is not said in its place.
fn lost_word(kept: &str, small: bool, said: &str) -> Option<String> {
    let said = words(said);
    let mut rest = said.iter();
    for (nth, word) in words(kept).into_iter().enumerate() {
        // A capital may come or go at the head of a sentence only, and a name never loses it.
        let small = nth == 0 && small;
        let same = |said: &&&str| {
            **said == word
                || (small || nth == 0 && word.starts_with(char::is_lowercase))
                    && said.to_lowercase() == word.to_lowercase()
        };
        if !rest.by_ref().any(|said| same(&said)) {
            return Some(word.to_owned());
        }
    }
    None
}

fn says_also(text: &str) -> bool {
    words(text)
        .iter()
        .any(|word| word.eq_ignore_ascii_case("also"))
}

/// Nobody who did not ask for it hears "also" before what is denied.
fn also_under_a_negative(sentence: &Sentence, typed: &[&str], names: &[&str]) -> Option<String> {
    let denied = |text: &&str| read(text.trim(), names).is_denied;
    let alone = typed.len() == 1 && !says_also(typed[0]);
    let added = alone && typed.iter().all(denied) && says_also(&sentence.text);
    added.then(|| format!("“also” under a negative: {}", sentence.text))
}

/// Nothing is said with two words "also" that was not typed so.
fn also_twice(sentence: &Sentence, typed: &[&str]) -> Option<String> {
    let count = |text: &str| {
        words(text)
            .iter()
            .filter(|word| word.eq_ignore_ascii_case("also"))
            .count()
    };
    let typed: usize = typed.iter().map(|text| count(text)).sum();
    let said = count(&sentence.text);
    (said > typed.max(1)).then(|| format!("“also” twice: {}", sentence.text))
}

/// No "it" is put in where the sentence before is not about the body.
fn pronoun_without_body(
    sentence: &Sentence,
    before: Option<&Sentence>,
    typed: &[&str],
    names: &[&str],
) -> Option<String> {
    // A sentence that stands so in what was typed has nothing put in.
    let as_typed = sentence.text.trim_end_matches('.');
    let typed_it =
        |text: &&str| text.trim().to_lowercase().starts_with("it ") || text.contains(as_typed);
    let put_in = sentence.text.starts_with("It ") && !typed.iter().any(typed_it);
    let about_body = before.is_some_and(|before| {
        let text = before.text.as_str();
        let bare = text.split_once(", ").map_or(text, |(turn, rest)| {
            let turns = ["However", "That said"];
            if turns.contains(&turn) { rest } else { text }
        });
        let bare = bare.strip_prefix("But ").unwrap_or(bare);
        let reading = read(bare, names);
        // What is conceded stands before the sentence's own subject.
        let behind = |(at, _): (usize, &str)| read(&bare[at + 2..], names).opens_with_body();
        let concedes = ["Although ", "While "];
        let concedes = concedes.iter().any(|word| bare.starts_with(word));
        let conceded = concedes && bare.match_indices(", ").any(behind);
        reading.body_is_subject != Certainty::No
            || reading.opens_with_body()
            || reading.body_behind.is_some()
            || conceded
    });
    (put_in && !about_body).then(|| format!("“It” without its body: {}", sentence.text))
}
