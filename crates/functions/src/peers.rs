//! Who is at the other end of a connection on this machine. A loopback port is open to everybody
//! here; an environment's Runtime API answers its own processes only.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, TcpListener, TcpStream},
    os::fd::OwnedFd,
};

use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType, netlink};

use crate::family;

/// A message's length with its header; see sock_diag(7).
const QUESTION: usize = 72;
const ANSWER: usize = 88;
const SOCK_DIAG_BY_FAMILY: u16 = 20;
const NLM_F_REQUEST: u16 = 1;
const NLM_F_DUMP: u16 = 0x300;
const NLMSG_DONE: u16 = 3;
const AF_INET: u8 = 2;
const AF_INET6: u8 = 10;
const IPPROTO_TCP: u8 = 6;
/// Connections whose end here has not been closed by the other: established, or half closed here.
const HELD: u32 = 1 << 1 | 1 << 4 | 1 << 5;
/// What one piece of a long answer may have.
const PIECE: usize = 1 << 16;

/// Whether the connection from `peer` to `local` comes from the processes `roots` or their
/// descendants.
pub(crate) fn is_of(roots: &[i32], peer: SocketAddrV4, local: SocketAddrV4) -> io::Result<bool> {
    let inode = inode(peer, local)?;
    // A socket that its process has closed already has no number.
    Ok(inode != 0 && family::has_socket(roots, inode))
}

/// The number of the socket at `local` that is connected to `remote`; zero when it is closed.
fn inode(local: SocketAddrV4, remote: SocketAddrV4) -> io::Result<u64> {
    let socket = socket()?;
    rustix::net::send(&socket, &question(local, remote), SendFlags::empty())?;
    let mut answer = [0; 512];
    // The kernel answers before `send` returns.
    let (_, length) = rustix::net::recv(&socket, &mut answer[..], RecvFlags::DONTWAIT)?;
    let kind = u16::from_ne_bytes([answer[4], answer[5]]);
    if length < ANSWER || kind != SOCK_DIAG_BY_FAMILY {
        return Err(io::Error::other("the kernel does not say whose socket it is"));
    }
    Ok(u64::from(u32::from_ne_bytes([answer[84], answer[85], answer[86], answer[87]])))
}

fn socket() -> io::Result<OwnedFd> {
    Ok(rustix::net::socket_with(
        AddressFamily::NETLINK,
        SocketType::DGRAM,
        SocketFlags::CLOEXEC,
        Some(netlink::SOCK_DIAG),
    )?)
}

/// A connection of this machine, from the one of its ends that was asked for.
pub(crate) struct End {
    pub(crate) inode: u64,
    pub(crate) here: SocketAddr,
    pub(crate) there: SocketAddr,
}

/// Which ends of connections are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Those of a port of this machine.
    At(u16),
    /// Those that are connected to a port, of whatever machine.
    To(u16),
}

/// The ends of connections that this machine holds. Blocks.
pub(crate) fn ends(side: Side) -> io::Result<Vec<End>> {
    let mut all = Vec::new();
    for family in [AF_INET, AF_INET6] {
        let socket = socket()?;
        rustix::net::send(&socket, &question_of_all(family, side), SendFlags::empty())?;
        let mut piece = vec![0; PIECE];
        loop {
            let (_, length) = rustix::net::recv(&socket, &mut piece[..], RecvFlags::empty())?;
            if take_ends(&piece[..length.min(PIECE)], &mut all)? {
                break;
            }
        }
    }
    Ok(all)
}

/// Takes what one piece of the answer tells. Says whether it was the last.
fn take_ends(mut piece: &[u8], all: &mut Vec<End>) -> io::Result<bool> {
    while let Some((head, _)) = piece.split_first_chunk::<16>() {
        let length = u32::from_ne_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let message = piece.get(..length.max(head.len())).unwrap_or(piece);
        match u16::from_ne_bytes([head[4], head[5]]) {
            NLMSG_DONE => return Ok(true),
            SOCK_DIAG_BY_FAMILY => all.extend(end(message)),
            _ => return Err(io::Error::other("the kernel does not say which sockets there are")),
        }
        // Each begins at a multiple of four bytes.
        piece = piece.get(message.len().next_multiple_of(4)..).unwrap_or_default();
    }
    Ok(false)
}

/// The end that one message tells of.
fn end(message: &[u8]) -> Option<End> {
    let number = message.get(84..ANSWER)?.first_chunk()?;
    let here = address(message, 20, 24)?;
    let there = address(message, 22, 40)?;
    Some(End { inode: u64::from(u32::from_ne_bytes(*number)), here, there })
}

fn address(message: &[u8], port: usize, ip: usize) -> Option<SocketAddr> {
    let port = u16::from_be_bytes(*message.get(port..)?.first_chunk()?);
    let ip = message.get(ip..)?;
    let ip: IpAddr = match message[16] {
        AF_INET6 => Ipv6Addr::from(*ip.first_chunk::<16>()?).into(),
        _ => Ipv4Addr::from(*ip.first_chunk::<4>()?).into(),
    };
    Some(SocketAddr::new(ip.to_canonical(), port))
}

