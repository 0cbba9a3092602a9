//! The layers themselves, one function each, applied to the calling process, which must be the
//! only thread of its process.

use std::{
    collections::BTreeMap,
    ffi::CString,
    fs, io,
    mem::MaybeUninit,
    net::{Ipv4Addr, TcpListener},
    os::fd::{AsFd, BorrowedFd},
    path::{Path, PathBuf},
};

use landlock::{
    ABI, Access, AccessFs, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetCreatedAttr,
    RulesetStatus, Scope, path_beneath_rules,
};
use rustix::{
    fs::StatVfsMountFlags,
    mount::{MountFlags, MountPropagationFlags, UnmountFlags},
    net::{
        AddressFamily, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage, SendFlags,
        SocketFlags, SocketType,
    },
    process::{Resource, Rlimit},
    thread::{CapabilitySet, CapabilitySets, UnshareFlags},
};

use crate::{
    sandbox::{
        calls,
        isolation::{Bind, Fresh, Isolation, Layout, Rules},
    },
    sockets,
};

/// All layers but the namespaces that need another process. Their order matters: later ones take
/// away what earlier ones need.
pub(super) fn apply(isolation: &Isolation) -> io::Result<()> {
    // Short of memory, the kernel shall end functions before anything else. What cannot be
    // written is a /proc of an unusual kind; nothing depends on it.
    drop(fs::write("/proc/self/oom_score_adj", "500"));
    if let Some(group) = &isolation.group {
        // Zero is the writer.
        fs::write(group.join("cgroup.procs"), "0")?;
    }
    if let Some(most) = isolation.most_processes {
        fs::write("/proc/sys/kernel/pid_max", most.to_string())?;
    }
    if let Some(layout) = &isolation.view {
        change_root(layout)?;
    }
    limit(&isolation.limits)?;
    rustix::thread::set_no_new_privs(true)?;
    if let Some(rules) = &isolation.landlock {
        restrict(rules)?;
    }
    drop_capabilities();
    for filter in &isolation.filters {
        calls::install(filter)?;
    }
    Ok(())
}

fn unshare(flags: UnshareFlags) -> io::Result<()> {
    // The deprecation warns of FILES, which is not among the flags used here.
    #[allow(deprecated)]
    rustix::thread::unshare(flags)?;
    Ok(())
}

/// Makes this process root in a user namespace of its own, where it may make the other ones.
pub(super) fn user_namespace() -> io::Result<()> {
    let (user, group) = (rustix::process::geteuid(), rustix::process::getegid());
    unshare(UnshareFlags::NEWUSER)?;
    fs::write("/proc/self/setgroups", "deny")?;
    fs::write("/proc/self/uid_map", format!("0 {} 1", user.as_raw()))?;
    fs::write("/proc/self/gid_map", format!("0 {} 1", group.as_raw()))
}

/// The next child is the first process of a namespace of its own, which ends with it.
pub(super) fn process_namespace() -> io::Result<()> {
    unshare(UnshareFlags::NEWPID)
}

/// Puts this process into a network of its own, in which nothing but these ports on 127.0.0.1 is
/// listened on, and hands the listeners to the server, with a socket that tells what the sockets
/// here hold.
pub(super) fn network(ports: &[u16], server: BorrowedFd<'_>) -> io::Result<()> {
    unshare(UnshareFlags::NEWNET)?;
    loopback_up()?;
    let listen = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port));
    let listeners: Vec<TcpListener> = ports.iter().map(listen).collect::<io::Result<_>>()?;
    let teller = sockets::socket()?;
    let rights = listeners.iter().map(AsFd::as_fd).chain([teller.as_fd()]);
    let rights: Vec<BorrowedFd<'_>> = rights.collect();
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(3))];
    let mut ancillary = SendAncillaryBuffer::new(&mut space);
    if !ancillary.push(SendAncillaryMessage::ScmRights(&rights)) {
        return Err(io::Error::other("too many ports"));
    }
    let data = [io::IoSlice::new(b"n")];
    rustix::net::sendmsg(server, &data, &mut ancillary, SendFlags::NOSIGNAL)?;
    Ok(())
}

