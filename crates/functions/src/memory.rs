//! How much memory an environment uses, read from /proc, or from its control group where it has
//! one.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::{fd::OwnedFd, unix::fs::MetadataExt},
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use crate::{
    family::{self, Member},
    group,
    sockets::{self, HeldBytes},
};

/// Processes and threads of one environment, as AWS limits them, with room for those that are
/// just ending. Where the kernel counts them it refuses more before they are seen.
const MOST_THREADS: usize = 1024 + 300;

/// So many processes are looked at where it must not take long.
const FEW: usize = 64;

/// With fewer open files than this what sockets and pipes hold is not looked for; with more than
/// the second only so many are.
const FEW_FILES: usize = 64;
const MOST_FILES: usize = 1 << 16;
/// What a pipe holds at least once its user has very many.
const PIPE_BYTES: u64 = 8 << 10;

/// What an environment has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Excess {
    Memory,
    Processes,
}

/// An environment as it is looked at.
#[derive(Default)]
pub(crate) struct Observed {
    /// The processes that all others descend from.
    pub(crate) roots: Vec<i32>,
    /// The one that is only a guard.
    pub(crate) guard: Option<i32>,
    /// What it may use.
    pub(crate) memory_kib: u64,
    /// The directory of its control group.
    pub(crate) group: Option<PathBuf>,
    /// What it may have in `/tmp`.
    pub(crate) tmp_kib: u64,
    /// Its closed network: a socket that tells of the sockets there, as soon as it has come.
    pub(crate) network: Option<Arc<OnceLock<OwnedFd>>>,
    /// Whether to look for what is in no process's resident pages, too. That takes longer.
    pub(crate) thorough: bool,
}

impl Observed {
    /// What it uses, and whether that is too much. Blocks, and for long where there are many
    /// processes.
    pub(crate) fn look(&self) -> (Usage, Option<Excess>) {
        let members = family::members(&self.roots, family::MOST);
        let seen = self.usage(&members);
        let excess = if seen.threads > MOST_THREADS {
            Some(Excess::Processes)
        } else {
            self.uses_too_much(&members, seen).then_some(Excess::Memory)
        };
        (seen, excess)
    }

    fn uses_too_much(&self, members: &[Member], seen: Usage) -> bool {
        let counted = self.group.as_ref().and_then(|group| group::used_kib(group, self.tmp_kib));
        if let Some(used) = counted {
            return used > self.memory_kib;
        }
        let (objects, files) = match self.thorough {
            true => (objects_kib(members), self.files_kib(members)),
            false => (0, 0),
        };
        let quick = seen.now_kib + objects.saturating_sub(seen.shared_kib) + files;
        quick > self.memory_kib && self.exact_kib(members, objects) + files > self.memory_kib
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
            let shared = field(&status, "RssShmem:");
            all.shared_kib += shared;
            all.now_kib += field(&status, "RssAnon:") + shared + of_kernel(&status);
            all.peak_kib += field(&status, "VmHWM:");
        }
        all
    }

    /// What the processes have resident, in KiB, with what they share divided among them;
    /// `objects` is what shared memory they hold at least. Slow: the kernel looks at every page.
    /// Of very many descendants some stand for all.
    fn exact_kib(&self, members: &[Member], objects: u64) -> u64 {
        let (roots, others) = members.split_at(self.roots.len().min(members.len()));
        let roots = roots.iter().filter(|member| Some(member.pid) != self.guard);
        let step = others.len().div_ceil(FEW).max(1);
        let add = |one: (u64, u64), other: (u64, u64)| (one.0 + other.0, one.1 + other.1);
        let sum = |members: &mut dyn Iterator<Item = &Member>| {
            members.map(shared_out_kib).fold((0, 0), add)
        };
        let (few, some) = (sum(&mut roots.into_iter()), sum(&mut others.iter().step_by(step)));
        let (own, shared) = add(few, (some.0 * step as u64, some.1 * step as u64));
        own + shared.max(objects)
    }

    /// What the sockets and pipes hold that the processes have open.
    fn files_kib(&self, members: &[Member]) -> u64 {
        let open = |member: &Member| open_files(member.pid);
        if members.iter().map(open).sum::<usize>() <= FEW_FILES {
            return 0;
        }
        let held = match &self.network {
            Some(inside) => {
                let held = inside.get().map(|socket| sockets::held(socket).unwrap_or_default());
                Arc::new(held.unwrap_or_default())
            }
            None => sockets::of_the_machine(),
        };
        held_kib(members, &held)
    }
}

/// How many files a process has open.
fn open_files(pid: i32) -> usize {
    let path = format!("/proc/{pid}/fd");
    match fs::metadata(&path).map(|about| about.len()) {
        Err(_) => 0,
        // Before Linux 6.2 nothing but counting them tells.
        Ok(0) => fs::read_dir(path).map_or(0, Iterator::count),
        Ok(count) => usize::try_from(count).unwrap_or(usize::MAX),
    }
}

