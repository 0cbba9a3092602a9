//! The end of standard input, which tells a server that whoever started it for himself is gone: the
//! kernel closes a pipe however its writer ends, and every language can hold one open.

use std::io::{self, Read};
use tokio::sync::oneshot;

/// Resolves when standard input ends or cannot be read. What comes in until then is thrown away.
///
/// A thread of its own reads, which ends with the process: tokio's would hold up the runtime's end for as
/// long as the input goes on.
pub async fn ended() {
    let (end, ended) = oneshot::channel();
    std::thread::spawn(move || {
        drain(io::stdin());
        let _ = end.send(());
    });
    // A thread that could not say so has ended too.
    let _ = ended.await;
}

fn drain(mut input: impl Read) {
    let mut thrown_away = [0; 1024];
    loop {
        match input.read(&mut thrown_away) {
            Ok(0) => return,
            Err(error) if error.kind() != io::ErrorKind::Interrupted => return,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An input that is interrupted once and then goes on.
    struct Interrupted(bool, &'static [u8]);

    impl Read for Interrupted {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if std::mem::take(&mut self.0) {
                return Err(io::ErrorKind::Interrupted.into());
            }
            self.1.read(buffer)
        }
    }

    #[test]
    fn input_is_read_to_its_end() {
        let mut input = Interrupted(true, &[7; 5000]);
        drain(&mut input);
        assert!(input.1.is_empty());
    }
}
