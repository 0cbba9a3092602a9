"""Shuts a forked environment in: the layers of its sandbox, as the server planned them.

The plan names everything; nothing is decided here. A layer that is planned and cannot be had is
an OSError, which ends the environment before any code of the function runs. The server's launcher
does the same steps for environments that are not forked.
"""

import ctypes
import os
import signal
import socket
import struct

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWPID, CLONE_NEWNET = 0x20000, 0x8000000, 0x20000000, 0x40000000
NETLINK_SOCK_DIAG = 4
RTM_NEWLINK, NLM_F_REQUEST_AND_ACK, IFF_UP = 16, 1 | 4, 1
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
MS_REMOUNT, MS_NOATIME, MS_NODIRATIME, MS_BIND, MS_REC = 32, 1024, 2048, 4096, 16384
MS_PRIVATE, MS_RELATIME = 1 << 18, 1 << 21
MNT_DETACH = 2
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 22, 2
SYS_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
SYS_LANDLOCK = 444
SYS_CAPSET = {"x86_64": 126, "aarch64": 91}
STATVFS_TO_MOUNT = ((1, MS_RDONLY), (2, MS_NOSUID), (4, MS_NODEV), (8, MS_NOEXEC),
                    (1024, MS_NOATIME), (2048, MS_NODIRATIME), (4096, MS_RELATIME))

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
libc.mount.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong,
                       ctypes.c_char_p)
machine = os.uname().machine


def check(what, result):
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, "%s: %s" % (what, os.strerror(number)))
    return result


def mount(source, target, kind, flags, data=None):
    encode = lambda text: None if text is None else os.fsencode(text)
    check("mount " + target, libc.mount(encode(source), encode(target), encode(kind), flags,
                                        encode(data)))


def fork(plan):
    """Forks; the child is the environment, in a process namespace of its own if planned. The
    parent gets its number, and that of the namespace's first process where it is the parent's
    child too."""
    if not plan.get("processes"):
        return os.fork(), None
    if plan.get("user"):
        return fork_with_guard(), None
    home = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        check("unshare", libc.unshare(CLONE_NEWPID))
        first = fork_first()
        try:
            return os.fork(), first
        except OSError:
            end_first(first)
            raise
        finally:
            # In the child this changes nothing that matters; its own namespace is made.
            libc.setns(home, CLONE_NEWPID)
    finally:
        os.close(home)


def fork_first():
    """Forks the first process of a namespace: it takes up orphans and does nothing else. So the
    environment is an ordinary process, on which signals act."""
    # It has capabilities, and sees the machine's files: nobody inside may look into it, from its
    # first moment on.
    libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    try:
        pid = os.fork()
    finally:
        if os.getpid() != 1:
            libc.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    if pid:
        return pid
    try:
        libc.prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
        signal.set_wakeup_fd(-1)
        # The kernel buries them.
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        os.closerange(0, 256)
        os.setsid()
        while True:
            signal.pause()
    finally:
        os._exit(1)


def end_first(pid):
    """Ends a namespace by its first process, once its other children of ours are buried."""
    try:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    except OSError:
        pass


def fork_with_guard():
    """Who is not root cannot come back from a process namespace, so a process in between goes.
    It ends as the environment ends, and takes it along."""
    pid = os.fork()
    if pid:
        return pid
    try:
        libc.prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
        os.setsid()
        check("unshare", libc.unshare(CLONE_NEWPID))
        first = fork_first()
        inner = os.fork()
        if inner == 0:
            return 0
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        os.closerange(3, 256)
        _, status = os.waitpid(inner, 0)
        end_first(first)
        if os.WIFSIGNALED(status):
            os.kill(os.getpid(), os.WTERMSIG(status))
        os._exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 1)
    except BaseException:
        os._exit(1)


