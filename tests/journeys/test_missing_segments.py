"""Files of a stream that somebody has removed or cut while the server was stopped."""

import re
import shutil

import pytest
from conftest import Server, make_stream, wait_for
from test_start_misfortune import sentence, start

MIB = 1024 * 1024
SKIP = "--skip-missing-segments"
SHARDS = ["shardId-000000000000", "shardId-000000000001"]


def put(kinesis, name, shard, data):
    """Puts a record into one of two shards; gives its sequence number."""
    answer = kinesis.put_record(StreamName=name, PartitionKey="k", Data=data, ExplicitHashKey=str(shard << 127))
    assert answer["ShardId"] == SHARDS[shard]
    return int(answer["SequenceNumber"])


def texts(kinesis, name, shard):
    """The first bytes of all records of a shard."""
    found, behind = [], None
    iterator = kinesis.get_shard_iterator(StreamName=name, ShardId=SHARDS[shard],
                                          ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    while behind != 0:
        answer = kinesis.get_records(ShardIterator=iterator)
        found += [record["Data"][:20].decode().strip() for record in answer["Records"]]
        iterator, behind = answer["NextShardIterator"], answer["MillisBehindLatest"]
    return found


def files(folder, name):
    """The segments of a stream, in order; streams are told apart by what is in them."""
    found = [path for path in sorted((folder / "data" / "log").glob("*/*.seg"))
             if f"{name}-0".encode() in path.read_bytes()]
    return sorted(found[0].parent.glob("*.seg")) if found else []


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A data directory with a stream of three segments, `long`, one of one, `short`, and one that nobody
    touches, `other`; and the sequence numbers that they gave. A copy of it is for each test."""
    folder = tmp_path_factory.mktemp("kept")
    server = Server(folder)
    kinesis = server.client("kinesis")
    given = {}
    for name in ("long", "short", "other"):
        make_stream(server, name, shards=2)
        given[name] = [[], []]
        for n in range(10):
            for shard in (0, 1):
                given[name][shard].append(put(kinesis, name, shard, f"{name}-{n}".encode()))
    for n in range(10, 140):
        for shard in (0, 1):
            data = f"long-{n}".ljust(20).encode() + bytes(MIB // 2)
            given["long"][shard].append(put(kinesis, "long", shard, data))
    server.kill()
    assert len(files(folder, "long")) == 3 and len(files(folder, "short")) == 1
    yield folder, given
    shutil.rmtree(folder)


@pytest.fixture
def copy(kept, tmp_path):
    folder, given = kept
    shutil.copytree(folder / "data", tmp_path / "data")
    yield tmp_path, given
    shutil.rmtree(tmp_path / "data")


def refused(folder, path):
    """A start is refused in one sentence that names the stream and the file, and what to do."""
    said = sentence(start("--data-dir", str(folder / "data")))
    assert str(path) in said and SKIP in said and "missing" in said, said
    return said


def skips(folder, given, name):
    """A start that is told to skip tells of the stream; nothing of others is touched and no number comes
    twice, at this start and the next, which needs not be told. Gives what is left of both shards."""
    server = Server(folder, options=[SKIP])
    try:
        kinesis = server.client("kinesis")
        arn = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]["StreamARN"]
        told = [line for line in server.log().splitlines() if "records are lost" in line]
        assert told and all("WARN" in line and arn in line for line in told), told
        assert any("shardId-000000000000" in line or "every other" in line or "all" in line for line in told), told
        left = [texts(kinesis, name, shard) for shard in (0, 1)]
        for shard in (0, 1):
            assert texts(kinesis, "other", shard) == [f"other-{n}" for n in range(10)]
            new = put(kinesis, name, shard, b"new")
            assert new > max(given[name][shard]), "a sequence number is given out again"
        server.options = []
        server.restart()
        kinesis = server.client("kinesis")
        for shard in (0, 1):
            assert texts(kinesis, name, shard) == left[shard] + ["new"]
            assert put(kinesis, name, shard, b"newer") > max(given[name][shard])
            # A reader that had come to the last lost record goes on with what is new.
            iterator = kinesis.get_shard_iterator(
                StreamName=name, ShardId=SHARDS[shard], ShardIteratorType="AFTER_SEQUENCE_NUMBER",
                StartingSequenceNumber=str(max(given[name][shard])))["ShardIterator"]
            records = kinesis.get_records(ShardIterator=iterator)["Records"]
            assert [record["Data"] for record in records] == [b"new", b"newer"]
        return left
    finally:
        server.stop()


@pytest.mark.parametrize("which", [0, 1, 2])
def test_one_of_three_segments(copy, which):
    folder, given = copy
    path = files(folder, "long")[which]
    aside = path.read_bytes()
    path.unlink()
    said = refused(folder, path)
    assert "stream/long: " in said, said
    refused(folder, path)
    path.write_bytes(aside)
    server = Server(folder)
    assert texts(server.client("kinesis"), "long", 0) == [f"long-{n}" for n in range(140)]
    assert server.stop() == 0
    path.unlink()
    refused(folder, path)
    left = skips(folder, given, "long")
    for shard in (0, 1):
        assert 0 < len(left[shard]) < 140
        assert ("long-0" in left[shard]) == (which != 0) and ("long-139" in left[shard]) == (which != 2)


def test_the_only_segment(copy):
    folder, given = copy
    [path] = files(folder, "short")
    path.unlink()
    assert "stream/short: " in refused(folder, path)
    assert skips(folder, given, "short") == [[], []]


@pytest.mark.parametrize("manifest", ["stays", "goes"])
def test_the_whole_folder(copy, manifest):
    folder, given = copy
    log = files(folder, "short")[0].parent
    shutil.rmtree(log)
    if manifest == "goes":
        log.with_suffix(".manifest").unlink()
    said = refused(folder, log.name)
    assert "stream/short: " in said, said
    assert not log.exists()
    assert skips(folder, given, "short") == [[], []]


def test_a_segment_cut_short(copy):
    folder, given = copy
    [path] = files(folder, "short")
    at = path.read_bytes().index(b"short-5")
    with path.open("r+b") as file:
        file.truncate(at - 60)
    said = refused(folder, path)
    assert re.search(r"byte \d+", said) and "stream/short: " in said, said
    left = skips(folder, given, "short")
    assert [len(texts) for texts in left] in ([5, 5], [5, 4]), left


def test_a_damaged_last_record_is_told_and_its_number_is_not_given_again(copy):
    """It may be the end of a torn write, but somebody was told that it is kept."""
    folder, given = copy
    [path] = files(folder, "short")
    at = path.read_bytes().rindex(b"short-9")
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"S")
    server = Server(folder)
    kinesis = server.client("kinesis")
    assert [len(texts(kinesis, "short", shard)) for shard in (0, 1)] == [10, 9]
    [told] = [line for line in server.log().splitlines() if "records are lost" in line and SHARDS[1] in line]
    assert "WARN" in told and "stream/short" in told and "numbered 9 to" in told, told
    assert put(kinesis, "short", 1, b"new") > max(given["short"][1])
    assert server.stop() == 0


def test_the_manifest(copy):
    folder, given = copy
    path = files(folder, "short")[0].parent.with_suffix(".manifest")
    path.unlink()
    assert "stream/short: " in refused(folder, path)
    server = Server(folder, options=[SKIP])
    assert texts(server.client("kinesis"), "short", 0) == [f"short-{n}" for n in range(10)]
    server.options = []
    server.restart()
    assert put(server.client("kinesis"), "short", 0, b"new") > max(given["short"][0])
    assert server.stop() == 0


def test_data_of_the_version_before(copy):
    """Version 2 had neither manifests nor the note of what was acknowledged."""
    folder, given = copy
    for path in [*(folder / "data/log").glob("*.manifest"), folder / "data/log/acknowledged.ends"]:
        path.unlink()
    (folder / "data/format").write_text("waterwheel data, version 2\n")
    server = Server(folder)
    kinesis = server.client("kinesis")
    for name, count in (("long", 140), ("short", 10), ("other", 10)):
        assert texts(kinesis, name, 1) == [f"{name}-{n}" for n in range(count)]
        assert put(kinesis, name, 1, b"new") > max(given[name][1])
    assert "WARN" not in server.log() and "version 3" in (folder / "data/format").read_text()
    server.kill()
    path = files(folder, "long")[0]
    path.unlink()
    refused(folder, path)


def test_as_a_variable_and_in_the_file(copy):
    folder, given = copy
    [path] = files(folder, "short")
    path.unlink()
    (folder / "waterwheel.toml").write_text("skip-missing-segments = true\n")
    server = Server(folder)
    wait_for("the warning", lambda: "records are lost" in server.log())
    assert server.stop() == 0
    (folder / "waterwheel.toml").unlink()
    path = files(folder, "other")[0]
    path.unlink()
    assert "stream/other: " in refused(folder, path)
    server = Server(folder, variables={"WATERWHEEL_SKIP_MISSING_SEGMENTS": "1"})
    assert server.stop() == 0
