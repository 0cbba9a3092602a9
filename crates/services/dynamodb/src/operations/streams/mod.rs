//! DynamoDB Streams: one file per operation.

mod describe_stream;
mod get_records;
mod get_shard_iterator;
mod list_streams;
