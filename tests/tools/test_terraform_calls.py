"""What Terraform's AWS provider asks for the configuration of test_terraform.py, asked without Terraform:
each call is answered as it was, from the first apply to the end of destroy."""

from recorder import read, replay
from tools import FOLDER


def test_each_call_is_answered_as_it_was(server):
    calls = read(FOLDER / "terraform" / "calls.jsonl")
    assert {it["operation"] for it in calls} >= {"CreateStream", "CreateRole", "DeleteRole", "DeleteStream"}
    replay(server, calls)
