// Subscriptions with the AWS SDK for JavaScript v3, over HTTP/2.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import * as kinesis from "@aws-sdk/client-kinesis";
import { start } from "./server.mjs";

const SHARD = "shardId-000000000000";

let client;
let stop;

before(async () => {
    let settings;
    ({ settings, stop } = await start());
    client = new kinesis.KinesisClient(settings);
});

after(async () => {
    client.destroy();
    await stop();
});

// A stream with an active consumer; gives the consumer's ARN.
async function makeConsumer(StreamName) {
    await client.send(new kinesis.CreateStreamCommand({ StreamName, ShardCount: 1 }));
    await kinesis.waitUntilStreamExists({ client, maxWaitTime: 30, minDelay: 1 }, { StreamName });
    const summary = await client.send(new kinesis.DescribeStreamSummaryCommand({ StreamName }));
    const { StreamARN } = summary.StreamDescriptionSummary;
    const { Consumer } = await client.send(
        new kinesis.RegisterStreamConsumerCommand({ StreamARN, ConsumerName: "c" }));
    const { ConsumerARN } = Consumer;
    for (;;) {
        const answer = await client.send(new kinesis.DescribeStreamConsumerCommand({ ConsumerARN }));
        if (answer.ConsumerDescription.ConsumerStatus === "ACTIVE") return ConsumerARN;
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

async function subscribe(ConsumerARN, StartingPosition, ShardId = SHARD) {
    const answer = await client.send(
        new kinesis.SubscribeToShardCommand({ ConsumerARN, ShardId, StartingPosition }));
    return answer.EventStream[Symbol.asyncIterator]();
}

async function next(events) {
    const { value } = await events.next();
    return value.SubscribeToShardEvent;
}

function put(StreamName, text) {
    const Data = new TextEncoder().encode(text);
    return client.send(new kinesis.PutRecordCommand({ StreamName, PartitionKey: "k", Data }));
}

test("records are pushed, and a split ends the subscription", async () => {
    const consumer = await makeConsumer("pushed");
    const events = await subscribe(consumer, { Type: "LATEST" });
    for (const text of ["one", "two"]) {
        const { SequenceNumber } = await put("pushed", text);
        const event = await next(events);
        assert.deepEqual(event.Records.map((record) => Buffer.from(record.Data).toString()), [text]);
        assert.equal(event.Records[0].SequenceNumber, SequenceNumber);
        assert.ok(event.Records[0].ApproximateArrivalTimestamp instanceof Date);
        assert.equal(event.MillisBehindLatest, 0);
        assert.ok(BigInt(event.ContinuationSequenceNumber) > BigInt(SequenceNumber));
    }
    await client.send(new kinesis.SplitShardCommand({
        StreamName: "pushed", ShardToSplit: SHARD, NewStartingHashKey: (2n ** 127n).toString(),
    }));
    const last = await next(events);
    assert.equal(last.ContinuationSequenceNumber, undefined);
    assert.deepEqual(last.ChildShards.map((child) => child.ParentShards), [[SHARD], [SHARD]]);
    assert.equal((await events.next()).done, true);
});

test("many subscriptions share a connection", async () => {
    const consumer = await makeConsumer("many");
    const StreamName = "many";
    const { StreamDescriptionSummary } = await client.send(
        new kinesis.DescribeStreamSummaryCommand({ StreamName }));
    const { StreamARN } = StreamDescriptionSummary;
    const consumers = [consumer];
    for (let n = 1; n < 20; n += 1) {
        const { Consumer } = await client.send(
            new kinesis.RegisterStreamConsumerCommand({ StreamARN, ConsumerName: `c${n}` }));
        consumers.push(Consumer.ConsumerARN);
    }
    await assert.rejects(
        client.send(new kinesis.RegisterStreamConsumerCommand({ StreamARN, ConsumerName: "more" })),
        (error) => error instanceof kinesis.LimitExceededException,
    );
    for (const ConsumerARN of consumers) {
        for (;;) {
            const it = await client.send(new kinesis.DescribeStreamConsumerCommand({ ConsumerARN }));
            if (it.ConsumerDescription.ConsumerStatus === "ACTIVE") break;
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
    }
    const all = await Promise.all(consumers.map((each) => subscribe(each, { Type: "TRIM_HORIZON" })));
    await put("many", "to all");
    for (const events of all) {
        const event = await next(events);
        assert.equal(Buffer.from(event.Records[0].Data).toString(), "to all");
        await events.return?.();
    }
});

test("what ends a subscription early has its class", async () => {
    const consumer = await makeConsumer("ended");
    const events = await subscribe(consumer, { Type: "LATEST" });
    await assert.rejects(
        subscribe(consumer, { Type: "LATEST" }),
        (error) => error instanceof kinesis.ResourceInUseException,
    );
    await client.send(new kinesis.DeregisterStreamConsumerCommand({ ConsumerARN: consumer }));
    await assert.rejects(
        events.next(),
        (error) => error instanceof kinesis.ResourceNotFoundException,
    );
});
