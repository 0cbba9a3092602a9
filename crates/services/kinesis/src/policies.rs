//! The policies that hang on streams and on what belongs to them (Sharing your data stream with another
//! account).

use crate::Kinesis;
use crate::errors::invalid_argument;
use crate::stream_record::StreamRecord;
use platform::policy::{Document, Kind};
use platform::{Arn, BoxFuture, Context, Policies, Result};
use shapes::Shape;
use shapes::kinesis::{PutRecordInput, PutRecordsInput};
use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The longest policy, in bytes.
const MOST_BYTES: usize = 20 << 10;

/// Policies by what they hang on ([`crate::settings::Settings::policies`]), read.
pub(crate) type Hung = BTreeMap<String, Arc<Document>>;

/// A stream's policies, read. They were looked at before they were kept.
pub(crate) fn read(record: &StreamRecord) -> Hung {
    let policies = record.settings.policies.iter();
    let parsed = policies.map(|(part, text)| (part.clone(), Document::parse(text)));
    parsed.filter_map(|(part, parsed)| Some((part, Arc::new(parsed.ok()?)))).collect()
}

/// Refuses a policy that is none.
pub(crate) fn check(text: &str) -> Result<()> {
    if text.len() > MOST_BYTES {
        let words = format!("The policy is longer than {MOST_BYTES} bytes.");
        return Err(invalid_argument(words));
    }
    Document::accept(text, Kind::Resource).map(drop).map_err(invalid_argument)
}

/// The stream's name and the part that hangs on it, in the last part of an ARN.
pub(crate) fn parts(resource: &str) -> Option<(&str, &str)> {
    let rest = resource.strip_prefix("stream/").filter(|rest| !rest.is_empty())?;
    Some(rest.split_once('/').unwrap_or((rest, "")))
}

