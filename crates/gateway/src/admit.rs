//! From a request's head and body to a caller and what the codec reads.

use crate::budget::{Budget, INLINE, Room, UNCOUNTED};
use crate::caller::{Caller, Claim, Desk};
use crate::compressed::{is_compressed, unpack};
use crate::config::Auth;
use crate::incoming::too_slow;
use crate::{Gateway, errors, presigned, s3_body};
use bytes::Bytes;
use http::request::Parts;
use shapes::{ByteStream, OperationSchema, Service};
use wire::sigv4::{Payload, Scheme, Signed, sha256_hex};
use wire::{Body, Codec, Named, WireError, takes_stream};

/// The longest form, which is read before its service is known.
/// A message of 1 MiB may be three when it is written as a form.
pub(crate) const FORM_LIMIT: usize = 4 << 20;

/// A body in memory, and the room that it takes.
pub(crate) struct Collected {
    pub(crate) bytes: Bytes,
    pub(crate) room: Room,
}

/// A body on its way in.
pub(crate) enum Arriving {
    /// Not yet read.
    Stream(ByteStream),
    /// A form, which was read to find out what it asks for.
    Form(Collected),
    /// The same that came compressed.
    Packed { held: Collected, plain: Collected },
}

/// Who asks, and the body as far as the operation wants it read.
pub(crate) struct Admitted {
    pub(crate) caller: Caller,
    pub(crate) body: Body,
    pub(crate) room: Room,
}

/// Finds out who asks and reads the body as far as the operation wants it read. A request is foreign when
/// only the rules of the bucket that it asks let in its page: unsigned, it is nobody's, whatever others are.
pub(crate) async fn admit(
    gateway: &Gateway,
    named: &Named,
    operation: &'static OperationSchema,
    (signed, is_foreign): (Option<Signed>, bool),
    head: &mut Parts,
    body: Arriving,
) -> Result<Admitted, WireError> {
    let desk = Desk {
        config: &gateway.config,
        credentials: &gateway.platform.credentials,
        keys: &gateway.keys,
        clock: &*gateway.platform.clock,
        now: gateway.platform.clock.now(),
    };
    let budget = &gateway.budget;
    let (service, codec) = (named.service, named.codec);
    if codec == Codec::RestXml {
        let stream = match body {
            Arriving::Stream(stream) => stream,
            Arriving::Form(held) | Arriving::Packed { held, .. } => ByteStream::from(held.bytes),
        };
        return admit_s3(&desk, budget, operation, (signed, is_foreign), head, stream).await;
    }
    let claim = match signed {
        None if service.dialect.open.contains(&operation.name) => {
            Claim::Believed(Caller::stranger())
        }
        signed => desk.claim(signed, service, codec).await?,
    };
    let mut plain = None;
    let held = match body {
        Arriving::Stream(stream) => {
            collect(
                budget,
                stream,
                service.dialect.body_limit,
                (Some(service), operation.name),
                codec,
            )
            .await?
        }
        Arriving::Form(held) if held.bytes.len() > service.dialect.body_limit => {
            return Err(errors::too_large(
                (Some(service), operation.name),
                codec,
                service.dialect.body_limit,
            ));
        }
        Arriving::Form(held) => held,
        Arriving::Packed { held, plain: unpacked } => {
            plain = Some(unpacked);
            held
        }
    };
    let hash = match claim {
        Claim::Signed(..) => hash(budget, &held.bytes).await?,
        Claim::Believed(_) => String::new(),
    };
    let caller = desk.prove(claim, head, codec, &hash).await?;
    let held = match plain {
        Some(plain) => plain,
        None if is_compressed(head) && service.dialect.packed.contains(&operation.name) => {
            let limit = service.dialect.body_limit;
            unpack(budget, held.bytes, limit, (Some(service), operation.name), codec).await?
        }
        None => held,
    };
    Ok(Admitted { caller, body: Body::Bytes(held.bytes), room: held.room })
}

async fn hash(budget: &Budget, bytes: &Bytes) -> Result<String, WireError> {
    if bytes.len() <= INLINE {
        return Ok(sha256_hex(bytes));
    }
    let bytes = bytes.clone();
    budget.aside(move || sha256_hex(&bytes)).await
}

