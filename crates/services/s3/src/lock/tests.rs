use super::*;
use crate::object::OBJECTS;
use crate::settings::Settings;
use shapes::s3;

const NOW: Timestamp = Timestamp(10 * DAY_MS + 1);

fn retention(mode: Mode, days: i64) -> Retention {
    Retention { mode, until_ms: days * DAY_MS }
}

fn locked(retention: Option<Retention>, legal_hold: Option<bool>) -> Lock {
    Lock { retention, legal_hold }
}

fn object(lock: Option<Lock>) -> Object {
    let json = br#"{"size":1,"etag":"e","modified_ms":0,"content":{"run":{"inline":"i"}}}"#;
    Object { lock, ..OBJECTS.decode(b"k", json).unwrap() }
}

fn bucket(locking: Option<Locking>) -> Bucket {
    Bucket {
        account: "000000000000".into(),
        region: "us-east-1".into(),
        created_ms: 0,
        incarnation: "i".into(),
        closing: None,
        settings: Settings { locking, ..Settings::default() },
    }
}

use Mode::{Compliance, Governance};

#[test]
fn what_is_locked_stays_until_its_day_or_for_as_long_as_it_is_held() {
    // What the lock is, whether it is bypassed, and whether the version may go.
    let table = [
        (None, false, true),
        (Some(locked(Some(retention(Governance, 11)), None)), false, false),
        (Some(locked(Some(retention(Governance, 11)), None)), true, true),
        (Some(locked(Some(retention(Governance, 10)), None)), false, true),
        (Some(locked(Some(retention(Compliance, 11)), None)), false, false),
        (Some(locked(Some(retention(Compliance, 11)), None)), true, false),
        (Some(locked(Some(retention(Compliance, 10)), None)), false, true),
        (Some(locked(None, Some(true))), true, false),
        (Some(locked(None, Some(false))), false, true),
        (Some(locked(Some(retention(Governance, 11)), Some(true))), true, false),
        (Some(locked(Some(retention(Compliance, 10)), Some(true))), true, false),
    ];
    for (lock, bypass, may_go) in table {
        let answer = may_remove(&object(lock.clone()), NOW, bypass);
        assert_eq!(answer.is_ok(), may_go, "{lock:?} {bypass}");
        if let Err(error) = answer {
            assert_eq!((error.code(), error.shape.status), ("AccessDenied", 403));
            assert_eq!(error.message, "Access Denied because object protected by object lock.");
        }
    }
}

#[test]
fn a_retention_is_lengthened_by_anybody_and_shortened_by_few() {
    let g = |days| Some(retention(Governance, days));
    let c = |days| Some(retention(Compliance, days));
    // What holds, what is asked, and whether that is granted without and with a bypass.
    let table = [
        (None, g(11), true, true),
        (g(20), g(21), true, true),
        (g(20), g(20), true, true),
        (g(20), g(19), false, true),
        (g(20), None, false, true),
        (g(20), c(21), false, true),
        (g(10), None, true, true),
        (c(20), c(21), true, true),
        (c(20), c(19), false, false),
        (c(20), None, false, false),
        (c(20), g(21), false, false),
        (c(10), g(11), true, true),
        (c(10), None, true, true),
    ];
    for (old, new, plain, bypassed) in table {
        for (bypass, granted) in [(false, plain), (true, bypassed)] {
            let lock = locked(old, Some(true));
            let next = lock.retained(new, NOW, bypass);
            assert_eq!(next.is_ok(), granted, "{old:?} {new:?} {bypass}");
            if let Ok(next) = next {
                assert_eq!(next, locked(new, Some(true)));
            }
        }
    }
}

#[test]
fn a_replica_keeps_what_holds_there() {
    let c = |days| Some(retention(Compliance, days));
    // What the replica has, what its source says, and what the replica has then.
    let table = [
        (locked(c(20), None), None, locked(c(20), None)),
        (locked(c(20), None), Some(locked(c(19), None)), locked(c(20), None)),
        (locked(c(20), None), Some(locked(c(21), Some(true))), locked(c(21), Some(true))),
        (locked(None, Some(true)), Some(locked(c(21), None)), locked(c(21), Some(true))),
        (locked(None, Some(true)), Some(locked(None, Some(false))), locked(None, Some(false))),
    ];
    for (there, source, then) in table {
        assert_eq!(Lock::following(Some(&there), source.as_ref(), NOW), Some(then));
    }
    assert_eq!(Lock::following(None, None, NOW), None);
}

