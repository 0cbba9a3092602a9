//! `Publish`.

use crate::content::Draft;
use crate::{Sns, errors};
use platform::{Context, Handler, Result, unsupported};
use shapes::sns::ops::Publish;
use shapes::sns::{PublishInput, PublishResponse};

impl Handler<Publish> for Sns {
    async fn handle(&self, cx: &Context, mut input: PublishInput) -> Result<PublishResponse> {
        let given = [&input.topic_arn, &input.target_arn, &input.phone_number];
        if given.iter().filter(|it| it.is_some()).count() > 1 {
            return Err(errors::invalid(
                "Only one of TopicArn, TargetArn and PhoneNumber can be given",
            ));
        }
        if input.phone_number.is_some() {
            return Err(errors::invalid(unsupported("PhoneNumber")));
        }
        let target = input.target_arn.take();
        if target.as_deref().is_some_and(|arn| arn.contains(":endpoint/")) {
            let reason = "No endpoint found for the target arn specified";
            return Err(errors::invalid_because("TargetArn", reason));
        }
        let arn = input.topic_arn.take().or(target).unwrap_or_default();
        let known = self.topic(cx, &arn).await?;
        let accepted = self.publish(cx, known, vec![Draft::from(input)]).await?.pop();
        let (message_id, sequence_number) =
            accepted.map(|it| (it.message_id, it.sequence)).unwrap_or_default();
        Ok(PublishResponse { message_id: Some(message_id), sequence_number })
    }
}
