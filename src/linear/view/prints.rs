//! A print as it is heard: no rules below titles, no columns of blanks, no signs of a chart.

use std::ops::Range;

/// The signs that mark a grade on its scale, which stands before them in words.
const POINTS: [&str; 2] = ["● ", "○ "];

/// Returns the lines of a printed text for somebody who hears them. A row of a table is a line: its first cell, then each
/// other behind the title of its column; where the last of them has the judgment, that is said of the others.
pub(super) fn heard(lines: &[String], judgment: &str) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let mut table: Option<(Vec<Range<usize>>, Vec<String>)> = None;
    let mut before = "";
    for line in lines {
        let columns = columns(line);
        match (&columns[..], &table) {
            ([], Some((columns, titles))) if !line.trim().is_empty() => {
                let cells = cells(line, columns);
                let words = match titles.last().is_some_and(|last| last == judgment) {
                    true => judged(&cells),
                    false => row(titles, &cells),
                };
                told.push(without_points(&words));
            }
            ([], _) => {
                table = None;
                told.push(without_points(line));
            }
            ([one], _) if one.len() != before.chars().count() => told.push(line.clone()),
            ([_], _) => {}
            (several, _) => {
                // Its titles are told with each cell.
                told.pop();
                table = Some((several.to_vec(), cells(before, several)));
            }
        }
        before = line;
    }
    told
}

fn without_points(line: &str) -> String {
    let mut words = line.to_owned();
    for point in POINTS {
        words = words.replace(point, "");
    }
    words
}

/// Returns where the columns stand of a line that is a rule, in characters; none for any other line.
fn columns(line: &str) -> Vec<Range<usize>> {
    let is_rule = line.contains("--") && line.chars().all(|sign| matches!(sign, '-' | ' '));
    let mut columns: Vec<Range<usize>> = Vec::new();
    if !is_rule {
        return columns;
    }
    for (at, _) in line.chars().enumerate().filter(|(_, sign)| *sign == '-') {
        match columns.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => columns.push(at..at + 1),
        }
    }
    columns
}

/// Returns the cells of a line: each from where its column begins to where the next does.
fn cells(line: &str, columns: &[Range<usize>]) -> Vec<String> {
    let ends = columns.iter().skip(1).map(|it| it.start);
    let ends = ends.chain([usize::MAX]);
    let cell = |(column, end): (&Range<usize>, usize)| {
        let signs = line.chars().skip(column.start);
        let signs = signs.take(end.saturating_sub(column.start));
        signs.collect::<String>().trim().to_owned()
    };
    columns.iter().zip(ends).map(cell).collect()
}

fn row(titles: &[String], cells: &[String]) -> String {
    let first = cells.first().map_or("", String::as_str);
    let others = titles.iter().zip(cells).skip(1);
    let others: Vec<String> = others
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(title, cell)| format!("{title}: {cell}"))
        .collect();
    match others.is_empty() {
        true => first.to_owned(),
        false => format!("{first} – {}", others.join("; ")),
    }
}

/// Returns a row of which the last cell is said of the others: "Victims, Effectiveness: Good".
fn judged(cells: &[String]) -> String {
    let said: Vec<&str> = cells.iter().map(String::as_str).collect();
    let Some((last, others)) = said.split_last() else {
        return String::new();
    };
    let others: Vec<&str> = others.iter().copied().filter(|it| !it.is_empty()).collect();
    match last.is_empty() {
        true => others.join(", "),
        false => format!("{}: {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::heard;

    #[test]
    fn a_table_is_told_row_by_row_and_rules_and_points_are_not() {
        let print = "Judgments\n---------\n\nHeading   Judgment\n--------  --------\nVictims   Good\nOffenders\n\nVictims\n  Good: ● 2024/25\n--\na - b";
        let lines: Vec<String> = print.lines().map(str::to_owned).collect();
        let told = [
            "Judgments",
            "",
            "Victims – Judgment: Good",
            "Offenders",
            "",
            "Victims",
            "  Good: 2024/25",
            "--",
            "a - b",
        ];
        assert_eq!(heard(&lines, ""), told);
    }

    #[test]
    fn a_judgment_is_said_of_what_was_judged() {
        let print = "Heading    Pillar         Judgment\n---------  -------------  --------\nVictims    Effectiveness  Good\nThe whole                 Good\nOffenders  Effectiveness";
        let lines: Vec<String> = print.lines().map(str::to_owned).collect();
        let told = [
            "Victims, Effectiveness: Good",
            "The whole: Good",
            "Offenders, Effectiveness",
        ];
        assert_eq!(heard(&lines, "Judgment"), told);
    }
}
