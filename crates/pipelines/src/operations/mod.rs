//! The operations, one file each.

mod create_event_source_mapping;
mod delete_event_source_mapping;
mod get_event_source_mapping;
mod list_event_source_mappings;
mod update_event_source_mapping;
