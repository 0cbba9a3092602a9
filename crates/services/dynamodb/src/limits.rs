//! How much tables and indexes let through, where a server keeps AWS's limits ("Provisioned capacity
//! mode", "Burst and adaptive capacity", "DynamoDB maximum throughput for on-demand tables"). Buckets of
//! half units, since a read that may be a little old costs half a one.
//!
//! What is provisioned may be used up to five minutes later. Maxima on demand hold second by second,
//! and so does what one partition key can take of either. What is left each process counts for itself.

use crate::Dynamodb;
use crate::errors;
use crate::records::table::{Billing, Index, TableRecord};
use platform::{Limits, Rate, Result, TokenBucket};
use shapes::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// So many seconds' worth of provisioned units is kept.
const BURST_S: i64 = 300;
/// What one partition key can take in a second.
const OF_KEY: [(Access, i64); 2] = [(Access::Read, 3000), (Access::Write, 1000)];
/// How many buckets are kept before it is looked for those that are as good as new.
const FEW: usize = 4096;

/// What units are taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Access {
    Read,
    Write,
}

impl Access {
    fn of<T>(self, read: T, write: T) -> T {
        match self {
            Self::Read => read,
            Self::Write => write,
        }
    }
}

/// What a bucket is of: a table's or an index's id, what for and, of what a key can take, the key.
type Place = (u64, u32, Access, Option<u64>);

/// What is left.
#[derive(Debug, Default)]
pub(crate) struct Left(Mutex<BTreeMap<Place, TokenBucket>>);

/// Whether a rate lets what comes at once through, and in which words it is refused.
struct Limit {
    place: Place,
    rate: Rate,
    refusal: fn() -> platform::Error,
}

impl Left {
    /// Takes half units from all of these, or from none.
    fn take(&self, now: Timestamp, limits: &[Limit], halves: u64) -> Result<()> {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if left.len() > FEW {
            left.retain(|_, bucket| !bucket.is_full(now));
        }
        for Limit { place, rate, refusal } in limits {
            let bucket = left.entry(*place).or_insert_with(|| TokenBucket::full(*rate, now));
            bucket.set_rate(now, *rate);
            if !bucket.has(now, halves) {
                return Err(refusal());
            }
        }
        for Limit { place, .. } in limits {
            if let Some(bucket) = left.get_mut(place) {
                bucket.take(now, halves);
            }
        }
        Ok(())
    }
}

impl Dynamodb {
    /// Takes units of writing from a table, and from what a partition key of it can take.
    ///
    /// # Errors
    /// There are not so many left.
    pub(crate) fn take_write(
        &self,
        table: &TableRecord,
        index: Option<&Index>,
        key: Option<u64>,
        units: f64,
    ) -> Result<()> {
        self.take(table, index, Access::Write, key, units)
    }

    /// Takes units of reading from a table or an index, and from what a partition key of it can take.
    ///
    /// # Errors
    /// There are not so many left.
    pub(crate) fn take_read(
        &self,
        table: &TableRecord,
        index: Option<&Index>,
        key: Option<u64>,
        units: f64,
    ) -> Result<()> {
        self.take(table, index, Access::Read, key, units)
    }

    fn take(
        &self,
        table: &TableRecord,
        index: Option<&Index>,
        access: Access,
        key: Option<u64>,
        units: f64,
    ) -> Result<()> {
        if self.config.limits != Limits::Aws {
            return Ok(());
        }
        // A local index takes from its table.
        let index = index.filter(|index| index.scope == crate::records::table::Scope::Global);
        let limits = limits(table, index, access, key);
        let halves = (units * 2.0).ceil().max(1.0) as u64;
        self.left.take(self.platform.clock.now(), &limits, halves)
    }
}

