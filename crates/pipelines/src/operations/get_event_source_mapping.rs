//! `GetEventSourceMapping`.

use crate::{Pipelines, encryption};
use platform::{Context, Handler, Result};
use shapes::lambda::ops::GetEventSourceMapping;
use shapes::lambda::{EventSourceMappingConfiguration, GetEventSourceMappingRequest};

impl Handler<GetEventSourceMapping> for Pipelines {
    async fn handle(
        &self,
        cx: &Context,
        input: GetEventSourceMappingRequest,
    ) -> Result<EventSourceMappingConfiguration> {
        let (mapping, _) = self.find(cx, &input.uuid).await?;
        let view = self.view_anew(&mapping).await;
        encryption::opened(cx, &mapping, view).await
    }
}
