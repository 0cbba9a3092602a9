use crate::Kinesis;
use crate::attached::Attached;
use crate::errors::{unsupported, validation};
use crate::scaling::Scaling;
use crate::settings::Settings;
use crate::stream_record::{Mode, Status, StreamRecord};
use crate::tags;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{CreateStreamInput, ops::CreateStream};
use std::collections::BTreeMap;

/// How many shards an on-demand stream begins with.
const ON_DEMAND_SHARDS: u32 = 4;
const RETENTION_HOURS: i32 = 24;
const MAX_RECORD_KIB: i32 = 1024;

impl Handler<CreateStream> for Kinesis {
    async fn handle(&self, context: &Context, input: CreateStreamInput) -> Result<Unit> {
        let mode = mode(&input)?;
        if input.warm_throughput_mi_bps.is_some_and(|target| target != 0) {
            return Err(unsupported("WarmThroughputMiBps"));
        }
        demand_user_partition_key(&input, mode)?;
        let count = shard_count(&input, mode)?;
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
            scaling: Scaling::default(),
            settings: Settings::default(),
            shards: Vec::new(),
        };
        tags::add(&mut record, input.tags.unwrap_or_default())?;
        self.tokens.prepare().await?;
        self.streams.create(record, count).await?;
        Ok(Unit)
    }
}

fn mode(input: &CreateStreamInput) -> Result<Mode> {
    match input.stream_mode_details.as_ref().map(|details| details.stream_mode.as_str()) {
        None | Some("PROVISIONED") => Ok(Mode::Provisioned),
        Some("ON_DEMAND") => Ok(Mode::OnDemand),
        Some(other) => Err(validation(format!("StreamMode {other} is not known."))),
    }
}

fn shard_count(input: &CreateStreamInput, mode: Mode) -> Result<u32> {
    match (mode, input.shard_count) {
        (Mode::OnDemand, None) => Ok(ON_DEMAND_SHARDS),
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

/// Records always go where their partition key says.
fn demand_user_partition_key(input: &CreateStreamInput, mode: Mode) -> Result<()> {
    match (input.record_distribution_strategy.as_deref(), mode) {
        (None, _) | (Some("USER_PARTITION_KEY"), Mode::OnDemand) => Ok(()),
        (Some(_), Mode::Provisioned) => Err(validation(
            "RecordDistributionStrategy is not expected when StreamMode=PROVISIONED",
        )),
        (Some(other), Mode::OnDemand) => {
            Err(unsupported(format_args!("RecordDistributionStrategy {other}")))
        }
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
    async fn an_on_demand_stream_begins_with_four_shards() {
        let world = World::new().await;
        world.run::<CreateStream>(on_demand("s")).await.unwrap();
        let summary = world.summary("s").await.unwrap();
        assert_eq!(summary.open_shard_count, 4);
        assert_eq!(summary.stream_mode_details.unwrap().stream_mode, "ON_DEMAND");
        assert_eq!(summary.record_distribution_strategy.as_deref(), Some("USER_PARTITION_KEY"));
    }

    #[tokio::test]
    async fn members_that_do_not_fit_are_refused_by_name() {
        let world = World::new().await;
        let strategy = |input: CreateStreamInput, strategy: &str| CreateStreamInput {
            record_distribution_strategy: Some(strategy.to_owned()),
            ..input
        };
        let cases = [
            (input("s", None), "ShardCount"),
            (input("s", Some(0)), "ShardCount"),
            (CreateStreamInput { shard_count: Some(1), ..on_demand("s") }, "ShardCount"),
            (strategy(on_demand("s"), "AUTO"), "RecordDistributionStrategy AUTO"),
            (strategy(input("s", Some(1)), "USER_PARTITION_KEY"), "RecordDistributionStrategy"),
            (
                CreateStreamInput { warm_throughput_mi_bps: Some(5), ..on_demand("s") },
                "WarmThroughputMiBps",
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
