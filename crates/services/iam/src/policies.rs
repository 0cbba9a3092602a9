//! Managed policies: the customers' own, which are kept, and AWS's, which are known.

use crate::entity::{Entity, Rows};
use crate::managed::{self, Managed};
use crate::records::Policy;
use crate::{Iam, errors};
use platform::{Arn, Context, Error, Result, partition};

/// Where a policy's ARN leads.
enum Place<'a> {
    /// To a policy of the account, by this name.
    Own(&'a str),
    /// To one of AWS's, by its path and name.
    Aws(&'a str),
    /// To another account, or partition.
    Elsewhere,
}

/// A managed policy.
pub(crate) enum Known {
    /// A customer's.
    Own(Policy),
    /// AWS's.
    Aws(&'static Managed),
}

fn place<'a>(cx: &Context, arn: &'a str) -> Result<Place<'a>> {
    let invalid = || format!("ARN {arn} is not valid.");
    let parsed = Arn::parse(arn).ok_or_else(|| errors::validation(invalid()))?;
    let is_iam = (parsed.service, parsed.region) == ("iam", "");
    let path = parsed.resource.strip_prefix("policy/").filter(|path| is_iam && !path.is_empty());
    let path = path.ok_or_else(|| errors::invalid(invalid()))?;
    if parsed.partition != partition(&cx.region) {
        return Ok(Place::Elsewhere);
    }
    Ok(match parsed.account {
        "aws" => Place::Aws(path),
        account if *account == *cx.account => Place::Own(path.rsplit('/').next().unwrap_or(path)),
        _ => Place::Elsewhere,
    })
}

/// Sees to it that a policy is there when the rows are committed, for whom it is attached to, or
/// bounds.
///
/// # Errors
/// `missing`, where there is none; that the ARN is none of a policy; the storage's.
pub(crate) async fn touch(
    rows: &mut Rows<'_>,
    arn: &str,
    missing: fn(&str) -> Error,
) -> Result<()> {
    match place(rows.cx, arn)? {
        Place::Own(name) => {
            let found = rows.look::<Policy>(name).await?.filter(|policy| policy.arn == arn);
            let mut policy = found.ok_or_else(|| missing(arn))?;
            policy.touched += 1;
            rows.put(&policy)
        }
        Place::Aws(path) if managed::find(path).is_some() => Ok(()),
        Place::Aws(_) | Place::Elsewhere => Err(missing(arn)),
    }
}

impl Iam {
    /// The policy that an ARN names.
    ///
    /// # Errors
    /// `missing`, where there is none; that the ARN is none of a policy; the storage's.
    pub(crate) async fn policy(
        &self,
        cx: &Context,
        arn: &str,
        missing: impl Fn(&str) -> Error,
    ) -> Result<Known> {
        let found = match place(cx, arn)? {
            Place::Own(name) => {
                let found = self.look::<Policy>(cx, name).await?;
                found.filter(|policy| policy.arn == arn).map(Known::Own)
            }
            Place::Aws(path) => managed::find(path).map(Known::Aws),
            Place::Elsewhere => None,
        };
        found.ok_or_else(|| missing(arn))
    }

    /// The rows of a commit that changes a customer's policy, and the policy.
    ///
    /// # Errors
    /// `missing`, where there is none; that it is AWS's, or the ARN none of a policy; the storage's.
    pub(crate) async fn own<'a>(
        &self,
        cx: &'a Context,
        (action, arn): (&str, &str),
        missing: impl Fn(&str) -> Error,
    ) -> Result<(Rows<'a>, Policy)> {
        let mut rows = Rows::new(cx);
        let found = match place(cx, arn)? {
            Place::Own(name) => rows.look::<Policy>(name).await?.filter(|policy| policy.arn == arn),
            Place::Aws(_) => {
                return Err(errors::denied(cx, action, format_args!("policy {arn}")));
            }
            Place::Elsewhere => None,
        };
        Ok((rows, found.ok_or_else(|| missing(arn))?))
    }

    /// Changes a customer's policy, durably. `change` runs again when another change came between.
    ///
    /// # Errors
    /// As [`Iam::own`], and those of `change`.
    pub(crate) async fn change_own<R>(
        &self,
        cx: &Context,
        (action, arn): (&str, &str),
        missing: impl Fn(&str) -> Error + Send + Sync,
        change: impl Fn(&mut Policy) -> Result<R> + Send + Sync,
    ) -> Result<R> {
        loop {
            let (mut rows, mut policy) = self.own(cx, (action, arn), &missing).await?;
            let result = change(&mut policy)?;
            rows.put(&policy)?;
            if rows.commit().await? {
                return Ok(result);
            }
        }
    }
}

/// The path (with both slashes) and the name of a policy's ARN.
pub(crate) fn path_and_name(arn: &str) -> (&str, &str) {
    let resource = arn.find("policy/").map_or(arn, |at| &arn[at + "policy".len()..]);
    resource.rfind('/').map_or(("/", resource), |at| resource.split_at(at + 1))
}

/// The ARN of something of a kind in the caller's account.
pub(crate) fn arn_of<E: Entity>(cx: &Context, path: &str, name: &str) -> String {
    crate::asks::arn(cx, E::KIND, path, name)
}
