//! What tables and indexes may take: what a request says of it, held against AWS's rules.

use crate::errors::{bad_parameter, invalid, limit_exceeded};
use crate::records::table::{Billing, Maxima, Throughput, Units};
use platform::Result;
use shapes::dynamodb as wire;

/// What a table and its indexes can take at once on demand, however little they have seen.
pub(crate) const ON_DEMAND: Units = Units { read: 12_000, write: 4_000 };
/// More cannot be provisioned.
const MOST_UNITS: i64 = 1_000_000_000_000;
/// The times that a day's provisioned throughput can be made less without waiting.
const FREE_DECREASES: i64 = 4;
const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// How a table is to be paid for.
pub(crate) fn billing(given: Option<&str>) -> Billing {
    match given {
        Some("PAY_PER_REQUEST") => Billing::OnDemand,
        _ => Billing::Provisioned,
    }
}

/// Units that are given.
pub(crate) fn units(given: &wire::ProvisionedThroughput) -> Result<Units> {
    let units = Units { read: given.read_capacity_units, write: given.write_capacity_units };
    for (value, name) in [(units.read, "ReadCapacityUnits"), (units.write, "WriteCapacityUnits")] {
        if value > MOST_UNITS {
            return Err(invalid(format!("Given value {value} for {name} is out of bounds")));
        }
    }
    Ok(units)
}

/// What a new table may take.
///
/// # Errors
/// It does not say what its billing mode wants, or more.
pub(crate) fn of_new_table(
    billing: Billing,
    given: Option<&wire::ProvisionedThroughput>,
) -> Result<Throughput> {
    match (billing, given) {
        (Billing::OnDemand, None) => Ok(Throughput::default()),
        (Billing::OnDemand, Some(_)) => Err(neither()),
        (Billing::Provisioned, Some(given)) => {
            Ok(Throughput { units: units(given)?, ..Throughput::default() })
        }
        (Billing::Provisioned, None) => Err(bad_parameter(
            "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is \
             PROVISIONED",
        )),
    }
}

/// What is said of provisioned units where requests are paid for.
pub(crate) fn neither() -> platform::Error {
    bad_parameter(
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is \
         PAY_PER_REQUEST",
    )
}

/// What a new table's index may take.
///
/// # Errors
/// It does not say what its table's billing mode wants, or more.
pub(crate) fn of_new_index(
    billing: Billing,
    index: &str,
    given: Option<&wire::ProvisionedThroughput>,
) -> Result<Throughput> {
    match (billing, given) {
        (Billing::OnDemand, None) => Ok(Throughput::default()),
        (Billing::OnDemand, Some(_)) => Err(bad_parameter(format_args!(
            "ProvisionedThroughput should not be specified for index: {index} when BillingMode is \
             PAY_PER_REQUEST"
        ))),
        (Billing::Provisioned, Some(given)) => {
            Ok(Throughput { units: units(given)?, ..Throughput::default() })
        }
        (Billing::Provisioned, None) => Err(bad_parameter(format_args!(
            "ProvisionedThroughput is not specified for index: {index}"
        ))),
    }
}

/// What an index that is added may take.
///
/// # Errors
/// As [`of_new_index`].
pub(crate) fn of_added_index(
    billing: Billing,
    index: &str,
    given: Option<&wire::ProvisionedThroughput>,
) -> Result<Throughput> {
    match (billing, given) {
        (Billing::OnDemand, Some(_)) => Err(bad_parameter(format_args!(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: {index} when \
             BillingMode is PAY_PER_REQUEST"
        ))),
        (Billing::Provisioned, None) => Err(bad_parameter(format_args!(
            "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: {index}"
        ))),
        _ => of_new_index(billing, index, given),
    }
}

/// What is meant in sentences: the table, or one of its indexes.
#[derive(Clone, Copy)]
pub(crate) enum Whose<'a> {
    Table,
    Index(&'a str),
}

