//! `DeleteEventSourceMapping`.

use crate::live::State;
use crate::records::mapping::MAPPINGS;
use crate::{Pipelines, encryption, errors};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::DeleteEventSourceMapping;
use shapes::lambda::{DeleteEventSourceMappingRequest, EventSourceMappingConfiguration};
use store::Batch;

/// Reading stops at once; the mapping stays visible as `Deleting` until the function has answered
/// for what is in flight.
impl Handler<DeleteEventSourceMapping> for Pipelines {
    async fn handle(
        &self,
        cx: &Context,
        input: DeleteEventSourceMappingRequest,
    ) -> Result<EventSourceMappingConfiguration> {
        let _changing = self.changing.lock().await;
        let (mut mapping, _) = self.find(cx, &input.uuid).await?;
        if mapping.deleting {
            return Err(errors::in_use("delete"));
        }
        mapping.deleting = true;
        let batch = Batch::new().put(MAPPINGS.table, mapping.key(), MAPPINGS.encode(&mapping)?);
        cx.tables().commit(batch.freeing()).await?;
        self.tell(mapping.clone(), State::Deleting);
        let mut answer = self.view(&mapping);
        answer.state = Some(State::Deleting.name().to_owned());
        encryption::opened(cx, &mapping, answer).await
    }
}
