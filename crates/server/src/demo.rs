//! `waterwheel demo`: the pipeline of the README, command by command, with the AWS CLI.
#![allow(clippy::print_stdout)]

use crate::assemble::Server;
use crate::cli::{DemoArgs, StartArgs};
use crate::settings::{Settings, cache_dir};
use crate::start::StopSignals;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use tokio::time::Instant;

const HANDLER: &str =
    include_str!("../../../examples/kinesis-lambda-s3/lambda_kinesis_consumer.py");

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;

/// The longest that the demo waits for its object: a first cold start may have to fetch boto3.
const PATIENCE: Duration = Duration::from_secs(180);

/// One step: what it is for, and the AWS CLI's arguments.
struct Step {
    title: &'static str,
    arguments: &'static [&'static str],
}

const STEPS: [Step; 6] = [
    Step {
        title: "Create a Kinesis stream",
        arguments: &[
            "kinesis",
            "create-stream",
            "--stream-name",
            "demo-stream",
            "--shard-count",
            "1",
        ],
    },
    Step {
        title: "Create an S3 bucket for outputs",
        arguments: &["s3", "mb", "s3://demo-pipeline-bucket"],
    },
    Step {
        title: "Create an IAM role",
        arguments: &[
            "iam",
            "create-role",
            "--role-name",
            "lambda-stream-role",
            "--assume-role-policy-document",
            TRUST,
        ],
    },
    Step {
        title: "Deploy the Lambda function",
        arguments: &[
            "lambda",
            "create-function",
            "--function-name",
            "streamConsumer",
            "--runtime",
            "python3.9",
            "--handler",
            "lambda_kinesis_consumer.handler",
            "--role",
            "arn:aws:iam::000000000000:role/lambda-stream-role",
            "--zip-file",
            "fileb://function.zip",
        ],
    },
    Step {
        title: "Connect the function to the stream",
        arguments: &[
            "lambda",
            "create-event-source-mapping",
            "--function-name",
            "streamConsumer",
            "--batch-size",
            "1",
            "--starting-position",
            "LATEST",
            "--event-source-arn",
            "arn:aws:kinesis:us-east-1:000000000000:stream/demo-stream",
        ],
    },
    Step {
        title: "Push data into the stream",
        arguments: &[
            "kinesis",
            "put-record",
            "--stream-name",
            "demo-stream",
            "--partition-key",
            "1",
            "--data",
            "U2FtcGxlIERhdGEgLS0gTG9jYWxTdGFjayBUZXN0",
        ],
    },
];

/// Runs the demo on a server of its own.
pub async fn run(args: DemoArgs) -> Result<(), String> {
    println!(
        "Waterwheel: a record travels from a Kinesis stream through a Lambda function to an S3 bucket.\n"
    );
    let aws = tokio::task::spawn_blocking(find_aws).await.map_err(|error| error.to_string())??;
    let server = serve(args.port).await?;
    let endpoint = format!("http://localhost:{}", server.address().port());
    println!("● Serving on {endpoint}, data in memory\n");
    let cli = Cli { aws, endpoint, folder: work_folder(server.scratch())? };
    let outcome = tokio::task::spawn_blocking(move || cli.pipeline())
        .await
        .map_err(|error| error.to_string())?;
    if outcome.is_ok() && args.keep {
        println!("\nStill serving; stop with Ctrl-C.");
        StopSignals::listen()?.wait().await;
    }
    server.stop().await;
    outcome
}

/// A server on the wanted port, or on any free one when that is taken.
async fn serve(port: u16) -> Result<Server, String> {
    let settings = |port| {
        Settings::resolve(StartArgs { port: Some(port), ephemeral: true, ..StartArgs::default() })
    };
    match Server::start(&settings(port)?).await {
        Ok(server) => Ok(server),
        Err(problem) => {
            println!("  {problem}; taking another port");
            Server::start(&settings(0)?).await
        }
    }
}

