use crate::Kinesis;
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    UpdateAccountSettingsInput, UpdateAccountSettingsOutput, ops::UpdateAccountSettings,
};

impl Handler<UpdateAccountSettings> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: UpdateAccountSettingsInput,
    ) -> Result<UpdateAccountSettingsOutput> {
        let is_wanted = input.minimum_throughput_billing_commitment.status == "ENABLED";
        let commitment = self.commit(context, is_wanted).await?.view(context.now().millis());
        Ok(UpdateAccountSettingsOutput { minimum_throughput_billing_commitment: Some(commitment) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream_record::Mode;
    use crate::testing::World;
    use shapes::kinesis::MinimumThroughputBillingCommitmentInput;
    use shapes::kinesis::ops::DescribeAccountSettings;
    use std::time::Duration;

    fn input(status: &str) -> UpdateAccountSettingsInput {
        let commitment = MinimumThroughputBillingCommitmentInput { status: status.to_owned() };
        UpdateAccountSettingsInput { minimum_throughput_billing_commitment: commitment }
    }

    async fn status(world: &World) -> String {
        let answer = world.run::<DescribeAccountSettings>(Default::default()).await.unwrap();
        answer.minimum_throughput_billing_commitment.unwrap().status
    }

    #[tokio::test]
    async fn a_commitment_ends_by_itself_a_day_after_it_began() {
        let world = World::new().await;
        assert_eq!(status(&world).await, "DISABLED");
        world.run::<UpdateAccountSettings>(input("DISABLED")).await.unwrap();
        world.run::<UpdateAccountSettings>(input("ENABLED")).await.unwrap();
        let world = world.restart().await;
        assert_eq!(status(&world).await, "ENABLED");
        let limit =
            async |mode| world.kinesis.consumer_limit(&world.context(), mode).await.unwrap();
        assert_eq!((limit(Mode::OnDemand).await, limit(Mode::Provisioned).await), (50, 20));
        let answer = world.run::<UpdateAccountSettings>(input("DISABLED")).await.unwrap();
        let told = answer.minimum_throughput_billing_commitment.unwrap();
        assert_eq!(told.status, "ENABLED_UNTIL_EARLIEST_ALLOWED_END");
        world.clock.advance(Duration::from_secs(24 * 3600));
        assert_eq!(status(&world).await, "DISABLED");
        assert_eq!(
            world.kinesis.consumer_limit(&world.context(), Mode::OnDemand).await.unwrap(),
            20
        );
        let mut elsewhere = world.context();
        elsewhere.region = "eu-west-1".into();
        let answer = elsewhere
            .run::<DescribeAccountSettings, _>(&*world.kinesis, Default::default())
            .await
            .unwrap();
        assert_eq!(answer.minimum_throughput_billing_commitment.unwrap().started_at, None);
    }
}
