//! The list of operations to generate: `crates/shapes/operations.txt`.

use crate::Result;
use std::fs;
use std::path::Path;

/// A service and its operations.
pub struct Service {
    /// botocore's name of the service.
    pub id: String,
    /// Its `room=` option.
    pub room: Option<u64>,
    /// In the file's order.
    pub operations: Vec<Wanted>,
}

/// One line of the list.
pub struct Wanted {
    /// The operation's name.
    pub name: String,
    /// Its `xml=` option.
    pub xml: Option<String>,
}

/// Reads the list.
pub fn read(path: &Path) -> Result<Vec<Service>> {
    let text =
        fs::read_to_string(path).map_err(|error| format!("read {}: {error}", path.display()))?;
    let mut services: Vec<Service> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some((id, option)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            let room = match option.trim() {
                "" => None,
                option => Some(
                    option
                        .strip_prefix("room=")
                        .and_then(|room| room.parse().ok())
                        .ok_or(format!("unknown option {option}"))?,
                ),
            };
            services.push(Service { id: id.to_owned(), room, operations: Vec::new() });
            continue;
        }
        let service = services.last_mut().ok_or("the list must begin with a [service]")?;
        let (name, option) = line.split_once(' ').unwrap_or((line, ""));
        let xml = match option.trim() {
            "" => None,
            option => Some(
                option.strip_prefix("xml=").ok_or(format!("unknown option {option}"))?.to_owned(),
            ),
        };
        service.operations.push(Wanted { name: name.to_owned(), xml });
    }
    Ok(services)
}
