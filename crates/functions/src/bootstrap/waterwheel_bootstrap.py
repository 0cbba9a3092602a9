"""One Python environment: loads the handler, then asks the Runtime API for work until it ends.

It behaves as AWS's own runtime does: the same error documents, the same log format, the same
context object. Standard library only.
"""

import importlib
import importlib.util
import json
import logging
import os
import socket
import sys
import time
import traceback

STANDARD_MODULES = frozenset()
ASCII_ONLY = sys.version_info < (3, 12)
API = "/2018-06-01/runtime/"


class Fault(Exception):
    """An error of the function that has a name of the platform's."""

    def __init__(self, kind, message, trace=()):
        Exception.__init__(self, message)
        self.kind = kind
        self.message = message
        self.trace = list(trace)


class RuntimeClient:
    """A lean HTTP/1.1 client on one kept connection."""

    def __init__(self, address):
        host, port = address.rsplit(":", 1)
        self.address = (host, int(port))
        self.host = address
        self.socket = None
        self.rest = b""

    def request(self, method, path, body=b"", headers=""):
        head = "%s %s%s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s\r\n" % (
            method, API, path, self.host, len(body), headers)
        if self.socket is None:
            self.socket = socket.create_connection(self.address)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall(head.encode("latin-1") + body)
        return self.answer()

    def answer(self):
        head = self.until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        status = int(head[0].split(" ", 2)[1])
        headers = {}
        for line in head[1:]:
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        return status, headers, self.exactly(int(headers.get("content-length", "0")))

    def until(self, mark):
        while True:
            at = self.rest.find(mark)
            if at >= 0:
                found, self.rest = self.rest[:at], self.rest[at + len(mark):]
                return found
            self.more()

    def exactly(self, count):
        if len(self.rest) < count:
            parts, have = [self.rest], len(self.rest)
            self.rest = b""
            while have < count:
                part = self.socket.recv(min(count - have, 1 << 20))
                if not part:
                    os._exit(0)
                parts.append(part)
                have += len(part)
            self.rest = b"".join(parts)
        found, self.rest = self.rest[:count], self.rest[count:]
        return found

    def more(self):
        part = self.socket.recv(1 << 16)
        if not part:
            # The server ended: there is nothing left to run for.
            os._exit(0)
        self.rest += part


class CognitoIdentity(object):
    __slots__ = ["cognito_identity_id", "cognito_identity_pool_id"]

    def __init__(self):
        self.cognito_identity_id = None
        self.cognito_identity_pool_id = None


class Client(object):
    __slots__ = ["installation_id", "app_title", "app_version_name", "app_version_code",
                 "app_package_name"]


class ClientContext(object):
    __slots__ = ["custom", "env", "client"]

    def __init__(self, document):
        self.custom = document.get("custom")
        self.env = document.get("env")
        self.client = None
        if document.get("client") is not None:
            self.client = Client()
            for name in Client.__slots__:
                setattr(self.client, name, document["client"].get(name))


class LambdaContext(object):
    def __init__(self, headers):
        environ = os.environ
        self.aws_request_id = headers["lambda-runtime-aws-request-id"]
        self.log_group_name = environ.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = environ.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = environ.get("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = environ.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.invoked_function_arn = headers["lambda-runtime-invoked-function-arn"]
        self.tenant_id = None
        context = headers.get("lambda-runtime-client-context")
        # HTTP header bytes were read as Latin-1.
        self.client_context = (
            ClientContext(json.loads(context.encode("latin-1").decode("utf-8")))
            if context else None)
        self.identity = CognitoIdentity()
        self._epoch_deadline_time_in_ms = int(headers["lambda-runtime-deadline-ms"])

    def get_remaining_time_in_millis(self):
        return max(self._epoch_deadline_time_in_ms - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))
        sys.stdout.flush()

    def __repr__(self):
        shown = ("aws_request_id", "log_group_name", "log_stream_name", "function_name",
                 "memory_limit_in_mb", "function_version", "invoked_function_arn",
                 "client_context", "identity", "tenant_id")
        fields = ",".join("%s=%s" % (name, getattr(self, name)) for name in shown)
        return "LambdaContext([%s])" % fields


