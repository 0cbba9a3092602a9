//! Chance, as an argument, and the names that are made of it.

use shapes::checksum::{self, digits};
use std::cell::RefCell;
use std::sync::Mutex;

/// A source of random bytes.
pub trait Ids: Send + Sync {
    /// Fills the buffer with random bytes.
    fn fill(&self, buffer: &mut [u8]);

    /// `bytes` random bytes as lower-case hexadecimal digits.
    fn hex(&self, bytes: usize) -> String {
        let mut buffer = vec![0; bytes];
        self.fill(&mut buffer);
        checksum::hex(&buffer)
    }

    /// A version 4 UUID (RFC 9562).
    fn uuid(&self) -> String {
        let mut b = [0; 16];
        self.fill(&mut b);
        b[6] = b[6] & 0x0f | 0x40;
        b[8] = b[8] & 0x3f | 0x80;
        let mut out = String::with_capacity(36);
        for (index, byte) in b.iter().enumerate() {
            if matches!(index, 4 | 6 | 8 | 10) {
                out.push('-');
            }
            out.extend(digits(*byte));
        }
        out
    }

    /// `length` random characters of `A-Z2-7`, as IAM's unique ids are made.
    fn base32(&self, length: usize) -> String {
        let mut buffer = vec![0; length];
        self.fill(&mut buffer);
        let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        buffer.iter().map(|byte| char::from(alphabet[usize::from(byte % 32)])).collect()
    }
}

/// The operating system's randomness. Short names are cut from what a thread has drawn ahead,
/// since each request needs one and a system call costs as much as many bytes; longer ones, and
/// with them every secret, are drawn when they are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct RandomIds;

/// The longest that is cut from what was drawn ahead: a UUID.
const SHORT: usize = 16;

/// Random bytes that a thread has drawn ahead. Each is given once, and wiped as it is.
struct Ahead {
    bytes: [u8; 32 * SHORT],
    given: usize,
}

thread_local! {
    static AHEAD: RefCell<Ahead> =
        const { RefCell::new(Ahead { bytes: [0; 32 * SHORT], given: 32 * SHORT }) };
}

impl Ahead {
    fn give(&mut self, buffer: &mut [u8]) {
        if self.bytes.len() - self.given < buffer.len() {
            draw(&mut self.bytes);
            self.given = 0;
        }
        let cut = &mut self.bytes[self.given..self.given + buffer.len()];
        buffer.copy_from_slice(cut);
        cut.fill(0);
        self.given += buffer.len();
    }
}

#[allow(clippy::disallowed_methods)] // The one place that asks the operating system.
fn draw(buffer: &mut [u8]) {
    if let Err(error) = getrandom::fill(buffer) {
        // Without randomness no name and no secret is safe; Linux fails so only before boot
        // has gathered any.
        tracing::error!(%error, "the operating system gives no randomness");
        std::process::abort();
    }
}

impl Ids for RandomIds {
    fn fill(&self, buffer: &mut [u8]) {
        if buffer.len() > SHORT {
            return draw(buffer);
        }
        // A thread that is ending has nothing ahead any more.
        let given = AHEAD.try_with(|ahead| ahead.borrow_mut().give(buffer));
        given.unwrap_or_else(|_| draw(buffer));
    }
}

/// The same sequence for the same seed, for tests and simulation.
pub struct SeededIds(Mutex<u64>);

impl SeededIds {
    /// A source that begins at `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }
}

impl Ids for SeededIds {
    /// SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators").
    fn fill(&self, buffer: &mut [u8]) {
        let mut state = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        for chunk in buffer.chunks_mut(8) {
            *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = *state;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes()[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_has_its_version_and_variant() {
        let ids = SeededIds::new(7);
        let uuid = ids.uuid();
        assert_eq!(uuid.len(), 36);
        assert_eq!(&uuid[14..15], "4");
        assert!(matches!(&uuid[19..20], "8" | "9" | "a" | "b"));
        assert_ne!(uuid, ids.uuid());
    }

    #[test]
    fn no_random_bytes_are_given_twice() {
        let mut seen = std::collections::BTreeSet::new();
        let worker = || (0..1000).map(|n| RandomIds.hex(8 + n % 24)[..16].to_owned()).collect();
        let others = std::thread::spawn(worker);
        let own: Vec<String> = worker();
        for id in own.into_iter().chain(others.join().unwrap()) {
            assert_ne!(id, "0".repeat(16));
            assert!(seen.insert(id));
        }
    }
}
