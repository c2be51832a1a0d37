//! What is said of what changed since the last line.

use super::view::{LinearLine, LinearView, OpenText, TextEnd};

/// The most rows that are told at once.
const MOST: usize = 20;
/// The most rows behind them that are told with them.
const FEW: usize = 3;

/// Returns what is said of a view where another was told before.
pub(super) fn changed(before: &LinearView, now: &LinearView) -> Vec<String> {
    if before.id != now.id {
        let mut lines = whole(now);
        lines.extend(text_opened(before, now));
        lines.extend(walk(before, now));
        return lines;
    }
    let mut lines = Vec::new();
    if before.title != now.title {
        lines.push(now.title.clone());
    }
    if before.lead != now.lead {
        lines.extend(now.lead.iter().cloned());
    }
    let is_list = matches!(&now.text, Some(text) if !text.end.is_in_place());
    let same_text = |text: &OpenText| before.text.as_ref().is_some_and(|it| it.id == text.id);
    let typed = now.text.as_ref().filter(|it| it.end.is_in_place());
    let left = now.text.is_none() && before.text.is_some();
    if typed.is_some_and(same_text) {
        // What was typed is known to whoever typed it.
    } else if left {
        lines.extend(at_hand(now));
    } else if is_list && rows(before) != rows(now) {
        lines.extend(listed(now, 1));
    } else if before.at != now.at || before.row() != now.row() {
        lines.extend(at_hand(now));
    } else if before.detail != now.detail {
        lines.extend(now.detail.iter().cloned());
    } else if now.at.is_none() && before.lines != now.lines {
        lines.extend(listed(now, 1));
        return closing(lines, before, now);
    }
    lines.extend(new_plain(before, now));
    closing(lines, before, now)
}

/// Returns lines with what is said last: the text that was opened, the step of the walk.
fn closing(mut lines: Vec<String>, before: &LinearView, now: &LinearView) -> Vec<String> {
    lines.extend(text_opened(before, now));
    lines.extend(walk(before, now));
    lines
}

/// Returns the lines between the rows that were not there before: what is only heard is told when it comes.
fn new_plain(before: &LinearView, now: &LinearView) -> Vec<String> {
    let new = now.lines.iter().filter(|line| !before.lines.contains(line));
    let words = new.filter_map(|line| match line {
        LinearLine::Plain(words) => Some(words.clone()),
        LinearLine::Row(_) => None,
    });
    words.collect()
}

/// Returns what is said where one is back in a place that was told before: its row at hand, and where that is.
pub(super) fn back_in(before: &LinearView, now: &LinearView) -> Vec<String> {
    let mut lines = vec![now.title.clone()];
    if before.lead != now.lead {
        lines.extend(now.lead.iter().cloned());
    }
    match now.at {
        // A page has nothing at hand, and a list that is another one is told.
        None if before.lines != now.lines => lines.extend(listed(now, 1)),
        None if !now.lines.is_empty() => lines.push("“list” tells it again.".to_owned()),
        None => {}
        Some(_) => {
            lines.extend(other_rows(before, now));
            lines.extend(at_hand(now));
        }
    }
    lines.extend(text_opened(before, now));
    lines.extend(walk(before, now));
    lines
}

/// Returns what is said where a line led to another place for the sake of one row of it: that row, and where it is.
pub(super) fn led_to(before: &LinearView, now: &LinearView) -> Vec<String> {
    if now.row().is_none() {
        return changed(before, now);
    }
    let mut lines = vec![now.title.clone()];
    lines.extend(at_hand(now));
    lines.push("“list” tells what else is here.".to_owned());
    lines.extend(text_opened(before, now));
    lines.extend(walk(before, now));
    lines
}

/// Returns the rows of a list that say something else than they said, but for the one at hand; none where there are other
/// rows.
fn other_rows(before: &LinearView, now: &LinearView) -> Vec<String> {
    if before.rows().count() != now.rows().count() {
        return Vec::new();
    }
    let rows = before.rows().zip(now.rows()).enumerate();
    let others = rows.filter(|(at, (one, other))| one != other && now.at != Some(*at));
    others
        .take(MOST)
        .map(|(at, (_, words))| format!("{}. {words}", at + 1))
        .collect()
}

fn rows(view: &LinearView) -> Vec<&str> {
    view.rows().collect()
}

/// Returns all of a view.
pub(super) fn whole(view: &LinearView) -> Vec<String> {
    let mut lines = vec![view.title.clone()];
    lines.extend(view.lead.iter().cloned());
    lines.extend(listed(view, 1));
    let many = view.rows().count();
    if let Some(at) = view.at.filter(|_| many > 1 && view.text.is_none()) {
        let words = view.row().filter(|_| at >= told_to(1, many));
        lines.push(match words {
            Some(words) => format!("You are at {}. {words}", at + 1),
            None => format!("You are at {}.", at + 1),
        });
    }
    lines.extend(view.detail.iter().cloned());
    lines
}

