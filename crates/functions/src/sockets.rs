//! How much memory sockets hold: what was sent and not yet received lies in no process's memory.
//! The kernel tells it of each socket of a network; see sock_diag(7).

use std::{
    collections::{HashMap, HashSet},
    io,
    os::fd::{AsFd, OwnedFd},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType, netlink};
use tokio::time::Instant;

/// Bytes held by each socket of a network, by the socket's number.
pub(crate) type HeldBytes = HashMap<u64, u64>;

pub(crate) const SOCK_DIAG_BY_FAMILY: u16 = 20;
const NLMSG_DONE: u16 = 3;
const NLM_F_REQUEST_AND_DUMP: u16 = 1 | 0x300;
const AF_UNIX: u8 = 1;
pub(crate) const AF_INET: u8 = 2;
pub(crate) const AF_INET6: u8 = 10;
pub(crate) const IPPROTO_TCP: u8 = 6;
const IPPROTO_UDP: u8 = 17;
const SOCK_DGRAM: u8 = 2;

/// A header's length; a Unix socket's answer is 16 bytes after it, an Internet socket's 72; then
/// come attributes.
const HEADER: usize = 16;
const UNIX_ANSWER: usize = HEADER + 16;
const INET_ANSWER: usize = HEADER + 72;

/// The peer, the length of the queue, and the memory.
const UDIAG_SHOW: u32 = 0x4 | 0x10 | 0x20;
const UNIX_DIAG_PEER: u16 = 2;
const UNIX_DIAG_RQLEN: u16 = 4;
const UNIX_DIAG_MEMINFO: u16 = 5;
const INET_DIAG_SKMEMINFO: u16 = 7;

/// Datagrams that a Unix socket queues unless the machine says otherwise.
const DATAGRAMS: u64 = 10;

/// What is known of the machine's network is used for so long, and for the longer the longer it
/// took to find out: for all environments together it takes a twentieth of a processor at most.
const FRESH: Duration = Duration::from_millis(50);
const RARELY: u32 = 20;

/// What the sockets of the machine's network hold. Blocks.
pub(crate) fn of_the_machine() -> Arc<HeldBytes> {
    static SEEN: Mutex<Option<(Instant, Arc<HeldBytes>)>> = Mutex::new(None);
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let begun = Instant::now();
    match seen.as_ref() {
        Some((until, held)) if begun < *until => held.clone(),
        _ => {
            let held = Arc::new(socket().and_then(|socket| held(&socket)).unwrap_or_default());
            let now = Instant::now();
            *seen = Some((now + FRESH.max((now - begun) * RARELY), held.clone()));
            held
        }
    }
}

/// A socket to ask the kernel through; it tells of the network that it was made in.
pub(crate) fn socket() -> io::Result<OwnedFd> {
    let (family, flags) = (AddressFamily::NETLINK, SocketFlags::CLOEXEC);
    Ok(rustix::net::socket_with(family, SocketType::DGRAM, flags, Some(netlink::SOCK_DIAG))?)
}

/// What the sockets hold of the network that `socket` was made in.
pub(crate) fn held(socket: impl AsFd) -> io::Result<HeldBytes> {
    let mut units = Vec::new();
    // A kernel that does not tell of these may tell of the others.
    drop(ask(&socket, &unix_question(), &mut |answer| units.extend(Unix::read(answer))));
    let there: HashSet<u64> = units.iter().map(|unit| unit.inode).collect();
    let mut held: HeldBytes =
        units.iter().map(|unit| (unit.inode, unit.held(there.contains(&unit.peer)))).collect();
    for family in [AF_INET, AF_INET6] {
        for protocol in [IPPROTO_TCP, IPPROTO_UDP] {
            ask(&socket, &inet_question(family, protocol), &mut |answer| {
                held.extend(inet(answer));
            })?;
        }
    }
    Ok(held)
}

