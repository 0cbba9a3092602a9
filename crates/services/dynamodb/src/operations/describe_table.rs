//! `DescribeTable`.

use crate::Dynamodb;
use crate::describe::{self, Beside};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DescribeTableInput, DescribeTableOutput};

impl Handler<ops::DescribeTable> for Dynamodb {
    async fn handle(&self, cx: &Context, input: DescribeTableInput) -> Result<DescribeTableOutput> {
        let table = self.table_itself(cx, &input.table_name).await?;
        let table = self.with_key_looked_at(cx, table).await?;
        let counts = self.counts(&table).await?;
        let beside = Beside { counts: &counts, now_ms: cx.now().millis(), begun: None };
        Ok(DescribeTableOutput { table: Some(describe::table(&table, beside)) })
    }
}
