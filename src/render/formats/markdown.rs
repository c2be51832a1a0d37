//! Markdown: the title a heading, each paragraph a paragraph, sources as footnotes.

use crate::render::block::{Block, ListItem, Run, Table, bracket};
use crate::render::line;
use crate::render::print::Print;

/// Writes a print as Markdown. A protective marking is the first paragraph and the last. The signs of Markdown
/// are escaped, so that it reads, once it is shown, word for word like the text. What a sentence stands on is a
/// footnote.
///
/// ```
/// use assay::assessment::{Assessment, Framework};
/// use assay::render::{Print, PrintFormat, print_text};
/// use assay::statement;
///
/// let mut framework = Framework::default();
/// framework.words.greeting = "1. Is *this* a list? No.".into();
/// let draft = Assessment::new("d", &framework);
/// let document = statement::weave(&draft, &framework);
/// let statement = Print::statement(&document, &draft, &framework);
/// let markdown = print_text(&statement, PrintFormat::Markdown, None);
/// assert_eq!(markdown, "1\\. Is \\*this\\* a list? No.\n");
/// ```
pub(super) fn write(print: &Print<'_>, _: Option<usize>) -> String {
    set(&print.blocks(), &print.marking())
}

/// Returns the blocks of a print, between its marking. Footnotes are shown last wherever they stand, so that is where
/// their heading stands too.
fn set(blocks: &[Block], marking: &str) -> String {
    let mut set: Vec<String> = Vec::new();
    let mut last = Vec::new();
    for block in blocks {
        match block {
            Block::Title(words) => set.push(format!("# {}", runs(words))),
            Block::Heading(level, words) => {
                set.push(format!(
                    "{} {}",
                    "#".repeat(usize::from(*level)),
                    escape(words)
                ));
            }
            Block::Words(words) => set.push(runs(words)),
            Block::Quote(words, by) => {
                let (words, by) = (escape(&format!("“{words}”")), escape(&format!("– {by}")));
                set.push(format!("> {words}\n>\n> {by}"));
            }
            Block::List(items) => set.push(list(items, "").join("\n")),
            Block::Table(each) => set.push(table(each)),
            Block::Notes(title, notes) => {
                last.push(format!("## {}", escape(title)));
                let notes = notes.iter().enumerate();
                last.extend(
                    notes.map(|(nth, note)| {
                        format!("[^{}]: {}.", nth + 1, escape(&note.join(". ")))
                    }),
                );
            }
        }
    }
    set.extend(last);
    if set.is_empty() {
        return String::new();
    }
    let marking = escape(&line(marking));
    if !marking.is_empty() {
        set.insert(0, marking.clone());
        set.push(marking);
    }
    set.join("\n\n") + "\n"
}

fn runs(all: &[Run]) -> String {
    let mut set = String::new();
    for run in all {
        let words = match run {
            Run::Number(number) => inside(&format!("[{number}]")),
            // At the head of a line more signs mean something than inside of one.
            Run::Plain(words) | Run::Said(words) if set.is_empty() => escape(words),
            Run::Plain(words) | Run::Said(words) => inside(words),
            Run::Strong(words) => format!("**{}**", inside(words)),
            Run::Noted(words, number) if set.is_empty() => format!("{}[^{number}]", escape(words)),
            Run::Noted(words, number) => format!("{}[^{number}]", inside(words)),
            Run::Cited(citations) => inside(&bracket(citations)),
        };
        if !set.is_empty() {
            set.push(' ');
        }
        set.push_str(&words);
    }
    set
}

fn list(items: &[ListItem], indent: &str) -> Vec<String> {
    let deeper = format!("{indent}  ");
    let mut rows = Vec::new();
    for item in items {
        rows.push(format!("{indent}- {}", runs(&item.runs)));
        rows.extend(list(&item.items, &deeper));
    }
    rows
}

fn table(table: &Table) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| inside(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = vec!["---"; table.columns.len()];
    let mut rows = vec![row(&table.columns), format!("| {} |", rule.join(" | "))];
    rows.extend(table.rows.iter().map(|each| row(&each.cells)));
    rows.join("\n")
}

/// Returns what [`escape`] does for words that others stand before in their line.
fn inside(line: &str) -> String {
    signs(line, false)
}

/// Returns a text on one line with everything escaped that Markdown would take for a sign of its own. Any sign of ASCII
/// may be escaped, so in doubt it is.
fn escape(line: &str) -> String {
    signs(line, true)
}

fn signs(line: &str, at_head: bool) -> String {
    let mut escaped = String::with_capacity(line.len() + line.len() / 16);
    // At the head of a block, a dash or plus opens a list, digits with a stop or bracket a
    // numbered one; "=" and ":" rule and define under a block that some readers glue on.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, sign) in line.char_indices() {
        let opens = match sign {
            '-' | '+' | '=' | ':' => at == 0,
            '.' | ')' => at == digits && digits > 0,
            _ => false,
        };
        // "#" everywhere, because at the end of a heading it is taken off.
        let anywhere = matches!(
            sign,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '^' | '#'
        );
        if at_head && opens || anywhere {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}
