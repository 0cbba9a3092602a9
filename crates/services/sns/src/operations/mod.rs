//! One file per operation.

mod add_permission;
mod create_topic;
mod delete_topic;
mod get_topic_attributes;
mod list_tags_for_resource;
mod list_topics;
mod remove_permission;
mod set_topic_attributes;
mod tag_resource;
mod untag_resource;
