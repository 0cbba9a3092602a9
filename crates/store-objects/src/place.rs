//! Where the objects are: a URL and the environment, as the library reads them.
//!
//! What stands in the URL goes before what stands in the environment. A setting that is not acted on
//! is refused by name.

use crate::http::Connector;
use object_store::aws::{AmazonS3, AmazonS3Builder, AmazonS3ConfigKey};
use object_store::azure::{AzureConfigKey, MicrosoftAzureBuilder};
use object_store::gcp::{GoogleCloudStorageBuilder, GoogleConfigKey};
use object_store::path::Path;
use object_store::{BackoffConfig, ClientConfigKey, ObjectStore, RetryConfig};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;
use store::{Error, Result};
use url::Url;

/// The pauses between attempts begin with the first and grow to the second.
const PAUSES: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(1));

/// Whose interface the store speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    S3,
    Google,
    Azure,
}

/// A bucket, a place in it, and what was said of it.
#[derive(Debug)]
pub(crate) struct Place {
    pub kind: Kind,
    pub bucket: String,
    pub prefix: Path,
    /// The URL without its settings.
    url: String,
    settings: Vec<(String, String)>,
    /// Whether the store is asked to write only where nothing is.
    pub conditional: bool,
    /// Whether what is sent can be read on the way.
    pub in_the_clear: bool,
}

/// The library's stores.
pub(crate) struct Opened {
    pub store: Arc<dyn ObjectStore>,
    /// The same, where it is S3.
    pub s3: Option<AmazonS3>,
}

