//! Figures of records on their way from a stream through a function to a bucket.

use crate::Result;
use crate::api::shard_id;
use crate::functions;
use crate::http::Connection;
use crate::kinesis::{fill, object_key, put_one};
use crate::load::{Until, median};
use crate::server::Server;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Stores each record as an object, as the consumer of examples/kinesis-lambda-s3 does.
const STORE: &str = "\
import base64, boto3

s3 = boto3.client('s3')

def handler(event, context):
    for record in event['Records']:
        data = base64.b64decode(record['kinesis']['data'])
        s3.put_object(Bucket='BUCKET', Key=f\"record-{record['eventID']}.txt\", Body=data)
";

/// Counts records, and stores an object once it has counted all of them.
const COUNT: &str = "\
import http.client, os

seen = 0

def handler(event, context):
    global seen
    seen += len(event.get('Records', ()))
    if seen >= 20000:
        connection = http.client.HTTPConnection(os.environ['ENDPOINT'])
        connection.request('PUT', '/BUCKET/done', str(seen), {'Authorization':
            'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, '
            'SignedHeaders=host, Signature=' + '0' * 64, 'X-Amz-Date': '20260101T000000Z',
            'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD'})
        connection.getresponse().read()
    return seen
";

const MAPPINGS: &str = "/2015-03-31/event-source-mappings";
/// How long a record may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often it is asked whether an object is there.
const LOOK: Duration = Duration::from_micros(500);

/// Connects a stream to a function.
pub async fn connect(
    server: &Server,
    stream: &str,
    function: &str,
    batch: u32,
    position: &str,
) -> Result<String> {
    let input = json!({
        "FunctionName": function, "BatchSize": batch, "StartingPosition": position,
        "EventSourceArn": format!("arn:aws:kinesis:us-east-1:000000000000:stream/{stream}"),
    });
    map(server, input).await
}

/// Connects a queue to a function.
pub async fn connect_queue(server: &Server, queue: &str, function: &str) -> Result<String> {
    let input = json!({
        "FunctionName": function, "BatchSize": 1,
        "EventSourceArn": format!("arn:aws:sqs:us-east-1:000000000000:{queue}"),
    });
    let mapped = map(server, input).await;
    mapped.map_err(|error| format!("it needs event source mappings of queues: {error}"))
}

async fn map(server: &Server, input: Value) -> Result<String> {
    let answer = server.lambda("POST", MAPPINGS, input).await?;
    let uuid = answer["UUID"].as_str().ok_or("a mapping without a UUID")?;
    server.wait_lambda(&format!("{MAPPINGS}/{uuid}"), "State", "Enabled").await?;
    Ok(uuid.to_owned())
}

/// Takes the connection away.
pub async fn disconnect(server: &Server, uuid: &str) -> Result<()> {
    server.lambda("DELETE", &format!("{MAPPINGS}/{uuid}"), Value::Null).await.map(drop)
}

/// A pipeline as the example's: one shard, batches of one.
pub struct Pipeline {
    name: String,
    uuid: String,
    put: Vec<u8>,
    producer: Connection,
    observer: Connection,
}

impl Pipeline {
    pub async fn build(server: &Server, name: &str) -> Result<Self> {
        server.s3("PUT", &format!("/{name}"), b"").await?;
        server.create_stream(name, 1).await?;
        functions::create(server, name, &STORE.replace("BUCKET", name)).await?;
        let uuid = connect(server, name, name, 1, "TRIM_HORIZON").await?;
        let input = json!({"StreamName": name, "Data": "U2FtcGxl", "PartitionKey": "1"});
        Ok(Self {
            name: name.to_owned(),
            uuid,
            put: server.kinesis_request("PutRecord", &input),
            producer: Connection::open(server.address).await?,
            observer: Connection::open(server.address).await?,
        })
    }

    /// Puts a record and waits for its object; the time between, in milliseconds.
    pub async fn pass(&mut self, server: &Server) -> Result<f64> {
        let start = Instant::now();
        let number = put_one(&mut self.producer, &self.put).await?;
        let path = format!("/{}/{}", self.name, object_key(&number));
        wait_object(&mut self.observer, &server.s3_request("GET", &path, b""), start).await
    }

    /// The bytes of the call that puts its record.
    pub fn put_request(&self) -> &[u8] {
        &self.put
    }

    async fn remove(self, server: &Server) -> Result<()> {
        disconnect(server, &self.uuid).await?;
        functions::delete(server, &self.name).await?;
        server.delete_stream(&self.name).await
    }
}

/// Asks for an object until it is there; the time since `start`, in milliseconds.
pub async fn wait_object(observer: &mut Connection, get: &[u8], start: Instant) -> Result<f64> {
    while start.elapsed() < PATIENCE {
        if observer.exchange(get, true).await?.status == 200 {
            return Ok(start.elapsed().as_secs_f64() * 1e3);
        }
        tokio::time::sleep(LOOK).await;
    }
    Err("the object did not appear".to_owned())
}

/// From PutRecord to the object, all warm: the median of 50, one at a time, in milliseconds.
pub async fn warm(server: &Server, run: usize) -> Result<f64> {
    let mut pipeline = Pipeline::build(server, &format!("warm-{run}")).await?;
    let mut times = Vec::new();
    for n in 0..55 {
        let time = pipeline.pass(server).await?;
        if n >= 5 {
            times.push(time);
        }
    }
    pipeline.remove(server).await?;
    Ok(median(times))
}

/// The same for the first record of a new pipeline, whose function was never started: the median
/// of three pipelines. The server has run one before.
pub async fn cold(server: &Server, run: usize) -> Result<f64> {
    let mut times = Vec::new();
    for n in 0..4 {
        let mut pipeline = Pipeline::build(server, &format!("first-{run}-{n}")).await?;
        times.push(pipeline.pass(server).await?);
        pipeline.remove(server).await?;
    }
    Ok(median(times.split_off(1)))
}

/// 20,000 records of 100 bytes that lie in one shard, through a warm function that counts them
/// in batches of 100: from CreateEventSourceMapping to the last one counted, per second.
pub async fn count(server: &Server, run: usize) -> Result<f64> {
    let name = format!("count-{run}");
    server.s3("PUT", &format!("/{name}"), b"").await?;
    server.create_stream(&name, 1).await?;
    let outcome = fill(server, &name, 1, 100, Until::Asked(40)).await?;
    server.expect_records(&name, 1, outcome.units).await?;
    functions::create(server, &name, &COUNT.replace("BUCKET", &name)).await?;
    let mut connection = Connection::open(server.address).await?;
    let request = functions::invoke_request(server, &name, "{}");
    functions::invoke(&mut connection, &request, "0").await?;
    let get = server.s3_request("GET", &format!("/{name}/done"), b"");
    let start = Instant::now();
    let uuid = connect(server, &name, &name, 100, "TRIM_HORIZON").await?;
    let took_ms = wait_object(&mut connection, &get, start).await?;
    let counted = server.s3("GET", &format!("/{name}/done"), b"").await?;
    disconnect(server, &uuid).await?;
    match String::from_utf8_lossy(&counted).as_ref() {
        "20000" => Ok(20_000.0 / took_ms * 1e3),
        other => Err(format!("{other} records of {} were counted", shard_id(0))),
    }
}
