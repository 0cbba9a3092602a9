//! services/kinesis
