//! Clients that put metric data, each put into a metric that all share and into one of its own.

use super::{Answer, Client, Failure, Servers};
use crate::time::lock;
use shapes::Timestamp;
use shapes::cloudwatch::ops::{GetMetricData, PutMetricData};
use shapes::cloudwatch::{
    Dimension, GetMetricDataInput, Metric, MetricDataQuery, MetricDatum, MetricStat,
    PutMetricDataInput,
};
use std::collections::BTreeMap;

pub(super) const NAMESPACE: &str = "world";
const SHARED: &str = "puts";
const OWN: &str = "put";
/// How many metrics are asked for at once.
const AT_ONCE: usize = 100;
const MINUTE_S: i32 = 60;
const HOUR_S: i32 = 3600;
const HOUR_MS: i64 = 3_600_000;

/// Lets clients begin.
pub(crate) fn begin(client: &Client, servers: Servers) {
    for number in 0..3 {
        let putter = client.named(&format!("putter{number}"), servers.cloudwatch);
        client.work(put(putter));
    }
}

/// Keeps putting.
async fn put(client: Client) {
    while client.is_due() {
        let own = format!("{}-{}", client.name, client.time.number());
        lock(&client.witness.metrics).begin(&own);
        let input = PutMetricDataInput {
            namespace: NAMESPACE.to_owned(),
            metric_data: Some(vec![datum(SHARED, None), datum(OWN, Some(&own))]),
            ..Default::default()
        };
        let answer = client.call::<PutMetricData>(&own, input).await;
        if expect(&client, answer).is_some() {
            lock(&client.witness.metrics).done(&own);
        }
        client.rest(500_000).await;
    }
}

pub(super) fn expect<T>(client: &Client, answer: Answer<T>) -> Option<T> {
    match answer {
        Ok(answer) => Some(answer),
        Err(Failure::Refused(error)) => {
            if !client.time.troubled() {
                client.time.violate("refusals", format!("{error}"));
            }
            None
        }
        Err(_) => None,
    }
}

fn datum(name: &str, own: Option<&str>) -> MetricDatum {
    MetricDatum {
        metric_name: name.to_owned(),
        dimensions: own.map(|own| vec![dimension(own)]),
        value: Some(1.0),
        ..Default::default()
    }
}

fn dimension(own: &str) -> Dimension {
    Dimension { name: "Put".to_owned(), value: own.to_owned() }
}

/// In peace what was acknowledged is there, whole and once, by every step.
///
/// # Errors
/// A refusal of what must not be refused.
pub(crate) async fn settled(client: &Client) -> platform::Result<()> {
    // What nobody heard of may still be on its way.
    client.rest(5_000_000).await;
    let names = lock(&client.witness.metrics).names();
    let mut own = BTreeMap::new();
    for names in names.chunks(AT_ONCE) {
        let asked = names.iter().map(|name| (OWN, Some(&**name), HOUR_S));
        own.extend(names.iter().cloned().zip(sums(client, asked).await?));
    }
    let steps = [(SHARED, None, MINUTE_S), (SHARED, None, 5 * MINUTE_S), (SHARED, None, HOUR_S)];
    let shared = sums(client, steps.into_iter()).await?;
    lock(&client.witness.metrics).read(&client.time, &own, &shared);
    Ok(())
}

/// What metrics come to, each by points of so many seconds.
async fn sums<'a>(
    client: &Client,
    asked: impl Iterator<Item = (&'a str, Option<&'a str>, i32)>,
) -> platform::Result<Vec<f64>> {
    let query = |(at, (name, own, period)): (usize, (&str, Option<&str>, i32))| MetricDataQuery {
        id: format!("q{at}"),
        metric_stat: Some(MetricStat {
            metric: Metric {
                namespace: Some(NAMESPACE.to_owned()),
                metric_name: Some(name.to_owned()),
                dimensions: own.map(|own| vec![dimension(own)]),
            },
            period,
            stat: "Sum".to_owned(),
            unit: None,
        }),
        ..Default::default()
    };
    let queries: Vec<_> = asked.enumerate().map(query).collect();
    let elapsed_ms = i64::try_from(client.time.now_us() / 1000).unwrap_or(i64::MAX);
    let now_ms = platform::testing::START.millis() + elapsed_ms;
    let input = || GetMetricDataInput {
        metric_data_queries: queries.clone(),
        start_time: Timestamp((now_ms / HOUR_MS - 1) * HOUR_MS),
        end_time: Timestamp((now_ms / HOUR_MS + 2) * HOUR_MS),
        ..Default::default()
    };
    let got = client.insist(|| client.call::<GetMetricData>(NAMESPACE, input())).await?;
    let results = got.metric_data_results.unwrap_or_default();
    Ok(results.into_iter().map(|it| it.values.unwrap_or_default().iter().sum()).collect())
}
