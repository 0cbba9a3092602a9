//! The table on the screen and in docs/benchmarks.md.

use crate::Result;
use crate::arguments::Arguments;
use crate::row::{Better, Row, Taken};
use crate::rows;
use crate::server::Kind;
use std::path::Path;

const FILE: &str = "docs/benchmarks.md";

/// The columns.
pub const HEAD: &str = "| what | target | measured | ministack | \
                        kinesalite, of queues elasticmq, of tables DynamoDB Local, of objects MinIO, of clusters Kafka | target ratio | \
                        ratio | of bare HTTP | met | taken |\n\
                        |---|---|---|---|---|---|---|---|---|---|";
const GROWTH_HEAD: &str = "| of what | how many | what it costs | taken |\n|---|---|---|---|";

/// A row as it was measured.
pub struct Line {
    what: &'static str,
    pub text: String,
    pub met: bool,
}

impl Line {
    pub fn new(row: &Row, came_to: &Taken, taken: &str) -> Self {
        let figures = &came_to.figures;
        let shown = |kind| figures.get(&kind).map_or_else(|| "–".to_owned(), |it| figure(*it));
        let ours = figures.get(&Kind::Waterwheel).copied().unwrap_or(f64::NAN);
        let ratio = figures.get(&row.rival()).map(|theirs| row.times_better(ours, *theirs));
        let enough = match (row.ratio, ratio) {
            (Some(target), Some(ratio)) => ratio >= target,
            _ => true,
        };
        let share_met = row.share.is_none_or(|target| came_to.share >= Some(target));
        let met = row.meets(ours) && enough && share_met;
        let times = |ratio: Option<f64>| ratio.map_or_else(|| "–".to_owned(), ratio_text);
        let others = [Kind::Elasticmq, Kind::DynamodbLocal, Kind::Minio, Kind::Kafka];
        let other = others.into_iter().find(|kind| figures.contains_key(kind));
        let second = other.unwrap_or(Kind::Kinesalite);
        let sign = if row.better == Better::More { "≥" } else { "≤" };
        // Some are held against their peer alone.
        let target = match row.target {
            target if target > 0.0 && target.is_finite() => format!("{sign} {} ", figure(target)),
            _ => String::new(),
        };
        let text = format!(
            "| {} | {target}{} | **{}** | {} | {} | {} | {} | {} | {} | {taken} |",
            row.what,
            row.unit,
            shown(Kind::Waterwheel),
            shown(Kind::Ministack),
            shown(second),
            times(row.ratio),
            times(ratio),
            share_text(came_to.share, row.share),
            if met { "yes" } else { "no" },
        );
        Self { what: row.what, text, met }
    }
}

/// The share of bare HTTP, and what it should be.
fn share_text(share: Option<f64>, target: Option<f64>) -> String {
    let percent = |share: f64| format!("{:.0} %", share * 100.0);
    let target = target.map(|target| format!(" (≥ {})", percent(target))).unwrap_or_default();
    share.map_or_else(|| "–".to_owned(), |share| percent(share) + &target)
}

fn ratio_text(ratio: f64) -> String {
    if ratio < 10.0 { format!("× {ratio:.1}") } else { format!("× {ratio:.0}") }
}

fn figure(figure: f64) -> String {
    let digits = match figure {
        f if f < 10.0 => 2,
        f if f < 100.0 => 1,
        _ => 0,
    };
    grouped(figure, digits)
}

