"""A proxy that writes down what a client asks, and what asks the same again without the client."""

import contextlib
import http.client
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from conftest import wait_for

# What decides how a request is understood; dates, digests and signatures are made anew.
KEPT = re.compile(r"content-type|x-amz-(?!date|content-sha256|security-token|user-agent)[a-z0-9-]+|content-md5")
STATES = re.compile(r'"(StreamStatus|State|LastUpdateStatus|TableStatus|IndexStatus)"\s*:\s*"(ACTIVE|Active|Enabled|Successful|Disabled)"')
UUID = re.compile(r'"UUID"\s*:\s*"([0-9a-f-]{36})"')
READS = re.compile(r"(Get|List|Describe|Head)")


@contextlib.contextmanager
def recording(server):
    """The port of a proxy, and the calls that came through it, in the order of their answers."""
    calls = []

    class Proxy(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, headers, answer = ask(server.port, self.command, self.path, dict(self.headers), body)
            calls.append(call(self, body, status, answer))
            self.send_response_only(status)
            for name, value in headers:
                if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                    self.send_header(name, value)
            if self.command == "HEAD":
                length = dict((name.lower(), value) for name, value in headers).get("content-length", "0")
            else:
                length = str(len(answer))
            self.send_header("Content-Length", length)
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = handle_one

        def log_message(self, *arguments):
            pass

    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    proxy.daemon_threads = True
    thread = threading.Thread(target=proxy.serve_forever)
    thread.start()
    try:
        yield proxy.server_address[1], calls
    finally:
        proxy.shutdown()
        thread.join()
        proxy.server_close()


def ask(port, method, path, headers, body):
    """Status, headers and body of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.getheaders(), answer.read()
    finally:
        connection.close()


def call(request, body, status, answer):
    """What is kept of a call."""
    scope = re.search(r"Credential=[^/]+/\d+/([^/]+)/([^/]+)/", request.headers.get("Authorization", ""))
    region, service = scope.groups() if scope else ("us-east-1", "s3")
    headers = {name.lower(): value for name, value in request.headers.items() if KEPT.fullmatch(name.lower())}
    text = answer.decode(errors="replace")
    made = UUID.search(text) if status < 300 else None
    return {
        "operation": operation(request.command, request.path, headers, body),
        "service": service, "region": region, "method": request.command, "path": request.path,
        "headers": headers, "body": body.decode(), "status": status,
        **({"states": dict(STATES.findall(text))} if STATES.search(text) else {}),
        **({"uuid": made.group(1)} if made else {}),
    }


def operation(method, path, headers, body):
    """A name for a reader: the operation's, where the protocol has it, else method and path."""
    if "x-amz-target" in headers:
        return headers["x-amz-target"].split(".")[1]
    action = re.match(rb"Action=(\w+)", body)
    return action.group(1).decode() if action else f"{method} {path.split('&')[0]}"


def replay(server, calls):
    """Asks all of it again. Each must have the status that it had; where something was to become ready,
    it is asked for until it is."""
    new_names = {}
    for number, it in enumerate(calls):
        def renamed(text):
            for old, new in new_names.items():
                text = text.replace(old, new)
            return text

        signature = f"AWS4-HMAC-SHA256 Credential=test/20260101/{it['region']}/{it['service']}/aws4_request, SignedHeaders=host, Signature=0"
        headers = {**it["headers"], "Authorization": signature, "X-Amz-Date": "20260101T000000Z"}

        def asked():
            status, _, answer = ask(server.port, it["method"], renamed(it["path"]), headers, renamed(it["body"]).encode())
            return status, answer.decode(errors="replace")

        last = []

        def is_same():
            status, text = asked()
            last[:] = [status, text]
            states = dict(STATES.findall(text))
            same = status == it["status"] and all(states.get(key) == value for key, value in it.get("states", {}).items())
            return (status, text) if same else None

        told = f"call {number}, {it['operation']} ({it['status']})"
        if it["method"] in ("GET", "HEAD") or READS.match(it["operation"]):
            try:
                _, text = wait_for(told, is_same, 20)
            except AssertionError:
                raise AssertionError(f"{told}: {last}") from None
        else:
            status, text = asked()
            assert status == it["status"], f"{told}: {status} {text}"
        found = UUID.search(text)
        if found and "uuid" in it:
            new_names[it["uuid"]] = found.group(1)


def write(calls, path):
    path.write_text("".join(json.dumps(it, sort_keys=True) + "\n" for it in calls))


def read(path):
    return [json.loads(line) for line in path.read_text().splitlines()]
