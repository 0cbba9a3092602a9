use crate::Kinesis;
use crate::errors::{in_use, invalid_argument, rate_exceeded, validation};
use crate::resolve::{Target, demand_active};
use crate::scaling::MOST_MODE_CHANGES;
use crate::shard_map::ShardMap;
use crate::stream_record::{Mode, StreamRecord};
use crate::streams::Stream;
use crate::warm::warm;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{UpdateStreamModeInput, ops::UpdateStreamMode};

impl Handler<UpdateStreamMode> for Kinesis {
    /// The stream keeps its shards. A request for the mode that it has changes nothing of it, and
    /// does not count.
    async fn handle(&self, context: &Context, input: UpdateStreamModeInput) -> Result<Unit> {
        let arn = Some(input.stream_arn);
        let stream = self.find(context, Target::new(&None, &arn, &input.stream_id)).await?;
        let name = input.stream_mode_details.stream_mode;
        let mode = Mode::parse(&name)
            .ok_or_else(|| validation(format!("StreamMode {name} is not known.")))?;
        let mibps = match (input.warm_throughput_mi_bps, mode) {
            (None, _) => None,
            (Some(mibps), Mode::OnDemand) => Some(self.warm_throughput(context, mibps).await?),
            (Some(_), Mode::Provisioned) => {
                return Err(invalid_argument(
                    "WarmThroughputMiBps is only valid when the stream mode is updated to \
                     ON_DEMAND.",
                ));
            }
        };
        demand_active(&stream.record)?;
        self.admit_mode(context, &stream, mode).await?;
        let now_ms = context.now().millis();
        let prepare = move |record: &mut StreamRecord, _: &ShardMap| {
            demand_active(record)?;
            if record.mode != mode {
                switch(record, mode, now_ms)?;
            }
            mibps.into_iter().for_each(|mibps| warm(record, mibps));
            Ok(())
        };
        self.transform(&stream, prepare).await?;
        Ok(Unit)
    }
}

fn switch(record: &mut StreamRecord, mode: Mode, now_ms: i64) -> Result<()> {
    let attached = &record.attached;
    if mode == Mode::Provisioned && attached.queues + attached.channels > 0 {
        return Err(in_use(format!(
            "Stream {} under account {} has queues or channels, which need the on-demand mode. \
             Delete them before you change the capacity mode.",
            record.name, record.account
        )));
    }
    if !record.scaling.mode_changes.add(now_ms, MOST_MODE_CHANGES) {
        return Err(rate_exceeded(
            record,
            "You cannot update the capacity mode of your data stream more than twice within 24 \
             hours.",
        ));
    }
    record.mode = mode;
    record.scaling.leave_on_demand();
    Ok(())
}

