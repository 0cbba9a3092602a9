"""The pytest plugin: one server for the session, an account of its own for each test."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any, Generator, Iterator

import pytest

if TYPE_CHECKING:
    from ._account import Account
    from ._server import Server


def pytest_addoption(parser: pytest.Parser) -> None:
    """Tells pytest of ``waterwheel_options``."""
    parser.addini("waterwheel_options", "further options of `waterwheel start` for the fixture's server", default="")


@pytest.fixture(scope="session")
def waterwheel_server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """The session's server, or with pytest-xdist the worker's. It ends with the session, also when that is killed."""
    from ._server import Server

    with Server(shlex.split(str(request.config.getini("waterwheel_options")))) as server:
        yield server


@pytest.fixture
def waterwheel(waterwheel_server: Server) -> Iterator[Account]:
    """An account that only this test has. Its functions, mappings, streams and buckets go with the test."""
    if not waterwheel_server.is_running():
        pytest.fail(f"the server is gone:\n{waterwheel_server.log()[-3000:]}", pytrace=False)
    account = waterwheel_server.account()
    yield account
    if waterwheel_server.is_running():
        account.clear()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, None]:
    """Shows beside a failure what the functions of the test's account have written."""
    outcome = yield
    report: pytest.TestReport = outcome.get_result()
    values = getattr(item, "funcargs", {})
    account, server = values.get("waterwheel"), values.get("waterwheel_server")
    if not report.failed or account is None or type(account).__module__ != "waterwheel._account":
        return
    try:
        for function, lines in account.last_logs().items():
            report.sections.append((f"waterwheel: log of {function}", "\n".join(lines)))
    except Exception as error:  # A report must not fail for the want of a log.
        report.sections.append(("waterwheel: no logs", str(error)))
        if server is not None:
            report.sections.append(("waterwheel: the server's log", server.log()[-3000:]))
