//! `waterwheel aws …`: the AWS CLI with endpoint, region and credentials set; and `waterwheel env`,
//! which sets them for everything else.

use crate::ask::region_of_environment;
use crate::awscli::AwsCli;
use crate::cli::{AwsArgs, EnvArgs, EnvShell};
use crate::client;
use crate::demo::{self, PYTHON_MINOR};
use crate::settings::cache_dir;
use functions::Python;
use std::io::{Write as _, stderr};
use std::process::{Command, ExitCode};

/// Variables that point a client at the server, where the user has not set them: any access key
/// will do while signatures are not checked, and no name server knows `stream-localhost`, where
/// SDKs look for live tails unless they are told not to.
const DEFAULTS: [(&str, &str); 3] = [
    ("AWS_ACCESS_KEY_ID", "test"),
    ("AWS_SECRET_ACCESS_KEY", "test"),
    ("AWS_DISABLE_HOST_PREFIX_INJECTION", "true"),
];

/// The same region in each spelling: the AWS CLI and boto3 read the second; the SDKs for Java,
/// JavaScript, Go and Rust the first (AWS SDKs and Tools Reference Guide, "AWS Region").
const REGIONS: [&str; 2] = ["AWS_REGION", "AWS_DEFAULT_REGION"];

/// The variables that are to be set. What is set already is left out, so that no secret is printed.
fn missing() -> Vec<(&'static str, String)> {
    let region = region_of_environment().unwrap_or_else(|| platform::DEFAULT_REGION.to_owned());
    let regions = REGIONS.map(|name| (name, region.clone()));
    let all = DEFAULTS.map(|(name, value)| (name, value.to_owned())).into_iter().chain(regions);
    let is_absent = |name: &str| std::env::var_os(name).is_none_or(|value| value.is_empty());
    all.filter(|(name, _)| is_absent(name)).collect()
}

/// Runs the AWS CLI and passes its exit code on.
pub fn run(args: &AwsArgs) -> Result<ExitCode, String> {
    let endpoint = args.endpoint.url_or(&["WATERWHEEL_ENDPOINT_URL", "AWS_ENDPOINT_URL"])?;
    let texts = || args.arguments.iter().filter_map(|argument| argument.to_str());
    let named = texts().any(|text| text.starts_with("--endpoint-url"));
    let asks_nobody = texts().next().is_none_or(|first| {
        matches!(first, "help" | "configure" | "--version" | "--help") || first.is_empty()
    }) || texts().any(|text| text == "help");
    if !named && !asks_nobody {
        client::reach(&endpoint)?;
    }
    let mut command = program();
    if !named {
        // As an option, since versions before 2.13 do not read AWS_ENDPOINT_URL.
        command.args(["--endpoint-url", &endpoint]);
    }
    command.args(&args.arguments).envs(missing());
    let status = command.status().map_err(|error| {
        format!("the AWS CLI could not be run ({error}): install it with `pip install awscli`")
    })?;
    Ok(ExitCode::from(u8::try_from(status.code().unwrap_or(1)).unwrap_or(1)))
}

/// The AWS CLI of this machine, or the one that the demo installed.
fn program() -> Command {
    if AwsCli::find().is_none()
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

/// The lines of `waterwheel env`. What would not work is told on standard error, too, where it is seen
/// when a shell takes the lines.
///
/// # Errors
/// A sentence for the user.
pub fn environment(args: &EnvArgs) -> Result<String, String> {
    let url = args.endpoint.url()?;
    let mut lines = String::new();
    for warning in warnings(AwsCli::find().as_ref(), std::env::var_os("AWS_PROFILE").is_some()) {
        let _ = writeln!(stderr(), "waterwheel: {warning}");
        lines.push_str(&format!("# {warning}\n"));
    }
    let variables = std::iter::once(("AWS_ENDPOINT_URL", url)).chain(missing());
    lines.extend(variables.map(|(name, value)| args.shell.line(name, &value)));
    Ok(lines)
}

/// What of this machine does not do as the variables say.
fn warnings(cli: Option<&AwsCli>, has_profile: bool) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(cli) = cli.filter(|cli| cli.ignores_endpoint_variable()) {
        all.push(format!(
            "{} is version {}, which ignores AWS_ENDPOINT_URL and would ask AWS itself: use \
             `waterwheel aws`, give --endpoint-url, or install 2.13 or newer",
            cli.path.display(),
            cli.version.as_deref().unwrap_or_default()
        ));
    }
    if has_profile {
        all.push(
            "AWS_PROFILE is set, and some SDKs take its keys and its region instead of these: \
             unset it"
                .to_owned(),
        );
    }
    all
}

impl EnvShell {
    /// The line that sets a variable.
    fn line(self, name: &str, value: &str) -> String {
        match self {
            Self::Posix => format!("export {name}={}\n", quoted(value)),
            Self::Fish => {
                let value = value.replace('\\', "\\\\").replace('\'', "\\'");
                format!("set -gx {name} '{value}';\n")
            }
            Self::Powershell => format!("$env:{name} = '{}'\n", value.replace('\'', "''")),
        }
    }
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
        assert_eq!(quoted("http://127.0.0.1:4566"), "http://127.0.0.1:4566");
        assert_eq!(quoted("a b'c"), "'a b'\\''c'");
        assert_eq!(quoted(""), "''");
        assert_eq!(EnvShell::Fish.line("A", "b'\\c"), "set -gx A 'b\\'\\\\c';\n");
        assert_eq!(EnvShell::Powershell.line("A", "b'c"), "$env:A = 'b''c'\n");
    }

    #[test]
    fn an_old_aws_cli_is_warned_of() {
        let of = |version: &str| {
            let cli = AwsCli { path: "/bin/aws".into(), version: Some(version.to_owned()) };
            warnings(Some(&cli), false).join("")
        };
        assert!(of("2.9.19").contains("version 2.9.19") && of("1.20.0").contains("waterwheel aws"));
        assert_eq!((of("2.13.0"), of("1.46.3")), (String::new(), String::new()));
        assert_eq!(warnings(None, true).len(), 1);
    }
}
