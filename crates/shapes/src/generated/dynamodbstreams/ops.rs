// Written by `cargo xtask codegen`; changes made here are lost.

use super::{SERVICE, schemas};
use crate::{Operation, OperationSchema};

/// `DescribeStream`.
#[derive(Clone, Copy, Debug)]
pub struct DescribeStream;

impl Operation for DescribeStream {
    type Input = super::DescribeStreamInput;
    type Output = super::DescribeStreamOutput;
    const SCHEMA: &'static OperationSchema = &DESCRIBE_STREAM;
}

static DESCRIBE_STREAM: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "DescribeStream",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::DescribeStreamInput,
    empty_input: || Box::new(<super::DescribeStreamInput as Default>::default()),
    output: &schemas::DescribeStreamOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetRecords`.
#[derive(Clone, Copy, Debug)]
pub struct GetRecords;

impl Operation for GetRecords {
    type Input = super::GetRecordsInput;
    type Output = super::GetRecordsOutput;
    const SCHEMA: &'static OperationSchema = &GET_RECORDS;
}

static GET_RECORDS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetRecords",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetRecordsInput,
    empty_input: || Box::new(<super::GetRecordsInput as Default>::default()),
    output: &schemas::GetRecordsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `GetShardIterator`.
#[derive(Clone, Copy, Debug)]
pub struct GetShardIterator;

impl Operation for GetShardIterator {
    type Input = super::GetShardIteratorInput;
    type Output = super::GetShardIteratorOutput;
    const SCHEMA: &'static OperationSchema = &GET_SHARD_ITERATOR;
}

static GET_SHARD_ITERATOR: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "GetShardIterator",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::GetShardIteratorInput,
    empty_input: || Box::new(<super::GetShardIteratorInput as Default>::default()),
    output: &schemas::GetShardIteratorOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};

/// `ListStreams`.
#[derive(Clone, Copy, Debug)]
pub struct ListStreams;

impl Operation for ListStreams {
    type Input = super::ListStreamsInput;
    type Output = super::ListStreamsOutput;
    const SCHEMA: &'static OperationSchema = &LIST_STREAMS;
}

static LIST_STREAMS: OperationSchema = OperationSchema {
    service: &SERVICE,
    name: "ListStreams",
    method: "POST",
    uri: "/",
    status: 200,
    input: &schemas::ListStreamsInput,
    empty_input: || Box::new(<super::ListStreamsInput as Default>::default()),
    output: &schemas::ListStreamsOutput,
    result_wrapper: None,
    xml_root: None,
    xml_unwrapped: false,
};
