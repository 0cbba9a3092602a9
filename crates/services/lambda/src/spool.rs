//! A deployment package on its way in: in memory when it is small or came so, else in a file.

use crate::errors;
use ::functions::PackageError;
use bytes::Bytes;
use platform::{Error, Result};
use sha2::{Digest, Sha256};
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::PathBuf;
use store::BlobWriter;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// What is kept in memory of a package that comes in pieces.
const IN_MEMORY: usize = 1 << 20;
/// In how large pieces a file is read.
const PIECE: usize = 256 * 1024;

/// A whole package.
#[derive(Debug)]
pub enum Package {
    /// In memory.
    Memory(Bytes),
    /// In a file of its own, and its size.
    File(Temporary, u64),
}

/// A file that goes with its owner. What a crash leaves is removed with the directory it is in.
#[derive(Debug)]
pub struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.0)
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%error, path = %self.0.display(), "a package's file stays");
        }
    }
}

/// Bytes that are read from any place.
trait Archive: Read + Seek {}

impl<T: Read + Seek> Archive for T {}

impl Package {
    /// Its length in bytes.
    pub fn size(&self) -> u64 {
        match self {
            Self::Memory(bytes) => bytes.len() as u64,
            Self::File(_, size) => *size,
        }
    }

    fn open(&self) -> io::Result<Box<dyn Archive + '_>> {
        Ok(match self {
            Self::Memory(bytes) => Box::new(Cursor::new(bytes)),
            Self::File(file, _) => Box::new(BufReader::new(std::fs::File::open(&file.0)?)),
        })
    }

    /// Its digest in base64. Blocks.
    pub fn sha256(&self) -> io::Result<String> {
        let (mut reader, mut digest) = (self.open()?, Sha256::new());
        let mut buffer = vec![0; PIECE];
        loop {
            match reader.read(&mut buffer)? {
                0 => return Ok(base64_simd::STANDARD.encode_to_string(digest.finalize())),
                count => digest.update(&buffer[..count]),
            }
        }
    }

    /// Unpacks it. Blocks.
    ///
    /// # Errors
    /// As [`unpack`](::functions::unpack).
    pub fn unpack(&self, into: &std::path::Path) -> std::result::Result<(), PackageError> {
        let zip = self.open().map_err(PackageError::Io)?;
        ::functions::unpack(zip, into, ::functions::UnpackLimits::default()).map(drop)
    }

    /// Writes all of it to a blob.
    pub async fn copy_to(&self, writer: &mut dyn BlobWriter) -> Result<()> {
        let path = match self {
            Self::Memory(bytes) => return Ok(writer.write(bytes.clone()).await?),
            Self::File(file, _) => &file.0,
        };
        let mut file = File::open(path).await.map_err(Error::internal)?;
        loop {
            let mut piece = Vec::with_capacity(PIECE);
            if file.read_buf(&mut piece).await.map_err(Error::internal)? == 0 {
                return Ok(());
            }
            writer.write(piece.into()).await?;
        }
    }
}

/// Takes a package in that comes in pieces.
pub struct Spool {
    path: PathBuf,
    most: u64,
    size: u64,
    memory: Vec<u8>,
    file: Option<(File, Temporary)>,
}

impl Spool {
    /// Of at most so many bytes. The path is used when they are too many for memory.
    pub fn new(path: PathBuf, most: u64) -> Self {
        Self { path, most, size: 0, memory: Vec::new(), file: None }
    }

    /// Adds bytes at the end.
    ///
    /// # Errors
    /// AWS's for a package that is too large; the disk's.
    pub async fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.size += bytes.len() as u64;
        if self.size > self.most {
            return Err(too_large(self.most));
        }
        if self.file.is_none() {
            if self.memory.len() + bytes.len() <= IN_MEMORY {
                self.memory.extend_from_slice(bytes);
                return Ok(());
            }
            let temporary = Temporary(self.path.clone());
            let mut file = File::create(&temporary.0).await.map_err(Error::internal)?;
            file.write_all(&std::mem::take(&mut self.memory)).await.map_err(Error::internal)?;
            self.file = Some((file, temporary));
        }
        match &mut self.file {
            Some((file, _)) => file.write_all(bytes).await.map_err(Error::internal),
            None => Ok(()),
        }
    }

    /// The whole.
    ///
    /// # Errors
    /// The disk's.
    pub async fn finish(self) -> Result<Package> {
        let Some((mut file, temporary)) = self.file else {
            return Ok(Package::Memory(self.memory.into()));
        };
        file.flush().await.map_err(Error::internal)?;
        Ok(Package::File(temporary, self.size))
    }
}

/// AWS's refusal of a package that cannot be small enough when it is unzipped.
pub fn too_large(most: u64) -> Error {
    errors::invalid(PackageError::TooLarge(most).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::{BlobId, Blobs};

    async fn spooled(sizes: &[usize]) -> (tempfile::TempDir, Package) {
        let dir = tempfile::tempdir().unwrap();
        let mut spool = Spool::new(dir.path().join("p"), 4 << 20);
        for (number, size) in sizes.iter().enumerate() {
            spool.add(&vec![number as u8; *size]).await.unwrap();
        }
        (dir, spool.finish().await.unwrap())
    }

    #[tokio::test]
    async fn a_large_package_lies_in_a_file_that_goes_with_it() {
        let (dir, package) = spooled(&[1 << 20, 3, 2 << 20]).await;
        let whole = [vec![0; 1 << 20], vec![1; 3], vec![2; 2 << 20]].concat();
        assert!(matches!(package, Package::File(..)), "{package:?}");
        assert_eq!(package.size(), whole.len() as u64);
        assert_eq!(
            package.sha256().unwrap(),
            base64_simd::STANDARD.encode_to_string(Sha256::digest(&whole))
        );
        let blobs = store::memory::MemoryBlobs::default();
        let id = BlobId("0".repeat(32));
        let mut writer = blobs.create(&id).await.unwrap();
        package.copy_to(&mut *writer).await.unwrap();
        writer.finish().await.unwrap();
        let mut reader = blobs.read(&id, 0..u64::MAX).await.unwrap();
        let mut found = Vec::new();
        while let Some(piece) = reader.next().await.unwrap() {
            found.extend_from_slice(&piece);
        }
        assert!(found == whole);
        drop(package);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn a_small_package_never_touches_the_disk() {
        let (dir, package) = spooled(&[1 << 19, 1 << 19]).await;
        assert!(matches!(package, Package::Memory(_)), "{package:?}");
        assert_eq!((package.size(), std::fs::read_dir(dir.path()).unwrap().count()), (1 << 20, 0));
    }

    #[tokio::test]
    async fn a_package_that_is_too_large_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let mut spool = Spool::new(dir.path().join("p"), 2 << 20);
        spool.add(&vec![0; 2 << 20]).await.unwrap();
        let error = spool.add(b"x").await.unwrap_err();
        assert_eq!(error.code(), "InvalidParameterValueException");
        assert_eq!(error.message, "Unzipped size must be smaller than 2097152 bytes");
        drop(spool);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}
