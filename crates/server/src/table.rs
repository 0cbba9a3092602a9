//! Tables for a person to read.

use rustix::termios::tcgetwinsize;
use std::fmt::Write;
use std::io::{IsTerminal, stdout};

/// The fewest letters that a column keeps.
const NARROWEST: usize = 8;

/// A line of a table.
#[derive(Default)]
pub struct Row {
    /// As many as there are columns.
    pub cells: Vec<String>,
    /// Lines below it.
    pub notes: Vec<String>,
}

impl From<Vec<String>> for Row {
    fn from(cells: Vec<String>) -> Self {
        Self { cells, notes: Vec::new() }
    }
}

/// How many lines the terminal has.
pub fn height() -> usize {
    tcgetwinsize(stdout()).map_or(0, |size| size.ws_row.into()).max(10)
}

/// How many columns of letters the terminal has; a file takes as many as there are.
pub fn width() -> usize {
    if !stdout().is_terminal() {
        return usize::MAX;
    }
    tcgetwinsize(stdout()).map_or(0, |size| size.ws_col.into()).max(40)
}

/// Writes a table with a heading, no wider than `width`; of nothing, a line that says so.
pub fn write<R: Into<Row>>(
    out: &mut String,
    width: usize,
    columns: &[&str],
    rows: impl IntoIterator<Item = R>,
) {
    let heading = columns.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut lines = vec![Row::from(heading)];
    lines.extend(rows.into_iter().map(Into::into));
    let widths = fitting(&lines, columns, width);
    out.push('\n');
    for line in &lines {
        let cells = line.cells.iter().zip(&widths);
        let padded: Vec<String> =
            cells.map(|(cell, width)| format!("{:width$}", shortened(cell, *width))).collect();
        // Writing into a string does not fail.
        let _ = writeln!(out, "{}", padded.join("  ").trim_end());
        for note in &line.notes {
            let _ = writeln!(out, "  {note}");
        }
    }
    if lines.len() == 1 {
        out.push_str("none\n");
    }
}

/// The columns' widths: each as its longest cell, the widest narrowed until all fit. A UUID is there
/// to be copied: it stays whole while others can give.
fn fitting(lines: &[Row], columns: &[&str], width: usize) -> Vec<usize> {
    let longest = |column: usize| {
        lines.iter().filter_map(|line| line.cells.get(column)).map(|it| it.chars().count()).max()
    };
    let mut widths: Vec<usize> = (0..columns.len()).map(|it| longest(it).unwrap_or(0)).collect();
    let gaps = 2 * columns.len().saturating_sub(1);
    while widths.iter().sum::<usize>().saturating_add(gaps) > width {
        let wide = || (0..columns.len()).filter(|column| widths[*column] > NARROWEST);
        let widest =
            wide().filter(|column| columns[*column] != "UUID").max_by_key(|it| widths[*it]);
        match widest.or_else(|| wide().max_by_key(|it| widths[*it])) {
            Some(widest) => widths[widest] -= 1,
            None => break,
        }
    }
    widths
}

/// A cell with its middle left out, since names differ at both ends.
fn shortened(cell: &str, width: usize) -> String {
    let letters: Vec<char> = cell.chars().collect();
    if letters.len() <= width || width == 0 {
        return cell.to_owned();
    }
    let tail = (width - 1) / 3;
    let head = width - 1 - tail;
    let of = |letters: &[char]| letters.iter().collect::<String>();
    format!("{}…{}", of(&letters[..head]), of(&letters[letters.len() - tail..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Row {
        Row::from(cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn columns_line_up_and_have_notes_below() {
        let mut out = String::new();
        let noted = Row { notes: vec!["why".to_owned()], ..row(&["long-name", "12", "x"]) };
        write(&mut out, usize::MAX, &["STREAM", "N", "Y"], [row(&["a", "1", "24 h"]), noted]);
        assert_eq!(out, "\nSTREAM     N   Y\na          1   24 h\nlong-name  12  x\n  why\n");
        let mut out = String::new();
        write(&mut out, 80, &["BUCKET"], Vec::<Row>::new());
        assert_eq!(out, "\nBUCKET\nnone\n");
    }

    #[test]
    fn what_is_too_wide_loses_its_middle() {
        let mut out = String::new();
        write(&mut out, 24, &["A", "B"], [row(&["beginning-of-a-long-name-and-end", "short"])]);
        assert_eq!(out, "\nA                  B\nbeginning-o…d-end  short\n");
        assert!(out.lines().all(|line| line.chars().count() <= 24));
        let mut out = String::new();
        let id = "5069b263-7954-488a-bc95-66ade3377882";
        write(&mut out, 50, &["A", "UUID"], [row(&["beginning-of-a-name", id])]);
        assert!(out.contains(id) && out.contains("beginnin…ame"), "{out}");
        assert_eq!(shortened("üöäüöä", 4), "üö…ä");
    }
}
