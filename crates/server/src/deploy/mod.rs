//! `waterwheel deploy`: a function from a folder, and what feeds it, on a running server.
//!
//! A client of the public APIs: what it does, a script with any AWS client can do. It may be run
//! again at any time: what is there already stays, and the same files make the same package.

mod aws;
mod dependencies;
mod entry;
mod feeds;
mod files;
mod function;
mod node;
mod package;
mod patience;
mod python;
mod watch;

use crate::api::Api;
use crate::cli::QueueArgs;
use crate::clock;
use crate::escape;
use crate::logs;
use crate::output::line;
use clap::Args;
use dependencies::Layers;
use entry::{Entry, Language};
use files::{Source, Stamp};
use function::{Function, Outcome, Wish};
use package::Package;
use serde_json::json;
use std::path::PathBuf;
use std::thread;
use tokio::time::Instant;
use watch::Watch;

/// The role of functions of which nobody says another.
const ROLE: &str = "waterwheel-deploy";

/// Examples for the help.
pub const EXAMPLES: &str = "\
Left out of a folder's package: dot files, what .gitignore files in it name, __pycache__ and *.pyc,
virtual environments and folders marked as caches, tests (folders test, tests, __tests__; files
test_*.py, *_test.py, conftest.py, *.test.js and *.spec.js), and waterwheel.toml. What
requirements.txt or package.json asks for is installed into the user's cache folder, once, and
laid beside the code. Links are followed within the folder; one that leads out of it is refused.

Examples:
  waterwheel deploy ./consumer --stream clicks --bucket results
  waterwheel deploy handler.py --name orders --queue orders --timeout 30
  waterwheel deploy target/release/bootstrap --name fast --env BUCKET=results
  waterwheel deploy --watch --logs";

/// Options of `deploy`.
#[derive(Args)]
pub struct DeployArgs {
    /// A folder with the function's code, or one file, which is deployed alone: handler.py,
    /// index.mjs, an executable bootstrap
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// The function's name [default: that of the folder or file]
    #[arg(long)]
    pub name: Option<String>,
    /// Where the code begins, such as app.handler [default: found in lambda_function, app, handler,
    /// index, main, or what package.json calls main]
    #[arg(long)]
    pub handler: Option<String>,
    /// The runtime [default: the function's own, or the one of the interpreter at hand]
    #[arg(long)]
    pub runtime: Option<String>,
    /// The name of the function's role, which is made when there is none [default: the function's
    /// own, or waterwheel-deploy]
    #[arg(long, value_name = "NAME", value_parser = aws::role_name)]
    pub role: Option<String>,
    /// A variable of the function's environment; may be repeated, and those set before stay
    #[arg(long, value_name = "KEY=VALUE", value_parser = variable)]
    pub env: Vec<(String, String)>,
    /// The longest an invocation may take, in seconds
    #[arg(long, value_name = "SECONDS")]
    pub timeout: Option<u32>,
    /// Memory, in MB
    #[arg(long, value_name = "MB")]
    pub memory: Option<u32>,
    /// A stream whose records the function gets, from now on; made, with one shard, when there is
    /// none; may be repeated
    #[arg(long, value_name = "NAME", value_parser = aws::stream_name)]
    pub stream: Vec<String>,
    /// A queue whose messages the function gets; made when there is none; may be repeated
    #[arg(long, value_name = "NAME", value_parser = aws::queue_name)]
    pub queue: Vec<String>,
    /// A bucket, made when there is none, whose name the function finds in its variable BUCKET
    #[arg(long, value_name = "NAME", value_parser = aws::bucket_name)]
    pub bucket: Option<String>,
    /// Go on, and deploy again whenever a file changes
    #[arg(long)]
    pub watch: bool,
    /// Go on, and show what the function logs
    #[arg(long, conflicts_with = "json")]
    pub logs: bool,
    /// Where, and as whom.
    #[command(flatten)]
    pub of: QueueArgs,
}

fn variable(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("a variable is KEY=VALUE".to_owned()),
    }
}

/// Does what the command line says. The error is a sentence for the user.
pub fn run(args: &DeployArgs) -> Result<(), String> {
    let source = Source::new(&args.path)?;
    let name = source.function_name(args.name.as_deref())?;
    let api = Api::new(&args.of.ask)?;
    let begun = clock::now_ms(&args.of.ask);
    // It watches before it looks, so that nothing changes unseen in between.
    let mut watch = args.watch.then(|| Watch::new(&source)).transpose()?;
    let layers = Layers::new(args.of.json);
    let mut deployment = Deployment { args, source, name, api, layers };
    let stamp = deployment.source.stamp();
    match deployment.whole() {
        Err(problem) if args.watch => deployment.say_problem(&problem),
        done => done?,
    }
    let follower = args.logs.then(|| {
        let (api, name) = (Api::new(&args.of.ask), deployment.name.clone());
        thread::spawn(move || crate::block_on(logs::follow(api?, &name, begun)))
    });
    if let Some(watch) = &mut watch {
        return deployment.forever(watch, stamp);
    }
    match follower {
        Some(follower) => follower.join().unwrap_or_else(|_| Err("the log was lost".to_owned())),
        None => Ok(()),
    }
}

/// What is deployed, and where to.
struct Deployment<'a> {
    args: &'a DeployArgs,
    source: Source,
    name: String,
    api: Api,
    layers: Layers,
}

