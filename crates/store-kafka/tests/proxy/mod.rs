//! A port before the broker's, which breaks a connection where a test asks for it.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// Where a connection is broken, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// When records are sent: the broker does not hear of them.
    Request,
    /// In the midst of records that are sent.
    HalfRequest,
    /// When the broker has answered that it has records: the client does not hear of it.
    Answer,
    /// When records are asked for.
    Fetch,
    /// As at an answer; and nobody comes through any more until the proxy is opened again.
    AnswerForLong,
}

/// Passes on what client and broker say, one frame after the other.
pub struct Proxy {
    listener: TcpListener,
    armed: Arc<Mutex<Option<Cut>>>,
    shut: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<i16>>>,
}

const PRODUCE: [u8; 2] = [0, 0];
const FETCH: [u8; 2] = [0, 1];

impl Proxy {
    pub async fn listen() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (armed, shut, asked) = Default::default();
        Self { listener, armed, shut, asked }
    }

    pub fn port(&self) -> u16 {
        self.listener.local_addr().unwrap().port()
    }

    /// Passes on to a broker's port from then on.
    pub fn before(self, port: u16) -> Armed {
        let (armed, shut, asked) = (self.armed.clone(), self.shut.clone(), self.asked.clone());
        let passing = tokio::spawn(async move {
            while let Ok((client, _)) = self.listener.accept().await {
                if self.shut.load(Ordering::SeqCst) {
                    continue;
                }
                let (armed, shut, asked) =
                    (self.armed.clone(), self.shut.clone(), self.asked.clone());
                tokio::spawn(async move { pass(client, port, &armed, (&shut, &asked)).await });
            }
        });
        Armed { armed, shut, asked, passing }
    }
}

/// A proxy that passes on.
pub struct Armed {
    armed: Arc<Mutex<Option<Cut>>>,
    shut: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<i16>>>,
    passing: tokio::task::JoinHandle<()>,
}

impl Armed {
    /// The next connection that comes there is broken.
    pub fn arm(&self, cut: Cut) {
        *self.armed.lock().unwrap() = Some(cut);
    }

    /// What was asked since it was last told, by the numbers of Kafka's protocol.
    pub fn asked(&self) -> Vec<i16> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }

    /// Lets connections through again.
    pub fn open(&self) {
        self.shut.store(false, Ordering::SeqCst);
    }

    /// Whether one was broken since.
    pub fn has_cut(&self) -> bool {
        self.armed.lock().unwrap().is_none()
    }
}

impl Drop for Armed {
    fn drop(&mut self) {
        self.passing.abort();
    }
}

async fn frame(from: &mut (impl AsyncRead + Unpin)) -> io::Result<Vec<u8>> {
    let length = from.read_u32().await?;
    let mut frame = length.to_be_bytes().to_vec();
    frame.resize(4 + length as usize, 0);
    from.read_exact(&mut frame[4..]).await?;
    Ok(frame)
}

/// Both ways at once, until one side hangs up or the connection is cut.
async fn pass(
    client: TcpStream,
    port: u16,
    armed: &Mutex<Option<Cut>>,
    (shut, count): (&AtomicBool, &Mutex<Vec<i16>>),
) -> io::Result<()> {
    let broker = TcpStream::connect(("127.0.0.1", port)).await?;
    broker.set_nodelay(true)?;
    client.set_nodelay(true)?;
    let (client, broker) = (client.into_split(), broker.into_split());
    let (asked, asks) = mpsc::unbounded_channel();
    tokio::select! {
        biased;
        done = requests(client.0, broker.1, (armed, count), asked) => done,
        done = answers(broker.0, client.1, (armed, shut), asks) => done,
    }
}

async fn requests(
    mut client: impl AsyncRead + Unpin,
    mut broker: impl AsyncWrite + Unpin,
    (armed, count): (&Mutex<Option<Cut>>, &Mutex<Vec<i16>>),
    asked: mpsc::UnboundedSender<bool>,
) -> io::Result<()> {
    loop {
        let said = frame(&mut client).await?;
        let key = [said[4], said[5]];
        count.lock().unwrap().push(i16::from_be_bytes(key));
        let due = |cut: &mut Cut| match cut {
            Cut::Request | Cut::HalfRequest => key == PRODUCE,
            Cut::Fetch => key == FETCH,
            Cut::Answer | Cut::AnswerForLong => false,
        };
        let cut = armed.lock().unwrap().take_if(due);
        if cut == Some(Cut::HalfRequest) {
            broker.write_all(&said[..said.len() / 2]).await?;
        }
        if cut.is_some() {
            return Ok(());
        }
        if asked.send(key == PRODUCE).is_err() {
            return Ok(());
        }
        broker.write_all(&said).await?;
    }
}

async fn answers(
    mut broker: impl AsyncRead + Unpin,
    mut client: impl AsyncWrite + Unpin,
    (armed, shut): (&Mutex<Option<Cut>>, &AtomicBool),
    mut asks: mpsc::UnboundedReceiver<bool>,
) -> io::Result<()> {
    loop {
        let answered = frame(&mut broker).await?;
        let is_of_records = asks.recv().await == Some(true);
        let is_cut = |cut: &Cut| matches!(cut, Cut::Answer | Cut::AnswerForLong);
        let due = armed.lock().unwrap().filter(is_cut).filter(|_| is_of_records);
        if let Some(cut) = due {
            shut.store(cut == Cut::AnswerForLong, Ordering::SeqCst);
            // Who waits for the cut finds the proxy shut.
            armed.lock().unwrap().take();
        }
        if due.is_some() || is_of_records && shut.load(Ordering::SeqCst) {
            return Ok(());
        }
        client.write_all(&answered).await?;
    }
}
