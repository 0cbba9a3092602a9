/// <reference types="node" />

/** What a function is made of: a path of a source file, a folder or a zip; a zip's bytes; a source's text; files by name. */
export type Code = string | URL | Uint8Array | Record<string, string | Uint8Array>;

/** Options of {@link Account.deploy}. Others are CreateFunction's, by their AWS names. */
export interface DeployOptions {
  /** By default `handler` in the source file, which for a source's text is `app.mjs` or `app.py`. */
  handler?: string;
  /** By default `nodejs20.x`. */
  runtime?: string;
  environment?: Record<string, string>;
  /** In seconds, by default 30. */
  timeout?: number;
  [createFunctionMember: string]: unknown;
}

export interface WaitOptions {
  /** By default 30,000. */
  timeoutMs?: number;
}

/** An object of a bucket as it was found. */
export interface StoredObject {
  bucket: string;
  key: string;
  body: Buffer;
  text(): string;
  json(): any;
}

/** The server's clock: it runs as the machine's does, and is turned ahead for all accounts at once; never back. */
export interface Clock {
  /** The server's time. */
  now(): Promise<Date>;
  /** Turns it ahead by a span such as `"25h"`, or milliseconds, and waits until what has become due was done, for five seconds at most. */
  advance(by: string | number): Promise<Date>;
  /** The same to a time such as `"2027-01-01T00:00:00Z"`. */
  set(to: string | Date): Promise<Date>;
}

/** An account of twelve digits in one region of a server. */
export class Account {
  /** An account needs no setting up: its id, used as an access key id, makes it. */
  constructor(endpoint: string, accountId: string, region?: string);
  /** The server's address. */
  readonly endpoint: string;
  /** Twelve digits. */
  readonly accountId: string;
  readonly region: string;
  /** For tests of what takes hours or days: `await aws.clock.advance("25h")`. */
  readonly clock: Clock;
  /** The variables that point any AWS client at this account: for programs that a test starts. */
  readonly env: Record<string, string>;
  /** What each client of the AWS SDK for JavaScript takes: `new S3Client(account.clientConfig)`. */
  readonly clientConfig: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    disableHostPrefix: boolean;
  };
  /** An ARN of this account, such as `arn("kinesis", "stream/clicks")`. */
  arn(service: string, resource: string): string;
  /** Makes a stream, waits until it is active, and gives its ARN. */
  stream(name: string, shards?: number): Promise<string>;
  /** Makes a bucket and gives its name. Two accounts of one server cannot have buckets of one name. */
  bucket(name: string): Promise<string>;
  /** Makes a function, waits until it is active, and gives its ARN. */
  deploy(name: string, code: Code, options?: DeployOptions): Promise<string>;
  /**
   * Lets a function read a stream from its beginning (by name or ARN), or a queue (by ARN); gives the mapping's UUID
   * once it is enabled. Options are CreateEventSourceMapping's, by their AWS names.
   */
  mapping(source: string, functionName: string, options?: Record<string, unknown>): Promise<string>;
  /** Puts a record into a stream and gives its sequence number. What is neither bytes nor text is put as JSON. */
  put(stream: string, data: unknown, partitionKey?: string): Promise<string>;
  /** Looks until the condition gives something true, and gives that; else fails, and tells what functions have written. */
  waitFor<T>(what: string, condition: () => T | Promise<T>, options?: WaitOptions): Promise<NonNullable<T>>;
  /** Waits for the object of a key, or for the first one whose key begins with a prefix. */
  waitForObject(bucket: string, key: string, options?: WaitOptions): Promise<StoredObject>;
  waitForObject(bucket: string, options?: WaitOptions & { prefix?: string }): Promise<StoredObject>;
  /** What each function of this account has written, line by line. A line is there some 0.1 s after it was written. */
  logs(): Promise<Record<string, string[]>>;
  /** Deletes mappings, functions and streams of this account in its region, and its buckets. */
  clear(): Promise<void>;
}

/** A server of one's own, which ends with this process. */
export class Server {
  private constructor();
  /** Where it listens, such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly pid: number;
  /** An account, by default one that nobody has used. */
  account(options?: { accountId?: string; region?: string }): Account;
  /** What the server has written to its log, its last megabyte. */
  log(): string;
  /** Stops it; functions at work may finish for a while. */
  stop(): Promise<void>;
}

/** Starts a server on a free port of loopback that keeps nothing. Options are those of `waterwheel start`. */
export function start(settings?: { options?: string[] }): Promise<Server>;

/**
 * An account that nobody has used, of a server that all who ask in this process share. Given the context of a test of
 * node:test, it is cleared after the test; in Jest and Vitest, call `clear` in `afterEach`.
 */
export function waterwheel(test?: { after(clear: () => Promise<void>): void }): Promise<Account>;

/** The server's refusal of a call, with AWS's code and sentence. */
export class CallError extends Error {
  readonly status: number;
  readonly code: string;
}

/** The path of the binary. Throws where the package has none for this machine. */
export function binary(): string;
