"""Puts so many clicks into the stream: python3 produce.py COUNT"""

import json
import random
import sys
import uuid

import boto3

PAGES = ["/", "/prices", "/docs", "/blog"]
kinesis = boto3.client("kinesis", endpoint_url="http://localhost:4566")


def click():
    visitor = f"visitor-{random.randrange(100)}"
    fields = {
        "id": str(uuid.uuid4()),
        "visitor": visitor,
        "page": random.choice(PAGES),
        "milliseconds": random.randrange(5, 500),
    }
    return {"Data": json.dumps(fields).encode(), "PartitionKey": visitor}


left = int(sys.argv[1])
while left > 0:
    records = [click() for _ in range(min(left, 100))]
    answer = kinesis.put_records(StreamName="clicks", Records=records)
    # What was refused is not counted, so it is sent again with the next.
    left -= len(records) - answer["FailedRecordCount"]
print("all clicks are in the stream")
