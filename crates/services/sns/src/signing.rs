//! Signatures of messages.
