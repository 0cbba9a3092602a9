"""The server's clock, which a test turns ahead."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import Any, Union

from ._calls import Calls

#: How far: ``"25h"``, ``"1d12h"``, a timedelta, or seconds.
Span = Union[str, float, timedelta]
PATH = "/_waterwheel/clock"


class Clock:
    """Runs as the machine's clock does, and is turned ahead for all accounts of the server at once; never back."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def now(self) -> datetime:
        """The server's time, UTC."""
        return self._time(self._calls.send("waterwheel", "GET", PATH, b"", {}))

    def advance(self, by: Span) -> datetime:
        """Turns it ahead, waits until what has become due was done, and gives the time that it then shows.

        What takes longer than five seconds, such as a slow function, is not waited for.
        """
        return self._turn({"advance": by.total_seconds() if isinstance(by, timedelta) else by})

    def set(self, to: str | datetime) -> datetime:
        """The same to a time: a datetime with a time zone, or text such as ``2027-01-01T00:00:00Z``."""
        if isinstance(to, datetime):
            if to.tzinfo is None:
                raise ValueError(f"{to} has no time zone: say datetime(..., tzinfo=timezone.utc)")
            return self._turn({"set_ms": round(to.timestamp() * 1000)})
        return self._turn({"set": to})

    def _turn(self, turn: dict[str, Any]) -> datetime:
        return self._time(self._calls.send("waterwheel", "POST", PATH, json.dumps(turn).encode(), {}))

    @staticmethod
    def _time(answer: bytes) -> datetime:
        return datetime.fromtimestamp(json.loads(answer)["now_ms"] / 1000, timezone.utc)
