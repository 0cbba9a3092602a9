//! When a delivery that failed is tried again.
