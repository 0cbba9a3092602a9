// What a user of the npm package writes: run by test_packages.py in a folder that has the package, with `node --test`.
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { CallError, start, waterwheel } from "waterwheel";

const CONSUMER = `
import { writeFileSync } from "node:fs";
import { createHash } from "node:crypto";

export const handler = async (event) => {
  for (const { kinesis, eventID } of event.Records) {
    const body = Buffer.from(kinesis.data, "base64");
    console.log("record", body.toString());
    const now = new Date().toISOString().replace(/[-:]|\\.\\d+/g, "");
    const scope = [process.env.AWS_ACCESS_KEY_ID, now.slice(0, 8), process.env.AWS_REGION, "s3/aws4_request"].join("/");
    const answer = await fetch(process.env.AWS_ENDPOINT_URL + "/results/record-" + eventID + ".txt", {
      method: "PUT",
      body,
      headers: {
        authorization: "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64),
        "x-amz-date": now,
        "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
        "x-amz-security-token": process.env.AWS_SESSION_TOKEN,
      },
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
};
`;

/** The mission's pipeline, under the same names in each test. */
async function build(aws) {
  await aws.bucket("results");
  await aws.stream("clicks");
  await aws.deploy("consumer", CONSUMER);
  await aws.mapping("clicks", "consumer", { BatchSize: 1 });
}

for (const data of ["first", "second"]) {
  test(`a record becomes an object: ${data}`, async (t) => {
    const aws = await waterwheel(t);
    await build(aws);
    await aws.put("clicks", data);
    const found = await aws.waitForObject("results", { prefix: "record-shardId-" });
    assert.equal(found.text(), data);
    assert.equal((await aws.waitForObject("results", found.key)).text(), data);
    const wrote = async (text) => (await aws.logs()).consumer?.some((line) => line.includes(text));
    await aws.waitFor("the record in the log", () => wrote(`record ${data}`));
    await aws.waitFor("the log's end", () => wrote("REPORT RequestId"));
  });
}

test("clients and programs are pointed at the test's own account", async (t) => {
  const aws = await waterwheel(t);
  assert.match(aws.accountId, /^\d{12}$/);
  assert.equal(aws.clientConfig.credentials.accessKeyId, aws.accountId);
  assert.equal(aws.clientConfig.endpoint, aws.endpoint);
  const told = execFileSync(process.execPath, ["-p", "process.env.AWS_ENDPOINT_URL"], { env: aws.env });
  assert.equal(told.toString().trim(), aws.endpoint);
  assert.notEqual((await waterwheel(t)).accountId, aws.accountId);
});

test("buckets go with their test, whatever is in them", async (t) => {
  const aws = await waterwheel(t);
  await aws.bucket("results");
  await aws.deploy("writer", { "index.mjs": CONSUMER });
  const event = { Records: [{ eventID: "a&b/ü <>", kinesis: { data: "MQ==" } }] };
  const answer = await fetch(`${aws.endpoint}/2015-03-31/functions/writer/invocations`, {
    method: "POST",
    body: JSON.stringify(event),
    headers: authorization(aws, "lambda"),
  });
  assert.equal(answer.status, 200, await answer.text());
  await aws.waitForObject("results", { prefix: "record-a&b/" });
  await aws.clear();
  assert.equal(await aws.bucket("results"), "results");
});

test("a day passes at once", async (t) => {
  const { clock } = await waterwheel(t);
  const before = await clock.now();
  const after = await clock.advance("25h");
  assert.ok(after - before >= 25 * 3600_000 && after - before < 26 * 3600_000);
  assert.ok((await clock.advance(1000)) - after >= 1000);
  assert.ok((await clock.set(new Date(after.getTime() + 60_000))) - after >= 60_000);
  await assert.rejects(clock.set(before), /turned ahead only/);
});

test("a server of one's own stops when it is told to", async () => {
  const server = await start({ options: ["--log", "debug"] });
  const aws = server.account({ accountId: "123456789012", region: "eu-west-1" });
  assert.equal(await aws.stream("clicks"), "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks");
  await aws.bucket("in-europe");
  await assert.rejects(aws.stream("clicks"), (error) => error instanceof CallError && error.code === "ResourceInUseException");
  await assert.rejects(aws.waitForObject("in-europe", "nothing", { timeoutMs: 100 }), /waited 100 ms for s3:\/\/in-europe\/nothing/);
  await server.stop();
  await assert.rejects(aws.stream("more"), TypeError);
});

test("a wait that fails tells what functions have written", async (t) => {
  const aws = await waterwheel(t);
  await aws.deploy("broken", "export const handler = async () => {\n  throw new Error('no such luck');\n};\n");
  await aws.stream("clicks");
  await aws.mapping("clicks", "broken");
  await aws.put("clicks", "x");
  await aws.waitFor("the log", async () => (await aws.logs()).broken?.some((line) => line.includes("no such luck")));
  await assert.rejects(aws.waitFor("luck", () => false, { timeoutMs: 1 }), /waited 1 ms for luck\nlog of broken:\n[^]*no such luck/);
});

test("options that it does not know are the server's to refuse", async () => {
  await assert.rejects(start({ options: ["--no-such"] }), /waterwheel did not start[^]*--no-such/);
});

function authorization(aws, service) {
  const now = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = `${aws.accountId}/${now.slice(0, 8)}/${aws.region}/${service}/aws4_request`;
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${"0".repeat(64)}`,
    "x-amz-date": now,
  };
}
