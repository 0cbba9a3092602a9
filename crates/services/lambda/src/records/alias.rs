//! An alias as it is kept.
//!
//! Table `lambda-aliases`: account, region, `alias`, function, name → JSON of [`Alias`].

use super::function::Attached;
use platform::{Context, Records, scoped};
use serde::{Deserialize, Serialize};
use store::Table;

pub static ALIASES: Records<Alias> = Records::new(Table("lambda-aliases"));

/// A name for a version of a function, or for two with the second's share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alias {
    /// Its name.
    pub name: String,
    /// `$LATEST`, or the number of a version.
    pub version: String,
    /// What its creator says of it.
    pub description: String,
    /// The second version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Share>,
    /// A new UUID at every change.
    pub revision: String,
    /// What hangs on it.
    #[serde(flatten)]
    pub attached: Attached,
}

/// A version that some of an alias's invocations go to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// The number of the version.
    pub version: String,
    /// How many of them, from 0 to 1.
    pub weight: f64,
}

/// The key of an alias; with an empty name, the prefix of all of its function.
pub fn key(cx: &Context, function: &str, name: &str) -> Vec<u8> {
    scoped(&cx.account, &cx.region, &["alias", function, name])
}

impl Alias {
    /// The revision that callers see: it changes with the permissions too.
    pub fn shown_revision(&self) -> &str {
        self.attached.shown_revision(&self.revision)
    }

    /// Whether it names a version.
    pub fn leads_to(&self, version: &str) -> bool {
        self.version == version || self.second.as_ref().is_some_and(|it| it.version == version)
    }

    /// The version that an invocation goes to, for a number drawn from 0 to 1, without 1.
    pub fn choose(&self, drawn: f64) -> &str {
        match &self.second {
            Some(second) if drawn < second.weight => &second.version,
            _ => &self.version,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"name":"PROD","version":"1","description":"d","second":{"version":"2","weight":0.25},"revision":"r","event_invoke":null}"#;
        let alias = ALIASES.decode(b"k", stored).unwrap();
        assert_eq!(ALIASES.encode(&alias).unwrap(), &stored[..]);
        assert_eq!((alias.choose(0.24), alias.choose(0.25)), ("2", "1"));
        assert!(alias.leads_to("1") && alias.leads_to("2") && !alias.leads_to("3"));
    }
}
