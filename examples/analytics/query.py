"""Asks the objects in the bucket in SQL, each second, until they hold so many clicks: python3 query.py COUNT"""

import sys
import time

import polars

WHERE = "s3://clicks-lake/clicks/**/*.json"
ACCESS = {
    "aws_endpoint_url": "http://localhost:4566",
    "aws_access_key_id": "test",
    "aws_secret_access_key": "test",
    "aws_region": "us-east-1",
    "aws_allow_http": "true",
}
FIELDS = {
    "id": polars.String,
    "visitor": polars.String,
    "page": polars.String,
    "milliseconds": polars.Int64,
}
# A record may be delivered twice, so clicks are counted by their ids.
SQL = """
    SELECT page,
           COUNT(DISTINCT id) AS clicks,
           COUNT(DISTINCT visitor) AS visitors,
           AVG(milliseconds) AS milliseconds
    FROM clicks
    GROUP BY page
    ORDER BY clicks DESC, page
"""


def ask():
    clicks = polars.scan_ndjson(WHERE, schema=FIELDS, storage_options=ACCESS)
    return polars.SQLContext(clicks=clicks).execute(SQL, eager=True)


wanted, seen = int(sys.argv[1]), 0
while seen < wanted:
    time.sleep(1)
    table = ask()
    if table["clicks"].sum() != seen:
        seen = table["clicks"].sum()
        print(f"{seen} clicks in the bucket")
        print(table)
