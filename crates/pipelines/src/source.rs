//! The kinds of sources, and what is of one kind only.
//!
//! What else a kind has of its own stands in its room: streams in `stream`, `shards`, `machine` and
//! `poller`, queues in `queue`.

use crate::errors::{invalid, not_yet};
use crate::queue::ask::Queue;
use crate::records::checkpoint::Checkpoint;
use crate::records::mapping::Mapping;
use crate::{errors, fanout, shards, stream};
use platform::{Arn, Context, Error, Result};
use shapes::Timestamp;
use shapes::lambda::{CreateEventSourceMappingRequest, FunctionConfiguration};

/// A kind of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A Kinesis stream, or a registered consumer of one.
    Stream,
    /// The stream of a DynamoDB table.
    Changes,
    /// An SQS queue.
    Queue {
        /// Whether it is a FIFO queue.
        ordered: bool,
    },
}

/// Where a mapping begins: the position and, for `AT_TIMESTAMP`, its instant in milliseconds since
/// the epoch.
type Start = (Option<String>, Option<i64>);

impl Source {
    /// The kind that a request means.
    ///
    /// # Errors
    /// `InvalidParameterValueException`, naming what the source is instead.
    pub fn of(cx: &Context, arn: &str) -> Result<Self> {
        let unrecognized = || invalid("Unrecognized event source.");
        let Arn { service, region, account, resource, .. } =
            Arn::parse(arn).ok_or_else(unrecognized)?;
        let source = match service {
            "kinesis" => {
                let stream = resource.strip_prefix("stream/").filter(|name| !name.is_empty());
                match stream.ok_or_else(unrecognized)?.split_once('/') {
                    Some((_, consumer)) if !is_consumer(consumer) => return Err(unrecognized()),
                    _ => Self::Stream,
                }
            }
            "dynamodb" if is_of_table(resource) => Self::Changes,
            "dynamodb" => return Err(unrecognized()),
            "sqs" if resource.contains([':', '/']) => return Err(unrecognized()),
            "sqs" => Self::of_kept(arn),
            _ => return Err(not_yet(&format!("The event source type {service}"))),
        };
        // A queue of another account lets in whom its policy says.
        let is_near = account == &*cx.account || matches!(source, Self::Queue { .. });
        if region != &*cx.region || !is_near {
            return Err(not_yet("An event source of another account or region"));
        }
        Ok(source)
    }

    /// The kind of a source that was recognized once.
    pub fn of_kept(arn: &str) -> Self {
        match Arn::parse(arn) {
            Some(Arn { service: "sqs", resource, .. }) => {
                Self::Queue { ordered: resource.ends_with(".fifo") }
            }
            Some(Arn { service: "dynamodb", .. }) => Self::Changes,
            _ => Self::Stream,
        }
    }

    /// Whether it is a queue.
    pub fn is_queue(self) -> bool {
        matches!(self, Self::Queue { .. })
    }

    /// Whether it is a queue with an order.
    pub fn is_ordered(self) -> bool {
        self == Self::Queue { ordered: true }
    }

    /// `StateTransitionReason`, in the words that AWS has for each.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Stream | Self::Changes => "User action",
            Self::Queue { .. } => "USER_INITIATED",
        }
    }

    /// Where a request wants to begin.
    ///
    /// # Errors
    /// `InvalidParameterValueException`.
    pub fn start(self, cx: &Context, input: &CreateEventSourceMappingRequest) -> Result<Start> {
        let (position, timestamp) = (&input.starting_position, input.starting_position_timestamp);
        match self {
            Self::Stream => starting_position(cx, position.as_deref(), timestamp),
            Self::Changes if position.as_deref() == Some("AT_TIMESTAMP") => {
                let arn = input.event_source_arn.as_deref().unwrap_or_default();
                Err(invalid(format!("Unsupported starting position for arn type: {arn}")))
            }
            Self::Changes => starting_position(cx, position.as_deref(), timestamp),
            Self::Queue { .. } if position.is_some() || timestamp.is_some() => {
                Err(invalid("StartingPosition is not valid for SQS event sources."))
            }
            Self::Queue { .. } => Ok((None, None)),
        }
    }
}

impl Mapping {
    /// Looks whether the source is there and goes with the function.
    ///
    /// # Errors
    /// `InvalidParameterValueException`.
    pub async fn check_source(
        &mut self,
        reader: &Context,
        function: &FunctionConfiguration,
    ) -> Result<()> {
        match self.source() {
            Source::Stream | Source::Changes => {
                let created = stream::created(reader, self.stream_arn()).await;
                let created = created.map_err(|error| self.no_source(error))?;
                if let Some(consumer) = self.consumer_arn() {
                    let there = fanout::check(reader, consumer).await;
                    there.map_err(|error| self.no_consumer(error))?;
                }
                self.stream_created_ms = created.millis();
            }
            Source::Queue { .. } => {
                let queue = Queue::of(reader.platform(), self).await?;
                queue.check(function.timeout.unwrap_or_default().into()).await?;
            }
        }
        Ok(())
    }

