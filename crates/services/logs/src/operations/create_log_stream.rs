//! `CreateLogStream`.

use crate::records::group::{self, GROUPS};
use crate::records::stream::{self, STREAMS, Stream};
use crate::{Logs, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::logs::CreateLogStreamRequest;
use shapes::logs::ops::CreateLogStream;
use store::Batch;

impl Handler<CreateLogStream> for Logs {
    async fn handle(&self, cx: &Context, input: CreateLogStreamRequest) -> Result<Unit> {
        let stream = Stream {
            id: self.platform.ids.hex(8),
            name: input.log_stream_name,
            created_ms: cx.now().millis(),
        };
        loop {
            let (group, bytes) = self.group(cx, &input.log_group_name).await?;
            let key = stream::key(&group.id, &stream.name);
            let batch = Batch::new()
                .absent(STREAMS.table, key.clone())
                .equals(GROUPS.table, group::key(cx, &group.name), bytes)
                .put(STREAMS.table, key, STREAMS.encode(&stream)?);
            match self.tables().commit(batch).await {
                Err(store::Error::Conflict(0)) => return Err(errors::stream_exists()),
                // The group has changed or gone.
                Err(store::Error::Conflict(_)) => {}
                done => return Ok(done.map(|()| Unit)?),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;

    #[tokio::test]
    async fn a_stream_is_made_once_in_a_group_that_is_there() {
        let at = setting().await;
        for (group, stream, words) in [
            ("g", "a", "ResourceAlreadyExistsException: The specified log stream already exists"),
            ("h", "a", "ResourceNotFoundException: The specified log group does not exist."),
        ] {
            let input = CreateLogStreamRequest {
                log_group_name: group.into(),
                log_stream_name: stream.into(),
            };
            let error = at.cx.run::<CreateLogStream, _>(&*at.service, input).await.unwrap_err();
            assert_eq!(error.to_string(), words);
        }
    }
}
