//! The service as its clients see it.

use crate::fixture::{Setting, datum, second, setting};
use crate::records::metric::METRICS;
use crate::records::point::POINTS;
use platform::testing::until;
use shapes::cloudwatch::ops::*;
use shapes::cloudwatch::*;
use std::time::Duration;
use store::Scan;

#[tokio::test]
async fn what_is_put_is_added_up() {
    let at = setting();
    at.put(vec![datum("m", 0, 1.0), datum("m", 30, 2.0), datum("m", 60, 4.0)]).await.unwrap();
    let counted = MetricDatum {
        value: None,
        values: Some(vec![1.0, 3.0]),
        counts: Some(vec![2.0, 1.0]),
        ..datum("m", 90, 0.0)
    };
    at.put(vec![counted]).await.unwrap();
    assert_eq!(at.get("m", 60, "Sum").await, [(0, 3.0), (60, 9.0)]);
    assert_eq!(at.get("m", 60, "SampleCount").await, [(0, 2.0), (60, 4.0)]);
    assert_eq!(at.get("m", 300, "Average").await, [(0, 2.0)]);
    assert_eq!(at.get("m", 3600, "p50").await, [(0, 1.0)]);
    assert_eq!(at.get("none", 60, "Sum").await, []);
}

#[tokio::test]
async fn puts_at_once_lose_nothing() {
    let at = setting();
    let each = (0..50).map(|_| at.put(vec![datum("m", 0, 1.0), datum("other", 0, 1.0)]));
    for done in futures_of(each).await {
        done.unwrap();
    }
    assert_eq!(at.get("m", 60, "Sum").await, [(0, 50.0)]);
    assert_eq!(at.get("other", 60, "SampleCount").await, [(0, 50.0)]);
}

/// What futures give that run beside each other.
async fn futures_of<F: Future>(all: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut all: Vec<_> = all.map(|it| (Box::pin(it), None)).collect();
    std::future::poll_fn(move |context| {
        let mut is_done = true;
        for (work, given) in &mut all {
            if given.is_none() {
                match work.as_mut().poll(context) {
                    std::task::Poll::Ready(value) => *given = Some(value),
                    std::task::Poll::Pending => is_done = false,
                }
            }
        }
        match is_done {
            true => std::task::Poll::Ready(all.drain(..).filter_map(|it| it.1).collect()),
            false => std::task::Poll::Pending,
        }
    })
    .await
}

#[tokio::test]
async fn seconds_are_told_apart_where_they_are_wanted() {
    let at = setting();
    let now = at.cx.now().seconds() - second(0).seconds();
    let now = now - now % 60;
    let fine =
        |second, value| MetricDatum { storage_resolution: Some(1), ..datum("m", second, value) };
    at.put(vec![fine(now, 1.0), fine(now + 1, 2.0), fine(now + 12, 4.0)]).await.unwrap();
    assert_eq!(at.get("m", 1, "Sum").await, [(now, 1.0), (now + 1, 2.0), (now + 12, 4.0)]);
    assert_eq!(at.get("m", 10, "Sum").await, [(now, 3.0), (now + 10, 4.0)]);
    assert_eq!(at.get("m", 60, "Sum").await, [(now, 7.0)]);
}

#[tokio::test]
async fn what_is_too_old_goes_and_the_metric_with_it() {
    let at = setting();
    at.put(vec![MetricDatum { storage_resolution: Some(1), ..datum("m", 0, 1.0) }]).await.unwrap();
    let rows = async || at.cx.tables().scan(POINTS, Scan::prefix(b"")).await.unwrap().len();
    assert_eq!(rows().await, 4);
    let day = Duration::from_secs(86_400);
    for (days, expected) in [(1, 3), (16, 2), (50, 1), (400, 0)] {
        at.clock.advance(day * days);
        at.cx.platform().deadlines.settled().await;
        until(async || rows().await == expected).await;
    }
    until(async || METRICS.scan(at.cx.tables(), Scan::prefix(b"")).await.unwrap().is_empty()).await;
}