impl Kinesis {
    /// Refuses a mode for which the account has no room.
    async fn admit_mode(&self, context: &Context, stream: &Stream, mode: Mode) -> Result<()> {
        if stream.record.mode == mode {
            return Ok(());
        }
        match mode {
            Mode::Provisioned => self.admit_shards(context, stream.map.open_count()).await,
            Mode::OnDemand => {
                let (account, region) = (&context.account, &context.region);
                let used = self.streams.usage(account, region).await?;
                self.streams.admit_on_demand(account, region, used)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::testing::World;
    use std::time::Duration;

    async fn mode(world: &World) -> String {
        world.summary("s").await.unwrap().stream_mode_details.unwrap().stream_mode
    }

    #[tokio::test]
    async fn a_stream_keeps_its_shards_and_records_in_both_directions() {
        let transition = Duration::from_secs(5);
        let world = World::with(Config { transition, ..Config::default() }).await;
        world.create("s", 3).await;
        world.put("s", "a", "data").await;
        world.switch("s", "ON_DEMAND").await.unwrap();
        let summary = world.summary("s").await.unwrap();
        assert_eq!((&*summary.stream_status, summary.open_shard_count), ("UPDATING", 3));
        assert_eq!(summary.record_distribution_strategy.as_deref(), Some("USER_PARTITION_KEY"));
        assert_eq!(
            world.switch("s", "PROVISIONED").await.unwrap_err().code(),
            "ResourceInUseException"
        );
        world.settle("s").await;
        world.switch("s", "PROVISIONED").await.unwrap();
        world.settle("s").await;
        assert_eq!(mode(&world).await, "PROVISIONED");
        assert_eq!(world.summary("s").await.unwrap().record_distribution_strategy, None);
        assert_eq!(world.get_all("s", 0).await.len(), 1);
    }

    #[tokio::test]
    async fn a_stream_is_switched_twice_a_day() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.switch("s", "PROVISIONED").await.unwrap();
        world.switch("s", "ON_DEMAND").await.unwrap();
        world.switch("s", "ON_DEMAND").await.unwrap();
        world.switch("s", "PROVISIONED").await.unwrap();
        let refused = world.switch("s", "ON_DEMAND").await.unwrap_err();
        assert_eq!(
            refused.to_string(),
            "LimitExceededException: Rate exceeded for stream s under account 000000000000. You \
             cannot update the capacity mode of your data stream more than twice within 24 hours."
        );
        assert_eq!(mode(&world).await, "PROVISIONED");
        world.clock.advance(Duration::from_secs(24 * 3600));
        world.switch("s", "ON_DEMAND").await.unwrap();
    }

    #[tokio::test]
    async fn quotas_are_those_of_the_mode_that_it_gets() {
        let config = Config {
            transition: Duration::ZERO,
            shard_limit: 5,
            on_demand_stream_limit: 1,
            ..Config::default()
        };
        let world = World::with(config).await;
        world.create_on_demand("d").await;
        world.create("s", 2).await;
        let refused = world.switch("s", "ON_DEMAND").await.unwrap_err();
        assert_eq!(
            refused.to_string(),
            "LimitExceededException: This request would exceed the limit on the number of On-Demand \
             streams for the account 000000000000 in us-east-1. Current On-Demand streams count: 1. \
             Limit: 1."
        );
        let refused = world.switch("d", "PROVISIONED").await.unwrap_err();
        assert!(
            refused.message.contains("additional shards that would have resulted"),
            "{refused}"
        );
    }

    #[tokio::test]
    async fn what_reads_it_in_the_on_demand_mode_only_keeps_it_there() {
        let world = World::new().await;
        world.create_on_demand("s").await;
        let stream = world.kinesis.streams.find(&world.context(), "s").await.unwrap().unwrap();
        for (queues, channels) in [(1, 0), (0, 1)] {
            let attach = move |record: &mut StreamRecord| {
                (record.attached.queues, record.attached.channels) = (queues, channels);
                Ok(())
            };
            world.kinesis.streams.update(&stream, attach).await.unwrap();
            let refused = world.switch("s", "PROVISIONED").await.unwrap_err();
            assert_eq!(refused.code(), "ResourceInUseException");
        }
        assert_eq!(mode(&world).await, "ON_DEMAND");
    }

    #[tokio::test]
    async fn members_that_do_not_fit_are_refused() {
        let world = World::new().await;
        world.create("s", 1).await;
        let input = |mode: &str, mibps| UpdateStreamModeInput {
            stream_arn: world.context().arn("kinesis", "stream/s"),
            stream_mode_details: shapes::kinesis::StreamModeDetails {
                stream_mode: mode.to_owned(),
            },
            warm_throughput_mi_bps: mibps,
            ..Default::default()
        };
        for (input, named) in [
            (input("EVER", None), "StreamMode EVER"),
            (input("PROVISIONED", Some(5)), "WarmThroughputMiBps"),
            (input("ON_DEMAND", Some(5)), "MinimumThroughputBillingCommitment"),
            (
                UpdateStreamModeInput { stream_id: Some("x".into()), ..input("ON_DEMAND", None) },
                "StreamId",
            ),
        ] {
            let error = world.run::<UpdateStreamMode>(input).await.unwrap_err();
            assert!(error.message.contains(named), "{error}");
        }
        assert_eq!(mode(&world).await, "PROVISIONED");
    }
}
