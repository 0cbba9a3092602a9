//! services/logs
