//! `SelectObjectContent`.

use crate::S3;
use crate::bucket::reach;
use crate::encryption::{At, customer};
use crate::query::{self, Scanning};
use futures_util::stream::unfold;
use platform::{Context, Handler, Result};
use shapes::s3::ops::SelectObjectContent;
use shapes::s3::{SelectObjectContentOutput, SelectObjectContentRequest};
use shapes::{EventStream, StreamError};

impl Handler<SelectObjectContent> for S3 {
    async fn handle(
        &self,
        cx: &Context,
        input: SelectObjectContentRequest,
    ) -> Result<SelectObjectContentOutput> {
        let reached = reach(cx, &input.bucket, input.expected_bucket_owner.as_deref()).await?;
        let asked = query::asked(&input)?;
        let held = self.hold(&reached, &input.key, None).await?;
        let at = At::of(&reached, &input.key);
        let encryption = held.object.encryption.as_ref();
        self.check_read(cx, at, encryption, customer!(input)).await?;
        query::check_class(&held.object, cx.now())?;
        let mut scanning = Scanning::new(self.itself()?, held, &input, asked, cx.now().millis())?;
        // What is wrong before anything is said is the answer; afterwards it is the last event.
        let first = scanning.next().await.transpose()?;
        let events = unfold((first, scanning), |(first, mut scanning)| async {
            let event = match first {
                Some(event) => Ok(event),
                None => {
                    scanning.next().await?.map_err(|it| StreamError::new(it.code(), it.message))
                }
            };
            Some((event, (None, scanning)))
        });
        Ok(SelectObjectContentOutput { payload: EventStream::fallible(events) })
    }
}

#[cfg(test)]
mod tests;
