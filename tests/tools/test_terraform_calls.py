"""What Terraform's AWS provider asks for the configurations of test_terraform.py, asked without Terraform:
each call is answered as it was, from the first apply to the end of destroy."""

import pytest
from recorder import read, replay
from tools import FOLDER


@pytest.mark.parametrize("folder, operations", [
    (".", {"CreateStream", "CreateRole", "DeleteRole", "DeleteStream"}),
    ("dynamodb", {"CreateTable", "UpdateTable", "UpdateTimeToLive", "PutResourcePolicy", "DeleteTable"}),
])
def test_each_call_is_answered_as_it_was(server, folder, operations):
    calls = read(FOLDER / "terraform" / folder / "calls.jsonl")
    assert {it["operation"] for it in calls} >= operations
    replay(server, calls)
