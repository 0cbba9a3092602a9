//! What an account has set for all its streams of a region: the commitment to a minimum throughput
//! (On-demand Advantage mode).
//!
//! Table `kinesis-accounts`: account, region → JSON of [`Commitment`]. Times are milliseconds since the
//! epoch. An account that never set anything has no row.

use crate::Kinesis;
use crate::stream_record::Mode;
use platform::{Context, Records, Result};
use serde::{Deserialize, Serialize};
use shapes::Timestamp;
use shapes::kinesis::MinimumThroughputBillingCommitmentOutput;
use store::Table;

static ACCOUNTS: Records<Commitment> = Records::new(Table("kinesis-accounts"));

/// How long a commitment lasts at least (MinimumThroughputBillingCommitmentInput).
const DAY_MS: i64 = 86_400_000;

/// A commitment, and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Commitment {
    /// When it began. None ever did without.
    started_ms: Option<i64>,
    /// When it ends, or ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ends_ms: Option<i64>,
}

impl Commitment {
    /// Whether it stands.
    pub fn is_on(&self, now_ms: i64) -> bool {
        self.started_ms.is_some() && self.ends_ms.is_none_or(|ends_ms| now_ms < ends_ms)
    }

    fn earliest_end_ms(&self) -> Option<i64> {
        self.started_ms.map(|started_ms| started_ms.saturating_add(DAY_MS))
    }

    /// Makes it stand. An end that is still to come is called off.
    fn enable(&mut self, now_ms: i64) {
        match self.is_on(now_ms) {
            true => self.ends_ms = None,
            false => *self = Self { started_ms: Some(now_ms), ends_ms: None },
        }
    }

    /// Ends it, now or when its first day is over.
    fn disable(&mut self, now_ms: i64) {
        if self.is_on(now_ms) && self.ends_ms.is_none() {
            self.ends_ms = self.earliest_end_ms().map(|earliest_ms| earliest_ms.max(now_ms));
        }
    }

    /// As answers show it.
    pub fn view(&self, now_ms: i64) -> MinimumThroughputBillingCommitmentOutput {
        let status = match (self.is_on(now_ms), self.ends_ms) {
            (false, _) => "DISABLED",
            (true, None) => "ENABLED",
            (true, Some(_)) => "ENABLED_UNTIL_EARLIEST_ALLOWED_END",
        };
        let is_on = self.is_on(now_ms);
        MinimumThroughputBillingCommitmentOutput {
            status: status.to_owned(),
            started_at: self.started_ms.map(Timestamp),
            ended_at: self.ends_ms.filter(|_| !is_on).map(Timestamp),
            earliest_allowed_end_at: self.earliest_end_ms().filter(|_| is_on).map(Timestamp),
        }
    }
}

impl Kinesis {
    /// How many consumers can be registered with a stream of the context's account and region (Develop
    /// enhanced fan-out consumers with dedicated throughput).
    ///
    /// # Errors
    /// The storage's.
    pub async fn consumer_limit(&self, context: &Context, mode: Mode) -> Result<u32> {
        let now_ms = context.now().millis();
        match mode == Mode::OnDemand && self.commitment(context).await?.is_on(now_ms) {
            true => Ok(50),
            false => Ok(20),
        }
    }

    /// The commitment of the context's account and region.
    pub(crate) async fn commitment(&self, context: &Context) -> Result<Commitment> {
        let found = ACCOUNTS.get(context.tables(), &key(context)).await?;
        Ok(found.unwrap_or_default())
    }

    /// Makes the commitment of the context's account and region stand, or ends it.
    pub(crate) async fn commit(&self, context: &Context, is_wanted: bool) -> Result<Commitment> {
        let now_ms = context.now().millis();
        let key = key(context);
        let change = ACCOUNTS.change(context.tables(), &key, |found, batch| {
            let mut commitment = found.unwrap_or_default();
            match is_wanted {
                true => commitment.enable(now_ms),
                false => commitment.disable(now_ms),
            }
            let batch = match commitment == Commitment::default() {
                true => batch,
                false => batch.put(ACCOUNTS.table, &key[..], ACCOUNTS.encode(&commitment)?),
            };
            Ok((batch, commitment))
        });
        change.await
    }
}

fn key(context: &Context) -> Vec<u8> {
    platform::scoped(&context.account, &context.region, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_1_reads_and_writes_back() {
        let version_1 = r#"{"started_ms":1000,"ends_ms":86401000}"#;
        let commitment = ACCOUNTS.decode(b"key", version_1.as_bytes()).unwrap();
        assert_eq!(commitment.ends_ms, commitment.earliest_end_ms());
        assert_eq!(ACCOUNTS.encode(&commitment).unwrap(), version_1);
    }

    #[test]
    fn a_commitment_lasts_a_day_at_least() {
        let mut commitment = Commitment::default();
        commitment.disable(0);
        assert_eq!(
            (commitment.view(0).status, commitment.view(0).started_at),
            ("DISABLED".into(), None)
        );
        commitment.enable(1000);
        let seen = commitment.view(1000);
        assert_eq!((&*seen.status, seen.started_at), ("ENABLED", Some(Timestamp(1000))));
        assert_eq!(seen.earliest_allowed_end_at, Some(Timestamp(1000 + DAY_MS)));
        commitment.enable(2000);
        assert_eq!(commitment.view(2000).started_at, Some(Timestamp(1000)));
        commitment.disable(3000);
        assert_eq!(commitment.view(3000).status, "ENABLED_UNTIL_EARLIEST_ALLOWED_END");
        let mut kept = commitment.clone();
        kept.enable(4000);
        assert_eq!(kept.view(DAY_MS * 2).status, "ENABLED");
        commitment.disable(5000);
        assert!(commitment.is_on(DAY_MS + 999));
        let ended = commitment.view(DAY_MS + 1000);
        assert_eq!((&*ended.status, ended.ended_at), ("DISABLED", Some(Timestamp(DAY_MS + 1000))));
        assert_eq!(ended.earliest_allowed_end_at, None);
        commitment.enable(DAY_MS * 3);
        assert_eq!(commitment.view(DAY_MS * 3).started_at, Some(Timestamp(DAY_MS * 3)));
        commitment.disable(DAY_MS * 5);
        assert_eq!(commitment.view(DAY_MS * 5).ended_at, Some(Timestamp(DAY_MS * 5)));
    }
}
