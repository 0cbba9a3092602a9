//! services/s3
