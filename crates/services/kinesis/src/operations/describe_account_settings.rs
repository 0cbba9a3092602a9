use crate::Kinesis;
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    DescribeAccountSettingsInput, DescribeAccountSettingsOutput, ops::DescribeAccountSettings,
};

impl Handler<DescribeAccountSettings> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        _input: DescribeAccountSettingsInput,
    ) -> Result<DescribeAccountSettingsOutput> {
        let commitment = self.commitment(context).await?.view(context.now().millis());
        Ok(DescribeAccountSettingsOutput {
            minimum_throughput_billing_commitment: Some(commitment),
        })
    }
}
