//! One connection to a broker: requests go out in order and are answered in order, without waiting
//! for each other.

use crate::failure::{Attempt, Trouble};
use bytes::{BufMut, Bytes, BytesMut};
use kafka_protocol::messages::{
    ApiKey, ApiVersionsRequest, ApiVersionsResponse, CreateTopicsRequest, CreateTopicsResponse,
    DeleteRecordsRequest, DeleteRecordsResponse, DeleteTopicsRequest, DeleteTopicsResponse,
    DescribeConfigsRequest, DescribeConfigsResponse, FetchRequest, FetchResponse,
    InitProducerIdRequest, InitProducerIdResponse, ListOffsetsRequest, ListOffsetsResponse,
    MetadataRequest, MetadataResponse, ProduceRequest, ProduceResponse, RequestHeader,
    ResponseHeader,
};
use kafka_protocol::protocol::{Decodable, Encodable, HeaderVersion, StrBytes};
use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot};
use tokio::task::AbortHandle;

/// A request of the version that is spoken: brokers from 3.7 on know it, and so do those of 4.x.
pub(crate) trait Ask: Encodable + HeaderVersion {
    const KEY: ApiKey;
    const VERSION: i16;
    type Answer: Decodable + HeaderVersion;
}

macro_rules! asks {
    ($($request:ident, $answer:ident, $key:ident $version:literal;)*) => {
        $(impl Ask for $request {
            const KEY: ApiKey = ApiKey::$key;
            const VERSION: i16 = $version;
            type Answer = $answer;
        })*

        const SPOKEN: &[(ApiKey, i16)] = &[$((ApiKey::$key, $version)),*];
    };
}

asks! {
    ApiVersionsRequest, ApiVersionsResponse, ApiVersions 0;
    CreateTopicsRequest, CreateTopicsResponse, CreateTopics 5;
    DeleteRecordsRequest, DeleteRecordsResponse, DeleteRecords 2;
    DeleteTopicsRequest, DeleteTopicsResponse, DeleteTopics 5;
    DescribeConfigsRequest, DescribeConfigsResponse, DescribeConfigs 4;
    FetchRequest, FetchResponse, Fetch 12;
    InitProducerIdRequest, InitProducerIdResponse, InitProducerId 2;
    ListOffsetsRequest, ListOffsetsResponse, ListOffsets 7;
    MetadataRequest, MetadataResponse, Metadata 9;
    ProduceRequest, ProduceResponse, Produce 9;
}

/// A frame of more bytes is taken for a sign that this is no broker.
const MOST_BYTES: usize = 1 << 28;

/// A connection; broken when its task has ended.
pub(crate) struct Connection {
    address: String,
    asks: mpsc::UnboundedSender<Asked>,
    next: AtomicI32,
    task: AbortHandle,
}

struct Asked {
    id: i32,
    frame: Bytes,
    answer: oneshot::Sender<Bytes>,
}

/// Who waits for an answer, in the order of the requests.
type Waiting = Arc<Mutex<VecDeque<(i32, oneshot::Sender<Bytes>)>>>;

impl Drop for Connection {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Connection {
    /// Connects to a broker that speaks what is needed.
    pub async fn open(address: &str, within: Duration) -> Attempt<Self> {
        let failed = |error: &dyn std::fmt::Display| {
            Trouble::Later(format!("Kafka: no connection to {address}: {error}"))
        };
        let connecting = TcpStream::connect(address);
        let stream = tokio::time::timeout(within, connecting)
            .await
            .map_err(|late| failed(&late))?
            .map_err(|error| failed(&error))?;
        stream.set_nodelay(true).map_err(|error| failed(&error))?;
        let (reader, writer) = stream.into_split();
        let (asks, asked) = mpsc::unbounded_channel();
        let task = tokio::spawn(serve(reader, writer, asked)).abort_handle();
        let connection = Self { address: address.to_owned(), asks, next: AtomicI32::new(0), task };
        connection.check_versions(within).await?;
        Ok(connection)
    }

