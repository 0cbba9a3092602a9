//! Amazon Simple Notification Service: topics, standard and FIFO, their subscriptions and what is
//! published.
//!
//! Knows: who is subscribed to what, which messages each wants (`filter`), in which form each gets
//! them (`document`), and how a message that was accepted reaches everybody although the process
//! may die (`outbox`, `deliver`). Must not know: how queues and functions keep what they get, any
//! protocol of clients.
//!
//! A message is accepted in one commit, with the names of those who are to get it, however many
//! they are. It is delivered at once after that, and forgotten in the commits that settle it.
#![cfg_attr(test, allow(clippy::unwrap_used))]
#![allow(dead_code)] // Until the operations use it.

mod asks;
mod certificate;
mod deliver;
mod document;
mod errors;
mod filter;
#[cfg(test)]
mod fixture;
mod http;
mod names;
mod operations;
mod paging;
mod permissions;
mod records;
mod schedule;
mod signing;
mod tags;
mod topic_attributes;
mod topics;

use asks::made;
use platform::{Asks, Platform, Policies, Served, Service, operations};
use shapes::sns::ops::*;
use std::sync::{Arc, Weak};

/// How the service is set up.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// This server as its clients reach it, `http://host:port`: what the URLs in messages begin
    /// with.
    pub endpoint_url: String,
    /// What `SigningCertURL` begins with, where it is another; `{region}` in it is the topic's.
    pub cert_url: Option<String>,
}

/// The service.
pub struct Sns {
    platform: Arc<Platform>,
    config: Config,
    memory: topics::Memory,
    signer: signing::Signer,
    /// For the tasks that go on after an operation has answered.
    me: Weak<Self>,
}

impl Sns {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>, config: Config) -> Arc<Self> {
        let signer = signing::Signer::new(platform.clone());
        Arc::new_cyclic(|me| Self {
            platform,
            config,
            signer,
            memory: topics::Memory::default(),
            me: me.clone(),
        })
    }
}

impl Service for Sns {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AddPermission: |_, it| Asks::on(&it.topic_arn),
            CreateTopic: made,
            DeleteTopic: |_, it| Asks::on(&it.topic_arn),
            GetTopicAttributes: |_, it| Asks::on(&it.topic_arn),
            ListTagsForResource: |_, it| Asks::on(&it.resource_arn),
            ListTopics,
            RemovePermission: |_, it| Asks::on(&it.topic_arn),
            SetTopicAttributes: |_, it| Asks::on(&it.topic_arn),
            TagResource: |_, it| Asks::on(&it.resource_arn),
            UntagResource: |_, it| Asks::on(&it.resource_arn),
        ]
    }

    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        Some(self)
    }
}
