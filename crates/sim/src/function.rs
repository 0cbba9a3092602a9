//! The function: everything of Lambda that the pipelines ask for, and the code that it runs.
//!
//! It writes down what it is offered, fails as the seed says, and puts an object for every record
//! that it takes.

use crate::clients::tasks::POISON;
use crate::engine::Line;
use crate::plan::Mutation;
use crate::time::lock;
use crate::witness::{Offered, Sequence};
use bytes::Bytes;
use platform::{Context, DEFAULT_ACCOUNT, Error, Handler, Principal, Result};
use serde_json::{Value, json};
use shapes::lambda::ops::{GetFunctionConfiguration, Invoke};
use shapes::lambda::{
    FunctionConfiguration, GetFunctionConfigurationRequest, InvocationRequest, InvocationResponse,
    errors,
};
use shapes::s3::{PutObjectRequest, ops::PutObject};
use shapes::sts::{AssumeRoleRequest, AssumeRoleResponse, AssumedRoleUser, ops::AssumeRole};
use std::sync::Arc;

/// The bucket that everything is put into.
pub(crate) const BUCKET: &str = "bucket";

/// A function of any name, in one life of a process.
pub(crate) struct Function {
    line: Arc<Line>,
}

/// What the seed says of an invocation.
enum Mood {
    Takes,
    /// Takes the records before this one.
    TakesSome(usize),
    Fails,
    Throttles,
}

impl Function {
    pub fn new(line: &Arc<Line>) -> Arc<Self> {
        Arc::new(Self { line: line.clone() })
    }

    fn mood(&self, records: usize) -> Mood {
        if !self.line.time.troubled() {
            return Mood::Takes;
        }
        self.line.time.draw(|chance| match chance.below(20) {
            0 => Mood::Fails,
            1 => Mood::Throttles,
            2 | 3 => Mood::TakesSome(chance.index(records)),
            _ => Mood::Takes,
        })
    }

    /// Works for a while, and says how many of so many it takes.
    async fn consider(&self, count: usize) -> Result<usize> {
        let us = self.line.time.draw(|chance| chance.between(100, 40_000));
        let dawdles = self.line.plan.mutation == Some(Mutation::Dawdle);
        let us = if dawdles { 10_000_000 } else { us };
        self.line.time.sleep(us, self.line.owner).await;
        match self.mood(count) {
            Mood::Takes => Ok(count),
            Mood::TakesSome(some) => Ok(some),
            Mood::Fails => Err(Error::internal("the function fails")),
            Mood::Throttles => Err(throttled()),
        }
    }

    async fn work(&self, cx: &Context, function: &str, offered: &[Offered]) -> Result<usize> {
        let take = self.consider(offered.len()).await?;
        let refuses = self.line.plan.mutation == Some(Mutation::RefuseForEver);
        for (index, record) in offered[..take].iter().enumerate() {
            if refuses && record.data.ends_with('7') {
                return Ok(index);
            }
            if self.line.is_broken(Mutation::ForgetKey) && record.key.starts_with("own0") {
                continue;
            }
            let forgets = self.line.is_spoilt(Mutation::ForgetOutput);
            if !forgets && put(cx, function, record).await.is_err() {
                return Ok(index);
            }
            self.line.witness.delivered(&self.line.time, function, record);
        }
        Ok(take)
    }

    async fn take_records(
        &self,
        cx: &Context,
        function: &str,
        mut offered: Vec<Offered>,
    ) -> Result<InvocationResponse> {
        if offered.is_empty() {
            // The end of a tumbling window.
            return Ok(failing(&[]));
        }
        if offered.len() > 1 && self.line.is_spoilt(Mutation::SwapEvent) {
            offered.reverse();
        }
        self.line.witness.offered(&self.line.time, function, &offered);
        let taken = self.work(cx, function, &offered).await?;
        let first = offered.get(taken).map(|record| record.sequence.to_string());
        Ok(failing(&first.iter().map(String::as_str).collect::<Vec<_>>()))
    }

    /// Takes messages, but for the poisonous, and in an order none that comes after one it fails
    /// with.
    async fn take_messages(
        &self,
        function: &str,
        mut messages: Vec<Task>,
    ) -> Result<InvocationResponse> {
        if messages.len() > 1 && self.line.is_spoilt(Mutation::SwapTasks) {
            messages.reverse();
        }
        let bodies: Vec<_> = messages.iter().map(|it| it.body.as_str()).collect();
        let time = &self.line.time;
        time.note(format_args!("{function} is offered {}", bodies.join(" ")));
        lock(&self.line.witness.tasks).offered(time, function, &bodies);
        let mut take = self.consider(messages.len()).await?;
        let poison = messages.iter().position(|it| it.body.ends_with(POISON));
        if let Some(poison) = poison.filter(|_| messages[0].is_ordered) {
            take = take.min(poison);
        }
        let mut failed = Vec::new();
        for (place, message) in messages.iter().enumerate() {
            if place >= take || message.body.ends_with(POISON) {
                failed.push(message.id.as_str());
            } else if !self.line.is_spoilt(Mutation::ForgetTask) {
                lock(&self.line.witness.tasks).taken(&message.body);
            }
        }
        Ok(failing(&failed))
    }
}

