//! Where motions lead.

use super::grammar::{VimFind, VimMotion};
use super::ground::{Goal, Ground, MotionMemory, Reach};
use super::object::match_of;
use super::place::{
    column, first_sign, in_column, is_end, line_end, line_of, line_start, lines, on_character,
};
use super::seek::{found, sought, word_near};
use super::sentence::{paragraph, sentence_back, sentence_on};
use super::word::{word_back, word_end_back, word_end_on, word_on};
use crate::text::grapheme::{next, prev};
use crate::text::{at_column, column_of, row_of};

/// Returns where a motion leads; `None` where it leads nowhere.
pub(super) fn goal(
    motion: &VimMotion,
    count: Option<usize>,
    ground: &Ground<'_>,
    memory: &mut MotionMemory,
) -> Option<Goal> {
    let many = count.unwrap_or(1);
    let before = |at| {
        Some(Goal {
            at,
            reach: Reach::Before,
        })
    };
    let with = |at| {
        Some(Goal {
            at,
            reach: Reach::With,
        })
    };
    let Ground { text, at, .. } = *ground;
    match motion {
        VimMotion::Left => left(ground, many).and_then(before),
        VimMotion::Right => right(ground, many).and_then(before),
        VimMotion::Down | VimMotion::Up => {
            let down = *motion == VimMotion::Down;
            match ground.operates || ground.selects {
                true => over_lines(ground, many, down, memory),
                false => over_rows(ground, many, down, memory).and_then(before),
            }
        }
        VimMotion::Rows { down, many: rows } => {
            over_rows(ground, many * rows, *down, memory).and_then(before)
        }
        VimMotion::WordOn { .. }
        | VimMotion::WordBack { .. }
        | VimMotion::WordEnd { .. }
        | VimMotion::WordEndBack { .. } => over_words(motion, many, ground),
        VimMotion::LineStart => before(line_start(text, at)),
        VimMotion::FirstSign => before(first_sign(text, at)),
        VimMotion::LineEnd => {
            let line = line_of(text, at) + many - 1;
            let line = lines(text).get(line).cloned()?;
            let end = if ground.selects {
                line.end
            } else {
                on_character(text, line.end)
            };
            match line.is_empty() {
                true => before(end),
                false => with(end),
            }
        }
        VimMotion::Find(find) => {
            memory.found = Some(*find);
            found(ground, *find, many, false)
        }
        VimMotion::FindAgain { reversed } => {
            let last = memory.found?;
            let find = VimFind {
                on: last.on != *reversed,
                ..last
            };
            found(ground, find, many, true)
        }
        _ => far_goal(motion, count, ground, memory),
    }
}

/// Returns the same of motions that leave the line.
fn far_goal(
    motion: &VimMotion,
    count: Option<usize>,
    ground: &Ground<'_>,
    memory: &mut MotionMemory,
) -> Option<Goal> {
    let many = count.unwrap_or(1);
    let before = |at| {
        Some(Goal {
            at,
            reach: Reach::Before,
        })
    };
    let with = |at| {
        Some(Goal {
            at,
            reach: Reach::With,
        })
    };
    let Ground { text, at, .. } = *ground;
    match motion {
        VimMotion::SentenceOn => {
            let (to, some) = sentence_on(text, at, many);
            ended(ground, (to, some)).filter(|_| some)
        }
        VimMotion::SentenceBack => {
            let (at, some) = sentence_back(text, at, many);
            before(at).filter(|_| some)
        }
        VimMotion::ParagraphOn => {
            let (line, some) = paragraph(text, at, many, true);
            let last = line.end == text.len() && !line.is_empty();
            let goal = if last {
                with(on_character(text, line.end))
            } else {
                before(line.start)
            };
            goal.filter(|goal| some && goal.at != at)
        }
        VimMotion::ParagraphBack => {
            let (line, some) = paragraph(text, at, many, false);
            before(line.start).filter(|goal| some && goal.at != at)
        }
        VimMotion::First => line_numbered(text, many),
        VimMotion::Last => line_numbered(text, count.unwrap_or(usize::MAX)),
        VimMotion::Match => match count {
            // With a count it is so many hundredths of the text on.
            Some(hundredths) if hundredths <= 100 => {
                line_numbered(text, (lines(text).len() * hundredths).div_ceil(100))
            }
            Some(_) => None,
            None => match_of(text, at).and_then(with),
        },
        VimMotion::Search { on, words } => {
            let words = match (words.is_empty(), &memory.sought) {
                (true, Some((words, ..))) => words.clone(),
                _ => words.clone(),
            };
            memory.sought = Some((words, false, *on));
            sought(ground, many, false, memory).and_then(before)
        }
        VimMotion::SearchAgain { reversed } => {
            sought(ground, many, *reversed, memory).and_then(before)
        }
        VimMotion::SearchWord { on } => {
            let word = word_near(text, at)?;
            memory.sought = Some((text.get(word.clone())?.to_owned(), true, *on));
            let from = Ground {
                at: word.start,
                ..*ground
            };
            sought(&from, many, false, memory).and_then(before)
        }
        _ => None,
    }
}

