//! The policies that hang on tables and their streams ("Using resource-based policies for DynamoDB").

use crate::Dynamodb;
use crate::errors::{bad_parameter, invalid, no_policy, no_stream};
use crate::records::table::{Policy, TABLES, TableRecord};
use crate::tables::parts;
use platform::policy::{Document, Kind};
use platform::{Arn, BoxFuture, Context, Policies, Result};
use shapes::Shape;
use shapes::dynamodb as wire;
use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use store::{KeyRange, Scan};

/// The longest policy, in bytes.
const MOST_BYTES: usize = 20 << 10;
/// Stands for there being no policy yet, in place of a revision.
const NO_POLICY: &str = "NO_POLICY";
/// Tables that are read at once.
const PAGE: usize = 100;

/// Refuses a policy that is none.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn check(text: &str) -> Result<()> {
    if text.len() > MOST_BYTES {
        return Err(bad_parameter(format_args!(
            "Maximum policy size of {MOST_BYTES} bytes exceeded"
        )));
    }
    let malformed = |words| bad_parameter(format_args!("Invalid policy document: {words}"));
    Document::accept(text, Kind::Resource).map(drop).map_err(malformed)
}

/// The part of an ARN of a table or its stream that a policy hangs on.
///
/// # Errors
/// The ARN is none of them.
pub(crate) fn part_of<'a>(cx: &Context, text: &'a str) -> Result<(&'a str, &'a str)> {
    if !text.starts_with("arn:") {
        return Err(bad_parameter(format_args!("ARNs must start with 'arn:': {text}")));
    }
    let arn = Arn::parse(text).filter(|arn| arn.service == "dynamodb");
    let Some(arn) = arn else {
        let words = format_args!("Provided Arn is not a DynamoDB resource arn: {text}");
        return Err(bad_parameter(words));
    };
    if *arn.region != *cx.region {
        return Err(bad_parameter(format_args!("Invalid resource Arn: {text}")));
    }
    if *arn.account != *cx.account {
        return Err(invalid(
            "This action is only supported by accounts that match the resource owner\u{2019}s account.",
        ));
    }
    match parts(arn.resource) {
        Some((name, part)) if part.is_empty() || part.starts_with("stream/") => Ok((name, part)),
        _ => Err(bad_parameter(format_args!(
            "Invalid resource arn provided, only table or stream is accepted. Provided resource arn: \
             {text}"
        ))),
    }
}

/// Refuses a part that a table does not have: a stream.
///
/// # Errors
/// It does not have it.
pub(crate) fn demand_part(table: &TableRecord, part: &str) -> Result<()> {
    let label = part.strip_prefix("stream/");
    let is_its = |label| table.stream.as_ref().is_some_and(|stream| stream.label == label);
    match label.is_none_or(is_its) {
        true => Ok(()),
        false => Err(no_stream(&format!("{}/{part}", table.arn()))),
    }
}

/// Refuses where the policy is not the one that a request expects.
///
/// # Errors
/// It is another, or there is none.
pub(crate) fn expect(
    table: &TableRecord,
    found: Option<&Policy>,
    revision: Option<&str>,
) -> Result<()> {
    let name = &table.name;
    let what = match (revision, found) {
        (None, _) | (Some(NO_POLICY), None) => return Ok(()),
        (Some(expected), Some(policy)) if policy.revision == expected => return Ok(()),
        (Some(NO_POLICY), Some(Policy { revision, .. })) => format!(
            "Requested policy update expecting none to be present for table {name}, but a policy exists \
             with revision id {revision}."
        ),
        (Some(expected), Some(Policy { revision, .. })) => format!(
            "Requested update for policy with revision id {expected}, but the policy associated to \
             target table {name} has revision id {revision}."
        ),
        (Some(expected), None) => format!(
            "Requested update for policy with revision id {expected}, but there is no policy associated \
             to target table {name}."
        ),
    };
    Err(no_policy(&what))
}

impl Dynamodb {
    /// A revision, which tells a policy from all before it: a time and chance, as AWS's are digits.
    pub(crate) fn revision(&self) -> String {
        let mut chance = [0; 2];
        self.platform.ids.fill(&mut chance);
        let now_ms = self.platform.clock.now().millis();
        format!("{now_ms}{:05}", u16::from_be_bytes(chance))
    }

    /// Notes whether any table has a policy: until one has, calls need not look for theirs.
    pub(crate) async fn look_for_policies(&self) -> Result<()> {
        let mut range = KeyRange::all();
        loop {
            let scan = Scan { range: range.clone(), limit: PAGE, reverse: false };
            let rows = TABLES.scan(&*self.platform.store.tables, scan).await?;
            if rows.iter().any(|(_, table)| !table.policies.is_empty()) {
                self.seen.has_policies.store(true, Ordering::Relaxed);
                return Ok(());
            }
            let Some((last, _)) = rows.last() else { return Ok(()) };
            range = range.after(last);
        }
    }
}

impl Policies for Dynamodb {
    fn of<'a>(
        &'a self,
        context: &'a Context,
        resource: &'a Arn<'a>,
    ) -> BoxFuture<'a, Result<Option<Arc<Document>>>> {
        Box::pin(async move {
            if resource.service != "dynamodb" || *resource.region != *context.region {
                return Ok(None);
            }
            let Some((name, part)) = parts(resource.resource) else { return Ok(None) };
            // An index's policy is its table's.
            let part = if part.starts_with("stream/") { part } else { "" };
            let table = self.find_table(context, name).await?;
            Ok(table.and_then(|table| table.policy(part)))
        })
    }

    /// Items come and go by the thousand, mostly where no table has a policy. A table that is named
    /// is the account's own, and an ARN may be another's.
    fn are_silent(&self, input: &dyn Shape) -> bool {
        if self.seen.has_policies.load(Ordering::Relaxed) {
            return false;
        }
        let input: &dyn Any = input;
        macro_rules! named {
            ($($shape:ident),+) => {
                $(if let Some(it) = input.downcast_ref::<wire::$shape>() {
                    return !it.table_name.starts_with("arn:");
                })+
            };
        }
        named!(PutItemInput, GetItemInput, UpdateItemInput, DeleteItemInput, QueryInput, ScanInput);
        false
    }

    fn is_owners(&self, action: &str) -> bool {
        const OWNERS: [&str; 3] =
            ["DeleteResourcePolicy", "GetResourcePolicy", "PutResourcePolicy"];
        action.strip_prefix("dynamodb:").is_some_and(|name| OWNERS.contains(&name))
    }

    /// A policy that denies everything to everybody can be taken away.
    fn is_roots(&self, action: &str) -> bool {
        self.is_owners(action)
    }

    /// On AWS services read and write tables by roles of the account.
    fn bind_services(&self) -> bool {
        false
    }
}
