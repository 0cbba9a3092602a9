//! `GetResourcePolicy`.

use crate::{Dynamodb, errors, policies};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{GetResourcePolicyInput, GetResourcePolicyOutput};

impl Handler<ops::GetResourcePolicy> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: GetResourcePolicyInput,
    ) -> Result<GetResourcePolicyOutput> {
        let (name, part) = policies::part_of(cx, &input.resource_arn)?;
        let table = self.table_itself(cx, name).await?;
        policies::demand_part(&table, part)?;
        let policy = table.policies.get(part);
        let policy = policy.ok_or_else(|| errors::no_policy(&input.resource_arn))?;
        Ok(GetResourcePolicyOutput {
            policy: Some(policy.text.clone()),
            revision_id: Some(policy.revision.clone()),
        })
    }
}
