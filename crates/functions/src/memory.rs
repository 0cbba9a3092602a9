//! How much memory an environment uses, read from /proc.

use std::fs;

/// Of one environment: its leader and everything that descends from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Usage {
    /// Resident now and not to be had back (no pages of files), in KiB.
    pub(crate) now_kib: u64,
    /// The most that was resident, in KiB; the sum of each process's own peak.
    pub(crate) peak_kib: u64,
}

impl Usage {
    /// The peak in MiB, rounded up, as the `REPORT` line gives it.
    pub(crate) fn peak_mb(self) -> u32 {
        u32::try_from(self.peak_kib.div_ceil(1024)).unwrap_or(u32::MAX)
    }
}

/// Most processes looked at, so that a fork bomb does not keep us busy.
const PROCESSES: usize = 256;

/// Reads the usage of the process `pid` and its descendants. A leader that is only a guard is
/// left out (`guarded`).
pub(crate) fn usage(pid: i32, guarded: bool) -> Usage {
    let mut all = Usage::default();
    let mut waiting = vec![pid];
    let mut seen = 0;
    while let Some(current) = waiting.pop() {
        seen += 1;
        if seen > PROCESSES {
            break;
        }
        if !(guarded && current == pid)
            && let Ok(status) = fs::read_to_string(format!("/proc/{current}/status"))
        {
            all.now_kib += field(&status, "RssAnon:") + field(&status, "RssShmem:");
            all.peak_kib += field(&status, "VmHWM:");
        }
        let path = format!("/proc/{current}/task/{current}/children");
        if let Ok(children) = fs::read_to_string(path) {
            waiting.extend(children.split_whitespace().filter_map(|word| word.parse::<i32>().ok()));
        }
    }
    all
}

fn field(status: &str, name: &str) -> u64 {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()).and_then(|n| n.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_memory_is_seen() {
        let pid = i32::try_from(std::process::id()).unwrap();
        let own = usage(pid, false);
        assert!(own.now_kib > 500 && own.peak_kib >= own.now_kib, "{own:?}");
    }

    #[test]
    fn fields_are_found_and_peaks_rounded_up() {
        assert_eq!(field("Name:\tx\nVmHWM:\t    2049 kB\n", "VmHWM:"), 2049);
        assert_eq!(field("Name:\tx\n", "VmHWM:"), 0);
        assert_eq!(Usage { now_kib: 0, peak_kib: 2049 }.peak_mb(), 3);
    }
}
