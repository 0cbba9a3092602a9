//! Deployment packages: taken in, kept as blobs, unpacked for use, freed.

use crate::records::function::Code;
use crate::spool::{Package, Spool, too_large};
use crate::{Lambda, errors};
use ::functions::PackageError;
use platform::ledger::Adoption;
use platform::{Context, Error, Result, refuse};
use shapes::lambda::FunctionCode;
use shapes::s3;
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::{Batch, BlobId};

/// The largest package that is read at all: unzipped it may be no larger.
pub const MAX_PACKAGE: u64 = 262_144_000;
/// The largest package that a request may carry.
pub const MAX_ZIPPED: usize = 52_428_800;
/// How much longer than its last invocation a function's unpacked code is kept.
const CODE_GRACE: Duration = Duration::from_secs(1000);

impl Lambda {
    /// The zip file that a request carries or points to.
    pub(crate) async fn fetch_package(&self, cx: &Context, code: FunctionCode) -> Result<Package> {
        let mode = code.s3_object_storage_mode.as_deref();
        let given = [
            ("ImageUri", code.image_uri.is_some()),
            ("SourceKMSKeyArn", code.source_kms_key_arn.is_some()),
            ("An S3ObjectStorageMode other than COPY", mode.is_some_and(|mode| mode != "COPY")),
        ];
        refuse(errors::unsupported, given)?;
        match (code.zip_file, code.s3_bucket, code.s3_key) {
            (Some(zip), None, None) => {
                // A request that holds more is refused where it arrives.
                if zip.len() > MAX_ZIPPED {
                    return Err(errors::too_large(format!(
                        "Zipped size must be smaller than {MAX_ZIPPED} bytes"
                    )));
                }
                Ok(Package::Memory(zip))
            }
            (Some(_), _, _) => Err(errors::invalid(
                "Please do not provide other FunctionCode parameters when providing a ZipFile.",
            )),
            (None, Some(bucket), Some(key)) => {
                let spool = self.spool(&self.platform.ids.hex(16));
                fetch_object(cx, bucket, key, code.s3_object_version, spool).await
            }
            (None, None, None) => {
                Err(errors::invalid("Please provide a source for function code."))
            }
            (None, _, _) => Err(errors::invalid(
                "Please provide both the S3Bucket and the S3Key of the function code.",
            )),
        }
    }

    /// Unpacks a package, which shows whether it is good, and keeps it durably. It belongs to no
    /// function until a commit includes [`owned`](Self::owned).
    pub(crate) async fn take_in(&self, zip: Package) -> Result<Code> {
        let blob = BlobId(self.platform.ids.hex(16));
        let size = zip.size();
        let (zip, digest) = self.unpack(&blob, zip).await?;
        let code = Code { blob: blob.0.clone(), sha256: digest, size };
        let kept = self.keep(&blob, zip).await;
        if kept.is_err() {
            self.remove_unpacked(&blob.0).await;
        }
        kept.map(|()| code)
    }

    /// As [`take_in`](Self::take_in), for a function of an architecture.
    ///
    /// # Errors
    /// As [`check_machine`](Self::check_machine) has them, too; nothing is kept then.
    pub(crate) async fn take_in_for(&self, zip: Package, architecture: &str) -> Result<Code> {
        let code = self.take_in(zip).await?;
        match self.check_machine(&code, architecture).await {
            Ok(()) => Ok(code),
            Err(error) => {
                self.discard(&code).await;
                Err(error)
            }
        }
    }

    async fn keep(&self, blob: &BlobId, zip: Package) -> Result<()> {
        self.ledger.announce(&blob.0).await?;
        let mut writer = self.platform.store.blobs.create(blob).await?;
        zip.copy_to(&mut *writer).await?;
        drop(zip);
        writer.finish().await?;
        Ok(())
    }

