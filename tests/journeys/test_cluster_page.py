"""docs/cluster.md and examples/cluster: what they name is there, and they name the same."""

import re
import subprocess
import tomllib

import yaml
from conftest import ROOT, binary

PAGE = (ROOT / "docs/cluster.md").read_text()
FOLDER = ROOT / "examples/cluster"


def documented():
    """The page's table: option, variable, and key of the file."""
    rows = re.findall(r"^\| `(--cluster[a-z-]*)` \| `(WATERWHEEL_[A-Z_]+)` \| `([^`]+)` \|", PAGE, re.M)
    assert len(rows) == 7, rows
    return rows


def options():
    """What `waterwheel start` takes."""
    said = subprocess.run([binary(), "start", "--help"], text=True, capture_output=True, check=True).stdout
    return set(re.findall(r"--[a-z][a-z-]+", said))


def nodes():
    """Each node's command and variables, in the manifests."""
    compose = yaml.safe_load((FOLDER / "compose.yaml").read_text())
    for name in ["one", "two", "three"]:
        service = compose["services"][name]
        yield service["entrypoint"], dict(service["environment"])
    kinds = {each["kind"]: each for each in yaml.safe_load_all((FOLDER / "kubernetes.yaml").read_text())}
    container, = kinds["Deployment"]["spec"]["template"]["spec"]["containers"]
    variables = {each["name"]: each.get("value", "from the pod") for each in container["env"]}
    yield container["command"], variables | kinds["Secret"]["stringData"]


def test_the_page_tells_the_options_that_there_are():
    assert {option for option, _, _ in documented()} == {each for each in options() if each.startswith("--cluster")}


def test_nodes_are_started_with_what_is_documented():
    variables = {variable for _, variable, _ in documented()}
    seen = 0
    for command, given in nodes():
        seen += 1
        assert command[1:3] == ["start", "--cluster"]
        assert {each for each in command if each.startswith("--")} <= options()
        ours = {each for each in given if each.startswith("WATERWHEEL_CLUSTER")}
        assert ours <= variables, ours - variables
        assert {"WATERWHEEL_CLUSTER_NODE", "WATERWHEEL_CLUSTER_ADDRESS"} <= ours
    assert seen == 4


def test_the_files_of_settings_have_what_is_documented():
    keys = {key for _, _, key in documented()} - {"[cluster]"}
    shown = re.search(r"```toml\n(.*?)```", PAGE, re.S).group(1)
    for text in [shown, (FOLDER / "waterwheel.toml").read_text()]:
        settings = tomllib.loads(text)
        assert set(settings["cluster"]) <= keys
        assert {"tables", "log", "blobs"} <= set(settings["cluster"])


def test_every_engine_of_the_example_is_set_as_the_page_says():
    compose = yaml.safe_load((FOLDER / "compose.yaml").read_text())
    services = compose["services"]
    assert {"fsync=on", "synchronous_commit=on"} <= set(services["postgres"]["command"])
    kafka = services["kafka"]["environment"]
    # One broker: then a record is on its disk before it is acknowledged.
    assert (kafka["KAFKA_DEFAULT_REPLICATION_FACTOR"], kafka["KAFKA_LOG_FLUSH_INTERVAL_MESSAGES"]) == (1, 1)
    assert kafka["KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE"] == "false"
    settings = tomllib.loads((FOLDER / "waterwheel.toml").read_text())
    for engine, service in [("tables", "postgres"), ("log", "kafka"), ("blobs", "objects")]:
        assert service in settings["cluster"][engine] and service in services
    # What the page names lies in the services' volumes, and each is declared.
    used = {each.split(":")[0] for service in services.values() for each in service.get("volumes", [])}
    assert {each for each in used if not each.startswith(".")} == set(compose["volumes"])


def test_a_node_is_given_longer_to_stop_than_it_drains():
    kinds = {each["kind"]: each for each in yaml.safe_load_all((FOLDER / "kubernetes.yaml").read_text())}
    pod = kinds["Deployment"]["spec"]["template"]["spec"]
    container, = pod["containers"]
    drain = int(container["command"][container["command"].index("--cluster-drain-seconds") + 1])
    assert pod["terminationGracePeriodSeconds"] >= drain + 60
    ports = {each["name"] for each in container["ports"]}
    assert {kinds["Service"]["spec"]["ports"][0]["targetPort"], container["readinessProbe"]["httpGet"]["port"]} <= ports
    assert container["readinessProbe"]["httpGet"]["path"] == "/_waterwheel/ready"


def test_the_balancer_knows_every_node():
    compose = yaml.safe_load((FOLDER / "compose.yaml").read_text())
    balancer = (FOLDER / "nginx.conf").read_text()
    addresses = [given["WATERWHEEL_CLUSTER_ADDRESS"] for _, given in nodes()][:3]
    assert addresses == re.findall(r"server (\S+) max_fails", balancer)
    assert set(compose["services"]["balancer"]["depends_on"]) == {"one", "two", "three"}