/// S3 proves the head before anything of the body is read.
async fn admit_s3(
    desk: &Desk<'_>,
    budget: &Budget,
    operation: &'static OperationSchema,
    (signed, is_foreign): (Option<Signed>, bool),
    head: &mut Parts,
    stream: ByteStream,
) -> Result<Admitted, WireError> {
    let service = operation.service;
    let payload = Payload::of(head)?;
    let is_version_4 = signed.as_ref().is_some_and(|it| it.scheme == Scheme::Header);
    let must_say = desk.config.auth == Auth::Verify && is_version_4;
    if must_say && payload == Payload::Absent {
        let message = "Missing required header for this request: x-amz-content-sha256";
        return Err(WireError::client("InvalidRequest", 400, message));
    }
    presigned::check_overrides(head, operation.name, signed.as_ref())?;
    let presigned = signed.clone().filter(Signed::is_presigned);
    let claim = match signed {
        None if is_foreign => Claim::Believed(Caller::stranger()),
        signed => desk.claim(signed, service, Codec::RestXml).await?,
    };
    let mut caller = desk.prove(claim, head, Codec::RestXml, payload.canonical()).await?;
    if let Some(signed) = presigned {
        presigned::hoist(head, &signed);
    }
    if takes_stream(operation) {
        s3_body::check_length(head)?;
        let stream = s3_body::unwrap(head, stream, payload, &mut caller)?;
        return Ok(Admitted { caller, body: Body::Stream(stream), room: Room::default() });
    }
    let stream = s3_body::unwrap(head, stream, payload, &mut caller)?;
    let Collected { bytes, room } = collect(
        budget,
        stream,
        service.dialect.body_limit,
        (Some(service), operation.name),
        Codec::RestXml,
    )
    .await?;
    check_document(budget, head, operation, &bytes).await?;
    Ok(Admitted { caller, body: Body::Bytes(bytes), room })
}

async fn check_document(
    budget: &Budget,
    head: &Parts,
    operation: &'static OperationSchema,
    document: &Bytes,
) -> Result<(), WireError> {
    if document.len() <= INLINE {
        return s3_body::check_document(head, operation.name, document);
    }
    let (head, document) = (head.clone(), document.clone());
    budget.aside(move || s3_body::check_document(&head, operation.name, &document)).await?
}

/// The whole body in memory, once there is room for it.
pub(crate) async fn collect(
    budget: &Budget,
    mut stream: ByteStream,
    limit: usize,
    (service, operation): (Option<&'static Service>, &str),
    codec: Codec,
) -> Result<Collected, WireError> {
    let too_large = || errors::too_large((service, operation), codec, limit);
    let length = usize::try_from(stream.length().unwrap_or(0)).unwrap_or(usize::MAX);
    if length > limit {
        return Err(too_large());
    }
    let mut room = budget.room(length).await.map_err(|_| errors::full(service))?;
    let mut is_counted = length > UNCOUNTED;
    let mut outstayed = std::pin::pin!(budget.outstayed(length));
    let mut whole = Vec::new();
    loop {
        let next = tokio::select! {
            biased;
            next = stream.next() => next,
            () = outstayed.as_mut() => Some(Err(too_slow())),
        };
        let Some(piece) = next else { break };
        let piece = piece.map_err(|error| errors::of_body(error, service))?;
        if whole.is_empty() && piece.len() == length {
            // All at once, as small bodies come; the stream's end is still to be heard, since it
            // may be an error.
            return match stream.next().await {
                None => Ok(Collected { bytes: piece, room }),
                Some(Err(error)) => Err(errors::of_body(error, service)),
                Some(Ok(_)) => Err(too_large()),
            };
        }
        if piece.len() > limit - whole.len() {
            return Err(too_large());
        }
        if !is_counted && whole.len() + piece.len() > UNCOUNTED {
            // It did not say how long it is, and may become as long as it may be.
            room = budget.room(limit).await.map_err(|_| errors::full(service))?;
            outstayed.set(budget.outstayed(limit));
            is_counted = true;
        }
        whole.reserve(length.saturating_sub(whole.len()));
        whole.extend_from_slice(&piece);
    }
    room.shrink(whole.len());
    Ok(Collected { bytes: whole.into(), room })
}
