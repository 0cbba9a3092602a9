//! What a bucket is set to do, as far as that touches blobs.
//!
//! Its versions and its rules are read from S3 alone: the other two need rights beyond those that
//! reading and writing objects takes.

use crate::bucket::Bucket;
use crate::place::Kind;
use http::{Method, Request, header};
use object_store::client::HttpRequestBody;
use object_store::path::Path;
use object_store::signer::{SignedUrlOptions, Signer as _};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use std::time::Duration;

/// How long a signed address is good for.
const GOOD: Duration = Duration::from_secs(60);

/// One thing that is known of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about, such as `versioning`.
    pub name: &'static str,
    /// How it is, in words.
    pub value: String,
    /// What one should do about it; `None` where the store keeps what it is given.
    pub advice: Option<String>,
}

impl Fact {
    fn well(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, value: value.into(), advice: None }
    }
}

/// Reads what there is to know.
pub(crate) async fn read(bucket: &Bucket) -> Vec<Fact> {
    let place = &bucket.place;
    let mut facts = vec![
        Fact::well(
            "store",
            format!(
                "{}, bucket {}, prefix {:?}",
                place.kind.name(),
                place.bucket,
                place.prefix.as_ref()
            ),
        ),
        on_the_way(place.in_the_clear),
        only_where_nothing_is(bucket.conditional),
    ];
    match place.kind {
        Kind::S3 => {
            facts.push(match ask(bucket, &[("versioning", String::new())]).await {
                Ok(answer) => versioning(&answer.text),
                Err(why) => unknown("versioning", &why),
            });
            let none = ["NoSuchLifecycleConfiguration", "NotImplemented"];
            match ask(bucket, &[("lifecycle", String::new())]).await {
                Ok(answer) => facts.extend(rules(&answer.text, &place.under())),
                Err(why) if none.iter().any(|code| why.contains(code)) => {
                    facts.extend(rules("", &place.under()));
                }
                Err(why) => facts.push(unknown("rules", &why)),
            }
        }
        Kind::Google => {
            let value =
                "ended by nobody, unless the bucket has a rule AbortIncompleteMultipartUpload";
            facts.push(Fact::well("unfinished uploads", value));
        }
        Kind::Azure => {
            let value = "Azure removes blocks that were not committed after a week";
            facts.push(Fact::well("unfinished uploads", value));
        }
    }
    facts
}

fn on_the_way(in_the_clear: bool) -> Fact {
    let value = if in_the_clear { "HTTP, which can be read on the way" } else { "TLS" };
    Fact::well("transport", value)
}

fn only_where_nothing_is(conditional: bool) -> Fact {
    let value = match conditional {
        true => "done",
        false => "not done: an object is looked for before it is written",
    };
    Fact::well("conditional writes", value)
}

fn unknown(name: &'static str, why: &str) -> Fact {
    let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
    Fact::well(name, format!("not known: {why}"))
}

fn versioning(text: &str) -> Fact {
    let found = elements(text).into_iter().find(|(path, _)| path.ends_with("/Status"));
    let value = match found.map(|(_, status)| status.to_lowercase()) {
        Some(status) if status == "enabled" => {
            "on: what is deleted stays, and is paid for, until a rule NoncurrentVersionExpiration \
             ends it"
                .to_owned()
        }
        Some(status) => status,
        None => "off".to_owned(),
    };
    Fact::well("versioning", value)
}

/// What the rules of a bucket's lifecycle do to objects whose keys begin with a prefix.
fn rules(text: &str, prefix: &str) -> Vec<Fact> {
    let rules = split(elements(text));
    let of_ours = || rules.iter().filter(|rule| rule.may_touch(prefix));
    let ends = of_ours().find(|rule| rule.holds_for_all_of(prefix) && rule.abort_days.is_some());
    let value = match ends.and_then(|rule| rule.abort_days.as_ref()) {
        Some(days) => format!("ended by the bucket after {days} days"),
        None => "ended by Waterwheel after two days; the bucket has no rule for them".to_owned(),
    };
    let mut facts = vec![Fact::well("unfinished uploads", value)];
    if let Some(rule) = of_ours().find(|rule| rule.removes) {
        facts.push(Fact {
            name: "expiration",
            value: format!("the rule {:?} removes objects", rule.id),
            advice: Some("no rule may remove what Waterwheel keeps: it would be lost".to_owned()),
        });
    }
    facts
}

