// One Node.js environment: loads the handler, then asks the Runtime API for work until it ends.
// It behaves as AWS's own runtime does: the same error documents, log format and context object.

import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import util from "node:util";
import nodeModule, { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const env = process.env;
const [host, port] = env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

let requestId;

function request(method, where, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const call = http.request(
      { host, port, agent, method, path: "/2018-06-01/runtime/" + where,
        headers: { "Content-Length": body ? Buffer.byteLength(body) : 0, ...headers } },
      (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () =>
          resolve({ headers: answer.headers, body: Buffer.concat(parts).toString("utf8") }));
        answer.on("error", reject);
      });
    call.setNoDelay(true);
    call.on("error", reject);
    call.end(body);
  });
}

// --- Log ---------------------------------------------------------------------------------------

const json = env.AWS_LAMBDA_LOG_FORMAT === "JSON";
const LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];
const least = json ? Math.max(LEVELS.indexOf(env.AWS_LAMBDA_LOG_LEVEL), 0) : 0;

// Synchronous, and whole: what was logged before an exit is in the log. After this mark, the server
// turns the unit separators of one line back into line feeds.
function writeEvent(text) {
  const bytes = Buffer.from("\x1e\x1f" + text.replace(/\n/g, "\x1f") + "\n");
  for (let at = 0; at < bytes.length;) {
    try {
      at += fs.writeSync(1, bytes, at);
    } catch (error) {
      if (error.code !== "EAGAIN") return;
    }
  }
}

function asError(value) {
  return { errorType: value.name, errorMessage: value.message,
    stackTrace: String(value.stack || "").split("\n") };
}

function logAt(level, ...values) {
  if (LEVELS.indexOf(level) < least) return;
  const timestamp = new Date().toISOString();
  if (!json) {
    writeEvent([timestamp, requestId, level, util.format(...values)].join("\t"));
    return;
  }
  const entry = { timestamp, level, requestId };
  if (values.length === 1 && values[0] !== null && typeof values[0] === "object"
      && !(values[0] instanceof Error)) {
    entry.message = values[0];
  } else {
    entry.message = util.format(...values);
    const error = values.find((value) => value instanceof Error);
    if (error) Object.assign(entry, asError(error));
  }
  let line;
  try {
    line = JSON.stringify(entry);
  } catch {
    line = JSON.stringify({ ...entry, message: util.format(...values) });
  }
  writeEvent(line);
}

console.log = (...values) => logAt("INFO", ...values);
console.info = console.log;
console.debug = (...values) => logAt("DEBUG", ...values);
console.trace = (...values) => logAt("TRACE", ...values);
console.warn = (...values) => logAt("WARN", ...values);
console.error = (...values) => logAt("ERROR", ...values);
console.fatal = (...values) => logAt("FATAL", ...values);

// --- Errors ------------------------------------------------------------------------------------

class Fault extends Error {
  constructor(type, message) {
    super(message);
    this.name = type;
  }
}

