//! System calls that no function needs and that others have got out of sandboxes with: the filter
//! that refuses them, as a program for the kernel (seccomp(2), "filter mode").

use std::collections::BTreeMap;

use libc as c;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch, sock_filter,
};

/// What else shuts an environment in. What another layer holds the filter leaves alone, so that
/// honest programs notice as little of it as can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Others {
    /// Other processes are not there: a process number is one of the environment's own.
    pub(crate) processes: bool,
    /// Signals stay inside.
    pub(crate) signals: bool,
    /// The environment has shared memory and message queues of its own, with limits.
    pub(crate) queues: bool,
    /// A control group counts all memory, also what no process has mapped.
    pub(crate) memory: bool,
}

// Numbers of Linux's common table that the libc crate does not know on every target.
const SYS_MEMFD_SECRET: c::c_long = 447;
const SYS_PROCESS_MRELEASE: c::c_long = 448;
const SYS_STATMOUNT: c::c_long = 457;
const SYS_LISTMOUNT: c::c_long = 458;
const SYS_LSM_GET_SELF_ATTR: c::c_long = 459;
const SYS_LSM_SET_SELF_ATTR: c::c_long = 460;
const SYS_LSM_LIST_MODULES: c::c_long = 461;
const SYS_OPEN_TREE_ATTR: c::c_long = 467;
const SYS_FILE_SETATTR: c::c_long = 469;
const SYS_LISTNS: c::c_long = 470;

/// Refused with `EPERM`: tracing of processes, changes of mounts and namespaces, the kernel's
/// modules, keys, clocks and programs, handles that pass by paths.
const FORBIDDEN: &[c::c_long] = &[
    c::SYS_acct,
    c::SYS_add_key,
    c::SYS_bpf,
    c::SYS_chroot,
    c::SYS_clock_adjtime,
    c::SYS_clock_settime,
    c::SYS_delete_module,
    c::SYS_fanotify_init,
    c::SYS_finit_module,
    c::SYS_fsconfig,
    c::SYS_fsmount,
    c::SYS_fsopen,
    c::SYS_fspick,
    c::SYS_init_module,
    c::SYS_kcmp,
    c::SYS_kexec_load,
    c::SYS_keyctl,
    c::SYS_mount,
    c::SYS_mount_setattr,
    c::SYS_move_mount,
    c::SYS_open_by_handle_at,
    c::SYS_open_tree,
    SYS_OPEN_TREE_ATTR,
    c::SYS_perf_event_open,
    c::SYS_pidfd_getfd,
    c::SYS_pivot_root,
    c::SYS_process_madvise,
    SYS_PROCESS_MRELEASE,
    c::SYS_process_vm_readv,
    c::SYS_process_vm_writev,
    c::SYS_ptrace,
    c::SYS_quotactl,
    c::SYS_quotactl_fd,
    c::SYS_reboot,
    c::SYS_request_key,
    c::SYS_setdomainname,
    c::SYS_sethostname,
    c::SYS_setns,
    c::SYS_settimeofday,
    c::SYS_swapoff,
    c::SYS_swapon,
    c::SYS_syslog,
    c::SYS_umount2,
    c::SYS_unshare,
    c::SYS_userfaultfd,
    c::SYS_vhangup,
];

#[cfg(target_arch = "x86_64")]
const FORBIDDEN_HERE: &[c::c_long] = &[c::SYS_ioperm, c::SYS_iopl, c::SYS_kexec_file_load];
#[cfg(not(target_arch = "x86_64"))]
const FORBIDDEN_HERE: &[c::c_long] = &[];

/// Answered as by a kernel without them (`ENOSYS`), so that libraries take their older way:
/// `clone3`, whose flags no filter can read, io_uring, whose work no filter sees, and newer ones
/// that list mounts and namespaces or change attributes of files past other layers.
/// What `vmsplice` puts into a pipe and `memfd_secret` makes is memory that nobody counts.
const UNKNOWN: &[c::c_long] = &[
    c::SYS_clone3,
    SYS_FILE_SETATTR,
    c::SYS_io_uring_enter,
    c::SYS_io_uring_register,
    c::SYS_io_uring_setup,
    SYS_LISTMOUNT,
    SYS_LISTNS,
    SYS_LSM_GET_SELF_ATTR,
    SYS_LSM_LIST_MODULES,
    SYS_LSM_SET_SELF_ATTR,
    SYS_MEMFD_SECRET,
    SYS_STATMOUNT,
    c::SYS_vmsplice,
];

