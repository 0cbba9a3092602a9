"""The warm parent of Python environments.

Standard input is a SOCK_SEQPACKET socket to the server. The parent imports boto3 once, says
{"ready": ...}, and then forks an environment for every {"start": id, ...} it receives with the
write end of the environment's log pipe attached, and a socket for what it listens on where it has
a network of its own. It reports {"started": id, "pid": n}, with "first"
for the first process of the environment's namespace, and, when the environment is over, {"exited": id, "code": n} or {"exited": id, "signal": n}. {"kill": id}
ends one at once. When the server is gone, so is everything here.
"""

import gc
import json
import os
import select
import signal
import socket
import struct
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
if sys.path and os.path.abspath(sys.path[0] or ".") == HERE:
    del sys.path[0]
STANDARD_MODULES = frozenset(sys.modules)
WARM_SERVICES = ("s3", "sqs", "dynamodb")
PACKET = 1 << 18


def load(name):
    """Imports a neighbour of this file without leaving its directory on sys.path."""
    sys.path.insert(0, HERE)
    try:
        return __import__(name)
    finally:
        sys.path.remove(HERE)


def warm_up():
    """Imports boto3 and fills its caches. Returns its version, or None without boto3."""
    site = os.environ.pop("WATERWHEEL_SITE", None)
    if site:
        # Before the interpreter's own, which may be too old to know where to call.
        sys.path.insert(0, site)
    try:
        import boto3
    except Exception:
        return None
    try:
        boto3.setup_default_session()
        session = boto3.DEFAULT_SESSION._session
        session.full_config
        loader = session.get_component("data_loader")
        for service in WARM_SERVICES:
            loader.load_service_model(service, "service-2")
        boto3.client(
            "s3", region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="x"
        )
        session._credentials = None
    except Exception:
        # An unusual boto3: environments make their own session then.
        boto3.DEFAULT_SESSION = None
    return boto3.__version__


class Zygote:
    def __init__(self, control):
        self.control = control
        # What an environment must not inherit. All else was opened by modules, which may go on
        # using it: a cryptographic library keeps /dev/urandom.
        self.own = [control.fileno()]
        self.pids = {}
        self.ids = {}
        # The first processes of the namespaces, by the environment's.
        self.firsts = {}
        self.ending = set()
        self.isolation = load("waterwheel_isolation")
        self.bootstrap = load("waterwheel_bootstrap")
        self.own_pid_namespace = None

    def run(self):
        wake_read, wake_write = os.pipe()
        os.set_blocking(wake_read, False)
        os.set_blocking(wake_write, False)
        self.own += [wake_read, wake_write]
        signal.set_wakeup_fd(wake_write)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        boto3 = warm_up()
        gc.collect()
        if hasattr(gc, "freeze"):
            gc.freeze()
        self.tell({"ready": True, "boto3": boto3})
        while True:
            readable, _, _ = select.select([self.control, wake_read], [], [])
            if wake_read in readable:
                try:
                    os.read(wake_read, 4096)
                except BlockingIOError:
                    pass
                self.reap()
            if self.control in readable and not self.receive():
                break
        for pid in list(self.ids):
            self.end_group(pid)

    def tell(self, message):
        self.control.sendall(json.dumps(message).encode())

    def receive(self):
        size = struct.calcsize("i")
        data, ancillary, _, _ = self.control.recvmsg(PACKET, socket.CMSG_SPACE(4 * size))
        if not data:
            return False
        descriptors = []
        for level, kind, content in ancillary:
            if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
                count = len(content) // size
                descriptors += struct.unpack("%di" % count, content[: count * size])
        message = json.loads(data.decode())
        try:
            if "kill" in message:
                pid = self.pids.get(message["kill"])
                if pid is not None:
                    self.end_group(pid)
            elif "start" in message:
                self.start(message, *descriptors)
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        return True

    def start(self, message, log, network=None):
        identity = message["start"]
        try:
            pid, first = self.isolation.fork(message["isolation"])
        except OSError as error:
            self.tell({"exited": identity, "code": 1, "why": str(error)})
            return
        if pid == 0:
            code = 1
            try:
                self.become(message, log, network)
                code = 0
            except SystemExit as exit:
                code = exit_code(exit)
            except BaseException:
                import traceback

                traceback.print_exc()
            finally:
                leave(code)
        self.pids[identity] = pid
        self.ids[pid] = identity
        if first:
            self.firsts[pid] = first
        self.tell({"started": identity, "pid": pid, "first": first})

    def become(self, message, log, network):
        """The rest of a child's life."""
        os.setsid()
        # As on AWS, not as the server's, which keeps what it makes to itself.
        os.umask(0o022)
        os.dup2(log, 1)
        os.dup2(log, 2)
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self.control.detach()
        for descriptor in [*self.own, log, null]:
            if descriptor > 2:
                os.close(descriptor)
        sys.stdin = open(0, closefd=False)
        sys.stdout = open(1, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)
        sys.stderr = open(2, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)
        os.environ.clear()
        os.environ.update(message["env"])
        self.isolation.enter(message["isolation"], network)
        self.bootstrap.STANDARD_MODULES = STANDARD_MODULES
        self.bootstrap.run()

    def end_group(self, pid):
        # The leader is not reaped yet, so its number cannot have been given away.
        for end in (os.killpg, os.kill):
            try:
                end(pid, signal.SIGKILL)
            except OSError:
                pass

    def reap(self):
        self.ending = {pid for pid in self.ending if not os.waitpid(pid, os.WNOHANG)[0]}
        for pid in list(self.ids):
            seen = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if seen is None:
                continue
            self.end_group(pid)
            _, status = os.waitpid(pid, 0)
            first = self.firsts.pop(pid, None)
            if first:
                # All the rest of the namespace ends with it. That may take a while.
                os.kill(first, signal.SIGKILL)
                self.ending.add(first)
            identity = self.ids.pop(pid)
            del self.pids[identity]
            if os.WIFSIGNALED(status):
                self.tell({"exited": identity, "signal": os.WTERMSIG(status)})
            else:
                self.tell({"exited": identity, "code": os.WEXITSTATUS(status)})


def exit_code(exit):
    """The status Python itself would end with."""
    if exit.code is None:
        return 0
    if isinstance(exit.code, int):
        return exit.code & 0xFF
    sys.stderr.write("%s\n" % (exit.code,))
    return 1


def leave(code):
    try:
        import atexit

        atexit._run_exitfuncs()
    except BaseException:
        pass
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            pass
    os._exit(code)


def main():
    # Whatever the server's own parent left open.
    os.closerange(3, 256)
    control = socket.socket(fileno=os.dup(0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Zygote(control).run()


main()
