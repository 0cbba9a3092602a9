//! `sim`: runs many worlds, says which broke a rule, and how to see one of them again.
#![allow(clippy::print_stdout)]

use clap::Parser;
use sim::{Plan, run};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, io, thread};

/// How many worlds one child process runs: what they leak goes with it.
const CHUNK: u64 = 50;

/// Runs seeded worlds of several processes and checks what their clients were promised.
#[derive(Clone, Debug, Parser)]
#[command(name = "sim")]
struct Arguments {
    /// How many seeds.
    #[arg(long, default_value_t = 100)]
    seeds: u64,
    /// The first of them.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Only this seed; its trace is written whatever comes of it.
    #[arg(long, conflicts_with_all = ["seeds", "from"])]
    seed: Option<u64>,
    /// How many processes serve Kinesis.
    #[arg(long, default_value_t = 1)]
    kinesis: usize,
    /// How many processes serve S3.
    #[arg(long, default_value_t = 1)]
    s3: usize,
    /// How many processes move records; no more than serve Kinesis and S3.
    #[arg(long, default_value_t = 1)]
    pipelines: usize,
    /// How many processes serve SQS; 0 for worlds without queues.
    #[arg(long, default_value_t = 1)]
    sqs: usize,
    /// How many processes serve SNS, of those that serve SQS; 0 for worlds without topics.
    #[arg(long)]
    sns: Option<usize>,
    /// How many processes serve DynamoDB; 0 for worlds without tables.
    #[arg(long, default_value_t = 1)]
    dynamodb: usize,
    /// How many processes serve CloudWatch; 0 for worlds without metrics.
    #[arg(long, default_value_t = 1)]
    cloudwatch: usize,
    /// The log refuses no append to a sealed lane, so that appends are confirmed.
    #[arg(long)]
    confirming: bool,
    /// For how many seconds of the world's time it is in trouble.
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Where the traces of worlds that broke a rule are written.
    #[arg(long)]
    traces: Option<PathBuf>,
    /// Runs the seeds in this process.
    #[arg(long, hide = true)]
    child: bool,
}

impl Arguments {
    fn plan(&self) -> Plan {
        Plan {
            kinesis: self.kinesis,
            s3: self.s3,
            pipelines: self.pipelines,
            sqs: self.sqs,
            sns: self.sns.unwrap_or(self.sqs.min(1)),
            dynamodb: self.dynamodb,
            cloudwatch: self.cloudwatch,
            confirming: self.confirming,
            seconds: self.seconds,
            mutation: None,
        }
    }

    /// The arguments that make the same worlds.
    fn world(&self) -> Vec<String> {
        let (plan, usual) = (self.plan(), Plan::default());
        let mut words = Vec::new();
        words.extend(plan.confirming.then(|| "--confirming".to_owned()));
        for (name, value, usual) in [
            ("--kinesis", plan.kinesis as u64, usual.kinesis as u64),
            ("--s3", plan.s3 as u64, usual.s3 as u64),
            ("--pipelines", plan.pipelines as u64, usual.pipelines as u64),
            ("--sqs", plan.sqs as u64, usual.sqs as u64),
            ("--sns", plan.sns as u64, usual.sns as u64),
            ("--dynamodb", plan.dynamodb as u64, usual.dynamodb as u64),
            ("--cloudwatch", plan.cloudwatch as u64, usual.cloudwatch as u64),
            ("--seconds", plan.seconds, usual.seconds),
        ] {
            if value != usual {
                words.extend([name.to_owned(), value.to_string()]);
            }
        }
        words
    }

