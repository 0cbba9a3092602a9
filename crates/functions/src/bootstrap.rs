//! The bootstraps shipped in the binary, written out for the interpreters to read.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

static TURN: AtomicU64 = AtomicU64::new(0);

const FILES: &[(&str, &str)] = &[
    ("waterwheel_zygote.py", include_str!("bootstrap/waterwheel_zygote.py")),
    ("waterwheel_bootstrap.py", include_str!("bootstrap/waterwheel_bootstrap.py")),
    ("waterwheel_isolation.py", include_str!("bootstrap/waterwheel_isolation.py")),
    ("waterwheel_bootstrap.mjs", include_str!("bootstrap/waterwheel_bootstrap.mjs")),
];

/// Where the bootstraps are, under the runtimes directory.
pub(crate) fn dir(runtimes_dir: &Path) -> PathBuf {
    runtimes_dir.join("bootstrap")
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
