//! What the demo needs of the machine: Python with boto3 for the function, and the AWS CLI. What is
//! missing is installed into the user's cache folder, once.

use crate::output::{line, print};
use crate::settings::cache_dir;
use functions::Python;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::Command;

/// The minor version of Python 3 that the function asks for.
pub const PYTHON_MINOR: u32 = 9;

/// The programs at hand.
pub struct Tools {
    /// Runs the function.
    pub python: Python,
    /// The AWS CLI.
    pub aws: Aws,
}

impl Tools {
    /// Finds them and installs what is missing. The error is a sentence for the user.
    pub async fn gather() -> Result<Self, String> {
        let python = tokio::task::spawn_blocking(|| Python::find(PYTHON_MINOR, true))
            .await
            .map_err(|error| error.to_string())?
            .ok_or("the demo's function is written in Python, and this machine has no Python 3: install it and try again")?;
        line(format_args!("● Python {} ({})", python.version(), python.path().display()));
        let cache = cache_dir()?;
        if let Some(dir) = python.lacks_boto3(&cache.join("runtimes")) {
            install(&python, "boto3", &dir).await?;
        }
        let aws = Aws::find(&python, &cache).await?;
        Ok(Self { python, aws })
    }
}

/// Where the AWS CLI is, or would be, when the demo installs it.
pub fn aws_packages(cache: &Path, python: &Python) -> PathBuf {
    cache.join(format!("awscli-python{}", python.version()))
}

/// The AWS CLI.
pub struct Aws {
    /// The program and its first arguments.
    program: Vec<PathBuf>,
    /// Where its Python packages are, when it was installed for the demo.
    packages: Option<PathBuf>,
    /// Whether it takes binary arguments as base64: version 2 does.
    pub takes_base64: bool,
}

impl Aws {
    /// The AWS CLI of this machine, or one that is installed for the demo.
    async fn find(python: &Python, cache: &Path) -> Result<Self, String> {
        let mut aws = Self { program: vec!["aws".into()], packages: None, takes_base64: false };
        if let Ok(version) = aws.version().await {
            line(format_args!("● AWS CLI {version} (aws)"));
            aws.takes_base64 = !version.starts_with("1.");
            return Ok(aws);
        }
        let packages = aws_packages(cache, python);
        if !packages.exists() {
            install(python, "awscli", &packages).await?;
        }
        aws.program = vec![python.path().into(), "-m".into(), "awscli".into()];
        aws.packages = Some(packages);
        let version = aws.version().await?;
        line(format_args!("● AWS CLI {version}"));
        Ok(aws)
    }

    /// Its version, such as `1.44.5`.
    async fn version(&self) -> Result<String, String> {
        let said = succeed(self.command().arg("--version")).await?;
        let version = said.strip_prefix("aws-cli/").and_then(|rest| rest.split(' ').next());
        version.map(str::to_owned).ok_or_else(|| format!("aws --version says: {said}"))
    }

    /// A command without its arguments, for the demo's server and with nothing of the user's own
    /// AWS configuration.
    pub fn command(&self) -> Command {
        let mut words = self.program.iter();
        let mut command = command(words.next().map_or(Path::new("aws"), PathBuf::as_path));
        command.args(words);
        if let Some(packages) = &self.packages {
            command.env("PYTHONPATH", packages);
        }
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("AWS_") {
                command.env_remove(name);
            }
        }
        command
            .env("AWS_ACCESS_KEY_ID", "test")
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .env("AWS_DEFAULT_REGION", platform::DEFAULT_REGION)
            .env("AWS_CONFIG_FILE", "/dev/null")
            .env("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
            .env("AWS_PAGER", "")
            .env("NO_PROXY", "localhost");
        command
    }
}

/// Installs a Python package, a dot a second.
async fn install(python: &Python, package: &str, dir: &Path) -> Result<(), String> {
    print(format_args!("● Installing {package} into {} (once) ", dir.display()));
    let installing = python.install(package, dir);
    tokio::pin!(installing);
    let mut second = tokio::time::interval(Duration::from_secs(1));
    let done = loop {
        tokio::select! {
            done = &mut installing => break done,
            _ = second.tick() => print("."),
        }
    };
    line("");
    done.map_err(|error| {
        format!(
            "{package}, which the demo needs, could not be installed: {error}\n\
             Connect this machine to the network, or install it yourself, and try again."
        )
    })
}

/// A command that ends when nobody waits for it.
pub fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).kill_on_drop(true);
    command
}

/// Runs a command and gives what it printed.
pub async fn succeed(command: &mut Command) -> Result<String, String> {
    let name = command.as_std().get_program().to_string_lossy().into_owned();
    let output =
        command.output().await.map_err(|error| format!("{name} could not be run: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("{name} failed: {}", String::from_utf8_lossy(&output.stderr).trim()))
}
