//! Unpacking a deployment package (a zip file) without trusting it.

use std::{
    fmt,
    fs::{File, Permissions},
    io::{self, Read, Seek, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use zip::ZipArchive;

/// What an unpacked package may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnpackLimits {
    /// Most bytes of all files together. AWS's limit is 262,144,000.
    pub total_bytes: u64,
    /// Most entries, and most files, links and directories that come of them: a name brings all
    /// directories above it, which need no entries of their own.
    pub entries: usize,
}

impl Default for UnpackLimits {
    fn default() -> UnpackLimits {
        UnpackLimits { total_bytes: 262_144_000, entries: 100_000 }
    }
}

/// What was unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnpackedInfo {
    /// Bytes of all files together.
    pub size: u64,
    /// Files, directories not counted.
    pub files: usize,
}

/// Why a package was not unpacked. All but `Io` are the caller's fault and go back as
/// `InvalidParameterValueException` (400) with the text of `Display`.
#[derive(Debug)]
pub enum PackageError {
    /// No zip file, or a damaged one, or one with names that lead out of the package.
    Unreadable(String),
    /// More bytes than [`UnpackLimits::total_bytes`] (the value is that limit).
    TooLarge(u64),
    /// The disk failed us.
    Io(std::io::Error),
}

impl fmt::Display for PackageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackageError::Unreadable(_) => f.write_str(
                "Could not unzip uploaded file. Please check your file, then try to upload again.",
            ),
            PackageError::TooLarge(limit) => {
                write!(f, "Unzipped size must be smaller than {limit} bytes")
            }
            PackageError::Io(error) => write!(f, "the package could not be written: {error}"),
        }
    }
}

impl std::error::Error for PackageError {}

/// Unpacks `zip` into the existing directory `into`. Blocks; call it off the runtime's threads.
/// On an error `into` may hold some of the files; remove it.
///
/// Names that are absolute or climb with `..`, and symbolic links that lead out of the package,
/// make it unreadable. What counts against the limit is what is written, whatever the zip file
/// declares. Of the permissions the executable bits are kept.
pub fn unpack(
    mut zip: impl Read + Seek,
    into: &Path,
    limits: UnpackLimits,
) -> Result<UnpackedInfo, PackageError> {
    check_headers(&mut zip, limits.entries)?;
    let mut archive = ZipArchive::new(zip).map_err(unreadable)?;
    if archive.len() > limits.entries {
        return Err(PackageError::Unreadable(format!("{} entries", archive.len())));
    }
    let into = into.canonicalize().map_err(PackageError::Io)?;
    open_dir(&into)?;
    let mut unpacking =
        Unpacking { into, left: limits.total_bytes, limits, files: 0, directories: 0 };
    // Links come last: no file is ever written through one. Where they lead is read only then,
    // since a few bytes of a package may say it in thousands.
    let mut links = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(unreadable)?;
        let name = entry.name().map_err(unreadable)?.into_owned();
        let path = inner_path(&name)?;
        if entry.is_symlink() {
            unpacking.parents(&path)?;
            links.push((index, path));
        } else if entry.is_dir() {
            unpacking.parents(&path.join("x"))?;
        } else {
            let mode = entry.unix_mode().unwrap_or(0);
            unpacking.file(&path, mode, &mut entry)?;
        }
    }
    for (index, path) in links {
        let mut entry = archive.by_index(index).map_err(unreadable)?;
        let target = unpacking.link_target(&mut entry)?;
        unpacking.link(&path, &target)?;
    }
    Ok(UnpackedInfo { size: limits.total_bytes - unpacking.left, files: unpacking.files })
}

/// Refuses a package with more headers of entries than `most`, before they are read: a header of 46
/// bytes takes ten times as much in memory. All are counted, wherever they stand, since a package
/// may have several directories, of which the reader chooses one.
fn check_headers(zip: &mut (impl Read + Seek), most: usize) -> Result<(), PackageError> {
    zip.rewind().map_err(PackageError::Io)?;
    let header = memchr::memmem::Finder::new(b"PK\x01\x02");
    let mut buffer = vec![0; 64 * 1024];
    let (mut held, mut found) = (0, 0);
    loop {
        let count = match zip.read(&mut buffer[held..]) {
            Ok(0) => return Ok(()),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(PackageError::Io(error)),
        };
        let end = held + count;
        found += header.find_iter(&buffer[..end]).count();
        if found > most {
            return Err(PackageError::Unreadable(format!("more than {most} entries")));
        }
        // A header may lie across the end of what was read.
        held = end.min(3);
        buffer.copy_within(end - held..end, 0);
    }
}

fn unreadable(error: impl fmt::Display) -> PackageError {
    PackageError::Unreadable(error.to_string())
}

/// A name as a path below the package's root.
fn inner_path(name: &str) -> Result<PathBuf, PackageError> {
    let outside = || PackageError::Unreadable(format!("'{name}' leads out of the package"));
    if name.starts_with('/') || name.contains('\0') {
        return Err(outside());
    }
    let mut path = PathBuf::new();
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => return Err(outside()),
            part => path.push(part),
        }
    }
    Ok(path)
}

