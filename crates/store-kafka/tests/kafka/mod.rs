//! A broker of Kafka's of the tests' own, on free ports and in a folder of its own, which all tests share
//! one after the other. Its jars are where `KAFKA_JARS` says; `./test` has put them there.

use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;
use store_kafka::{KafkaLog, Options};
use tempfile::TempDir;

/// A broker that is killed when this is dropped.
pub struct Broker {
    dir: TempDir,
    /// Where it listens: for clients, for clients behind a proxy, and for itself.
    ports: [u16; 3],
    running: Option<(Child, JoinHandle<String>)>,
    proxied: u16,
}

fn free_ports<const N: usize>() -> [u16; N] {
    let listeners: [TcpListener; N] =
        std::array::from_fn(|_| TcpListener::bind("127.0.0.1:0").unwrap());
    listeners.map(|listener| listener.local_addr().unwrap().port())
}

impl Broker {
    /// Makes a broker and starts it. Those who ask behind a proxy are told to come to its port.
    pub fn start(proxied: u16) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut broker = Self { dir, ports: free_ports(), running: None, proxied };
        fs::write(broker.settings(), broker.properties()).unwrap();
        let formatted = broker
            .java("kafka.tools.StorageTool")
            .args(["format", "-t", "d2F0ZXJ3aGVlbC10ZXN0cw", "-c"])
            .arg(broker.settings())
            .output()
            .unwrap();
        assert!(formatted.status.success(), "{}", String::from_utf8_lossy(&formatted.stderr));
        broker.run();
        broker
    }

    fn settings(&self) -> PathBuf {
        self.dir.path().join("server.properties")
    }

    fn properties(&self) -> String {
        let [clients, behind, own] = self.ports;
        format!(
            "process.roles=broker,controller\n\
             node.id=1\n\
             controller.quorum.voters=1@127.0.0.1:{own}\n\
             controller.listener.names=CONTROLLER\n\
             listeners=PLAINTEXT://127.0.0.1:{clients},PROXIED://127.0.0.1:{behind},CONTROLLER://127.0.0.1:{own}\n\
             advertised.listeners=PLAINTEXT://127.0.0.1:{clients},PROXIED://127.0.0.1:{}\n\
             listener.security.protocol.map=PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT\n\
             inter.broker.listener.name=PLAINTEXT\n\
             offsets.topic.replication.factor=1\n\
             transaction.state.log.replication.factor=1\n\
             transaction.state.log.min.isr=1\n\
             auto.create.topics.enable=true\n\
             log.retention.check.interval.ms=1000\n\
             broker.session.timeout.ms=3000\n\
             broker.heartbeat.interval.ms=500\n\
             log.dirs={}\n",
            self.proxied,
            self.dir.path().join("data").display()
        )
    }

    /// Where clients find it.
    pub fn servers(&self) -> String {
        format!("127.0.0.1:{}", self.ports[0])
    }

    /// Where a proxy finds it.
    pub fn behind(&self) -> u16 {
        self.ports[1]
    }

    /// Its logs, under a prefix.
    pub async fn log(&self, prefix: &str) -> KafkaLog {
        KafkaLog::open(self.options(prefix)).await.unwrap()
    }

    /// They wait as long as a slow machine takes.
    pub fn options(&self, prefix: &str) -> Options {
        let (servers, patience) = (self.servers(), Duration::from_secs(120));
        Options { servers, prefix: prefix.to_owned(), patience, ..Options::default() }
    }

    /// Kills it without a word.
    pub fn kill(&mut self) {
        let Some((mut process, log)) = self.running.take() else { return };
        kill_process(Pid::from_child(&process), Signal::KILL).unwrap();
        process.wait().unwrap();
        log.join().unwrap();
    }

    /// Has it stand still, or go on.
    pub fn signal(&self, signal: Signal) {
        let (process, _) = self.running.as_ref().unwrap();
        kill_process(Pid::from_child(process), signal).unwrap();
    }

    /// Starts it where it was killed, and waits until it takes requests.
    pub fn run(&mut self) {
        let mut command = self.java("kafka.Kafka");
        command.arg(self.settings()).stdin(Stdio::null());
        let mut process = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let stderr = BufReader::new(process.stderr.take().unwrap());
        let (ready, is_ready) = mpsc::channel();
        let log = thread::spawn(move || {
            let mut log = String::new();
            for line in stderr.lines().map_while(Result::ok) {
                if line.contains("Kafka Server started") {
                    ready.send(()).unwrap_or_default();
                }
                log += &line;
                log.push('\n');
            }
            log
        });
        if is_ready.recv().is_err() {
            panic!("no broker: {}", log.join().unwrap());
        }
        self.running = Some((process, log));
    }

    /// A program of Kafka's, which is killed with the thread that starts it.
    fn java(&self, class: &str) -> Command {
        let jars = std::env::var("KAFKA_JARS").expect("KAFKA_JARS: a folder with Kafka's jars");
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "java", "-Xmx512m", "-Xshare:auto"]);
        command.args(["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]);
        command.args(["-cp", &format!("{jars}/*"), class]);
        command.current_dir(self.dir.path());
        command
    }
}

impl Drop for Broker {
    fn drop(&mut self) {
        self.kill();
    }
}
