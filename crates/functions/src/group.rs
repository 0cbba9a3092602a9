//! A control group for each environment, where the server has a part of the machine's tree of them
//! (version 2) to itself: it counts memory that no process has mapped, and the kernel keeps to its
//! limit at once.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::OnceLock,
    time::Duration,
};

use crate::function::Function;

/// Beyond MemorySize and /tmp, for what the environment's first steps take.
const ROOM: u64 = 16 << 20;
/// How often it is tried to remove a group whose last processes are just ending, and how long it
/// is waited in between.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(50);

/// The part of the tree that is the server's own.
#[derive(Debug)]
pub(crate) struct Groups {
    base: PathBuf,
}

impl Groups {
    /// Takes the server's own group over, once for the whole process: where it is the only process
    /// in it, may write to it, and memory is counted there, it moves into a group below.
    pub(crate) fn take_over() -> Option<&'static Groups> {
        static GROUPS: OnceLock<Option<Groups>> = OnceLock::new();
        GROUPS.get_or_init(|| Groups::at(own_directory()?).ok()).as_ref()
    }

    fn at(base: PathBuf) -> io::Result<Groups> {
        let no = |why: &str| Err(io::Error::other(why.to_owned()));
        if !lists(&base.join("cgroup.controllers"), "memory")? {
            return no("memory is not counted here");
        }
        let own = std::process::id().to_string();
        // Somebody else's processes are not ours to move, and with them here nothing can be below.
        if fs::read_to_string(base.join("cgroup.procs"))?.trim() != own {
            return no("there are other processes here");
        }
        let server = base.join("server");
        match fs::create_dir(&server) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => fs::write(server.join("cgroup.procs"), &own)?,
        }
        if let Err(error) = fs::write(base.join("cgroup.subtree_control"), "+memory") {
            fs::write(base.join("cgroup.procs"), &own)?;
            drop(fs::remove_dir(server));
            return Err(error);
        }
        let groups = Groups { base };
        groups.sweep();
        Ok(groups)
    }

    /// Removes what an earlier server left here.
    fn sweep(&self) {
        for entry in fs::read_dir(&self.base).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(PREFIX) {
                remove_once(&entry.path());
            }
        }
    }

    /// Where the group of this name is, whether it was made or not.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.base.join(format!("{PREFIX}{name}"))
    }

    /// Makes a group with a limit in bytes.
    pub(crate) fn make(&self, name: &str, limit: u64) -> io::Result<Group> {
        let path = self.path(name);
        fs::create_dir(&path)?;
        let group = Group { path };
        fs::write(group.path.join("memory.max"), limit.to_string())?;
        // Not on every kernel. Without the first, memory is swapped out instead; without the
        // second, one process of it ends instead of all.
        drop(fs::write(group.path.join("memory.swap.max"), "0"));
        drop(fs::write(group.path.join("memory.oom.group"), "1"));
        Ok(group)
    }
}

const PREFIX: &str = "environment-";

/// The most that an environment may hold: files in its `/tmp` are memory too, but not its own.
pub(crate) fn limit(function: &Function, tmp_in_memory: bool) -> u64 {
    let tmp = if tmp_in_memory { u64::from(function.ephemeral_storage_mb) << 20 } else { 0 };
    (u64::from(function.memory_mb) << 20) + tmp + ROOM
}

/// One environment's group; dropping it ends what is in it and removes it.
#[derive(Debug)]
pub(crate) struct Group {
    path: PathBuf,
}

impl Group {
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if remove_once(&self.path) {
            return;
        }
        let path = std::mem::take(&mut self.path);
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                for _ in 0..TRIES {
                    tokio::time::sleep(PAUSE).await;
                    if remove_once(&path) {
                        return;
                    }
                }
                tracing::warn!(path = %path.display(), "a control group could not be removed");
            });
        }
    }
}

/// Says whether it is gone.
fn remove_once(path: &Path) -> bool {
    // From Linux 5.14 on.
    drop(fs::write(path.join("cgroup.kill"), "1"));
    fs::remove_dir(path).is_ok() || !path.exists()
}

/// What the environment in a group holds, in KiB, without what can be had back and without the
/// files in its `/tmp`, of which it may have `tmp_kib`.
pub(crate) fn used_kib(path: &Path, tmp_kib: u64) -> Option<u64> {
    let text = fs::read_to_string(path.join("memory.stat")).ok()?;
    let field = |name: &str| {
        let value = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        value.and_then(|value| value.parse::<u64>().ok()).unwrap_or(0) / 1024
    };
    // What the kernel holds for it is more than the parts that it names: pipes and Unix sockets.
    let used = match field("kernel") {
        // Before Linux 5.18 there is no sum; what was taken ahead of need counts then, too.
        0 => current_kib(path)?.saturating_sub(field("file").saturating_sub(field("shmem"))),
        kernel => field("anon") + field("sock") + field("shmem") + kernel,
    };
    let shared = field("shmem");
    let files = match shared {
        0 => 0,
        _ => files_kib(path).unwrap_or(tmp_kib).min(shared),
    };
    Some(used.saturating_sub(field("slab_reclaimable") + files))
}

