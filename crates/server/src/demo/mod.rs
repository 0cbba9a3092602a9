//! `waterwheel demo`: the pipeline of the README, command by command, with the AWS CLI.

mod steps;
mod tools;

use crate::assemble::Server;
use crate::cli::{DemoArgs, LogFormat, StartArgs};
use crate::logging;
use crate::output::{line, print};
use crate::settings::Settings;
use crate::start::StopSignals;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::Duration;
use steps::{BUCKET, FUNCTION, Step, steps};
use tokio::time::Instant;
use tools::Tools;
pub use tools::{PYTHON_MINOR, aws_packages};

const HANDLER: &str =
    include_str!("../../../../examples/kinesis-lambda-s3/lambda_kinesis_consumer.py");

/// The longest that the demo waits for its object.
const PATIENCE: Duration = Duration::from_secs(60);

/// The longest command that is shown in one line.
const WIDTH: usize = 110;

/// Runs the demo on a server of its own.
pub async fn run(args: DemoArgs) -> Result<(), String> {
    logging::begin(LogFormat::Human, "error")?;
    line("Waterwheel: a record travels from a Kinesis stream through a Lambda function to an");
    line("S3 bucket. Each command is what you would type.\n");
    let mut stop = StopSignals::listen()?;
    let tools = tokio::select! {
        tools = Tools::gather() => tools?,
        () = stop.wait() => return Ok(()),
    };
    let server = serve(args.port).await?;
    let endpoint = format!("http://localhost:{}", server.address().port());
    line(format_args!("● Serving on {endpoint}, data in memory\n"));
    let demo = Demo { tools, endpoint, folder: server.scratch().join("demo") };
    let outcome = tokio::select! {
        outcome = demo.pipeline() => outcome,
        () = stop.wait() => Err("the demo was stopped".to_owned()),
    };
    if outcome.is_ok() && args.keep {
        line(format_args!("Still serving on {}; stop with Ctrl-C.", demo.endpoint));
        stop.wait().await;
    }
    server.stop().await;
    outcome
}

/// A server on the wanted port, or on any free one when that is taken.
async fn serve(port: u16) -> Result<Server, String> {
    let settings = |port| {
        let args = StartArgs { port: Some(port), ephemeral: true, ..StartArgs::default() };
        Settings::without_file(args)
    };
    match Server::start(&settings(port)?).await {
        Ok(server) => Ok(server),
        Err(_) if port != 0 => {
            line(format_args!("● Port {port} is taken; another one will do"));
            Server::start(&settings(0)?).await
        }
        Err(problem) => Err(problem),
    }
}

/// The AWS CLI, pointed at the demo's server.
struct Demo {
    tools: Tools,
    endpoint: String,
    folder: PathBuf,
}

impl Demo {
    /// Runs every step and shows the stored object.
    async fn pipeline(&self) -> Result<(), String> {
        self.package().await?;
        let steps = steps(self.tools.aws.takes_base64);
        let last = steps.len() + 1;
        for (index, step) in steps.iter().enumerate() {
            self.take(step, &format!("{}/{last}", index + 1)).await?;
        }
        line(format_args!("● {last}/{last} Look into the bucket"));
        let key = self.wait_for_object().await?;
        let copy = format!("s3 cp s3://{BUCKET}/{key} -");
        self.show(&copy);
        let content = self.aws(&copy).await?;
        line(format_args!("    {content}\n"));
        line("The record went through. Next: `waterwheel start`, and `waterwheel --help`.");
        Ok(())
    }

    /// Zips the handler, with Python, since not every machine has `zip`.
    async fn package(&self) -> Result<(), String> {
        let written = |path: &Path| {
            std::fs::create_dir_all(&self.folder)?;
            std::fs::write(path, HANDLER)
        };
        let handler = self.folder.join("lambda_kinesis_consumer.py");
        written(&handler).map_err(|error| format!("{}: {error}", handler.display()))?;
        let mut zip = tools::command(self.tools.python.path());
        zip.args(["-m", "zipfile", "-c", "function.zip", "lambda_kinesis_consumer.py"]);
        tools::succeed(zip.current_dir(&self.folder)).await.map(drop)
    }

    /// Shows a step's command, runs it, and shows what matters of the answer.
    async fn take(&self, step: &Step, number: &str) -> Result<(), String> {
        line(format_args!("● {number} {}", step.title));
        self.show(&step.command);
        let answer = self.aws(&step.command).await?;
        let answer: Value = serde_json::from_str(&answer).unwrap_or_default();
        for pointer in step.tells {
            let name = pointer.rsplit('/').next().unwrap_or(pointer);
            if let Some(value) = answer.pointer(pointer) {
                line(format_args!("    {name}: {}", value.as_str().unwrap_or_default()));
            }
        }
        line("");
        Ok(())
    }

    /// Shows a command as one would type it, broken before its options where it is long.
    fn show(&self, arguments: &str) {
        let command = format!("$ aws --endpoint-url={} {arguments}", self.endpoint);
        let shown = match command.len() > WIDTH {
            true => command.replacen(" --", "\u{0}", 1).replace(" --", " \\\n        --"),
            false => command,
        };
        line(format_args!("    {}", shown.replace('\u{0}', " --")));
    }

    async fn aws(&self, arguments: &str) -> Result<String, String> {
        let mut command = self.tools.aws.command();
        command
            .arg(format!("--endpoint-url={}", self.endpoint))
            .args(steps::words(arguments))
            .current_dir(&self.folder);
        tools::succeed(&mut command).await
    }

    /// Lists the bucket until the function has written its object.
    async fn wait_for_object(&self) -> Result<String, String> {
        let begun = Instant::now();
        let list = format!("s3 ls s3://{BUCKET}");
        self.show(&list);
        while begun.elapsed() < PATIENCE {
            let listing = self.aws(&list).await?;
            if let Some(key) = listing.split_whitespace().last() {
                print(format_args!("    {listing}"));
                return Ok(key.to_owned());
            }
        }
        let asked = format!(
            "logs filter-log-events --log-group-name /aws/lambda/{FUNCTION} \
             --query events[].message --output text"
        );
        let log = self.aws(&asked).await.unwrap_or_default();
        Err(format!("no object after {} s; the function's log:\n{log}", PATIENCE.as_secs()))
    }
}
