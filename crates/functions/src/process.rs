//! A running environment, however it was started: it can end, and it can be ended.

use std::{fmt, io, os::fd::OwnedFd, process::ExitStatus, sync::Arc, time::Duration};

use rustix::process::{Pid, Signal};
use tokio::{
    process::Child,
    sync::{Notify, watch},
};

/// How long a guard may take to end what it guards.
const PATIENCE: Duration = Duration::from_secs(2);

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    Code(i32),
    Signal(i32),
    /// Its parent is gone, and the process with it.
    Lost,
    /// It was never started: the package has no executable `bootstrap`.
    NoBootstrap,
}

impl Exit {
    /// AWS's name for the error.
    pub(crate) fn error_type(self) -> &'static str {
        match self {
            Exit::NoBootstrap => "Runtime.InvalidEntrypoint",
            _ => "Runtime.ExitError",
        }
    }
}

impl fmt::Display for Exit {
    /// In the words of AWS's `Runtime.ExitError`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Exit::Code(0) => f.write_str("Runtime exited without providing a reason"),
            Exit::Code(code) => write!(f, "Runtime exited with error: exit status {code}"),
            Exit::Signal(signal) => {
                write!(f, "Runtime exited with error: signal: {}", signal_name(*signal))
            }
            Exit::Lost => f.write_str("Runtime exited with error: signal: killed"),
            Exit::NoBootstrap => f.write_str(
                "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]",
            ),
        }
    }
}

fn signal_name(signal: i32) -> String {
    let name = match signal {
        1 => "hangup",
        2 => "interrupt",
        3 => "quit",
        4 => "illegal instruction",
        6 => "aborted",
        7 => "bus error",
        8 => "floating point exception",
        9 => "killed",
        11 => "segmentation fault",
        13 => "broken pipe",
        15 => "terminated",
        24 => "CPU time limit exceeded",
        25 => "file size limit exceeded",
        31 => "bad system call",
        other => return format!("signal {other}"),
    };
    name.to_owned()
}

/// One environment's leading process. Dropping it ends the environment.
pub(crate) struct Process {
    pid: i32,
    first: Option<i32>,
    exit: watch::Receiver<Option<Exit>>,
    kill: Box<dyn Fn() + Send + Sync>,
}

impl Process {
    /// A process whose parent tells of its end through `exit` and ends it on `kill`. `first` is
    /// the first process of its namespace, where that is no descendant.
    pub(crate) fn new(
        pid: i32,
        first: Option<i32>,
        exit: watch::Receiver<Option<Exit>>,
        kill: impl Fn() + Send + Sync + 'static,
    ) -> Process {
        Process { pid, first, exit, kill: Box::new(kill) }
    }

    /// Takes over a child that leads its own process group. `lifeline` is held until it ended.
    pub(crate) fn of_child(mut child: Child, mut lifeline: Option<OwnedFd>) -> io::Result<Process> {
        let gone = || io::Error::other("the process ended before it could be watched");
        let pid = child.id().and_then(|id| i32::try_from(id).ok()).ok_or_else(gone)?;
        let (tell, exit) = watch::channel(None);
        let asked = Arc::new(Notify::new());
        let ask = asked.clone();
        tokio::spawn(async move {
            let status = tokio::select! {
                status = child.wait() => status,
                () = asked.notified() => end(&mut child, pid, lifeline.take()).await,
            };
            // Whatever the leader left behind in its group goes with it.
            kill_group(pid);
            drop(lifeline);
            tell.send_replace(Some(status.map_or(Exit::Lost, exit_of)));
        });
        Ok(Process::new(pid, None, exit, move || ask.notify_one()))
    }

    /// The leader's process number.
    pub(crate) fn pid(&self) -> i32 {
        self.pid
    }

    /// The processes that all others of the environment descend from.
    pub(crate) fn roots(&self) -> Vec<i32> {
        [self.pid].into_iter().chain(self.first).collect()
    }

    /// Whether it ended, and how.
    pub(crate) fn exit(&self) -> Option<Exit> {
        match *self.exit.borrow() {
            None if self.exit.has_changed().is_err() => Some(Exit::Lost),
            exit => exit,
        }
    }

