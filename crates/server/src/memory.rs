//! Memory goes back to the system once the server is quiet: what was freed, and the pages of the
//! program itself, most of which nothing but the start has read.
//!
//! The allocator (docs/decisions/0090) gives back by itself what is free in whole pages, but not what
//! a thread that has nothing to do any more holds: so it is asked to.

use platform::Platform;
use rustix::time::{ClockId, clock_gettime};
use std::sync::Weak;
use std::time::Duration;

/// How often the process is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How much processor time in that a quiet process takes at most.
const QUIET: Duration = Duration::from_millis(20);
/// How much processor time must have been used for a return to be worth its while.
const WORK: Duration = Duration::from_millis(100);
/// By how many bytes a process must have grown for the same: a few large answers take them in
/// little time.
const GROWTH: u64 = 8 << 20;
/// After how many quiet looks more it gives back again, though nothing has happened since: on a
/// busy machine a process may seem quiet in the midst of large answers, and has given back little.
const AGAIN_AFTER: [u32; 2] = [5, 30];

/// Gives memory back whenever the server has become quiet, for as long as the platform lives.
pub async fn return_when_quiet(platform: Weak<Platform>) {
    let mut watch = Watch::default();
    let mut starting = true;
    while let Some(ground) = platform.upgrade() {
        let pause = ground.clock.sleep(LOOK_EVERY);
        drop(ground);
        pause.await;
        if watch.is_time(used(), resident()) {
            let Ok(left) = tokio::task::spawn_blocking(give_back).await else {
                return;
            };
            watch.returned(left);
        } else if starting {
            // However busy it is by then, it does not start again.
            drop(tokio::task::spawn_blocking(forget_program).await);
        }
        starting = false;
    }
}

/// When to give back, by the processor time that was used and the memory that is resident.
#[derive(Default)]
struct Watch {
    last: Duration,
    used: Duration,
    resident: u64,
    /// Quiet looks since it last gave back because it had worked or grown.
    quiet_looks: u32,
}

impl Watch {
    /// Whether the process, quiet since the last look, has worked or grown since it last gave back.
    fn is_time(&mut self, used: Duration, resident: u64) -> bool {
        let quiet = used.saturating_sub(self.last) < QUIET;
        self.last = used;
        let worked = used.saturating_sub(self.used) > WORK;
        if quiet && (worked || resident > self.resident.saturating_add(GROWTH)) {
            (self.used, self.quiet_looks) = (used, 0);
            return true;
        }
        self.quiet_looks = self.quiet_looks.saturating_add(quiet.into());
        quiet && self.used > Duration::ZERO && AGAIN_AFTER.contains(&self.quiet_looks)
    }

    /// It has given back, and this many bytes were resident then.
    fn returned(&mut self, left: u64) {
        self.resident = left;
    }
}

/// The processor time of this process so far.
fn used() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).unwrap_or_default()
}

/// The bytes of this process that are in memory; 0 where the system does not tell.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kib.unwrap_or(0).saturating_mul(1024)
}

/// Gives back what can be had again; tells how many bytes are left.
fn give_back() -> u64 {
    return_freed();
    forget_program();
    resident()
}

#[allow(unsafe_code)]
fn return_freed() {
    // SAFETY: it takes no pointer, and may be called from any thread at any time.
    unsafe { libmimalloc_sys::mi_collect(true) };
}

/// Lets go of the pages of the program that it has read so far: most of them only to start. Those
/// that it goes on with come back from the system's cache of the file, sixteen at a time.
#[allow(unsafe_code)]
fn forget_program() {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap_or_default();
    let Ok(program) = std::env::current_exe() else { return };
    // A debugger writes its breakpoints into the pages.
    if !is_untraced(&std::fs::read_to_string("/proc/self/status").unwrap_or_default()) {
        return;
    }
    for (start, length) in unwritten(&maps, &program.to_string_lossy()) {
        // SAFETY: the range is a mapping of the program's file that nothing writes to: whoever
        // reads there finds the same bytes afterwards.
        unsafe { libc::madvise(start as *mut libc::c_void, length, libc::MADV_DONTNEED) };
    }
}