impl Place {
    /// Reads a URL and the variables of the environment.
    ///
    /// # Errors
    /// [`Error::Io`] of the kind `InvalidInput` that names what is not understood. The URL itself is
    /// not repeated: it may hold a key.
    pub fn read(
        url: &str,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self> {
        let refused = |why: String| Error::invalid(format!("the URL of the bucket: {why}"));
        let mut url = Url::parse(url).map_err(|error| refused(error.to_string()))?;
        let kind = match url.scheme() {
            "s3" => Kind::S3,
            "gs" => Kind::Google,
            "az" => Kind::Azure,
            other => {
                return Err(refused(format!("{other:?} is not one of s3, gs and az")));
            }
        };
        let bucket = url.host_str().filter(|host| !host.is_empty());
        let bucket = bucket.ok_or_else(|| refused("it names no bucket".to_owned()))?.to_owned();
        if url.password().is_some() || url.port().is_some() || url.fragment().is_some() {
            let why = "it has the form SCHEME://BUCKET/PREFIX?SETTING=VALUE";
            return Err(refused(why.to_owned()));
        }
        let prefix = Path::from_url_path(url.path()).map_err(|error| refused(error.to_string()))?;
        let asked: Vec<(String, String)> = url
            .query_pairs()
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        url.set_query(None);
        let mut place = Self {
            kind,
            bucket,
            prefix,
            url: url.to_string(),
            settings: Vec::new(),
            conditional: true,
            in_the_clear: false,
        };
        let mut environment: Vec<_> =
            environment.into_iter().filter(|(name, _)| kind.reads(name)).collect();
        // An endpoint of S3's own, which has the longest name, goes before one of all services.
        environment.sort_by_key(|(name, _)| name.len());
        place.take(environment, true)?;
        place.take(asked, false)?;
        Ok(place)
    }

    /// Takes settings; of those of the environment some may be other programs'.
    fn take(
        &mut self,
        settings: impl IntoIterator<Item = (String, String)>,
        lenient: bool,
    ) -> Result<()> {
        let mut may_be_clear = None;
        for (given, value) in settings {
            let name = self.kind.known_as(&given.to_ascii_lowercase());
            let refused = |why: &str| Err(Error::invalid(format!("{given}: {why}")));
            match self.kind.meaning(&name) {
                Meaning::Unknown if lenient => continue,
                Meaning::Unknown => return refused("no such setting of a bucket"),
                Meaning::Elsewhere => {
                    return refused("the bucket stands before the settings");
                }
                Meaning::NotDone => {
                    return refused("connections to the bucket do not know this setting");
                }
                Meaning::AllowHttp => may_be_clear = Some(value != "false" && value != "0"),
                Meaning::Endpoint => {
                    self.in_the_clear = value.starts_with("http://");
                    let kind = self.kind;
                    let other = |name: &str| !matches!(kind.meaning(name), Meaning::Endpoint);
                    self.settings.retain(|(name, _)| other(name));
                }
                Meaning::Conditional => self.conditional = value != "disabled",
                Meaning::Other => {}
            }
            self.settings.push((name, value));
        }
        if self.in_the_clear && may_be_clear == Some(false) {
            let why = "allow_http=false, and the endpoint begins with http://";
            return Err(Error::invalid(why.to_owned()));
        }
        Ok(())
    }

    /// What the keys of our objects begin with.
    pub fn under(&self) -> String {
        match self.prefix.as_ref() {
            "" => String::new(),
            prefix => format!("{prefix}/"),
        }
    }

    /// Makes the library's store, for which nothing is asked over the network.
    pub fn open(&self, connector: &Connector, patience: Duration) -> Result<Opened> {
        let backoff = BackoffConfig { init_backoff: PAUSES.0, max_backoff: PAUSES.1, base: 2.0 };
        let retry = RetryConfig { backoff, max_retries: usize::MAX, retry_timeout: patience };
        let connector = connector.clone();
        let refused = |error: object_store::Error| Error::invalid(error.to_string());
        let settings = self.settings.iter().cloned();
        Ok(match self.kind {
            Kind::S3 => {
                let builder = AmazonS3Builder::new().with_url(&self.url).with_retry(retry);
                let builder = settings.fold(builder, |builder, (name, value)| {
                    with(&name, |key| builder.clone().with_config(key, value)).unwrap_or(builder)
                });
                let s3 = builder.with_http_connector(connector).build().map_err(refused)?;
                Opened { store: Arc::new(s3.clone()), s3: Some(s3) }
            }
            Kind::Google => {
                let builder = GoogleCloudStorageBuilder::new().with_url(&self.url);
                let builder = settings.fold(builder.with_retry(retry), |builder, (name, value)| {
                    with(&name, |key| builder.clone().with_config(key, value)).unwrap_or(builder)
                });
                let made = builder.with_http_connector(connector).build().map_err(refused)?;
                Opened { store: Arc::new(made), s3: None }
            }
            Kind::Azure => {
                let builder = MicrosoftAzureBuilder::new().with_url(&self.url);
                let builder = settings.fold(builder.with_retry(retry), |builder, (name, value)| {
                    with(&name, |key| builder.clone().with_config(key, value)).unwrap_or(builder)
                });
                let made = builder.with_http_connector(connector).build().map_err(refused)?;
                Opened { store: Arc::new(made), s3: None }
            }
        })
    }
}

fn with<K: FromStr, B>(name: &str, change: impl FnOnce(K) -> B) -> Option<B> {
    name.parse().ok().map(change)
}

/// What a setting is to us.
enum Meaning {
    Unknown,
    /// It says what the URL says already.
    Elsewhere,
    /// The library leaves it to its own client, which is not used here.
    NotDone,
    AllowHttp,
    Endpoint,
    Conditional,
    Other,
}

impl Kind {
    /// How users call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::S3 => "S3",
            Self::Google => "Google Cloud Storage",
            Self::Azure => "Azure Blob Storage",
        }
    }

    /// Whether a variable of the environment is meant for it.
    fn reads(self, variable: &str) -> bool {
        match self {
            Self::S3 => variable.starts_with("AWS_"),
            Self::Google => variable.starts_with("GOOGLE_") || variable == "SERVICE_ACCOUNT",
            Self::Azure => variable.starts_with("AZURE_") || variable == "IDENTITY_ENDPOINT",
        }
    }

    /// The library's name of a setting.
    fn known_as(self, name: &str) -> String {
        match (self, name) {
            (Self::Google, "endpoint") => "base_url".to_owned(),
            _ => name.to_owned(),
        }
    }

    fn meaning(self, name: &str) -> Meaning {
        let meaning = match self {
            Self::S3 => name.parse().ok().map(|key| match key {
                AmazonS3ConfigKey::Bucket => Meaning::Elsewhere,
                AmazonS3ConfigKey::Endpoint | AmazonS3ConfigKey::S3Endpoint => Meaning::Endpoint,
                AmazonS3ConfigKey::ConditionalPut => Meaning::Conditional,
                AmazonS3ConfigKey::Client(key) => client(key),
                _ => Meaning::Other,
            }),
            Self::Google => name.parse().ok().map(|key| match key {
                GoogleConfigKey::Bucket => Meaning::Elsewhere,
                GoogleConfigKey::BaseUrl => Meaning::Endpoint,
                GoogleConfigKey::Client(key) => client(key),
                _ => Meaning::Other,
            }),
            Self::Azure => name.parse().ok().map(|key| match key {
                AzureConfigKey::ContainerName => Meaning::Elsewhere,
                AzureConfigKey::Endpoint => Meaning::Endpoint,
                AzureConfigKey::Client(key) => client(key),
                _ => Meaning::Other,
            }),
        };
        meaning.unwrap_or(Meaning::Unknown)
    }
}

