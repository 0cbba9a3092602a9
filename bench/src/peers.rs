//! The programs that are measured, and how the peers come onto the machine.

use crate::Result;
use crate::arguments::Arguments;
use crate::server::Kind;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the programs lie.
pub struct Programs {
    pub waterwheel: PathBuf,
    pub ministack: PathBuf,
    pub kinesalite: PathBuf,
    /// A folder of jars.
    pub elasticmq: PathBuf,
    /// A folder of jars.
    pub dynamodb_local: PathBuf,
    pub minio: PathBuf,
    /// A folder of jars: a cluster's broker, and Kafka's own tools.
    pub kafka: PathBuf,
    /// The S3 server of a cluster.
    pub versitygw: PathBuf,
    /// This program itself.
    pub own: PathBuf,
    /// A folder on disk for the servers' data.
    pub scratch: PathBuf,
    /// How many keys a bucket of many has.
    pub keys: usize,
    /// The peers that are here.
    pub peers: Vec<Kind>,
}

impl Programs {
    /// Finds the binary, and installs the peers where they are wanted and missing.
    pub fn find(Arguments { binary, peers, keys, .. }: &Arguments) -> Result<Self> {
        let cache = cache()?;
        let waterwheel =
            binary.canonicalize().map_err(|error| format!("{}: {error}", binary.display()))?;
        let scratch = cache.join("bench");
        make(&scratch)?;
        let mut programs = Self {
            waterwheel,
            ministack: cache.join("peers/ministack/bin/ministack"),
            kinesalite: cache.join("peers/kinesalite/node_modules/.bin/kinesalite"),
            elasticmq: cache.join("peers/elasticmq/lib"),
            dynamodb_local: cache.join("peers/dynamodb-local/lib"),
            minio: cache.join("peers/minio/bin/minio"),
            kafka: cache.join("peers/kafka/lib"),
            // Where `./test` has it too.
            versitygw: cache.join(format!("versitygw-{VERSITYGW}/versitygw")),
            own: std::env::current_exe().map_err(|error| format!("find this program: {error}"))?,
            scratch,
            keys: *keys,
            peers: Vec::new(),
        };
        if *peers {
            programs.add(Kind::Ministack, |it| install_ministack(&it.ministack));
            programs.add(Kind::Kinesalite, |it| install_kinesalite(&it.kinesalite));
            let queues = ("org.elasticmq", "elasticmq-server_2.13", ELASTICMQ);
            programs.add(Kind::Elasticmq, |it| install_jars(&it.elasticmq, &[queues]));
            let tables = ("com.amazonaws", "DynamoDBLocal", DYNAMODB_LOCAL);
            programs.add(Kind::DynamodbLocal, |it| install_jars(&it.dynamodb_local, &[tables]));
            programs.add(Kind::Minio, |it| install_minio(&it.minio));
            // It comes with the cluster that it is a part of.
            programs.peers.push(Kind::Kafka);
        }
        Ok(programs)
    }

    fn add(&mut self, kind: Kind, install: impl Fn(&Self) -> Result<()>) {
        match install(self) {
            Ok(()) => self.peers.push(kind),
            Err(error) => eprintln!("bench: goes on without {}: {error}", kind.name()),
        }
    }

    /// Installs what a cluster stands on, where it is missing. PostgreSQL comes from the system.
    pub fn install_engines(&self) -> Result<()> {
        let broker = ("org.apache.kafka", "kafka_2.13", KAFKA);
        let tools = ("org.apache.kafka", "kafka-tools", KAFKA);
        // What they say goes to their standard error.
        let log = ("org.slf4j", "slf4j-simple", "1.7.36");
        install_jars(&self.kafka, &[broker, tools, log])?;
        install_from_go(&self.versitygw, "github.com/versity/versitygw/cmd/versitygw", VERSITYGW)
    }

    /// Java with Kafka's jars.
    pub fn java(&self) -> Command {
        let mut java = Command::new("java");
        java.args(["-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp"]);
        java.arg(self.kafka.join("*"));
        java
    }

    /// One of Kafka's own tools.
    pub fn kafka_tool(&self, class: &str) -> Command {
        let mut java = self.java();
        java.arg(class);
        java
    }

    /// The peers' versions, for the page.
    pub fn versions(&self) -> String {
        let versions = self.peers.iter().map(|kind| match kind {
            Kind::Ministack => {
                let pip = self.ministack.with_file_name("pip");
                let shown = said(Command::new(pip).args(["show", "ministack"])).unwrap_or_default();
                let version = crate::scan::header(&shown, "Version").unwrap_or("?");
                format!("ministack {version}")
            }
            Kind::Elasticmq => format!("elasticmq {ELASTICMQ}"),
            Kind::DynamodbLocal => format!("DynamoDB Local {DYNAMODB_LOCAL}"),
            Kind::Minio => format!("MinIO of {}", &MINIO["v0.0.0-".len()..][..8]),
            Kind::Kafka => format!("Kafka {KAFKA}"),
            _ => {
                let json = self.kinesalite.with_file_name("../kinesalite/package.json");
                let text = std::fs::read(json).unwrap_or_default();
                let version = crate::scan::member(&text, "version").unwrap_or("?");
                format!("{} {version}", kind.name())
            }
        });
        versions.collect::<Vec<_>>().join(", ")
    }
}

