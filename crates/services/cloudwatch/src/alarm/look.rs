//! Alarms are looked at when they are due, and changed.

use super::composite::{Decision, decide};
use super::machine::{MORE, Test};
use super::rule::Rule;
use super::{act, message};
use crate::CloudWatch;
use crate::math::Value;
use crate::queries::{self, Query};
use crate::records::alarm::{
    ALARMS, Alarm, AlarmsWatch, Asked, MetricWatch, Standing, State, Watch, key,
};
use crate::records::metric::Name;
use bytes::Bytes;
use platform::{Context, Deadline, Deadlines, Principal, Result, commit_if};
use shapes::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Batch, Scan};

/// The kind of the deadlines at which alarms are looked at.
pub const LOOK: &str = "cloudwatch-alarm";

/// The deadline of an alarm.
pub fn deadline(key: &[u8], due_ms: i64) -> Deadline {
    Deadline::new(LOOK, key, Timestamp(due_ms))
}

impl CloudWatch {
    /// Begins to look at alarms.
    pub(crate) fn keep_looking(self: &Arc<Self>) {
        let service = Arc::downgrade(self);
        self.platform.deadlines.register(LOOK, move |deadline| {
            let service = service.upgrade();
            async move {
                match service {
                    Some(service) => service.look(deadline).await,
                    None => Ok(()),
                }
            }
        });
    }

    /// The surroundings of what lies at a key.
    pub(crate) fn place(&self, key: &[u8]) -> Context {
        let mut parts = key.split(|byte| *byte == 0).map(String::from_utf8_lossy);
        let mut text = || parts.next().unwrap_or_default().into_owned();
        let (account, region) = (text(), text());
        self.platform.context(Principal::service("cloudwatch.amazonaws.com"), account, region)
    }

    async fn look(&self, due: Deadline) -> Result<()> {
        let cx = self.place(&due.id);
        loop {
            let found = ALARMS.get_with_bytes(cx.tables(), &due.id).await?;
            let batch = Deadlines::done(Batch::new(), &due);
            let Some((alarm, bytes)) = found else {
                commit_if(cx.tables(), batch).await?;
                return Ok(());
            };
            let batch = batch.equals(ALARMS.table, &due.id[..], bytes);
            let batch = match alarm.watch.clone() {
                Watch::Metric(_) if alarm.due_ms != due.due.millis() => batch,
                Watch::Metric(watch) => self.look_at_metric(&cx, batch, &alarm, &watch).await?,
                Watch::Alarms(watch) => self.look_at_alarms(&cx, batch, &alarm, watch).await?,
            };
            match self.platform.deadlines.commit(batch).await {
                // The alarm was changed meanwhile, or the deadline is gone.
                Err(store::Error::Conflict(0)) => return Ok(()),
                Err(store::Error::Conflict(_)) => {}
                done => return Ok(done?),
            }
        }
    }

    /// The batch, in which an alarm of a metric is as its datapoints say, and has its next turn.
    async fn look_at_metric(
        &self,
        cx: &Context,
        batch: Batch,
        before: &Alarm,
        watch: &MetricWatch,
    ) -> Result<Batch> {
        self.flush().await?;
        let now = cx.now();
        let mut alarm = before.clone();
        let queries = read(cx, watch)?;
        let period = queries::longest_period(&queries);
        let step = match period {
            ..60 => 10,
            60..86_400 => 60,
            _ => 3600,
        };
        let end = now.seconds() - now.seconds().rem_euclid(step);
        alarm.due_ms = (end + step) * 1000;
        let count = i64::from(watch.periods + MORE);
        let start = end - count * period;
        let returned = watch.queries.iter().find(|it| it.return_data != Some(false));
        let id = returned.map_or("", |it| &it.id);
        let id = if id.is_empty() { "m" } else { id };
        let verdict = match self.ask_from(cx, &queries, (start, end)).await {
            Ok(values) => {
                alarm.trouble = None;
                let points = points(values.get(id), start, period, count);
                match self.has_too_few(&queries, watch, (start, end), period).await? {
                    true => None,
                    false => test(watch).judge(&points, alarm.standing.state),
                }
            }
            Err(error) if error.is_server_fault() => return Err(error),
            Err(_) => {
                alarm.trouble = Some("EVALUATION_ERROR".to_owned());
                None
            }
        };
        if let Some(verdict) = verdict
            && verdict.state != alarm.standing.state
        {
            let samples = self.samples(&queries, (start, end), period).await?;
            let evaluated = match verdict.evaluated.is_empty() {
                true => {
                    (1..=i64::from(watch.periods)).map(|it| (end - it * period, None)).collect()
                }
                false => verdict.evaluated.iter().map(|(at, value)| (*at, Some(*value))).collect(),
            };
            let data = message::reason_data(watch, (now.millis(), period), evaluated, &samples);
            alarm.standing = Standing {
                state: verdict.state,
                reason: verdict.reason,
                data: Some(data),
                updated_ms: now.millis(),
                since_ms: now.millis(),
            };
        }
        let key = key(cx, &alarm.name);
        let batch = Deadlines::set(batch, &deadline(&key, alarm.due_ms));
        self.changed(cx, batch, before, &alarm).await
    }

