//! Which running server a command asks, and as whom.

use crate::settings::{self, root_key};
use crate::workshop::reachable;
use clap::Args;
use std::path::PathBuf;

/// Where a running server is. The environment is read by [`EndpointArgs::url`]: an option must count
/// more than a variable of the other name.
#[derive(Args, Clone, Default)]
pub struct EndpointArgs {
    /// The server's address; WATERWHEEL_ENDPOINT_URL says the same [default: this machine, --port]
    #[arg(long, value_name = "URL", conflicts_with = "port")]
    pub endpoint_url: Option<String>,
    /// The server's port on this machine [default: what `start` would take: WATERWHEEL_PORT, the
    /// file of settings, 4566]
    #[arg(long)]
    pub port: Option<u16>,
    /// File of settings [default: ./waterwheel.toml where it exists]
    #[arg(long, env = "WATERWHEEL_CONFIG", hide_env = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

impl EndpointArgs {
    /// The server's address, without a slash at its end.
    ///
    /// # Errors
    /// A sentence for the user.
    pub fn url(&self) -> Result<String, String> {
        self.url_or(&["WATERWHEEL_ENDPOINT_URL"])
    }

    /// The same, where the first of these variables that is set counts more than the settings.
    ///
    /// # Errors
    /// A sentence for the user.
    pub fn url_or(&self, variables: &[&str]) -> Result<String, String> {
        let named = match (&self.endpoint_url, self.port) {
            (Some(url), _) => Some(url.clone()),
            (None, Some(_)) => None,
            (None, None) => variables.iter().find_map(|name| variable(name)),
        };
        if let Some(url) = named {
            return Ok(url.trim_end_matches('/').to_owned());
        }
        let listens = settings::listens_on(self.port, self.config.as_deref())?;
        Ok(format!("http://{}", reachable(listens)))
    }
}

/// Which account and region of a running server, and as whom.
#[derive(Args, Clone)]
pub struct AskArgs {
    /// Where the server is.
    #[command(flatten)]
    pub endpoint: EndpointArgs,
    /// Account to look at
    #[arg(long, default_value = platform::DEFAULT_ACCOUNT, value_parser = account)]
    pub account: String,
    /// Region to look at [default: AWS_REGION, AWS_DEFAULT_REGION, us-east-1]
    #[arg(long, value_parser = region)]
    pub region: Option<String>,
    /// The root key's id, for a server with --auth verify
    #[arg(long, env = "WATERWHEEL_ACCESS_KEY_ID", hide_env = true, value_name = "ID")]
    pub access_key_id: Option<String>,
    /// The root key's secret, for a server with --auth verify
    #[arg(long, env = "WATERWHEEL_SECRET_ACCESS_KEY", hide_env = true, value_name = "SECRET")]
    pub secret_access_key: Option<String>,
}

impl AskArgs {
    /// The region.
    ///
    /// # Errors
    /// A sentence for the user.
    pub fn region(&self) -> Result<String, String> {
        match &self.region {
            Some(region) => Ok(region.clone()),
            None => region_of_environment().map_or(Ok(platform::DEFAULT_REGION.to_owned()), |it| {
                region(&it).map_err(|problem| format!("AWS_REGION is {it:?}: {problem}"))
            }),
        }
    }

    /// The root key, of the options or of the file of settings.
    ///
    /// # Errors
    /// A sentence for the user.
    pub fn key(&self) -> Result<Option<(String, String)>, String> {
        let (id, secret) = (self.access_key_id.clone(), self.secret_access_key.clone());
        root_key(id, secret, self.endpoint.config.as_deref())
    }
}

/// The region that the environment names: SDKs read the one variable, the AWS CLI the other, too.
pub fn region_of_environment() -> Option<String> {
    ["AWS_REGION", "AWS_DEFAULT_REGION"].into_iter().find_map(variable)
}

/// A variable that says something.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn account(text: &str) -> Result<String, String> {
    let right = platform::is_account(text);
    if right { Ok(text.to_owned()) } else { Err("an account is twelve digits".to_owned()) }
}

fn region(text: &str) -> Result<String, String> {
    let right = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !text.is_empty() && text.bytes().all(right) {
        Ok(text.to_owned())
    } else {
        Err("a region is like us-east-1".to_owned())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_where_the_options_or_the_file_say() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("w.toml");
        std::fs::write(&path, "port = 4570\nhost = \"0.0.0.0\"\n").unwrap();
        let none = EndpointArgs { config: Some(path), ..EndpointArgs::default() };
        let of = |args: EndpointArgs| args.url_or(&[]).unwrap();
        assert_eq!(of(none.clone()), "http://127.0.0.1:4570");
        assert_eq!(of(EndpointArgs { port: Some(1), ..none.clone() }), "http://127.0.0.1:1");
        let url = Some("http://box:1/".to_owned());
        assert_eq!(of(EndpointArgs { endpoint_url: url, ..none }), "http://box:1");
    }

    #[test]
    fn accounts_and_regions_have_a_form() {
        assert!(account("123456789012").is_ok() && account("12").is_err());
        assert!(region("us-east-1").is_ok() && region("US East").is_err() && region("").is_err());
    }
}
