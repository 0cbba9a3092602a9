use crate::errors::{invalid_argument, no_such_shard, validation};
use crate::resolve::Target;
use crate::shard_map::{Filter, ShardId, ShardIndex};
use crate::stream_record::Status;
use crate::streams::Stream;
use crate::tokens::{Kind, LIFETIME_MS, Tokens};
use crate::{Kinesis, errors, views};
use platform::{Arn, Context, Error, Handler, Result};
use serde::{Deserialize, Serialize};
use shapes::kinesis::errors::EXPIRED_NEXT_TOKEN_EXCEPTION;
use shapes::kinesis::{ListShardsInput, ListShardsOutput, ops::ListShards};
use std::sync::Arc;

/// The most shards of one answer, whatever is asked for.
const PAGE: usize = 1000;

/// Where a listing goes on; the body of `NextToken`.
#[derive(Serialize, Deserialize)]
struct Cursor {
    issued_ms: i64,
    /// Whose the stream is.
    #[serde(default)]
    account: String,
    stream_name: String,
    stream_id: String,
    filter: Filter,
    after: Option<ShardIndex>,
}

impl Handler<ListShards> for Kinesis {
    async fn handle(&self, context: &Context, input: ListShardsInput) -> Result<ListShardsOutput> {
        let (stream, mut cursor) = match &input.next_token {
            Some(token) => self.resume(context, &input, token).await?,
            None => self.begin(context, &input).await?,
        };
        let limit = input.max_results.and_then(|limit| usize::try_from(limit).ok());
        let limit = limit.unwrap_or(PAGE).clamp(1, PAGE);
        let mut shards: Vec<_> =
            stream.map.listed(cursor.filter, cursor.after).take(limit + 1).collect();
        let more = shards.len() > limit;
        shards.truncate(limit);
        let mut next_token = None;
        if more {
            cursor.issued_ms = context.now().millis();
            cursor.after = shards.last().map(|(index, _)| *index);
            let body = serde_json::to_vec(&cursor).map_err(Error::internal)?;
            next_token = Some(self.tokens.seal(Kind::NextShards, &body).await?);
        }
        let shards = shards.into_iter().map(views::shard).collect();
        Ok(ListShardsOutput { shards: Some(shards), next_token })
    }
}

impl Kinesis {
    async fn begin(
        &self,
        context: &Context,
        input: &ListShardsInput,
    ) -> Result<(Arc<Stream>, Cursor)> {
        if input.stream_name.is_none() && input.stream_arn.is_none() {
            return Err(invalid_argument("Either NextToken or StreamName should be provided."));
        }
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        let record = &stream.record;
        if let Some(created) = input.stream_creation_timestamp
            && created.seconds() != views::created(record).seconds()
        {
            // No stream of this name that was created then is here any more.
            return Err(errors::stream_not_found(&record.name, &record.account));
        }
        demand_listable(&stream)?;
        let (filter, after) = filter(&stream, input, context.now().millis())?;
        let cursor = Cursor {
            issued_ms: 0,
            account: record.account.clone(),
            stream_name: record.name.clone(),
            stream_id: record.id.clone(),
            filter,
            after,
        };
        Ok((stream, cursor))
    }

    async fn resume(
        &self,
        context: &Context,
        input: &ListShardsInput,
        token: &str,
    ) -> Result<(Arc<Stream>, Cursor)> {
        let others = [
            ("StreamName", input.stream_name.is_some()),
            ("StreamARN", input.stream_arn.is_some()),
            ("StreamId", input.stream_id.is_some()),
            ("StreamCreationTimestamp", input.stream_creation_timestamp.is_some()),
            ("ExclusiveStartShardId", input.exclusive_start_shard_id.is_some()),
            ("ShardFilter", input.shard_filter.is_some()),
        ];
        if let Some((other, _)) = others.iter().find(|(_, given)| *given) {
            let message = format!("NextToken and {other} cannot be provided together.");
            return Err(invalid_argument(message));
        }
        let body = self.tokens.open(Kind::NextShards, token).await?;
        let cursor = body.and_then(|body| serde_json::from_slice::<Cursor>(&body).ok());
        let Some(cursor) = cursor else {
            return Err(invalid_argument("Invalid NextToken."));
        };
        if context.now().millis() - cursor.issued_ms > LIFETIME_MS {
            return Err(Error::new(&EXPIRED_NEXT_TOKEN_EXCEPTION, "NextToken has expired."));
        }
        let found = self.streams.find(context, &cursor.stream_name).await?;
        let stream = found
            .filter(|stream| stream.record.id == cursor.stream_id)
            .ok_or_else(|| errors::stream_not_found(&cursor.stream_name, &context.account))?;
        demand_listable(&stream)?;
        Ok((stream, cursor))
    }
}

