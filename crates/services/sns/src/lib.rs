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

mod archive;
mod asks;
mod certificate;
mod content;
mod counts;
mod deliver;
mod document;
mod errors;
mod expiry;
mod fifo;
mod filter;
#[cfg(test)]
mod fixture;
mod http;
mod names;
mod operations;
mod outbox;
mod paging;
mod permissions;
mod publish;
mod records;
mod replay;
mod schedule;
mod signing;
mod subscription_attributes;
mod subscriptions;
mod tags;
mod topic_attributes;
mod topics;

use asks::made;
use platform::{Asks, BoxFuture, Platform, Policies, Result, Served, Service, operations};
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
    outbox: outbox::Outbox,
    orders: fifo::Orders,
    sender: http::Sender,
    /// For the tasks that go on after an operation has answered.
    me: Weak<Self>,
}

impl Sns {
    /// The service on this ground.
    pub fn new(platform: Arc<Platform>, config: Config) -> Arc<Self> {
        let signer = signing::Signer::new(platform.clone());
        let sender = http::Sender::new(platform.clock.clone());
        let service = Arc::new_cyclic(|me| Self {
            platform,
            config,
            signer,
            sender,
            memory: topics::Memory::default(),
            outbox: outbox::Outbox::default(),
            orders: fifo::Orders::default(),
            me: me.clone(),
        });
        service.keep_deadlines();
        service.keep_expiry();
        service.keep_archives();
        service
    }
}

impl Sns {
    /// The certificate of this file name, PEM, which whoever gets messages verifies them with.
    ///
    /// # Errors
    /// The storage's.
    pub async fn certificate(&self, name: &str) -> platform::Result<Option<Arc<str>>> {
        let certificate = self.signer.certificate().await?;
        Ok((*certificate.name == *name).then_some(certificate.text))
    }
}

/// Whether certificates have names like this one.
pub fn names_certificate(name: &str) -> bool {
    certificate::is_name(name)
}

impl Service for Sns {
    fn operations(self: Arc<Self>) -> Vec<Served> {
        operations![self =>
            AddPermission: |_, it| Asks::on(&it.topic_arn),
            ConfirmSubscription: |_, _| Asks::nothing(),
            CreateTopic: made,
            DeleteTopic: |_, it| Asks::on(&it.topic_arn),
            GetSubscriptionAttributes,
            GetTopicAttributes: |_, it| Asks::on(&it.topic_arn),
            ListSubscriptions,
            ListSubscriptionsByTopic: |_, it| Asks::on(&it.topic_arn),
            ListTagsForResource: |_, it| Asks::on(&it.resource_arn),
            ListTopics,
            Publish: |_, it| asks::published(it),
            PublishBatch: |_, it| Asks::action("sns:Publish", &it.topic_arn),
            RemovePermission: |_, it| Asks::on(&it.topic_arn),
            SetSubscriptionAttributes,
            SetTopicAttributes: |_, it| Asks::on(&it.topic_arn),
            Subscribe: |_, it| Asks::on(&it.topic_arn),
            TagResource: |_, it| Asks::on(&it.resource_arn),
            Unsubscribe: |_, _| Asks::nothing(),
            UntagResource: |_, it| Asks::on(&it.resource_arn),
        ]
    }

    fn has_home(&self, _: &str) -> bool {
        true
    }

    fn policies(self: Arc<Self>) -> Option<Arc<dyn Policies>> {
        Some(self)
    }

    fn start(self: Arc<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.sweep_gone().await?;
            self.resume().await?;
            self.resume_replays().await
        })
    }

    /// What is under way is settled; the rest stays for the next start.
    fn rest(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.outbox.rest())
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.outbox.give_up())
    }
}