/// Unknown as well where they would reach the machine's own: no limit is on those.
const QUEUES: &[c::c_long] = &[
    c::SYS_mq_open,
    c::SYS_mq_unlink,
    c::SYS_msgctl,
    c::SYS_msgget,
    c::SYS_msgrcv,
    c::SYS_msgsnd,
    c::SYS_semctl,
    c::SYS_semget,
    c::SYS_semop,
    c::SYS_semtimedop,
    c::SYS_shmat,
    c::SYS_shmctl,
    c::SYS_shmget,
];

/// Calls whose first argument is a process, where others can be named: only with 0 is it the
/// caller for certain. The C libraries pass 0 for `setrlimit` and `getrlimit`.
const OF_A_PROCESS: &[c::c_long] = &[
    c::SYS_get_robust_list,
    c::SYS_migrate_pages,
    c::SYS_move_pages,
    c::SYS_prlimit64,
    c::SYS_sched_setaffinity,
    c::SYS_sched_setattr,
    c::SYS_sched_setparam,
    c::SYS_sched_setscheduler,
];

/// Flags of `clone` that make namespaces.
const NAMESPACES: &[c::c_int] = &[
    c::CLONE_NEWCGROUP,
    c::CLONE_NEWIPC,
    c::CLONE_NEWNET,
    c::CLONE_NEWNS,
    c::CLONE_NEWPID,
    c::CLONE_NEWUSER,
    c::CLONE_NEWUTS,
];

/// Families of sockets that programs use. Packet sockets are refused by another rule.
const FAMILIES: &[c::c_int] = &[c::AF_UNIX, c::AF_INET, c::AF_INET6, c::AF_NETLINK, c::AF_PACKET];
/// What is spoken over Internet sockets: whatever the type says, TCP (also over many paths, as Go
/// asks for), UDP, echoes; raw sockets need a capability.
const PROTOCOLS: &[c::c_int] = &[
    c::IPPROTO_IP,
    c::IPPROTO_ICMP,
    c::IPPROTO_TCP,
    c::IPPROTO_UDP,
    c::IPPROTO_ICMPV6,
    c::IPPROTO_RAW,
    c::IPPROTO_MPTCP,
];

/// On x86-64 every call has a second number from here on, of the x32 interface, which nothing uses:
/// load the number; is it one of these? `ENOSYS` : allowed.
#[cfg(target_arch = "x86_64")]
const NO_X32: [sock_filter; 4] = [
    sock_filter { code: 0x20, jt: 0, jf: 0, k: 0 },
    sock_filter { code: 0x35, jt: 0, jf: 1, k: 0x4000_0000 },
    sock_filter { code: 0x06, jt: 0, jf: 0, k: 0x0005_0000 | c::ENOSYS.unsigned_abs() },
    sock_filter { code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 },
];

/// The filters, in the order they are installed, an instruction to a number as it lies in memory.
/// Absent on a processor whose system calls are not known here.
pub(crate) fn filters(others: Others) -> Option<Vec<Vec<u64>>> {
    build(others).ok()
}

/// Calls and when each is meant: always without a rule, else if one of its rules fits.
type Calls = BTreeMap<i64, Vec<SeccompRule>>;
type Built<T> = Result<T, seccompiler::BackendError>;

fn build(others: Others) -> Built<Vec<Vec<u64>>> {
    let mut unknown: Calls = UNKNOWN.iter().map(always).collect();
    if !others.queues {
        unknown.extend(QUEUES.iter().map(always));
    }
    if !others.memory {
        unknown.extend([always(&c::SYS_memfd_create)]);
    }
    let filters = [
        program(forbidden(others)?, c::EPERM)?,
        program(unknown, c::ENOSYS)?,
        program(families()?, c::EAFNOSUPPORT)?,
        program(protocols()?, c::EPROTONOSUPPORT)?,
    ];
    #[cfg(target_arch = "x86_64")]
    let filters = filters.into_iter().chain([NO_X32.to_vec()]);
    Ok(filters.into_iter().map(|filter| filter.iter().map(to_number).collect()).collect())
}

fn always(call: &c::c_long) -> (i64, Vec<SeccompRule>) {
    (*call, Vec::new())
}

