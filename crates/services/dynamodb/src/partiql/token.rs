//! Where a statement goes on: its `NextToken`.
//!
//! A version, a digest of the statement and its parameters, which of its reads it was at, and the
//! last key of that read, if it had begun; all of it in base64.

use crate::errors::invalid;
use crate::value::{Item, codec};
use base64_simd::STANDARD as BASE64;
use platform::{Error, Result};
use sha2::{Digest, Sha256};

const VERSION: u8 = 1;
const DIGEST: usize = 16;

/// What a token is good for.
pub(super) fn digest(statement: &str, parameters: &impl std::fmt::Debug) -> [u8; DIGEST] {
    let all = Sha256::digest(format!("{statement}\0{parameters:?}"));
    let mut digest = [0; DIGEST];
    digest.iter_mut().zip(all).for_each(|(to, from)| *to = from);
    digest
}

/// How far a statement is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Position {
    /// Which of its reads.
    pub read: usize,
    /// Behind which key of it.
    pub key: Option<Item>,
}

impl Position {
    /// As a client gets it.
    pub fn write(&self, digest: [u8; DIGEST]) -> String {
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&digest);
        bytes.extend_from_slice(&u32::try_from(self.read).unwrap_or(u32::MAX).to_be_bytes());
        if let Some(key) = &self.key {
            bytes.extend_from_slice(&codec::encode_item(key));
        }
        BASE64.encode_to_string(bytes)
    }

    /// What a client gives back.
    ///
    /// # Errors
    /// It is none that was given for this statement.
    pub fn read(token: &str, digest: [u8; DIGEST]) -> Result<Self> {
        let bytes = BASE64.decode_to_vec(token).map_err(|_| bad_token())?;
        let rest = bytes.strip_prefix(&[VERSION]).ok_or_else(bad_token)?;
        let (of, rest) = rest.split_at_checked(DIGEST).ok_or_else(bad_token)?;
        if of != digest {
            return Err(invalid("NextToken does not match request"));
        }
        let (read, key) = rest.split_first_chunk::<4>().ok_or_else(bad_token)?;
        let read = u32::from_be_bytes(*read) as usize;
        let key = match key {
            [] => None,
            key => Some(codec::decode_item(key).map_err(|_| bad_token())?),
        };
        Ok(Self { read, key })
    }
}

/// It is no token.
pub(super) fn bad_token() -> Error {
    invalid("Invalid NextToken")
}

#[cfg(test)]
mod tests {
    use super::*;
    use shapes::AttributeValue;

    #[test]
    fn tokens_are_good_for_their_statement_alone() {
        let of = digest("SELECT", &[1]);
        let key = [("k".to_owned(), AttributeValue::S("v".to_owned()))].into();
        let position = Position { read: 2, key: Some(key) };
        let token = position.write(of);
        assert_eq!(Position::read(&token, of).unwrap(), position);
        assert_eq!(
            Position::read(&token, digest("SELECT", &[2])).unwrap_err().message,
            "NextToken does not match request"
        );
        for bad in ["", "x", "AAAA", "AQ=="] {
            assert_eq!(Position::read(bad, of).unwrap_err().message, "Invalid NextToken");
        }
    }
}
