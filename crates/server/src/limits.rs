//! What the operating system allows this process.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Takes as many open files as the process may have without asking: each connection is one, and
/// each function's environment a handful. Where that fails, what there was has to do. Gives how
/// many there are; `None` is no limit.
pub fn raise_open_files() -> Option<u64> {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current == maximum {
        return current;
    }
    if let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }) {
        tracing::warn!(%error, ?current, "the limit of open files stays as it is");
        return current;
    }
    maximum
}

/// How many segments of streams may be open to be written when the process may have so many files:
/// most are for connections and functions, and to open a segment again costs microseconds.
pub fn open_segments(files: Option<u64>) -> usize {
    let share = files.unwrap_or(u64::MAX) / 8;
    usize::try_from(share).unwrap_or(usize::MAX).clamp(8, 512)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_take_a_part_of_the_files() {
        let shares = [Some(20), Some(256), Some(1024), Some(1 << 20), None].map(open_segments);
        assert_eq!(shares, [8, 32, 128, 512, 512]);
    }
}
