//! A text of many lines as the items that it lists.

use super::grapheme::width;
use super::visible::paste;

/// The least columns of a line that is full: a list of short lines is no wrapped paragraph.
const FULL: usize = 40;

/// The signs before an item that are no part of it, each with a blank behind it.
/// The last are those of Word, which stand where its font of signs has them.
const BULLETS: [char; 20] = [
    '•', '-', '*', '–', '—', '◦', '▪', '▫', '■', '□', '●', '○', '‣', '·', '➢', '\u{f0a7}',
    '\u{f0b7}', '\u{f0d8}', '\u{f0fc}', '\u{f076}',
];

/// Returns the items of a text as it was copied: each line is one, without the bullet or the number before it; blank
/// lines are none. Hidden characters are left out. Lines are joined only where they are certain to be one: where they
/// are wrapped at one width, within a sentence, or stand indented behind a bullet.
///
/// ```
/// use assay::text::items;
///
/// assert_eq!(items("• Answers calls.\n• Listens,\n  and acts.\n"), ["Answers calls.", "Listens, and acts."]);
/// assert_eq!(items("1) One.\n2) Two.\n\na) Three."), ["One.", "Two.", "Three."]);
/// assert_eq!(items("Slow to answer\nNo files"), ["Slow to answer", "No files"]);
/// ```
pub fn items(pasted: &str) -> Vec<String> {
    // A soft break of Word is a line's end in a box, and none of a sentence.
    let pasted = pasted.replace('\t', "    ").replace('\u{b}', " ");
    let text = paste(&pasted, true).text;
    let mut items = Vec::new();
    let mut group: Vec<Line<'_>> = Vec::new();
    let mut last = None;
    let mut numbers = text
        .split('\n')
        .filter_map(|row| numbered(row.trim_start()));
    for row in text.split('\n').map(str::trim_end) {
        let own = numbered(row.trim_start()).and_then(|_| numbers.next());
        let next = own.and(numbers.clone().next());
        let line = Line::of(row, last, next.map(|(number, letter, _)| (number, letter)));
        if line.words.is_empty() || line.mark != Mark::None {
            finish(&mut group, &mut items);
        }
        last = match line.mark {
            Mark::Number(..) => Some(line.mark),
            Mark::None | Mark::Bullet => last,
        };
        if !line.words.is_empty() {
            group.push(line);
        }
    }
    finish(&mut group, &mut items);
    items
}

/// The sign before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    None,
    Bullet,
    /// Its number, and whether a letter stands for it.
    Number(u32, bool),
}

/// A line of the text.
#[derive(Clone, Copy, Debug)]
struct Line<'t> {
    /// The line, as it is.
    whole: &'t str,
    mark: Mark,
    /// The words behind the mark.
    words: &'t str,
}

impl<'t> Line<'t> {
    /// Reads a line, behind the number that was met last and before the one that comes next, with true for a letter. A
    /// number counts where it runs on with one of them, or is the first of a list: a line may begin with one that is part of
    /// its sentence.
    fn of(whole: &'t str, last: Option<Mark>, next: Option<(u32, bool)>) -> Self {
        let line = |mark, words: &'t str| Self {
            whole,
            mark,
            words: words.trim(),
        };
        let start = whole.trim_start();
        if let Some(words) = start.strip_prefix(BULLETS) {
            // A bullet may stand close to its words; a hyphen or a dash there is a minus, a star a sign for emphasis.
            let close = !start.starts_with(['-', '*', '–', '—', '·']);
            if close || words.is_empty() || words.starts_with(char::is_whitespace) {
                return line(Mark::Bullet, words);
            }
        }
        // The bullet of Word's second level, behind which a tab stood.
        if let Some(words) = start.strip_prefix("o  ") {
            return line(Mark::Bullet, words);
        }
        if let Some((number, letter, words)) = numbered(start) {
            let follows = match last {
                Some(Mark::Number(before, of_letters)) => {
                    of_letters == letter && number == before + 1
                }
                _ => false,
            };
            if follows || number == 1 || next == Some((number + 1, letter)) {
                return line(Mark::Number(number, letter), words);
            }
        }
        line(Mark::None, whole)
    }

    fn indent(&self) -> usize {
        self.whole.len() - self.whole.trim_start().len()
    }

    /// Returns true where a sentence ends with the line.
    fn ends(&self) -> bool {
        let bare = self.words.trim_end_matches(['”', '’', '"', '\'', ')']);
        bare.ends_with(['.', '!', '?', ':', ';'])
    }

    fn begins_small(&self) -> bool {
        self.words.chars().next().is_some_and(char::is_lowercase)
    }
}

/// Reads the number before an item – "3.", "3)", "(3)", "b)", "(b)" – with true for a letter, and what stands behind it.
fn numbered(line: &str) -> Option<(u32, bool, &str)> {
    let (inside, brackets) = match line.strip_prefix('(') {
        Some(inside) => (inside, true),
        None => (line, false),
    };
    let end = inside.find(|sign: char| !sign.is_ascii_alphanumeric())?;
    let (label, rest) = inside.split_at_checked(end)?;
    let stop = rest.chars().next()?;
    let behind = rest.get(stop.len_utf8()..)?;
    if !behind.starts_with(char::is_whitespace) {
        return None;
    }
    let mut letters = label.chars();
    match (letters.next()?, letters.next()) {
        // "A." begins names, and "I." a sentence.
        (letter, None) if letter.is_ascii_lowercase() && stop == ')' => {
            Some((u32::from(letter) - u32::from('a') + 1, true, behind))
        }
        _ => {
            let stops = stop == ')' || stop == '.' && !brackets;
            let short = label.len() <= 3 && label.bytes().all(|byte| byte.is_ascii_digit());
            let number = label.parse().ok().filter(|_| short && stops);
            number.map(|number| (number, false, behind))
        }
    }
}

