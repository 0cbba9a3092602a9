//! What keeping bytes promises.
//!
//! Knows: three kinds of storage ([`Tables`], [`Log`], [`Blobs`]), what each guarantees, how
//! processes that share them hear of each other ([`Notices`]), and the suite that every engine has
//! to pass. Must not know: what the bytes mean, AWS, HTTP, clocks.
//!
//! The promise that all storage shares: **when a write's future resolves with `Ok`, the write is on stable
//! storage**, and a crash at any later instant keeps it. A write whose future was dropped or
//! failed may or may not have happened; it is never half there.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod blobs;
pub mod confirming;
#[cfg(any(test, feature = "contract"))]
pub mod contract;
mod error;
pub mod faulty;
mod log;
pub mod memory;
mod notices;
mod reading;
mod remove;
mod tables;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

pub use blobs::{BlobId, BlobReader, BlobWriter, Blobs};
pub use error::{Error, Result};
pub use log::{Appended, Bounds, Entry, Lane, Log, LogId, Lost, ReadLimit, Stored};
pub use notices::{Listener, NOTICE_BYTES, Notices, Silence};
pub use reading::Reading;
pub use remove::{remove_all, remove_some};
pub use tables::{Batch, Condition, KeyRange, Pair, Scan, Table, Tables, Write, first_failed};
pub use tables::{KEY_BYTES, VALUE_BYTES};

/// A boxed future, so that the traits stay usable as `dyn`.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The engines that a process runs on.
#[derive(Clone)]
pub struct Store {
    /// Ordered key-value metadata.
    pub tables: Arc<dyn Tables>,
    /// Append-only records.
    pub log: Arc<dyn Log>,
    /// Object contents.
    pub blobs: Arc<dyn Blobs>,
    /// Word from and to the other processes over these engines; `None` where there are none.
    pub notices: Option<Arc<dyn Notices>>,
}
