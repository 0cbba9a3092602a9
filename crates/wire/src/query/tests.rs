use super::{Form, read};
use crate::trace::{Seen, Trace};
use proptest::prelude::*;
use shapes::iam::{CreateRoleRequest, Tag};
use shapes::sts::AssumeRoleRequest;
use shapes::{Items, Kind, Member, Pairs, Serializer, Shape, Timestamp};

/// Writes shapes as clients do.
#[derive(Default)]
struct Writer {
    form: Form,
    prefix: String,
    named: bool,
}

impl Writer {
    fn put(&mut self, at: &'static Member, text: String) {
        let key =
            if self.named { format!("{}{}", self.prefix, at.wire) } else { self.prefix.clone() };
        self.form.insert(key, text);
    }

    fn members(&mut self, prefix: String, value: &dyn Shape) {
        let outer = std::mem::replace(&mut self.prefix, prefix);
        let named = std::mem::replace(&mut self.named, true);
        for (index, member) in value.schema().members.iter().enumerate() {
            value.write_member(index, member, self);
        }
        self.prefix = outer;
        self.named = named;
    }

    fn place(&self, at: &'static Member) -> String {
        if self.named { format!("{}{}", self.prefix, at.wire) } else { self.prefix.clone() }
    }
}

impl Serializer for Writer {
    fn boolean(&mut self, at: &'static Member, value: bool) {
        self.put(at, value.to_string());
    }
    fn integer(&mut self, at: &'static Member, value: i64) {
        self.put(at, value.to_string());
    }
    fn float(&mut self, at: &'static Member, value: f64) {
        self.put(at, value.to_string());
    }
    fn string(&mut self, at: &'static Member, value: &str) {
        self.put(at, value.to_owned());
    }
    fn blob(&mut self, at: &'static Member, value: &[u8]) {
        self.put(at, base64_simd::STANDARD.encode_to_string(value));
    }
    fn timestamp(&mut self, at: &'static Member, value: Timestamp) {
        self.put(at, value.iso8601_millis());
    }
    fn structure(&mut self, at: &'static Member, value: &dyn Shape) {
        self.members(format!("{}.", self.place(at)), value);
    }
    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let Kind::List(list) = &at.kind else { return };
        let place = self.place(at);
        let outer = (self.prefix.clone(), std::mem::replace(&mut self.named, false));
        let mut number = 0;
        value.each(&mut |item| {
            number += 1;
            self.prefix = format!("{place}.member.{number}");
            self.named = false;
            item.write(&list.item, self);
        });
        (self.prefix, self.named) = outer;
    }
    fn map(&mut self, _: &'static Member, _: &dyn Pairs) {}
}

fn there_and_back<T: Shape + Default>(value: &T) -> T {
    let mut writer = Writer::default();
    writer.members(String::new(), value);
    let mut back = T::default();
    read(&writer.form, None, &mut back, &mut Seen::default(), &mut Trace::default()).unwrap();
    back
}

fn tags() -> impl Strategy<Value = Vec<(String, String)>> {
    // More than nine, so that 10 would come before 2 if numbers were compared as text.
    proptest::collection::vec(("\\PC{0,9}", "\\PC{0,9}"), 1..14)
}

proptest! {
    #[test]
    fn roles_survive(name in "\\PC{0,20}", age in any::<Option<i32>>(), tags in tags()) {
        let tags = tags.into_iter().map(|(key, value)| Tag { key, value }).collect();
        let role = CreateRoleRequest {
            role_name: name,
            max_session_duration: age,
            tags: Some(tags),
            ..CreateRoleRequest::default()
        };
        prop_assert_eq!(there_and_back(&role), role);
    }

    #[test]
    fn sessions_survive(name in "\\PC{0,20}", tags in tags()) {
        let session = AssumeRoleRequest {
            role_arn: name.clone(),
            role_session_name: name,
            transitive_tag_keys: Some(tags.into_iter().map(|(key, _)| key).collect()),
            ..AssumeRoleRequest::default()
        };
        prop_assert_eq!(there_and_back(&session), session);
    }
}

#[test]
fn numbers_may_have_gaps_and_nonsense_is_passed_over() {
    let form: Form = [
        ("Tags.member.07.Key", "a"),
        ("Tags.member.2.Key", "b"),
        ("Tags.member.x.Key", "c"),
        ("Tags.member", "d"),
        ("Tags.member.4294967296.Key", "e"),
    ]
    .map(|(key, value)| (key.to_owned(), value.to_owned()))
    .into();
    let mut role = CreateRoleRequest::default();
    let mut trace = Trace::default();
    read(&form, None, &mut role, &mut Seen::default(), &mut trace).unwrap();
    let keys: Vec<String> = role.tags.unwrap().into_iter().map(|tag| tag.key).collect();
    assert_eq!(keys, ["b"]);
    assert_eq!(trace.missing[0], "tags.1.member.value");
}