function describe(error) {
  if (error instanceof Error || util.types.isNativeError(error)) {
    return { errorType: error.name || "Error", errorMessage: error.message || "",
      trace: String(error.stack || "").split("\n") };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

function headersOf(document) {
  const type = /^[\x21-\x7e]+$/.test(document.errorType) ? document.errorType : "Error";
  return { "Content-Type": "application/json", "Lambda-Runtime-Function-Error-Type": type };
}

function logError(title, document) {
  logAt("ERROR", title, json ? document : JSON.stringify(document));
}

// What the function raises outside of any call ends its environment.
async function dieOf(type, reason) {
  const cause = describe(reason);
  const document = { errorType: type, errorMessage: `${cause.errorType === "string"
    ? "" : `${cause.errorType}: `}${cause.errorMessage}`, trace: cause.trace };
  logError(type === "Runtime.UnhandledPromiseRejection" ? "Unhandled Promise Rejection"
    : "Uncaught Exception", document);
  const where = requestId ? `invocation/${requestId}/error` : "init/error";
  try {
    await request("POST", where, JSON.stringify(document), headersOf(document));
  } finally {
    process.exit(128 + 1);
  }
}

process.on("uncaughtException", (error) => dieOf(
  error && error.name ? error.name : "Runtime.UnhandledException", error));
process.on("unhandledRejection", (reason) => dieOf("Runtime.UnhandledPromiseRejection", reason));

// --- Handler -----------------------------------------------------------------------------------

function moduleFile(root, name) {
  const base = path.resolve(root, name);
  if (base !== root && !base.startsWith(root + path.sep)) {
    throw new Fault("Runtime.ImportModuleError", `'${name}' is outside of the package`);
  }
  for (const ending of ["", ".js", ".mjs", ".cjs"]) {
    if (fs.existsSync(base + ending) && fs.statSync(base + ending).isFile()) return base + ending;
  }
  for (const index of ["index.js", "index.mjs", "index.cjs"]) {
    const file = path.join(base, index);
    if (fs.existsSync(file)) return file;
  }
  throw new Fault("Runtime.ImportModuleError",
    `Error: Cannot find module '${path.basename(name)}'\nRequire stack:\n- ${root}`);
}

// Node.js itself heeds NODE_PATH for `require` alone; AWS's runtime lets ES modules import from there
// too, such as the AWS SDK. What a package brings goes before it.
function alsoImportFromNodePath() {
  if (!nodeModule.register) return;
  const places = (env.NODE_PATH || "").split(path.delimiter)
    .filter((place) => path.basename(place) === "node_modules" && fs.existsSync(place))
    .map((place) => pathToFileURL(path.join(path.dirname(place), "x.mjs")).href);
  if (places.length === 0) return;
  const hooks = `export async function resolve(specifier, context, next) {
    try {
      return await next(specifier, context);
    } catch (error) {
      if (error.code !== "ERR_MODULE_NOT_FOUND" || /^[./]|^[a-z]+:/.test(specifier)) throw error;
      for (const parentURL of ${JSON.stringify(places)}) {
        try {
          return await next(specifier, { ...context, parentURL });
        } catch {}
      }
      throw error;
    }
  }`;
  nodeModule.register("data:text/javascript," + encodeURIComponent(hooks));
}

async function loadModule(root, name) {
  const file = moduleFile(root, name);
  try {
    if (!file.endsWith(".mjs")) {
      try {
        return createRequire(path.join(root, "x.js"))(file);
      } catch (error) {
        if (error.code !== "ERR_REQUIRE_ESM" && error.code !== "ERR_REQUIRE_ASYNC_MODULE"
            && !(error instanceof SyntaxError && isModule(root, file))) throw error;
      }
    }
    alsoImportFromNodePath();
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof SyntaxError) {
      const fault = new Fault("Runtime.UserCodeSyntaxError", `SyntaxError: ${error.message}`);
      fault.stack = error.stack;
      throw fault;
    }
    if (error && (error.code === "MODULE_NOT_FOUND" || error.code === "ERR_MODULE_NOT_FOUND")) {
      const fault = new Fault("Runtime.ImportModuleError", `Error: ${error.message}`);
      fault.stack = error.stack;
      throw fault;
    }
    throw error;
  }
}

// Whether a package.json at or above the file says that .js files are ES modules.
function isModule(root, file) {
  for (let dir = path.dirname(file); dir.startsWith(root); dir = path.dirname(dir)) {
    try {
      return JSON.parse(fs.readFileSync(path.join(dir, "package.json"))).type === "module";
    } catch {
      if (dir === root) break;
    }
  }
  return false;
}

async function loadHandler(root, name) {
  const slash = name.lastIndexOf("/") + 1;
  const dot = name.indexOf(".", slash);
  if (dot < 0 || name.includes("..")) {
    throw new Fault("Runtime.MalformedHandlerName", `Bad handler: '${name}'`);
  }
  const module = await loadModule(root, name.slice(0, dot));
  let found = module;
  for (const step of name.slice(dot + 1).split(".")) {
    found = found === undefined || found === null ? undefined
      : found[step] ?? (found === module ? module.default?.[step] : undefined);
  }
  if (found === undefined) {
    throw new Fault("Runtime.HandlerNotFound", `${name} is undefined or not exported`);
  }
  if (typeof found !== "function") {
    throw new Fault("Runtime.HandlerNotFound", `${name} is not a function`);
  }
  return found;
}

function contextOf(headers) {
  const deadline = Number(headers["lambda-runtime-deadline-ms"]);
  const client = headers["lambda-runtime-client-context"];
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: headers["lambda-runtime-invoked-function-arn"],
    awsRequestId: headers["lambda-runtime-aws-request-id"],
    clientContext: client ? JSON.parse(Buffer.from(client, "latin1").toString("utf8")) : undefined,
    getRemainingTimeInMillis: () => Math.max(deadline - Date.now(), 0),
  };
}

// Calls the handler: its promise, its callback or context.succeed, whichever comes first.
function call(handler, event, context) {
  return new Promise((resolve, reject) => {
    let waiting;
    const callback = (error, value) => {
      if (error) return reject(error);
      if (context.callbackWaitsForEmptyEventLoop && !waiting) {
        waiting = true;
        process.once("beforeExit", () => resolve(value));
        return;
      }
      if (!waiting) resolve(value);
    };
    context.done = callback;
    context.succeed = resolve;
    context.fail = (error) => reject(error ?? new Error("handled"));
    const returned = handler(event, context, callback);
    if (returned && typeof returned.then === "function") {
      returned.then(resolve, reject);
    } else if (handler.length < 3 && returned === undefined) {
      // Neither a promise nor a callback: AWS answers null when nothing is left to do.
      process.once("beforeExit", () => resolve(null));
    }
  });
}

async function runOne(handler, headers, body) {
  requestId = headers["lambda-runtime-aws-request-id"];
  env._X_AMZN_TRACE_ID = headers["lambda-runtime-trace-id"];
  try {
    const value = await call(handler, JSON.parse(body || "{}"), contextOf(headers));
    let answer;
    try {
      answer = JSON.stringify(value === undefined ? null : value) ?? "null";
    } catch {
      throw new Error("Unable to stringify response body");
    }
    await request("POST", `invocation/${requestId}/response`, answer,
      { "Content-Type": "application/json" });
  } catch (error) {
    const document = describe(error);
    logError("Invoke Error", { ...document, stack: document.trace, trace: undefined });
    await request("POST", `invocation/${requestId}/error`, JSON.stringify(document),
      headersOf(document));
  }
}

async function main() {
  const root = env.LAMBDA_TASK_ROOT;
  process.chdir(root);
  let handler;
  try {
    handler = await loadHandler(root, env._HANDLER);
  } catch (error) {
    const document = describe(error);
    logError("Uncaught Exception", { ...document, stack: document.trace, trace: undefined });
    await request("POST", "init/error", JSON.stringify(document), headersOf(document));
    process.exit(1);
  }
  for (;;) {
    const { headers, body } = await request("GET", "invocation/next");
    await runOne(handler, headers, body);
  }
}

main().catch((error) => {
  // The server is gone.
  writeEvent(String(error && error.stack || error));
  process.exit(1);
});
