//! An error on its way to the wire.

use shapes::Shape;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// An error as a client will see it, before a protocol gives it its form.
#[derive(Clone, Debug)]
pub struct WireError {
    /// The code, such as `ResourceNotFoundException`.
    pub code: Cow<'static, str>,
    /// The HTTP status.
    pub status: u16,
    /// The request was at fault, not the service.
    pub sender_fault: bool,
    /// The text for the caller.
    pub message: String,
    /// JSON bodies spell the message's member `Message`, not `message`.
    pub capital_message: bool,
    /// Further members of the body, such as Lambda's `Type` or S3's `BucketName`.
    pub fields: Vec<(&'static str, String)>,
    /// A structure whose members stand in the body too, such as DynamoDB's reasons why a transaction
    /// was cancelled.
    pub detail: Option<Arc<dyn Shape>>,
    /// Further headers.
    pub headers: Vec<(&'static str, String)>,
}

impl PartialEq for WireError {
    fn eq(&self, other: &Self) -> bool {
        let told = |it: &Self| format!("{it:?}");
        told(self) == told(other)
    }
}

impl WireError {
    /// An error of the sender.
    pub fn client(
        code: impl Into<Cow<'static, str>>,
        status: u16,
        message: impl Into<String>,
    ) -> Self {
        Self {
            code: code.into(),
            status,
            sender_fault: true,
            message: message.into(),
            capital_message: false,
            fields: Vec::new(),
            detail: None,
            headers: Vec::new(),
        }
    }

    /// An error that a model declares.
    pub fn declared(shape: &shapes::ErrorShape, message: impl Into<String>) -> Self {
        Self {
            sender_fault: shape.fault == shapes::Fault::Client,
            capital_message: shape.message_member == "Message",
            ..Self::client(shape.code, shape.status, message)
        }
    }

    /// The service failed; `InternalFailure` with status 500.
    pub fn internal(message: impl Into<String>) -> Self {
        Self { sender_fault: false, ..Self::client("InternalFailure", 500, message) }
    }

    /// A body that cannot be read as the operation's input.
    pub fn serialization(message: impl Into<String>) -> Self {
        Self { capital_message: true, ..Self::client("SerializationException", 400, message) }
    }

    /// A request that names no operation of the service.
    pub fn unknown_operation(status: u16) -> Self {
        Self::client("UnknownOperationException", status, "")
    }

    /// A value that breaks the model's constraints; [`decode`](crate::decode) words it per
    /// service.
    pub fn validation(message: impl Into<String>) -> Self {
        Self::client("ValidationException", 400, message)
    }

    /// A body that is not the XML that S3 expects.
    pub fn malformed_xml() -> Self {
        Self::client(
            "MalformedXML",
            400,
            "The XML you provided was not well-formed or did not validate against our published \
             schema",
        )
    }

    /// An address that cannot be decoded.
    pub fn invalid_uri() -> Self {
        Self::client("InvalidURI", 400, "Couldn't parse the specified URI.")
    }

    /// What is not built here, said so. With 501, which would be the word for it, many clients try again
    /// for half a minute.
    pub fn not_here(message: impl Into<String>) -> Self {
        Self::client("NotImplemented", 400, message)
    }

    /// An operation of the model that is not served, answered as the protocol would.
    pub fn not_implemented(codec: crate::Codec, operation: &str) -> Self {
        use crate::Codec;
        let words = format!("The operation {operation} is not implemented.");
        match codec {
            Codec::RestXml => Self::not_here(words),
            Codec::Query => Self::client("InvalidAction", 400, words),
            Codec::Json | Codec::Cbor | Codec::RpcV2Cbor => {
                Self::client("UnknownOperationException", 400, words)
            }
            Codec::RestJson => Self::client("UnknownOperationException", 404, words),
        }
    }

    /// The same with a further member in the body.
    pub fn with_field(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    /// The same with a further header.
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for WireError {}