fn forbidden(others: Others) -> Built<Calls> {
    let mut calls: Calls = FORBIDDEN.iter().chain(FORBIDDEN_HERE).map(always).collect();
    let flags = NAMESPACES.iter().map(|flag| {
        let flag = flag.unsigned_abs();
        rule(&[(0, SeccompCmpOp::MaskedEq(flag.into()), flag)])
    });
    calls.insert(c::SYS_clone, flags.collect::<Built<_>>()?);
    let packets = rule(&[(0, SeccompCmpOp::Eq, c::AF_PACKET.unsigned_abs())])?;
    calls.insert(c::SYS_socket, vec![packets]);
    if !others.memory {
        // A pipe of 1 MiB holds memory that nobody counts.
        meant_if(&mut calls, c::SYS_fcntl, 1, c::F_SETPIPE_SZ)?;
    }
    if !others.processes {
        others_processes(&mut calls)?;
        if !others.signals {
            others_signals(&mut calls)?;
        }
    }
    Ok(calls)
}

/// Calls on processes that are not the environment's.
fn others_processes(calls: &mut Calls) -> Built<()> {
    for call in OF_A_PROCESS {
        calls.insert(*call, vec![rule(&[(0, SeccompCmpOp::Ne, 0)])?]);
    }
    // So much as a first argument means all processes of a user.
    for (call, user) in [(c::SYS_setpriority, 2), (c::SYS_ioprio_set, 3)] {
        calls.insert(call, vec![rule(&[(1, SeccompCmpOp::Ne, 0)])?]);
        meant_if(calls, call, 0, user)?;
    }
    // Programs that would like to wait for a child by a descriptor have another way.
    calls.extend([always(&c::SYS_pidfd_open)]);
    const PR_SCHED_CORE: c::c_int = 62;
    meant_if(calls, c::SYS_prctl, 0, PR_SCHED_CORE)
}

/// Signals to the server and to everybody. A filter cannot know which numbers are the
/// environment's own.
fn others_signals(calls: &mut Calls) -> Built<()> {
    let server = rustix::process::getpid().as_raw_pid();
    // Minus one is everybody.
    let group = own_group().unwrap_or(1);
    for call in [c::SYS_kill, c::SYS_tgkill, c::SYS_rt_sigqueueinfo, c::SYS_rt_tgsigqueueinfo] {
        for target in [server, -server, -group, -1] {
            meant_if(calls, call, 0, target)?;
        }
    }
    // Each thread of the server has a number of its own.
    calls.extend([always(&c::SYS_tkill), always(&c::SYS_pidfd_send_signal)]);
    const F_SETOWN_EX: c::c_int = 15;
    for command in [c::F_SETOWN, F_SETOWN_EX] {
        meant_if(calls, c::SYS_fcntl, 1, command)?;
    }
    const FIOSETOWN: c::c_int = 0x8901;
    const SIOCSPGRP: c::c_int = 0x8902;
    for command in [FIOSETOWN, SIOCSPGRP] {
        meant_if(calls, c::SYS_ioctl, 1, command)?;
    }
    Ok(())
}

/// The number of this process's group. It has none where its leader is outside of the namespace
/// that the server itself runs in.
fn own_group() -> Option<i32> {
    let about = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, rest) = about.rsplit_once(')')?;
    rest.split_whitespace().nth(2)?.parse().ok().filter(|group| *group > 0)
}

fn families() -> Built<Calls> {
    let unlike: Vec<_> =
        FAMILIES.iter().map(|one| (0, SeccompCmpOp::Ne, one.unsigned_abs())).collect();
    let calls = [c::SYS_socket, c::SYS_socketpair];
    calls.into_iter().map(|call| Ok((call, vec![rule(&unlike)?]))).collect()
}

/// Of netlink only what tells addresses and routes (protocol 0): others tell of the whole machine.
fn protocols() -> Built<Calls> {
    let others: Vec<_> =
        PROTOCOLS.iter().map(|one| (2, SeccompCmpOp::Ne, one.unsigned_abs())).collect();
    let netlink = [(2, SeccompCmpOp::Ne, 0)];
    let of = |family: c::c_int, unlike: &[(u8, SeccompCmpOp, u32)]| {
        rule(&[&[(0, SeccompCmpOp::Eq, family.unsigned_abs())], unlike].concat())
    };
    let rules =
        vec![of(c::AF_INET, &others)?, of(c::AF_INET6, &others)?, of(c::AF_NETLINK, &netlink)?];
    Ok(BTreeMap::from([(c::SYS_socket, rules)]))
}

/// The call is meant also where this argument is that value.
fn meant_if(calls: &mut Calls, call: c::c_long, argument: u8, value: c::c_int) -> Built<()> {
    let rule = rule(&[(argument, SeccompCmpOp::Eq, value.cast_unsigned())])?;
    calls.entry(call).or_default().push(rule);
    Ok(())
}