/// The most that is to be taken on demand. Where what there is changes, −1 takes a maximum away.
///
/// # Errors
/// The table is not on demand, or a maximum is none.
pub(crate) fn maxima(
    billing: Billing,
    whose: Whose,
    old: Option<Maxima>,
    given: &wire::OnDemandThroughput,
) -> Result<Maxima> {
    let members = [
        (given.max_read_request_units, "MaxReadRequestUnits"),
        (given.max_write_request_units, "MaxWriteRequestUnits"),
    ];
    for (value, name) in members {
        let Some(value) = value else { continue };
        if billing == Billing::Provisioned {
            let whose = match whose {
                Whose::Table => String::new(),
                Whose::Index(index) => format!(" for index: {index}"),
            };
            return Err(bad_parameter(format_args!(
                "{name} for OnDemandThroughput{whose} cannot be specified when table BillingMode is \
                 PROVISIONED"
            )));
        }
        if value < 1 && !(value == -1 && old.is_some()) {
            let whose = match whose {
                Whose::Table => "table".to_owned(),
                Whose::Index(index) => format!("index : {index}"),
            };
            return Err(bad_parameter(format_args!(
                "Requested {name} for OnDemandThroughput for {whose} is outside of valid range"
            )));
        }
    }
    let old = old.unwrap_or_default();
    let changed = |given: Option<i64>, old| given.map_or(old, |it| Some(it).filter(|it| *it > 0));
    Ok(Maxima {
        read: changed(given.max_read_request_units, old.read),
        write: changed(given.max_write_request_units, old.write),
    })
}

/// What something can take at once, where that is asked for.
///
/// # Errors
/// It is less than it can anyhow.
pub(crate) fn warm(
    billing: Billing,
    whose: Whose,
    now: Units,
    is_new: bool,
    given: &wire::WarmThroughput,
) -> Result<Units> {
    let members = [
        (given.read_units_per_second, now.read, "ReadUnitsPerSecond", "ReadCapacityUnits"),
        (given.write_units_per_second, now.write, "WriteUnitsPerSecond", "WriteCapacityUnits"),
    ];
    let whose = match whose {
        Whose::Table => "table".to_owned(),
        Whose::Index(index) => format!("index {index}"),
    };
    for (value, least, name, provisioned) in members {
        if value.is_none_or(|value| value >= least) {
            continue;
        }
        let than = match (is_new, billing) {
            (false, _) => {
                "current WarmThroughput, decreasing WarmThroughput is not supported".to_owned()
            }
            (true, Billing::OnDemand) => {
                "initial throughput for OnDemand. See: https://docs.aws.amazon.com/amazondynamodb/\
                 latest/developerguide/warm-throughput.html"
                    .to_owned()
            }
            (true, Billing::Provisioned) => format!("{provisioned} of ProvisionedThroughput"),
        };
        return Err(bad_parameter(format_args!(
            "Requested {name} for WarmThroughput for {whose} is lower than {than}"
        )));
    }
    Ok(Units {
        read: given.read_units_per_second.unwrap_or(now.read),
        write: given.write_units_per_second.unwrap_or(now.write),
    })
}

/// What something can take at once: what was asked for, or what it has had.
pub(crate) fn warm_of(billing: Billing, provisioned: Units, asked: Option<Units>) -> Units {
    let asked = asked.unwrap_or_default();
    let least = if billing == Billing::OnDemand { ON_DEMAND } else { provisioned };
    Units { read: asked.read.max(least.read), write: asked.write.max(least.write) }
}

/// Refuses units that are as they were.
///
/// # Errors
/// They are.
pub(crate) fn check_changes(whose: Whose, old: Units, new: Units) -> Result<()> {
    if old != new {
        return Ok(());
    }
    let (whose, of) = match whose {
        Whose::Table => ("the table".to_owned(), "the table".to_owned()),
        Whose::Index(index) => (format!("the index {index}"), format!("index {index}")),
    };
    let Units { read, write } = old;
    Err(invalid(format!(
        "The provisioned throughput for {whose} will not change. The requested value equals the \
         current value. Current ReadCapacityUnits provisioned for {of}: {read}. Requested \
         ReadCapacityUnits: {read}. Current WriteCapacityUnits provisioned for {of}: {write}. Requested \
         WriteCapacityUnits: {write}. Refer to the Amazon DynamoDB Developer Guide for current limits \
         and how to request higher limits."
    )))
}

impl Throughput {
    /// How often it was made less today.
    pub fn decreases_today(&self, now_ms: i64) -> i64 {
        let is_today = |at_ms: i64| at_ms.div_euclid(DAY_MS) == now_ms.div_euclid(DAY_MS);
        if self.decreased_ms.is_some_and(is_today) { self.decreases } else { 0 }
    }