fn work_folder(scratch: &Path) -> Result<PathBuf, String> {
    let folder = scratch.join("demo");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// The AWS CLI of this machine, or one that is installed for the demo.
fn find_aws() -> Result<PathBuf, String> {
    if let Ok(output) = Command::new("aws").arg("--version").output()
        && output.status.success()
    {
        let version = [output.stdout, output.stderr].concat();
        let version = String::from_utf8_lossy(&version);
        println!("● AWS CLI: {}", version.split_whitespace().next().unwrap_or("aws"));
        return Ok(PathBuf::from("aws"));
    }
    let venv = cache_dir()?.join("awscli");
    let aws = venv.join("bin/aws");
    if !aws.exists() {
        println!("● AWS CLI: none here; installing one into {} (once)", venv.display());
        let venv_text = venv.to_string_lossy().into_owned();
        succeed(Command::new("python3").args(["-m", "venv", &venv_text]))?;
        succeed(Command::new(venv.join("bin/python")).args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "awscli",
        ]))?;
    }
    Ok(aws)
}

/// Runs a command and gives what it printed.
fn succeed(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{name} could not be run: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("{name} failed: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

/// The AWS CLI, pointed at the demo's server.
struct Cli {
    aws: PathBuf,
    endpoint: String,
    folder: PathBuf,
}

impl Cli {
    /// Runs every step and shows the stored object.
    fn pipeline(&self) -> Result<(), String> {
        self.package()?;
        for (index, step) in STEPS.iter().enumerate() {
            println!("● {}/{} {}", index + 1, STEPS.len() + 1, step.title);
            self.shown(step.arguments)?;
        }
        println!("● {0}/{0} Wait for the object", STEPS.len() + 1);
        let key = self.wait_for_object()?;
        let object = format!("s3://demo-pipeline-bucket/{key}");
        let content = self.quiet(&["s3", "cp", &object, "-"])?;
        println!("\n  {object}\n  ┌─\n  │ {content}\n  └─\n");
        println!("The record went through. Next: `waterwheel start`, and `waterwheel --help`.");
        Ok(())
    }

    /// Zips the handler, with Python, since not every machine has `zip`.
    fn package(&self) -> Result<(), String> {
        let handler = self.folder.join("lambda_kinesis_consumer.py");
        fs::write(&handler, HANDLER).map_err(|error| format!("{}: {error}", handler.display()))?;
        succeed(
            Command::new("python3")
                .args(["-m", "zipfile", "-c", "function.zip", "lambda_kinesis_consumer.py"])
                .current_dir(&self.folder),
        )
        .map(drop)
    }

    fn shown(&self, arguments: &[&str]) -> Result<(), String> {
        let words: Vec<String> = arguments.iter().map(|word| shell_word(word)).collect();
        println!("  $ aws --endpoint-url={} {}", self.endpoint, words.join(" "));
        for line in self.quiet(arguments)?.lines() {
            println!("  {line}");
        }
        println!();
        Ok(())
    }

    fn quiet(&self, arguments: &[&str]) -> Result<String, String> {
        let mut command = Command::new(&self.aws);
        command
            .arg(format!("--endpoint-url={}", self.endpoint))
            .args(arguments)
            .current_dir(&self.folder)
            .env("AWS_ACCESS_KEY_ID", "test")
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .env("AWS_DEFAULT_REGION", platform::DEFAULT_REGION)
            .env("AWS_PAGER", "")
            .env_remove("AWS_PROFILE");
        succeed(&mut command)
    }

    /// Lists the bucket until the function has written its object.
    fn wait_for_object(&self) -> Result<String, String> {
        let begun = Instant::now();
        loop {
            let listing = self.quiet(&[
                "s3api",
                "list-objects-v2",
                "--bucket",
                "demo-pipeline-bucket",
                "--query",
                "Contents[].Key",
                "--output",
                "text",
            ])?;
            match listing.split_whitespace().next() {
                Some(key) if key != "None" => return Ok(key.to_owned()),
                _ if begun.elapsed() > PATIENCE => break,
                _ => {}
            }
        }
        let log = self.quiet(&["logs", "tail", "/aws/lambda/streamConsumer"]).unwrap_or_default();
        Err(format!("no object after {} s; the function's log:\n{log}", PATIENCE.as_secs()))
    }
}

/// An argument as one would type it.
fn shell_word(word: &str) -> String {
    if word.contains(['{', ' ']) { format!("'{word}'") } else { word.to_owned() }
}
