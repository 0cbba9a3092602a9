//! What a client of TLS needs of `/etc`: the certificates of authorities and how OpenSSL is set up.
//! The same directories hold private keys, which a server that root started could read.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

/// Where the distributions have them, under `/etc`. The same thing may have several names.
const PLACES: &[&str] = &[
    "ca-certificates",
    "pki/ca-trust/extracted",
    "pki/java",
    "pki/tls/cert.pem",
    "pki/tls/certs",
    "pki/tls/ct_log_list.cnf",
    "pki/tls/fips_local.cnf",
    "pki/tls/openssl.cnf",
    "pki/tls/openssl.d",
    "ssl/ca-bundle.pem",
    "ssl/cert.pem",
    "ssl/certs",
    "ssl/ct_log_list.cnf",
    "ssl/openssl.cnf",
    "ssl1.1/cert.pem",
    "ssl1.1/certs",
    "ssl1.1/openssl.cnf",
];

/// How deep directories of certificates are.
const DEEPEST: usize = 5;

/// What there is, where links lead, and where it appears.
pub(super) fn all() -> Vec<(PathBuf, String)> {
    PLACES
        .iter()
        .filter_map(|name| {
            Some((Path::new("/etc").join(name).canonicalize().ok()?, format!("/etc/{name}")))
        })
        .flat_map(|(from, to)| {
            let inside = public(&from);
            inside.into_iter().map(move |rest| match rest.as_os_str().is_empty() {
                true => (from.clone(), to.clone()),
                false => (from.join(&rest), format!("{to}/{}", rest.to_string_lossy())),
            })
        })
        .collect()
}

/// The parts of a place that all users of the machine may read, relative to it: all of it in one,
/// if nothing in it is kept from others. Somebody may have put a private key among certificates.
fn public(place: &Path) -> Vec<PathBuf> {
    parts(place, Path::new(""), DEEPEST).unwrap_or_else(|mut some| {
        some.retain(|at| leads_to_public(&place.join(at)));
        some
    })
}

/// Whether everybody gets to what this leads to, and may read it.
fn leads_to_public(path: &Path) -> bool {
    let open = |path: &Path, bits| {
        fs::metadata(path).is_ok_and(|about| about.permissions().mode() & bits == bits)
    };
    path.canonicalize()
        .is_ok_and(|end| open(&end, 0o4) && end.ancestors().skip(1).all(|folder| open(folder, 0o1)))
}

/// All of it, or only some.
fn parts(place: &Path, at: &Path, deepest: usize) -> Result<Vec<PathBuf>, Vec<PathBuf>> {
    let path = if at.as_os_str().is_empty() { place.to_owned() } else { place.join(at) };
    let Ok(about) = fs::symlink_metadata(&path) else { return Err(Vec::new()) };
    let open = |bits| about.permissions().mode() & bits == bits;
    if about.is_file() && open(0o4) {
        return Ok(vec![at.to_owned()]);
    }
    let (true, true, Some(deeper)) = (about.is_dir(), open(0o5), deepest.checked_sub(1)) else {
        return Err(Vec::new());
    };
    let (mut whole, mut all) = (true, Vec::new());
    for entry in fs::read_dir(&path).into_iter().flatten().flatten() {
        let inner = at.join(entry.file_name());
        // Most are links: where the directory is shown as a whole, they lead to what else is shown.
        all.extend(match entry.file_type() {
            Ok(kind) if kind.is_symlink() => vec![inner],
            _ => parts(place, &inner, deeper).unwrap_or_else(|some| {
                whole = false;
                some
            }),
        });
    }
    if whole { Ok(vec![at.to_owned()]) } else { Err(all) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_from_others_is_left_out() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("certs");
        fs::create_dir_all(place.join("java")).unwrap();
        fs::create_dir_all(dir.path().join("private")).unwrap();
        let mode = |name: &str, mode| {
            fs::set_permissions(place.join(name), fs::Permissions::from_mode(mode)).unwrap();
        };
        for name in ["a.pem", "java/cacerts", "java/key", "../private/key.pem"] {
            fs::write(place.join(name), "x").unwrap();
            mode(name, 0o644);
        }
        for (link, to) in [("link", "a.pem"), ("key", "../private/key.pem"), ("none", "gone")] {
            std::os::unix::fs::symlink(to, place.join(link)).unwrap();
        }
        for name in ["..", "", "java"] {
            mode(name, 0o755);
        }
        mode("../private", 0o710);
        assert_eq!(public(&place), [Path::new("")]);
        mode("java/key", 0o640);
        let mut seen = public(&place);
        seen.sort();
        assert_eq!(seen, ["a.pem", "java/cacerts", "link"].map(PathBuf::from));
    }

    #[test]
    fn nothing_of_it_holds_private_keys() {
        let private = |path: &Path| path.components().any(|part| part.as_os_str() == "private");
        assert!(all().iter().all(|(from, to)| !private(from) && !private(Path::new(to))));
    }
}
