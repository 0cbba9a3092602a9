//! How long something is on its way until its function starts.

use crate::Result;
use crate::functions;
use crate::http::Connection;
use crate::load::expect_ok;
use crate::pipeline::{connect, connect_queue, disconnect, wait_object};
use crate::server::Server;
use crate::sqs::{create_queue, message_request};
use serde_json::{Value, json};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::task::JoinSet;

/// Notes for each record, or message, how long ago it says that it was sent, and stores the figures
/// of all but the first ones once it has enough.
const NOTE: &str = "\
import base64, http.client, json, os, time

times = []

def handler(event, context):
    now = time.time()
    for record in event.get('Records', ()):
        text = record['body'] if 'body' in record else base64.b64decode(record['kinesis']['data'])
        times.append((now - float(text)) * 1000)
    if len(times) >= ALL:
        some = sorted(times[FIRST:])
        figures = json.dumps({str(p): some[len(some) * p // 100] for p in (50, 99)})
        connection = http.client.HTTPConnection(os.environ['ENDPOINT'])
        connection.request('PUT', '/BUCKET/done', figures, {'Authorization':
            'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, '
            'SignedHeaders=host, Signature=' + '0' * 64, 'X-Amz-Date': '20260101T000000Z',
            'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD'})
        connection.getresponse().read()
";

/// Records: how many, of which the first warm up, and how many a second over how many connections.
const RECORDS: u32 = 6000;
const WARM_RECORDS: u32 = 1000;
const A_SECOND: u32 = 1000;
const CONNECTIONS: u32 = 4;
/// Messages: how many, and how far apart.
const MESSAGES: u32 = 220;
const WARM_MESSAGES: u32 = 20;
const APART: Duration = Duration::from_millis(20);

/// The time, as Python gives it.
fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("{:.6}", since.as_secs_f64())
}

async fn function(server: &Server, name: &str, all: u32, first: u32) -> Result<()> {
    server.s3("PUT", &format!("/{name}"), b"").await?;
    let code = NOTE.replace("BUCKET", name);
    let code = code.replace("ALL", &all.to_string()).replace("FIRST", &first.to_string());
    functions::create(server, name, &code).await?;
    let mut connection = Connection::open(server.address).await?;
    let request = functions::invoke_request(server, name, "{}");
    functions::invoke(&mut connection, &request, "null").await
}

/// The figures that a function has stored.
async fn figures(server: &Server, name: &str) -> Result<Value> {
    let mut observer = Connection::open(server.address).await?;
    let get = server.s3_request("GET", &format!("/{name}/done"), b"");
    wait_object(&mut observer, &get, Instant::now()).await?;
    let found = server.s3("GET", &format!("/{name}/done"), b"").await?;
    serde_json::from_slice(&found).map_err(|error| format!("figures of {name}: {error}"))
}

/// From PutRecord to the start of the handler at a thousand records a second, in milliseconds.
async fn record(server: &Server, run: usize, percentile: &str) -> Result<f64> {
    let name = format!("on-its-way-{percentile}-{run}");
    server.create_stream(&name, 1).await?;
    function(server, &name, RECORDS, WARM_RECORDS).await?;
    let uuid = connect(server, &name, &name, 100, "TRIM_HORIZON").await?;
    let (address, start) = (server.address, Instant::now());
    let mut producers = JoinSet::new();
    for own in 0..CONNECTIONS {
        let mut requests = Vec::new();
        for n in (own..RECORDS).step_by(CONNECTIONS as usize) {
            requests.push((Duration::from_secs(1) * n / A_SECOND, n));
        }
        let put = {
            let name = name.clone();
            let of = move |n: u32| {
                let data = base64_simd::STANDARD.encode_to_string(now().as_bytes());
                json!({"StreamName": name, "Data": data, "PartitionKey": n.to_string()})
            };
            let target = [
                ("X-Amz-Target", "Kinesis_20131202.PutRecord"),
                ("Content-Type", "application/x-amz-json-1.1"),
            ];
            move |n: u32| {
                let body = of(n).to_string();
                crate::http::request(address, "POST", "/", "kinesis", &target, body.as_bytes())
            }
        };
        producers.spawn_local(async move {
            let mut connection = Connection::open(address).await?;
            for (after, n) in requests {
                tokio::time::sleep_until((start + after).into()).await;
                let answer = connection.exchange(&put(n), true).await?;
                expect_ok(answer, connection.body())?;
            }
            Ok::<_, String>(())
        });
    }
    while let Some(ended) = producers.join_next().await {
        ended.map_err(|error| error.to_string())??;
    }
    let found = figures(server, &name).await?;
    disconnect(server, &uuid).await?;
    functions::delete(server, &name).await?;
    server.delete_stream(&name).await?;
    found[percentile].as_f64().ok_or_else(|| format!("no figure in {found}"))
}

/// The middle one.
pub async fn record_p50(server: &Server, run: usize) -> Result<f64> {
    record(server, run, "50").await
}

/// That of one in a hundred.
pub async fn record_p99(server: &Server, run: usize) -> Result<f64> {
    record(server, run, "99").await
}

/// From SendMessage to the start of the handler, one message at a time: the middle one, in
/// milliseconds.
pub async fn message_p50(server: &Server, run: usize) -> Result<f64> {
    let name = format!("message-{run}");
    let url = create_queue(server, &name).await?;
    function(server, &name, MESSAGES, WARM_MESSAGES).await?;
    let uuid = connect_queue(server, &name, &name).await?;
    let mut connection = Connection::open(server.address).await?;
    for _ in 0..MESSAGES {
        let request = message_request(server.address, &url, &now());
        let answer = connection.exchange(&request, true).await?;
        expect_ok(answer, connection.body())?;
        tokio::time::sleep(APART).await;
    }
    let found = figures(server, &name).await?;
    disconnect(server, &uuid).await?;
    functions::delete(server, &name).await?;
    found["50"].as_f64().ok_or_else(|| format!("no figure in {found}"))
}