/// What all has to be true of the arguments, of which the kernel reads the lower half.
fn rule(conditions: &[(u8, SeccompCmpOp, u32)]) -> Built<SeccompRule> {
    let condition = |(argument, how, value): &(u8, SeccompCmpOp, u32)| {
        SeccompCondition::new(*argument, SeccompCmpArgLen::Dword, how.clone(), (*value).into())
    };
    SeccompRule::new(conditions.iter().map(condition).collect::<Built<_>>()?)
}

fn program(calls: Calls, error: c::c_int) -> Built<BpfProgram> {
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    let refusal = SeccompAction::Errno(error.unsigned_abs());
    BpfProgram::try_from(SeccompFilter::new(calls, SeccompAction::Allow, refusal, arch)?)
}

fn to_number(one: &sock_filter) -> u64 {
    u64::from(one.code) | u64::from(one.jt) << 16 | u64::from(one.jf) << 24 | u64::from(one.k) << 32
}

/// Installs a filter on the calling thread, for good.
pub(crate) fn install(filter: &[u64]) -> std::io::Result<()> {
    let program: BpfProgram = filter.iter().copied().map(from_number).collect();
    seccompiler::apply_filter(&program).map_err(std::io::Error::other)
}

// Each field is cut out of the number that `to_number` put it into.
#[allow(clippy::cast_possible_truncation)]
fn from_number(one: u64) -> sock_filter {
    sock_filter {
        code: one as u16,
        jt: (one >> 16) as u8,
        jf: (one >> 24) as u8,
        k: (one >> 32) as u32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_survive_being_numbers() {
        let one = sock_filter { code: 0x8015, jt: 0xfe, jf: 0x7f, k: 0x4000_0065 };
        assert_eq!(from_number(to_number(&one)), one);
    }

    #[test]
    fn a_filter_refuses_what_it_names_and_nothing_else() {
        // The most that it ever has to refuse.
        let filters = filters(Others::default()).unwrap();
        assert!(filters.iter().all(|filter| filter.len() < 800), "{}", filters[0].len());
        // A thread of its own, which keeps the filters.
        let seen = std::thread::spawn(move || {
            for filter in &filters {
                install(filter).unwrap();
            }
            #[allow(deprecated)]
            let unshared = rustix::thread::unshare(rustix::thread::UnshareFlags::NEWUTS);
            let spawned = std::thread::spawn(|| 1).join().unwrap();
            (unshared, spawned)
        });
        let (unshared, spawned) = seen.join().unwrap();
        assert_eq!(unshared, Err(rustix::io::Errno::PERM));
        assert_eq!(spawned, 1);
    }

    #[test]
    fn sockets_are_of_the_known_families_and_protocols() {
        use rustix::net::{AddressFamily as Family, Protocol, SocketType, socket};
        let filters = filters(Others::default()).unwrap();
        let protocol = |number| Protocol::from_raw(std::num::NonZeroU32::new(number).unwrap());
        let seen = std::thread::spawn(move || {
            filters.iter().for_each(|filter| install(filter).unwrap());
            [
                (Family::UNIX, SocketType::DGRAM, None),
                (Family::INET6, SocketType::STREAM, Some(protocol(262))),
                (Family::NETLINK, SocketType::RAW, None),
                (Family::VSOCK, SocketType::STREAM, None),
                (Family::TIPC, SocketType::SEQPACKET, None),
                (Family::PACKET, SocketType::RAW, None),
                (Family::INET, SocketType::STREAM, Some(protocol(132))),
                (Family::NETLINK, SocketType::RAW, Some(protocol(4))),
            ]
            .map(|(family, kind, protocol)| socket(family, kind, protocol).err())
        });
        use rustix::io::Errno as E;
        let refused = [None, Some(E::AFNOSUPPORT), Some(E::PERM), Some(E::PROTONOSUPPORT)];
        let [fine, family, packet, protocol] = refused;
        let expected = [fine, fine, fine, family, family, packet, protocol, protocol];
        assert_eq!(seen.join().unwrap(), expected);
    }

    #[test]
    fn our_own_group_is_known() {
        assert_eq!(own_group(), Some(rustix::process::getpgrp().as_raw_pid()));
    }

    #[test]
    fn what_other_layers_hold_is_left_alone() {
        let all = Others { processes: true, signals: true, queues: true, memory: true };
        let length = |others| filters(others).unwrap().concat().len();
        for less in [
            Others { processes: false, ..all },
            Others { processes: false, signals: false, ..all },
            Others { queues: false, ..all },
            Others { memory: false, ..all },
        ] {
            assert!(length(less) > length(all), "{less:?}");
        }
    }
}
