use crate::resolve::demand_active;
use crate::{Kinesis, policies};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{PutResourcePolicyInput, ops::PutResourcePolicy};

impl Handler<PutResourcePolicy> for Kinesis {
    async fn handle(&self, context: &Context, input: PutResourcePolicyInput) -> Result<Unit> {
        let resource = self.find_resource(context, &input.resource_arn, &input.stream_id).await?;
        policies::check(&input.policy)?;
        let (part, policy) = (resource.part, input.policy);
        let change = self.streams.update(&resource.stream, move |record| {
            demand_active(record)?;
            record.settings.policies.insert(part.clone(), policy.clone());
            Ok(())
        });
        change.await.map(|_| Unit)
    }
}