#[tokio::test]
async fn data_that_are_not_as_they_must_be_are_refused() {
    let at = setting();
    let plain = || datum("m", 0, 1.0);
    let of = |change: fn(&mut MetricDatum)| {
        let mut datum = plain();
        change(&mut datum);
        datum
    };
    for (datum, code, message) in [
        (
            of(|it| it.value = Some(f64::NAN)),
            "InvalidParameterValueException",
            "The value NaN for parameter MetricData.member.1.Value is invalid.",
        ),
        (
            of(|it| it.value = Some(1e200)),
            "InvalidParameterValueException",
            "The value 1e200 for parameter MetricData.member.1.Value is invalid.",
        ),
        (
            of(|it| it.value = None),
            "MissingRequiredParameterException",
            "The parameter MetricData.member.1.Value is required.",
        ),
        (
            of(|it| it.values = Some(vec![1.0])),
            "InvalidParameterCombinationException",
            "The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually exclusive and you have specified both.",
        ),
        (
            of(|it| it.timestamp = Some(second(-20 * 86_400))),
            "InvalidParameterValueException",
            "The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks.",
        ),
        (
            of(|it| it.timestamp = Some(second(86_400))),
            "InvalidParameterValueException",
            "The parameter MetricData.member.1.Timestamp must specify a time no more than two hours in the future.",
        ),
        (
            of(|it| it.storage_resolution = Some(5)),
            "InvalidParameterValueException",
            "The value 5 for parameter MetricData.member.1.StorageResolution is invalid. Valid values are 1 and 60.",
        ),
    ] {
        let error = at.put(vec![datum]).await.unwrap_err();
        assert_eq!((error.code(), &*error.message), (code, message));
    }
    let input = PutMetricDataInput {
        namespace: "AWS/Mine".into(),
        metric_data: Some(vec![plain()]),
        ..Default::default()
    };
    let error = at.cx.call::<PutMetricData>(input).await.unwrap_err();
    assert_eq!(error.code(), "InvalidParameterValueException");
    let error = at.put(vec![plain(); 1001]).await.unwrap_err();
    assert!(error.message.contains("1000"), "{}", error.message);
}

#[tokio::test]
async fn metrics_are_listed_by_their_dimensions() {
    let at = setting();
    let dimensions =
        |value: &str| Some(vec![Dimension { name: "Shard".into(), value: value.into() }]);
    let with = |value: &str| MetricDatum { dimensions: dimensions(value), ..datum("m", 0, 1.0) };
    at.put(vec![with("1"), with("2"), datum("other", 0, 1.0)]).await.unwrap();
    let list = async |input| at.cx.call::<ListMetrics>(input).await.unwrap().metrics.unwrap().len();
    assert_eq!(list(ListMetricsInput::default()).await, 3);
    let metric_name = Some("m".to_owned());
    assert_eq!(list(ListMetricsInput { metric_name, ..Default::default() }).await, 2);
    let filter = |value: Option<&str>| {
        let filter = DimensionFilter { name: "Shard".into(), value: value.map(Into::into) };
        ListMetricsInput { dimensions: Some(vec![filter]), ..Default::default() }
    };
    assert_eq!((list(filter(None)).await, list(filter(Some("2"))).await), (2, 1));
    let recent = || ListMetricsInput { recently_active: Some("PT3H".into()), ..Default::default() };
    assert_eq!(list(recent()).await, 3);
    at.clock.advance(Duration::from_secs(4 * 3600));
    assert_eq!((list(recent()).await, list(ListMetricsInput::default()).await), (0, 3));
}

#[tokio::test]
async fn expressions_and_searches_are_answered() {
    let at = setting();
    let with = |value: &str, number| MetricDatum {
        dimensions: Some(vec![Dimension { name: "Shard".into(), value: value.into() }]),
        ..datum("m", 0, number)
    };
    at.put(vec![with("1", 1.0), with("2", 5.0)]).await.unwrap();
    let expression = |id: &str, text: &str| MetricDataQuery {
        id: id.into(),
        expression: Some(text.into()),
        period: Some(60),
        ..Default::default()
    };
    let ask = async |queries| {
        let input = GetMetricDataInput {
            metric_data_queries: queries,
            start_time: second(0),
            end_time: second(600),
            ..Default::default()
        };
        at.cx.call::<GetMetricData>(input).await
    };
    let search = "SEARCH('{n,Shard} MetricName=\"m\"', 'Sum', 60)";
    let output =
        ask(vec![expression("e1", search), expression("e2", "SUM(e1) * 2")]).await.unwrap();
    let results = output.metric_data_results.unwrap();
    let shown: Vec<_> = results
        .iter()
        .map(|it| (it.label.as_deref().unwrap(), it.values.clone().unwrap()))
        .collect();
    assert_eq!(shown, [("1 m", vec![1.0]), ("2 m", vec![5.0]), ("e2", vec![12.0])]);
    let error = ask(vec![expression("a", "b"), expression("b", "a")]).await.unwrap_err();
    assert_eq!(error.message, "Error in expression 'a': Circular reference");
    let error =
        ask(vec![expression("a", "TIME_SERIES(1)"), expression("a", "1")]).await.unwrap_err();
    assert_eq!(error.message, "The values for parameter id in MetricDataQueries are not unique.");
    let error = ask(vec![expression("a", "SELECT AVG(x) FROM y")]).await.unwrap_err();
    assert!(error.message.ends_with("is not supported by Waterwheel yet."));
}