#[test]
fn a_version_gets_what_is_asked_for_or_the_buckets_default() {
    let plain = bucket(None);
    let locking = bucket(Some(Locking::default()));
    let days = DefaultRetention { mode: Governance, period: Period::Days(1) };
    let by_default = bucket(Some(Locking { retention: Some(days) }));
    let nothing = Asked::default();
    let kept = Asked { mode: Some("COMPLIANCE"), until: Some(Timestamp(20 * DAY_MS)), ..nothing };
    let held = Asked { hold: Some("ON"), ..nothing };
    let dressed = |asked: Asked, bucket: &Bucket| {
        let mut object = object(asked.lock(bucket, NOW).unwrap());
        if let Some(locking) = &bucket.settings.locking {
            locking.dress(&mut object, NOW);
        }
        object.lock
    };
    assert_eq!(dressed(nothing, &plain), None);
    assert_eq!(dressed(nothing, &locking), None);
    let of_default = Retention { mode: Governance, until_ms: 11 * DAY_MS };
    assert_eq!(dressed(nothing, &by_default), Some(locked(Some(of_default), None)));
    assert_eq!(dressed(held, &by_default), Some(locked(Some(of_default), Some(true))));
    let of_kept = Some(retention(Compliance, 20));
    assert_eq!(dressed(kept, &by_default), Some(locked(of_kept, None)));
    assert_eq!(dressed(held, &locking), Some(locked(None, Some(true))));
    let years = DefaultRetention { mode: Compliance, period: Period::Years(2) };
    assert_eq!(years.of(NOW), retention(Compliance, 10 + 2 * 365));
    for asked in [kept, held] {
        let refused = asked.lock(&plain, NOW).unwrap_err();
        assert_eq!(refused.code(), "InvalidRequest");
        assert_eq!(refused.message, "Bucket is missing Object Lock Configuration");
    }
    assert!(needs_digest(&locking, None, false).is_ok());
    let lock = locked(None, Some(true));
    assert!(needs_digest(&locking, Some(&lock), true).is_ok());
    let code = |bucket, lock| needs_digest(bucket, lock, false).unwrap_err().code();
    assert_eq!(code(&locking, Some(&lock)), "InvalidRequest");
    assert_eq!(code(&by_default, None), "InvalidRequest");
}

#[test]
fn headers_that_say_too_little_or_what_cannot_be_are_named() {
    let later = Some(Timestamp(20 * DAY_MS));
    let table = [
        ((Some("GOVERNANCE"), None, None), UNTIL),
        ((None, later, None), MODE),
        ((Some("governance"), later, None), MODE),
        ((Some("GOVERNANCE"), Some(NOW), None), UNTIL),
        ((None, None, Some("on")), HOLD),
    ];
    for ((mode, until, hold), name) in table {
        let refused = Asked { mode, until, hold }.lock(&bucket(None), NOW).unwrap_err();
        assert_eq!(refused.code(), "InvalidArgument", "{mode:?} {until:?} {hold:?}");
        assert_eq!(refused.fields[0], ("ArgumentName", name.to_owned()));
    }
    assert!(check_bypass(&bucket(None), None).is_ok());
    assert!(check_bypass(&bucket(Some(Locking::default())), Some(true)).is_ok());
    for bypass in [true, false] {
        let refused = check_bypass(&bucket(None), Some(bypass)).unwrap_err();
        let name = ("ArgumentName", BYPASS.to_owned());
        assert_eq!((refused.code(), &refused.fields[..]), ("InvalidArgument", &[name][..]));
    }
}

