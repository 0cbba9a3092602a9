use crate::Kinesis;
use crate::metrics::Metric;
use crate::resolve::Target;
use platform::{Context, Handler, Result};
use shapes::kinesis::{
    DisableEnhancedMonitoringInput, EnhancedMonitoringOutput, ops::DisableEnhancedMonitoring,
};
use std::collections::BTreeSet;

impl Handler<DisableEnhancedMonitoring> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: DisableEnhancedMonitoringInput,
    ) -> Result<EnhancedMonitoringOutput> {
        let target = Target::new(&input.stream_name, &input.stream_arn, &input.stream_id);
        let stream = self.find(context, target).await?;
        let names = input.shard_level_metrics;
        let disable = move |metrics: &mut BTreeSet<Metric>| {
            let named: Vec<_> = Metric::named(&names).collect();
            metrics.retain(|metric| !named.contains(metric));
        };
        self.monitor(&stream, disable).await
    }
}
