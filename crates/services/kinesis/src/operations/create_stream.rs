use crate::Kinesis;
use crate::attached::Attached;
use crate::errors::validation;
use crate::scaling::{Distribution, Scaling, shards_for};
use crate::settings::Settings;
use crate::stream_record::{Mode, Status, StreamRecord};
use crate::tags;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{CreateStreamInput, ops::CreateStream};
use std::collections::BTreeMap;

const RETENTION_HOURS: i32 = 24;
const MAX_RECORD_KIB: i32 = 1024;

impl Handler<CreateStream> for Kinesis {
    async fn handle(&self, context: &Context, input: CreateStreamInput) -> Result<Unit> {
        let mode = mode(&input)?;
        let scaling = self.scaling(context, &input, mode).await?;
        let count = shard_count(&input, mode, &scaling)?;
        if mode == Mode::Provisioned && count > self.config.shard_limit {
            // Too many shards to lay out; the quota's own error needs no map.
            let (account, region) = (&context.account, &context.region);
            let used = self.streams.usage(account, region).await?;
            return Err(self.streams.shard_limit_exceeded(account, region, count as usize, used));
        }
        let now_ms = context.now().millis();
        let mut record = StreamRecord {
            id: context.platform().ids.hex(16),
            account: context.account.to_string(),
            region: context.region.to_string(),
            name: input.stream_name,
            status: Status::Creating,
            mode,
            created_ms: now_ms,
            retention_hours: RETENTION_HOURS,
            trimmed_before_ms: 0,
            max_record_kib: input.max_record_size_in_ki_b.unwrap_or(MAX_RECORD_KIB),
            tags: BTreeMap::new(),
            revision: 0,
            next_shard: 0,
            open_shards: 0,
            settles_by_ms: None,
            reshaping: Vec::new(),
            attached: Attached::default(),
            scaling,
            settings: Settings::default(),
            shards: Vec::new(),
        };
        tags::add(&mut record, input.tags.unwrap_or_default())?;
        self.tokens.prepare().await?;
        self.streams.create(record, count).await?;
        Ok(Unit)
    }
}

/// The mode. A stream for which neither that nor a number of shards is given gets four shards from
/// AWS, as on-demand streams do.
fn mode(input: &CreateStreamInput) -> Result<Mode> {
    match (&input.stream_mode_details, input.shard_count) {
        (None, None) => Ok(Mode::OnDemand),
        (None, Some(_)) => Ok(Mode::Provisioned),
        (Some(details), _) => {
            let name = &details.stream_mode;
            let unknown = || validation(format!("StreamMode {name} is not known."));
            Mode::parse(name).ok_or_else(unknown)
        }
    }
}

fn shard_count(input: &CreateStreamInput, mode: Mode, scaling: &Scaling) -> Result<u32> {
    match (mode, input.shard_count) {
        (Mode::OnDemand, None) => Ok(shards_for(scaling.warm_mibps.unwrap_or(0))),
        (Mode::OnDemand, Some(_)) => {
            Err(validation("ShardCount is not expected when StreamMode=ON_DEMAND"))
        }
        (Mode::Provisioned, None) => {
            Err(validation("ShardCount is expected when StreamMode=PROVISIONED"))
        }
        (Mode::Provisioned, Some(count)) => {
            let positive = u32::try_from(count).ok().filter(|count| *count > 0);
            positive.ok_or_else(|| validation("ShardCount must be greater than or equal to 1"))
        }
    }
}

