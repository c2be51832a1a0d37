//! Lists in brackets and tables in braces: taking parts out, putting parts in, and moving them, with
//! the comments between them.

use std::ops::Range;

use super::patch::TextPatch;

/// A part of the new list.
pub(super) enum ListPart {
    /// One that the list has, by its place there.
    Old(usize),
    /// A new one.
    New(String),
}

/// A part of a list as it stands in the file.
struct ListChunk {
    /// Blanks and comments before it.
    lead: Range<usize>,
    /// The part itself.
    body: Range<usize>,
    /// Blanks and comments between it and its comma.
    tail: Range<usize>,
    /// A comment behind the comma, on the same line.
    after: Range<usize>,
    /// True where it has a comma.
    comma: bool,
}

/// Writes a list anew. `span` is the whole list with its brackets, `values` are the ends of its parts
/// in order: where a part ends is known from the parser, where it begins is found from the comma before.
pub(super) fn relist(
    patch: &mut TextPatch<'_>,
    span: Range<usize>,
    values: &[usize],
    parts: &[ListPart],
) {
    let base = patch.base;
    let braces = base
        .get(span.clone())
        .is_some_and(|list| list.starts_with('{'));
    let (chunks, rest) = chunks(base, span.start + 1..span.end.saturating_sub(1), values);
    let trailing_comma = !braces && chunks.last().is_some_and(|chunk| chunk.comma);
    let eol = if base.contains("\r\n") { "\r\n" } else { "\n" };
    // Where a comment stands before the first part, the next line's indentation is what others take.
    let first_lead = match chunks
        .first()
        .and_then(|chunk| base.get(chunk.lead.clone()))
    {
        None if braces => " ".to_owned(),
        None => String::new(),
        Some(lead) if lead.trim().is_empty() => lead.to_owned(),
        Some(lead) => format!("{eol}{}", lead.rsplit('\n').next().unwrap_or_default()),
    };
    let first_lead = first_lead.as_str();
    let tall = first_lead.contains('\n');
    let next_lead = if tall { first_lead } else { " " };

    let mut out = ListText::new(eol);
    out.push(if braces { "{" } else { "[" });
    for (nth, part) in parts.iter().enumerate() {
        let last = nth + 1 == parts.len();
        let lead = if nth == 0 { first_lead } else { next_lead };
        let chunk = match part {
            ListPart::Old(place) => chunks.get(*place),
            ListPart::New(_) => None,
        };
        match (chunk, part) {
            (Some(chunk), _) => {
                let own = patch.extract(chunk.lead.clone());
                // A part that comes to stand first, or no longer does, takes the blanks of its new place.
                let moved = own.trim().is_empty() && !own.contains('\n');
                out.push(if moved { lead } else { &own });
                out.push(&patch.extract(chunk.body.clone()));
                let tail = patch.extract(chunk.tail.clone());
                match (!last || trailing_comma, chunk.comma) {
                    (true, true) => {
                        out.comment(&tail);
                        out.push(",");
                    }
                    (true, false) => {
                        out.push(",");
                        out.comment(&tail);
                    }
                    (false, _) => out.comment(&tail),
                }
                out.comment(&patch.extract(chunk.after.clone()));
            }
            (None, ListPart::New(text)) => {
                out.push(lead);
                out.push(text);
                if !last || trailing_comma {
                    out.push(",");
                }
            }
            (None, ListPart::Old(_)) => {}
        }
    }
    let rest = patch.extract(rest);
    if !rest.trim().is_empty() || !parts.is_empty() {
        let rest = if chunks.is_empty() && braces {
            " "
        } else {
            &rest
        };
        out.push(rest);
    }
    out.push(if braces { "}" } else { "]" });
    patch.replace(span, out.text);
}

/// The text that has been written, and whether it ends in a comment, which a line break must close.
struct ListText {
    text: String,
    in_comment: bool,
    eol: &'static str,
}

impl ListText {
    fn new(eol: &'static str) -> Self {
        Self {
            text: String::new(),
            in_comment: false,
            eol,
        }
    }

    fn push(&mut self, text: &str) {
        if self.in_comment && !text.is_empty() {
            let line = text.trim_start_matches([' ', '\t']);
            if !line.starts_with(['\n', '\r']) {
                self.text.push_str(self.eol);
            }
            self.in_comment = false;
        }
        self.text.push_str(text);
    }