fn question_of_all(family: u8, side: Side) -> Vec<u8> {
    let (here, there) = match side {
        Side::At(port) => (port, 0),
        Side::To(port) => (0, port),
    };
    let mut message = Vec::with_capacity(QUESTION);
    message.extend(72_u32.to_ne_bytes());
    message.extend(SOCK_DIAG_BY_FAMILY.to_ne_bytes());
    message.extend((NLM_F_REQUEST | NLM_F_DUMP).to_ne_bytes());
    message.extend([0; 8]);
    message.extend([family, IPPROTO_TCP, 0, 0]);
    message.extend(HELD.to_ne_bytes());
    // A port of zero is any, and so is every address.
    message.extend(here.to_be_bytes());
    message.extend(there.to_be_bytes());
    message.extend([0; 32 + 4]);
    message.extend([0xff; 8]);
    message
}

fn question(local: SocketAddrV4, remote: SocketAddrV4) -> Vec<u8> {
    let mut message = Vec::with_capacity(QUESTION);
    message.extend(72_u32.to_ne_bytes());
    message.extend(SOCK_DIAG_BY_FAMILY.to_ne_bytes());
    message.extend(NLM_F_REQUEST.to_ne_bytes());
    message.extend([0; 8]);
    message.extend([AF_INET, IPPROTO_TCP, 0, 0]);
    // In any state.
    message.extend(u32::MAX.to_ne_bytes());
    message.extend(local.port().to_be_bytes());
    message.extend(remote.port().to_be_bytes());
    for address in [local.ip(), remote.ip()] {
        message.extend(address.octets());
        message.extend([0; 12]);
    }
    // On any interface, with any cookie.
    message.extend(0_u32.to_ne_bytes());
    message.extend([0xff; 8]);
    message
}

/// Whether this machine tells whose a connection is, tried with one of our own.
pub(crate) fn are_known() -> bool {
    let attempt = || -> io::Result<bool> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let ours = TcpStream::connect(listener.local_addr()?)?;
        let (peer, local) = (ours.local_addr()?, ours.peer_addr()?);
        let (std::net::SocketAddr::V4(peer), std::net::SocketAddr::V4(local)) = (peer, local)
        else {
            return Ok(false);
        };
        let own = i32::try_from(std::process::id()).unwrap_or(0);
        is_of(&[own], peer, local)
    };
    attempt().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_connections_are_known_and_a_strangers_are_not() {
        assert!(are_known());
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let ours = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let v4 = |address| match address {
            std::net::SocketAddr::V4(address) => address,
            std::net::SocketAddr::V6(_) => unreachable!(),
        };
        let (peer, local) = (v4(ours.local_addr().unwrap()), v4(ours.peer_addr().unwrap()));
        let mut other = std::process::Command::new("sleep").arg("600").spawn().unwrap();
        let number = i32::try_from(other.id()).unwrap();
        assert!(!is_of(&[number], peer, local).unwrap());
        other.kill().unwrap();
        other.wait().unwrap();
        let nobody = SocketAddrV4::new(Ipv4Addr::LOCALHOST, 1);
        assert!(is_of(&[number], nobody, local).is_err());
    }

    #[test]
    fn both_ends_of_connections_are_told() {
        for host in ["127.0.0.1", "::1"] {
            let listener = TcpListener::bind((host, 0)).unwrap();
            let to = listener.local_addr().unwrap();
            let ours: Vec<_> = (0..100).map(|_| TcpStream::connect(to).unwrap()).collect();
            let mut expected: Vec<_> = ours.iter().map(|one| one.local_addr().unwrap()).collect();
            expected.sort();
            let from = ends(Side::To(to.port())).unwrap();
            let mut seen: Vec<_> = from.iter().map(|end| end.here).collect();
            seen.sort();
            assert_eq!(seen, expected);
            assert!(from.iter().all(|end| end.there == to && end.inode != 0));
            let mut seen: Vec<_> =
                ends(Side::At(to.port())).unwrap().iter().map(|end| end.there).collect();
            seen.sort();
            assert_eq!(seen, expected);
        }
    }

    #[test]
    fn pieces_of_an_answer_that_are_no_answer_do_no_harm() {
        let mut all = Vec::new();
        for length in 0..ANSWER {
            let mut piece = vec![0xff; length];
            piece.iter_mut().skip(4).for_each(|byte| *byte = 0);
            assert!(take_ends(&piece, &mut all).is_ok() == (length < 16), "{length}");
            if length >= 16 {
                piece[4..6].copy_from_slice(&SOCK_DIAG_BY_FAMILY.to_ne_bytes());
                assert!(matches!(take_ends(&piece, &mut all), Ok(false)), "{length}");
            }
        }
        assert!(all.is_empty());
    }
}
