"""Behind a balancer that knows nothing of us: the pipeline of examples/kinesis-lambda-s3, each command copied from its page,
and workers of the Kinesis Client Library. Each connection goes to another node."""

import pytest
from botocore.config import Config
from conftest import ROOT, Server, make_stream, wait_for
from doors import Doors
from kcl_fleets import Fleet, Producer, all_seen, check_rounds, children_read, class_path, open_shards, split
from nodes import cluster, engines  # noqa: F401 (fixtures)
from pages import Shell, blocks, port_4566

PAGE = ROOT / "examples/kinesis-lambda-s3/README.md"
# What a request does that meets a node which is being killed.
AGAIN = Config(retries={"mode": "standard", "total_max_attempts": 10}, read_timeout=30)


@pytest.fixture
def doors():
    doors = Doors()
    yield doors
    doors.stop()


class Balancer:
    """All nodes at one port, as a server of which tests make clients."""

    def __init__(self, doors, cluster, own=0):  # noqa: F811
        self.port = doors.open("balancer", *(node.port for node in cluster.nodes), own=own)
        self.url = f"http://127.0.0.1:{self.port}"

    def client(self, service):
        return Server.client(self, service, config=AGAIN)


def test_each_command_of_the_page_works_verbatim(cluster, doors, tmp_path):  # noqa: F811
    with port_4566():
        Balancer(doors, cluster, own=4566)
        shell = Shell("AWS_CLI_2", PAGE, tmp_path)
        commands = blocks(PAGE)
        for block in commands:
            shell(block)
        listing = wait_for("the object", lambda: shell(commands[-1]), 120)
        [line] = listing.splitlines()
        source = f"s3://demo-pipeline-bucket/{line.split()[-1]}"
        for _ in cluster.nodes:
            content = shell(f"aws --endpoint-url=http://localhost:4566 s3 cp {source} -")
            assert content == "Sample Data -- LocalStack Test"
        doors.stop()


def test_kcl_3_loses_nothing_while_a_node_is_killed_and_one_stops(cluster, doors, name, tmp_path):  # noqa: F811
    server = Balancer(doors, cluster)
    kinesis = server.client("kinesis")
    make_stream(server, name, 2)
    applications = {"polling": f"{name}-polling", "fan-out": f"{name}-fan-out"}
    with Fleet(server, tmp_path, name, class_path(3), applications) as fleet:
        with Producer(server, name) as producer:
            fleet.start_all("one", "two")
            fleet.wait("the first records", lambda it: fleet.events("record", it))
            killed, stopped, _ = cluster.nodes
            killed.kill()
            split(kinesis, name, open_shards(kinesis, name)[0])
            fleet.wait("the split's children", children_read(fleet, kinesis, name))
            killed.start()
            assert stopped.stop() == 0
            rounds = producer.round
            wait_for("more rounds", lambda: producer.round > rounds + 10)
            stopped.start()
        fleet.wait("all records", all_seen(fleet, producer.round))
        for application in applications.values():
            check_rounds(fleet, application, producer.round)
