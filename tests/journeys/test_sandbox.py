"""Functions that try to get out: what each line of docs/sandbox.md promises, tried from inside.

Each test asserts the fact inside the function, and `unharmed` that the server and the functions of
others go on."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from conftest import Server, binary, make_function, make_provided, wait_for

# A function that does what its event says.
PROBE = """
import ctypes, errno, os, signal, socket, subprocess, sys, time
libc = ctypes.CDLL(None, use_errno=True)

def attempt(call, *arguments):
    try:
        return call(*arguments)
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error))

def read(path):
    with open(path, "rb") as file:
        return file.read(200).decode(errors="replace")

def write(path, text="x"):
    with open(path, "w") as file:
        return file.write(text)

def syscall(number, *arguments):
    ctypes.set_errno(0)
    if libc.syscall(number, *arguments) >= 0:
        return "allowed"
    return errno.errorcode[ctypes.get_errno()]

def handler(event, context):
    scope = dict(globals(), event=event)
    exec(event["code"], scope)
    return scope.get("result")
"""
DENIED = {"ENOENT", "EACCES", "EPERM", "EROFS", "ESRCH", "ENOTDIR", "EXDEV", "ELOOP"}


def hidden(seen):
    """Whether nothing was to be had: an error, or an empty folder."""
    return seen == [] or isinstance(seen, str) and seen in DENIED


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("sandbox"))
    server.client("s3").create_bucket(Bucket="secret")
    server.client("s3").put_object(Bucket="secret", Key="k", Body=b"SECRET-OF-THE-DATA" * 10_000)
    for name in ("probe", "other"):
        make_function(server, name, PROBE, Timeout=60, MemorySize=512)
        server.client("lambda").get_waiter("function_active_v2").wait(FunctionName=name)
    yield server
    server.stop()


@pytest.fixture
def inside(server):
    """Runs code inside the function `probe`; gives its `result`. Afterwards all must be well."""

    def run(code, name="probe", **event):
        answer = server.client("lambda").invoke(
            FunctionName=name, Payload=json.dumps({"code": code, **event}))
        document = json.loads(answer["Payload"].read())
        assert "FunctionError" not in answer, document
        return document

    yield run
    unharmed(server)


def unharmed(server):
    """The server answers, keeps its data, and runs the functions of others."""
    assert server.process.poll() is None
    body = server.client("s3").get_object(Bucket="secret", Key="k")["Body"].read()
    assert body == b"SECRET-OF-THE-DATA" * 10_000
    answer = server.client("lambda").invoke(FunctionName="other", Payload=b'{"code": "result = 7"}')
    assert answer["Payload"].read() == b"7"


def test_its_own_code_cannot_be_written(inside):
    result = inside("""
result = {
    "change": attempt(write, "/var/task/app.py"),
    "add": attempt(write, "/var/task/new"),
    "remove": attempt(os.unlink, "/var/task/app.py"),
    "permit": attempt(os.chmod, "/var/task/app.py", 0o777),
    "runtime": attempt(write, "/var/runtime/waterwheel_bootstrap.py"),
    "system": attempt(write, "/usr/bin/new"),
    "root": attempt(write, "/new"),
}""")
    assert all(map(hidden, result.values())), result


def test_the_data_and_the_machines_files_are_not_there(inside, server):
    paths = [str(server.data_dir / "data"), str(server.data_dir / "server.log"), "/etc/shadow",
             "/etc/ssh", "/root/.cache/pip", "/root/.ssh", "/root/.aws", "/home", "/var/log", "/var/lib", "/sys", "/run", "/dev/mem"]
    result = inside("""
def look(path):
    return os.listdir(path) if os.path.isdir(path) else read(path)
