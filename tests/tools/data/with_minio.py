"""MinIO's own client: objects of any size, copies joined of parts, tags, a policy, and presigned forms and addresses."""

import io
import os
import urllib.request
from datetime import timedelta

from minio import Minio
from minio.commonconfig import ENABLED, ComposeSource, CopySource, Filter, Tags
from minio.deleteobjects import DeleteObject
from minio.error import S3Error
from minio.lifecycleconfig import Expiration, LifecycleConfig, Rule

place = os.environ["AWS_ENDPOINT_URL"].split("://")[1]
client = Minio(place, "test", "test", secure=False, region="us-east-1")
assert client.bucket_exists("tables") and not client.bucket_exists("no-such-bucket")
client.make_bucket("minio")
assert "minio" in [it.name for it in client.list_buckets()]

# Of a stream whose length is not known.
block = os.urandom(12 << 20)
client.put_object("minio", "large", io.BytesIO(block), -1, part_size=5 << 20, metadata={"colour": "red"})
found = client.stat_object("minio", "large")
assert found.size == len(block) and found.metadata["x-amz-meta-colour"] == "red" and found.etag.endswith("-3")
answer = client.get_object("minio", "large", offset=5, length=10)
assert answer.read() == block[5:15]
answer.close()
answer.release_conn()
client.copy_object("minio", "copied", CopySource("minio", "large"))
client.compose_object("minio", "joined", [ComposeSource("minio", "large"), ComposeSource("minio", "copied")])
assert client.stat_object("minio", "joined").size == 2 * len(block)
client.fput_object("minio", "folder/ü + %.txt", __file__)
client.fget_object("minio", "folder/ü + %.txt", "back")
assert open("back").read() == open(__file__).read()
names = lambda **options: sorted(it.object_name for it in client.list_objects("minio", **options))
assert names() == ["copied", "folder/", "joined", "large"]
assert names(prefix="folder/", recursive=True) == ["folder/ü + %.txt"]

tags = Tags.new_object_tags()
tags["colour"] = "red"
client.set_object_tags("minio", "large", tags)
assert client.get_object_tags("minio", "large") == tags
rule = Rule(ENABLED, rule_filter=Filter(prefix="logs/"), rule_id="logs", expiration=Expiration(days=3))
client.set_bucket_lifecycle("minio", LifecycleConfig([rule]))
assert client.get_bucket_lifecycle("minio").rules[0].expiration.days == 3

url = client.presigned_put_object("minio", "by address", expires=timedelta(minutes=5))
urllib.request.urlopen(urllib.request.Request(url, b"hello", method="PUT"))
assert urllib.request.urlopen(client.presigned_get_object("minio", "by address")).read() == b"hello"
try:
    client.stat_object("minio", "nothing")
    raise AssertionError("nothing is there")
except S3Error as error:
    assert error.code == "NoSuchKey"
every = [DeleteObject(name) for name in names(recursive=True)]
assert list(client.remove_objects("minio", every)) == []
client.remove_bucket("minio")
print("MinIO's client is served")
