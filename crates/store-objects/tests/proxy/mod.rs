//! A listener before the server's, which breaks a connection where a test asks for it.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Where a connection is broken, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// When a request of which this is a part is sent: the server does not hear of it.
    Request(&'static str),
    /// When such a request is answered: the client does not hear of it.
    Answer(&'static str),
    /// When the client has got that many bytes of the answer to such a request.
    After(&'static str, usize),
    /// Nothing is broken: the server does not hear of such a request, and nobody hangs up.
    Hold(&'static str),
}

/// Passes on what client and server say.
pub struct Proxy {
    address: SocketAddr,
    armed: Arc<Mutex<Vec<Cut>>>,
}

impl Proxy {
    /// Listens before a server.
    pub async fn before(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let armed = Arc::new(Mutex::new(Vec::new()));
        let arming = armed.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let armed = arming.clone();
                tokio::spawn(async move { pass(client, server, &armed).await });
            }
        });
        Self { address, armed }
    }

    /// Where clients find it.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Breaks connections at these places, each once, in this order.
    pub fn arm(&self, cuts: &[Cut]) {
        *self.armed.lock().unwrap() = cuts.iter().rev().copied().collect();
    }

    /// Whether all were broken since.
    pub fn has_cut(&self) -> bool {
        self.armed.lock().unwrap().is_empty()
    }
}

/// Both ways at once, until one side hangs up or the connection is cut.
async fn pass(
    mut client: TcpStream,
    server: SocketAddr,
    armed: &Mutex<Vec<Cut>>,
) -> io::Result<()> {
    let mut server = TcpStream::connect(server).await?;
    let (mut said, mut answered) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    let (mut cut, mut passed) = (None, 0);
    loop {
        tokio::select! {
            length = client.read(&mut said) => {
                let said = &said[..length?];
                if said.is_empty() {
                    return Ok(());
                }
                cut = cut.or_else(|| take(armed, said));
                match cut {
                    Some(Cut::Request(_)) => return Ok(()),
                    Some(Cut::Hold(_)) => {}
                    _ => server.write_all(said).await?,
                }
            }
            length = server.read(&mut answered) => {
                let answered = &answered[..length?];
                if answered.is_empty() || matches!(cut, Some(Cut::Answer(_))) {
                    return Ok(());
                }
                client.write_all(answered).await?;
                passed += answered.len();
                if matches!(cut, Some(Cut::After(_, most)) if passed >= most) {
                    return Ok(());
                }
                if cut.is_none() {
                    passed = 0;
                }
            }
        }
    }
}

/// The cut that is due, which is then done.
fn take(armed: &Mutex<Vec<Cut>>, said: &[u8]) -> Option<Cut> {
    let mut armed = armed.lock().unwrap();
    let (Cut::Request(part) | Cut::Answer(part) | Cut::After(part, _) | Cut::Hold(part)) =
        *armed.last()?;
    let due = said.windows(part.len()).any(|window| window == part.as_bytes());
    if due { armed.pop() } else { None }
}
