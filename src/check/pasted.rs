//! What stands in a text that nobody typed: characters that cannot be seen, characters that were lost on the way, and
//! the markers of a merge that was not settled.

use super::text_context::TextProblem;
use super::{CheckContext, Problem, Rule};
use crate::assessment::{Fields, List, Place, RecordAt, Single};
use crate::text::{has_hidden, paste};

/// The mark that stands for a character which a program could not read.
const LOST: char = '\u{FFFD}';

/// Reports what was pasted into the records of a draft. Findings are scanned with the rest of them.
pub(super) fn check(context: &CheckContext) -> Vec<Problem> {
    // The tray is checked when an item of it gets a place; the head holds names of files, not words.
    let apart = [
        RecordAt::Single(Single::Head),
        RecordAt::Item(List::Findings, 0),
        RecordAt::Item(List::Tray, 0),
    ];
    let mut problems = Vec::new();
    for (at, record) in context.draft.records_of(|at| !apart.contains(&at)) {
        for (nth, found) in scan(record) {
            let place = Place::of(at, nth);
            problems.extend(
                place.and_then(|place| {
                    found.to_problem_in(context.draft, context.framework, &place)
                }),
            );
        }
    }
    problems
}

/// Returns what was pasted into the texts of a record, each with the number of its field.
pub(super) fn scan(record: &dyn Fields) -> Vec<(usize, TextProblem)> {
    let mut found = Vec::new();
    for (nth, spec) in record.specs().iter().enumerate() {
        let Some(text) = record.text_of(nth) else {
            continue;
        };
        // Nearly every text is looked at once and left.
        if text
            .bytes()
            .all(|byte| matches!(byte, b'\n' | b' '..=b'~') && !b"<>|=".contains(&byte))
        {
            continue;
        }
        let in_text = hidden(spec.key, text).into_iter();
        let in_text = in_text.chain(lost(spec.key, text));
        let in_text = in_text.chain(conflict(spec.key, text));
        found.extend(in_text.map(|problem| (nth, problem)));
    }
    found
}

fn hidden(key: &str, text: &str) -> Option<TextProblem> {
    // A blank is no trap.
    let is_hidden = |sign: char| sign != '\t' && has_hidden(sign.encode_utf8(&mut [0; 4]));
    let mut all = text.char_indices().filter(|(_, sign)| is_hidden(*sign));
    let (from, sign) = all.next()?;
    let (last, many) = all.fold(((from, sign), 1), |(_, many), each| (each, many + 1));
    let code = u32::from(sign);
    let what = match many {
        1 => format!("holds a character in \"{key}\" that cannot be seen (U+{code:04X})"),
        many => {
            format!("holds {many} characters in \"{key}\" that cannot be seen (U+{code:04X} first)")
        }
    };
    let to = last.0 + last.1.len_utf8();
    let plain = paste(text.get(from..to).unwrap_or_default(), true);
    // Where words run from right to left, or more than what is hidden would change, its author has to look.
    let one_way = !text
        .chars()
        .any(|sign| matches!(sign, '\u{590}'..='\u{8FF}'));
    Some(match one_way && plain.left_out == many {
        true => TextProblem::without(Rule::HiddenCharacter, what, text, from..to, plain.text),
        false => {
            let advice = "type the words again, or paste them as plain text";
            TextProblem::of_item(Rule::HiddenCharacter, what, advice).at(from)
        }
    })
}

fn lost(key: &str, text: &str) -> Option<TextProblem> {
    let at = text.find(LOST)?;
    let around = text.split_whitespace().find(|word| word.contains(LOST))?;
    Some(
        TextProblem::of_item(
            Rule::LostCharacter,
            format!("has lost a character in \"{key}\": \"{around}\""),
            "look where the words came from, and type what stood there",
        )
        .at(at),
    )
}

/// Returns the marker of an unsettled merge that a text holds. A text that was pasted may hold it in a line of others;
/// the rule between the two sides is known by the line that it fills.
fn conflict(key: &str, text: &str) -> Option<TextProblem> {
    let marker = text.lines().find_map(|line| {
        let words = line.split(' ').map(str::trim_end);
        let mut markers = words.filter(|word| matches!(*word, "<<<<<<<" | ">>>>>>>" | "|||||||"));
        let rule = || (line.trim_end() == "=======").then_some("=======");
        markers.next().or_else(rule)
    })?;
    Some(
        TextProblem::of_item(
            Rule::ConflictMarker,
            format!(
                "holds \"{marker}\" in \"{key}\", a conflict marker of a version control system"
            ),
            "keep what is right of the two sides, and take the markers out",
        )
        .at(text.find(marker)?),
    )
}
