//! A fault as JSON says it.

use crate::near;
use platform::{Arn, DEFAULT_ACCOUNT, DEFAULT_REGION, Fault, FaultKind, Platform, SetFault};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use shapes::Timestamp;
use std::time::Duration;

/// What goes wrong, as it is called.
const KINDS: [&str; 5] =
    ["throttle", "latency", "internal-error", "expired-iterator", "dropped-answer"];

/// Services whose resources may be named, and what stands before the name in their ARNs.
const NAMED: [(&str, &str); 7] = [
    ("dynamodb", "table/"),
    ("kinesis", "stream/"),
    ("lambda", "function:"),
    ("logs", "log-group:"),
    ("s3", ""),
    ("sns", ""),
    ("sqs", ""),
];

/// The longest time that a fault or a latency may be asked for, in milliseconds: a week, and as long as
/// an invocation may take.
const MOST_MS: f64 = 7.0 * 86_400_000.0;
const MOST_LATENCY_MS: u64 = 900_000;

/// What is asked for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Form {
    /// What goes wrong.
    pub fault: String,
    /// The ARN of what calls are about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
    /// In its place the service and, if not all of its calls are meant, a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The name of a table, stream, function, log group, bucket, topic or queue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whose the name is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Where the name is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The operations that are meant; all, where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub operations: Vec<String>,
    /// For so many calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requests: Option<u64>,
    /// For so long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
    /// For such a part of the calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// How much later calls are begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latency_ms: Option<u64>,
}

impl Form {
    /// Reads it. The error is a sentence for the user.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        serde_json::from_slice(bytes).map_err(|error| {
            format!(
                "a fault is a JSON object, such as {{\"fault\": \"throttle\", \"service\": \
                     \"kinesis\", \"name\": \"clicks\", \"requests\": 3}}: {error}"
            )
        })
    }

    /// The fault, for the services of this platform. The error is a sentence for the user.
    pub fn settle(self, platform: &Platform) -> Result<Fault, String> {
        let (service, resource) = self.place(platform)?;
        let kind = self.kind(&service)?;
        let operations = self.operations(platform, &service, kind)?;
        if self.requests == Some(0) {
            return Err("requests is how many calls it is for, at least 1".to_owned());
        }
        let until = match self.seconds.map(|seconds| seconds * 1000.0) {
            None => None,
            Some(ms) if (1.0..=MOST_MS).contains(&ms) => {
                Some(Timestamp(platform.clock.now().millis() + ms as i64))
            }
            Some(_) => return Err("seconds is for how long it is, up to a week".to_owned()),
        };
        let probability = self.probability.unwrap_or(1.0);
        if !(probability > 0.0 && probability <= 1.0) {
            return Err("probability is above 0 and at most 1, which is every call".to_owned());
        }
        let requests = self.requests;
        Ok(Fault { kind, service, resource, operations, requests, until, probability })
    }

    fn kind(&self, service: &str) -> Result<FaultKind, String> {
        let kind = match (&*self.fault, self.latency_ms) {
            ("latency", Some(ms)) if (1..=MOST_LATENCY_MS).contains(&ms) => {
                FaultKind::Latency(Duration::from_millis(ms))
            }
            ("latency", _) => {
                return Err(format!(
                    "latency needs latency_ms, from 1 to {MOST_LATENCY_MS}: how much later calls are \
                     begun"
                ));
            }
            (other, Some(_)) if KINDS.contains(&other) => {
                return Err(format!("latency_ms is for the fault latency, not for {other}"));
            }
            ("throttle", _) => FaultKind::Throttle,
            ("internal-error", _) => FaultKind::InternalError,
            ("expired-iterator", _) if service != "kinesis" => {
                return Err(format!(
                    "expired-iterator is for streams of kinesis, not for {service}"
                ));
            }
            ("expired-iterator", _) => FaultKind::ExpiredIterator,
            ("dropped-answer", _) => FaultKind::DroppedAnswer,
            (other, _) => {
                let near = near::question(&near::to(other, KINDS));
                let kinds = KINDS.join(", ");
                return Err(format!("fault is one of {kinds}, not {other:?}{near}"));
            }
        };
        Ok(kind)
    }

    /// The service and the ARN.
    fn place(&self, platform: &Platform) -> Result<(String, Option<String>), String> {
        let (service, resource) = match (&self.resource, &self.service) {
            (Some(_), Some(_)) => {
                return Err("resource, an ARN, tells the service too: leave service out".to_owned());
            }
            (None, None) => {
                return Err(
                    "say where: resource, an ARN, or service, with a name or without".to_owned()
                );
            }
            (Some(_), None) if self.name.is_some() => {
                return Err("resource, an ARN, tells the name too: leave name out".to_owned());
            }
            (Some(arn), None) => {
                let parsed = Arn::parse(arn).filter(|arn| !arn.resource.is_empty());
                let parsed = parsed.ok_or_else(|| {
                    format!(
                        "resource is an ARN, such as \
                         arn:aws:kinesis:us-east-1:000000000000:stream/clicks, not {arn:?}"
                    )
                })?;
                (parsed.service.to_owned(), Some(arn.clone()))
            }
            (None, Some(service)) => (service.clone(), None),
        };
        if resource.is_some() && (self.account.is_some() || self.region.is_some()) {
            return Err("resource, an ARN, tells account and region, too".to_owned());
        }
        let mut present: Vec<_> =
            platform.registry().all().iter().map(|served| served.schema.service.id).collect();
        present.dedup();
        if !present.contains(&&*service) {
            let near = near::question(&near::to(&service, present.iter().copied()));
            let present = present.join(", ");
            return Err(format!("there is no service {service:?} here, but {present}{near}"));
        }
        match resource {
            Some(resource) => Ok((service, Some(resource))),
            None => self.named(&service).map(|resource| (service, resource)),
        }
    }

    /// The ARN of what is named.
    fn named(&self, service: &str) -> Result<Option<String>, String> {
        let Some(name) = self.name.as_deref() else {
            return match self.account.is_some() || self.region.is_some() {
                true => Err("account and region are those of a name, and there is none".to_owned()),
                false => Ok(None),
            };
        };
        let Some((_, before)) = NAMED.iter().find(|(known, _)| *known == service) else {
            let known = NAMED.map(|(known, _)| known).join(", ");
            return Err(format!(
                "what is named is of {known}; of {service}, give the ARN as resource"
            ));
        };
        if name.is_empty() || name.starts_with("arn:") {
            return Err("name is a name; an ARN is given as resource".to_owned());
        }
        let (account, region) = match service {
            "s3" if self.account.is_some() || self.region.is_some() => {
                return Err("a bucket's name is of every account and region: leave them out".into());
            }
            "s3" => ("", ""),
            _ => (
                self.account.as_deref().unwrap_or(DEFAULT_ACCOUNT),
                self.region.as_deref().unwrap_or(DEFAULT_REGION),
            ),
        };
        Ok(Some(Arn::new(service, region, account, format_args!("{before}{name}")).to_string()))
    }

    fn operations(
        &self,
        platform: &Platform,
        service: &str,
        kind: FaultKind,
    ) -> Result<Vec<String>, String> {
        let served = || {
            let all = platform.registry().all().into_iter();
            all.filter(|served| served.schema.service.id == service)
                .map(|served| served.schema.name)
        };
        let unknown = self.operations.iter().find(|name| served().all(|it| it != *name));
        if let Some(unknown) = unknown {
            let near = near::question(&near::to(unknown, served()));
            return Err(format!("{service} has no operation {unknown:?} here{near}"));
        }
        let of_iterators = "GetRecords";
        match kind {
            FaultKind::ExpiredIterator if self.operations.iter().any(|it| it != of_iterators) => {
                Err(format!("expired-iterator is for {of_iterators} alone"))
            }
            FaultKind::ExpiredIterator => Ok(vec![of_iterators.to_owned()]),
            _ => Ok(self.operations.clone()),
        }
    }
}

