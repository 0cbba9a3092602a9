//! The processes of an environment, as /proc shows them.

use std::fs;

/// Most processes looked at, so that a fork bomb does not keep us busy.
pub(crate) const MOST: usize = 2048;

/// Most open files looked at to find one: some milliseconds' work for each ten thousand.
const MOST_FILES: usize = 1 << 16;

/// One process and its threads.
pub(crate) struct Member {
    pub(crate) pid: i32,
    pub(crate) threads: usize,
}

/// The processes `roots` and those that descend from them, the roots first, `most` or a few more.
pub(crate) fn members(roots: &[i32], most: usize) -> Vec<Member> {
    let mut all: Vec<Member> = roots.iter().map(|pid| Member { pid: *pid, threads: 0 }).collect();
    let mut next = 0;
    while next < all.len() && all.len() < most {
        let pid = all[next].pid;
        let (threads, children) = of(pid);
        all[next].threads = threads;
        all.extend(children.into_iter().map(|pid| Member { pid, threads: 1 }));
        next += 1;
    }
    all
}

/// How many threads a process has, and its children: each thread has its own.
fn of(pid: i32) -> (usize, Vec<i32>) {
    let Ok(tasks) = fs::read_dir(format!("/proc/{pid}/task")) else { return (0, Vec::new()) };
    let (mut threads, mut children) = (0, Vec::new());
    for task in tasks.flatten() {
        threads += 1;
        let text = fs::read_to_string(task.path().join("children")).unwrap_or_default();
        children.extend(text.split_whitespace().filter_map(|word| word.parse::<i32>().ok()));
    }
    (threads, children)
}

/// Whether one of the family has the socket of this number open. Of very many open files only the
/// first are looked at.
pub(crate) fn has_socket(roots: &[i32], inode: u64) -> bool {
    open_files(roots).take(MOST_FILES).any(|file| file == Some(inode))
}

/// The numbers of the sockets that the family has open.
pub(crate) fn sockets(roots: &[i32]) -> impl Iterator<Item = u64> {
    open_files(roots).flatten()
}

/// What the family has open, one after the other; of a socket, its number.
fn open_files(roots: &[i32]) -> impl Iterator<Item = Option<u64>> {
    members(roots, MOST).into_iter().flat_map(|member| {
        let open = fs::read_dir(format!("/proc/{}/fd", member.pid)).into_iter().flatten();
        open.flatten().map(|entry| {
            let to = fs::read_link(entry.path()).ok()?;
            to.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.parse().ok()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_of_every_thread_are_found() {
        let (tell, told) = std::sync::mpsc::channel();
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let parent = std::thread::spawn(move || {
            let mut child = std::process::Command::new("sleep").arg("600").spawn().unwrap();
            tell.send(i32::try_from(child.id()).unwrap()).unwrap();
            let _ = ended.recv();
            child.kill().unwrap();
            child.wait().unwrap();
        });
        let child = told.recv().unwrap();
        let own = i32::try_from(std::process::id()).unwrap();
        let seen = members(&[own], MOST);
        assert!(seen[0].threads > 1 && seen.iter().any(|member| member.pid == child));
        drop(end);
        parent.join().unwrap();
    }
}
