//! The policies that hang on tables and their streams ("Using resource-based policies for DynamoDB").

use crate::Dynamodb;
use crate::errors::{bad_parameter, invalid, no_policy, no_stream};
use crate::records::table::{Policy, TABLES, TableRecord};
use crate::tables::parts;
use platform::policy::{Document, Effect, Kind, Match, Principals, Statement};
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
    let document = Document::accept(text, Kind::Resource).map_err(malformed)?;
    match document.statements.iter().any(is_unbounded) {
        true => Err(invalid(
            "Resource-based policy grants unbounded access in one or more elements. Please revise the \
             policy to ensure least-privilege form of access",
        )),
        false => Ok(()),
    }
}

/// Whether a statement allows something to everybody, on no condition.
fn is_unbounded(statement: &Statement) -> bool {
    let everybody = match &statement.principals {
        Some(Match::Only(Principals::Everybody)) => true,
        Some(Match::Only(Principals::Of(pairs))) => pairs.iter().any(|(_, value)| value == "*"),
        Some(_) | None => false,
    };
    everybody && statement.effect == Effect::Allow && statement.conditions.is_empty()
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

#[cfg(test)]
mod tests {
    use crate::table_fixture::{Setting, setting, table};
    use platform::{Context, DEFAULT_REGION, Principal, Result};
    use shapes::dynamodb::ops::{
        DeleteResourcePolicy, DescribeTable, GetResourcePolicy, ListTables, PutResourcePolicy,
    };
    use shapes::dynamodb::*;

    const FRIEND: &str = "111122223333";
    const ARN: &str = "arn:aws:dynamodb:us-east-1:000000000000:table/ttt";

    fn policy(effect: &str, principal: &str) -> String {
        format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"{effect}","Principal":{principal},
            "Action":"dynamodb:DescribeTable","Resource":"*"}}}}"#
        )
    }

    async fn hang(at: &Setting, policy: String, expected: Option<&str>) -> Result<String> {
        let input = PutResourcePolicyInput {
            resource_arn: ARN.to_owned(),
            policy,
            expected_revision_id: expected.map(str::to_owned),
            ..Default::default()
        };
        Ok(at.cx.call::<PutResourcePolicy>(input).await?.revision_id.unwrap())
    }

    async fn describe(cx: &Context, name: &str) -> Result<DescribeTableOutput> {
        cx.call::<DescribeTable>(DescribeTableInput { table_name: name.to_owned() }).await
    }

    #[tokio::test]
    async fn a_policy_lets_others_in_and_a_deny_keeps_its_own_out_until_its_root_takes_it_away() {
        let at = setting();
        at.create(table("ttt", false)).await.unwrap();
        let friend = at.platform.context(Principal::root(FRIEND), FRIEND, DEFAULT_REGION);
        let closed = describe(&friend, ARN).await.unwrap_err();
        assert_eq!(closed.code(), "AccessDeniedException");
        let named = format!(r#"{{"AWS":"{FRIEND}"}}"#);
        hang(&at, policy("Allow", &named), None).await.unwrap();
        describe(&friend, ARN).await.unwrap();
        // By its name it is the caller's own, which there is not.
        let none = describe(&friend, "ttt").await.unwrap_err();
        assert_eq!(none.code(), "ResourceNotFoundException");
        hang(&at, policy("Deny", r#""*""#), None).await.unwrap();
        assert_eq!(describe(&at.cx, "ttt").await.unwrap_err().code(), "AccessDeniedException");
        at.cx.call::<ListTables>(Default::default()).await.unwrap();
        let delete = DeleteResourcePolicyInput { resource_arn: ARN.into(), ..Default::default() };
        at.cx.call::<DeleteResourcePolicy>(delete).await.unwrap();
        describe(&at.cx, "ttt").await.unwrap();
    }

    #[tokio::test]
    async fn a_policy_that_lets_everybody_in_is_refused() {
        let at = setting();
        at.create(table("ttt", false)).await.unwrap();
        for everybody in [r#""*""#, r#"{"AWS":"*"}"#] {
            let error = hang(&at, policy("Allow", everybody), None).await.unwrap_err();
            assert_eq!(error.code(), "ValidationException");
            assert!(error.message.starts_with("Resource-based policy grants unbounded access"));
        }
        let bounded = policy("Allow", r#""*""#).replace(
            r#""Resource""#,
            r#""Condition":{"StringEquals":{"aws:PrincipalAccount":"111122223333"}},"Resource""#,
        );
        hang(&at, bounded, None).await.unwrap();
    }

    #[tokio::test]
    async fn a_policy_is_changed_only_where_it_is_the_one_that_is_expected() {
        let at = setting();
        at.create(table("ttt", false)).await.unwrap();
        let first = hang(&at, policy("Deny", r#""*""#), Some("NO_POLICY")).await.unwrap();
        assert_eq!(hang(&at, policy("Deny", r#""*""#), None).await.unwrap(), first);
        let error = hang(&at, policy("Allow", r#"{"AWS":"111122223333"}"#), Some("NO_POLICY"))
            .await
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "PolicyNotFoundException: Resource-based policy not found for the provided \
                 ResourceArn: Requested policy update expecting none to be present for table ttt, \
                 but a policy exists with revision id {first}."
            )
        );
        let second =
            hang(&at, policy("Allow", r#"{"AWS":"111122223333"}"#), Some(&first)).await.unwrap();
        let error = hang(&at, policy("Deny", r#""*""#), Some(&first)).await.unwrap_err();
        assert!(error.message.ends_with(&format!("target table ttt has revision id {second}.")));
        let of = |arn: &str| GetResourcePolicyInput { resource_arn: arn.to_owned() };
        let got = at.cx.call::<GetResourcePolicy>(of(ARN)).await.unwrap();
        assert_eq!(got.revision_id.as_ref(), Some(&second));
        for (arn, words) in [
            ("ttt", "ARNs must start with 'arn:': ttt"),
            ("arn:aws:sqs:us-east-1:000000000000:q", "is not a DynamoDB resource arn"),
            (&format!("{ARN}/index/iii"), "only table or stream is accepted"),
            (&ARN.replace("east-1", "west-2"), "Invalid resource Arn"),
            (&format!("{ARN}/stream/none"), "Stream"),
            (&format!("{ARN}x"), "Table: tttx not found"),
        ] {
            let error = at.cx.call::<GetResourcePolicy>(of(arn)).await.unwrap_err();
            assert!(error.message.contains(words), "{words}: {error}");
        }
    }
}
