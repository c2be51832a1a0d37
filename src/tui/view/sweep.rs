//! The last look at a frame before it goes to the terminal.

use ratatui::buffer::Buffer;

use crate::text;

/// Puts a mark into each cell that holds a control or deceptive character. The [painter](super::paint::Painter)
/// marks words before it measures and sets them, so there is nothing to find here; but a cell may be filled by
/// other ways, now or later, and none of them leads around this one.
pub(super) fn sweep(buffer: &mut Buffer) {
    let mut has_wide = false;
    for cell in &mut buffer.content {
        // Almost every cell is a letter or a blank.
        if let [b' '..=b'~'] = cell.symbol().as_bytes() {
            continue;
        }
        let hidden = cell.symbol().chars().find_map(|c| match c {
            '\n' => Some('␊'),
            c => text::mark(c),
        });
        // One mark for the whole cell: letters beside it would push the row out of its columns.
        if let Some(mark) = hidden {
            cell.set_char(mark);
        }
        has_wide |= is_wide(cell.symbol());
    }
    if has_wide {
        mend_halves(buffer);
    }
}

fn is_wide(symbol: &str) -> bool {
    symbol.len() > 1 && text::width(symbol) > 1
}

/// Takes away each wide sign of which the second half was written over: a terminal would show the sign and drop what was
/// written.
fn mend_halves(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let mut rest = row;
        while let [cell, behind @ ..] = rest {
            if is_wide(cell.symbol()) && behind.first().is_some_and(|next| next.symbol() != " ") {
                cell.set_symbol(" ");
            }
            rest = behind;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::sweep;

    #[test]
    fn no_cell_carries_out_what_is_hidden_in_it() {
        let hostile = [
            "\u{1b}[2J",
            "\n",
            "\u{9b}",
            "a\u{202e}",
            "\u{2029}",
            "\u{e0041}",
        ];
        let kept = ["a", "é", "子", "─", "👩\u{200d}🏫", "e\u{301}", "ع"];
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
        for (x, symbol) in (0u16..).zip(hostile) {
            buffer[(x, 0)].set_symbol(symbol);
        }
        for (x, symbol) in (0u16..).zip(kept) {
            buffer[(2 * x, 1)].set_symbol(symbol);
        }
        sweep(&mut buffer);
        let shown: Vec<&str> = (0..6).map(|x| buffer[(x, 0)].symbol()).collect();
        assert_eq!(
            shown,
            ["␛", "␊", "\u{fffd}", "\u{fffd}", "\u{fffd}", "\u{fffd}"]
        );
        for (x, symbol) in (0u16..).zip(kept) {
            assert_eq!(buffer[(2 * x, 1)].symbol(), symbol);
        }
    }

    #[test]
    fn a_wide_sign_of_which_half_was_written_over_gives_way() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        buffer.set_string(0, 0, "子ども", ratatui::style::Style::new());
        buffer.set_string(3, 0, "│", ratatui::style::Style::new());
        sweep(&mut buffer);
        let shown: Vec<&str> = buffer.content.iter().map(|cell| cell.symbol()).collect();
        assert_eq!(shown, ["子", " ", " ", "│", "も", " "]);
    }
}
