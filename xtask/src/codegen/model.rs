//! A service model as botocore stores it.

use crate::Result;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A model and convenient ways to ask it.
pub struct Model {
    document: Value,
}

impl Model {
    /// Reads a model from a file.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read(path).map_err(|error| format!("read {}: {error}", path.display()))?;
        let document = serde_json::from_slice(&text)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self { document })
    }

    /// A model that a test wrote.
    #[cfg(test)]
    pub fn of(document: Value) -> Self {
        Self { document }
    }

    /// A text of the model's metadata, empty when it is not there.
    pub fn metadata(&self, name: &str) -> &str {
        self.document["metadata"][name].as_str().unwrap_or_default()
    }

    /// Whether the service spoke the query protocol before the one that this describes.
    pub fn was_query(&self) -> bool {
        self.document["metadata"].get("awsQueryCompatible").is_some()
    }

    /// The XML namespace that a service's answers declare.
    pub fn xml_namespace(&self) -> Option<&str> {
        let namespace = &self.document["metadata"]["xmlNamespace"];
        namespace.as_str().or_else(|| namespace["uri"].as_str())
    }

    /// The names of all operations.
    pub fn operation_names(&self) -> Vec<&str> {
        self.document["operations"]
            .as_object()
            .map(|operations| operations.keys().map(String::as_str).collect())
            .unwrap_or_default()
    }

    /// One operation.
    pub fn operation(&self, name: &str) -> Result<&Value> {
        let operation = &self.document["operations"][name];
        if operation.is_null() { Err(format!("no operation {name}")) } else { Ok(operation) }
    }

    /// One shape.
    pub fn shape(&self, name: &str) -> &Value {
        &self.document["shapes"][name]
    }

    /// The members of a structure, to be amended.
    pub fn members_mut(&mut self, name: &str) -> Option<&mut Map<String, Value>> {
        self.document["shapes"].get_mut(name)?["members"].as_object_mut()
    }

    /// Tells how many entries a list or map takes at most before anything is built of it.
    pub fn give_room(&mut self, name: &str, entries: u64) {
        if let Some(shape) = self.document["shapes"].get_mut(name) {
            shape["room"] = entries.into();
        }
    }

    /// The names of every shape that the roots reach, themselves among them.
    pub fn reachable(&self, roots: &[String]) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut pending = roots.to_vec();
        while let Some(name) = pending.pop() {
            if found.insert(name.clone()) {
                pending.extend(self.neighbours(&name));
            }
        }
        found
    }

    /// The shapes that a shape names directly.
    pub fn neighbours(&self, name: &str) -> Vec<String> {
        let shape = self.shape(name);
        let members = shape["members"].as_object().into_iter().flatten().map(|(_, member)| member);
        let parts = ["member", "key", "value"].into_iter().map(|part| &shape[part]);
        members
            .chain(parts)
            .filter_map(|reference| reference["shape"].as_str())
            .map(str::to_owned)
            .collect()
    }

    /// Whether a structure contains itself through structures only, so that it needs a box.
    pub fn is_recursive(&self, name: &str) -> bool {
        let roots = self.neighbours(name);
        self.reachable(&roots).contains(name)
    }
}
