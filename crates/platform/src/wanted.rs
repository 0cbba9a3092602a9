//! Whether somebody still waits for the answer of a call that waits for something to come.

use crate::Bell;
use std::sync::atomic::{AtomicBool, Ordering};

/// Says whether what may come is still wanted, and when it is not any more.
#[derive(Default)]
pub struct Wanted {
    ended: AtomicBool,
    bell: Bell,
    expects_an_end: bool,
}

impl Wanted {
    /// The same for a client: it may go away, and else expects its answer when it said.
    pub fn by_client() -> Self {
        Self { expects_an_end: true, ..Self::default() }
    }

    /// Whether it may be waited for longer than was said, since the caller says when it is enough.
    pub fn has_no_end(&self) -> bool {
        !self.expects_an_end
    }

    /// It is not wanted any more.
    pub fn end(&self) {
        self.ended.store(true, Ordering::Release);
        self.bell.ring();
    }

    /// Resolves when it is not wanted any more.
    pub async fn until_ended(&self) {
        loop {
            // Listened to before it is looked at, so that no end is missed.
            let mut rung = self.bell.listen();
            if self.ended.load(Ordering::Acquire) {
                return;
            }
            rung.woken().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::soon;
    use std::sync::Arc;

    #[tokio::test]
    async fn all_hear_of_the_end_also_afterwards() {
        let wanted = Arc::new(Wanted::default());
        let waiting = wanted.clone();
        let waiting = tokio::spawn(async move { waiting.until_ended().await });
        tokio::task::yield_now().await;
        wanted.end();
        soon(waiting).await.unwrap();
        soon(wanted.until_ended()).await;
    }
}
