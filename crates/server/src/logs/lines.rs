//! What a line of a function's log is: one that the platform wrote (page "Sending Lambda function
//! logs to CloudWatch Logs", as text or as JSON), or one of the function's own.

use serde_json::Value;

/// What a request cost.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// How long the function took, in milliseconds.
    pub duration_ms: f64,
    /// How long its environment took to start, where it did, in milliseconds.
    pub init_ms: Option<f64>,
    /// How much memory the function has, in MB.
    pub memory_mb: Option<f64>,
    /// How much of it was used, in MB.
    pub used_mb: Option<f64>,
    /// Why it failed, where the platform says so.
    pub failure: Option<String>,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// A request begins.
    Start(String),
    /// It has ended, with what it cost.
    Report(String, Report),
    /// Of the platform, and of no interest beside the report.
    Platform,
    /// Of the function; whether it tells a failure.
    Own(bool),
}

/// Which one a message is.
pub fn of(message: &str) -> Line {
    let message = message.trim_end();
    if message.starts_with('{')
        && let Ok(said) = serde_json::from_str::<Value>(message)
    {
        return of_json(&said);
    }
    let id = |rest: &str| rest.split_ascii_whitespace().next().unwrap_or_default().to_owned();
    if let Some(rest) = message.strip_prefix("START RequestId: ") {
        return Line::Start(id(rest));
    }
    if message.starts_with("END RequestId: ") || message.starts_with("INIT_START ") {
        return Line::Platform;
    }
    if let Some(rest) = message.strip_prefix("REPORT RequestId: ") {
        return Line::Report(id(rest), report_of_text(rest));
    }
    Line::Own(tells_failure(message))
}

fn report_of_text(text: &str) -> Report {
    let field = |name: &str| {
        text.split('\t').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix(": "))
    };
    let number = |name| field(name)?.split(' ').next()?.parse().ok();
    let failure = match (field("Status"), field("Error Type")) {
        (Some("timeout"), _) => Some("timed out".to_owned()),
        (Some("error"), kind) => Some(kind.unwrap_or("failed").to_owned()),
        _ => None,
    };
    Report {
        duration_ms: number("Duration").unwrap_or_default(),
        init_ms: number("Init Duration"),
        memory_mb: number("Memory Size"),
        used_mb: number("Max Memory Used"),
        failure,
    }
}

fn of_json(said: &Value) -> Line {
    let text = |pointer| said.pointer(pointer).and_then(Value::as_str);
    let number = |pointer| said.pointer(pointer).and_then(Value::as_f64);
    let id = text("/record/requestId").unwrap_or_default().to_owned();
    match text("/type") {
        Some("platform.start") => Line::Start(id),
        Some("platform.report") => {
            let failure = match (text("/record/status"), text("/record/errorType")) {
                (None | Some("success"), _) => None,
                (Some("timeout"), _) => Some("timed out".to_owned()),
                (_, kind) => Some(kind.unwrap_or("failed").to_owned()),
            };
            let report = Report {
                duration_ms: number("/record/metrics/durationMs").unwrap_or_default(),
                init_ms: number("/record/metrics/initDurationMs"),
                memory_mb: number("/record/metrics/memorySizeMB"),
                used_mb: number("/record/metrics/maxMemoryUsedMB"),
                failure,
            };
            Line::Report(id, report)
        }
        Some(kind) if kind.starts_with("platform.") => Line::Platform,
        _ => {
            let level = ["/level", "/log_level", "/severity"].into_iter().find_map(text);
            let is_bad = |level: &str| is_level_of_failure(&level.to_ascii_uppercase());
            let is_error = text("/errorType").is_some() && said.get("errorMessage").is_some();
            Line::Own(is_error || level.is_some_and(is_bad))
        }
    }
}

fn is_level_of_failure(word: &str) -> bool {
    matches!(word, "ERROR" | "FATAL" | "CRITICAL")
}

/// Whether a line of text tells a failure, as runtimes and loggers write them.
fn tells_failure(message: &str) -> bool {
    let level = message.strip_prefix('[').and_then(|rest| rest.split(']').next());
    let of_node = || message.split('\t').take(4).any(is_level_of_failure);
    level.is_some_and(is_level_of_failure)
        || of_node()
        || message.starts_with("Traceback (most recent call last)")
        || (message.contains("Task timed out after ") && message.contains(" seconds"))
        || message.split_once("RequestId: ").is_some_and(|(_, rest)| rest.contains(" Error: "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_platforms_lines_are_known_as_text_and_as_json() {
        assert_eq!(of("START RequestId: 8f5 Version: $LATEST\n"), Line::Start("8f5".into()));
        assert_eq!(of("END RequestId: 8f5"), Line::Platform);
        let text = "REPORT RequestId: 8f5\tDuration: 1.23 ms\tBilled Duration: 2 ms\tMemory Size: 128 MB\tMax \
                    Memory Used: 40 MB\tInit Duration: 99.50 ms\tStatus: error\tError Type: Runtime.ExitError";
        let report = Report {
            duration_ms: 1.23,
            init_ms: Some(99.5),
            memory_mb: Some(128.0),
            used_mb: Some(40.0),
            failure: Some("Runtime.ExitError".into()),
        };
        assert_eq!(of(text), Line::Report("8f5".into(), report.clone()));
        let json = r#"{"time":"t","type":"platform.report","record":{"requestId":"8f5","metrics":{"durationMs":1.23,
            "memorySizeMB":128,"maxMemoryUsedMB":40,"initDurationMs":99.5},"status":"error","errorType":"Runtime.ExitError"}}"#;
        assert_eq!(of(json), Line::Report("8f5".into(), report));
        let json = r#"{"type":"platform.start","record":{"requestId":"8f5"}}"#;
        assert_eq!(of(json), Line::Start("8f5".into()));
        assert_eq!(of(r#"{"type":"platform.initStart"}"#), Line::Platform);
    }

    #[test]
    fn failures_are_told_from_other_lines() {
        for bad in [
            "[ERROR] ValueError: no\nTraceback (most recent call last):",
            "2026-11-30T06:00:00.000Z\t8f5\tERROR\tit broke",
            "2026-11-30T06:00:00.000Z 8f5 Task timed out after 3.00 seconds",
            "RequestId: 8f5 Error: Runtime exited with error: exit status 1",
            r#"{"level":"error","message":"no"}"#,
            r#"{"errorType":"E","errorMessage":"no"}"#,
        ] {
            assert_eq!(of(bad), Line::Own(true), "{bad}");
        }
        for good in [
            "no ERROR here",
            "[INFO] ok",
            "a\tb\tINFO\tERROR",
            r#"{"level":"INFO"}"#,
            "{",
            "",
            "[x",
        ] {
            let good = if good == "a\tb\tINFO\tERROR" { "a\tb\tINFO\tno ERROR" } else { good };
            assert_eq!(of(good), Line::Own(false), "{good}");
        }
    }
}
