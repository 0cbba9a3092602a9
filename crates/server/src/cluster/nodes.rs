//! The nodes of a cluster, as rows tell of them.
//!
//! Table `nodes`: a node's name → JSON of [`Row`].
//!
//! A node holds its name under a lease for as long as it runs, so that two of one name never work side
//! by side, and what it tells of itself is committed under that lease. Whether it lives, the row of its
//! process says (`platform::Leases`), as for all else that it holds.

use platform::{Leases, Platform, Records, Result};
use serde::{Deserialize, Serialize};
use store::{Scan, Table};

/// The rows.
pub static NODES: Records<Row> = Records::new(Table("nodes"));

/// What a node tells of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its process, as leases name it.
    pub process: String,
    /// Where other nodes reach it.
    pub address: String,
    /// Its version.
    pub version: String,
    /// The layout that it writes.
    pub layout: u32,
    /// When it started, in milliseconds since the epoch.
    pub started_ms: i64,
    /// How often a node of this name has started.
    pub epoch: u64,
    /// Whether it stops, and takes nothing new.
    #[serde(default)]
    pub draining: bool,
}

/// A node, and whether it lives.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// What it tells of itself.
    pub row: Row,
    /// Whether its last sign of life is young enough.
    pub lives: bool,
}

/// The name of the lease of a node's name.
pub fn lease_name(name: &str) -> String {
    format!("node\0{name}")
}

/// All nodes that were not stopped in good order.
///
/// # Errors
/// The storage's.
pub async fn all(platform: &Platform) -> Result<Vec<Node>> {
    let rows = NODES.scan(&*platform.store.tables, Scan::prefix(b"")).await?;
    let (ends, now) = (platform.leases.lives().await?, platform.clock.now());
    let node = |(name, row): (bytes::Bytes, Row)| {
        let lives = ends.get(&row.process).is_some_and(|end| *end > now);
        Node { name: String::from_utf8_lossy(&name).into_owned(), row, lives }
    };
    Ok(rows.into_iter().map(node).collect())
}

/// Whether a process lives, as far as its row says.
///
/// # Errors
/// The storage's.
pub async fn lives(leases: &Leases, process: &str, now: shapes::Timestamp) -> Result<bool> {
    Ok(leases.lives().await?.get(process).is_some_and(|end| *end > now))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn version_1_is_read() {
        let stored = r#"{"process":"p","address":"h:1","version":"0.1.0","layout":1,"started_ms":5,"epoch":2,"draining":true}"#;
        let row = NODES.decode(b"n", stored.as_bytes()).unwrap();
        assert_eq!((row.process.as_str(), row.address.as_str(), row.epoch), ("p", "h:1", 2));
        assert!(row.draining && row.layout == 1 && row.started_ms == 5);
        assert_eq!(NODES.encode(&row).unwrap(), stored);
    }
}
