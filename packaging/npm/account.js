"use strict";
// An account of a server: settings for clients, and what most tests of pipelines do.
const fs = require("node:fs");
const path = require("node:path");
const { CallError, Calls, texts } = require("./calls.js");
const { zip } = require("./zip.js");

const LOGS = "/aws/lambda/";
const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

class Account {
  #calls;
  #role;

  constructor(endpoint, accountId, region = "us-east-1") {
    Object.assign(this, { endpoint, accountId, region });
    this.#calls = new Calls(endpoint, accountId, region);
  }

  /** The server's clock, which a test turns ahead for all accounts at once. */
  get clock() {
    const send = async (method, turn) => {
      const body = turn && JSON.stringify(turn);
      const answer = await this.#calls.send("waterwheel", method, "/_waterwheel/clock", body, {});
      return new Date(JSON.parse(answer).now_ms);
    };
    const far = (by) => (typeof by === "number" ? { advance_ms: Math.round(by) } : { advance: by });
    const time = (to) => (to instanceof Date ? { set_ms: to.getTime() } : { set: to });
    return {
      now: () => send("GET"),
      advance: (by) => send("POST", far(by)),
      set: (to) => send("POST", time(to)),
    };
  }

  /** The variables that point any AWS client at this account. */
  get env() {
    return {
      AWS_ENDPOINT_URL: this.endpoint,
      AWS_ACCESS_KEY_ID: this.accountId,
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: this.region,
      AWS_DEFAULT_REGION: this.region,
      AWS_DISABLE_HOST_PREFIX_INJECTION: "true",
      AWS_EC2_METADATA_DISABLED: "true",
    };
  }

  /** What each client of the AWS SDK for JavaScript takes. */
  get clientConfig() {
    return {
      endpoint: this.endpoint,
      region: this.region,
      credentials: { accessKeyId: this.accountId, secretAccessKey: "test" },
      disableHostPrefix: true,
    };
  }

  arn(service, resource) {
    return `arn:aws:${service}:${this.region}:${this.accountId}:${resource}`;
  }

  async stream(name, shards = 1) {
    await this.#calls.json("kinesis", "CreateStream", { StreamName: name, ShardCount: shards });
    await this.waitFor(`stream ${name}`, async () => (await this.#streamStatus(name)) === "ACTIVE");
    return this.arn("kinesis", `stream/${name}`);
  }

  async #streamStatus(name) {
    const summary = await this.#calls.json("kinesis", "DescribeStreamSummary", { StreamName: name });
    return summary.StreamDescriptionSummary.StreamStatus;
  }

  async bucket(name) {
    const place = `<LocationConstraint>${this.region}</LocationConstraint>`;
    const body = `<CreateBucketConfiguration>${place}</CreateBucketConfiguration>`;
    await this.#calls.s3("PUT", name, "", {}, this.region === "us-east-1" ? undefined : body);
    return name;
  }

  async deploy(name, code, { handler, runtime = "nodejs20.x", environment = {}, timeout = 30, ...options } = {}) {
    const { package: bytes, module } = packaged(code, runtime.startsWith("python") ? ".py" : ".mjs");
    const { FunctionArn } = await this.#calls.rest("POST", "functions", {
      FunctionName: name,
      Runtime: runtime,
      Handler: handler ?? `${module}.handler`,
      Timeout: timeout,
      Environment: { Variables: environment },
      Role: options.Role ?? (await this.#roleArn()),
      Code: { ZipFile: bytes.toString("base64") },
      ...options,
    });
    await this.waitFor(`function ${name}`, async () => {
      const told = await this.#calls.rest("GET", `functions/${encodeURIComponent(name)}/configuration`);
      if (told.State === "Failed") throw new Error(`function ${name} failed: ${told.StateReason}`);
      return told.State === "Active";
    });
    return FunctionArn;
  }

