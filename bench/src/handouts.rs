//! Figures of queues over streams.

use crate::Result;
use crate::api::{drive, kinesis_request};
use crate::http::Answer;
use crate::kinesis::{data, time};
use crate::load::{Worker, expect_ok};
use crate::scan;
use crate::server::Server;
use serde_json::json;
use std::net::SocketAddr;
use std::time::Duration;

/// Where a worker stands in its cycle.
enum Turn {
    Put,
    Receive,
    Acknowledge,
}

/// Puts a record, receives one and acknowledges it.
struct Cycle {
    address: SocketAddr,
    queue: String,
    put: Vec<u8>,
    receive: Vec<u8>,
    acknowledge: Vec<u8>,
    turn: Turn,
}

impl Worker for Cycle {
    const KEEP: bool = true;

    fn next(&mut self) -> &[u8] {
        match self.turn {
            Turn::Put => &self.put,
            Turn::Receive => &self.receive,
            Turn::Acknowledge => &self.acknowledge,
        }
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        expect_ok(answer, body)?;
        match self.turn {
            Turn::Put => self.turn = Turn::Receive,
            Turn::Receive => {
                let Some(handle) = scan::member(body, "ReceiptHandle") else { return Ok(0) };
                let input = json!({"QueueARN": self.queue, "Entries": [{"ReceiptHandle": handle}]});
                self.acknowledge = kinesis_request(self.address, "AcknowledgeQueueRecords", &input);
                self.turn = Turn::Acknowledge;
            }
            Turn::Acknowledge => {
                self.turn = Turn::Put;
                return Ok(1);
            }
        }
        Ok(0)
    }
}

/// Makes an on-demand stream with a queue, and gives the queue's ARN.
async fn create_queue(server: &Server, name: &str) -> Result<String> {
    let mode = json!({"StreamMode": "ON_DEMAND"});
    let input = json!({"StreamName": name, "StreamModeDetails": mode});
    server.kinesis("CreateStream", input).await?;
    let described = loop {
        let input = json!({"StreamName": name});
        let answer = server.kinesis("DescribeStreamSummary", input).await?;
        let summary = answer["StreamDescriptionSummary"].clone();
        if summary["StreamStatus"] == "ACTIVE" {
            break summary;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    let stream = json!([{"StreamARN": described["StreamARN"]}]);
    let input = json!({"QueueName": name, "StreamConfigurationList": stream});
    let mut queue = server.kinesis("CreateQueue", input).await?["QueueDescription"].clone();
    while queue["QueueStatus"] != "ACTIVE" {
        tokio::time::sleep(Duration::from_millis(5)).await;
        let input = json!({"QueueARN": queue["QueueARN"]});
        queue = server.kinesis("DescribeQueue", input).await?["QueueDescription"].clone();
    }
    Ok(queue["QueueARN"].as_str().unwrap_or_default().to_owned())
}

/// A record of 1 KiB put, received from a queue and acknowledged, over 16 connections, in cycles per
/// second.
pub async fn cycle(server: &Server, run: usize) -> Result<f64> {
    let name = format!("handouts-{run}");
    let queue = create_queue(server, &name).await?;
    let worker = |number: usize| {
        let key = format!("{number}");
        let put = json!({"StreamName": name, "Data": data(1024), "PartitionKey": key});
        let receive = json!({"QueueARN": queue, "Limit": 1});
        Cycle {
            address: server.address,
            queue: queue.clone(),
            put: kinesis_request(server.address, "PutRecord", &put),
            receive: kinesis_request(server.address, "ReceiveQueueRecords", &receive),
            acknowledge: Vec::new(),
            turn: Turn::Put,
        }
    };
    let outcome = drive(server, time(), (0..16).map(worker).collect()).await?;
    server.kinesis("DeleteQueue", json!({"QueueARN": queue})).await?;
    Ok(outcome.rate())
}
