//! Who is at the other end of a connection on this machine. A loopback port is open to everybody
//! here; an environment's Runtime API answers its own processes only.

use std::{
    io,
    net::{Ipv4Addr, SocketAddrV4, TcpListener, TcpStream},
};

use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType, netlink};

use crate::family;

/// A message's length with its header; see sock_diag(7).
const QUESTION: usize = 72;
const ANSWER: usize = 88;
const SOCK_DIAG_BY_FAMILY: u16 = 20;
const NLM_F_REQUEST: u16 = 1;
const AF_INET: u8 = 2;
const IPPROTO_TCP: u8 = 6;

/// Whether the connection from `peer` to `local` comes from the processes `roots` or their
/// descendants.
pub(crate) fn is_of(roots: &[i32], peer: SocketAddrV4, local: SocketAddrV4) -> io::Result<bool> {
    let inode = inode(peer, local)?;
    // A socket that its process has closed already has no number.
    Ok(inode != 0 && family::has_socket(roots, inode))
}

/// The number of the socket at `local` that is connected to `remote`; zero when it is closed.
fn inode(local: SocketAddrV4, remote: SocketAddrV4) -> io::Result<u64> {
    let socket = rustix::net::socket_with(
        AddressFamily::NETLINK,
        SocketType::DGRAM,
        SocketFlags::CLOEXEC,
        Some(netlink::SOCK_DIAG),
    )?;
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
}
