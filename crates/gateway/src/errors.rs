//! The one place where an operation's error becomes an error of the wire.

use shapes::{Service, StreamError};
use wire::{Codec, WireError};

/// An operation's error, as its service words failures.
pub(crate) fn to_wire(error: platform::Error, service: &Service) -> WireError {
    let own = WireError::declared(error.shape, error.message);
    let own = WireError { fields: error.fields, headers: error.headers, ..own };
    if own.code != "InternalFailure" {
        return own;
    }
    match service.id {
        "s3" => WireError {
            code: "InternalError".into(),
            message: "We encountered an internal error. Please try again.".to_owned(),
            ..own
        },
        "lambda" => WireError { code: "ServiceException".into(), ..own },
        _ => own,
    }
}

/// A body that could not be read to its end.
pub(crate) fn of_body(error: StreamError, service: Option<&Service>) -> WireError {
    let error = platform::Error::from(error);
    match service {
        Some(service) => to_wire(error, service),
        None => WireError::declared(error.shape, error.message),
    }
}

/// An operation of the model that nobody serves here.
pub(crate) fn not_served(service: &Service, operation: &str) -> WireError {
    let name = match service.id {
        "iam" => "IAM",
        "kinesis" => "Kinesis",
        "lambda" => "Lambda",
        "logs" => "CloudWatchLogs",
        "s3" => "S3",
        "sts" => "STS",
        other => other,
    };
    let message = format!("{name}.{operation} is not implemented by Waterwheel yet.");
    WireError::client("NotImplemented", 501, message)
}

/// A body longer than the service takes, in each protocol's words.
pub(crate) fn too_large(service: Option<&Service>, codec: Codec, limit: usize) -> WireError {
    match codec {
        Codec::RestXml => {
            WireError::client("MaxMessageLengthExceeded", 400, "Your request was too big.")
                .with_field("MaxMessageLengthBytes", limit.to_string())
        }
        Codec::RestJson if service.is_some_and(|service| service.id == "lambda") => {
            let message = format!("Request must be smaller than {limit} bytes");
            WireError::client("RequestTooLargeException", 413, message)
        }
        Codec::Query => {
            WireError::client("RequestEntityTooLarge", 413, "Request size exceeded the limit.")
        }
        _ => {
            let message = format!("Request size exceeded the limit of {limit} bytes.");
            WireError::client("RequestEntityTooLargeException", 413, message)
        }
    }
}

/// No room for one more body, in words that every SDK takes for a reason to try again later.
pub(crate) fn full(service: Option<&'static Service>) -> WireError {
    match service.map_or("", |service| service.id) {
        "s3" => WireError {
            sender_fault: false,
            ..WireError::client("SlowDown", 503, "Please reduce your request rate.")
        },
        "lambda" => WireError::client("TooManyRequestsException", 429, "Rate Exceeded."),
        "logs" => unavailable("ServiceUnavailableException"),
        _ => unavailable("ServiceUnavailable"),
    }
}

fn unavailable(code: &'static str) -> WireError {
    let message = "The request has failed due to a temporary failure of the server.";
    WireError { sender_fault: false, ..WireError::client(code, 503, message) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_worded_as_each_service_does() {
        let code = |service: &Service| {
            let error = to_wire(platform::Error::internal("a test"), service);
            assert_eq!((error.status, error.sender_fault), (500, false));
            error.code
        };
        assert_eq!(code(&shapes::s3::SERVICE), "InternalError");
        assert_eq!(code(&shapes::lambda::SERVICE), "ServiceException");
        assert_eq!(code(&shapes::kinesis::SERVICE), "InternalFailure");
    }
}
