// Written by `cargo xtask codegen`; changes made here are lost.

#[allow(unused_imports)]
use crate::{Kind, Length, List, Location, Map, Member, Structure, TimestampFormat};

pub static AcceleratorConfig: Structure = Structure { name: "AcceleratorConfig", payload: None, xml_namespace: None, members: &[
Member::new("AcceleratorMemorySize", Kind::integer(None, None)).required(),
] };
pub static AccountLimit: Structure = Structure { name: "AccountLimit", payload: None, xml_namespace: None, members: &[
Member::new("TotalCodeSize", Kind::integer(None, None)),
Member::new("CodeSizeUnzipped", Kind::integer(None, None)),
Member::new("CodeSizeZipped", Kind::integer(None, None)),
Member::new("ConcurrentExecutions", Kind::integer(None, None)),
Member::new("UnreservedConcurrentExecutions", Kind::integer(Some(0), None)),
] };
pub static AccountUsage: Structure = Structure { name: "AccountUsage", payload: None, xml_namespace: None, members: &[
Member::new("TotalCodeSize", Kind::integer(None, None)),
Member::new("FunctionCount", Kind::integer(None, None)),
] };
pub static AddPermissionRequest: Structure = Structure { name: "AddPermissionRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("StatementId", Kind::text(Length::new(Some(1), Some(100)), Some("([a-zA-Z0-9-_]+)"), &[])).required(),
Member::new("Action", Kind::text(Length::new(Some(0), Some(10000)), Some("(lambda:[*]|lambda:[a-zA-Z]+|[*])"), &[])).required(),
Member::new("Principal", Kind::text(Length::new(Some(0), Some(2048)), Some("[^\\s]+"), &[])).required(),
Member::new("SourceArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])),
Member::new("FunctionUrlAuthType", Kind::text(Length::new(None, None), None, &["NONE", "AWS_IAM"])),
Member::new("InvokedViaFunctionUrl", Kind::Boolean),
Member::new("SourceAccount", Kind::text(Length::new(Some(0), Some(12)), Some("\\d{12}"), &[])),
Member::new("EventSourceToken", Kind::text(Length::new(Some(0), Some(256)), Some("[a-zA-Z0-9._\\-]+"), &[])),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
Member::new("RevisionId", Kind::text(Length::new(None, None), None, &[])),
Member::new("PrincipalOrgID", Kind::text(Length::new(Some(12), Some(34)), Some("o-[a-z0-9]{10,32}"), &[])),
] };
pub static AddPermissionResponse: Structure = Structure { name: "AddPermissionResponse", payload: None, xml_namespace: None, members: &[
Member::new("Statement", Kind::text(Length::new(None, None), None, &[])),
] };
static AdditionalVersionWeights: Map = Map { length: Length::new(None, None), key: Member::new("key", Kind::text(Length::new(Some(1), Some(1024)), Some("[0-9]+"), &[])), value: Member::new("value", Kind::Float) };
pub static AliasConfiguration: Structure = Structure { name: "AliasConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("AliasArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])),
Member::new("Name", Kind::text(Length::new(Some(1), Some(128)), Some("(?!^[0-9]+$)([a-zA-Z0-9-_]+)"), &[])),
Member::new("FunctionVersion", Kind::text(Length::new(Some(1), Some(1024)), Some("(\\$LATEST|[0-9]+)"), &[])),
Member::new("Description", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("RoutingConfig", Kind::Structure(&AliasRoutingConfiguration)),
Member::new("RevisionId", Kind::text(Length::new(None, None), None, &[])),
] };
static AliasList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&AliasConfiguration)) };
pub static AliasRoutingConfiguration: Structure = Structure { name: "AliasRoutingConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("AdditionalVersionWeights", Kind::Map(&AdditionalVersionWeights)),
] };
pub static AmazonManagedKafkaEventSourceConfig: Structure = Structure { name: "AmazonManagedKafkaEventSourceConfig", payload: None, xml_namespace: None, members: &[
Member::new("ConsumerGroupId", Kind::text(Length::new(Some(1), Some(200)), Some("[ a-zA-Z0-9-\\/*:_+=.@-]*"), &[])),
Member::new("SchemaRegistryConfig", Kind::Structure(&KafkaSchemaRegistryConfig)),
] };
static ArchitecturesList: List = List { length: Length::new(Some(1), Some(1)), item: Member::new("member", Kind::text(Length::new(None, None), None, &["x86_64", "arm64"])) };
pub static CapacityProviderConfig: Structure = Structure { name: "CapacityProviderConfig", payload: None, xml_namespace: None, members: &[
Member::new("LambdaManagedInstancesCapacityProviderConfig", Kind::Structure(&LambdaManagedInstancesCapacityProviderConfig)).required(),
] };
pub static Concurrency: Structure = Structure { name: "Concurrency", payload: None, xml_namespace: None, members: &[
Member::new("ReservedConcurrentExecutions", Kind::integer(Some(0), None)),
] };
pub static CreateAliasRequest: Structure = Structure { name: "CreateAliasRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Name", Kind::text(Length::new(Some(1), Some(128)), Some("(?!^[0-9]+$)([a-zA-Z0-9-_]+)"), &[])).required(),
Member::new("FunctionVersion", Kind::text(Length::new(Some(1), Some(1024)), Some("(\\$LATEST(\\.PUBLISHED)?|[0-9]+)"), &[])).required(),
Member::new("Description", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("RoutingConfig", Kind::Structure(&AliasRoutingConfiguration)),
] };
pub static CreateEventSourceMappingRequest: Structure = Structure { name: "CreateEventSourceMappingRequest", payload: None, xml_namespace: None, members: &[
Member::new("EventSourceArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])),
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).required(),
Member::new("Enabled", Kind::Boolean),
Member::new("BatchSize", Kind::integer(Some(1), Some(10000))),
Member::new("FilterCriteria", Kind::Structure(&FilterCriteria)),
Member::new("KMSKeyArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
Member::new("MetricsConfig", Kind::Structure(&EventSourceMappingMetricsConfig)),
Member::new("LoggingConfig", Kind::Structure(&EventSourceMappingLoggingConfig)),
Member::new("ScalingConfig", Kind::Structure(&ScalingConfig)),
Member::new("MaximumBatchingWindowInSeconds", Kind::integer(Some(0), Some(300))),
Member::new("ParallelizationFactor", Kind::integer(Some(1), Some(10))),
Member::new("StartingPosition", Kind::text(Length::new(None, None), None, &["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"])),
Member::new("StartingPositionTimestamp", Kind::Timestamp(None)),
Member::new("DestinationConfig", Kind::Structure(&DestinationConfig)),
Member::new("MaximumRecordAgeInSeconds", Kind::integer(Some(-1), Some(604800))),
Member::new("BisectBatchOnFunctionError", Kind::Boolean),
Member::new("MaximumRetryAttempts", Kind::integer(Some(-1), Some(10000))),
Member::new("Tags", Kind::Map(&Tags)),
Member::new("TumblingWindowInSeconds", Kind::integer(Some(0), Some(900))),
Member::new("Topics", Kind::List(&Topics)),
Member::new("Queues", Kind::List(&Queues)),
Member::new("SourceAccessConfigurations", Kind::List(&SourceAccessConfigurations)),
Member::new("SelfManagedEventSource", Kind::Structure(&SelfManagedEventSource)),
Member::new("FunctionResponseTypes", Kind::List(&FunctionResponseTypeList)),
Member::new("AmazonManagedKafkaEventSourceConfig", Kind::Structure(&AmazonManagedKafkaEventSourceConfig)),
Member::new("SelfManagedKafkaEventSourceConfig", Kind::Structure(&SelfManagedKafkaEventSourceConfig)),
Member::new("DocumentDBEventSourceConfig", Kind::Structure(&DocumentDBEventSourceConfig)),
Member::new("ProvisionedPollerConfig", Kind::Structure(&ProvisionedPollerConfig)),
] };
pub static CreateFunctionRequest: Structure = Structure { name: "CreateFunctionRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).required(),
Member::new("Runtime", Kind::text(Length::new(None, None), None, &["nodejs", "nodejs4.3", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x", "nodejs16.x", "nodejs18.x", "nodejs20.x", "nodejs22.x", "nodejs24.x", "java8", "java8.al2", "java11", "java17", "java21", "java25", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1", "dotnet6", "dotnet8", "dotnet10", "nodejs4.3-edge", "go1.x", "ruby2.5", "ruby2.7", "ruby3.2", "ruby3.3", "ruby3.4", "ruby4.0", "provided", "provided.al2", "provided.al2023", "nodejs26.x", "python3.15", "java8.al2023", "java11.al2023", "java17.al2023", "custom"])),
Member::new("Role", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+"), &[])).required(),
Member::new("Handler", Kind::text(Length::new(Some(0), Some(128)), Some("[^\\s]+"), &[])),
Member::new("Code", Kind::Structure(&FunctionCode)).required(),
Member::new("Description", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("Timeout", Kind::integer(Some(1), Some(5400))),
Member::new("MemorySize", Kind::integer(Some(128), Some(32768))),
Member::new("Publish", Kind::Boolean),
Member::new("PublishTo", Kind::text(Length::new(None, None), None, &["LATEST_PUBLISHED"])),
Member::new("VpcConfig", Kind::Structure(&VpcConfig)),
Member::new("PackageType", Kind::text(Length::new(None, None), None, &["Zip", "Image"])),
Member::new("DeadLetterConfig", Kind::Structure(&DeadLetterConfig)),
Member::new("Environment", Kind::Structure(&Environment)),
Member::new("KMSKeyArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
Member::new("TracingConfig", Kind::Structure(&TracingConfig)),
Member::new("Tags", Kind::Map(&Tags)),
Member::new("Layers", Kind::List(&LayerList)),
Member::new("FileSystemConfigs", Kind::List(&FileSystemConfigList)),
Member::new("CodeSigningConfigArn", Kind::text(Length::new(Some(0), Some(200)), Some("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:code-signing-config:csc-[a-z0-9]{17}"), &[])),
Member::new("ImageConfig", Kind::Structure(&ImageConfig)),
Member::new("Architectures", Kind::List(&ArchitecturesList)),
Member::new("EphemeralStorage", Kind::Structure(&EphemeralStorage)),
Member::new("SnapStart", Kind::Structure(&SnapStart)),
Member::new("LoggingConfig", Kind::Structure(&LoggingConfig)),
Member::new("TenancyConfig", Kind::Structure(&TenancyConfig)),
Member::new("CapacityProviderConfig", Kind::Structure(&CapacityProviderConfig)),
Member::new("DurableConfig", Kind::Structure(&DurableConfig)),
Member::new("RuntimeConfig", Kind::Structure(&FunctionRuntimeConfig)),
Member::new("AcceleratorConfig", Kind::Structure(&AcceleratorConfig)),
] };
pub static DeadLetterConfig: Structure = Structure { name: "DeadLetterConfig", payload: None, xml_namespace: None, members: &[
Member::new("TargetArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
] };
pub static DeleteAliasRequest: Structure = Structure { name: "DeleteAliasRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Name", Kind::text(Length::new(Some(1), Some(128)), Some("(?!^[0-9]+$)([a-zA-Z0-9-_]+)"), &[])).at(Location::Uri).required(),
] };
pub static DeleteEventSourceMappingRequest: Structure = Structure { name: "DeleteEventSourceMappingRequest", payload: None, xml_namespace: None, members: &[
Member::new("UUID", Kind::text(Length::new(Some(36), Some(36)), None, &[])).at(Location::Uri).required(),
] };
pub static DeleteFunctionConcurrencyRequest: Structure = Structure { name: "DeleteFunctionConcurrencyRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
] };
pub static DeleteFunctionEventInvokeConfigRequest: Structure = Structure { name: "DeleteFunctionEventInvokeConfigRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
] };
pub static DeleteFunctionRequest: Structure = Structure { name: "DeleteFunctionRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
] };
pub static DeleteFunctionResponse: Structure = Structure { name: "DeleteFunctionResponse", payload: None, xml_namespace: None, members: &[
Member::new("StatusCode", Kind::integer(None, None)).at(Location::Status),
] };
pub static DestinationConfig: Structure = Structure { name: "DestinationConfig", payload: None, xml_namespace: None, members: &[
Member::new("OnSuccess", Kind::Structure(&OnSuccess)),
Member::new("OnFailure", Kind::Structure(&OnFailure)),
] };
pub static DocumentDBEventSourceConfig: Structure = Structure { name: "DocumentDBEventSourceConfig", payload: None, xml_namespace: None, members: &[
Member::new("DatabaseName", Kind::text(Length::new(Some(1), Some(63)), Some("[^ /\\.$\\x22]*"), &[])),
Member::new("CollectionName", Kind::text(Length::new(Some(1), Some(57)), Some("(^(?!(system\\x2e)))(^[_a-zA-Z0-9])([^$]*)"), &[])),
Member::new("FullDocument", Kind::text(Length::new(None, None), None, &["UpdateLookup", "Default"])),
] };
pub static DurableConfig: Structure = Structure { name: "DurableConfig", payload: None, xml_namespace: None, members: &[
Member::new("KMSKeyArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
Member::new("RetentionPeriodInDays", Kind::integer(Some(1), Some(90))),
Member::new("ExecutionTimeout", Kind::integer(Some(1), Some(31622400))),
] };
static EndpointLists: List = List { length: Length::new(Some(1), Some(10)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(300)), Some("(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]*[a-zA-Z0-9])\\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\\-]*[A-Za-z0-9]):[0-9]{1,5}"), &[])) };
static Endpoints: Map = Map { length: Length::new(Some(1), Some(2)), key: Member::new("key", Kind::text(Length::new(None, None), None, &["KAFKA_BOOTSTRAP_SERVERS"])), value: Member::new("value", Kind::List(&EndpointLists)) };
pub static Environment: Structure = Structure { name: "Environment", payload: None, xml_namespace: None, members: &[
Member::new("Variables", Kind::Map(&EnvironmentVariables)),
] };
pub static EnvironmentError: Structure = Structure { name: "EnvironmentError", payload: None, xml_namespace: None, members: &[
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])),
Member::new("Message", Kind::secret(Length::new(None, None), None)),
] };
pub static EnvironmentResponse: Structure = Structure { name: "EnvironmentResponse", payload: None, xml_namespace: None, members: &[
Member::new("Variables", Kind::Map(&EnvironmentVariables)),
Member::new("Error", Kind::Structure(&EnvironmentError)),
] };
static EnvironmentVariables: Map = Map { length: Length::new(None, None), key: Member::new("key", Kind::secret(Length::new(None, None), Some("[a-zA-Z]([a-zA-Z0-9_])+"))), value: Member::new("value", Kind::secret(Length::new(None, None), None)) };
pub static EphemeralStorage: Structure = Structure { name: "EphemeralStorage", payload: None, xml_namespace: None, members: &[
Member::new("Size", Kind::integer(Some(512), Some(32768))).required(),
] };
pub static EventSourceMappingConfiguration: Structure = Structure { name: "EventSourceMappingConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("UUID", Kind::text(Length::new(Some(36), Some(36)), None, &[])),
Member::new("StartingPosition", Kind::text(Length::new(None, None), None, &["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"])),
Member::new("StartingPositionTimestamp", Kind::Timestamp(None)),
Member::new("BatchSize", Kind::integer(Some(1), Some(10000))),
Member::new("MaximumBatchingWindowInSeconds", Kind::integer(Some(0), Some(300))),
Member::new("ParallelizationFactor", Kind::integer(Some(1), Some(10))),
Member::new("EventSourceArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])),
Member::new("FilterCriteria", Kind::Structure(&FilterCriteria)),
Member::new("FilterCriteriaError", Kind::Structure(&FilterCriteriaError)),
Member::new("KMSKeyArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
Member::new("MetricsConfig", Kind::Structure(&EventSourceMappingMetricsConfig)),
Member::new("LoggingConfig", Kind::Structure(&EventSourceMappingLoggingConfig)),
Member::new("ScalingConfig", Kind::Structure(&ScalingConfig)),
Member::new("FunctionArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])),
Member::new("LastModified", Kind::Timestamp(None)),
Member::new("LastProcessingResult", Kind::text(Length::new(None, None), None, &[])),
Member::new("State", Kind::text(Length::new(None, None), None, &[])),
Member::new("StateTransitionReason", Kind::text(Length::new(None, None), None, &[])),
Member::new("DestinationConfig", Kind::Structure(&DestinationConfig)),
Member::new("Topics", Kind::List(&Topics)),
Member::new("Queues", Kind::List(&Queues)),
Member::new("SourceAccessConfigurations", Kind::List(&SourceAccessConfigurations)),
Member::new("SelfManagedEventSource", Kind::Structure(&SelfManagedEventSource)),
Member::new("MaximumRecordAgeInSeconds", Kind::integer(Some(-1), Some(604800))),
Member::new("BisectBatchOnFunctionError", Kind::Boolean),
Member::new("MaximumRetryAttempts", Kind::integer(Some(-1), Some(10000))),
Member::new("TumblingWindowInSeconds", Kind::integer(Some(0), Some(900))),
Member::new("FunctionResponseTypes", Kind::List(&FunctionResponseTypeList)),
Member::new("AmazonManagedKafkaEventSourceConfig", Kind::Structure(&AmazonManagedKafkaEventSourceConfig)),
Member::new("SelfManagedKafkaEventSourceConfig", Kind::Structure(&SelfManagedKafkaEventSourceConfig)),
Member::new("DocumentDBEventSourceConfig", Kind::Structure(&DocumentDBEventSourceConfig)),
Member::new("EventSourceMappingArn", Kind::text(Length::new(Some(85), Some(120)), Some("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"), &[])),
Member::new("ProvisionedPollerConfig", Kind::Structure(&ProvisionedPollerConfig)),
] };
pub static EventSourceMappingLoggingConfig: Structure = Structure { name: "EventSourceMappingLoggingConfig", payload: None, xml_namespace: None, members: &[
Member::new("SystemLogLevel", Kind::text(Length::new(None, None), None, &["DEBUG", "INFO", "WARN"])),
] };
static EventSourceMappingMetricList: List = List { length: Length::new(Some(0), Some(3)), item: Member::new("member", Kind::text(Length::new(None, None), None, &["EventCount", "ErrorCount", "KafkaMetrics"])) };
pub static EventSourceMappingMetricsConfig: Structure = Structure { name: "EventSourceMappingMetricsConfig", payload: None, xml_namespace: None, members: &[
Member::new("Metrics", Kind::List(&EventSourceMappingMetricList)),
] };
static EventSourceMappingsList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&EventSourceMappingConfiguration)) };
pub static FileSystemConfig: Structure = Structure { name: "FileSystemConfig", payload: None, xml_namespace: None, members: &[
Member::new("Arn", Kind::text(Length::new(Some(0), Some(256)), Some("arn:aws[a-zA-Z-]*:elasticfilesystem:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:access-point/fsap-[a-f0-9]{17}$|^arn:aws[-a-z]*:s3files:[0-9a-z-:]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40}"), &[])).required(),
Member::new("LocalMountPath", Kind::text(Length::new(Some(0), Some(160)), Some("/mnt/[a-zA-Z0-9-_.]+"), &[])).required(),
Member::new("S3FilesConfig", Kind::Structure(&S3FilesConfig)),
] };
static FileSystemConfigList: List = List { length: Length::new(Some(0), Some(1)), item: Member::new("member", Kind::Structure(&FileSystemConfig)) };
pub static Filter: Structure = Structure { name: "Filter", payload: None, xml_namespace: None, members: &[
Member::new("Pattern", Kind::text(Length::new(Some(0), Some(4096)), Some("[\\s\\S]*"), &[])),
] };
pub static FilterCriteria: Structure = Structure { name: "FilterCriteria", payload: None, xml_namespace: None, members: &[
Member::new("Filters", Kind::List(&FilterList)),
] };
pub static FilterCriteriaError: Structure = Structure { name: "FilterCriteriaError", payload: None, xml_namespace: None, members: &[
Member::new("ErrorCode", Kind::text(Length::new(Some(10), Some(50)), Some("[A-Za-z]+Exception"), &[])),
Member::new("Message", Kind::text(Length::new(Some(10), Some(2048)), Some(".*"), &[])),
] };
static FilterList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Filter)) };
pub static FunctionCode: Structure = Structure { name: "FunctionCode", payload: None, xml_namespace: None, members: &[
Member::new("ZipFile", Kind::Blob(Length::new(None, None))),
Member::new("S3Bucket", Kind::text(Length::new(Some(3), Some(63)), Some("[0-9A-Za-z\\.\\-_]*(?<!\\.)"), &[])),
Member::new("S3Key", Kind::text(Length::new(Some(1), Some(1024)), Some(".*"), &[])),
Member::new("S3ObjectVersion", Kind::text(Length::new(Some(1), Some(1024)), Some(".*"), &[])),
Member::new("S3ObjectStorageMode", Kind::text(Length::new(None, None), None, &["COPY", "REFERENCE"])),
Member::new("ImageUri", Kind::text(Length::new(None, None), None, &[])),
Member::new("SourceKMSKeyArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
] };
pub static FunctionCodeLocation: Structure = Structure { name: "FunctionCodeLocation", payload: None, xml_namespace: None, members: &[
Member::new("RepositoryType", Kind::text(Length::new(None, None), None, &[])),
Member::new("Location", Kind::text(Length::new(Some(0), Some(10000)), None, &[])),
Member::new("ImageUri", Kind::text(Length::new(None, None), None, &[])),
Member::new("ResolvedImageUri", Kind::text(Length::new(None, None), None, &[])),
Member::new("ResolvedS3Object", Kind::Structure(&ResolvedS3Object)),
Member::new("SourceKMSKeyArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
Member::new("Error", Kind::Structure(&FunctionCodeLocationError)),
] };
pub static FunctionCodeLocationError: Structure = Structure { name: "FunctionCodeLocationError", payload: None, xml_namespace: None, members: &[
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])),
Member::new("Message", Kind::secret(Length::new(None, None), None)),
] };
pub static FunctionConfiguration: Structure = Structure { name: "FunctionConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])),
Member::new("FunctionArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_\\.]+(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])),
Member::new("Runtime", Kind::text(Length::new(None, None), None, &["nodejs", "nodejs4.3", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x", "nodejs16.x", "nodejs18.x", "nodejs20.x", "nodejs22.x", "nodejs24.x", "java8", "java8.al2", "java11", "java17", "java21", "java25", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1", "dotnet6", "dotnet8", "dotnet10", "nodejs4.3-edge", "go1.x", "ruby2.5", "ruby2.7", "ruby3.2", "ruby3.3", "ruby3.4", "ruby4.0", "provided", "provided.al2", "provided.al2023", "nodejs26.x", "python3.15", "java8.al2023", "java11.al2023", "java17.al2023", "custom"])),
Member::new("Role", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+"), &[])),
Member::new("Handler", Kind::text(Length::new(Some(0), Some(128)), Some("[^\\s]+"), &[])),
Member::new("CodeSize", Kind::integer(None, None)),
Member::new("Description", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("Timeout", Kind::integer(Some(1), Some(5400))),
Member::new("MemorySize", Kind::integer(Some(128), Some(32768))),
Member::new("LastModified", Kind::text(Length::new(Some(0), Some(100)), Some(".*"), &[])),
Member::new("CodeSha256", Kind::text(Length::new(None, None), None, &[])),
Member::new("Version", Kind::text(Length::new(Some(1), Some(1024)), Some("(\\$LATEST|[0-9]+)"), &[])),
Member::new("VpcConfig", Kind::Structure(&VpcConfigResponse)),
Member::new("DeadLetterConfig", Kind::Structure(&DeadLetterConfig)),
Member::new("Environment", Kind::Structure(&EnvironmentResponse)),
Member::new("KMSKeyArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
Member::new("TracingConfig", Kind::Structure(&TracingConfigResponse)),
Member::new("MasterArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])),
Member::new("RevisionId", Kind::text(Length::new(None, None), None, &[])),
Member::new("Layers", Kind::List(&LayersReferenceList)),
Member::new("State", Kind::text(Length::new(None, None), None, &["Pending", "Active", "Inactive", "Failed", "Deactivating", "Deactivated", "ActiveNonInvocable", "Deleting"])),
Member::new("StateReason", Kind::text(Length::new(None, None), None, &[])),
Member::new("StateReasonCode", Kind::text(Length::new(None, None), None, &["Idle", "Creating", "Restoring", "EniLimitExceeded", "InsufficientRolePermissions", "InvalidConfiguration", "InternalError", "SubnetOutOfIPAddresses", "InvalidSubnet", "InvalidSecurityGroup", "ImageDeleted", "ImageAccessDenied", "InvalidImage", "KMSKeyAccessDenied", "KMSKeyNotFound", "InvalidStateKMSKey", "DisabledKMSKey", "EFSIOError", "EFSMountConnectivityError", "EFSMountFailure", "EFSMountTimeout", "InvalidRuntime", "InvalidZipFileException", "FunctionError", "ServiceQuotaExceededException", "VcpuLimitExceeded", "CapacityProviderScalingLimitExceeded", "InsufficientCapacity", "EC2RequestLimitExceeded", "FunctionError.InitTimeout", "FunctionError.RuntimeInitError", "FunctionError.ExtensionInitError", "FunctionError.InvalidEntryPoint", "FunctionError.InvalidWorkingDirectory", "FunctionError.PermissionDenied", "FunctionError.TooManyExtensions", "FunctionError.InitResourceExhausted", "DisallowedByVpcEncryptionControl", "DrainingDurableExecutions", "IncompatibleAcceleratorInstanceTypes", "DependencyError"])),
Member::new("LastUpdateStatus", Kind::text(Length::new(None, None), None, &["Successful", "Failed", "InProgress"])),
Member::new("LastUpdateStatusReason", Kind::text(Length::new(None, None), None, &[])),
Member::new("LastUpdateStatusReasonCode", Kind::text(Length::new(None, None), None, &["EniLimitExceeded", "InsufficientRolePermissions", "InvalidConfiguration", "InternalError", "SubnetOutOfIPAddresses", "InvalidSubnet", "InvalidSecurityGroup", "ImageDeleted", "ImageAccessDenied", "InvalidImage", "KMSKeyAccessDenied", "KMSKeyNotFound", "InvalidStateKMSKey", "DisabledKMSKey", "EFSIOError", "EFSMountConnectivityError", "EFSMountFailure", "EFSMountTimeout", "InvalidRuntime", "InvalidZipFileException", "FunctionError", "ServiceQuotaExceededException", "VcpuLimitExceeded", "CapacityProviderScalingLimitExceeded", "InsufficientCapacity", "EC2RequestLimitExceeded", "FunctionError.InitTimeout", "FunctionError.RuntimeInitError", "FunctionError.ExtensionInitError", "FunctionError.InvalidEntryPoint", "FunctionError.InvalidWorkingDirectory", "FunctionError.PermissionDenied", "FunctionError.TooManyExtensions", "FunctionError.InitResourceExhausted", "DisallowedByVpcEncryptionControl", "IncompatibleAcceleratorInstanceTypes", "DependencyError"])),
Member::new("FileSystemConfigs", Kind::List(&FileSystemConfigList)),
Member::new("SigningProfileVersionArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])),
Member::new("SigningJobArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])),
Member::new("PackageType", Kind::text(Length::new(None, None), None, &["Zip", "Image"])),
Member::new("ImageConfigResponse", Kind::Structure(&ImageConfigResponse)),
Member::new("Architectures", Kind::List(&ArchitecturesList)),
Member::new("EphemeralStorage", Kind::Structure(&EphemeralStorage)),
Member::new("SnapStart", Kind::Structure(&SnapStartResponse)),
Member::new("RuntimeVersionConfig", Kind::Structure(&RuntimeVersionConfig)),
Member::new("LoggingConfig", Kind::Structure(&LoggingConfig)),
Member::new("TenancyConfig", Kind::Structure(&TenancyConfig)),
Member::new("CapacityProviderConfig", Kind::Structure(&CapacityProviderConfig)),
Member::new("ConfigSha256", Kind::text(Length::new(None, None), None, &[])),
Member::new("DurableConfig", Kind::Structure(&DurableConfig)),
Member::new("RuntimeConfig", Kind::Structure(&FunctionRuntimeConfig)),
Member::new("AcceleratorConfig", Kind::Structure(&AcceleratorConfig)),
] };
pub static FunctionEventInvokeConfig: Structure = Structure { name: "FunctionEventInvokeConfig", payload: None, xml_namespace: None, members: &[
Member::new("LastModified", Kind::Timestamp(None)),
Member::new("FunctionArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])),
Member::new("MaximumRetryAttempts", Kind::integer(Some(0), Some(2))),
Member::new("MaximumEventAgeInSeconds", Kind::integer(Some(60), Some(21600))),
Member::new("DestinationConfig", Kind::Structure(&DestinationConfig)),
] };
static FunctionEventInvokeConfigList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&FunctionEventInvokeConfig)) };
static FunctionList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&FunctionConfiguration)) };
static FunctionResponseTypeList: List = List { length: Length::new(Some(0), Some(1)), item: Member::new("member", Kind::text(Length::new(None, None), None, &["ReportBatchItemFailures"])) };
pub static FunctionRuntimeConfig: Structure = Structure { name: "FunctionRuntimeConfig", payload: None, xml_namespace: None, members: &[
Member::new("RuntimeArn", Kind::text(Length::new(Some(48), Some(2048)), Some("arn:[a-z-]+:lambda:[a-z0-9-]+:\\d{12}:runtime/.+"), &[])).required(),
Member::new("RuntimeAlias", Kind::text(Length::new(Some(1), Some(128)), None, &[])).required(),
] };
pub static GetAccountSettingsRequest: Structure = Structure { name: "GetAccountSettingsRequest", payload: None, xml_namespace: None, members: &[
] };
pub static GetAccountSettingsResponse: Structure = Structure { name: "GetAccountSettingsResponse", payload: None, xml_namespace: None, members: &[
Member::new("AccountLimit", Kind::Structure(&AccountLimit)),
Member::new("AccountUsage", Kind::Structure(&AccountUsage)),
] };
pub static GetAliasRequest: Structure = Structure { name: "GetAliasRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Name", Kind::text(Length::new(Some(1), Some(128)), Some("(?!^[0-9]+$)([a-zA-Z0-9-_]+)"), &[])).at(Location::Uri).required(),
] };
pub static GetEventSourceMappingRequest: Structure = Structure { name: "GetEventSourceMappingRequest", payload: None, xml_namespace: None, members: &[
Member::new("UUID", Kind::text(Length::new(Some(36), Some(36)), None, &[])).at(Location::Uri).required(),
] };
pub static GetFunctionCodeSigningConfigRequest: Structure = Structure { name: "GetFunctionCodeSigningConfigRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
] };
pub static GetFunctionCodeSigningConfigResponse: Structure = Structure { name: "GetFunctionCodeSigningConfigResponse", payload: None, xml_namespace: None, members: &[
Member::new("CodeSigningConfigArn", Kind::text(Length::new(Some(0), Some(200)), Some("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:code-signing-config:csc-[a-z0-9]{17}"), &[])),
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])),
] };
pub static GetFunctionConcurrencyRequest: Structure = Structure { name: "GetFunctionConcurrencyRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
] };
pub static GetFunctionConcurrencyResponse: Structure = Structure { name: "GetFunctionConcurrencyResponse", payload: None, xml_namespace: None, members: &[
Member::new("ReservedConcurrentExecutions", Kind::integer(Some(0), None)),
] };
pub static GetFunctionConfigurationRequest: Structure = Structure { name: "GetFunctionConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
] };
pub static GetFunctionEventInvokeConfigRequest: Structure = Structure { name: "GetFunctionEventInvokeConfigRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
] };
pub static GetFunctionRecursionConfigRequest: Structure = Structure { name: "GetFunctionRecursionConfigRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)"), &[])).at(Location::Uri).required(),
] };
pub static GetFunctionRecursionConfigResponse: Structure = Structure { name: "GetFunctionRecursionConfigResponse", payload: None, xml_namespace: None, members: &[
Member::new("RecursiveLoop", Kind::text(Length::new(None, None), None, &["Allow", "Terminate"])),
] };
pub static GetFunctionRequest: Structure = Structure { name: "GetFunctionRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
] };
pub static GetFunctionResponse: Structure = Structure { name: "GetFunctionResponse", payload: None, xml_namespace: None, members: &[
Member::new("Configuration", Kind::Structure(&FunctionConfiguration)),
Member::new("Code", Kind::Structure(&FunctionCodeLocation)),
Member::new("Tags", Kind::Map(&Tags)),
Member::new("TagsError", Kind::Structure(&TagsError)),
Member::new("Concurrency", Kind::Structure(&Concurrency)),
] };
pub static GetPolicyRequest: Structure = Structure { name: "GetPolicyRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
] };
pub static GetPolicyResponse: Structure = Structure { name: "GetPolicyResponse", payload: None, xml_namespace: None, members: &[
Member::new("Policy", Kind::text(Length::new(None, None), None, &[])),
Member::new("RevisionId", Kind::text(Length::new(None, None), None, &[])),
] };
pub static GetRuntimeManagementConfigRequest: Structure = Structure { name: "GetRuntimeManagementConfigRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
] };
pub static GetRuntimeManagementConfigResponse: Structure = Structure { name: "GetRuntimeManagementConfigResponse", payload: None, xml_namespace: None, members: &[
Member::new("UpdateRuntimeOn", Kind::text(Length::new(None, None), None, &["Auto", "Manual", "FunctionUpdate"])),
Member::new("FunctionArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_\\.]+(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])),
Member::new("RuntimeVersionArn", Kind::text(Length::new(Some(26), Some(2048)), Some("((arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}::runtime:.+)|(arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:runtime/[A-Za-z0-9_.-]{1,128}/version/[A-Za-z0-9_.-]{1,128}))"), &[])),
] };
pub static ImageConfig: Structure = Structure { name: "ImageConfig", payload: None, xml_namespace: None, members: &[
Member::new("EntryPoint", Kind::List(&StringList)),
Member::new("Command", Kind::List(&StringList)),
Member::new("WorkingDirectory", Kind::text(Length::new(Some(0), Some(1000)), None, &[])),
] };
pub static ImageConfigError: Structure = Structure { name: "ImageConfigError", payload: None, xml_namespace: None, members: &[
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])),
Member::new("Message", Kind::secret(Length::new(None, None), None)),
] };
pub static ImageConfigResponse: Structure = Structure { name: "ImageConfigResponse", payload: None, xml_namespace: None, members: &[
Member::new("ImageConfig", Kind::Structure(&ImageConfig)),
Member::new("Error", Kind::Structure(&ImageConfigError)),
] };
pub static InvocationRequest: Structure = Structure { name: "InvocationRequest", payload: Some(5), xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("InvocationType", Kind::text(Length::new(None, None), None, &["Event", "RequestResponse", "DryRun"])).wire("X-Amz-Invocation-Type").at(Location::Header),
Member::new("LogType", Kind::text(Length::new(None, None), None, &["None", "Tail"])).wire("X-Amz-Log-Type").at(Location::Header),
Member::new("ClientContext", Kind::text(Length::new(None, None), None, &[])).wire("X-Amz-Client-Context").at(Location::Header),
Member::new("DurableExecutionName", Kind::text(Length::new(Some(1), Some(64)), Some("[a-zA-Z0-9-_]+"), &[])).wire("X-Amz-Durable-Execution-Name").at(Location::Header),
Member::new("Payload", Kind::Blob(Length::new(None, None))),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
Member::new("TenantId", Kind::text(Length::new(Some(1), Some(256)), Some("[a-zA-Z0-9\\._:\\/=+\\-@ ]+"), &[])).wire("X-Amz-Tenant-Id").at(Location::Header),
] };
pub static InvocationResponse: Structure = Structure { name: "InvocationResponse", payload: Some(3), xml_namespace: None, members: &[
Member::new("StatusCode", Kind::integer(None, None)).at(Location::Status),
Member::new("FunctionError", Kind::text(Length::new(None, None), None, &[])).wire("X-Amz-Function-Error").at(Location::Header),
Member::new("LogResult", Kind::text(Length::new(None, None), None, &[])).wire("X-Amz-Log-Result").at(Location::Header),
Member::new("Payload", Kind::Blob(Length::new(None, None))),
Member::new("ExecutedVersion", Kind::text(Length::new(Some(1), Some(1024)), Some("(\\$LATEST|[0-9]+)"), &[])).wire("X-Amz-Executed-Version").at(Location::Header),
Member::new("DurableExecutionArn", Kind::text(Length::new(Some(1), Some(1024)), Some("arn:([a-zA-Z0-9-]+):lambda:([a-zA-Z0-9-]+):(\\d{12}):function:([a-zA-Z0-9_-]+):(\\$LATEST(?:\\.PUBLISHED)?|[0-9]+)/durable-execution/([a-zA-Z0-9_-]+)/([a-zA-Z0-9_-]+)"), &[])).wire("X-Amz-Durable-Execution-Arn").at(Location::Header),
] };
pub static KafkaSchemaRegistryAccessConfig: Structure = Structure { name: "KafkaSchemaRegistryAccessConfig", payload: None, xml_namespace: None, members: &[
Member::new("Type", Kind::text(Length::new(None, None), None, &["BASIC_AUTH", "CLIENT_CERTIFICATE_TLS_AUTH", "SERVER_ROOT_CA_CERTIFICATE", "OAUTHBEARER_AUTH"])),
Member::new("URI", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])),
] };
static KafkaSchemaRegistryAccessConfigList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&KafkaSchemaRegistryAccessConfig)) };
pub static KafkaSchemaRegistryConfig: Structure = Structure { name: "KafkaSchemaRegistryConfig", payload: None, xml_namespace: None, members: &[
Member::new("SchemaRegistryURI", Kind::text(Length::new(Some(1), Some(10000)), Some("[a-zA-Z0-9-\\/*:_+=.@-]*"), &[])),
Member::new("EventRecordFormat", Kind::text(Length::new(None, None), None, &["JSON", "SOURCE"])),
Member::new("AccessConfigs", Kind::List(&KafkaSchemaRegistryAccessConfigList)),
Member::new("SchemaValidationConfigs", Kind::List(&KafkaSchemaValidationConfigList)),
] };
pub static KafkaSchemaValidationConfig: Structure = Structure { name: "KafkaSchemaValidationConfig", payload: None, xml_namespace: None, members: &[
Member::new("Attribute", Kind::text(Length::new(None, None), None, &["KEY", "VALUE"])),
] };
static KafkaSchemaValidationConfigList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&KafkaSchemaValidationConfig)) };
pub static LambdaManagedInstancesCapacityProviderConfig: Structure = Structure { name: "LambdaManagedInstancesCapacityProviderConfig", payload: None, xml_namespace: None, members: &[
Member::new("CapacityProviderArn", Kind::text(Length::new(Some(1), Some(140)), Some("arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:capacity-provider:[a-zA-Z0-9-_]+"), &[])).required(),
Member::new("PerExecutionEnvironmentMaxConcurrency", Kind::integer(Some(1), Some(1600))),
Member::new("ExecutionEnvironmentMemoryGiBPerVCpu", Kind::Float),
] };
pub static Layer: Structure = Structure { name: "Layer", payload: None, xml_namespace: None, members: &[
Member::new("Arn", Kind::text(Length::new(Some(1), Some(2048)), Some("((arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+))"), &[])),
Member::new("CodeSize", Kind::integer(None, None)),
Member::new("SigningProfileVersionArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])),
Member::new("SigningJobArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])),
] };
static LayerList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(1), Some(2048)), Some("((arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+))"), &[])) };
static LayersReferenceList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::Structure(&Layer)) };
pub static ListAliasesRequest: Structure = Structure { name: "ListAliasesRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("FunctionVersion", Kind::text(Length::new(Some(1), Some(1024)), Some("(\\$LATEST(\\.PUBLISHED)?|[0-9]+)"), &[])).at(Location::Query),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])).at(Location::Query),
Member::new("MaxItems", Kind::integer(Some(1), Some(10000))).at(Location::Query),
] };
pub static ListAliasesResponse: Structure = Structure { name: "ListAliasesResponse", payload: None, xml_namespace: None, members: &[
Member::new("NextMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("Aliases", Kind::List(&AliasList)),
] };
pub static ListEventSourceMappingsRequest: Structure = Structure { name: "ListEventSourceMappingsRequest", payload: None, xml_namespace: None, members: &[
Member::new("EventSourceArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])).at(Location::Query),
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Query),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])).at(Location::Query),
Member::new("MaxItems", Kind::integer(Some(1), Some(10000))).at(Location::Query),
] };
pub static ListEventSourceMappingsResponse: Structure = Structure { name: "ListEventSourceMappingsResponse", payload: None, xml_namespace: None, members: &[
Member::new("NextMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("EventSourceMappings", Kind::List(&EventSourceMappingsList)),
] };
pub static ListFunctionEventInvokeConfigsRequest: Structure = Structure { name: "ListFunctionEventInvokeConfigsRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])).at(Location::Query),
Member::new("MaxItems", Kind::integer(Some(1), Some(50))).at(Location::Query),
] };
pub static ListFunctionEventInvokeConfigsResponse: Structure = Structure { name: "ListFunctionEventInvokeConfigsResponse", payload: None, xml_namespace: None, members: &[
Member::new("FunctionEventInvokeConfigs", Kind::List(&FunctionEventInvokeConfigList)),
Member::new("NextMarker", Kind::text(Length::new(None, None), None, &[])),
] };
pub static ListFunctionsRequest: Structure = Structure { name: "ListFunctionsRequest", payload: None, xml_namespace: None, members: &[
Member::new("MasterRegion", Kind::text(Length::new(Some(1), Some(50)), Some("ALL|(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}"), &[])).at(Location::Query),
Member::new("FunctionVersion", Kind::text(Length::new(None, None), None, &["ALL"])).at(Location::Query),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])).at(Location::Query),
Member::new("MaxItems", Kind::integer(Some(1), Some(10000))).at(Location::Query),
] };
pub static ListFunctionsResponse: Structure = Structure { name: "ListFunctionsResponse", payload: None, xml_namespace: None, members: &[
Member::new("NextMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("Functions", Kind::List(&FunctionList)),
] };
pub static ListTagsRequest: Structure = Structure { name: "ListTagsRequest", payload: None, xml_namespace: None, members: &[
Member::new("Resource", Kind::text(Length::new(Some(1), Some(10000)), Some("arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|(capacity-provider|network-connector):[a-zA-Z0-9-_]{1,64})"), &[])).at(Location::Uri).required(),
] };
pub static ListTagsResponse: Structure = Structure { name: "ListTagsResponse", payload: None, xml_namespace: None, members: &[
Member::new("Tags", Kind::Map(&Tags)),
] };
pub static ListVersionsByFunctionRequest: Structure = Structure { name: "ListVersionsByFunctionRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Marker", Kind::text(Length::new(None, None), None, &[])).at(Location::Query),
Member::new("MaxItems", Kind::integer(Some(1), Some(10000))).at(Location::Query),
] };
pub static ListVersionsByFunctionResponse: Structure = Structure { name: "ListVersionsByFunctionResponse", payload: None, xml_namespace: None, members: &[
Member::new("NextMarker", Kind::text(Length::new(None, None), None, &[])),
Member::new("Versions", Kind::List(&FunctionList)),
] };
pub static LoggingConfig: Structure = Structure { name: "LoggingConfig", payload: None, xml_namespace: None, members: &[
Member::new("LogFormat", Kind::text(Length::new(None, None), None, &["JSON", "Text"])),
Member::new("ApplicationLogLevel", Kind::text(Length::new(None, None), None, &["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"])),
Member::new("SystemLogLevel", Kind::text(Length::new(None, None), None, &["DEBUG", "INFO", "WARN"])),
Member::new("LogGroup", Kind::text(Length::new(Some(1), Some(512)), Some("[\\.\\-_/#A-Za-z0-9]+"), &[])),
] };
pub static OnFailure: Structure = Structure { name: "OnFailure", payload: None, xml_namespace: None, members: &[
Member::new("Destination", Kind::text(Length::new(Some(0), Some(350)), Some("$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])),
] };
pub static OnSuccess: Structure = Structure { name: "OnSuccess", payload: None, xml_namespace: None, members: &[
Member::new("Destination", Kind::text(Length::new(Some(0), Some(350)), Some("$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"), &[])),
] };
pub static ProvisionedPollerConfig: Structure = Structure { name: "ProvisionedPollerConfig", payload: None, xml_namespace: None, members: &[
Member::new("MinimumPollers", Kind::integer(Some(1), Some(200))),
Member::new("MaximumPollers", Kind::integer(Some(1), Some(10000))),
Member::new("PollerGroupName", Kind::text(Length::new(Some(0), Some(128)), Some("[a-zA-Z0-9-_]*"), &[])),
] };
pub static PublishVersionRequest: Structure = Structure { name: "PublishVersionRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("CodeSha256", Kind::text(Length::new(None, None), None, &[])),
Member::new("Description", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("RevisionId", Kind::text(Length::new(None, None), None, &[])),
Member::new("PublishTo", Kind::text(Length::new(None, None), None, &["LATEST_PUBLISHED"])),
] };
pub static PutFunctionConcurrencyRequest: Structure = Structure { name: "PutFunctionConcurrencyRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("ReservedConcurrentExecutions", Kind::integer(Some(0), None)).required(),
] };
pub static PutFunctionEventInvokeConfigRequest: Structure = Structure { name: "PutFunctionEventInvokeConfigRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
Member::new("MaximumRetryAttempts", Kind::integer(Some(0), Some(2))),
Member::new("MaximumEventAgeInSeconds", Kind::integer(Some(60), Some(21600))),
Member::new("DestinationConfig", Kind::Structure(&DestinationConfig)),
] };
pub static PutFunctionRecursionConfigRequest: Structure = Structure { name: "PutFunctionRecursionConfigRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)"), &[])).at(Location::Uri).required(),
Member::new("RecursiveLoop", Kind::text(Length::new(None, None), None, &["Allow", "Terminate"])).required(),
] };
pub static PutFunctionRecursionConfigResponse: Structure = Structure { name: "PutFunctionRecursionConfigResponse", payload: None, xml_namespace: None, members: &[
Member::new("RecursiveLoop", Kind::text(Length::new(None, None), None, &["Allow", "Terminate"])),
] };
pub static PutRuntimeManagementConfigRequest: Structure = Structure { name: "PutRuntimeManagementConfigRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
Member::new("UpdateRuntimeOn", Kind::text(Length::new(None, None), None, &["Auto", "Manual", "FunctionUpdate"])).required(),
Member::new("RuntimeVersionArn", Kind::text(Length::new(Some(26), Some(2048)), Some("((arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}::runtime:.+)|(arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:runtime/[A-Za-z0-9_.-]{1,128}/version/[A-Za-z0-9_.-]{1,128}))"), &[])),
] };
pub static PutRuntimeManagementConfigResponse: Structure = Structure { name: "PutRuntimeManagementConfigResponse", payload: None, xml_namespace: None, members: &[
Member::new("UpdateRuntimeOn", Kind::text(Length::new(None, None), None, &["Auto", "Manual", "FunctionUpdate"])).required(),
Member::new("FunctionArn", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).required(),
Member::new("RuntimeVersionArn", Kind::text(Length::new(Some(26), Some(2048)), Some("((arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}::runtime:.+)|(arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:runtime/[A-Za-z0-9_.-]{1,128}/version/[A-Za-z0-9_.-]{1,128}))"), &[])),
] };
static Queues: List = List { length: Length::new(Some(1), Some(1)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(1000)), Some("[\\s\\S]*"), &[])) };
pub static RemovePermissionRequest: Structure = Structure { name: "RemovePermissionRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("StatementId", Kind::text(Length::new(Some(1), Some(100)), Some("([a-zA-Z0-9-_.]+)"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
Member::new("RevisionId", Kind::text(Length::new(None, None), None, &[])).at(Location::Query),
] };
pub static ResolvedS3Object: Structure = Structure { name: "ResolvedS3Object", payload: None, xml_namespace: None, members: &[
Member::new("S3Bucket", Kind::text(Length::new(Some(3), Some(63)), Some("[0-9A-Za-z\\.\\-_]*(?<!\\.)"), &[])),
Member::new("S3Key", Kind::text(Length::new(Some(1), Some(1024)), Some(".*"), &[])),
Member::new("S3ObjectVersion", Kind::text(Length::new(Some(1), Some(1024)), Some(".*"), &[])),
] };
pub static RuntimeVersionConfig: Structure = Structure { name: "RuntimeVersionConfig", payload: None, xml_namespace: None, members: &[
Member::new("RuntimeVersionArn", Kind::text(Length::new(Some(26), Some(2048)), Some("((arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}::runtime:.+)|(arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:runtime/[A-Za-z0-9_.-]{1,128}/version/[A-Za-z0-9_.-]{1,128}))"), &[])),
Member::new("Error", Kind::Structure(&RuntimeVersionError)),
] };
pub static RuntimeVersionError: Structure = Structure { name: "RuntimeVersionError", payload: None, xml_namespace: None, members: &[
Member::new("ErrorCode", Kind::text(Length::new(None, None), None, &[])),
Member::new("Message", Kind::secret(Length::new(None, None), None)),
] };
pub static S3FilesConfig: Structure = Structure { name: "S3FilesConfig", payload: None, xml_namespace: None, members: &[
Member::new("DirectS3Read", Kind::text(Length::new(None, None), None, &["ENABLED", "DISABLED", "AUTO"])),
] };
pub static ScalingConfig: Structure = Structure { name: "ScalingConfig", payload: None, xml_namespace: None, members: &[
Member::new("MaximumConcurrency", Kind::integer(Some(2), Some(1000))),
] };
static SecurityGroupIds: List = List { length: Length::new(Some(0), Some(5)), item: Member::new("member", Kind::text(Length::new(Some(0), Some(1024)), Some("sg-[0-9a-zA-Z]*"), &[])) };
pub static SelfManagedEventSource: Structure = Structure { name: "SelfManagedEventSource", payload: None, xml_namespace: None, members: &[
Member::new("Endpoints", Kind::Map(&Endpoints)),
] };
pub static SelfManagedKafkaEventSourceConfig: Structure = Structure { name: "SelfManagedKafkaEventSourceConfig", payload: None, xml_namespace: None, members: &[
Member::new("ConsumerGroupId", Kind::text(Length::new(Some(1), Some(200)), Some("[ a-zA-Z0-9-\\/*:_+=.@-]*"), &[])),
Member::new("SchemaRegistryConfig", Kind::Structure(&KafkaSchemaRegistryConfig)),
Member::new("ConsumptionMode", Kind::text(Length::new(None, None), None, &["Stream", "Queue"])),
] };
pub static SnapStart: Structure = Structure { name: "SnapStart", payload: None, xml_namespace: None, members: &[
Member::new("ApplyOn", Kind::text(Length::new(None, None), None, &["PublishedVersions", "None"])),
] };
pub static SnapStartResponse: Structure = Structure { name: "SnapStartResponse", payload: None, xml_namespace: None, members: &[
Member::new("ApplyOn", Kind::text(Length::new(None, None), None, &["PublishedVersions", "None"])),
Member::new("OptimizationStatus", Kind::text(Length::new(None, None), None, &["On", "Off"])),
] };
pub static SourceAccessConfiguration: Structure = Structure { name: "SourceAccessConfiguration", payload: None, xml_namespace: None, members: &[
Member::new("Type", Kind::text(Length::new(None, None), None, &["BASIC_AUTH", "VPC_SUBNET", "VPC_SECURITY_GROUP", "SASL_SCRAM_512_AUTH", "SASL_SCRAM_256_AUTH", "VIRTUAL_HOST", "CLIENT_CERTIFICATE_TLS_AUTH", "SERVER_ROOT_CA_CERTIFICATE", "OAUTHBEARER_AUTH", "OAUTHBEARER_SCOPE", "OAUTHBEARER_AUDIENCE", "OAUTHBEARER_LOGICAL_CLUSTER", "OAUTHBEARER_IDENTITY_POOL", "IAM_AUTH", "IAM_OAUTHBEARER_AUTH"])),
Member::new("URI", Kind::text(Length::new(Some(1), Some(200)), Some("[ a-zA-Z0-9-\\/*:_+=.@-]*"), &[])),
] };
static SourceAccessConfigurations: List = List { length: Length::new(Some(0), Some(23)), item: Member::new("member", Kind::Structure(&SourceAccessConfiguration)) };
static StringList: List = List { length: Length::new(Some(0), Some(1500)), item: Member::new("member", Kind::text(Length::new(None, None), None, &[])) };
static SubnetIds: List = List { length: Length::new(Some(0), Some(16)), item: Member::new("member", Kind::text(Length::new(Some(0), Some(1024)), Some("subnet-[0-9a-z]*"), &[])) };
static TagKeyList: List = List { length: Length::new(None, None), item: Member::new("member", Kind::text(Length::new(Some(1), Some(128)), Some("([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)"), &[])) };
pub static TagResourceRequest: Structure = Structure { name: "TagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("Resource", Kind::text(Length::new(Some(1), Some(10000)), Some("arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|(capacity-provider|network-connector):[a-zA-Z0-9-_]{1,64})"), &[])).at(Location::Uri).required(),
Member::new("Tags", Kind::Map(&Tags)).required(),
] };
static Tags: Map = Map { length: Length::new(None, None), key: Member::new("key", Kind::text(Length::new(Some(1), Some(128)), Some("([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)"), &[])), value: Member::new("value", Kind::text(Length::new(Some(0), Some(256)), Some("([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)"), &[])) };
pub static TagsError: Structure = Structure { name: "TagsError", payload: None, xml_namespace: None, members: &[
Member::new("ErrorCode", Kind::text(Length::new(Some(10), Some(21)), Some("[A-Za-z]+Exception"), &[])).required(),
Member::new("Message", Kind::text(Length::new(Some(84), Some(1000)), Some(".*"), &[])).required(),
] };
pub static TenancyConfig: Structure = Structure { name: "TenancyConfig", payload: None, xml_namespace: None, members: &[
Member::new("TenantIsolationMode", Kind::text(Length::new(None, None), None, &["PER_TENANT"])).required(),
] };
static Topics: List = List { length: Length::new(Some(1), Some(1)), item: Member::new("member", Kind::text(Length::new(Some(1), Some(249)), Some("[^.]([a-zA-Z0-9\\-_.]+)"), &[])) };
pub static TracingConfig: Structure = Structure { name: "TracingConfig", payload: None, xml_namespace: None, members: &[
Member::new("Mode", Kind::text(Length::new(None, None), None, &["Active", "PassThrough"])),
] };
pub static TracingConfigResponse: Structure = Structure { name: "TracingConfigResponse", payload: None, xml_namespace: None, members: &[
Member::new("Mode", Kind::text(Length::new(None, None), None, &["Active", "PassThrough"])),
] };
pub static UntagResourceRequest: Structure = Structure { name: "UntagResourceRequest", payload: None, xml_namespace: None, members: &[
Member::new("Resource", Kind::text(Length::new(Some(1), Some(10000)), Some("arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|(capacity-provider|network-connector):[a-zA-Z0-9-_]{1,64})"), &[])).at(Location::Uri).required(),
Member::new("TagKeys", Kind::List(&TagKeyList)).wire("tagKeys").at(Location::Query).required(),
] };
pub static UpdateAliasRequest: Structure = Structure { name: "UpdateAliasRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Name", Kind::text(Length::new(Some(1), Some(128)), Some("(?!^[0-9]+$)([a-zA-Z0-9-_]+)"), &[])).at(Location::Uri).required(),
Member::new("FunctionVersion", Kind::text(Length::new(Some(1), Some(1024)), Some("(\\$LATEST(\\.PUBLISHED)?|[0-9]+)"), &[])),
Member::new("Description", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("RoutingConfig", Kind::Structure(&AliasRoutingConfiguration)),
Member::new("RevisionId", Kind::text(Length::new(None, None), None, &[])),
] };
pub static UpdateEventSourceMappingRequest: Structure = Structure { name: "UpdateEventSourceMappingRequest", payload: None, xml_namespace: None, members: &[
Member::new("UUID", Kind::text(Length::new(Some(36), Some(36)), None, &[])).at(Location::Uri).required(),
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])),
Member::new("Enabled", Kind::Boolean),
Member::new("BatchSize", Kind::integer(Some(1), Some(10000))),
Member::new("FilterCriteria", Kind::Structure(&FilterCriteria)),
Member::new("KMSKeyArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
Member::new("MetricsConfig", Kind::Structure(&EventSourceMappingMetricsConfig)),
Member::new("LoggingConfig", Kind::Structure(&EventSourceMappingLoggingConfig)),
Member::new("ScalingConfig", Kind::Structure(&ScalingConfig)),
Member::new("MaximumBatchingWindowInSeconds", Kind::integer(Some(0), Some(300))),
Member::new("ParallelizationFactor", Kind::integer(Some(1), Some(10))),
Member::new("DestinationConfig", Kind::Structure(&DestinationConfig)),
Member::new("MaximumRecordAgeInSeconds", Kind::integer(Some(-1), Some(604800))),
Member::new("BisectBatchOnFunctionError", Kind::Boolean),
Member::new("MaximumRetryAttempts", Kind::integer(Some(-1), Some(10000))),
Member::new("TumblingWindowInSeconds", Kind::integer(Some(0), Some(900))),
Member::new("SourceAccessConfigurations", Kind::List(&SourceAccessConfigurations)),
Member::new("FunctionResponseTypes", Kind::List(&FunctionResponseTypeList)),
Member::new("AmazonManagedKafkaEventSourceConfig", Kind::Structure(&AmazonManagedKafkaEventSourceConfig)),
Member::new("SelfManagedKafkaEventSourceConfig", Kind::Structure(&SelfManagedKafkaEventSourceConfig)),
Member::new("DocumentDBEventSourceConfig", Kind::Structure(&DocumentDBEventSourceConfig)),
Member::new("ProvisionedPollerConfig", Kind::Structure(&ProvisionedPollerConfig)),
] };
pub static UpdateFunctionCodeRequest: Structure = Structure { name: "UpdateFunctionCodeRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("ZipFile", Kind::Blob(Length::new(None, None))),
Member::new("S3Bucket", Kind::text(Length::new(Some(3), Some(63)), Some("[0-9A-Za-z\\.\\-_]*(?<!\\.)"), &[])),
Member::new("S3Key", Kind::text(Length::new(Some(1), Some(1024)), Some(".*"), &[])),
Member::new("S3ObjectVersion", Kind::text(Length::new(Some(1), Some(1024)), Some(".*"), &[])),
Member::new("S3ObjectStorageMode", Kind::text(Length::new(None, None), None, &["COPY", "REFERENCE"])),
Member::new("ImageUri", Kind::text(Length::new(None, None), None, &[])),
Member::new("Architectures", Kind::List(&ArchitecturesList)),
Member::new("Publish", Kind::Boolean),
Member::new("PublishTo", Kind::text(Length::new(None, None), None, &["LATEST_PUBLISHED"])),
Member::new("DryRun", Kind::Boolean),
Member::new("RevisionId", Kind::text(Length::new(None, None), None, &[])),
Member::new("SourceKMSKeyArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
] };
pub static UpdateFunctionConfigurationRequest: Structure = Structure { name: "UpdateFunctionConfigurationRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(140)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Role", Kind::text(Length::new(Some(0), Some(10000)), Some("arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+"), &[])),
Member::new("Handler", Kind::text(Length::new(Some(0), Some(128)), Some("[^\\s]+"), &[])),
Member::new("Description", Kind::text(Length::new(Some(0), Some(256)), None, &[])),
Member::new("Timeout", Kind::integer(Some(1), Some(5400))),
Member::new("MemorySize", Kind::integer(Some(128), Some(32768))),
Member::new("VpcConfig", Kind::Structure(&VpcConfig)),
Member::new("Environment", Kind::Structure(&Environment)),
Member::new("Runtime", Kind::text(Length::new(None, None), None, &["nodejs", "nodejs4.3", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x", "nodejs16.x", "nodejs18.x", "nodejs20.x", "nodejs22.x", "nodejs24.x", "java8", "java8.al2", "java11", "java17", "java21", "java25", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1", "dotnet6", "dotnet8", "dotnet10", "nodejs4.3-edge", "go1.x", "ruby2.5", "ruby2.7", "ruby3.2", "ruby3.3", "ruby3.4", "ruby4.0", "provided", "provided.al2", "provided.al2023", "nodejs26.x", "python3.15", "java8.al2023", "java11.al2023", "java17.al2023", "custom"])),
Member::new("DeadLetterConfig", Kind::Structure(&DeadLetterConfig)),
Member::new("KMSKeyArn", Kind::text(Length::new(Some(0), Some(10000)), Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"), &[])),
Member::new("TracingConfig", Kind::Structure(&TracingConfig)),
Member::new("RevisionId", Kind::text(Length::new(None, None), None, &[])),
Member::new("Layers", Kind::List(&LayerList)),
Member::new("FileSystemConfigs", Kind::List(&FileSystemConfigList)),
Member::new("ImageConfig", Kind::Structure(&ImageConfig)),
Member::new("EphemeralStorage", Kind::Structure(&EphemeralStorage)),
Member::new("SnapStart", Kind::Structure(&SnapStart)),
Member::new("LoggingConfig", Kind::Structure(&LoggingConfig)),
Member::new("CapacityProviderConfig", Kind::Structure(&CapacityProviderConfig)),
Member::new("DurableConfig", Kind::Structure(&DurableConfig)),
Member::new("RuntimeConfig", Kind::Structure(&FunctionRuntimeConfig)),
Member::new("AcceleratorConfig", Kind::Structure(&AcceleratorConfig)),
] };
pub static UpdateFunctionEventInvokeConfigRequest: Structure = Structure { name: "UpdateFunctionEventInvokeConfigRequest", payload: None, xml_namespace: None, members: &[
Member::new("FunctionName", Kind::text(Length::new(Some(1), Some(256)), Some("(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"), &[])).at(Location::Uri).required(),
Member::new("Qualifier", Kind::text(Length::new(Some(1), Some(128)), Some("\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"), &[])).at(Location::Query),
Member::new("MaximumRetryAttempts", Kind::integer(Some(0), Some(2))),
Member::new("MaximumEventAgeInSeconds", Kind::integer(Some(60), Some(21600))),
Member::new("DestinationConfig", Kind::Structure(&DestinationConfig)),
] };
pub static VpcConfig: Structure = Structure { name: "VpcConfig", payload: None, xml_namespace: None, members: &[
Member::new("SubnetIds", Kind::List(&SubnetIds)),
Member::new("SecurityGroupIds", Kind::List(&SecurityGroupIds)),
Member::new("Ipv6AllowedForDualStack", Kind::Boolean),
] };
pub static VpcConfigResponse: Structure = Structure { name: "VpcConfigResponse", payload: None, xml_namespace: None, members: &[
Member::new("SubnetIds", Kind::List(&SubnetIds)),
Member::new("SecurityGroupIds", Kind::List(&SecurityGroupIds)),
Member::new("VpcId", Kind::text(Length::new(None, None), None, &[])),
Member::new("Ipv6AllowedForDualStack", Kind::Boolean),
] };
