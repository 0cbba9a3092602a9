//! Rust names for the models' names.

/// `StreamName` → `stream_name`; a keyword gets `r#`.
pub fn snake(name: &str) -> String {
    let name = name.replace("ETag", "Etag").replace('-', "_");
    let characters: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (index, &character) in characters.iter().enumerate() {
        if character.is_ascii_uppercase() && index > 0 && characters[index - 1] != '_' {
            let before = characters[index - 1];
            let next_is_lower =
                characters.get(index + 1).is_some_and(|next| next.is_ascii_lowercase());
            if before.is_ascii_lowercase() || next_is_lower {
                out.push('_');
            }
        }
        out.push(character.to_ascii_lowercase());
    }
    match out.as_str() {
        "type" | "match" | "move" | "ref" | "static" | "use" | "where" | "enum" => {
            format!("r#{out}")
        }
        _ => out,
    }
}

/// `ResourceNotFoundException` → `RESOURCE_NOT_FOUND_EXCEPTION`.
pub fn screaming(name: &str) -> String {
    snake(&name.replace('.', "_")).trim_start_matches("r#").to_ascii_uppercase()
}

/// A Rust type name: the model's, beginning with a capital.
pub fn type_name(name: &str) -> String {
    let mut characters = name.chars();
    match characters.next() {
        Some(first) => first.to_ascii_uppercase().to_string() + characters.as_str(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_stay_together() {
        assert_eq!(snake("StreamName"), "stream_name");
        assert_eq!(snake("SSEKMSKeyId"), "ssekms_key_id");
        assert_eq!(snake("StreamARN"), "stream_arn");
        assert_eq!(snake("ETag"), "etag");
        assert_eq!(snake("ChecksumCRC32C"), "checksum_crc32c");
        assert_eq!(snake("ContentMD5"), "content_md5");
        assert_eq!(snake("Type"), "r#type");
        assert_eq!(screaming("NoSuchKey"), "NO_SUCH_KEY");
    }
}
