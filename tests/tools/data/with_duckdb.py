"""DuckDB: SQL over a bucket, by its own S3 client (httpfs, whose extension a package brings) and by fsspec's."""

import os
from pathlib import Path

import duckdb
import duckdb_extension_httpfs
import s3fs

scheme, place = os.environ["AWS_ENDPOINT_URL"].split("://")
extension, = Path(duckdb_extension_httpfs.__file__).parent.glob(f"extensions/v{duckdb.__version__}/httpfs.duckdb_extension")
own = duckdb.connect()
own.execute(f"LOAD '{extension}'")
own.execute(
    f"CREATE SECRET (TYPE s3, KEY_ID 'test', SECRET 'test', REGION 'us-east-1', ENDPOINT '{place}', URL_STYLE 'path', USE_SSL false)")
visits = "SELECT i AS number, CASE i % 2 WHEN 0 THEN 'mon' ELSE 'tue' END AS day, md5(i::VARCHAR) AS text FROM range(400000) t(i)"
own.execute(f"COPY ({visits}) TO 's3://tables/duckdb/visits' (FORMAT parquet, PARTITION_BY day)")
# A part is the ten-thousandth of this, yet never below 5 MiB.
own.execute("SET s3_uploader_max_filesize = '50GB'")
own.execute(f"COPY ({visits}) TO 's3://tables/duckdb/visits.csv' (HEADER)")
counted = "SELECT count(*), sum(number) FROM read_parquet('{}/duckdb/visits/*/*.parquet', hive_partitioning = true) WHERE day = 'tue'"
expected = (200_000, 200_000**2)
assert own.execute(counted.format("s3://tables")).fetchone() == expected
assert own.execute("SELECT count(DISTINCT text) FROM read_csv('s3://tables/duckdb/visits.csv')").fetchone() == (400_000,)
assert len(own.execute("FROM glob('s3://tables/duckdb/**')").fetchall()) >= 3

files = s3fs.S3FileSystem()
assert "-" in files.info("tables/duckdb/visits.csv")["ETag"]
fsspec = duckdb.connect()
fsspec.register_filesystem(files)
assert fsspec.execute(counted.format("s3://tables")).fetchone() == expected
fsspec.execute("COPY (SELECT 7 AS a) TO 's3://tables/duckdb/seven.json' (FORMAT json)")
assert own.execute("SELECT a FROM read_json('s3://tables/duckdb/seven.json')").fetchone() == (7,)
print("DuckDB is served")
