//! States of a stream that do not last, and how it is led out of them.
//!
//! The process that begins a transition finishes it when its time has come. Should it fail or end
//! before, a deadline, which was set in the commit that began the transition and is cleared in the
//! one that ends it, does the same again until it works, in whatever process keeps deadlines.

use crate::stream_record::{Status, StreamRecord};
use crate::streams::{Stream, Streams};
use platform::{Deadline, Deadlines, Result, finish};
use shapes::Timestamp;
use std::sync::Arc;
use store::Batch;

/// The kind of the deadlines; the id is the stream's key.
const KIND: &str = "kinesis-transition";
/// How much longer than it should take a transition is left to the process that began it.
const GRACE_MS: i64 = 5000;

impl StreamRecord {
    /// When its transition is taken up again.
    fn deadline(&self) -> Option<Deadline> {
        self.settles_by_ms.map(|due_ms| Deadline::new(KIND, self.key(), Timestamp(due_ms)))
    }
}

/// The batch, which also has the deadline of one record take the place of another's.
pub(crate) fn change_deadline(
    batch: Batch,
    from: Option<&StreamRecord>,
    to: Option<&StreamRecord>,
) -> Batch {
    let [from, to] = [from, to].map(|record| record.and_then(StreamRecord::deadline));
    if from == to {
        return batch;
    }
    let batch = from.iter().fold(batch, Deadlines::clear);
    to.iter().fold(batch, Deadlines::set)
}

impl Streams {
    /// When a transition is taken up again that begins with this state now.
    pub fn settles_by_ms(&self, status: Status) -> Option<i64> {
        let now_ms = self.platform.clock.now().millis();
        let takes_ms = i64::try_from(self.config.transition.as_millis()).unwrap_or(i64::MAX);
        let due_ms = now_ms.saturating_add(takes_ms).saturating_add(GRACE_MS);
        (status != Status::Active).then_some(due_ms)
    }

    /// Finishes transitions that their process did not.
    pub fn keep_deadlines(self: &Arc<Self>) {
        let streams = Arc::downgrade(self);
        self.platform.deadlines.register(KIND, move |deadline| {
            let streams = streams.upgrade();
            async move {
                match streams {
                    Some(streams) => finish(streams.take_up_transition(deadline)).await,
                    None => Ok(()),
                }
            }
        });
    }

    async fn take_up_transition(self: Arc<Self>, deadline: Deadline) -> Result<()> {
        match self.fresh(&deadline.id).await? {
            Some(stream) if stream.record.deadline().as_ref() == Some(&deadline) => {
                self.settle(&stream).await
            }
            _ => {
                let batch = Deadlines::clear(Batch::new(), &deadline);
                Ok(self.platform.store.tables.commit(batch).await?)
            }
        }
    }

    /// Changes a stream, and leads it out of the state that the change brings it into. With a transition
    /// that takes time it is in that state when this returns.
    ///
    /// # Errors
    /// As [`Self::update`].
    pub async fn change_slowly<F>(self: &Arc<Self>, stream: &Arc<Stream>, change: F) -> Result<()>
    where
        F: Fn(&mut StreamRecord) -> Result<()> + Send + 'static,
    {
        let (streams, stream) = (self.clone(), stream.clone());
        // Both or neither: who calls may go away between them.
        finish(async move {
            let changed = streams.update(&stream, change).await?;
            streams.begin_transition(changed).await
        })
        .await
    }

    /// Finishes a stream's transition when its time has come.
    pub async fn begin_transition(self: Arc<Self>, stream: Arc<Stream>) -> Result<()> {
        if self.config.transition.is_zero() {
            return self.settle(&stream).await;
        }
        let pause = self.platform.clock.sleep(self.config.transition);
        tokio::spawn(async move {
            pause.await;
            if let Err(error) = self.settle(&stream).await {
                tracing::warn!(stream = %stream.arn, %error, "a transition is tried again");
            }
        });
        Ok(())
    }

    /// Leads a stream out of a state that does not last.
    pub async fn settle(self: &Arc<Self>, stream: &Arc<Stream>) -> Result<()> {
        match stream.record.status {
            Status::Active if stream.record.reshaping.is_empty() => return Ok(()),
            Status::Deleting => return self.remove(stream).await,
            Status::Creating => self.make_log(stream).await?,
            Status::Active | Status::Updating => drop(self.reshaped(stream).await?),
        }
        let activate = |record: &mut StreamRecord| {
            // Another change may have begun meanwhile, which has a settling of its own.
            let is_passing = matches!(record.status, Status::Creating | Status::Updating);
            if is_passing && record.reshaping.is_empty() {
                record.status = Status::Active;
            }
            Ok(())
        };
        self.update(stream, activate).await.map(drop)
    }

