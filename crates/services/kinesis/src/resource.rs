//! What a `ResourceARN` names.

use crate::Kinesis;
use crate::errors::{resource_not_found, unsupported};
use crate::resolve::Tagged;
use crate::streams::Stream;
use platform::{Context, Result};
use std::sync::Arc;

/// A stream, or something that belongs to one.
pub(crate) struct Resource {
    pub stream: Arc<Stream>,
    /// Which part of it, as [`crate::settings::Settings::policies`] names it.
    pub part: String,
}

impl Kinesis {
    /// The resource with this ARN: a stream, or one of its consumers.
    pub(crate) async fn find_resource(
        &self,
        context: &Context,
        arn: &str,
        id: &Option<String>,
    ) -> Result<Resource> {
        match self.find_tagged(context, arn, id).await? {
            // AWS's patterns know streams, consumers and queues (PutResourcePolicy).
            Tagged::Channel(arn) => Err(resource_not_found(&arn)),
            Tagged::Queue(..) => Err(unsupported("A resource policy of a queue")),
            Tagged::Stream(stream) => Ok(Resource { stream, part: String::new() }),
            Tagged::Consumer(stream, consumer) => Ok(Resource { stream, part: consumer.part() }),
        }
    }
}
