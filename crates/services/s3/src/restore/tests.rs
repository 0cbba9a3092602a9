use super::*;
use crate::lifecycle::DAY_MS;
use crate::object::OBJECTS;
use shapes::s3::GlacierJobParameters;

const NOW: Timestamp = Timestamp(10 * DAY_MS);

fn object(class: &str, restore: Option<Restore>) -> Object {
    let json = format!(
        r#"{{"size":1,"etag":"e","modified_ms":0,"content":{{"run":{{"inline":"i"}}}},"headers":{{"storage_class":"{class}"}}}}"#
    );
    Object { restore, ..OBJECTS.decode(b"k", json.as_bytes()).unwrap() }
}

fn at(ms: i64) -> Timestamp {
    Timestamp(NOW.millis() + ms)
}

#[test]
fn a_copy_is_asked_for_made_read_and_gone() {
    let archived = object("GLACIER", None);
    let closed = check_readable(&archived, NOW).unwrap_err();
    assert_eq!((closed.code(), closed.shape.status), ("InvalidObjectState", 403));
    assert_eq!(closed.fields, [("StorageClass", "GLACIER".to_owned())]);
    assert_eq!(header(&archived, NOW), None);
    let asked = ask(&archived, (2, Tier::Standard), NOW).unwrap();
    assert!(!asked.was_ready);
    let object = object("GLACIER", Some(asked.restore));
    let ongoing = "ongoing-request=\"true\"";
    for (when, shown, is_ready) in [
        (0, Some(ongoing), false),
        (3 * HOUR_MS - 1, Some(ongoing), false),
        (
            3 * HOUR_MS,
            Some("ongoing-request=\"false\", expiry-date=\"Wed, 14 Jan 1970 00:00:00 GMT\""),
            true,
        ),
        (
            3 * DAY_MS - 1,
            Some("ongoing-request=\"false\", expiry-date=\"Wed, 14 Jan 1970 00:00:00 GMT\""),
            true,
        ),
        (3 * DAY_MS, None, false),
    ] {
        let now = at(when);
        assert_eq!(header(&object, now).as_deref(), shown, "{when}");
        assert_eq!(check_readable(&object, now).is_ok(), is_ready, "{when}");
        assert_eq!(check_source(&object, now).is_ok(), is_ready, "{when}");
        let told = status(&object, now).map(|it| it.is_restore_in_progress == Some(false));
        assert_eq!(told, shown.map(|_| is_ready), "{when}");
    }
}

#[test]
fn copies_take_as_long_as_their_tier_says() {
    let table = [
        ("GLACIER", Tier::Expedited, Some(MINUTE_MS)),
        ("GLACIER", Tier::Standard, Some(3 * HOUR_MS)),
        ("GLACIER", Tier::Bulk, Some(5 * HOUR_MS)),
        ("DEEP_ARCHIVE", Tier::Expedited, None),
        ("DEEP_ARCHIVE", Tier::Standard, Some(12 * HOUR_MS)),
        ("DEEP_ARCHIVE", Tier::Bulk, Some(48 * HOUR_MS)),
        ("STANDARD_IA", Tier::Standard, None),
        ("GLACIER_IR", Tier::Standard, None),
        ("INTELLIGENT_TIERING", Tier::Standard, None),
    ];
    for (class, tier, takes) in table {
        let asked = ask(&object(class, None), (1, tier), NOW);
        let took = asked.as_ref().ok().map(|it| it.restore.ready_ms - NOW.millis());
        assert_eq!(took, takes, "{class} {tier:?}");
    }
    let code = |class, tier| ask(&object(class, None), (1, tier), NOW).unwrap_err().code();
    assert_eq!(code("STANDARD", Tier::Bulk), "InvalidObjectState");
    assert_eq!(code("DEEP_ARCHIVE", Tier::Expedited), "InvalidArgument");
}

#[test]
fn a_second_request_can_hurry_a_copy_or_keep_it_longer() {
    let first = ask(&object("GLACIER", None), (2, Tier::Bulk), NOW).unwrap().restore;
    let ongoing = object("GLACIER", Some(first.clone()));
    let again = ask(&ongoing, (9, Tier::Bulk), NOW).unwrap_err();
    assert_eq!((again.code(), again.shape.status), ("RestoreAlreadyInProgress", 409));
    let hurried = ask(&ongoing, (9, Tier::Expedited), at(HOUR_MS)).unwrap();
    assert_eq!(hurried.restore.ready_ms, at(HOUR_MS + MINUTE_MS).millis());
    assert_eq!((hurried.restore.days, hurried.was_ready), (2, false));
    // What would be there sooner anyway is not made later.
    let late = ask(&ongoing, (2, Tier::Standard), at(4 * HOUR_MS)).unwrap();
    assert_eq!(late.restore.ready_ms, first.ready_ms);
    let longer = ask(&ongoing, (9, Tier::Bulk), at(5 * HOUR_MS)).unwrap();
    assert!(longer.was_ready);
    assert_eq!(longer.restore.expires_ms, at(10 * DAY_MS).millis());
    assert_eq!(longer.restore.ready_ms, first.ready_ms);
    // It is gone, and made anew.
    let anew = ask(&ongoing, (1, Tier::Expedited), at(20 * DAY_MS)).unwrap();
    assert!(!anew.was_ready && anew.restore.ready_ms > at(20 * DAY_MS).millis());
}

#[test]
fn requests_are_read_and_those_that_select_are_refused_by_name() {
    let given = |days, tier: Option<&str>| {
        let tier = tier.map(str::to_owned);
        let glacier_job_parameters = tier.map(|tier| GlacierJobParameters { tier });
        RestoreRequest { days, glacier_job_parameters, ..RestoreRequest::default() }
    };
    let code = |given| read(Some(given)).map_err(|error| error.code());
    assert_eq!(code(given(Some(3), None)), Ok((3, Tier::Standard)));
    assert_eq!(code(given(Some(3), Some("Bulk"))), Ok((3, Tier::Bulk)));
    assert_eq!(code(given(None, None)), Err("MalformedXML"));
    assert_eq!(code(given(Some(3), Some("fast"))), Err("MalformedXML"));
    assert_eq!(code(given(Some(0), None)), Err("InvalidArgument"));
    let select = RestoreRequest { r#type: Some("SELECT".into()), ..given(None, None) };
    assert_eq!(code(select), Err("NotImplemented"));
    assert_eq!(read(None).unwrap_err().code(), "MalformedXML");
}

#[test]
fn the_layout_is_kept() {
    let json = r#"{"tier":"Bulk","days":2,"ready_ms":5,"expires_ms":9}"#;
    let restore: Restore = serde_json::from_str(json).unwrap();
    assert_eq!(restore.state(Timestamp(4)), State::Ongoing);
    assert_eq!(serde_json::to_string(&restore).unwrap(), json);
}
