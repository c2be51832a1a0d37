//! HTML: one page that asks for nothing else, no script, no picture, no font from afar.

use std::fmt::Write as _;

use super::front::FrontMatter;
use super::palette::sheet;
use crate::render::block::{Block, Citation, ListItem, Run, Table, TableRow};
use crate::render::print::Print;

/// Writes a print as a page of HTML, to be read in a browser, by a screen reader or on paper. A protective
/// marking stands at both ends, and at the head and the foot of each sheet of paper. Everything a draft holds
/// is escaped. Where nothing is said there is still a page, with the body's name. The number after a sentence
/// leads to what it stands on.
///
/// ```
/// use assay::assessment::{Assessment, Framework};
/// use assay::render::{Print, PrintFormat, print_text};
/// use assay::statement;
///
/// let mut framework = Framework::default();
/// framework.words.title = "On <b>police</b>".into();
/// let draft = Assessment::new("d", &framework);
/// let document = statement::weave(&draft, &framework);
/// let page = print_text(&Print::statement(&document, &draft, &framework), PrintFormat::Html, None);
/// assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
/// assert!(page.contains("<h1>On &lt;b&gt;police&lt;/b&gt;</h1>"));
/// ```
pub(super) fn write(print: &Print<'_>, _: Option<usize>) -> String {
    let blocks = print.blocks();
    page(&blocks, &FrontMatter::new(print, &blocks))
}

/// No script and nothing from anywhere else: a browser is instructed so, too.
const HEAD: &str = "<meta charset=\"utf-8\" />
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\" />
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />
<meta name=\"color-scheme\" content=\"light dark\" />
";

/// Returns a page.
fn page(blocks: &[Block], front: &FrontMatter) -> String {
    let marking = escape(&front.marking);
    let mut page = String::from("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n");
    page.push_str(HEAD);
    let shown = escape(front.shown());
    let _ = writeln!(
        page,
        "<title>{shown}</title>\n<style>{}</style>\n</head>",
        sheet()
    );
    let marked = |page: &mut String, tag: &str, place: &str| {
        if !marking.is_empty() {
            let _ = writeln!(
                page,
                "<{tag} class=\"marking marking-{place}\">{marking}</{tag}>"
            );
        }
    };
    page.push_str("<body>\n");
    marked(&mut page, "header", "top");
    page.push_str("<main>\n");
    if front.title.is_none() {
        let _ = writeln!(page, "<h1>{shown}</h1>");
    }
    for block in blocks {
        self::block(&mut page, block);
    }
    page.push_str("</main>\n");
    marked(&mut page, "footer", "foot");
    page.push_str("</body>\n</html>\n");
    page
}

fn block(page: &mut String, block: &Block) {
    // Writing to a text cannot fail.
    let _ = match block {
        Block::Title(words) => writeln!(page, "<h1>{}</h1>", runs(words)),
        Block::Heading(level, words) => {
            writeln!(page, "<h{level}>{}</h{level}>", escape(words))
        }
        Block::Words(words) => writeln!(page, "<p>{}</p>", runs(words)),
        Block::Quote(words, by) => writeln!(
            page,
            "<blockquote>\n<p>“{}”</p>\n<p>– {}</p>\n</blockquote>",
            escape(words),
            escape(by)
        ),
        Block::List(items) => {
            list(page, items);
            Ok(())
        }
        Block::Table(each) => {
            table(page, each);
            Ok(())
        }
        Block::Notes(title, notes) => {
            let _ = writeln!(page, "<h2>{}</h2>\n<ol>", escape(title));
            for (nth, note) in notes.iter().enumerate() {
                let lines: Vec<String> = note.iter().map(|line| escape(line)).collect();
                let (nth, lines) = (nth + 1, lines.join("<br />\n"));
                let _ = writeln!(page, "<li id=\"note-{nth}\">{lines}</li>");
            }
            writeln!(page, "</ol>")
        }
    };
}

fn list(page: &mut String, items: &[ListItem]) {
    page.push_str("<ul>\n");
    for item in items {
        let _ = write!(page, "<li>{}", runs(&item.runs));
        if !item.items.is_empty() {
            page.push('\n');
            list(page, &item.items);
        }
        page.push_str("</li>\n");
    }
    page.push_str("</ul>\n");
}

fn table(page: &mut String, table: &Table) {
    let _ = writeln!(
        page,
        "<table>\n<caption>{}</caption>",
        escape(&table.caption)
    );
    if !table.columns.is_empty() {
        page.push_str("<thead>\n<tr>");
        for column in &table.columns {
            let _ = write!(page, "<th scope=\"col\">{}</th>", escape(column));
        }
        page.push_str("</tr>\n</thead>\n");
    }
    page.push_str("<tbody>\n");
    for row in &table.rows {
        self::row(page, row);
    }
    page.push_str("</tbody>\n</table>\n");
}

/// Writes a row. A grade is given in words, and tinted besides.
fn row(page: &mut String, row: &TableRow) {
    let id = row
        .number
        .map(|number| format!(" id=\"evidence-{number}\""));
    let _ = write!(page, "<tr{}>", id.unwrap_or_default());
    let last = row.cells.len().saturating_sub(1);
    for (at, cell) in row.cells.iter().enumerate() {
        let cell = escape(cell);
        let _ = match row.grade {
            _ if at == 0 => write!(page, "<th scope=\"row\">{cell}</th>"),
            Some(grade) if at == last => write!(page, "<td class=\"{}\">{cell}</td>", grade.word()),
            _ => write!(page, "<td>{cell}</td>"),
        };
    }
    page.push_str("</tr>\n");
}

fn runs(all: &[Run]) -> String {
    let set = all.iter().map(|run| match run {
        Run::Number(number) => {
            format!("<sup class=\"number\" id=\"sentence-{number}\">[{number}]</sup>")
        }
        Run::Plain(words) | Run::Said(words) => escape(words),
        Run::Strong(words) => format!("<strong>{}</strong>", escape(words)),
        Run::Noted(words, number) => format!(
            "{}<sup><a href=\"#note-{number}\">[{number}]</a></sup>",
            escape(words)
        ),
        Run::Cited(citations) => {
            let cited: Vec<String> = citations.iter().map(cited).collect();
            format!("<span class=\"cited\">[{}]</span>", cited.join("; "))
        }
    });
    set.collect::<Vec<_>>().join(" ")
}

fn cited(citation: &Citation) -> String {
    let numbers = citation.numbers.iter().map(|number| match number {
        Ok(number) => format!("<a href=\"#evidence-{number}\">{number}</a>"),
        Err(id) => escape(id),
    });
    let numbers: Vec<String> = numbers.collect();
    let (before, after) = (escape(&citation.before), escape(&citation.after));
    format!("{before}{}{after}", numbers.join(", "))
}

/// Returns true of a code point that is no character, and never will be one.
pub(super) fn is_no_character(sign: char) -> bool {
    matches!(sign, '\u{fdd0}'..='\u{fdef}') || u32::from(sign) & 0xfffe == 0xfffe
}

/// Words with nothing in them that HTML would obey, in an element or in quotes. Code points that are no
/// characters, which neither HTML nor XML may hold, are shown as such.
pub(super) fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() + words.len() / 16);
    for sign in words.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other if is_no_character(other) => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