/// Whether a link at `path` may point to `target`: up first, as far as the root, then only down.
/// (`a/../..` is refused: `a` may be a link itself.)
fn stays_inside(path: &Path, target: &str) -> bool {
    let mut depth = path.components().count().saturating_sub(1);
    let mut went_down = false;
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." if went_down || depth == 0 => return false,
            ".." => depth -= 1,
            _ => went_down = true,
        }
    }
    !target.is_empty() && !target.starts_with('/') && !target.contains('\0')
}

struct Unpacking {
    into: PathBuf,
    left: u64,
    limits: UnpackLimits,
    files: usize,
    directories: usize,
}

impl Unpacking {
    fn parents(&mut self, path: &Path) -> Result<(), PackageError> {
        let Some(parent) = path.parent() else { return Ok(()) };
        if self.into.join(parent).is_dir() {
            return Ok(());
        }
        let mut dir = self.into.clone();
        for part in parent {
            dir.push(part);
            if dir.is_dir() {
                continue;
            }
            self.directories += 1;
            self.check_count()?;
            std::fs::create_dir(&dir).map_err(not_in_place)?;
            open_dir(&dir)?;
        }
        Ok(())
    }

    /// Refuses more files and directories than the limit allows.
    fn check_count(&self) -> Result<(), PackageError> {
        let count = self.files + self.directories;
        if count > self.limits.entries {
            return Err(PackageError::Unreadable(format!("{count} files and directories")));
        }
        Ok(())
    }

    fn file(
        &mut self,
        path: &Path,
        mode: u32,
        content: &mut impl Read,
    ) -> Result<(), PackageError> {
        if path.as_os_str().is_empty() {
            return Err(PackageError::Unreadable("a file without a name".to_owned()));
        }
        self.parents(path)?;
        self.files += 1;
        self.check_count()?;
        let path = self.into.join(path);
        let mut file = File::create(&path).map_err(not_in_place)?;
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let count = match content.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(unreadable(error)),
            };
            self.spend(count)?;
            file.write_all(&buffer[..count]).map_err(PackageError::Io)?;
        }
        let mode = Permissions::from_mode(0o644 | mode & 0o111);
        file.set_permissions(mode).map_err(PackageError::Io)
    }

    fn spend(&mut self, count: usize) -> Result<(), PackageError> {
        let left = self.left.checked_sub(count as u64);
        self.left = left.ok_or(PackageError::TooLarge(self.limits.total_bytes))?;
        Ok(())
    }

    fn link_target(&mut self, content: &mut impl Read) -> Result<String, PackageError> {
        let mut target = String::new();
        content.take(4096).read_to_string(&mut target).map_err(unreadable)?;
        self.spend(target.len())?;
        Ok(target)
    }

    fn link(&mut self, path: &Path, target: &str) -> Result<(), PackageError> {
        let parent = self.into.join(path.parent().unwrap_or(Path::new("")));
        // An earlier link may have taken the place of a directory above this one.
        let real = parent.canonicalize().is_ok_and(|found| found == parent);
        if !real || !stays_inside(path, target) {
            let why = format!("the link '{}' leads out of the package", path.display());
            return Err(PackageError::Unreadable(why));
        }
        self.files += 1;
        self.check_count()?;
        std::os::unix::fs::symlink(target, self.into.join(path)).map_err(not_in_place)
    }
}

/// Gives a directory the mode that it has on AWS, whatever the server's own are.
fn open_dir(dir: &Path) -> Result<(), PackageError> {
    std::fs::set_permissions(dir, Permissions::from_mode(0o755)).map_err(PackageError::Io)
}

