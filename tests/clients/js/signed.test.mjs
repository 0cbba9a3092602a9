// The AWS SDK for JavaScript v3 against a server that checks signatures: HTTP/2 to Kinesis, whose
// host is signed by another name, and every way in which S3's bodies are signed and summed.
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, test } from "node:test";

import * as kinesis from "@aws-sdk/client-kinesis";
import * as s3 from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { start } from "./server.mjs";

const key = { accessKeyId: "AKIDROOT", secretAccessKey: "root-secret" };
let settings;
let stop;

before(async () => {
    const options = ["--auth", "verify", "--stream-transition-ms", "0"];
    const root = ["--access-key-id", key.accessKeyId, "--secret-access-key", key.secretAccessKey];
    ({ settings, stop } = await start([...options, ...root], key));
});

after(() => stop());

test("Kinesis believes signatures over HTTP/2, and only right ones", async () => {
    const streams = new kinesis.KinesisClient(settings);
    await streams.send(new kinesis.CreateStreamCommand({ StreamName: "s", ShardCount: 1 }));
    const put = { StreamName: "s", PartitionKey: "käse", Data: Buffer.from("hello") };
    await streams.send(new kinesis.PutRecordCommand(put));
    const shard = { StreamName: "s", ShardId: "shardId-000000000000", ShardIteratorType: "TRIM_HORIZON" };
    const { ShardIterator } = await streams.send(new kinesis.GetShardIteratorCommand(shard));
    const { Records } = await streams.send(new kinesis.GetRecordsCommand({ ShardIterator }));
    assert.equal(Buffer.from(Records[0].Data).toString(), "hello");
    const credentials = { ...key, secretAccessKey: "another" };
    const stranger = new kinesis.KinesisClient({ ...settings, credentials });
    await assert.rejects(stranger.send(new kinesis.PutRecordCommand(put)), { name: "InvalidSignatureException" });
});

test("a request that is too large is told so over HTTP/2, and the connection lives on", async () => {
    const streams = new kinesis.KinesisClient({ ...settings, maxAttempts: 1 });
    const put = { StreamName: "none", PartitionKey: "k", Data: Buffer.alloc(20_000_000) };
    await assert.rejects(streams.send(new kinesis.PutRecordCommand(put)), {
        name: "RequestEntityTooLargeException",
    });
    await streams.send(new kinesis.ListStreamsCommand({}));
});

test("S3 believes bodies however they are signed and summed", async () => {
    const objects = new s3.S3Client(settings);
    await objects.send(new s3.CreateBucketCommand({ Bucket: "signed" }));
    for (const ChecksumAlgorithm of ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"]) {
        const pieces = [Buffer.alloc(100_000, 1), Buffer.alloc(50_000, 2)];
        const whole = Buffer.concat(pieces);
        for (const Body of [whole, Readable.from(pieces)]) {
            const at = { Bucket: "signed", Key: `a b+é/${ChecksumAlgorithm}` };
            const put = { ...at, Body, ContentLength: whole.length, ChecksumAlgorithm };
            const sum = await objects.send(new s3.PutObjectCommand(put));
            const got = await objects.send(new s3.GetObjectCommand({ ...at, ChecksumMode: "ENABLED" }));
            assert.equal(got[`Checksum${ChecksumAlgorithm}`], sum[`Checksum${ChecksumAlgorithm}`]);
            assert.deepEqual(Buffer.from(await got.Body.transformToByteArray()), whole);
        }
    }
});

test("a presigned URL is good for its own request and no other", async () => {
    const objects = new s3.S3Client(settings);
    const url = await getSignedUrl(objects, new s3.PutObjectCommand({ Bucket: "signed", Key: "é+ %" }));
    assert.equal((await fetch(url, { method: "PUT", body: "abc" })).status, 200);
    const read = await getSignedUrl(objects, new s3.GetObjectCommand({ Bucket: "signed", Key: "é+ %" }));
    assert.equal(await (await fetch(read)).text(), "abc");
    assert.equal((await fetch(read, { method: "DELETE" })).status, 403);
    assert.equal((await fetch(read.replace("signed/", "signed/x"))).status, 403);
});