/// Asks the kernel, by rtnetlink(7), to switch the loopback device on; in a new network it is
/// always the first.
fn loopback_up() -> io::Result<()> {
    const RTM_NEWLINK: u16 = 16;
    const REQUEST_AND_ACK: u16 = 1 | 4;
    const IFF_UP: u32 = 1;
    // Protocol 0 of this family is NETLINK_ROUTE.
    let family = AddressFamily::NETLINK;
    let socket = rustix::net::socket_with(family, SocketType::RAW, SocketFlags::CLOEXEC, None)?;
    let mut message = Vec::with_capacity(32);
    message.extend(32_u32.to_ne_bytes());
    message.extend(RTM_NEWLINK.to_ne_bytes());
    message.extend(REQUEST_AND_ACK.to_ne_bytes());
    // Sequence number and sender; then any family and kind of device, and the first device.
    message.extend([0; 8]);
    message.extend([0; 4]);
    message.extend(1_u32.to_ne_bytes());
    // What it becomes, and which of its flags are meant.
    message.extend(IFF_UP.to_ne_bytes());
    message.extend(IFF_UP.to_ne_bytes());
    rustix::net::send(&socket, &message, SendFlags::empty())?;
    let mut answer = [0; 64];
    let (_, length) = rustix::net::recv(&socket, &mut answer[..], RecvFlags::empty())?;
    let code = i32::from_ne_bytes([answer[16], answer[17], answer[18], answer[19]]);
    match (length, code) {
        (20.., 0) => Ok(()),
        (20.., code) => Err(io::Error::from_raw_os_error(-code)),
        _ => Err(io::Error::other("the kernel does not say whether loopback is up")),
    }
}

fn change_root(layout: &Layout) -> io::Result<()> {
    // Shared memory and queues of System V and POSIX are files of a kind.
    unshare(UnshareFlags::NEWNS | UnshareFlags::NEWIPC)?;
    for (path, value) in &layout.settings {
        fs::write(path, value)?;
    }
    let private = MountPropagationFlags::PRIVATE | MountPropagationFlags::REC;
    rustix::mount::mount_change("/", private)?;
    let root = layout.root.as_path();
    temporary(root, "mode=755,size=1m")?;
    for dir in &layout.dirs {
        fs::create_dir_all(inside(root, dir))?;
    }
    // Before the rest: what an interpreter needs may lie below the machine's /tmp.
    for fresh in &layout.fresh {
        let (Fresh { at, bytes }, files) = (fresh, fresh.files());
        let at = inside(root, at);
        fs::create_dir_all(&at)?;
        temporary(&at, &format!("mode=1777,size={bytes},nr_inodes={files}"))?;
    }
    for piece in &layout.binds {
        bind(root, piece)?;
    }
    for link in &layout.links {
        let at = inside(root, &link.at);
        fs::create_dir_all(at.parent().unwrap_or(root))?;
        std::os::unix::fs::symlink(&link.to, at)?;
    }
    processes(root)?;
    for path in &layout.hidden {
        rustix::mount::mount_bind(root.join("dev/null"), inside(root, path))?;
    }
    std::env::set_current_dir(root)?;
    rustix::process::pivot_root(".", ".")?;
    rustix::mount::unmount(".", UnmountFlags::DETACH)?;
    let read_only = MountFlags::BIND | MountFlags::RDONLY | MountFlags::NOSUID | MountFlags::NODEV;
    rustix::mount::mount_remount("/", read_only, "")?;
    std::env::set_current_dir("/")
}

/// An absolute path of the environment as it is reached from outside.
fn inside(root: &Path, path: &str) -> PathBuf {
    root.join(path.trim_start_matches('/'))
}

fn temporary(at: &Path, options: &str) -> io::Result<()> {
    let options = CString::new(options).map_err(io::Error::other)?;
    let flags = MountFlags::NOSUID | MountFlags::NODEV;
    Ok(rustix::mount::mount("waterwheel", at, "tmpfs", flags, options.as_c_str())?)
}

