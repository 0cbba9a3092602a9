//! Structures of the model as they are kept in records: JSON by the names of their members. What a
//! later model adds is not there in an older record.

use platform::{Error, Result};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use shapes::{DecodeError, Member, Shape, Timestamp};
use shapes::{Items, Pairs};

/// A structure that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Kept<T>(pub T);

/// No structure that is kept has a number that is not equal to itself: none has a fraction.
impl<T: PartialEq> Eq for Kept<T> {}

impl<T: Shape> Serialize for Kept<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        value_of(&self.0).serialize(serializer)
    }
}

impl<'de, T: Shape + Default> Deserialize<'de> for Kept<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let mut shape = T::default();
        fill(&mut shape, &value).map_err(serde::de::Error::custom)?;
        Ok(Self(shape))
    }
}

/// The bytes of a structure.
///
/// # Errors
/// None that a structure of the model can have.
pub(crate) fn encode(shape: &dyn Shape) -> Result<Vec<u8>> {
    serde_json::to_vec(&value_of(shape)).map_err(Error::internal)
}

/// The structure of such bytes.
///
/// # Errors
/// An internal one for bytes that are no such structure.
pub(crate) fn decode<T: Shape + Default>(bytes: &[u8]) -> Result<T> {
    let kept: Kept<T> = serde_json::from_slice(bytes).map_err(Error::internal)?;
    Ok(kept.0)
}

/// What a member of a structure holds, where it holds something that is written as text.
pub(crate) fn text(shape: &dyn Shape, name: &str) -> Option<String> {
    let mut members = shape.schema().members.iter().enumerate();
    let (index, member) = members.find(|(_, member)| member.name == name)?;
    let mut writer = Writer(None);
    shape.write_member(index, member, &mut writer);
    match writer.0? {
        Value::String(text) => Some(text),
        value @ (Value::Bool(_) | Value::Number(_)) => Some(value.to_string()),
        _ => None,
    }
}

/// Whether a structure has such a member, be it given or not.
pub(crate) fn has(shape: &dyn Shape, name: &str) -> bool {
    shape.schema().members.iter().any(|member| member.name == name)
}

fn value_of(shape: &dyn Shape) -> Value {
    let mut object = Map::new();
    for (index, member) in shape.schema().members.iter().enumerate() {
        let mut writer = Writer(None);
        shape.write_member(index, member, &mut writer);
        if let Some(value) = writer.0 {
            object.insert(member.name.to_owned(), value);
        }
    }
    Value::Object(object)
}

fn fill(shape: &mut dyn Shape, value: &Value) -> std::result::Result<(), DecodeError> {
    let object = value.as_object().ok_or_else(|| DecodeError::new("no structure"))?;
    for (index, member) in shape.schema().members.iter().enumerate() {
        if let Some(value) = object.get(member.name) {
            shape.read_member(index, member, &mut Reader(value))?;
        }
    }
    Ok(())
}

/// Takes one value.
struct Writer(Option<Value>);

impl shapes::Serializer for Writer {
    fn boolean(&mut self, _: &'static Member, value: bool) {
        self.0 = Some(value.into());
    }

    fn integer(&mut self, _: &'static Member, value: i64) {
        self.0 = Some(value.into());
    }

    fn float(&mut self, _: &'static Member, value: f64) {
        self.0 = Some(value.into());
    }

    fn string(&mut self, _: &'static Member, value: &str) {
        self.0 = Some(value.into());
    }

    fn blob(&mut self, _: &'static Member, value: &[u8]) {
        self.0 = Some(value.to_vec().into());
    }

    fn timestamp(&mut self, _: &'static Member, value: Timestamp) {
        self.0 = Some(value.millis().into());
    }

    fn structure(&mut self, _: &'static Member, value: &dyn Shape) {
        self.0 = Some(value_of(value));
    }

    fn list(&mut self, at: &'static Member, value: &dyn Items) {
        let mut all = Vec::new();
        value.each(&mut |item| {
            let mut writer = Writer(None);
            item.write(at, &mut writer);
            all.extend(writer.0);
        });
        self.0 = Some(all.into());
    }

