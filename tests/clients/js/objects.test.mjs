// S3 by the AWS SDK for JavaScript v3 as web servers use it: uploads of streams, addresses and forms for others, and
// what is thrown. The server checks signatures.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { after, before, test } from "node:test";

import * as s3 from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { start } from "./server.mjs";

const MIB = 1024 * 1024;
const key = { accessKeyId: "AKIDROOT", secretAccessKey: "root-secret" };
const Bucket = "js-s3";
let client;
let stop;

before(async () => {
    const root = ["--access-key-id", key.accessKeyId, "--secret-access-key", key.secretAccessKey];
    const server = await start(["--auth", "verify", ...root], key);
    stop = server.stop;
    client = new s3.S3Client(server.settings);
    await client.send(new s3.CreateBucketCommand({ Bucket }));
});

after(() => stop());

const bytes = async (Key, more = {}) => {
    const found = await client.send(new s3.GetObjectCommand({ Bucket, Key, ...more }));
    return Buffer.from(await found.Body.transformToByteArray());
};

test("a stream of unknown length goes up in parts and tells how far it is", async () => {
    const whole = randomBytes(17 * MIB);
    async function* pieces() {
        for (let at = 0; at < whole.length; at += MIB) yield whole.subarray(at, at + MIB);
    }
    const params = { Bucket, Key: "streamed", Body: Readable.from(pieces()), ContentType: "x/y", Metadata: { colour: "red" } };
    const upload = new Upload({ client, queueSize: 3, partSize: 5 * MIB, params });
    const loaded = [];
    upload.on("httpUploadProgress", (progress) => loaded.push(progress.loaded));
    const done = await upload.done();
    assert.match(done.ETag, /-4"$/);
    assert.equal(done.Key, "streamed");
    assert.equal(Math.max(...loaded), whole.length);
    assert.ok((await bytes("streamed")).equals(whole));
    assert.ok((await bytes("streamed", { PartNumber: 2 })).equals(whole.subarray(5 * MIB, 10 * MIB)));
    const head = await client.send(new s3.HeadObjectCommand({ Bucket, Key: "streamed", PartNumber: 1 }));
    assert.deepEqual([head.PartsCount, head.ContentType, head.Metadata], [4, "x/y", { colour: "red" }]);
});

test("an upload that fails leaves no parts", async () => {
    async function* broken() {
        yield randomBytes(6 * MIB);
        throw new Error("the source broke");
    }
    const params = { Bucket, Key: "broken", Body: Readable.from(broken()) };
    await assert.rejects(new Upload({ client, params }).done(), /the source broke/);
    const { Uploads } = await client.send(new s3.ListMultipartUploadsCommand({ Bucket }));
    assert.equal(Uploads, undefined);
    await assert.rejects(bytes("broken"), (error) => error instanceof s3.NoSuchKey);
});

test("pages of keys are walked, and many keys deleted at once", async () => {
    const names = Array.from({ length: 25 }, (_, n) => `walk/${String(n).padStart(2, "0")} ü+&<`);
    await Promise.all(names.map((Key) => client.send(new s3.PutObjectCommand({ Bucket, Key, Body: Key }))));
    const found = [];
    for await (const page of s3.paginateListObjectsV2({ client, pageSize: 10 }, { Bucket, Prefix: "walk/" })) {
        found.push(...page.Contents.map((it) => it.Key));
    }
    assert.deepEqual(found, names);
    const Objects = names.map((Key) => ({ Key }));
    const { Deleted, Errors } = await client.send(new s3.DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    assert.deepEqual([Deleted.length, Errors], [25, undefined]);
    await s3.waitUntilObjectNotExists({ client, maxWaitTime: 30 }, { Bucket, Key: names[0] });
});

test("an address is good for what was signed with it", async () => {
    const put = new s3.PutObjectCommand({ Bucket, Key: "signed", ContentType: "text/plain", Metadata: { colour: "red" } });
    const url = await getSignedUrl(client, put, { expiresIn: 60, signableHeaders: new Set(["content-type"]) });
    const send = (type) => fetch(url, { method: "PUT", body: "hello", headers: { "content-type": type } });
    assert.equal((await send("text/html")).status, 403);
    assert.equal((await send("text/plain")).status, 200);
    const get = new s3.GetObjectCommand({ Bucket, Key: "signed", ResponseContentDisposition: 'attachment; filename="ü"' });
    const answer = await fetch(await getSignedUrl(client, get));
    assert.equal(await answer.text(), "hello");
    assert.equal(answer.headers.get("x-amz-meta-colour"), "red");
    assert.match(answer.headers.get("content-disposition"), /^attachment/);
});

test("conditions are errors of their own", async () => {
    await client.send(new s3.PutObjectCommand({ Bucket, Key: "once", Body: "1", IfNoneMatch: "*" }));
    const again = client.send(new s3.PutObjectCommand({ Bucket, Key: "once", Body: "2", IfNoneMatch: "*" }));
    await assert.rejects(again, (error) => error.name === "PreconditionFailed" && error.$metadata.httpStatusCode === 412);
    const { ETag } = await client.send(new s3.HeadObjectCommand({ Bucket, Key: "once" }));
    await client.send(new s3.PutObjectCommand({ Bucket, Key: "once", Body: "3", IfMatch: ETag }));
    await assert.rejects(
        client.send(new s3.HeadObjectCommand({ Bucket, Key: "none" })),
        (error) => error instanceof s3.NotFound,
    );
});

test("what a query selects comes as events", async () => {
    const Body = "id,name\n1,Anna\n2,Ben\n";
    await client.send(new s3.PutObjectCommand({ Bucket, Key: "people.csv", Body }));
    const asked = {
        Bucket, Key: "people.csv", ExpressionType: "SQL",
        InputSerialization: { CSV: { FileHeaderInfo: "USE" } }, OutputSerialization: { JSON: {} },
    };
    const ask = (Expression) => client.send(new s3.SelectObjectContentCommand({ ...asked, Expression }));
    let records = "";
    const names = [];
    for await (const event of (await ask("SELECT s.name FROM S3Object s WHERE s.id > 1")).Payload) {
        names.push(...Object.keys(event));
        if (event.Records) records += Buffer.from(event.Records.Payload).toString();
        if (event.Stats) assert.equal(event.Stats.Details.BytesReturned, 15);
    }
    assert.equal(records, '{"name":"Ben"}\n');
    assert.deepEqual(names, ["Records", "Stats", "End"]);
    await assert.rejects(ask("SELECT"), { name: "ParseExpectedExpression" });
});

test("a form that was signed takes what its policy allows", async () => {
    const { url, fields } = await createPresignedPost(client, {
        Bucket, Key: "forms/${filename}", Expires: 60,
        Conditions: [["content-length-range", 1, 100], ["starts-with", "$key", "forms/"], { success_action_status: "201" }],
        Fields: { success_action_status: "201", "x-amz-meta-colour": "red" },
    });
    const send = (body, more = {}) => {
        const form = new FormData();
        Object.entries({ ...fields, ...more }).forEach(([name, value]) => form.append(name, value));
        form.append("file", new Blob([body], { type: "text/plain" }), "a ü.txt");
        return fetch(url, { method: "POST", body: form });
    };
    const answer = await send("of a form");
    const text = await answer.text();
    assert.equal(answer.status, 201, text);
    assert.match(text, /<Key>forms\/a ü.txt<\/Key>/);
    assert.equal((await bytes("forms/a ü.txt")).toString(), "of a form");
    const long = await send("x".repeat(101));
    assert.deepEqual([long.status, /<Code>(\w+)</.exec(await long.text())[1]], [400, "EntityTooLarge"]);
    const elsewhere = await send("x", { key: "elsewhere" });
    assert.deepEqual([elsewhere.status, /<Code>(\w+)</.exec(await elsewhere.text())[1]], [403, "AccessDenied"]);
});
