//! Tables of a document of Word.

use std::fmt::Write as _;

use super::{DocxBody, run, set};
use crate::render::block::{Table, TableRow};
use crate::render::formats::html::escape;
use crate::render::formats::palette::on_paper;

/// The width between the margins.
const MEASURE: usize = 9026;

impl DocxBody {
    /// Adds a table; its first row is repeated on every page.
    pub(super) fn table(&mut self, table: &Table) {
        let widths = widths(table);
        let columns = widths.len();
        if columns == 0 {
            return;
        }
        self.xml.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>");
        let _ = writeln!(
            self.xml,
            "<w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>",
            escape(&table.caption),
            widths
                .iter()
                .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
                .collect::<String>()
        );
        if !table.columns.is_empty() {
            let cells = (0..columns).map(|at| table.columns.get(at).map_or("", String::as_str));
            let cells: String = cells
                .map(|cell| self::cell("TableHeader", "", &set(cell)))
                .collect();
            let _ = writeln!(
                self.xml,
                "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
            );
        }
        for row in &table.rows {
            let cells: String = (0..columns).map(|at| row_cell(row, at)).collect();
            let _ = writeln!(
                self.xml,
                "<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
            );
        }
        self.xml.push_str("</w:tbl>\n");
        self.behind_table = true;
    }
}

/// The width of a letter, which is a generous one, and of what stands around the words of a cell.
const LETTER: usize = 135;
const AROUND: usize = 230;
/// Longer cells than this are wrapped before they take room from the others; shorter ones are not broken.
const LONG: usize = 34;
const SHORT: usize = 8;

/// Returns the widths of columns: room for the longest word of each, and the rest by how much there is to say.
fn widths(table: &Table) -> Vec<usize> {
    let rows = table.rows.iter().map(|row| &row.cells);
    let rows: Vec<&Vec<String>> = rows.chain([&table.columns]).collect();
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or_default();
    let room = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        let each = cells.map(|cell| {
            let all = cell.chars().count();
            let words = cell.split(' ').map(|word| word.chars().count());
            let least = if all <= SHORT {
                all
            } else {
                words.max().unwrap_or_default()
            };
            (least.min(LONG), all.min(LONG))
        });
        let (least, all) = each.fold((1, 1), |most, one| (most.0.max(one.0), most.1.max(one.1)));
        (least * LETTER + AROUND, (all - least) * LETTER)
    };
    let rooms: Vec<(usize, usize)> = (0..columns).map(room).collect();
    let least: usize = rooms.iter().map(|(least, _)| least).sum();
    let more = rooms.iter().map(|(_, more)| more).sum::<usize>().max(1);
    let spare = MEASURE.saturating_sub(least);
    // Where even the longest words do not fit, all give way alike.
    let fit = |least: usize, of: usize| {
        if of > MEASURE {
            least * MEASURE / of
        } else {
            least
        }
    };
    rooms
        .iter()
        .map(|(own, wish)| fit(*own, least) + wish * spare / more)
        .collect()
}

/// Returns a cell of a row. A grade is said in words, and tinted besides.
fn row_cell(row: &TableRow, at: usize) -> String {
    let words = row.cells.get(at).map_or("", String::as_str);
    let tint = row.grade.filter(|_| at + 1 == row.cells.len());
    let tint = tint.and_then(|grade| on_paper(grade.word()));
    let runs = match (row.number.filter(|_| at == 0), tint) {
        (Some(number), _) => format!(
            "<w:bookmarkStart w:id=\"{number}\" w:name=\"evidence-{number}\"/>{}<w:bookmarkEnd w:id=\"{number}\"/>",
            set(words)
        ),
        (None, Some([ink, _])) => run(&format!("<w:color w:val=\"{ink:06X}\"/>"), words),
        (None, None) => set(words),
    };
    let shade = tint.map(|[_, ground]| {
        format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{ground:06X}\"/>")
    });
    cell("TableText", &shade.unwrap_or_default(), &runs)
}

fn cell(style: &str, properties: &str, runs: &str) -> String {
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/>{properties}</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p></w:tc>"
    )
}
