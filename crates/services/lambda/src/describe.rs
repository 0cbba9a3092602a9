//! A function as its callers see it.

use crate::records::function::Function;
use crate::runtimes;
use platform::Arn;
use shapes::Timestamp;
use shapes::lambda::{
    DeadLetterConfig, EnvironmentResponse, EphemeralStorage, FunctionConfiguration, LoggingConfig,
    RuntimeVersionConfig, SnapStartResponse, TracingConfigResponse,
};

/// A number of the model.
fn number(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

/// `2026-01-02T03:04:05.678+0000`.
fn modified(at_ms: i64) -> String {
    Timestamp(at_ms).iso8601_millis().replace('Z', "+0000")
}

/// The function, ready to be invoked.
pub fn active(function: &Function) -> FunctionConfiguration {
    let settings = &function.settings;
    let variables = settings.environment.clone();
    let region = Arn::parse(&function.arn).map_or("", |arn| arn.region);
    let level = settings.json_logs.then(|| "INFO".to_owned());
    FunctionConfiguration {
        function_name: Some(function.name.clone()),
        function_arn: Some(function.arn.clone()),
        runtime: Some(settings.runtime.clone()),
        role: Some(settings.role.clone()),
        handler: Some(settings.handler.clone()),
        code_size: i64::try_from(function.code.size).ok(),
        kms_key_arn: settings.key.clone(),
        dead_letter_config: settings
            .dead_letter
            .as_ref()
            .map(|it| DeadLetterConfig { target_arn: Some(it.arn().to_owned()) }),
        description: Some(function.description().to_owned()),
        timeout: Some(number(settings.timeout_seconds)),
        memory_size: Some(number(settings.memory_mb)),
        last_modified: Some(modified(function.modified_ms)),
        code_sha256: Some(function.code.sha256.clone()),
        version: Some(function.version()),
        environment: (settings.has_environment || !variables.is_empty())
            .then_some(EnvironmentResponse { variables: Some(variables), error: None }),
        tracing_config: Some(TracingConfigResponse {
            mode: Some(if settings.active_tracing { "Active" } else { "PassThrough" }.to_owned()),
        }),
        revision_id: Some(function.shown_revision().to_owned()),
        state: Some("Active".to_owned()),
        last_update_status: Some("Successful".to_owned()),
        package_type: Some("Zip".to_owned()),
        architectures: Some(vec![function.architecture.clone()]),
        ephemeral_storage: Some(EphemeralStorage { size: number(settings.ephemeral_mb) }),
        snap_start: Some(SnapStartResponse {
            apply_on: Some("None".to_owned()),
            optimization_status: Some("Off".to_owned()),
        }),
        runtime_version_config: Some(RuntimeVersionConfig {
            runtime_version_arn: Some(runtimes::version_arn(region, &settings.runtime)),
            error: None,
        }),
        logging_config: Some(LoggingConfig {
            log_format: Some(if settings.json_logs { "JSON" } else { "Text" }.to_owned()),
            application_log_level: level.clone(),
            system_log_level: level,
            log_group: Some(function.log_group()),
        }),
        ..Default::default()
    }
}

/// As `CreateFunction` answers: AWS makes the function ready afterwards, which gives it another
/// revision. `unready` is the revision that it has until then, which nobody sees again here.
pub fn created(function: &Function, unready: String) -> FunctionConfiguration {
    FunctionConfiguration {
        revision_id: Some(unready),
        state: Some("Pending".to_owned()),
        state_reason: Some("The function is being created.".to_owned()),
        state_reason_code: Some("Creating".to_owned()),
        last_update_status: None,
        ..active(function)
    }
}

/// As the updates answer: AWS makes the change ready afterwards, as in [`created`].
pub fn updated(function: &Function, unready: String) -> FunctionConfiguration {
    FunctionConfiguration {
        revision_id: Some(unready),
        last_update_status: Some("InProgress".to_owned()),
        last_update_status_reason: Some("The function is being created.".to_owned()),
        last_update_status_reason_code: Some("Creating".to_owned()),
        ..active(function)
    }
}

/// As a list shows it, without states and without what is said of the runtime.
pub fn listed(function: &Function, qualifier: Option<&str>) -> FunctionConfiguration {
    let shown = named(function, qualifier);
    FunctionConfiguration {
        state: None,
        last_update_status: None,
        runtime_version_config: None,
        ..shown
    }
}

/// The function, with the qualifier in its ARN where the caller named it.
pub fn named(function: &Function, qualifier: Option<&str>) -> FunctionConfiguration {
    let mut shown = active(function);
    if let Some(qualifier) = qualifier {
        shown.function_arn = Some(format!("{}:{qualifier}", function.arn));
    }
    shown
}

/// A version as a list shows it, under its own ARN.
pub fn listed_version(version: &Function) -> FunctionConfiguration {
    listed(version, Some(&version.version()))
}

/// A version as who publishes it sees it: under its own ARN.
pub fn version(version: &Function) -> FunctionConfiguration {
    named(version, Some(&version.version()))
}
