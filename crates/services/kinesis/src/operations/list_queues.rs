use crate::errors::invalid_argument;
use crate::queue::{NAMES, QUEUES, QueueRecord};
use crate::tokens::{Kind, LIFETIME_MS};
use crate::{Kinesis, views};
use platform::{Context, Error, Handler, Result};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use shapes::kinesis::errors::EXPIRED_NEXT_TOKEN_EXCEPTION;
use shapes::kinesis::{
    ListQueuesInput, ListQueuesOutput, QueueStreamFilter, QueueStreamIdentifier, QueueSummary,
    ops::ListQueues,
};
use store::{KeyRange, Scan};

/// The most queues of one answer, whatever is asked for.
const PAGE: usize = 1000;

/// Where a listing goes on; the body of `NextToken`.
#[derive(Serialize, Deserialize)]
struct Cursor {
    issued_ms: i64,
    filter: Vec<(String, Option<i64>)>,
    after: String,
}

impl Handler<ListQueues> for Kinesis {
    async fn handle(&self, context: &Context, input: ListQueuesInput) -> Result<ListQueuesOutput> {
        let filter: Vec<_> = input.stream_filter.iter().flatten().map(wanted).collect();
        let now_ms = context.now().millis();
        let after = match &input.next_token {
            Some(token) => Some(self.after_queue(token, &filter, now_ms).await?),
            None => None,
        };
        let limit = input.max_results.and_then(|limit| usize::try_from(limit).ok());
        let limit = limit.unwrap_or(PAGE).clamp(1, PAGE);
        let mut queues = queues(context, &filter, after.as_deref(), limit + 1).await?;
        let has_more = queues.len() > limit;
        queues.truncate(limit);
        let next_token = match queues.last().filter(|_| has_more) {
            None => None,
            Some(last) => {
                let cursor = Cursor { issued_ms: now_ms, filter, after: last.name.clone() };
                let body = serde_json::to_vec(&cursor).map_err(Error::internal)?;
                Some(self.tokens.seal(Kind::NextQueues, &body).await?)
            }
        };
        let queue_summaries = queues.iter().map(summary).collect();
        Ok(ListQueuesOutput { queue_summaries, next_token })
    }
}

/// A stream whose queues are asked for. Its time of creation counts in seconds, as it is shown.
fn wanted(filter: &QueueStreamFilter) -> (String, Option<i64>) {
    let created = filter.stream_creation_timestamp.map(|time| time.seconds());
    (filter.stream_arn.clone(), created)
}

/// At most `limit` queues by name, those after `after`.
async fn queues(
    context: &Context,
    filter: &[(String, Option<i64>)],
    after: Option<&str>,
    limit: usize,
) -> Result<Vec<QueueRecord>> {
    let key = |name: &str| platform::scoped(&context.account, &context.region, &[name]);
    let mut range = KeyRange::prefix(&key(""));
    if let Some(after) = after {
        range = range.after(&key(after));
    }
    let shows = |queue: &QueueRecord| {
        let is_it = |(arn, created): &(String, Option<i64>)| {
            let known = Timestamp(queue.stream_created_ms).seconds();
            *arn == queue.stream_arn() && created.is_none_or(|created| created == known)
        };
        filter.is_empty() || filter.iter().any(is_it)
    };
    let mut found = Vec::new();
    loop {
        let scan = Scan { range: range.clone(), limit: PAGE, reverse: false };
        let names = NAMES.scan(context.tables(), scan).await?;
        let Some((last, _)) = names.last() else { return Ok(found) };
        range = range.after(last);
        for (_, id) in names {
            // It may have been deleted meanwhile.
            let queue = QUEUES.get(context.tables(), &key(&id)).await?;
            found.extend(queue.filter(shows));
            if found.len() >= limit {
                return Ok(found);
            }
        }
    }
}

impl Kinesis {
    /// The name of the last queue of the page before.
    async fn after_queue(
        &self,
        token: &str,
        filter: &[(String, Option<i64>)],
        now_ms: i64,
    ) -> Result<String> {
        let body = self.tokens.open(Kind::NextQueues, token).await?;
        let cursor = body.and_then(|body| serde_json::from_slice::<Cursor>(&body).ok());
        match cursor {
            None => Err(invalid_argument("Invalid NextToken.")),
            Some(cursor) if now_ms - cursor.issued_ms > LIFETIME_MS => {
                Err(Error::new(&EXPIRED_NEXT_TOKEN_EXCEPTION, "NextToken has expired."))
            }
            Some(cursor) if cursor.filter != filter => {
                Err(invalid_argument("NextToken is of a request with another StreamFilter."))
            }
            Some(cursor) => Ok(cursor.after),
        }
    }
}

fn summary(queue: &QueueRecord) -> QueueSummary {
    QueueSummary {
        queue_name: queue.name.clone(),
        queue_arn: queue.arn(),
        queue_status: queue.status.as_str().to_owned(),
        queue_creation_timestamp: Timestamp(queue.created_ms),
        streams: vec![QueueStreamIdentifier {
            stream_arn: queue.stream_arn(),
            stream_creation_timestamp: views::created_at(queue.stream_created_ms),
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use std::time::Duration;

    async fn list(world: &World, input: ListQueuesInput) -> Result<(Vec<String>, Option<String>)> {
        let answer = world.run::<ListQueues>(input).await?;
        let names = answer.queue_summaries.into_iter().map(|it| it.queue_name).collect();
        Ok((names, answer.next_token))
    }

    #[tokio::test]
    async fn queues_come_by_name_in_pages_that_expire() {
        let world = World::new().await;
        world.create_on_demand("s").await;
        for name in ["b", "a", "c"] {
            world.queue(name, "LATEST").await;
        }
        let page =
            |next_token| ListQueuesInput { max_results: Some(2), next_token, stream_filter: None };
        let (names, token) = list(&world, page(None)).await.unwrap();
        assert_eq!(names, ["a", "b"]);
        world.clock.advance(Duration::from_secs(300));
        let (names, end) = list(&world, page(token.clone())).await.unwrap();
        assert_eq!((&names[..], end), (&["c".to_owned()][..], None));
        world.clock.advance(Duration::from_millis(1));
        let code = async |input| list(&world, input).await.unwrap_err().code();
        assert_eq!(code(page(token)).await, "ExpiredNextTokenException");
        assert_eq!(code(page(Some("AAAA".to_owned()))).await, "InvalidArgumentException");
    }

    #[tokio::test]
    async fn a_filter_names_streams() {
        let world = World::new().await;
        world.create_on_demand("s").await;
        world.create_on_demand("t").await;
        world.queue("a", "LATEST").await;
        let filter = |stream: &str, created| ListQueuesInput {
            stream_filter: Some(vec![QueueStreamFilter {
                stream_arn: world.context().arn("kinesis", format_args!("stream/{stream}")),
                stream_creation_timestamp: created,
            }]),
            ..Default::default()
        };
        let names = async |input| list(&world, input).await.unwrap().0;
        assert_eq!(names(filter("s", None)).await, ["a"]);
        assert!(names(filter("t", None)).await.is_empty());
        let created = world.context().now();
        assert_eq!(names(filter("s", Some(created))).await, ["a"]);
        let earlier = Timestamp(created.millis() - 1000);
        assert!(names(filter("s", Some(earlier))).await.is_empty());
    }
}