fn current_kib(path: &Path) -> Option<u64> {
    let bytes: u64 = fs::read_to_string(path.join("memory.current")).ok()?.trim().parse().ok()?;
    Some(bytes / 1024)
}

/// How much lies in the `/tmp` of a group's processes; absent where they have none of their own.
fn files_kib(path: &Path) -> Option<u64> {
    let processes = fs::read_to_string(path.join("cgroup.procs")).ok()?;
    processes.lines().find_map(|pid| {
        let tmp = rustix::fs::statvfs(format!("/proc/{pid}/root/tmp")).ok()?;
        let free = tmp.f_bfree.min(tmp.f_blocks);
        Some((tmp.f_blocks - free) * tmp.f_frsize / 1024)
    })
}

/// The directory of this process's own group.
fn own_directory() -> Option<PathBuf> {
    let groups = fs::read_to_string("/proc/self/cgroup").ok()?;
    let own = groups.lines().find_map(|line| line.strip_prefix("0::"))?;
    let mounts = fs::read_to_string("/proc/self/mountinfo").ok()?;
    mounts.lines().find_map(|line| directory(line, own))
}

/// Where a mount, a line of mountinfo, has the group `own`.
fn directory(mount: &str, own: &str) -> Option<PathBuf> {
    let (mount, kind) = mount.split_once(" - ")?;
    let mut words = mount.split(' ').skip(3);
    let (root, at) = (words.next()?, words.next()?);
    let inside = Path::new(own).strip_prefix(root).ok()?;
    kind.starts_with("cgroup2 ").then(|| Path::new(at).join(inside))
}

fn lists(path: &Path, word: &str) -> io::Result<bool> {
    Ok(fs::read_to_string(path)?.split_whitespace().any(|one| one == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory that looks like a group of this process.
    fn looks_like(controllers: &str, processes: &str) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("cgroup.controllers"), controllers).unwrap();
        fs::write(dir.path().join("cgroup.procs"), processes).unwrap();
        dir
    }

    #[test]
    fn a_group_is_taken_over_only_where_it_is_ours_and_counts_memory() {
        let own = format!("{}\n", std::process::id());
        let with_others = looks_like("cpu memory", &format!("1\n{own}"));
        for not in [looks_like("cpu pids", &own), with_others] {
            Groups::at(not.path().to_owned()).unwrap_err();
            assert!(!not.path().join("server").exists());
        }
        let dir = looks_like("cpu memory pids", &own);
        fs::create_dir(dir.path().join("environment-old")).unwrap();
        let groups = Groups::at(dir.path().to_owned()).unwrap();
        let read = |name: &str| fs::read_to_string(dir.path().join(name)).unwrap();
        assert_eq!(read("server/cgroup.procs"), own.trim());
        assert_eq!(read("cgroup.subtree_control"), "+memory");
        let group = groups.make("new", 5 << 20).unwrap();
        assert_eq!(group.path(), groups.path("new"));
        assert_eq!(read("environment-new/memory.max"), "5242880");
    }

    #[test]
    fn what_can_be_had_back_does_not_count_nor_do_files_in_tmp() {
        let dir = tempfile::tempdir().unwrap();
        let stat = "anon 1048576\nfile 9437184\nkernel 5242880\nkernel_stack 16384\n\
            pagetables 32768\nsock 2097152\nshmem 4194304\nslab_reclaimable 1048576\n\
            slab_unreclaimable 4096\n";
        fs::write(dir.path().join("memory.stat"), stat).unwrap();
        let own = 1024 + 2048 + 5120 - 1024;
        assert_eq!(used_kib(dir.path(), 1024), Some(own + 3072));
        assert_eq!(used_kib(dir.path(), 1 << 20), Some(own));
        fs::write(dir.path().join("memory.stat"), stat.replace("kernel ", "other ")).unwrap();
        assert_eq!(used_kib(dir.path(), 1024), None);
        fs::write(dir.path().join("memory.current"), "20971520\n").unwrap();
        assert_eq!(used_kib(dir.path(), 1024), Some(20480 - (9216 - 4096) - 1024 - 1024));
        assert_eq!(used_kib(&dir.path().join("gone"), 0), None);
    }

    #[test]
    fn the_own_group_is_found_by_the_mounts() {
        let mount = "30 23 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw";
        let found = directory(mount, "/user.slice/app.service");
        assert_eq!(found, Some("/sys/fs/cgroup/user.slice/app.service".into()));
        let inner = mount.replace(" / ", " /user.slice ");
        assert_eq!(directory(&inner, "/user.slice/x"), Some("/sys/fs/cgroup/x".into()));
        assert_eq!(directory(&inner, "/system.slice/x"), None);
        assert_eq!(directory(&mount.replace("cgroup2 ", "tmpfs "), "/x"), None);
    }
}
