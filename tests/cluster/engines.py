"""Engines of a test's own: PostgreSQL, Kafka and an S3 server, each in a folder of its own, on free ports."""

import contextlib
import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
from pathlib import Path

from conftest import wait_for

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "waterwheel"
KEY = "waterwheel"


def free_port():
    """A port that nobody listens on, below those from which connections go out: one of these may have it by the time when a
    server that was killed wants it back. Somebody may take it before it is used."""
    chance = random.SystemRandom()
    while True:
        with contextlib.closing(socket.socket()) as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", chance.randrange(12_000, 32_000)))
            return probe.getsockname()[1]


def listens(port):
    """Whether somebody accepts connections there."""
    with contextlib.closing(socket.socket()) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Engine:
    """A server that can be killed, paused and started again on the same data and port."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True)
        self.port = free_port()
        self.process = None
        self.prepare()
        self.start()

    def url_at(self, port):
        """How nodes are told of it, which reach it at a port."""
        raise NotImplementedError

    @property
    def url(self):
        return self.url_at(self.port)

    def prepare(self):
        """Makes what the server needs before its first start."""

    def command(self):
        """What runs it."""
        raise NotImplementedError

    def start(self):
        """Starts it and waits until it listens."""
        log = open(self.folder / "log", "ab")
        # However the test ends, its servers end with it.
        self.process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *self.command()],
            stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=self.folder,
        )
        log.close()
        wait_for(f"{type(self).__name__}, whose log is {self.folder}/log", self.is_up, seconds=240)

    def is_up(self):
        assert self.process.poll() is None, (self.folder / "log").read_text()[-3000:]
        return listens(self.port)

    def kill(self):
        """SIGKILL."""
        self.process.kill()
        self.process.wait()

    def restart(self):
        """SIGKILL, and the same again."""
        self.kill()
        self.start()

    def send(self, number):
        self.process.send_signal(number)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.kill()


class Postgres(Engine):
    """PostgreSQL, which does not run as root."""

    programs = max(Path("/usr/lib/postgresql").glob("*/bin/initdb"), default=Path("/nowhere/initdb")).parent

    def prepare(self):
        self.user = []
        if os.geteuid() == 0:
            who = pwd.getpwnam("postgres")
            for folder in [self.folder, *self.folder.parents]:
                if folder.stat().st_mode & 0o001 == 0:
                    folder.chmod(folder.stat().st_mode | 0o711)
            os.chown(self.folder, who.pw_uid, who.pw_gid)
            self.user = [f"--reuid={who.pw_uid}", f"--regid={who.pw_gid}", "--clear-groups"]
        made = subprocess.run(
            ["setpriv", *self.user, str(self.programs / "initdb"), "--no-sync", "--auth=trust",
             "--username=waterwheel", "--encoding=UTF8", "--locale=C", "-D", str(self.folder / "data")],
            capture_output=True, cwd=self.folder,
        )
        assert made.returncode == 0, made.stderr.decode()

    def kill(self):
        """SIGKILL; then none of its children is left either, without which none is started again."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        super().kill()
        wait_for("PostgreSQL to end", lambda: not any(Path(f"/proc/{child}").exists() for child in children))

    def command(self):
        return [*self.user, str(self.programs / "postgres"), "-D", str(self.folder / "data"),
                "-c", f"port={self.port}", "-c", "listen_addresses=127.0.0.1",
                "-c", f"unix_socket_directories={self.folder}", "-c", "max_connections=200"]

    def is_up(self):
        return super().is_up() and subprocess.run(
            [str(self.programs / "psql"), "-qc", "SELECT 1", self.url], capture_output=True
        ).returncode == 0

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill()

    def url_at(self, port):
        return f"postgres://waterwheel@127.0.0.1:{port}/postgres"


