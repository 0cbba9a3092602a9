//! A service for the tests.

use crate::{Config, Sns};
use platform::{Context, ManualClock, testing};
use shapes::sns::CreateTopicInput;
use shapes::sns::ops::CreateTopic;
use std::collections::BTreeMap;
use std::sync::Arc;

pub struct Setting {
    pub sns: Arc<Sns>,
    pub cx: Context,
    pub clock: Arc<ManualClock>,
}

pub fn config() -> Config {
    Config { endpoint_url: "http://localhost:4566".to_owned(), ..Config::default() }
}

/// A service that answers calls, without others beside it.
pub fn setting() -> Setting {
    let (platform, clock) = testing::platform();
    let sns = Sns::new(platform.clone(), config());
    platform.serve(platform::served(&sns));
    Setting { sns, cx: testing::context(&platform), clock }
}

pub fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

impl Setting {
    /// Makes a topic and gives its ARN.
    pub async fn topic(&self, name: &str, attributes: &[(&str, &str)]) -> String {
        let attributes = Some(map(attributes));
        let input = CreateTopicInput { name: name.to_owned(), attributes, ..Default::default() };
        let output = self.cx.call::<CreateTopic>(input).await.unwrap();
        output.topic_arn.unwrap()
    }
}
