//! The one place where an operation's error becomes an error of the wire.

use shapes::{Dialect, Service, StreamError};
use wire::{Codec, WireError};

/// An operation's error, as its service words failures.
pub(crate) fn to_wire(error: platform::Error, service: &Service) -> WireError {
    let own = WireError::declared(error.shape, error.message);
    let own =
        WireError { fields: error.fields, detail: error.detail, headers: error.headers, ..own };
    if own.code != "InternalFailure" {
        return own;
    }
    let (shape, message) = &service.dialect.failure;
    let message = message.map_or(own.message, str::to_owned);
    WireError { code: shape.code.into(), message, ..own }
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
    let name = service.dialect.name;
    let without = service.dialect.without.iter().find(|(part, _)| operation.contains(part));
    let message = match without {
        Some((_, why)) => format!("{name}.{operation} is not implemented by Waterwheel: {why}."),
        None => format!("{name}.{operation} is not implemented by Waterwheel yet."),
    };
    WireError::not_here(message)
}

/// A body longer than the service takes, in each protocol's words.
pub(crate) fn too_large(
    (service, operation): (Option<&Service>, &str),
    codec: Codec,
    limit: usize,
) -> WireError {
    if let Some(own) = service.and_then(|service| service.dialect.too_large.as_ref()) {
        return WireError::declared(&own.shape, (own.words)(operation, limit));
    }
    match codec {
        Codec::RestXml => {
            WireError::client("MaxMessageLengthExceeded", 400, "Your request was too big.")
                .with_field("MaxMessageLengthBytes", limit.to_string())
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
    static COMMON: Dialect = Dialect::common("", &[]);
    let (shape, message) = &service.map_or(&COMMON, |service| service.dialect).full;
    WireError::declared(shape, *message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_is_too_long_is_refused_for_its_operation() {
        let service = shapes::SERVICES.iter().copied().find(|service| service.id == "lambda");
        let words = |operation| {
            let error = too_large((service, operation), Codec::RestJson, 70_167_211);
            assert_eq!((&*error.code, error.status), ("RequestEntityTooLargeException", 413));
            error.message.to_string()
        };
        for (operation, expected) in [
            ("CreateFunction", "70167211 bytes for the CreateFunction operation"),
            ("UpdateFunctionCode", "69905067 bytes for the UpdateFunctionCode operation"),
            ("Invoke", "6291456 bytes for the InvokeFunction operation"),
        ] {
            assert_eq!(words(operation), format!("Request must be smaller than {expected}"));
        }
    }

    #[test]
    fn what_a_service_does_without_is_told_with_the_reason() {
        let message = |operation| not_served(&shapes::sns::SERVICE, operation).message.to_string();
        assert_eq!(
            message("CreatePlatformEndpoint"),
            "SNS.CreatePlatformEndpoint is not implemented by Waterwheel: it is connected to no push \
             service of mobile devices."
        );
        assert!(message("ListPhoneNumbersOptedOut").contains("no telephone network"));
        assert!(message("Anything").ends_with("is not implemented by Waterwheel yet."));
    }

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