fn bind(root: &Path, piece: &Bind) -> io::Result<()> {
    let at = inside(root, &piece.to);
    if piece.from.is_dir() {
        fs::create_dir_all(&at)?;
    } else {
        fs::create_dir_all(at.parent().unwrap_or(root))?;
        fs::File::create(&at)?;
    }
    rustix::mount::mount_bind_recursive(&piece.from, &at)?;
    if piece.write {
        return Ok(());
    }
    // Flags that the machine's mount has cannot be taken away in a user namespace.
    let has = rustix::fs::statvfs(&at)?.f_flag;
    let mut flags = MountFlags::BIND | MountFlags::RDONLY | MountFlags::NOSUID;
    for (seen, kept) in [
        (StatVfsMountFlags::NODEV, MountFlags::NODEV),
        (StatVfsMountFlags::NOEXEC, MountFlags::NOEXEC),
        (StatVfsMountFlags::NOATIME, MountFlags::NOATIME),
        (StatVfsMountFlags::NODIRATIME, MountFlags::NODIRATIME),
        (StatVfsMountFlags::RELATIME, MountFlags::RELATIME),
    ] {
        flags.set(kept, has.contains(seen));
    }
    Ok(rustix::mount::mount_remount(&at, flags, "")?)
}

/// `/proc` of the processes that the environment may look into: the first of its namespace, which
/// sees the machine's mounts, is none of them. Without a namespace those that are left of the
/// machine's. Where a new one is not permitted, the machine's as it is. Never to be written: the
/// kernel's settings in it ask for root's number only, not for its capabilities.
fn processes(root: &Path) -> io::Result<()> {
    let at = root.join("proc");
    fs::create_dir_all(&at)?;
    let flags = MountFlags::NOSUID | MountFlags::NODEV | MountFlags::NOEXEC | MountFlags::RDONLY;
    // The option is there from Linux 5.8 on.
    for option in [Some(c"hidepid=4"), None] {
        if rustix::mount::mount("proc", &at, "proc", flags, option).is_ok() {
            return Ok(());
        }
    }
    bind(root, &Bind { from: "/proc".into(), to: "/proc".to_owned(), write: false })
}

fn limit(limits: &BTreeMap<String, u64>) -> io::Result<()> {
    for (name, value) in limits {
        let resource = match name.as_str() {
            "RLIMIT_CORE" => Resource::Core,
            "RLIMIT_DATA" => Resource::Data,
            "RLIMIT_FSIZE" => Resource::Fsize,
            "RLIMIT_MEMLOCK" => Resource::Memlock,
            "RLIMIT_MSGQUEUE" => Resource::Msgqueue,
            "RLIMIT_NOFILE" => Resource::Nofile,
            other => return Err(io::Error::other(format!("no such limit: {other}"))),
        };
        let most = rustix::process::getrlimit(resource).maximum;
        let value = Some(most.map_or(*value, |most| most.min(*value)));
        rustix::process::setrlimit(resource, Rlimit { current: value, maximum: value })?;
    }
    Ok(())
}

fn restrict(rules: &Rules) -> io::Result<()> {
    let abi = ABI::V6;
    let status = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(abi))
        .and_then(|ruleset| ruleset.scope(Scope::from_all(abi)))
        .and_then(Ruleset::create)
        .and_then(|ruleset| {
            ruleset.add_rules(path_beneath_rules(&rules.read, AccessFs::from_read(abi)))
        })
        .and_then(|ruleset| {
            ruleset.add_rules(path_beneath_rules(&rules.write, AccessFs::from_all(abi)))
        })
        .and_then(|ruleset| ruleset.restrict_self())
        .map_err(io::Error::other)?;
    match status.ruleset {
        RulesetStatus::NotEnforced => Err(io::Error::other("the kernel has no landlock")),
        _ => Ok(()),
    }
}

/// Root inside is root in name only. What was never there need not be dropped.
fn drop_capabilities() {
    for capability in CapabilitySet::all().iter() {
        let _ = rustix::thread::remove_capability_from_bounding_set(capability);
    }
    let none = CapabilitySet::empty();
    let sets = CapabilitySets { effective: none, permitted: none, inheritable: none };
    let _ = rustix::thread::set_capabilities(None, sets);
}
