//! A mapping as the operations answer with it, with the defaults that AWS shows for a stream.

use crate::live::State;
use crate::records::mapping::Mapping;
use crate::settings::REPORT_BATCH_ITEM_FAILURES;
use crate::target;
use shapes::Timestamp;
use shapes::lambda::{DestinationConfig, EventSourceMappingConfiguration, OnFailure};

/// The answer for a mapping in a state.
pub(crate) fn of(
    mapping: &Mapping,
    state: State,
    result: String,
) -> EventSourceMappingConfiguration {
    let settings = &mapping.settings;
    let destination = settings.on_failure.as_ref().map(|it| it.arn().to_owned());
    let destinations =
        DestinationConfig { on_failure: Some(OnFailure { destination }), on_success: None };
    let report = settings.partial_answers.then(|| REPORT_BATCH_ITEM_FAILURES.to_owned());
    EventSourceMappingConfiguration {
        uuid: Some(mapping.uuid.clone()),
        starting_position: Some(mapping.starting_position.clone()),
        starting_position_timestamp: mapping.starting_timestamp_ms.map(Timestamp),
        batch_size: Some(settings.batch_size),
        maximum_batching_window_in_seconds: Some(settings.window_seconds),
        parallelization_factor: Some(settings.parallelization),
        event_source_arn: Some(mapping.stream_arn.clone()),
        function_arn: Some(mapping.function_arn()),
        last_modified: Some(Timestamp(mapping.last_modified_ms)),
        last_processing_result: Some(result),
        state: Some(state.name().to_owned()),
        state_transition_reason: Some("User action".to_owned()),
        destination_config: Some(destinations),
        maximum_record_age_in_seconds: Some(settings.age_seconds),
        bisect_batch_on_function_error: Some(settings.bisect),
        maximum_retry_attempts: Some(settings.retries),
        tumbling_window_in_seconds: Some(settings.tumbling_seconds),
        filter_criteria: settings.filters.criteria(),
        function_response_types: Some(report.into_iter().collect()),
        event_source_mapping_arn: Some(mapping.arn()),
        ..Default::default()
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
