//! What a Linux binary needs of the machine that it runs on, read from the binary itself.

use crate::Result;
use std::fmt;

/// The type of the section in which versions of other libraries' symbols stand.
const VERSIONS_NEEDED: u32 = 0x6fff_fffe;
/// The type of the program header that names the dynamic loader.
const INTERPRETER: u32 = 3;

/// What a binary needs.
#[derive(Debug, PartialEq, Eq)]
pub struct Needs {
    /// The processor.
    pub machine: Machine,
    /// The C library.
    pub libc: Libc,
}

/// A processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Machine {
    /// x86-64.
    X86,
    /// 64-bit Arm.
    Arm,
}

/// The C library that a binary brings or asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Libc {
    /// None: everything is in the binary.
    Static,
    /// glibc, from this minor version of 2 on.
    Gnu(u32),
}

impl Machine {
    /// As the kernel, Rust and Python call it.
    pub fn name(self) -> &'static str {
        ["x86_64", "aarch64"][self as usize]
    }

    /// As Debian calls it.
    pub fn debian(self) -> &'static str {
        ["amd64", "arm64"][self as usize]
    }

    /// As Node.js calls it.
    pub fn node(self) -> &'static str {
        ["x64", "arm64"][self as usize]
    }
}

impl fmt::Display for Needs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Linux on {}", self.machine.name())?;
        match self.libc {
            Libc::Static => write!(f, " with any C library"),
            Libc::Gnu(minor) => write!(f, " with glibc 2.{minor} or newer"),
        }
    }
}

impl Needs {
    /// Reads them from a binary's bytes.
    pub fn of(binary: &[u8]) -> Result<Self> {
        let elf = Elf(binary);
        if elf.bytes(0, 6)? != b"\x7fELF\x02\x01" {
            return Err("not a 64-bit ELF binary".to_owned());
        }
        let machine = match elf.u16(18)? {
            62 => Machine::X86,
            183 => Machine::Arm,
            other => return Err(format!("a binary of machine {other}, which is not packaged")),
        };
        let libc = match elf.interpreter()? {
            None => Libc::Static,
            Some(loader) if loader.contains("ld-linux") => Libc::Gnu(elf.newest_glibc()?),
            Some(loader) => return Err(format!("its loader {loader} is not glibc's")),
        };
        Ok(Self { machine, libc })
    }
}

/// A binary's bytes, little-endian and 64-bit.
struct Elf<'a>(&'a [u8]);

impl Elf<'_> {
    fn bytes(&self, at: u64, count: usize) -> Result<&[u8]> {
        let start = usize::try_from(at).unwrap_or(usize::MAX);
        let end = start.saturating_add(count);
        self.0.get(start..end).ok_or_else(|| "the binary is cut short".to_owned())
    }

    fn number(&self, at: u64, count: usize) -> Result<u64> {
        Ok(self.bytes(at, count)?.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)))
    }

    fn u16(&self, at: u64) -> Result<u64> {
        self.number(at, 2)
    }

    fn u32(&self, at: u64) -> Result<u64> {
        self.number(at, 4)
    }

    fn u64(&self, at: u64) -> Result<u64> {
        self.number(at, 8)
    }

    fn text(&self, at: u64) -> Result<String> {
        let start = usize::try_from(at).unwrap_or(usize::MAX);
        let rest = self.0.get(start..).ok_or("the binary is cut short")?;
        let text = rest.split(|byte| *byte == 0).next().unwrap_or_default();
        Ok(String::from_utf8_lossy(text).into_owned())
    }

    /// The places of the headers of a table: where it begins, how long each is, how many there are.
    fn headers(&self, table: u64, size: u64, count: u64) -> Result<impl Iterator<Item = u64>> {
        let (table, size, count) = (self.u64(table)?, self.u16(size)?, self.u16(count)?);
        Ok((0..count).map(move |index| table.saturating_add(index.saturating_mul(size))))
    }

    /// The dynamic loader, where the binary asks for one.
    fn interpreter(&self) -> Result<Option<String>> {
        for header in self.headers(32, 54, 56)? {
            if self.u32(header)? == u64::from(INTERPRETER) {
                return Ok(Some(self.text(self.u64(after(header, 8))?)?));
            }
        }
        Ok(None)
    }

    /// The newest minor version of glibc of which a symbol is asked for.
    fn newest_glibc(&self) -> Result<u32> {
        let mut newest = None;
        let sections: Vec<u64> = self.headers(40, 58, 60)?.collect();
        for &section in &sections {
            if self.u32(after(section, 4))? != u64::from(VERSIONS_NEEDED) {
                continue;
            }
            let index = usize::try_from(self.u32(after(section, 40))?).unwrap_or(usize::MAX);
            let names = *sections.get(index).ok_or("the binary names a section it has not")?;
            let names = self.u64(after(names, 24))?;
            let libraries =
                self.chain(self.u64(after(section, 24))?, self.u32(after(section, 44))?, 12)?;
            for library in libraries {
                let first = after(library, self.u32(after(library, 8))?);
                for version in self.chain(first, self.u16(after(library, 2))?, 12)? {
                    let name = self.text(after(names, self.u32(after(version, 8))?))?;
                    let minor = name.strip_prefix("GLIBC_2.").and_then(|rest| {
                        rest.split('.').next().and_then(|minor| minor.parse::<u32>().ok())
                    });
                    newest = newest.max(minor);
                }
            }
        }
        newest.ok_or_else(|| "the binary says of no glibc that it needs it".to_owned())
    }

    /// The places of entries each of which says how far off the next one is.
    fn chain(&self, first: u64, count: u64, next: u64) -> Result<Vec<u64>> {
        let mut places = vec![first];
        while (places.len() as u64) < count {
            let last = places[places.len() - 1];
            match self.u32(after(last, next))? {
                0 => break,
                distance => places.push(after(last, distance)),
            }
        }
        Ok(places)
    }
}

fn after(place: u64, distance: u64) -> u64 {
    place.saturating_add(distance)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn this_very_program_tells_what_it_needs() {
        let program = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        let needs = Needs::of(&program).unwrap();
        assert_eq!(needs.machine.name(), std::env::consts::ARCH);
        let is_gnu = cfg!(target_env = "gnu");
        match needs.libc {
            Libc::Gnu(minor) => assert!(is_gnu && (17..100).contains(&minor), "{needs}"),
            Libc::Static => assert!(!is_gnu, "{needs}"),
        }
    }

    #[test]
    fn what_is_no_binary_or_cut_short_is_refused() {
        let program = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        assert!(Needs::of(b"#!/bin/sh\n").is_err());
        for length in (0..2000).step_by(7) {
            // Whatever is made of it, it is made without a panic.
            let _ = Needs::of(&program[..length]);
        }
        assert!(Needs::of(&program[..64]).is_err());
        let mut other = program;
        other[18] = 3;
        assert_eq!(Needs::of(&other).unwrap_err(), "a binary of machine 3, which is not packaged");
    }
}
