"""Programs that people have already, run as they run them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true", "AWS_PAGER": ""}


def environment(server, home, **more):
    """What a shell has that was pointed at the server; nothing of the user's own settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "WATERWHEEL_"))}
    return {**kept, **KEYS, "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.port}", "HOME": str(home),
            "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", **more}


def virtual(variable, program="python"):
    """A program of a virtual environment that ./test has made."""
    python = os.environ.get(variable)
    if not python:
        pytest.fail(f"{variable} is not set: run ./test", pytrace=False)
    return str(Path(python).parent / program)


def installed(program, package):
    """A program of the machine, which ./test installs."""
    found = shutil.which(program)
    if not found:
        pytest.fail(f"{program} is not here: run ./test, which installs {package}", pytrace=False)
    return found


def run(command, cwd, variables, timeout=300, log=None):
    """What a command printed; it must succeed."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, env=variables, capture_output=True,
                          text=True, timeout=timeout)
    told = f"{command}\n{done.stdout}\n{done.stderr}\n{log() if log else ''}"
    assert done.returncode == 0, told
    return done.stdout
