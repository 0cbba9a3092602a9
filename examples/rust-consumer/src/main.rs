//! A consumer of a stream: it writes each record of a batch to S3.
//!
//! The bucket is named by the environment variable `BUCKET`. On AWS and on Waterwheel alike the
//! SDK finds its region, credentials and endpoint in the environment.

use aws_sdk_s3::Client;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::Provider;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use serde::Deserialize;

/// What Lambda hands over: a batch of records from one shard.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Batch {
    records: Vec<Record>,
}

#[derive(Deserialize)]
struct Record {
    /// `shardId-…:sequence number`.
    #[serde(rename = "eventID")]
    event_id: String,
    kinesis: Payload,
}

#[derive(Deserialize)]
struct Payload {
    /// Base64.
    data: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let bucket = std::env::var("BUCKET")?;
    let http = aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https();
    let client = Client::new(&aws_config::from_env().http_client(http).load().await);
    run(service_fn(|event: LambdaEvent<Batch>| store(&client, &bucket, event.payload))).await
}

/// Writes each record to an object of its own; the first failure fails the batch, so that Lambda
/// hands it over again.
async fn store(client: &Client, bucket: &str, batch: Batch) -> Result<(), Error> {
    for record in batch.records {
        let body = STANDARD.decode(&record.kinesis.data)?;
        client
            .put_object()
            .bucket(bucket)
            .key(format!("record-{}.txt", record.event_id))
            .body(body.into())
            .send()
            .await?;
    }
    Ok(())
}
