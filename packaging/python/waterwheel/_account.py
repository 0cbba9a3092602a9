"""An account of a server: clients for it, and what most tests of pipelines do."""

from __future__ import annotations

import base64
import io
import json
import re
import time
import zipfile
from pathlib import Path
from typing import Any, Callable, Mapping, TypeVar, Union
from urllib.parse import quote
from xml.etree import ElementTree

from ._calls import CallError, Calls
from ._clock import Clock

Found = TypeVar("Found")
#: What a function is made of: a path of a source file, a folder or a zip; a zip's bytes; a source's text; files by name.
Code = Union[str, bytes, Path, Mapping[str, Union[str, bytes]]]

TRUST = {
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole",
    }],
}


class Object:
    """An object of a bucket as it was found."""

    def __init__(self, bucket: str, key: str, body: bytes) -> None:
        """Its name and its whole content."""
        self.bucket, self.key, self.body = bucket, key, body

    @property
    def text(self) -> str:
        """The content as UTF-8."""
        return self.body.decode()

    def json(self) -> Any:
        """The content as JSON."""
        return json.loads(self.body)

    def __repr__(self) -> str:
        return f"Object(s3://{self.bucket}/{self.key}, {len(self.body)} bytes)"


class Account:
    """An account of twelve digits in one region of a server."""

    def __init__(self, endpoint_url: str, account_id: str, region: str = "us-east-1") -> None:
        """An account needs no setting up: its id, used as an access key id, makes it."""
        #: The server's address.
        self.endpoint_url = endpoint_url
        #: Twelve digits.
        self.account_id = account_id
        #: Where what this object makes lies.
        self.region = region
        self._calls = Calls(endpoint_url, account_id, region)
        #: The server's clock, for tests of what takes hours or days: ``clock.advance("25h")``.
        self.clock = Clock(self._calls)
        self._session: Any = None
        self._clients: dict[str, Any] = {}
        self._role: str | None = None

    # Clients.

    def env(self) -> dict[str, str]:
        """The variables that point any AWS client at this account: for programs that a test starts."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint_url,
            "AWS_ACCESS_KEY_ID": self.account_id,
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": self.region,
            "AWS_DEFAULT_REGION": self.region,
            "AWS_DISABLE_HOST_PREFIX_INJECTION": "true",
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def client(self, service: str, **options: Any) -> Any:
        """A boto3 client. Options are boto3's; without any, each service's client is made once."""
        if options:
            return self._boto3().client(service, **{"endpoint_url": self.endpoint_url, **options})
        if service not in self._clients:
            self._clients[service] = self._boto3().client(service, endpoint_url=self.endpoint_url)
        return self._clients[service]

    def resource(self, service: str, **options: Any) -> Any:
        """A boto3 resource."""
        return self._boto3().resource(service, **{"endpoint_url": self.endpoint_url, **options})

    def _boto3(self) -> Any:
        if self._session is None:
            import boto3  # type: ignore[import-untyped, unused-ignore]
            self._session = boto3.Session(
                aws_access_key_id=self.account_id, aws_secret_access_key="test", region_name=self.region,
            )
        return self._session

    # What pipelines are made of.

    def arn(self, service: str, resource: str) -> str:
        """An ARN of this account, such as ``arn("kinesis", "stream/clicks")``."""
        return f"arn:aws:{service}:{self.region}:{self.account_id}:{resource}"

    def stream(self, name: str, shards: int = 1) -> str:
        """Makes a stream, waits until it is active, and gives its ARN."""
        self._calls.json("kinesis", "CreateStream", StreamName=name, ShardCount=shards)
        self.wait_for(f"stream {name}", lambda: self._stream_status(name) == "ACTIVE")
        return self.arn("kinesis", f"stream/{name}")

    def _stream_status(self, name: str) -> str:
        summary = self._calls.json("kinesis", "DescribeStreamSummary", StreamName=name)
        return str(summary["StreamDescriptionSummary"]["StreamStatus"])

    def bucket(self, name: str) -> str:
        """Makes a bucket and gives its name. Two accounts of one server cannot have buckets of one name."""
        body = b""
        if self.region != "us-east-1":
            place = f"<LocationConstraint>{self.region}</LocationConstraint>"
            body = f"<CreateBucketConfiguration>{place}</CreateBucketConfiguration>".encode()
        self._calls.s3("PUT", name, body=body)
        return name

    def deploy(
        self,
        name: str,
        code: Code,
        *,
        handler: str | None = None,
        runtime: str = "python3.12",
        environment: Mapping[str, str] | None = None,
        timeout: int = 30,
        **options: Any,
    ) -> str:
        """Makes a function, waits until it is active, and gives its ARN.

        The handler is by default ``handler`` in the source file, which for a source's text is ``app.py`` (``app.mjs``
        for Node.js). The timeout is in seconds. Further options are CreateFunction's, by their AWS names.
        """
        package, module = _package(code, ".mjs" if runtime.startswith("nodejs") else ".py")
        members: dict[str, Any] = {
            "FunctionName": name,
            "Runtime": runtime,
            "Handler": handler or f"{module}.handler",
            "Timeout": timeout,
            "Environment": {"Variables": dict(environment or {})},
            "Code": {"ZipFile": base64.b64encode(package).decode()},
            **options,
        }
        members.setdefault("Role", self._role_arn())
        arn = str(self._calls.rest("POST", "functions", members)["FunctionArn"])
        self.wait_for(f"function {name}", lambda: self._is_active(name))
        return arn

    def _role_arn(self) -> str:
        if self._role is None:
            trust = json.dumps(TRUST)
            xml = self._calls.query(
                "iam", "2010-05-08", "CreateRole", RoleName="waterwheel-test", AssumeRolePolicyDocument=trust)
            found = re.search("<Arn>(.*?)</Arn>", xml)
            assert found, xml
            self._role = found.group(1)
        return self._role

    def _is_active(self, function: str) -> bool:
        told = self._calls.rest("GET", f"functions/{quote(function)}/configuration")
        if told.get("State") == "Failed":
            raise AssertionError(f"function {function} failed: {told.get('StateReason')}")
        return bool(told.get("State") == "Active")

    def mapping(self, source: str, function: str, **options: Any) -> str:
        """Lets a function read a stream from its beginning, or a queue; gives the mapping's UUID once it is enabled.

        The source is a stream's name, or an ARN. Options are CreateEventSourceMapping's, by their AWS names.
        """
        arn = source if source.startswith("arn:") else self.arn("kinesis", f"stream/{source}")
        members: dict[str, Any] = {"EventSourceArn": arn, "FunctionName": function, **options}
        if ":sqs:" not in arn:
            members.setdefault("StartingPosition", "TRIM_HORIZON")
        uuid = str(self._calls.rest("POST", "event-source-mappings/", members)["UUID"])
        if members.get("Enabled", True):
            self.wait_for(f"mapping {uuid}", lambda: self._mapping_state(uuid) == "Enabled")
        return uuid

    def _mapping_state(self, uuid: str) -> str:
        return str(self._calls.rest("GET", f"event-source-mappings/{uuid}")["State"])

    def put(self, stream: str, data: Any, partition_key: str = "1") -> str:
        """Puts a record into a stream and gives its sequence number. What is neither bytes nor text is put as JSON."""
        if isinstance(data, str):
            data = data.encode()
        elif not isinstance(data, (bytes, bytearray, memoryview)):
            data = json.dumps(data).encode()
        encoded = base64.b64encode(data).decode()
        answer = self._calls.json(
            "kinesis", "PutRecord", StreamName=stream, PartitionKey=partition_key, Data=encoded)
        return str(answer["SequenceNumber"])

    # What tests wait for and look at.

    def wait_for(self, what: str, condition: Callable[[], Union[Found, None]], seconds: float = 30) -> Found:
        """Looks until the condition gives something true, and gives that. Fails after so many seconds."""
        end = time.monotonic() + seconds
        pause = 0.002
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds:g} s for {what}")
            time.sleep(pause)
            pause = min(pause * 1.5, 0.05)

    def wait_for_object(
        self, bucket: str, key: str | None = None, *, prefix: str = "", seconds: float = 30,
    ) -> Object:
        """Waits for the object of a key, or for the first one whose key begins with a prefix, and gives it."""
        if key is not None:
            return self.wait_for(f"s3://{bucket}/{key}", lambda: self._object(bucket, key), seconds)
        what = f"an object s3://{bucket}/{prefix}…"
        return self.wait_for(what, lambda: self._first_object(bucket, prefix), seconds)

    def _object(self, bucket: str, key: str) -> Object | None:
        try:
            return Object(bucket, key, self._calls.s3("GET", bucket, key))
        except CallError as error:
            if error.code == "NoSuchKey":
                return None
            raise

    def _first_object(self, bucket: str, prefix: str) -> Object | None:
        keys = _texts(self._calls.s3("GET", bucket, list_type="2", max_keys="1", prefix=prefix), "Key")
        return self._object(bucket, keys[0]) if keys else None

    def logs(self, function: str | None = None) -> dict[str, list[str]]:
        """What functions of this account have written, line by line: all of them, or one.

        A line is there some 0.1 s after it was written, which may be after the function has answered.
        """
        prefix = "/aws/lambda/"
        groups = self._pages("DescribeLogGroups", "logGroups", logGroupNamePrefix=prefix + (function or ""))
        names = [str(group["logGroupName"]) for group in groups]
        if function is not None:
            names = [name for name in names if name == prefix + function]
        return {
            name[len(prefix):]: [
                str(event["message"]).rstrip("\n")
                for event in self._pages("FilterLogEvents", "events", logGroupName=name)
            ]
            for name in names
        }

    def last_logs(self) -> dict[str, list[str]]:
        """What functions have written, once nothing more has come for a moment: lines come a tenth of a second late."""
        before: dict[str, list[str]] | None = None
        end = time.monotonic() + 2
        while before != (now := self.logs()) and time.monotonic() < end:
            before = now
            time.sleep(0.2)
        return now

    def _pages(self, operation: str, member: str, **members: Any) -> list[Any]:
        found: list[Any] = []
        while True:
            answer = self._calls.json("logs", operation, **members)
            found += answer.get(member, [])
            if not answer.get("nextToken"):
                return found
            members["nextToken"] = answer["nextToken"]

    # Its end.

    def clear(self) -> None:
        """Deletes mappings, functions and streams of this account in its region, and its buckets.

        So nothing of a test works on when it is over, and the next one may have buckets of the same names. Queues,
        topics, roles and logs stay; no other account sees them, and they go with the server.
        """
        for mapping in self._listed("event-source-mappings", "EventSourceMappings"):
            self._gone(lambda: self._calls.rest("DELETE", f"event-source-mappings/{mapping['UUID']}"))
        for function in self._listed("functions", "Functions"):
            self._gone(lambda: self._calls.rest("DELETE", f"functions/{quote(function['FunctionName'])}"))
        for name in self._streams():
            self._gone(lambda: self._calls.json("kinesis", "DeleteStream", StreamName=name, EnforceConsumerDeletion=True))
        for bucket in _texts(self._calls.s3("GET"), "Bucket/Name"):
            self._gone(lambda: self._empty(bucket))
        self._calls.close()

    def _streams(self) -> list[str]:
        found: list[str] = []
        more: dict[str, str] = {}
        while True:
            answer = self._calls.json("kinesis", "ListStreams", **more)
            found += answer["StreamNames"]
            if not answer.get("NextToken"):
                return found
            more = {"NextToken": answer["NextToken"]}

    def _listed(self, path: str, member: str) -> list[Any]:
        found: list[Any] = []
        marker = ""
        while True:
            answer = self._calls.rest("GET", f"{path}/?{marker}")
            found += answer[member]
            if not answer.get("NextMarker"):
                return found
            marker = f"Marker={quote(answer['NextMarker'], safe='')}"

    def _empty(self, bucket: str) -> None:
        """Deletes a bucket with every version of its objects and every upload."""
        while found := self._versions(bucket):
            request = ElementTree.Element("Delete")
            for version in found:
                entry = ElementTree.SubElement(request, "Object")
                for name, text in version.items():
                    ElementTree.SubElement(entry, name).text = text
            self._calls.s3("POST", bucket, body=ElementTree.tostring(request), delete="")
        for upload in ElementTree.fromstring(self._calls.s3("GET", bucket, uploads="")).iterfind("{*}Upload"):
            key, upload_id = upload.findtext("{*}Key") or "", upload.findtext("{*}UploadId") or ""
            self._calls.s3("DELETE", bucket, key, uploadId=upload_id)
        self._calls.s3("DELETE", bucket)

    def _versions(self, bucket: str) -> list[dict[str, str]]:
        """Some of what lies in a bucket: keys and, from a server that has versions, these."""
        try:
            root = ElementTree.fromstring(self._calls.s3("GET", bucket, versions=""))
        except CallError as error:
            if error.code != "NotImplemented":
                raise
            return [{"Key": key} for key in _texts(self._calls.s3("GET", bucket, list_type="2"), "Contents/Key")]
        return [
            {name: version.findtext(f"{{*}}{name}") or "" for name in ("Key", "VersionId")}
            for version in root
            if version.tag.endswith(("}Version", "}DeleteMarker"))
        ]

    @staticmethod
    def _gone(delete: Callable[[], Any]) -> None:
        """Deletes what may be gone already, or be locked for good: that goes with the server."""
        try:
            delete()
        except CallError as error:
            if error.status >= 500:
                raise

    def __repr__(self) -> str:
        return f"Account({self.account_id} at {self.endpoint_url})"


def _texts(xml: bytes, path: str) -> list[str]:
    """The texts of all elements of that path, whatever their namespace."""
    steps = "/".join(f"{{*}}{step}" for step in path.split("/"))
    return [element.text or "" for element in ElementTree.fromstring(xml).iterfind(f".//{steps}")]


def _package(code: Code, extension: str) -> tuple[bytes, str]:
    """The zip of a function, and the module in it that has the handler."""
    if isinstance(code, bytes):
        return code, "app"
    if isinstance(code, Mapping):
        return _zip(code), Path(next(iter(code), "app")).stem
    if isinstance(code, str) and "\n" in code:
        return _zip({f"app{extension}": code}), "app"
    path = Path(code)
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file())
        return _zip({str(file.relative_to(path)): file.read_bytes() for file in files}), "app"
    content = path.read_bytes()
    if path.suffix == ".zip":
        return content, "app"
    return _zip({path.name: content}), path.stem


def _zip(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, 0o755 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
