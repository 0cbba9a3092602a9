"""A server of one's own, which ends with the process that started it."""

from __future__ import annotations

import os
import re
import secrets
import select
import subprocess
import tempfile
from types import TracebackType
from typing import IO, Sequence

from ._account import Account
from ._binary import binary

#: How long a server may take to say that it is ready, in seconds. It takes milliseconds; a machine may be busy.
START_TIMEOUT = 30
#: How long a server may take to stop, in seconds, before it is killed: nothing of it is kept anyway.
STOP_TIMEOUT = 10


class Server:
    """A server on a free port of loopback that keeps nothing.

    It is told to stop when its standard input ends, and this process holds that open: so it ends with this
    process, however that ends.
    """

    def __init__(self, options: Sequence[str] = ()) -> None:
        """Starts it, with further options of ``waterwheel start``. Its clock can be turned, unless they say another.

        What WATERWHEEL_… variables and a waterwheel.toml of the current folder say is for servers that are started
        by hand, and counts for nothing here. Raises RuntimeError with the server's own words when it does not start.
        """
        environment = {name: value for name, value in os.environ.items() if not name.startswith("WATERWHEEL_")}
        self._log: IO[bytes] = tempfile.TemporaryFile()
        names_clock = any(option.split("=")[0] == "--clock" for option in options)
        clock = [] if names_clock else ["--clock", "virtual"]
        command = [str(binary()), "start", "--ephemeral", "--port", "0", "--stop-at-eof", *clock, *options]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, env=environment, cwd="/",
        )
        line = self._first_line()
        found = re.search(r"(http://\S+:\d+)", line)
        if found is None:
            self._process.kill()
            self.stop()
            raise RuntimeError(f"waterwheel did not start: {line}{self.log()[-3000:]}")
        #: Where it listens, such as ``http://127.0.0.1:40123``.
        self.endpoint_url: str = found.group(1)

    def _first_line(self) -> str:
        out = self._process.stdout
        assert out is not None  # It was asked for as a pipe.
        ready, _, _ = select.select([out], [], [], START_TIMEOUT)
        return out.readline().decode(errors="replace") if ready else ""

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def account(self, account_id: str | None = None, region: str = "us-east-1") -> Account:
        """An account of twelve digits, by default one that nobody has used."""
        return Account(self.endpoint_url, account_id or str(secrets.randbelow(9 * 10**11) + 10**11), region)

    def log(self) -> str:
        """What the server has written to its log so far."""
        size = os.fstat(self._log.fileno()).st_size
        return os.pread(self._log.fileno(), size, 0).decode(errors="replace")

    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    def stop(self) -> None:
        """Stops it; functions at work may finish for a while."""
        for end in (self._process.stdin, self._process.stdout):
            if end is not None:
                end.close()
        try:
            self._process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> Server:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()
