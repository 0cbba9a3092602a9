//! A client that splits, merges and evens out the shards of the stream that is there throughout.

use super::{Answer, Client, STREAM};
use shapes::kinesis::ops::{ListShards, MergeShards, SplitShard, UpdateShardCount};
use shapes::kinesis::{
    ListShardsInput, MergeShardsInput, Shard, ShardFilter, SplitShardInput, UpdateShardCountInput,
};

/// The most open shards.
const MOST: usize = 6;

/// Keeps splitting and merging. What is refused, or was not heard of, is tried again in some other
/// form.
pub(crate) async fn reshape(client: Client) {
    while client.is_due() {
        client.rest(3_000_000).await;
        if let Ok(open) = open(&client).await {
            if client.one_in(4) {
                let _ = rescale(&client, open.len()).await;
                continue;
            }
            let at = client.index(open.len().max(1));
            let _ = match (open.get(at), open.get(at + 1)) {
                (Some(shard), Some(next)) if open.len() >= MOST || client.one_in(2) => {
                    merge(&client, shard, next).await
                }
                (Some(shard), _) if open.len() < MOST => split(&client, shard).await,
                _ => Ok(()),
            };
        }
    }
}

/// Brings the stream to any number of shards that it may be brought to.
async fn rescale(client: &Client, open: usize) -> Answer<()> {
    let (least, most) = (open.div_ceil(2), (open * 2).min(MOST).max(open));
    let target = (least + client.index(most - least + 1)).max(1);
    let input = UpdateShardCountInput {
        stream_name: Some(STREAM.to_owned()),
        target_shard_count: target as i32,
        scaling_type: "UNIFORM_SCALING".to_owned(),
        ..Default::default()
    };
    client.call::<UpdateShardCount>(&format!("{target} for {open}"), input).await.map(drop)
}

/// The open shards in the order of their hash keys.
async fn open(client: &Client) -> Answer<Vec<Shard>> {
    let latest = ShardFilter { r#type: "AT_LATEST".to_owned(), ..Default::default() };
    let input = ListShardsInput {
        stream_name: Some(STREAM.to_owned()),
        shard_filter: Some(latest),
        ..Default::default()
    };
    let mut shards = client.call::<ListShards>(STREAM, input).await?.shards.unwrap_or_default();
    shards.sort_by_key(|shard| key(&shard.hash_key_range.starting_hash_key));
    Ok(shards)
}

fn key(text: &str) -> u128 {
    text.parse().unwrap_or_default()
}

async fn split(client: &Client, shard: &Shard) -> Answer<()> {
    let range = &shard.hash_key_range;
    let (start, end) = (key(&range.starting_hash_key), key(&range.ending_hash_key));
    let input = SplitShardInput {
        stream_name: Some(STREAM.to_owned()),
        shard_to_split: shard.shard_id.clone(),
        new_starting_hash_key: (start + (end - start) / 2).to_string(),
        ..Default::default()
    };
    client.call::<SplitShard>(&shard.shard_id, input).await.map(drop)
}

async fn merge(client: &Client, shard: &Shard, next: &Shard) -> Answer<()> {
    let input = MergeShardsInput {
        stream_name: Some(STREAM.to_owned()),
        shard_to_merge: shard.shard_id.clone(),
        adjacent_shard_to_merge: next.shard_id.clone(),
        ..Default::default()
    };
    let on = format!("{} and {}", shard.shard_id, next.shard_id);
    client.call::<MergeShards>(&on, input).await.map(drop)
}