result = {path: attempt(look, path) for path in event["paths"]}""", paths=paths)
    assert all(map(hidden, result.values())), result
    # Of the user's cache there is the way to what was installed for functions, and nothing beside it.
    for path, shown in [("/root/.cache", ["waterwheel"]), ("/root/.cache/waterwheel", ["runtimes"])]:
        found = inside("result = attempt(os.listdir, event['path'])", path=path)
        assert hidden(found) or found == shown, found


def test_proc_shows_nobody_else(inside, server):
    result = inside("""
own = [p for p in os.listdir("/proc") if p.isdigit()]
result = {"all": [[int(p), attempt(read, f"/proc/{p}/comm")] for p in own]}
for path in ["root/etc/shadow", "cwd/etc/passwd", "environ", "mem", "maps", "fd/0", "exe"]:
    result["1/" + path] = attempt(read, "/proc/1/" + path)
    result["server/" + path] = attempt(read, f"/proc/{event['server']}/{path}")
for path in ["fd", "root", "task/1/fd", "map_files"]:
    result["list 1/" + path] = attempt(os.listdir, "/proc/1/" + path)
for path in ["ns/mnt", "ns/pid", "cwd"]:
    result["link 1/" + path] = attempt(os.readlink, "/proc/1/" + path)
result["readlink"] = attempt(os.readlink, "/proc/1/root")
result["settings"] = attempt(write, "/proc/sys/kernel/core_pattern", "|/bin/false")
result["count"] = attempt(write, "/proc/sys/kernel/pid_max", "4000000")
result["sysrq"] = attempt(write, "/proc/sysrq-trigger", "h")
result["kcore"] = attempt(read, "/proc/kcore")
""", server=server.process.pid)
    everyone = dict(result.pop("all"))
    # Itself, by a small number; the first of its namespace is hidden as well.
    assert len(everyone) == 1 and 1 < min(everyone) < 10, everyone
    assert all(map(hidden, result.values())), result


def test_other_functions_are_out_of_reach(inside):
    mark = f"mark-{os.urandom(8).hex()}"
    secret = inside("""
write("/tmp/" + event["mark"]); write("/dev/shm/" + event["mark"])
result = os.environ["AWS_SECRET_ACCESS_KEY"]""", name="other", mark=mark)
    result = inside("""
found, secrets = [], []
for top in ["/tmp", "/dev", "/var", "/mnt", "/opt", "/proc/1/root/tmp", "/proc/self/root/tmp"]:
    for folder, _, names in os.walk(top):
        found += [folder for name in names if name == event["mark"]]
for pid in [p for p in os.listdir("/proc") if p.isdigit()]:
    seen = attempt(lambda: open(f"/proc/{pid}/environ").read())
    secrets.append(event["secret"] in seen)
result = [found, any(secrets)]""", mark=mark, secret=secret)
    assert result == [[], False]
    assert not os.path.exists(f"/dev/shm/{mark}")


def test_open_files_are_its_own(inside):
    links = inside("""
result = [attempt(os.readlink, "/proc/self/fd/" + fd) for fd in sorted(os.listdir("/proc/self/fd"))]""")
    # Nothing, the log twice, the Runtime API, and what the question itself had open.
    kinds = sorted(re.sub(r"[:\[].*", "", link) for link in links if link != "ENOENT")
    assert kinds.count("pipe") <= 2 and kinds.count("socket") <= 1, links
    listing = {kind for kind in kinds if re.fullmatch(r"/proc/\d+/fd", kind)}
    assert set(kinds) - listing <= {"pipe", "socket", "/dev/null", "/dev/urandom"} and len(listing) <= 1, links


def test_signals_reach_nobody_else(inside, server):
    result = inside("""
