//! Pages of what lies in a table, and tokens for what comes after them.

use crate::errors;
use bytes::Bytes;
use platform::{Context, Records, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{KeyRange, Scan};

/// How many rows are read at once.
const ROWS: usize = 1000;

/// The token for what comes after a key.
pub fn token(key: &[u8]) -> String {
    base64_simd::URL_SAFE_NO_PAD.encode_to_string(key)
}

/// The key of a token.
///
/// # Errors
/// It is not one of these.
pub fn key(token: &str) -> Result<Vec<u8>> {
    base64_simd::URL_SAFE_NO_PAD.decode_to_vec(token).map_err(|_| errors::bad_token())
}

/// The next rows below a prefix that are wanted, and the token for what follows.
///
/// # Errors
/// The storage's, and that a token is none.
pub async fn page<T: Serialize + DeserializeOwned>(
    cx: &Context,
    table: &Records<T>,
    prefix: &[u8],
    most: usize,
    token: Option<&str>,
    wanted: impl Fn(&T) -> bool,
) -> Result<(Vec<(Bytes, T)>, Option<String>)> {
    let mut range = KeyRange::prefix(prefix);
    if let Some(token) = token {
        range = range.after(&key(token)?);
    }
    let mut found: Vec<(Bytes, T)> = Vec::new();
    loop {
        let scan = Scan { range: range.clone(), limit: ROWS, reverse: false };
        let rows = table.scan(cx.tables(), scan).await?;
        let last = (rows.len() == ROWS).then(|| rows.last().map(|row| row.0.clone())).flatten();
        for row in rows.into_iter().filter(|row| wanted(&row.1)) {
            if found.len() == most {
                let after = found.last().map(|row| self::token(&row.0));
                return Ok((found, after));
            }
            found.push(row);
        }
        match last {
            Some(last) => range = range.after(&last),
            None => return Ok((found, None)),
        }
    }
}