/// A Unix socket. What is on its way is charged to the sender.
#[derive(Debug, Default)]
struct Unix {
    inode: u64,
    datagrams: bool,
    peer: u64,
    /// Sent and not yet received.
    sent: u64,
    most: u64,
    /// Received and not yet read.
    queued: u64,
}

impl Unix {
    fn read(answer: &[u8]) -> Option<Unix> {
        let mut unit = Unix {
            inode: number(answer, HEADER + 4)?,
            datagrams: answer.get(HEADER + 1) == Some(&SOCK_DGRAM),
            ..Unix::default()
        };
        for (kind, value) in attributes(answer, UNIX_ANSWER) {
            match kind {
                UNIX_DIAG_PEER => unit.peer = number(value, 0)?,
                UNIX_DIAG_RQLEN => unit.queued = number(value, 0)?,
                UNIX_DIAG_MEMINFO => {
                    (unit.sent, unit.most) = (number(value, 8)?, number(value, 12)?)
                }
                _ => {}
            }
        }
        Some(unit)
    }

    /// With its peer gone nobody else tells how much it has in its queue.
    fn held(&self, has_peer: bool) -> u64 {
        match (self.queued, has_peer, self.datagrams) {
            (0, ..) | (_, true, _) => self.sent,
            (_, _, true) => self.sent + self.most * DATAGRAMS,
            (queued, ..) => self.sent + self.most.max(queued),
        }
    }
}

/// The number of an Internet socket, and what it holds.
fn inet(answer: &[u8]) -> Option<(u64, u64)> {
    let inode = number(answer, HEADER + 68)?;
    let (_, value) =
        attributes(answer, INET_ANSWER).find(|(kind, _)| *kind == INET_DIAG_SKMEMINFO)?;
    let memory = |index: usize| number(value, index * 4);
    // Received; sent, by what is on its way or by what is queued; received while it was locked.
    Some((inode, memory(0)? + memory(2)?.max(memory(5)?) + memory(7)?))
}

fn number(bytes: &[u8], at: usize) -> Option<u64> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_ne_bytes(four.try_into().ok()?).into())
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_ne_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// Kinds and values of the attributes that begin at `at`.
fn attributes(answer: &[u8], at: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = answer.get(at..).unwrap_or_default();
    std::iter::from_fn(move || {
        let length = usize::from(half(rest, 0)?);
        let (kind, value) = (half(rest, 2)?, rest.get(4..length)?);
        rest = rest.get(length.next_multiple_of(4)..).unwrap_or_default();
        Some((kind, value))
    })
}

/// Sends the question and hears every answer.
pub(crate) fn ask(
    socket: impl AsFd,
    question: &[u8],
    hear: &mut dyn FnMut(&[u8]),
) -> io::Result<()> {
    rustix::net::send(&socket, question, SendFlags::empty())?;
    let mut buffer = vec![0; 32 << 10];
    loop {
        // The kernel has the answer ready when it is asked for.
        let (_, length) = rustix::net::recv(&socket, &mut buffer[..], RecvFlags::DONTWAIT)?;
        if hear_all(&buffer[..length.min(buffer.len())], hear)? {
            return Ok(());
        }
    }
}

/// Hears what one piece of an answer tells. Says whether it was the last.
fn hear_all(mut piece: &[u8], hear: &mut dyn FnMut(&[u8])) -> io::Result<bool> {
    while let (Some(length), Some(kind)) = (number(piece, 0), half(piece, 4)) {
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        match (kind, piece.get(..length).filter(|answer| answer.len() >= HEADER)) {
            (NLMSG_DONE, _) => return Ok(true),
            (SOCK_DIAG_BY_FAMILY, Some(answer)) => hear(answer),
            _ => return Err(io::Error::other("the kernel does not tell of its sockets")),
        }
        // Each begins at a multiple of four bytes.
        piece = piece.get(length.next_multiple_of(4)..).unwrap_or_default();
    }
    Ok(false)
}

