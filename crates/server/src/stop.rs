//! `waterwheel stop`: ends a server of this user; and `waterwheel reset`, which deletes what one that
//! does not run has kept.

use crate::cli::{ResetArgs, StopArgs};
use crate::output::{line, print};
use crate::running::{self, Running};
use crate::settings;
use std::fs::{self, File, TryLockError};
use std::io::{self, IsTerminal, stdin};
use std::path::Path;

/// Stops the server that is meant and waits for its end. The error is a sentence for the user.
pub fn run(args: &StopArgs) -> Result<(), String> {
    let all = running::all();
    let (meant, wanted) = match &args.data_dir {
        Some(dir) => (all.iter().find(|it| it.keeps(dir)), format!("on {}", dir.display())),
        None => {
            let listens = settings::listens_on(args.port, args.config.as_deref())?;
            let port = listens.port();
            (all.iter().find(|it| it.port() == port), format!("on port {port}"))
        }
    };
    let Some(server) = meant else {
        let others: Vec<_> =
            all.iter().map(|it| format!("waterwheel stop --port {}", it.port())).collect();
        let hint = match others.is_empty() {
            true => String::new(),
            false => format!("; there are others: {}", others.join(", ")),
        };
        return Err(format!("no server of yours runs {wanted}{hint}"));
    };
    let name = server.name();
    server.stop().map_err(|error| format!("{name} cannot be stopped: {error}"))?;
    server.wait();
    line(format_args!("stopped {name}"));
    Ok(())
}

/// What of a data folder is deleted, in this order: as long as the last is there, it is one.
const PARTS: [&str; 5] = ["lines", "blobs", "log", "tables", "format"];

/// Deletes what is kept, after asking. The error is a sentence for the user.
pub fn reset(args: &ResetArgs) -> Result<(), String> {
    let dir = settings::data_dir(args.data_dir.clone(), args.config.as_deref())?;
    let shown = dir.display();
    if !dir.join("format").exists() {
        line(format_args!("nothing is kept in {shown}"));
        return Ok(());
    }
    if !store_local::is_data_directory(&dir) {
        return Err(format!("{shown}/format is not Waterwheel's: nothing is deleted there"));
    }
    let lock = take(&dir)?;
    if !args.yes && !agreed(&dir)? {
        return Err("nothing was deleted".to_owned());
    }
    for part in PARTS {
        remove(&dir.join(part)).map_err(|error| format!("{shown}/{part}: {error}"))?;
    }
    drop(lock);
    line(format_args!("{shown} is empty"));
    Ok(())
}

/// Holds the folder, as a server does.
fn take(dir: &Path) -> Result<File, String> {
    let failed = |error: io::Error| format!("{}: {error}", dir.display());
    let options = File::options().read(true).write(true).create(true).truncate(false).clone();
    let lock = options.open(dir.join("lock")).map_err(failed)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::Error(error)) => Err(failed(error)),
        Err(TryLockError::WouldBlock) => {
            let all = running::all();
            let server = all.iter().find(|it| it.keeps(dir));
            let name = server.map_or("a server".to_owned(), Running::name);
            let port = server.map(|it| format!(" --port {}", it.port())).unwrap_or_default();
            Err(format!("{name} uses {}: `waterwheel stop{port}` first", dir.display()))
        }
    }
}

fn agreed(dir: &Path) -> Result<bool, String> {
    if !stdin().is_terminal() {
        return Err(format!("this would delete what is kept in {}: say --yes", dir.display()));
    }
    print(format_args!(
        "This deletes all streams, functions, objects, queues and topics in {}. Type yes: ",
        dir.display()
    ));
    let mut answer = String::new();
    stdin().read_line(&mut answer).map_err(|error| error.to_string())?;
    Ok(answer.trim().eq_ignore_ascii_case("yes"))
}

fn remove(path: &Path) -> io::Result<()> {
    let removed = match fs::symlink_metadata(path) {
        Ok(it) if it.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_ours_is_deleted_and_only_when_nobody_uses_it() {
        let dir = tempfile::tempdir().unwrap();
        let args = ResetArgs { data_dir: Some(dir.path().to_owned()), config: None, yes: true };
        fs::create_dir_all(dir.path().join("tables/x")).unwrap();
        fs::write(dir.path().join("notes.txt"), "mine").unwrap();
        // Without its mark it is no data folder.
        reset(&args).unwrap();
        assert!(dir.path().join("tables").exists());
        fs::write(dir.path().join("format"), "#!/bin/sh").unwrap();
        assert!(reset(&args).unwrap_err().contains("not Waterwheel's"));
        assert!(dir.path().join("tables").exists() && !dir.path().join("lock").exists());
        fs::write(dir.path().join("format"), "waterwheel data, version 3").unwrap();
        let held = File::create(dir.path().join("lock")).unwrap();
        held.try_lock().unwrap();
        assert!(reset(&args).unwrap_err().contains("waterwheel stop"));
        drop(held);
        reset(&args).unwrap();
        assert!(!dir.path().join("tables").exists() && !dir.path().join("format").exists());
        assert!(dir.path().join("notes.txt").exists());
    }
}
