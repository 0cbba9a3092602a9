use crate::Kinesis;
use platform::{Context, Handler, Result};
use shapes::kinesis::{GetResourcePolicyInput, GetResourcePolicyOutput, ops::GetResourcePolicy};

/// What a resource without a policy answers with.
const NONE: &str = "{}";

impl Handler<GetResourcePolicy> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: GetResourcePolicyInput,
    ) -> Result<GetResourcePolicyOutput> {
        let resource = self.find_resource(context, &input.resource_arn, &input.stream_id).await?;
        let policies = &resource.stream.record.settings.policies;
        let policy = policies.get(&resource.part).map_or(NONE, String::as_str);
        Ok(GetResourcePolicyOutput { policy: policy.to_owned() })
    }
}