/// What holds of an access.
fn limits(
    table: &TableRecord,
    index: Option<&Index>,
    access: Access,
    key: Option<u64>,
) -> Vec<Limit> {
    let (throughput, maxima) = match index {
        Some(index) => (&index.throughput, &index.maxima),
        None => (&table.throughput, &table.maxima),
    };
    let place = (table.id, index.map_or(0, |index| index.id), access);
    let mut limits = Vec::with_capacity(2);
    let is_provisioned = table.billing == Billing::Provisioned;
    let refusal: fn() -> platform::Error = match (is_provisioned, index) {
        (false, _) => errors::hot_key,
        (true, Some(_)) if access == Access::Write => errors::index_throughput_exceeded,
        (true, _) => errors::throughput_exceeded,
    };
    let whole = match is_provisioned {
        true => {
            let units = access.of(throughput.units.read, throughput.units.write);
            Some((rate(units, BURST_S), refusal))
        }
        false => access
            .of(maxima.read, maxima.write)
            .map(|units| (rate(units, 1), errors::maximum_exceeded as fn() -> platform::Error)),
    };
    if let Some((rate, refusal)) = whole {
        limits.push(Limit { place: (place.0, place.1, place.2, None), rate, refusal });
    }
    if let Some(key) = key {
        let [(_, read), (_, write)] = OF_KEY;
        let place = (place.0, place.1, place.2, Some(key));
        limits.push(Limit { place, rate: rate(access.of(read, write), 1), refusal });
    }
    limits
}

/// So many units a second, of which so many seconds' worth may come at once.
fn rate(units: i64, seconds: i64) -> Rate {
    let halves = |units: i64| u32::try_from(units.saturating_mul(2)).unwrap_or(u32::MAX);
    Rate::per_second(halves(units)).at_once(halves(units.saturating_mul(seconds)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::records::table::{Maxima, Throughput, Units};
    use crate::table_fixture::setting_with;
    use std::time::Duration;

    fn table(billing: Billing) -> TableRecord {
        let units = Units { read: 1, write: 2 };
        let throughput = Throughput { units, ..Default::default() };
        TableRecord { id: 1, billing, throughput, ..Default::default() }
    }

    #[tokio::test]
    async fn five_minutes_of_what_is_provisioned_come_at_once() {
        let at = setting_with(Config { limits: Limits::Aws, ..Default::default() });
        let table = table(Billing::Provisioned);
        for _ in 0..600 {
            at.service.take_write(&table, None, None, 1.0).unwrap();
        }
        let refused = at.service.take_write(&table, None, None, 1.0).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "ProvisionedThroughputExceededException: The level of configured provisioned throughput for \
             the table was exceeded. Consider increasing your provisioning level with the UpdateTable API."
        );
        // Reads come from another bucket, by halves.
        for _ in 0..600 {
            at.service.take_read(&table, None, Some(7), 0.5).unwrap();
        }
        assert!(at.service.take_read(&table, None, Some(7), 0.5).is_err());
        at.clock.advance(Duration::from_secs(1));
        at.service.take_write(&table, None, None, 2.0).unwrap();
        assert!(at.service.take_write(&table, None, None, 0.5).is_err());
        // More is provisioned at once.
        let more = TableRecord {
            throughput: Throughput { units: Units { read: 1, write: 100 }, ..Default::default() },
            ..table
        };
        assert!(at.service.take_write(&more, None, None, 1.0).is_err());
        at.clock.advance(Duration::from_secs(1));
        at.service.take_write(&more, None, None, 100.0).unwrap();
    }

    #[tokio::test]
    async fn a_maximum_on_demand_holds_second_by_second_and_a_key_has_its_own() {
        let at = setting_with(Config { limits: Limits::Aws, ..Default::default() });
        let limited = TableRecord {
            maxima: Maxima { read: None, write: Some(3) },
            ..table(Billing::OnDemand)
        };
        at.service.take_write(&limited, None, None, 3.0).unwrap();
        let refused = at.service.take_write(&limited, None, None, 1.0).unwrap_err();
        assert_eq!(refused.code(), "ThrottlingException");
        assert!(refused.message.starts_with("Throughput exceeds the maximum OnDemandThroughput"));
        at.service.take_read(&limited, None, Some(1), 3000.0).unwrap();
        let refused = at.service.take_read(&limited, None, Some(1), 1.0).unwrap_err();
        assert!(refused.message.contains("check if you have a hot key"));
        at.service.take_read(&limited, None, Some(2), 1.0).unwrap();
    }

    #[tokio::test]
    async fn without_limits_nothing_is_refused() {
        let at = setting_with(Config::default());
        let table = table(Billing::Provisioned);
        for _ in 0..1000 {
            at.service.take_write(&table, None, Some(1), 1000.0).unwrap();
        }
    }
}
