//! Inputs as query forms: the other half of the query protocol, which the server only reads.
//!
//! Follows the "AWS Query protocol" page of Smithy.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use shapes::{Items, Kind, Member, Pairs, Serializer, Shape, Timestamp};

/// The form of an input's members, `A=b&C.member.1=d`.
pub fn write(value: &dyn Shape) -> String {
    let mut form = Form::default();
    form.members(value);
    form.pairs.join("&")
}

#[derive(Default)]
struct Form {
    pairs: Vec<String>,
    prefix: Vec<String>,
    /// The next value stands in a structure, and its own name is part of its key.
    named: bool,
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

impl Form {
    fn members(&mut self, value: &dyn Shape) {
        let outer = std::mem::replace(&mut self.named, true);
        for (index, member) in value.schema().members.iter().enumerate() {
            value.write_member(index, member, self);
        }
        self.named = outer;
    }

    /// Does what is below the value at `at`.
    fn below(&mut self, at: &'static Member, then: impl FnOnce(&mut Self)) {
        let named = self.named;
        if named {
            self.prefix.push(at.wire.to_owned());
        }
        then(self);
        if named {
            self.prefix.pop();
        }
    }

    fn put(&mut self, text: &str) {
        self.pairs.push(format!("{}={}", encode(&self.prefix.join(".")), encode(text)));
    }

    fn scalar(&mut self, at: &'static Member, text: &str) {
        self.below(at, |form| form.put(text));
    }

    /// The elements of a list or map, below `part` unless they stand there themselves.
    fn elements(&mut self, at: &'static Member, part: &str, then: impl FnOnce(&mut Self)) {
        self.below(at, |form| {
            let outer = std::mem::replace(&mut form.named, false);
            if !at.flattened {
                form.prefix.push(part.to_owned());
            }
            then(form);
            if !at.flattened {
                form.prefix.pop();
            }
            form.named = outer;
        });
    }

    fn at_part(&mut self, part: String, then: impl FnOnce(&mut Self)) {
        self.prefix.push(part);
        then(self);
        self.prefix.pop();
    }
}

impl Serializer for Form {
    fn boolean(&mut self, at: &'static Member, value: bool) {
        self.scalar(at, if value { "true" } else { "false" });
    }

    fn integer(&mut self, at: &'static Member, value: i64) {
        self.scalar(at, &value.to_string());
    }

    fn float(&mut self, at: &'static Member, value: f64) {
        self.scalar(at, &value.to_string());
    }

    fn string(&mut self, at: &'static Member, value: &str) {
        self.scalar(at, value);
    }

    fn blob(&mut self, at: &'static Member, value: &[u8]) {
        self.scalar(at, &base64_simd::STANDARD.encode_to_string(value));
    }

    fn timestamp(&mut self, at: &'static Member, value: Timestamp) {
        self.scalar(at, &value.iso8601_millis());
    }

    fn structure(&mut self, at: &'static Member, value: &dyn Shape) {
        self.below(at, |form| {
            let before = form.pairs.len();
            form.members(value);
            if form.pairs.len() == before {
                form.put("");
            }
        });
    }

    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let Kind::List(list) = &at.kind else { return };
        if value.is_empty() {
            // "Empty lists are serialized as the name with an empty value."
            return self.scalar(at, "");
        }
        self.elements(at, list.item.wire, |form| {
            let mut number = 0;
            value.each(&mut |item| {
                number += 1;
                form.at_part(number.to_string(), |form| item.write(&list.item, form));
            });
        });
    }

    fn map(&mut self, at: &'static Member, value: &dyn Pairs) {
        let Kind::Map(map) = &at.kind else { return };
        if value.is_empty() {
            return self.scalar(at, "");
        }
        self.elements(at, "entry", |form| {
            let mut number = 0;
            value.each(&mut |key, item| {
                number += 1;
                form.at_part(number.to_string(), |form| {
                    form.at_part(map.key.wire.to_owned(), |form| form.put(key));
                    form.at_part(map.value.wire.to_owned(), |form| item.write(&map.value, form));
                });
            });
        });
    }
}
