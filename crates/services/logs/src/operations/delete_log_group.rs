//! `DeleteLogGroup`.

use crate::records::gone::GONE;
use crate::records::group::{self, GROUPS};
use crate::{Logs, retention};
use platform::{Context, Handler, Result, commit_if};
use shapes::Unit;
use shapes::logs::DeleteLogGroupRequest;
use shapes::logs::ops::DeleteLogGroup;
use store::Batch;

impl Handler<DeleteLogGroup> for Logs {
    async fn handle(&self, cx: &Context, input: DeleteLogGroupRequest) -> Result<Unit> {
        loop {
            let (group, bytes) = self.group(cx, &input.log_group_name).await?;
            let key = group::key(cx, &group.name);
            let batch = Batch::new()
                .equals(GROUPS.table, key.clone(), bytes)
                .delete(GROUPS.table, key.clone())
                .put(GONE, group.id.as_bytes(), "");
            let batch = retention::cleared(batch, &key, &group).freeing();
            if commit_if(cx.tables(), batch).await? {
                self.sweep(vec![group.id.into_bytes()]);
                return Ok(Unit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use crate::records::event::EVENTS;
    use crate::records::stream::STREAMS;
    use store::Scan;

    #[tokio::test]
    async fn nothing_of_a_deleted_group_is_left() {
        let at = setting().await;
        at.put("a", &vec![(0, "x"); 2500]).await.unwrap();
        let input = DeleteLogGroupRequest { log_group_name: "g".into() };
        at.cx.run::<DeleteLogGroup, _>(&*at.service, input.clone()).await.unwrap();
        at.freed().await;
        for table in [EVENTS, STREAMS.table, GROUPS.table, GONE] {
            assert!(at.cx.tables().scan(table, Scan::prefix(b"")).await.unwrap().is_empty());
        }
        let error = at.cx.run::<DeleteLogGroup, _>(&*at.service, input).await.unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
    }

    #[tokio::test]
    async fn an_interrupted_deletion_is_finished_at_the_next_start() {
        let at = setting().await;
        at.put("a", &[(0, "x")]).await.unwrap();
        let group = at.service.group(&at.cx, "g").await.unwrap().0;
        let batch = Batch::new().put(GONE, group.id.as_bytes(), "");
        at.cx.tables().commit(batch).await.unwrap();
        Logs::new(at.cx.platform().clone()).await.unwrap();
        at.freed().await;
        assert!(at.cx.tables().scan(EVENTS, Scan::prefix(b"")).await.unwrap().is_empty());
    }
}
