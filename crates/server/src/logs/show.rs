//! How a request is shown: a head and its lines, or JSON.

use super::lines::Report;
use super::requests::{Own, Piece};
use crate::escape;
use crate::paint::Paint;
use serde_json::{Value, json};
use shapes::Timestamp;
use std::fmt::Write;

/// How to show.
pub struct Form {
    /// With which colours.
    pub paint: Paint,
    /// A JSON object a line.
    pub as_json: bool,
}

impl Form {
    /// A request's lines, each with its end.
    pub fn text(&self, piece: &Piece) -> String {
        if self.as_json { escape::json(&json_lines(piece)).into_owned() } else { self.human(piece) }
    }

    fn human(&self, piece: &Piece) -> String {
        let mut out = self.head(piece) + "\n";
        let id = piece.id.as_deref().unwrap_or_default();
        for line in &piece.lines {
            for text in escape::lines(&plain(&line.message, id)).lines() {
                let text = if line.failed { self.paint.red(text) } else { text.to_owned() };
                // Writing into a string does not fail.
                let _ = writeln!(out, "  {text}");
            }
        }
        out
    }

    fn head(&self, piece: &Piece) -> String {
        let paint = self.paint;
        let time = time(piece.time_ms);
        let Some(id) = &piece.id else {
            return format!("{} {time}  {}", paint.dim("·"), paint.dim("outside of any request"));
        };
        let id = escape::lines(id);
        let mark = match (piece.failed, piece.report.is_some()) {
            (true, _) => paint.red("✗"),
            (false, true) => paint.green("✓"),
            (false, false) => paint.yellow("…"),
        };
        let goes_on = if piece.goes_on { "  (continued)" } else { "" };
        let tail = match &piece.report {
            Some(report) => self.cost(report),
            None => format!("  {}", paint.yellow("not ended yet")),
        };
        format!("{mark} {}{}{tail}{goes_on}", paint.bold(&time), paint.dim(&format!("  {id}")))
    }

    fn cost(&self, report: &Report) -> String {
        let mut text = format!("  {}", self.paint.bold(&duration(report.duration_ms)));
        if let (Some(used), Some(size)) = (report.used_mb, report.memory_mb) {
            let share = format!("{used} of {size} MB");
            let is_tight = used * 10.0 >= size * 9.0;
            let share = if is_tight { self.paint.yellow(&share) } else { share };
            text.push_str(&format!("  {share}"));
        }
        if let Some(init) = report.init_ms {
            text.push_str(&format!("  started in {}", duration(init)));
        }
        if let Some(failure) = &report.failure {
            text.push_str(&format!("  {}", self.paint.red(&escape::lines(failure))));
        }
        text
    }
}

fn duration(ms: f64) -> String {
    if ms < 1000.0 { format!("{ms:.1} ms") } else { format!("{:.2} s", ms / 1000.0) }
}

fn time(ms: i64) -> String {
    Timestamp(ms).iso8601_millis()
}

/// A message without what its head says already: the time and id that runtimes' loggers put before
/// it, between tabs.
fn plain(message: &str, id: &str) -> String {
    let message = message.trim_end().replace("\r\n", "\n").replace('\r', "\n");
    let parts: Vec<&str> = message.splitn(4, '\t').collect();
    let is_time = |text: &str| text.len() >= 20 && text.ends_with('Z') && text.contains('T');
    let text = match parts[..] {
        // Node.js: time, id, level, text. Python: level in brackets, time, id, text.
        [time, own, level, text] if own == id && is_time(time) => format!("{level} {text}"),
        [level, time, own, text] if own == id && is_time(time) => format!("{level} {text}"),
        _ => message,
    };
    text.replace('\t', "    ")
}

fn json_lines(piece: &Piece) -> String {
    let mut out = String::new();
    for line in &piece.lines {
        let _ = writeln!(out, "{}", json_line(line, piece.id.as_deref()));
    }
    if let Some(report) = &piece.report {
        let said = json!({
            "timestamp": time(piece.time_ms),
            "requestId": piece.id,
            "durationMs": report.duration_ms,
            "initDurationMs": report.init_ms,
            "memorySizeMB": report.memory_mb,
            "maxMemoryUsedMB": report.used_mb,
            "failed": piece.failed,
            "failure": report.failure,
        });
        let _ = writeln!(out, "{said}");
    }
    out
}

/// What is an object in one line stays as it is.
fn json_line(line: &Own, id: Option<&str>) -> String {
    let message = line.message.trim_end();
    let is_object = message.starts_with('{') && serde_json::from_str::<Value>(message).is_ok();
    if is_object && !message.contains(['\n', '\r']) {
        return message.to_owned();
    }
    let (timestamp, failed) = (time(line.time_ms), line.failed);
    json!({ "timestamp": timestamp, "requestId": id, "message": message, "failed": failed })
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece() -> Piece {
        let own = |message: &str, failed| Own { time_ms: 0, message: message.to_owned(), failed };
        Piece {
            id: Some("8f5".to_owned()),
            lines: vec![
                own("[INFO]\t1970-01-01T00:00:00.000Z\t8f5\thello\n", false),
                own("{\"a\": 1}", false),
                own("[ERROR] no\n\u{1b}[2J  at x", true),
            ],
            report: Some(Report {
                duration_ms: 1234.5,
                used_mb: Some(127.0),
                memory_mb: Some(128.0),
                ..Report::default()
            }),
            failed: true,
            ..Piece::default()
        }
    }

    #[test]
    fn a_request_has_one_head_and_its_lines() {
        let form = |paint| Form { paint: Paint(paint), as_json: false }.text(&piece());
        assert_eq!(
            form(false),
            "✗ 1970-01-01T00:00:00.000Z  8f5  1.23 s  127 of 128 MB\n  [INFO] hello\n  {\"a\": 1}\n  \
             [ERROR] no\n  \\u{1b}[2J  at x\n"
        );
        assert!(form(true).contains("\u{1b}[31m[ERROR] no\u{1b}[0m\n"));
        let open = Piece { report: None, failed: false, goes_on: true, ..piece() };
        let text = Form { paint: Paint(false), as_json: false }.text(&open);
        assert!(
            text.starts_with("… 1970-01-01T00:00:00.000Z  8f5  not ended yet  (continued)\n"),
            "{text}"
        );
    }

    #[test]
    fn json_is_left_as_it_is() {
        let text = Form { paint: Paint(true), as_json: true }.text(&piece());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!((lines.len(), lines[1]), (4, "{\"a\": 1}"));
        assert!(lines.iter().all(|line| serde_json::from_str::<Value>(line).is_ok()), "{text}");
        assert!(lines[3].contains("\"durationMs\":1234.5") && lines[3].contains("\"failed\":true"));
    }
}
