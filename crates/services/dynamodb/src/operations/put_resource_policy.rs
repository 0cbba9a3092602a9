//! `PutResourcePolicy`.

use crate::change::Changing;
use crate::records::table::{Policy, TableRecord};
use crate::{Dynamodb, policies};
use platform::{Context, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{PutResourcePolicyInput, PutResourcePolicyOutput};

/// `ConfirmRemoveSelfResourceAccess` says that who puts a policy may lock itself out by it. Here nobody
/// does: the account's root can always take one away ([`platform::Policies::is_roots`]).
impl Handler<ops::PutResourcePolicy> for Dynamodb {
    async fn handle(
        &self,
        cx: &Context,
        input: PutResourcePolicyInput,
    ) -> Result<PutResourcePolicyOutput> {
        let (name, part) = policies::part_of(cx, &input.resource_arn)?;
        policies::check(&input.policy)?;
        let put = |table: &mut TableRecord, _: &mut Changing| {
            policies::demand_part(table, part)?;
            let found = table.policies.get(part);
            policies::expect(table, found, input.expected_revision_id.as_deref())?;
            let revision = match found {
                // The same again changes nothing.
                Some(policy) if policy.text == input.policy => policy.revision.clone(),
                _ => self.revision(),
            };
            let policy = Policy { text: input.policy.clone(), revision: revision.clone() };
            table.policies.insert(part.to_owned(), policy);
            Ok(revision)
        };
        let (_, revision) = self.change_table(cx, name, put).await?;
        Ok(PutResourcePolicyOutput { revision_id: Some(revision) })
    }
}