/// Lets minutes go by.
async fn minutes(at: &Setting, count: u64) {
    for _ in 0..count {
        at.clock.advance(Duration::from_secs(60));
        at.cx.platform().deadlines.settled().await;
    }
}

/// A datum of now.
fn now(at: &Setting, value: f64) -> MetricDatum {
    MetricDatum { timestamp: Some(at.cx.now()), ..datum("m", 0, value) }
}

#[tokio::test]
async fn an_alarm_follows_its_metric() {
    let at = setting();
    at.cx.call::<PutMetricAlarm>(at.alarm("a")).await.unwrap();
    assert_eq!(at.state("a").await, "INSUFFICIENT_DATA");
    at.put(vec![now(&at, 10.0)]).await.unwrap();
    minutes(&at, 1).await;
    assert_eq!(at.state("a").await, "ALARM");
    at.put(vec![now(&at, 1.0)]).await.unwrap();
    minutes(&at, 1).await;
    assert_eq!(at.state("a").await, "OK");
    minutes(&at, 4).await;
    assert_eq!(at.state("a").await, "INSUFFICIENT_DATA");
    assert_eq!(
        at.history("a").await,
        [
            "Alarm \"a\" created",
            "Alarm updated from INSUFFICIENT_DATA to ALARM",
            "Alarm updated from ALARM to OK",
            "Alarm updated from OK to INSUFFICIENT_DATA",
        ]
    );
}

#[tokio::test]
async fn an_alarm_of_an_expression_follows_it() {
    let at = setting();
    let metric = MetricStat {
        metric: Metric {
            namespace: Some("n".into()),
            metric_name: Some("m".into()),
            dimensions: None,
        },
        period: 60,
        stat: "Sum".into(),
        unit: None,
    };
    let queries = vec![
        MetricDataQuery {
            id: "m1".into(),
            metric_stat: Some(metric),
            return_data: Some(false),
            ..Default::default()
        },
        MetricDataQuery {
            id: "e1".into(),
            expression: Some("FILL(m1, 0) * 2".into()),
            ..Default::default()
        },
    ];
    let input = PutMetricAlarmInput {
        namespace: None,
        metric_name: None,
        statistic: None,
        period: None,
        metrics: Some(queries),
        ..at.alarm("a")
    };
    at.cx.call::<PutMetricAlarm>(input).await.unwrap();
    assert_eq!(at.state("a").await, "OK");
    at.put(vec![now(&at, 3.0)]).await.unwrap();
    minutes(&at, 1).await;
    assert_eq!(at.state("a").await, "ALARM");
}

#[tokio::test]
async fn a_composite_alarm_follows_its_children() {
    let at = setting();
    at.cx.call::<PutMetricAlarm>(at.alarm("a")).await.unwrap();
    let composite = |name: &str, rule: &str| PutCompositeAlarmInput {
        alarm_name: name.into(),
        alarm_rule: rule.into(),
        ..Default::default()
    };
    at.cx.call::<PutCompositeAlarm>(composite("c", "ALARM(a)")).await.unwrap();
    at.cx.call::<PutCompositeAlarm>(composite("d", "NOT OK(c)")).await.unwrap();
    assert_eq!((at.state("c").await, at.state("d").await), ("OK".into(), "OK".into()));
    let set = SetAlarmStateInput {
        alarm_name: "a".into(),
        state_value: "ALARM".into(),
        state_reason: "a test".into(),
        ..Default::default()
    };
    at.cx.call::<SetAlarmState>(set).await.unwrap();
    until(async || at.state("c").await == "ALARM" && at.state("d").await == "ALARM").await;
    let error = at.cx.call::<PutCompositeAlarm>(composite("x", "OK(gone)")).await.unwrap_err();
    assert_eq!(
        error.message,
        "Could not save the composite alarm as alarms [gone] in the alarm rule do not exist"
    );
    let error = at.cx.call::<PutCompositeAlarm>(composite("c", "OK(d)")).await.unwrap_err();
    assert!(error.message.contains("depend on itself"), "{}", error.message);
    let delete = DeleteAlarmsInput { alarm_names: vec!["d".into()] };
    at.cx.call::<DeleteAlarms>(delete).await.unwrap();
    let gone = DeleteAlarmsInput { alarm_names: vec!["d".into()] };
    assert_eq!(at.cx.call::<DeleteAlarms>(gone).await.unwrap_err().code(), "ResourceNotFound");
}

