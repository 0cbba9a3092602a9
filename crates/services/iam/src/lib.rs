//! services/iam