class TextFormatter(logging.Formatter):
    def format(self, record):
        record.message = logging.Formatter.format(self, record)
        return "[%s]\t%s\t%s\t%s" % (
            record.levelname, moment(record.created), Log.request_id or "", record.message)


class JsonFormatter(logging.Formatter):
    def format(self, record):
        entry = {
            "timestamp": moment(record.created)[:19] + "Z",
            "level": record.levelname,
            "message": record.getMessage(),
            "logger": record.name,
        }
        if record.exc_info and record.exc_info[0] is not None:
            kind, error, trace = record.exc_info
            entry["errorType"] = kind.__name__
            entry["errorMessage"] = str(error)
            entry["stackTrace"] = traceback.format_list(traceback.extract_tb(trace))
            entry["location"] = "%s:%s:%s" % (record.pathname, record.funcName, record.lineno)
        if Log.request_id:
            entry["requestId"] = Log.request_id
        return json.dumps(entry, ensure_ascii=False, default=str)


class EventHandler(logging.Handler):
    """One record is one event, line feeds included."""

    def emit(self, record):
        try:
            record.aws_request_id = Log.request_id or ""
            write_event(self.format(record))
        except Exception:
            self.handleError(record)


class Log:
    """Preconfigures logging as AWS does."""

    request_id = None

    def __init__(self):
        self.json = os.environ.get("AWS_LAMBDA_LOG_FORMAT") == "JSON"
        handler = EventHandler()
        handler.setFormatter(JsonFormatter() if self.json else TextFormatter())
        root = logging.getLogger()
        root.addHandler(handler)
        level = os.environ.get("AWS_LAMBDA_LOG_LEVEL")
        names = {"TRACE": "NOTSET", "FATAL": "CRITICAL", "WARN": "WARNING"}
        if self.json and level:
            root.setLevel(names.get(level, level))

    def error(self, document):
        kind, message = document["errorType"], document["errorMessage"]
        if self.json:
            entry = {"timestamp": moment(time.time())[:19] + "Z", "log_level": "ERROR"}
            entry.update(document)
            write_event(json.dumps(entry, ensure_ascii=False))
            return
        lines = ["[ERROR] %s: %s" % (kind, message), "Traceback (most recent call last):"]
        lines += [entry.rstrip("\n") for entry in document.get("stackTrace", ())]
        write_event("\n".join(lines))


def moment(seconds):
    whole = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))
    return "%s.%03dZ" % (whole, int(seconds * 1000) % 1000)


def write_event(text):
    # After this mark, the server turns the unit separators of one line back into line feeds.
    sys.stdout.write("\x1e\x1f" + text.replace("\n", "\x1f") + "\n")
    sys.stdout.flush()


def prepare_path(root):
    """sys.path as on AWS: the function's own code first. Drops what was imported ahead of time
    when the package brings its own."""
    sys.path.insert(0, root)
    ahead = [name for name in sys.modules
             if name not in STANDARD_MODULES and not name.startswith("waterwheel_")]
    tops = {name.split(".")[0] for name in ahead}
    third = {top for top in tops if is_third_party(sys.modules.get(top))}
    try:
        present = set(os.listdir(root))
    except OSError:
        present = set()
    brought = any(top in present or top + ".py" in present for top in third)
    if brought:
        for name in ahead:
            if name.split(".")[0] in third:
                del sys.modules[name]
    importlib.invalidate_caches()


def is_third_party(module):
    path = getattr(module, "__file__", None) or ""
    # The last is where boto3 is installed for an interpreter that has none.
    return any(place in path for place in ("site-packages", "dist-packages", "/boto3-python"))


