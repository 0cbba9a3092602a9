//! services/lambda
