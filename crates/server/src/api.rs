//! What commands ask of the services, over the wire as any client.

use crate::ask::AskArgs;
use crate::client::{self, Caller, Request, Signed};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;

/// A server, as one account and in one region.
pub struct Api {
    url: String,
    account: String,
    caller: Caller,
}

/// Why something was not done.
#[derive(Debug)]
pub struct Refusal {
    /// The HTTP status; 0 where nobody answered, or not in a way that is understood.
    status: u16,
    code: String,
    message: String,
}

impl Refusal {
    /// What has no code and no status.
    fn of(message: String) -> Self {
        Self { status: 0, code: String::new(), message }
    }

    /// Whether it is the error of this code. Lambda's have none in their bodies.
    pub fn is(&self, code: &str) -> bool {
        self.code == code
    }

    /// The HTTP status; 0 where nobody answered.
    pub fn status(&self) -> u16 {
        self.status
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.code {
            "" => write!(f, "{}", self.message),
            code => write!(f, "{code}: {}", self.message),
        }
    }
}

impl Refusal {
    /// Whether what was asked about is not there.
    pub fn is_missing(&self) -> bool {
        self.code == "ResourceNotFoundException" || self.status == 404
    }

    /// Whether nobody answered.
    pub fn is_silence(&self) -> bool {
        self.status == 0
    }
}

impl From<Refusal> for String {
    fn from(refusal: Refusal) -> Self {
        refusal.to_string()
    }
}

/// What is asked, or why it was not done.
pub type Asked<T> = Result<T, Refusal>;

/// A message of a queue.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Message {
    /// Of the message.
    pub message_id: String,
    /// For deleting it, or giving it back.
    pub receipt_handle: String,
    /// What it says.
    pub body: String,
    /// Such as `SentTimestamp`.
    pub attributes: BTreeMap<String, String>,
    /// What its sender put on it.
    pub message_attributes: BTreeMap<String, AttributeValue>,
}

/// An attribute that is text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct AttributeValue {
    /// Its value.
    pub string_value: String,
}

/// A function, as far as its letters are concerned.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Function {
    /// Its name.
    pub function_name: String,
    /// Where its dead letters go.
    #[serde(default)]
    pub dead_letter_config: DeadLetterConfig,
}

/// `DeadLetterConfig`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DeadLetterConfig {
    /// A queue or topic.
    pub target_arn: Option<String>,
}

/// `DestinationConfig`, as far as it is about failures.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Destinations {
    on_failure: Option<Destination>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Destination {
    destination: Option<String>,
}

impl Destinations {
    /// Where letters about failures go.
    pub fn on_failure(&self) -> Option<&str> {
        self.on_failure.as_ref()?.destination.as_deref()
    }
}

/// An event source mapping, as far as its letters are concerned.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Mapping {
    /// Its UUID.
    #[serde(rename = "UUID")]
    pub uuid: String,
    /// The stream or queue.
    #[serde(default)]
    pub event_source_arn: String,
    /// The function.
    #[serde(default)]
    pub function_arn: String,
    /// Where its letters go.
    #[serde(default)]
    pub destination_config: Option<Destinations>,
}

impl Api {
    /// The server that the command line names.
    ///
    /// # Errors
    /// A sentence for the user.
    pub fn new(args: &AskArgs) -> Result<Self, String> {
        // An access key id of twelve digits is that account.
        let key = args.key()?.unwrap_or_else(|| (args.account.clone(), "test".to_owned()));
        let (url, region) = (args.endpoint.url()?, args.region()?);
        Ok(Self { url, account: args.account.clone(), caller: Caller { region, key } })
    }

    /// Whose resources are meant, for a sentence.
    pub fn place(&self) -> String {
        format!("account {}, region {}", self.account, self.caller.region)
    }

    /// The account.
    pub fn account(&self) -> &str {
        &self.account
    }

    /// The region.
    pub fn region(&self) -> &str {
        &self.caller.region
    }

    /// The ARN of a queue of this account and region.
    pub fn queue_arn(&self, name: &str) -> String {
        platform::Arn::new("sqs", &self.caller.region, &self.account, name).to_string()
    }

    /// Refuses what an ARN or URL names in another account or region than the command line does.
    ///
    /// # Errors
    /// A sentence for the user.
    pub fn here(&self, arn: &str) -> Result<(), String> {
        match platform::Arn::parse(arn) {
            Some(it) if (it.region, it.account) != (&*self.caller.region, &*self.account) => {
                Err(format!("{arn} is elsewhere: say --region and --account"))
            }
            Some(_) => Ok(()),
            None => match arn.rsplit('/').nth(1) {
                Some(account) if platform::is_account(account) && account != self.account => {
                    Err(format!("{arn} is of another account: say --account"))
                }
                _ => Ok(()),
            },
        }
    }

