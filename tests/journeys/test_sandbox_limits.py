"""What a function must not reach, and memory that it must not take past its MemorySize, tried from inside.

Each promise is tried with the layers that it belongs to: all of them, a closed network, a machine without
namespaces (landlock and the filter of system calls are left), and one that has only the filter; by forked
Python and by a launched executable."""

import json
import os
import re
import subprocess
import sys

import pytest
from conftest import Server, make_function, make_provided
from test_sandbox import DENIED, LACKING, PROBE

X86 = pytest.mark.skipif(os.uname().machine != "x86_64", reason="the numbers are of x86-64")
ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="makes an /etc of its own")
pytestmark = [X86, ROOT]

# Gives the server an /etc as two distributions have it together, with private keys in it.
KEYS = """
mount --make-rprivate / && mkdir "$0/upper" "$0/work" &&
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$0/upper,workdir=$0/work" /etc || exit 1
mkdir -p /etc/ssl/private /etc/pki/tls/private /etc/pki/tls/certs /etc/pki/ca-trust/extracted/pem
cp /etc/ssl/certs/ca-certificates.crt /etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem
ln -s /etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem /etc/pki/tls/certs/ca-bundle.crt
ln -s certs/ca-bundle.crt /etc/pki/tls/cert.pem
ln -s ../private/key.pem /etc/pki/tls/certs/linked.pem
for key in ssl/private/key.pem pki/tls/private/key.pem pki/tls/certs/key.pem; do
  echo "-----BEGIN PRIVATE KEY-----" > /etc/$key; chmod 600 /etc/$key
done
exec "$@"
"""
KEY_FILES = ["/etc/ssl/private/key.pem", "/etc/pki/tls/private/key.pem", "/etc/pki/tls/certs/key.pem",
             "/etc/pki/tls/certs/linked.pem", "/usr/lib/ssl/private/key.pem"]

# What fails, as on a machine that lacks it: unshare for mounts and processes, landlock's first call.
NO_NAMESPACES = (272, 0x20020000)
NO_LANDLOCK = (444, 0)
SETUPS = {
    "all layers": ([], []),
    "closed network": ([], ["--function-network", "closed"]),
    "no namespaces": ([NO_NAMESPACES], []),
    "only the filter": ([NO_NAMESPACES, NO_LANDLOCK], []),
}
# The same function as an executable that is launched.
LAUNCHED = f"""#!{sys.executable if sys.executable.startswith("/usr/") else "/usr/bin/python3"}
{PROBE}
import http.client, json
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    answer = api.getresponse()
    event = json.loads(answer.read())
    at = "/2018-06-01/runtime/invocation/" + answer.headers["Lambda-Runtime-Aws-Request-Id"]
    api.request("POST", at + "/response", json.dumps(handler(event, None)))
    api.getresponse().read()
"""
# Listed apart, so that a test names the setups it holds in.
FORKED, LAUNCH = "forked", "launched"


class Setups:
    """Servers by setup, started when they are first needed; each has a function of either kind."""

    def __init__(self, factory):
        self.factory = factory
        self.servers = {}

    def get(self, setup):
        if setup not in self.servers:
            folder = self.factory.mktemp(setup.replace(" ", "-"))
            lacking, options = SETUPS[setup]
            wrapper = ["unshare", "-m", "sh", "-c", KEYS, str(folder)]
            for number, mask in lacking:
                wrapper += [sys.executable, "-c", LACKING, str(number), str(mask), "1"]
            server = self.servers[setup] = Server(folder, options=["--ephemeral", *options], wrapper=wrapper)
            make_function(server, FORKED, PROBE, Timeout=60, MemorySize=256)
            make_provided(server, LAUNCH, LAUNCHED, Timeout=60, MemorySize=256)
            for name in (FORKED, LAUNCH):
                server.client("lambda").get_waiter("function_active_v2").wait(FunctionName=name)
        return self.servers[setup]

    def invoke(self, setup, kind, code, **event):
        """What the function says, and whether it failed."""
        server = self.get(setup)
        answer = server.client("lambda").invoke(FunctionName=kind, Payload=json.dumps({"code": code, **event}))
        return json.loads(answer["Payload"].read()), answer.get("FunctionError")

    def inside(self, setup, kind, code, **event):
        """The `result` of code that is run inside."""
        document, error = self.invoke(setup, kind, code, **event)
        assert error is None, document
        return document


@pytest.fixture(scope="module")
def setups(tmp_path_factory):
    setups = Setups(tmp_path_factory)
    yield setups
    for server in setups.servers.values():
        server.stop()


