//! The layers around an environment: which of them this machine has, and how they are laid for
//! one environment.

pub(crate) mod calls;
mod certificates;
pub(crate) mod isolation;
mod layout;
mod report;

use std::{
    collections::BTreeMap,
    ffi::OsString,
    io::{self, Write},
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use crate::{
    function::{Config, Function, LayerReport, SandboxPolicy},
    group::{self, Group, Groups},
    network, peers,
};
use calls::Others;
use isolation::{Isolation, Order};

/// Paths as the environment sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct View {
    pub(crate) task_root: String,
    pub(crate) runtime_dir: String,
    pub(crate) tmp: String,
}

/// The sandbox of one environment.
pub(crate) struct Plan {
    pub(crate) view: View,
    pub(crate) isolation: Isolation,
}

/// How a planned program is started.
pub(crate) struct Launched {
    pub(crate) program: OsString,
    pub(crate) args: Vec<OsString>,
    pub(crate) env: BTreeMap<String, String>,
    pub(crate) dir: PathBuf,
    pub(crate) stdin: Stdio,
    /// Held for as long as the environment may live.
    pub(crate) lifeline: Option<OwnedFd>,
    /// Where the listeners of a closed network come from.
    pub(crate) inside: Option<OwnedFd>,
}

/// What this machine lets us do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Abilities {
    user: bool,
    view: bool,
    processes: bool,
    counted: bool,
    landlock: bool,
    /// By landlock signals stay inside, too.
    signals: bool,
    /// Shared memory and message queues have limits of the view's own.
    queues: bool,
    calls: bool,
    /// Memory is counted by control groups.
    groups: bool,
    peers: bool,
    network: bool,
}

/// The sandbox of this machine.
pub(crate) struct Sandbox {
    launcher: Option<Vec<OsString>>,
    policy: SandboxPolicy,
    /// The ports inside of a network that is to be closed.
    ports: Option<[u16; 2]>,
    /// An empty directory for rehearsals.
    scratch_dir: PathBuf,
    able: OnceLock<Abilities>,
    groups: Option<&'static Groups>,
    filters: OnceLock<Vec<Vec<u64>>>,
    /// Set when no more rehearsals may begin; held while one runs.
    ended: Mutex<bool>,
}

/// The last number of a process or thread in an environment. Those below 300 are given only once,
/// so that there is always room for the 1024 that AWS allows.
const MOST_PROCESSES: u32 = 1024 + 300;
/// From this version of Linux on, `kernel.pid_max` belongs to a process namespace. Before it, to
/// write it would change the machine's.
const COUNTING_LINUX: (u32, u32) = (6, 14);
/// From this version of Linux on, landlock keeps signals inside.
const SIGNALS_LINUX: (u32, u32) = (6, 12);

/// Memory beyond a function's own that its processes may reserve before the kernel says no; how
/// much they really use is watched.
const SLACK: u64 = 2 << 30;

impl Sandbox {
    /// Begins to find out, by rehearsals in the empty directory `scratch_dir`, what can be had of
    /// what is asked for. Rehearsals start programs: nobody waits for them who does not
    /// need to know.
    pub(crate) fn new(config: &Config, scratch_dir: &Path) -> Arc<Sandbox> {
        let sandbox = Arc::new(Sandbox {
            launcher: config.launcher.clone(),
            policy: config.sandbox,
            ports: config.egress.as_ref().map(|egress| network::ports(egress.port)),
            scratch_dir: scratch_dir.to_path_buf(),
            able: OnceLock::new(),
            // Before any other process is started, which would be in the way.
            groups: config.launcher.as_ref().and_then(|_| Groups::take_over()),
            filters: OnceLock::new(),
            ended: Mutex::new(false),
        });
        let rehearsing = sandbox.clone();
        // Without a thread it is found out when it is needed.
        drop(std::thread::Builder::new().spawn(move || _ = rehearsing.able()));
        sandbox
    }

