//! Finding and changing roles.

use crate::record::{ROLES, Role, key};
use crate::{Iam, errors};
use platform::{Context, Result};

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
        let (tables, key) = (&*self.platform.store.tables, key(&context.account, name));
        let changed = ROLES.change(tables, &key, |role, batch| {
            let mut role = role.ok_or_else(|| errors::no_role(name))?;
            let before = ROLES.encode(&role)?;
            change(&mut role)?;
            let after = ROLES.encode(&role)?;
            let is_less = after.len() < before.len();
            let batch = batch.put(ROLES.table, &key[..], after);
            Ok((if is_less { batch.freeing() } else { batch }, ()))
        });
        changed.await
    }
}