    /// How many samples the periods of an alarm's metric have.
    async fn samples(
        &self,
        queries: &[(String, Query)],
        span: (i64, i64),
        period: i64,
    ) -> Result<BTreeMap<i64, f64>> {
        let [(_, Query::Metric { name, unit, .. })] = queries else { return Ok(BTreeMap::new()) };
        let mut samples = BTreeMap::new();
        let found = self.points(name, span, period).await?;
        for ((at, _), point) in found.iter().filter(|it| unit.is_none_or(|unit| unit == it.0.1)) {
            *samples.entry(*at).or_default() += point.count;
        }
        Ok(samples)
    }

    /// Whether percentiles of so few samples say nothing, and the alarm wants to stay as it is then.
    async fn has_too_few(
        &self,
        queries: &[(String, Query)],
        watch: &MetricWatch,
        span: (i64, i64),
        period: i64,
    ) -> Result<bool> {
        let [(_, Query::Metric { name, statistic, .. })] = queries else { return Ok(false) };
        let crate::statistic::Statistic::Percentile(percent) = statistic else { return Ok(false) };
        if watch.low_samples.as_deref() != Some("ignore") {
            return Ok(false);
        }
        let part = percent / 100.0;
        let wanted = 10.0 / if part >= 0.5 { 1.0 - part } else { part };
        let found = self.points(name, span, period).await?;
        Ok(found.values().any(|point| point.count < wanted))
    }

    /// The batch, in which a composite alarm is as its rule says.
    async fn look_at_alarms(
        &self,
        cx: &Context,
        batch: Batch,
        before: &Alarm,
        mut watch: AlarmsWatch,
    ) -> Result<Batch> {
        let now = cx.now().millis();
        let mut alarm = before.clone();
        let Ok(rule) = Rule::parse(&watch.rule) else { return Ok(batch) };
        let mut names = rule.alarms();
        names.extend(watch.suppressor.as_deref());
        let mut found = BTreeMap::new();
        for name in names {
            let row = ALARMS.get(cx.tables(), &key(cx, plain_name(name))).await?;
            found.extend(row.map(|row| (plain_name(name).to_owned(), row)));
        }
        let state_of = |name: &str| found.get(plain_name(name)).map(|it| it.standing.state);
        let state = if rule.holds(&state_of) { State::Alarm } else { State::Ok };
        if state != alarm.standing.state {
            let latest = found.values().max_by_key(|it| it.standing.since_ms);
            let (reason, data) = act::composite_reason(cx, latest, state);
            alarm.standing = Standing { state, reason, data, updated_ms: now, since_ms: now };
        }
        let is_changed = state != before.standing.state;
        let suppressor = watch.suppressor.as_deref().and_then(state_of);
        let changed = is_changed.then_some(&before.standing);
        let decision = decide(&watch, changed, suppressor == Some(State::Alarm), now);
        let (held, batch) = match decision {
            Decision::Hold(held, at) => {
                let own = key(cx, &alarm.name);
                let batch = match at {
                    Some(at) => Deadlines::set(batch, &deadline(&own, at)),
                    None => batch,
                };
                (Some(held), batch)
            }
            Decision::Act(from) if from.state != state => {
                (None, act::actions(cx, batch, &alarm, &from)?)
            }
            Decision::Act(_) | Decision::Nothing => (None, batch),
        };
        watch.held = held;
        alarm.watch = Watch::Alarms(watch);
        self.changed(cx, batch, before, &alarm).await
    }