fn unix_question() -> Vec<u8> {
    let mut message = question_of(40);
    message.extend([AF_UNIX, 0, 0, 0]);
    // In any state, with any number.
    message.extend(u32::MAX.to_ne_bytes());
    message.extend(0_u32.to_ne_bytes());
    message.extend(UDIAG_SHOW.to_ne_bytes());
    message.extend([0; 8]);
    message
}

fn inet_question(family: u8, protocol: u8) -> Vec<u8> {
    let mut message = question_of(72);
    message.extend([family, protocol, 1 << (INET_DIAG_SKMEMINFO - 1), 0]);
    // In any state, between any addresses.
    message.extend(u32::MAX.to_ne_bytes());
    message.extend([0; 48]);
    message
}

/// The beginning of a question of this length about all sockets.
pub(crate) fn question_of(length: u32) -> Vec<u8> {
    let mut message = Vec::with_capacity(72);
    message.extend(length.to_ne_bytes());
    message.extend(SOCK_DIAG_BY_FAMILY.to_ne_bytes());
    message.extend(NLM_F_REQUEST_AND_DUMP.to_ne_bytes());
    message.extend([0; 8]);
    message
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::Write,
        net::{TcpListener, TcpStream},
        os::fd::AsRawFd,
        os::unix::net::{UnixDatagram, UnixStream},
    };

    fn inode(socket: &impl AsRawFd) -> u64 {
        let link = std::fs::read_link(format!("/proc/self/fd/{}", socket.as_raw_fd())).unwrap();
        let text = link.to_str().unwrap().strip_prefix("socket:[").unwrap();
        text.trim_end_matches(']').parse().unwrap()
    }

    #[test]
    fn what_was_not_received_is_seen_with_its_sender_or_its_receiver() {
        let (mut sender, receiver) = UnixStream::pair().unwrap();
        sender.write_all(&[1; 50_000]).unwrap();
        let (mut left, orphan) = UnixStream::pair().unwrap();
        left.write_all(&[1; 50_000]).unwrap();
        drop(left);
        let (gone, datagrams) = UnixDatagram::pair().unwrap();
        gone.send(&[1; 100]).unwrap();
        drop(gone);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut ours = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (theirs, _) = listener.accept().unwrap();
        ours.write_all(&[1; 50_000]).unwrap();
        let held = held(socket().unwrap()).unwrap();
        assert!(held[&inode(&sender)] >= 50_000 && held[&inode(&receiver)] == 0);
        assert!(held[&inode(&orphan)] >= 50_000);
        assert!(held[&inode(&datagrams)] >= 1_000_000);
        assert!(held[&inode(&ours)] + held[&inode(&theirs)] >= 50_000);
    }

    #[test]
    fn a_broken_answer_is_no_answer() {
        for length in 0..INET_ANSWER {
            let cut = vec![1; length];
            assert_eq!(inet(&cut), None);
            assert_eq!(Unix::read(&cut).is_some(), length >= HEADER + 8);
        }
    }

    #[test]
    fn pieces_of_an_answer_that_are_no_answer_do_no_harm() {
        let mut heard = 0;
        let mut hear = |piece: &[u8]| hear_all(piece, &mut |_| heard += 1);
        for length in 0..INET_ANSWER {
            // Longer than it is, of no length, and of a kind that is not known.
            for (stated, kind) in
                [(0xffff, SOCK_DIAG_BY_FAMILY), (0, SOCK_DIAG_BY_FAMILY), (length as u32, 2)]
            {
                let mut piece = vec![0; length.max(8)];
                piece[..4].copy_from_slice(&stated.to_ne_bytes());
                piece[4..6].copy_from_slice(&kind.to_ne_bytes());
                piece.truncate(length);
                assert_eq!(hear(&piece).is_ok(), length < 6, "{length} {stated} {kind}");
            }
        }
        assert_eq!(heard, 0);
    }
}
