//! One file per operation.

mod add_permission;
mod create_function;
mod delete_function;
mod delete_function_concurrency;
mod delete_function_event_invoke_config;
mod get_function;
mod get_function_concurrency;
mod get_function_configuration;
mod get_function_event_invoke_config;
mod get_policy;
mod invoke;
mod list_function_event_invoke_configs;
mod list_functions;
mod list_tags;
mod put_function_concurrency;
mod put_function_event_invoke_config;
mod remove_permission;
mod tag_resource;
mod untag_resource;
mod update_function_code;
mod update_function_configuration;
mod update_function_event_invoke_config;
