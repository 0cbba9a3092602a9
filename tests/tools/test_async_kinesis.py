"""async-kinesis, which wants another botocore than the clients have."""

from tools import FOLDER, environment, run, virtual


def test_async_kinesis_follows_a_reshard(server, tmp_path):
    script = FOLDER / "data" / "with_async_kinesis.py"
    variables = environment(server, tmp_path)
    assert run([virtual("DATA_PYTHON"), script], tmp_path, variables, log=server.log) == "async-kinesis is served\n"
