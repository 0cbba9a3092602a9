//! What a function may be, beyond what the model says, and in AWS's words.

use crate::errors::{self, constraint, invalid, unsupported};
use crate::records::function::Settings;
use crate::runtimes;
use platform::{Error, Letterbox, LetterboxKind, Result, lists_any, refuse};
use shapes::lambda::{
    AcceleratorConfig, CapacityProviderConfig, CreateFunctionRequest, DeadLetterConfig,
    DurableConfig, Environment, EphemeralStorage, FileSystemConfig, FunctionRuntimeConfig,
    ImageConfig, LoggingConfig, SnapStart, TracingConfig, UpdateFunctionConfigurationRequest,
    VpcConfig,
};
use std::collections::BTreeMap;

const MAX_TIMEOUT: i32 = 900;
const MAX_MEMORY: i32 = 10_240;
/// "Using environment variables": of all names and values, as JSON.
const MAX_ENVIRONMENT: usize = 4096;
/// The variables that "Defined runtime environment variables" calls reserved.
const RESERVED: [&str; 18] = [
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "LAMBDA_RUNTIME_DIR",
    "LAMBDA_TASK_ROOT",
];

/// The members that creating and updating a function share and that are acted on.
#[derive(Debug, Default)]
pub struct Wanted {
    pub runtime: Option<String>,
    pub role: Option<String>,
    pub handler: Option<String>,
    pub description: Option<String>,
    pub timeout: Option<i32>,
    pub memory_size: Option<i32>,
    pub environment: Option<Environment>,
    pub ephemeral_storage: Option<EphemeralStorage>,
    pub logging_config: Option<LoggingConfig>,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub tracing_config: Option<TracingConfig>,
    pub kms_key_arn: Option<String>,
}

/// The members that both share and of which only AWS's defaults are taken.
#[derive(Debug, Default)]
pub struct Extras {
    vpc_config: Option<VpcConfig>,
    layers: Option<Vec<String>>,
    file_system_configs: Option<Vec<FileSystemConfig>>,
    image_config: Option<ImageConfig>,
    snap_start: Option<SnapStart>,
    capacity_provider_config: Option<CapacityProviderConfig>,
    durable_config: Option<DurableConfig>,
    runtime_config: Option<FunctionRuntimeConfig>,
    accelerator_config: Option<AcceleratorConfig>,
}

/// Splits a request into what is acted on and what must be the default.
macro_rules! split {
    ($input:expr, $role:expr) => {
        (
            Wanted {
                runtime: $input.runtime.take(),
                role: $role,
                handler: $input.handler.take(),
                description: $input.description.take(),
                timeout: $input.timeout,
                memory_size: $input.memory_size,
                environment: $input.environment.take(),
                ephemeral_storage: $input.ephemeral_storage.take(),
                logging_config: $input.logging_config.take(),
                dead_letter_config: $input.dead_letter_config.take(),
                tracing_config: $input.tracing_config.take(),
                kms_key_arn: $input.kms_key_arn.take(),
            },
            Extras {
                vpc_config: $input.vpc_config.take(),
                layers: $input.layers.take(),
                file_system_configs: $input.file_system_configs.take(),
                image_config: $input.image_config.take(),
                snap_start: $input.snap_start.take(),
                capacity_provider_config: $input.capacity_provider_config.take(),
                durable_config: $input.durable_config.take(),
                runtime_config: $input.runtime_config.take(),
                accelerator_config: $input.accelerator_config.take(),
            },
        )
    };
}

/// The parts of a request to create.
pub fn of_create(input: &mut CreateFunctionRequest) -> (Wanted, Extras) {
    split!(input, Some(std::mem::take(&mut input.role)))
}

/// The parts of a request to update.
pub fn of_update(input: &mut UpdateFunctionConfigurationRequest) -> (Wanted, Extras) {
    split!(input, input.role.take())
}

impl Extras {
    /// Refuses by name what would change the function's behaviour and is not acted on.
    pub fn refuse(self) -> Result<()> {
        let vpc = self.vpc_config.unwrap_or_default();
        let snap_start = self.snap_start.and_then(|config| config.apply_on);
        let image = self.image_config.unwrap_or_default();
        let given = [
            (
                "VpcConfig",
                lists_any(&vpc.subnet_ids)
                    || lists_any(&vpc.security_group_ids)
                    || vpc.ipv6_allowed_for_dual_stack == Some(true),
            ),
            ("Layers", lists_any(&self.layers)),
            ("FileSystemConfigs", lists_any(&self.file_system_configs)),
            ("ImageConfig", image != ImageConfig::default()),
            ("SnapStart", snap_start.is_some_and(|apply_on| apply_on != "None")),
            ("CapacityProviderConfig", self.capacity_provider_config.is_some()),
            ("DurableConfig", self.durable_config.is_some()),
            ("RuntimeConfig", self.runtime_config.is_some()),
            ("AcceleratorConfig", self.accelerator_config.is_some()),
        ];
        refuse(
            |what| {
                errors::invalid(format!("{} Leave it out, or empty.", platform::unsupported(what)))
            },
            given,
        )
    }
}

