//! The pipeline on a server of its own, from nothing to the object in the bucket.

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_kinesis::config::Credentials;
use aws_sdk_kinesis::primitives::Blob;
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const BUCKET: &str = "rust-consumer-results";

fn waterwheel() -> Command {
    Command::new(std::env::var_os("WATERWHEEL").unwrap_or("waterwheel".into()))
}

/// A server that ends with the test: however its process ends, the server's standard input does too.
struct Server(Child, String);

impl Server {
    fn start() -> Self {
        let options = ["start", "--ephemeral", "--port", "0", "--stop-at-eof", "--log", "warn"];
        let mut server = waterwheel();
        server.args(options).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = server.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.split_whitespace().find(|word| word.starts_with("http://"));
        let url = url.expect("the address").to_owned();
        Self(child, url)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn settings(url: &str) -> SdkConfig {
    let http = aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https();
    aws_config::defaults(BehaviorVersion::latest())
        .http_client(http)
        .endpoint_url(url)
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("test", "test", None, None, "test"))
        .load()
        .await
}

#[tokio::test]
async fn a_record_becomes_an_object() {
    let server = Server::start();
    let deployed = waterwheel()
        .args(["deploy", env!("CARGO_BIN_EXE_bootstrap"), "--name", "consumer"])
        .args(["--stream", "records", "--bucket", BUCKET, "--endpoint-url", &server.1])
        .status();
    assert!(deployed.unwrap().success());

    let settings = settings(&server.1).await;
    let kinesis = aws_sdk_kinesis::Client::new(&settings);
    let s3 = aws_sdk_s3::config::Builder::from(&settings).force_path_style(true).build();
    let s3 = aws_sdk_s3::Client::from_conf(s3);
    let record = kinesis.put_record().stream_name("records").partition_key("1");
    record.data(Blob::new("Hello!")).send().await.unwrap();
    let end = Instant::now() + Duration::from_secs(60);
    let key = loop {
        let listed = s3.list_objects_v2().bucket(BUCKET).send().await.unwrap();
        if let Some(object) = listed.contents().first() {
            break object.key().unwrap().to_owned();
        }
        assert!(Instant::now() < end, "no object after a minute");
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    let object = s3.get_object().bucket(BUCKET).key(key).send().await.unwrap();
    let body = object.body.collect().await.unwrap().into_bytes();
    assert_eq!(body, "Hello!");
}
