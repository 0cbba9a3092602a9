"""Engines of a test's own: PostgreSQL, Kafka and an S3 server, each in a folder of its own, on free ports."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
from pathlib import Path

from conftest import wait_for

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "waterwheel"
KEY = "waterwheel"


def free_port():
    """A port that nobody listens on. Somebody may take it before it is used."""
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
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
        wait_for(f"{type(self).__name__}, whose log is {self.folder}/log", self.is_up, seconds=120)

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

    @property
    def url(self):
        return f"postgres://waterwheel@127.0.0.1:{self.port}/postgres"


class Kafka(Engine):
    """One broker that is its own controller, from the jars of Maven Central."""

    jars = Path(os.environ.get("KAFKA_JARS") or CACHE / "kafka-4.1.1")

    def java(self, *arguments):
        assert self.jars.exists(), f"no jars of Kafka in {self.jars}: ./test fetches them"
        return ["java", "-Xmx400m", "-XX:TieredStopAtLevel=1", "-cp", f"{self.jars}/*", *arguments]

    def prepare(self):
        controller = free_port()
        (self.folder / "server.properties").write_text(
            "process.roles=broker,controller\n"
            "node.id=1\n"
            f"controller.quorum.voters=1@127.0.0.1:{controller}\n"
            f"listeners=PLAINTEXT://127.0.0.1:{self.port},CONTROLLER://127.0.0.1:{controller}\n"
            f"advertised.listeners=PLAINTEXT://127.0.0.1:{self.port}\n"
            "controller.listener.names=CONTROLLER\n"
            "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\n"
            f"log.dirs={self.folder}/data\n"
            "offsets.topic.replication.factor=1\n"
            "transaction.state.log.replication.factor=1\n"
            "transaction.state.log.min.isr=1\n"
            "auto.create.topics.enable=false\n"
        )
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

    @property
    def url(self):
        return f"kafka://127.0.0.1:{self.port}"


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

    @property
    def url(self):
        return (f"s3://contents/w?endpoint=http://127.0.0.1:{self.port}&region=us-east-1"
                f"&access_key_id={KEY}&secret_access_key={KEY}")


class Engines:
    """All three."""

    def __init__(self, folder):
        self.folder = folder
        self.all = []
        try:
            self.tables = self.kept(Postgres(folder / "tables"))
            self.blobs = self.kept(Bucket(folder / "blobs"))
            self.log = self.kept(Kafka(folder / "log"))
        except BaseException:
            self.stop()
            raise

    def kept(self, engine):
        self.all.append(engine)
        return engine

    def stop(self):
        for engine in self.all:
            engine.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
