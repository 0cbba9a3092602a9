//! A service for the tests.

use crate::Kms;
use platform::{Context, DEFAULT_REGION, ManualClock, Principal, testing};
use shapes::kms::CreateKeyRequest;
use shapes::kms::ops::CreateKey;
use std::sync::Arc;

pub struct Setting {
    pub service: Arc<Kms>,
    pub cx: Context,
    pub clock: Arc<ManualClock>,
}

pub fn setting() -> Setting {
    let (platform, clock) = testing::platform();
    let service = Kms::new(platform.clone());
    platform.serve(platform::served(&service));
    let cx = testing::context(&platform);
    Setting { service, cx, clock }
}

impl Setting {
    /// Makes a key that encrypts, and gives its id.
    pub async fn key(&self) -> String {
        self.key_of("SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT").await
    }

    /// Makes a key and gives its id.
    pub async fn key_of(&self, spec: &str, usage: &str) -> String {
        let input = CreateKeyRequest {
            key_spec: Some(spec.to_owned()),
            key_usage: Some(usage.to_owned()),
            ..Default::default()
        };
        self.cx.call::<CreateKey>(input).await.unwrap().key_metadata.unwrap().key_id
    }

    /// A caller of another account.
    pub fn stranger(&self) -> Context {
        let account = "111122223333";
        self.service.platform.context(Principal::root(account), account, DEFAULT_REGION)
    }
}
