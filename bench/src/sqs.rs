//! Figures of queues.

use crate::Result;
use crate::api::drive;
use crate::http::{Answer, request};
use crate::kinesis::time;
use crate::load::{Repeat, Worker, expect_ok};
use crate::scan;
use crate::server::Server;
use serde_json::{Value, json};
use std::net::SocketAddr;

fn sqs_request(address: SocketAddr, operation: &str, input: &Value) -> Vec<u8> {
    let target = format!("AmazonSQS.{operation}");
    let headers =
        [("X-Amz-Target", target.as_str()), ("Content-Type", "application/x-amz-json-1.0")];
    request(address, "POST", "/", "sqs", &headers, input.to_string().as_bytes())
}

async fn sqs(server: &Server, operation: &str, input: Value) -> Result<Value> {
    let (answer, body) = server.ask(&sqs_request(server.address, operation, &input)).await?;
    expect_ok(answer, &body).map_err(|error| format!("{operation}: {error}"))?;
    Ok(serde_json::from_slice(&body).unwrap_or(Value::Null))
}

/// Makes a queue and gives its URL.
pub async fn create_queue(server: &Server, name: &str) -> Result<String> {
    // A mapping wants it to be at least the timeout of its function.
    let attributes = json!({"VisibilityTimeout": "60"});
    let input = json!({"QueueName": name, "Attributes": attributes});
    let answer = sqs(server, "CreateQueue", input).await?;
    Ok(answer["QueueUrl"].as_str().unwrap_or_default().to_owned())
}

/// Fails unless a queue holds so many messages.
async fn expect_messages(server: &Server, url: &str, expected: u64) -> Result<()> {
    let input = json!({"QueueUrl": url, "AttributeNames": ["All"]});
    let answer = sqs(server, "GetQueueAttributes", input).await?;
    let count = |name: &str| -> u64 {
        let text = answer["Attributes"][name].as_str().unwrap_or_default();
        text.parse().unwrap_or(0)
    };
    let found =
        count("ApproximateNumberOfMessages") + count("ApproximateNumberOfMessagesNotVisible");
    if found == expected {
        return Ok(());
    }
    Err(format!("{expected} messages should be there, {found} are"))
}

/// The bytes of a SendMessage.
pub fn message_request(address: SocketAddr, url: &str, body: &str) -> Vec<u8> {
    sqs_request(address, "SendMessage", &json!({"QueueUrl": url, "MessageBody": body}))
}

/// The bytes of a receive that waits as long as it may.
pub fn waiting_request(address: SocketAddr, url: &str) -> Vec<u8> {
    sqs_request(address, "ReceiveMessage", &json!({"QueueUrl": url, "WaitTimeSeconds": 20}))
}

fn send_request(address: SocketAddr, url: &str) -> Vec<u8> {
    message_request(address, url, &"x".repeat(1024))
}

/// SendMessage of 1 KiB over 16 connections, in messages per second.
pub async fn send(server: &Server, run: usize) -> Result<f64> {
    let url = create_queue(server, &format!("send-{run}")).await?;
    let accept = |answer, body: &[u8]| expect_ok(answer, body).map(|()| 1);
    let worker = || Repeat { request: send_request(server.address, &url), accept };
    let outcome = drive(server, time(), (0..16).map(|_| worker()).collect()).await?;
    expect_messages(server, &url, outcome.units).await?;
    sqs(server, "DeleteQueue", json!({"QueueUrl": url})).await?;
    Ok(outcome.rate())
}

/// Where a worker stands in its cycle.
enum Turn {
    Send,
    Receive,
    Delete,
}

/// Sends a message, receives one and deletes it.
struct Cycle {
    address: SocketAddr,
    url: String,
    send: Vec<u8>,
    receive: Vec<u8>,
    delete: Vec<u8>,
    turn: Turn,
}

impl Cycle {
    fn new(address: SocketAddr, url: &str) -> Self {
        let (send, turn) = (send_request(address, url), Turn::Send);
        let receive = sqs_request(address, "ReceiveMessage", &json!({"QueueUrl": url}));
        Self { address, url: url.to_owned(), send, receive, delete: Vec::new(), turn }
    }
}

impl Worker for Cycle {
    const KEEP: bool = true;

    fn next(&mut self) -> &[u8] {
        match self.turn {
            Turn::Send => &self.send,
            Turn::Receive => &self.receive,
            Turn::Delete => &self.delete,
        }
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        expect_ok(answer, body)?;
        match self.turn {
            Turn::Send => self.turn = Turn::Receive,
            Turn::Receive => {
                let Some(handle) = scan::member(body, "ReceiptHandle") else { return Ok(0) };
                let input = json!({"QueueUrl": self.url, "ReceiptHandle": handle});
                self.delete = sqs_request(self.address, "DeleteMessage", &input);
                self.turn = Turn::Delete;
            }
            Turn::Delete => {
                self.turn = Turn::Send;
                return Ok(1);
            }
        }
        Ok(0)
    }
}

/// A message of 1 KiB sent, received and deleted, over 16 connections to one queue, in cycles per
/// second.
pub async fn cycle(server: &Server, run: usize) -> Result<f64> {
    let url = create_queue(server, &format!("cycle-{run}")).await?;
    let workers = (0..16).map(|_| Cycle::new(server.address, &url)).collect();
    let outcome = drive(server, time(), workers).await?;
    sqs(server, "DeleteQueue", json!({"QueueUrl": url})).await?;
    Ok(outcome.rate())
}
