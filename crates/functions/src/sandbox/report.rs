//! What is said of the layers: what each does here, or why it is missing and what is open then.

use super::Abilities;
use crate::function::{LayerReport, SandboxPolicy};

/// One layer as it is told.
#[derive(Clone)]
struct Layer {
    name: &'static str,
    /// Whether the policy asks for it.
    asked: bool,
    active: bool,
    does: &'static str,
    /// What functions can do without it; absent for those that are everywhere.
    without: &'static str,
}

/// All layers, in the order an operator reads them.
///
/// `closed` says that the network is to be; that it is open is no layer missing.
pub(super) fn report(
    policy: SandboxPolicy,
    launched: bool,
    closed: bool,
    able: Abilities,
) -> Vec<LayerReport> {
    let network = closed.then(|| network(able));
    let all =
        [&always(able)[..], &namespaces(policy, launched, able), &rules(policy, able)].concat();
    all.iter().chain(&network).map(|layer| layer.report(launched)).collect()
}

impl Layer {
    fn report(&self, launched: bool) -> LayerReport {
        let why = match (launched, self.asked) {
            (_, false) => "switched off",
            (false, true) => "no launcher is configured",
            (true, true) => "this machine does not permit it",
        };
        let detail = match self.active {
            true => self.does.to_owned(),
            false => format!("{why}; {}", self.without),
        };
        LayerReport { layer: self.name, active: self.active, detail }
    }
}

const fn always(able: Abilities) -> [Layer; 2] {
    [
        Layer {
            name: "environment",
            asked: true,
            active: true,
            does: "functions see AWS's variables and their own, nothing else",
            without: "",
        },
        Layer {
            name: "memory",
            asked: true,
            active: true,
            does: match able.groups {
                true => "a control group counts what a function uses; above MemorySize it is ended",
                false => "what a function uses is watched; above its MemorySize it is ended",
            },
            without: "",
        },
    ]
}

fn namespaces(policy: SandboxPolicy, launched: bool, able: Abilities) -> [Layer; 4] {
    [
        Layer {
            name: "limits",
            asked: true,
            active: launched,
            does: "open files, core dumps, reserved memory; no new privileges",
            without: "functions may open files and reserve memory as the server may",
        },
        Layer {
            name: "file system",
            asked: policy.mounts,
            active: able.view,
            does: "an own root: /var/task, /tmp, the system read-only",
            without: match able.landlock {
                true => "/tmp has no limit but that of a single file, and /dev/shm is shared",
                false => "functions may read and write what the server's user may, its data too",
            },
        },
        Layer {
            name: "processes",
            asked: policy.processes,
            active: able.processes,
            does: "an own namespace that ends as a whole; nobody else's processes are seen",
            without: match (able.landlock, able.signals) {
                (_, true) => "functions see that there are other processes",
                (true, false) => "functions see, and may end, other processes of the server's user",
                (false, false) => {
                    "functions may look into, and end, other processes of the server's user"
                }
            },
        },
        Layer {
            name: "process count",
            asked: policy.processes,
            active: able.counted,
            does: "at most some 1300 processes and threads at once",
            without: "only when it is seen to have more than 1300 processes is a function ended",
        },
    ]
}

fn rules(policy: SandboxPolicy, able: Abilities) -> [Layer; 3] {
    [
        Layer {
            name: "landlock",
            asked: policy.landlock,
            active: able.landlock,
            does: "nothing but the code, the system and its /tmp",
            without: match able.view {
                true => "functions reach the machine's abstract Unix sockets",
                false => "functions may read and write what the server's user may, its data too",
            },
        },
        Layer {
            name: "system calls",
            asked: policy.system_calls,
            active: able.calls,
            does: "no tracing, mounting, namespaces, kernel modules, keys, io_uring",
            without: "functions may try every system call on the kernel",
        },
        Layer {
            name: "runtime api",
            asked: policy.runtime_api,
            active: able.peers,
            does: "each environment's answers its own processes only",
            without: "a function may take the invocations of another",
        },
    ]
}

fn network(able: Abilities) -> Layer {
    Layer {
        name: "network",
        asked: true,
        active: able.network,
        does: "a closed one reaches this server and nothing else",
        without: "no function runs with a closed network",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_layer_is_missing_in_silence() {
        let none = Abilities::default();
        for layer in report(SandboxPolicy::default(), true, true, none).iter().skip(3) {
            assert!(!layer.active, "{layer:?}");
            let (why, open) = layer.detail.split_once("; ").unwrap();
            assert_eq!(why, "this machine does not permit it", "{layer:?}");
            assert!(open.len() > 20, "{layer:?}");
        }
        let off = report(SandboxPolicy::MINIMAL, true, false, none);
        assert!(off.iter().any(|layer| layer.detail.starts_with("switched off; ")));
    }
}
