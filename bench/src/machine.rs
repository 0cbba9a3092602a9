//! What the figures were taken on.

use crate::Result;
use crate::load::median;
use crate::peers::said;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// A sentence on the machine and what its disk costs.
pub fn describe(scratch: &Path) -> Result<String> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = crate::scan::header(&info.replace('\t', ""), "model name").map(str::to_owned);
    let model = model.unwrap_or_else(|| "unknown processor".to_owned());
    let release = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let total = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = crate::scan::header(&total, "MemTotal").unwrap_or("?").to_owned();
    let gib = total.split(' ').next().and_then(|kib| kib.parse::<f64>().ok()).unwrap_or(0.0);
    Ok(format!(
        "{cores} cores ({model}), {:.0} GiB, Linux {}; one fdatasync of 4 KiB takes {:.2} ms there",
        gib / f64::from(1 << 20),
        release.trim(),
        sync_ms(scratch)?
    ))
}

/// The median time of an append of 4 KiB and its fdatasync.
fn sync_ms(scratch: &Path) -> Result<f64> {
    let mut file = tempfile::tempfile_in(scratch).map_err(|error| error.to_string())?;
    let mut times = Vec::new();
    for _ in 0..200 {
        let start = Instant::now();
        file.write_all(&[7; 4096]).and_then(|()| file.sync_data()).map_err(|e| e.to_string())?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    Ok(median(times))
}

/// When and of which commit figures are taken. Found out once: others may commit meanwhile.
pub struct Stamp(String);

impl Stamp {
    pub fn now() -> Self {
        Self(format!("{}, {}", date(), commit()))
    }

    /// With how busy the machine is at this moment.
    pub fn with_load(&self) -> String {
        format!("{}, load {:.1}", self.0, load_average())
    }
}

/// The commit the working tree is at, with a plus where it has changes.
fn commit() -> String {
    let hash = said(Command::new("git").args(["rev-parse", "--short=7", "HEAD"]));
    let changes = said(Command::new("git").args(["status", "--porcelain", "-uno"]));
    let plus = if changes.is_ok_and(|text| !text.is_empty()) { "+" } else { "" };
    hash.map_or_else(|_| "unknown".to_owned(), |hash| format!("{}{plus}", hash.trim()))
}

/// Today, as 2026-01-31.
fn date() -> String {
    said(Command::new("date").args(["-u", "+%F"])).map_or_else(|_| "?".into(), |d| d.trim().into())
}

/// The one-minute load average, as a warning to whoever reads the figures.
pub fn load_average() -> f64 {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().and_then(|figure| figure.parse().ok()).unwrap_or(0.0)
}

/// Lets a time pass in which nothing is asked of a server.
pub async fn idle(time: Duration) {
    tokio::time::sleep(time).await;
}
