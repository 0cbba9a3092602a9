"use strict";
// Where the binary lies that came with this package.
const fs = require("node:fs");
const path = require("node:path");

/** The binary: the one that WATERWHEEL names, else the one of this package for this processor. */
function binary() {
  const own = path.join(__dirname, "bin", `${process.platform}-${process.arch}`, "waterwheel");
  const program = process.env.WATERWHEEL || own;
  try {
    fs.accessSync(program, fs.constants.X_OK);
  } catch {
    throw new Error(`waterwheel has no binary for ${process.platform} on ${process.arch}: ${program} cannot be run`);
  }
  return program;
}

module.exports = { binary };
