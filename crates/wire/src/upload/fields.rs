//! The fields of a form, before its file.

/// A form's fields: names in the case in which they came, and values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Takes one more. What comes twice is one field, as it is one header in HTTP.
    pub fn add(&mut self, name: String, value: String) {
        match self.0.iter_mut().find(|(own, _)| own.eq_ignore_ascii_case(&name)) {
            Some((_, own)) => {
                own.push(',');
                own.push_str(&value);
            }
            None => self.0.push((name, value)),
        }
    }

    /// The field of this name, in whatever case.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Puts the name of the file where the key asks for it: what follows the last slash of a path.
    pub fn name_file(&mut self, file: &str) {
        let file = file.rsplit(['/', '\\']).next().unwrap_or_default();
        if let Some((_, key)) = self.0.iter_mut().find(|(own, _)| own.eq_ignore_ascii_case("key")) {
            *key = key.replace("${filename}", file);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_case_and_the_key_takes_the_files_name() {
        let mut fields = Fields::default();
        fields.add("Key".into(), "up/${filename}".into());
        fields.add("x-amz-meta-a".into(), "1".into());
        fields.add("X-Amz-Meta-A".into(), "2".into());
        fields.name_file(r"C:\dir\f.txt");
        assert_eq!(fields.get("kEY"), Some("up/f.txt"));
        assert_eq!(fields.get("x-amz-meta-a"), Some("1,2"));
        assert_eq!(fields.get("file"), None);
        assert_eq!(fields.iter().count(), 2);
    }
}
