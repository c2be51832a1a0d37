//! Plain texts and Markdown as blocks.

use super::block::{BlockKind, OldText, SourceBlock};

/// The most words of a heading that no mark shows to be one.
const HEADING_WORDS: usize = 14;

/// The fewest characters of a line that is a paragraph by itself, where nothing parts paragraphs.
const WHOLE_LINE: usize = 100;

impl OldText {
    /// Reads a plain text, or one in Markdown. Lines that follow each other are one paragraph; where a text has no line
    /// between its paragraphs, each long line is one.
    ///
    /// ```
    /// use assay::old_text::{BlockKind, OldText};
    ///
    /// let text = OldText::plain("# Findings\n\nThe force listens.\nIt acts.\n- It waits.\n");
    /// let blocks: Vec<_> = text.blocks.iter().map(|it| (it.kind, it.text.as_str())).collect();
    /// assert_eq!(blocks, [
    ///     (BlockKind::Heading, "Findings"),
    ///     (BlockKind::Paragraph, "The force listens. It acts."),
    ///     (BlockKind::Item, "It waits."),
    /// ]);
    /// ```
    pub fn plain(text: &str) -> Self {
        let mut old = Self::default();
        let mut open: Option<SourceBlock> = None;
        let ended = text.replace("\r\n", "\n").replace(['\r', '\u{0C}'], "\n");
        let parted = ended.trim().lines().any(|line| line.trim().is_empty());
        let lines: Vec<String> = ended.lines().map(unmarked).collect();
        let marks: Vec<Option<ListMark>> = lines.iter().map(|line| ListMark::of(line)).collect();
        let listed = listed(&marks);
        for (nth, line) in lines.iter().enumerate() {
            let is_listed = listed.get(nth).copied().unwrap_or_default();
            let mark = marks.get(nth).copied().flatten();
            let (kind, words) = block_of(line, mark, is_listed, open.as_ref());
            if words.is_empty() || is_rule(words) {
                if words.chars().all(|sign| matches!(sign, '=' | '-'))
                    && !words.is_empty()
                    && let Some(block) = open.as_mut().filter(|it| is_short(&it.text))
                {
                    block.kind = BlockKind::Heading;
                }
                old.close(&mut open);
                continue;
            }
            let whole = !parted && words.chars().count() >= WHOLE_LINE;
            let goes_on = open.as_ref().is_some_and(|block| {
                kind == BlockKind::Paragraph
                    && !whole
                    && matches!(block.kind, BlockKind::Paragraph | BlockKind::Item)
            });
            if !goes_on {
                old.close(&mut open);
            }
            let block = open.get_or_insert_with(|| SourceBlock::new(kind));
            block.add(words, nth + 1);
            if whole || matches!(kind, BlockKind::Heading | BlockKind::Row) {
                old.close(&mut open);
            }
        }
        old.close(&mut open);
        old
    }

    fn close(&mut self, open: &mut Option<SourceBlock>) {
        let Some(mut block) = open.take() else {
            return;
        };
        if block.kind == BlockKind::Paragraph && is_heading(&block.text) {
            block.kind = BlockKind::Heading;
        }
        self.push(block);
    }
}

/// Returns true for a text that is no sentence and short enough to head others.
pub(super) fn is_heading(text: &str) -> bool {
    let text = text.trim();
    let ends = text.ends_with(['.', '!', '?', ':', ';', ',', '…', '”', '"']);
    let opens = text.chars().find(|sign| sign.is_alphabetic());
    !ends && is_short(text) && opens.is_some_and(|sign| !sign.is_lowercase())
}

fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= HEADING_WORDS
}

/// Returns the line without marks of strong and quoted words.
fn unmarked(line: &str) -> String {
    let strong = line.matches("**").count();
    let line = match strong > 0 && strong.is_multiple_of(2) {
        true => line.replace("**", ""),
        false => line.to_owned(),
    };
    let bare = line.trim_start();
    match bare.strip_prefix("> ") {
        Some(quoted) => quoted.to_owned(),
        None => line,
    }
}

/// The mark at the head of an item of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ListMark {
    /// A sign, and what it takes up.
    Sign(&'static str),
    /// A number, and how many bytes it takes up.
    Number(u16, usize),
}

impl ListMark {
    fn of(line: &str) -> Option<Self> {
        let line = line.trim();
        let signs = ["- ", "* ", "• ", "– ", "· ", "◦ ", "▪ "];
        if let Some(sign) = signs.into_iter().find(|sign| line.starts_with(sign)) {
            return Some(Self::Sign(sign));
        }
        let rest = line.trim_start_matches(|it: char| it.is_ascii_digit());
        let digits = line.len() - rest.len();
        let is_marked = rest.starts_with(". ") || rest.starts_with(") ");
        let number = line.get(..digits).filter(|_| digits <= 3 && is_marked)?;
        Some(Self::Number(number.parse().ok()?, digits + 1))
    }

    /// Returns true where a mark is the next one of the same list.
    fn leads_to(self, next: Self) -> bool {
        match (self, next) {
            (Self::Number(one, _), Self::Number(other, _)) => one + 1 == other,
            (one, other) => one == other,
        }
    }
}

/// Returns for each line whether its mark has a neighbour in the same list: a number or a dash alone may be words.
fn listed(marks: &[Option<ListMark>]) -> Vec<bool> {
    let mut listed = vec![false; marks.len()];
    let mut before: Option<(usize, ListMark)> = None;
    for (nth, mark) in marks.iter().enumerate() {
        let Some(mark) = *mark else {
            continue;
        };
        if let Some((at, last)) = before
            && last.leads_to(mark)
        {
            for it in [at, nth] {
                listed.get_mut(it).into_iter().for_each(|it| *it = true);
            }
        }
        before = Some((nth, mark));
    }
    listed
}

/// Returns the sort of block that a line begins or goes on with, and its words.
fn block_of<'t>(
    line: &'t str,
    mark: Option<ListMark>,
    is_listed: bool,
    open: Option<&SourceBlock>,
) -> (BlockKind, &'t str) {
    let line = line.trim();
    let hashes = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&hashes)
        && let Some(words) = line.get(hashes..).filter(|rest| rest.starts_with(' '))
    {
        return (BlockKind::Heading, words.trim().trim_end_matches(" #"));
    }
    if line.len() > 1 && line.starts_with('|') && line.ends_with('|') {
        return (BlockKind::Row, line);
    }
    let unended = open.filter(|it| !it.text.ends_with(['.', '!', '?', ':', ';']));
    let behind = |bytes: usize| line.get(bytes..).unwrap_or_default().trim();
    match mark {
        None => (BlockKind::Paragraph, line),
        Some(ListMark::Number(_, length)) if is_listed => (BlockKind::Item, behind(length)),
        // A number in mid-sentence, or one of no list: it is among the words.
        Some(ListMark::Number(..)) if unended.is_some() => (BlockKind::Paragraph, line),
        Some(ListMark::Number(..)) => (BlockKind::Item, line),
        Some(ListMark::Sign(sign)) => match unended {
            // A dash in mid-sentence. Behind what may head a list, the marks of Markdown begin one.
            Some(open)
                if !is_listed
                    && matches!(sign, "- " | "– ")
                    && (sign == "– " || !is_heading(&open.text)) =>
            {
                (BlockKind::Paragraph, line)
            }
            _ => (BlockKind::Item, behind(sign.len())),
        },
    }
}

/// Returns true for a line of a table or under a heading that only draws.
fn is_rule(line: &str) -> bool {
    line.chars()
        .all(|sign| matches!(sign, '-' | '=' | '|' | ':' | ' ' | '_' | '*' | '─'))
}