def in_setups(*names):
    """A test for both kinds of function in each of these setups."""
    return lambda test: pytest.mark.parametrize("kind", [FORKED, LAUNCH])(
        pytest.mark.parametrize("setup", names)(test))


@in_setups("all layers", "no namespaces")
def test_certificates_are_there_and_private_keys_are_not(setups, setup, kind):
    seen = setups.inside(setup, kind, """
import ssl
result = {path: attempt(read, path) for path in event["keys"]}
result["folders"] = [attempt(os.listdir, path) for path in ("/etc/ssl/private", "/etc/pki/tls/private")]
result["trusted"] = ssl.create_default_context().cert_store_stats()["x509_ca"] > 10
result["bundles"] = [attempt(read, path)[:5] for path in ("/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/cert.pem", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem")]
result["openssl"] = "ENOENT" not in attempt(read, "/etc/ssl/openssl.cnf")
""", keys=KEY_FILES)
    assert seen.pop("trusted") and seen.pop("openssl")
    assert seen.pop("bundles") == ["-----"] * 4
    assert set(seen.pop("folders")) <= DENIED
    assert set(seen) == set(KEY_FILES) and set(seen.values()) <= DENIED, seen


@in_setups("all layers", "closed network", "no namespaces")
def test_sockets_are_of_the_families_that_programs_use(setups, setup, kind):
    seen = setups.inside(setup, kind, """
def make(*arguments):
    with socket.socket(*arguments): return "made"
def pair(family):
    ends = ctypes.c_int * 2
    ctypes.set_errno(0)
    return libc.socketpair(family, 1, 0, ends()) and errno.errorcode[ctypes.get_errno()]
result = {
    "families": [attempt(make, family, socket.SOCK_STREAM) for family in range(50)],
    "pairs": [pair(family) for family in (40, 30)],
    "netlink": [attempt(make, socket.AF_NETLINK, socket.SOCK_RAW, protocol) for protocol in range(23)],
    "over IP": {protocol: attempt(make, socket.AF_INET, kind, protocol) for kind, protocol in
                ((1, 6), (2, 17), (1, 262), (1, 132), (5, 132), (6, 33), (2, 115), (2, 136), (1, 256))},
    "others": [attempt(make, socket.AF_INET6, socket.SOCK_DGRAM), socket.getaddrinfo("localhost", 80) != [],
               [name for _, name in socket.if_nameindex()] != []],
}
""")
    families = seen["families"]
    assert {n for n, said in enumerate(families) if said == "made"} == {1, 2, 10}, families
    # Netlink has no streams; packet sockets are refused by name.
    assert (families[16], families[17]) == ("ESOCKTNOSUPPORT", "EPERM")
    assert all(said == "EAFNOSUPPORT" for n, said in enumerate(families) if n not in (1, 2, 10, 16, 17)), families
    assert seen["pairs"] == ["EAFNOSUPPORT"] * 2
    assert seen["netlink"] == ["made"] + ["EPROTONOSUPPORT"] * 22
    over = seen["over IP"]
    assert over.pop("6") == over.pop("17") == "made" and over.pop("262") in ("made", "ENOPROTOOPT")
    assert set(over.values()) == {"EPROTONOSUPPORT"}, over
    assert seen["others"] == ["made", True, True]


# Numbers of x86-64 and of Linux's common table.
NEWER = {"open_tree_attr": (467, "EPERM"), "process_mrelease": (448, "EPERM"), "statmount": (457, "ENOSYS"),
         "listmount": (458, "ENOSYS"), "listns": (470, "ENOSYS"), "lsm_get_self_attr": (459, "ENOSYS"),
         "lsm_set_self_attr": (460, "ENOSYS"), "lsm_list_modules": (461, "ENOSYS"), "file_setattr": (469, "ENOSYS"),
         "memfd_create": (319, "ENOSYS"), "memfd_secret": (447, "ENOSYS"), "vmsplice": (278, "ENOSYS")}


@in_setups("all layers", "no namespaces", "only the filter")
def test_newer_calls_are_refused(setups, setup, kind):
    numbers = {name: number for name, (number, _) in NEWER.items()}
    seen = setups.inside(setup, kind, "result = {n: syscall(c, 0, 0, 0, 0, 0) for n, c in event['calls'].items()}",
                         calls=numbers)
    assert seen == {name: error for name, (_, error) in NEWER.items()}