/// Whether nobody traces a process with this status.
fn is_untraced(status: &str) -> bool {
    let tracer = status.lines().find_map(|line| line.strip_prefix("TracerPid:"));
    tracer.is_some_and(|tracer| tracer.trim() == "0")
}

/// The mappings of the program's file that hold nothing but the file's own bytes: its code, and what
/// stands at its beginning. What the linker has written to is mapped from further on.
fn unwritten(maps: &str, program: &str) -> Vec<(usize, usize)> {
    let range = |line: &str| {
        let mut words = line.split_whitespace();
        let (range, rights, from) = (words.next()?, words.next()?, words.next()?);
        let is_own = line.ends_with(program) && line.contains(" /");
        let beginning = rights == "r--p" && from.bytes().all(|digit| digit == b'0');
        if !is_own || !(rights == "r-xp" || beginning) {
            return None;
        }
        let (start, end) = range.split_once('-')?;
        let [start, end] = [start, end].map(|text| usize::from_str_radix(text, 16).ok());
        Some((start?, end?.checked_sub(start?)?))
    };
    maps.lines().filter_map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_waits_for_work_and_then_for_quiet() {
        let mut watch = Watch::default();
        let mut at = |ms| watch.is_time(Duration::from_millis(ms), GROWTH);
        assert!(!at(10) && !at(11), "no work yet");
        assert!(!at(500) && !at(900), "at work");
        assert!(at(905), "quiet after work");
        assert!(!at(910) && !at(950) && !at(990), "given back already");
        assert!(at(1006));
    }

    #[test]
    fn what_was_written_to_is_not_forgotten() {
        let maps = "\
            1000-3000 r--p 00000000 fe:00 7    /opt/a waterwheel\n\
            3000-9000 r-xp 00002000 fe:00 7    /opt/a waterwheel\n\
            9000-a000 r--p 00008000 fe:00 7    /opt/a waterwheel\n\
            a000-b000 rw-p 00009000 fe:00 7    /opt/a waterwheel\n\
            c000-d000 r-xp 00000000 fe:00 8    /usr/lib/libc.so.6\n\
            d000-e000 r-xp 00000000 00:00 0    [vdso]\n\
            nonsense\n";
        assert_eq!(unwritten(maps, "/opt/a waterwheel"), [(0x1000, 0x2000), (0x3000, 0x6000)]);
        assert!(is_untraced("Name:\ta\nTracerPid:\t0\n"));
        assert!(!is_untraced("TracerPid:\t17\n") && !is_untraced(""));
        // And goes on as before.
        forget_program();
        assert!(resident() > 0);
    }

    #[test]
    fn it_gives_back_twice_more_while_it_stays_quiet() {
        let mut watch = Watch::default();
        // It works before the second look, and starts to be quiet with the third.
        let used = |look| Duration::from_millis(if look < 2 { look * 500 } else { 500 });
        let given: Vec<u64> = (0..100).filter(|look| watch.is_time(used(*look), 0)).collect();
        assert_eq!(given, [2, 7, 32]);
    }

    #[test]
    fn growth_in_little_time_is_enough() {
        let mut watch = Watch::default();
        let mut at = |ms, resident| {
            let is_time = watch.is_time(Duration::from_millis(ms), resident);
            if is_time {
                watch.returned(resident / 2);
            }
            is_time
        };
        assert!(at(1, 4 * GROWTH));
        assert!(!at(2, 3 * GROWTH), "it has hardly grown since");
        assert!(!at(50, 4 * GROWTH), "at work");
        assert!(at(51, 4 * GROWTH));
        assert!(resident() > 0);
    }
}