fn left(ground: &Ground<'_>, many: usize) -> Option<usize> {
    let start = line_start(ground.text, ground.at);
    let mut at = ground.at;
    for _ in 0..many {
        if at == start {
            break;
        }
        at = prev(ground.text, at);
    }
    (at < ground.at || ground.operates).then_some(at)
}

fn right(ground: &Ground<'_>, many: usize) -> Option<usize> {
    let end = line_end(ground.text, ground.at);
    let mut at = ground.at;
    for _ in 0..many {
        if at >= end {
            break;
        }
        at = next(ground.text, at);
    }
    if !ground.operates && !ground.selects {
        at = on_character(ground.text, at);
    }
    (at > ground.at).then_some(at)
}

fn over_rows(
    ground: &Ground<'_>,
    many: usize,
    down: bool,
    memory: &mut MotionMemory,
) -> Option<usize> {
    let Ground { text, at, rows, .. } = *ground;
    let row = row_of(rows, at);
    let last = rows.len().saturating_sub(1);
    let to = match down {
        true => (row + many).min(last),
        false => row.saturating_sub(many),
    };
    if to == row {
        return None;
    }
    let column = memory
        .column
        .unwrap_or_else(|| Some(column_of(text, rows, at)));
    memory.column = Some(column);
    let row = rows.get(to)?;
    let at = match column {
        Some(column) => at_column(text, row, column),
        None => row.last(text),
    };
    Some(on_character(text, at))
}

fn over_lines(
    ground: &Ground<'_>,
    many: usize,
    down: bool,
    memory: &mut MotionMemory,
) -> Option<Goal> {
    let Ground { text, at, .. } = *ground;
    let lines = lines(text);
    let line = line_of(text, at);
    let to = match down {
        true => (line + many).min(lines.len() - 1),
        false => line.saturating_sub(many),
    };
    // With an operator all of them must be there going up.
    if to == line {
        return None;
    }
    let start = lines.get(to)?.start;
    let kept = memory.column.unwrap_or_else(|| Some(column(text, at)));
    memory.column = Some(kept);
    let at = kept.map_or_else(
        || line_end(text, start),
        |kept| in_column(text, start, kept),
    );
    // A selection reaches up to where its line ends.
    let at = if ground.selects {
        at
    } else {
        on_character(text, at)
    };
    Some(Goal {
        at,
        reach: Reach::Lines,
    })
}

fn over_words(motion: &VimMotion, many: usize, ground: &Ground<'_>) -> Option<Goal> {
    let Ground { text, at, .. } = *ground;
    let with = |at| {
        Some(Goal {
            at: on_character(text, at),
            reach: Reach::With,
        })
    };
    match motion {
        VimMotion::WordOn { big } => {
            let on_word = super::word::class(text, at, *big) != super::word::WordClass::Blank;
            if ground.changes && on_word {
                // A change of words leaves the blank behind them.
                let (at, _) = word_end_on(text, at, many, *big, true);
                return with(at);
            }
            ended(ground, word_on(text, at, many, *big, ground.operates))
        }
        VimMotion::WordBack { big } => {
            let (to, some) = word_back(text, at, many, *big);
            let goal = Goal {
                at: to,
                reach: Reach::Before,
            };
            (some || to < at).then_some(goal)
        }
        VimMotion::WordEnd { big } => {
            let (to, some) = word_end_on(text, at, many, *big, false);
            with(to).filter(|goal| some || goal.at > at || ground.operates)
        }
        VimMotion::WordEndBack { big } => {
            let (to, some) = word_end_back(text, at, many, *big);
            with(to).filter(|goal| some || goal.at < at)
        }
        _ => None,
    }
}

/// Returns where a motion leads that may lead behind the last character of a line: then that one is with it.
fn ended(ground: &Ground<'_>, (to, some): (usize, bool)) -> Option<Goal> {
    let Ground { text, at, .. } = *ground;
    if !some && !ground.operates && on_character(text, to) == at {
        return None;
    }
    let on = on_character(text, to);
    match to > at && is_end(text, to) && on < to {
        true => Some(Goal {
            at: on,
            reach: Reach::With,
        }),
        false => Some(Goal {
            at: to,
            reach: Reach::Before,
        }),
    }
}

fn line_numbered(text: &str, number: usize) -> Option<Goal> {
    let lines = lines(text);
    let line = lines.get(number.saturating_sub(1)).or(lines.last())?;
    Some(Goal {
        at: first_sign(text, line.start),
        reach: Reach::Lines,
    })
}
