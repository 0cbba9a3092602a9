//! Errors as the models declare them.

/// Whose fault an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The request was wrong; sending it again will not help.
    Client,
    /// The service failed; the caller may retry.
    Server,
}

/// An error of a service: its code and HTTP status.
#[derive(Debug, PartialEq, Eq)]
pub struct ErrorShape {
    /// The code on the wire, such as `ResourceNotFoundException`.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// Whose fault it is.
    pub fault: Fault,
    /// How the body spells its message member in the JSON protocols: `message` or `Message`.
    pub message_member: &'static str,
}

impl ErrorShape {
    /// An error that no model declares but AWS answers with, such as S3's `AccessDenied`.
    pub const fn client(code: &'static str, status: u16) -> Self {
        Self { code, status, fault: Fault::Client, message_member: "message" }
    }

    /// The same, where the service is at fault.
    pub const fn server(code: &'static str, status: u16) -> Self {
        Self { code, status, fault: Fault::Server, message_member: "message" }
    }
}
