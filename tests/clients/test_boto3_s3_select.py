"""SelectObjectContent: CSV, JSON and Parquet, plain and packed, by boto3 and both versions of the AWS CLI."""

import bz2
import gzip
import io
import json
import os
import subprocess

import polars
import pytest
from botocore.exceptions import EventStreamError
from conftest import refused

PEOPLE = 'name,Age,city\nAnna,31,Köln\nBen,9,Paris\nCleo,44,"Rome, Italy"\n'


@pytest.fixture
def s3(shared):
    return shared.client("s3")


@pytest.fixture
def bucket(s3, name):
    s3.create_bucket(Bucket=name)
    return name


def question(expression, given=None, output=None, **options):
    return {
        "ExpressionType": "SQL",
        "Expression": expression,
        "InputSerialization": given or {"CSV": {"FileHeaderInfo": "USE"}},
        "OutputSerialization": output or {"JSON": {}},
        **options,
    }


@pytest.fixture
def ask(s3, bucket):
    """Puts an object and asks it: the records, and all events."""

    def ask(body, expression, given=None, output=None, **options):
        s3.put_object(Bucket=bucket, Key="o", Body=body)
        asked = question(expression, given, output, **options)
        events = list(s3.select_object_content(Bucket=bucket, Key="o", **asked)["Payload"])
        return b"".join(event["Records"]["Payload"] for event in events if "Records" in event).decode(), events

    return ask


def test_a_query_is_answered_by_records_stats_and_the_end(ask):
    records, events = ask(PEOPLE, "SELECT s.name, s.city FROM S3Object s WHERE CAST(s.Age AS INT) > 30")
    assert records == '{"name":"Anna","city":"Köln"}\n{"name":"Cleo","city":"Rome, Italy"}\n'
    assert [next(iter(event)) for event in events] == ["Records", "Stats", "End"]
    size = len(PEOPLE.encode())
    told = {"BytesScanned": size, "BytesProcessed": size, "BytesReturned": len(records.encode())}
    assert events[-2]["Stats"]["Details"] == told


def test_delimiters_of_two_letters_and_of_one_are_taken_as_they_are_sent(ask):
    given = {"CSV": {"FileHeaderInfo": "NONE", "RecordDelimiter": "||", "FieldDelimiter": "\t", "QuoteCharacter": "'", "Comments": ";"}}
    output = {"CSV": {"FieldDelimiter": "|", "RecordDelimiter": "\n\n", "QuoteFields": "ALWAYS", "QuoteCharacter": "'"}}
    records, _ = ask("; no||a\t'b\tc'||d\te||", "SELECT * FROM S3Object", given, output)
    assert records == "'a'|'b\tc'\n\n'd'|'e'\n\n"


@pytest.mark.parametrize("kind", ["NONE", "GZIP", "BZIP2"])
def test_packed_objects_are_read(ask, kind):
    lines = "".join(json.dumps({"n": n, "tags": ["a", str(n)]}) + "\n" for n in range(2000))
    body = {"NONE": str.encode, "GZIP": lambda it: gzip.compress(it.encode()), "BZIP2": lambda it: bz2.compress(it.encode())}[kind](lines)
    given = {"JSON": {"Type": "LINES"}, "CompressionType": kind}
    records, events = ask(body, "SELECT COUNT(*) AS count, MAX(s.n) AS most FROM S3Object s WHERE '1' IN s.tags OR s.n > 1000", given)
    assert json.loads(records) == {"count": 1000, "most": 1999}
    assert events[-2]["Stats"]["Details"]["BytesProcessed"] == len(lines)


def test_a_document_is_gone_into_by_the_from_clause(ask):
    body = json.dumps({"Records": [{"id": n, "who": {"name": f"n{n}"}} for n in range(50_000)]})
    given = {"JSON": {"Type": "DOCUMENT"}}
    records, events = ask(
        body, "SELECT r.id, r.who.name AS name FROM S3Object[*].Records[*] r WHERE r.id >= 49998", given,
        RequestProgress={"Enabled": True},
    )
    assert records == '{"id":49998,"name":"n49998"}\n{"id":49999,"name":"n49999"}\n'
    assert any("Progress" in event for event in events)


