//! `CreateQueue`.

use crate::attributes::{self, Attributes};
use crate::records::queue::{self, QUEUES, Queue};
use crate::{Sqs, errors, names};
use platform::{Context, Handler, Result, commit_if};
use shapes::sqs::ops::CreateQueue;
use shapes::sqs::{CreateQueueRequest, CreateQueueResult};
use store::Batch;

impl Handler<CreateQueue> for Sqs {
    async fn handle(&self, cx: &Context, input: CreateQueueRequest) -> Result<CreateQueueResult> {
        let name = input.queue_name;
        let mut given = input.attributes.unwrap_or_default();
        let is_fifo = is_fifo(&given)?;
        names::check(&name, is_fifo)?;
        given = attributes::check(self, cx, (&name, is_fifo), &given).await?;
        let url = names::url(cx, &name);
        loop {
            if let Some(existing) = self.record(cx, &name).await? {
                same(&existing, &given)?;
                return Ok(CreateQueueResult { queue_url: Some(url) });
            }
            let mut attributes = Attributes::new();
            attributes::merge(&mut attributes, given.clone());
            attributes::check_together(&attributes)?;
            let now = cx.now().millis();
            let record = Queue {
                id: self.platform.ids.hex(8),
                name: name.clone(),
                created_ms: now,
                modified_ms: now,
                attributes,
                tags: input.tags.clone().unwrap_or_default(),
            };
            let key = queue::key(cx, &name);
            let batch = Batch::new().absent(QUEUES.table, key.clone());
            let batch = batch.put(QUEUES.table, key, QUEUES.encode(&record)?);
            if commit_if(cx.tables(), batch).await? {
                return Ok(CreateQueueResult { queue_url: Some(url) });
            }
        }
    }
}

fn is_fifo(given: &Attributes) -> Result<bool> {
    match given.get("FifoQueue").map(|value| value.to_ascii_lowercase()) {
        None => Ok(false),
        Some(value) if value == "true" => Ok(true),
        Some(_) => Err(errors::unknown_attribute("FifoQueue")),
    }
}

/// A queue that is there already is given again if it is as it was asked for.
fn same(existing: &Queue, given: &Attributes) -> Result<()> {
    let shown = attributes::shown(existing);
    let differs = |(name, value): &(&String, &String)| {
        shown.get(*name).map_or("", String::as_str) != value.as_str()
    };
    match given.iter().find(differs) {
        Some((name, _)) => Err(errors::queue_exists(name)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::{Setting, setting};

    async fn create(at: &Setting, name: &str, attributes: &[(&str, &str)]) -> Result<String> {
        let each = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let input = CreateQueueRequest {
            queue_name: name.to_owned(),
            attributes: Some(each.collect()),
            tags: None,
        };
        let output = at.cx.run::<CreateQueue, _>(&*at.sqs, input).await?;
        Ok(output.queue_url.unwrap_or_default())
    }

    #[tokio::test]
    async fn a_queue_is_made_again_only_as_it_is() {
        let at = setting().await;
        let url = create(&at, "a", &[("DelaySeconds", "5")]).await.unwrap();
        assert_eq!(url, "https://sqs.us-east-1.amazonaws.com/000000000000/a");
        assert_eq!(create(&at, "a", &[("VisibilityTimeout", "30")]).await.unwrap(), url);
        let error = create(&at, "a", &[("DelaySeconds", "6")]).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "QueueNameExists: A queue already exists with the same name and a different value for \
             attribute DelaySeconds"
        );
    }

    #[tokio::test]
    async fn the_name_and_the_kind_go_together() {
        let at = setting().await;
        assert!(create(&at, "a.fifo", &[("FifoQueue", "true")]).await.is_ok());
        assert!(create(&at, "a.fifo", &[]).await.is_err());
        assert!(create(&at, "b", &[("FifoQueue", "true")]).await.is_err());
        assert!(create(&at, "b", &[("FifoQueue", "false")]).await.is_err());
        let fast = [("FifoQueue", "true"), ("FifoThroughputLimit", "perMessageGroupId")];
        assert!(create(&at, "c.fifo", &fast).await.is_err());
        let fast = [fast[0], fast[1], ("DeduplicationScope", "messageGroup")];
        assert!(create(&at, "c.fifo", &fast).await.is_ok());
    }
}
