use crate::Kinesis;
use crate::errors::invalid_argument;
use crate::resolve::{Target, demand_active};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{IncreaseStreamRetentionPeriodInput, ops::IncreaseStreamRetentionPeriod};

const MIN_HOURS: i32 = 24;
const MAX_HOURS: i32 = 8760;

impl Handler<IncreaseStreamRetentionPeriod> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: IncreaseStreamRetentionPeriodInput,
    ) -> Result<Unit> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        let (hours, now_ms) = (input.retention_period_hours, context.now().millis());
        check_range(hours)?;
        let change = self.streams.update(&stream, move |record| {
            demand_active(record)?;
            let existing = record.retention_hours;
            if existing > hours {
                return Err(invalid_argument(format!(
                    "Requested retention period ({hours} hours) for stream {} can not be shorter \
                     than existing retention period ({existing} hours). Use \
                     DecreaseRetentionPeriod API.",
                    record.name
                )));
            }
            // What has expired stays inaccessible.
            record.trimmed_before_ms = record.horizon_ms(now_ms);
            record.retention_hours = hours;
            Ok(())
        });
        change.await?;
        Ok(Unit)
    }
}

/// Refuses retention periods that no stream can have.
pub(super) fn check_range(hours: i32) -> Result<()> {
    let (bound, limit, wrong) = match hours {
        ..MIN_HOURS => ("Minimum", MIN_HOURS, "short"),
        MIN_HOURS..=MAX_HOURS => return Ok(()),
        _ => ("Maximum", MAX_HOURS, "long"),
    };
    Err(invalid_argument(format!(
        "{bound} allowed retention period is {limit} hours. Requested retention period \
         ({hours} hours) is too {wrong}."
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use std::time::Duration;

    fn input(hours: i32) -> IncreaseStreamRetentionPeriodInput {
        IncreaseStreamRetentionPeriodInput {
            stream_name: Some("s".to_owned()),
            retention_period_hours: hours,
            ..Default::default()
        }
    }

    #[tokio::test]
    async fn what_has_expired_stays_inaccessible() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.put("s", "k", "expired").await;
        world.clock.advance(Duration::from_secs(25 * 3600));
        world.put("s", "k", "kept").await;
        world.run::<IncreaseStreamRetentionPeriod>(input(168)).await.unwrap();
        assert_eq!(world.summary("s").await.unwrap().retention_period_hours, 168);
        world.clock.advance(Duration::from_secs(100 * 3600));
        let left = world.get_all("s", 0).await;
        assert_eq!(left.len(), 1);
        assert_eq!(&left[0].data[..], b"kept");
    }

    #[tokio::test]
    async fn the_period_stays_between_a_day_and_a_year() {
        let world = World::new().await;
        world.create("s", 1).await;
        world.run::<IncreaseStreamRetentionPeriod>(input(48)).await.unwrap();
        let message = async |hours| {
            world.run::<IncreaseStreamRetentionPeriod>(input(hours)).await.unwrap_err().message
        };
        assert_eq!(
            message(23).await,
            "Minimum allowed retention period is 24 hours. Requested retention period (23 hours) \
             is too short."
        );
        assert_eq!(
            message(8761).await,
            "Maximum allowed retention period is 8760 hours. Requested retention period \
             (8761 hours) is too long."
        );
        assert_eq!(
            message(47).await,
            "Requested retention period (47 hours) for stream s can not be shorter than existing \
             retention period (48 hours). Use DecreaseRetentionPeriod API."
        );
    }
}