result = {str(pid): attempt(os.kill, pid, signal.SIGKILL) for pid in (event["server"], event["server"] + 1)}
result["first"] = attempt(os.kill, 1, signal.SIGKILL)
result["all"] = attempt(os.kill, -1, signal.SIGKILL)
result["trace"] = libc.ptrace(16, event["server"], 0, 0)
""", server=server.process.pid)
    assert result.pop("trace") == -1
    # To all means to all of the namespace but the sender and its first process.
    assert result.pop("all") in (None, *DENIED)
    assert all(map(hidden, result.values())), result


# Numbers of x86-64: what gets out of a sandbox, or at the kernel.
CALLS = {
    "ptrace": (101, "EPERM"), "unshare user": (272, "EPERM"), "setns": (308, "EPERM"),
    "mount": (165, "EPERM"), "umount": (166, "EPERM"), "pivot_root": (155, "EPERM"),
    "chroot": (161, "EPERM"), "open_tree": (428, "EPERM"), "move_mount": (429, "EPERM"),
    "fsopen": (430, "EPERM"), "bpf": (321, "EPERM"), "perf_event_open": (298, "EPERM"),
    "keyctl": (250, "EPERM"), "add_key": (248, "EPERM"), "request_key": (249, "EPERM"),
    "process_vm_readv": (310, "EPERM"), "process_vm_writev": (311, "EPERM"),
    "kexec_load": (246, "EPERM"), "kexec_file_load": (320, "EPERM"), "init_module": (175, "EPERM"),
    "finit_module": (313, "EPERM"), "delete_module": (176, "EPERM"), "userfaultfd": (323, "EPERM"),
    "open_by_handle_at": (304, "EPERM"), "swapon": (167, "EPERM"), "reboot": (169, "EPERM"),
    "acct": (163, "EPERM"), "quotactl": (179, "EPERM"), "iopl": (172, "EPERM"),
    "settimeofday": (164, "EPERM"), "sethostname": (170, "EPERM"),
    "io_uring_setup": (425, "ENOSYS"), "clone3": (435, "ENOSYS"),
    "x32 ptrace": (0x40000000 + 521, "ENOSYS"), "x32 getpid": (0x40000000 + 39, "ENOSYS"),
}


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the numbers are of x86-64")
def test_system_calls_that_lead_out_are_refused(inside):
    numbers = {name: number for name, (number, _) in CALLS.items()}
    result = inside("result = {n: syscall(c, 0x10000000, 0, 0, 0, 0) for n, c in event['calls'].items()}",
                    calls=numbers)
    assert result == {name: error for name, (_, error) in CALLS.items()}
    # With a namespace flag, clone is refused; without, processes are made as ever.
    assert inside("result = [syscall(56, 0x10000000 | 17, 0, 0, 0, 0), "
                  "subprocess.run(['true']).returncode]") == ["EPERM", 0]


def test_privileges_are_gone_for_good(inside):
    status = inside("result = dict(line.split(':\\t', 1) for line in open('/proc/self/status') if ':\\t' in line)")
    assert status["NoNewPrivs"].strip() == "1" and status["Seccomp"].strip() == "2"
    for kind in ("CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb"):
        assert int(status[kind], 16) == 0, (kind, status[kind])
    left = inside("""
run = lambda *words: subprocess.run(words, capture_output=True, text=True).returncode
result = [run("mount", "-t", "tmpfs", "none", "/tmp"), run("unshare", "-Ur", "true"), run("su", "-c", "true", "nobody")]
""")
    assert all(left), left


def test_a_fork_bomb_is_the_functions_own_affair(server, name):
    make_function(server, name, """
import os
def handler(event, context):
    if event: return "fine"
    while True:
        try:
            os.fork()
        except OSError:
            pass