# Each does to the server's process what would change or end it; signal 0 only asks.
TO_ANOTHER = """
server = event["server"]
limit = (ctypes.c_uint64 * 2)(8, 8)
affinity, parameter = ctypes.c_uint64(1), ctypes.c_int(0)
attributes = (ctypes.c_uint32 * 14)(56)
refer = ctypes.byref
result = {
    "prlimit64": syscall(302, server, 7, refer(limit), 0),
    "prlimit64, asking": syscall(302, server, 7, 0, refer(limit)),
    "sched_setaffinity": syscall(203, server, 8, refer(affinity)),
    "sched_setparam": syscall(142, server, refer(parameter)),
    "sched_setscheduler": syscall(144, server, 3, refer(parameter)),
    "sched_setattr": syscall(314, server, refer(attributes), 0),
    "setpriority": syscall(141, 0, server, 19),
    "setpriority of a group": syscall(141, 1, server, 19),
    "setpriority of the user": syscall(141, 2, 0, 19),
    "ioprio_set": syscall(251, 1, server, 3 << 13),
    "ioprio_set of the user": syscall(251, 3, 0, 3 << 13),
    "migrate_pages": syscall(256, server, 0, 0, 0),
    "move_pages": syscall(279, server, 0, 0, 0, 0, 0),
    "get_robust_list": syscall(274, server, 0, 0),
    "pidfd_open": syscall(434, server, 0),
    "pidfd_getfd": syscall(438, 0, 0, 0),
    "process_madvise": syscall(440, 0, 0, 0, 0, 0),
    "kcmp": syscall(312, server, server, 0, 0, 0),
    "PR_SCHED_CORE": syscall(157, 62, 2, server, 0, 0),
}
"""
SIGNALS = """
result |= {
    "kill": syscall(62, server, 0), "kill all": syscall(62, -1, 0), "its group": syscall(62, -server, 0),
    "tkill": syscall(200, server, 0), "tgkill": syscall(234, server, server, 0),
    "rt_sigqueueinfo": syscall(129, server, 0, (ctypes.c_char * 128)()),
    "rt_tgsigqueueinfo": syscall(297, server, server, 0, (ctypes.c_char * 128)()),
    "pidfd_send_signal": syscall(424, 0, 0, 0, 0),
}
with open("/dev/null") as file:
    result["F_SETOWN"] = syscall(72, file.fileno(), 8, server)
    result["FIOSETOWN"] = syscall(16, file.fileno(), 0x8901, 0)
"""
# What the C library does for programs goes on.
TO_ITSELF = """
import resource
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (soft - 1, hard))
lowered = resource.getrlimit(resource.RLIMIT_NOFILE)[0] == soft - 1
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
os.sched_setaffinity(0, os.sched_getaffinity(0))
os.setpriority(os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, 0))
os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
child = subprocess.Popen(["sleep", "60"])
child.terminate()
result = [lowered, child.wait(), os.nice(0) >= 0]
"""


@in_setups("all layers", "no namespaces", "only the filter")
def test_calls_on_other_processes_are_refused(setups, setup, kind):
    server = setups.get(setup)
    about = [f"/proc/{server.process.pid}/limits", f"/proc/{server.process.pid}/autogroup"]
    before = [open(path).read() for path in about]
    code = TO_ANOTHER + ("" if setup == "no namespaces" else SIGNALS)
    seen = setups.inside(setup, kind, code, server=server.process.pid)
    if setup == "all layers":
        # Here the server has no number. What is refused all the same is refused to everybody.
        own = {name for name in seen if name.split()[-1] in ("user", "all")} | {"F_SETOWN", "FIOSETOWN", "PR_SCHED_CORE"}
        assert {said for name, said in seen.items() if name not in own} <= {*DENIED, "EBADF", "EFAULT", "EINVAL"}, seen
    else:
        assert set(seen.values()) == {"EPERM"}, seen
    assert [open(path).read() for path in about] == before
    assert setups.inside(setup, kind, TO_ITSELF) == [True, -15, True]


@in_setups("all layers", "no namespaces")
def test_proc_does_not_tell_of_the_machine(setups, setup, kind):
    paths = ["1/mountinfo", "1/mounts", "1/status", "1/environ", "1/cgroup", "kpagecount", "kpageflags",
             "kpagecgroup", "vmallocinfo", "slabinfo", "kallsyms", "timer_list", "sched_debug", "keys", "key-users",
             "modules", "iomem", "ioports", "pagetypeinfo", "latency_stats", "kcore", "kmsg"]
    seen = setups.inside(setup, kind, """
result = {path: attempt(read, "/proc/" + path) for path in event["paths"]}
result["known"] = [len(attempt(read, "/proc/" + path)) > 20 for path in
                   ("self/status", "self/mountinfo", "cpuinfo", "meminfo", "stat", "version")]
""", paths=paths)
    assert seen.pop("known") == [True] * 6
    assert {said or "empty" for said in seen.values()} <= {*DENIED, "empty"}, seen