/// Returns the lines of a view with the numbers of its rows, from a row on; not more of them than can be taken in.
pub(super) fn listed(view: &LinearView, from: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let many = view.rows().count();
    // What has no rows is a page, and is told whole.
    let last = match many {
        0 => usize::MAX,
        many => told_to(from, many),
    };
    let mut nth = 0;
    for line in &view.lines {
        match line {
            LinearLine::Plain(words) => {
                if nth + 1 >= from && nth < last {
                    lines.push(words.clone());
                }
            }
            LinearLine::Row(words) => {
                nth += 1;
                if (from..=last).contains(&nth) {
                    lines.push(format!("{nth}. {words}"));
                }
            }
        }
    }
    if many > last {
        let more = many - last;
        lines.push(format!("{more} more: “list {}” goes on.", last + 1));
    }
    if nth > 0 && !view.taken.is_empty() {
        lines.push(view.taken.to_owned());
    }
    lines
}

/// Returns the last row that is told at once of so many, from a row on: a few more are not worth a line that asks for them.
fn told_to(from: usize, many: usize) -> usize {
    let last = from.saturating_add(MOST - 1);
    match many.saturating_sub(last) <= FEW {
        true => many.max(last),
        false => last,
    }
}

/// Returns the row at hand with what is said of it.
pub(super) fn at_hand(view: &LinearView) -> Vec<String> {
    let row = view.at.zip(view.row());
    let row = row.map(|(at, words)| format!("{}. {words}", at + 1));
    row.into_iter().chain(view.detail.iter().cloned()).collect()
}

/// Returns what is said of a text that was opened just now.
fn text_opened(before: &LinearView, now: &LinearView) -> Vec<String> {
    let Some(text) = &now.text else {
        return Vec::new();
    };
    let known = before.text.as_ref().is_some_and(|it| it.id == text.id);
    if known && before.id == now.id {
        return Vec::new();
    }
    let empty = text.words.is_empty();
    let mut lines = Vec::new();
    match text.end {
        _ if empty => {}
        TextEnd::Narrows => lines.push(format!(
            "It is narrowed by “{}”, which was typed before; a full stop alone shows all of it.",
            text.words
        )),
        _ => lines.push(format!("It says: “{}”", text.words)),
    }
    lines.push(ending(text, now));
    lines.extend(offers(now));
    lines
}

/// Returns how a text is typed and ended. One of many lines sounds unlike one of a single line, and each tells how a
/// command is given in it.
fn ending(text: &OpenText, now: &LinearView) -> String {
    let label = &text.label;
    let offered = now.rows().next().is_some();
    let words = match (text.end, text.words.is_empty()) {
        (TextEnd::FullStop, true) => format!(
            "{label}: as many lines as you like; a full stop alone on a line ends them, an empty line leaves it."
        ),
        (TextEnd::FullStop, false) => format!(
            "{label}: as many lines as you like, in place of these words; “.add” goes on behind them. A full stop alone on a line ends it, an empty line leaves it as it is."
        ),
        (TextEnd::Line, true) => format!("{label}: one line; an empty one leaves it."),
        (TextEnd::Line, false) => {
            format!("{label}: one line, in place of this; an empty one leaves it as it is.")
        }
        (TextEnd::Answer, _) if text.secret => {
            return "Type it in one line, which is all of it; an empty one gives it up.".to_owned();
        }
        (TextEnd::Answer, true) if offered => {
            "Type the answer in one line, or the number of one of these; an empty one gives it up.".to_owned()
        }
        (TextEnd::Answer, true) => "Type the answer in one line; an empty one gives it up.".to_owned(),
        (TextEnd::Answer, false) => {
            "Type another answer in one line, or a full stop alone to take this; an empty one gives it up.".to_owned()
        }
        (TextEnd::Narrows, _) if now.lines.is_empty() => {
            return "Type words to find some; an empty line goes back.".to_owned();
        }
        (TextEnd::Narrows, _) => {
            return "A number takes one; words narrow the list; an empty line goes back.".to_owned();
        }
    };
    format!("{words} “.help” helps.")
}

/// Returns the names that are offered for a text, with the numbers that take them.
pub(super) fn offers(view: &LinearView) -> Vec<String> {
    let offers = view.text.iter().flat_map(|text| &text.offers);
    let numbered = offers.enumerate();
    numbered
        .map(|(at, words)| format!(".{} {words}", at + 1))
        .collect()
}

fn walk(before: &LinearView, now: &LinearView) -> Option<String> {
    now.walk.clone().filter(|_| before.walk != now.walk)
}