#[tokio::test]
async fn what_an_alarm_cannot_do_is_refused_by_name() {
    let at = setting();
    let put = async |change: fn(&mut PutMetricAlarmInput)| {
        let mut input = at.alarm("a");
        change(&mut input);
        at.cx.call::<PutMetricAlarm>(input).await.unwrap_err().message
    };
    let refused = [
        put(|it| it.threshold_metric_id = Some("ad1".into())).await,
        put(|it| it.comparison_operator = Some("GreaterThanUpperThreshold".into())).await,
        put(|it| it.alarm_actions = Some(vec!["arn:aws:automate:us-east-1:ec2:stop".into()])).await,
        put(|it| it.alarm_actions = Some(vec!["arn:aws:ssm:us-east-1:1:opsitem:1".into()])).await,
    ];
    for message in refused {
        assert!(message.ends_with("is not supported by Waterwheel yet."), "{message}");
    }
    assert_eq!(
        put(|it| it.alarm_actions = Some(vec!["arn:aws:sns:eu-west-1:000000000000:t".into()]))
            .await,
        "Invalid region eu-west-1 specified. Only us-east-1 is supported."
    );
    assert_eq!(put(|it| it.alarm_actions = Some(vec!["x".into()])).await, "Invalid arn syntax: x");
    assert!(put(|it| it.evaluation_periods = Some(2000)).await.contains("more than a day"));
}

#[tokio::test]
async fn dashboards_and_tags_are_kept() {
    let at = setting();
    let tag = |key: &str| Tag { key: key.into(), value: "v".into() };
    let put = PutDashboardInput {
        dashboard_name: "d".into(),
        dashboard_body: r#"{"widgets":[]}"#.into(),
        tags: Some(vec![tag("a")]),
    };
    at.cx.call::<PutDashboard>(put).await.unwrap();
    let get = async |name: &str| {
        at.cx.call::<GetDashboard>(GetDashboardInput { dashboard_name: name.into() }).await
    };
    let shown = get("d").await.unwrap();
    assert_eq!(shown.dashboard_body.as_deref(), Some(r#"{"widgets":[]}"#));
    let arn = shown.dashboard_arn.unwrap();
    assert_eq!(arn, "arn:aws:cloudwatch::000000000000:dashboard/d");
    let input = TagResourceInput { resource_arn: arn.clone(), tags: vec![tag("b")] };
    at.cx.call::<TagResource>(input).await.unwrap();
    let input = UntagResourceInput { resource_arn: arn.clone(), tag_keys: vec!["a".into()] };
    at.cx.call::<UntagResource>(input).await.unwrap();
    let input = ListTagsForResourceInput { resource_arn: arn };
    let tags = at.cx.call::<ListTagsForResource>(input).await.unwrap().tags.unwrap();
    assert_eq!(tags.into_iter().map(|it| it.key).collect::<Vec<_>>(), ["b"]);
    let listed = at.cx.call::<ListDashboards>(Default::default()).await.unwrap();
    assert_eq!(listed.dashboard_entries.unwrap()[0].size, Some(14));
    let input = DeleteDashboardsInput { dashboard_names: vec!["d".into()] };
    at.cx.call::<DeleteDashboards>(input).await.unwrap();
    assert_eq!(get("d").await.unwrap_err().code(), "DashboardNotFoundError");
}

#[tokio::test]
async fn what_services_count_is_seen() {
    static METRIC: platform::metrics::Metric =
        platform::metrics::Metric::new("AWS/Test", "Duration", "Milliseconds");
    let at = setting();
    at.cx.count(&[("FunctionName", "f")], &[(&METRIC, 5.0), (&METRIC, 7.0)]);
    let input = GetMetricStatisticsInput {
        namespace: "AWS/Test".into(),
        metric_name: "Duration".into(),
        dimensions: Some(vec![Dimension { name: "FunctionName".into(), value: "f".into() }]),
        start_time: second(0),
        end_time: second(3600),
        period: 60,
        statistics: Some(vec!["Sum".into()]),
        extended_statistics: Some(vec!["p100".into()]),
        ..Default::default()
    };
    let points = at.cx.call::<GetMetricStatistics>(input).await.unwrap().datapoints.unwrap();
    assert_eq!((points.len(), points[0].sum), (1, Some(12.0)));
    assert_eq!(points[0].extended_statistics.as_ref().unwrap()["p100"], 7.0);
    assert_eq!(points[0].unit.as_deref(), Some("Milliseconds"));
}
