//! How much memory an environment uses, read from /proc.

use std::fs;

use crate::family::{self, Member};

/// Processes and threads of one environment, as AWS limits them, with room for those that are
/// just ending. Where the kernel counts them it refuses more before they are seen.
const MOST_THREADS: usize = 1024 + 300;

/// So many processes are looked at where it must not take long.
const FEW: usize = 64;

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
    /// What it uses, and whether that is too much. Blocks, and for long where there are many
    /// processes.
    pub(crate) fn look(&self) -> (Usage, Option<Excess>) {
        let members = family::members(&self.roots, family::MOST);
        let seen = self.usage(&members);
        let excess = if seen.threads > MOST_THREADS {
            Some(Excess::Processes)
        } else if seen.now_kib > self.memory_kib && self.exact_kib(&members) > self.memory_kib {
            Some(Excess::Memory)
        } else {
            None
        };
        (seen, excess)
    }

    /// What it uses, of its first processes only.
    pub(crate) fn glance(&self) -> Usage {
        self.usage(&family::members(&self.roots, FEW))
    }

    /// The guard is left out, and so is the first process of a namespace, which is ours.
    fn usage(&self, members: &[Member]) -> Usage {
        let mut all = Usage::default();
        for member in members {
            let path = format!("/proc/{}/status", member.pid);
            let Ok(status) = fs::read_to_string(path) else { continue };
            if Some(member.pid) == self.guard || is_first(&status) {
                continue;
            }
            all.threads += member.threads;
            all.now_kib += field(&status, "RssAnon:") + field(&status, "RssShmem:");
            all.peak_kib += field(&status, "VmHWM:");
        }
        all
    }

    /// What the processes have resident, in KiB, with what they share divided among them. Slow:
    /// the kernel looks at every page. Of very many descendants some stand for all.
    fn exact_kib(&self, members: &[Member]) -> u64 {
        let (roots, others) = members.split_at(self.roots.len().min(members.len()));
        let roots = roots.iter().filter(|member| Some(member.pid) != self.guard);
        let step = others.len().div_ceil(FEW).max(1);
        let seen: u64 = others.iter().step_by(step).map(shared_out_kib).sum();
        roots.map(shared_out_kib).sum::<u64>() + seen * step as u64
    }
}

fn shared_out_kib(member: &Member) -> u64 {
    let path = format!("/proc/{}/smaps_rollup", member.pid);
    let pages = fs::read_to_string(path).unwrap_or_default();
    field(&pages, "Pss_Anon:") + field(&pages, "Pss_Shmem:")
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
        let kept = std::hint::black_box(vec![1_u8; 4 << 20]);
        let pid = i32::try_from(std::process::id()).unwrap();
        let observed = |guard, memory_kib| Observed { roots: vec![pid], guard, memory_kib };
        let (own, excess) = observed(None, u64::MAX).look();
        assert!(own.now_kib > 4096 && own.peak_kib >= own.now_kib && own.threads > 1, "{own:?}");
        assert_eq!(excess, None);
        assert_eq!(observed(None, 4096).look().1, Some(Excess::Memory));
        drop(kept);
        assert!(observed(Some(pid), u64::MAX).glance().now_kib < own.now_kib);
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
