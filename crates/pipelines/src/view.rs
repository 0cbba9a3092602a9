//! A mapping as the operations answer with it, with the members that AWS shows for its source.

use crate::live::State;
use crate::records::mapping::Mapping;
use crate::settings::REPORT_BATCH_ITEM_FAILURES;
use crate::source::Source;
use crate::target;
use shapes::Timestamp;
use shapes::lambda::{
    DestinationConfig, EventSourceMappingConfiguration, EventSourceMappingMetricsConfig, OnFailure,
    ScalingConfig,
};

/// The answer for a mapping in a state.
pub(crate) fn of(
    mapping: &Mapping,
    state: State,
    result: String,
) -> EventSourceMappingConfiguration {
    let common = common(mapping, state);
    match mapping.source() {
        Source::Stream | Source::Changes => of_stream(mapping, result, common),
        Source::Queue { .. } => common,
    }
}

/// What is shown of every mapping.
fn common(mapping: &Mapping, state: State) -> EventSourceMappingConfiguration {
    let settings = &mapping.settings;
    let report = settings.partial_answers.then(|| REPORT_BATCH_ITEM_FAILURES.to_owned());
    let most = settings.most_concurrency;
    let metrics = settings.metrics.clone();
    EventSourceMappingConfiguration {
        uuid: Some(mapping.uuid.clone()),
        batch_size: Some(settings.batch_size),
        maximum_batching_window_in_seconds: Some(settings.window_seconds),
        event_source_arn: Some(mapping.source_arn.clone()),
        function_arn: Some(mapping.function_arn()),
        last_modified: Some(Timestamp(mapping.last_modified_ms)),
        state: Some(state.name().to_owned()),
        state_transition_reason: Some(mapping.source().reason().to_owned()),
        filter_criteria: settings.filters.criteria(),
        function_response_types: Some(report.into_iter().collect()),
        event_source_mapping_arn: Some(mapping.arn()),
        scaling_config: most.map(|most| ScalingConfig { maximum_concurrency: Some(most) }),
        kms_key_arn: settings.key.clone(),
        metrics_config: metrics
            .map(|metrics| EventSourceMappingMetricsConfig { metrics: Some(metrics) }),
        ..Default::default()
    }
}

/// What is shown of a stream's mapping beside that.
fn of_stream(
    mapping: &Mapping,
    result: String,
    common: EventSourceMappingConfiguration,
) -> EventSourceMappingConfiguration {
    let settings = &mapping.settings;
    let destination = settings.on_failure.as_ref().map(|it| it.arn().to_owned());
    let destinations =
        DestinationConfig { on_failure: Some(OnFailure { destination }), on_success: None };
    EventSourceMappingConfiguration {
        starting_position: mapping.starting_position.clone(),
        starting_position_timestamp: mapping.starting_timestamp_ms.map(Timestamp),
        parallelization_factor: Some(settings.parallelization),
        last_processing_result: Some(result),
        destination_config: Some(destinations),
        maximum_record_age_in_seconds: Some(settings.age_seconds),
        bisect_batch_on_function_error: Some(settings.bisect),
        maximum_retry_attempts: Some(settings.retries),
        tumbling_window_in_seconds: Some(settings.tumbling_seconds),
        ..common
    }
}

/// The answer for a mapping that has no task.
pub(crate) fn of_idle(mapping: &Mapping) -> EventSourceMappingConfiguration {
    let state = match (mapping.deleting, mapping.enabled) {
        (true, _) => State::Deleting,
        (false, true) => State::Enabled,
        (false, false) => State::Disabled,
    };
    of(mapping, state, target::NOTHING_YET.to_owned())
}