#[derive(Debug, Default)]
struct Rule {
    id: String,
    enabled: bool,
    prefix: String,
    /// It asks for tags or sizes besides, so that some objects may escape it.
    narrow: bool,
    abort_days: Option<String>,
    removes: bool,
}

impl Rule {
    fn may_touch(&self, prefix: &str) -> bool {
        self.enabled && (self.prefix.starts_with(prefix) || prefix.starts_with(&*self.prefix))
    }

    fn holds_for_all_of(&self, prefix: &str) -> bool {
        !self.narrow && prefix.starts_with(&*self.prefix)
    }
}

/// The rules, of a configuration's elements.
fn split(elements: Vec<(String, String)>) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for (path, text) in elements {
        let Some((_, of)) = path.split_once("/Rule") else { continue };
        if of.is_empty() {
            rules.push(Rule::default());
        }
        let Some(rule) = rules.last_mut() else { continue };
        match of {
            "/ID" => rule.id = text,
            "/Status" => rule.enabled = text == "Enabled",
            "/Prefix" | "/Filter/Prefix" | "/Filter/And/Prefix" => rule.prefix = text,
            "/AbortIncompleteMultipartUpload/DaysAfterInitiation" => rule.abort_days = Some(text),
            "/Expiration/Days" | "/Expiration/Date" => rule.removes = true,
            _ if of.starts_with("/Filter/") && of != "/Filter/And" => rule.narrow = true,
            _ => {}
        }
    }
    rules
}

/// The elements of a document, each with its way from the root and its text, in the order in which
/// they begin. What is no XML has none behind the place where it goes wrong.
pub(crate) fn elements(text: &str) -> Vec<(String, String)> {
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut found, mut open) = (Vec::<(String, String)>::new(), Vec::new());
    let mut path = String::new();
    loop {
        let said = match reader.read_event() {
            Ok(Event::Start(start)) => {
                path = format!("{path}/{}", start.local_name().as_ref());
                open.push(found.len());
                found.push((path.clone(), String::new()));
                continue;
            }
            Ok(Event::Empty(start)) => {
                found.push((format!("{path}/{}", start.local_name().as_ref()), String::new()));
                continue;
            }
            Ok(Event::End(_)) => {
                open.pop();
                path.truncate(path.rfind('/').unwrap_or(0));
                continue;
            }
            Ok(Event::Text(text)) => text.xml10_content().trim().to_owned(),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => letter.to_string(),
                _ => {
                    let known = resolve_predefined_entity(&reference.xml10_content());
                    known.unwrap_or_default().to_owned()
                }
            },
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => continue,
        };
        if let Some((_, text)) = open.last().and_then(|at: &usize| found.get_mut(*at)) {
            text.push_str(&said);
        }
    }
}

/// What S3 says of a bucket.
pub(crate) struct Answer {
    pub text: String,
    /// When, by the store's clock.
    pub date: String,
}

