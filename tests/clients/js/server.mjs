// A server of the tests' own, started from the binary on a folder of its own.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Gives the settings of clients, the folder, and what ends both.
export async function start(options = [], credentials = { accessKeyId: "test", secretAccessKey: "test" }) {
    const folder = mkdtempSync(join(tmpdir(), "waterwheel-js-"));
    const command = ["start", "--port", "0", "--data-dir", join(folder, "data"), ...options];
    const server = spawn(process.env.WATERWHEEL, command, { stdio: ["ignore", "pipe", "ignore"] });
    const url = await new Promise((resolve, reject) => {
        server.stdout.on("data", (data) => {
            const found = /ready on (http:\S+)/.exec(data);
            if (found) resolve(found[1]);
        });
        server.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    });
    const endpoint = `http://localhost:${new URL(url).port}`;
    const stop = async () => {
        const ended = new Promise((resolve) => server.on("exit", resolve));
        server.kill("SIGTERM");
        await ended;
        rmSync(folder, { recursive: true, force: true });
    };
    return { settings: { endpoint, region: "us-east-1", credentials, forcePathStyle: true }, folder, stop };
}
