//! `DescribeLimits`.

use crate::Dynamodb;
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DescribeLimitsInput, DescribeLimitsOutput};

/// What AWS gives a new account and each of its tables ("Quotas in Amazon DynamoDB").
pub(crate) const ACCOUNT_UNITS: i64 = 80_000;
pub(crate) const TABLE_UNITS: i64 = 40_000;

impl Handler<ops::DescribeLimits> for Dynamodb {
    async fn handle(&self, _: &Context, _: DescribeLimitsInput) -> Result<DescribeLimitsOutput> {
        Ok(DescribeLimitsOutput {
            account_max_read_capacity_units: Some(ACCOUNT_UNITS),
            account_max_write_capacity_units: Some(ACCOUNT_UNITS),
            table_max_read_capacity_units: Some(TABLE_UNITS),
            table_max_write_capacity_units: Some(TABLE_UNITS),
        })
    }
}
