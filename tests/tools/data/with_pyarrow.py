"""PyArrow, whose own S3 client is the C++ SDK: a partitioned data set, read with a filter."""

import os

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from pyarrow import fs

scheme, place = os.environ["AWS_ENDPOINT_URL"].split("://")
files = fs.S3FileSystem(endpoint_override=place, scheme=scheme, region="us-east-1")
table = pa.table({"day": ["mon", "tue"] * 500, "number": list(range(1000))})
ds.write_dataset(table, "tables/arrow", filesystem=files, format="parquet", partitioning=["day"],
                 partitioning_flavor="hive")
found = ds.dataset("tables/arrow", filesystem=files, format="parquet", partitioning="hive")
tuesdays = found.to_table(filter=ds.field("day") == "tue")
assert sorted(tuesdays["number"].to_pylist()) == list(range(1, 1000, 2))

# A stream that is larger than a part.
block = os.urandom(4 << 20)
with files.open_output_stream("tables/arrow-large", metadata={"Content-Type": "x/y"}) as out:
    for _ in range(4):
        out.write(block)
with files.open_input_file("tables/arrow-large") as file:
    assert file.size() == 16 << 20 and file.read_at(8, 12 << 20) == block[:8]

pq.write_table(table, "tables/arrow-one.parquet", filesystem=files)
files.move("tables/arrow-one.parquet", "tables/arrow-moved.parquet")
kinds = {info.path: info.type for info in files.get_file_info(fs.FileSelector("tables"))}
assert kinds["tables/arrow"] == fs.FileType.Directory
assert kinds["tables/arrow-moved.parquet"] == fs.FileType.File and "tables/arrow-one.parquet" not in kinds
files.delete_dir("tables/arrow")
assert files.get_file_info("tables/arrow").type == fs.FileType.NotFound
print("PyArrow is served")
