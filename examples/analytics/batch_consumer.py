import base64

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    """One object per batch: a line of JSON for each record, under the hour in which the first arrived."""
    first, last = event["Records"][0], event["Records"][-1]
    shard = first["eventID"].split(":")[0]
    lines = [base64.b64decode(record["kinesis"]["data"]) for record in event["Records"]]
    hour = "{:d}".format(int(first["kinesis"]["approximateArrivalTimestamp"] // 3600))
    # A batch that is tried again is the same object again.
    names = [record["kinesis"]["sequenceNumber"] for record in (first, last)]
    s3.put_object(
        Bucket="clicks-lake",
        Key=f"clicks/hour={hour}/{shard}/{names[0]}-{names[1]}.json",
        Body=b"\n".join(lines) + b"\n",
        ContentType="application/x-ndjson",
    )
