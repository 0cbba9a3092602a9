//! Shares of the server's connections: what environments may hold of them, so that they keep
//! nobody out, and which connections are beyond it.
//!
//! Where the network is closed each environment's connections come through a listener of its own
//! and are counted there. On an open network nobody sees whose a connection is: the kernel and
//! `/proc` are asked, which takes long, and so only when there are many.

use std::{
    collections::{HashMap, HashSet},
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    family,
    peers::{self, Side},
};

/// What environments may hold of the server's connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// One environment, at most.
    pub each: usize,
    /// All environments together.
    pub all: usize,
}

/// The environments that live, by the processes that all others of theirs descend from.
#[derive(Clone, Default)]
pub(crate) struct Living(Arc<Mutex<Lives>>);

#[derive(Default)]
struct Lives {
    next: u64,
    roots: HashMap<u64, Vec<i32>>,
}

/// One environment among the living, until it is dropped.
pub(crate) struct Life {
    living: Living,
    number: u64,
}

impl Living {
    fn lock(&self) -> MutexGuard<'_, Lives> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An environment has begun.
    pub(crate) fn enter(&self, roots: Vec<i32>) -> Life {
        let mut lives = self.lock();
        let number = lives.next;
        lives.next += 1;
        lives.roots.insert(number, roots);
        Life { living: self.clone(), number }
    }

    /// The far ends of the connections to a port of this server that are beyond what environments
    /// may hold. Blocks, for a second where environments have a million open files.
    pub(crate) fn beyond(&self, port: u16, shares: Shares) -> io::Result<Vec<SocketAddr>> {
        let environments: Vec<Vec<i32>> = self.lock().roots.values().cloned().collect();
        let held: HashSet<_> = peers::ends(Side::At(port))?.iter().map(|end| end.there).collect();
        let from = peers::ends(Side::To(port))?.into_iter();
        let from: HashMap<u64, SocketAddr> =
            from.filter(|end| held.contains(&end.here)).map(|end| (end.inode, end.here)).collect();
        let held: Vec<HashSet<SocketAddr>> =
            environments.iter().map(|roots| of(roots, &from)).collect();
        let level = level(held.iter().map(HashSet::len).collect(), shares);
        Ok(held.into_iter().flat_map(|all| all.into_iter().skip(level)).collect())
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        self.living.lock().roots.remove(&self.number);
    }
}

/// Those connections that one family holds. A connection that several processes have is one.
fn of(roots: &[i32], from: &HashMap<u64, SocketAddr>) -> HashSet<SocketAddr> {
    family::sockets(roots).filter_map(|inode| from.get(&inode).copied()).collect()
}

/// How many connections an environment keeps so that none has more than its share and all together
/// not more than theirs: those who have few keep them, the others the same number. One it always keeps.
fn level(mut counts: Vec<usize>, shares: Shares) -> usize {
    counts.sort_unstable();
    let mut left = shares.all;
    for (index, count) in counts.iter().enumerate() {
        let even = left / (counts.len() - index);
        if *count > even {
            return even.min(shares.each).max(1);
        }
        left -= count;
    }
    shares.each
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{TcpListener, TcpStream};

    #[test]
    fn those_who_have_few_keep_them() {
        let shares = Shares { each: 10, all: 24 };
        for (counts, expected) in [
            (vec![], 10),
            (vec![3], 10),
            (vec![99], 10),
            (vec![9, 9], 10),
            (vec![99, 99], 10),
            (vec![2, 99, 99], 10),
            (vec![4, 99, 99, 99], 6),
            (vec![6, 6, 6, 6], 10),
            (vec![7; 4], 6),
            (vec![2; 30], 1),
        ] {
            assert_eq!(level(counts.clone(), shares), expected, "{counts:?}");
        }
    }

    #[test]
    fn connections_beyond_the_share_are_told_while_their_environment_lives() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let to = listener.local_addr().unwrap();
        let ours: Vec<_> = (0..9).map(|_| TcpStream::connect(to).unwrap()).collect();
        let own: HashSet<_> = ours.iter().map(|one| one.local_addr().unwrap()).collect();
        let living = Living::default();
        let shares = Shares { each: 4, all: 100 };
        assert_eq!(living.beyond(to.port(), shares).unwrap(), []);
        let life = living.enter(vec![i32::try_from(std::process::id()).unwrap()]);
        let beyond = living.beyond(to.port(), shares).unwrap();
        assert_eq!(beyond.len(), 5);
        assert!(beyond.iter().all(|one| own.contains(one)));
        let all = Shares { each: 4, all: 1 };
        assert_eq!(living.beyond(to.port(), all).unwrap().len(), 8);
        drop(life);
        assert_eq!(living.beyond(to.port(), shares).unwrap(), []);
    }
}