def test_parquet_is_read_by_columns(ask):
    out = io.BytesIO()
    frame = polars.DataFrame({"id": range(10_000), "name": [f"n{n % 7}" for n in range(10_000)], "tags": [["a", "b"]] * 10_000})
    frame.write_parquet(out, compression="snappy", row_group_size=3000)
    records, _ = ask(out.getvalue(), "SELECT COUNT(*), SUM(s.id) FROM S3Object s WHERE s.name = 'n3'", {"Parquet": {}})
    assert json.loads(records) == {"_1": 1429, "_2": sum(range(3, 10_000, 7))}
    records, _ = ask(out.getvalue(), "SELECT * FROM S3Object s WHERE s.id = 9999", {"Parquet": {}})
    assert json.loads(records) == {"id": 9999, "name": "n3", "tags": ["a", "b"]}


def test_records_of_a_range_are_those_that_begin_in_it(ask):
    given = {"CSV": {"FileHeaderInfo": "USE"}}
    records, _ = ask(PEOPLE, "SELECT s.name FROM S3Object s", given, {"CSV": {}}, ScanRange={"Start": 20, "End": 39})
    assert records == "Ben\n"
    records, _ = ask(PEOPLE, "SELECT * FROM S3Object s", given, {"CSV": {}}, ScanRange={"End": 5})
    assert records == ""


def test_what_is_wrong_is_refused_or_is_the_last_event(s3, bucket, ask):
    s3.put_object(Bucket=bucket, Key="k", Body=PEOPLE)

    def wrong(expression, given=None, **options):
        return refused(s3.select_object_content, Bucket=bucket, Key="k", **question(expression, given, **options))

    assert wrong("SELECT name FROM S3Object ORDER BY name") == (
        400, "ParseUnexpectedToken", "Unexpected token found KEYWORD:UNKNOWN at line 1, column 27.",
    )
    assert wrong("SELECT s.street FROM S3Object s")[:2] == (400, "MissingHeaders")
    assert wrong("SELECT CAST(s.name AS INT) FROM S3Object s") == (
        400, "CastFailed", "Attempt to convert from one data type to another failed: cast from STRING to INT.",
    )
    assert wrong("SELECT * FROM S3Object", {"CSV": {}, "CompressionType": "GZIP"})[:2] == (400, "InvalidCompressionFormat")
    assert wrong("SELECT * FROM S3Object", {"JSON": {"Type": "LINE"}}) == (
        400, "InvalidJsonType", "The LINE jsonType is invalid. Please check the service documentation and try again.",
    )
    missing = question("SELECT * FROM S3Object")
    assert refused(s3.select_object_content, Bucket=bucket, Key="none", **missing)[:2] == (404, "NoSuchKey")
    with pytest.raises(EventStreamError) as caught:
        ask("1\n" * 500_000 + "x\n", "SELECT CAST(s._1 AS INT) FROM S3Object s", {"CSV": {}})
    assert caught.value.response["Error"]["Code"] == "CastFailed"


@pytest.mark.parametrize("version", ["AWS_CLI_1", "AWS_CLI_2"])
def test_the_command_line_writes_the_records_to_a_file(s3, bucket, shared, tmp_path, version):
    s3.put_object(Bucket=bucket, Key="k", Body=PEOPLE)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1", "AWS_PAGER": "",
    }
    command = [os.environ[version], "--endpoint-url", shared.url, "s3api", "select-object-content", "--bucket", bucket, "--key", "k"]
    options = [
        "--expression-type", "SQL", "--expression", "SELECT s.city FROM S3Object s WHERE s.Age > 10",
        "--input-serialization", '{"CSV": {"FileHeaderInfo": "USE"}}', "--output-serialization", '{"CSV": {}}',
    ]
    done = subprocess.run([*command, *options, "out"], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out").read_text() == 'Köln\n"Rome, Italy"\n'