/// What is held by sockets and pipes, each counted once.
fn held_kib(members: &[Member], held: &HeldBytes) -> u64 {
    let files = |member: &Member| {
        fs::read_dir(format!("/proc/{}/fd", member.pid)).into_iter().flatten().flatten()
    };
    let (mut bytes, mut met) = (0, BTreeSet::new());
    for entry in members.iter().flat_map(files).take(MOST_FILES) {
        let Ok(link) = fs::read_link(entry.path()) else { continue };
        let Some((kind, number)) = link.to_str().and_then(|text| text.split_once(":[")) else {
            continue;
        };
        let number = number.trim_end_matches(']').parse::<u64>().unwrap_or(0);
        bytes += match (kind, met.insert(number)) {
            ("socket", true) => held.get(&number).copied().unwrap_or(0),
            ("pipe", true) => PIPE_BYTES,
            _ => 0,
        };
    }
    bytes / 1024
}

/// Tables of pages, and what was swapped out.
fn of_kernel(status: &str) -> u64 {
    field(status, "VmPTE:") + field(status, "VmSwap:")
}

/// A process's own pages, and shared ones that no file holds, with each divided by its users.
fn shared_out_kib(member: &Member) -> (u64, u64) {
    let read = |name| fs::read_to_string(format!("/proc/{}/{name}", member.pid));
    let pages = read("smaps_rollup").unwrap_or_default();
    let tables = read("status").map_or(0, |status| field(&status, "VmPTE:"));
    let own = field(&pages, "Pss_Anon:") + field(&pages, "SwapPss:") + tables;
    (own, field(&pages, "Pss_Shmem:"))
}

/// The size of shared memory without a name that processes have mapped. It stays when a process
/// gives its pages of it back, and is in none that has not touched it. Only root is told.
fn objects_kib(members: &[Member]) -> u64 {
    if !rustix::process::geteuid().is_root() {
        return 0;
    }
    let mut objects = BTreeMap::new();
    for member in members.iter().take(FEW) {
        let maps = fs::read_to_string(format!("/proc/{}/maps", member.pid)).unwrap_or_default();
        for line in maps.lines().filter(|line| line.ends_with("/dev/zero (deleted)")) {
            let mut words = line.split_whitespace();
            if let (Some(range), Some(inode)) = (words.next(), words.nth(3)) {
                let path = format!("/proc/{}/map_files/{range}", member.pid);
                objects.entry(inode.to_owned()).or_insert(path);
            }
        }
    }
    // A block is 512 bytes, whatever the file system.
    objects
        .values()
        .filter_map(|path| fs::metadata(path).ok())
        .map(|about| about.blocks() / 2)
        .sum()
}

/// Of one environment: its leader and everything that descends from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Usage {
    /// Resident now and not to be had back (no pages of files), in KiB. What processes share
    /// after a fork counts for each of them.
    pub(crate) now_kib: u64,
    /// Of it what may be shared with others.
    pub(crate) shared_kib: u64,
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

    fn own(guard: Option<i32>, memory_kib: u64) -> Observed {
        let roots = vec![i32::try_from(std::process::id()).unwrap()];
        Observed { roots, guard, memory_kib, thorough: true, ..Observed::default() }
    }

    #[test]
    fn our_own_memory_is_seen() {
        let kept = std::hint::black_box(vec![1_u8; 4 << 20]);
        let (seen, excess) = own(None, u64::MAX).look();
        assert!(seen.now_kib > 4096 && seen.peak_kib >= 4096 && seen.threads > 1, "{seen:?}");
        assert_eq!(excess, None);
        assert_eq!(own(None, 4096).look().1, Some(Excess::Memory));
        drop(kept);
        let pid = own(None, 0).roots[0];
        assert!(own(Some(pid), u64::MAX).glance().now_kib < seen.now_kib);
    }

    #[test]
    fn what_sockets_hold_is_counted_once() {
        use std::io::Write;
        let pairs: Vec<_> =
            (0..40).map(|_| std::os::unix::net::UnixStream::pair().unwrap()).collect();
        for (sender, _) in &pairs {
            (&*sender).write_all(&[1; 100_000]).unwrap();
        }
        let members = || family::members(&own(None, 0).roots, FEW);
        let twice: Vec<Member> = members().into_iter().chain(members()).collect();
        let held = sockets::held(sockets::socket().unwrap()).unwrap();
        let seen = held_kib(&twice, &held);
        assert!((4000..100_000).contains(&seen), "{seen}");
        assert!(open_files(own(None, 0).roots[0]) > 80);
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