/// Adds the lines that stand together to the items, as one item or as one each.
fn finish(group: &mut Vec<Line<'_>>, items: &mut Vec<String>) {
    let lines = std::mem::take(group);
    let Some(first) = lines.first() else {
        return;
    };
    let behind = lines.get(1..).unwrap_or_default();
    let indented = first.mark != Mark::None
        && behind.iter().all(|line| line.indent() > first.indent())
        && !behind.is_empty();
    let spoken = |line: &Line<'_>| {
        let words: Vec<&str> = line.words.split_whitespace().collect();
        words.join(" ")
    };
    let all = lines.iter().map(spoken);
    match indented || is_wrapped(&lines) {
        true => items.push(all.collect::<Vec<_>>().join(" ")),
        false => items.extend(all),
    }
}

/// Returns true where lines are certain to be one paragraph: the first word of each would not have fitted on the line
/// before, and one of them at least goes on within a sentence.
fn is_wrapped(lines: &[Line<'_>]) -> bool {
    let widest = lines.iter().map(|line| width(line.whole)).max();
    let Some(widest) = widest.filter(|widest| *widest >= FULL) else {
        return false;
    };
    // Where items begin with small letters, one that does goes on with nothing.
    let some_capital = lines.first().is_some_and(|line| !line.begins_small());
    let pairs = || lines.iter().zip(lines.iter().skip(1));
    let full = pairs().all(|(line, next)| {
        let word = next.words.split_whitespace().next().unwrap_or_default();
        width(line.whole) + 1 + width(word) > widest
    });
    let within = pairs().any(|(line, next)| !line.ends() && next.begins_small());
    some_capital && full && within
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bullets_and_numbers_go_and_nothing_else_does() {
        assert_eq!(
            items("\u{f0a7}\tWorks well\no\tGood links\n•\tIs told,\u{b}in writing"),
            ["Works well", "Good links", "Is told, in writing"]
        );
        for (line, item) in [
            ("•Close to its words", "Close to its words"),
            ("  – dashed", "dashed"),
            ("* starred", "starred"),
            ("(1) in brackets", "in brackets"),
            ("1. first", "first"),
            ("a) lettered", "lettered"),
            // Words, and no marks.
            ("-5 per cent fewer", "-5 per cent fewer"),
            ("*very* slow", "*very* slow"),
            ("2023. was a year", "2023. was a year"),
            ("10.3 per cent", "10.3 per cent"),
            ("A. Smith is one", "A. Smith is one"),
            ("1st of all", "1st of all"),
            ("I) am no letter", "I) am no letter"),
            ("12) cells were full", "12) cells were full"),
        ] {
            assert_eq!(items(line), [item]);
        }
        // A number that is not the next is part of its sentence.
        assert_eq!(
            items("1. The force\n19. of June"),
            ["The force", "19. of June"]
        );
        assert_eq!(
            items("999. Men were held\n10. Officers\n2. Cells"),
            ["999. Men were held", "10. Officers", "2. Cells"]
        );
        assert_eq!(
            items("4. Slow\n5. Late\n\n6. Dear"),
            ["Slow", "Late", "Dear"]
        );
        assert_eq!(items("•\n\n-\n"), Vec::<String>::new());
    }

    #[test]
    fn lines_are_joined_only_where_they_are_certain_to_be_one() {
        let wrapped = "The constabulary answers nine in ten calls within the time\nthat it has set itself. It knows which callers are at risk,\nand goes to them first.";
        let one = wrapped.replace('\n', " ");
        assert_eq!(items(wrapped), [one.as_str()]);
        let listed = format!("• {}\n• Two.", wrapped.replace('\n', "\n  "));
        assert_eq!(items(&listed), [one.as_str(), "Two."]);
        // A mail that quotes a wrapped list without indents.
        let close = format!("• {wrapped}\n• Two.");
        assert_eq!(items(&close), [one.as_str(), "Two."]);
        // Sentences of one length, and notes in small letters, are one each.
        let sentences = "The constabulary answers the calls of all victims.\nThe constabulary visits the homes of all suspects.";
        assert_eq!(items(sentences).len(), 2);
        let notes = "slow to answer calls from the public on a friday\nno follow-up of victims who withdraw a statement";
        assert_eq!(items(notes).len(), 2);
        assert_eq!(items("Slow\nto answer"), ["Slow", "to answer"]);
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_none_changes_places(
            lines in vec(("( {0,4})", "(• |- |\\* |[0-9]{1,2}\\. |[a-c]\\) )?", "([A-Za-z]{2,9} ){0,12}"), 0..12),
        ) {
            let whole: Vec<String> = lines
                .iter()
                .map(|(indent, mark, words)| format!("{indent}{mark}{words}"))
                .collect();
            let words = lines.iter().flat_map(|(.., words)| words.split_whitespace());
            let found = items(&whole.join("\n")).join(" ");
            // A number that is no mark stays.
            let kept = found.split(' ').filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic));
            prop_assert_eq!(kept.collect::<Vec<_>>(), words.collect::<Vec<_>>());
        }
    }
}