""", Timeout=10, MemorySize=1024)
    client = server.client("lambda")
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    answers = []
    bomb = threading.Thread(target=lambda: answers.append(client.invoke(FunctionName=name, Payload=b"0")))
    bomb.start()
    while bomb.is_alive():
        unharmed(server)
        bomb.join(0.2)
    document = json.loads(answers[0]["Payload"].read())
    assert answers[0]["FunctionError"] == "Unhandled"
    assert document["errorType"] in ("Sandbox.Timedout", "Runtime.ExitError"), document
    assert client.invoke(FunctionName=name, Payload=b"1")["Payload"].read() == b'"fine"'
    unharmed(server)


@pytest.mark.parametrize("how", ["itself", "a child", "a thread's child", "shared memory"])
def test_memory_beyond_its_size_ends_it(server, name, how):
    hog = "x = b'x' * (400 << 20); import time; time.sleep(60)"
    code = {
        "itself": f"exec({hog!r})",
        "a child": f"subprocess.run([sys.executable, '-c', {hog!r}])",
        "a thread's child": f"t = threading.Thread(target=subprocess.run, args=([sys.executable, '-c', {hog!r}],)); "
                            "t.start(); t.join()",
        "shared memory": "m = mmap.mmap(-1, 400 << 20); [m.seek(n << 12) or m.write(b'x') for n in range(400 << 8)]; "
                         "time.sleep(60)",
    }[how]
    make_function(server, name, f"import mmap, subprocess, sys, threading, time\ndef handler(event, context):\n    {code}\n",
                  Timeout=60, MemorySize=256)
    client = server.client("lambda")
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    answer = client.invoke(FunctionName=name, LogType="Tail")
    document = json.loads(answer["Payload"].read())
    assert (answer["FunctionError"], document["errorType"]) == ("Unhandled", "Runtime.ExitError")
    assert re.fullmatch(r"RequestId: \S+ Error: Runtime exited with error: signal: killed", document["errorMessage"])
    unharmed(server)


def test_open_files_have_a_limit(inside):
    count, error = inside("""
files = []
try:
    while True: files.append(os.open("/dev/null", os.O_RDONLY))
except OSError as e:
    result = [len(files), errno.errorcode[e.errno]]
for file in files: os.close(file)
""")
    assert error == "EMFILE" and 900 < count < 1024


def test_tmp_has_its_size(inside):
    size, error = inside("""
size = 0
try:
    with open("/tmp/big", "wb", buffering=0) as file:
        while True: size += file.write(bytes(1 << 20))
except OSError as e:
    result = [size >> 20, errno.errorcode[e.errno]]
finally:
    os.unlink("/tmp/big")
""")
    assert error == "ENOSPC" and 500 <= size <= 512


def test_nothing_is_left_on_the_machine(inside):
    mark = f"mark-{os.urandom(8).hex()}"
    key = 0x7000000 + os.getpid()
    result = inside("""
result = {path: attempt(write, path + event["mark"]) for path in
          ["/tmp/", "/dev/shm/", "/var/tmp/", "/dev/", "/run/", "/opt/", "/mnt/"]}
result["shm"] = libc.shmget(event["key"], 4096, 0o1666) >= 0
result["queue"] = libc.msgget(event["key"], 0o1666) >= 0
""", mark=mark, key=key)
    assert result.pop("/tmp/") == result.pop("/dev/shm/") == 1
    assert result.pop("shm") and result.pop("queue")
    assert all(map(hidden, result.values())), result
    for folder in ("/tmp", "/dev/shm", "/var/tmp"):
        assert mark not in os.listdir(folder)
    assert f"0x{key:08x}" not in subprocess.run(["ipcs"], capture_output=True, text=True, check=True).stdout
    assert inside("result = libc.shmget(event['key'], 0, 0)", name="other", key=key) == -1


def test_links_lead_nowhere(inside, server):
    targets = ["/etc/shadow", str(server.data_dir / "server.log"), "/proc/1/root/etc/shadow",
               "../../../../../../etc/shadow", "/proc/1/environ"]
    result = inside("""
result = []
for n, target in enumerate(event["targets"]):
    os.symlink(target, f"/tmp/link{n}")
    result.append(attempt(read, f"/tmp/link{n}"))
    os.unlink(f"/tmp/link{n}")
for target in ["/var/task/app.py", "/etc/passwd", "/usr/bin/env"]:
    result.append(attempt(os.link, target, "/tmp/hard"))