    /// The directory with the unpacked code, unpacked now if it is not there.
    pub(crate) async fn unpacked(&self, code: &Code) -> Result<PathBuf> {
        let into = self.config.code_dir.join(&code.blob);
        if !tokio::fs::try_exists(&into).await.map_err(Error::internal)? {
            let blob = BlobId(code.blob.clone());
            let mut reader = self.platform.store.blobs.read(&blob, 0..code.size).await?;
            let mut spool = self.spool(&code.blob);
            while let Some(piece) = reader.next().await? {
                spool.add(&piece).await?;
            }
            self.unpack(&blob, spool.finish().await?).await?;
        }
        Ok(into)
    }

    /// Where a package is taken in that comes in pieces.
    fn spool(&self, name: &str) -> Spool {
        Spool::new(self.config.code_dir.join(format!("{name}.zip")), MAX_PACKAGE)
    }

    /// Unpacks into the directory of this blob and gives the digest of the zip file.
    async fn unpack(&self, blob: &BlobId, zip: Package) -> Result<(Package, String)> {
        let into = self.config.code_dir.join(&blob.0);
        let part = self.config.code_dir.join(format!("{}.part", blob.0));
        let work = move || unpack_whole(&zip, &part, &into).map(|digest| (zip, digest));
        tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
    }

    /// Frees code that no function has any more, when its environments are surely gone.
    pub(crate) fn release(&self, code: Code) {
        let Some(service) = self.me.upgrade() else { return };
        self.ledger.reclaim(vec![(code.blob.clone(), vec![BlobId(code.blob.clone())])]);
        tokio::spawn(async move {
            service.platform.clock.sleep_outside(CODE_GRACE).await;
            service.remove_unpacked(&code.blob).await;
        });
    }

    /// Frees code whose function was refused. Where the commit itself failed, it may have happened
    /// all the same, and the code stays for the next start to judge.
    pub(crate) async fn discard_after(&self, error: &Error, code: &Code) {
        match error.is_server_fault() {
            true => self.ledger.discard(&code.blob, Adoption::Perhaps),
            false => self.discard(code).await,
        }
    }

    /// Frees code at once that no function ever had.
    pub(crate) async fn discard(&self, code: &Code) {
        self.ledger.discard(&code.blob, Adoption::Never);
        self.remove_unpacked(&code.blob).await;
    }

    async fn remove_unpacked(&self, blob: &str) {
        let path = self.config.code_dir.join(blob);
        if let Err(error) = tokio::fs::remove_dir_all(&path).await
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, path = %path.display(), "unpacked code could not be removed");
        }
    }

    /// The batch, which also gives the code to the function that it writes, if it is still there.
    pub(crate) fn owned(&self, batch: Batch, code: &Code) -> Batch {
        self.ledger.adopt(batch, &code.blob)
    }

    /// The batch, which also takes the code from the function that it changes or deletes.
    pub(crate) fn disowned(&self, batch: Batch, code: &Code) -> Result<Batch> {
        self.ledger.enter(batch, &code.blob, &[BlobId(code.blob.clone())])
    }

    /// Unpacked code is never synced, so what an earlier process left cannot be trusted.
    pub(crate) async fn empty_code_dir(&self) -> Result<()> {
        let path = &self.config.code_dir;
        match tokio::fs::remove_dir_all(path).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::internal(error))
            }
            _ => tokio::fs::create_dir_all(path).await.map_err(Error::internal),
        }
    }
}

async fn fetch_object(
    cx: &Context,
    bucket: String,
    key: String,
    version_id: Option<String>,
    mut spool: Spool,
) -> Result<Package> {
    let input = s3::GetObjectRequest { bucket, key, version_id, ..Default::default() };
    let failed = |error: Error| match error.is_server_fault() {
        true => error,
        false => errors::invalid(format!(
            "Error occurred while GetObject. S3 Error Code: {}. S3 Error Message: {}",
            error.code(),
            error.message
        )),
    };
    let object = cx.call::<s3::ops::GetObject>(input).await.map_err(failed)?;
    if object.content_length.is_some_and(|length| length > MAX_PACKAGE as i64) {
        return Err(too_large(MAX_PACKAGE));
    }
    let mut body = object.body;
    while let Some(piece) = body.next().await {
        spool.add(&piece?).await?;
    }
    spool.finish().await
}

