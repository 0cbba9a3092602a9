use crate::consumer_record::{self, ConsumerRecord};
use crate::errors::invalid_argument;
use crate::resolve::Target;
use crate::streams::Stream;
use crate::tokens::{Kind, LIFETIME_MS};
use crate::{Kinesis, errors, views};
use platform::{Context, Error, Handler, Result};
use serde::{Deserialize, Serialize};
use shapes::kinesis::errors::EXPIRED_NEXT_TOKEN_EXCEPTION;
use shapes::kinesis::{
    ListStreamConsumersInput, ListStreamConsumersOutput, ops::ListStreamConsumers,
};
use std::sync::Arc;

/// The most consumers of one answer, whatever is asked for.
const PAGE: usize = 100;

/// Where a listing goes on; the body of `NextToken`.
#[derive(Serialize, Deserialize)]
struct Cursor {
    issued_ms: i64,
    stream_id: String,
    after: String,
}

impl Handler<ListStreamConsumers> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: ListStreamConsumersInput,
    ) -> Result<ListStreamConsumersOutput> {
        let stream = self.find_listed(context, &input).await?;
        let after = match &input.next_token {
            Some(token) => Some(self.consumer_after(context, &stream, token).await?),
            None => None,
        };
        let limit = input.max_results.and_then(|limit| usize::try_from(limit).ok());
        let limit = limit.unwrap_or(PAGE).clamp(1, PAGE);
        let record = &stream.record;
        let found =
            consumer_record::list(context.tables(), &record.id, after.as_deref(), limit + 1);
        let mut found = found.await?;
        let more = found.len() > limit;
        found.truncate(limit);
        let next_token = match found.last().filter(|_| more) {
            Some(last) => Some(self.consumers_token(context, &stream, last).await?),
            None => None,
        };
        let now_ms = context.now().millis();
        let consumers = found.iter().map(|consumer| consumer.view(record, now_ms)).collect();
        Ok(ListStreamConsumersOutput { consumers: Some(consumers), next_token })
    }
}

impl Kinesis {
    async fn find_listed(
        &self,
        context: &Context,
        input: &ListStreamConsumersInput,
    ) -> Result<Arc<Stream>> {
        if input.next_token.is_some() && input.stream_creation_timestamp.is_some() {
            return Err(invalid_argument(
                "NextToken and StreamCreationTimestamp cannot be provided together.",
            ));
        }
        let (arn, id) = (Some(&*input.stream_arn), input.stream_id.as_deref());
        let stream = self.find(context, Target { name: None, arn, id }).await?;
        let record = &stream.record;
        if let Some(created) = input.stream_creation_timestamp
            && created.seconds() != views::created(record).seconds()
        {
            // No stream of this name that was created then is here any more.
            return Err(errors::stream_not_found(&record.name, &record.account));
        }
        match stream.is_ready() {
            true => Ok(stream),
            false => Err(errors::not_active(&record.name, &record.account, record.status.as_str())),
        }
    }

    async fn consumers_token(
        &self,
        context: &Context,
        stream: &Stream,
        last: &ConsumerRecord,
    ) -> Result<String> {
        let cursor = Cursor {
            issued_ms: context.now().millis(),
            stream_id: stream.record.id.clone(),
            after: last.name.clone(),
        };
        let body = serde_json::to_vec(&cursor).map_err(Error::internal)?;
        self.tokens.seal(Kind::NextConsumers, &body).await
    }

    /// The name of the consumer after which a listing goes on.
    async fn consumer_after(
        &self,
        context: &Context,
        stream: &Stream,
        token: &str,
    ) -> Result<String> {
        let body = self.tokens.open(Kind::NextConsumers, token).await?;
        let cursor = body.and_then(|body| serde_json::from_slice::<Cursor>(&body).ok());
        let cursor = cursor.filter(|cursor| cursor.stream_id == stream.record.id);
        let Some(cursor) = cursor else { return Err(invalid_argument("Invalid NextToken.")) };
        if context.now().millis() - cursor.issued_ms > LIFETIME_MS {
            return Err(Error::new(&EXPIRED_NEXT_TOKEN_EXCEPTION, "NextToken has expired."));
        }
        Ok(cursor.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use std::time::Duration;

    fn input(world: &World, stream: &str) -> ListStreamConsumersInput {
        let stream_arn = world.context().arn("kinesis", format_args!("stream/{stream}"));
        ListStreamConsumersInput { stream_arn, ..Default::default() }
    }

    #[tokio::test]
    async fn consumers_are_listed_by_name_in_pages() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.create("t", 1).await;
        let list = async |input| world.run::<ListStreamConsumers>(input).await;
        let empty = list(input(&world, "s")).await.unwrap();
        assert_eq!((empty.consumers, empty.next_token), (Some(Vec::new()), None));
        for name in ["c", "a", "b"] {
            world.register("s", name).await.unwrap();
        }
        world.register("t", "other").await.unwrap();
        let mut first = ListStreamConsumersInput { max_results: Some(2), ..input(&world, "s") };
        let names = |page: &ListStreamConsumersOutput| {
            let all = page.consumers.iter().flatten();
            all.map(|consumer| consumer.consumer_name.clone()).collect::<Vec<_>>()
        };
        let page = list(first.clone()).await.unwrap();
        assert_eq!(names(&page), ["a", "b"]);
        first.next_token = page.next_token;
        let page = list(first.clone()).await.unwrap();
        assert_eq!((names(&page), page.next_token), (vec!["c".to_owned()], None));
        let elsewhere =
            ListStreamConsumersInput { next_token: first.next_token.clone(), ..input(&world, "t") };
        assert_eq!(list(elsewhere).await.unwrap_err().code(), "InvalidArgumentException");
        world.clock.advance(Duration::from_millis(300_001));
        assert_eq!(list(first).await.unwrap_err().code(), "ExpiredNextTokenException");
    }

    #[tokio::test]
    async fn members_that_do_not_fit_are_refused() {
        let world = World::new().await;
        world.create("s", 1).await;
        let now = Some(world.platform.clock.now());
        let list = async |input| {
            world.run::<ListStreamConsumers>(input).await.map_err(|error| error.code())
        };
        let good =
            ListStreamConsumersInput { stream_creation_timestamp: now, ..input(&world, "s") };
        list(good.clone()).await.unwrap();
        let other = Some(shapes::Timestamp(0));
        let (invalid, missing) = ("InvalidArgumentException", "ResourceNotFoundException");
        let cases = [
            (
                ListStreamConsumersInput { stream_creation_timestamp: other, ..good.clone() },
                missing,
            ),
            (ListStreamConsumersInput { next_token: Some("x".into()), ..good.clone() }, invalid),
            (ListStreamConsumersInput { stream_id: Some("x".into()), ..good }, invalid),
            (
                ListStreamConsumersInput { next_token: Some("x".into()), ..input(&world, "s") },
                invalid,
            ),
            (input(&world, "t"), missing),
        ];
        for (input, code) in cases {
            let named = format!("{input:?}");
            assert_eq!(list(input).await.map(|_| ()), Err(code), "{named}");
        }
    }
}
