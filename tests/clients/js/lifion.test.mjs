// A consumer of others, lifion-kinesis (on version 2 of the AWS SDK), which keeps its leases and checkpoints in DynamoDB.
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { after, before, test } from "node:test";

import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as kinesis from "@aws-sdk/client-kinesis";
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { start } from "./server.mjs";

const TableName = "states";

let client;
let document;
let settings;
let stop;

before(async () => {
    ({ settings, stop } = await start());
    client = new kinesis.KinesisClient(settings);
    document = DynamoDBDocumentClient.from(new DynamoDBClient(settings));
    // The consumer would ask for encryption with a key of KMS, which is refused here; a table that is there it takes.
    const keys = { consumerGroup: "HASH", streamName: "RANGE" };
    await document.send(new CreateTableCommand({
        TableName, BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: Object.keys(keys).map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: Object.entries(keys).map(([AttributeName, KeyType]) => ({ AttributeName, KeyType })),
    }));
});

after(async () => {
    client.destroy();
    document.destroy();
    await stop();
});

async function until(what, condition) {
    const end = Date.now() + 90_000;
    for (;;) {
        const found = await condition();
        if (found) return found;
        assert.ok(Date.now() < end, `waited for ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

// A consumer in a process of its own, and what it has received: it has no way to stop after a shard has ended.
function consume(t, streamName) {
    const { endpoint, region, credentials } = settings;
    const received = { found: [], errors: [] };
    const options = {
        endpoint, region, credentials, streamName,
        consumerGroup: "readers", createStreamIfNeeded: false, initialPositionInStream: "TRIM_HORIZON",
        dynamoDb: { endpoint, region, credentials, tableName: TableName },
        leaseAcquisitionInterval: 300, leaseAcquisitionRecoveryInterval: 300,
        noRecordsPollDelay: 250, shouldParseJson: false,
    };
    const child = fork(new URL("lifion.mjs", import.meta.url), [JSON.stringify(options)]);
    child.on("message", ({ texts = [], error }) => {
        received.found.push(...texts);
        if (error) received.errors.push(error);
    });
    const kill = () => child.kill("SIGKILL");
    t.after(kill);
    return { ...received, kill };
}

async function put(StreamName, texts) {
    const Records = texts.map((text) => ({ PartitionKey: text, Data: new TextEncoder().encode(text) }));
    assert.equal((await client.send(new kinesis.PutRecordsCommand({ StreamName, Records }))).FailedRecordCount, 0);
}

async function state(streamName) {
    const Key = { consumerGroup: "readers", streamName };
    return (await document.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
}

// The consumer's checkpoints lie behind all that was put: each open shard's is the last record's.
async function settled(StreamName, texts) {
    const { shards } = await state(StreamName);
    const kept = Object.values(shards).map((shard) => shard.checkpoint);
    const { Shards } = await client.send(new kinesis.ListShardsCommand({ StreamName }));
    let last = 0;
    for (const { ShardId } of Shards) {
        const { ShardIterator } = await client.send(new kinesis.GetShardIteratorCommand(
            { StreamName, ShardId, ShardIteratorType: "TRIM_HORIZON" }));
        const { Records } = await client.send(new kinesis.GetRecordsCommand({ ShardIterator }));
        last += Records.length;
        if (Records.length && !kept.includes(Records.at(-1).SequenceNumber) && !shards[ShardId]?.depleted) return false;
    }
    return last === texts.length;
}

// What the group does a minute after the last heartbeat of a consumer.
async function forget(streamName) {
    const { consumers } = await state(streamName);
    for (const id of Object.keys(consumers)) {
        await document.send(new UpdateCommand({
            TableName, Key: { consumerGroup: "readers", streamName }, UpdateExpression: "REMOVE consumers.#id",
            ExpressionAttributeNames: { "#id": id },
        }));
    }
}

// Its subscriptions go to AWS whatever the endpoint, so it polls.
test("a consumer reads through a split and another goes on where it ended", async (t) => {
    const StreamName = "polled";
    await client.send(new kinesis.CreateStreamCommand({ StreamName, ShardCount: 2 }));
    await kinesis.waitUntilStreamExists({ client, maxWaitTime: 30, minDelay: 1 }, { StreamName });
    const texts = Array.from({ length: 40 }, (_, n) => `text-${n}`);
    await put(StreamName, texts.slice(0, 20));
    const first = consume(t, StreamName);
    await until("the first records", () => first.found.length >= 20 || first.errors.length);
    await client.send(new kinesis.SplitShardCommand({
        StreamName, ShardToSplit: "shardId-000000000000", NewStartingHashKey: (2n ** 126n).toString(),
    }));
    await put(StreamName, texts.slice(20));
    await until("the records after the split", () => first.found.length >= 40);
    assert.deepEqual(first.found.toSorted(), texts.toSorted());
    await until("the checkpoints", () => settled(StreamName, texts));
    first.kill();
    await forget(StreamName);
    const more = Array.from({ length: 10 }, (_, n) => `more-${n}`);
    await put(StreamName, more);
    const second = consume(t, StreamName);
    await until("the rest", () => second.found.length >= 10);
    assert.deepEqual(second.found.toSorted(), more.toSorted());
    assert.deepEqual([...first.errors, ...second.errors], []);
});
