//! A service for the operations' tests.

use crate::Sqs;
use platform::{Company, Context, ManualClock, Platform, SeededIds, testing};
use shapes::sqs::ops::{CreateQueue, DeleteMessage, ReceiveMessage, SendMessage};
use shapes::sqs::{
    CreateQueueRequest, DeleteMessageRequest, Message, ReceiveMessageRequest, SendMessageRequest,
    SendMessageResult,
};
use std::sync::Arc;
use store::faulty::Faults;

pub struct Setting {
    pub sqs: Arc<Sqs>,
    pub cx: Context,
    pub clock: Arc<ManualClock>,
}

pub async fn setting() -> Setting {
    let (platform, clock) = testing::platform();
    Setting { sqs: Sqs::new(platform.clone()), cx: testing::context(&platform), clock }
}

/// The same over engines that can be made to fail.
pub fn faulty() -> (Setting, Faults) {
    let (faults, (platform, clock)) = (Faults::default(), testing::platform());
    let store = faults.wrap(platform.store.clone());
    let platform = Platform::new(store, clock.clone(), Arc::new(SeededIds::new(1)));
    (Setting { sqs: Sqs::new(platform.clone()), cx: testing::context(&platform), clock }, faults)
}

impl Setting {
    /// The same store in another process, after this one is gone.
    pub fn restarted(&self) -> Self {
        let (store, clock) = (self.cx.platform().store.clone(), self.clock.clone());
        let platform = Platform::new(store, clock.clone(), Arc::new(SeededIds::new(2)));
        Self { sqs: Sqs::new(platform.clone()), cx: testing::context(&platform), clock }
    }

    /// Another process beside this one, if both know that they are not alone.
    pub fn beside(&self, seed: u64) -> Self {
        let (store, clock) = (self.cx.platform().store.clone(), self.clock.clone());
        let ids = Arc::new(SeededIds::new(seed));
        let platform = Platform::in_company(store, clock.clone(), ids, Company::Shared);
        Self { sqs: Sqs::new(platform.clone()), cx: testing::context(&platform), clock }
    }

    /// Makes a queue and gives its URL.
    pub async fn queue(&self, name: &str, attributes: &[(&str, &str)]) -> String {
        let each = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let input = CreateQueueRequest {
            queue_name: name.to_owned(),
            attributes: Some(each.collect()),
            tags: None,
        };
        let output = self.cx.run::<CreateQueue, _>(&*self.sqs, input).await.unwrap();
        output.queue_url.unwrap()
    }

    pub async fn send(&self, url: &str, body: &str) {
        let input = SendMessageRequest {
            queue_url: url.to_owned(),
            message_body: body.to_owned(),
            ..Default::default()
        };
        self.cx.run::<SendMessage, _>(&*self.sqs, input).await.unwrap();
    }

    pub async fn send_to_group(&self, url: &str, body: &str, group: &str) -> SendMessageResult {
        let input = SendMessageRequest {
            queue_url: url.to_owned(),
            message_body: body.to_owned(),
            message_group_id: Some(group.to_owned()),
            ..Default::default()
        };
        self.cx.run::<SendMessage, _>(&*self.sqs, input).await.unwrap()
    }

    pub async fn receive(&self, url: &str, most: i32) -> Vec<Message> {
        let input = ReceiveMessageRequest { max_number_of_messages: Some(most), ..asking(url) };
        let output = self.cx.run::<ReceiveMessage, _>(&*self.sqs, input).await.unwrap();
        output.messages.unwrap_or_default()
    }

    /// A receive of one message that waits.
    pub fn receiving(
        &self,
        url: &str,
        seconds: i32,
    ) -> impl Future<Output = Vec<Message>> + Send + use<> {
        let (sqs, cx) = (self.sqs.clone(), self.cx.clone());
        let input = ReceiveMessageRequest { wait_time_seconds: Some(seconds), ..asking(url) };
        async move {
            let output = cx.run::<ReceiveMessage, _>(&*sqs, input).await.unwrap();
            output.messages.unwrap_or_default()
        }
    }

    /// Waits until so many receives wait.
    pub async fn until_waiting(&self, url: &str, count: usize) {
        let queue = self.sqs.queue(&self.cx, url).await.unwrap();
        let waiting = async {
            while queue.state().line.len() != count {
                tokio::task::yield_now().await;
            }
        };
        testing::soon(waiting).await;
    }

    pub async fn delete(&self, url: &str, message: &Message) {
        let input = DeleteMessageRequest {
            queue_url: url.to_owned(),
            receipt_handle: message.receipt_handle.clone().unwrap(),
        };
        self.cx.run::<DeleteMessage, _>(&*self.sqs, input).await.unwrap();
    }
}

fn asking(url: &str) -> ReceiveMessageRequest {
    ReceiveMessageRequest {
        queue_url: url.to_owned(),
        message_system_attribute_names: Some(vec!["All".to_owned()]),
        ..Default::default()
    }
}