/// Asks S3 for what belongs to the bucket; else why it is not to be had.
pub(crate) async fn ask(bucket: &Bucket, query: &[(&str, String)]) -> Result<Answer, String> {
    let told = |error: &dyn std::fmt::Display| error.to_string();
    let s3 = bucket.s3.as_ref().ok_or("it is not S3")?;
    let query = query.iter().map(|(name, value)| (*name, value.as_str()));
    let query = SignedUrlOptions::new().with_query(query);
    let url = s3.signed_url_opts(Method::GET, &Path::default(), GOOD, &query).await;
    let url = url.map_err(|error| told(&error))?;
    let request = Request::get(url.as_str()).body(HttpRequestBody::empty());
    let request = request.map_err(|error| told(&error))?;
    let answer = bucket.connector.client().execute(request).await;
    let answer = answer.map_err(|error| told(&error))?;
    let status = answer.status();
    let date = answer.headers().get(header::DATE).and_then(|date| date.to_str().ok());
    let date = date.unwrap_or_default().to_owned();
    let body = answer.into_body().bytes().await.map_err(|error| told(&error))?;
    let text = String::from_utf8_lossy(&body).into_owned();
    if status.is_success() { Ok(Answer { text, date }) } else { Err(format!("{status}: {text}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lifecycle(rules: &str) -> Vec<Fact> {
        let text = format!(
            "<?xml version=\"1.0\"?><LifecycleConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
             {rules}</LifecycleConfiguration>"
        );
        super::rules(&text, "water/wheel/")
    }

    const ABORT: &str = "<AbortIncompleteMultipartUpload><DaysAfterInitiation>3</DaysAfterInitiation>\
                         </AbortIncompleteMultipartUpload>";

    #[test]
    fn a_rule_counts_where_it_holds_for_all_of_ours() {
        for (head, ended) in [
            ("<Filter/><Status>Enabled</Status>", true),
            ("<Filter><Prefix></Prefix></Filter><Status>Enabled</Status>", true),
            ("<Prefix>water/wheel/</Prefix><Status>Enabled</Status>", true),
            ("<Filter><Prefix>water/wheel/ab</Prefix></Filter><Status>Enabled</Status>", false),
            ("<Filter><Prefix>other</Prefix></Filter><Status>Enabled</Status>", false),
            (
                "<Filter><Tag><Key>a</Key><Value>b</Value></Tag></Filter><Status>Enabled</Status>",
                false,
            ),
            ("<Filter/><Status>Disabled</Status>", false),
        ] {
            let facts = lifecycle(&format!("<Rule><ID>one</ID>{head}{ABORT}</Rule>"));
            assert_eq!(facts.len(), 1, "{head}");
            assert_eq!(facts[0].value.contains("after 3 days"), ended, "{head}");
        }
        assert!(super::rules("", "water/wheel/")[0].value.contains("Waterwheel"));
    }

    #[test]
    fn a_rule_that_removes_objects_is_told() {
        let expire = "<Expiration><Days>30</Days></Expiration>";
        for (prefix, told) in [("", true), ("water/wheel/00", true), ("other", false)] {
            let rule = format!(
                "<Rule><ID>monthly</ID><Filter><Prefix>{prefix}</Prefix></Filter>\
                 <Status>Enabled</Status>{expire}</Rule>"
            );
            let facts = lifecycle(&rule);
            assert_eq!(facts.iter().any(|fact| fact.value.contains("monthly")), told, "{prefix}");
        }
        let markers = "<Rule><Filter/><Status>Enabled</Status><Expiration>\
                       <ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration></Rule>";
        assert_eq!(lifecycle(markers).len(), 1);
    }

    #[test]
    fn elements_are_found_with_their_texts() {
        let found = elements("<a x=\"1\"> <b>c&amp;d&#33;</b><e/>\n<n:f>g</n:f></a><h");
        let own = |(path, text): (&str, &str)| (path.to_owned(), text.to_owned());
        assert_eq!(found, [("/a", ""), ("/a/b", "c&d!"), ("/a/e", ""), ("/a/f", "g")].map(own));
    }

    #[test]
    fn versions_that_stay_are_told() {
        let on = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
        assert!(versioning(on).value.contains("stays"));
        assert_eq!(versioning("<VersioningConfiguration/>").value, "off");
        assert_eq!(versioning(&on.replace("Enabled", "Suspended")).value, "suspended");
    }
}
