//! What a split costs those who write meanwhile.

use crate::Result;
use crate::http::Answer;
use crate::kinesis::{Around, put_record_to};
use crate::load::{Until, Worker, drive};
use crate::machine::idle;
use crate::server::Server;
use serde_json::json;
use std::time::{Duration, Instant};

const WRITERS: usize = 16;
const SHARDS: usize = 4;
/// Between two splits, and before the first.
const PAUSE: Duration = Duration::from_millis(300);

/// Puts, and knows the longest that it waited.
struct Timed {
    puts: Around,
    asked: Instant,
    longest: Duration,
}

impl Worker for Timed {
    const KEEP: bool = true;

    fn next(&mut self) -> &[u8] {
        self.asked = Instant::now();
        self.puts.next()
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        self.longest = self.longest.max(self.asked.elapsed());
        self.puts.accept(answer, body)
    }
}

/// The longest PutRecord of 16 writers while each of a stream's shards is split, in milliseconds.
pub async fn longest_put(server: &Server, run: usize) -> Result<f64> {
    let stream = format!("splits-{run}");
    server.create_stream(&stream, SHARDS).await?;
    let width = u128::MAX / SHARDS as u128;
    let requests: Vec<_> = (0..2 * SHARDS as u128)
        .map(|half| put_record_to(server, &stream, width / 2 * half + 10))
        .collect();
    let worker = |n: usize| Timed {
        puts: Around { requests: requests.clone(), next: n },
        asked: Instant::now(),
        longest: Duration::ZERO,
    };
    let until = Until::Passed(PAUSE * (SHARDS as u32 + 2));
    let written = drive(server.address, until, (0..WRITERS).map(worker).collect());
    let split = async {
        for shard in 0..SHARDS {
            idle(PAUSE).await;
            let at = width * shard as u128 + width / 2;
            let input = json!({
                "StreamName": stream, "ShardToSplit": crate::api::shard_id(shard),
                "NewStartingHashKey": at.to_string(),
            });
            server.kinesis("SplitShard", input).await?;
        }
        Ok::<_, String>(())
    };
    let (written, split) = tokio::join!(written, split);
    split?;
    let (outcome, workers) = written?;
    server.expect_records(&stream, 3 * SHARDS, outcome.units).await?;
    server.delete_stream(&stream).await?;
    let longest = workers.iter().map(|worker| worker.longest).max().unwrap_or_default();
    Ok(longest.as_secs_f64() * 1e3)
}
