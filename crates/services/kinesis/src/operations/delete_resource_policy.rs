use crate::Kinesis;
use crate::errors::no_policy;
use crate::resolve::demand_active;
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::kinesis::{DeleteResourcePolicyInput, ops::DeleteResourcePolicy};

impl Handler<DeleteResourcePolicy> for Kinesis {
    async fn handle(&self, context: &Context, input: DeleteResourcePolicyInput) -> Result<Unit> {
        let arn = input.resource_arn;
        let resource = self.find_resource(context, &arn, &input.stream_id).await?;
        let part = resource.part;
        let change = self.streams.update(&resource.stream, move |record| {
            demand_active(record)?;
            match record.settings.policies.remove(&part) {
                Some(_) => Ok(()),
                None => Err(no_policy(&arn)),
            }
        });
        change.await.map(|_| Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;
    use shapes::kinesis::ops::{GetResourcePolicy, PutResourcePolicy};
    use shapes::kinesis::{GetResourcePolicyInput, PutResourcePolicyInput};

    const POLICY: &str = r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"kinesis:*"}}"#;

    #[tokio::test]
    async fn a_policy_is_there_until_it_or_its_stream_goes() {
        let world = World::new().await;
        world.create("s", 1).await;
        let resource_arn = world.context().arn("kinesis", "stream/s");
        let put = PutResourcePolicyInput {
            resource_arn: resource_arn.clone(),
            policy: POLICY.to_owned(),
            ..Default::default()
        };
        let get =
            GetResourcePolicyInput { resource_arn: resource_arn.clone(), ..Default::default() };
        let delete =
            DeleteResourcePolicyInput { resource_arn: resource_arn.clone(), ..Default::default() };
        let policy = async |world: &World| {
            world.run::<GetResourcePolicy>(get.clone()).await.map(|answer| answer.policy)
        };
        assert_eq!(policy(&world).await.unwrap(), "{}");
        let error = world.run::<DeleteResourcePolicy>(delete.clone()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "ResourceNotFoundException: No resource policy found for resource ARN \
                 {resource_arn}."
            )
        );
        world.run::<PutResourcePolicy>(put.clone()).await.unwrap();
        let world = world.restart().await;
        assert_eq!(policy(&world).await.unwrap(), POLICY);
        world.run::<DeleteResourcePolicy>(delete.clone()).await.unwrap();
        assert_eq!(policy(&world).await.unwrap(), "{}");
        world.run::<PutResourcePolicy>(put.clone()).await.unwrap();
        world.delete("s").await;
        assert_eq!(policy(&world).await.unwrap_err().code(), "ResourceNotFoundException");
        world.create("s", 1).await;
        assert_eq!(policy(&world).await.unwrap(), "{}");
        let consumer = format!("{resource_arn}/consumer/c:1");
        let error = world
            .run::<PutResourcePolicy>(PutResourcePolicyInput { resource_arn: consumer, ..put })
            .await
            .unwrap_err();
        assert_eq!(error.code(), "ResourceNotFoundException");
    }
}
