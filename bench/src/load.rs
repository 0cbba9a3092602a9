//! Several connections that ask as fast as they are answered, from one thread.

use crate::Result;
use crate::bare::Asked;
use crate::http::{Answer, Connection};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// What one connection asks, and what it makes of the answers.
pub trait Worker: 'static {
    /// Whether answers' bodies are looked at.
    const KEEP: bool;

    /// The next request's bytes.
    fn next(&mut self) -> &[u8];

    /// How many units an answer is worth; an error ends the run.
    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64>;
}

/// What was done in a run.
#[derive(Debug)]
pub struct Outcome {
    pub units: u64,
    pub seconds: f64,
    pub asked: Asked,
}

impl Outcome {
    pub fn rate(&self) -> f64 {
        self.units as f64 / self.seconds
    }
}

/// When a run is over.
#[derive(Clone, Copy)]
pub enum Until {
    Passed(Duration),
    /// Each connection has asked so often.
    Asked(u64),
}

/// Drives a connection per worker. The time counts from the first request to the last answer.
pub async fn drive<W: Worker>(
    address: SocketAddr,
    until: Until,
    workers: Vec<W>,
) -> Result<(Outcome, Vec<W>)> {
    let mut connections = Vec::new();
    for _ in &workers {
        connections.push(Connection::open(address).await?);
    }
    let count = workers.len();
    let start = Instant::now();
    let mut tasks = JoinSet::new();
    for (worker, connection) in workers.into_iter().zip(connections) {
        tasks.spawn_local(ask(connection, worker, start, until));
    }
    let (mut done, mut workers) = (Done::default(), Vec::new());
    while let Some(ended) = tasks.join_next().await {
        let (some, worker) = ended.map_err(|error| error.to_string())??;
        done.units += some.units;
        done.answers += some.answers;
        done.bytes += some.bytes;
        workers.push(worker);
    }
    let seconds = start.elapsed().as_secs_f64();
    // Only now: a worker takes what it was asked for once as put.
    let request = workers.first_mut().map(|worker| worker.next().to_vec()).unwrap_or_default();
    let asked = Asked {
        request,
        connections: count,
        answer: (done.bytes / done.answers.max(1)) as usize,
        answers_per_second: done.answers as f64 / seconds,
    };
    Ok((Outcome { units: done.units, seconds, asked }, workers))
}

/// What a connection was answered.
#[derive(Default)]
struct Done {
    units: u64,
    answers: u64,
    bytes: u64,
}

async fn ask<W: Worker>(
    mut connection: Connection,
    mut worker: W,
    start: Instant,
    until: Until,
) -> Result<(Done, W)> {
    let mut done = Done::default();
    while match until {
        Until::Passed(time) => start.elapsed() < time,
        Until::Asked(times) => done.answers < times,
    } {
        let answer = connection.exchange(worker.next(), W::KEEP).await?;
        done.units += worker.accept(answer, connection.body())?;
        done.answers += 1;
        done.bytes += answer.length as u64;
    }
    Ok((done, worker))
}

/// Asks the same thing again and again.
pub struct Repeat<F> {
    pub request: Vec<u8>,
    pub accept: F,
}

impl<F: Fn(Answer, &[u8]) -> Result<u64> + 'static> Worker for Repeat<F> {
    const KEEP: bool = true;

    fn next(&mut self) -> &[u8] {
        &self.request
    }

    fn accept(&mut self, answer: Answer, body: &[u8]) -> Result<u64> {
        (self.accept)(answer, body)
    }
}

/// Fails unless the status is 200.
pub fn expect_ok(answer: Answer, body: &[u8]) -> Result<()> {
    if answer.status == 200 {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&body[..body.len().min(400)]).into_owned();
    Err(format!("status {}: {text}", answer.status))
}

/// The middle of some figures; zero for none.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    match figures.len() {
        0 => 0.0,
        length if length % 2 == 1 => figures[length / 2],
        length => f64::midpoint(figures[length / 2 - 1], figures[length / 2]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median(Vec::new()), 0.0);
    }

    #[test]
    fn a_refusal_is_an_error_with_its_text() {
        let refused = expect_ok(Answer { status: 400, length: 3 }, b"why");
        assert_eq!(refused, Err("status 400: why".to_owned()));
    }
}
