//! The certificate that signatures are verified with.
