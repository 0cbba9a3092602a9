"""Writes each record of a batch to the bucket that the variable BUCKET names."""

import base64
import os

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        s3.put_object(
            Bucket=os.environ["BUCKET"],
            Key=f"record-{record['eventID']}.txt",
            Body=base64.b64decode(record["kinesis"]["data"]),
        )
