//! A mapping's settings: their defaults, their limits, and what is refused.

use crate::destinations::Destination;
use crate::errors::{invalid, not_for_source, not_yet};
use crate::event;
use crate::filter::Filters;
use crate::machine::{Backoff, Rules};
use crate::queue;
use crate::source::Source;
use platform::{Result, lists_any, refuse};
use serde::{Deserialize, Serialize};
use shapes::lambda::{
    CreateEventSourceMappingRequest, DestinationConfig, UpdateEventSourceMappingRequest,
};

/// What a request may set, with the defaults of a stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settings {
    /// `BatchSize`, 1 to 10,000.
    pub batch_size: i32,
    /// `MaximumBatchingWindowInSeconds`, 0 to 300.
    pub window_seconds: i32,
    /// `ParallelizationFactor`, 1 to 10.
    pub parallelization: i32,
    /// `MaximumRetryAttempts`, 0 to 10,000; -1 is without end.
    pub retries: i32,
    /// `MaximumRecordAgeInSeconds`, 60 to 604,800; -1 is without end.
    pub age_seconds: i32,
    /// `BisectBatchOnFunctionError`.
    pub bisect: bool,
    /// `FunctionResponseTypes` holds `ReportBatchItemFailures`.
    pub partial_answers: bool,
    /// `FilterCriteria`.
    #[serde(default)]
    pub filters: Filters,
    /// `DestinationConfig.OnFailure`.
    #[serde(default)]
    pub on_failure: Option<Destination>,
    /// `TumblingWindowInSeconds`, 0 to 900; 0 is none.
    #[serde(default)]
    pub tumbling_seconds: i32,
    /// `ScalingConfig.MaximumConcurrency`, 2 to 1,000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_concurrency: Option<i32>,
    /// `MetricsConfig.Metrics`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<String>>,
    /// `KMSKeyArn`, by which the filters are encrypted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            batch_size: 100,
            window_seconds: 0,
            parallelization: 1,
            retries: -1,
            age_seconds: -1,
            bisect: false,
            partial_answers: false,
            filters: Filters::default(),
            on_failure: None,
            tumbling_seconds: 0,
            most_concurrency: None,
            metrics: None,
            key: None,
        }
    }
}

/// How many messages a batch has at most, where a request does not say.
const QUEUE_BATCH_SIZE: i32 = 10;
/// How large a batch of a queue may be without a window.
const MOST_WITHOUT_WINDOW: i32 = 10;
/// "The maximum number of batches that an event source mapping can process simultaneously is 1,000."
const MOST_BATCHES: i32 = 1000;
/// The one metric of streams and queues.
const EVENT_COUNT: &str = "EventCount";
/// The name of the one function response type.
pub(crate) const REPORT_BATCH_ITEM_FAILURES: &str = "ReportBatchItemFailures";
/// The largest event, without its brackets.
const PAYLOAD_BYTES: usize = event::MOST_BYTES - 16;
/// What a tumbling window adds to an event: its state, and what else is told of it.
const WINDOW_BYTES: usize = (1 << 20) + 512;
/// Reading pauses while this much data waits for the function.
const MOST_BYTES: usize = 8 << 20;

impl Settings {
    /// The defaults of a kind of source.
    fn of_source(source: Source) -> Self {
        match source {
            Source::Stream | Source::Changes => Self::default(),
            Source::Queue { .. } => Self { batch_size: QUEUE_BATCH_SIZE, ..Self::default() },
        }
    }

    /// Whether events are counted.
    pub fn counts_events(&self) -> bool {
        self.metrics.as_ref().is_some_and(|metrics| metrics.iter().any(|it| it == EVENT_COUNT))
    }

    /// The settings as the machine of queues takes them.
    pub fn queue_rules(&self, ordered: bool) -> queue::Rules {
        let count = |number: i32| usize::try_from(number).unwrap_or(1).max(1);
        queue::Rules {
            batch_size: count(self.batch_size),
            window_ms: i64::from(self.window_seconds) * 1000,
            payload_bytes: PAYLOAD_BYTES,
            most_batches: count(self.most_concurrency.unwrap_or(MOST_BATCHES)),
            ordered,
            backoff: Backoff::default(),
        }
    }

