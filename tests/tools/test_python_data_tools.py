"""pandas with s3fs, PyArrow, Polars, DuckDB and Delta Lake: tables in a bucket, written, read and changed. And MinIO's client."""

from tools import FOLDER, environment, run, virtual


def script(server, tmp_path, name):
    server.client("s3").create_bucket(Bucket="tables")
    return run([virtual("DATA_PYTHON"), FOLDER / "data" / name], tmp_path, environment(server, tmp_path), log=server.log)


def test_pandas_with_s3fs(server, tmp_path):
    assert script(server, tmp_path, "with_pandas.py") == "pandas is served\n"
    keys = [it["Key"] for it in server.client("s3").list_objects_v2(Bucket="tables")["Contents"]]
    assert "pandas/large.csv" in keys and "pandas/gone.csv" not in keys


def test_pyarrow(server, tmp_path):
    assert script(server, tmp_path, "with_pyarrow.py") == "PyArrow is served\n"


def test_polars(server, tmp_path):
    assert script(server, tmp_path, "with_polars.py") == "Polars is served\n"


def test_delta_lake(server, tmp_path):
    assert script(server, tmp_path, "with_delta.py") == "Delta Lake is served\n"
    keys = [it["Key"] for it in server.client("s3").list_objects_v2(Bucket="tables", Prefix="delta/_delta_log/")["Contents"]]
    assert "delta/_delta_log/00000000000000000003.json" in keys


def test_duckdb(server, tmp_path):
    assert script(server, tmp_path, "with_duckdb.py") == "DuckDB is served\n"


def test_minio_client(server, tmp_path):
    assert script(server, tmp_path, "with_minio.py") == "MinIO's client is served\n"
