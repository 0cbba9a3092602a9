"""Decodes each record and writes it to the bucket that its variable names."""

import base64
import os

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for record in event["Records"]:
        data = base64.b64decode(record["kinesis"]["data"])
        print("record", data.decode())
        s3.put_object(Bucket=os.environ["BUCKET"], Key=f"record-{record['eventID']}.txt", Body=data)
