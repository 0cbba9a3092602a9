//! What goes into each format, and the tool that makes it.

use super::elf::Libc;
use super::{Product, Shop, run_command};
use crate::Result;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An archive with the binary, what it needs, and the licence.
pub fn archive(shop: &Shop, product: &Product) -> Result<PathBuf> {
    let libc = if product.needs.libc == Libc::Static { "musl" } else { "gnu" };
    let machine = product.needs.machine.name();
    let name = format!("waterwheel-{}-{machine}-linux-{libc}", shop.version);
    let stage = Stage::new(shop, &name)?;
    stage.copy(&product.binary, &format!("{name}/waterwheel"), 0o755)?;
    for file in ["README.md", "LICENSE"] {
        stage.copy(&shop.root.join(file), &format!("{name}/{file}"), 0o644)?;
    }
    let install = format!(
        "Waterwheel {} needs {}.\nCopy `waterwheel` to a folder of your PATH; `waterwheel start` serves on \
         http://localhost:4566,\nand `waterwheel doctor` says what functions can run on here.\n",
        shop.version, product.needs
    );
    stage.write(&format!("{name}/INSTALL"), &install, 0o644)?;
    let path = shop.out.join(format!("{name}.tar.gz"));
    tar(shop, &stage, &path, &name)?;
    Ok(path)
}

/// A Python wheel with the binary and the pytest plugin.
pub fn wheel(shop: &Shop, product: &Product) -> Result<PathBuf> {
    let machine = product.needs.machine.name();
    // A static binary runs beside any C library. The oldest names that pip knows for both say so.
    let tags = match product.needs.libc {
        Libc::Static => format!("manylinux_2_17_{machine}.musllinux_1_1_{machine}"),
        Libc::Gnu(minor) => format!("manylinux_2_{minor}_{machine}"),
    };
    let mut python = Command::new("python3");
    python.arg(shop.root.join("packaging/python/build.py")).arg(&product.binary);
    python.args([&shop.version, &tags]).arg(&shop.out);
    run_command(shop.root, python.stdout(std::process::Stdio::null()))?;
    Ok(shop.out.join(format!("waterwheel-{}-py3-none-{tags}.whl", shop.version)))
}