    /// The settings as the machine takes them.
    pub fn rules(&self) -> Rules {
        let tumbling = self.tumbling_seconds > 0;
        let count = |number: i32| usize::try_from(number).unwrap_or(1).max(1);
        Rules {
            batch_size: count(self.batch_size),
            window_ms: i64::from(self.window_seconds) * 1000,
            payload_bytes: PAYLOAD_BYTES - if tumbling { WINDOW_BYTES } else { 0 },
            lanes: count(self.parallelization),
            most_retries: u32::try_from(self.retries).ok(),
            most_age_ms: (self.age_seconds >= 0).then_some(i64::from(self.age_seconds) * 1000),
            bisect: self.bisect,
            tumbling_ms: tumbling.then_some(i64::from(self.tumbling_seconds) * 1000),
            most_bytes: MOST_BYTES,
            read_every_ms: 0,
            backoff: Backoff::default(),
        }
    }
}

/// Takes over the members that both requests have, and refuses those that we do not act on.
macro_rules! apply {
    ($settings:expr, $input:expr, $source:expr) => {{
        refuse_unsupported!($input);
        refuse_of_others!($input, $source);
        set(&mut $settings.batch_size, $input.batch_size, "BatchSize", 1..=10_000)?;
        let window = $input.maximum_batching_window_in_seconds;
        let name = "MaximumBatchingWindowInSeconds";
        set(&mut $settings.window_seconds, window, name, 0..=300)?;
        let factor = $input.parallelization_factor;
        set(&mut $settings.parallelization, factor, "ParallelizationFactor", 1..=10)?;
        let retries = $input.maximum_retry_attempts;
        set(&mut $settings.retries, retries, "MaximumRetryAttempts", -1..=10_000)?;
        set_age(&mut $settings.age_seconds, $input.maximum_record_age_in_seconds)?;
        let tumbling = $input.tumbling_window_in_seconds;
        set(&mut $settings.tumbling_seconds, tumbling, "TumblingWindowInSeconds", 0..=900)?;
        if let Some(bisect) = $input.bisect_batch_on_function_error {
            $settings.bisect = bisect;
        }
        if let Some(types) = &$input.function_response_types {
            $settings.partial_answers = partial_answers(types)?;
        }
        if let Some(criteria) = &$input.filter_criteria {
            $settings.filters = Filters::parse(criteria, $source)?;
        }
        if let Some(destinations) = &$input.destination_config {
            $settings.on_failure = on_failure(destinations)?;
        }
        if let Some(scaling) = &$input.scaling_config {
            $settings.most_concurrency = scaling.maximum_concurrency;
        }
        if let Some(config) = &$input.metrics_config {
            $settings.metrics = Some(metrics(config.metrics.as_deref().unwrap_or_default())?);
        }
        if let Some(key) = &$input.kms_key_arn {
            $settings.key = Some(key.clone()).filter(|key| !key.is_empty());
        }
        $settings.check_together($source)
    }};
}

/// Refuses, by name, each member that both requests have and that the other kinds of sources have.
macro_rules! refuse_of_others {
    ($input:expr, $source:expr) => {{
        let destinations = $input.destination_config.as_ref();
        let on_failure = destinations.and_then(|it| it.on_failure.as_ref()?.destination.as_ref());
        let bisect = $input.bisect_batch_on_function_error == Some(true);
        let tumbling = $input.tumbling_window_in_seconds.is_some_and(|seconds| seconds != 0);
        let is_queue = $source.is_queue();
        refuse(
            not_for_source,
            [
                ("ScalingConfig", !is_queue && $input.scaling_config.is_some()),
                (
                    "ProvisionedPollerConfig",
                    !is_queue && $input.provisioned_poller_config.is_some(),
                ),
                ("DestinationConfig", is_queue && on_failure.is_some()),
                ("ParallelizationFactor", is_queue && $input.parallelization_factor.is_some()),
                ("MaximumRetryAttempts", is_queue && $input.maximum_retry_attempts.is_some()),
                (
                    "MaximumRecordAgeInSeconds",
                    is_queue && $input.maximum_record_age_in_seconds.is_some(),
                ),
                ("BisectBatchOnFunctionError", is_queue && bisect),
                ("TumblingWindowInSeconds", is_queue && tumbling),
            ],
        )?;
        refuse(not_yet, [("ProvisionedPollerConfig", $input.provisioned_poller_config.is_some())])?;
    }};
}

/// Refuses, by name, each member that both requests have and no mapping acts on.
macro_rules! refuse_unsupported {
    ($input:expr) => {{
        let destinations = $input.destination_config.as_ref();
        let on_success = destinations.and_then(|it| it.on_success.as_ref()?.destination.as_ref());
        let access = &$input.source_access_configurations;
        refuse(
            not_for_source,
            [
                ("DestinationConfig", on_success.is_some()),
                ("LoggingConfig", $input.logging_config.is_some()),
                ("SourceAccessConfigurations", lists_any(access)),
                (
                    "AmazonManagedKafkaEventSourceConfig",
                    $input.amazon_managed_kafka_event_source_config.is_some(),
                ),
                (
                    "SelfManagedKafkaEventSourceConfig",
                    $input.self_managed_kafka_event_source_config.is_some(),
                ),
                ("DocumentDBEventSourceConfig", $input.document_db_event_source_config.is_some()),
            ],
        )?;
    }};
}

