//! The first steps of an environment's process: it shuts itself in, then becomes the interpreter.
//!
//! The server's binary starts itself again to get here, so that nothing has to be done between a
//! fork and an exec of the (many-threaded) server. There are three processes per environment: the
//! *guard*, which makes the namespaces, waits, and ends everything when the server goes; the
//! *first* of the process namespace, which takes up orphans, so that the program is an ordinary
//! process, on which signals act; and the environment itself, which applies the layers of its
//! sandbox and becomes the program.

mod layers;

use std::{
    ffi::OsString,
    io::{self, BufRead, Read, Write},
    os::fd::AsFd,
    os::unix::process::{CommandExt, ExitStatusExt},
    path::Path,
    process::{Child, Command, ExitCode, ExitStatus, Stdio},
    sync::mpsc,
};

use rustix::process::{Pid, Signal, WaitOptions};

use crate::sandbox::isolation::Order;

/// Entered by the server's binary when its first argument is the one named in
/// [`Config::launcher`](crate::Config::launcher); `args` are the arguments after that one.
/// Call it before anything else is set up: it expects to be the only thread. Returns only when
/// the environment could not be started or has ended.
pub fn main(args: impl Iterator<Item = OsString>) -> ExitCode {
    let mut args = args;
    let mode = args.next().unwrap_or_default();
    // As on AWS, not as the server's, which keeps what it makes to itself.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o022));
    let done = match mode.to_str() {
        Some("guard") => guard(),
        Some("enter") => enter(),
        Some("first") => first(),
        Some("user") => as_user(args),
        _ => Err(io::Error::other("this command is for the server's own use")),
    };
    done.unwrap_or_else(|error| {
        // Standard error is the function's log.
        drop(writeln!(io::stderr(), "the environment could not be started: {error}"));
        ExitCode::FAILURE
    })
}

fn words(all: &[String]) -> io::Result<(&String, &[String])> {
    all.split_first().ok_or_else(|| io::Error::other("no program to start"))
}

/// Reads the order, starts the environment and waits for its end, or for the server's.
fn guard() -> io::Result<ExitCode> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    let order: Order = serde_json::from_str(&line)?;
    if order.isolation.user {
        layers::user_namespace()?;
    }
    if let Some(ports) = order.isolation.network {
        layers::network(&ports, io::stdin().as_fd())?;
    }
    let (tell, told) = mpsc::channel();
    // Started before the process namespace: afterwards no thread can be.
    std::thread::Builder::new().spawn(move || {
        // The server holds the other end and writes nothing more: an end of file is its end, or
        // its wish.
        drop(io::stdin().lock().read(&mut [0]));
        if let Ok(pid) = told.recv() {
            end(pid);
        }
    })?;
    if order.isolation.processes {
        layers::process_namespace()?;
    }
    let mut first = match order.isolation.processes {
        true => {
            let mut first = again(&order, "first")?;
            Some(first.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?)
        }
        false => None,
    };
    let mut child = again(&order, "enter")?.stdin(Stdio::piped()).spawn()?;
    if let Some(mut ready) = first.as_mut().and_then(|first| first.stdout.take()) {
        // Nothing of the function's runs before nobody can look into the first any more.
        ready.read_exact(&mut [0])?;
    }
    if let Some(mut input) = child.stdin.take() {
        input.write_all(line.as_bytes())?;
    }
    let pid = pid_of(&child);
    // The thread may have ended with the server already; then so has the environment.
    let _ = tell.send(pid);
    let status = child.wait()?;
    end_group(pid);
    if let Some(first) = &mut first {
        // All the rest of the namespace ends with it.
        first.kill()?;
        first.wait()?;
    }
    Ok(pass_on(status))
}

/// The launcher once more.
fn again(order: &Order, mode: &str) -> io::Result<Command> {
    let (program, rest) = words(&order.launcher)?;
    let mut command = Command::new(program);
    command.args(rest).arg(mode).env_clear().current_dir("/");
    Ok(command)
}

/// Takes up and buries what has lost its parent, until it is ended from outside.
fn first() -> io::Result<ExitCode> {
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
    // None of its own kind of root looks into it, nor through it at what it sees.
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    io::stdout().write_all(b"r")?;
    io::stdout().flush()?;
    rustix::process::setsid()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut orphans = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::child())?;
        loop {
            while let Ok(Some(_)) = rustix::process::wait(WaitOptions::NOHANG) {}
            orphans.recv().await;
        }
    })
}

fn pid_of(child: &Child) -> Option<Pid> {
    i32::try_from(child.id()).ok().and_then(Pid::from_raw)
}

fn end(pid: Option<Pid>) {
    end_group(pid);
    if let Some(pid) = pid {
        let _ = rustix::process::kill_process(pid, Signal::KILL);
    }
}

fn end_group(pid: Option<Pid>) {
    if let Some(pid) = pid {
        let _ = rustix::process::kill_process_group(pid, Signal::KILL);
    }
}

/// Ends as the environment ended.
fn pass_on(status: ExitStatus) -> ExitCode {
    if let Some(signal) = status.signal().and_then(Signal::from_named_raw) {
        let _ = rustix::process::kill_process(rustix::process::getpid(), signal);
    }
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(u8::MAX);
    ExitCode::from(code)
}

/// Applies the layers to this process and becomes the program.
fn enter() -> io::Result<ExitCode> {
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
    rustix::process::setsid()?;
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text)?;
    let order: Order = serde_json::from_str(&text)?;
    layers::apply(&order.isolation)?;
    if order.program.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let (program, rest) = words(&order.program)?;
    let error = Command::new(program)
        .args(rest)
        .env_clear()
        .envs(&order.env)
        .current_dir(Path::new(&order.dir))
        .stdin(Stdio::null())
        .exec();
    Err(io::Error::new(error.kind(), format!("{program}: {error}")))
}

/// Becomes a program of ours that is root in a user namespace of its own.
fn as_user(mut args: impl Iterator<Item = OsString>) -> io::Result<ExitCode> {
    layers::user_namespace()?;
    let program = args.next().ok_or_else(|| io::Error::other("no program to start"))?;
    Err(Command::new(program).args(args).exec())
}