#[test]
fn documents_are_read_as_aws_reads_them() {
    let given = |mode: Option<&str>, until| ObjectLockRetention {
        mode: mode.map(str::to_owned),
        retain_until_date: until,
        ..ObjectLockRetention::default()
    };
    let code = |given| read_retention(given, NOW).map_err(|error| error.code());
    let later = Some(Timestamp(20 * DAY_MS));
    let kept = Some(retention(Governance, 20));
    assert_eq!(code(Some(given(Some("GOVERNANCE"), later))), Ok(kept));
    assert_eq!(code(Some(given(None, None))), Ok(None));
    assert_eq!(code(None), Err("MalformedXML"));
    assert_eq!(code(Some(given(Some("GOVERNANCE"), None))), Err("MalformedXML"));
    assert_eq!(code(Some(given(None, later))), Err("MalformedXML"));
    assert_eq!(code(Some(given(Some("x"), later))), Err("MalformedXML"));
    assert_eq!(code(Some(given(Some("COMPLIANCE"), Some(NOW)))), Err("InvalidArgument"));
    let event = ObjectLockRetention { event_hold: Some("ON".into()), ..given(None, None) };
    assert_eq!(code(Some(event)), Err("NotImplemented"));
    let hold = |status: Option<&str>| {
        let status = status.map(str::to_owned);
        read_hold(Some(ObjectLockLegalHold { status })).map_err(|error| error.code())
    };
    assert_eq!(hold(Some("ON")), Ok(true));
    assert_eq!(hold(Some("OFF")), Ok(false));
    assert_eq!(hold(Some("off")), Err("MalformedXML"));
    assert_eq!(hold(None), Err("MalformedXML"));
    assert_eq!(read_hold(None).unwrap_err().code(), "MalformedXML");
}

#[test]
fn a_buckets_configuration_is_read_and_shown_again() {
    let given = |enabled: Option<&str>, retention: Option<Option<s3::DefaultRetention>>| {
        Some(s3::ObjectLockConfiguration {
            object_lock_enabled: enabled.map(str::to_owned),
            rule: retention.map(|default_retention| s3::ObjectLockRule { default_retention }),
        })
    };
    let by_default = |mode: Option<&str>, days, years| {
        let mode = mode.map(str::to_owned);
        Some(Some(s3::DefaultRetention { mode, days, years, default_event_hold: None }))
    };
    let mode = Some("GOVERNANCE");
    for retention in [None, by_default(mode, Some(1), None), by_default(mode, None, Some(100))] {
        let given = given(Some("Enabled"), retention);
        assert_eq!(Some(configuration::shown(&configuration::read(given.clone()).unwrap())), given);
    }
    let table = [
        (given(None, None), "MalformedXML"),
        (given(Some("Disabled"), None), "MalformedXML"),
        (given(Some("Enabled"), Some(None)), "MalformedXML"),
        (given(Some("Enabled"), by_default(None, Some(1), None)), "MalformedXML"),
        (given(Some("Enabled"), by_default(Some("abc"), Some(1), None)), "MalformedXML"),
        (given(Some("Enabled"), by_default(mode, None, None)), "MalformedXML"),
        (given(Some("Enabled"), by_default(mode, Some(1), Some(1))), "MalformedXML"),
        (given(Some("Enabled"), by_default(mode, Some(0), None)), "InvalidArgument"),
        (given(Some("Enabled"), by_default(mode, Some(36_501), None)), "InvalidArgument"),
        (given(Some("Enabled"), by_default(mode, None, Some(-1))), "InvalidArgument"),
        (None, "MalformedXML"),
    ];
    for (given, code) in table {
        assert_eq!(configuration::read(given.clone()).unwrap_err().code(), code, "{given:?}");
    }
}

#[test]
fn the_layouts_are_kept() {
    let json = r#"{"retention":{"mode":"GOVERNANCE","until_ms":5},"legal_hold":false}"#;
    let lock: Lock = serde_json::from_str(json).unwrap();
    assert_eq!(lock, locked(Some(Retention { mode: Governance, until_ms: 5 }), Some(false)));
    assert_eq!(serde_json::to_string(&lock).unwrap(), json);
    let json = r#"{"retention":{"mode":"COMPLIANCE","period":{"years":7}}}"#;
    let locking: Locking = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&locking).unwrap(), json);
    assert_eq!(serde_json::from_str::<Locking>("{}").unwrap(), Locking::default());
}
