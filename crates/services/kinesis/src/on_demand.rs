//! On-demand streams: they are scaled by what is written to them.
//!
//! Each process counts what it takes in, and when a minute is over says so: at the first put after
//! it, so that nothing runs by the clock. A shard that took more than half of what a shard takes is
//! split in the middle. So a stream always takes double the most that it ever took in a minute, and
//! double that of the previous 30 days, as AWS promises. Several processes add up their minutes in the
//! stream's row.

use crate::load::Minute;
use crate::scaling::MOST_WARM_MIBPS;
use crate::shard_map::ShardIndex;
use crate::stream_record::{Mode, Status};
use crate::streams::{Stream, Streams};
use platform::Result;
use std::sync::Arc;

impl Streams {
    /// Counts what was put into shards of an on-demand stream.
    pub fn count(
        self: &Arc<Self>,
        stream: &Arc<Stream>,
        written: impl Iterator<Item = (ShardIndex, usize)>,
    ) {
        let now_ms = self.platform.clock.now().millis();
        let over = self.meters.of(&stream.record.id).count(now_ms, written);
        let is_shared = self.platform.store.notices.is_some();
        let matters = |it: &Minute| it.is_hot() || is_shared && it.is_worth_telling();
        if let Some(minute) = over.filter(matters) {
            let (streams, stream) = (self.clone(), stream.clone());
            tokio::spawn(async move {
                if let Err(error) = streams.scale(&stream, minute).await {
                    tracing::warn!(stream = %stream.arn, %error, "it is scaled a minute later");
                }
            });
        }
    }

    /// Splits shards that took too much in a minute, given what others have told of it.
    async fn scale(self: &Arc<Self>, stream: &Stream, minute: Minute) -> Result<()> {
        loop {
            let current = self.current(stream).await?;
            let mut record = current.record.clone();
            if record.mode != Mode::OnDemand || record.status != Status::Active {
                return Ok(());
            }
            let minute = minute.clone().with(record.scaling.written.take());
            let splits = minute.splits(&current.map, MOST_WARM_MIBPS as usize);
            if !splits.is_empty() {
                tracing::info!(
                    stream = %current.arn, shards = current.map.open_count(), splits = splits.len(),
                    "an on-demand stream is scaled up"
                );
                record.reshaping.extend(splits.into_iter().map(Into::into));
                record.status = Status::Updating;
            } else if self.platform.store.notices.is_some() {
                record.scaling.written = Some(minute);
            }
            if let Some(next) = self.replace(&current, record, current.map.clone()).await? {
                return match next.record.status {
                    Status::Updating => self.clone().begin_transition(next).await,
                    _ => Ok(()),
                };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Config;
    use crate::testing::World;
    use platform::testing::soon;
    use shapes::kinesis::{PutRecordsInput, PutRecordsRequestEntry, ops};
    use std::time::Duration;

    const MINUTE: Duration = Duration::from_secs(60);

    async fn world() -> World {
        let config = Config { transition: Duration::ZERO, ..Config::default() };
        let world = World::with(config).await;
        world.create_on_demand("s").await;
        world
    }

    /// Puts so many records of one byte, whose keys lie in the shard with index 0 of four.
    async fn put(world: &World, mut many: usize) {
        while many > 0 {
            let entry = PutRecordsRequestEntry {
                data: "x".into(),
                explicit_hash_key: Some("0".to_owned()),
                partition_key: Some("k".to_owned()),
            };
            let input = PutRecordsInput {
                stream_name: Some("s".to_owned()),
                records: vec![entry; many.min(500)],
                ..Default::default()
            };
            world.run::<ops::PutRecords>(input).await.unwrap();
            many -= many.min(500);
        }
    }

    async fn shards(world: &World) -> i32 {
        world.summary("s").await.unwrap().open_shard_count
    }

    async fn until(world: &World, count: i32) {
        soon(async {
            while shards(world).await != count {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    async fn settled() {
        for _ in 0..50 {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_busy_shard_is_split_when_the_minute_is_over() {
        let world = world().await;
        put(&world, 30_001).await;
        settled().await;
        assert_eq!(shards(&world).await, 4);
        world.clock.advance(MINUTE);
        settled().await;
        assert_eq!(shards(&world).await, 4, "nothing happens by the clock");
        put(&world, 1).await;
        until(&world, 5).await;
        world.settle("s").await;
        let halves = world.shards("s").await.split_off(4);
        let starts: Vec<_> =
            halves.iter().map(|it| &*it.hash_key_range.starting_hash_key).collect();
        assert_eq!(starts, ["0", &(1u128 << 125).to_string()]);
        // What is less than half of what a shard takes changes nothing.
        put(&world, 29_000).await;
        world.clock.advance(MINUTE);
        put(&world, 1).await;
        settled().await;
        assert_eq!(shards(&world).await, 5);
    }

    #[tokio::test]
    async fn processes_add_up_what_they_take_in() {
        let ground = platform::testing::platform().0.store.clone();
        let store = store::Store {
            notices: Some(store::memory::MemoryNotices::default().join()),
            ..ground
        };
        let one = World::over(store).await;
        one.create_on_demand("s").await;
        let other = one.beside().await;
        put(&one, 20_000).await;
        put(&other, 20_000).await;
        one.clock.advance(MINUTE);
        put(&one, 1).await;
        settled().await;
        assert_eq!(shards(&one).await, 4);
        put(&other, 1).await;
        until(&one, 5).await;
    }

    #[tokio::test]
    async fn a_provisioned_stream_stays_as_its_owner_made_it() {
        let world = world().await;
        world.switch("s", "PROVISIONED").await.unwrap();
        put(&world, 40_000).await;
        world.clock.advance(MINUTE);
        put(&world, 1).await;
        settled().await;
        assert_eq!(shards(&world).await, 4);
        // Once it is on-demand again, it is scaled by what comes from then on.
        world.switch("s", "ON_DEMAND").await.unwrap();
        world.clock.advance(MINUTE);
        put(&world, 30_001).await;
        world.clock.advance(MINUTE);
        put(&world, 1).await;
        until(&world, 5).await;
    }
}
