// The AWS SDK for JavaScript v3 with CloudWatch, to which it speaks Smithy RPC v2 with CBOR.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import * as cloudwatch from "@aws-sdk/client-cloudwatch";
import { start } from "./server.mjs";

let metrics;
let stop;

before(async () => {
    let settings;
    ({ settings, stop } = await start());
    metrics = new cloudwatch.CloudWatchClient(settings);
});

after(() => stop());

test("what is put is read", async () => {
    const at = new Date(Math.floor(Date.now() / 60_000) * 60_000);
    const datum = { MetricName: "m", Values: [1, 2], Counts: [1, 2], Timestamp: at, Unit: "Count" };
    await metrics.send(new cloudwatch.PutMetricDataCommand({ Namespace: "n", MetricData: [datum] }));
    const stat = { Metric: { Namespace: "n", MetricName: "m" }, Period: 60, Stat: "Sum" };
    const { MetricDataResults } = await metrics.send(new cloudwatch.GetMetricDataCommand({
        MetricDataQueries: [{ Id: "a", MetricStat: stat }, { Id: "b", Expression: "a * 2" }],
        StartTime: new Date(at.getTime() - 3_600_000), EndTime: new Date(at.getTime() + 60_000),
    }));
    assert.deepEqual(MetricDataResults.map((it) => [it.Id, it.Values]), [["a", [5]], ["b", [10]]]);
    assert.equal(MetricDataResults[0].Timestamps[0].getTime(), at.getTime());
    const { Metrics } = await metrics.send(new cloudwatch.ListMetricsCommand({}));
    assert.equal(Metrics[0].MetricName, "m");
});

test("errors are the SDK's own", async () => {
    const put = new cloudwatch.PutMetricDataCommand({
        Namespace: "n", MetricData: [{ MetricName: "m", Value: 1, StorageResolution: 7 }],
    });
    await assert.rejects(metrics.send(put), cloudwatch.InvalidParameterValueException);
    const get = new cloudwatch.GetDashboardCommand({ DashboardName: "none" });
    await assert.rejects(metrics.send(get), { message: "Dashboard none does not exist" });
});

test("alarms are put, described and deleted", async () => {
    await metrics.send(new cloudwatch.PutMetricAlarmCommand({
        AlarmName: "a", Namespace: "n", MetricName: "m", Statistic: "Sum", Period: 60, EvaluationPeriods: 1,
        Threshold: 5, ComparisonOperator: "GreaterThanThreshold",
    }));
    const { MetricAlarms } = await metrics.send(new cloudwatch.DescribeAlarmsCommand({}));
    assert.equal(MetricAlarms[0].Threshold, 5);
    await metrics.send(new cloudwatch.DeleteAlarmsCommand({ AlarmNames: ["a"] }));
});
