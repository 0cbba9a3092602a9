//! `waterwheel start --detach`: a server that goes on when its terminal does not.

use crate::output::line;
use crate::private;
use crate::settings::Settings;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The option that the server itself is started with.
const INNER: &str = "--detached";

/// Starts a server with the same options and returns once it is ready. The error says why it is not.
pub fn run(settings: &Settings) -> Result<(), String> {
    private::make_for_this_user_only();
    let (log, path) = log_file(settings.data_dir.as_deref())?;
    let before = log.metadata().map_or(0, |it| it.len());
    let program = std::env::current_exe().map_err(|error| format!("no program: {error}"))?;
    let arguments = std::env::args_os().skip(1);
    let arguments = arguments.map(|it| if it == "--detach" { INNER.into() } else { it });
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
    let mut child = command.spawn().map_err(|error| format!("it does not start: {error}"))?;
    let mut ready = String::new();
    if let Some(out) = child.stdout.take() {
        // What cannot be read has not come.
        let _ = BufReader::new(out).read_line(&mut ready);
    }
    if ready.is_empty() {
        let status = child.wait().map_err(|error| error.to_string())?;
        let said = said_since(&path, before);
        return Err(format!("the server ended ({status}):\n{said}\nits log is {}", path.display()));
    }
    line(ready.trim_end());
    line(format_args!(
        "It is process {}, its log is {}; `waterwheel stop{}` ends it.",
        child.id(),
        path.display(),
        stop_option(&ready)
    ));
    Ok(())
}

/// Leaves the terminal, as the process that [`run`] started.
pub fn leave_terminal() {
    // It fails only for who leads its group already, and so has left.
    let _ = rustix::process::setsid();
}

/// The option by which `stop` finds the server of this ready line.
fn stop_option(ready: &str) -> String {
    let url = ready.split_whitespace().find(|word| word.starts_with("http://"));
    match url.and_then(|url| url.rsplit(':').next()) {
        None | Some("4566") => String::new(),
        Some(port) => format!(" --port {port}"),
    }
}

/// In the data folder, or, where nothing is kept, a new one among the temporary files.
fn log_file(data_dir: Option<&Path>) -> Result<(File, PathBuf), String> {
    match data_dir {
        Some(dir) => {
            let path = dir.join("server.log");
            let made = fs::create_dir_all(dir);
            let open = || File::options().create(true).append(true).open(&path);
            let file = made.and_then(|()| open());
            file.map(|file| (file, path.clone()))
                .map_err(|error| format!("{}: {error}", path.display()))
        }
        None => {
            let made =
                tempfile::Builder::new().prefix("waterwheel-server-").suffix(".log").tempfile();
            let made = made.map_err(|error| format!("no file for its log: {error}"))?;
            made.keep().map_err(|error| format!("no file for its log: {error}"))
        }
    }
}

/// The last lines that a log has beyond this length.
fn said_since(path: &Path, before: u64) -> String {
    const MOST: usize = 10;
    let read = || {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(before))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        std::io::Result::Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    let text = read().unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(MOST)..].join("\n")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_told_from_where_this_start_began() {
        let dir = tempfile::tempdir().unwrap();
        let (_, path) = log_file(Some(&dir.path().join("data"))).unwrap();
        fs::write(&path, "before\nafter\n").unwrap();
        assert_eq!(said_since(&path, 7), "after");
        assert_eq!(stop_option("ready on http://127.0.0.1:4570 with"), " --port 4570");
        assert_eq!(stop_option("ready on http://127.0.0.1:4566 with"), "");
    }
}