/// What a function is when its creator does not say.
pub fn defaults() -> Settings {
    Settings { timeout_seconds: 3, memory_mb: 128, ephemeral_mb: 512, ..Settings::default() }
}

/// Puts what is wanted into the settings of a function, checked.
pub fn apply(settings: &mut Settings, wanted: &Wanted) -> Result<()> {
    if let Some(runtime) = &wanted.runtime {
        settings.runtime = runtimes::checked(runtime)?;
    }
    if let Some(role) = &wanted.role {
        settings.role = role.clone();
    }
    if let Some(handler) = &wanted.handler {
        settings.handler = handler.clone();
    }
    if settings.runtime.is_empty() || settings.handler.is_empty() {
        return Err(invalid(
            "Runtime and Handler are mandatory parameters for functions created with deployment \
             packages.",
        ));
    }
    if let Some(description) = &wanted.description {
        settings.description = description.clone();
    }
    if let Some(timeout) = wanted.timeout {
        settings.timeout_seconds = bounded(timeout, 1, MAX_TIMEOUT, "timeout")?;
    }
    if let Some(memory) = wanted.memory_size {
        settings.memory_mb = bounded(memory, 128, MAX_MEMORY, "memorySize")?;
    }
    if let Some(storage) = &wanted.ephemeral_storage {
        settings.ephemeral_mb = bounded(storage.size, 512, 10_240, "ephemeralStorage.size")?;
    }
    if let Some(environment) = &wanted.environment {
        settings.environment = checked_environment(environment)?;
        settings.has_environment = true;
    }
    if let Some(logging) = &wanted.logging_config {
        apply_logging(settings, logging)?;
    }
    if let Some(mode) = wanted.tracing_config.as_ref().and_then(|config| config.mode.as_ref()) {
        settings.active_tracing = mode == "Active";
    }
    if let Some(config) = &wanted.dead_letter_config {
        settings.dead_letter = dead_letter(config)?;
    }
    if let Some(key) = &wanted.kms_key_arn {
        settings.key = Some(key.clone()).filter(|key| !key.is_empty());
    }
    Ok(())
}

/// Where dead letters go: a standard queue or topic ("Adding a dead-letter queue").
fn dead_letter(config: &DeadLetterConfig) -> Result<Option<Letterbox>> {
    let Some(arn) = config.target_arn.as_deref().filter(|arn| !arn.is_empty()) else {
        return Ok(None);
    };
    let takes = |it: &Letterbox| {
        matches!(it.kind(), LetterboxKind::Queue | LetterboxKind::Topic) && !it.is_fifo()
    };
    match Letterbox::parse(arn).filter(takes) {
        Some(letterbox) => Ok(Some(letterbox)),
        None => Err(invalid(format!(
            "The provided dead letter config DeadLetterConfig(targetArn={arn}) is invalid."
        ))),
    }
}

fn bounded(value: i32, min: i32, max: i32, member: &str) -> Result<u32> {
    let rule = match value {
        value if value < min => "greater than or equal to",
        value if value > max => "less than or equal to",
        value => return Ok(value.unsigned_abs()),
    };
    let bound = if value < min { min } else { max };
    Err(constraint(&value.to_string(), member, &format!("Member must have value {rule} {bound}")))
}

fn checked_environment(environment: &Environment) -> Result<BTreeMap<String, String>> {
    let variables = environment.variables.clone().unwrap_or_default();
    let reserved = RESERVED.iter().filter(|name| variables.contains_key(**name)).copied();
    let reserved = reserved.collect::<Vec<_>>();
    if !reserved.is_empty() {
        return Err(invalid(format!(
            "Lambda was unable to configure your environment variables because the environment \
             variables you have provided contains reserved keys that are currently not supported \
             for modification. Reserved keys used in this request: {}",
            reserved.join(", ")
        )));
    }
    let measured = serde_json::to_string(&variables).map_err(Error::internal)?;
    if measured.len() > MAX_ENVIRONMENT {
        return Err(invalid(format!(
            "Lambda was unable to configure your environment variables because the environment \
             variables you have provided exceeded the 4KB limit. String measured: {measured}"
        )));
    }
    Ok(variables)
}

