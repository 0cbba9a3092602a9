use crate::Kinesis;
use crate::resolve::Target;
use crate::stream_record::Mode;
use crate::views;
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    DescribeStreamSummaryInput, DescribeStreamSummaryOutput, StreamDescriptionSummary,
    ops::DescribeStreamSummary,
};

impl Handler<DescribeStreamSummary> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: DescribeStreamSummaryInput,
    ) -> Result<DescribeStreamSummaryOutput> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        let record = &stream.record;
        let on_demand = record.mode == Mode::OnDemand;
        let summary = StreamDescriptionSummary {
            stream_name: record.name.clone(),
            stream_arn: stream.arn.to_string(),
            // KCL would hand an id back in every call; StreamId is reserved by AWS for later.
            stream_id: None,
            stream_status: record.status.as_str().to_owned(),
            stream_mode_details: Some(views::mode(record)),
            retention_period_hours: record.retention_hours,
            stream_creation_timestamp: views::created(record),
            enhanced_monitoring: views::enhanced_monitoring(record),
            encryption_type: views::encryption_type(record),
            key_id: record.settings.encryption.key_id.clone(),
            open_shard_count: views::open_shard_count(&stream),
            consumer_count: Some(record.attached.consumers.try_into().unwrap_or(i32::MAX)),
            // Only accounts with a commitment are told it (WarmThroughputObject).
            warm_throughput: self.shown_throughput(context, &stream).await?,
            max_record_size_in_ki_b: Some(record.max_record_kib),
            channel_count: Some(record.attached.channels.try_into().unwrap_or(i32::MAX)),
            record_distribution_strategy: on_demand
                .then(|| record.scaling.distribution.as_str().to_owned()),
            queue_count: Some(record.attached.queues.try_into().unwrap_or(i32::MAX)),
        };
        Ok(DescribeStreamSummaryOutput { stream_description_summary: summary })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;
    use shapes::kinesis::ops::CreateStream;
    use shapes::kinesis::{CreateStreamInput, StreamModeDetails};

    #[tokio::test]
    async fn a_commitment_shows_what_on_demand_streams_take() {
        let world = World::new().await;
        world.create("provisioned", 2).await;
        let input = CreateStreamInput {
            stream_name: "s".to_owned(),
            stream_mode_details: Some(StreamModeDetails { stream_mode: "ON_DEMAND".to_owned() }),
            ..Default::default()
        };
        world.run::<CreateStream>(input).await.unwrap();
        assert_eq!(world.summary("s").await.unwrap().warm_throughput, None);
        world.commit_itself().await;
        let warm = world.summary("s").await.unwrap().warm_throughput.unwrap();
        assert_eq!((warm.current_mi_bps, warm.target_mi_bps), (Some(4), Some(4)));
        assert_eq!(world.summary("provisioned").await.unwrap().warm_throughput, None);
    }

    #[tokio::test]
    async fn a_summary_is_as_aws_gives_it() {
        let world = World::new().await;
        world.create("s", 3).await;
        let summary = world.summary("s").await.unwrap();
        assert_eq!(summary.stream_arn, "arn:aws:kinesis:us-east-1:000000000000:stream/s");
        assert_eq!((summary.open_shard_count, summary.consumer_count), (3, Some(0)));
        assert_eq!(summary.stream_id, None);
        assert_eq!(summary.max_record_size_in_ki_b, Some(1024));
        assert_eq!(summary.record_distribution_strategy, None);
        assert_eq!(summary.enhanced_monitoring[0].shard_level_metrics, Some(Vec::new()));
        let missing = world.summary("t").await.unwrap_err();
        assert_eq!(missing.message, "Stream t under account 000000000000 not found.");
    }
}
