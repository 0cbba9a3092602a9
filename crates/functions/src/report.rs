//! The lines the platform itself writes into a function's log, in AWS's format (page "Sending
//! Lambda function logs to CloudWatch Logs"), and the error documents it makes.

use std::time::Duration;

use serde_json::{Value, json};

use crate::function::LogFormat;

/// How an invocation ended, as the `REPORT` line tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    Success,
    /// The runtime ended, for a reason that has a name.
    Error(&'static str),
    Timeout,
}

/// The figures of a `REPORT` line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Report {
    pub(crate) duration: Duration,
    pub(crate) init: Option<Duration>,
    pub(crate) memory_mb: u32,
    pub(crate) max_memory_mb: u32,
    pub(crate) status: Status,
}

impl Report {
    /// Whole milliseconds, rounded up, the initialization included.
    pub(crate) fn billed_ms(&self) -> u64 {
        let all = self.duration + self.init.unwrap_or_default();
        u64::try_from(all.as_micros().div_ceil(1000)).unwrap_or(u64::MAX).max(1)
    }
}

fn millis(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 100_000.0).round() / 100.0
}

/// The line before the function's own.
pub(crate) fn start(format: LogFormat, id: &str, version: &str, time: &str) -> String {
    match format {
        LogFormat::Text => format!("START RequestId: {id} Version: {version}"),
        LogFormat::Json => {
            platform("platform.start", time, json!({"requestId": id, "version": version}))
        }
    }
}

/// The line after the function's own; the JSON format has none.
pub(crate) fn end(format: LogFormat, id: &str) -> Option<String> {
    (format == LogFormat::Text).then(|| format!("END RequestId: {id}"))
}

/// The last line of an invocation.
pub(crate) fn report(format: LogFormat, id: &str, report: &Report, time: &str) -> String {
    match format {
        LogFormat::Text => report_text(id, report),
        LogFormat::Json => platform("platform.report", time, report_record(id, report)),
    }
}

fn report_text(id: &str, report: &Report) -> String {
    let Report { duration, init, memory_mb, max_memory_mb, status } = *report;
    let mut line = format!(
        "REPORT RequestId: {id}\tDuration: {:.2} ms\tBilled Duration: {} ms\t\
         Memory Size: {memory_mb} MB\tMax Memory Used: {max_memory_mb} MB\t",
        millis(duration),
        report.billed_ms(),
    );
    if let Some(init) = init {
        line.push_str(&format!("Init Duration: {:.2} ms\t", millis(init)));
    }
    match status {
        Status::Success => {}
        Status::Error(kind) => line.push_str(&format!("Status: error\tError Type: {kind}")),
        Status::Timeout => line.push_str("Status: timeout"),
    }
    line
}

fn report_record(id: &str, report: &Report) -> Value {
    let mut metrics = json!({
        "durationMs": millis(report.duration),
        "billedDurationMs": report.billed_ms(),
        "memorySizeMB": report.memory_mb,
        "maxMemoryUsedMB": report.max_memory_mb,
    });
    if let Some(init) = report.init {
        metrics["initDurationMs"] = json!(millis(init));
    }
    let mut record = json!({"requestId": id, "metrics": metrics});
    match report.status {
        Status::Success => record["status"] = json!("success"),
        Status::Timeout => record["status"] = json!("timeout"),
        Status::Error(kind) => {
            record["status"] = json!("error");
            record["errorType"] = json!(kind);
        }
    }
    record
}

fn platform(kind: &str, time: &str, record: Value) -> String {
    json!({"time": time, "type": kind, "record": record}).to_string()
}

/// The answer to an invocation whose runtime ended.
pub(crate) fn exit_document(id: &str, kind: &str, how: &str) -> Vec<u8> {
    document(kind, &format!("RequestId: {id} Error: {how}"))
}

/// The answer to an invocation that took too long.
pub(crate) fn timeout_document(id: &str, timeout: Duration) -> Vec<u8> {
    document("Sandbox.Timedout", &format!("RequestId: {id} Error: {}", timeout_text(timeout)))
}

/// The answer to an invocation whose answer was longer than 6 MiB and a little.
pub(crate) fn too_large_document() -> Vec<u8> {
    document(
        "Function.ResponseSizeTooLarge",
        "Response payload size exceeded maximum allowed payload size (6291556 bytes).",
    )
}

/// The words of a timeout, also for the log.
pub(crate) fn timeout_text(timeout: Duration) -> String {
    format!("Task timed out after {:.2} seconds", timeout.as_secs_f64())
}

fn document(kind: &str, message: &str) -> Vec<u8> {
    json!({"errorType": kind, "errorMessage": message}).to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WARM: Report = Report {
        duration: Duration::from_micros(1_230),
        init: None,
        memory_mb: 128,
        max_memory_mb: 38,
        status: Status::Success,
    };

    #[test]
    fn a_warm_report_reads_as_on_aws() {
        assert_eq!(
            report(LogFormat::Text, "8f5", &WARM, ""),
            "REPORT RequestId: 8f5\tDuration: 1.23 ms\tBilled Duration: 2 ms\t\
             Memory Size: 128 MB\tMax Memory Used: 38 MB\t"
        );
    }

    #[test]
    fn a_cold_report_bills_and_tells_the_initialization() {
        let cold = Report { init: Some(Duration::from_micros(250_006)), ..WARM };
        let line = report(LogFormat::Text, "8f5", &cold, "");
        assert!(line.contains("\tBilled Duration: 252 ms\t"), "{line}");
        assert!(line.ends_with("\tInit Duration: 250.01 ms\t"), "{line}");
    }

    #[test]
    fn endings_are_told() {
        let late = Report { status: Status::Timeout, ..WARM };
        assert!(report(LogFormat::Text, "x", &late, "").ends_with("MB\tStatus: timeout"));
        let dead = Report { status: Status::Error("Runtime.ExitError"), ..WARM };
        let line = report(LogFormat::Text, "x", &dead, "");
        assert!(line.ends_with("\tStatus: error\tError Type: Runtime.ExitError"), "{line}");
    }

    #[test]
    fn json_lines_are_objects_and_have_no_end() {
        let line = report(LogFormat::Json, "x", &WARM, "2024-01-01T00:00:00.000Z");
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["type"], "platform.report");
        assert_eq!(value["record"]["metrics"]["billedDurationMs"], 2);
        assert_eq!(value["record"]["status"], "success");
        assert_eq!(end(LogFormat::Json, "x"), None);
    }

    #[test]
    fn a_timeout_is_worded_as_on_aws() {
        let text = String::from_utf8(timeout_document("r1", Duration::from_secs(3))).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["errorType"], "Sandbox.Timedout");
        assert_eq!(value["errorMessage"], "RequestId: r1 Error: Task timed out after 3.00 seconds");
    }
}