impl Kinesis {
    /// How the service is to scale the stream, which is its business in on-demand streams only.
    async fn scaling(
        &self,
        context: &Context,
        input: &CreateStreamInput,
        mode: Mode,
    ) -> Result<Scaling> {
        let (mibps, strategy) =
            (input.warm_throughput_mi_bps, input.record_distribution_strategy.as_deref());
        let unexpected = match mode {
            Mode::OnDemand => None,
            Mode::Provisioned => mibps
                .map(|_| "WarmThroughputMiBps")
                .or(strategy.map(|_| "RecordDistributionStrategy")),
        };
        if let Some(member) = unexpected {
            let message = format!("{member} is not expected when StreamMode=PROVISIONED");
            return Err(validation(message));
        }
        let distribution = match strategy {
            None => Distribution::default(),
            Some(name) => Distribution::parse(name).ok_or_else(|| {
                validation(format!("RecordDistributionStrategy {name} is not known."))
            })?,
        };
        let warm_mibps = match mibps {
            Some(mibps) => Some(self.warm_throughput(context, mibps).await?),
            None => None,
        };
        Ok(Scaling { distribution, warm_mibps, ..Scaling::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use crate::{Config, stream_record};
    use platform::testing::soon;
    use shapes::kinesis::StreamModeDetails;
    use std::time::Duration;

    fn input(name: &str, count: Option<i32>) -> CreateStreamInput {
        CreateStreamInput {
            stream_name: name.to_owned(),
            shard_count: count,
            ..CreateStreamInput::default()
        }
    }

    fn on_demand(name: &str) -> CreateStreamInput {
        let details = StreamModeDetails { stream_mode: "ON_DEMAND".to_owned() };
        CreateStreamInput { stream_mode_details: Some(details), ..input(name, None) }
    }

    #[tokio::test]
    async fn a_stream_is_creating_and_then_active() {
        let config = Config { transition: Duration::from_secs(2), ..Config::default() };
        let world = World::with(config).await;
        let mut wakeup = world.watch("s");
        world.run::<CreateStream>(input("s", Some(2))).await.unwrap();
        let summary = world.summary("s").await.unwrap();
        assert_eq!((&*summary.stream_status, summary.open_shard_count), ("CREATING", 0));
        world.clock.advance(Duration::from_secs(2));
        while world.summary("s").await.unwrap().stream_status != "ACTIVE" {
            soon(wakeup.woken()).await;
        }
        assert_eq!(world.summary("s").await.unwrap().open_shard_count, 2);
        let table = stream_record::STREAMS.table;
        let pairs =
            world.platform.store.tables.scan(table, store::Scan::prefix(b"")).await.unwrap();
        assert!(String::from_utf8_lossy(&pairs[0].1).contains(r#""status":"ACTIVE""#));
    }

    #[tokio::test]
    async fn a_name_is_taken_once_per_account_and_region() {
        let world = World::new().await;
        world.run::<CreateStream>(input("s", Some(1))).await.unwrap();
        let error = world.run::<CreateStream>(input("s", Some(1))).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ResourceInUseException: Stream s under account 000000000000 already exists."
        );
        let mut elsewhere = world.context();
        elsewhere.region = "eu-west-1".into();
        let created = elsewhere.run::<CreateStream, _>(&*world.kinesis, input("s", Some(1))).await;
        created.unwrap();
        assert_eq!(world.platform.store.log.list().await.unwrap().len(), 2);
    }

    #[tokio::test]
    async fn an_on_demand_stream_begins_with_four_shards_and_is_what_nothing_is_said_of() {
        let world = World::new().await;
        for (name, input) in [("s", on_demand("s")), ("t", input("t", None))] {
            world.run::<CreateStream>(input).await.unwrap();
            let summary = world.summary(name).await.unwrap();
            assert_eq!(summary.open_shard_count, 4);
            assert_eq!(summary.stream_mode_details.unwrap().stream_mode, "ON_DEMAND");
            assert_eq!(summary.record_distribution_strategy.as_deref(), Some("USER_PARTITION_KEY"));
            assert_eq!(summary.warm_throughput, None);
        }
        let strategy = Some("AUTO".to_owned());
        let auto = CreateStreamInput { record_distribution_strategy: strategy, ..on_demand("u") };
        world.run::<CreateStream>(auto).await.unwrap();
        let summary = world.summary("u").await.unwrap();
        assert_eq!(summary.record_distribution_strategy.as_deref(), Some("AUTO"));
    }

    #[tokio::test]
    async fn a_stream_that_is_made_warm_has_the_shards_for_it() {
        let config = Config { transition: Duration::ZERO, ..Config::default() };
        let world = World::with(config).await;
        world.commit_itself().await;
        for (name, mibps, shards) in [("a", 0, 4), ("b", 3, 4), ("c", 9, 9)] {
            let input =
                CreateStreamInput { warm_throughput_mi_bps: Some(mibps), ..on_demand(name) };
            world.run::<CreateStream>(input).await.unwrap();
            let warm = world.summary(name).await.unwrap().warm_throughput.unwrap();
            assert_eq!((warm.target_mi_bps, warm.current_mi_bps), (Some(mibps), Some(shards)));
        }
    }

    #[tokio::test]
    async fn members_that_do_not_fit_are_refused_by_name() {
        let world = World::new().await;
        let strategy = |input: CreateStreamInput, strategy: &str| CreateStreamInput {
            record_distribution_strategy: Some(strategy.to_owned()),
            ..input
        };
        let provisioned = Some(StreamModeDetails { stream_mode: "PROVISIONED".to_owned() });
        let cases = [
            (
                CreateStreamInput { stream_mode_details: provisioned, ..input("s", None) },
                "ShardCount",
            ),
            (input("s", Some(0)), "ShardCount"),
            (CreateStreamInput { shard_count: Some(1), ..on_demand("s") }, "ShardCount"),
            (strategy(on_demand("s"), "EVEN"), "RecordDistributionStrategy EVEN"),
            (strategy(input("s", Some(1)), "USER_PARTITION_KEY"), "RecordDistributionStrategy"),
            (
                CreateStreamInput { warm_throughput_mi_bps: Some(5), ..on_demand("s") },
                "MinimumThroughputBillingCommitment",
            ),
            (
                CreateStreamInput { warm_throughput_mi_bps: Some(5), ..input("s", Some(1)) },
                "WarmThroughputMiBps is not expected",
            ),
            (input("s", Some(i32::MAX)), "shard limit"),
            (
                CreateStreamInput {
                    tags: Some([("aws:x".to_owned(), String::new())].into()),
                    ..on_demand("s")
                },
                "aws:x",
            ),
        ];
        for (input, named) in cases {
            let error = world.run::<CreateStream>(input).await.unwrap_err();
            assert!(error.message.contains(named), "{error}");
        }
        let missing = world.summary("s").await.unwrap_err();
        assert_eq!(missing.code(), "ResourceNotFoundException");
        assert!(world.platform.store.log.list().await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn quotas_are_those_of_the_configuration() {
        let config = Config {
            transition: Duration::ZERO,
            shard_limit: 3,
            on_demand_stream_limit: 1,
            ..Config::default()
        };
        let world = World::with(config).await;
        world.run::<CreateStream>(input("a", Some(2))).await.unwrap();
        let error = world.run::<CreateStream>(input("b", Some(2))).await.unwrap_err();
        assert_eq!(error.code(), "LimitExceededException");
        assert!(error.message.contains("Current shard count for the account: 2. Limit: 3."));
        world.run::<CreateStream>(input("b", Some(1))).await.unwrap();
        world.run::<CreateStream>(on_demand("c")).await.unwrap();
        let error = world.run::<CreateStream>(on_demand("d")).await.unwrap_err();
        assert_eq!(error.code(), "LimitExceededException");
    }
}
