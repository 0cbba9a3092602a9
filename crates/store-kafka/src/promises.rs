//! What the brokers' settings promise.

use crate::failure::{Attempt, Trouble};
use crate::log::KafkaLog;
use kafka_protocol::messages::DescribeConfigsRequest;
use kafka_protocol::messages::describe_configs_request::DescribeConfigsResource;
use kafka_protocol::protocol::StrBytes;
use std::collections::BTreeMap;
use store::Result;

/// A setting that what is promised rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its name, as Kafka has it.
    pub setting: String,
    /// Its value; all values, where brokers differ.
    pub value: String,
    /// What follows from it, in a sentence.
    pub meaning: String,
    /// Whether it leaves records open to a loss that another value would prevent.
    pub is_weak: bool,
}

/// Describes a broker, in Kafka's numbers.
const BROKER: i8 = 4;
const REPLICATION: &str = "default.replication.factor";
const IN_SYNC: &str = "min.insync.replicas";
const FLUSH: &str = "log.flush.interval.messages";
const UNCLEAN: &str = "unclean.leader.election.enable";

/// Values of settings, by broker.
type Values = BTreeMap<&'static str, Vec<String>>;

impl KafkaLog {
    /// What the brokers' settings promise, as they are now.
    ///
    /// # Errors
    /// [`store::Error::Busy`] when a broker does not answer.
    pub async fn promises(&self) -> Result<Vec<Promise>> {
        let mut patience = self.cluster.patience();
        let values = loop {
            match self.settings().await {
                Ok(values) => break values,
                Err(trouble) => patience.after(trouble).await?,
            }
        };
        let brokers = self.cluster.broker_ids().len();
        Ok(judge(&values, brokers, self.cluster.options.replication))
    }

    async fn settings(&self) -> Attempt<Values> {
        self.cluster.describe(Some(&[])).await?;
        let names = [REPLICATION, IN_SYNC, FLUSH, UNCLEAN];
        let mut values = Values::new();
        for id in self.cluster.broker_ids() {
            let keys = names.iter().map(|name| StrBytes::from_static_str(name)).collect();
            let broker = DescribeConfigsResource::default()
                .with_resource_type(BROKER)
                .with_resource_name(StrBytes::from_string(id.to_string()))
                .with_configuration_keys(Some(keys));
            let request = DescribeConfigsRequest::default().with_resources(vec![broker]);
            let answer = self.cluster.ask_broker(id, &request).await?;
            let about = format!("settings of broker {id}");
            let found = answer.results.first().ok_or_else(|| Trouble::strange(&about))?;
            if let Some(trouble) = Trouble::from_code(found.error_code, &about) {
                return Err(trouble);
            }
            for name in names {
                let value = found.configs.iter().find(|config| config.name.as_str() == name);
                let value = value.and_then(|config| config.value.as_deref()).unwrap_or("unknown");
                values.entry(name).or_default().push(value.to_owned());
            }
        }
        Ok(values)
    }
}

fn judge(values: &Values, brokers: usize, replication: Option<i16>) -> Vec<Promise> {
    let of = |name: &str| values.get(name).map_or(&[][..], |values| values);
    let told = |name: &str| {
        let mut distinct = of(name).to_vec();
        distinct.sort();
        distinct.dedup();
        distinct.join(", ")
    };
    let least = |name: &str| of(name).iter().map(|value| value.parse().unwrap_or(0)).min();
    let copies = replication.map_or(least(REPLICATION).unwrap_or(0_i64), i64::from);
    let in_sync = least(IN_SYNC).unwrap_or(0_i64);
    let is_synced = !of(FLUSH).is_empty() && of(FLUSH).iter().all(|value| value == "1");
    let is_unclean = of(UNCLEAN).iter().any(|value| value != "false");
    let promise = |setting: &str, value: String, is_weak, meaning: String| Promise {
        setting: setting.to_owned(),
        value,
        meaning,
        is_weak,
    };
    vec![
        promise("replication factor", copies.to_string(), copies < 2 && !is_synced, match copies {
            ..2 => "each record is on one broker: it is not to be read while that is gone, and is \
                    gone with its disk".to_owned(),
            _ => format!("each new stream's records are on {copies} of {brokers} brokers"),
        }),
        promise(IN_SYNC, told(IN_SYNC), in_sync < 2 && !is_synced, match in_sync {
            ..2 => "a record is acknowledged when one broker has it, which need not have it on its \
                    disk".to_owned(),
            _ => format!("a record is acknowledged when {in_sync} brokers have it"),
        }),
        promise(FLUSH, told(FLUSH), !is_synced && in_sync < 2, match (is_synced, in_sync) {
            (true, _) => "each record is on a disk before it is acknowledged, so that it outlives a \
                          power failure".to_owned(),
            (false, ..2) => "records are acknowledged before they are on a disk: the kill of a \
                             broker loses none, a power failure may".to_owned(),
            (false, _) => "records are acknowledged before they are on a disk: a power failure of \
                           one broker loses none, one of all that hold a record may".to_owned(),
        }),
        promise(UNCLEAN, told(UNCLEAN), false, match is_unclean {
            true => "it does not hold for our topics, which refuse a leader that lacks records".to_owned(),
            false => "no broker that lacks acknowledged records becomes the leader".to_owned(),
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(replication: &str, in_sync: &str, flush: &[&str], unclean: &str) -> Values {
        let one = |value: &str| vec![value.to_owned()];
        let flush = flush.iter().map(|value| (*value).to_owned()).collect();
        Values::from([
            (REPLICATION, one(replication)),
            (IN_SYNC, one(in_sync)),
            (FLUSH, flush),
            (UNCLEAN, one(unclean)),
        ])
    }

    fn weak(promises: &[Promise]) -> Vec<&str> {
        let weak = promises.iter().filter(|promise| promise.is_weak);
        weak.map(|promise| &*promise.setting).collect()
    }

    #[test]
    fn a_loss_that_is_possible_is_named() {
        let never = "9223372036854775807";
        let single = judge(&values("1", "1", &[never], "false"), 1, None);
        assert_eq!(weak(&single), ["replication factor", IN_SYNC, FLUSH]);
        assert!(single[2].meaning.contains("power failure may"));
        assert!(weak(&judge(&values("1", "1", &["1"], "false"), 1, None)).is_empty());
        let three = judge(&values("1", "2", &[never], "true"), 3, Some(3));
        assert!(weak(&three).is_empty());
        assert_eq!(three[0].value, "3");
        let differ = judge(&values("3", "1", &["1", never], "false"), 2, None);
        assert_eq!(weak(&differ), [IN_SYNC, FLUSH]);
        assert_eq!(differ[2].value, format!("1, {never}"));
    }
}