/// The stream's ARN in a token that nobody has looked at yet.
pub(crate) fn claimed_stream(context: &Context, token: &str) -> Option<String> {
    let body = Tokens::claimed(Kind::NextShards, token)?;
    let cursor = serde_json::from_slice::<Cursor>(&body).ok()?;
    let resource = format!("stream/{}", cursor.stream_name);
    Some(match cursor.account.is_empty() {
        true => context.arn("kinesis", resource),
        false => Arn::new("kinesis", &context.region, &cursor.account, resource).to_string(),
    })
}

fn demand_listable(stream: &Stream) -> Result<()> {
    match stream.record.status {
        Status::Active | Status::Updating => Ok(()),
        status => {
            let record = &stream.record;
            Err(errors::not_active(&record.name, &record.account, status.as_str()))
        }
    }
}

/// Which shards are asked for, and after which (ListShards, `ShardFilter`). Times are held within
/// what the stream still has.
fn filter(
    stream: &Stream,
    input: &ListShardsInput,
    now_ms: i64,
) -> Result<(Filter, Option<ShardIndex>)> {
    let record = &stream.record;
    let index = |text: &str| match ShardId::parse(text) {
        Some(id) => Ok(id.0),
        None => Err(no_such_shard(text, &record.name, &record.account)),
    };
    let after = input.exclusive_start_shard_id.as_deref().map(index).transpose()?;
    let horizon_ms = record.horizon_ms(now_ms);
    // The first shards were open from the stream's creation on.
    let oldest_ms = horizon_ms.max(record.created_ms);
    let Some(asked) = &input.shard_filter else {
        return Ok((Filter::From(horizon_ms), after));
    };
    let kind = asked.r#type.as_str();
    if asked.shard_id.is_some() && kind != "AFTER_SHARD_ID" {
        return Err(validation(format!("ShardId is not expected with the ShardFilter {kind}.")));
    }
    if asked.timestamp.is_some() && !matches!(kind, "AT_TIMESTAMP" | "FROM_TIMESTAMP") {
        return Err(validation(format!("Timestamp is not expected with the ShardFilter {kind}.")));
    }
    match (kind, asked.timestamp, asked.shard_id.as_deref()) {
        ("AFTER_SHARD_ID", _, Some(shard)) => {
            Ok((Filter::From(horizon_ms), after.max(Some(index(shard)?))))
        }
        ("AFTER_SHARD_ID", ..) => {
            Err(validation("ShardId is required with the ShardFilter AFTER_SHARD_ID."))
        }
        ("AT_TRIM_HORIZON", ..) => Ok((Filter::At(oldest_ms), after)),
        ("FROM_TRIM_HORIZON", ..) => Ok((Filter::From(horizon_ms), after)),
        ("AT_LATEST", ..) => Ok((Filter::Open, after)),
        ("AT_TIMESTAMP", Some(time), _) => Ok((Filter::At(time.millis()), after)),
        ("FROM_TIMESTAMP", Some(time), _) => {
            Ok((Filter::From(time.millis().max(horizon_ms)), after))
        }
        ("AT_TIMESTAMP" | "FROM_TIMESTAMP", None, _) => {
            Err(validation(format!("Timestamp is required with the ShardFilter {kind}.")))
        }
        _ => Err(validation(format!("The ShardFilter {kind} is not known."))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use shapes::Timestamp;
    use shapes::kinesis::ShardFilter;
    use std::time::Duration;

    fn input(name: &str) -> ListShardsInput {
        ListShardsInput { stream_name: Some(name.to_owned()), ..ListShardsInput::default() }
    }

    async fn ids(world: &World, input: ListShardsInput) -> Vec<u32> {
        let shards = world.run::<ListShards>(input).await.unwrap().shards.unwrap();
        shards.iter().map(|shard| ShardId::parse(&shard.shard_id).unwrap().0).collect()
    }

    #[tokio::test]
    async fn pages_follow_each_other_until_the_token_expires() {
        let world = World::new().await;
        world.create("s", 5).await;
        let first = ListShardsInput { max_results: Some(2), ..input("s") };
        let answer = world.run::<ListShards>(first).await.unwrap();
        assert_eq!(answer.shards.unwrap().len(), 2);
        let rest = ListShardsInput { next_token: answer.next_token, ..ListShardsInput::default() };
        assert_eq!(ids(&world, rest.clone()).await, [2, 3, 4]);
        let both = ListShardsInput { stream_name: Some("s".to_owned()), ..rest.clone() };
        let error = world.run::<ListShards>(both).await.unwrap_err();
        assert_eq!(error.message, "NextToken and StreamName cannot be provided together.");
        world.clock.advance(Duration::from_millis(300_001));
        let error = world.run::<ListShards>(rest).await.unwrap_err();
        assert_eq!(error.code(), "ExpiredNextTokenException");
        let forged = ListShardsInput { next_token: Some("x".to_owned()), ..Default::default() };
        let error = world.run::<ListShards>(forged).await.unwrap_err();
        assert_eq!(error.code(), "InvalidArgumentException");
    }

    #[tokio::test]
    async fn filters_choose_by_life_and_place() {
        let world = World::new().await;
        world.create("s", 2).await;
        let before = world.platform.clock.now();
        world.clock.advance(Duration::from_secs(3600));
        world.split("s", 1).await;
        world.clock.advance(Duration::from_secs(2));
        let filtered = |kind: &str, shard: Option<&str>, time: Option<Timestamp>| {
            let filter = ShardFilter {
                r#type: kind.to_owned(),
                shard_id: shard.map(str::to_owned),
                timestamp: time,
            };
            ListShardsInput { shard_filter: Some(filter), ..input("s") }
        };
        let now = Some(world.platform.clock.now());
        assert_eq!(ids(&world, input("s")).await, [0, 1, 2, 3]);
        assert_eq!(ids(&world, filtered("AT_TRIM_HORIZON", None, None)).await, [0, 1]);
        assert_eq!(ids(&world, filtered("FROM_TRIM_HORIZON", None, None)).await, [0, 1, 2, 3]);
        assert_eq!(ids(&world, filtered("AT_LATEST", None, None)).await, [0, 2, 3]);
        assert_eq!(ids(&world, filtered("AT_TIMESTAMP", None, Some(before))).await, [0, 1]);
        assert_eq!(ids(&world, filtered("FROM_TIMESTAMP", None, now)).await, [0, 2, 3]);
        let after = "shardId-000000000001";
        assert_eq!(ids(&world, filtered("AFTER_SHARD_ID", Some(after), None)).await, [2, 3]);
        let exclusive =
            ListShardsInput { exclusive_start_shard_id: Some(after.to_owned()), ..input("s") };
        assert_eq!(ids(&world, exclusive).await, [2, 3]);
        let bad = [
            filtered("AFTER_SHARD_ID", None, None),
            filtered("AT_TIMESTAMP", None, None),
            filtered("AT_LATEST", Some(after), None),
            filtered("AT_LATEST", None, now),
        ];
        for input in bad {
            let error = world.run::<ListShards>(input).await.unwrap_err();
            assert_eq!(error.code(), "ValidationException");
        }
        // A day later the closed shard's records are gone, and with them the shard.
        world.clock.advance(Duration::from_secs(24 * 3600));
        assert_eq!(ids(&world, input("s")).await, [0, 2, 3]);
    }

    #[tokio::test]
    async fn the_creation_time_tells_namesakes_apart() {
        let world = World::new().await;
        world.create("s", 1).await;
        let created = world.summary("s").await.unwrap().stream_creation_timestamp;
        let at = |time| ListShardsInput { stream_creation_timestamp: Some(time), ..input("s") };
        assert_eq!(ids(&world, at(created)).await, [0]);
        let other = Timestamp(created.millis() - 5000);
        let error = world.run::<ListShards>(at(other)).await.unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
        let error = world.run::<ListShards>(ListShardsInput::default()).await.unwrap_err();
        assert_eq!(error.message, "Either NextToken or StreamName should be provided.");
    }
}