/// A message as a function gets it.
struct Task {
    id: String,
    body: String,
    is_ordered: bool,
}

fn throttled() -> Error {
    Error::new(&errors::TOO_MANY_REQUESTS_EXCEPTION, "Rate Exceeded.")
}

/// Where the function puts what it made of a record.
pub(crate) fn output_key(function: &str, shard: &str, sequence: &Sequence) -> String {
    format!("{function}/{shard}/{sequence}")
}

async fn put(cx: &Context, function: &str, record: &Offered) -> Result<()> {
    let cx = cx.acting_as(Principal::root(DEFAULT_ACCOUNT));
    let input = PutObjectRequest {
        bucket: BUCKET.to_owned(),
        key: output_key(function, &record.shard, &record.sequence),
        body: Bytes::from(record.data.clone()).into(),
        ..Default::default()
    };
    cx.call::<PutObject>(input).await.map(drop)
}

impl Handler<AssumeRole> for Function {
    async fn handle(&self, _: &Context, input: AssumeRoleRequest) -> Result<AssumeRoleResponse> {
        let assumed_role_id = format!("AROA:{}", input.role_session_name);
        let user = AssumedRoleUser { assumed_role_id, arn: input.role_arn };
        Ok(AssumeRoleResponse { assumed_role_user: Some(user), ..Default::default() })
    }
}

impl Handler<GetFunctionConfiguration> for Function {
    async fn handle(
        &self,
        _: &Context,
        _: GetFunctionConfigurationRequest,
    ) -> Result<FunctionConfiguration> {
        let role = Some(format!("arn:aws:iam::{DEFAULT_ACCOUNT}:role/r"));
        Ok(FunctionConfiguration { role, ..Default::default() })
    }
}

impl Handler<Invoke> for Function {
    async fn handle(&self, cx: &Context, input: InvocationRequest) -> Result<InvocationResponse> {
        let function = &input.function_name;
        let payload = input.payload.unwrap_or_default();
        let event = serde_json::from_slice(&payload).unwrap_or_default();
        let answered = if let Some(messages) = read_messages(&event) {
            self.take_messages(function, messages).await
        } else if let Some(records) = read(&event) {
            self.take_records(cx, function, records).await
        } else {
            self.line.time.violate("events", format!("{function} got {}", payload.escape_ascii()));
            Err(Error::internal("the event cannot be read"))
        };
        match answered {
            Err(error) if !error.is(&errors::TOO_MANY_REQUESTS_EXCEPTION) => {
                let function_error = Some("Unhandled".to_owned());
                Ok(InvocationResponse { function_error, ..Default::default() })
            }
            answered => answered,
        }
    }
}

/// Says with which the function failed, by their sequence number or id.
fn failing(failed: &[&str]) -> InvocationResponse {
    let failed: Vec<_> = failed.iter().map(|it| json!({ "itemIdentifier": it })).collect();
    let payload = json!({ "batchItemFailures": failed, "state": {} }).to_string();
    InvocationResponse { payload: Some(payload.into()), ..Default::default() }
}

/// The messages of an event, if it is one of a queue.
fn read_messages(event: &Value) -> Option<Vec<Task>> {
    let message = |record: &Value| {
        let text = |name: &str| record[name].as_str().map(str::to_owned);
        let is_ordered = record["attributes"]["MessageGroupId"].is_string();
        (record["eventSource"] == "aws:sqs").then_some(())?;
        Some(Task { id: text("messageId")?, body: text("body")?, is_ordered })
    };
    let messages = event["Records"].as_array()?.iter().map(message).collect::<Option<Vec<_>>>();
    messages.filter(|all| !all.is_empty())
}

/// The records of an event; none only at the end of a tumbling window.
fn read(event: &Value) -> Option<Vec<Offered>> {
    let record = |record: &Value| {
        let (shard, sequence) = record["eventID"].as_str()?.split_once(':')?;
        let kinesis = &record["kinesis"];
        let data = kinesis["data"].as_str()?;
        let data = base64_simd::STANDARD.decode_to_vec(data).ok()?;
        Some(Offered {
            shard: shard.to_owned(),
            sequence: Sequence::new(sequence),
            key: kinesis["partitionKey"].as_str()?.to_owned(),
            data: String::from_utf8(data).ok()?,
        })
    };
    let records = event["Records"].as_array()?;
    let ends_window = event["isFinalInvokeForWindow"] == true;
    let records = records.iter().map(record).collect::<Option<Vec<_>>>();
    records.filter(|all| all.is_empty() == ends_window)
}
