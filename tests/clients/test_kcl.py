"""The Kinesis Client Library as it is used: workers that share leases through kills, splits and merges, and the pages of
examples/kcl and examples/kclpy.

A first worker waits for up to half a minute, as long as it happens to choose, lest another make the leases too. So all of
it runs side by side, and each test asks how its part went."""

import os
import re
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import ROOT, Server, make_stream, wait_for
from kcl_fleets import (
    KEYS, PATIENCE, Daemons, Fleet, Producer, all_seen, check_rounds, children_read, class_path, open_shards, split,
)
from pages import Shell, blocks, port_4566

WORKER = {"AWS_ENDPOINT_URL": "http://127.0.0.1:4566", "AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true"}
# What AWS CLI 1 sends of the page's --data as it stands, version 2 decodes.
STORED = {
    1: ["U2FtcGxlIERhdGEgLS0gTG9jYWxTdGFjayBUZXN0", "bWVhbndoaWxl"],
    2: ["Sample Data -- LocalStack Test", "meanwhile"],
}


def three_workers_lose_nothing_through_a_kill_and_resharding(shared, stream, folder):
    kinesis = shared.client("kinesis")
    make_stream(shared, stream, 3)
    with fleet_of(3, shared, stream, folder) as fleet:
        with Producer(shared, stream) as producer:
            fleet.start_all("one", "two", "three")
            fleet.wait("balance", fleet.balanced())
            fleet.kill("two")
            split(kinesis, stream, open_shards(kinesis, stream)[0])
            fleet.wait("the survivors' balance", fleet.balanced())
            fleet.wait("the split's children", children_read(fleet, kinesis, stream))
            fleet.start("four")
            first, second = [it["ShardId"] for it in open_shards(kinesis, stream)[-2:]]
            kinesis.merge_shards(StreamName=stream, ShardToMerge=first, AdjacentShardToMerge=second)
            fleet.wait("the merge's child", children_read(fleet, kinesis, stream))
            kinesis.update_shard_count(StreamName=stream, TargetShardCount=6, ScalingType="UNIFORM_SCALING")
            wait_for("the new count", lambda: len(open_shards(kinesis, stream)) == 6)
            fleet.wait("the new count's shards", children_read(fleet, kinesis, stream))
            fleet.wait("the replacement's balance", fleet.balanced())
        fleet.wait("all records", all_seen(fleet, producer.round))
        check_metrics(shared, fleet.applications["fan-out"])
        check_resumes(fleet, producer)


def kcl_2_reads_through_a_split_and_resumes(shared, stream, folder):
    kinesis = shared.client("kinesis")
    make_stream(shared, stream, 2)
    with fleet_of(2, shared, stream, folder) as fleet:
        with Producer(shared, stream) as producer:
            fleet.start_all("one", "two")
            fleet.wait("balance", fleet.balanced())
            split(kinesis, stream, open_shards(kinesis, stream)[0])
            fleet.wait("the split's children", children_read(fleet, kinesis, stream))
        fleet.wait("all records", all_seen(fleet, producer.round))
        check_resumes(fleet, producer)


def the_multilang_daemon_feeds_python_and_resumes(shared, stream, folder):
    kinesis = shared.client("kinesis")
    make_stream(shared, stream, 1)
    with Daemons(shared, folder, stream, f"{stream}-daemon") as fleet:
        with Producer(shared, stream) as producer:
            fleet.start("one")
            fleet.wait("the first records", lambda it: fleet.events("record", it))
            split(kinesis, stream, open_shards(kinesis, stream)[0])
            fleet.wait("the split's children", children_read(fleet, kinesis, stream))
        fleet.wait("all records", all_seen(fleet, producer.round))
        check_resumes(fleet, producer)


def fleet_of(major, shared, stream, folder):
    applications = {"polling": f"{stream}-polling", "fan-out": f"{stream}-fan-out"}
    return Fleet(shared, folder, stream, class_path(major), applications)


