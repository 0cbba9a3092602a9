"""The pipeline on a server of its own, from nothing to the object in the bucket."""

import os
import re
import subprocess
import time
import unittest
from pathlib import Path

import boto3

WATERWHEEL = os.environ.get("WATERWHEEL", "waterwheel")


class Pipeline(unittest.TestCase):
    def setUp(self):
        # Its standard input ends with this process, however that ends, and the server with it.
        options = ["--ephemeral", "--port", "0", "--stop-at-eof", "--log", "warn"]
        command, pipe = [WATERWHEEL, "start", *options], subprocess.PIPE
        self.server = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
        self.addCleanup(self.server.stdin.close)
        self.addCleanup(self.server.stdout.close)
        self.addCleanup(self.server.wait)
        self.addCleanup(self.server.terminate)
        self.url = re.search(r"http://[\w.:\[\]]*:\d+", self.server.stdout.readline()).group()

    def client(self, service):
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name="us-east-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )

    def test_a_record_becomes_an_object(self):
        deploy = [WATERWHEEL, "deploy", str(Path(__file__).parent), "--name", "{{name}}"]
        feeds = ["--stream", "{{name}}", "--bucket", "{{bucket}}"]
        subprocess.run([*deploy, *feeds, "--endpoint-url", self.url], check=True)
        self.client("kinesis").put_record(StreamName="{{name}}", PartitionKey="1", Data=b"Hello!")
        s3 = self.client("s3")
        end = time.monotonic() + 60
        while not (found := s3.list_objects_v2(Bucket="{{bucket}}").get("Contents")):
            self.assertLess(time.monotonic(), end, "no object after a minute")
            time.sleep(0.05)
        body = s3.get_object(Bucket="{{bucket}}", Key=found[0]["Key"])["Body"]
        self.assertEqual(body.read(), b"Hello!")
        body.close()