/// Errors of making an entry: those that the package's own contradictions cause are its fault.
fn not_in_place(error: io::Error) -> PackageError {
    use io::ErrorKind::{AlreadyExists, InvalidFilename, IsADirectory, NotADirectory};
    match error.kind() {
        AlreadyExists | InvalidFilename | IsADirectory | NotADirectory => unreadable(error),
        _ => PackageError::Io(error),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    enum Entry<'a> {
        File(&'a str, &'a [u8], u32),
        Link(&'a str, &'a str),
    }
    use Entry::*;

    fn zipped(entries: &[Entry<'_>]) -> Cursor<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for entry in entries {
            match entry {
                File(name, content, mode) => {
                    let options = SimpleFileOptions::default().unix_permissions(*mode);
                    zip.start_file(*name, options).unwrap();
                    zip.write_all(content).unwrap();
                }
                Link(name, target) => {
                    zip.add_symlink(*name, *target, SimpleFileOptions::default()).unwrap();
                }
            }
        }
        zip.finish().unwrap()
    }

    fn try_unpack(
        entries: &[Entry<'_>],
    ) -> (tempfile::TempDir, Result<UnpackedInfo, PackageError>) {
        let dir = tempfile::tempdir().unwrap();
        let into = dir.path().join("in");
        std::fs::create_dir(&into).unwrap();
        let result = unpack(zipped(entries), &into, UnpackLimits::default());
        (dir, result)
    }

    #[test]
    fn files_directories_links_and_executable_bits_arrive() {
        let (dir, result) = try_unpack(&[
            File("a/b.py", b"print()", 0o600),
            File("bootstrap", b"#!/bin/sh", 0o755),
            Link("lib/now", "../a/b.py"),
        ]);
        assert_eq!(result.unwrap(), UnpackedInfo { size: 7 + 9 + 9, files: 3 });
        let into = dir.path().join("in");
        assert_eq!(std::fs::read(into.join("lib/now")).unwrap(), b"print()");
        let mode = |name: &str| into.join(name).metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode("a/b.py"), mode("bootstrap")), (0o644, 0o755));
    }

    #[test]
    fn nothing_leads_out_of_the_package() {
        let attacks: &[&[Entry<'_>]] = &[
            &[File("../evil", b"x", 0o644)],
            &[File("a/../../evil", b"x", 0o644)],
            &[Link("out", "/etc")],
            &[Link("out", "..")],
            &[Link("a/out", "../..")],
            &[Link("self", "."), Link("out", "self/self/../..")],
            &[Link("a", "."), File("a/evil", b"x", 0o644)],
            &[
                File("deep/er/x", b"", 0o644),
                Link("deep/er/up", "../.."),
                Link("deep/er/up/z", "../.."),
            ],
        ];
        for (index, attack) in attacks.iter().enumerate() {
            let (dir, result) = try_unpack(attack);
            assert!(matches!(result, Err(PackageError::Unreadable(_))), "{index}: {result:?}");
            let beside: Vec<_> = dir.path().read_dir().unwrap().flatten().collect();
            assert_eq!(beside.len(), 1, "attack {index}");
        }
    }

    #[test]
    fn absolute_names_are_refused() {
        for name in ["/etc/passwd", "..", "a/..", "a\0b"] {
            assert!(inner_path(name).is_err(), "{name:?}");
        }
        assert_eq!(inner_path("./a//b/").unwrap(), Path::new("a/b"));
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let dir = tempfile::tempdir().unwrap();
        let zeros = vec![0; 4 << 20];
        let bomb = zipped(&[File("zeros", &zeros, 0o644), File("more", &zeros, 0o644)]);
        assert!(bomb.get_ref().len() < 64 * 1024);
        let limits = UnpackLimits { total_bytes: 5 << 20, entries: 10 };
        let error = unpack(bomb.clone(), dir.path(), limits).unwrap_err();
        assert!(matches!(error, PackageError::TooLarge(_)));
        assert_eq!(error.to_string(), "Unzipped size must be smaller than 5242880 bytes");
        let limits = UnpackLimits { entries: 1, ..UnpackLimits::default() };
        assert!(matches!(unpack(bomb, dir.path(), limits), Err(PackageError::Unreadable(_))));
    }

    #[test]
    fn directories_without_entries_count_too() {
        let dir = tempfile::tempdir().unwrap();
        let names: Vec<String> = (0..3).map(|n| format!("{n}{}x", "/d".repeat(9) + "/")).collect();
        let files: Vec<Entry<'_>> = names.iter().map(|name| File(name, b"", 0o644)).collect();
        let limits = UnpackLimits { entries: 32, ..UnpackLimits::default() };
        let result = unpack(zipped(&files), dir.path(), limits);
        assert!(matches!(result, Err(PackageError::Unreadable(_))), "{result:?}");
        let limits = UnpackLimits { entries: 33, ..limits };
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(unpack(zipped(&files), dir.path(), limits).unwrap().files, 3);
    }

    #[test]
    fn headers_are_counted_wherever_they_stand() {
        let dir = tempfile::tempdir().unwrap();
        let limits = UnpackLimits { entries: 3, ..UnpackLimits::default() };
        // Two directories of two entries, of which only the last is read.
        let one = zipped(&[File("a", b"", 0o644), File("b", b"", 0o644)]).into_inner();
        let both = Cursor::new([&one[..], &one[..]].concat());
        let result = unpack(both.clone(), dir.path(), limits);
        assert!(matches!(result, Err(PackageError::Unreadable(_))), "{result:?}");
        let limits = UnpackLimits { entries: 4, ..limits };
        assert_eq!(unpack(both, dir.path(), limits).unwrap().files, 2);
        // The header of an entry across the end of a piece.
        for before in 65_530..65_540 {
            let bytes = [&vec![0; before][..], b"PK\x01\x02", &[0; 9]].concat();
            assert!(check_headers(&mut Cursor::new(&bytes), 0).is_err(), "{before}");
            assert!(check_headers(&mut Cursor::new(&bytes), 1).is_ok(), "{before}");
        }
    }

    #[test]
    fn what_is_no_zip_has_awss_words() {
        let dir = tempfile::tempdir().unwrap();
        for bytes in [&b""[..], b"PK\x03\x04", b"hello"] {
            let error = unpack(Cursor::new(bytes), dir.path(), UnpackLimits::default());
            assert_eq!(
                error.unwrap_err().to_string(),
                "Could not unzip uploaded file. Please check your file, then try to upload again."
            );
        }
    }
}
