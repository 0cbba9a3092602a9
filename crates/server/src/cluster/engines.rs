//! The engines that the nodes of a cluster share.

use super::settings::Cluster;
use std::sync::Arc;
use store::Store;
use store::confirming::Confirming;
use store_kafka::KafkaLog;
use store_objects::ObjectBlobs;
use store_postgres::{PostgresNotices, PostgresTables};

/// What is to be closed when the node stops.
pub struct Engines {
    tables: Arc<PostgresTables>,
    notices: Arc<PostgresNotices>,
}

/// One thing that is known of an engine.
pub struct Promise {
    /// The engine.
    pub engine: &'static str,
    /// What it is about.
    pub name: String,
    /// How it is, in words.
    pub value: String,
    /// What one should do about it; `None` where all is well.
    pub advice: Option<String>,
}

/// Opens the engines. The error is a sentence for the user.
pub async fn open(cluster: &Cluster) -> Result<(Store, Engines), String> {
    let of = |name: &'static str| move |error: store::Error| format!("--cluster-{name}: {error}");
    let tables = PostgresTables::connect(&cluster.tables, store_postgres::Options::default());
    let tables = Arc::new(tables.await.map_err(of("tables"))?);
    let notices = PostgresNotices::open(&cluster.tables).await.map_err(of("tables"))?;
    let notices = Arc::new(notices);
    let log = KafkaLog::open(kafka(&cluster.log)?).await.map_err(of("log"))?;
    // Kafka refuses no append to a lane that is closed: seals lie in the tables.
    let log = Arc::new(Confirming::new(Arc::new(log), tables.clone()));
    let blobs = store_objects::Options { url: cluster.blobs.clone(), ..Default::default() };
    let blobs = Arc::new(ObjectBlobs::open(blobs).await.map_err(of("blobs"))?);
    let store = Store { tables: tables.clone(), log, blobs, notices: Some(notices.clone()) };
    Ok((store, Engines { tables, notices }))
}

impl Engines {
    /// Waits until everything that was accepted is durable, and lets go of the connections.
    pub async fn close(self) {
        self.notices.close().await;
        self.tables.close().await;
    }
}

/// `kafka://host:9092,host:9092/prefix?replication=3`. The error is a sentence for the user.
fn kafka(url: &str) -> Result<store_kafka::Options, String> {
    let bare = url.strip_prefix("kafka://").unwrap_or(url);
    let (bare, settings) = bare.split_once('?').unwrap_or((bare, ""));
    let (servers, prefix) = bare.split_once('/').unwrap_or((bare, ""));
    let mut options =
        store_kafka::Options { servers: servers.to_owned(), ..store_kafka::Options::default() };
    if !prefix.is_empty() {
        options.prefix = prefix.to_owned();
    }
    for setting in settings.split('&').filter(|it| !it.is_empty()) {
        match setting.split_once('=') {
            Some(("replication", count)) => {
                let count =
                    count.parse().map_err(|_| format!("replication is a number, not {count:?}"));
                options.replication = Some(count?);
            }
            _ => {
                return Err(format!(
                    "--cluster-log: {setting:?} is no setting of it; replication is one"
                ));
            }
        }
    }
    Ok(options)
}

/// What these engines promise, as far as they tell: tables, log, blobs. The errors are sentences for the
/// user.
pub async fn promises(
    engines: [Option<String>; 3],
) -> Vec<Result<Promise, (&'static str, String)>> {
    let [tables, log, blobs] = engines;
    let mut all = Vec::new();
    if let Some(url) = tables {
        all.extend(flat("tables", of_tables(&url).await));
    }
    if let Some(url) = log {
        all.extend(flat("log", of_log(&url).await));
    }
    if let Some(url) = blobs {
        all.extend(flat("blobs", of_blobs(url).await));
    }
    all
}

/// What is known of one thing: its name, how it is, what one should do about it.
type Fact = (String, String, Option<String>);

fn flat(
    engine: &'static str,
    found: Result<Vec<Fact>, String>,
) -> Vec<Result<Promise, (&'static str, String)>> {
    let of = |(name, value, advice)| Ok(Promise { engine, name, value, advice });
    match found {
        Ok(facts) => facts.into_iter().map(of).collect(),
        Err(why) => vec![Err((engine, why))],
    }
}

async fn of_tables(url: &str) -> Result<Vec<Fact>, String> {
    let facts = store_postgres::promises(url).await.map_err(|error| error.to_string())?;
    let fact = |it: store_postgres::Promise| match it.is_kept {
        true => (it.setting.to_owned(), format!("{}: {}", it.value, it.meaning), None),
        false => (it.setting.to_owned(), it.value, Some(it.meaning)),
    };
    Ok(facts.into_iter().map(fact).collect())
}

async fn of_log(url: &str) -> Result<Vec<Fact>, String> {
    let log = KafkaLog::open(kafka(url)?).await.map_err(|error| error.to_string())?;
    let facts = log.promises().await.map_err(|error| error.to_string())?;
    let fact = |it: store_kafka::Promise| match it.is_weak {
        true => (it.setting, it.value, Some(it.meaning)),
        false => (it.setting, format!("{}: {}", it.value, it.meaning), None),
    };
    Ok(facts.into_iter().map(fact).collect())
}

async fn of_blobs(url: String) -> Result<Vec<Fact>, String> {
    let options = store_objects::Options { url, ..Default::default() };
    let blobs = ObjectBlobs::open(options).await.map_err(|error| error.to_string())?;
    let facts = blobs.promises().await.into_iter();
    Ok(facts.map(|it| (it.name.to_owned(), it.value, it.advice)).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn kafka_is_told_its_brokers_its_prefix_and_its_copies() {
        let options = kafka("kafka://a:9092,b:9092").unwrap();
        assert_eq!((options.servers.as_str(), options.replication), ("a:9092,b:9092", None));
        let options = kafka("kafka://a:9092/mine?replication=3").unwrap();
        assert_eq!((options.servers.as_str(), options.prefix.as_str()), ("a:9092", "mine"));
        assert_eq!(options.replication, Some(3));
        assert!(kafka("kafka://a?acks=1").err().unwrap().contains("acks=1"));
        assert!(kafka("kafka://a?replication=all").is_err());
    }
}
