//! What a server was told to keep, for an operator to read.

use crate::failure::from_postgres;
use crate::server::{CONNECT, Driven, Server, within};
use std::time::Duration;
use store::Result;

const ASK: &str = "
SELECT name, setting FROM pg_settings WHERE name IN ('server_version', 'fsync',
    'synchronous_commit', 'full_page_writes', 'synchronous_standby_names', 'wal_level',
    'data_checksums')";

/// What a setting of the server means for what was acknowledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The setting's name, as PostgreSQL has it.
    pub setting: &'static str,
    /// Its value.
    pub value: String,
    /// Whether all that was acknowledged is kept, as far as it goes by this setting.
    pub is_kept: bool,
    /// What it means, in a sentence.
    pub meaning: String,
}

/// Asks the server that a connection string names what it promises, also one that would be refused
/// as an engine.
///
/// # Errors
/// [`store::Error::Busy`] when the server is not to be had; [`store::Error::Io`] of the kind
/// `InvalidInput` when the string asks for what is not there.
pub async fn promises(url: &str) -> Result<Vec<Promise>> {
    let server = Server::new(url, Duration::ZERO)?;
    let asking = async {
        let (client, wire) = server.dial().await?;
        let _driven = Driven(tokio::spawn(async move {
            // What breaks is told by the question.
            wire.await.unwrap_or_default();
        }));
        let rows = client.query(ASK, &[]).await.map_err(|error| from_postgres(&error))?;
        let settings = rows.iter().map(|row| {
            let name = row.try_get::<_, String>(0)?;
            Ok((name, row.try_get::<_, String>(1)?))
        });
        let settings = settings.collect::<std::result::Result<Vec<_>, tokio_postgres::Error>>();
        settings.map_err(|error| from_postgres(&error))
    };
    let settings = within(CONNECT, asking).await?;
    let value = |name: &str| {
        let found = settings.iter().find(|(known, _)| known == name);
        found.map_or_else(String::new, |(_, value)| value.clone())
    };
    Ok(judged(&value))
}

const SETTINGS: [&str; 7] = [
    "server_version",
    "fsync",
    "synchronous_commit",
    "full_page_writes",
    "synchronous_standby_names",
    "wal_level",
    "data_checksums",
];

fn judged(value: &dyn Fn(&str) -> String) -> Vec<Promise> {
    let is_local = matches!(&value("synchronous_commit")[..], "off" | "local");
    let judge = |setting| {
        let value = value(setting);
        let (is_kept, meaning) = match setting {
            "server_version" => version(&value),
            "synchronous_standby_names" => replicas(&value, is_local),
            _ => meaning(setting, &value),
        };
        Promise { setting, value, is_kept, meaning: meaning.to_owned() }
    };
    SETTINGS.map(judge).into()
}

fn version(value: &str) -> (bool, &'static str) {
    let digits = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    match value[..digits].parse().unwrap_or(0) {
        13.. => (true, "A version that these tables can lie on."),
        _ => (false, "Tables need PostgreSQL 13 or newer; this one is refused."),
    }
}

fn replicas(names: &str, is_local: bool) -> (bool, &'static str) {
    match (names, is_local) {
        ("", _) => {
            (true, "A restart loses nothing; a failover to a replica may lose the last commits.")
        }
        (_, false) => {
            (true, "A failover to a replica that is waited for loses nothing acknowledged.")
        }
        (_, true) => (false, "Replicas are named but not waited for: a failover may lose commits."),
    }
}

fn meaning(setting: &str, value: &str) -> (bool, &'static str) {
    match (setting, value) {
        ("fsync", "on") => (true, "What is committed is on the disk before it is acknowledged."),
        ("fsync", _) => (false, "A crash of the machine may damage everything; it is refused."),
        ("synchronous_commit", "off") => {
            (false, "A crash loses commits that were acknowledged; it is refused.")
        }
        ("synchronous_commit", "local") => {
            (true, "A commit is on this server's disk when it is acknowledged, and on no other's.")
        }
        ("synchronous_commit", "remote_write") => {
            (true, "A commit is on this server's disk, and in the memory of replicas waited for.")
        }
        ("synchronous_commit", _) => {
            (true, "A commit is on this server's disk, and on that of each replica waited for.")
        }
        ("full_page_writes", "on") => (true, "A page that a loss of power tears is restored."),
        ("full_page_writes", _) => {
            (false, "A loss of power may tear pages, unless the file system writes them whole.")
        }
        ("wal_level", "minimal") => (true, "No replica, and no backup to a point in time."),
        ("wal_level", _) => (true, "Replicas and backups to a point in time can be had."),
        ("data_checksums", "on") => (true, "Damage on the disk is noticed when it is read."),
        _ => (true, "Damage on the disk may be read as if it were data."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(settings: &[(&str, &str)]) -> Vec<(&'static str, bool)> {
        let value = |name: &str| {
            let found = settings.iter().find(|(known, _)| *known == name);
            found.map_or_else(String::new, |(_, value)| (*value).to_owned())
        };
        judged(&value).into_iter().map(|promise| (promise.setting, promise.is_kept)).collect()
    }

    #[test]
    fn what_would_lose_commits_is_said_so() {
        let good = [
            ("server_version", "15.14 (Debian 15.14-0+deb12u1)"),
            ("fsync", "on"),
            ("synchronous_commit", "on"),
            ("full_page_writes", "on"),
            ("synchronous_standby_names", "ANY 1 (a, b)"),
        ];
        assert!(kept(&good).iter().all(|(_, is_kept)| *is_kept));
        for (at, worse) in [(0, "12.1"), (1, "off"), (2, "off"), (3, "off")] {
            let mut settings = good;
            settings[at].1 = worse;
            let kept = kept(&settings);
            let broken = kept.iter().find(|(_, is_kept)| !is_kept).unwrap();
            assert_eq!(broken.0, settings[at].0);
        }
        let mut settings = good;
        settings[2].1 = "local";
        assert!(kept(&settings).contains(&("synchronous_standby_names", false)));
    }
}