fn unpack_whole(zip: &Package, part: &Path, into: &Path) -> Result<String> {
    let digest = zip.sha256().map_err(Error::internal)?;
    std::fs::create_dir_all(part).map_err(Error::internal)?;
    let done = match zip.unpack(part) {
        Ok(()) => std::fs::rename(part, into).map_err(Error::internal),
        Err(PackageError::Io(error)) => Err(Error::internal(error)),
        Err(error) => Err(errors::invalid(error.to_string())),
    };
    if done.is_err() {
        let _ = std::fs::remove_dir_all(part);
    }
    done.map(|()| digest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting, setting_on, until, zip};
    use platform::Company;
    use shapes::lambda::ops::CreateFunction;

    fn packed(files: &[(&str, &str)]) -> Package {
        Package::Memory(zip(files))
    }

    #[tokio::test]
    async fn a_start_frees_code_without_a_function_and_unpacks_the_rest_anew() {
        let at = setting().await;
        at.cx.run::<CreateFunction, _>(&*at.service, create("f")).await.unwrap();
        let code = at.service.function(&at.cx, "f").await.unwrap().code;
        at.service.take_in(packed(&[("left", "behind")])).await.unwrap();
        let blobs = at.cx.platform().store.blobs.clone();
        assert_eq!(blobs.list().await.unwrap().len(), 2);
        std::fs::write(at.code_dir().join(&code.blob).join("h.py"), "torn").unwrap();
        let again = at.restarted().await;
        until(async || blobs.list().await.unwrap() == [BlobId(code.blob.clone())]).await;
        assert_eq!(std::fs::read_dir(at.code_dir()).unwrap().count(), 0);
        let directory = again.unpacked(&code).await.unwrap();
        assert_eq!(std::fs::read_to_string(directory.join("h.py")).unwrap(), "");
    }

    #[tokio::test]
    async fn a_start_leaves_alone_what_another_process_takes_in_and_unpacks() {
        let store = store::memory::store();
        let one = setting_on(store.clone(), Company::Shared, 1).await;
        let taken = one.service.take_in(packed(&[("h.py", "")])).await.unwrap();
        let other = setting_on(store.clone(), Company::Shared, 2).await;
        other.service.ledger.sweep().await.unwrap();
        let input = create("f");
        let made = one.cx.run::<CreateFunction, _>(&*one.service, input).await.unwrap();
        assert_eq!(made.state.as_deref(), Some("Pending"));
        let code = one.service.function(&one.cx, "f").await.unwrap().code;
        // Removed, it can be unpacked for a while yet by who was about to.
        one.service.remove(&one.cx, "f").await.unwrap();
        other.service.ledger.sweep().await.unwrap();
        other.service.unpacked(&code).await.unwrap();
        other.service.unpacked(&taken).await.unwrap();
        // Long after, and since nobody has heard of the first one, what it took in goes too.
        other.clock.advance(platform::ledger::GRACE);
        other.service.ledger.sweep().await.unwrap();
        assert_eq!(store.blobs.list().await.unwrap(), []);
    }

    #[tokio::test]
    async fn a_zip_file_of_more_than_50_mib_is_refused() {
        let at = setting().await;
        let mut input = create("f");
        input.code.zip_file = Some(vec![0; MAX_ZIPPED + 1].into());
        let error = at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap_err();
        assert_eq!(error.shape.status, 413);
        assert_eq!(
            error.to_string(),
            "RequestEntityTooLargeException: Zipped size must be smaller than 52428800 bytes"
        );
    }

    #[tokio::test]
    async fn code_stays_when_its_commit_may_have_happened() {
        let at = setting().await;
        let code = at.service.take_in(packed(&[("h.py", "")])).await.unwrap();
        at.service.discard_after(&Error::internal("the sync failed"), &code).await;
        let blobs = at.cx.platform().store.blobs.clone();
        assert_eq!(blobs.list().await.unwrap().len(), 1);
        at.service.discard_after(&errors::function_exists("f"), &code).await;
        until(async || blobs.list().await.unwrap().is_empty()).await;
    }
}
