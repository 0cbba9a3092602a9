"""Polars: a lazy query over Parquet files of a bucket, which reads only the columns that it needs."""

import os

import polars as pl

options = {"aws_endpoint_url": os.environ["AWS_ENDPOINT_URL"], "aws_region": "us-east-1", "aws_allow_http": "true"}
for part in range(3):
    frame = pl.DataFrame({"page": ["/", "/docs"] * 1000, "visits": [part, part + 1] * 1000, "text": ["x" * 50] * 2000})
    frame.write_parquet(f"s3://tables/polars/part-{part}.parquet", storage_options=options)
found = (
    pl.scan_parquet("s3://tables/polars/*.parquet", storage_options=options)
    .filter(pl.col("page") == "/docs")
    .group_by("page")
    .agg(pl.col("visits").sum())
    .collect()
)
assert found.rows() == [("/docs", 6000)], found
pl.LazyFrame({"a": range(1000)}).sink_parquet("s3://tables/polars/sunk.parquet", storage_options=options)
assert pl.scan_parquet("s3://tables/polars/sunk.parquet", storage_options=options).select(pl.len()).collect().item() == 1000
frame.write_csv("s3://tables/polars/one.csv", storage_options=options)
assert pl.scan_csv("s3://tables/polars/one.csv", storage_options=options).collect().height == 2000
print("Polars is served")
