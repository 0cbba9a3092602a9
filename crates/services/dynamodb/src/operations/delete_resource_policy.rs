//! `DeleteResourcePolicy`.

use crate::change::Changing;
use crate::records::table::TableRecord;
use crate::{Dynamodb, policies};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{DeleteResourcePolicyInput, DeleteResourcePolicyOutput};

impl Handler<ops::DeleteResourcePolicy> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteResourcePolicyInput,
    ) -> Result<DeleteResourcePolicyOutput> {
        let (name, part) = policies::part_of(cx, &input.resource_arn)?;
        let delete = |table: &mut TableRecord, _: &mut Changing| {
            policies::demand_part(table, part)?;
            let found = table.policies.get(part);
            policies::expect(table, found, input.expected_revision_id.as_deref())?;
            Ok(table.policies.remove(part).map(|policy| policy.revision))
        };
        let (_, revision_id) = self.change_table(cx, name, delete).await?;
        Ok(DeleteResourcePolicyOutput { revision_id })
    }
}
