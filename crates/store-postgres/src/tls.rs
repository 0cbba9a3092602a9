//! Connections that are encrypted, by rustls, with libpq's words for whom to trust.
//!
//! | `sslmode` | encrypted | whom the server's certificate convinces |
//! |---|---|---|
//! | `disable` | no | – |
//! | `prefer`, or none | where the server can | anybody |
//! | `require` | yes | anybody; with `sslrootcert`, as `verify-ca` |
//! | `verify-ca` | yes | who trusts the authorities in `sslrootcert` |
//! | `verify-full` | yes | who trusts those, or the machine's where none are named, and connects to the name in it |

use crate::url;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::verify_server_cert_signed_by_trust_anchor;
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, InvalidDnsNameError, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use store::{Error, Result};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_postgres::Socket;
use tokio_postgres::tls::{ChannelBinding, MakeTlsConnect, TlsConnect, TlsStream};
use tokio_rustls::TlsConnector;

/// Takes what is said of encryption out of a connection string, whose other words the library
/// knows, and leaves `sslmode` as it knows it.
///
/// # Errors
/// [`Error::Io`] of the kind `InvalidInput` when that cannot be done.
pub(crate) fn of(text: &str) -> Result<(String, Tls)> {
    let mut words = url::Words::of(text);
    let mode = words.take("sslmode");
    let roots = words.take("sslrootcert");
    let roots = roots.as_deref().filter(|roots| !roots.is_empty());
    let mode = mode.as_deref();
    let trust = match (mode, roots) {
        (Some("verify-full"), None | Some("system")) => Trust::Name(machines_roots()?),
        (_, Some("system")) => {
            let why =
                "sslrootcert=system trusts whoever has a certificate: sslmode=verify-full it is";
            return Err(Error::invalid(why.to_owned()));
        }
        (Some("verify-full"), Some(file)) => Trust::Name(roots_in(file)?),
        (Some("verify-ca" | "require"), Some(file)) => Trust::Authority(roots_in(file)?),
        (Some("verify-ca"), None) => {
            let why = "sslmode=verify-ca needs sslrootcert, the file with the authorities to trust";
            return Err(Error::invalid(why.to_owned()));
        }
        (_, Some(_)) => {
            let why = "sslrootcert is for sslmode=require, verify-ca and verify-full";
            return Err(Error::invalid(why.to_owned()));
        }
        (_, None) => Trust::Anybody,
    };
    match mode {
        Some("verify-ca" | "verify-full") => words.set("sslmode", "require"),
        // The library refuses what it does not know.
        Some(other) => words.set("sslmode", other),
        None => {}
    }
    let is_direct = words.get("sslnegotiation").as_deref() == Some("direct");
    Ok((words.text(), Tls::new(trust, is_direct)?))
}

fn machines_roots() -> Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        let why =
            "sslmode=verify-full: this machine trusts no authority, and sslrootcert names none";
        return Err(Error::invalid(why.to_owned()));
    }
    Ok(roots)
}

fn roots_in(file: &str) -> Result<RootCertStore> {
    let refused = |why: String| Error::invalid(format!("sslrootcert={file}: {why}"));
    let mut roots = RootCertStore::empty();
    for root in CertificateDer::pem_file_iter(file).map_err(|error| refused(error.to_string()))? {
        let root = root.map_err(|error| refused(error.to_string()))?;
        roots.add(root).map_err(|error| refused(error.to_string()))?;
    }
    if roots.is_empty() {
        return Err(refused("there is no certificate in it".to_owned()));
    }
    Ok(roots)
}

/// Whom to believe that it is the server.
#[derive(Debug)]
enum Trust {
    Anybody,
    Authority(RootCertStore),
    Name(RootCertStore),
}

/// Encrypts connections.
#[derive(Clone)]
pub(crate) struct Tls(TlsConnector);

impl Tls {
    fn new(trust: Trust, is_direct: bool) -> Result<Self> {
        let provider = Arc::new(ring::default_provider());
        let builder = ClientConfig::builder_with_provider(provider.clone())
            .with_safe_default_protocol_versions()
            .map_err(|error| Error::invalid(error.to_string()))?;
        let authorities = match trust {
            Trust::Name(roots) => {
                let config = builder.with_root_certificates(roots).with_no_client_auth();
                return Ok(Self::over(config, is_direct));
            }
            Trust::Authority(roots) => Some(roots),
            Trust::Anybody => None,
        };
        let verifier = Arc::new(NoName { authorities, provider });
        let builder = builder.dangerous().with_custom_certificate_verifier(verifier);
        Ok(Self::over(builder.with_no_client_auth(), is_direct))
    }

    fn over(mut config: ClientConfig, is_direct: bool) -> Self {
        if is_direct {
            config.alpn_protocols = vec![b"postgresql".to_vec()];
        }
        Self(TlsConnector::from(Arc::new(config)))
    }
}

/// Believes a server whatever its name.
#[derive(Debug)]
struct NoName {
    /// `None` believes anybody.
    authorities: Option<RootCertStore>,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for NoName {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        now: UnixTime,
    ) -> std::result::Result<ServerCertVerified, rustls::Error> {
        if let Some(authorities) = &self.authorities {
            let certificate = ParsedCertificate::try_from(end_entity)?;
            let all = self.provider.signature_verification_algorithms.all;
            verify_server_cert_signed_by_trust_anchor(
                &certificate,
                authorities,
                intermediates,
                now,
                all,
            )?;
        }
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

impl MakeTlsConnect<Socket> for Tls {
    type Stream = Stream;
    type TlsConnect = Handshake;
    type Error = InvalidDnsNameError;

    fn make_tls_connect(&mut self, domain: &str) -> std::result::Result<Handshake, Self::Error> {
        // It is asked for a Unix socket too, which has no name and is never encrypted.
        Ok(Handshake(self.0.clone(), ServerName::try_from(domain.to_owned())))
    }
}

/// What makes one connection an encrypted one.
pub(crate) struct Handshake(
    TlsConnector,
    std::result::Result<ServerName<'static>, InvalidDnsNameError>,
);

impl TlsConnect<Socket> for Handshake {
    type Stream = Stream;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Stream>> + Send>>;

    fn connect(self, socket: Socket) -> Self::Future {
        Box::pin(async move {
            let name = self.1.map_err(io::Error::other)?;
            Ok(Stream(self.0.connect(name, socket).await?))
        })
    }
}

/// An encrypted connection.
pub(crate) struct Stream(tokio_rustls::client::TlsStream<Socket>);

impl TlsStream for Stream {
    fn channel_binding(&self) -> ChannelBinding {
        // `channel_binding=require` is refused by the library then.
        ChannelBinding::none()
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, buffer)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(context)
    }
}
