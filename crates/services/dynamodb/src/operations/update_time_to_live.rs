//! `UpdateTimeToLive`.

use crate::change::Changing;
use crate::errors::{in_use, invalid};
use crate::records::table::{TableRecord, Transient, Ttl};
use crate::{Dynamodb, ttl};
use platform::{Context, Handler, Limits, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{UpdateTimeToLiveInput, UpdateTimeToLiveOutput};

/// How long nothing is changed again, with AWS's limits.
const PAUSE_MS: i64 = 30 * 60_000;

impl Handler<ops::UpdateTimeToLive> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: UpdateTimeToLiveInput,
    ) -> Result<UpdateTimeToLiveOutput> {
        let wanted = &input.time_to_live_specification;
        let (is_limited, now_ms) = (self.config.limits == Limits::Aws, cx.now().millis());
        let change = |table: &mut TableRecord, changing: &mut Changing| {
            if table.passing(now_ms) == Some(Transient::Creating) {
                let name = &table.name;
                return Err(in_use(format_args!("Table {name} is being created")));
            }
            let attribute = &wanted.attribute_name;
            match &table.ttl {
                Some(ttl) if ttl.attribute != *attribute => {
                    return Err(invalid(format!(
                        "TimeToLive is active on a different AttributeName: current AttributeName is {}",
                        ttl.attribute
                    )));
                }
                Some(_) if wanted.enabled => {
                    return Err(invalid("TimeToLive is already enabled"));
                }
                None if !wanted.enabled => return Err(invalid("TimeToLive is already disabled")),
                Some(_) | None => {}
            }
            let is_soon = table.ttl_changed_ms.is_some_and(|at| now_ms - at < PAUSE_MS);
            if is_limited && is_soon {
                return Err(invalid(
                    "Time to live has been modified multiple times within a fixed interval",
                ));
            }
            let time = || Ttl { attribute: attribute.clone(), since_ms: now_ms };
            table.ttl = wanted.enabled.then(time);
            table.ttl_changed_ms = Some(now_ms);
            changing.batch = ttl::change(std::mem::take(&mut changing.batch), table, cx.now());
            Ok(())
        };
        self.change_table(cx, &input.table_name, change).await?;
        let time_to_live_specification = Some(input.time_to_live_specification);
        Ok(UpdateTimeToLiveOutput { time_to_live_specification })
    }
}