    /// What can be had, as soon as it is known.
    fn able(&self) -> Abilities {
        *self.able.get_or_init(|| match self.launcher {
            Some(_) => self.rehearse(&self.scratch_dir),
            None => Abilities::default(),
        })
    }

    fn rehearse(&self, scratch_dir: &Path) -> Abilities {
        let SandboxPolicy { mounts, processes, landlock, system_calls, .. } = self.policy;
        // The Python bootstrap knows the system call numbers of these.
        let mounts = mounts && cfg!(any(target_arch = "x86_64", target_arch = "aarch64"));
        let namespaces = [(mounts, processes), (mounts, false), (false, processes)];
        let users =
            if rustix::process::geteuid().is_root() { [false, true] } else { [true, false] };
        let mut tries = users.into_iter().flat_map(|user| {
            namespaces.map(|(view, processes)| Abilities {
                user,
                view,
                processes,
                ..Abilities::default()
            })
        });
        let fits =
            |wish: &Abilities| (wish.view || wish.processes) && self.succeeds(scratch_dir, *wish);
        let mut able = tries.find(fits).unwrap_or_default();
        let none = Abilities::default();
        let counted = Abilities { counted: true, ..able };
        let succeeds = |wish| self.succeeds(scratch_dir, wish);
        able.counted = able.processes && linux() >= COUNTING_LINUX && succeeds(counted);
        able.queues = able.view && succeeds(Abilities { queues: true, ..able });
        able.landlock = landlock && succeeds(Abilities { landlock: true, ..none });
        able.signals = able.landlock && linux() >= SIGNALS_LINUX;
        able.calls = system_calls && succeeds(Abilities { calls: true, ..none });
        // Who sees the machine's files would write to the groups' as well.
        able.groups = (able.view || able.landlock) && succeeds(Abilities { groups: true, ..none });
        // Without a process namespace nobody can tell whose a process is that left its family.
        able.peers = self.policy.runtime_api && able.processes && peers::are_known();
        let closed = Abilities { network: true, user: able.user, ..none };
        able.network = self.ports.is_some() && self.succeeds(scratch_dir, closed);
        able
    }

    fn succeeds(&self, scratch_dir: &Path, able: Abilities) -> bool {
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        if *ended {
            return false;
        }
        let root = scratch_dir.join("rehearsal");
        let made = std::fs::create_dir_all(root.join("root"));
        let done = made.and_then(|()| self.run_rehearsal(&root, able)).unwrap_or(false);
        drop(std::fs::remove_dir_all(root));
        done
    }

    fn run_rehearsal(&self, root: &Path, able: Abilities) -> io::Result<bool> {
        let mut isolation = isolation(able, root, root, root, &[], 1 << 20, BTreeMap::new());
        isolation.network = self.ports.filter(|_| able.network);
        if able.calls {
            let unknown = || io::Error::other("this processor's calls are not known");
            isolation.filters = calls::filters(Others::default()).ok_or_else(unknown)?;
        }
        // Removed when it was tried.
        let mut group = None;
        if able.groups {
            let none = || io::Error::other("there are no control groups");
            let made = self.groups.ok_or_else(none)?.make("rehearsal", 1 << 30)?;
            isolation.group = Some(group.insert(made).path().to_owned());
        }
        let order = Order { isolation, dir: "/".to_owned(), ..Order::default() };
        let launched = self.through_launcher(order)?;
        let status = Command::new(launched.program)
            .args(launched.args)
            .env_clear()
            .stdin(launched.stdin)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()?;
        drop(launched.lifeline);
        Ok(status.success())
    }

    pub(crate) fn has_launcher(&self) -> bool {
        self.launcher.is_some()
    }

    /// Whether an environment's processes end with it for certain.
    pub(crate) fn ends_as_a_whole(&self) -> bool {
        self.able().processes
    }

