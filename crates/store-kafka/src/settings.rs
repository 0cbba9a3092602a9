//! What is asked for, and what is refused of it.

use crate::names::Names;
use std::time::Duration;
use store::{Error, Result};

/// How Kafka is used.
#[derive(Clone, Debug)]
pub struct Options {
    /// Some of the cluster's brokers: `host:port`, with commas between. They name the others.
    pub servers: String,
    /// What the names of our topics begin with: 1 to 80 letters, digits and hyphens. All processes that
    /// share their logs have to name the same.
    pub prefix: String,
    /// How many brokers hold each record; `None` for what the brokers have as their default.
    pub replication: Option<i16>,
    /// How long a call waits for a broker that is not to be had before it is told so.
    pub patience: Duration,
    /// Connections to each broker that reads share.
    pub readers: usize,
    /// Connections to each broker that appends share, each with one request under way.
    pub writers: usize,
    /// The most bytes of records that share a batch of a lane, unless one append has more.
    pub group_bytes: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            servers: String::new(),
            prefix: "waterwheel".to_owned(),
            replication: None,
            patience: Duration::from_secs(10),
            readers: 4,
            writers: 4,
            group_bytes: 1 << 20,
        }
    }
}

impl Options {
    /// The brokers that were named.
    ///
    /// # Errors
    /// [`Error::Io`] of the kind `InvalidInput` when none is, or what is named is asked for in a way
    /// that is not there.
    pub(crate) fn addresses(&self) -> Result<Vec<String>> {
        let servers = self.servers.split(',').map(str::trim).filter(|server| !server.is_empty());
        let addresses: Vec<String> = servers.map(address).collect::<Result<_>>()?;
        if addresses.is_empty() {
            return Err(Error::invalid("Kafka needs a server: host:port".to_owned()));
        }
        if self.replication.is_some_and(|replication| replication < 1) {
            return Err(Error::invalid(
                "replication: at least one broker holds a record".to_owned(),
            ));
        }
        Ok(addresses)
    }

    pub(crate) fn patience_ms(&self) -> i32 {
        i32::try_from(self.patience.as_millis()).unwrap_or(i32::MAX)
    }

    pub(crate) fn names(&self) -> Result<Names> {
        Names::new(&self.prefix)
    }
}

fn address(server: &str) -> Result<String> {
    let (scheme, rest) = server.split_once("://").unwrap_or(("plaintext", server));
    let scheme = scheme.to_ascii_lowercase();
    if ["ssl", "sasl_ssl", "sasl_plaintext"].contains(&&*scheme) {
        let why = format!(
            "{server}: connections to Kafka are neither encrypted nor authenticated yet; give it a \
             plaintext listener that only these machines reach"
        );
        return Err(Error::invalid(why));
    }
    if scheme != "plaintext" {
        return Err(Error::invalid(format!("{server}: {scheme} is no way to reach Kafka")));
    }
    let port = rest.rsplit_once(':').and_then(|(host, port)| {
        (!host.is_empty() && !host.contains('@') && !rest.contains('/')).then_some(port)
    });
    match port.map(str::parse::<u16>) {
        Some(Ok(_)) => Ok(rest.to_owned()),
        _ => Err(Error::invalid(format!("{server} is no server of Kafka's: host:port"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_and_not_there_is_refused_by_name() {
        let addresses = |servers: &str| {
            Options { servers: servers.to_owned(), ..Options::default() }.addresses()
        };
        assert_eq!(addresses("a:1, [::1]:2,PLAINTEXT://c:3").unwrap(), ["a:1", "[::1]:2", "c:3"]);
        for (servers, named) in [
            ("", "host:port"),
            (",", "host:port"),
            ("a", "a is no server"),
            ("a:b", "a:b"),
            ("a:70000", "a:70000"),
            (":9092", ":9092"),
            ("user:secret@a:9092", "user"),
            ("a:9092/topic", "topic"),
            ("ssl://a:9092", "ssl://a:9092"),
            ("a:1,SASL_SSL://a:9092", "SASL_SSL"),
            ("sasl_plaintext://a:9092", "authenticated"),
            ("http://a:9092", "http"),
        ] {
            let error = addresses(servers).unwrap_err().to_string();
            assert!(error.contains(named), "{servers}: {error}");
        }
        let options =
            Options { servers: "a:1".to_owned(), replication: Some(0), ..Options::default() };
        assert!(options.addresses().unwrap_err().to_string().contains("replication"));
        for prefix in ["", "a.b", "a_b", "ä", &"a".repeat(81)] {
            let options = Options { prefix: prefix.to_owned(), ..Options::default() };
            assert!(options.names().err().unwrap().to_string().contains("prefix"), "{prefix}");
        }
    }
}
