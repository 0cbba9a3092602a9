//! Paths: `/` by itself, or a text that begins and ends with one.

use crate::errors;
use platform::Result;

/// The path that is given, else `/`.
///
/// # Errors
/// `ValidationError`.
pub fn read(path: Option<String>) -> Result<String> {
    let path = path.unwrap_or_else(|| "/".to_owned());
    if path.starts_with('/') && path.ends_with('/') {
        return Ok(path);
    }
    Err(errors::validation(
        "The specified value for path is invalid. It must begin and end with / and contain only \
         alphanumeric characters and/or / characters.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_lies_between_slashes() {
        assert_eq!(read(None).unwrap(), "/");
        assert_eq!(read(Some("/a/b/".into())).unwrap(), "/a/b/");
        for path in ["a", "/a", "a/", ""] {
            assert_eq!(read(Some(path.into())).unwrap_err().code(), "ValidationError", "{path}");
        }
    }
}