/// A figure with commas between thousands.
pub fn grouped(figure: f64, digits: usize) -> String {
    let text = format!("{figure:.digits$}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

/// What a run found.
pub struct Page {
    intro: String,
    pub lines: Vec<Line>,
    pub growth: Vec<String>,
}

impl Page {
    pub fn new(arguments: &Arguments, machine: &str, peers: &str) -> Self {
        let intro = format!(
            "Last written by `{}`, {} runs per figure.\n\nMachine: {machine}. Peers: {peers}.",
            arguments.words, arguments.runs
        );
        Self { intro, lines: Vec::new(), growth: Vec::new() }
    }

    /// Brings the page up to date. Lines that were not measured now stay as they were.
    pub fn write(&self) -> Result<()> {
        let before = std::fs::read_to_string(FILE).unwrap_or_default();
        let text = self.render(&before);
        make_room(Path::new(FILE))?;
        std::fs::write(FILE, text).map_err(|error| format!("{FILE}: {error}"))
    }

    fn render(&self, before: &str) -> String {
        let row = |row: &Row| {
            let new = self.lines.iter().find(|line| line.what == row.what);
            let starts = format!("| {} |", row.what);
            let old = || before.lines().find(|line| line.starts_with(&starts)).map(str::to_owned);
            new.map(|line| line.text.clone()).or_else(old)
        };
        let table: Vec<String> = rows::ALL.iter().filter_map(row).collect();
        let mut growth: Vec<String> = Vec::new();
        for one in crate::growth::ALL {
            let starts = format!("| {} |", one.what);
            let of = |line: &&str| line.starts_with(&starts);
            let new: Vec<&str> = self.growth.iter().map(String::as_str).filter(of).collect();
            let lines = if new.is_empty() { before.lines().filter(of).collect() } else { new };
            growth.extend(lines.into_iter().map(str::to_owned));
        }
        format!(
            "# Benchmarks\n\n{ABOUT}\n\n{}\n\n{HEAD}\n{}\n\n## What more of something costs\n\n\
             {GROWTH_HEAD}\n{}\n",
            self.intro,
            table.join("\n"),
            growth.join("\n")
        )
    }
}

fn make_room(file: &Path) -> Result<()> {
    let Some(dir) = file.parent() else { return Ok(()) };
    std::fs::create_dir_all(dir).map_err(|error| format!("{}: {error}", dir.display()))
}

const ABOUT: &str = "\
`cargo xtask bench` takes every figure on this page and installs the peers it compares with. Each \
is the median of several\nruns; Waterwheel and the peers take turns within a run, and the load \
generator shares their cores. Machines differ by a\nfactor of two from day to day, so the ratio to \
a peer in the same run says more than the figure. Waterwheel keeps its data\non disk and answers \
once it is synced; the peers but MinIO keep theirs in memory and promise nothing. What was acknowledged is \
read\nback and counted, or the figure is an error. Signatures are well-formed and unchecked on all \
sides, as each does by default; MinIO,\nwhich checks them, is asked without. A ratio is how many times better Waterwheel is than ministack. The share of bare HTTP is \
against a\nhyper server that does nothing: the same requests over as many connections in the same run, answered \
with as many bytes.\n\
Rows of a cluster are of one node, PostgreSQL, Kafka and versitygw, all on this machine; \
beside them stands what Kafka's\nown tools reach on the same broker, in the same run, and the ratio is to that. \
The broker flushes each record before it acknowledges\n(`log.flush.interval.messages=1`), as one that is alone is to be set, \
unless the row says otherwise. The last column says \
when and at which commit a row\nwas taken, and the load average before it: above one, other \
processes took part of the machine. `--only` measures some\nrows, `--write` writes this page; rows \
that were not measured then stay as they were. `--keys` makes a bucket of many keys smaller, for a\ntry that \
is not written down.";

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, ours: f64, theirs: f64) -> Line {
        shared(name, ours, theirs, Some(1.0))
    }

    fn shared(name: &str, ours: f64, theirs: f64, share: Option<f64>) -> Line {
        let row = rows::ALL.iter().find(|row| row.name == name).unwrap();
        Line::new(
            row,
            &Taken { figures: [(Kind::Waterwheel, ours), (Kind::Ministack, theirs)].into(), share },
            "today",
        )
    }

    #[test]
    fn a_line_is_met_by_figure_and_ratio() {
        assert!(line("put-records", 200_000.0, 40_000.0).met);
        assert!(!line("put-records", 200_000.0, 40_001.0).met);
        assert!(!line("put-records", 199_999.0, 1.0).met);
        assert!(line("pipeline-warm", 8.0, 56.0).met);
        assert!(!line("pipeline-warm", 8.1, 100.0).met);
        assert!(shared("pipeline-warm", 8.0, 100.0, None).met);
        assert!(shared("put-record", 1e6, 1.0, Some(0.3)).met);
        assert!(!shared("put-record", 1e6, 1.0, Some(0.29)).met);
        assert!(!shared("put-record", 1e6, 1.0, None).met);
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(1_234_567.0, 0), "1,234,567");
        assert_eq!(grouped(999.0, 0), "999");
        assert_eq!(grouped(1234.5, 1), "1,234.5");
        assert_eq!(figure(0.256), "0.26");
    }

    #[test]
    fn what_was_not_measured_stays() {
        let page = |line| Page { intro: "now".into(), lines: vec![line], growth: Vec::new() };
        let first = page(line("put-records", 1.0, 1.0)).render("");
        let second = page(line("s3-put", 2.0, 1.0)).render(&first);
        assert!(second.contains(&line("put-records", 1.0, 1.0).text));
        assert!(second.contains(&line("s3-put", 2.0, 1.0).text));
    }
}
