//! `DescribeContinuousBackups`.

use crate::{Dynamodb, errors, tables};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{
    ContinuousBackupsDescription, DescribeContinuousBackupsInput, DescribeContinuousBackupsOutput,
    PointInTimeRecoveryDescription,
};

impl Handler<ops::DescribeContinuousBackups> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeContinuousBackupsInput,
    ) -> Result<DescribeContinuousBackupsOutput> {
        let name = tables::name_of(cx, &input.table_name)?;
        let found = self.find_table(cx, name).await?;
        found.ok_or_else(|| errors::no_table_to_back_up(name))?;
        Ok(DescribeContinuousBackupsOutput { continuous_backups_description: Some(none()) })
    }
}

/// No table can be brought back to another point in time. AWS tells `ENABLED` of backups of every
/// table, which only means that they can be asked for.
pub(super) fn none() -> ContinuousBackupsDescription {
    let of_time = PointInTimeRecoveryDescription {
        point_in_time_recovery_status: Some("DISABLED".to_owned()),
        ..Default::default()
    };
    ContinuousBackupsDescription {
        continuous_backups_status: "ENABLED".to_owned(),
        point_in_time_recovery_description: Some(of_time),
    }
}
