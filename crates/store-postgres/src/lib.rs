//! Tables on a PostgreSQL server, for several processes that share them, and their notices.
//!
//! Knows: SQL, how rows lie on the server, which locks make a commit atomic, when a connection may
//! be tried again and when not, how the server passes on a word. Must not know: what the bytes mean, AWS, HTTP, the other engines.
//!
//! The server may be shared with other programs; ours are the tables `waterwheel_rows`,
//! `waterwheel_commits` and `waterwheel_layout` of the connection's schema, and advisory locks (layout.rs). Every process
//! that shares the tables has to take the same locks.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod commit;
mod decide;
mod failure;
mod fate;
mod layout;
mod notices;
mod promises;
mod server;
mod tables;
mod tls;
mod url;

pub use notices::PostgresNotices;
pub use promises::{Promise, promises};
pub use tables::{Options, PostgresTables};