impl Settings {
    /// The settings of a new mapping.
    ///
    /// # Errors
    /// `InvalidParameterValueException`.
    pub fn of_new(input: &CreateEventSourceMappingRequest, source: Source) -> Result<Self> {
        refuse(
            not_for_source,
            [
                ("Topics", input.topics.is_some()),
                ("Queues", input.queues.is_some()),
                ("SelfManagedEventSource", input.self_managed_event_source.is_some()),
            ],
        )?;
        let mut settings = Self::of_source(source);
        settings.create(input, source)?;
        Ok(settings)
    }

    fn check_together(&self, source: Source) -> Result<()> {
        // A window belongs to a whole shard: with several lanes there would be several states.
        let several = self.tumbling_seconds > 0 && self.parallelization > 1;
        let name = "TumblingWindowInSeconds with a ParallelizationFactor above 1";
        refuse(not_yet, [(name, several)])?;
        if source.is_ordered() && self.window_seconds > 0 {
            return Err(invalid("Batching window is not supported for FIFO queues"));
        }
        let is_large = self.batch_size > MOST_WITHOUT_WINDOW && self.window_seconds == 0;
        if source.is_queue() && is_large {
            return Err(invalid(format!(
                "Maximum batch window in seconds must be greater than 0 if maximum batch size is \
                 greater than {MOST_WITHOUT_WINDOW}"
            )));
        }
        Ok(())
    }

    fn create(&mut self, input: &CreateEventSourceMappingRequest, source: Source) -> Result<()> {
        apply!(self, input, source)
    }

    /// Takes over what an update changes.
    ///
    /// # Errors
    /// `InvalidParameterValueException`.
    pub fn update(
        &mut self,
        input: &UpdateEventSourceMappingRequest,
        source: Source,
    ) -> Result<()> {
        apply!(self, input, source)
    }
}

fn set(
    setting: &mut i32,
    value: Option<i32>,
    name: &str,
    allowed: std::ops::RangeInclusive<i32>,
) -> Result<()> {
    let Some(value) = value else { return Ok(()) };
    if !allowed.contains(&value) {
        let (least, most) = (allowed.start(), allowed.end());
        return Err(invalid(format!("{name} must be between {least} and {most}.")));
    }
    *setting = value;
    Ok(())
}

/// "The minimum valid value for maximum record age is 60s"; -1 is without end.
fn set_age(setting: &mut i32, value: Option<i32>) -> Result<()> {
    if value.is_some_and(|value| (0..60).contains(&value)) {
        return Err(invalid("MaximumRecordAgeInSeconds must be -1 or between 60 and 604800."));
    }
    set(setting, value, "MaximumRecordAgeInSeconds", -1..=604_800)
}

/// A configuration that names no place takes away the one that there was.
fn on_failure(destinations: &DestinationConfig) -> Result<Option<Destination>> {
    let arn = destinations.on_failure.as_ref().and_then(|it| it.destination.as_deref());
    arn.filter(|arn| !arn.is_empty()).map(Destination::parse).transpose()
}

/// The others are of Kafka.
fn metrics(metrics: &[String]) -> Result<Vec<String>> {
    match metrics.iter().find(|metric| *metric != EVENT_COUNT) {
        Some(_) => Err(not_for_source("MetricsConfig")),
        None => Ok(metrics.to_vec()),
    }
}

