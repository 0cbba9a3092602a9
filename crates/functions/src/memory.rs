//! How much memory an environment uses, read from /proc.

use std::fs;

use crate::family;

/// Processes and threads of one environment, as AWS limits them, with room for those that are
/// just ending. Where the kernel counts them it refuses more before they are seen.
const MOST_THREADS: usize = 1024 + 300;

/// What an environment has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Excess {
    Memory,
    Processes,
}

/// An environment as it is looked at.
pub(crate) struct Observed {
    /// The processes that all others descend from.
    pub(crate) roots: Vec<i32>,
    /// The one that is only a guard.
    pub(crate) guard: Option<i32>,
    /// What it may use.
    pub(crate) memory_kib: u64,
}

impl Observed {
    /// What it uses, and whether that is too much. Blocks.
    pub(crate) fn look(&self) -> (Usage, Option<Excess>) {
        let seen = usage(&self.roots, self.guard);
        let excess = if seen.threads > MOST_THREADS {
            Some(Excess::Processes)
        } else if seen.now_kib > self.memory_kib
            && exact_kib(&self.roots, self.guard) > self.memory_kib
        {
            Some(Excess::Memory)
        } else {
            None
        };
        (seen, excess)
    }
}

/// Of one environment: its leader and everything that descends from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Usage {
    /// Resident now and not to be had back (no pages of files), in KiB. What processes share
    /// after a fork counts for each of them.
    pub(crate) now_kib: u64,
    /// The most that was resident, in KiB; the sum of each process's own peak.
    pub(crate) peak_kib: u64,
    /// Processes and threads.
    pub(crate) threads: usize,
}

impl Usage {
    /// The peak in MiB, rounded up, as the `REPORT` line gives it.
    pub(crate) fn peak_mb(self) -> u32 {
        u32::try_from(self.peak_kib.div_ceil(1024)).unwrap_or(u32::MAX)
    }
}

/// Reads the usage of the processes `roots` and their descendants. A leader that is only a guard
/// (`guard`) is left out, and so is the first process of a namespace, which is ours.
fn usage(roots: &[i32], guard: Option<i32>) -> Usage {
    let mut all = Usage::default();
    for member in family::members(roots) {
        let path = format!("/proc/{}/status", member.pid);
        let Ok(status) = fs::read_to_string(path) else { continue };
        if Some(member.pid) == guard || is_first(&status) {
            continue;
        }
        all.threads += member.threads;
        all.now_kib += field(&status, "RssAnon:") + field(&status, "RssShmem:");
        all.peak_kib += field(&status, "VmHWM:");
    }
    all
}

/// What the processes have resident, in KiB, with what they share divided among them. Slow: the
/// kernel looks at every page.
fn exact_kib(roots: &[i32], guard: Option<i32>) -> u64 {
    let all = family::members(roots).into_iter();
    let members = all.filter(|member| Some(member.pid) != guard);
    let of = |member: family::Member| {
        let path = format!("/proc/{}/smaps_rollup", member.pid);
        let pages = fs::read_to_string(path).unwrap_or_default();
        field(&pages, "Pss_Anon:") + field(&pages, "Pss_Shmem:")
    };
    members.map(of).sum()
}

/// Whether a process is the first one of a namespace below the one we see it in.
fn is_first(status: &str) -> bool {
    let line = status.lines().find_map(|line| line.strip_prefix("NSpid:"));
    let numbers: Vec<&str> = line.unwrap_or_default().split_whitespace().collect();
    numbers.len() > 1 && numbers.last() == Some(&"1")
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
        let own = usage(&[pid], None);
        assert!(own.now_kib > 500 && own.peak_kib >= own.now_kib && own.threads > 1, "{own:?}");
        assert!(usage(&[pid], Some(pid)).now_kib < own.now_kib);
        let exact = exact_kib(&[pid], None);
        assert!(exact > 500 && exact < 2 * own.now_kib, "{exact} of {own:?}");
    }

    #[test]
    fn fields_are_found_and_peaks_rounded_up() {
        assert_eq!(field("Name:\tx\nVmHWM:\t    2049 kB\n", "VmHWM:"), 2049);
        assert_eq!(field("Name:\tx\n", "VmHWM:"), 0);
        assert_eq!(Usage { peak_kib: 2049, ..Usage::default() }.peak_mb(), 3);
    }

    #[test]
    fn the_first_of_a_namespace_is_known() {
        assert!(is_first("Pid:\t77\nNSpid:\t77\t1\n"));
        assert!(!is_first("NSpid:\t1\n") && !is_first("NSpid:\t77\t2\n") && !is_first(""));
    }
}
