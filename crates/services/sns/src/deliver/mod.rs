//! Deliveries: one message to one subscription.

use crate::records::message::Message;
use crate::records::subscription::Subscription;
use crate::records::topic::Topic;

/// One message for one subscription.
#[derive(Clone, Copy)]
pub struct Delivery<'a> {
    /// The topic, as it is now.
    pub topic: &'a Topic,
    /// Whom it is for.
    pub subscription: &'a Subscription,
    /// What is delivered.
    pub message: &'a Message,
}

/// How an attempt at a delivery ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// The endpoint has it.
    Delivered,
    /// The endpoint is not there, or does not want it: it is not tried again.
    Refused(String),
    /// It may go through later.
    Failed(String),
}