    /// The batch, in which an alarm is another, with what follows from a change of its state.
    pub(crate) async fn changed(
        &self,
        cx: &Context,
        mut batch: Batch,
        before: &Alarm,
        alarm: &Alarm,
    ) -> Result<Batch> {
        if alarm.standing.state != before.standing.state {
            let (summary, data) = message::state_history(&before.standing, &alarm.standing);
            batch = act::history(cx, batch, alarm, ("StateUpdate", summary, data))?;
            if matches!(alarm.watch, Watch::Metric(_)) {
                batch = act::actions(cx, batch, alarm, &before.standing)?;
            }
            for parent in self.parents(cx, &alarm.name).await? {
                batch = Deadlines::set(batch, &deadline(&parent, cx.now().millis()));
            }
        }
        Ok(batch.put(ALARMS.table, key(cx, &alarm.name), ALARMS.encode(alarm)?))
    }

    /// The keys of the composite alarms that are about an alarm.
    pub(crate) async fn parents(&self, cx: &Context, name: &str) -> Result<Vec<Bytes>> {
        let all = ALARMS.scan(cx.tables(), Scan::prefix(&key(cx, ""))).await?;
        let about = all.into_iter().filter(|(_, alarm)| match &alarm.watch {
            Watch::Metric(_) => false,
            Watch::Alarms(watch) => {
                watch.suppressor.as_deref().is_some_and(|it| plain_name(it) == name)
                    || Rule::parse(&watch.rule)
                        .is_ok_and(|rule| rule.alarms().iter().any(|it| plain_name(it) == name))
            }
        });
        Ok(about.map(|(key, _)| key).collect())
    }
}

/// The name that a name or an ARN stands for.
pub fn plain_name(text: &str) -> &str {
    match text.starts_with("arn:") {
        true => text.splitn(7, ':').nth(6).unwrap_or(text),
        false => text,
    }
}

/// The queries of an alarm, of which one that has no id is called `m`.
fn read(cx: &Context, watch: &MetricWatch) -> Result<Vec<(String, Query)>> {
    if let [Asked { id, metric: Some(metric), .. }] = &watch.queries[..]
        && id.is_empty()
        && let Some(statistic) = crate::statistic::Statistic::parse(&metric.stat)
    {
        let query = Query::Metric {
            name: Name::new(cx, &metric.namespace, &metric.name, metric.dimensions.clone()),
            period: metric.period.into(),
            statistic,
            stat: metric.stat.clone(),
            unit: metric.unit.as_deref().and_then(crate::unit::number),
        };
        return Ok(vec![("m".to_owned(), query)]);
    }
    let given: Vec<_> = watch.queries.iter().map(Asked::told).collect();
    queries::read(cx, "Metrics", &given)
}

fn points(value: Option<&Value>, start: i64, period: i64, count: i64) -> Vec<(i64, Option<f64>)> {
    let series = match value {
        Some(Value::Series(series)) => Some(series),
        Some(Value::Array(all)) => all.first(),
        _ => None,
    };
    let at = (0..count).map(|number| start + number * period);
    at.map(|at| (at, series.and_then(|it| it.points.get(&at).copied()))).collect()
}

fn test(watch: &MetricWatch) -> Test<'_> {
    let periods = usize::try_from(watch.periods).unwrap_or(1).max(1);
    let datapoints = watch.datapoints.unwrap_or(watch.periods);
    Test {
        periods,
        is_some_of: watch.datapoints.is_some(),
        datapoints: usize::try_from(datapoints).unwrap_or(1).clamp(1, periods),
        threshold: watch.threshold,
        comparison: &watch.comparison,
        missing: watch.missing.as_deref().unwrap_or("missing"),
    }
}
