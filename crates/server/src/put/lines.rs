//! The lines of an input, read beside the work with them.

use std::io::{BufRead, BufReader, Read};
use std::sync::mpsc::{Receiver, sync_channel};

/// How many lines are read ahead.
const AHEAD: usize = 2000;
/// The longest line: no record may have more bytes.
const LONGEST: usize = 10 << 20;

/// A line with its number, from 1, and without its end; or why there is none, as a sentence for the user.
pub type Line = Result<(u64, Vec<u8>), String>;

/// The lines that are not empty, as they come.
pub fn read(input: impl Read + Send + 'static) -> Receiver<Line> {
    let (to, lines) = sync_channel(AHEAD);
    // It ends with its input, or with the process.
    std::thread::spawn(move || {
        let mut input = BufReader::new(input);
        for number in 1.. {
            let line = match next(&mut input, number) {
                Ok(None) => return,
                Ok(Some(line)) if line.is_empty() => continue,
                Ok(Some(line)) => Ok((number, line)),
                Err(problem) => Err(problem),
            };
            let failed = line.is_err();
            if to.send(line).is_err() || failed {
                return;
            }
        }
    });
    lines
}

fn next(input: &mut impl BufRead, number: u64) -> Result<Option<Vec<u8>>, String> {
    let mut line = Vec::new();
    let read = input.by_ref().take(LONGEST as u64 + 2).read_until(b'\n', &mut line);
    match read.map_err(|error| format!("line {number} cannot be read: {error}"))? {
        0 => return Ok(None),
        _ if line.len() > LONGEST + 1 => {
            return Err(format!("line {number} is longer than any record"));
        }
        _ => {}
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        line.pop_if(|last| *last == b'\r');
    }
    Ok(Some(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_numbers_and_no_ends() {
        let lines: Vec<Line> = read(&b"a\r\n\n\xff b\nlast"[..]).into_iter().collect();
        let line = |number, text: &[u8]| Ok((number, text.to_vec()));
        assert_eq!(lines, [line(1, b"a"), line(3, b"\xff b"), line(4, b"last")]);
        assert_eq!(read(&b""[..]).into_iter().count(), 0);
    }

    #[test]
    fn a_line_that_is_too_long_ends_it() {
        let lines: Vec<Line> =
            read(std::io::repeat(b'x').take(LONGEST as u64 * 2)).into_iter().collect();
        assert_eq!(lines, [Err("line 1 is longer than any record".to_owned())]);
    }
}