fn client(key: ClientConfigKey) -> Meaning {
    match key {
        ClientConfigKey::AllowHttp => Meaning::AllowHttp,
        _ => Meaning::NotDone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str, environment: &[(&str, &str)]) -> Result<Place> {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Place::read(url, environment.iter().map(own))
    }

    #[test]
    fn a_url_names_store_bucket_and_place() {
        for (url, kind, bucket, prefix) in [
            ("s3://bucket", Kind::S3, "bucket", ""),
            ("s3://bucket/", Kind::S3, "bucket", ""),
            ("s3://bucket/a/b%20c/", Kind::S3, "bucket", "a/b c"),
            ("gs://bucket/a", Kind::Google, "bucket", "a"),
            ("az://container/a?account_name=name", Kind::Azure, "container", "a"),
        ] {
            let place = read(url, &[]).unwrap();
            let found = (place.kind, &*place.bucket, place.prefix.as_ref());
            assert_eq!(found, (kind, bucket, prefix), "{url}");
        }
    }

    #[test]
    fn the_url_goes_before_the_environment() {
        let environment = [
            ("AWS_ENDPOINT_URL_S3", "http://one"),
            ("AWS_ENDPOINT_URL", "https://every"),
            ("AWS_REGION", "eu-west-1"),
            ("X", "y"),
        ];
        for (url, endpoint, in_the_clear) in [
            ("s3://bucket?endpoint=https://two", "https://two", false),
            ("s3://bucket?conditional_put=etag", "http://one", true),
        ] {
            let place = read(url, &environment).unwrap();
            let endpoints = place.settings.iter().filter(|(name, _)| name.contains("endpoint"));
            let endpoints: Vec<_> = endpoints.map(|(_, value)| value).collect();
            assert_eq!(endpoints, [endpoint], "{url}");
            assert_eq!((place.in_the_clear, place.conditional), (in_the_clear, true), "{url}");
        }
    }

    #[test]
    fn what_is_asked_for_and_not_there_is_refused_by_name() {
        for (url, environment, named) in [
            ("https://bucket", None, "https"),
            ("s3:///prefix", None, "bucket"),
            ("bucket", None, "URL"),
            ("s3://key:secret@bucket", None, "SCHEME://"),
            ("s3://bucket?colour=red", None, "colour"),
            ("s3://bucket?bucket=other", None, "before the settings"),
            ("s3://bucket?proxy_url=http://proxy", None, "proxy_url"),
            ("s3://bucket", Some(("AWS_PROXY_URL", "http://proxy")), "AWS_PROXY_URL"),
            ("s3://bucket?endpoint=http://host&allow_http=false", None, "allow_http"),
            ("gs://bucket?timeout=1s", None, "timeout"),
        ] {
            let error = read(url, environment.as_slice()).unwrap_err().to_string();
            assert!(error.contains(named), "{url}: {error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }
}
