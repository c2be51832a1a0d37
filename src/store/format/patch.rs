//! Changes to a text, gathered and then made at once.

use std::ops::Range;

/// A text and what is to be put where in it.
pub(super) struct TextPatch<'a> {
    /// The text as it is.
    pub(super) base: &'a str,
    splices: Vec<(Range<usize>, String)>,
    sorted: bool,
}

impl<'a> TextPatch<'a> {
    pub(super) fn new(base: &'a str) -> Self {
        Self {
            base,
            splices: Vec::new(),
            sorted: true,
        }
    }

    /// Returns a stretch of the text as it is.
    pub(super) fn text(&self, range: Range<usize>) -> &'a str {
        self.base.get(range).unwrap_or_default()
    }

    /// Puts something in the place of a stretch. Stretches do not overlap; where nothing is taken out,
    /// what was put in first stands first.
    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.splices.push((range, text.into()));
        self.sorted = false;
    }

    /// Returns a stretch with its changes made; they are then forgotten, since whoever takes it puts it back.
    pub(super) fn extract(&mut self, range: Range<usize>) -> String {
        self.sort();
        let mut inside = Vec::new();
        self.splices.retain(|(at, text)| {
            let within = range.start <= at.start && at.end <= range.end;
            if within {
                inside.push((at.clone(), text.clone()));
            }
            !within
        });
        let mut out = String::new();
        write(self.base, range, inside.iter(), &mut out);
        out
    }

    /// Makes the changes within a stretch of whole lines.
    ///
    /// A line that is put in where the stretch ends belongs to it, not to the next: it follows a line of
    /// this one.
    pub(super) fn apply(&mut self, range: Range<usize>, out: &mut String) {
        self.sort();
        let before = |at: &Range<usize>| match at.is_empty() {
            true => at.start <= range.start && range.start > 0,
            false => at.start < range.start,
        };
        let begin = self.splices.partition_point(|(at, _)| before(at));
        let rest = self.splices.get(begin..).unwrap_or_default();
        let within =
            |at: &Range<usize>| at.start < range.end || at.is_empty() && at.start == range.end;
        let inside = rest.iter().take_while(|(at, _)| within(at));
        write(self.base, range.clone(), inside, out);
    }

    fn sort(&mut self) {
        if !self.sorted {
            self.splices
                .sort_by_key(|(range, _)| (range.start, !range.is_empty()));
            self.sorted = true;
        }
    }
}

fn write<'s>(
    base: &str,
    range: Range<usize>,
    splices: impl Iterator<Item = &'s (Range<usize>, String)>,
    out: &mut String,
) {
    let mut at = range.start;
    for (place, text) in splices {
        out.push_str(base.get(at..place.start).unwrap_or_default());
        out.push_str(text);
        at = place.end;
    }
    out.push_str(base.get(at..range.end).unwrap_or_default());
}