/// An npm package with the binaries of all machines.
pub fn npm(shop: &Shop, products: &[Product]) -> Result<PathBuf> {
    let stage = Stage::new(shop, "npm")?;
    let from = shop.root.join("packaging/npm");
    for entry in fs::read_dir(&from).map_err(|error| format!("{}: {error}", from.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && path.is_file()
            && name != "package.json"
        {
            stage.copy(&path, &format!("package/{name}"), 0o644)?;
        }
    }
    stage.copy(&from.join("bin/waterwheel.js"), "package/bin/waterwheel.js", 0o755)?;
    stage.copy(&shop.root.join("LICENSE"), "package/LICENSE", 0o644)?;
    let mut machines = Vec::new();
    for product in products {
        let machine = product.needs.machine.node();
        machines.push(machine);
        let place = format!("package/bin/linux-{machine}/waterwheel");
        stage.copy(&product.binary, &place, 0o755)?;
    }
    stage.write("package/package.json", &manifest(shop, products, &machines)?, 0o644)?;
    let path = shop.out.join(format!("waterwheel-{}.tgz", shop.version));
    tar(shop, &stage, &path, "package")?;
    Ok(path)
}

/// package.json with the version and, so that npm refuses where the binary would not run, the machines.
fn manifest(shop: &Shop, products: &[Product], machines: &[&str]) -> Result<String> {
    let path = shop.root.join("packaging/npm/package.json");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut manifest: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    manifest["version"] = shop.version.as_str().into();
    manifest["cpu"] = machines.into();
    if products.iter().any(|product| product.needs.libc != Libc::Static) {
        manifest["libc"] = vec!["glibc"].into();
    }
    Ok(format!("{manifest:#}\n"))
}

/// A Debian package with the binary and a systemd unit.
pub fn deb(shop: &Shop, product: &Product) -> Result<PathBuf> {
    let machine = product.needs.machine.debian();
    let name = format!("waterwheel_{}_{machine}", shop.version);
    let stage = Stage::new(shop, &name)?;
    let from = shop.root.join("packaging/debian");
    stage.copy(&product.binary, "usr/bin/waterwheel", 0o755)?;
    stage.copy(&from.join("waterwheel.toml"), "etc/waterwheel/waterwheel.toml", 0o644)?;
    let unit = "usr/lib/systemd/system/waterwheel.service";
    stage.copy(&from.join("waterwheel.service"), unit, 0o644)?;
    let doc = "usr/share/doc/waterwheel";
    stage.copy(&from.join("copyright"), &format!("{doc}/copyright"), 0o644)?;
    stage.copy(&shop.root.join("README.md"), &format!("{doc}/README.md"), 0o644)?;
    stage.copy(&from.join("changelog"), &format!("{doc}/changelog"), 0o644)?;
    gzip(shop, &stage.0.join(doc).join("changelog"))?;
    stage.copy(&from.join("waterwheel.1"), "usr/share/man/man1/waterwheel.1", 0o644)?;
    gzip(shop, &stage.0.join("usr/share/man/man1/waterwheel.1"))?;
    let size = size_of(&stage.0)?.div_ceil(1024);
    let depends = match product.needs.libc {
        Libc::Static => String::new(),
        Libc::Gnu(minor) => format!("Depends: libc6 (>= 2.{minor}), libgcc-s1\n"),
    };
    let control = fs::read_to_string(from.join("control")).map_err(|error| error.to_string())?;
    let control = control
        .replace("@VERSION@", &shop.version)
        .replace("@ARCHITECTURE@", machine)
        .replace("@SIZE@", &size.to_string())
        .replace("@DEPENDS@\n", &depends);
    stage.write("DEBIAN/control", &control, 0o644)?;
    stage.write("DEBIAN/conffiles", "/etc/waterwheel/waterwheel.toml\n", 0o644)?;
    for script in ["postinst", "prerm", "postrm"] {
        stage.copy(&from.join(script), &format!("DEBIAN/{script}"), 0o755)?;
    }
    let path = shop.out.join(format!("{name}.deb"));
    let mut dpkg = Command::new("dpkg-deb");
    dpkg.args(["--root-owner-group", "-Zxz", "-z1", "--build"]).arg(&stage.0).arg(&path);
    dpkg.env("SOURCE_DATE_EPOCH", &shop.epoch).stdout(std::process::Stdio::null());
    run_command(shop.root, &mut dpkg)?;
    Ok(path)
}

fn gzip(shop: &Shop, path: &Path) -> Result<()> {
    run_command(shop.root, Command::new("gzip").args(["-9n", "--force"]).arg(path))
}

/// Packs a folder of the stage as everybody's, dated as the shop dates.
fn tar(shop: &Shop, stage: &Stage, path: &Path, folder: &str) -> Result<()> {
    let mut tar = Command::new("tar");
    tar.args(["--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"]);
    tar.args(["--format=ustar", "--use-compress-program=gzip -n"]);
    tar.arg(format!("--mtime=@{}", shop.epoch)).arg("--file").arg(path);
    run_command(shop.root, tar.arg("--directory").arg(&stage.0).arg(folder))
}

fn size_of(folder: &Path) -> Result<u64> {
    let mut total: u64 = 0;
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let metadata = fs::metadata(&path).map_err(|error| error.to_string())?;
        total += if metadata.is_dir() { size_of(&path)? } else { metadata.len() };
    }
    Ok(total)
}

/// A folder in which a package is laid out. It goes when the package is made.
struct Stage(PathBuf);

impl Stage {
    fn new(shop: &Shop, name: &str) -> Result<Self> {
        let folder = shop.out.join(format!(".stage-{name}"));
        let _ = fs::remove_dir_all(&folder);
        let make = fs::create_dir_all(&folder).and_then(|()| set_mode(&folder, 0o755));
        make.map_err(|error| format!("make {}: {error}", folder.display()))?;
        Ok(Self(folder))
    }

    fn copy(&self, from: &Path, to: &str, mode: u32) -> Result<()> {
        let bytes = fs::read(from).map_err(|error| format!("read {}: {error}", from.display()))?;
        self.put(to, &bytes, mode)
    }

    fn write(&self, to: &str, text: &str, mode: u32) -> Result<()> {
        self.put(to, text.as_bytes(), mode)
    }

    /// Modes are set whatever the umask.
    fn put(&self, to: &str, bytes: &[u8], mode: u32) -> Result<()> {
        let path = self.0.join(to);
        let mut made = path.parent().map_or(Ok(()), fs::create_dir_all);
        for folder in path.ancestors().skip(1).take_while(|it| *it != self.0.as_path()) {
            made = made.and_then(|()| set_mode(folder, 0o755));
        }
        made.and_then(|()| fs::write(&path, bytes))
            .and_then(|()| set_mode(&path, mode))
            .map_err(|error| format!("write {}: {error}", path.display()))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn set_mode(path: &Path, mode: u32) -> std::io::Result<()> {
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}
