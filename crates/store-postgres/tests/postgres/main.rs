//! The engine over real servers. `./test` runs these where it has installed PostgreSQL:
//! `cargo test --package store-postgres -- --ignored`.
#![allow(clippy::unwrap_used)]

mod cluster;
mod fate;
mod notices;
mod promises;
mod proxy;
mod tables;
mod tls;
