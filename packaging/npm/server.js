"use strict";
// A server of one's own, which ends with the process that started it.
const { spawn } = require("node:child_process");
const { randomInt } = require("node:crypto");
const { Account } = require("./account.js");
const { binary } = require("./binary.js");

/** How long a server may take to say that it is ready, in milliseconds. */
const START_TIMEOUT_MS = 30_000;
/** How long it may take to stop before it is killed: nothing of it is kept anyway. */
const STOP_TIMEOUT_MS = 10_000;
/** How much of its log is kept, in characters. */
const LOG_LENGTH = 1 << 20;

class Server {
  #child;
  #log = "";

  /** Use start(). */
  constructor(child) {
    this.#child = child;
    child.stderr.setEncoding("utf8").on("data", (text) => {
      this.#log = (this.#log + text).slice(-LOG_LENGTH);
    });
  }

  /** The process's id. */
  get pid() {
    return this.#child.pid;
  }

  /** What the server has written to its log, its last megabyte. */
  log() {
    return this.#log;
  }

  /** An account of twelve digits, by default one that nobody has used. */
  account({ accountId = String(randomInt(10 ** 6, 10 ** 7)) + String(randomInt(10 ** 5)).padStart(5, "0"), region = "us-east-1" } = {}) {
    return new Account(this.endpoint, accountId, region);
  }

  /** Stops it; functions at work may finish for a while. */
  async stop() {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const last = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
    child.ref();
    child.stdin.end();
    await ended;
    clearTimeout(last);
  }

  async [Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]() {
    await this.stop();
  }
}

/**
 * Starts a server on a free port of loopback that keeps nothing. It is told to stop when its standard input ends,
 * which this process holds open: so it ends with this process, however that ends, and does not keep it alive.
 */
async function start({ options = [] } = {}) {
  const named = ([name]) => !name.startsWith("WATERWHEEL_");
  const clock = options.some((option) => option.split("=")[0] === "--clock") ? [] : ["--clock", "virtual"];
  const child = spawn(binary(), ["start", "--ephemeral", "--port", "0", "--stop-at-eof", ...clock, ...options], {
    cwd: "/", // Its settings are the options alone: no file of the current folder, no variables.
    env: Object.fromEntries(Object.entries(process.env).filter(named)),
    stdio: ["pipe", "pipe", "pipe"],
  });
  const server = new Server(child);
  const line = await firstLine(child);
  const found = /http:\/\/\S+:\d+/.exec(line);
  if (!found) {
    child.kill("SIGKILL");
    throw new Error(`waterwheel did not start: ${line}${server.log()}`);
  }
  server.endpoint = found[0];
  for (const part of [child, child.stdin, child.stdout, child.stderr]) part.unref();
  return server;
}

/** The first line that a program writes, or what there is of it when it ends or takes too long. */
function firstLine(child) {
  return new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(() => resolve(text), START_TIMEOUT_MS);
    const end = (value) => (clearTimeout(timer), resolve(value));
    child.once("error", (error) => (clearTimeout(timer), reject(error)));
    child.once("close", () => end(text));
    child.stdout.setEncoding("utf8").on("data", (part) => {
      text += part;
      if (text.includes("\n")) end(text);
    });
  });
}

module.exports = { Server, start };
