//! `DeleteLogStream`.

use crate::records::event;
use crate::records::gone::GONE;
use crate::records::stream::{self, STREAMS};
use crate::{Logs, errors};
use platform::{Context, Handler, Result, commit_if};
use shapes::Unit;
use shapes::logs::DeleteLogStreamRequest;
use shapes::logs::ops::DeleteLogStream;
use store::Batch;

impl Handler<DeleteLogStream> for Logs {
    async fn handle(&self, cx: &Context, input: DeleteLogStreamRequest) -> Result<Unit> {
        let (group, _) = self.group(cx, &input.log_group_name).await?;
        let (stream, bytes) = self.stream(&group, &input.log_stream_name).await?;
        let key = stream::key(&group.id, &stream.name);
        let events = event::prefix(&group.id, &stream.id);
        let batch = Batch::new()
            .equals(STREAMS.table, key.clone(), bytes)
            .delete(STREAMS.table, key)
            .put(GONE, events.clone(), "")
            .freeing();
        if !commit_if(cx.tables(), batch).await? {
            return Err(errors::no_stream());
        }
        self.sweep(vec![events]);
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use crate::records::event::EVENTS;
    use store::Scan;

    #[tokio::test]
    async fn only_the_streams_own_events_go() {
        let at = setting().await;
        at.put("a", &[(0, "x")]).await.unwrap();
        at.put("b", &[(0, "y")]).await.unwrap();
        let input =
            DeleteLogStreamRequest { log_group_name: "g".into(), log_stream_name: "a".into() };
        at.cx.run::<DeleteLogStream, _>(&*at.service, input).await.unwrap();
        at.freed().await;
        assert_eq!(at.cx.tables().scan(EVENTS, Scan::prefix(b"")).await.unwrap().len(), 1);
        let error = at.put("a", &[(0, "x")]).await.unwrap_err();
        assert_eq!(error.message, "The specified log stream does not exist.");
    }
}