# Each takes a gigabyte or more where it can, and says what stopped it after how much.
REFUSED = {
    "segments": """
IPC_PRIVATE, size, taken, libc.shmat.restype = 0, 16 << 20, 0, ctypes.c_void_p
while taken < 1 << 30:
    ctypes.set_errno(0)
    segment = libc.shmget(IPC_PRIVATE, size, 0o1600)
    if segment < 0: break
    at = libc.shmat(segment, None, 0)
    ctypes.memset(at, 1, size)
    libc.shmdt(ctypes.c_void_p(at))
    taken += size
result = [taken >> 20, errno.errorcode[ctypes.get_errno()]]
""",
    "messages": """
taken, text = 0, (ctypes.c_char * 8200)(1)
while taken < 1 << 29:
    ctypes.set_errno(0)
    queue = libc.msgget(0, 0o1600)
    if queue < 0: break
    while libc.msgsnd(queue, text, 8192, 0o4000) == 0: taken += 8192
result = [taken >> 20, errno.errorcode[ctypes.get_errno()]]
""",
    "semaphores": """
taken = 0
while taken < 1 << 21:
    ctypes.set_errno(0)
    if libc.semget(0, 250, 0o1600) < 0: break
    taken += 250
result = [taken * 64 >> 20, errno.errorcode[ctypes.get_errno()]]
""",
    "pipes": """
import fcntl
pipe = os.pipe()
result = [fcntl.fcntl(pipe[0], 1032) >> 20, attempt(fcntl.fcntl, pipe[0], 1031, 1 << 20)]
os.close(pipe[0]); os.close(pipe[1])
""",
    "empty files": """
taken = 0
try:
    while taken < 1 << 16:
        open(f"/dev/shm/{taken}", "w").close()
        taken += 1
    result = [taken >> 10, "none"]
except OSError as e:
    result = [taken >> 10, errno.errorcode[e.errno]]
for n in range(taken): os.unlink(f"/dev/shm/{n}")
""",
}
LIMITS = {"segments": (64, "ENOSPC"), "messages": (1, "ENOSPC"), "semaphores": (2, "ENOSPC"), "pipes": (0, "EPERM"),
          "empty files": (4, "ENOSPC")}


@pytest.mark.parametrize("kind", [FORKED, LAUNCH])
def test_files_in_shared_memory_are_bounded_where_it_is_its_own(setups, kind):
    taken, error = setups.inside("all layers", kind, REFUSED["empty files"])
    most, expected = LIMITS["empty files"]
    assert taken <= most and error == expected, (taken, error)


@pytest.mark.parametrize("what", [what for what in REFUSED if what != "empty files"])
@in_setups("all layers", "no namespaces")
def test_memory_outside_of_processes_is_bounded(setups, setup, kind, what):
    taken, error = setups.inside(setup, kind, REFUSED[what])
    most, expected = LIMITS[what]
    if setup == "no namespaces" and what in ("segments", "messages", "semaphores"):
        most, expected = 0, "ENOSYS"
    assert taken <= most and error == expected, (taken, error)


def test_posix_queues_hold_little(setups):
    taken, error = setups.inside("all layers", FORKED, """
rt, taken = ctypes.CDLL("librt.so.1", use_errno=True), 0
attributes = (ctypes.c_long * 8)(0, 10, 8192)
while taken < 1000:
    queue = rt.mq_open(f"/q{taken}".encode(), os.O_CREAT | os.O_RDWR, 0o600, attributes)
    if queue < 0: break
    taken += 1
    os.close(queue)
result = [taken, errno.errorcode[ctypes.get_errno()]]
for n in range(taken): rt.mq_unlink(f"/q{n}".encode())
""")
    # Landlock refuses the very first.
    assert taken <= 10 and error in ("EMFILE", "ENOSPC", "EACCES"), (taken, error)