class Kafka(Engine):
    """One broker that is its own controller, from the jars of Maven Central.

    A broker tells its clients where it is to be reached: who comes by one of the further ports is told the door before it."""

    jars = Path(os.environ.get("KAFKA_JARS") or CACHE / "kafka-4.1.1")

    def __init__(self, folder, doors=()):
        """The doors are pairs of a further port and the port of the door before it."""
        self.doors = doors
        super().__init__(folder)

    def java(self, *arguments):
        assert self.jars.exists(), f"no jars of Kafka in {self.jars}: ./test fetches them"
        return ["java", "-Xmx400m", "-XX:TieredStopAtLevel=1", "-cp", f"{self.jars}/*", *arguments]

    def configure(self):
        controller = free_port()
        ways = [("PLAINTEXT", self.port, self.port)]
        ways += [(f"DOOR{number}", port, door) for number, (port, door) in enumerate(self.doors)]
        listeners = "".join(f"{name}://127.0.0.1:{port}," for name, port, _ in ways)
        told = ",".join(f"{name}://127.0.0.1:{door}" for name, _, door in ways)
        plain = "".join(f"{name}:PLAINTEXT," for name, _, _ in ways)
        (self.folder / "server.properties").write_text(
            "process.roles=broker,controller\n"
            "node.id=1\n"
            f"controller.quorum.voters=1@127.0.0.1:{controller}\n"
            f"listeners={listeners}CONTROLLER://127.0.0.1:{controller}\n"
            f"advertised.listeners={told}\n"
            "inter.broker.listener.name=PLAINTEXT\n"
            "controller.listener.names=CONTROLLER\n"
            f"listener.security.protocol.map={plain}CONTROLLER:PLAINTEXT\n"
            f"log.dirs={self.folder}/data\n"
            "offsets.topic.replication.factor=1\n"
            "transaction.state.log.replication.factor=1\n"
            "transaction.state.log.min.isr=1\n"
            "auto.create.topics.enable=false\n"
        )

    def prepare(self):
        self.configure()
        name = subprocess.run(
            self.java("kafka.tools.StorageTool", "random-uuid"), capture_output=True, text=True, check=True
        ).stdout.split()[-1]
        subprocess.run(
            self.java("kafka.tools.StorageTool", "format", "-t", name, "-c",
                      str(self.folder / "server.properties")),
            capture_output=True, check=True,
        )

    def command(self):
        return self.java("kafka.Kafka", str(self.folder / "server.properties"))

    def url_at(self, port):
        return f"kafka://127.0.0.1:{port}"


class Bucket(Engine):
    """An S3 server that is not ours, with an empty bucket."""

    program = Path(os.environ.get("S3_SERVER") or CACHE / "versitygw-1.8.0/versitygw")

    def prepare(self):
        assert self.program.exists(), f"no S3 server at {self.program}: ./test builds it"
        for each in ["objects/contents", "about"]:
            (self.folder / each).mkdir(parents=True)

    def command(self):
        return [str(self.program), "--access", KEY, "--secret", KEY, "--region", "us-east-1", "--quiet",
                "--keep-alive", "--port", f"127.0.0.1:{self.port}", "posix", "--sidecar",
                str(self.folder / "about"), str(self.folder / "objects")]

    def url_at(self, port):
        return (f"s3://contents/w?endpoint=http://127.0.0.1:{port}&region=us-east-1"
                f"&access_key_id={KEY}&secret_access_key={KEY}")


class Engines:
    """All three."""

    def __init__(self, folder, doors=()):
        self.folder = folder
        self.all = []
        try:
            self.tables = self.kept(Postgres(folder / "tables"))
            self.blobs = self.kept(Bucket(folder / "blobs"))
            self.log = self.kept(Kafka(folder / "log", doors))
        except BaseException:
            self.stop()
            raise

    def urls(self):
        """How nodes are told of them."""
        return {"tables": self.tables.url, "log": self.log.url, "blobs": self.blobs.url}

    def kept(self, engine):
        self.all.append(engine)
        return engine

    def stop(self):
        for engine in self.all:
            engine.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
