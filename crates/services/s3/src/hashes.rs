//! What is computed of a body while it comes in.

use crate::checksum::Algorithm;
use bytes::Bytes;
use platform::{Error, Result};
use sha2::Digest as _;
use shapes::Trailing;
use shapes::checksum::Checksum;
use tokio::task::JoinHandle;

/// How many bytes are hashed at a time beside the writing: enough that to hand them over costs nothing
/// beside it, and few enough to wait in memory.
const TURN_BYTES: usize = 256 << 10;

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
/// comes next is received: MD5 takes as long as all the rest, and cannot be divided.
pub(crate) struct Beside {
    state: State,
    /// What the task hashes next.
    waiting: Vec<Bytes>,
    waiting_bytes: usize,
}

/// Where the hashes are.
enum State {
    Here(Hashes),
    AtWork(JoinHandle<Hashes>),
    /// With a task that has failed, or on their way.
    Gone,
}

impl Beside {
    /// Goes on with hashes.
    pub(crate) fn new(hashes: Hashes) -> Self {
        Self { state: State::Here(hashes), waiting: Vec::new(), waiting_bytes: 0 }
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
        let mut hashes = self.take().await?;
        let waiting = std::mem::take(&mut self.waiting);
        self.waiting_bytes = 0;
        self.state = State::AtWork(tokio::spawn(async move {
            for bytes in waiting {
                hashes.update(&bytes);
            }
            hashes
        }));
        Ok(())
    }

    /// The hashes of all.
    pub(crate) async fn end(mut self) -> Result<Hashes> {
        let mut hashes = self.take().await?;
        for bytes in self.waiting {
            hashes.update(&bytes);
        }
        Ok(hashes)
    }

    async fn take(&mut self) -> Result<Hashes> {
        match std::mem::replace(&mut self.state, State::Gone) {
            State::Here(hashes) => Ok(hashes),
            State::AtWork(task) => task.await.map_err(Error::internal),
            State::Gone => Err(Error::internal("the hashes of a body were lost")),
        }
    }
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
