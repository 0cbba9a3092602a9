//! A metric that has been put.
//!
//! Table `cloudwatch-metrics`: account, region, namespace, name, hexadecimal digits of the
//! [`Id`] → JSON of [`Metric`].

use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::Table;

pub static METRICS: Records<Metric> = Records::new(Table("cloudwatch-metrics"));

/// What tells a metric apart from all others, by which its points lie.
pub type Id = [u8; 16];

/// Names a metric.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// Whose it is.
    pub account: String,
    /// Where it is.
    pub region: String,
    /// The namespace.
    pub namespace: String,
    /// Its name in it.
    pub name: String,
    /// Names and values, in the order of the names.
    pub dimensions: Vec<(String, String)>,
}

impl Name {
    /// A metric of the context's account and region.
    pub fn new(
        cx: &Context,
        namespace: &str,
        name: &str,
        mut dimensions: Vec<(String, String)>,
    ) -> Self {
        dimensions.sort();
        let (account, region) = (cx.account.to_string(), cx.region.to_string());
        Self { account, region, namespace: namespace.into(), name: name.into(), dimensions }
    }

    /// What its points lie under: a digest, so that they are found without a look at its row.
    pub fn id(&self) -> Id {
        let mut digest = Sha256::new();
        let own = [&self.account, &self.region, &self.namespace, &self.name];
        let of_pairs = self.dimensions.iter().flat_map(|(name, value)| [name, value]);
        for part in own.into_iter().chain(of_pairs) {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part.as_bytes());
        }
        let mut id = Id::default();
        id.copy_from_slice(&digest.finalize()[..16]);
        id
    }

    /// The key of its row.
    pub fn key(&self) -> Vec<u8> {
        let id: String = self.id().iter().map(|byte| format!("{byte:02x}")).collect();
        scoped(&self.account, &self.region, &[&self.namespace, &self.name, &id])
    }
}

/// A metric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metric {
    /// Its namespace.
    pub namespace: String,
    /// Its name.
    pub name: String,
    /// Its dimensions, in the order of their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<(String, String)>,
    /// When a point of it came last, about.
    pub seen_ms: i64,
    /// When what is too old of it is looked for next.
    pub sweep_ms: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored =
            br#"{"namespace":"n","name":"m","dimensions":[["d","v"]],"seen_ms":1,"sweep_ms":2}"#;
        let metric = METRICS.decode(b"k", stored).unwrap();
        assert_eq!(METRICS.encode(&metric).unwrap(), &stored[..]);
        let name = Name {
            account: "0".into(),
            region: "r".into(),
            namespace: "n".into(),
            name: "m".into(),
            dimensions: metric.dimensions,
        };
        assert_eq!(name.id()[..4], [184, 220, 72, 211]);
    }
}