def check_resumes(fleet, producer):
    """Processes that were asked to end have handed over at their last checkpoints: nothing is read twice,
    but for a shard whose worker told that it had lost its lease before it could checkpoint."""
    for worker in list(fleet.workers):
        # A worker of KCL 2 that is asked to end while it begins with a shard does not end.
        fleet.wait("work on each shard", fleet.at_work)
        fleet.stop(worker)
    before = {name: len(fleet.events("record", name)) for name in fleet.applications.values()}
    producer.put()
    fleet.start("last")
    fleet.wait("the last round", all_seen(fleet, producer.round))
    for name in fleet.applications.values():
        told = fleet.events("lost", name)
        lost = {it.shard for it in told if "before a checkpoint" in (it.key, it.text)}
        more = fleet.events("record", name)[before[name]:]
        last = max(it.text for it in more)
        assert {it.key for it in more if it.text == last} == set(KEYS)
        kept = [it for it in more if it.shard not in lost]
        assert all(it.text == last for it in kept) and len({it.key for it in kept}) == len(kept)
        check_rounds(fleet, name, producer.round)


def check_metrics(server, application):
    """What the library reports of itself can be asked for."""
    cloudwatch = server.client("cloudwatch")

    def reported():
        pages = cloudwatch.get_paginator("list_metrics").paginate(Namespace=application)
        return {it["MetricName"] for page in pages for it in page["Metrics"]}

    wanted = {"RecordsProcessed", "MillisBehindLatest", "CurrentLeases", "RenewLease.Success"}
    wait_for("the library's metrics", lambda: wanted <= reported())


def each_command_of_the_java_page_works_verbatim(shared, stream, folder):
    follow_page("kcl", "AWS_CLI_2", folder)


def each_command_of_the_python_page_works_verbatim(shared, stream, folder):
    follow_page("kclpy", "AWS_CLI_1", folder)


def follow_page(example, cli, folder):
    page = ROOT / "examples" / example / "README.md"
    with port_4566():
        shell = Shell(cli, page, folder, WORKER)
        server = Server(folder, port=4566)
        try:
            for step in check_page(shell, server, page):
                wait_for("the worker's metrics", lambda: "RecordsProcessed" in shell(step))
        except AssertionError as error:
            log = folder / "consumer.log"
            raise AssertionError(f"{error}\n{log.read_text()[-5000:] if log.exists() else ''}") from error
        finally:
            end(shell)
            server.stop()


def check_page(shell, server, page):
    """Runs the page, and looks for both objects and the checkpoint of the last."""
    s3 = server.client("s3")
    keys = lambda: [it["Key"] for it in s3.list_objects_v2(Bucket="demo-pipeline-bucket").get("Contents", [])]
    texts = lambda: [s3.get_object(Bucket="demo-pipeline-bucket", Key=key)["Body"].read().decode() for key in keys()]
    steps = blocks(page)
    for step in steps[:3]:
        shell(step)
    wait_for("the object", keys, PATIENCE)
    assert shell(steps[3]).split()[-1] == keys()[0]
    assert re.fullmatch(r"record-shardId-000000000000:\d{56}\.txt", keys()[0])
    checkpoint = lambda: shell(steps[4]).strip()
    wait_for("the checkpoint", lambda: checkpoint() in keys()[0])
    shell(steps[5])
    wait_for("the second object", lambda: len(keys()) == 2, PATIENCE)
    wait_for("its checkpoint", lambda: checkpoint() in keys()[1])
    assert texts() == STORED[shell.version]
    return steps[6:]


def end(shell):
    """Ends the worker that the page started last, and what it runs."""
    found = shell.folder / "consumer.pid"
    if found.exists():
        try:
            os.kill(int(found.read_text()), signal.SIGKILL)
        except ProcessLookupError:
            pass


# The pages take turns at the port, so the first of them begins first.
PARTS = [
    each_command_of_the_java_page_works_verbatim,
    each_command_of_the_python_page_works_verbatim,
    three_workers_lose_nothing_through_a_kill_and_resharding,
    kcl_2_reads_through_a_split_and_resumes,
    the_multilang_daemon_feeds_python_and_resumes,
]


@pytest.fixture(scope="module")
def outcomes(request, shared, tmp_path_factory):
    """Begins with all parts whose tests were selected, each in a thread of its own."""
    chosen = [it.callspec.params["part"] for it in request.session.items if it.module is request.module]
    with ThreadPoolExecutor(len(chosen)) as pool:
        outcomes = {}
        for part in chosen:
            folder = tmp_path_factory.mktemp(part.__name__[:30])
            stream = f"{part.__name__[:20].replace('_', '-')}-{os.urandom(3).hex()}"
            outcomes[part] = pool.submit(part, shared, stream, folder)
        yield outcomes


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_part(part, outcomes):
    outcomes[part].result()