    fn map(&mut self, at: &'static Member, value: &dyn Pairs) {
        let mut all = Map::new();
        value.each(&mut |key, item| {
            let mut writer = Writer(None);
            item.write(at, &mut writer);
            all.extend(writer.0.map(|value| (key.to_owned(), value)));
        });
        self.0 = Some(all.into());
    }
}

/// Stands at one value.
struct Reader<'a>(&'a Value);

type Read<T> = std::result::Result<T, DecodeError>;

fn no(at: &'static Member) -> DecodeError {
    DecodeError::new(format!("'{}' is of another kind", at.name))
}

impl shapes::Deserializer for Reader<'_> {
    fn boolean(&mut self, at: &'static Member) -> Read<bool> {
        self.0.as_bool().ok_or_else(|| no(at))
    }

    fn integer(&mut self, at: &'static Member) -> Read<i64> {
        self.0.as_i64().ok_or_else(|| no(at))
    }

    fn float(&mut self, at: &'static Member) -> Read<f64> {
        self.0.as_f64().ok_or_else(|| no(at))
    }

    fn string(&mut self, at: &'static Member) -> Read<String> {
        self.0.as_str().map(str::to_owned).ok_or_else(|| no(at))
    }

    fn blob(&mut self, at: &'static Member) -> Read<bytes::Bytes> {
        let bytes = Vec::<u8>::deserialize(self.0).map_err(|_| no(at))?;
        Ok(bytes.into())
    }

    fn timestamp(&mut self, at: &'static Member) -> Read<Timestamp> {
        self.0.as_i64().map(Timestamp).ok_or_else(|| no(at))
    }

    fn structure(&mut self, _: &'static Member, into: &mut dyn Shape) -> Read<()> {
        fill(into, self.0)
    }

    fn list(
        &mut self,
        at: &'static Member,
        each: &mut dyn FnMut(&mut dyn shapes::Deserializer) -> Read<()>,
    ) -> Read<()> {
        let all = self.0.as_array().ok_or_else(|| no(at))?;
        all.iter().try_for_each(|value| each(&mut Reader(value)))
    }

    fn map(
        &mut self,
        at: &'static Member,
        each: &mut dyn FnMut(String, &mut dyn shapes::Deserializer) -> Read<()>,
    ) -> Read<()> {
        let all = self.0.as_object().ok_or_else(|| no(at))?;
        all.iter().try_for_each(|(key, value)| each(key.clone(), &mut Reader(value)))
    }

    fn pass_over(&mut self, _: &'static Member) -> Read<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shapes::s3::{IntelligentTieringConfiguration, LoggingEnabled, TargetGrant, Tiering};

    #[test]
    fn a_structure_is_read_back_as_it_was_kept() {
        let tierings = vec![Tiering { days: 90, access_tier: "ARCHIVE_ACCESS".to_owned() }];
        let kept = IntelligentTieringConfiguration {
            id: "a".to_owned(),
            status: "Enabled".to_owned(),
            tierings,
            ..Default::default()
        };
        let bytes = encode(&kept).unwrap();
        let json = r#"{"Id":"a","Status":"Enabled","Tierings":[{"AccessTier":"ARCHIVE_ACCESS","Days":90}]}"#;
        let value = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).unwrap();
        assert_eq!(value(&bytes), value(json.as_bytes()));
        assert_eq!(text(&kept, "Status").as_deref(), Some("Enabled"));
        assert_eq!((text(&kept, "Filter"), text(&kept, "Days")), (None, None));
        assert_eq!(decode::<IntelligentTieringConfiguration>(&bytes).unwrap(), kept);
        assert!(decode::<IntelligentTieringConfiguration>(b"{\"Id\":1}").is_err());
        let grants = vec![TargetGrant { permission: Some("READ".to_owned()), grantee: None }];
        let logging = Kept(LoggingEnabled { target_grants: Some(grants), ..Default::default() });
        let json = serde_json::to_string(&logging).unwrap();
        assert_eq!(serde_json::from_str::<Kept<LoggingEnabled>>(&json).unwrap(), logging);
    }
}
