//! System calls that no function needs and that others have got out of sandboxes with: the filter
//! that refuses them, as a program for the kernel (seccomp(2), "filter mode").

use std::{collections::BTreeMap, sync::OnceLock};

use libc as c;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch, sock_filter,
};

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
    c::SYS_perf_event_open,
    c::SYS_pidfd_getfd,
    c::SYS_pivot_root,
    c::SYS_process_madvise,
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
/// `clone3`, whose flags no filter can read, and io_uring, whose work no filter sees.
const UNKNOWN: &[c::c_long] =
    &[c::SYS_clone3, c::SYS_io_uring_enter, c::SYS_io_uring_register, c::SYS_io_uring_setup];

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
pub(crate) fn filters() -> Option<&'static Vec<Vec<u64>>> {
    static FILTERS: OnceLock<Option<Vec<Vec<u64>>>> = OnceLock::new();
    FILTERS.get_or_init(|| build().ok()).as_ref()
}

fn build() -> Result<Vec<Vec<u64>>, seccompiler::BackendError> {
    let always = |call: &c::c_long| (*call, Vec::new());
    let mut forbidden: BTreeMap<i64, Vec<SeccompRule>> =
        FORBIDDEN.iter().chain(FORBIDDEN_HERE).map(always).collect();
    forbidden.insert(c::SYS_clone, makes_namespaces()?);
    let unknown = UNKNOWN.iter().map(always).collect();
    let filters = [program(forbidden, c::EPERM)?, program(unknown, c::ENOSYS)?];
    #[cfg(target_arch = "x86_64")]
    let filters = filters.into_iter().chain([NO_X32.to_vec()]);
    Ok(filters.into_iter().map(|filter| filter.iter().map(to_number).collect()).collect())
}

fn makes_namespaces() -> Result<Vec<SeccompRule>, seccompiler::BackendError> {
    let has = |flag: &c::c_int| {
        let flag = u64::from(flag.unsigned_abs());
        let masked = SeccompCmpOp::MaskedEq(flag);
        let set = SeccompCondition::new(0, SeccompCmpArgLen::Dword, masked, flag)?;
        SeccompRule::new(vec![set])
    };
    NAMESPACES.iter().map(has).collect()
}

fn program(
    rules: BTreeMap<i64, Vec<SeccompRule>>,
    error: c::c_int,
) -> Result<BpfProgram, seccompiler::BackendError> {
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    let refusal = SeccompAction::Errno(error.unsigned_abs());
    BpfProgram::try_from(SeccompFilter::new(rules, SeccompAction::Allow, refusal, arch)?)
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
        let filters = filters().unwrap();
        assert!(filters.iter().all(|filter| filter.len() < 400), "{}", filters[0].len());
        // A thread of its own, which keeps the filters.
        let seen = std::thread::spawn(move || {
            for filter in filters {
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
}
