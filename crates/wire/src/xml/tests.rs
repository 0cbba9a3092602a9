use super::{Dialect, document, read};
use crate::trace::{Seen, Trace};
use proptest::prelude::*;
use shapes::s3::{
    CommonPrefix, CompletedMultipartUpload, CompletedPart, Delete, Grant, Grantee,
    ListObjectsV2Output, Object, ObjectIdentifier, Owner,
};
use shapes::{Shape, Timestamp};

fn there_and_back<T: Shape + Default>(value: &T) -> T {
    let mut text = String::new();
    document(Dialect::S3, "Root", Some("urn:x"), value, &mut text);
    let mut back = T::default();
    read(text.as_bytes(), "Root", &mut back, &mut Seen::default(), &mut Trace::default()).unwrap();
    back
}

/// Text that XML can carry: no carriage return (it is read as a line feed unless escaped, which
/// it is), no other control characters.
fn text() -> impl Strategy<Value = String> {
    "[\\PC\n\t\r]{0,20}"
}

fn object() -> impl Strategy<Value = Object> {
    let owner = proptest::option::of(text());
    let at = proptest::option::of(0..4_000_000_000_000i64);
    let sums = proptest::option::of(proptest::collection::vec("[A-Z]{1,4}", 1..3));
    (text(), any::<Option<i64>>(), at, owner, sums).prop_map(|(key, size, at, owner, sums)| {
        Object {
            key: Some(key),
            size,
            last_modified: at.map(Timestamp),
            owner: owner.map(|name| Owner { id: Some(name), ..Owner::default() }),
            checksum_algorithm: sums,
            ..Object::default()
        }
    })
}

proptest! {
    #[test]
    fn listings_survive(
        objects in proptest::collection::vec(object(), 1..4),
        prefixes in proptest::collection::vec(text(), 1..4),
        truncated in any::<Option<bool>>(),
    ) {
        let prefix = |prefix| CommonPrefix { prefix: Some(prefix) };
        let listing = ListObjectsV2Output {
            contents: Some(objects),
            common_prefixes: Some(prefixes.into_iter().map(prefix).collect()),
            is_truncated: truncated,
            ..ListObjectsV2Output::default()
        };
        prop_assert_eq!(there_and_back(&listing), listing);
    }

    #[test]
    fn requests_survive(
        keys in proptest::collection::vec((text(), proptest::option::of(text())), 1..5),
        parts in proptest::collection::vec((any::<i32>(), text()), 1..5),
        quiet in any::<Option<bool>>(),
    ) {
        let objects = keys.into_iter().map(|(key, version_id)| ObjectIdentifier {
            key,
            version_id,
            ..ObjectIdentifier::default()
        });
        let delete = Delete { objects: objects.collect(), quiet };
        prop_assert_eq!(there_and_back(&delete), delete);
        let parts = parts.into_iter().map(|(number, etag)| CompletedPart {
            part_number: Some(number),
            etag: Some(etag),
            ..CompletedPart::default()
        });
        let upload = CompletedMultipartUpload { parts: Some(parts.collect()) };
        prop_assert_eq!(there_and_back(&upload), upload);
    }
}

#[test]
fn an_attributes_prefix_is_declared() {
    let grantee =
        Grantee { r#type: "CanonicalUser".into(), id: Some("i".into()), ..Default::default() };
    let grant = Grant { grantee: Some(grantee), permission: None };
    let mut written = String::new();
    document(Dialect::S3, "Grant", None, &grant, &mut written);
    assert!(written.contains(
        r#"<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser">"#
    ));
    assert_eq!(there_and_back(&grant), grant);
}
