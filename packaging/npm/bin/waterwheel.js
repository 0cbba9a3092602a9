#!/usr/bin/env node
"use strict";
// `npx waterwheel …`: the binary, with this process's terminal, signals and exit code.
const { spawn } = require("node:child_process");
const { binary } = require("../binary.js");

const child = spawn(binary(), process.argv.slice(2), { stdio: "inherit" });
for (const signal of ["SIGTERM", "SIGHUP"]) {
  process.on(signal, () => child.kill(signal));
}
// A terminal sends it to the binary too, which takes a second one for impatience.
process.on("SIGINT", () => {});
child.on("error", (error) => {
  console.error(`waterwheel: ${error.message}`);
  process.exitCode = 1;
});
child.on("exit", (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else {
    process.exitCode = code;
  }
});