    /// Blanks that may hold a comment.
    fn comment(&mut self, text: &str) {
        self.push(text);
        let line = text.rsplit('\n').next().unwrap_or_default();
        self.in_comment |= line.contains('#');
    }
}

/// Cuts what stands between the brackets into parts; also returned is what stands after the last.
fn chunks(base: &str, inside: Range<usize>, values: &[usize]) -> (Vec<ListChunk>, Range<usize>) {
    let mut chunks: Vec<ListChunk> = Vec::with_capacity(values.len());
    let mut at = inside.start;
    for &end in values {
        let begin = skip_blank(base, at, inside.end);
        let separator = skip_blank(base, end, inside.end);
        let comma = base
            .get(separator..inside.end)
            .is_some_and(|rest| rest.starts_with(','));
        let (tail, after) = if comma {
            let behind = separator + 1;
            (
                end..separator,
                behind..end_of_comment(base, behind, inside.end),
            )
        } else {
            let end_of_tail = end_of_comment_lines(base, end, separator);
            (end..end_of_tail, end_of_tail..end_of_tail)
        };
        let next = if comma { after.end } else { tail.end };
        chunks.push(ListChunk {
            lead: at..begin,
            body: begin..end,
            tail,
            after,
            comma,
        });
        at = next;
    }
    (chunks, at..inside.end)
}

/// Returns the first byte from `at` that is neither blank nor part of a comment.
fn skip_blank(base: &str, at: usize, end: usize) -> usize {
    let mut rest = base.get(at..end).unwrap_or_default();
    loop {
        rest = rest.trim_start();
        if !rest.starts_with('#') {
            return end - rest.len();
        }
        rest = rest.split_once('\n').map_or("", |(_, after)| after);
    }
}

/// Returns the end of a comment on this line, or `at` where there is none.
fn end_of_comment(base: &str, at: usize, end: usize) -> usize {
    let line = base.get(at..end).unwrap_or_default();
    let line = line.split('\n').next().unwrap_or_default();
    match line.trim_start().starts_with('#') {
        true => at + line.trim_end().len(),
        false => at,
    }
}

/// Returns the end of the last comment between two bytes, or the first where there is none.
fn end_of_comment_lines(base: &str, from: usize, to: usize) -> usize {
    let text = base.get(from..to).unwrap_or_default();
    from + if text.contains('#') {
        text.trim_end().len()
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str, values: &[&str], parts: &[ListPart]) -> String {
        let ends: Vec<usize> = values
            .iter()
            .filter_map(|value| text.find(value).map(|at| at + value.len()))
            .collect();
        let mut patch = TextPatch::new(text);
        relist(&mut patch, 0..text.len(), &ends, parts);
        patch.extract(0..text.len())
    }

    use ListPart::{New, Old};

    #[test]
    fn a_list_on_one_line_stays_on_it() {
        let text = r#"["a", "b"]"#;
        let values = [r#""a""#, r#""b""#];
        assert_eq!(list(text, &values, &[Old(1), Old(0)]), r#"["b", "a"]"#);
        assert_eq!(list(text, &values, &[Old(1)]), r#"["b"]"#);
        assert_eq!(
            list(text, &values, &[Old(0), New("1".into()), Old(1)]),
            r#"["a", 1, "b"]"#
        );
        assert_eq!(list(text, &values, &[]), "[]");
        assert_eq!(
            list("[]", &[], &[New("1".into()), New("2".into())]),
            "[1, 2]"
        );
    }

    #[test]
    fn comments_stay_with_their_parts() {
        let text = "[\n  # one\n  1, # uno\n  2 # due\n]";
        assert_eq!(
            list(text, &["1", "2"], &[Old(1), Old(0)]),
            "[\n  2, # due\n  # one\n  1 # uno\n]"
        );
        assert_eq!(
            list(text, &["1", "2"], &[Old(0), Old(1), New("3".into())]),
            "[\n  # one\n  1, # uno\n  2, # due\n  3\n]"
        );
    }

    #[test]
    fn tables_in_braces_are_rewritten_too() {
        let text = "{ a = 1, b = 2 }";
        assert_eq!(list(text, &["a = 1", "b = 2"], &[Old(1)]), "{ b = 2 }");
        assert_eq!(list(text, &["a = 1", "b = 2"], &[Old(0)]), "{ a = 1 }");
        assert_eq!(list("{}", &[], &[New("a = 1".into())]), "{ a = 1 }");
    }
}
