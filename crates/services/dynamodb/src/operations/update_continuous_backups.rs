//! `UpdateContinuousBackups`.

use super::describe_continuous_backups::none;
use crate::errors::{invalid, no_table_to_back_up, unsupported};
use crate::{Dynamodb, tables};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{UpdateContinuousBackupsInput, UpdateContinuousBackupsOutput};

impl Handler<ops::UpdateContinuousBackups> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: UpdateContinuousBackupsInput,
    ) -> Result<UpdateContinuousBackupsOutput> {
        let wanted = &input.point_in_time_recovery_specification;
        let name = tables::name_of(cx, &input.table_name)?;
        let found = self.find_table(cx, name).await?;
        found.ok_or_else(|| no_table_to_back_up(name))?;
        if wanted.point_in_time_recovery_enabled {
            return Err(unsupported("PointInTimeRecoveryEnabled true"));
        }
        if wanted.recovery_period_in_days.is_some() {
            return Err(invalid(
                "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time \
                 recovery.",
            ));
        }
        Ok(UpdateContinuousBackupsOutput { continuous_backups_description: Some(none()) })
    }
}
