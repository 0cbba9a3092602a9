// Written by `cargo xtask codegen`; changes made here are lost.

use super::schemas;
use crate::values::{Read, Write};
use crate::{
    AnyEvents, ByteStream, DecodeError, Deserializer, Event, EventStream, Member, Serializer,
    Shape, Structure,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcceleratorConfig {
    pub accelerator_memory_size: i32,
}

impl Shape for AcceleratorConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::AcceleratorConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.accelerator_memory_size.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.accelerator_memory_size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountLimit {
    pub total_code_size: Option<i64>,
    pub code_size_unzipped: Option<i64>,
    pub code_size_zipped: Option<i64>,
    pub concurrent_executions: Option<i32>,
    pub unreserved_concurrent_executions: Option<i32>,
}

impl Shape for AccountLimit {
    fn schema(&self) -> &'static Structure {
        &schemas::AccountLimit
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.total_code_size.write(at, to),
            1 => self.code_size_unzipped.write(at, to),
            2 => self.code_size_zipped.write(at, to),
            3 => self.concurrent_executions.write(at, to),
            4 => self.unreserved_concurrent_executions.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.total_code_size = Read::read(at, from)?,
            1 => self.code_size_unzipped = Read::read(at, from)?,
            2 => self.code_size_zipped = Read::read(at, from)?,
            3 => self.concurrent_executions = Read::read(at, from)?,
            4 => self.unreserved_concurrent_executions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountUsage {
    pub total_code_size: Option<i64>,
    pub function_count: Option<i64>,
}

impl Shape for AccountUsage {
    fn schema(&self) -> &'static Structure {
        &schemas::AccountUsage
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.total_code_size.write(at, to),
            1 => self.function_count.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.total_code_size = Read::read(at, from)?,
            1 => self.function_count = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPermissionRequest {
    pub function_name: String,
    pub statement_id: String,
    pub action: String,
    pub principal: String,
    pub source_arn: Option<String>,
    pub function_url_auth_type: Option<String>,
    pub invoked_via_function_url: Option<bool>,
    pub source_account: Option<String>,
    pub event_source_token: Option<String>,
    pub qualifier: Option<String>,
    pub revision_id: Option<String>,
    pub principal_org_id: Option<String>,
}

impl Shape for AddPermissionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::AddPermissionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.statement_id.write(at, to),
            2 => self.action.write(at, to),
            3 => self.principal.write(at, to),
            4 => self.source_arn.write(at, to),
            5 => self.function_url_auth_type.write(at, to),
            6 => self.invoked_via_function_url.write(at, to),
            7 => self.source_account.write(at, to),
            8 => self.event_source_token.write(at, to),
            9 => self.qualifier.write(at, to),
            10 => self.revision_id.write(at, to),
            11 => self.principal_org_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.statement_id = Read::read(at, from)?,
            2 => self.action = Read::read(at, from)?,
            3 => self.principal = Read::read(at, from)?,
            4 => self.source_arn = Read::read(at, from)?,
            5 => self.function_url_auth_type = Read::read(at, from)?,
            6 => self.invoked_via_function_url = Read::read(at, from)?,
            7 => self.source_account = Read::read(at, from)?,
            8 => self.event_source_token = Read::read(at, from)?,
            9 => self.qualifier = Read::read(at, from)?,
            10 => self.revision_id = Read::read(at, from)?,
            11 => self.principal_org_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPermissionResponse {
    pub statement: Option<String>,
}

impl Shape for AddPermissionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::AddPermissionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.statement.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.statement = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AliasConfiguration {
    pub alias_arn: Option<String>,
    pub name: Option<String>,
    pub function_version: Option<String>,
    pub description: Option<String>,
    pub routing_config: Option<AliasRoutingConfiguration>,
    pub revision_id: Option<String>,
}

impl Shape for AliasConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::AliasConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.alias_arn.write(at, to),
            1 => self.name.write(at, to),
            2 => self.function_version.write(at, to),
            3 => self.description.write(at, to),
            4 => self.routing_config.write(at, to),
            5 => self.revision_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.alias_arn = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.function_version = Read::read(at, from)?,
            3 => self.description = Read::read(at, from)?,
            4 => self.routing_config = Read::read(at, from)?,
            5 => self.revision_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AliasRoutingConfiguration {
    pub additional_version_weights: Option<std::collections::BTreeMap<String, f64>>,
}

impl Shape for AliasRoutingConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::AliasRoutingConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.additional_version_weights.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.additional_version_weights = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmazonManagedKafkaEventSourceConfig {
    pub consumer_group_id: Option<String>,
    pub schema_registry_config: Option<KafkaSchemaRegistryConfig>,
}

impl Shape for AmazonManagedKafkaEventSourceConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::AmazonManagedKafkaEventSourceConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.consumer_group_id.write(at, to),
            1 => self.schema_registry_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.consumer_group_id = Read::read(at, from)?,
            1 => self.schema_registry_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityProviderConfig {
    pub lambda_managed_instances_capacity_provider_config:
        LambdaManagedInstancesCapacityProviderConfig,
}

impl Shape for CapacityProviderConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::CapacityProviderConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.lambda_managed_instances_capacity_provider_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.lambda_managed_instances_capacity_provider_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Concurrency {
    pub reserved_concurrent_executions: Option<i32>,
}

impl Shape for Concurrency {
    fn schema(&self) -> &'static Structure {
        &schemas::Concurrency
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.reserved_concurrent_executions.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.reserved_concurrent_executions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateAliasRequest {
    pub function_name: String,
    pub name: String,
    pub function_version: String,
    pub description: Option<String>,
    pub routing_config: Option<AliasRoutingConfiguration>,
}

impl Shape for CreateAliasRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateAliasRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.name.write(at, to),
            2 => self.function_version.write(at, to),
            3 => self.description.write(at, to),
            4 => self.routing_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.function_version = Read::read(at, from)?,
            3 => self.description = Read::read(at, from)?,
            4 => self.routing_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateEventSourceMappingRequest {
    pub event_source_arn: Option<String>,
    pub function_name: String,
    pub enabled: Option<bool>,
    pub batch_size: Option<i32>,
    pub filter_criteria: Option<FilterCriteria>,
    pub kms_key_arn: Option<String>,
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    pub scaling_config: Option<ScalingConfig>,
    pub maximum_batching_window_in_seconds: Option<i32>,
    pub parallelization_factor: Option<i32>,
    pub starting_position: Option<String>,
    pub starting_position_timestamp: Option<crate::Timestamp>,
    pub destination_config: Option<DestinationConfig>,
    pub maximum_record_age_in_seconds: Option<i32>,
    pub bisect_batch_on_function_error: Option<bool>,
    pub maximum_retry_attempts: Option<i32>,
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    pub tumbling_window_in_seconds: Option<i32>,
    pub topics: Option<Vec<String>>,
    pub queues: Option<Vec<String>>,
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    pub self_managed_event_source: Option<SelfManagedEventSource>,
    pub function_response_types: Option<Vec<String>>,
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

impl Shape for CreateEventSourceMappingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateEventSourceMappingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.event_source_arn.write(at, to),
            1 => self.function_name.write(at, to),
            2 => self.enabled.write(at, to),
            3 => self.batch_size.write(at, to),
            4 => self.filter_criteria.write(at, to),
            5 => self.kms_key_arn.write(at, to),
            6 => self.metrics_config.write(at, to),
            7 => self.logging_config.write(at, to),
            8 => self.scaling_config.write(at, to),
            9 => self.maximum_batching_window_in_seconds.write(at, to),
            10 => self.parallelization_factor.write(at, to),
            11 => self.starting_position.write(at, to),
            12 => self.starting_position_timestamp.write(at, to),
            13 => self.destination_config.write(at, to),
            14 => self.maximum_record_age_in_seconds.write(at, to),
            15 => self.bisect_batch_on_function_error.write(at, to),
            16 => self.maximum_retry_attempts.write(at, to),
            17 => self.tags.write(at, to),
            18 => self.tumbling_window_in_seconds.write(at, to),
            19 => self.topics.write(at, to),
            20 => self.queues.write(at, to),
            21 => self.source_access_configurations.write(at, to),
            22 => self.self_managed_event_source.write(at, to),
            23 => self.function_response_types.write(at, to),
            24 => self.amazon_managed_kafka_event_source_config.write(at, to),
            25 => self.self_managed_kafka_event_source_config.write(at, to),
            26 => self.document_db_event_source_config.write(at, to),
            27 => self.provisioned_poller_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.event_source_arn = Read::read(at, from)?,
            1 => self.function_name = Read::read(at, from)?,
            2 => self.enabled = Read::read(at, from)?,
            3 => self.batch_size = Read::read(at, from)?,
            4 => self.filter_criteria = Read::read(at, from)?,
            5 => self.kms_key_arn = Read::read(at, from)?,
            6 => self.metrics_config = Read::read(at, from)?,
            7 => self.logging_config = Read::read(at, from)?,
            8 => self.scaling_config = Read::read(at, from)?,
            9 => self.maximum_batching_window_in_seconds = Read::read(at, from)?,
            10 => self.parallelization_factor = Read::read(at, from)?,
            11 => self.starting_position = Read::read(at, from)?,
            12 => self.starting_position_timestamp = Read::read(at, from)?,
            13 => self.destination_config = Read::read(at, from)?,
            14 => self.maximum_record_age_in_seconds = Read::read(at, from)?,
            15 => self.bisect_batch_on_function_error = Read::read(at, from)?,
            16 => self.maximum_retry_attempts = Read::read(at, from)?,
            17 => self.tags = Read::read(at, from)?,
            18 => self.tumbling_window_in_seconds = Read::read(at, from)?,
            19 => self.topics = Read::read(at, from)?,
            20 => self.queues = Read::read(at, from)?,
            21 => self.source_access_configurations = Read::read(at, from)?,
            22 => self.self_managed_event_source = Read::read(at, from)?,
            23 => self.function_response_types = Read::read(at, from)?,
            24 => self.amazon_managed_kafka_event_source_config = Read::read(at, from)?,
            25 => self.self_managed_kafka_event_source_config = Read::read(at, from)?,
            26 => self.document_db_event_source_config = Read::read(at, from)?,
            27 => self.provisioned_poller_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateFunctionRequest {
    pub function_name: String,
    pub runtime: Option<String>,
    pub role: String,
    pub handler: Option<String>,
    pub code: FunctionCode,
    pub description: Option<String>,
    pub timeout: Option<i32>,
    pub memory_size: Option<i32>,
    pub publish: Option<bool>,
    pub publish_to: Option<String>,
    pub vpc_config: Option<VpcConfig>,
    pub package_type: Option<String>,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub environment: Option<Environment>,
    pub kms_key_arn: Option<String>,
    pub tracing_config: Option<TracingConfig>,
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    pub layers: Option<Vec<String>>,
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    pub code_signing_config_arn: Option<String>,
    pub image_config: Option<ImageConfig>,
    pub architectures: Option<Vec<String>>,
    pub ephemeral_storage: Option<EphemeralStorage>,
    pub snap_start: Option<SnapStart>,
    pub logging_config: Option<LoggingConfig>,
    pub tenancy_config: Option<TenancyConfig>,
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    pub durable_config: Option<DurableConfig>,
    pub runtime_config: Option<FunctionRuntimeConfig>,
    pub accelerator_config: Option<AcceleratorConfig>,
}

impl Shape for CreateFunctionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::CreateFunctionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.runtime.write(at, to),
            2 => self.role.write(at, to),
            3 => self.handler.write(at, to),
            4 => self.code.write(at, to),
            5 => self.description.write(at, to),
            6 => self.timeout.write(at, to),
            7 => self.memory_size.write(at, to),
            8 => self.publish.write(at, to),
            9 => self.publish_to.write(at, to),
            10 => self.vpc_config.write(at, to),
            11 => self.package_type.write(at, to),
            12 => self.dead_letter_config.write(at, to),
            13 => self.environment.write(at, to),
            14 => self.kms_key_arn.write(at, to),
            15 => self.tracing_config.write(at, to),
            16 => self.tags.write(at, to),
            17 => self.layers.write(at, to),
            18 => self.file_system_configs.write(at, to),
            19 => self.code_signing_config_arn.write(at, to),
            20 => self.image_config.write(at, to),
            21 => self.architectures.write(at, to),
            22 => self.ephemeral_storage.write(at, to),
            23 => self.snap_start.write(at, to),
            24 => self.logging_config.write(at, to),
            25 => self.tenancy_config.write(at, to),
            26 => self.capacity_provider_config.write(at, to),
            27 => self.durable_config.write(at, to),
            28 => self.runtime_config.write(at, to),
            29 => self.accelerator_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.runtime = Read::read(at, from)?,
            2 => self.role = Read::read(at, from)?,
            3 => self.handler = Read::read(at, from)?,
            4 => self.code = Read::read(at, from)?,
            5 => self.description = Read::read(at, from)?,
            6 => self.timeout = Read::read(at, from)?,
            7 => self.memory_size = Read::read(at, from)?,
            8 => self.publish = Read::read(at, from)?,
            9 => self.publish_to = Read::read(at, from)?,
            10 => self.vpc_config = Read::read(at, from)?,
            11 => self.package_type = Read::read(at, from)?,
            12 => self.dead_letter_config = Read::read(at, from)?,
            13 => self.environment = Read::read(at, from)?,
            14 => self.kms_key_arn = Read::read(at, from)?,
            15 => self.tracing_config = Read::read(at, from)?,
            16 => self.tags = Read::read(at, from)?,
            17 => self.layers = Read::read(at, from)?,
            18 => self.file_system_configs = Read::read(at, from)?,
            19 => self.code_signing_config_arn = Read::read(at, from)?,
            20 => self.image_config = Read::read(at, from)?,
            21 => self.architectures = Read::read(at, from)?,
            22 => self.ephemeral_storage = Read::read(at, from)?,
            23 => self.snap_start = Read::read(at, from)?,
            24 => self.logging_config = Read::read(at, from)?,
            25 => self.tenancy_config = Read::read(at, from)?,
            26 => self.capacity_provider_config = Read::read(at, from)?,
            27 => self.durable_config = Read::read(at, from)?,
            28 => self.runtime_config = Read::read(at, from)?,
            29 => self.accelerator_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeadLetterConfig {
    pub target_arn: Option<String>,
}

impl Shape for DeadLetterConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::DeadLetterConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.target_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.target_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteAliasRequest {
    pub function_name: String,
    pub name: String,
}

impl Shape for DeleteAliasRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteAliasRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteEventSourceMappingRequest {
    pub uuid: String,
}

impl Shape for DeleteEventSourceMappingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteEventSourceMappingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.uuid.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.uuid = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionConcurrencyRequest {
    pub function_name: String,
}

impl Shape for DeleteFunctionConcurrencyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteFunctionConcurrencyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionEventInvokeConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for DeleteFunctionEventInvokeConfigRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteFunctionEventInvokeConfigRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.qualifier.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.qualifier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for DeleteFunctionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteFunctionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.qualifier.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.qualifier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteFunctionResponse {
    pub status_code: Option<i32>,
}

impl Shape for DeleteFunctionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::DeleteFunctionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status_code.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.status_code = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DestinationConfig {
    pub on_success: Option<OnSuccess>,
    pub on_failure: Option<OnFailure>,
}

impl Shape for DestinationConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::DestinationConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.on_success.write(at, to),
            1 => self.on_failure.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.on_success = Read::read(at, from)?,
            1 => self.on_failure = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentDBEventSourceConfig {
    pub database_name: Option<String>,
    pub collection_name: Option<String>,
    pub full_document: Option<String>,
}

impl Shape for DocumentDBEventSourceConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::DocumentDBEventSourceConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.database_name.write(at, to),
            1 => self.collection_name.write(at, to),
            2 => self.full_document.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.database_name = Read::read(at, from)?,
            1 => self.collection_name = Read::read(at, from)?,
            2 => self.full_document = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DurableConfig {
    pub kms_key_arn: Option<String>,
    pub retention_period_in_days: Option<i32>,
    pub execution_timeout: Option<i32>,
}

impl Shape for DurableConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::DurableConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.kms_key_arn.write(at, to),
            1 => self.retention_period_in_days.write(at, to),
            2 => self.execution_timeout.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.kms_key_arn = Read::read(at, from)?,
            1 => self.retention_period_in_days = Read::read(at, from)?,
            2 => self.execution_timeout = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Environment {
    pub variables: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for Environment {
    fn schema(&self) -> &'static Structure {
        &schemas::Environment
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.variables.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.variables = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnvironmentError {
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl Shape for EnvironmentError {
    fn schema(&self) -> &'static Structure {
        &schemas::EnvironmentError
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.error_code.write(at, to),
            1 => self.message.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.error_code = Read::read(at, from)?,
            1 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnvironmentResponse {
    pub variables: Option<std::collections::BTreeMap<String, String>>,
    pub error: Option<EnvironmentError>,
}

impl Shape for EnvironmentResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::EnvironmentResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.variables.write(at, to),
            1 => self.error.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.variables = Read::read(at, from)?,
            1 => self.error = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EphemeralStorage {
    pub size: i32,
}

impl Shape for EphemeralStorage {
    fn schema(&self) -> &'static Structure {
        &schemas::EphemeralStorage
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.size.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.size = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventSourceMappingConfiguration {
    pub uuid: Option<String>,
    pub starting_position: Option<String>,
    pub starting_position_timestamp: Option<crate::Timestamp>,
    pub batch_size: Option<i32>,
    pub maximum_batching_window_in_seconds: Option<i32>,
    pub parallelization_factor: Option<i32>,
    pub event_source_arn: Option<String>,
    pub filter_criteria: Option<FilterCriteria>,
    pub filter_criteria_error: Option<FilterCriteriaError>,
    pub kms_key_arn: Option<String>,
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    pub scaling_config: Option<ScalingConfig>,
    pub function_arn: Option<String>,
    pub last_modified: Option<crate::Timestamp>,
    pub last_processing_result: Option<String>,
    pub state: Option<String>,
    pub state_transition_reason: Option<String>,
    pub destination_config: Option<DestinationConfig>,
    pub topics: Option<Vec<String>>,
    pub queues: Option<Vec<String>>,
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    pub self_managed_event_source: Option<SelfManagedEventSource>,
    pub maximum_record_age_in_seconds: Option<i32>,
    pub bisect_batch_on_function_error: Option<bool>,
    pub maximum_retry_attempts: Option<i32>,
    pub tumbling_window_in_seconds: Option<i32>,
    pub function_response_types: Option<Vec<String>>,
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    pub event_source_mapping_arn: Option<String>,
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

impl Shape for EventSourceMappingConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::EventSourceMappingConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.uuid.write(at, to),
            1 => self.starting_position.write(at, to),
            2 => self.starting_position_timestamp.write(at, to),
            3 => self.batch_size.write(at, to),
            4 => self.maximum_batching_window_in_seconds.write(at, to),
            5 => self.parallelization_factor.write(at, to),
            6 => self.event_source_arn.write(at, to),
            7 => self.filter_criteria.write(at, to),
            8 => self.filter_criteria_error.write(at, to),
            9 => self.kms_key_arn.write(at, to),
            10 => self.metrics_config.write(at, to),
            11 => self.logging_config.write(at, to),
            12 => self.scaling_config.write(at, to),
            13 => self.function_arn.write(at, to),
            14 => self.last_modified.write(at, to),
            15 => self.last_processing_result.write(at, to),
            16 => self.state.write(at, to),
            17 => self.state_transition_reason.write(at, to),
            18 => self.destination_config.write(at, to),
            19 => self.topics.write(at, to),
            20 => self.queues.write(at, to),
            21 => self.source_access_configurations.write(at, to),
            22 => self.self_managed_event_source.write(at, to),
            23 => self.maximum_record_age_in_seconds.write(at, to),
            24 => self.bisect_batch_on_function_error.write(at, to),
            25 => self.maximum_retry_attempts.write(at, to),
            26 => self.tumbling_window_in_seconds.write(at, to),
            27 => self.function_response_types.write(at, to),
            28 => self.amazon_managed_kafka_event_source_config.write(at, to),
            29 => self.self_managed_kafka_event_source_config.write(at, to),
            30 => self.document_db_event_source_config.write(at, to),
            31 => self.event_source_mapping_arn.write(at, to),
            32 => self.provisioned_poller_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.uuid = Read::read(at, from)?,
            1 => self.starting_position = Read::read(at, from)?,
            2 => self.starting_position_timestamp = Read::read(at, from)?,
            3 => self.batch_size = Read::read(at, from)?,
            4 => self.maximum_batching_window_in_seconds = Read::read(at, from)?,
            5 => self.parallelization_factor = Read::read(at, from)?,
            6 => self.event_source_arn = Read::read(at, from)?,
            7 => self.filter_criteria = Read::read(at, from)?,
            8 => self.filter_criteria_error = Read::read(at, from)?,
            9 => self.kms_key_arn = Read::read(at, from)?,
            10 => self.metrics_config = Read::read(at, from)?,
            11 => self.logging_config = Read::read(at, from)?,
            12 => self.scaling_config = Read::read(at, from)?,
            13 => self.function_arn = Read::read(at, from)?,
            14 => self.last_modified = Read::read(at, from)?,
            15 => self.last_processing_result = Read::read(at, from)?,
            16 => self.state = Read::read(at, from)?,
            17 => self.state_transition_reason = Read::read(at, from)?,
            18 => self.destination_config = Read::read(at, from)?,
            19 => self.topics = Read::read(at, from)?,
            20 => self.queues = Read::read(at, from)?,
            21 => self.source_access_configurations = Read::read(at, from)?,
            22 => self.self_managed_event_source = Read::read(at, from)?,
            23 => self.maximum_record_age_in_seconds = Read::read(at, from)?,
            24 => self.bisect_batch_on_function_error = Read::read(at, from)?,
            25 => self.maximum_retry_attempts = Read::read(at, from)?,
            26 => self.tumbling_window_in_seconds = Read::read(at, from)?,
            27 => self.function_response_types = Read::read(at, from)?,
            28 => self.amazon_managed_kafka_event_source_config = Read::read(at, from)?,
            29 => self.self_managed_kafka_event_source_config = Read::read(at, from)?,
            30 => self.document_db_event_source_config = Read::read(at, from)?,
            31 => self.event_source_mapping_arn = Read::read(at, from)?,
            32 => self.provisioned_poller_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventSourceMappingLoggingConfig {
    pub system_log_level: Option<String>,
}

impl Shape for EventSourceMappingLoggingConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::EventSourceMappingLoggingConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.system_log_level.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.system_log_level = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventSourceMappingMetricsConfig {
    pub metrics: Option<Vec<String>>,
}

impl Shape for EventSourceMappingMetricsConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::EventSourceMappingMetricsConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.metrics.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.metrics = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileSystemConfig {
    pub arn: String,
    pub local_mount_path: String,
    pub s3_files_config: Option<S3FilesConfig>,
}

impl Shape for FileSystemConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::FileSystemConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.local_mount_path.write(at, to),
            2 => self.s3_files_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.arn = Read::read(at, from)?,
            1 => self.local_mount_path = Read::read(at, from)?,
            2 => self.s3_files_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub pattern: Option<String>,
}

impl Shape for Filter {
    fn schema(&self) -> &'static Structure {
        &schemas::Filter
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.pattern.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.pattern = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterCriteria {
    pub filters: Option<Vec<Filter>>,
}

impl Shape for FilterCriteria {
    fn schema(&self) -> &'static Structure {
        &schemas::FilterCriteria
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.filters.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.filters = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterCriteriaError {
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl Shape for FilterCriteriaError {
    fn schema(&self) -> &'static Structure {
        &schemas::FilterCriteriaError
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.error_code.write(at, to),
            1 => self.message.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.error_code = Read::read(at, from)?,
            1 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionCode {
    pub zip_file: Option<crate::Bytes>,
    pub s3_bucket: Option<String>,
    pub s3_key: Option<String>,
    pub s3_object_version: Option<String>,
    pub s3_object_storage_mode: Option<String>,
    pub image_uri: Option<String>,
    pub source_kms_key_arn: Option<String>,
}

impl Shape for FunctionCode {
    fn schema(&self) -> &'static Structure {
        &schemas::FunctionCode
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.zip_file.write(at, to),
            1 => self.s3_bucket.write(at, to),
            2 => self.s3_key.write(at, to),
            3 => self.s3_object_version.write(at, to),
            4 => self.s3_object_storage_mode.write(at, to),
            5 => self.image_uri.write(at, to),
            6 => self.source_kms_key_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.zip_file = Read::read(at, from)?,
            1 => self.s3_bucket = Read::read(at, from)?,
            2 => self.s3_key = Read::read(at, from)?,
            3 => self.s3_object_version = Read::read(at, from)?,
            4 => self.s3_object_storage_mode = Read::read(at, from)?,
            5 => self.image_uri = Read::read(at, from)?,
            6 => self.source_kms_key_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionCodeLocation {
    pub repository_type: Option<String>,
    pub location: Option<String>,
    pub image_uri: Option<String>,
    pub resolved_image_uri: Option<String>,
    pub resolved_s3_object: Option<ResolvedS3Object>,
    pub source_kms_key_arn: Option<String>,
    pub error: Option<FunctionCodeLocationError>,
}

impl Shape for FunctionCodeLocation {
    fn schema(&self) -> &'static Structure {
        &schemas::FunctionCodeLocation
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.repository_type.write(at, to),
            1 => self.location.write(at, to),
            2 => self.image_uri.write(at, to),
            3 => self.resolved_image_uri.write(at, to),
            4 => self.resolved_s3_object.write(at, to),
            5 => self.source_kms_key_arn.write(at, to),
            6 => self.error.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.repository_type = Read::read(at, from)?,
            1 => self.location = Read::read(at, from)?,
            2 => self.image_uri = Read::read(at, from)?,
            3 => self.resolved_image_uri = Read::read(at, from)?,
            4 => self.resolved_s3_object = Read::read(at, from)?,
            5 => self.source_kms_key_arn = Read::read(at, from)?,
            6 => self.error = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionCodeLocationError {
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl Shape for FunctionCodeLocationError {
    fn schema(&self) -> &'static Structure {
        &schemas::FunctionCodeLocationError
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.error_code.write(at, to),
            1 => self.message.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.error_code = Read::read(at, from)?,
            1 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionConfiguration {
    pub function_name: Option<String>,
    pub function_arn: Option<String>,
    pub runtime: Option<String>,
    pub role: Option<String>,
    pub handler: Option<String>,
    pub code_size: Option<i64>,
    pub description: Option<String>,
    pub timeout: Option<i32>,
    pub memory_size: Option<i32>,
    pub last_modified: Option<String>,
    pub code_sha256: Option<String>,
    pub version: Option<String>,
    pub vpc_config: Option<VpcConfigResponse>,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub environment: Option<EnvironmentResponse>,
    pub kms_key_arn: Option<String>,
    pub tracing_config: Option<TracingConfigResponse>,
    pub master_arn: Option<String>,
    pub revision_id: Option<String>,
    pub layers: Option<Vec<Layer>>,
    pub state: Option<String>,
    pub state_reason: Option<String>,
    pub state_reason_code: Option<String>,
    pub last_update_status: Option<String>,
    pub last_update_status_reason: Option<String>,
    pub last_update_status_reason_code: Option<String>,
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    pub signing_profile_version_arn: Option<String>,
    pub signing_job_arn: Option<String>,
    pub package_type: Option<String>,
    pub image_config_response: Option<ImageConfigResponse>,
    pub architectures: Option<Vec<String>>,
    pub ephemeral_storage: Option<EphemeralStorage>,
    pub snap_start: Option<SnapStartResponse>,
    pub runtime_version_config: Option<RuntimeVersionConfig>,
    pub logging_config: Option<LoggingConfig>,
    pub tenancy_config: Option<TenancyConfig>,
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    pub config_sha256: Option<String>,
    pub durable_config: Option<DurableConfig>,
    pub runtime_config: Option<FunctionRuntimeConfig>,
    pub accelerator_config: Option<AcceleratorConfig>,
}

impl Shape for FunctionConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::FunctionConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.function_arn.write(at, to),
            2 => self.runtime.write(at, to),
            3 => self.role.write(at, to),
            4 => self.handler.write(at, to),
            5 => self.code_size.write(at, to),
            6 => self.description.write(at, to),
            7 => self.timeout.write(at, to),
            8 => self.memory_size.write(at, to),
            9 => self.last_modified.write(at, to),
            10 => self.code_sha256.write(at, to),
            11 => self.version.write(at, to),
            12 => self.vpc_config.write(at, to),
            13 => self.dead_letter_config.write(at, to),
            14 => self.environment.write(at, to),
            15 => self.kms_key_arn.write(at, to),
            16 => self.tracing_config.write(at, to),
            17 => self.master_arn.write(at, to),
            18 => self.revision_id.write(at, to),
            19 => self.layers.write(at, to),
            20 => self.state.write(at, to),
            21 => self.state_reason.write(at, to),
            22 => self.state_reason_code.write(at, to),
            23 => self.last_update_status.write(at, to),
            24 => self.last_update_status_reason.write(at, to),
            25 => self.last_update_status_reason_code.write(at, to),
            26 => self.file_system_configs.write(at, to),
            27 => self.signing_profile_version_arn.write(at, to),
            28 => self.signing_job_arn.write(at, to),
            29 => self.package_type.write(at, to),
            30 => self.image_config_response.write(at, to),
            31 => self.architectures.write(at, to),
            32 => self.ephemeral_storage.write(at, to),
            33 => self.snap_start.write(at, to),
            34 => self.runtime_version_config.write(at, to),
            35 => self.logging_config.write(at, to),
            36 => self.tenancy_config.write(at, to),
            37 => self.capacity_provider_config.write(at, to),
            38 => self.config_sha256.write(at, to),
            39 => self.durable_config.write(at, to),
            40 => self.runtime_config.write(at, to),
            41 => self.accelerator_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.function_arn = Read::read(at, from)?,
            2 => self.runtime = Read::read(at, from)?,
            3 => self.role = Read::read(at, from)?,
            4 => self.handler = Read::read(at, from)?,
            5 => self.code_size = Read::read(at, from)?,
            6 => self.description = Read::read(at, from)?,
            7 => self.timeout = Read::read(at, from)?,
            8 => self.memory_size = Read::read(at, from)?,
            9 => self.last_modified = Read::read(at, from)?,
            10 => self.code_sha256 = Read::read(at, from)?,
            11 => self.version = Read::read(at, from)?,
            12 => self.vpc_config = Read::read(at, from)?,
            13 => self.dead_letter_config = Read::read(at, from)?,
            14 => self.environment = Read::read(at, from)?,
            15 => self.kms_key_arn = Read::read(at, from)?,
            16 => self.tracing_config = Read::read(at, from)?,
            17 => self.master_arn = Read::read(at, from)?,
            18 => self.revision_id = Read::read(at, from)?,
            19 => self.layers = Read::read(at, from)?,
            20 => self.state = Read::read(at, from)?,
            21 => self.state_reason = Read::read(at, from)?,
            22 => self.state_reason_code = Read::read(at, from)?,
            23 => self.last_update_status = Read::read(at, from)?,
            24 => self.last_update_status_reason = Read::read(at, from)?,
            25 => self.last_update_status_reason_code = Read::read(at, from)?,
            26 => self.file_system_configs = Read::read(at, from)?,
            27 => self.signing_profile_version_arn = Read::read(at, from)?,
            28 => self.signing_job_arn = Read::read(at, from)?,
            29 => self.package_type = Read::read(at, from)?,
            30 => self.image_config_response = Read::read(at, from)?,
            31 => self.architectures = Read::read(at, from)?,
            32 => self.ephemeral_storage = Read::read(at, from)?,
            33 => self.snap_start = Read::read(at, from)?,
            34 => self.runtime_version_config = Read::read(at, from)?,
            35 => self.logging_config = Read::read(at, from)?,
            36 => self.tenancy_config = Read::read(at, from)?,
            37 => self.capacity_provider_config = Read::read(at, from)?,
            38 => self.config_sha256 = Read::read(at, from)?,
            39 => self.durable_config = Read::read(at, from)?,
            40 => self.runtime_config = Read::read(at, from)?,
            41 => self.accelerator_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionEventInvokeConfig {
    pub last_modified: Option<crate::Timestamp>,
    pub function_arn: Option<String>,
    pub maximum_retry_attempts: Option<i32>,
    pub maximum_event_age_in_seconds: Option<i32>,
    pub destination_config: Option<DestinationConfig>,
}

impl Shape for FunctionEventInvokeConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::FunctionEventInvokeConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.last_modified.write(at, to),
            1 => self.function_arn.write(at, to),
            2 => self.maximum_retry_attempts.write(at, to),
            3 => self.maximum_event_age_in_seconds.write(at, to),
            4 => self.destination_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.last_modified = Read::read(at, from)?,
            1 => self.function_arn = Read::read(at, from)?,
            2 => self.maximum_retry_attempts = Read::read(at, from)?,
            3 => self.maximum_event_age_in_seconds = Read::read(at, from)?,
            4 => self.destination_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionRuntimeConfig {
    pub runtime_arn: String,
    pub runtime_alias: String,
}

impl Shape for FunctionRuntimeConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::FunctionRuntimeConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.runtime_arn.write(at, to),
            1 => self.runtime_alias.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.runtime_arn = Read::read(at, from)?,
            1 => self.runtime_alias = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountSettingsRequest {}

impl Shape for GetAccountSettingsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetAccountSettingsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccountSettingsResponse {
    pub account_limit: Option<AccountLimit>,
    pub account_usage: Option<AccountUsage>,
}

impl Shape for GetAccountSettingsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetAccountSettingsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.account_limit.write(at, to),
            1 => self.account_usage.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.account_limit = Read::read(at, from)?,
            1 => self.account_usage = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAliasRequest {
    pub function_name: String,
    pub name: String,
}

impl Shape for GetAliasRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetAliasRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetEventSourceMappingRequest {
    pub uuid: String,
}

impl Shape for GetEventSourceMappingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetEventSourceMappingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.uuid.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.uuid = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionCodeSigningConfigRequest {
    pub function_name: String,
}

impl Shape for GetFunctionCodeSigningConfigRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetFunctionCodeSigningConfigRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionCodeSigningConfigResponse {
    pub code_signing_config_arn: Option<String>,
    pub function_name: Option<String>,
}

impl Shape for GetFunctionCodeSigningConfigResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetFunctionCodeSigningConfigResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.code_signing_config_arn.write(at, to),
            1 => self.function_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.code_signing_config_arn = Read::read(at, from)?,
            1 => self.function_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionConcurrencyRequest {
    pub function_name: String,
}

impl Shape for GetFunctionConcurrencyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetFunctionConcurrencyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionConcurrencyResponse {
    pub reserved_concurrent_executions: Option<i32>,
}

impl Shape for GetFunctionConcurrencyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetFunctionConcurrencyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.reserved_concurrent_executions.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.reserved_concurrent_executions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionConfigurationRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetFunctionConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetFunctionConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.qualifier.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.qualifier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionEventInvokeConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetFunctionEventInvokeConfigRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetFunctionEventInvokeConfigRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.qualifier.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.qualifier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionRecursionConfigRequest {
    pub function_name: String,
}

impl Shape for GetFunctionRecursionConfigRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetFunctionRecursionConfigRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionRecursionConfigResponse {
    pub recursive_loop: Option<String>,
}

impl Shape for GetFunctionRecursionConfigResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetFunctionRecursionConfigResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.recursive_loop.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.recursive_loop = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetFunctionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetFunctionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.qualifier.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.qualifier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFunctionResponse {
    pub configuration: Option<FunctionConfiguration>,
    pub code: Option<FunctionCodeLocation>,
    pub tags: Option<std::collections::BTreeMap<String, String>>,
    pub tags_error: Option<TagsError>,
    pub concurrency: Option<Concurrency>,
}

impl Shape for GetFunctionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetFunctionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.configuration.write(at, to),
            1 => self.code.write(at, to),
            2 => self.tags.write(at, to),
            3 => self.tags_error.write(at, to),
            4 => self.concurrency.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.configuration = Read::read(at, from)?,
            1 => self.code = Read::read(at, from)?,
            2 => self.tags = Read::read(at, from)?,
            3 => self.tags_error = Read::read(at, from)?,
            4 => self.concurrency = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetPolicyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetPolicyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.qualifier.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.qualifier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetPolicyResponse {
    pub policy: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for GetPolicyResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetPolicyResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.policy.write(at, to),
            1 => self.revision_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.policy = Read::read(at, from)?,
            1 => self.revision_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRuntimeManagementConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
}

impl Shape for GetRuntimeManagementConfigRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRuntimeManagementConfigRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.qualifier.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.qualifier = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetRuntimeManagementConfigResponse {
    pub update_runtime_on: Option<String>,
    pub function_arn: Option<String>,
    pub runtime_version_arn: Option<String>,
}

impl Shape for GetRuntimeManagementConfigResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::GetRuntimeManagementConfigResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.update_runtime_on.write(at, to),
            1 => self.function_arn.write(at, to),
            2 => self.runtime_version_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.update_runtime_on = Read::read(at, from)?,
            1 => self.function_arn = Read::read(at, from)?,
            2 => self.runtime_version_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageConfig {
    pub entry_point: Option<Vec<String>>,
    pub command: Option<Vec<String>>,
    pub working_directory: Option<String>,
}

impl Shape for ImageConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::ImageConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.entry_point.write(at, to),
            1 => self.command.write(at, to),
            2 => self.working_directory.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.entry_point = Read::read(at, from)?,
            1 => self.command = Read::read(at, from)?,
            2 => self.working_directory = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageConfigError {
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl Shape for ImageConfigError {
    fn schema(&self) -> &'static Structure {
        &schemas::ImageConfigError
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.error_code.write(at, to),
            1 => self.message.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.error_code = Read::read(at, from)?,
            1 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageConfigResponse {
    pub image_config: Option<ImageConfig>,
    pub error: Option<ImageConfigError>,
}

impl Shape for ImageConfigResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ImageConfigResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.image_config.write(at, to),
            1 => self.error.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.image_config = Read::read(at, from)?,
            1 => self.error = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InvocationRequest {
    pub function_name: String,
    pub invocation_type: Option<String>,
    pub log_type: Option<String>,
    pub client_context: Option<String>,
    pub durable_execution_name: Option<String>,
    pub payload: Option<crate::Bytes>,
    pub qualifier: Option<String>,
    pub tenant_id: Option<String>,
}

impl Shape for InvocationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::InvocationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.invocation_type.write(at, to),
            2 => self.log_type.write(at, to),
            3 => self.client_context.write(at, to),
            4 => self.durable_execution_name.write(at, to),
            5 => self.payload.write(at, to),
            6 => self.qualifier.write(at, to),
            7 => self.tenant_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.invocation_type = Read::read(at, from)?,
            2 => self.log_type = Read::read(at, from)?,
            3 => self.client_context = Read::read(at, from)?,
            4 => self.durable_execution_name = Read::read(at, from)?,
            5 => self.payload = Read::read(at, from)?,
            6 => self.qualifier = Read::read(at, from)?,
            7 => self.tenant_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct InvocationResponse {
    pub status_code: Option<i32>,
    pub function_error: Option<String>,
    pub log_result: Option<String>,
    pub payload: Option<crate::Bytes>,
    pub executed_version: Option<String>,
    pub durable_execution_arn: Option<String>,
}

impl Shape for InvocationResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::InvocationResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.status_code.write(at, to),
            1 => self.function_error.write(at, to),
            2 => self.log_result.write(at, to),
            3 => self.payload.write(at, to),
            4 => self.executed_version.write(at, to),
            5 => self.durable_execution_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.status_code = Read::read(at, from)?,
            1 => self.function_error = Read::read(at, from)?,
            2 => self.log_result = Read::read(at, from)?,
            3 => self.payload = Read::read(at, from)?,
            4 => self.executed_version = Read::read(at, from)?,
            5 => self.durable_execution_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KafkaSchemaRegistryAccessConfig {
    pub r#type: Option<String>,
    pub uri: Option<String>,
}

impl Shape for KafkaSchemaRegistryAccessConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::KafkaSchemaRegistryAccessConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.r#type.write(at, to),
            1 => self.uri.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.r#type = Read::read(at, from)?,
            1 => self.uri = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KafkaSchemaRegistryConfig {
    pub schema_registry_uri: Option<String>,
    pub event_record_format: Option<String>,
    pub access_configs: Option<Vec<KafkaSchemaRegistryAccessConfig>>,
    pub schema_validation_configs: Option<Vec<KafkaSchemaValidationConfig>>,
}

impl Shape for KafkaSchemaRegistryConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::KafkaSchemaRegistryConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.schema_registry_uri.write(at, to),
            1 => self.event_record_format.write(at, to),
            2 => self.access_configs.write(at, to),
            3 => self.schema_validation_configs.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.schema_registry_uri = Read::read(at, from)?,
            1 => self.event_record_format = Read::read(at, from)?,
            2 => self.access_configs = Read::read(at, from)?,
            3 => self.schema_validation_configs = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KafkaSchemaValidationConfig {
    pub attribute: Option<String>,
}

impl Shape for KafkaSchemaValidationConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::KafkaSchemaValidationConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.attribute.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.attribute = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LambdaManagedInstancesCapacityProviderConfig {
    pub capacity_provider_arn: String,
    pub per_execution_environment_max_concurrency: Option<i32>,
    pub execution_environment_memory_gi_b_per_v_cpu: Option<f64>,
}

impl Shape for LambdaManagedInstancesCapacityProviderConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::LambdaManagedInstancesCapacityProviderConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.capacity_provider_arn.write(at, to),
            1 => self.per_execution_environment_max_concurrency.write(at, to),
            2 => self.execution_environment_memory_gi_b_per_v_cpu.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.capacity_provider_arn = Read::read(at, from)?,
            1 => self.per_execution_environment_max_concurrency = Read::read(at, from)?,
            2 => self.execution_environment_memory_gi_b_per_v_cpu = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    pub arn: Option<String>,
    pub code_size: Option<i64>,
    pub signing_profile_version_arn: Option<String>,
    pub signing_job_arn: Option<String>,
}

impl Shape for Layer {
    fn schema(&self) -> &'static Structure {
        &schemas::Layer
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.arn.write(at, to),
            1 => self.code_size.write(at, to),
            2 => self.signing_profile_version_arn.write(at, to),
            3 => self.signing_job_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.arn = Read::read(at, from)?,
            1 => self.code_size = Read::read(at, from)?,
            2 => self.signing_profile_version_arn = Read::read(at, from)?,
            3 => self.signing_job_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAliasesRequest {
    pub function_name: String,
    pub function_version: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAliasesRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAliasesRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.function_version.write(at, to),
            2 => self.marker.write(at, to),
            3 => self.max_items.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.function_version = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            3 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListAliasesResponse {
    pub next_marker: Option<String>,
    pub aliases: Option<Vec<AliasConfiguration>>,
}

impl Shape for ListAliasesResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListAliasesResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.next_marker.write(at, to),
            1 => self.aliases.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.next_marker = Read::read(at, from)?,
            1 => self.aliases = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListEventSourceMappingsRequest {
    pub event_source_arn: Option<String>,
    pub function_name: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListEventSourceMappingsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListEventSourceMappingsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.event_source_arn.write(at, to),
            1 => self.function_name.write(at, to),
            2 => self.marker.write(at, to),
            3 => self.max_items.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.event_source_arn = Read::read(at, from)?,
            1 => self.function_name = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            3 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListEventSourceMappingsResponse {
    pub next_marker: Option<String>,
    pub event_source_mappings: Option<Vec<EventSourceMappingConfiguration>>,
}

impl Shape for ListEventSourceMappingsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListEventSourceMappingsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.next_marker.write(at, to),
            1 => self.event_source_mappings.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.next_marker = Read::read(at, from)?,
            1 => self.event_source_mappings = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionEventInvokeConfigsRequest {
    pub function_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListFunctionEventInvokeConfigsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListFunctionEventInvokeConfigsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionEventInvokeConfigsResponse {
    pub function_event_invoke_configs: Option<Vec<FunctionEventInvokeConfig>>,
    pub next_marker: Option<String>,
}

impl Shape for ListFunctionEventInvokeConfigsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListFunctionEventInvokeConfigsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_event_invoke_configs.write(at, to),
            1 => self.next_marker.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_event_invoke_configs = Read::read(at, from)?,
            1 => self.next_marker = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionsRequest {
    pub master_region: Option<String>,
    pub function_version: Option<String>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListFunctionsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListFunctionsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.master_region.write(at, to),
            1 => self.function_version.write(at, to),
            2 => self.marker.write(at, to),
            3 => self.max_items.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.master_region = Read::read(at, from)?,
            1 => self.function_version = Read::read(at, from)?,
            2 => self.marker = Read::read(at, from)?,
            3 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListFunctionsResponse {
    pub next_marker: Option<String>,
    pub functions: Option<Vec<FunctionConfiguration>>,
}

impl Shape for ListFunctionsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListFunctionsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.next_marker.write(at, to),
            1 => self.functions.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.next_marker = Read::read(at, from)?,
            1 => self.functions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsRequest {
    pub resource: String,
}

impl Shape for ListTagsRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.resource = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListTagsResponse {
    pub tags: Option<std::collections::BTreeMap<String, String>>,
}

impl Shape for ListTagsResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListTagsResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tags.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListVersionsByFunctionRequest {
    pub function_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListVersionsByFunctionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::ListVersionsByFunctionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.marker.write(at, to),
            2 => self.max_items.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.marker = Read::read(at, from)?,
            2 => self.max_items = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListVersionsByFunctionResponse {
    pub next_marker: Option<String>,
    pub versions: Option<Vec<FunctionConfiguration>>,
}

impl Shape for ListVersionsByFunctionResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::ListVersionsByFunctionResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.next_marker.write(at, to),
            1 => self.versions.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.next_marker = Read::read(at, from)?,
            1 => self.versions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoggingConfig {
    pub log_format: Option<String>,
    pub application_log_level: Option<String>,
    pub system_log_level: Option<String>,
    pub log_group: Option<String>,
}

impl Shape for LoggingConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::LoggingConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.log_format.write(at, to),
            1 => self.application_log_level.write(at, to),
            2 => self.system_log_level.write(at, to),
            3 => self.log_group.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.log_format = Read::read(at, from)?,
            1 => self.application_log_level = Read::read(at, from)?,
            2 => self.system_log_level = Read::read(at, from)?,
            3 => self.log_group = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnFailure {
    pub destination: Option<String>,
}

impl Shape for OnFailure {
    fn schema(&self) -> &'static Structure {
        &schemas::OnFailure
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.destination.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.destination = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnSuccess {
    pub destination: Option<String>,
}

impl Shape for OnSuccess {
    fn schema(&self) -> &'static Structure {
        &schemas::OnSuccess
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.destination.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.destination = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedPollerConfig {
    pub minimum_pollers: Option<i32>,
    pub maximum_pollers: Option<i32>,
    pub poller_group_name: Option<String>,
}

impl Shape for ProvisionedPollerConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::ProvisionedPollerConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.minimum_pollers.write(at, to),
            1 => self.maximum_pollers.write(at, to),
            2 => self.poller_group_name.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.minimum_pollers = Read::read(at, from)?,
            1 => self.maximum_pollers = Read::read(at, from)?,
            2 => self.poller_group_name = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublishVersionRequest {
    pub function_name: String,
    pub code_sha256: Option<String>,
    pub description: Option<String>,
    pub revision_id: Option<String>,
    pub publish_to: Option<String>,
}

impl Shape for PublishVersionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PublishVersionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.code_sha256.write(at, to),
            2 => self.description.write(at, to),
            3 => self.revision_id.write(at, to),
            4 => self.publish_to.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.code_sha256 = Read::read(at, from)?,
            2 => self.description = Read::read(at, from)?,
            3 => self.revision_id = Read::read(at, from)?,
            4 => self.publish_to = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionConcurrencyRequest {
    pub function_name: String,
    pub reserved_concurrent_executions: i32,
}

impl Shape for PutFunctionConcurrencyRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutFunctionConcurrencyRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.reserved_concurrent_executions.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.reserved_concurrent_executions = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionEventInvokeConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub maximum_retry_attempts: Option<i32>,
    pub maximum_event_age_in_seconds: Option<i32>,
    pub destination_config: Option<DestinationConfig>,
}

impl Shape for PutFunctionEventInvokeConfigRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutFunctionEventInvokeConfigRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.qualifier.write(at, to),
            2 => self.maximum_retry_attempts.write(at, to),
            3 => self.maximum_event_age_in_seconds.write(at, to),
            4 => self.destination_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.qualifier = Read::read(at, from)?,
            2 => self.maximum_retry_attempts = Read::read(at, from)?,
            3 => self.maximum_event_age_in_seconds = Read::read(at, from)?,
            4 => self.destination_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionRecursionConfigRequest {
    pub function_name: String,
    pub recursive_loop: String,
}

impl Shape for PutFunctionRecursionConfigRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutFunctionRecursionConfigRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.recursive_loop.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.recursive_loop = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutFunctionRecursionConfigResponse {
    pub recursive_loop: Option<String>,
}

impl Shape for PutFunctionRecursionConfigResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::PutFunctionRecursionConfigResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.recursive_loop.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.recursive_loop = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRuntimeManagementConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub update_runtime_on: String,
    pub runtime_version_arn: Option<String>,
}

impl Shape for PutRuntimeManagementConfigRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRuntimeManagementConfigRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.qualifier.write(at, to),
            2 => self.update_runtime_on.write(at, to),
            3 => self.runtime_version_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.qualifier = Read::read(at, from)?,
            2 => self.update_runtime_on = Read::read(at, from)?,
            3 => self.runtime_version_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutRuntimeManagementConfigResponse {
    pub update_runtime_on: String,
    pub function_arn: String,
    pub runtime_version_arn: Option<String>,
}

impl Shape for PutRuntimeManagementConfigResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::PutRuntimeManagementConfigResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.update_runtime_on.write(at, to),
            1 => self.function_arn.write(at, to),
            2 => self.runtime_version_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.update_runtime_on = Read::read(at, from)?,
            1 => self.function_arn = Read::read(at, from)?,
            2 => self.runtime_version_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemovePermissionRequest {
    pub function_name: String,
    pub statement_id: String,
    pub qualifier: Option<String>,
    pub revision_id: Option<String>,
}

impl Shape for RemovePermissionRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::RemovePermissionRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.statement_id.write(at, to),
            2 => self.qualifier.write(at, to),
            3 => self.revision_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.statement_id = Read::read(at, from)?,
            2 => self.qualifier = Read::read(at, from)?,
            3 => self.revision_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResolvedS3Object {
    pub s3_bucket: Option<String>,
    pub s3_key: Option<String>,
    pub s3_object_version: Option<String>,
}

impl Shape for ResolvedS3Object {
    fn schema(&self) -> &'static Structure {
        &schemas::ResolvedS3Object
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.s3_bucket.write(at, to),
            1 => self.s3_key.write(at, to),
            2 => self.s3_object_version.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.s3_bucket = Read::read(at, from)?,
            1 => self.s3_key = Read::read(at, from)?,
            2 => self.s3_object_version = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuntimeVersionConfig {
    pub runtime_version_arn: Option<String>,
    pub error: Option<RuntimeVersionError>,
}

impl Shape for RuntimeVersionConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::RuntimeVersionConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.runtime_version_arn.write(at, to),
            1 => self.error.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.runtime_version_arn = Read::read(at, from)?,
            1 => self.error = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuntimeVersionError {
    pub error_code: Option<String>,
    pub message: Option<String>,
}

impl Shape for RuntimeVersionError {
    fn schema(&self) -> &'static Structure {
        &schemas::RuntimeVersionError
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.error_code.write(at, to),
            1 => self.message.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.error_code = Read::read(at, from)?,
            1 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3FilesConfig {
    pub direct_s3_read: Option<String>,
}

impl Shape for S3FilesConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::S3FilesConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.direct_s3_read.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.direct_s3_read = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScalingConfig {
    pub maximum_concurrency: Option<i32>,
}

impl Shape for ScalingConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::ScalingConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.maximum_concurrency.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.maximum_concurrency = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SelfManagedEventSource {
    pub endpoints: Option<std::collections::BTreeMap<String, Vec<String>>>,
}

impl Shape for SelfManagedEventSource {
    fn schema(&self) -> &'static Structure {
        &schemas::SelfManagedEventSource
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.endpoints.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.endpoints = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SelfManagedKafkaEventSourceConfig {
    pub consumer_group_id: Option<String>,
    pub schema_registry_config: Option<KafkaSchemaRegistryConfig>,
    pub consumption_mode: Option<String>,
}

impl Shape for SelfManagedKafkaEventSourceConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::SelfManagedKafkaEventSourceConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.consumer_group_id.write(at, to),
            1 => self.schema_registry_config.write(at, to),
            2 => self.consumption_mode.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.consumer_group_id = Read::read(at, from)?,
            1 => self.schema_registry_config = Read::read(at, from)?,
            2 => self.consumption_mode = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapStart {
    pub apply_on: Option<String>,
}

impl Shape for SnapStart {
    fn schema(&self) -> &'static Structure {
        &schemas::SnapStart
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.apply_on.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.apply_on = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapStartResponse {
    pub apply_on: Option<String>,
    pub optimization_status: Option<String>,
}

impl Shape for SnapStartResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::SnapStartResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.apply_on.write(at, to),
            1 => self.optimization_status.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.apply_on = Read::read(at, from)?,
            1 => self.optimization_status = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceAccessConfiguration {
    pub r#type: Option<String>,
    pub uri: Option<String>,
}

impl Shape for SourceAccessConfiguration {
    fn schema(&self) -> &'static Structure {
        &schemas::SourceAccessConfiguration
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.r#type.write(at, to),
            1 => self.uri.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.r#type = Read::read(at, from)?,
            1 => self.uri = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagResourceRequest {
    pub resource: String,
    pub tags: std::collections::BTreeMap<String, String>,
}

impl Shape for TagResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::TagResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource.write(at, to),
            1 => self.tags.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.resource = Read::read(at, from)?,
            1 => self.tags = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagsError {
    pub error_code: String,
    pub message: String,
}

impl Shape for TagsError {
    fn schema(&self) -> &'static Structure {
        &schemas::TagsError
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.error_code.write(at, to),
            1 => self.message.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.error_code = Read::read(at, from)?,
            1 => self.message = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TenancyConfig {
    pub tenant_isolation_mode: String,
}

impl Shape for TenancyConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::TenancyConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.tenant_isolation_mode.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.tenant_isolation_mode = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TracingConfig {
    pub mode: Option<String>,
}

impl Shape for TracingConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::TracingConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.mode.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.mode = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TracingConfigResponse {
    pub mode: Option<String>,
}

impl Shape for TracingConfigResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::TracingConfigResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.mode.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.mode = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UntagResourceRequest {
    pub resource: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UntagResourceRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.resource.write(at, to),
            1 => self.tag_keys.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.resource = Read::read(at, from)?,
            1 => self.tag_keys = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateAliasRequest {
    pub function_name: String,
    pub name: String,
    pub function_version: Option<String>,
    pub description: Option<String>,
    pub routing_config: Option<AliasRoutingConfiguration>,
    pub revision_id: Option<String>,
}

impl Shape for UpdateAliasRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateAliasRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.name.write(at, to),
            2 => self.function_version.write(at, to),
            3 => self.description.write(at, to),
            4 => self.routing_config.write(at, to),
            5 => self.revision_id.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.name = Read::read(at, from)?,
            2 => self.function_version = Read::read(at, from)?,
            3 => self.description = Read::read(at, from)?,
            4 => self.routing_config = Read::read(at, from)?,
            5 => self.revision_id = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateEventSourceMappingRequest {
    pub uuid: String,
    pub function_name: Option<String>,
    pub enabled: Option<bool>,
    pub batch_size: Option<i32>,
    pub filter_criteria: Option<FilterCriteria>,
    pub kms_key_arn: Option<String>,
    pub metrics_config: Option<EventSourceMappingMetricsConfig>,
    pub logging_config: Option<EventSourceMappingLoggingConfig>,
    pub scaling_config: Option<ScalingConfig>,
    pub maximum_batching_window_in_seconds: Option<i32>,
    pub parallelization_factor: Option<i32>,
    pub destination_config: Option<DestinationConfig>,
    pub maximum_record_age_in_seconds: Option<i32>,
    pub bisect_batch_on_function_error: Option<bool>,
    pub maximum_retry_attempts: Option<i32>,
    pub tumbling_window_in_seconds: Option<i32>,
    pub source_access_configurations: Option<Vec<SourceAccessConfiguration>>,
    pub function_response_types: Option<Vec<String>>,
    pub amazon_managed_kafka_event_source_config: Option<AmazonManagedKafkaEventSourceConfig>,
    pub self_managed_kafka_event_source_config: Option<SelfManagedKafkaEventSourceConfig>,
    pub document_db_event_source_config: Option<DocumentDBEventSourceConfig>,
    pub provisioned_poller_config: Option<ProvisionedPollerConfig>,
}

impl Shape for UpdateEventSourceMappingRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateEventSourceMappingRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.uuid.write(at, to),
            1 => self.function_name.write(at, to),
            2 => self.enabled.write(at, to),
            3 => self.batch_size.write(at, to),
            4 => self.filter_criteria.write(at, to),
            5 => self.kms_key_arn.write(at, to),
            6 => self.metrics_config.write(at, to),
            7 => self.logging_config.write(at, to),
            8 => self.scaling_config.write(at, to),
            9 => self.maximum_batching_window_in_seconds.write(at, to),
            10 => self.parallelization_factor.write(at, to),
            11 => self.destination_config.write(at, to),
            12 => self.maximum_record_age_in_seconds.write(at, to),
            13 => self.bisect_batch_on_function_error.write(at, to),
            14 => self.maximum_retry_attempts.write(at, to),
            15 => self.tumbling_window_in_seconds.write(at, to),
            16 => self.source_access_configurations.write(at, to),
            17 => self.function_response_types.write(at, to),
            18 => self.amazon_managed_kafka_event_source_config.write(at, to),
            19 => self.self_managed_kafka_event_source_config.write(at, to),
            20 => self.document_db_event_source_config.write(at, to),
            21 => self.provisioned_poller_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.uuid = Read::read(at, from)?,
            1 => self.function_name = Read::read(at, from)?,
            2 => self.enabled = Read::read(at, from)?,
            3 => self.batch_size = Read::read(at, from)?,
            4 => self.filter_criteria = Read::read(at, from)?,
            5 => self.kms_key_arn = Read::read(at, from)?,
            6 => self.metrics_config = Read::read(at, from)?,
            7 => self.logging_config = Read::read(at, from)?,
            8 => self.scaling_config = Read::read(at, from)?,
            9 => self.maximum_batching_window_in_seconds = Read::read(at, from)?,
            10 => self.parallelization_factor = Read::read(at, from)?,
            11 => self.destination_config = Read::read(at, from)?,
            12 => self.maximum_record_age_in_seconds = Read::read(at, from)?,
            13 => self.bisect_batch_on_function_error = Read::read(at, from)?,
            14 => self.maximum_retry_attempts = Read::read(at, from)?,
            15 => self.tumbling_window_in_seconds = Read::read(at, from)?,
            16 => self.source_access_configurations = Read::read(at, from)?,
            17 => self.function_response_types = Read::read(at, from)?,
            18 => self.amazon_managed_kafka_event_source_config = Read::read(at, from)?,
            19 => self.self_managed_kafka_event_source_config = Read::read(at, from)?,
            20 => self.document_db_event_source_config = Read::read(at, from)?,
            21 => self.provisioned_poller_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionCodeRequest {
    pub function_name: String,
    pub zip_file: Option<crate::Bytes>,
    pub s3_bucket: Option<String>,
    pub s3_key: Option<String>,
    pub s3_object_version: Option<String>,
    pub s3_object_storage_mode: Option<String>,
    pub image_uri: Option<String>,
    pub architectures: Option<Vec<String>>,
    pub publish: Option<bool>,
    pub publish_to: Option<String>,
    pub dry_run: Option<bool>,
    pub revision_id: Option<String>,
    pub source_kms_key_arn: Option<String>,
}

impl Shape for UpdateFunctionCodeRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateFunctionCodeRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.zip_file.write(at, to),
            2 => self.s3_bucket.write(at, to),
            3 => self.s3_key.write(at, to),
            4 => self.s3_object_version.write(at, to),
            5 => self.s3_object_storage_mode.write(at, to),
            6 => self.image_uri.write(at, to),
            7 => self.architectures.write(at, to),
            8 => self.publish.write(at, to),
            9 => self.publish_to.write(at, to),
            10 => self.dry_run.write(at, to),
            11 => self.revision_id.write(at, to),
            12 => self.source_kms_key_arn.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.zip_file = Read::read(at, from)?,
            2 => self.s3_bucket = Read::read(at, from)?,
            3 => self.s3_key = Read::read(at, from)?,
            4 => self.s3_object_version = Read::read(at, from)?,
            5 => self.s3_object_storage_mode = Read::read(at, from)?,
            6 => self.image_uri = Read::read(at, from)?,
            7 => self.architectures = Read::read(at, from)?,
            8 => self.publish = Read::read(at, from)?,
            9 => self.publish_to = Read::read(at, from)?,
            10 => self.dry_run = Read::read(at, from)?,
            11 => self.revision_id = Read::read(at, from)?,
            12 => self.source_kms_key_arn = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionConfigurationRequest {
    pub function_name: String,
    pub role: Option<String>,
    pub handler: Option<String>,
    pub description: Option<String>,
    pub timeout: Option<i32>,
    pub memory_size: Option<i32>,
    pub vpc_config: Option<VpcConfig>,
    pub environment: Option<Environment>,
    pub runtime: Option<String>,
    pub dead_letter_config: Option<DeadLetterConfig>,
    pub kms_key_arn: Option<String>,
    pub tracing_config: Option<TracingConfig>,
    pub revision_id: Option<String>,
    pub layers: Option<Vec<String>>,
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    pub image_config: Option<ImageConfig>,
    pub ephemeral_storage: Option<EphemeralStorage>,
    pub snap_start: Option<SnapStart>,
    pub logging_config: Option<LoggingConfig>,
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    pub durable_config: Option<DurableConfig>,
    pub runtime_config: Option<FunctionRuntimeConfig>,
    pub accelerator_config: Option<AcceleratorConfig>,
}

impl Shape for UpdateFunctionConfigurationRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateFunctionConfigurationRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.role.write(at, to),
            2 => self.handler.write(at, to),
            3 => self.description.write(at, to),
            4 => self.timeout.write(at, to),
            5 => self.memory_size.write(at, to),
            6 => self.vpc_config.write(at, to),
            7 => self.environment.write(at, to),
            8 => self.runtime.write(at, to),
            9 => self.dead_letter_config.write(at, to),
            10 => self.kms_key_arn.write(at, to),
            11 => self.tracing_config.write(at, to),
            12 => self.revision_id.write(at, to),
            13 => self.layers.write(at, to),
            14 => self.file_system_configs.write(at, to),
            15 => self.image_config.write(at, to),
            16 => self.ephemeral_storage.write(at, to),
            17 => self.snap_start.write(at, to),
            18 => self.logging_config.write(at, to),
            19 => self.capacity_provider_config.write(at, to),
            20 => self.durable_config.write(at, to),
            21 => self.runtime_config.write(at, to),
            22 => self.accelerator_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.role = Read::read(at, from)?,
            2 => self.handler = Read::read(at, from)?,
            3 => self.description = Read::read(at, from)?,
            4 => self.timeout = Read::read(at, from)?,
            5 => self.memory_size = Read::read(at, from)?,
            6 => self.vpc_config = Read::read(at, from)?,
            7 => self.environment = Read::read(at, from)?,
            8 => self.runtime = Read::read(at, from)?,
            9 => self.dead_letter_config = Read::read(at, from)?,
            10 => self.kms_key_arn = Read::read(at, from)?,
            11 => self.tracing_config = Read::read(at, from)?,
            12 => self.revision_id = Read::read(at, from)?,
            13 => self.layers = Read::read(at, from)?,
            14 => self.file_system_configs = Read::read(at, from)?,
            15 => self.image_config = Read::read(at, from)?,
            16 => self.ephemeral_storage = Read::read(at, from)?,
            17 => self.snap_start = Read::read(at, from)?,
            18 => self.logging_config = Read::read(at, from)?,
            19 => self.capacity_provider_config = Read::read(at, from)?,
            20 => self.durable_config = Read::read(at, from)?,
            21 => self.runtime_config = Read::read(at, from)?,
            22 => self.accelerator_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateFunctionEventInvokeConfigRequest {
    pub function_name: String,
    pub qualifier: Option<String>,
    pub maximum_retry_attempts: Option<i32>,
    pub maximum_event_age_in_seconds: Option<i32>,
    pub destination_config: Option<DestinationConfig>,
}

impl Shape for UpdateFunctionEventInvokeConfigRequest {
    fn schema(&self) -> &'static Structure {
        &schemas::UpdateFunctionEventInvokeConfigRequest
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.function_name.write(at, to),
            1 => self.qualifier.write(at, to),
            2 => self.maximum_retry_attempts.write(at, to),
            3 => self.maximum_event_age_in_seconds.write(at, to),
            4 => self.destination_config.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.function_name = Read::read(at, from)?,
            1 => self.qualifier = Read::read(at, from)?,
            2 => self.maximum_retry_attempts = Read::read(at, from)?,
            3 => self.maximum_event_age_in_seconds = Read::read(at, from)?,
            4 => self.destination_config = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcConfig {
    pub subnet_ids: Option<Vec<String>>,
    pub security_group_ids: Option<Vec<String>>,
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

impl Shape for VpcConfig {
    fn schema(&self) -> &'static Structure {
        &schemas::VpcConfig
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subnet_ids.write(at, to),
            1 => self.security_group_ids.write(at, to),
            2 => self.ipv6_allowed_for_dual_stack.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.subnet_ids = Read::read(at, from)?,
            1 => self.security_group_ids = Read::read(at, from)?,
            2 => self.ipv6_allowed_for_dual_stack = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcConfigResponse {
    pub subnet_ids: Option<Vec<String>>,
    pub security_group_ids: Option<Vec<String>>,
    pub vpc_id: Option<String>,
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

impl Shape for VpcConfigResponse {
    fn schema(&self) -> &'static Structure {
        &schemas::VpcConfigResponse
    }

    fn write_member(&self, index: usize, at: &'static Member, to: &mut dyn Serializer) {
        match index {
            0 => self.subnet_ids.write(at, to),
            1 => self.security_group_ids.write(at, to),
            2 => self.vpc_id.write(at, to),
            3 => self.ipv6_allowed_for_dual_stack.write(at, to),
            _ => {}
        }
    }

    fn read_member(
        &mut self,
        index: usize,
        at: &'static Member,
        from: &mut dyn Deserializer,
    ) -> Result<(), DecodeError> {
        match index {
            0 => self.subnet_ids = Read::read(at, from)?,
            1 => self.security_group_ids = Read::read(at, from)?,
            2 => self.vpc_id = Read::read(at, from)?,
            3 => self.ipv6_allowed_for_dual_stack = Read::read(at, from)?,
            _ => {}
        }
        Ok(())
    }
}
