//! One file per operation.

mod create_function;
mod delete_function;
mod get_function;
mod get_function_configuration;
mod invoke;
mod list_functions;
mod update_function_code;
mod update_function_configuration;