    /// The URL of a queue of this account, by its name, URL or ARN.
    pub fn queue_url(&self, queue: &str) -> String {
        let name = queue.rsplit(['/', ':']).next().unwrap_or(queue);
        format!("{}/{}/{name}", self.url.trim_end_matches('/'), self.account)
    }

    /// Asks SQS.
    ///
    /// # Errors
    /// What it refuses, or that nobody answers.
    pub fn sqs<T: DeserializeOwned>(&self, operation: &str, input: &Value) -> Asked<T> {
        let target = format!("AmazonSQS.{operation}");
        self.json("sqs", &target, "application/x-amz-json-1.0", input)
    }

    /// Asks Kinesis.
    ///
    /// # Errors
    /// What it refuses, or that nobody answers.
    pub fn kinesis<T: DeserializeOwned>(&self, operation: &str, input: &Value) -> Asked<T> {
        let target = format!("Kinesis_20131202.{operation}");
        self.json("kinesis", &target, "application/x-amz-json-1.1", input)
    }

    /// The names of all streams.
    ///
    /// # Errors
    /// What Kinesis refuses, or that nobody answers.
    pub fn streams(&self) -> Asked<Vec<String>> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Page {
            stream_names: Vec<String>,
            next_token: Option<String>,
        }
        let (mut all, mut input) = (Vec::new(), json!({}));
        loop {
            let page: Page = self.kinesis("ListStreams", &input)?;
            all.extend(page.stream_names);
            match page.next_token {
                Some(token) => input = json!({ "NextToken": token }),
                None => return Ok(all),
            }
        }
    }

    /// Asks CloudWatch Logs.
    ///
    /// # Errors
    /// What it refuses, or that nobody answers.
    pub fn logs<T: DeserializeOwned>(&self, operation: &str, input: &Value) -> Asked<T> {
        let target = format!("Logs_20140328.{operation}");
        self.json("logs", &target, "application/x-amz-json-1.1", input)
    }

    /// Asks Lambda; `null` is sent as no body.
    ///
    /// # Errors
    /// What it refuses, or that nobody answers.
    pub fn lambda<T: DeserializeOwned>(&self, method: &str, path: &str, input: &Value) -> Asked<T> {
        let body = if input.is_null() { String::new() } else { input.to_string() };
        understood(&self.rest("lambda", method, path, &[], body.as_bytes())?)
    }

    /// Asks for something that a path names.
    ///
    /// # Errors
    /// What the service refuses, or that nobody answers.
    pub fn rest(
        &self,
        service: &str,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Asked<String> {
        self.send(service, Signed { method, path, query: "", headers, body })
    }

    fn json<T: DeserializeOwned>(
        &self,
        service: &str,
        target: &str,
        content_type: &str,
        input: &Value,
    ) -> Asked<T> {
        let body = input.to_string();
        let headers = [("content-type", content_type), ("x-amz-target", target)];
        understood(&self.rest(service, "POST", "/", &headers, body.as_bytes())?)
    }

    /// Invokes a function later, with this event.
    ///
    /// # Errors
    /// What Lambda refuses, or that nobody answers.
    pub fn invoke_later(&self, function: &str, event: &str) -> Asked<()> {
        is_name_of_function(function)?;
        let path = format!("/2015-03-31/functions/{function}/invocations");
        let headers = [("x-amz-invocation-type", "Event")];
        self.rest("lambda", "POST", &path, &headers, event.as_bytes()).map(drop)
    }

    /// The group that a function's lines go to. `None` where there is no such function.
    ///
    /// # Errors
    /// What Lambda refuses otherwise, or that nobody answers.
    pub fn log_group(&self, function: &str) -> Asked<Option<String>> {
        is_name_of_function(function)?;
        let path = format!("/2015-03-31/functions/{function}/configuration");
        let signed = Signed { method: "GET", path: &path, query: "", headers: &[], body: b"" };
        let said: Value = match self.send("lambda", signed) {
            Ok(body) => understood(&body)?,
            Err(refusal) if refusal.is_missing() => return Ok(None),
            Err(refusal) => return Err(refusal),
        };
        let named = said.pointer("/LoggingConfig/LogGroup").and_then(Value::as_str);
        Ok(Some(named.map_or_else(|| format!("/aws/lambda/{function}"), str::to_owned)))
    }

    /// All functions.
    ///
    /// # Errors
    /// What Lambda refuses, or that nobody answers.
    pub fn functions(&self) -> Asked<Vec<Function>> {
        self.all("/2015-03-31/functions", "Functions")
    }

    /// All event source mappings.
    ///
    /// # Errors
    /// What Lambda refuses, or that nobody answers.
    pub fn mappings(&self) -> Asked<Vec<Mapping>> {
        self.all("/2015-03-31/event-source-mappings", "EventSourceMappings")
    }

    /// Where a function's asynchronous failures are told.
    ///
    /// # Errors
    /// What Lambda refuses, or that nobody answers.
    pub fn event_destination(&self, function: &str) -> Asked<Option<String>> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Config {
            #[serde(default)]
            destination_config: Option<Destinations>,
        }
        let path = format!("/2019-09-25/functions/{function}/event-invoke-config/list");
        let configs: Vec<Config> = self.all(&path, "FunctionEventInvokeConfigs")?;
        let destinations = configs.into_iter().filter_map(|it| it.destination_config);
        Ok(destinations.filter_map(|it| it.on_failure().map(str::to_owned)).next())
    }

    /// All pages of a list of Lambda's.
    fn all<T: DeserializeOwned>(&self, path: &str, member: &str) -> Asked<Vec<T>> {
        let (mut all, mut query) = (Vec::new(), String::new());
        loop {
            let signed = Signed { method: "GET", path, query: &query, headers: &[], body: b"" };
            let mut page: Value = understood(&self.send("lambda", signed)?)?;
            let items = page.get_mut(member).map(Value::take).unwrap_or(json!([]));
            let items: Vec<T> = serde_json::from_value(items).map_err(not_understood)?;
            all.extend(items);
            match page.get("NextMarker").and_then(Value::as_str) {
                // Names and UUIDs need no escape.
                Some(marker) if !marker.is_empty() => query = format!("Marker={marker}"),
                _ => return Ok(all),
            }
        }
    }

    fn send(&self, service: &str, signed: Signed<'_>) -> Asked<String> {
        let answer = client::send(&self.url, &Request { service, signed }, &self.caller);
        let answer = answer.map_err(Refusal::of)?;
        match answer.status {
            200..300 => Ok(answer.body),
            status => Err(refusal(status, &answer.body)),
        }
    }
}

