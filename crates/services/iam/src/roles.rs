//! Finding and changing roles.

use crate::record::{ROLES, Role, key};
use crate::{Iam, errors};
use platform::{Context, Result};
use store::Batch;

impl Iam {
    /// The role of this name.
    pub(crate) async fn role(&self, context: &Context, name: &str) -> Result<Role> {
        let found = ROLES.get(&*self.platform.store.tables, &key(&context.account, name)).await?;
        found.ok_or_else(|| errors::no_role(name))
    }

    /// Changes a role, durably. `change` runs again when another change came between.
    pub(crate) async fn change(
        &self,
        context: &Context,
        name: &str,
        change: impl Fn(&mut Role) -> Result<()> + Send + Sync,
    ) -> Result<()> {
        let tables = &*self.platform.store.tables;
        let key = key(&context.account, name);
        loop {
            let found = ROLES.get_with_bytes(tables, &key).await?;
            let (mut role, before) = found.ok_or_else(|| errors::no_role(name))?;
            change(&mut role)?;
            let before_bytes = before.len();
            let batch = Batch::new().equals(ROLES.table, key.clone(), before);
            let after = ROLES.encode(&role)?;
            let is_less = after.len() < before_bytes;
            let batch = batch.put(ROLES.table, key.clone(), after);
            let batch = if is_less { batch.freeing() } else { batch };
            match tables.commit(batch).await {
                Err(store::Error::Conflict(_)) => {}
                done => return Ok(done?),
            }
        }
    }
}