result.append(attempt(lambda: os.open("/tmp", os.O_TMPFILE | os.O_RDWR) and os.rename("/var/task/app.py", "/tmp/x")))
""", targets=targets)
    assert all(map(hidden, result)), result


def test_sockets_of_the_machine(inside, server):
    host = f"\0waterwheel-test-{os.urandom(4).hex()}"
    with socket.socket(socket.AF_UNIX) as abstract, socket.create_server(("127.0.0.1", 0)) as loopback:
        abstract.bind(host)
        abstract.listen()
        result = inside("""
def connect(family, address):
    with socket.socket(family) as s: s.connect(address)
result = {
    "abstract": attempt(connect, socket.AF_UNIX, event["abstract"]),
    "raw": attempt(socket.socket, socket.AF_INET, socket.SOCK_RAW, 1),
    "packet": attempt(socket.socket, socket.AF_PACKET, socket.SOCK_RAW),
    "loopback": attempt(connect, socket.AF_INET, ("127.0.0.1", event["port"])),
}""", abstract=host, port=loopback.getsockname()[1])
    # Any service on loopback can be reached: it is said so in docs/sandbox.md.
    assert result == {"abstract": "EPERM", "raw": "EPERM", "packet": "EPERM", "loopback": None}


def test_the_runtime_api_of_another_is_closed(inside, server):
    address = inside("result = os.environ['AWS_LAMBDA_RUNTIME_API']", name="other")
    ask = """
def ask(method, path, body=b""):
    with socket.create_connection(address.rsplit(":", 1), timeout=20) as s:
        s.sendall(f"{method} /2018-06-01/runtime/{path} HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n"
                  f"Content-Length: {len(body)}\\r\\n\\r\\n".encode() + body)
        return s.recv(4096).decode().split("\\r\\n")[0]
result = [ask("GET", "invocation/next"), ask("POST", "init/error", b"{}"),
          ask("POST", "invocation/00000000-0000-4000-8000-000000000000/response", b"1")]
"""
    refused = ["HTTP/1.1 403 Forbidden"] * 3
    assert inside(f"address = {address!r}\n" + ask) == refused
    # Nor may anybody else on this machine ask.
    scope = {"address": address, "socket": socket}
    exec(ask, scope)
    assert scope["result"] == refused
    # A child of its own may.
    own = inside("import sys\nresult = subprocess.run([sys.executable, '-c', "
                 "'import os, socket; address = os.environ[\"AWS_LAMBDA_RUNTIME_API\"]\\n' + event['ask'] + "
                 "'\\nprint(result[2])'], capture_output=True, text=True).stdout",
                 ask=ask.replace('ask("GET", "invocation/next")', '0').replace('ask("POST", "init/error", b"{}")', '0'))
    assert own == "HTTP/1.1 400 Bad Request\n"


NODE = """
const fs = require("fs"), child = require("child_process");
const attempt = (call) => { try { return String(call()); } catch (error) { return error.code || String(error); } };
exports.handler = async (event) => ({
  read: event.read.map((path) => attempt(() => fs.readdirSync(path).length)),
  write: event.write.map((path) => attempt(() => fs.writeFileSync(path, "x"))),
  kill: attempt(() => process.kill(event.server, "SIGKILL")),
  pids: fs.readdirSync("/proc").filter((name) => /^[0-9]+$/.test(name)).length,
  status: fs.readFileSync("/proc/self/status", "utf8"),
  mounted: child.spawnSync("mount", ["-t", "tmpfs", "none", "/tmp"]).status,
  tmp: attempt(() => fs.writeFileSync("/tmp/x", "x")),
});
"""
PROVIDED = """#!/usr/bin/env python3
import http.client, json, os, subprocess
def attempt(call):
    try: return str(call())
    except OSError as error: return {1: "EPERM", 2: "ENOENT", 3: "ESRCH", 13: "EACCES", 30: "EROFS"}.get(error.errno)