    /// Waits for its end.
    pub(crate) async fn ended(&self) -> Exit {
        let mut exit = self.exit.clone();
        exit.wait_for(Option::is_some).await.ok().and_then(|seen| *seen).unwrap_or(Exit::Lost)
    }

    /// Waits for its end, without holding it.
    pub(crate) fn end(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut exit = self.exit.clone();
        async move { drop(exit.wait_for(Option::is_some).await) }
    }

    /// Ends it and all it started, at once.
    pub(crate) fn kill(&self) {
        (self.kill)();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A guard ends its environment when the lifeline is cut; a leader without one is ended here.
async fn end(child: &mut Child, pid: i32, lifeline: Option<OwnedFd>) -> io::Result<ExitStatus> {
    if lifeline.is_some() {
        drop(lifeline);
        if let Ok(status) = tokio::time::timeout(PATIENCE, child.wait()).await {
            return status;
        }
    }
    kill_group(pid);
    drop(child.start_kill());
    child.wait().await
}

fn exit_of(status: ExitStatus) -> Exit {
    use std::os::unix::process::ExitStatusExt;
    match (status.code(), status.signal()) {
        (Some(code), _) => Exit::Code(code),
        (None, Some(signal)) => Exit::Signal(signal),
        (None, None) => Exit::Lost,
    }
}

/// Most rounds of a sweep.
const ROUNDS: usize = 100;

/// Ends every process that has `variable` (`NAME=value`) in its environment: what has left its
/// group, where there is no process namespace to end it. What starts others meanwhile is met in
/// the next round.
pub(crate) fn sweep(variable: &str) {
    for _ in 0..ROUNDS {
        if !sweep_once(variable) {
            return;
        }
    }
}

/// Says whether there was anything.
fn sweep_once(variable: &str) -> bool {
    let Ok(all) = std::fs::read_dir("/proc") else { return false };
    let mut found = false;
    for entry in all.flatten() {
        let pid = entry.file_name().to_str().and_then(|name| name.parse::<i32>().ok());
        let Some(pid) = pid.and_then(Pid::from_raw) else { continue };
        let environ = std::fs::read(entry.path().join("environ")).unwrap_or_default();
        if environ.split(|byte| *byte == 0).any(|one| one == variable.as_bytes()) {
            found = true;
            let _ = rustix::process::kill_process(pid, Signal::KILL);
        }
    }
    found
}

fn kill_group(pid: i32) {
    if let Some(group) = Pid::from_raw(pid) {
        // No such group any more is what we want.
        let _ = rustix::process::kill_process_group(group, Signal::KILL);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Process {
        let mut command = tokio::process::Command::new("/bin/sh");
        command.args(["-c", script]).process_group(0).kill_on_drop(true);
        Process::of_child(command.spawn().unwrap(), None).unwrap()
    }

    #[tokio::test]
    async fn endings_have_awss_words() {
        let words = |exit: Exit| exit.to_string();
        assert_eq!(
            words(shell("exit 3").ended().await),
            "Runtime exited with error: exit status 3"
        );
        assert_eq!(words(shell("true").ended().await), "Runtime exited without providing a reason");
        let killed = words(shell("kill -9 $$").ended().await);
        assert_eq!(killed, "Runtime exited with error: signal: killed");
    }

    #[tokio::test]
    async fn a_kill_takes_the_group() {
        let (read, write) = rustix::pipe::pipe().unwrap();
        let mut command = tokio::process::Command::new("/bin/sh");
        // The grandchild holds the pipe open for as long as it lives.
        command.args(["-c", "sleep 600 & wait"]).process_group(0);
        command.stdout(std::process::Stdio::from(write));
        let process = Process::of_child(command.spawn().unwrap(), None).unwrap();
        drop(command);
        process.kill();
        assert_eq!(process.ended().await, Exit::Signal(9));
        let end = tokio::task::spawn_blocking(move || {
            std::io::Read::read(&mut std::fs::File::from(read), &mut [0; 8])
        });
        assert_eq!(end.await.unwrap().unwrap(), 0);
    }
}
