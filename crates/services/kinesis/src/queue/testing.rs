//! What the tests of queues have in common.

use crate::testing::World;
use platform::Result;
use shapes::kinesis::ops::{
    AcknowledgeDeadLetterQueueRecords, AcknowledgeQueueRecords, CreateQueue, DeleteQueue,
    DescribeQueue, ReceiveDeadLetterQueueRecords, ReceiveQueueRecords,
    RestoreDeadLetterQueueRecords, UpdateDeadLetterQueueRecordsVisibility,
    UpdateQueueRecordsVisibility,
};
use shapes::kinesis::{
    AcknowledgeDeadLetterQueueRecordsInput, AcknowledgeDeadLetterQueueRecordsRequestEntry,
    AcknowledgeQueueRecordsInput, AcknowledgeQueueRecordsRequestEntry, CreateQueueInput,
    DeleteQueueInput, DescribeQueueInput, QueueAttributes, QueueDescription, QueueRecord,
    QueueStartingPosition, QueueStreamConfiguration, ReceiveDeadLetterQueueRecordsInput,
    ReceiveQueueRecordsInput, RestoreDeadLetterQueueRecordsInput,
    RestoreDeadLetterQueueRecordsRequestEntry, UpdateDeadLetterQueueRecordsVisibilityInput,
    UpdateDeadLetterQueueRecordsVisibilityRequestEntry, UpdateQueueRecordsVisibilityInput,
    UpdateQueueRecordsVisibilityRequestEntry,
};

/// The codes of entries that failed, `ok` for others.
pub(crate) type Codes = Vec<String>;

impl World {
    /// What makes a queue of the stream `s`.
    pub fn queue_input(&self, name: &str, start: &str) -> CreateQueueInput {
        CreateQueueInput {
            queue_name: name.to_owned(),
            stream_configuration_list: vec![QueueStreamConfiguration {
                stream_arn: self.context().arn("kinesis", "stream/s"),
                starting_position: Some(QueueStartingPosition {
                    r#type: start.to_owned(),
                    timestamp: None,
                }),
            }],
            queue_attributes: None,
            tags: None,
        }
    }

    pub async fn try_queue(&self, input: CreateQueueInput) -> Result<QueueDescription> {
        self.run::<CreateQueue>(input).await.map(|answer| answer.queue_description)
    }

    /// Makes a queue of the stream `s`, and gives its ARN.
    pub async fn queue(&self, name: &str, start: &str) -> String {
        self.try_queue(self.queue_input(name, start)).await.unwrap().queue_arn
    }

    /// The same with attributes.
    pub async fn queue_with(&self, name: &str, attributes: QueueAttributes) -> String {
        let input = CreateQueueInput {
            queue_attributes: Some(attributes),
            ..self.queue_input(name, "TRIM_HORIZON")
        };
        self.try_queue(input).await.unwrap().queue_arn
    }

    pub async fn describe_queue(&self, arn: &str) -> Result<QueueDescription> {
        let input = DescribeQueueInput { queue_arn: arn.to_owned() };
        self.run::<DescribeQueue>(input).await.map(|answer| answer.queue_description)
    }

    pub async fn delete_queue(&self, arn: &str) -> Result<()> {
        let input = DeleteQueueInput { queue_arn: arn.to_owned() };
        self.run::<DeleteQueue>(input).await.map(drop)
    }

    /// Receives, waiting for a second of the world's time at most, which others let pass.
    pub async fn try_receive(&self, arn: &str, most: i32) -> Result<Vec<QueueRecord>> {
        let input = ReceiveQueueRecordsInput {
            queue_arn: arn.to_owned(),
            limit: Some(most),
            wait_time_seconds: Some(1),
            visibility_timeout_seconds: None,
        };
        let answer = self.run::<ReceiveQueueRecords>(input).await;
        answer.map(|answer| answer.queue_records)
    }

    pub async fn receive(&self, arn: &str, most: i32) -> Vec<QueueRecord> {
        self.try_receive(arn, most).await.unwrap()
    }

    /// Receives dead letters in the same way.
    pub async fn receive_dead(&self, arn: &str, most: i32) -> Vec<QueueRecord> {
        self.try_receive_dead(arn, most).await.unwrap()
    }