def probe(event):
    return {
        "read": [attempt(lambda: len(os.listdir(path))) for path in event["read"]],
        "write": [attempt(lambda: open(path, "w").write("x")) for path in event["write"]],
        "kill": attempt(lambda: os.kill(event["server"], 9)),
        "pids": sum(name.isdigit() for name in os.listdir("/proc")),
        "status": open("/proc/self/status").read(),
        "mounted": subprocess.run(["mount", "-t", "tmpfs", "none", "/tmp"], stderr=-3).returncode,
        "tmp": attempt(lambda: open("/tmp/x", "w").close()),
    }
api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    answer = api.getresponse()
    event = json.loads(answer.read())
    at = "/2018-06-01/runtime/invocation/" + answer.headers["Lambda-Runtime-Aws-Request-Id"]
    api.request("POST", at + "/response", json.dumps(probe(event)))
    api.getresponse().read()
"""


@pytest.mark.parametrize("runtime", ["nodejs20.x", "provided.al2023"])
def test_other_runtimes_are_shut_in_as_well(server, name, runtime):
    client = server.client("lambda")
    if runtime == "provided.al2023":
        make_provided(server, name, PROVIDED, Timeout=30, MemorySize=512)
    else:
        make_function(server, name, NODE, runtime=runtime, Timeout=30, MemorySize=512)
    client.get_waiter("function_active_v2").wait(FunctionName=name)
    event = {
        "read": [str(server.data_dir), "/root/.cache/pip", "/proc/1/root", "/proc/1/cwd", f"/proc/{server.process.pid}"],
        "write": ["/var/task/new", "/usr/new", "/proc/sys/kernel/core_pattern"],
        "server": server.process.pid,
    }
    answer = client.invoke(FunctionName=name, Payload=json.dumps(event))
    seen = json.loads(answer["Payload"].read())
    assert "FunctionError" not in answer, seen
    assert set(seen["read"]) <= DENIED and set(seen["write"]) <= DENIED and seen["kill"] in DENIED, seen
    assert seen["pids"] <= 2 and seen["mounted"] != 0 and seen["tmp"] in ("None", "undefined"), seen
    for line in (r"NoNewPrivs:\t1", r"Seccomp:\t2", r"CapEff:\t0+\n", r"CapBnd:\t0+\n"):
        assert re.search(line, seen["status"]), line
    unharmed(server)


# Runs a command on a machine that lacks something: one system call, or some of its flags, fails.
LACKING = """
import ctypes, os, struct, sys
number, mask, error = (int(word) for word in sys.argv[1:4])
ask = [(0x20, 0, 0, 16), (0x45, 0, 1, mask)] if mask else []
program = [(0x20, 0, 0, 0), (0x15, 0, len(ask) + 1, number), *ask, (6, 0, 0, 0x50000 | error), (6, 0, 0, 0x7fff0000)]
code = b"".join(struct.pack("HBBI", *one) for one in program)
buffer = ctypes.create_string_buffer(code)
filter = struct.pack("HxxxxxxQ", len(program), ctypes.addressof(buffer))
libc = ctypes.CDLL(None, use_errno=True)
assert libc.prctl(38, 1, 0, 0, 0) == 0 and libc.prctl(22, 2, filter, 0, 0) == 0, ctypes.get_errno()
os.execv(sys.argv[4], sys.argv[4:])
"""
# What is missing: the call's number on x86-64 and elsewhere (Linux's common table), its flags, and
# the layers that go with it.
MISSING = {
    "mounts": (272, 0x20000, {"file system"}),
    "process namespaces": (272, 0x20000000, {"processes", "process count", "runtime api"}),
    "landlock": (444, 0, {"landlock"}),
    "seccomp": (317, 0, {"system calls"}),
    "netlink": (41, 16, {"runtime api", "network"}),
    "network namespaces": (272, 0x40000000, {"network"}),
}


@pytest.mark.parametrize("missing", MISSING)
@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the numbers are of x86-64")
def test_a_missing_layer_is_named_and_what_is_open_then(missing, tmp_path):
    number, mask, layers = MISSING[missing]
    wrapper = [sys.executable, "-c", LACKING, str(number), str(mask), "1"]
    doctor = subprocess.run([*wrapper, binary(), "doctor", "--offline"], capture_output=True, text=True, timeout=60)
    rows = re.findall(r"(?m)^  ([✓–]) sandbox: (.{15}) (.*)$", doctor.stdout)
    told = {name.strip(): detail for mark, name, detail in rows if mark == "–"}
    assert set(told) == layers, doctor.stdout
    for detail in told.values():
        assert re.fullmatch(r"this machine does not permit it; .{20,}", detail)
    # A network that nobody asked to be closed is nothing to warn of.
    told.pop("network", None)
    server = Server(tmp_path, options=["--ephemeral"], wrapper=wrapper)
    other = subprocess.Popen(["sleep", "600"])
    try:
        for layer, detail in told.items():
            wait_for("the warning", lambda: f"the sandbox has no {layer} here: {detail}" in server.log())
        assert server.log().count("the sandbox has no") == len(told)
        make_function(server, "f", PROBE, Timeout=30, MemorySize=512)
        server.client("lambda").get_waiter("function_active_v2").wait(FunctionName="f")
        secret = tmp_path / "secret"
        secret.write_text("secret")
        event = {"code": "result = [attempt(read, event['path']), attempt(os.kill, event['pid'], signal.SIGKILL)]",
                 "path": str(secret), "pid": other.pid}
        answer = server.client("lambda").invoke(FunctionName="f", Payload=json.dumps(event))
        # One of the layers that hide files is enough, and one of those that keep signals inside.
        assert set(json.loads(answer["Payload"].read())) <= DENIED
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()
        server.stop()


@pytest.mark.parametrize("place", ["~", "/opt", "/srv", "/var/tmp"])
def test_data_is_out_of_reach_wherever_it_lies(place):
    place = os.path.expanduser(place)
    folder = Path(tempfile.mkdtemp(dir=place))
    (folder / "planted").write_text("planted")
    server = Server(folder)
    try:
        make_function(server, "f", PROBE, Timeout=30, MemorySize=512)
        paths = [str(folder), str(folder / "planted"), str(folder / "data"), str(folder / "server.log"),
                 f"/proc/1/root{folder}/planted"]
        code = """
