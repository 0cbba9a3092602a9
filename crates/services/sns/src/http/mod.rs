//! Deliveries to HTTP and HTTPS endpoints.