/// The log group and the format are acted on; levels only as far as they change nothing.
fn apply_logging(settings: &mut Settings, logging: &LoggingConfig) -> Result<()> {
    if let Some(format) = &logging.log_format {
        settings.json_logs = format == "JSON";
    }
    let levels = [
        ("LoggingConfig.ApplicationLogLevel", &logging.application_log_level),
        ("LoggingConfig.SystemLogLevel", &logging.system_log_level),
    ];
    for (member, level) in levels {
        let Some(level) = level else { continue };
        if !settings.json_logs {
            return Err(invalid(
                "You cannot set log levels while the log format is Text. Set the log format to \
                 JSON.",
            ));
        }
        if level != "INFO" {
            return Err(unsupported(&format!("{member} other than INFO")));
        }
    }
    if let Some(group) = &logging.log_group {
        settings.log_group = Some(group.clone());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted() -> Wanted {
        Wanted {
            runtime: Some("python3.9".into()),
            handler: Some("h.h".into()),
            ..Default::default()
        }
    }

    fn refusal(wanted: &Wanted) -> String {
        apply(&mut defaults(), wanted).unwrap_err().message
    }

    #[test]
    fn the_defaults_are_awss() {
        let mut settings = defaults();
        apply(&mut settings, &wanted()).unwrap();
        assert_eq!((settings.timeout_seconds, settings.memory_mb), (3, 128));
        assert_eq!(settings.ephemeral_mb, 512);
    }

    #[test]
    fn numbers_are_bounded() {
        let words = refusal(&Wanted { timeout: Some(901), ..wanted() });
        assert_eq!(
            words,
            "1 validation error detected: Value '901' at 'timeout' failed to satisfy constraint: \
             Member must have value less than or equal to 900"
        );
        assert!(refusal(&Wanted { memory_size: Some(10_241), ..wanted() }).contains("memorySize"));
        assert!(refusal(&Wanted { timeout: Some(0), ..wanted() }).contains("greater than"));
    }

    #[test]
    fn reserved_and_large_environments_are_refused() {
        let environment = |name: &str, value: &str| {
            let variables = Some(BTreeMap::from([(name.to_owned(), value.to_owned())]));
            Wanted { environment: Some(Environment { variables }), ..wanted() }
        };
        assert!(refusal(&environment("AWS_REGION", "x")).ends_with("request: AWS_REGION"));
        let fits = 4096 - r#"{"K":""}"#.len();
        let long = "x".repeat(fits + 1);
        assert!(
            refusal(&environment("K", &long))
                .ends_with(&format!("the 4KB limit. String measured: {{\"K\":\"{long}\"}}"))
        );
        apply(&mut defaults(), &environment("K", &"x".repeat(fits))).unwrap();
    }

    #[test]
    fn a_package_needs_a_runtime_that_is_run_and_a_handler() {
        assert!(refusal(&Wanted { handler: None, ..wanted() }).starts_with("Runtime and Handler"));
        let java = Wanted { runtime: Some("java21".into()), ..wanted() };
        assert!(refusal(&java).starts_with("The runtime parameter of java21 is not supported: "));
    }

    #[test]
    fn extras_are_taken_as_defaults_and_refused_by_name_otherwise() {
        let harmless = Extras {
            vpc_config: Some(VpcConfig { subnet_ids: Some(vec![]), ..Default::default() }),
            layers: Some(vec![]),
            ..Default::default()
        };
        harmless.refuse().unwrap();
        let extras = Extras { layers: Some(vec!["l".into()]), ..Default::default() };
        assert_eq!(
            extras.refuse().unwrap_err().message,
            "Layers is not supported by Waterwheel yet. Leave it out, or empty."
        );
    }

    #[test]
    fn tracing_is_active_or_not() {
        let mode = |mode: &str| Wanted {
            tracing_config: Some(TracingConfig { mode: Some(mode.into()) }),
            ..wanted()
        };
        let mut settings = defaults();
        apply(&mut settings, &mode("Active")).unwrap();
        assert!(settings.active_tracing);
        apply(&mut settings, &wanted()).unwrap();
        assert!(settings.active_tracing, "what is not given stays");
        apply(&mut settings, &mode("PassThrough")).unwrap();
        assert!(!settings.active_tracing);
    }

    #[test]
    fn dead_letters_go_to_standard_queues_and_topics() {
        let config = |arn: &str| Wanted {
            dead_letter_config: Some(DeadLetterConfig { target_arn: Some(arn.into()) }),
            ..wanted()
        };
        let mut settings = defaults();
        let queue = "arn:aws:sqs:us-east-1:000000000000:q";
        apply(&mut settings, &config(queue)).unwrap();
        assert_eq!(settings.dead_letter.as_ref().map(Letterbox::arn), Some(queue));
        apply(&mut settings, &wanted()).unwrap();
        assert!(settings.dead_letter.is_some(), "what is not given stays");
        apply(&mut settings, &config("")).unwrap();
        assert_eq!(settings.dead_letter, None);
        for arn in ["arn:aws:sqs:us-east-1:000000000000:q.fifo", "arn:aws:s3:::b"] {
            assert!(refusal(&config(arn)).ends_with(&format!("(targetArn={arn}) is invalid.")));
        }
    }

    #[test]
    fn log_levels_need_json_and_may_only_be_the_default() {
        let levels = |format: &str, level: &str| Wanted {
            logging_config: Some(LoggingConfig {
                log_format: Some(format.into()),
                system_log_level: Some(level.into()),
                ..Default::default()
            }),
            ..wanted()
        };
        apply(&mut defaults(), &levels("JSON", "INFO")).unwrap();
        assert!(refusal(&levels("JSON", "DEBUG")).contains("SystemLogLevel"));
        assert!(refusal(&levels("Text", "INFO")).contains("log format is Text"));
    }
}
