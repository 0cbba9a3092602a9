//! `DescribeTimeToLive`.

use crate::Dynamodb;
use crate::errors::invalid;
use crate::records::table::Transient;
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DescribeTimeToLiveInput, DescribeTimeToLiveOutput, TimeToLiveDescription};

impl Handler<ops::DescribeTimeToLive> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeTimeToLiveInput,
    ) -> Result<DescribeTimeToLiveOutput> {
        let table = self.table_itself(cx, &input.table_name).await?;
        let state = match table.passing(cx.now().millis()) {
            Some(Transient::Creating) => "CREATING",
            Some(Transient::Deleting) => "DELETING",
            Some(Transient::Updating) | None => "",
        };
        if !state.is_empty() {
            return Err(invalid(format!(
                "Cannot describe time to live while table is in {state} state: Current table state is \
                 {state}"
            )));
        }
        let status = if table.ttl.is_some() { "ENABLED" } else { "DISABLED" };
        let description = TimeToLiveDescription {
            time_to_live_status: Some(status.to_owned()),
            attribute_name: table.ttl.as_ref().map(|ttl| ttl.attribute.clone()),
        };
        Ok(DescribeTimeToLiveOutput { time_to_live_description: Some(description) })
    }
}
