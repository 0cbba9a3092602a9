//! How often callers may ask for an operation.
//!
//! What is counted is counted by each process for itself, in memory: a rate is no promise that has to
//! outlive a process, and of several each allows all of it.

use crate::{Context, Error, Principal, Rate, Result, Served, TokenBucket};
use shapes::{Shape, Timestamp};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Whether an ARN is among those that are meant.
pub type Which = dyn Fn(&str) -> bool + Send + Sync;

/// How often an operation may be called in an account and region.
#[derive(Clone)]
pub struct Quota {
    /// So often.
    pub rate: Rate,
    /// For whom it is counted.
    pub per: Per,
    /// Which resources it is for, by their ARNs; without, it is for all calls.
    pub only: Option<Arc<Which>>,
}

/// For whom calls are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// All calls in an account and region together.
    Account,
    /// Those about one resource.
    Resource,
}

/// An operation's quota, and what is left of it.
pub(crate) struct Counted {
    quota: Quota,
    left: Mutex<Left>,
}

/// By account, region and resource.
#[derive(Default)]
struct Left {
    buckets: BTreeMap<[String; 3], TokenBucket>,
    /// At so many it is looked for those that are as good as new.
    look_at: usize,
}

/// How many buckets are kept before any is looked at.
const FEW: usize = 256;

impl Counted {
    pub fn new(quota: Quota) -> Self {
        Self { quota, left: Mutex::default() }
    }

    /// Counts a call, or refuses it. What the services here ask of each other is not counted: nobody
    /// could ask less often for them.
    pub fn admit(&self, context: &Context, served: &Served, input: &dyn Shape) -> Result<()> {
        if matches!(&*context.principal, Principal::Service { .. }) || context.is_looking() {
            return Ok(());
        }
        let asks = served.asks(context, input);
        let resource =
            asks.each(&served.action).next().map_or("*", |(_, resource)| resource).to_owned();
        if self.quota.only.as_ref().is_some_and(|only| !only(&resource)) {
            return Ok(());
        }
        let of = if self.quota.per == Per::Resource { resource.clone() } else { String::new() };
        let place = [context.account.to_string(), context.region.to_string(), of];
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        if left.take(place, self.quota.rate, context.now()) {
            return Ok(());
        }
        Err(Error::throttled(served.schema.service, &resource, &context.account))
    }
}

impl Left {
    fn take(&mut self, place: [String; 3], rate: Rate, now: Timestamp) -> bool {
        if self.buckets.len() >= self.look_at.max(FEW) {
            self.buckets.retain(|_, bucket| !bucket.is_full(now));
            self.look_at = self.buckets.len() * 2;
        }
        let bucket = self.buckets.entry(place).or_insert_with(|| TokenBucket::full(rate, now));
        bucket.try_take(now, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{context, platform};
    use crate::{Asks, DEFAULT_REGION, Handler, Platform, operations};
    use shapes::Unit;
    use shapes::kinesis::ops::{DeleteStream, DescribeLimits};
    use shapes::kinesis::{DeleteStreamInput, DescribeLimitsInput, DescribeLimitsOutput};
    use std::time::Duration;

    struct Fake;

    impl Handler<DeleteStream> for Fake {
        async fn handle(&self, _: &Context, _: DeleteStreamInput) -> Result<Unit> {
            Ok(Unit)
        }
    }

    impl Handler<DescribeLimits> for Fake {
        async fn handle(
            &self,
            _: &Context,
            _: DescribeLimitsInput,
        ) -> Result<DescribeLimitsOutput> {
            Ok(DescribeLimitsOutput::default())
        }
    }

    fn serve(platform: &Platform, per: Per) {
        let quota = Quota { rate: Rate::per_second(2), per, only: None };
        let operations = operations![Arc::new(Fake) =>
            DescribeLimits,
            DeleteStream: |cx, it| {
                let name = it.stream_name.as_deref().unwrap_or_default();
                Asks::on(cx.arn("kinesis", format_args!("stream/{name}")))
            },
        ];
        platform.serve(operations.into_iter().map(|it| it.within(Some(quota.clone()))).collect());
    }

    async fn delete(cx: &Context, name: &str) -> std::result::Result<(), String> {
        let input = DeleteStreamInput { stream_name: Some(name.to_owned()), ..Default::default() };
        cx.call::<DeleteStream>(input).await.map(drop).map_err(|error| error.message)
    }

    #[tokio::test]
    async fn an_account_has_so_many_calls_in_a_second() {
        let (platform, clock) = platform();
        serve(&platform, Per::Account);
        let cx = context(&platform);
        delete(&cx, "a").await.unwrap();
        delete(&cx, "b").await.unwrap();
        let message = delete(&cx, "c").await.unwrap_err();
        assert_eq!(message, "Rate exceeded for stream c under account 000000000000.");
        // Each operation has its own, and so have other accounts and regions.
        cx.call::<DescribeLimits>(DescribeLimitsInput {}).await.unwrap();
        let other =
            platform.context(Principal::root("111111111111"), "111111111111", DEFAULT_REGION);
        delete(&other, "c").await.unwrap();
        let root = Principal::root(crate::DEFAULT_ACCOUNT);
        let elsewhere = platform.context(root, crate::DEFAULT_ACCOUNT, "eu-west-1");
        delete(&elsewhere, "c").await.unwrap();
        delete(&cx.acting_as(Principal::service("lambda.amazonaws.com")), "c").await.unwrap();
        clock.advance(Duration::from_millis(500));
        delete(&cx, "c").await.unwrap();
        delete(&cx, "c").await.unwrap_err();
    }

    #[tokio::test]
    async fn a_resource_has_its_own() {
        let (platform, _) = platform();
        serve(&platform, Per::Resource);
        let cx = context(&platform);
        for name in ["a", "a", "b", "b"] {
            delete(&cx, name).await.unwrap();
        }
        delete(&cx, "a").await.unwrap_err();
        for _ in 0..2 {
            cx.call::<DescribeLimits>(DescribeLimitsInput {}).await.unwrap();
        }
        let error = cx.call::<DescribeLimits>(DescribeLimitsInput {}).await.unwrap_err();
        assert_eq!(error.message, "Rate exceeded for account 000000000000.");
    }

    #[test]
    fn what_is_as_good_as_new_is_forgotten() {
        let mut left = Left::default();
        let place = |number: usize| [String::new(), String::new(), number.to_string()];
        for number in 0..10 * FEW {
            let now = Timestamp(1000 * (number / 100) as i64);
            assert!(left.take(place(number), Rate::per_second(1), now));
        }
        assert!(left.buckets.len() <= FEW + 100, "{}", left.buckets.len());
    }
}