    async fn check_versions(&self, within: Duration) -> Attempt<()> {
        let spoken = self.call(&ApiVersionsRequest::default(), within).await?;
        for (key, version) in SPOKEN {
            let found = spoken.api_keys.iter().find(|each| each.api_key == *key as i16);
            if !found.is_some_and(|it| (it.min_version..=it.max_version).contains(version)) {
                let why = format!(
                    "{} is no Kafka of 3.7 or newer: it does not know version {version} of {key:?}",
                    self.address
                );
                return Err(Trouble::Refused(store::Error::invalid(why)));
            }
        }
        Ok(())
    }

    pub fn is_broken(&self) -> bool {
        self.asks.is_closed()
    }

    fn lost(&self, why: &str) -> Trouble {
        Trouble::Later(format!("Kafka: {} {why}", self.address))
    }

    /// What the broker answers. Where it does not, it may have done what was asked.
    pub async fn call<R: Ask>(&self, request: &R, within: Duration) -> Attempt<R::Answer> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let frame = frame(request, id).map_err(|why| {
            Trouble::Refused(store::Error::invalid(format!("a request for Kafka: {why}")))
        })?;
        let (answer, answered) = oneshot::channel();
        self.asks.send(Asked { id, frame, answer }).map_err(|_| self.lost("hung up"))?;
        let Ok(answered) = tokio::time::timeout(within, answered).await else {
            // What comes later would not be known for what it is.
            self.task.abort();
            return Err(self.lost("does not answer"));
        };
        let mut answer = answered.map_err(|_| self.lost("hung up"))?;
        let header = R::Answer::header_version(R::VERSION);
        ResponseHeader::decode(&mut answer, header)
            .and_then(|_| R::Answer::decode(&mut answer, R::VERSION))
            .map_err(|error| self.lost(&format!("answers what is not understood: {error}")))
    }
}

fn frame<R: Ask>(request: &R, id: i32) -> Result<Bytes, String> {
    let told = |error| format!("{error}");
    let header = RequestHeader::default()
        .with_request_api_key(R::KEY as i16)
        .with_request_api_version(R::VERSION)
        .with_correlation_id(id)
        .with_client_id(Some(StrBytes::from_static_str("waterwheel")));
    let header_version = R::header_version(R::VERSION);
    let size = header.compute_size(header_version).map_err(told)?
        + request.compute_size(R::VERSION).map_err(told)?;
    let mut buffer = BytesMut::with_capacity(4 + size);
    buffer.put_i32(i32::try_from(size).map_err(|_| format!("{size} bytes are too many"))?);
    header.encode(&mut buffer, header_version).map_err(told)?;
    request.encode(&mut buffer, R::VERSION).map_err(told)?;
    Ok(buffer.freeze())
}

/// Writes and reads at once, until either fails: a broker reads nothing while it writes an answer.
async fn serve(
    reader: impl AsyncRead + Unpin,
    writer: impl AsyncWrite + Unpin,
    mut asked: mpsc::UnboundedReceiver<Asked>,
) {
    let waiting = Waiting::default();
    tokio::select! {
        biased;
        _ = write(writer, &mut asked, &waiting) => {}
        _ = read(reader, &waiting) => {}
    }
}

async fn write(
    mut writer: impl AsyncWrite + Unpin,
    asked: &mut mpsc::UnboundedReceiver<Asked>,
    waiting: &Waiting,
) -> io::Result<()> {
    while let Some(Asked { id, frame, answer }) = asked.recv().await {
        waiting.lock().unwrap_or_else(PoisonError::into_inner).push_back((id, answer));
        writer.write_all(&frame).await?;
    }
    Ok(())
}

async fn read(mut reader: impl AsyncRead + Unpin, waiting: &Waiting) -> io::Result<()> {
    loop {
        let length = usize::try_from(reader.read_i32().await?).unwrap_or(usize::MAX);
        if !(4..=MOST_BYTES).contains(&length) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut frame = vec![0; length];
        reader.read_exact(&mut frame).await?;
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        match next {
            // Who asked may have gone.
            Some((id, answer)) if frame.starts_with(&id.to_be_bytes()) => {
                drop(answer.send(Bytes::from(frame)));
            }
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
}
