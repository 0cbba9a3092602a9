// The DocumentClient of the AWS SDK for JavaScript v3: plain values go in and come back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as documents from "@aws-sdk/lib-dynamodb";
import { start } from "./server.mjs";

const TableName = "documents";

let client;
let document;
let settings;
let stop;

before(async () => {
    ({ settings, stop } = await start());
    client = new dynamodb.DynamoDBClient(settings);
    document = documents.DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    await client.send(new dynamodb.CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: ["owner", "name", "kind"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: [
            { AttributeName: "owner", KeyType: "HASH" },
            { AttributeName: "name", KeyType: "RANGE" },
        ],
        GlobalSecondaryIndexes: [{
            IndexName: "by-kind",
            KeySchema: [{ AttributeName: "kind", KeyType: "HASH" }, { AttributeName: "name", KeyType: "RANGE" }],
            Projection: { ProjectionType: "ALL" },
        }],
    }));
    await dynamodb.waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName });
});

after(async () => {
    client.destroy();
    await stop();
});

function put(Item, more = {}) {
    return document.send(new documents.PutCommand({ TableName, Item, ...more }));
}

async function get(owner, name) {
    const answer = await document.send(
        new documents.GetCommand({ TableName, Key: { owner, name }, ConsistentRead: true }));
    return answer.Item;
}

test("values of every kind come back as they were", async () => {
    const item = {
        owner: "values", name: "all",
        text: "ü", empty: "", yes: true, nothing: null, left: undefined,
        number: -12.5, bytes: new Uint8Array([0, 255]),
        list: [1, "two", [3], { four: 4 }], map: { deep: { deeper: [] } },
        strings: new Set(["b", "a"]), numbers: new Set([3, 1]),
    };
    await put(item);
    const found = await get("values", "all");
    assert.deepEqual(Buffer.from(found.bytes), Buffer.from(item.bytes));
    const { left, bytes, ...rest } = item;
    delete found.bytes;
    assert.deepEqual(found, rest);
});

test("numbers keep their 38 digits where they are asked for as text", async () => {
    // Options go to all that share a client, so this one has its own.
    const exact = documents.DynamoDBDocumentClient.from(
        new dynamodb.DynamoDBClient(settings), { unmarshallOptions: { wrapNumbers: true } });
    const digits = "12345678901234567890123456789012345678";
    await put({ owner: "numbers", name: "large", large: documents.NumberValue.from(digits) });
    const { Item } = await exact.send(
        new documents.GetCommand({ TableName, Key: { owner: "numbers", name: "large" } }));
    assert.equal(Item.large.toString(), digits);
    exact.destroy();
});

test("conditions and updates", async () => {
    const Key = { owner: "updates", name: "counter" };
    const absent = {
        ConditionExpression: "attribute_not_exists(#owner)", ExpressionAttributeNames: { "#owner": "owner" },
    };
    await put({ ...Key, count: 1 }, absent);
    await assert.rejects(
        put({ ...Key, count: 5 }, { ...absent, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }),
        (error) => error instanceof dynamodb.ConditionalCheckFailedException
            && error.message === "The conditional request failed" && error.Item.count.N === "1",
    );
    const { Attributes } = await document.send(new documents.UpdateCommand({
        TableName, Key,
        UpdateExpression: "ADD #count :one SET history = list_append(if_not_exists(history, :none), :entry)",
        ExpressionAttributeNames: { "#count": "count" },
        ExpressionAttributeValues: { ":one": 1, ":none": [], ":entry": [{ at: 1 }] },
        ReturnValues: "UPDATED_NEW",
    }));
    assert.deepEqual(Attributes, { count: 2, history: [{ at: 1 }] });
});

test("pages of a query and a scan", async () => {
    const RequestItems = { [TableName]: [] };
    for (let n = 0; n < 25; n += 1) {
        const Item = { owner: "pages", name: `item-${String(n).padStart(2, "0")}`, kind: n % 2 ? "odd" : "even" };
        RequestItems[TableName].push({ PutRequest: { Item } });
    }
    const written = await document.send(new documents.BatchWriteCommand({ RequestItems }));
    assert.deepEqual(written.UnprocessedItems, {});
    const query = {
        TableName, Limit: 7, ScanIndexForward: false,
        KeyConditionExpression: "#owner = :owner AND begins_with(#name, :start)",
        ExpressionAttributeNames: { "#owner": "owner", "#name": "name" },
        ExpressionAttributeValues: { ":owner": "pages", ":start": "item-1" },
    };
    const names = [];
    for await (const page of documents.paginateQuery({ client: document }, query)) {
        names.push(...page.Items.map((item) => item.name));
    }
    assert.deepEqual(names, Array.from({ length: 10 }, (_, n) => `item-${19 - n}`));
    const indexed = await document.send(new documents.QueryCommand({
        TableName, IndexName: "by-kind", KeyConditionExpression: "kind = :kind",
        ExpressionAttributeValues: { ":kind": "odd" },
    }));
    assert.equal(indexed.Count, 12);
    let scanned = 0;
    const scan = { TableName, Limit: 4, FilterExpression: "kind = :kind", ExpressionAttributeValues: { ":kind": "even" } };
    for await (const page of documents.paginateScan({ client: document }, scan)) scanned += page.Items.length;
    assert.equal(scanned, 13);
    const Keys = [3, 1].map((n) => ({ owner: "pages", name: `item-0${n}` }));
    const batch = await document.send(new documents.BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }));
    assert.deepEqual(batch.Responses[TableName].map((item) => item.name).sort(), ["item-01", "item-03"]);
});

test("a transaction that cannot be says why, and changes nothing", async () => {
    await put({ owner: "transactions", name: "a", left: 1 });
    const take = {
        TableName, Key: { owner: "transactions", name: "a" },
        UpdateExpression: "SET #left = #left - :many", ConditionExpression: "#left >= :many",
        ExpressionAttributeNames: { "#left": "left" },
    };
    const give = { TableName, Item: { owner: "transactions", name: "b", got: true } };
    const transact = (many) => document.send(new documents.TransactWriteCommand({
        TransactItems: [{ Put: give }, { Update: { ...take, ExpressionAttributeValues: { ":many": many } } }],
    }));
    await assert.rejects(transact(2), (error) => {
        assert.ok(error instanceof dynamodb.TransactionCanceledException);
        assert.deepEqual(error.CancellationReasons.map((reason) => reason.Code), ["None", "ConditionalCheckFailed"]);
        return true;
    });
    assert.equal(await get("transactions", "b"), undefined);
    await transact(1);
    const { Responses } = await document.send(new documents.TransactGetCommand({
        TransactItems: ["a", "b"].map((name) => ({ Get: { TableName, Key: { owner: "transactions", name } } })),
    }));
    assert.deepEqual(Responses.map((one) => one.Item.left ?? one.Item.got), [0, true]);
});

test("PartiQL", async () => {
    await document.send(new documents.ExecuteStatementCommand({
        Statement: `INSERT INTO "${TableName}" VALUE {'owner': ?, 'name': ?, 'tags': ?}`,
        Parameters: ["partiql", "one", ["x"]],
    }));
    const { Items } = await document.send(new documents.ExecuteStatementCommand({
        Statement: `SELECT "name", tags FROM "${TableName}" WHERE "owner" = ?`,
        Parameters: ["partiql"],
    }));
    assert.deepEqual(Items, [{ name: "one", tags: ["x"] }]);
});
