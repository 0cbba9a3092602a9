//! The pieces an environment's view of the file system is put together from.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{
    certificates,
    isolation::{Bind, Fresh, Layout, Link, Rules},
};

/// Directories of the system, bound as they are (or linked, where they are links).
const SYSTEM: &[&str] =
    &["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store", "/gnu/store"];

/// What of `/etc` programs need; the rest (keys, password hashes) is not there.
const ETC: &[&str] = &[
    "alternatives",
    "ca-certificates.conf",
    "crypto-policies",
    "fonts",
    "gai.conf",
    "group",
    "host.conf",
    "hostname",
    "hosts",
    "ld.so.cache",
    "ld.so.conf",
    "ld.so.conf.d",
    "locale.alias",
    "locale.conf",
    "localtime",
    "magic",
    "mime.types",
    "nsswitch.conf",
    "os-release",
    "passwd",
    "protocols",
    "resolv.conf",
    "services",
    "timezone",
];

/// Files of `/proc` that tell of the whole machine: which of them there are differs.
const HIDDEN: &[&str] = &[
    "iomem",
    "ioports",
    "kallsyms",
    "key-users",
    "keys",
    "kpagecgroup",
    "kpagecount",
    "kpageflags",
    "latency_stats",
    "modules",
    "pagetypeinfo",
    "sched_debug",
    "slabinfo",
    "timer_list",
    "vmallocinfo",
];

const DEVICES: &[&str] = &["/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"];

/// Where the function's code appears, as on AWS.
pub(super) const TASK_ROOT: &str = "/var/task";
/// Where the bootstraps appear, as on AWS.
pub(super) const RUNTIME_DIR: &str = "/var/runtime";

/// The environment's own view: the system read-only, the code, the bootstraps, what the
/// interpreter needs, and an empty `/tmp`.
pub(super) fn layout(
    root: PathBuf,
    code_dir: &Path,
    bootstraps: &Path,
    visible: &[PathBuf],
    tmp_bytes: u64,
) -> Layout {
    let mut layout = Layout { root, ..Layout::default() };
    system(&mut layout);
    layout.binds.extend(etc().map(|(from, to)| read_only(from, &to)));
    layout.binds.extend(certificates::all().into_iter().map(|(from, to)| read_only(from, &to)));
    for device in DEVICES {
        layout.binds.push(Bind { from: device.into(), to: (*device).to_owned(), write: true });
    }
    for (at, to) in [
        ("/dev/fd", "/proc/self/fd"),
        ("/dev/stdin", "/proc/self/fd/0"),
        ("/dev/stdout", "/proc/self/fd/1"),
        ("/dev/stderr", "/proc/self/fd/2"),
    ] {
        layout.links.push(Link { at: at.to_owned(), to: to.to_owned() });
    }
    for dir in outermost(visible) {
        layout.binds.push(read_only(dir.clone(), &dir.to_string_lossy()));
    }
    layout.binds.push(read_only(code_dir.to_owned(), TASK_ROOT));
    layout.binds.push(read_only(bootstraps.to_owned(), RUNTIME_DIR));
    layout.dirs = ["/opt", "/mnt", "/var/lang", "/var/tmp"].map(str::to_owned).to_vec();
    layout.fresh.push(Fresh { at: "/tmp".to_owned(), bytes: tmp_bytes });
    layout.fresh.push(Fresh { at: "/dev/shm".to_owned(), bytes: SHARED_BYTES });
    let there = HIDDEN.iter().map(|name| format!("/proc/{name}"));
    layout.hidden = there.filter(|path| Path::new(path).exists()).collect();
    layout
}

/// What `/dev/shm` holds, and System V's shared memory.
const SHARED_BYTES: u64 = 64 << 20;

/// Settings of the kernel for an environment's own shared memory and message queues: what lies
/// there is in no process's memory, so that its size has to be bounded here.
pub(super) fn queue_settings() -> BTreeMap<String, String> {
    [
        ("shmmax", SHARED_BYTES.to_string()),
        // In pages, of which the most usual size is meant.
        ("shmall", (SHARED_BYTES / 4096).to_string()),
        ("msgmni", "32".to_owned()),
        // Semaphores in one set, in all, in one operation, and sets.
        ("sem", "250 32000 32 128".to_owned()),
    ]
    .map(|(name, value)| (format!("/proc/sys/kernel/{name}"), value))
    .into()
}

