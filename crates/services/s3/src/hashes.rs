//! What is computed of a body while it comes in.

use crate::checksum::Algorithm;
use bytes::Bytes;
use platform::{Error, Result};
use sha2::Digest as _;
use shapes::Trailing;
use shapes::checksum::Checksum;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// How many bytes are hashed at a time beside the writing: enough that to hand them over costs nothing
/// beside it, and few enough to wait in memory.
const TURN_BYTES: usize = 64 << 10;

/// How many turns lie ready for the hashes to go on with.
const TURNS_READY: usize = 4;

/// The checksums of a body, by their algorithms.
pub(crate) type Checksums = Vec<(Algorithm, String)>;

/// The hashes of a body under way.
pub(crate) struct Hashes {
    md5: md5::Md5,
    checksums: Vec<(Algorithm, Hashed)>,
}

/// A checksum of a body under way.
#[allow(clippy::large_enum_variant)] // A body has one or two.
enum Hashed {
    /// Computed here.
    Here(Checksum),
    /// Compared by who reads the body.
    Trailing(Trailing),
}

impl Hashed {
    fn finish(self) -> Result<String> {
        match self {
            Hashed::Here(checksum) => Ok(checksum.finish()),
            Hashed::Trailing(trailing) => match trailing.value() {
                Some(value) => Ok(value.to_owned()),
                None => Err(Error::internal("a body ended before the checksum that follows it")),
            },
        }
    }
}

impl Hashes {
    /// Of MD5 and these algorithms, but for what follows the body proven.
    pub(crate) fn new(algorithms: &[Algorithm], trailing: Option<&Trailing>) -> Self {
        let hashed = |it: Algorithm| match trailing {
            Some(trailing) if trailing.algorithm == it.computed() => {
                Hashed::Trailing(trailing.clone())
            }
            _ => Hashed::Here(Checksum::new(it.computed())),
        };
        let checksums = algorithms.iter().map(|it| (*it, hashed(*it))).collect();
        Self { md5: md5::Md5::new(), checksums }
    }

    /// Hashes bytes.
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.md5.update(bytes);
        for (_, hashed) in &mut self.checksums {
            if let Hashed::Here(checksum) = hashed {
                checksum.update(bytes);
            }
        }
    }

    /// The MD5 and the checksums.
    pub(crate) fn finish(self) -> Result<([u8; 16], Checksums)> {
        let checksums = self.checksums.into_iter();
        let checksums = checksums.map(|(it, hashed)| Ok((it, hashed.finish()?)));
        Ok((self.md5.finalize().into(), checksums.collect::<Result<_>>()?))
    }
}

/// Hashes of a large body, computed in a task of their own while what came before is written and what
/// comes next is received: MD5 takes as long as all the rest, and cannot be divided. The next turn lies ready
/// when one is done, so that the task does not wait to be told of it.
pub(crate) struct Beside {
    turns: mpsc::Sender<Vec<Bytes>>,
    task: JoinHandle<Hashes>,
    /// What is in the next turn.
    waiting: Vec<Bytes>,
    waiting_bytes: usize,
}

impl Beside {
    /// Goes on with hashes.
    pub(crate) fn new(hashes: Hashes) -> Self {
        let (turns, ready) = mpsc::channel(TURNS_READY);
        let task = tokio::spawn(work(hashes, ready));
        Self { turns, task, waiting: Vec::new(), waiting_bytes: 0 }
    }

    /// Has bytes hashed. Waits when they come faster than that.
    pub(crate) async fn add(&mut self, bytes: Bytes) -> Result<()> {
        self.waiting_bytes += bytes.len();
        self.waiting.push(bytes);
        if self.waiting_bytes < TURN_BYTES {
            return Ok(());
        }
        self.begin().await
    }

    /// Has what waits hashed, though it be little: nothing follows it soon.
    pub(crate) async fn begin(&mut self) -> Result<()> {
        self.waiting_bytes = 0;
        let turn = std::mem::take(&mut self.waiting);
        let lost = |_| Error::internal("the hashes of a body were lost");
        self.turns.send(turn).await.map_err(lost)
    }

    /// The hashes of all.
    pub(crate) async fn end(mut self) -> Result<Hashes> {
        self.begin().await?;
        drop(self.turns);
        self.task.await.map_err(Error::internal)
    }
}

/// Hashes turn after turn, and lets others on between two.
async fn work(mut hashes: Hashes, mut ready: mpsc::Receiver<Vec<Bytes>>) -> Hashes {
    while let Some(turn) = ready.recv().await {
        for bytes in turn {
            hashes.update(&bytes);
        }
        tokio::task::yield_now().await;
    }
    hashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_hashed_beside_is_what_is_hashed_at_once() {
        let algorithms = [Algorithm::Sha256, Algorithm::Crc32];
        let body: Vec<u8> = (0..3 * TURN_BYTES + 17).map(|n| (n % 251) as u8).collect();
        let mut at_once = Hashes::new(&algorithms, None);
        at_once.update(&body);
        let expected = at_once.finish().unwrap();
        for size in [1000, TURN_BYTES - 1, TURN_BYTES, body.len()] {
            let mut beside = Beside::new(Hashes::new(&algorithms, None));
            for (number, piece) in body.chunks(size).enumerate() {
                beside.add(Bytes::copy_from_slice(piece)).await.unwrap();
                if number % 7 == 3 {
                    beside.begin().await.unwrap();
                }
            }
            assert_eq!(beside.end().await.unwrap().finish().unwrap(), expected, "{size}");
        }
    }
}