def look(path):
    return os.listdir(path) if os.path.isdir(path) else read(path)
result = {path: attempt(look, path) for path in event["paths"]}"""
        answer = server.client("lambda").invoke(FunctionName="f", Payload=json.dumps({"code": code, "paths": paths}))
        seen = json.loads(answer["Payload"].read())
        assert set(seen) == set(paths) and all(map(hidden, seen.values())), seen
    finally:
        server.stop()
        shutil.rmtree(folder)


def test_shared_memory_has_its_size_and_cores_are_not_dumped(inside):
    size, error, core = inside("""
import resource
size = 0
try:
    with open("/dev/shm/big", "wb", buffering=0) as file:
        while True: size += file.write(bytes(1 << 20))
except OSError as e:
    result = [size >> 20, errno.errorcode[e.errno], resource.getrlimit(resource.RLIMIT_CORE)]
finally:
    os.unlink("/dev/shm/big")
""")
    # The last megabyte may be written in part.
    assert size in (63, 64) and (error, core) == ("ENOSPC", [0, 0])


def test_with_every_layer_there_is_nothing_to_warn_of(server):
    doctor = subprocess.run([binary(), "doctor", "--offline"], capture_output=True, text=True, timeout=60)
    sandbox = re.findall(r"(?m)^  (.) sandbox: ", doctor.stdout)
    assert sandbox == ["✓"] * 10, doctor.stdout
    assert "the sandbox has no" not in server.log()
