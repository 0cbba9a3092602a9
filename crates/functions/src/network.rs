//! A closed network: an environment's own, with nothing on it but two listeners of ours.
//!
//! The environment's process makes it, listens on 127.0.0.1 in it, and hands the listeners to the
//! server, which accepts in its own network what was connected in the other. One listener is the
//! environment's Runtime API, which nobody else reaches then; the other is the [`Egress`].

use std::{
    io,
    mem::MaybeUninit,
    net::{Ipv4Addr, SocketAddrV4},
    os::fd::OwnedFd,
    os::unix::net::UnixStream as StdUnixStream,
    sync::{Arc, OnceLock},
};

use rustix::net::{
    AddressFamily, RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SocketFlags, SocketType,
};
use tokio::{
    io::Interest,
    net::{TcpListener, UnixStream},
    sync::Semaphore,
};

use crate::{
    function::{Egress, Permit},
    runtime_api::{self, RuntimeApi},
};

/// Where AWS has the Runtime API.
const RUNTIME_API: u16 = 9001;

/// The ports that are listened on inside: the Runtime API's, and the egress's.
pub(crate) fn ports(egress: u16) -> [u16; 2] {
    [if egress == RUNTIME_API { RUNTIME_API + 1 } else { RUNTIME_API }, egress]
}

/// The value of `AWS_LAMBDA_RUNTIME_API` inside.
pub(crate) fn runtime_api_address(egress: u16) -> String {
    SocketAddrV4::new(Ipv4Addr::LOCALHOST, ports(egress)[0]).to_string()
}

/// Both ends of what the listeners come through; ours is the first.
pub(crate) fn socket_pair() -> io::Result<(OwnedFd, OwnedFd)> {
    let flags = SocketFlags::CLOEXEC;
    Ok(rustix::net::socketpair(AddressFamily::UNIX, SocketType::STREAM, flags, None)?)
}

/// Takes the listeners over as soon as they come, and serves on them until the future is dropped.
/// With them comes a socket that tells of the network's sockets, which is given to `teller`.
pub(crate) async fn serve(
    api: RuntimeApi,
    inside: OwnedFd,
    egress: Egress,
    teller: Arc<OnceLock<OwnedFd>>,
) {
    match listeners(inside, &teller).await {
        Ok([own, outward]) => {
            tokio::join!(api.serve(own), forward(outward, egress));
        }
        // The process ended before it came so far; its exit is seen elsewhere.
        Err(error) => tracing::debug!(%error, "an environment's network was not made"),
    }
}

/// Hands on what is connected to the egress, as long as there are places; more wait where they were
/// made.
async fn forward(listener: TcpListener, egress: Egress) {
    let own = Arc::new(Semaphore::new(egress.each));
    // The semaphores are never closed.
    while let Ok(first) = own.clone().acquire_owned().await {
        let stream = runtime_api::accept(&listener).await;
        let Ok(second) = egress.all.clone().acquire_owned().await else { return };
        let permit: Permit = Box::new([first, second]);
        if egress.connections.send((stream, permit)).await.is_err() {
            return;
        }
    }
}

/// The two listeners that come through the socket, in the order of [`ports`]; what comes after
/// them is for `teller`.
async fn listeners(inside: OwnedFd, teller: &OnceLock<OwnedFd>) -> io::Result<[TcpListener; 2]> {
    let inside = StdUnixStream::from(inside);
    inside.set_nonblocking(true)?;
    let inside = UnixStream::from_std(inside)?;
    let mut come = inside.async_io(Interest::READABLE, || receive(&inside)).await?;
    if let Some(socket) = come.drain(come.len().min(2)..).next() {
        drop(teller.set(socket));
    }
    let count = come.len();
    let listeners: Vec<TcpListener> = come.into_iter().map(listener).collect::<io::Result<_>>()?;
    listeners.try_into().map_err(|_| io::Error::other(format!("{count} listeners came, not two")))
}

fn receive(inside: &UnixStream) -> io::Result<Vec<OwnedFd>> {
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(3))];
    let mut ancillary = RecvAncillaryBuffer::new(&mut space);
    let mut byte = [0];
    let mut data = [io::IoSliceMut::new(&mut byte)];
    rustix::net::recvmsg(inside, &mut data, &mut ancillary, RecvFlags::CMSG_CLOEXEC)?;
    let rights = ancillary.drain().filter_map(|message| match message {
        RecvAncillaryMessage::ScmRights(descriptors) => Some(descriptors),
        _ => None,
    });
    Ok(rights.flatten().collect())
}

fn listener(descriptor: OwnedFd) -> io::Result<TcpListener> {
    let listener = std::net::TcpListener::from(descriptor);
    listener.set_nonblocking(true)?;
    TcpListener::from_std(listener)
}
