"""The AWS SDK for Go, version 2: streams, objects, messages, and errors by their types."""

import os

from tools import FOLDER, environment, installed, run


def test_the_sdk_is_served(server, tmp_path):
    go = os.environ.get("GO") or installed("go", "nothing: Go 1.24 or newer is to be there already")
    home = os.environ["HOME"]
    # What is downloaded and compiled is kept where Go keeps it.
    run([go, "build", "-o", tmp_path / "program", "."], FOLDER / "go", {**os.environ, "HOME": home, "GOFLAGS": "-mod=readonly"}, 600)
    assert run([tmp_path / "program"], tmp_path, environment(server, tmp_path), log=server.log) == "the Go SDK is served\n"
