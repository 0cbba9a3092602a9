"""Calls to a server by the standard library alone.

They carry an account and no signature, which is all that a server without ``--auth verify`` asks for. So what this
package does by itself needs no boto3, whose import takes longer than many a test.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import time
from http.client import HTTPConnection, HTTPException
from typing import Any, Mapping
from urllib.parse import quote, urlencode, urlsplit

TARGETS = {"kinesis": "Kinesis_20131202", "logs": "Logs_20140328"}


class CallError(Exception):
    """The server's refusal of a call, with AWS's code and sentence."""

    def __init__(self, call: str, status: int, code: str, message: str) -> None:
        """The call is told as method and path, or as an operation."""
        super().__init__(f"{call}: {status} {code}: {message}")
        #: The answer's HTTP status.
        self.status = status
        #: AWS's name of the error, such as ``ResourceNotFoundException``.
        self.code = code


class Calls:
    """A connection to a server, as one account in one region."""

    def __init__(self, endpoint_url: str, account_id: str, region: str) -> None:
        self._account, self._region = account_id, region
        self._host = urlsplit(endpoint_url).netloc
        self._connection: HTTPConnection | None = None

    def json(self, service: str, operation: str, **members: Any) -> Any:
        """A call of a JSON service."""
        headers = {"X-Amz-Target": f"{TARGETS[service]}.{operation}", "Content-Type": "application/x-amz-json-1.1"}
        answer = self.send(service, "POST", "/", json.dumps(members).encode(), headers)
        return json.loads(answer) if answer else {}

    def rest(self, method: str, path: str, members: Mapping[str, Any] | None = None) -> Any:
        """A call of Lambda. The path begins behind the version."""
        body = b"" if members is None else json.dumps(members).encode()
        answer = self.send("lambda", method, f"/2015-03-31/{path}", body, {"Content-Type": "application/json"})
        return json.loads(answer) if answer else {}

    def query(self, service: str, version: str, action: str, **members: str) -> str:
        """A call of a query service; gives its XML."""
        form = urlencode({"Action": action, "Version": version, **members}).encode()
        return self.send(service, "POST", "/", form, {"Content-Type": "application/x-www-form-urlencoded"}).decode()

    def s3(self, method: str, bucket: str = "", key: str = "", body: bytes = b"", **query: str) -> bytes:
        """A call of S3."""
        path = "/" + "/".join(part for part in (quote(bucket), quote(key)) if part)
        if query:
            path += "?" + urlencode({name.replace("_", "-"): value for name, value in query.items()})
        headers = {"Content-MD5": base64.b64encode(hashlib.md5(body).digest()).decode()} if body else {}
        return self.send("s3", method, path, body, headers)

    def send(self, service: str, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> bytes:
        """One request. A connection that the server has closed meanwhile is opened again, once."""
        now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        scope = f"{self._account}/{now[:8]}/{self._region}/{service}/aws4_request"
        headers = {
            **headers,
            "X-Amz-Date": now,
            "X-Amz-Content-SHA256": "UNSIGNED-PAYLOAD",
            "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host;x-amz-date, Signature={'0' * 64}",
        }
        again = self._connection is not None
        try:
            status, answer = self._exchange(method, path, body, headers)
        except (HTTPException, ConnectionError):
            self.close()
            if not again:
                raise
            status, answer = self._exchange(method, path, body, headers)
        if status >= 300:
            raise CallError(headers.get("X-Amz-Target", f"{method} {path}"), status, *_error(answer))
        return answer

    def _exchange(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        if self._connection is None:
            self._connection = HTTPConnection(self._host, timeout=60)
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        return answer.status, answer.read()

    def close(self) -> None:
        """Closes the connection; the next call opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _error(answer: bytes) -> tuple[str, str]:
    """The code and the sentence of an error, in JSON or XML."""
    text = answer.decode(errors="replace")
    try:
        told = json.loads(text)
        return str(told.get("__type", told.get("Type", ""))), str(told.get("message", told.get("Message", "")))
    except (ValueError, AttributeError):
        pass
    code, message = (re.search(f"<{name}>(.*?)</{name}>", text, re.S) for name in ("Code", "Message"))
    return code.group(1) if code else "", message.group(1) if message else text[:200]
