//! `waterwheel clock`: the time of a running server, and turning it ahead.

mod desk;

pub use desk::{Desk, of};

use crate::ask::AskArgs;
use crate::client;
use crate::output::{line, print};
use crate::span;
use clap::{Args, Subcommand, ValueEnum};
use platform::{Clock as _, SystemClock};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use shapes::Timestamp;

/// Where it lies.
pub const PATH: &str = "/_waterwheel/clock";

/// Examples of `clock`.
pub const EXAMPLES: &str = "\
A server that was started with --clock virtual has a clock that runs as the machine's does and can be
turned ahead: records grow old, messages come into sight, iterators and credentials end, and what is
due meanwhile is done, all at once. It is never turned back; `waterwheel reset` begins anew.

Examples:
  waterwheel start --clock virtual
  waterwheel clock
  waterwheel clock advance 25h
  waterwheel clock set 2027-01-01T00:00:00Z";

/// Examples of `clock advance`.
const ADVANCE_EXAMPLES: &str = "\
Examples:
  waterwheel clock advance 25h
  waterwheel clock advance 1d12h --json | jq .now";

/// Examples of `clock set`.
const SET_EXAMPLES: &str = "\
Examples:
  waterwheel clock set 2027-01-01
  waterwheel clock set 2027-01-01T08:30:00Z";

/// What time a server goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The machine's.
    System,
    /// One that can be turned ahead of it.
    Virtual,
}

/// Options of `clock`.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct ClockArgs {
    /// What to do.
    #[command(subcommand)]
    command: Option<Command>,
    /// Where.
    #[command(flatten)]
    of: Of,
}

/// The subcommands of `clock`.
#[derive(Subcommand)]
enum Command {
    /// Turn it ahead by a span, and return when what has become due was done
    #[command(after_help = ADVANCE_EXAMPLES)]
    Advance(AdvanceArgs),
    /// Turn it ahead to a time, and return when what has become due was done
    #[command(after_help = SET_EXAMPLES)]
    Set(SetArgs),
}

#[derive(Args)]
struct AdvanceArgs {
    /// How far: 30s, 25h, 1d12h
    #[arg(value_name = "SPAN", value_parser = span::parse)]
    by: i64,
    #[command(flatten)]
    of: Of,
}

#[derive(Args)]
struct SetArgs {
    /// The time: 2027-01-01T08:30:00Z, 2027-01-01, or seconds since 1970
    #[arg(value_name = "TIME", value_parser = span::time)]
    to: Timestamp,
    #[command(flatten)]
    of: Of,
}

#[derive(Args)]
struct Of {
    #[command(flatten)]
    ask: AskArgs,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What the server answers.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// `system` or `virtual`.
    pub clock: String,
    /// The time, ISO 8601.
    pub now: String,
    /// The same, in milliseconds since the epoch.
    pub now_ms: i64,
    /// How far it is ahead of the machine's clock, in milliseconds.
    pub ahead_ms: i64,
    /// After a turn, whether all that became due has had its turn; else some of it is still at work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<bool>,
}

/// Shows the clock, or turns it. The error is a sentence for the user.
pub fn run(args: &ClockArgs) -> Result<(), String> {
    let (of, turn) = match &args.command {
        None => (&args.of, None),
        Some(Command::Advance(it)) => (&it.of, Some(json!({ "advance_ms": it.by }))),
        Some(Command::Set(it)) => (&it.of, Some(json!({ "set_ms": it.to.millis() }))),
    };
    let text = ask(&of.ask, turn.as_ref())?;
    if of.json {
        print(text);
    } else {
        line(shown(&understood(&text)?));
    }
    Ok(())
}

/// The time of a server, in milliseconds since the epoch: the machine's where the server does not
/// tell its own.
pub fn now_ms(args: &AskArgs) -> i64 {
    let told = ask(args, None).and_then(|text| understood(&text));
    told.map_or_else(|_| SystemClock.now().millis(), |told| told.now_ms)
}

fn ask(args: &AskArgs, turn: Option<&Value>) -> Result<String, String> {
    let (url, key) = (args.endpoint.url()?, args.key()?);
    match turn {
        Some(turn) => client::post(&url, PATH, &turn.to_string(), key.as_ref()),
        None => client::get(&url, PATH, "", key.as_ref()),
    }
}

fn understood(text: &str) -> Result<Told, String> {
    serde_json::from_str(text)
        .map_err(|error| format!("the server's answer is not understood: {error}"))
}

/// The clock for a person.
fn shown(told: &Told) -> String {
    let ahead = match (&*told.clock, told.ahead_ms) {
        ("virtual", 0) => "a virtual clock, not turned yet".to_owned(),
        ("virtual", ms) => format!("{} ahead of the machine's clock", span::text(ms)),
        _ => "the machine's clock; `waterwheel start --clock virtual` has one to turn".to_owned(),
    };
    let rest = match told.settled {
        Some(false) => "\nsome of what became due is still at work",
        _ => "",
    };
    format!("{}  {ahead}{rest}", told.now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_says_how_far_it_is_ahead() {
        let told = |clock: &str, ahead_ms, settled| {
            let (clock, now) = (clock.to_owned(), "T".to_owned());
            shown(&Told { clock, now, now_ms: 0, ahead_ms, settled })
        };
        assert_eq!(told("virtual", 90_000_000, Some(true)), "T  1d1h ahead of the machine's clock");
        assert!(
            told("virtual", 1, Some(false)).ends_with("\nsome of what became due is still at work")
        );
        assert!(told("virtual", 0, None).ends_with("not turned yet"));
        assert!(told("system", 0, None).contains("--clock virtual"));
    }
}
