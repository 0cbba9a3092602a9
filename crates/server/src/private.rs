//! What other users of this machine cannot read: the server's folders and files hold passwords
//! in functions' variables, keys that are good now, and everybody's data.

use rustix::fs::Mode;
use std::fs::{self, Metadata, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

/// What of a mode is others': the group's and everybody's.
const OTHERS: u32 = 0o077;

/// From now on what this process makes is its user's alone. Functions set their own.
pub fn make_for_this_user_only() {
    rustix::process::umask(Mode::from_raw_mode(OTHERS));
}

/// Closes a folder of ours to other users, whoever had opened it.
pub fn close_to_others(folder: &Path) {
    match close(folder) {
        Ok(false) => {}
        Ok(true) => tracing::warn!(
            "{} was open to other users of this machine; it is closed to them now",
            folder.display()
        ),
        Err(error) => {
            tracing::warn!("other users of this machine may read {}: {error}", folder.display())
        }
    }
}

/// Says whether there was anything to take away. What is another user's is left as it is.
fn close(folder: &Path) -> io::Result<bool> {
    let metadata = fs::metadata(folder)?;
    if metadata.mode() & OTHERS == 0 || !is_ours(&metadata) {
        return Ok(false);
    }
    fs::set_permissions(folder, Permissions::from_mode(metadata.mode() & 0o7777 & !OTHERS))?;
    Ok(true)
}

/// Whether it belongs to the user that this process runs as.
pub fn is_ours(metadata: &Metadata) -> bool {
    metadata.uid() == rustix::process::geteuid().as_raw()
}

/// What is wrong with who may read or write a file of settings, as a sentence for the user.
pub fn exposure(path: &Path, has_secrets: bool) -> Option<String> {
    let metadata = fs::metadata(path).ok()?;
    let shown = path.display();
    if !is_ours(&metadata) && metadata.uid() != 0 {
        return Some(format!("{shown} belongs to another user, who decides how this server runs"));
    }
    if metadata.mode() & 0o022 != 0 {
        return Some(format!("other users of this machine may write {shown}: chmod 600 {shown}"));
    }
    (has_secrets && metadata.mode() & 0o044 != 0).then(|| {
        format!("other users of this machine may read the secrets in {shown}: chmod 600 {shown}")
    })
}

/// Why a file of secrets is not its user's alone, as the rest of a sentence.
pub fn openness(metadata: &Metadata) -> Option<&'static str> {
    if !is_ours(metadata) && metadata.uid() != 0 {
        return Some("belongs to another user");
    }
    (metadata.mode() & OTHERS != 0).then_some("is open to other users of this machine")
}

/// Whether other users can put a folder of their own in the place of one of ours.
pub fn is_anybodys(parent: &Path) -> bool {
    const STICKY: u32 = 0o1000;
    fs::metadata(parent).is_ok_and(|it| it.mode() & 0o022 != 0 && it.mode() & STICKY == 0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn settings_with_secrets_are_to_be_closed() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let set = |mode| fs::set_permissions(file.path(), Permissions::from_mode(mode)).unwrap();
        set(0o644);
        assert!(exposure(file.path(), true).unwrap().contains("may read the secrets"));
        assert_eq!(exposure(file.path(), false), None);
        set(0o666);
        assert!(exposure(file.path(), false).unwrap().contains("may write"));
        set(0o600);
        assert_eq!(exposure(file.path(), true), None);
    }

    #[test]
    fn a_folder_is_closed_once_and_keeps_what_is_its_owners() {
        let dir = tempfile::tempdir().unwrap();
        fs::set_permissions(dir.path(), Permissions::from_mode(0o2775)).unwrap();
        assert!(close(dir.path()).unwrap() && !close(dir.path()).unwrap());
        assert_eq!(fs::metadata(dir.path()).unwrap().mode() & 0o777, 0o700);
        fs::set_permissions(dir.path(), Permissions::from_mode(0o777)).unwrap();
        assert!(is_anybodys(dir.path()));
        fs::set_permissions(dir.path(), Permissions::from_mode(0o1777)).unwrap();
        assert!(!is_anybodys(dir.path()));
    }
}
