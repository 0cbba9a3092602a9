//! `waterwheel aws …`: the AWS CLI with endpoint, region and credentials set.

use crate::cli::{AwsArgs, EndpointArgs};
use crate::demo::{self, PYTHON_MINOR};
use crate::settings::cache_dir;
use functions::Python;
use std::process::{Command, ExitCode};

/// The variables that point a client at the server, where the user has not set them: any access
/// key will do while signatures are not checked, and no name server knows `stream-localhost`, where
/// SDKs look for live tails unless they are told not to.
const DEFAULTS: [(&str, &str); 4] = [
    ("AWS_ACCESS_KEY_ID", "test"),
    ("AWS_SECRET_ACCESS_KEY", "test"),
    ("AWS_DEFAULT_REGION", platform::DEFAULT_REGION),
    ("AWS_DISABLE_HOST_PREFIX_INJECTION", "true"),
];

/// Runs the AWS CLI and passes its exit code on.
pub fn run(args: &AwsArgs) -> Result<ExitCode, String> {
    let endpoint = std::env::var("WATERWHEEL_ENDPOINT_URL")
        .or_else(|_| std::env::var("AWS_ENDPOINT_URL"))
        .unwrap_or_else(|_| "http://localhost:4566".to_owned());
    let named = args
        .arguments
        .iter()
        .any(|argument| argument.to_str().is_some_and(|text| text.starts_with("--endpoint-url")));
    let mut command = program();
    if !named {
        // As an option, since versions before 2.13 do not read AWS_ENDPOINT_URL.
        command.args(["--endpoint-url", &endpoint]);
    }
    command.args(&args.arguments);
    for (name, value) in DEFAULTS {
        if std::env::var_os(name).is_none() {
            command.env(name, value);
        }
    }
    let status = command.status().map_err(|error| {
        format!("the AWS CLI could not be run ({error}): install it with `pip install awscli`")
    })?;
    Ok(ExitCode::from(u8::try_from(status.code().unwrap_or(1)).unwrap_or(1)))
}

/// The AWS CLI of this machine, or the one that the demo installed.
fn program() -> Command {
    let on_path =
        || std::env::split_paths(&std::env::var_os("PATH")?).find(|d| d.join("aws").is_file());
    if on_path().is_none()
        && let Ok(cache) = cache_dir()
        && let Some(python) = Python::find(PYTHON_MINOR, true)
        && let packages = demo::aws_packages(&cache, &python)
        && packages.exists()
    {
        let mut command = Command::new(python.path());
        command.args(["-m", "awscli"]).env("PYTHONPATH", packages);
        return command;
    }
    Command::new("aws")
}

/// The lines of `waterwheel env`. What is set already is left out, so that no secret is printed.
pub fn environment(args: &EndpointArgs) -> String {
    let mut lines = format!("export AWS_ENDPOINT_URL={}\n", quoted(&args.endpoint_url));
    for (name, value) in DEFAULTS {
        if std::env::var_os(name).is_some() {
            continue;
        }
        lines.push_str(&format!("export {name}={}\n", quoted(value)));
    }
    lines
}

/// A word that a POSIX shell reads as itself.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+=,".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_survive_the_shell() {
        assert_eq!(quoted("http://localhost:4566"), "http://localhost:4566");
        assert_eq!(quoted("a b'c"), "'a b'\\''c'");
        assert_eq!(quoted(""), "''");
    }
}
