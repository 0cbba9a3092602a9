"""Waterwheel in a test: Kinesis → Lambda → S3 pipelines that run for real, in one process of the test's own.

With pytest there is nothing to import: ask for the fixture ``waterwheel``, which is an :class:`Account`. Elsewhere::

    import waterwheel

    with waterwheel.Server() as server:
        account = server.account()
        account.bucket("demo")
        account.client("s3").put_object(Bucket="demo", Key="a", Body=b"1")
"""

from ._account import Account, Object
from ._binary import binary
from ._calls import CallError
from ._clock import Clock
from ._server import Server

__all__ = ["Account", "CallError", "Clock", "Object", "Server", "binary"]
