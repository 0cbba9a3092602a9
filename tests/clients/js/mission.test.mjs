// The mission's pipeline with the AWS SDK for JavaScript v3, which speaks HTTP/2 to Kinesis.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateRoleCommand, GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import * as kinesis from "@aws-sdk/client-kinesis";
import * as lambda from "@aws-sdk/client-lambda";
import * as s3 from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { start } from "./server.mjs";

let folder;
let settings;
let stop;

before(async () => {
    ({ folder, settings, stop } = await start());
});

after(() => stop());

// Looks until there is something, and gives that.
async function waitFor(what, look) {
    const end = Date.now() + 60_000;
    while (Date.now() < end) {
        const found = await look();
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`waited for ${what}`);
}

test("a record travels from the stream through the function to the bucket", async () => {
    const streams = new kinesis.KinesisClient(settings);
    const functions = new lambda.LambdaClient(settings);
    const buckets = new s3.S3Client(settings);
    const roles = new IAMClient(settings);

    await streams.send(new kinesis.CreateStreamCommand({ StreamName: "demo-stream", ShardCount: 1 }));
    await kinesis.waitUntilStreamExists({ client: streams, maxWaitTime: 30, minDelay: 1 }, { StreamName: "demo-stream" });
    await buckets.send(new s3.CreateBucketCommand({ Bucket: "demo-pipeline-bucket" }));
    const trust = {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    };
    await roles.send(new CreateRoleCommand({
        RoleName: "lambda-stream-role", AssumeRolePolicyDocument: JSON.stringify(trust),
    }));
    const role = await roles.send(new GetRoleCommand({ RoleName: "lambda-stream-role" }));
    const handler = new URL("../../../examples/kinesis-lambda-s3/lambda_kinesis_consumer.py", import.meta.url);
    writeFileSync(join(folder, "lambda_kinesis_consumer.py"), readFileSync(handler));
    execFileSync("python3", ["-m", "zipfile", "-c", "f.zip", "lambda_kinesis_consumer.py"], { cwd: folder });
    await functions.send(new lambda.CreateFunctionCommand({
        FunctionName: "streamConsumer",
        Runtime: "python3.9",
        Handler: "lambda_kinesis_consumer.handler",
        Role: role.Role.Arn,
        Code: { ZipFile: readFileSync(join(folder, "f.zip")) },
    }));
    await lambda.waitUntilFunctionActiveV2({ client: functions, maxWaitTime: 60 }, { FunctionName: "streamConsumer" });
    await functions.send(new lambda.CreateEventSourceMappingCommand({
        FunctionName: "streamConsumer",
        BatchSize: 1,
        StartingPosition: "LATEST",
        EventSourceArn: "arn:aws:kinesis:us-east-1:000000000000:stream/demo-stream",
    }));
    const put = await streams.send(new kinesis.PutRecordCommand({
        StreamName: "demo-stream", PartitionKey: "1", Data: new TextEncoder().encode("from JavaScript"),
    }));
    const Key = `record-${put.ShardId}:${put.SequenceNumber}.txt`;
    await waitFor("the object", async () => {
        const listing = await buckets.send(new s3.ListObjectsV2Command({ Bucket: "demo-pipeline-bucket" }));
        return listing.Contents?.some((object) => object.Key === Key);
    });
    const object = await buckets.send(new s3.GetObjectCommand({ Bucket: "demo-pipeline-bucket", Key }));
    assert.equal(await object.Body.transformToString(), "from JavaScript");
    const logs = new CloudWatchLogsClient(settings);
    await waitFor("the log", async () => {
        const filter = new FilterLogEventsCommand({ logGroupName: "/aws/lambda/streamConsumer" });
        // The object may be there before the function's first lines are.
        const answer = await logs.send(filter).catch((error) => {
            if (error.name !== "ResourceNotFoundException") throw error;
        });
        return answer?.events.some((event) => event.message.startsWith("REPORT"));
    });
});

test("records are read back and errors have their class", async () => {
    const client = new kinesis.KinesisClient(settings);
    await client.send(new kinesis.CreateStreamCommand({ StreamName: "read", ShardCount: 2 }));
    await kinesis.waitUntilStreamExists({ client, maxWaitTime: 30, minDelay: 1 }, { StreamName: "read" });
    const Records = Array.from({ length: 500 }, (_, n) => ({ PartitionKey: `${n}`, Data: Buffer.from(`r${n}`) }));
    const answer = await client.send(new kinesis.PutRecordsCommand({ StreamName: "read", Records }));
    assert.equal(answer.FailedRecordCount, 0);
    const seen = new Set();
    const { Shards } = await client.send(new kinesis.ListShardsCommand({ StreamName: "read" }));
    for (const { ShardId } of Shards) {
        const { ShardIterator } = await client.send(new kinesis.GetShardIteratorCommand({
            StreamName: "read", ShardId, ShardIteratorType: "TRIM_HORIZON",
        }));
        const page = await client.send(new kinesis.GetRecordsCommand({ ShardIterator }));
        assert.ok(page.Records.every((record) => record.ApproximateArrivalTimestamp instanceof Date));
        page.Records.forEach((record) => seen.add(Buffer.from(record.Data).toString()));
    }
    assert.equal(seen.size, 500);
    await assert.rejects(
        client.send(new kinesis.DescribeStreamCommand({ StreamName: "missing" })),
        (error) => error instanceof kinesis.ResourceNotFoundException,
    );
});

test("objects go up in parts and come down by signed address", async () => {
    const client = new s3.S3Client(settings);
    await client.send(new s3.CreateBucketCommand({ Bucket: "js-objects" }));
    const Body = Buffer.alloc(11 * 1024 * 1024, "water");
    await new Upload({ client, params: { Bucket: "js-objects", Key: "large", Body } }).done();
    const url = await getSignedUrl(client, new s3.GetObjectCommand({ Bucket: "js-objects", Key: "large" }));
    const answer = await fetch(url);
    assert.equal(answer.status, 200);
    assert.ok(Buffer.from(await answer.arrayBuffer()).equals(Body));
    await client.send(new s3.PutObjectCommand({ Bucket: "js-objects", Key: "small", Body: "v", Metadata: { a: "b" } }));
    const head = await client.send(new s3.HeadObjectCommand({ Bucket: "js-objects", Key: "small" }));
    assert.deepEqual([head.ContentLength, head.Metadata], [1, { a: "b" }]);
    await assert.rejects(
        client.send(new s3.GetObjectCommand({ Bucket: "js-objects", Key: "none" })),
        (error) => error instanceof s3.NoSuchKey,
    );
});

test("the caller is known", async () => {
    const identity = await new STSClient(settings).send(new GetCallerIdentityCommand({}));
    assert.equal(identity.Account, "000000000000");
});