impl Deployment<'_> {
    /// Everything: what the function needs, the function, what feeds it.
    fn whole(&mut self) -> Result<(), String> {
        let begun = Instant::now();
        if let Some(bucket) = &self.args.bucket {
            let made = aws::ensure_bucket(&self.api, bucket)?;
            self.tell(&format!("bucket {bucket}"), made);
        }
        let there = function::get(&self.api, &self.name)?;
        let role = self.role(there.as_ref())?;
        self.function(there, &role, begun)?;
        for stream in &self.args.stream {
            let made = feeds::stream(&self.api, &self.name, stream)?;
            self.tell(&format!("stream {stream}"), made.source);
            self.tell(&format!("mapping of {stream} to {}", self.name), made.mapping);
        }
        for queue in &self.args.queue {
            let made = feeds::queue(&self.api, &self.name, queue)?;
            self.tell(&format!("queue {queue}"), made.source);
            self.tell(&format!("mapping of {queue} to {}", self.name), made.mapping);
        }
        Ok(())
    }

    /// Deploys again whenever something changes. What fails is told, and the next change tried.
    fn forever(&mut self, watch: &mut Watch, mut last: Stamp) -> Result<(), String> {
        loop {
            let now = self.source.stamp();
            if now != last {
                last = now;
                self.again().unwrap_or_else(|problem| self.say_problem(&problem));
            }
            watch.wait(&self.source)?;
        }
    }

    /// The function; or everything, where a server was started anew and has it no more.
    fn again(&mut self) -> Result<(), String> {
        let begun = Instant::now();
        let Some(there) = function::get(&self.api, &self.name)? else { return self.whole() };
        let role = match &self.args.role {
            Some(_) => self.role(Some(&there))?,
            None => there.role.clone(),
        };
        self.function(Some(there), &role, begun)
    }

    /// The ARN of the function's role. One that nobody named and that is not ours stays as it is.
    fn role(&self, there: Option<&Function>) -> Result<String, String> {
        let of_others = |it: &&Function| !it.role.ends_with(&format!(":role/{ROLE}"));
        let name = match (&self.args.role, there.filter(of_others)) {
            (Some(name), _) => name,
            (None, Some(there)) => return Ok(there.role.clone()),
            (None, None) => ROLE,
        };
        let role = aws::ensure_role(&self.api, name)?;
        self.tell(&format!("role {name}"), role.made);
        Ok(role.arn)
    }

    /// Packs the function and makes it what it should be.
    fn function(
        &mut self,
        there: Option<Function>,
        role: &str,
        begun: Instant,
    ) -> Result<(), String> {
        let files = self.source.files()?;
        let entry = self.entry(&files)?;
        let known = there.as_ref().and_then(|it| it.runtime.as_deref());
        let runtime = self.layers.runtime(&entry, self.args.runtime.as_deref(), known)?;
        let layer = self.layers.of(&self.source, &entry, &runtime)?;
        let package = Package::new(&files, layer)?;
        let wish = Wish {
            name: &self.name,
            runtime: &runtime,
            handler: &entry.handler,
            role,
            variables: self.variables(),
            timeout: self.args.timeout,
            memory: self.args.memory,
        };
        let outcome = function::apply(&self.api, there, &wish, &package)?;
        self.report(&outcome, &wish, &package, begun);
        Ok(())
    }

    fn entry(&self, files: &[files::File]) -> Result<Entry, String> {
        let named = self.args.handler.as_deref();
        let language = self.args.runtime.as_deref().map(Language::of_runtime).transpose()?;
        entry::find(files, named, language)
    }

    fn variables(&self) -> Vec<(String, String)> {
        let bucket = self.args.bucket.iter().map(|name| ("BUCKET".to_owned(), name.clone()));
        bucket.chain(self.args.env.iter().cloned()).collect()
    }

    /// Says what became of something that is there now.
    fn tell(&self, what: &str, made: bool) {
        if !self.args.of.json {
            line(format_args!("● {what}: {}", if made { "made" } else { "there" }));
        }
    }

    fn say_problem(&self, problem: &str) {
        if self.args.of.json {
            line(json!({ "function": self.name, "error": problem }));
        } else {
            line(format_args!("✗ {}", escape::lines(problem)));
        }
    }

    fn report(&self, outcome: &Outcome, wish: &Wish<'_>, package: &Package, begun: Instant) {
        let ms = begun.elapsed().as_millis();
        let Wish { name, runtime, handler, .. } = wish;
        if self.args.of.json {
            line(json!({
                "function": name,
                "functionArn": outcome.arn,
                "outcome": outcome.word,
                "runtime": runtime,
                "handler": handler,
                "codeSha256": package.sha256,
                "ms": u64::try_from(ms).unwrap_or(u64::MAX),
            }));
            return;
        }
        let kept = package.zip.len().div_ceil(1024);
        let files = package.files;
        line(format_args!(
            "● function {name}: {} in {ms} ms ({runtime}, {handler}, {files} files, {kept} KB)",
            outcome.word
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_keys_and_values() {
        let pair = |key: &str, value: &str| Ok((key.to_owned(), value.to_owned()));
        assert_eq!(variable("A=b=c"), pair("A", "b=c"));
        assert_eq!(variable("A="), pair("A", ""));
        assert!(variable("=b").is_err() && variable("A").is_err());
    }
}