impl Policies for Kinesis {
    fn of<'a>(
        &'a self,
        context: &'a Context,
        resource: &'a Arn<'a>,
    ) -> BoxFuture<'a, Result<Option<Arc<Document>>>> {
        Box::pin(async move {
            if resource.service != "kinesis" || *resource.region != *context.region {
                return Ok(None);
            }
            let Some((name, part)) = parts(resource.resource) else { return Ok(None) };
            let stream = self.streams.find_seen(context, name).await?;
            Ok(stream.and_then(|stream| stream.policies.get(part).cloned()))
        })
    }

    /// Records come and go by the thousand, mostly where no stream has a policy. A stream that is
    /// named is the account's own, and an ARN may be another's.
    fn are_silent(&self, input: &dyn Shape) -> bool {
        let input: &dyn Any = input;
        let arn = if let Some(put) = input.downcast_ref::<PutRecordInput>() {
            &put.stream_arn
        } else if let Some(put) = input.downcast_ref::<PutRecordsInput>() {
            &put.stream_arn
        } else {
            return false;
        };
        arn.is_none() && !self.streams.may_have_policies()
    }

    /// Who calls PutResourcePolicy has to belong to the owner's account, says its page.
    fn is_owners(&self, action: &str) -> bool {
        const OWNERS: [&str; 3] =
            ["DeleteResourcePolicy", "GetResourcePolicy", "PutResourcePolicy"];
        action.strip_prefix("kinesis:").is_some_and(|name| OWNERS.contains(&name))
    }

    /// A policy that denies everything to everybody can be taken away.
    fn is_roots(&self, action: &str) -> bool {
        self.is_owners(action)
    }

    /// On AWS services read and write streams by roles of the account.
    fn bind_services(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, put_input};
    use platform::{DEFAULT_REGION, Error, Principal, Service, served};
    use shapes::kinesis::ops::{
        DeleteResourcePolicy, DescribeLimits, GetRecords, GetShardIterator, ListShards, PutRecord,
        PutResourcePolicy,
    };
    use shapes::kinesis::{
        DeleteResourcePolicyInput, GetRecordsInput, GetShardIteratorInput, ListShardsInput,
        PutResourcePolicyInput,
    };

    const FRIEND: &str = "111122223333";

    fn policy(effect: &str, principal: &str, action: &str) -> String {
        format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"{effect}","Principal":{principal},
            "Action":"{action}","Resource":"*"}}}}"#
        )
    }

    /// A world in which calls go the way of all calls, with a stream.
    async fn world() -> (World, Context, String) {
        let world = World::new().await;
        world.platform.serve(served(&(world.kinesis.clone() as Arc<dyn Service>)));
        world.create("s", 3).await;
        let friend = world.platform.context(Principal::root(FRIEND), FRIEND, DEFAULT_REGION);
        let arn = world.context().arn("kinesis", "stream/s");
        (world, friend, arn)
    }

    async fn hang(cx: &Context, arn: &str, policy: String) -> Result<()> {
        let input =
            PutResourcePolicyInput { resource_arn: arn.to_owned(), policy, ..Default::default() };
        cx.call::<PutResourcePolicy>(input).await.map(drop)
    }

    fn put(arn: &str) -> PutRecordInput {
        PutRecordInput {
            stream_name: None,
            stream_arn: Some(arn.to_owned()),
            ..put_input("s", "k", "data")
        }
    }

    fn ends(result: Result<impl Sized>, end: &str) {
        let error: Error = result.err().unwrap();
        assert_eq!(error.code(), "AccessDeniedException");
        assert!(error.message.ends_with(end), "{error}");
    }

    const CLOSED: &str = "because no resource-based policy allows the kinesis:PutRecord action";
    const DENIED: &str = "with an explicit deny in a resource-based policy";

    #[tokio::test]
    async fn a_policy_lets_another_account_put_and_get() {
        let (world, friend, arn) = world().await;
        let error = friend.call::<PutRecord>(put(&arn)).await.unwrap_err();
        assert_eq!(
            error.message,
            format!(
                "User: arn:aws:iam::{FRIEND}:root is not authorized to perform: kinesis:PutRecord \
                 on resource: {arn} {CLOSED}"
            )
        );
        let named = format!(r#"{{"AWS":"arn:aws:iam::{FRIEND}:root"}}"#);
        hang(&world.context(), &arn, policy("Allow", &named, "kinesis:*")).await.unwrap();
        let stream_arn = Some(arn.clone());
        let shard = friend.call::<PutRecord>(put(&arn)).await.unwrap().shard_id;
        let begin = GetShardIteratorInput {
            stream_arn: stream_arn.clone(),
            shard_id: shard,
            shard_iterator_type: "TRIM_HORIZON".to_owned(),
            ..Default::default()
        };
        let iterator = friend.call::<GetShardIterator>(begin).await.unwrap().shard_iterator;
        let get = GetRecordsInput {
            stream_arn: stream_arn.clone(),
            shard_iterator: iterator.unwrap(),
            ..Default::default()
        };
        assert_eq!(friend.call::<GetRecords>(get.clone()).await.unwrap().records.len(), 1);
        // Without the ARN it is the caller's own stream of that name, which there is not.
        let own = GetRecordsInput { stream_arn: None, ..get };
        let error = friend.call::<GetRecords>(own).await.unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
        let list = ListShardsInput { stream_arn, max_results: Some(2), ..Default::default() };
        let next_token = friend.call::<ListShards>(list).await.unwrap().next_token;
        let rest = ListShardsInput { next_token, ..Default::default() };
        assert_eq!(friend.call::<ListShards>(rest).await.unwrap().shards.unwrap().len(), 1);
        let stranger = world.platform.context(Principal::root("4"), "444455556666", "us-east-1");
        ends(stranger.call::<PutRecord>(put(&arn)).await, CLOSED);
    }

    #[tokio::test]
    async fn the_policy_itself_stays_the_owners() {
        let (world, friend, arn) = world().await;
        let open = || policy("Allow", r#""*""#, "kinesis:*");
        hang(&world.context(), &arn, open()).await.unwrap();
        friend.call::<PutRecord>(put(&arn)).await.unwrap();
        assert_eq!(
            hang(&friend, &arn, open()).await.unwrap_err().message,
            format!(
                "User: arn:aws:iam::{FRIEND}:root is not authorized to perform: \
                 kinesis:PutResourcePolicy on resource: {arn}"
            )
        );
    }

    #[tokio::test]
    async fn a_deny_keeps_the_own_account_out_until_its_root_takes_it_away() {
        let (world, friend, arn) = world().await;
        let own = world.context();
        hang(&own, &arn, policy("Deny", r#""*""#, "kinesis:*")).await.unwrap();
        let service = own.acting_as(Principal::service("lambda.amazonaws.com"));
        for cx in [&own, &friend, &service] {
            ends(cx.call::<PutRecord>(put(&arn)).await, DENIED);
            let named = PutRecordInput { stream_arn: None, ..put_input("s", "k", "data") };
            if cx.account == own.account {
                ends(cx.call::<PutRecord>(named).await, DENIED);
            }
        }
        own.call::<DescribeLimits>(Default::default()).await.unwrap();
        let take = DeleteResourcePolicyInput { resource_arn: arn.clone(), ..Default::default() };
        let user = Principal::User {
            account: own.account.to_string(),
            path: "/".to_owned(),
            name: "u".to_owned(),
            user_id: "AIDA".to_owned(),
        };
        ends(own.acting_as(user).call::<DeleteResourcePolicy>(take.clone()).await, DENIED);
        own.call::<DeleteResourcePolicy>(take).await.unwrap();
        own.call::<PutRecord>(put(&arn)).await.unwrap();
        service.call::<PutRecord>(put(&arn)).await.unwrap();
    }

    #[test]
    fn a_resource_is_a_stream_or_a_part_of_it() {
        assert_eq!(parts("stream/s"), Some(("s", "")));
        assert_eq!(parts("stream/s/consumer/c:1"), Some(("s", "consumer/c:1")));
        assert_eq!((parts("stream/"), parts("queue/q")), (None, None));
    }

    #[test]
    fn what_is_no_policy_is_refused() {
        check(&policy("Allow", r#""*""#, "kinesis:*")).unwrap();
        for (text, words) in [
            ("{".to_owned(), "Syntax errors in policy."),
            (
                r#"{"Statement":{"Effect":"Allow","Action":"*"}}"#.to_owned(),
                "Missing required field",
            ),
            (" ".repeat(MOST_BYTES + 1), "The policy is longer than 20480 bytes."),
        ] {
            let error = check(&text).unwrap_err();
            assert_eq!(error.code(), "InvalidArgumentException");
            assert!(error.message.starts_with(words), "{error}");
        }
    }
}
