//! Makes what is handed out, from a binary that exists or is built for it: an archive, a wheel, an npm package, a
//! Debian package.
//!
//! The formats' own tools do the work (`tar`, `python3`, `dpkg-deb`); here is what goes in. Dates are
//! the last commit's, so that the same commit and binary give the same bytes.

mod elf;
mod formats;

use crate::{Result, build, run as run_command, target};
use elf::Needs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const USAGE: &str = "usage: cargo xtask package [--static | --binary FILE…] [--out DIR] [archive] [wheel] [npm] [deb]\n\
     makes all of them unless some are named; without --binary it builds the release of this machine,\n\
     with --static one that needs no C library";

/// A binary and what is to be known of it.
struct Product {
    binary: PathBuf,
    needs: Needs,
}

/// What all packages of one run share.
struct Shop<'a> {
    root: &'a Path,
    out: PathBuf,
    version: String,
    /// Seconds since 1970 that files are dated.
    epoch: String,
}

/// What is asked for on the command line.
#[derive(Debug, Default, PartialEq)]
struct Wanted {
    binaries: Vec<PathBuf>,
    out: Option<PathBuf>,
    kinds: Vec<String>,
    is_static: bool,
}

/// Makes the packages and prints their paths.
pub fn run(root: &Path, arguments: impl Iterator<Item = String>) -> Result<()> {
    let mut wanted = Wanted::read(arguments)?;
    if wanted.is_static {
        wanted.binaries.push(build_static(root)?);
    } else if wanted.binaries.is_empty() {
        wanted.binaries.push(build(root, &["waterwheel"])?.join("waterwheel"));
    }
    let out = wanted.out.clone().unwrap_or_else(|| target(root).join("packages"));
    fs::create_dir_all(&out).map_err(|error| format!("make {}: {error}", out.display()))?;
    let out = fs::canonicalize(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    let shop = Shop { root, out, version: version(root)?, epoch: epoch(root)? };
    let products =
        wanted.binaries.into_iter().map(Product::read).collect::<Result<Vec<Product>>>()?;
    for product in &products {
        println!("{} needs {}", product.binary.display(), product.needs);
    }
    for kind in wanted.kinds {
        let made = match kind.as_str() {
            "npm" => vec![formats::npm(&shop, &products)?],
            kind => products
                .iter()
                .map(|product| match kind {
                    "archive" => formats::archive(&shop, product),
                    "wheel" => formats::wheel(&shop, product),
                    _ => formats::deb(&shop, product),
                })
                .collect::<Result<_>>()?,
        };
        made.iter().for_each(|path| println!("{}", path.display()));
    }
    Ok(())
}

/// Builds a release for this processor that needs no C library, and says where it is.
fn build_static(root: &Path) -> Result<PathBuf> {
    let musl = format!("{}-unknown-linux-musl", env::consts::ARCH);
    run_command(root, Command::new("rustup").args(["target", "add", &musl]))?;
    let mut cargo = crate::cargo();
    cargo.args(["build", "--release", "--quiet", "--package", "waterwheel", "--target", &musl]);
    run_command(root, &mut cargo)
        .map_err(|error| format!("{error}; it wants musl-gcc (Debian: musl-tools)"))?;
    Ok(target(root).join(musl).join("release/waterwheel"))
}

impl Wanted {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut wanted = Self::default();
        while let Some(argument) = arguments.next() {
            let mut path = || arguments.next().map(PathBuf::from).ok_or(USAGE.to_owned());
            match argument.as_str() {
                "--static" => wanted.is_static = true,
                "--binary" => wanted.binaries.push(path()?),
                "--out" => wanted.out = Some(path()?),
                "archive" | "wheel" | "npm" | "deb" => wanted.kinds.push(argument),
                _ => return Err(USAGE.to_owned()),
            }
        }
        if wanted.is_static && !wanted.binaries.is_empty() {
            return Err(USAGE.to_owned());
        }
        if wanted.kinds.is_empty() {
            wanted.kinds = ["archive", "wheel", "npm", "deb"].map(str::to_owned).to_vec();
        }
        Ok(wanted)
    }
}

impl Product {
    fn read(binary: PathBuf) -> Result<Self> {
        let named = |error: String| format!("{}: {error}", binary.display());
        let bytes = fs::read(&binary).map_err(|error| named(error.to_string()))?;
        let needs = Needs::of(&bytes).map_err(named)?;
        let binary = fs::canonicalize(&binary).map_err(|error| error.to_string())?;
        Ok(Self { binary, needs })
    }
}

/// The workspace's version.
fn version(root: &Path) -> Result<String> {
    let manifest =
        fs::read_to_string(root.join("Cargo.toml")).map_err(|error| error.to_string())?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = line.and_then(|rest| rest.strip_suffix('"'));
    Ok(version.ok_or("Cargo.toml names no version")?.to_owned())
}

/// The time that files are dated: SOURCE_DATE_EPOCH, or else the last commit's, or else 1980's start.
fn epoch(root: &Path) -> Result<String> {
    if let Ok(given) = env::var("SOURCE_DATE_EPOCH") {
        let sound = given.parse::<u64>().is_ok();
        return sound.then_some(given).ok_or("SOURCE_DATE_EPOCH is seconds since 1970".to_owned());
    }
    let log = Command::new("git").args(["log", "-1", "--format=%ct"]).current_dir(root).output();
    let told = log.ok().filter(|it| it.status.success()).map(|it| it.stdout).unwrap_or_default();
    let told = String::from_utf8_lossy(&told).trim().to_owned();
    Ok(if told.is_empty() { "315532800".to_owned() } else { told })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Wanted> {
        Wanted::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn all_kinds_are_made_unless_some_are_named() {
        assert_eq!(read("").unwrap().kinds.len(), 4);
        let some = read("--binary a --binary b wheel --out c").unwrap();
        assert_eq!(some.kinds, ["wheel"]);
        assert_eq!(some.binaries, ["a", "b"].map(PathBuf::from));
        assert_eq!(some.out, Some(PathBuf::from("c")));
        assert!(read("--static archive").unwrap().is_static);
        for wrong in ["rpm", "--binary", "--out", "--target x", "--static --binary a"] {
            assert_eq!(read(wrong).unwrap_err(), USAGE);
        }
    }
}