# Each takes a gigabyte and waits, in a function of 256 MB.
COUNTED = {
    "unix sockets": """
kept = []
def fill():
    while len(kept) < 450:
        left, right = socket.socketpair()
        left.setblocking(False)
        try:
            while left.send(bytes(8192)): pass
        except BlockingIOError: kept.append((left, right))
for _ in range(6):
    if os.fork() == 0:
        fill()
        time.sleep(60)
time.sleep(60)
""",
    "unix sockets with their senders gone": """
kept = []
for _ in range(6):
    if os.fork() == 0:
        while len(kept) < 900:
            left, right = socket.socketpair()
            left.setblocking(False)
            try:
                while left.send(bytes(8192)): pass
            except BlockingIOError: kept.append(right)
            left.close()
        time.sleep(60)
time.sleep(60)
""",
    "tcp": """
kept, listener = [], socket.create_server(("127.0.0.1", 0), backlog=500)
while len(kept) < 450:
    left = socket.create_connection(listener.getsockname())
    right, _ = listener.accept()
    left.setblocking(False)
    try:
        while left.send(bytes(1 << 16)): pass
    except BlockingIOError: kept.append((left, right))
time.sleep(60)
""",
    "tables of pages": """
import mmap
space = mmap.mmap(-1, 1 << 39, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000, prot=mmap.PROT_READ)
space.madvise(15)
for at in range(0, 1 << 39, 2 << 20): space[at]
time.sleep(60)
""",
    "shared pages given back": """
import mmap
kept = []
for _ in range(16):
    kept.append(mmap.mmap(-1, 64 << 20))
    for at in range(0, 64 << 20, 4096): kept[-1][at] = 1
    kept[-1].madvise(mmap.MADV_DONTNEED)
time.sleep(60)
""",
}


@pytest.mark.parametrize("what", COUNTED)
@in_setups("all layers", "closed network", "no namespaces")
def test_memory_that_is_in_no_resident_page_counts(setups, setup, kind, what):
    document, error = setups.invoke(setup, kind, COUNTED[what])
    assert (error, document["errorType"]) == ("Unhandled", "Runtime.ExitError"), document
    assert re.fullmatch(r"RequestId: \S+ Error: Runtime exited with error: signal: killed", document["errorMessage"])
    # The next one gets a new environment.
    assert setups.inside(setup, kind, "result = 7") == 7


HONEST = """
import asyncio, multiprocessing, sqlite3, tempfile
from multiprocessing import shared_memory
def work(n): return n * n
multiprocessing.set_start_method("fork", force=True)
kinds = []
memory = shared_memory.SharedMemory(create=True, size=1 << 20)
queue = multiprocessing.Queue()
def child():
    other = shared_memory.SharedMemory(name=memory.name)
    other.buf[0] = 42
    other.close()
    queue.put("done")
process = multiprocessing.Process(target=child)
process.start(); said = queue.get(timeout=20); process.join()
seen = memory.buf[0]
memory.close(); memory.unlink()
left, right = multiprocessing.Pipe()
left.send(1)
async def run():
    ran = await asyncio.create_subprocess_exec("true")
    return await ran.wait()
with sqlite3.connect(tempfile.mktemp()) as base: base.execute("create table t (a)")
many = [socket.socketpair() for _ in range(100)]
time.sleep(0.7)
callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda n: n + 1)
result = [said, seen, right.recv(), asyncio.run(run()), callback(1), len(many)]
"""
NODE = """
const { Worker } = require("worker_threads"), child = require("child_process"), os = require("os");
exports.handler = async () => {
  const add = new WebAssembly.Module(Uint8Array.from([0,97,115,109,1,0,0,0,1,7,1,96,2,127,127,1,127,3,2,1,0,7,7,1,3,97,
    100,100,0,0,10,9,1,7,0,32,0,32,1,106,11]));
  let sum = 0;
  const wasm = new WebAssembly.Instance(add).exports.add;
  for (let n = 0; n < 200000; n++) sum = wasm(sum, 1);
  const worker = new Worker("require('worker_threads').parentPort.postMessage(new SharedArrayBuffer(1024).byteLength)",
    { eval: true });
  const said = await new Promise((resolve, reject) => { worker.on("message", resolve); worker.on("error", reject); });
  const ran = child.spawnSync(process.execPath, ["-p", "1 + 1"], { encoding: "utf8" });
  os.setPriority(0, os.getPriority());
  return [sum, said, ran.stdout.trim(), os.cpus().length > 0, Object.keys(os.networkInterfaces())[0]];
};
"""


@in_setups("all layers", "no namespaces", "closed network")
def test_honest_programs_notice_nothing(setups, setup, kind):
    assert setups.inside(setup, kind, HONEST) == ["done", 42, 1, 0, 2, 100]
    if kind == LAUNCH:
        server = setups.get(setup)
        make_function(server, "node", NODE, runtime="nodejs20.x", Timeout=60, MemorySize=512)
        server.client("lambda").get_waiter("function_active_v2").wait(FunctionName="node")
        answer = server.client("lambda").invoke(FunctionName="node", Payload=b"{}")
        assert json.loads(answer["Payload"].read()) == [200000, 1024, "2", True, "lo"], answer.get("FunctionError")