/// What there is of [`ETC`], and where it appears.
fn etc() -> impl Iterator<Item = (PathBuf, String)> {
    ETC.iter().filter_map(|name| {
        Some((Path::new("/etc").join(name).canonicalize().ok()?, format!("/etc/{name}")))
    })
}

fn system(layout: &mut Layout) {
    for dir in SYSTEM {
        let path = Path::new(dir);
        match std::fs::read_link(path) {
            Ok(to) => layout
                .links
                .push(Link { at: (*dir).to_owned(), to: to.to_string_lossy().into_owned() }),
            Err(_) if path.is_dir() => layout.binds.push(read_only(path.to_owned(), dir)),
            Err(_) => {}
        }
    }
}

fn read_only(from: PathBuf, to: &str) -> Bind {
    Bind { from, to: to.to_owned(), write: false }
}

/// Existing directories out of `visible` that no system directory and no other one contains.
fn outermost(visible: &[PathBuf]) -> Vec<PathBuf> {
    let mut real: Vec<PathBuf> = visible.iter().filter_map(|dir| dir.canonicalize().ok()).collect();
    real.sort();
    real.dedup();
    let inside = |dir: &Path, outer: &Path| dir != outer && dir.starts_with(outer);
    let wanted = |dir: &PathBuf| {
        dir != Path::new("/")
            && !SYSTEM.iter().any(|system| dir.starts_with(system))
            && !real.iter().any(|other| other != Path::new("/") && inside(dir, other))
    };
    real.iter().filter(|dir| wanted(dir)).cloned().collect()
}

/// Landlock rules for the view of [`layout`].
pub(super) fn inner_rules() -> Rules {
    let write = ["/tmp", "/dev/shm", "/dev/null", "/dev/zero", "/dev/full"];
    Rules { read: vec!["/".into()], write: write.map(PathBuf::from).to_vec() }
}

/// Landlock rules for an environment that sees the machine's own file system.
pub(super) fn outer_rules(
    code_dir: &Path,
    bootstraps: &Path,
    visible: &[PathBuf],
    tmp: &Path,
) -> Rules {
    let mut read: Vec<PathBuf> = SYSTEM.iter().chain(DEVICES).map(PathBuf::from).collect();
    read.extend(etc().map(|(from, _)| from));
    read.extend(certificates::all().into_iter().map(|(from, _)| from));
    read.push("/proc/self".into());
    for file in ["cpuinfo", "meminfo", "stat", "version", "uptime", "loadavg", "filesystems"] {
        read.push(Path::new("/proc").join(file));
    }
    read.extend(outermost(visible));
    read.extend([code_dir.to_owned(), bootstraps.to_owned()]);
    let mut write = ["/dev/shm", "/dev/null", "/dev/zero", "/dev/full"].map(PathBuf::from).to_vec();
    write.push(tmp.to_owned());
    Rules { read, write }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_outermost_directories_outside_of_the_system_are_bound() {
        let dir = tempfile::tempdir().unwrap();
        let base = dir.path().canonicalize().unwrap();
        std::fs::create_dir_all(base.join("a/b")).unwrap();
        std::fs::create_dir_all(base.join("ab")).unwrap();
        let visible = [
            base.join("a/b"),
            base.join("ab"),
            base.join("a"),
            base.join("gone"),
            "/usr/lib".into(),
        ];
        assert_eq!(outermost(&visible), [base.join("a"), base.join("ab")]);
    }

    #[test]
    fn the_view_has_no_password_hashes_and_no_data() {
        let code = Path::new("/data/functions/f");
        let layout = layout("/r".into(), code, Path::new("/data/runtimes"), &[], 1);
        let shown: Vec<&str> = layout.binds.iter().map(|bind| bind.to.as_str()).collect();
        assert!(shown.contains(&TASK_ROOT) && shown.contains(&RUNTIME_DIR));
        for hidden in [
            "/etc",
            "/etc/ssl",
            "/etc/ssl/private",
            "/etc/pki",
            "/etc/shadow",
            "/data",
            "/root",
            "/home",
            "/tmp",
            "/var",
        ] {
            assert!(!shown.contains(&hidden), "{hidden}");
        }
    }
}