def enter(plan, server=None):
    """Applies the plan to this process. `server` is a socket's descriptor through which it gets
    what is listened on in a network of the environment's own."""
    libc.prctl(PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    try:
        # Short of memory, the kernel shall end functions before anything else.
        write("/proc/self/oom_score_adj", "500")
    except OSError:
        pass
    if plan.get("group"):
        # Zero is the writer.
        write(plan["group"] + "/cgroup.procs", "0")
    if plan.get("network"):
        network(plan["network"], server)
    if plan.get("most_processes"):
        write("/proc/sys/kernel/pid_max", str(plan["most_processes"]))
    if plan.get("view"):
        change_root(plan["view"])
    limit(plan.get("limits", {}))
    check("no_new_privs", libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    if plan.get("landlock"):
        landlock(plan["landlock"])
    drop_capabilities()
    for program in plan.get("filters", ()):
        filter_calls(program)


def write(path, text):
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)


def network(ports, server):
    """A network with nothing but these ports on 127.0.0.1, handed to the server with a socket that
    tells what the sockets here hold."""
    check("unshare", libc.unshare(CLONE_NEWNET))
    loopback_up()
    listeners = []
    for port in ports:
        listeners.append(socket.socket())
        listeners[-1].bind(("127.0.0.1", port))
        listeners[-1].listen(128)
    handed = listeners + [socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM, NETLINK_SOCK_DIAG)]
    rights = struct.pack("%di" % len(handed), *[one.fileno() for one in handed])
    with socket.socket(fileno=server) as way:
        way.sendmsg([b"n"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
    for one in handed:
        one.close()


def loopback_up():
    """Asks the kernel, by rtnetlink(7); in a new network it is always the first device."""
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as kernel:
        header = struct.pack("=IHHII", 32, RTM_NEWLINK, NLM_F_REQUEST_AND_ACK, 0, 0)
        kernel.send(header + struct.pack("=IiII", 0, 1, IFF_UP, IFF_UP))
        code = struct.unpack_from("=i", kernel.recv(64), 16)[0]
    if code:
        raise OSError(-code, "loopback: " + os.strerror(-code))


def change_root(view):
    """An own view of the file system: what the plan binds, and nothing else."""
    # Shared memory and queues of System V and POSIX are files of a kind.
    check("unshare", libc.unshare(CLONE_NEWNS | CLONE_NEWIPC))
    for path, value in view["settings"].items():
        write(path, value)
    mount(None, "/", None, MS_REC | MS_PRIVATE)
    root = view["root"]
    mount("waterwheel", root, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755,size=1m")
    for at in view["dirs"]:
        os.makedirs(root + at, exist_ok=True)
    # Before the rest: what an interpreter needs may lie below the machine's /tmp.
    for fresh in view["fresh"]:
        os.makedirs(root + fresh["at"], exist_ok=True)
        mount("waterwheel", root + fresh["at"], "tmpfs", MS_NOSUID | MS_NODEV,
              "mode=1777,size=%d,nr_inodes=%d" % (fresh["bytes"], max(fresh["bytes"] >> 14, 64)))
    for bound in view["binds"]:
        bind(bound["from"], root + bound["to"], bound["write"])
    for link in view["links"]:
        os.makedirs(os.path.dirname(root + link["at"]), exist_ok=True)
        os.symlink(link["to"], root + link["at"])
    processes(root)
    for path in view["hidden"]:
        mount(root + "/dev/null", root + path, None, MS_BIND)
    os.chdir(root)
    check("pivot_root", libc.syscall(SYS_PIVOT_ROOT[machine], b".", b"."))
    check("umount", libc.umount2(b".", MNT_DETACH))
    mount(None, "/", None, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)
    os.chdir("/")


def processes(root):
    """Only processes that the environment may look into: the first of its namespace, which sees
    the machine's mounts, is none of them. Never to be written: the kernel's settings ask for
    root's number, not its capabilities."""
    os.makedirs(root + "/proc", exist_ok=True)
    # The option is there from Linux 5.8 on.
    for option in ("hidepid=4", None):
        try:
            mount("proc", root + "/proc", "proc", MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC,
                  option)
            return
        except OSError:
            pass
    bind("/proc", root + "/proc", False)


def bind(source, target, write):
    if os.path.isdir(source):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o644))
    mount(source, target, None, MS_BIND | MS_REC)
    if not write:
        has = os.statvfs(target).f_flag
        kept = sum(flag for bit, flag in STATVFS_TO_MOUNT if has & bit)
        mount(None, target, None, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | kept)


def limit(limits):
    import resource

    for name, value in limits.items():
        number = getattr(resource, name)
        _, hard = resource.getrlimit(number)
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        resource.setrlimit(number, (value, value))


def landlock(rules):
    abi = libc.syscall(SYS_LANDLOCK, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    if abi < 1:
        return
    handled = (1 << 13) - 1
    for since, bit in ((2, 13), (3, 14), (5, 15)):
        if abi >= since:
            handled |= 1 << bit
    # Execute, read a file, read a directory.
    reading = 1 << 0 | 1 << 2 | 1 << 3
    # The rights that a rule on a single file may hold.
    of_file = (1 << 0 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15) & handled
    scoped = 3 if abi >= 6 else 0
    fields = (ctypes.c_uint64 * 3)(handled, 0, scoped)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    ruleset = check("landlock", libc.syscall(
        SYS_LANDLOCK, ctypes.byref(fields), ctypes.c_size_t(size), ctypes.c_uint32(0)))
    for paths, access in ((rules["read"], reading), (rules["write"], handled)):
        for path in paths:
            allow(ruleset, path, access, of_file)
    check("landlock", libc.syscall(SYS_LANDLOCK + 2, ruleset, ctypes.c_uint32(0)))
    os.close(ruleset)


class PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def allow(ruleset, path, access, of_file):
    try:
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not os.path.isdir(path):
        access &= of_file
    rule = PathBeneath(access, parent)
    check("landlock " + path, libc.syscall(
        SYS_LANDLOCK + 1, ruleset, 1, ctypes.byref(rule), ctypes.c_uint32(0)))
    os.close(parent)


def drop_capabilities():
    """Root inside is root in name only."""
    for capability in range(64):
        if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) < 0:
            break
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    libc.syscall(SYS_CAPSET[machine], ctypes.byref(header), ctypes.byref((ctypes.c_uint32 * 6)()))


class Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("program", ctypes.c_void_p)]


def filter_calls(program):
    """Installs a filter of system calls; each number is an instruction as it lies in memory."""
    words = (ctypes.c_uint64 * len(program))(*program)
    filter = Filter(len(program), ctypes.addressof(words))
    check("seccomp", libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(filter), 0, 0))