def load_handler(name):
    """The function a handler string names. What is wrong with it becomes a Fault; what its module
    raises by itself goes through."""
    try:
        module_name, function_name = name.rsplit(".", 1)
    except ValueError as error:
        raise Fault("Runtime.MalformedHandlerName", "Bad handler '%s': %s" % (name, error))
    try:
        if module_name.split(".")[0] in sys.builtin_module_names:
            raise Fault("Runtime.BuiltInModuleConflict",
                        "Cannot use built-in module %s as a handler module" % module_name)
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise Fault("Runtime.ImportModuleError",
                    "Unable to import module '%s': %s" % (module_name, error))
    except SyntaxError as error:
        trace = ['  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text)]
        raise Fault("Runtime.UserCodeSyntaxError",
                    "Syntax error in module '%s': %s" % (module_name, error), trace)
    try:
        return getattr(module, function_name)
    except AttributeError:
        raise Fault("Runtime.HandlerNotFound",
                    "Handler '%s' missing on module '%s'" % (function_name, module_name))


def user_trace(error):
    """The frames of an exception that are the function's."""
    frames = traceback.extract_tb(error.__traceback__)
    own = os.path.basename(__file__)
    while frames and (os.path.basename(frames[0].filename) == own
                      or "importlib" in frames[0].filename):
        frames = frames[1:]
    return traceback.format_list(frames)


def describe(error, request_id=None):
    """The error document of an exception."""
    if isinstance(error, Fault):
        kind, message, trace = error.kind, error.message, error.trace
    else:
        kind, message, trace = type(error).__name__, str(error), user_trace(error)
    return {"errorMessage": message, "errorType": kind, "requestId": request_id or "",
            "stackTrace": trace}


def plain(value):
    import decimal

    if isinstance(value, decimal.Decimal):
        return float(value)
    raise TypeError("Object of type %s is not JSON serializable" % type(value).__name__)


def to_bytes(value):
    try:
        return json.dumps(value, default=plain, ensure_ascii=ASCII_ONLY).encode("utf-8")
    except (TypeError, ValueError, UnicodeEncodeError, RecursionError) as error:
        raise Fault("Runtime.MarshalError", "Unable to marshal response: %s" % error)


def run_one(handler, log, headers, body):
    """Returns where to post what."""
    request_id = headers["lambda-runtime-aws-request-id"]
    Log.request_id = request_id
    os.environ["_X_AMZN_TRACE_ID"] = headers["lambda-runtime-trace-id"]
    try:
        if isinstance(handler, Fault):
            raise handler.with_traceback(None)
        try:
            event = json.loads(body.decode("utf-8")) if body else {}
        except ValueError as error:
            raise Fault("Runtime.UnmarshalError", "Unable to unmarshal input: %s" % error)
        answer = to_bytes(handler(event, LambdaContext(headers)))
        return "response", answer, ""
    except Exception as error:
        document = describe(error, request_id)
        log.error(document)
        named = document["errorType"]
        header = "Lambda-Runtime-Function-Error-Type: %s\r\n" % (
            named if named.isidentifier() or named.startswith("Runtime.") else "Unhandled")
        return "error", json.dumps(document).encode("utf-8"), header


def run():
    time.tzset()
    client = RuntimeClient(os.environ["AWS_LAMBDA_RUNTIME_API"])
    root = os.environ["LAMBDA_TASK_ROOT"]
    os.chdir(root)
    log = Log()
    prepare_path(root)
    try:
        handler = load_handler(os.environ["_HANDLER"])
    except Fault as fault:
        handler = fault
    except Exception as error:
        document = describe(error)
        log.error(document)
        client.request("POST", "init/error", json.dumps(document).encode("utf-8"))
        sys.exit(1)
    while True:
        _, headers, body = client.request("GET", "invocation/next")
        path, answer, extra = run_one(handler, log, headers, body)
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        client.request(
            "POST", "invocation/%s/%s" % (headers["lambda-runtime-aws-request-id"], path),
            answer, "Content-Type: application/json\r\n" + extra)
