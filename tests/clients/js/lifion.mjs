// A consumer of lifion-kinesis, for lifion.test.mjs: it tells its parent what it receives.
process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = "1";
const { default: Consumer } = await import("lifion-kinesis");

const logger = { error: (...all) => process.send({ error: all.join(" ") }) };
const consumer = new Consumer({ ...JSON.parse(process.argv[2]), logger });
consumer.on("data", ({ records }) => process.send({ texts: records.map((record) => String(record.data)) }));
await consumer.startConsumer();
