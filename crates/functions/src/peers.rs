//! Who is at the other end of a connection on this machine. A loopback port is open to everybody
//! here; an environment's Runtime API answers its own processes only.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, TcpListener, TcpStream},
};

use rustix::net::{RecvFlags, SendFlags};

use crate::{
    family,
    sockets::{self, AF_INET, AF_INET6, IPPROTO_TCP, SOCK_DIAG_BY_FAMILY},
};

/// A message's length with its header; see sock_diag(7).
const QUESTION: u32 = 72;
const ANSWER: usize = 88;
const NLM_F_REQUEST: u16 = 1;
/// Connections whose end here has not been closed by the other: established, or half closed here.
const HELD: u32 = 1 << 1 | 1 << 4 | 1 << 5;

/// Whether the connection from `peer` to `local` comes from the processes `roots` or their
/// descendants.
pub(crate) fn is_of(roots: &[i32], peer: SocketAddrV4, local: SocketAddrV4) -> io::Result<bool> {
    let inode = inode(peer, local)?;
    // A socket that its process has closed already has no number.
    Ok(inode != 0 && family::has_socket(roots, inode))
}

/// The number of the socket at `local` that is connected to `remote`; zero when it is closed.
fn inode(local: SocketAddrV4, remote: SocketAddrV4) -> io::Result<u64> {
    let socket = sockets::socket()?;
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
        let question = question_of_all(family, side);
        sockets::ask(sockets::socket()?, &question, &mut |answer| all.extend(end(answer)))?;
    }
    Ok(all)
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
    let mut message = sockets::question_of(QUESTION);
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
    let mut message = Vec::with_capacity(QUESTION as usize);
    message.extend(QUESTION.to_ne_bytes());
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
    fn messages_that_are_cut_short_tell_of_no_end() {
        for length in 0..ANSWER {
            assert!(end(&vec![0; length]).is_none(), "{length}");
        }
        assert!(end(&[0; ANSWER]).is_some());
    }
}