    /// Whether a forked environment has a guard between itself and its parent.
    pub(crate) fn guards_forks(&self) -> bool {
        self.able().user && self.able().processes
    }

    /// A program of ours that makes namespaces for its children.
    pub(crate) fn privileged(&self, program: Vec<OsString>) -> Vec<OsString> {
        match &self.launcher {
            Some(launcher) if self.able().user => {
                let mut all = launcher.clone();
                all.push("user".into());
                all.extend(program);
                all
            }
            _ => program,
        }
    }

    /// Plans for one environment that also has to see the directories `visible`, the last of
    /// which holds the bootstraps.
    pub(crate) fn plan(&self, function: &Function, scratch: &Path, visible: &[PathBuf]) -> Plan {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        let code = std::path::absolute(&function.code_dir).unwrap_or(function.code_dir.clone());
        let (bootstraps, visible) =
            visible.split_last().map_or((scratch, visible), |(last, rest)| (last.as_path(), rest));
        let tmp = scratch.join("tmp");
        let tmp_bytes = u64::from(function.ephemeral_storage_mb) << 20;
        let view = match self.able().view {
            true => View {
                task_root: layout::TASK_ROOT.to_owned(),
                runtime_dir: layout::RUNTIME_DIR.to_owned(),
                tmp: "/tmp".to_owned(),
            },
            false => {
                View { task_root: text(&code), runtime_dir: text(bootstraps), tmp: text(&tmp) }
            }
        };
        let limits = limits(function, self.able().view);
        let mut isolation =
            isolation(self.able(), scratch, &code, bootstraps, visible, tmp_bytes, limits);
        // Also where it cannot be had: nothing runs then.
        isolation.network = self.ports;
        isolation.filters = self.filters().clone();
        let name = scratch.file_name().unwrap_or_default().to_string_lossy();
        isolation.group = self.groups().map(|all| all.path(&name));
        Plan { view, isolation }
    }

    fn filters(&self) -> &Vec<Vec<u64>> {
        self.filters.get_or_init(|| {
            let Abilities { processes, signals, queues, groups: memory, calls, .. } = self.able();
            let others = Others { processes, signals, queues, memory };
            calls::filters(others).filter(|_| calls).unwrap_or_default()
        })
    }

