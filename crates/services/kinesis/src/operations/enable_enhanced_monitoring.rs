use crate::Kinesis;
use crate::metrics::Metric;
use crate::resolve::{Target, demand_active};
use crate::streams::Stream;
use crate::views::metric_names;
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    EnableEnhancedMonitoringInput, EnhancedMonitoringOutput, ops::EnableEnhancedMonitoring,
};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

impl Handler<EnableEnhancedMonitoring> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: EnableEnhancedMonitoringInput,
    ) -> Result<EnhancedMonitoringOutput> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        let names = input.shard_level_metrics;
        self.monitor(&stream, move |metrics| metrics.extend(Metric::named(&names))).await
    }
}

impl Kinesis {
    /// Changes which metrics of a stream's shards are counted.
    pub(super) async fn monitor(
        &self,
        stream: &Arc<Stream>,
        change: impl Fn(&mut BTreeSet<Metric>) + Send + 'static,
    ) -> Result<EnhancedMonitoringOutput> {
        // The change runs again where another came between: what it saw last was there before.
        let before = Arc::new(Mutex::new(BTreeSet::new()));
        let seen = before.clone();
        let changed = self.streams.update(stream, move |record| {
            demand_active(record)?;
            let metrics = &mut record.settings.shard_metrics;
            *seen.lock().unwrap_or_else(PoisonError::into_inner) = metrics.clone();
            change(metrics);
            Ok(())
        });
        let record = &changed.await?.record;
        let before = before.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let now = &record.settings.shard_metrics;
        self.streams.metrics.drop_metrics(&record.id, before.difference(now).copied());
        Ok(EnhancedMonitoringOutput {
            stream_name: Some(record.name.clone()),
            stream_arn: Some(record.arn()),
            current_shard_level_metrics: Some(metric_names(&before)),
            desired_shard_level_metrics: Some(metric_names(now)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use shapes::kinesis::DisableEnhancedMonitoringInput;
    use shapes::kinesis::ops::DisableEnhancedMonitoring;

    const ALL: [&str; 7] = [
        "IncomingBytes",
        "OutgoingRecords",
        "IteratorAgeMilliseconds",
        "IncomingRecords",
        "ReadProvisionedThroughputExceeded",
        "WriteProvisionedThroughputExceeded",
        "OutgoingBytes",
    ];

    fn texts(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    async fn enable(world: &World, names: &[&str]) -> Result<EnhancedMonitoringOutput> {
        let input = EnableEnhancedMonitoringInput {
            stream_name: Some("s".to_owned()),
            shard_level_metrics: texts(names),
            ..Default::default()
        };
        world.run::<EnableEnhancedMonitoring>(input).await
    }

    async fn disable(world: &World, names: &[&str]) -> EnhancedMonitoringOutput {
        let input = DisableEnhancedMonitoringInput {
            stream_name: Some("s".to_owned()),
            shard_level_metrics: texts(names),
            ..Default::default()
        };
        world.run::<DisableEnhancedMonitoring>(input).await.unwrap()
    }

    fn told(answer: EnhancedMonitoringOutput) -> [Vec<String>; 2] {
        [answer.current_shard_level_metrics.unwrap(), answer.desired_shard_level_metrics.unwrap()]
    }

    #[tokio::test]
    async fn answers_tell_what_was_and_what_is() {
        let world = World::new().await;
        assert_eq!(enable(&world, &["ALL"]).await.unwrap_err().code(), "ResourceNotFoundException");
        world.create("s", 1).await;
        let some = ["IncomingBytes", "IncomingRecords"];
        let answer = enable(&world, &["IncomingRecords", "IncomingBytes"]).await.unwrap();
        assert_eq!(answer.stream_arn, Some(world.context().arn("kinesis", "stream/s")));
        assert_eq!(told(answer), [texts(&[]), texts(&some)]);
        assert_eq!(told(enable(&world, &["ALL"]).await.unwrap()), [texts(&some), texts(&ALL)]);
        let world = world.restart().await;
        let shown = &world.summary("s").await.unwrap().enhanced_monitoring[0];
        assert_eq!(shown.shard_level_metrics, Some(texts(&ALL)));
        let answer = disable(&world, &["OutgoingBytes"]).await;
        assert_eq!(told(answer), [texts(&ALL), texts(&ALL[..6])]);
        assert_eq!(told(disable(&world, &["ALL"]).await), [texts(&ALL[..6]), texts(&[])]);
        assert_eq!(told(disable(&world, &["ALL"]).await), [texts(&[]), texts(&[])]);
    }

    #[tokio::test]
    async fn what_passes_a_shard_is_counted() {
        let world = World::new().await;
        world.create("s", 2).await;
        // MD5 of "a" begins with 0c: the first shard.
        world.put("s", "a", "before").await;
        enable(&world, &["ALL"]).await.unwrap();
        world.put("s", "a", "123456").await;
        world.clock.advance(std::time::Duration::from_millis(40));
        assert_eq!(world.get_all("s", 0).await.len(), 2);
        let counted = world.kinesis.shard_metrics(&world.context(), "s").await.unwrap();
        let of = |shard: &str| ALL.map(|name| counted[shard][name]);
        assert_eq!(of("shardId-000000000000"), [7, 2, 40, 1, 0, 0, 14]);
        assert_eq!(of("shardId-000000000001"), [0; 7]);
        disable(&world, &["ALL"]).await;
        assert!(world.kinesis.shard_metrics(&world.context(), "s").await.unwrap().is_empty());
    }
}