    /// The positions at which it begins.
    ///
    /// # Errors
    /// The source's own.
    pub async fn first_positions(&self, reader: &Context) -> Result<Vec<(String, Checkpoint)>> {
        match self.source() {
            Source::Stream | Source::Changes => {
                let positions = shards::first_positions(reader, self).await;
                positions.map_err(|error| self.no_source(error))
            }
            Source::Queue { .. } => Ok(Vec::new()),
        }
    }

    fn no_source(&self, error: Error) -> Error {
        if error.is(&shapes::kinesis::errors::RESOURCE_NOT_FOUND_EXCEPTION) {
            return errors::invalid(format!("Stream not found: {}", self.stream_arn()));
        }
        error
    }

    fn no_consumer(&self, error: Error) -> Error {
        if error.is(&shapes::kinesis::errors::RESOURCE_NOT_FOUND_EXCEPTION) {
            return errors::invalid(format!("Consumer not found: {}", self.source_arn));
        }
        error
    }
}

/// Whether it is what the ARN of a table's stream has behind its account.
fn is_of_table(resource: &str) -> bool {
    let named = resource.strip_prefix("table/").and_then(|rest| rest.split_once("/stream/"));
    named.is_some_and(|(table, label)| {
        [table, label].iter().all(|it| !it.is_empty() && !it.contains('/'))
    })
}

/// Whether it is what the ARN of a consumer has behind its stream: a name and a second.
fn is_consumer(text: &str) -> bool {
    let named = text.strip_prefix("consumer/").and_then(|name| name.rsplit_once(':'));
    named.is_some_and(|(name, second)| {
        let is_number = !second.is_empty() && second.bytes().all(|it| it.is_ascii_digit());
        !name.is_empty() && !name.contains(['/', ':']) && is_number
    })
}

fn starting_position(
    cx: &Context,
    position: Option<&str>,
    timestamp: Option<Timestamp>,
) -> Result<Start> {
    let Some(position) = position else {
        return Err(invalid(
            "1 validation error detected: Value null at 'startingPosition' failed to satisfy \
             constraint: Member must not be null.",
        ));
    };
    let kept = || Some(position.to_owned());
    match (position, timestamp) {
        ("TRIM_HORIZON" | "LATEST", None) => Ok((kept(), None)),
        ("TRIM_HORIZON" | "LATEST", Some(_)) => {
            Err(invalid("Timestamp only valid with StartingPosition AT_TIMESTAMP"))
        }
        ("AT_TIMESTAMP", None) => {
            Err(invalid("Timestamp is required with StartingPosition AT_TIMESTAMP"))
        }
        ("AT_TIMESTAMP", Some(at)) if at < Timestamp(0) || at > cx.now() => {
            Err(invalid("StartingPositionTimestamp cannot be in the future."))
        }
        ("AT_TIMESTAMP", Some(at)) => Ok((kept(), Some(at.millis()))),
        _ => Err(invalid(format!("Unsupported starting position {position}."))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::{context, platform};

    #[test]
    fn streams_of_this_account_and_queues_of_this_region_are_sources() {
        let cx = context(&platform().0);
        let source = |arn| Source::of(&cx, arn).map_err(|error| error.message);
        assert_eq!(source("arn:aws:kinesis:us-east-1:000000000000:stream/s"), Ok(Source::Stream));
        let queue = |ordered| Ok(Source::Queue { ordered });
        assert_eq!(source("arn:aws:sqs:us-east-1:000000000000:q"), queue(false));
        assert_eq!(source("arn:aws:sqs:us-east-1:111111111111:q.fifo"), queue(true));
        assert_eq!(
            source("arn:aws:kafka:us-east-1:000000000000:cluster/c/1"),
            Err("The event source type kafka is not supported by Waterwheel yet.".into())
        );
        let table = "arn:aws:dynamodb:us-east-1:000000000000:table/t";
        let stream = format!("{table}/stream/2026-01-02T03:04:05.678");
        assert_eq!(source(&stream), Ok(Source::Changes));
        assert_eq!(Source::of_kept(&stream), Source::Changes);
        for none in ["", "/stream/", "/stream/1/2", "/index/i"] {
            let arn = format!("{table}{none}");
            let refused = Source::of(&cx, &arn).unwrap_err();
            assert_eq!(refused.message, "Unrecognized event source.", "{none}");
        }
        let consumer = "arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:1";
        assert_eq!(source(consumer), Ok(Source::Stream));
        for none in ["s/consumer/c", "s/consumer/:1", "s/consumer/c:x", "s/queue/q", "s/t"] {
            let arn = format!("arn:aws:kinesis:us-east-1:000000000000:stream/{none}");
            assert_eq!(Source::of(&cx, &arn).unwrap_err().message, "Unrecognized event source.");
        }
        assert!(source("arn:aws:kinesis:us-east-1:111111111111:stream/s").is_err());
        assert!(source("arn:aws:sqs:eu-west-1:000000000000:q").is_err());
        assert_eq!(source("stream/s"), Err("Unrecognized event source.".into()));
    }
}
