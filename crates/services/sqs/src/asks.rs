//! What the operations ask leave for: a queue's ARN ("Actions, resources, and condition keys for
//! Amazon SQS"). The batches ask for what one of their entries does.

use crate::names;
use platform::{Arn, Asks, Context};
use shapes::sqs::{CreateQueueRequest, GetQueueUrlRequest};

/// A queue, by its URL.
pub(crate) fn queue(cx: &Context, url: &str) -> Asks {
    Asks::on(arn(cx, url))
}

/// The ARN of the queue that a URL names, of whatever account.
fn arn(cx: &Context, url: &str) -> String {
    let (account, name) = names::parts(url);
    Arn::new("sqs", &cx.region, account.unwrap_or(&cx.account), name).to_string()
}

/// A queue, by its name.
fn named(cx: &Context, name: &str) -> Asks {
    Asks::on(names::arn(cx, name))
}

/// A queue, by its name and its owner.
pub(crate) fn found(cx: &Context, input: &GetQueueUrlRequest) -> Asks {
    let owner = input.queue_owner_aws_account_id.as_deref().unwrap_or(&cx.account);
    Asks::on(Arn::new("sqs", &cx.region, owner, &input.queue_name).to_string())
}

/// A queue, by its ARN.
pub(crate) fn of_arn(arn: &str) -> Asks {
    Asks::on(arn)
}

/// The queue that a task moves from.
pub(crate) fn of_handle(cx: &Context, handle: &str) -> Asks {
    let source = crate::moves::source_of(handle);
    Asks::on(source.map_or_else(|| names::arn(cx, ""), |(source, _)| source))
}

/// A queue that is to be made and, where there are tags, to tag it.
pub(crate) fn made(cx: &Context, input: &CreateQueueRequest) -> Asks {
    let tagged = input.tags.as_ref().is_some_and(|tags| !tags.is_empty());
    let arn = names::arn(cx, &input.queue_name);
    named(cx, &input.queue_name).and_where(tagged, "sqs:TagQueue", arn)
}

/// To send to a queue.
pub(crate) fn send(cx: &Context, url: &str) -> Asks {
    Asks::action("sqs:SendMessage", arn(cx, url))
}

/// To delete from a queue.
pub(crate) fn delete(cx: &Context, url: &str) -> Asks {
    Asks::action("sqs:DeleteMessage", arn(cx, url))
}

/// To change how long messages of a queue are out of sight.
pub(crate) fn change(cx: &Context, url: &str) -> Asks {
    Asks::action("sqs:ChangeMessageVisibility", arn(cx, url))
}

#[cfg(test)]
mod tests {
    use crate::Sqs;
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::sqs::ops::*;
    use shapes::sqs::*;

    const URL: &str = "http://localhost:4566/000000000000/q";
    const ARN: &str = "arn:aws:sqs:us-east-1:000000000000:q";

    /// An example of an operation that is about the queue `URL`.
    macro_rules! on_queue {
        ($operation:ident, $input:ident, $asks:literal) => {
            Example::of::<$operation>(
                $input { queue_url: URL.to_owned(), ..Default::default() },
                &[concat!($asks, " arn:aws:sqs:us-east-1:000000000000:q")],
            )
        };
    }

    #[allow(clippy::needless_update)] // Some inputs have nothing but the URL.
    fn of_queues() -> Vec<Example> {
        vec![
            on_queue!(AddPermission, AddPermissionRequest, "sqs:AddPermission"),
            on_queue!(
                ChangeMessageVisibility,
                ChangeMessageVisibilityRequest,
                "sqs:ChangeMessageVisibility"
            ),
            on_queue!(
                ChangeMessageVisibilityBatch,
                ChangeMessageVisibilityBatchRequest,
                "sqs:ChangeMessageVisibility"
            ),
            on_queue!(DeleteMessage, DeleteMessageRequest, "sqs:DeleteMessage"),
            on_queue!(DeleteMessageBatch, DeleteMessageBatchRequest, "sqs:DeleteMessage"),
            on_queue!(DeleteQueue, DeleteQueueRequest, "sqs:DeleteQueue"),
            on_queue!(GetQueueAttributes, GetQueueAttributesRequest, "sqs:GetQueueAttributes"),
            on_queue!(
                ListDeadLetterSourceQueues,
                ListDeadLetterSourceQueuesRequest,
                "sqs:ListDeadLetterSourceQueues"
            ),
            on_queue!(ListQueueTags, ListQueueTagsRequest, "sqs:ListQueueTags"),
            on_queue!(PurgeQueue, PurgeQueueRequest, "sqs:PurgeQueue"),
            on_queue!(ReceiveMessage, ReceiveMessageRequest, "sqs:ReceiveMessage"),
            on_queue!(RemovePermission, RemovePermissionRequest, "sqs:RemovePermission"),
            on_queue!(SendMessage, SendMessageRequest, "sqs:SendMessage"),
            on_queue!(SendMessageBatch, SendMessageBatchRequest, "sqs:SendMessage"),
            on_queue!(SetQueueAttributes, SetQueueAttributesRequest, "sqs:SetQueueAttributes"),
            on_queue!(TagQueue, TagQueueRequest, "sqs:TagQueue"),
            on_queue!(UntagQueue, UntagQueueRequest, "sqs:UntagQueue"),
        ]
    }

    fn of_others() -> Vec<Example> {
        let source_arn = ARN.to_owned();
        let of_task =
            ListMessageMoveTasksRequest { source_arn: source_arn.clone(), ..Default::default() };
        let start = StartMessageMoveTaskRequest { source_arn, ..Default::default() };
        let task_handle = crate::moves::handle(ARN, "1");
        let create = CreateQueueRequest {
            queue_name: "q".into(),
            tags: Some([("k".to_owned(), "v".to_owned())].into()),
            ..Default::default()
        };
        let by_name = GetQueueUrlRequest { queue_name: "q".into(), ..Default::default() };
        vec![
            Example::of::<CancelMessageMoveTask>(
                CancelMessageMoveTaskRequest { task_handle },
                &["sqs:CancelMessageMoveTask arn:aws:sqs:us-east-1:000000000000:q"],
            ),
            Example::of::<CreateQueue>(
                create,
                &[
                    "sqs:CreateQueue arn:aws:sqs:us-east-1:000000000000:q",
                    "sqs:TagQueue arn:aws:sqs:us-east-1:000000000000:q",
                ],
            ),
            Example::of::<GetQueueUrl>(
                by_name,
                &["sqs:GetQueueUrl arn:aws:sqs:us-east-1:000000000000:q"],
            ),
            Example::of::<ListMessageMoveTasks>(
                of_task,
                &["sqs:ListMessageMoveTasks arn:aws:sqs:us-east-1:000000000000:q"],
            ),
            Example::of::<ListQueues>(Default::default(), &["sqs:ListQueues *"]),
            Example::of::<StartMessageMoveTask>(
                start,
                &["sqs:StartMessageMoveTask arn:aws:sqs:us-east-1:000000000000:q"],
            ),
        ]
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let served = Sqs::new(platform.clone()).operations();
        let examples: Vec<_> = [of_queues(), of_others()].into_iter().flatten().collect();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}
