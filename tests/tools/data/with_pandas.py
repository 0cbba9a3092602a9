"""pandas: frames as CSV, Parquet and JSON by s3:// addresses, large ones in parts."""

import pandas as pd
import s3fs

frame = pd.DataFrame({"page": ["/", "/blog", "/docs"], "visits": [3, 1, 2]})
frame.to_csv("s3://tables/pandas/visits.csv", index=False)
frame.to_parquet("s3://tables/pandas/visits.parquet", index=False)
frame.to_json("s3://tables/pandas/visits.json", orient="records", lines=True)
for back in (
    pd.read_csv("s3://tables/pandas/visits.csv"),
    pd.read_parquet("s3://tables/pandas/visits.parquet"),
    pd.read_json("s3://tables/pandas/visits.json", lines=True),
):
    pd.testing.assert_frame_equal(back, frame, check_dtype=False)

# s3fs writes parts of 50 MiB.
large = pd.DataFrame({"number": range(7_000_000)})
large.to_csv("s3://tables/pandas/large.csv", index=False)
files = s3fs.S3FileSystem()
assert files.info("tables/pandas/large.csv")["size"] > 52 * 2**20
with files.open("tables/pandas/large.csv", "rb") as file:
    file.seek(-8, 2)
    assert file.read() == b"6999999\n"

files.copy("tables/pandas/visits.csv", "tables/pandas/gone.csv")
assert sorted(files.glob("tables/pandas/*.csv")) == [
    "tables/pandas/gone.csv", "tables/pandas/large.csv", "tables/pandas/visits.csv"]
files.rm("tables/pandas/gone.csv")
assert not files.exists("tables/pandas/gone.csv")
print("pandas is served")
