//! Whom managed policies are attached to, and whom they bound. It is read from the roles, users and
//! groups themselves, which alone say it.

use crate::Iam;
use crate::held::Holder;
use crate::records::{Group, Role, User};
use platform::{Context, Result};
use std::collections::BTreeMap;

/// That a policy is attached to a role, a user or a group, or bounds it.
pub(crate) struct Attachment {
    /// The policy's ARN.
    pub arn: String,
    /// `group`, `user` or `role`.
    pub kind: &'static str,
    /// The holder's name, id and path.
    pub name: String,
    pub id: String,
    pub path: String,
    /// Whether it bounds.
    pub bounds: bool,
}

fn of<H: Holder>(all: Vec<H>) -> impl Iterator<Item = Attachment> {
    let each = |it: H| {
        let attachment = |arn: &str, bounds| Attachment {
            arn: arn.to_owned(),
            kind: H::KIND,
            name: it.name().to_owned(),
            id: it.id().to_owned(),
            path: it.path().to_owned(),
            bounds,
        };
        let attached = it.held().attached.iter().map(|arn| attachment(arn, false));
        let bounding = it.boundary().map(|arn| attachment(arn, true));
        attached.chain(bounding).collect::<Vec<_>>()
    };
    all.into_iter().flat_map(each)
}

impl Iam {
    /// All attachments of the account: of groups, users and roles, each by name.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn attachments(&self, cx: &Context) -> Result<Vec<Attachment>> {
        let groups = of(self.all::<Group>(cx).await?);
        let users = of(self.all::<User>(cx).await?);
        Ok(groups.chain(users).chain(of(self.all::<Role>(cx).await?)).collect())
    }

    /// How many each policy is attached to, and how many it bounds.
    ///
    /// # Errors
    /// The storage's.
    pub(crate) async fn uses(&self, cx: &Context) -> Result<Uses> {
        let mut uses = Uses::default();
        for Attachment { arn, bounds, .. } in self.attachments(cx).await? {
            let (attached, bounding) = uses.0.entry(arn).or_default();
            *(if bounds { bounding } else { attached }) += 1;
        }
        Ok(uses)
    }
}

/// How many each policy is attached to, and how many it bounds.
#[derive(Default)]
pub(crate) struct Uses(BTreeMap<String, (i32, i32)>);

impl Uses {
    /// Of the policy of this ARN.
    pub fn of(&self, arn: &str) -> (i32, i32) {
        self.0.get(arn).copied().unwrap_or_default()
    }
}
