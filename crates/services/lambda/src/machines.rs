//! For which machines packages are: code of Python and Node.js runs on any, native code on its own.

use crate::records::function::Code;
use crate::{Lambda, errors};
use platform::{Error, Result};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The architecture of this machine, as AWS calls it.
pub fn own_architecture() -> &'static str {
    if std::env::consts::ARCH == "aarch64" { "arm64" } else { "x86_64" }
}

/// The architecture that a request names, if it names one.
///
/// # Errors
/// `InvalidParameterValueException` for several.
pub fn wanted(architectures: Option<&Vec<String>>) -> Result<Option<&str>> {
    match architectures.map(Vec::as_slice) {
        None => Ok(None),
        Some([one]) => Ok(Some(one)),
        Some(_) => Err(errors::invalid("Architectures must have exactly one value.")),
    }
}

/// What an ELF file's header calls the machine that it runs on, for the two that AWS has.
fn machine(header: &[u8; 20]) -> Option<&'static str> {
    if !header.starts_with(b"\x7fELF") {
        return None;
    }
    let bytes = [header[18], header[19]];
    let number = if header[5] == 2 { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) };
    match number {
        62 => Some("x86_64"),
        183 => Some("arm64"),
        _ => None,
    }
}

/// The first file below a directory that is native code of another machine, and of which.
fn foreign(dir: &Path, own: &str) -> io::Result<Option<(PathBuf, &'static str)>> {
    let mut dirs = vec![dir.to_owned()];
    while let Some(next) = dirs.pop() {
        for entry in std::fs::read_dir(next)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                dirs.push(entry.path());
            }
            let mut header = [0; 20];
            // A file that is shorter, or cannot be read, is no native code.
            let is_read =
                kind.is_file() && File::open(entry.path())?.read_exact(&mut header).is_ok();
            if let Some(machine) = machine(&header).filter(|it| is_read && *it != own) {
                let path = entry.path();
                return Ok(Some((path.strip_prefix(dir).unwrap_or(&path).to_owned(), machine)));
            }
        }
    }
    Ok(None)
}

impl Lambda {
    /// Checks that a package for another architecture than this machine's runs here all the same.
    ///
    /// # Errors
    /// `InvalidParameterValueException` where it holds native code for another machine.
    pub(crate) async fn check_machine(&self, code: &Code, architecture: &str) -> Result<()> {
        let own = own_architecture();
        if architecture == own {
            return Ok(());
        }
        let dir = self.unpacked(code).await?;
        let looked = tokio::task::spawn_blocking(move || foreign(&dir, own)).await;
        match looked.map_err(Error::internal)?.map_err(Error::internal)? {
            None => Ok(()),
            Some((file, machine)) => Err(errors::invalid(format!(
                "The package holds native code for {machine} ({}), and Waterwheel runs on {own} here. \
                 Bring it for {own}, or leave native code out.",
                file.display()
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{create, setting, zip};
    use shapes::lambda::ops::{CreateFunction, UpdateFunctionCode};
    use shapes::lambda::{CreateFunctionRequest, FunctionCode, UpdateFunctionCodeRequest};

    /// The beginning of an ELF file for the machine of this number.
    fn elf(number: u8) -> String {
        format!("\x7fELF\x02\x01{}{}\0{}", "\0".repeat(12), char::from(number), "\0".repeat(9))
    }

    #[test]
    fn the_machine_is_told_by_the_header() {
        let header = |text: &str| -> [u8; 20] { text.as_bytes()[..20].try_into().unwrap() };
        assert_eq!(machine(&header(&elf(62))), Some("x86_64"));
        assert_eq!(machine(&header("#!/bin/sh\necho hello there")), None);
    }

    #[tokio::test]
    async fn any_architecture_is_taken_without_native_code_of_another() {
        let at = setting().await;
        let other = if own_architecture() == "arm64" { "x86_64" } else { "arm64" };
        let input =
            CreateFunctionRequest { architectures: Some(vec![other.into()]), ..create("f") };
        let made = at.cx.run::<CreateFunction, _>(&*at.service, input.clone()).await.unwrap();
        assert_eq!(made.architectures, Some(vec![other.to_owned()]));
        // This number is in one byte of text, which that of the other is not.
        let mut object = elf(62).into_bytes();
        object[18] = if other == "arm64" { 183 } else { 62 };
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("lib")).unwrap();
        std::fs::write(dir.path().join("lib/x.so"), &object).unwrap();
        let found = foreign(dir.path(), own_architecture()).unwrap();
        assert_eq!(found, Some((PathBuf::from("lib/x.so"), other)));
        assert_eq!(foreign(dir.path(), other).unwrap(), None);
        if own_architecture() == "arm64" {
            let native = FunctionCode {
                zip_file: Some(zip(&[("lib/x.so", &elf(62))])),
                ..Default::default()
            };
            let input = CreateFunctionRequest { function_name: "g".into(), code: native, ..input };
            let error = at.cx.run::<CreateFunction, _>(&*at.service, input).await.unwrap_err();
            assert!(error.message.contains("(lib/x.so)"), "{error}");
        }
        let input = UpdateFunctionCodeRequest {
            function_name: "f".into(),
            zip_file: Some(zip(&[("h.py", "")])),
            architectures: Some(vec![own_architecture().into()]),
            ..Default::default()
        };
        let now = at.cx.run::<UpdateFunctionCode, _>(&*at.service, input).await.unwrap();
        assert_eq!(now.architectures, Some(vec![own_architecture().to_owned()]));
    }
}