    fn traces(&self) -> PathBuf {
        self.traces.clone().unwrap_or_else(|| std::env::temp_dir().join("waterwheel-sim"))
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let plan = arguments.plan();
    if plan.kinesis == 0 || plan.s3 == 0 || plan.pipelines == 0 {
        eprintln!("sim: each service needs a process");
        return ExitCode::FAILURE;
    }
    if plan.pipelines > plan.kinesis.min(plan.s3) {
        eprintln!("sim: a process that moves records serves Kinesis and S3 too");
        return ExitCode::FAILURE;
    }
    if plan.sns > plan.sqs {
        eprintln!("sim: a process that serves SNS serves SQS too");
        return ExitCode::FAILURE;
    }
    let outcome = match (arguments.child, arguments.seed) {
        (true, _) => child(&arguments),
        (false, Some(seed)) => one(&arguments, seed),
        (false, None) => all(&arguments),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("sim: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one world and writes its trace; whether it kept all rules.
fn one(arguments: &Arguments, seed: u64) -> io::Result<bool> {
    let outcome = run(seed, &arguments.plan())?;
    let trace = write_trace(&arguments.traces(), seed, &outcome.trace)?;
    println!(
        "seed {seed}: {} s of the world's time, {} records, {} messages, {} kills; {}",
        outcome.elapsed_ms / 1000,
        outcome.records,
        outcome.messages,
        outcome.kills,
        trace.display()
    );
    match outcome.violation {
        None => Ok(true),
        Some(violation) => {
            println!("{}: {}", violation.check, violation.message);
            Ok(false)
        }
    }
}

fn write_trace(folder: &Path, seed: u64, trace: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join(format!("seed-{seed}.trace"));
    fs::write(&path, trace)?;
    Ok(path)
}

/// Runs a few worlds and says of each, on standard output, when it begins and how it ended. A panic
/// in any task ends the process, so that it is nobody's secret.
fn child(arguments: &Arguments) -> io::Result<bool> {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        usual(panic);
        std::process::abort();
    }));
    for seed in arguments.from..arguments.from + arguments.seeds {
        println!("begin {seed}");
        let outcome = run(seed, &arguments.plan())?;
        match outcome.violation {
            None => println!("ok {} {}", outcome.records, outcome.kills),
            Some(violation) => {
                let trace = write_trace(&arguments.traces(), seed, &outcome.trace)?;
                let message = violation.message.replace('\n', " ");
                println!("failed {}: {message}; {}", violation.check, trace.display());
            }
        }
    }
    Ok(true)
}

/// What came of all worlds so far.
#[derive(Default)]
struct Tally {
    done: u64,
    records: u64,
    kills: u64,
    failed: Vec<(u64, String)>,
}

/// Runs many worlds on all cores; whether all kept all rules.
fn all(arguments: &Arguments) -> io::Result<bool> {
    let (tally, next) = (Arc::new(Mutex::new(Tally::default())), Arc::new(AtomicU64::new(0)));
    let cores = thread::available_parallelism()?.get();
    thread::scope(|scope| {
        let workers: Vec<_> =
            (0..cores).map(|_| scope.spawn(|| work(arguments, &next, &tally))).collect();
        let ended = workers.into_iter().map(|worker| {
            worker.join().unwrap_or_else(|_| Err(io::Error::other("a worker panicked")))
        });
        ended.collect::<io::Result<()>>()
    })?;
    let mut tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
    tally.failed.sort();
    let Tally { done, records, kills, failed } = &*tally;
    println!("{done} worlds, {records} records, {kills} kills: {} failed", failed.len());
    for (seed, why) in failed {
        let world = arguments.world().iter().map(|word| format!(" {word}")).collect::<String>();
        println!("{why}\n  again: cargo xtask sim --seed {seed}{world}");
    }
    Ok(failed.is_empty())
}

fn work(arguments: &Arguments, next: &AtomicU64, tally: &Mutex<Tally>) -> io::Result<()> {
    loop {
        let first = next.fetch_add(CHUNK, Ordering::Relaxed);
        if first >= arguments.seeds {
            return Ok(());
        }
        let end = arguments.from + arguments.seeds.min(first + CHUNK);
        let mut from = arguments.from + first;
        while from < end {
            from = chunk(arguments, from, end, tally)?;
        }
        let tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
        eprintln!("{} of {} worlds, {} failed", tally.done, arguments.seeds, tally.failed.len());
    }
}

/// Runs the worlds from one seed to another in a process of their own; gives the seed after the
/// last that it came to.
fn chunk(arguments: &Arguments, from: u64, to: u64, tally: &Mutex<Tally>) -> io::Result<u64> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("--child").args(arguments.world()).arg("--traces").arg(arguments.traces());
    command.args(["--from", &from.to_string(), "--seeds", &(to - from).to_string()]);
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut seed = None;
    let mut note = |line: &str| {
        let mut tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
        let mut words = line.split(' ');
        match (words.next(), seed) {
            (Some("begin"), _) => seed = words.next().and_then(|word| word.parse().ok()),
            (Some("ok"), Some(_)) => {
                let mut number = || words.next().and_then(|word| word.parse::<u64>().ok());
                tally.records += number().unwrap_or(0);
                tally.kills += number().unwrap_or(0);
                tally.done += 1;
                seed = None;
            }
            (_, Some(of)) => {
                tally.failed.push((of, format!("seed {of} {line}")));
                tally.done += 1;
                seed = None;
            }
            (_, None) => {}
        }
    };
    for line in BufReader::new(child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?).lines() {
        note(&line?);
    }
    let status = child.wait()?;
    let Some(cut_short) = seed else {
        return if status.success() { Ok(to) } else { Err(io::Error::other("a child failed")) };
    };
    let mut tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
    tally.failed.push((cut_short, format!("seed {cut_short} panicked ({status})")));
    tally.done += 1;
    Ok(cut_short + 1)
}