    /// Makes a stream's log, unless another has.
    pub async fn make_log(&self, stream: &Stream) -> Result<()> {
        match self.platform.store.log.create(&stream.log).await {
            Ok(()) | Err(store::Error::Exists(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Config;
    use crate::stream_record::Status;
    use crate::testing::World;
    use platform::testing::soon;
    use shapes::kinesis::{CreateStreamInput, DeleteStreamInput, SplitShardInput, ops};
    use std::time::Duration;
    use store::faulty::{Call, Fault, Faults};
    use store::{Scan, Table};

    const SECOND: Duration = Duration::from_secs(1);

    async fn world(faults: &Faults) -> World {
        let config = Config { transition: SECOND, ..Config::default() };
        let world = World::with_faults(faults, config).await;
        world.platform.deadlines.start();
        world
    }

    async fn begin_to_create(world: &World, name: &str) {
        let input = CreateStreamInput {
            stream_name: name.to_owned(),
            shard_count: Some(1),
            ..Default::default()
        };
        world.run::<ops::CreateStream>(input).await.unwrap();
    }

    /// The stream's state; `None` when it is gone.
    async fn status(world: &World) -> Option<Status> {
        let found = world.kinesis.streams.find(&world.context(), "s").await.unwrap();
        found.map(|stream| stream.record.status)
    }

    /// Moves the clock on, second by second, until the stream is in this state.
    async fn until(world: &World, expected: Option<Status>) {
        soon(async {
            while status(world).await != expected {
                world.clock.advance(SECOND);
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    async fn deadlines(world: &World) -> usize {
        let scan = Scan::prefix(b"");
        world.platform.store.tables.scan(Table("deadlines"), scan).await.unwrap().len()
    }

    /// Lets everything happen that happens by itself.
    async fn settled() {
        for _ in 0..50 {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_transition_that_fails_is_tried_until_it_works() {
        let faults = Faults::default();
        let world = world(&faults).await;
        begin_to_create(&world, "s").await;
        faults.fail_all(Call::Commit, Fault::Full);
        for _ in 0..20 {
            world.clock.advance(SECOND);
            settled().await;
        }
        assert_eq!(status(&world).await, Some(Status::Creating));
        faults.heal();
        until(&world, Some(Status::Active)).await;
        faults.fail_after(0, Call::DeleteLog, Fault::Io);
        world.delete("s").await;
        until(&world, None).await;
        assert_eq!(deadlines(&world).await, 0);
    }

    #[tokio::test]
    async fn shards_that_could_not_be_sealed_are_sealed_later() {
        let faults = Faults::default();
        let world = world(&faults).await;
        begin_to_create(&world, "s").await;
        until(&world, Some(Status::Active)).await;
        faults.fail_after(0, Call::Seal, Fault::Io);
        let split = SplitShardInput {
            stream_name: Some("s".to_owned()),
            shard_to_split: "0".to_owned(),
            new_starting_hash_key: "99".to_owned(),
            ..Default::default()
        };
        world.run::<ops::SplitShard>(split).await.unwrap_err();
        assert_eq!(status(&world).await, Some(Status::Updating));
        until(&world, Some(Status::Active)).await;
        assert_eq!(world.shards("s").await.len(), 3);
    }

    #[tokio::test]
    async fn a_transition_whose_process_died_is_finished_by_another() {
        let faults = Faults::default();
        let first = World::with_faults(&faults, Config { transition: SECOND, ..Config::default() });
        let first = first.await;
        begin_to_create(&first, "s").await;
        // As if it had died before it could finish it; and the other cannot when it starts.
        faults.fail_all(Call::Commit, Fault::Io);
        first.clock.advance(SECOND);
        settled().await;
        let other = first.beside().await;
        faults.heal();
        assert_eq!(status(&other).await, Some(Status::Creating));
        other.platform.deadlines.start();
        until(&other, Some(Status::Active)).await;
    }

    #[tokio::test]
    async fn a_transition_that_works_leaves_no_deadline_and_fires_none() {
        let faults = Faults::default();
        let world = world(&faults).await;
        begin_to_create(&world, "s").await;
        assert_eq!(deadlines(&world).await, 1);
        until(&world, Some(Status::Active)).await;
        assert_eq!(deadlines(&world).await, 0);
        let input = DeleteStreamInput { stream_name: Some("s".to_owned()), ..Default::default() };
        world.run::<ops::DeleteStream>(input).await.unwrap();
        assert_eq!(deadlines(&world).await, 1);
        until(&world, None).await;
        assert_eq!(deadlines(&world).await, 0);
    }
}
