//! The bootstraps shipped in the binary, written out for the interpreters to read.

use fnv::FnvHasher;
use std::hash::Hasher as _;
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{
        OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

static TURN: AtomicU64 = AtomicU64::new(0);

const FILES: &[(&str, &str)] = &[
    ("waterwheel_zygote.py", include_str!("bootstrap/waterwheel_zygote.py")),
    ("waterwheel_bootstrap.py", include_str!("bootstrap/waterwheel_bootstrap.py")),
    ("waterwheel_isolation.py", include_str!("bootstrap/waterwheel_isolation.py")),
    ("waterwheel_bootstrap.mjs", include_str!("bootstrap/waterwheel_bootstrap.mjs")),
];

/// Where the bootstraps are, under the runtimes directory. Servers share that: one of another
/// version must not get these, which would leave out what it has them do about a sandbox and they
/// know nothing of.
pub(crate) fn dir(runtimes_dir: &Path) -> PathBuf {
    static NAME: OnceLock<String> = OnceLock::new();
    runtimes_dir.join(NAME.get_or_init(|| format!("bootstrap-{:016x}", mark(FILES))))
}

/// A number for what is in the files: versions differ by it, and nobody is kept out.
fn mark(files: &[(&str, &str)]) -> u64 {
    let mut seen = FnvHasher::default();
    for (name, text) in files {
        seen.write(name.as_bytes());
        seen.write(text.as_bytes());
    }
    seen.finish()
}

/// Writes them; those of an older version are replaced.
pub(crate) fn write(runtimes_dir: &Path) -> io::Result<()> {
    let dir = dir(runtimes_dir);
    fs::create_dir_all(&dir)?;
    for (name, text) in FILES {
        let path = dir.join(name);
        if fs::read(&path).is_ok_and(|present| present == text.as_bytes()) {
            continue;
        }
        // Two runners may start at once.
        let turn = TURN.fetch_add(1, Ordering::Relaxed);
        let partial = dir.join(format!("{name}.{}.{turn}.partial", std::process::id()));
        fs::write(&partial, text)?;
        fs::rename(&partial, &path)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_do_not_write_over_each_other() {
        assert_ne!(mark(&[("a.py", "one")]), mark(&[("a.py", "two")]));
        let runtimes = tempfile::tempdir().unwrap();
        write(runtimes.path()).unwrap();
        write(runtimes.path()).unwrap();
        let all: Vec<_> = fs::read_dir(runtimes.path()).unwrap().flatten().collect();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].path(), dir(runtimes.path()));
        for (name, text) in FILES {
            assert_eq!(fs::read_to_string(all[0].path().join(name)).unwrap(), *text);
        }
    }
}