  #roleArn() {
    const members = { RoleName: "waterwheel-test", AssumeRolePolicyDocument: TRUST };
    this.#role ??= this.#calls.query("iam", "2010-05-08", "CreateRole", members).then((xml) => texts(xml, "Arn")[0]);
    return this.#role;
  }

  async mapping(source, functionName, options = {}) {
    const arn = source.startsWith("arn:") ? source : this.arn("kinesis", `stream/${source}`);
    const start = arn.includes(":sqs:") ? {} : { StartingPosition: "TRIM_HORIZON" };
    const members = { EventSourceArn: arn, FunctionName: functionName, ...start, ...options };
    const { UUID } = await this.#calls.rest("POST", "event-source-mappings/", members);
    if (members.Enabled ?? true) {
      const state = async () => (await this.#calls.rest("GET", `event-source-mappings/${UUID}`)).State;
      await this.waitFor(`mapping ${UUID}`, async () => (await state()) === "Enabled");
    }
    return UUID;
  }

  async put(stream, data, partitionKey = "1") {
    const bytes = typeof data === "string" || data instanceof Uint8Array ? data : JSON.stringify(data);
    const members = { StreamName: stream, PartitionKey: partitionKey, Data: Buffer.from(bytes).toString("base64") };
    return (await this.#calls.json("kinesis", "PutRecord", members)).SequenceNumber;
  }

  async waitFor(what, condition, { timeoutMs = 30_000 } = {}) {
    const end = performance.now() + timeoutMs;
    for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 1.5, 50)) {
      const found = await condition();
      if (found) return found;
      if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}${await this.#toldByFunctions()}`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  /** What functions have written, for the message of a failure. Lines come a tenth of a second late. */
  async #toldByFunctions() {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const logs = await this.logs().catch((error) => ({ "no function": [error.message] }));
    return Object.entries(logs).map(([name, lines]) => `\nlog of ${name}:\n${lines.join("\n")}`).join("");
  }

  async waitForObject(bucket, key, options = {}) {
    if (typeof key === "string") {
      return this.waitFor(`s3://${bucket}/${key}`, () => this.#object(bucket, key), options);
    }
    const { prefix = "", ...rest } = { ...key, ...options };
    const query = { "list-type": "2", "max-keys": "1", prefix };
    const first = async () => {
      const [found] = texts((await this.#calls.s3("GET", bucket, "", query)).toString(), "Key");
      return found && this.#object(bucket, found);
    };
    return this.waitFor(`an object s3://${bucket}/${prefix}…`, first, rest);
  }

  async #object(bucket, key) {
    try {
      const body = await this.#calls.s3("GET", bucket, key);
      return { bucket, key, body, text: () => body.toString(), json: () => JSON.parse(body.toString()) };
    } catch (error) {
      if (error.code === "NoSuchKey") return undefined;
      throw error;
    }
  }

  async logs() {
    const groups = await this.#pages("DescribeLogGroups", "logGroups", { logGroupNamePrefix: LOGS });
    const logs = {};
    for (const { logGroupName } of groups) {
      const events = await this.#pages("FilterLogEvents", "events", { logGroupName });
      logs[logGroupName.slice(LOGS.length)] = events.map((event) => event.message.replace(/\n+$/, ""));
    }
    return logs;
  }

  async #pages(operation, member, members) {
    const found = [];
    for (let nextToken; ; ) {
      const answer = await this.#calls.json("logs", operation, { ...members, nextToken });
      found.push(...(answer[member] ?? []));
      nextToken = answer.nextToken;
      if (!nextToken) return found;
    }
  }

  async clear() {
    for (const { UUID } of await this.#listed("event-source-mappings", "EventSourceMappings")) {
      await gone(this.#calls.rest("DELETE", `event-source-mappings/${UUID}`));
    }
    for (const { FunctionName } of await this.#listed("functions", "Functions")) {
      await gone(this.#calls.rest("DELETE", `functions/${encodeURIComponent(FunctionName)}`));
    }
    for (const name of await this.#streams()) {
      await gone(this.#calls.json("kinesis", "DeleteStream", { StreamName: name, EnforceConsumerDeletion: true }));
    }
    const buckets = (await this.#calls.s3("GET")).toString().match(/<Bucket>.*?<\/Bucket>/gs) ?? [];
    for (const [name] of buckets.map((bucket) => texts(bucket, "Name"))) {
      await gone(this.#empty(name));
    }
  }

  async #listed(path, member) {
    const found = [];
    for (let marker = ""; ; ) {
      const answer = await this.#calls.rest("GET", `${path}/?${marker}`);
      found.push(...answer[member]);
      if (!answer.NextMarker) return found;
      marker = `Marker=${encodeURIComponent(answer.NextMarker)}`;
    }
  }

  async #streams() {
    const found = [];
    for (let NextToken; ; ) {
      const answer = await this.#calls.json("kinesis", "ListStreams", { NextToken });
      found.push(...answer.StreamNames);
      NextToken = answer.NextToken;
      if (!NextToken) return found;
    }
  }

  /** Deletes a bucket with every version of its objects and every upload. */
  async #empty(bucket) {
    for (let objects; (objects = await this.#versions(bucket)).length > 0; ) {
      await this.#calls.s3("POST", bucket, "", { delete: "" }, `<Delete>${objects.join("")}</Delete>`);
    }
    const uploads = (await this.#calls.s3("GET", bucket, "", { uploads: "" })).toString();
    for (const upload of uploads.match(/<Upload>.*?<\/Upload>/gs) ?? []) {
      const [[key], [uploadId]] = [texts(upload, "Key"), texts(upload, "UploadId")];
      await this.#calls.s3("DELETE", bucket, key, { uploadId });
    }
    await this.#calls.s3("DELETE", bucket);
  }

  /** Some of what lies in a bucket, as DeleteObjects wants it: keys and, from a server that has versions, these. */
  async #versions(bucket) {
    let xml;
    try {
      xml = await this.#calls.s3("GET", bucket, "", { versions: "" });
    } catch (error) {
      if (error.code !== "NotImplemented") throw error;
      xml = await this.#calls.s3("GET", bucket, "", { "list-type": "2" });
    }
    const entries = xml.toString().match(/<(Version|DeleteMarker|Contents)>.*?<\/\1>/gs) ?? [];
    return entries.map((entry) => {
      const parts = entry.match(/<(Key|VersionId)>.*?<\/\1>/gs);
      return `<Object>${parts.join("")}</Object>`;
    });
  }
}

/** Waits for a deletion of what may be gone already, or be locked for good: that goes with the server. */
async function gone(deletion) {
  try {
    await deletion;
  } catch (error) {
    if (!(error instanceof CallError) || error.status >= 500) throw error;
  }
}

/** The zip of a function, and the module in it that has the handler. */
function packaged(code, extension) {
  if (code instanceof Uint8Array) return { package: Buffer.from(code), module: "app" };
  if (typeof code === "object" && !(code instanceof URL)) {
    return { package: zip(code), module: path.parse(Object.keys(code)[0] ?? "app").name };
  }
  if (typeof code === "string" && code.includes("\n")) {
    return { package: zip({ [`app${extension}`]: code }), module: "app" };
  }
  if (fs.statSync(code).isDirectory()) {
    const folder = code instanceof URL ? require("node:url").fileURLToPath(code) : code;
    return { package: zip(folderFiles(folder, "")), module: "app" };
  }
  const name = path.basename(code instanceof URL ? code.pathname : code);
  const content = fs.readFileSync(code);
  if (name.endsWith(".zip")) return { package: content, module: "app" };
  return { package: zip({ [name]: content }), module: path.parse(name).name };
}

function folderFiles(folder, below) {
  const files = {};
  for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory()) Object.assign(files, folderFiles(folder, name));
    else files[name] = fs.readFileSync(path.join(folder, name));
  }
  return files;
}

module.exports = { Account };