/// The user's cache folder for this project, by the XDG Base Directory Specification.
fn cache() -> Result<PathBuf> {
    let base = match std::env::var_os("XDG_CACHE_HOME") {
        Some(dir) => PathBuf::from(dir),
        None => PathBuf::from(std::env::var_os("HOME").ok_or("HOME is not set")?).join(".cache"),
    };
    Ok(base.join("waterwheel"))
}

fn make(dir: &Path) -> Result<()> {
    std::fs::create_dir_all(dir).map_err(|error| format!("{}: {error}", dir.display()))
}

/// A virtual environment with ministack, and boto3 for the functions it runs.
fn install_ministack(program: &Path) -> Result<()> {
    if program.exists() {
        return Ok(());
    }
    let home = program.ancestors().nth(2).ok_or("no place for ministack")?;
    println!("installing ministack and boto3 from PyPI into {}", home.display());
    make(home)?;
    said(Command::new("python3").args(["-m", "venv"]).arg(home))?;
    let pip = program.with_file_name("pip");
    said(Command::new(pip).args(["install", "--quiet", "ministack", "boto3"])).map(drop)
}

fn install_kinesalite(program: &Path) -> Result<()> {
    if program.exists() {
        return Ok(());
    }
    let home = program.ancestors().nth(3).ok_or("no place for kinesalite")?;
    println!("installing kinesalite from npm into {}", home.display());
    make(home)?;
    let npm = ["install", "--no-audit", "--no-fund", "--loglevel=error", "kinesalite"];
    said(Command::new("npm").args(npm).arg("--prefix").arg(home)).map(drop)
}

/// A version that the Go proxy has, by its date.
const MINIO: &str = "v0.0.0-20260212201848-7aac2a2c5b7c";

fn install_minio(program: &Path) -> Result<()> {
    install_from_go(program, "github.com/minio/minio", MINIO)
}

const KAFKA: &str = "4.1.1";
const VERSITYGW: &str = "1.8.0";

/// Builds a program from what the Go proxy has, which takes all cores for minutes.
fn install_from_go(program: &Path, package: &str, version: &str) -> Result<()> {
    if program.exists() {
        return Ok(());
    }
    let folder = program.parent().ok_or_else(|| format!("no place for {package}"))?;
    println!("building {package} from the Go proxy into {}", folder.display());
    make(folder)?;
    let version = version.trim_start_matches('v');
    let found = said(Command::new("go").arg("version")).is_ok();
    let mut go = Command::new(if found { "go" } else { "/usr/local/go/bin/go" });
    go.env("GOBIN", folder).env("GOFLAGS", "-trimpath").env("CGO_ENABLED", "0");
    go.args(["install", "-ldflags", "-s -w", &format!("{package}@v{version}")]);
    said(&mut go).map(drop)
}

const ELASTICMQ: &str = "1.6.12";
const DYNAMODB_LOCAL: &str = "2.6.1";

/// The jars of programs and of what they use, which Maven fetches.
fn install_jars(jars: &Path, programs: &[(&str, &str, &str)]) -> Result<()> {
    if jars.exists() {
        return Ok(());
    }
    let name = programs.first().map_or("nothing", |(_, name, _)| name);
    let home = jars.parent().ok_or_else(|| format!("no place for {name}"))?;
    println!("installing {name} from Maven Central into {}", home.display());
    make(home)?;
    let dependency = |(group, name, version): &(&str, &str, &str)| {
        format!(
            "<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId>\
             <version>{version}</version></dependency>"
        )
    };
    let project = format!(
        "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>\
         <groupId>peers</groupId><artifactId>peer</artifactId><version>1</version>\
         <dependencies>{}</dependencies></project>",
        programs.iter().map(dependency).collect::<String>()
    );
    let file = home.join("pom.xml");
    std::fs::write(&file, project).map_err(|error| format!("{}: {error}", file.display()))?;
    // What was fetched in part is no peer.
    let part = home.join("part");
    let goal = ["--batch-mode", "--quiet", "dependency:copy-dependencies"];
    let mut maven = Command::new("mvn");
    maven.args(goal).arg(format!("-DoutputDirectory={}", part.display())).arg("-f").arg(&file);
    said(&mut maven)?;
    std::fs::rename(&part, jars).map_err(|error| format!("{}: {error}", jars.display()))
}

/// Runs a command to its end; what it printed.
pub fn said(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("run {name}: {error}"))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{name} ended with {}: {text}", output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
