"use strict";
// Calls to a server without an SDK. They carry an account and no signature, which is all that a server without
// `--auth verify` asks for.
const { createHash } = require("node:crypto");

const TARGETS = { kinesis: "Kinesis_20131202", logs: "Logs_20140328" };

/** The server's refusal of a call, with AWS's code and sentence. */
class CallError extends Error {
  constructor(call, status, code, message) {
    super(`${call}: ${status} ${code}: ${message}`);
    this.name = "CallError";
    this.status = status;
    this.code = code;
  }
}

/** The calls of one account in one region. */
class Calls {
  constructor(endpoint, accountId, region) {
    Object.assign(this, { endpoint, accountId, region });
  }

  /** A call of a JSON service. */
  async json(service, operation, members) {
    const headers = { "x-amz-target": `${TARGETS[service]}.${operation}`, "content-type": "application/x-amz-json-1.1" };
    const answer = await this.send(service, "POST", "/", JSON.stringify(members), headers);
    return answer.length ? JSON.parse(answer) : {};
  }

  /** A call of Lambda. The path begins behind the version. */
  async rest(method, path, members) {
    const body = members === undefined ? undefined : JSON.stringify(members);
    const headers = body === undefined ? {} : { "content-type": "application/json" };
    const answer = await this.send("lambda", method, `/2015-03-31/${path}`, body, headers);
    return answer.length ? JSON.parse(answer) : {};
  }

  /** A call of a query service; gives its XML. */
  async query(service, version, action, members) {
    const form = new URLSearchParams({ Action: action, Version: version, ...members }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return (await this.send(service, "POST", "/", form, headers)).toString();
  }

  /** A call of S3. */
  s3(method, bucket = "", key = "", query = {}, body = undefined) {
    const path = [bucket, ...(key ? key.split("/") : [])].map(encodeURIComponent).join("/");
    const search = new URLSearchParams(query).toString();
    const headers = body === undefined ? {} : { "content-md5": createHash("md5").update(body).digest("base64") };
    return this.send("s3", method, `/${path}${search && `?${search}`}`, body, headers);
  }

  async send(service, method, path, body, headers) {
    const now = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const scope = `${this.accountId}/${now.slice(0, 8)}/${this.region}/${service}/aws4_request`;
    const response = await fetch(this.endpoint + path, {
      method,
      body,
      headers: {
        ...headers,
        "x-amz-date": now,
        "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${"0".repeat(64)}`,
      },
    });
    const answer = Buffer.from(await response.arrayBuffer());
    if (!response.ok) {
      throw new CallError(headers["x-amz-target"] ?? `${method} ${path}`, response.status, ...told(answer.toString()));
    }
    return answer;
  }
}

/** The code and the sentence of an error, in JSON or XML. */
function told(text) {
  try {
    const error = JSON.parse(text);
    return [error.__type ?? error.Type ?? "", error.message ?? error.Message ?? ""];
  } catch {
    return [texts(text, "Code")[0] ?? "", texts(text, "Message")[0] ?? text.slice(0, 200)];
  }
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The texts of all elements of a name in XML. */
function texts(xml, name) {
  const entity = (whole, word) => {
    if (word[0] !== "#") return ENTITIES[word] ?? whole;
    return String.fromCodePoint(word[1] === "x" ? parseInt(word.slice(2), 16) : parseInt(word.slice(1), 10));
  };
  const found = xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, "g"));
  return Array.from(found, ([, text]) => text.replace(/&(#?\w+);/g, entity));
}

module.exports = { CallError, Calls, texts };
