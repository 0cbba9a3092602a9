//! `DescribeAlarmHistory`.

use crate::alarm::look::plain_name;
use crate::records::history::{HISTORY, Happened};
use crate::{CloudWatch, errors, paging};
use platform::{Context, Handler, Result, refuse, scoped};
use shapes::Timestamp;
use shapes::cloudwatch::ops::DescribeAlarmHistory;
use shapes::cloudwatch::{AlarmHistoryItem, DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput};
use store::Scan;

/// How many a page has where nothing is said.
const PAGE: i32 = 100;

impl Handler<DescribeAlarmHistory> for CloudWatch {
    async fn handle(
        &self,
        cx: &Context,
        input: DescribeAlarmHistoryInput,
    ) -> Result<DescribeAlarmHistoryOutput> {
        refuse(
            errors::unsupported,
            [("AlarmContributorId", input.alarm_contributor_id.is_some())],
        )?;
        let prefix = match &input.alarm_name {
            Some(name) => scoped(&cx.account, &cx.region, &[plain_name(name), ""]),
            None => scoped(&cx.account, &cx.region, &[""]),
        };
        let types = input.alarm_types.as_deref().unwrap_or_default();
        let wanted = |it: &Happened| {
            let default =
                types.is_empty() && (input.alarm_name.is_some() || it.alarm_type == "MetricAlarm");
            (default || types.contains(&it.alarm_type))
                && input.history_item_type.as_ref().is_none_or(|kind| *kind == it.item_type)
                && input.start_date.is_none_or(|from| from.millis() <= it.at_ms)
                && input.end_date.is_none_or(|to| it.at_ms <= to.millis())
        };
        let rows = HISTORY.scan(cx.tables(), Scan::prefix(&prefix)).await?;
        let mut found: Vec<_> = rows.into_iter().map(|it| it.1).filter(wanted).collect();
        found.sort_by_key(|it| it.at_ms);
        if input.scan_by.as_deref() != Some("TimestampAscending") {
            found.reverse();
        }
        let skip: usize = match &input.next_token {
            None => 0,
            Some(token) => {
                let text = String::from_utf8(paging::key(token)?).unwrap_or_default();
                text.parse().map_err(|_| errors::bad_token())?
            }
        };
        let most = input.max_records.unwrap_or(PAGE).unsigned_abs() as usize;
        let next = (found.len() > skip.saturating_add(most))
            .then(|| paging::token((skip + most).to_string().as_bytes()));
        let items = found.into_iter().skip(skip).take(most).map(|it| AlarmHistoryItem {
            alarm_name: Some(it.alarm),
            alarm_type: Some(it.alarm_type),
            timestamp: Some(Timestamp(it.at_ms)),
            history_item_type: Some(it.item_type),
            history_summary: Some(it.summary),
            history_data: Some(it.data),
            ..Default::default()
        });
        Ok(DescribeAlarmHistoryOutput {
            alarm_history_items: Some(items.collect()),
            next_token: next,
        })
    }
}