    fn groups(&self) -> Option<&'static Groups> {
        self.groups.filter(|_| self.able().groups)
    }

    /// Makes the control group of an environment whose directory has this name, where it is to
    /// have one; it has to be there before the environment is started.
    pub(crate) fn group(&self, name: &str, function: &Function) -> io::Result<Option<Group>> {
        let limit = group::limit(function, self.able().view);
        self.groups().map(|all| all.make(name, limit)).transpose()
    }

    /// The way to start a program in its sandbox: through the launcher, or as it is without one.
    pub(crate) fn launched(
        &self,
        program: Vec<String>,
        env: BTreeMap<String, String>,
        plan: Plan,
    ) -> io::Result<Launched> {
        let dir = plan.view.task_root;
        if self.launcher.is_some() {
            let isolation = plan.isolation;
            return self.through_launcher(Order {
                isolation,
                program,
                env,
                dir,
                ..Order::default()
            });
        }
        if self.ports.is_some() {
            return Err(io::Error::other("without a launcher the network cannot be closed"));
        }
        let mut words = program.into_iter().map(OsString::from);
        let missing = || io::Error::other("no program to start");
        Ok(Launched {
            program: words.next().ok_or_else(missing)?,
            args: words.collect(),
            env,
            dir: dir.into(),
            stdin: Stdio::null(),
            lifeline: None,
            inside: None,
        })
    }

    /// The launcher reads its order from a socket that stays open: when it closes, all is over.
    /// What it listens on in a network of its own comes back the same way.
    /// The function's variables go with the order, so that none of them (`LD_PRELOAD`) acts on
    /// the launcher itself.
    fn through_launcher(&self, mut order: Order) -> io::Result<Launched> {
        let no_launcher = || io::Error::other("there is no launcher");
        let launcher = self.launcher.as_ref().ok_or_else(no_launcher)?;
        let mut words = launcher.iter().cloned();
        order.launcher = launcher.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        let mut line = serde_json::to_vec(&order)?;
        line.push(b'\n');
        let (ours, theirs) = network::socket_pair()?;
        if line.len() > 60_000 {
            return Err(io::Error::other("the environment variables are too long"));
        }
        let mut lifeline = std::os::unix::net::UnixStream::from(ours);
        // A socket takes this much without a reader.
        lifeline.write_all(&line)?;
        let inside = order.isolation.network.map(|_| lifeline.try_clone()).transpose()?;
        Ok(Launched {
            program: words.next().ok_or_else(no_launcher)?,
            args: words.chain([OsString::from("guard")]).collect(),
            env: BTreeMap::new(),
            dir: "/".into(),
            stdin: Stdio::from(theirs),
            lifeline: Some(lifeline.into()),
            inside: inside.map(OwnedFd::from),
        })
    }

    /// Whether an environment's Runtime API can tell the environment from others.
    pub(crate) fn knows_peers(&self) -> bool {
        self.able().peers
    }

    /// What holds here; nothing is told of it once rehearsals have been ended.
    pub(crate) fn report(&self) -> Vec<LayerReport> {
        let able = self.able();
        if *self.ended.lock().unwrap_or_else(PoisonError::into_inner) {
            return Vec::new();
        }
        report::report(self.policy, self.has_launcher(), self.ports.is_some(), able)
    }

    /// Ends rehearsals, so that the scratch directory can go. Blocks while one runs.
    pub(crate) fn end(&self) {
        *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
    }
}

/// The version of this Linux.
fn linux() -> (u32, u32) {
    let release = rustix::system::uname().release().to_string_lossy().into_owned();
    let mut numbers = release.split(['.', '-']).map_while(|part| part.parse::<u32>().ok());
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

fn isolation(
    able: Abilities,
    scratch: &Path,
    code: &Path,
    bootstraps: &Path,
    visible: &[PathBuf],
    tmp_bytes: u64,
    limits: BTreeMap<String, u64>,
) -> Isolation {
    let root = scratch.join("root");
    let mut view = able.view.then(|| layout::layout(root, code, bootstraps, visible, tmp_bytes));
    if let Some(view) = view.as_mut().filter(|_| able.queues) {
        view.settings = layout::queue_settings();
    }
    let landlock = able.landlock.then(|| match able.view {
        true => layout::inner_rules(),
        false => layout::outer_rules(code, bootstraps, visible, &scratch.join("tmp")),
    });
    Isolation {
        user: able.user,
        processes: able.processes,
        view,
        landlock,
        limits,
        network: None,
        group: None,
        most_processes: able.counted.then_some(MOST_PROCESSES),
        filters: Vec::new(),
    }
}

fn limits(function: &Function, own_tmp: bool) -> BTreeMap<String, u64> {
    let mut limits = BTreeMap::from([
        ("RLIMIT_CORE".to_owned(), 0),
        // In bytes: what is locked, and what lies in POSIX's message queues.
        ("RLIMIT_MEMLOCK".to_owned(), 8 << 20),
        ("RLIMIT_MSGQUEUE".to_owned(), 800 << 10),
        ("RLIMIT_NOFILE".to_owned(), 1024),
        ("RLIMIT_DATA".to_owned(), (u64::from(function.memory_mb) << 20) + SLACK),
    ]);
    if !own_tmp {
        // The nearest thing to a limit on /tmp: no single file outgrows it.
        let bytes = u64::from(function.ephemeral_storage_mb) << 20;
        limits.insert("RLIMIT_FSIZE".to_owned(), bytes);
    }
    limits
}
