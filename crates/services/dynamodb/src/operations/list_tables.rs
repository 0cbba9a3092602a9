//! `ListTables`.

use crate::records::table::{self, TABLES};
use crate::{Dynamodb, names};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{ListTablesInput, ListTablesOutput};
use store::{KeyRange, Scan};

/// The most names of an answer.
const MOST: usize = 100;

impl Handler<ops::ListTables> for Dynamodb {
    async fn handle(&self, cx: &Context, input: ListTablesInput) -> Result<ListTablesOutput> {
        let limit = input.limit.and_then(|it| usize::try_from(it).ok()).unwrap_or(MOST).min(MOST);
        let prefix = table::key(&cx.account, &cx.region, "");
        let mut range = KeyRange::prefix(&prefix);
        if let Some(after) = &input.exclusive_start_table_name {
            names::check_start(after)?;
            range = range.after(&table::key(&cx.account, &cx.region, after));
        }
        let now_ms = cx.now().millis();
        let mut found: Vec<String> = Vec::new();
        // One more than is asked for tells whether there are more.
        while found.len() <= limit {
            let scan = Scan { range: range.clone(), limit: limit + 1, reverse: false };
            let rows = TABLES.scan(cx.tables(), scan).await?;
            let Some((last, _)) = rows.last() else { break };
            range = range.after(last);
            let live = rows.iter().filter(|(_, table)| !table.is_gone(now_ms));
            found.extend(live.map(|(_, table)| table.name.clone()));
        }
        let has_more = found.len() > limit;
        found.truncate(limit);
        let last_evaluated_table_name = found.last().filter(|_| has_more).cloned();
        Ok(ListTablesOutput { table_names: Some(found), last_evaluated_table_name })
    }
}
