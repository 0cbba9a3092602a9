//! The policies that a role, a user or a group holds: those that stand in it, and those that are
//! attached to it.

use crate::entity::{Entity, Rows};
use crate::paging::{Page, page};
use crate::policies::{self, path_and_name};
use crate::{Iam, errors, policy};
use platform::policy::Kind;
use platform::{Context, Error, Result};
use serde::{Deserialize, Serialize};
use shapes::Unit;
use shapes::iam::{AttachedPolicy, PolicyDetail};
use std::collections::{BTreeMap, BTreeSet};

/// "IAM and AWS STS quotas": managed policies of a role, a user or a group.
const MAX_ATTACHED: usize = 10;

/// What a role, a user or a group holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Inline policy documents by name, as given.
    #[serde(default)]
    pub inline: BTreeMap<String, String>,
    /// ARNs of managed policies.
    #[serde(default)]
    pub attached: BTreeSet<String>,
}

impl Held {
    /// Refuses the deletion of who holds anything.
    ///
    /// # Errors
    /// `DeleteConflict`.
    pub fn check_empty(&self) -> Result<()> {
        if !self.attached.is_empty() {
            return Err(errors::still_has("detach all policies"));
        }
        if !self.inline.is_empty() {
            return Err(errors::still_has("delete policies"));
        }
        Ok(())
    }

    /// The inline policies, as the account's details show them.
    pub fn inline_details(&self) -> Vec<PolicyDetail> {
        let detail = |(name, document): (&String, &String)| PolicyDetail {
            policy_name: Some(name.clone()),
            policy_document: Some(policy::encoded(document)),
        };
        self.inline.iter().map(detail).collect()
    }

    /// The attached policies, as IAM shows them.
    pub fn attached_details(&self) -> Vec<AttachedPolicy> {
        self.attached.iter().cloned().map(attached).collect()
    }
}

fn attached(arn: String) -> AttachedPolicy {
    AttachedPolicy { policy_name: Some(path_and_name(&arn).1.to_owned()), policy_arn: Some(arn) }
}

/// What policies hang on.
pub(crate) trait Holder: Entity {
    /// "IAM and AWS STS quotas": all its inline policies, in characters without white space.
    const MAX_INLINE: usize;
    /// What AWS calls the bound of its managed policies.
    const QUOTA: &'static str;

    /// Its unique id.
    fn id(&self) -> &str;

    /// What it holds.
    fn held(&self) -> &Held;

    /// The same, for a change.
    fn held_mut(&mut self) -> &mut Held;

    /// The ARN of the policy that bounds what it may.
    fn boundary(&self) -> Option<&str>;
}

fn no_inline<H: Holder>(name: &str) -> Error {
    errors::missing(format_args!("The {} policy with name {name}", H::KIND))
}

impl Iam {
    /// Puts a policy into a holder.
    pub(crate) async fn put_inline<H: Holder>(
        &self,
        cx: &Context,
        holder: &str,
        (name, document): (String, String),
    ) -> Result<Unit> {
        self.find::<H>(cx, holder).await?.guard()?;
        policy::check(&document, Kind::Identity)?;
        let change = |it: &mut H| {
            it.guard()?;
            it.held_mut().inline.insert(name.clone(), document.clone());
            let sizes = it.held().inline.values().map(|text| policy::size(text));
            if sizes.sum::<usize>() > H::MAX_INLINE {
                return Err(errors::limit(format!(
                    "Maximum policy size of {} bytes exceeded for {} {}",
                    H::MAX_INLINE,
                    H::KIND,
                    it.name()
                )));
            }
            Ok(())
        };
        self.change(cx, holder, change).await.map(|_| Unit)
    }

    /// The holder's name, and the document of an inline policy as IAM answers with it.
    pub(crate) async fn inline<H: Holder>(
        &self,
        cx: &Context,
        holder: &str,
        name: &str,
    ) -> Result<(String, String)> {
        let holder: H = self.find(cx, holder).await?;
        let document = holder.held().inline.get(name).ok_or_else(|| no_inline::<H>(name))?;
        Ok((holder.name().to_owned(), policy::encoded(document)))
    }

    /// Takes a policy out of a holder.
    pub(crate) async fn delete_inline<H: Holder>(
        &self,
        cx: &Context,
        holder: &str,
        name: &str,
    ) -> Result<Unit> {
        let change = |it: &mut H| {
            it.guard()?;
            let gone = it.held_mut().inline.remove(name);
            gone.map(drop).ok_or_else(|| no_inline::<H>(name))
        };
        self.change(cx, holder, change).await.map(|_| Unit)
    }

    /// A page of the names of a holder's inline policies.
    pub(crate) async fn inline_names<H: Holder>(
        &self,
        cx: &Context,
        holder: &str,
        (marker, max_items): (Option<String>, Option<i32>),
    ) -> Result<Page<String>> {
        let holder: H = self.find(cx, holder).await?;
        let names = holder.held().inline.keys().cloned();
        Ok(page(names, String::clone, marker.as_deref(), max_items))
    }

    /// Attaches a managed policy. One that is attached already stays so.
    pub(crate) async fn attach<H: Holder>(
        &self,
        cx: &Context,
        holder: &str,
        arn: &str,
    ) -> Result<Unit> {
        loop {
            let mut rows = Rows::new(cx);
            let mut it: H = rows.find(holder).await?;
            it.guard()?;
            policies::touch(&mut rows, arn, errors::not_attachable).await?;
            it.held_mut().attached.insert(arn.to_owned());
            if it.held().attached.len() > MAX_ATTACHED {
                return Err(errors::over_quota(H::QUOTA, MAX_ATTACHED));
            }
            rows.put(&it)?;
            if rows.commit().await? {
                return Ok(Unit);
            }
        }
    }

    /// Detaches a managed policy.
    pub(crate) async fn detach<H: Holder>(
        &self,
        cx: &Context,
        holder: &str,
        arn: &str,
    ) -> Result<Unit> {
        let change = |it: &mut H| {
            it.guard()?;
            if it.held_mut().attached.remove(arn) { Ok(()) } else { Err(errors::no_policy(arn)) }
        };
        self.change(cx, holder, change).await.map(|_| Unit)
    }

    /// A page of a holder's managed policies whose path begins so.
    pub(crate) async fn attached<H: Holder>(
        &self,
        cx: &Context,
        (holder, prefix): (&str, Option<String>),
        (marker, max_items): (Option<String>, Option<i32>),
    ) -> Result<Page<AttachedPolicy>> {
        let holder: H = self.find(cx, holder).await?;
        let prefix = prefix.as_deref().unwrap_or("/");
        let all = holder.held().attached.iter().cloned();
        let below = all.filter(|arn| path_and_name(arn).0.starts_with(prefix));
        let Page { items, marker } = page(below, String::clone, marker.as_deref(), max_items);
        Ok(Page { items: items.into_iter().map(attached).collect(), marker })
    }
}
