//! Tables of a document of Word.

use std::fmt::Write as _;

use super::{DocxBody, run, set};
use crate::render::block::{Table, TableRow};
use crate::render::formats::columns::ColumnRoom;
use crate::render::formats::html::escape;
use crate::render::formats::palette::on_paper;

/// The room between the margins, in twentieths of a point.
const ROOM: ColumnRoom<'static> = ColumnRoom {
    measure: 9026,
    around: 230,
    letter: LETTER,
    width: &|words| words.chars().count() * LETTER,
};

/// The width of a letter, which is a generous one.
const LETTER: usize = 135;

impl DocxBody {
    /// Adds a table, as several where it is too wide.
    pub(super) fn table(&mut self, table: &Table) {
        for (nth, part) in ROOM.parts(table).iter().enumerate() {
            // Two tables that touch are one.
            if nth > 0 {
                self.paragraph("Normal", "");
            }
            self.one_table(part);
        }
    }

    /// Adds a table; its first row is repeated on every page.
    fn one_table(&mut self, table: &Table) {
        let widths = ROOM.widths(table);
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
