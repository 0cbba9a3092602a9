//! What the model expects inside an XML element.

use super::tree::{Element, malformed};
use shapes::{DecodeError, Kind, Length, Location, Map, Member, Structure};

/// What stands inside an element.
#[derive(Clone, Copy)]
pub(super) enum Guide {
    /// A structure's members. Others are refused, as S3 validates bodies against its schema.
    Structure(&'static Structure),
    /// A list's items.
    Items(&'static Member, Length),
    /// A map's entries.
    Entries(&'static Map),
    /// A map's key and value.
    Entry(&'static Map),
    /// Text.
    Text,
}

/// The name of a list's items.
fn item_name(at: &'static Member, item: &'static Member) -> &'static str {
    if at.flattened && item.wire == item.name { at.wire } else { item.wire }
}

/// A name without a namespace's prefix.
pub(super) fn local(name: &'static str) -> &'static str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The name of a member's elements; `None` when it is not an element.
pub(super) fn element_name(member: &'static Member) -> Option<&'static str> {
    if member.location != Location::Body || member.xml_attribute {
        return None;
    }
    Some(local(match &member.kind {
        Kind::List(list) if member.flattened => item_name(member, &list.item),
        _ => member.wire,
    }))
}

impl Guide {
    /// What stands inside an element of this member.
    fn of(member: &'static Member) -> Self {
        match &member.kind {
            Kind::Structure(structure) => Self::Structure(structure),
            Kind::List(list) if member.flattened => Self::of(&list.item),
            Kind::List(list) => Self::Items(&list.item, list.length),
            Kind::Map(map) if member.flattened => Self::Entry(map),
            Kind::Map(map) => Self::Entries(map),
            _ => Self::Text,
        }
    }

    /// The structure, where it is one.
    pub(super) fn structure(&self) -> Option<&'static Structure> {
        match self {
            Self::Structure(structure) => Some(structure),
            _ => None,
        }
    }

    /// Whether text between the elements is read.
    pub(super) fn has_text(&self) -> bool {
        matches!(self, Self::Text)
    }

    /// What an element of this name is, beside those that are kept, and what stands inside it;
    /// nothing when nobody would read it. `met` counts the elements of each member of a structure.
    pub(super) fn child(
        &self,
        name: &str,
        kept: &[Element],
        met: &mut Vec<u64>,
    ) -> Result<Option<(&'static str, Self)>, DecodeError> {
        let wanted = |member: &'static Member| local(member.wire) == name;
        match *self {
            Self::Structure(structure) => member(structure, name, met),
            Self::Items(item, bounds) if wanted(item) => {
                within(bounds, kept.len() as u64)?;
                Ok(Some((local(item.wire), Self::of(item))))
            }
            Self::Entries(map) if name == "entry" => {
                within(map.length, kept.len() as u64)?;
                Ok(Some(("entry", Self::Entry(map))))
            }
            Self::Entry(map) => {
                let mut both = [&map.key, &map.value].into_iter();
                let part = both.find(|part| wanted(part));
                let part = part.filter(|_| !kept.iter().any(|other| other.name == name));
                Ok(part.map(|part| (local(part.wire), Self::of(part))))
            }
            Self::Items(..) | Self::Entries(_) | Self::Text => Ok(None),
        }
    }
}

/// A structure's member. Of one that stands there twice the first counts.
fn member(
    structure: &'static Structure,
    name: &str,
    met: &mut Vec<u64>,
) -> Result<Option<(&'static str, Guide)>, DecodeError> {
    let mut members = structure.members.iter().enumerate();
    let found = members.find_map(|(index, member)| {
        element_name(member).filter(|own| *own == name).map(|own| (index, member, own))
    });
    let (index, member, own) = found.ok_or_else(malformed)?;
    met.resize(structure.members.len(), 0);
    let count = met.get_mut(index).ok_or_else(malformed)?;
    let before = *count;
    *count += 1;
    match &member.kind {
        Kind::List(list) if member.flattened => within(list.length, before)?,
        Kind::Map(map) if member.flattened => within(map.length, before)?,
        _ if before > 0 => return Ok(None),
        _ => {}
    }
    Ok(Some((own, Guide::of(member))))
}

/// Refuses one entry more than a list or map may have.
fn within(bounds: Length, before: u64) -> Result<(), DecodeError> {
    if before < bounds.most() { Ok(()) } else { Err(malformed()) }
}
