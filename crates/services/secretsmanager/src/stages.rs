//! Staging labels: which version each is on, and how they move ("Secret versions" in the user guide).
//! All of it is pure.

use crate::errors;
use crate::records::secret::{Secret, Version};
use platform::Result;
use std::collections::BTreeSet;

/// The label of the version that is given where none is asked for.
pub const CURRENT: &str = "AWSCURRENT";
/// The label of the version that a rotation makes.
pub const PENDING: &str = "AWSPENDING";
/// The label of the version that was current before.
pub const PREVIOUS: &str = "AWSPREVIOUS";

/// The most versions of a secret.
const MOST_VERSIONS: usize = 100;
/// The most labels of a version.
const MOST_LABELS: usize = 20;
/// A version is kept so long, whatever it is labelled.
const DAY_MS: i64 = 86_400_000;

impl Secret {
    /// The version of this id.
    pub fn version(&self, id: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.id == id)
    }

    /// The version of this id, to change it.
    pub fn version_mut(&mut self, id: &str) -> Option<&mut Version> {
        self.versions.iter_mut().find(|version| version.id == id)
    }

    /// The version with this label.
    pub fn on(&self, stage: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.stages.contains(stage))
    }

    /// Moves a label to a version. The one that was current is the previous one then, and is not
    /// what a rotation makes any more.
    ///
    /// # Errors
    /// AWS's, of too many labels.
    pub fn label(&mut self, id: &str, stage: &str) -> Result<()> {
        let before = self.on(stage).map(|version| version.id.clone());
        if before.as_deref() == Some(id) {
            return Ok(());
        }
        self.unlabel(stage);
        if stage == CURRENT {
            if before.is_some() {
                self.unlabel(PREVIOUS);
            }
            if let Some(version) = before.and_then(|before| self.version_mut(&before)) {
                version.stages.remove(PENDING);
                version.stages.insert(PREVIOUS.to_owned());
            }
        }
        if let Some(version) = self.version_mut(id) {
            if stage == CURRENT {
                version.stages.remove(PREVIOUS);
            }
            version.stages.insert(stage.to_owned());
            if version.stages.len() > MOST_LABELS {
                return Err(errors::limit("20 staging labels of a version"));
            }
        }
        Ok(())
    }

    /// Takes a label away, wherever it is.
    pub fn unlabel(&mut self, stage: &str) {
        self.versions.iter_mut().for_each(|version| {
            version.stages.remove(stage);
        });
    }

    /// Adds a version with these labels, or gives one that waits for its value these labels besides.
    /// The first version that has a value is the current one. Gives the ids of the versions that went
    /// for it.
    ///
    /// # Errors
    /// AWS's, of too many versions or labels.
    pub fn add(
        &mut self,
        id: &str,
        stages: &BTreeSet<String>,
        has_value: bool,
        now_ms: i64,
    ) -> Result<Vec<String>> {
        match self.version_mut(id) {
            Some(version) => version.has_value |= has_value,
            None => {
                let id = id.to_owned();
                self.versions.push(Version {
                    id,
                    created_ms: now_ms,
                    has_value,
                    ..Version::default()
                });
            }
        }
        for stage in stages {
            self.label(id, stage)?;
        }
        if has_value && self.on(CURRENT).is_none() {
            self.label(id, CURRENT)?;
        }
        self.changed_ms = now_ms;
        self.make_room(now_ms)
    }

    /// Forgets the oldest versions without labels, where there are too many.
    fn make_room(&mut self, now_ms: i64) -> Result<Vec<String>> {
        let mut gone = Vec::new();
        while self.versions.len() > MOST_VERSIONS {
            let is_old = |it: &Version| it.stages.is_empty() && it.created_ms <= now_ms - DAY_MS;
            let Some(at) = self.versions.iter().position(is_old) else {
                return Err(errors::limit("100 versions of a secret within a day"));
            };
            gone.push(self.versions.remove(at).id);
        }
        Ok(gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stages(of: &[&str]) -> BTreeSet<String> {
        of.iter().map(|stage| (*stage).to_owned()).collect()
    }

    fn add(secret: &mut Secret, id: &str, of: &[&str]) {
        secret.add(id, &stages(of), true, 0).unwrap();
    }

    fn all(secret: &Secret) -> Vec<String> {
        let of = |version: &Version| {
            let stages: Vec<_> = version.stages.iter().map(String::as_str).collect();
            format!("{}: {}", version.id, stages.join(" "))
        };
        secret.versions.iter().map(of).collect()
    }

    /// As seen on AWS.
    #[test]
    fn labels_move_as_on_aws() {
        let mut secret = Secret::default();
        add(&mut secret, "1", &[CURRENT]);
        add(&mut secret, "2", &[PENDING, "PUT1"]);
        assert_eq!(all(&secret), ["1: AWSCURRENT", "2: AWSPENDING PUT1"]);
        secret.label("2", CURRENT).unwrap();
        assert_eq!(all(&secret), ["1: AWSPREVIOUS", "2: AWSCURRENT AWSPENDING PUT1"]);
        add(&mut secret, "3", &[PENDING, "PUT2"]);
        let expected = ["1: AWSPREVIOUS", "2: AWSCURRENT PUT1", "3: AWSPENDING PUT2"];
        assert_eq!(all(&secret), expected);
        secret.label("3", CURRENT).unwrap();
        assert_eq!(all(&secret), ["1: ", "2: AWSPREVIOUS PUT1", "3: AWSCURRENT AWSPENDING PUT2"]);
        add(&mut secret, "4", &[CURRENT]);
        assert_eq!(all(&secret)[2..], ["3: AWSPREVIOUS PUT2", "4: AWSCURRENT"]);
        secret.label("3", CURRENT).unwrap();
        assert_eq!(all(&secret)[2..], ["3: AWSCURRENT PUT2", "4: AWSPREVIOUS"]);
    }

    #[test]
    fn the_first_value_is_the_current_one() {
        let mut secret = Secret::default();
        add(&mut secret, "1", &["MINE"]);
        assert_eq!(all(&secret), ["1: AWSCURRENT MINE"]);
        let mut secret = Secret::default();
        secret.add("1", &stages(&[PENDING]), false, 0).unwrap();
        assert_eq!(all(&secret), ["1: AWSPENDING"]);
    }

    #[test]
    fn old_versions_without_labels_go_when_there_are_too_many() {
        let mut secret = Secret::default();
        for number in 0..100 {
            add(&mut secret, &number.to_string(), &[CURRENT]);
        }
        let error = secret.clone().add("x", &stages(&[CURRENT]), true, DAY_MS - 1).unwrap_err();
        assert_eq!(error.code(), "LimitExceededException");
        let gone = secret.add("x", &stages(&[CURRENT]), true, DAY_MS).unwrap();
        assert_eq!((gone, secret.versions.len()), (vec!["0".to_owned()], 100));
        let many: BTreeSet<_> = (0..20).map(|n| n.to_string()).collect();
        secret.add("y", &many, true, DAY_MS).unwrap();
        assert_eq!(secret.label("y", "more").unwrap_err().code(), "LimitExceededException");
    }
}
