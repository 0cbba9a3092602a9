//! The function: everything of Lambda that the pipelines ask for, and the code that it runs.
//!
//! It writes down what it is offered, fails as the seed says, and puts an object for every record
//! that it takes.

use crate::engine::Line;
use crate::plan::Mutation;
use crate::witness::{Offered, Sequence};
use bytes::Bytes;
use platform::{Context, DEFAULT_ACCOUNT, Error, Handler, Principal, Result};
use serde_json::Value;
use shapes::lambda::ops::{GetFunctionConfiguration, Invoke};
use shapes::lambda::{
    FunctionConfiguration, GetFunctionConfigurationRequest, InvocationRequest, InvocationResponse,
    errors,
};
use shapes::s3::{PutObjectRequest, ops::PutObject};
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

    async fn work(&self, cx: &Context, function: &str, offered: &[Offered]) -> Result<usize> {
        let us = self.line.time.draw(|chance| chance.between(100, 40_000));
        let dawdles = self.line.plan.mutation == Some(Mutation::Dawdle);
        let us = if dawdles { 10_000_000 } else { us };
        self.line.time.sleep(us, self.line.owner).await;
        let take = match self.mood(offered.len()) {
            Mood::Takes => offered.len(),
            Mood::TakesSome(count) => count,
            Mood::Fails => return Err(Error::internal("the function fails")),
            Mood::Throttles => return Err(throttled()),
        };
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
        let Some(mut offered) = read(&payload) else {
            self.line.time.violate("events", format!("{function} got {}", payload.escape_ascii()));
            return Err(Error::internal("the event cannot be read"));
        };
        if offered.is_empty() {
            // The end of a tumbling window.
            return Ok(answer(&offered, 0));
        }
        if offered.len() > 1 && self.line.is_spoilt(Mutation::SwapEvent) {
            offered.reverse();
        }
        self.line.witness.offered(&self.line.time, function, &offered);
        match self.work(cx, function, &offered).await {
            Ok(taken) => Ok(answer(&offered, taken)),
            Err(error) if error.is(&errors::TOO_MANY_REQUESTS_EXCEPTION) => Err(error),
            Err(_) => {
                let function_error = Some("Unhandled".to_owned());
                Ok(InvocationResponse { function_error, ..Default::default() })
            }
        }
    }
}

/// Says which record is the first that was not taken.
fn answer(offered: &[Offered], taken: usize) -> InvocationResponse {
    let failed = offered
        .get(taken)
        .map_or(String::new(), |record| format!("{{\"itemIdentifier\":\"{}\"}}", record.sequence));
    let payload = format!("{{\"batchItemFailures\":[{failed}],\"state\":{{}}}}");
    InvocationResponse { payload: Some(payload.into()), ..Default::default() }
}

/// The records of an event; none only at the end of a tumbling window.
fn read(payload: &[u8]) -> Option<Vec<Offered>> {
    let event: Value = serde_json::from_slice(payload).ok()?;
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