    /// Makes it so much. With AWS's limits it cannot be made less as often as one likes.
    ///
    /// # Errors
    /// It was made less too often today.
    pub fn change(&mut self, new: Units, now_ms: i64, is_limited: bool) -> Result<()> {
        let old = self.units;
        if new.read < old.read || new.write < old.write {
            let today = self.decreases_today(now_ms);
            let last_ms = self.decreased_ms.unwrap_or(i64::MIN);
            if is_limited && today >= FREE_DECREASES && now_ms.saturating_sub(last_ms) < HOUR_MS {
                return Err(limit_exceeded(format!(
                    "Subscriber limit exceeded: Provisioned throughput decreases are limited within a \
                     given UTC day. After the first {FREE_DECREASES} decreases, each subsequent decrease \
                     in the same UTC day can be performed at most once every 3600 seconds. Number of \
                     decreases today: {today}."
                )));
            }
            self.decreases = today + 1;
            self.decreased_ms = Some(now_ms);
        }
        if new.read > old.read || new.write > old.write {
            self.increased_ms = Some(now_ms);
        }
        self.units = new;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_four_decreases_and_then_one_an_hour() {
        let mut throughput =
            Throughput { units: Units { read: 100, write: 100 }, ..Default::default() };
        let mut now_ms = DAY_MS * 7;
        let less = |throughput: &mut Throughput, now_ms| {
            let units = Units { read: throughput.units.read - 1, ..throughput.units };
            throughput.change(units, now_ms, true)
        };
        for count in 1..=4 {
            now_ms += 1;
            less(&mut throughput, now_ms).unwrap();
            assert_eq!(throughput.decreases_today(now_ms), count);
        }
        let refused = less(&mut throughput, now_ms).unwrap_err();
        assert_eq!(refused.code(), "LimitExceededException");
        less(&mut throughput, now_ms + HOUR_MS).unwrap();
        assert_eq!(throughput.decreases_today(now_ms + DAY_MS), 0);
        less(&mut throughput, now_ms + DAY_MS).unwrap();
        assert_eq!(throughput.decreases_today(now_ms + DAY_MS), 1);
        assert_eq!(throughput.increased_ms, None);
    }

    #[test]
    fn a_maximum_is_taken_away_by_minus_one_where_there_may_be_one() {
        let of = |read, write| wire::OnDemandThroughput {
            max_read_request_units: read,
            max_write_request_units: write,
        };
        let some = maxima(Billing::OnDemand, Whose::Table, None, &of(Some(5), None)).unwrap();
        assert_eq!(some, Maxima { read: Some(5), write: None });
        let changed = of(Some(-1), Some(7));
        let other = maxima(Billing::OnDemand, Whose::Table, Some(some), &changed).unwrap();
        assert_eq!(other, Maxima { read: None, write: Some(7) });
        for (billing, whose, old, end) in [
            (Billing::OnDemand, Whose::Table, None, "for table is outside of valid range"),
            (Billing::OnDemand, Whose::Index("i"), None, "for index : i is outside of valid range"),
            (
                Billing::Provisioned,
                Whose::Table,
                Some(some),
                "when table BillingMode is PROVISIONED",
            ),
        ] {
            let error = maxima(billing, whose, old, &of(Some(-1), None)).unwrap_err();
            assert!(error.message.ends_with(end), "{error}");
        }
    }

    #[test]
    fn nothing_gets_less_warm() {
        let of =
            |read| wire::WarmThroughput { read_units_per_second: Some(read), ..Default::default() };
        let on_demand =
            |is_new, read| warm(Billing::OnDemand, Whose::Table, ON_DEMAND, is_new, &of(read));
        assert_eq!(on_demand(true, 12_001).unwrap(), Units { read: 12_001, write: 4_000 });
        assert!(on_demand(false, 12_000).is_ok());
        let words = on_demand(false, 11_999).unwrap_err().message;
        assert!(words.ends_with("decreasing WarmThroughput is not supported"), "{words}");
        assert!(
            on_demand(true, 1).unwrap_err().message.contains("initial throughput for OnDemand")
        );
        let units = Units { read: 5, write: 5 };
        let words = warm(Billing::Provisioned, Whose::Index("i"), units, true, &of(4)).unwrap_err();
        assert!(
            words
                .message
                .ends_with("for index i is lower than ReadCapacityUnits of ProvisionedThroughput")
        );
    }
}
