//! Deployment packages, which strangers pack.
//!
//! - No package is unpacked outside of its directory, neither by a name nor through a link.
//! - It never becomes more than the limits say: bytes, files, directories.
//! - What is wrong with it is its own fault, never an error of the disk.
//! - A package that was packed rightly gives back the contents that were put in.
//!
//! An input that begins with `PK` is a package as it is; any other says how to pack one.

use arbitrary::{Arbitrary, Unstructured};
use functions::{PackageError, UnpackLimits, UnpackedInfo, unpack};
use std::collections::HashMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use zip::{ZipWriter, write::SimpleFileOptions};

const LIMITS: UnpackLimits = UnpackLimits { total_bytes: 256 * 1024, entries: 64 };

/// Tries one input.
pub fn run(data: &[u8]) {
    if data.starts_with(b"PK") {
        unpacked(data, |_, _| {});
        return;
    }
    let Ok(entries) = Vec::<Entry>::arbitrary_take_rest(Unstructured::new(data)) else { return };
    let Some((package, packed)) = pack(&entries) else { return };
    unpacked(&package, |into, _| compare(&packed, into));
}

/// Unpacks in a directory of its own and looks at what came of it.
fn unpacked(package: &[u8], then: impl FnOnce(&Path, UnpackedInfo)) {
    let memory = Path::new("/dev/shm");
    let dir = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let dir = dir.expect("a directory");
    let into = dir.path().join("in");
    fs::create_dir(&into).expect("a directory");
    let result = unpack(Cursor::new(package), &into, LIMITS);
    let beside = fs::read_dir(dir.path()).expect("a directory").count();
    assert_eq!(beside, 1, "something lies beside the package");
    let mut found = Found::default();
    look(&into, &into, &mut found);
    assert!(found.bytes <= LIMITS.total_bytes, "{} bytes", found.bytes);
    assert!(found.names <= LIMITS.entries, "{} files and directories", found.names);
    match result {
        Ok(info) => {
            // An entry may come twice, and then counts twice.
            assert!(info.size >= found.bytes && info.files >= found.files, "{info:?} {found:?}");
            then(&into, info);
        }
        Err(PackageError::Io(error)) => panic!("{error} is not the disk's fault"),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

#[derive(Debug, Default)]
struct Found {
    bytes: u64,
    files: usize,
    /// Files, links and directories.
    names: usize,
}

fn look(dir: &Path, root: &Path, found: &mut Found) {
    for entry in fs::read_dir(dir).expect("a directory").flatten() {
        let (path, kind) = (entry.path(), entry.file_type().expect("its kind"));
        found.names += 1;
        if kind.is_dir() {
            look(&path, root, found);
            continue;
        }
        found.files += 1;
        if kind.is_symlink() {
            let target = fs::read_link(&path).expect("a target");
            found.bytes += target.as_os_str().len() as u64;
            assert!(target.is_relative(), "{path:?} leads to {target:?}");
            // One that leads nowhere, or in a circle, leads nowhere outside either.
            if let Ok(real) = path.canonicalize() {
                assert!(real.starts_with(root), "{path:?} leads to {real:?}");
            }
        } else {
            found.bytes += entry.metadata().expect("its length").len();
        }
    }
}

/// Names come from few parts, so that they meet.
#[derive(Arbitrary, Clone, Copy, Debug)]
enum Part {
    A,
    B,
    Long,
    Dot,
    Up,
    Nothing,
    Strange(char),
}

impl Part {
    fn text(self) -> String {
        match self {
            Part::A => "a".to_owned(),
            Part::B => "b".to_owned(),
            Part::Long => "l".repeat(200),
            Part::Dot => ".".to_owned(),
            Part::Up => "..".to_owned(),
            Part::Nothing => String::new(),
            Part::Strange(letter) => letter.to_string(),
        }
    }
}

#[derive(Arbitrary, Debug)]
enum Entry {
    File { name: Vec<Part>, fill: u8, length: u16, deflated: bool, mode: u16 },
    Text { name: Vec<Part>, content: Vec<u8> },
    Directory { name: Vec<Part> },
    Link { name: Vec<Part>, target: Vec<Part> },
}

fn join(parts: &[Part]) -> String {
    parts.iter().map(|part| part.text()).collect::<Vec<_>>().join("/")
}

/// What each name must hold, if its package is unpacked at all; `None` where that is open.
type Packed = HashMap<PathBuf, Option<Vec<u8>>>;

/// The package, and its files by the place that they should come to.
fn pack(entries: &[Entry]) -> Option<(Vec<u8>, Packed)> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut packed = Packed::new();
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for entry in entries.iter().take(80) {
        match entry {
            Entry::File { name, fill, length, deflated, mode } => {
                let content = vec![*fill; usize::from(*length)];
                let method = zip::CompressionMethod::Deflated;
                let options = if *deflated { stored.compression_method(method) } else { stored };
                zip.start_file(join(name), options.unix_permissions(u32::from(*mode))).ok()?;
                zip.write_all(&content).ok()?;
                note(&mut packed, &join(name), Some(content));
            }
            Entry::Text { name, content } => {
                zip.start_file(join(name), stored).ok()?;
                zip.write_all(content).ok()?;
                note(&mut packed, &join(name), Some(content.clone()));
            }
            Entry::Directory { name } => zip.add_directory(join(name), stored).ok()?,
            Entry::Link { name, target } => {
                zip.add_symlink(join(name), join(target), stored).ok()?;
                note(&mut packed, &join(name), None);
            }
        }
    }
    Some((zip.finish().ok()?.into_inner(), packed))
}

/// Of files of the same place the last one stays. A name that ends in a slash is a directory's.
fn note(packed: &mut Packed, name: &str, content: Option<Vec<u8>>) {
    let content = content.filter(|_| !name.ends_with('/'));
    let parts = name.split('/').filter(|part| !matches!(*part, "" | "."));
    packed.insert(parts.collect(), content);
}

fn compare(packed: &Packed, into: &Path) {
    for (name, content) in packed {
        if let Some(content) = content {
            let found = fs::read(into.join(name)).expect("the file");
            assert!(found == *content, "{name:?} holds something else");
        }
    }
}
