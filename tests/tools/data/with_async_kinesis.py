"""async-kinesis: a producer and a consumer, through a split and a merge, and once with the KPL's aggregation."""

import asyncio
import os

from aiobotocore.session import AioSession
from kinesis import Consumer, MemoryCheckPointer, Producer
from kinesis.processors import JsonProcessor, KPLJsonProcessor

URL, REGION = os.environ["AWS_ENDPOINT_URL"], "us-east-1"
PLACE = {"endpoint_url": URL, "region_name": REGION}


async def reshaped(client, stream, call, **arguments):
    await call(StreamName=stream, **arguments)
    while True:
        summary = await client.describe_stream_summary(StreamName=stream)
        if summary["StreamDescriptionSummary"]["StreamStatus"] == "ACTIVE":
            return
        await asyncio.sleep(0.02)


async def produced(client, stream, processor, keyed):
    """Three hundred items, put while the stream's shards change. An aggregate has a key of its own."""
    put = 0
    async with Producer(stream, processor=processor, buffer_time=0.05, create_stream=True, **PLACE) as producer:
        for change in [None, "split", "merge"]:
            if change == "split":
                await producer.flush()
                await reshaped(client, stream, client.split_shard, ShardToSplit="0", NewStartingHashKey=str(2**127))
            if change == "merge":
                await producer.flush()
                await reshaped(client, stream, client.merge_shards, ShardToMerge="1", AdjacentShardToMerge="2")
            for _ in range(100):
                await producer.put({"number": put}, **({"partition_key": f"key-{put % 5}"} if keyed else {}))
                put += 1
        await producer.flush()
    return put


async def consumed(stream, processor, wanted):
    """The items that a consumer gets, until it has as many as wanted."""
    found = []
    consumer = Consumer(stream, processor=processor, checkpointer=MemoryCheckPointer(), iterator_type="TRIM_HORIZON",
                        sleep_time_no_records=0.05, shard_fetch_rate=5, idle_timeout=20, **PLACE)
    async with consumer:
        async for item in consumer:
            found.append(item["number"])
            if len(found) >= wanted:
                break
    return found


async def main():
    async with AioSession().create_client("kinesis", endpoint_url=URL, region_name=REGION) as client:
        for stream, processor, keyed in [("plain", JsonProcessor, True), ("packed", KPLJsonProcessor, False)]:
            put = await produced(client, stream, processor(), keyed)
            found = await consumed(stream, processor(), put)
            assert sorted(found) == list(range(put)), (stream, len(found), put)
            shards = (await client.list_shards(StreamName=stream))["Shards"]
            assert len(shards) == 4, shards


asyncio.run(main())
print("async-kinesis is served")
