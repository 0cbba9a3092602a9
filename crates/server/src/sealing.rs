//! The user's key, by which contents are sealed: read from its file, and held against the data.

use crate::private;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use store::Store;
use store_sealed::{KEY_BYTES, Key, Refusal};

/// The engines under the key in this file, or under none. The error is a sentence for the user.
pub async fn seal(store: Store, file: Option<&Path>, data: &Path) -> Result<Store, String> {
    let key = file.map(|file| read(file, data)).transpose()?;
    let sealed = store_sealed::open(store, key, s3::CONTENTS).await;
    sealed.map_err(|refusal| match refusal {
        Refusal::NoKey => format!(
            "contents in {} are sealed: name the file of their key, --data-key-file",
            data.display()
        ),
        Refusal::OtherKey => format!(
            "contents in {} are sealed with another key than that of --data-key-file",
            data.display()
        ),
        Refusal::Engine(error) => error.to_string(),
    })
}

/// The key in a file that only its user can read, and that does not lie beside what it seals.
fn read(file: &Path, data: &Path) -> Result<Key, String> {
    let shown = file.display();
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => format!(
            "the key {shown} is not there: openssl rand -out {shown} {KEY_BYTES} makes one; whoever \
             loses it loses the data"
        ),
        _ => format!("the key {shown} cannot be read: {error}"),
    };
    if let Some(problem) = private::openness(&fs::metadata(file).map_err(failed)?) {
        return Err(format!("the key {shown} {problem}: chmod 600 {shown}"));
    }
    let (real, data) = (file.canonicalize().map_err(failed)?, data.canonicalize());
    if data.is_ok_and(|data| real.starts_with(data)) {
        return Err(format!(
            "the key {shown} lies among the data that it seals: keep it elsewhere"
        ));
    }
    let bytes = fs::read(file).map_err(failed)?;
    let key = parse(&bytes).ok_or_else(|| {
        format!("the key {shown} is neither {KEY_BYTES} bytes nor as many in hexadecimal digits")
    })?;
    Ok(Key::new(key))
}

/// 32 bytes as they are, or 64 hexadecimal digits on a line.
fn parse(bytes: &[u8]) -> Option<[u8; KEY_BYTES]> {
    if let Ok(key) = bytes.try_into() {
        return Some(key);
    }
    let digits = bytes.trim_ascii();
    if digits.len() != 2 * KEY_BYTES {
        return None;
    }
    let mut key = [0; KEY_BYTES];
    for (byte, digits) in key.iter_mut().zip(digits.chunks_exact(2)) {
        let digit = |at: usize| char::from(digits[at]).to_digit(16);
        // Two digits make a byte.
        *byte = (digit(0)? << 4 | digit(1)?) as u8;
    }
    Some(key)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_key_is_bytes_or_digits() {
        let key: Vec<u8> = (100..132).collect();
        assert_eq!(parse(&key).unwrap().to_vec(), key);
        let digits: String = key.iter().map(|byte| format!("{byte:02X}")).collect();
        assert_eq!(parse(format!("{digits}\n").as_bytes()).unwrap().to_vec(), key);
        let strange = digits.replacen('6', "x", 1);
        for wrong in [&b""[..], &key[1..], &digits.as_bytes()[1..], strange.as_bytes()] {
            assert_eq!(parse(wrong), None);
        }
    }

    #[test]
    fn a_key_is_closed_and_lies_elsewhere() {
        let (dir, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = dir.path().join("key");
        assert!(read(&file, data.path()).unwrap_err().contains("is not there"));
        fs::write(&file, [1; KEY_BYTES]).unwrap();
        for mode in [0o640, 0o604, 0o620] {
            fs::set_permissions(&file, Permissions::from_mode(mode)).unwrap();
            assert!(read(&file, data.path()).unwrap_err().contains("chmod 600"), "{mode:o}");
        }
        fs::set_permissions(&file, Permissions::from_mode(0o400)).unwrap();
        assert!(read(&file, data.path()).is_ok());
        assert!(read(&file, dir.path()).unwrap_err().contains("lies among the data"));
    }
}