    pub async fn try_receive_dead(&self, arn: &str, most: i32) -> Result<Vec<QueueRecord>> {
        let input = ReceiveDeadLetterQueueRecordsInput {
            queue_arn: arn.to_owned(),
            limit: Some(most),
            wait_time_seconds: Some(1),
            visibility_timeout_seconds: None,
        };
        let answer = self.run::<ReceiveDeadLetterQueueRecords>(input).await;
        answer.map(|answer| answer.queue_records)
    }

    /// Acknowledges records: the handles that succeeded, and the codes of those that did not.
    pub async fn acknowledge(&self, arn: &str, records: &[QueueRecord]) -> Result<Codes> {
        let entry = |it: &QueueRecord| AcknowledgeQueueRecordsRequestEntry {
            receipt_handle: it.receipt_handle.clone(),
        };
        let entries = records.iter().map(entry).collect();
        let input = AcknowledgeQueueRecordsInput { queue_arn: arn.to_owned(), entries };
        let answer = self.run::<AcknowledgeQueueRecords>(input).await?;
        Ok(codes(answer.successful.len(), answer.failed.into_iter().map(|it| it.error_code)))
    }

    pub async fn acknowledge_dead(&self, arn: &str, records: &[QueueRecord]) -> Result<Codes> {
        let entry = |it: &QueueRecord| AcknowledgeDeadLetterQueueRecordsRequestEntry {
            receipt_handle: it.receipt_handle.clone(),
        };
        let entries = records.iter().map(entry).collect();
        let input = AcknowledgeDeadLetterQueueRecordsInput { queue_arn: arn.to_owned(), entries };
        let answer = self.run::<AcknowledgeDeadLetterQueueRecords>(input).await?;
        Ok(codes(answer.successful.len(), answer.failed.into_iter().map(|it| it.error_code)))
    }

    pub async fn restore(&self, arn: &str, records: &[QueueRecord]) -> Codes {
        let entry = |it: &QueueRecord| RestoreDeadLetterQueueRecordsRequestEntry {
            receipt_handle: it.receipt_handle.clone(),
        };
        let entries = records.iter().map(entry).collect();
        let input = RestoreDeadLetterQueueRecordsInput { queue_arn: arn.to_owned(), entries };
        let answer = self.run::<RestoreDeadLetterQueueRecords>(input).await.unwrap();
        codes(answer.successful.len(), answer.failed.into_iter().map(|it| it.error_code))
    }

    /// Says for how many seconds records are out of sight.
    pub async fn hide(&self, arn: &str, records: &[QueueRecord], seconds: i32) -> Codes {
        let entry = |it: &QueueRecord| UpdateQueueRecordsVisibilityRequestEntry {
            receipt_handle: it.receipt_handle.clone(),
            visibility_timeout_seconds: seconds,
        };
        let entries = records.iter().map(entry).collect();
        let input = UpdateQueueRecordsVisibilityInput { queue_arn: arn.to_owned(), entries };
        let answer = self.run::<UpdateQueueRecordsVisibility>(input).await.unwrap();
        codes(answer.successful.len(), answer.failed.into_iter().map(|it| it.error_code))
    }

    /// The same for dead letters.
    pub async fn hide_dead(&self, arn: &str, records: &[QueueRecord], seconds: i32) -> Codes {
        let entry = |it: &QueueRecord| UpdateDeadLetterQueueRecordsVisibilityRequestEntry {
            receipt_handle: it.receipt_handle.clone(),
            visibility_timeout_seconds: seconds,
        };
        let entries = records.iter().map(entry).collect();
        let input =
            UpdateDeadLetterQueueRecordsVisibilityInput { queue_arn: arn.to_owned(), entries };
        let answer = self.run::<UpdateDeadLetterQueueRecordsVisibility>(input).await.unwrap();
        codes(answer.successful.len(), answer.failed.into_iter().map(|it| it.error_code))
    }
}

fn codes(successful: usize, failed: impl Iterator<Item = String>) -> Codes {
    std::iter::repeat_n("ok".to_owned(), successful).chain(failed).collect()
}

/// What records hold.
pub(crate) fn data(records: &[QueueRecord]) -> Vec<String> {
    let text = |it: &QueueRecord| String::from_utf8(it.data.to_vec()).unwrap();
    let mut all: Vec<_> = records.iter().map(text).collect();
    all.sort();
    all
}
