// The pipeline on a server of its own, from nothing to the object in the bucket.
import assert from "node:assert/strict";
import { spawn, execFileSync } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { KinesisClient, PutRecordCommand } from "@aws-sdk/client-kinesis";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";

const waterwheel = process.env.WATERWHEEL ?? "waterwheel";
const folder = dirname(fileURLToPath(import.meta.url));

test("a record becomes an object", async (t) => {
    // Its standard input ends with this process, however that ends, and the server with it.
    const options = ["start", "--ephemeral", "--port", "0", "--stop-at-eof", "--log", "warn"];
    const server = spawn(waterwheel, options, { stdio: ["pipe", "pipe", "inherit"] });
    t.after(async () => {
        server.kill("SIGTERM");
        await once(server, "exit");
    });
    const [line] = await once(createInterface(server.stdout), "line");
    const [endpoint] = /http:\/\/[\w.:[\]]*:\d+/.exec(line);
    const feeds = ["--stream", "{{name}}", "--bucket", "{{bucket}}"];
    const deploy = ["deploy", folder, "--name", "{{name}}", ...feeds, "--endpoint-url", endpoint];
    execFileSync(waterwheel, deploy, { stdio: "inherit" });

    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const settings = { endpoint, region: "us-east-1", credentials, forcePathStyle: true };
    const kinesis = new KinesisClient(settings);
    const s3 = new S3Client(settings);
    t.after(() => [kinesis, s3].forEach((client) => client.destroy()));
    const record = { StreamName: "{{name}}", PartitionKey: "1", Data: Buffer.from("Hello!") };
    await kinesis.send(new PutRecordCommand(record));
    const end = Date.now() + 60_000;
    let found;
    while (!found) {
        assert.ok(Date.now() < end, "no object after a minute");
        found = (await s3.send(new ListObjectsV2Command({ Bucket: "{{bucket}}" }))).Contents;
        await setTimeout(50);
    }
    const object = await s3.send(new GetObjectCommand({ Bucket: "{{bucket}}", Key: found[0].Key }));
    assert.equal(await object.Body.transformToString(), "Hello!");
});
