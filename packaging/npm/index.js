"use strict";
// Waterwheel in a test: Kinesis → Lambda → S3 pipelines that run for real, in one process of the test's own.
const { Account } = require("./account.js");
const { binary } = require("./binary.js");
const { CallError } = require("./calls.js");
const { Server, start } = require("./server.js");

let shared;

/** An account that nobody has used, of a server that all who ask in this process share. */
async function waterwheel(test) {
  shared ??= start();
  const account = (await shared).account();
  test?.after?.(() => account.clear());
  return account;
}

// Jest loads this file anew for each test file, in a process that goes on: there the server goes with the file.
if (typeof globalThis.afterAll === "function") {
  globalThis.afterAll(async () => (await shared)?.stop());
}

exports.waterwheel = waterwheel;
exports.start = start;
exports.Server = Server;
exports.Account = Account;
exports.CallError = CallError;
exports.binary = binary;
