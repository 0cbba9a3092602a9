//! A function's package: the same files make the same bytes.

use super::files::File;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// A package.
pub struct Package {
    /// The zip.
    pub zip: Vec<u8>,
    /// What Lambda calls `CodeSha256`: the digest in base64.
    pub sha256: String,
    /// How many files are in it.
    pub files: usize,
}

impl Package {
    /// Packs files, by name, with the dependencies beneath them: what is in both is the folder's.
    pub fn new(files: &[File], dependencies: Option<&Layer>) -> Result<Self, String> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let own: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let mut count = files.len();
        if let Some(Layer(zip)) = dependencies {
            let mut archive = ZipArchive::new(Cursor::new(&**zip)).map_err(damaged)?;
            for index in 0..archive.len() {
                let entry = archive.by_index_raw(index).map_err(damaged)?;
                let name = entry.name().map_err(damaged)?;
                if !own.contains(&*name) {
                    writer.raw_copy_file(entry).map_err(damaged)?;
                    count += 1;
                }
            }
        }
        for file in files {
            add(&mut writer, file)?;
        }
        let zip = writer.finish().map_err(|error| error.to_string())?.into_inner();
        let sha256 = base64_simd::STANDARD.encode_to_string(Sha256::digest(&zip));
        Ok(Self { zip, sha256, files: count })
    }
}

fn damaged(error: zip::result::ZipError) -> String {
    format!("the packed dependencies are damaged: {error}")
}

/// Adds a file with a time and a mode that say nothing of when and by whom it was made.
fn add(writer: &mut ZipWriter<Cursor<Vec<u8>>>, file: &File) -> Result<(), String> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(if file.is_executable { 0o755 } else { 0o644 });
    let problem = |error: &dyn std::fmt::Display| format!("{}: {error}", file.path.display());
    let content = fs::read(&file.path).map_err(|error| problem(&error))?;
    writer.start_file(file.name.as_str(), options).map_err(|error| problem(&error))?;
    writer.write_all(&content).map_err(|error| problem(&error))
}

/// Dependencies, packed once so that they are only copied from then on.
pub struct Layer(Vec<u8>);

impl Layer {
    /// Reads one that was kept.
    pub fn read(path: &Path) -> Option<Self> {
        fs::read(path).ok().map(Self)
    }

    /// Packs files, by name.
    pub fn new(files: &[File]) -> Result<Self, String> {
        Package::new(files, None).map(|package| Self(package.zip))
    }

    /// Keeps it, whole or not at all.
    pub fn keep(&self, path: &Path) -> Result<(), String> {
        let folder = path.parent().unwrap_or(Path::new("."));
        let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
            file.write_all(&self.0)?;
            file.persist(path).map_err(|error| error.error)
        });
        written.map(drop).map_err(|error| format!("{}: {error}", path.display()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::time::{Duration, SystemTime};

    fn file(dir: &Path, name: &str, text: &str) -> File {
        let path = dir.join(name);
        fs::write(&path, text).unwrap();
        File { name: name.to_owned(), path, is_executable: name == "bootstrap" }
    }

    #[test]
    fn the_same_files_make_the_same_package() {
        let dir = tempfile::tempdir().unwrap();
        let files = [file(dir.path(), "a.py", "1"), file(dir.path(), "bootstrap", "2")];
        let first = Package::new(&files, None).unwrap();
        let touched = fs::File::options().append(true).open(&files[0].path).unwrap();
        touched.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 30)).unwrap();
        assert_eq!(Package::new(&files, None).unwrap().sha256, first.sha256);
        fs::write(&files[0].path, "3").unwrap();
        assert_ne!(Package::new(&files, None).unwrap().sha256, first.sha256);
        let mut archive = ZipArchive::new(Cursor::new(first.zip)).unwrap();
        assert_eq!(archive.by_name("bootstrap").unwrap().unix_mode().unwrap() & 0o777, 0o755);
        assert_eq!(archive.by_name("a.py").unwrap().unix_mode().unwrap() & 0o777, 0o644);
    }

    #[test]
    fn code_lies_over_dependencies() {
        let dir = tempfile::tempdir().unwrap();
        let layer = Layer::new(&[file(dir.path(), "a", "old"), file(dir.path(), "b", "b")]);
        let path = dir.path().join("kept");
        layer.unwrap().keep(&path).unwrap();
        let layer = Layer::read(&path).unwrap();
        let package = Package::new(&[file(dir.path(), "a", "new")], Some(&layer)).unwrap();
        assert_eq!(package.files, 2);
        let mut archive = ZipArchive::new(Cursor::new(package.zip)).unwrap();
        let mut read = |name| {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        assert_eq!((read("a"), read("b")), ("new".to_owned(), "b".to_owned()));
    }
}