fn partial_answers(types: &[String]) -> Result<bool> {
    match types.iter().find(|name| *name != REPORT_BATCH_ITEM_FAILURES) {
        Some(unknown) => Err(invalid(format!("Unknown function response type {unknown}."))),
        None => Ok(!types.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shapes::lambda::{
        EventSourceMappingMetricsConfig, FilterCriteria, OnFailure, ScalingConfig,
    };

    type Request = CreateEventSourceMappingRequest;

    fn refusal(change: impl FnOnce(&mut Request)) -> Option<String> {
        let mut input = Request::default();
        change(&mut input);
        Settings::of_new(&input, Source::Stream).err().map(|error| error.message)
    }

    #[test]
    fn nothing_set_gives_the_defaults() {
        assert_eq!(
            Settings::of_new(&Request::default(), Source::Stream).unwrap(),
            Settings::default()
        );
        let rules = Settings::default().rules();
        assert_eq!((rules.batch_size, rules.lanes, rules.window_ms), (100, 1, 0));
        assert_eq!((rules.most_retries, rules.most_age_ms), (None, None));
    }

    #[test]
    fn what_is_not_acted_on_is_refused_by_name() {
        let several = |it: &mut Request| {
            it.tumbling_window_in_seconds = Some(5);
            it.parallelization_factor = Some(2);
        };
        assert!(refusal(several).unwrap().contains("TumblingWindowInSeconds"));
        assert!(refusal(|it| it.scaling_config = Some(ScalingConfig::default())).is_some());
        assert!(refusal(|it| it.queues = Some(vec!["q".into()])).is_some());
    }

    #[test]
    fn a_queue_has_settings_of_its_own() {
        let (standard, fifo) = (Source::Queue { ordered: false }, Source::Queue { ordered: true });
        let of = |source, change: &dyn Fn(&mut Request)| {
            let mut input = Request::default();
            change(&mut input);
            Settings::of_new(&input, source).map_err(|error| error.message)
        };
        let settings = of(standard, &|_| ()).unwrap();
        let rules = settings.queue_rules(false);
        assert_eq!((rules.batch_size, rules.most_batches, rules.window_ms), (10, 1000, 0));
        let large = |it: &mut Request| it.batch_size = Some(11);
        let words = "Maximum batch window in seconds must be greater than 0 if maximum batch size \
                     is greater than 10";
        assert_eq!(of(standard, &large), Err(words.to_owned()));
        assert_eq!(of(fifo, &large), Err(words.to_owned()));
        let window = |it: &mut Request| {
            (it.batch_size, it.maximum_batching_window_in_seconds) = (Some(10_000), Some(1));
        };
        assert!(of(standard, &window).is_ok());
        let words = "Batching window is not supported for FIFO queues";
        assert_eq!(of(fifo, &window), Err(words.to_owned()));
        let most = Some(ScalingConfig { maximum_concurrency: Some(2) });
        let scaled = of(standard, &|it| it.scaling_config = most.clone()).unwrap();
        assert_eq!(scaled.queue_rules(false).most_batches, 2);
        for change in [
            &(|it: &mut Request| it.parallelization_factor = Some(1)) as &dyn Fn(&mut Request),
            &|it| it.maximum_retry_attempts = Some(2),
            &|it| it.maximum_record_age_in_seconds = Some(60),
            &|it| it.bisect_batch_on_function_error = Some(true),
            &|it| it.tumbling_window_in_seconds = Some(1),
        ] {
            let refusal = of(standard, change).unwrap_err();
            let words = "parameter for given event source mapping type.";
            assert!(refusal.starts_with("Unsupported ") && refusal.ends_with(words), "{refusal}");
        }
    }

    #[test]
    fn events_are_counted_where_a_request_says_so() {
        let with = |metrics: &[&str]| {
            let metrics = Some(metrics.iter().map(|it| (*it).to_owned()).collect());
            let metrics_config = Some(EventSourceMappingMetricsConfig { metrics });
            let input = Request { metrics_config, ..Default::default() };
            Settings::of_new(&input, Source::Stream)
        };
        assert!(with(&["EventCount"]).unwrap().counts_events());
        assert!(!with(&[]).unwrap().counts_events());
        assert!(!Settings::default().counts_events());
        assert!(with(&["ErrorCount"]).is_err());
    }

    #[test]
    fn the_harmless_defaults_of_refused_members_pass() {
        let nowhere = DestinationConfig {
            on_failure: Some(OnFailure { destination: None }),
            on_success: None,
        };
        assert_eq!(refusal(|it| it.destination_config = Some(nowhere)), None);
        assert_eq!(refusal(|it| it.tumbling_window_in_seconds = Some(0)), None);
        assert_eq!(refusal(|it| it.filter_criteria = Some(FilterCriteria::default())), None);
    }

    #[test]
    fn limits_are_kept() {
        assert!(refusal(|it| it.batch_size = Some(10_001)).is_some());
        assert!(refusal(|it| it.maximum_batching_window_in_seconds = Some(301)).is_some());
        assert!(refusal(|it| it.maximum_record_age_in_seconds = Some(59)).is_some());
        assert_eq!(refusal(|it| it.maximum_record_age_in_seconds = Some(60)), None);
        assert_eq!(refusal(|it| it.maximum_record_age_in_seconds = Some(-1)), None);
        assert!(refusal(|it| it.parallelization_factor = Some(11)).is_some());
        assert!(refusal(|it| it.tumbling_window_in_seconds = Some(901)).is_some());
        assert_eq!(refusal(|it| it.tumbling_window_in_seconds = Some(900)), None);
        assert!(refusal(|it| it.function_response_types = Some(vec!["X".into()])).is_some());
    }
}
