//! Keys of KMS by which queues are encrypted ("Amazon SQS key management"). KMS is asked in the name of who
//! sends or receives, at most once in the time for which data keys are used again.

use crate::attributes::Key;
use crate::errors::as_sqs_says;
use crate::live::Live;
use platform::{Context, Encrypted, Result};

impl Live {
    /// Refuses who may not send by the queue's key, if it has one.
    ///
    /// # Errors
    /// What SQS says of such a key.
    pub async fn check_send(&self, cx: &Context, key: Option<&Key>) -> Result<()> {
        let Some(key) = key else { return Ok(()) };
        let pairs = [("aws:sqs:arn", &*self.arn)];
        let encrypted =
            Encrypted { service: "sqs", key: &key.id, pairs: &pairs, reused_ms: key.reused_ms };
        encrypted.check_encrypt(cx).await.map_err(as_sqs_says)
    }

    /// Refuses who may not receive by the queue's key, if it has one.
    ///
    /// # Errors
    /// What SQS says of such a key.
    pub async fn check_receive(&self, cx: &Context, key: Option<&Key>) -> Result<()> {
        let Some(key) = key else { return Ok(()) };
        let pairs = [("aws:sqs:arn", &*self.arn)];
        let encrypted =
            Encrypted { service: "sqs", key: &key.id, pairs: &pairs, reused_ms: key.reused_ms };
        encrypted.check_decrypt(cx).await.map_err(as_sqs_says)
    }
}
