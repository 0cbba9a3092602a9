//! `ListMetrics`.

use crate::records::metric::METRICS;
use crate::records::metric::Metric as Kept;
use crate::{CloudWatch, errors, names, paging};
use platform::{Context, Handler, Result, refuse, scoped};
use shapes::cloudwatch::ops::ListMetrics;
use shapes::cloudwatch::{DimensionFilter, ListMetricsInput, ListMetricsOutput, Metric};

/// How many a page has.
const PAGE: usize = 500;
/// How long a metric is listed after its last value, and where it has to be recent.
const LISTED_MS: i64 = 14 * 86_400_000;
const RECENT_MS: i64 = 3 * 3_600_000;

impl Handler<ListMetrics> for CloudWatch {
    async fn handle(&self, cx: &Context, input: ListMetricsInput) -> Result<ListMetricsOutput> {
        refuse(
            errors::unsupported,
            [
                ("IncludeLinkedAccounts", input.include_linked_accounts == Some(true)),
                (
                    "OwningAccount",
                    input.owning_account.as_deref().is_some_and(|it| it != &*cx.account),
                ),
            ],
        )?;
        self.flush().await?;
        let prefix = match (&input.namespace, &input.metric_name) {
            (Some(namespace), Some(name)) => {
                scoped(&cx.account, &cx.region, &[namespace, name, ""])
            }
            (Some(namespace), None) => scoped(&cx.account, &cx.region, &[namespace, ""]),
            (None, _) => scoped(&cx.account, &cx.region, &[""]),
        };
        let kept = if input.recently_active.is_some() { RECENT_MS } else { LISTED_MS };
        let oldest = cx.now().millis() - kept;
        let filters = input.dimensions.as_deref().unwrap_or_default();
        let wanted = |metric: &Kept| {
            metric.seen_ms >= oldest
                && input.metric_name.as_ref().is_none_or(|name| *name == metric.name)
                && passes(metric, filters)
        };
        let token = input.next_token.as_deref();
        let (metrics, next_token) =
            paging::page(cx, &METRICS, &prefix, PAGE, token, wanted).await?;
        let metrics = metrics.into_iter().map(|(_, metric)| Metric {
            dimensions: Some(names::told(&metric.dimensions)),
            namespace: Some(metric.namespace),
            metric_name: Some(metric.name),
        });
        Ok(ListMetricsOutput {
            metrics: Some(metrics.collect()),
            next_token,
            owning_accounts: None,
        })
    }
}

fn passes(metric: &Kept, filters: &[DimensionFilter]) -> bool {
    filters.iter().all(|filter| {
        metric.dimensions.iter().any(|(name, value)| {
            *name == filter.name && filter.value.as_ref().is_none_or(|wanted| wanted == value)
        })
    })
}