fn is_name_of_function(name: &str) -> Asked<()> {
    let is_letter = |it: u8| it.is_ascii_alphanumeric() || it == b'-' || it == b'_';
    if !name.is_empty() && name.bytes().all(is_letter) {
        return Ok(());
    }
    let message = format!("{name:?} is no name of a function");
    Err(Refusal::of(message))
}

fn understood<T: DeserializeOwned>(body: &str) -> Asked<T> {
    // What has nothing to say may have no body.
    serde_json::from_str(if body.is_empty() { "{}" } else { body }).map_err(not_understood)
}

fn not_understood(error: serde_json::Error) -> Refusal {
    Refusal::of(format!("the server's answer is not understood: {error}"))
}

/// What a service refuses, as its protocol spells it.
fn refusal(status: u16, body: &str) -> Refusal {
    let said: Value = serde_json::from_str(body).unwrap_or_else(|_| xml(body));
    let text = |names: [&str; 2]| {
        names.into_iter().find_map(|name| said.get(name)?.as_str()).unwrap_or_default()
    };
    let code = text(["__type", "code"]).rsplit('#').next().unwrap_or_default();
    match text(["message", "Message"]) {
        "" => Refusal { status, code: format!("status {status}"), message: body.to_owned() },
        message => Refusal { status, code: code.to_owned(), message: message.to_owned() },
    }
}

/// The code and message of an error in XML.
fn xml(body: &str) -> Value {
    let within = |name: &str| {
        let (_, rest) = body.split_once(&format!("<{name}>"))?;
        rest.split_once(&format!("</{name}>")).map(|(text, _)| text)
    };
    json!({ "code": within("Code"), "message": within("Message") })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_in_the_services_words() {
        let sqs = r#"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no queue"}"#;
        assert_eq!(refusal(400, sqs).to_string(), "QueueDoesNotExist: no queue");
        assert_eq!(refusal(404, r#"{"Message":"none"}"#).to_string(), "none");
        let iam = "<ErrorResponse><Error><Code>NoSuchEntity</Code><Message>no role</Message>";
        assert_eq!(refusal(404, iam).to_string(), "NoSuchEntity: no role");
        assert!(refusal(404, iam).is("NoSuchEntity") && refusal(404, iam).status() == 404);
        assert_eq!(refusal(502, "<html>").to_string(), "status 502: <html>");
    }
}
