//! The words that are no names unless they stand in quotes: SQL's reserved ones, and those that
//! PartiQL adds. Where it is not certain that AWS refuses a word, it is not here.

const RESERVED: &str = "
    absolute action add all allocate alter and any are as asc assertion at authorization avg begin
    between bit bit_length both by cascade cascaded case cast catalog char char_length character
    character_length check close coalesce collate collation column commit connect connection
    constraint constraints continue convert corresponding create cross current current_date
    current_time current_timestamp current_user cursor date deallocate dec decimal declare default
    deferrable deferred delete desc describe descriptor diagnostics disconnect distinct domain double
    drop else end escape except exception exec execute exists external extract false fetch first float
    for foreign found from full get global go goto grant group having identity immediate in indicator
    initially inner input insensitive insert int integer intersect interval into is isolation join key
    language last leading left level like limit local lower match max min missing module national
    natural nchar next no not null nullif numeric octet_length of on only open option or order outer
    output overlaps pad partial pivot position precision prepare preserve primary prior privileges
    procedure public read real references relative remove restrict revoke right rollback rows schema
    scroll section select session session_user set size smallint some space sql sqlcode sqlerror
    sqlstate substring sum system_user table temporary then time timestamp to trailing transaction
    translate translation trim true tuple union unique unknown unpivot update upper usage user using
    value values varchar varying view when whenever where with work write zone";

/// Whether a word is a keyword, whatever its case.
pub(super) fn is_reserved(word: &str) -> bool {
    RESERVED.split_ascii_whitespace().any(|reserved| reserved.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_of_keywords_does_not_matter() {
        assert!(is_reserved("PAD") && is_reserved("user") && is_reserved("Select"));
        assert!(!is_reserved("data") && !is_reserved("Artist") && !is_reserved("name"));
    }
}