/// A fault that is set, as JSON tells it.
pub fn tell(set: &SetFault, now: Timestamp) -> Value {
    let SetFault { id, fault, met } = set;
    let (kind, latency_ms) = match fault.kind {
        FaultKind::Throttle => ("throttle", None),
        FaultKind::Latency(time) => ("latency", Some(time.as_millis() as u64)),
        FaultKind::InternalError => ("internal-error", None),
        FaultKind::ExpiredIterator => ("expired-iterator", None),
        FaultKind::DroppedAnswer => ("dropped-answer", None),
    };
    let seconds_left = fault.until.map(|until| (until.millis() - now.millis()) as f64 / 1000.0);
    json!({
        "id": id,
        "fault": kind,
        "service": fault.service,
        "resource": fault.resource,
        "operations": fault.operations,
        "requests_left": fault.requests,
        "seconds_left": seconds_left,
        "probability": fault.probability,
        "latency_ms": latency_ms,
        "met": met,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use platform::testing::platform;
    use platform::{Context, Handler, operations};
    use shapes::kinesis::ops::{GetRecords, PutRecord};
    use shapes::kinesis::{GetRecordsInput, GetRecordsOutput, PutRecordInput, PutRecordOutput};
    use shapes::s3::{DeleteBucketRequest, ops::DeleteBucket};
    use std::sync::Arc;

    struct Fake;

    macro_rules! fakes {
        ($($operation:ty: $input:ty => $output:ty),+) => {$(
            impl Handler<$operation> for Fake {
                async fn handle(&self, _: &Context, _: $input) -> platform::Result<$output> {
                    Err(platform::Error::internal("a test"))
                }
            }
        )+};
    }
    fakes!(GetRecords: GetRecordsInput => GetRecordsOutput,
           PutRecord: PutRecordInput => PutRecordOutput,
           DeleteBucket: DeleteBucketRequest => shapes::Unit);

    fn settle(text: &str) -> Result<Fault, String> {
        let (platform, _) = platform();
        platform.serve(operations![Arc::new(Fake) => GetRecords, PutRecord, DeleteBucket]);
        Form::read(text.as_bytes())?.settle(&platform)
    }

    #[test]
    fn what_is_named_becomes_an_arn() {
        let of = |text: &str| settle(text).unwrap().resource;
        let stream = "arn:aws:kinesis:us-east-1:000000000000:stream/clicks";
        let named = r#"{"fault": "throttle", "service": "kinesis", "name": "clicks"}"#;
        assert_eq!(of(named).as_deref(), Some(stream));
        let elsewhere =
            named.replace('}', r#", "account": "111111111111", "region": "eu-west-1"}"#);
        assert_eq!(
            of(&elsewhere).as_deref(),
            Some("arn:aws:kinesis:eu-west-1:111111111111:stream/clicks")
        );
        let bucket = r#"{"fault": "throttle", "service": "s3", "name": "b"}"#;
        assert_eq!(of(bucket).as_deref(), Some("arn:aws:s3:::b"));
        let fault = settle(&format!(r#"{{"fault": "throttle", "resource": "{stream}"}}"#)).unwrap();
        assert_eq!((&*fault.service, fault.resource.as_deref()), ("kinesis", Some(stream)));
        assert_eq!(of(r#"{"fault": "throttle", "service": "kinesis"}"#), None);
    }

    #[test]
    fn a_fault_is_told_as_it_was_asked_for() {
        let text = r#"{"fault": "latency", "latency_ms": 250, "service": "kinesis", "requests": 2,
                       "seconds": 1.5, "probability": 0.5, "operations": ["PutRecord"]}"#;
        let fault = settle(text).unwrap();
        let set = SetFault { id: "x".to_owned(), fault, met: 3 };
        let told = tell(&set, Timestamp(platform::testing::START.millis() + 500));
        assert_eq!(
            told,
            json!({"id": "x", "fault": "latency", "service": "kinesis", "resource": null,
                   "operations": ["PutRecord"], "requests_left": 2, "seconds_left": 1.0,
                   "probability": 0.5, "latency_ms": 250, "met": 3})
        );
        let text = r#"{"fault": "expired-iterator", "service": "kinesis"}"#;
        assert_eq!(settle(text).unwrap().operations, ["GetRecords"]);
    }

    #[test]
    fn what_cannot_be_is_refused_with_what_can() {
        let at = r#""service": "kinesis""#;
        for (text, part) in [
            ("", "a fault is a JSON object"),
            (r#"{"falt": "throttle"}"#, "unknown field `falt`"),
            (&format!(r#"{{{at}}}"#), "fault is one of throttle, latency"),
            (&format!(r#"{{"fault": "throtle", {at}}}"#), "did you mean throttle?"),
            (r#"{"fault": "throttle"}"#, "say where"),
            (r#"{"fault": "throttle", "service": "kinsis"}"#, "did you mean kinesis?"),
            (r#"{"fault": "throttle", "service": "glue", "name": "t"}"#, "no service \"glue\""),
            (r#"{"fault": "throttle", "resource": "clicks"}"#, "resource is an ARN"),
            (&format!(r#"{{"fault": "throttle", {at}, "name": ""}}"#), "name is a name"),
            (&format!(r#"{{"fault": "throttle", {at}, "region": "x"}}"#), "those of a name"),
            (
                r#"{"fault": "throttle", "service": "s3", "name": "b", "region": "x"}"#,
                "of every account and region",
            ),
            (&format!(r#"{{"fault": "latency", {at}}}"#), "latency needs latency_ms"),
            (&format!(r#"{{"fault": "latency", {at}, "latency_ms": 0}}"#), "from 1 to 900000"),
            (&format!(r#"{{"fault": "throttle", {at}, "latency_ms": 1}}"#), "not for throttle"),
            (&format!(r#"{{"fault": "throttle", {at}, "requests": 0}}"#), "at least 1"),
            (&format!(r#"{{"fault": "throttle", {at}, "seconds": 0}}"#), "up to a week"),
            (&format!(r#"{{"fault": "throttle", {at}, "seconds": 1e9}}"#), "up to a week"),
            (&format!(r#"{{"fault": "throttle", {at}, "probability": 0}}"#), "above 0"),
            (&format!(r#"{{"fault": "throttle", {at}, "probability": 1.1}}"#), "at most 1"),
            (
                &format!(r#"{{"fault": "throttle", {at}, "operations": ["PutRecrd"]}}"#),
                "has no operation \"PutRecrd\" here: did you mean PutRecord?",
            ),
            (r#"{"fault": "expired-iterator", "service": "s3"}"#, "streams of kinesis, not for s3"),
            (
                &format!(r#"{{"fault": "expired-iterator", {at}, "operations": ["PutRecord"]}}"#),
                "for GetRecords alone",
            ),
        ] {
            let problem = settle(text).unwrap_err();
            assert!(problem.contains(part), "{text}: {problem}");
        }
    }
}
