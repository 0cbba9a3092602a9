//! services/sts
