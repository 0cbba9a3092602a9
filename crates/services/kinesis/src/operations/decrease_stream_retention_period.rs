use super::increase_stream_retention_period::check_range;
use crate::Kinesis;
use crate::errors::invalid_argument;
use crate::resolve::{Target, demand_active};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{DecreaseStreamRetentionPeriodInput, ops::DecreaseStreamRetentionPeriod};

impl Handler<DecreaseStreamRetentionPeriod> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: DecreaseStreamRetentionPeriodInput,
    ) -> Result<Unit> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        let hours = input.retention_period_hours;
        check_range(hours)?;
        let change = self.streams.update(&stream, move |record| {
            demand_active(record)?;
            let existing = record.retention_hours;
            if existing < hours {
                return Err(invalid_argument(format!(
                    "Requested retention period ({hours} hours) for stream {} can not be longer \
                     than existing retention period ({existing} hours). Use \
                     IncreaseRetentionPeriod API.",
                    record.name
                )));
            }
            record.retention_hours = hours;
            Ok(())
        });
        change.await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use shapes::kinesis::ops::IncreaseStreamRetentionPeriod;
    use std::time::Duration;

    fn input(hours: i32) -> DecreaseStreamRetentionPeriodInput {
        DecreaseStreamRetentionPeriodInput {
            stream_name: Some("s".to_owned()),
            retention_period_hours: hours,
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn records_past_the_shorter_period_are_gone_for_good() {
        let world = World::new().await;
        world.create("s", 1).await;
        let longer = |hours| shapes::kinesis::IncreaseStreamRetentionPeriodInput {
            stream_name: Some("s".to_owned()),
            retention_period_hours: hours,
            ..Default::default()
        };
        world.run::<IncreaseStreamRetentionPeriod>(longer(72)).await.unwrap();
        world.put("s", "k", "data").await;
        world.clock.advance(Duration::from_secs(30 * 3600));
        assert_eq!(world.get_all("s", 0).await.len(), 1);
        world.run::<DecreaseStreamRetentionPeriod>(input(24)).await.unwrap();
        assert!(world.get_all("s", 0).await.is_empty());
        world.run::<IncreaseStreamRetentionPeriod>(longer(72)).await.unwrap();
        assert!(world.get_all("s", 0).await.is_empty());
    }

    #[tokio::test]
    async fn a_longer_period_is_refused() {
        let world = World::new().await;
        world.create("s", 1).await;
        let error = world.run::<DecreaseStreamRetentionPeriod>(input(25)).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "InvalidArgumentException: Requested retention period (25 hours) for stream s can not \
             be longer than existing retention period (24 hours). Use IncreaseRetentionPeriod API."
        );
        assert!(world.run::<DecreaseStreamRetentionPeriod>(input(23)).await.is_err());
    }
}
