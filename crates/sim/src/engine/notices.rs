//! Notices over a process's line: they come late, in another order, or never.

use super::Line;
use crate::plan::Mutation;
use bytes::Bytes;
use platform::testing::at_once;
use std::sync::Arc;
use store::{BoxFuture, Listener};

pub(crate) struct Notices {
    pub line: Arc<Line>,
    pub inner: Arc<dyn store::Notices>,
}

impl Notices {
    /// Lets a notice come to the others after a while, or never; in peace too, since nobody counts
    /// on it.
    fn send_later(&self, notice: Bytes) {
        let Line { time, owner, name, plan, .. } = &*self.line;
        let is_lost = time.draw(|chance| chance.one_in(8));
        if is_lost || plan.mutation == Some(Mutation::LoseNotices) {
            return time.note(format_args!("{name} tells {} to nobody", notice.escape_ascii()));
        }
        let (time, name, inner) = (time.clone(), name.clone(), self.inner.clone());
        self.line.time.after(self.line.delay_us(), *owner, false, move || {
            time.note(format_args!("{name} tells {}", notice.escape_ascii()));
            at_once(inner.send(notice));
        });
    }
}

impl store::Notices for Notices {
    fn send(&self, notice: Bytes) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            self.send_later(notice);
            self.line.pause().await;
        })
    }

    fn listen(&self) -> Box<dyn Listener> {
        self.inner.listen()
    }
}
