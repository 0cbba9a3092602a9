//! Encryption at rest: what is asked for and what is said of it. S3 encrypts whatever it keeps, by
//! `AES256` where nothing else is asked; what that is here, page 0041 of the decisions says.

use crate::errors::{self, INVALID_ENCRYPTION_ALGORITHM};
use platform::{Error, Result};

/// The algorithm of keys that S3 keeps itself.
pub(crate) const AES256: &str = "AES256";

/// What answers say of an object, a part or an upload: `x-amz-server-side-encryption`.
pub(crate) fn encrypted() -> Option<String> {
    Some(AES256.to_owned())
}

/// Refuses another algorithm than S3's own.
///
/// # Errors
/// `NotImplemented` for keys of KMS, `InvalidArgument` for what is none.
pub(crate) fn check(asked: Option<&str>) -> Result<()> {
    match asked {
        None | Some(AES256) => Ok(()),
        Some(kms) if is_kms(kms) => {
            Err(errors::not_implemented("x-amz-server-side-encryption with keys of KMS"))
        }
        Some(_) => Err(Error::new(
            &INVALID_ENCRYPTION_ALGORITHM,
            "The encryption request you specified is not valid. The valid value is AES256.",
        )),
    }
}

/// Whether the model knows this algorithm beside `AES256`.
pub(crate) fn is_kms(algorithm: &str) -> bool {
    algorithm.starts_with("aws:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_algorithm_is_taken() {
        let code = |asked| check(asked).map_err(|error| error.code());
        assert_eq!((code(None), code(Some("AES256"))), (Ok(()), Ok(())));
        assert_eq!(code(Some("aws:kms")), Err("NotImplemented"));
        assert_eq!(code(Some("aes")), Err("InvalidEncryptionAlgorithmError"));
    }
}
