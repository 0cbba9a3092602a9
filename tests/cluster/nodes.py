"""Three nodes over engines of the tests' own, and clients that ask any of them."""

import json
import os
import random
import signal
import urllib.error
import urllib.request

import pytest
from conftest import Server, wait_for
from engines import Engines, free_port


class Node(Server):
    """One node, whose folder holds its log and nothing that lasts."""

    def __init__(self, folder, name, urls, port=None, address=None, variables=None):
        """The URLs are those of the engines; the address is where other nodes reach it, if not at its port."""
        self.name, self.urls, self.address = name, urls, address
        folder.mkdir()
        super().__init__(folder, port=port or free_port(), variables=variables)

    def launch(self):
        self.options = [
            "--cluster",
            "--cluster-tables", self.urls["tables"],
            "--cluster-log", self.urls["log"],
            "--cluster-blobs", self.urls["blobs"],
            "--cluster-node", self.name,
            "--cluster-address", self.address or f"127.0.0.1:{self.port}",
            "--cluster-drain-seconds", "1",
        ]
        super().launch()

    def ready(self):
        """The status and body of what balancers ask."""
        try:
            with urllib.request.urlopen(f"{self.url}/_waterwheel/ready", timeout=10) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)
        except OSError:
            return None, None

    def is_ready(self):
        return self.ready()[0] == 200

    def status(self, timeout=30):
        url = f"{self.url}/_waterwheel/status?account=000000000000&region=us-east-1"
        with urllib.request.urlopen(url, timeout=timeout) as answer:
            return json.load(answer)

    def pause(self):
        self.process.send_signal(signal.SIGSTOP)

    def wake(self):
        self.process.send_signal(signal.SIGCONT)

    def stop(self):
        if self.process.poll() is None:
            self.wake()
        return super().stop()


class Any:
    """A client of one service that asks a random node each time."""

    def __init__(self, nodes, chance, service, **options):
        self.clients = [node.client(service, **options) for node in nodes]
        self.chance = chance

    def __getattr__(self, operation):
        return getattr(self.chance.choice(self.clients), operation)


class Cluster:
    """The nodes and their engines."""

    def __init__(self, folder, engines, names=("one", "two", "three")):
        self.folder, self.engines = folder, engines
        self.chance = random.Random(os.environ.get("CLUSTER_SEED", "1"))
        self.nodes = []
        for name in names:
            self.add(name)

    def add(self, name):
        node = Node(self.folder / name, name, self.engines.urls())
        self.nodes.append(node)
        return node

    def node(self, name):
        return next(node for node in self.nodes if node.name == name)

    def client(self, service, **options):
        """A client that asks a random node each time: as `conftest`'s helpers take it."""
        return Any(self.nodes, self.chance, service, **options)

    def others(self, node):
        return [other for other in self.nodes if other is not node]

    def mover(self, uuid, ask=None):
        """The name of the node that moves the records of a mapping, if there is one."""
        for node in [ask] if ask else self.nodes:
            for mapping in node.status()["mappings"]:
                if mapping["uuid"] == uuid and mapping.get("node"):
                    return mapping["node"]
        return None

    def stop(self):
        for node in self.nodes:
            node.stop()


@pytest.fixture(scope="session")
def engines(tmp_path_factory):
    engines = Engines(tmp_path_factory.mktemp("engines"))
    yield engines
    engines.stop()


@pytest.fixture(scope="session")
def cluster(tmp_path_factory, engines):
    cluster = Cluster(tmp_path_factory.mktemp("nodes"), engines)
    for node in cluster.nodes:
        wait_for(f"node {node.name}", node.is_ready)
    yield cluster
    cluster.stop()
