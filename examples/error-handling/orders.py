"""Keeps each order of a stream as an object. Says which records it failed with, and goes on."""

import base64
import json

import boto3

s3 = boto3.client("s3")


def keep(record):
    order = json.loads(base64.b64decode(record["kinesis"]["data"]))
    cents = round(float(order["amount"]) * 100)
    s3.put_object(
        Bucket="orders-kept",
        Key=f"orders/{order['order']}.json",
        Body=json.dumps({"order": order["order"], "cents": cents}),
    )


def handler(event, context):
    failed = []
    for record in event["Records"]:
        try:
            keep(record)
        except (KeyError, ValueError) as error:
            print(f"{record['eventID']}: {error!r}")
            failed.append({"itemIdentifier": record["kinesis"]["sequenceNumber"]})
    return {"batchItemFailures": failed}
