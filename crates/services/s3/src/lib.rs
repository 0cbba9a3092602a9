//! S3: buckets, objects and multipart uploads.
//!
//! Knows: the rules of names, keys, conditions, ranges, checksums and listings, and how an object
//! lies in the store. Must not know: HTTP, XML, signatures or aws-chunked framing (`wire`), who
//! may connect (`gateway`), nor any other service.
//!
//! An object is one record in `s3.objects`. Its bytes lie inline in `s3.inline` when they are few,
//! so that a small PUT is one commit, else in a blob; a multipart object is the list of its parts'
//! contents, which are never copied. Blobs are made under an entry of the ledger ([`ledger`]),
//! which the commit that gives them an owner removes: what a crash leaves over is swept, at start or,
//! where several processes share the engines, by one of them ([`sweep`]).
//!
//! A key's versions that are not current lie beside the objects ([`version`]), and give way to one
//! another by the rules of [`chain`], in commits that [`changes`] puts together.
//!
//! What is set for a bucket lies in its record ([`settings`]), and so does who is told of what happens
//! to its objects ([`notify`]); what is set of reports on it lies beside ([`reports`]). Who may, beyond its
//! policy, is in [`access`]. Access logs ([`logs`]) wait in memory.
//!
//! Which versions cannot be removed is said by [`lock`], which cannot be read by [`restore`], and what
//! becomes of all of them with time by [`lifecycle`].
//!
//! What an object is encrypted by is said with it, and must be at hand to read it ([`encryption`]); its
//! bytes lie as they came, whatever that says, unless the engines seal [`CONTENTS`].
//!
//! What is brought to other buckets is said by [`replication`].
//!
//! What is left out, and refused by name wherever a request asks for it: event holds, and restores that
//! select.
//! A bucket answers in whatever region it is asked; AWS would redirect.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod access;
mod accounts;
mod acl;
mod answer;
mod asks;
mod bucket;
mod chain;
mod changes;
mod checksum;
mod complete;
mod conditions;
mod content;
mod control;
mod copy_source;
mod cors;
mod counts;
mod encryption;
mod errors;
mod hashes;
mod headers;
mod intake;
mod kept;
mod ledger;
mod lifecycle;
mod list_objects;
mod list_versions;
mod listing;
mod lock;
mod logs;
mod notify;
mod object;
mod operations;
mod policy;
mod policy_keys;
mod query;
mod range;
mod read;
mod readers;
mod refuse;
mod remove;
mod replication;
mod reports;
mod restore;
mod rfc2047;
mod service;
mod settings;
#[cfg(test)]
mod several;
mod tags;
#[cfg(test)]
mod testing;
mod upload;
mod version;
#[cfg(test)]
mod versions;
mod web;
mod website;
mod write;

pub use content::CONTENTS;
pub use control::S3Control;
pub use service::{Config, S3};
