//! How sentences read: their length, words said twice running, and characters that nobody sees.

use super::{Case, HIDDEN, Problem, Severity, Where, place_of, problem};
use crate::assessment::Record;
use crate::statement::{Role, Sentence, count_words};
use crate::text::has_hidden;

/// The longest sentence that is let pass: that of a real statement of 24 sentences, read aloud.
const MOST_WORDS: usize = 34;

pub(super) fn check(case: &Case) -> Vec<Problem> {
    let mut problems = Vec::new();
    for paragraph in &case.document.paragraphs {
        for sentence in &paragraph.sentences {
            problems.extend(repeated(sentence));
            if paragraph.role != Role::Title {
                problems.extend(long(sentence));
            }
        }
    }
    problems.extend(hidden(case));
    problems
}

fn long(sentence: &Sentence) -> Option<Problem> {
    let words = count_words(&sentence.text);
    let place = match sentence.parts.as_slice() {
        [only] => place_of(&only.source, &sentence.key),
        _ => Where::Sentence(sentence.key.clone()),
    };
    (words > MOST_WORDS).then(|| {
        problem(
            Severity::Advice,
            "long-sentence",
            place,
            format!("a sentence of {words} words is hard to hear"),
            "make two of it",
        )
    })
}

/// Words that stand twice in a row without a slip.
const MAY_REPEAT: [&str; 2] = ["had", "that"];

fn repeated(sentence: &Sentence) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut before = "";
    let mut start = 0;
    for run in sentence.text.split(' ') {
        // A sign between two words parts them: "very, very".
        let word = run.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let is_word = word.chars().all(char::is_alphabetic) && !word.is_empty();
        let low = word.to_lowercase();
        if is_word && low == before.to_lowercase() && !MAY_REPEAT.contains(&low.as_str()) {
            let says = sentence
                .parts
                .iter()
                .find(|part| part.range.contains(&start));
            let place = says.map(|part| place_of(&part.source, &sentence.key));
            problems.push(problem(
                Severity::Warning,
                "repeated-word",
                place.unwrap_or_else(|| Where::Sentence(sentence.key.clone())),
                format!("\"{word}\" stands twice in a row"),
                "take one of them out",
            ));
        }
        before = run;
        start += run.len() + 1;
    }
    problems
}

/// Characters that cannot be seen, wherever a person may have typed or pasted them.
fn hidden(case: &Case) -> Vec<Problem> {
    let draft = case.draft;
    let mut problems = Vec::new();
    problems.extend(unseen(&draft.subject, |key| field("subject", key)));
    problems.extend(unseen(&draft.inspector, |key| field("inspector", key)));
    problems.extend(unseen(&draft.period, |key| field("period", key)));
    problems.extend(unseen(&draft.statement, |key| field("statement", key)));
    problems.extend(unseen(&draft.overall, |key| field("overall", key)));
    for (heading, judgment) in &draft.grades {
        problems.extend(unseen(judgment, |_| Where::Heading(heading.clone())));
    }
    for each in &draft.findings {
        let place = || Where::Finding(each.id.clone());
        problems.extend(unseen(each.as_ref(), |_| place()));
        for recommendation in &each.recommendations {
            problems.extend(unseen(recommendation, |_| place()));
        }
    }
    for each in &draft.evidence {
        problems.extend(unseen(each.as_ref(), |_| Where::Evidence(each.id.clone())));
    }
    for each in &draft.figures {
        problems.extend(unseen(each.as_ref(), |_| Where::Figure(each.id.clone())));
    }
    for each in &draft.outlook {
        problems.extend(unseen(each.as_ref(), |_| Where::Outlook(each.id.clone())));
    }
    for (at, each) in draft.responses.iter().enumerate() {
        problems.extend(unseen(each.as_ref(), |_| Where::Response(at)));
    }
    for (at, each) in draft.notes.iter().enumerate() {
        problems.extend(unseen(each.as_ref(), |_| Where::Note(at)));
    }
    for each in &draft.overrides {
        let place = |_: &str| Where::Override(each.sentence.clone());
        problems.extend(unseen(each.as_ref(), place));
    }
    problems
}

fn field(table: &str, key: &str) -> Where {
    Where::Field(format!("{table}.{key}"))
}

fn unseen<R: Record>(record: &R, place: impl Fn(&str) -> Where) -> Vec<Problem> {
    let mut problems = Vec::new();
    for &field in R::FIELDS {
        let Some(text) = record.text(field).filter(|text| has_hidden(text)) else {
            continue;
        };
        let mut one = [0; 4];
        let hidden = text.chars().find(|&sign| {
            // A blank is no trap.
            sign != '\t' && has_hidden(sign.encode_utf8(&mut one))
        });
        if let Some(sign) = hidden {
            let key = R::key(field);
            problems.push(problem(
                Severity::Warning,
                HIDDEN,
                place(key),
                format!(
                    "{key} holds a character that cannot be seen (U+{:04X})",
                    u32::from(sign)
                ),
                "type the words again, or paste them as plain text",
            ));
        }
    }
    problems
}
