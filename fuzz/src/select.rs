//! Queries over objects.
//!
//! - No expression and no object makes a query panic, nor memory out of proportion.
//! - What is refused is refused by a code of S3's, in a sentence.
//! - However the network cuts an object of text, result and refusal are the same.

use crate::memory;
use select::{CODES, CsvInput, CsvOutput, Header, Input, Machine, Next, Output, Packing, Question};
use select::{MAX_RECORD, Refusal};

/// Tries one input: a byte that says what the object is, an expression up to a NUL, the object.
pub fn run(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let end = rest.iter().position(|byte| *byte == 0).unwrap_or(rest.len());
    let Ok(expression) = std::str::from_utf8(&rest[..end]) else { return };
    let object = rest.get(end + 1..).unwrap_or_default();
    // Pages and unpacked pieces may be as long as they say; of text, only records are held.
    let most = 256 * data.len() + (if kind % 8 < 4 { 16 } else { 400 } << 20);
    let whole = memory::within("a query", most, || answer(*kind, expression, object, usize::MAX));
    if let Err(refusal) = &whole {
        assert!(CODES.contains(&refusal.code) && !refusal.message.is_empty(), "{refusal}");
    }
    if kind % 8 < 4 {
        let by_bytes = answer(*kind, expression, object, 1);
        assert_eq!(whole, by_bytes);
    }
}

fn input(kind: u8, size: u64) -> Input {
    let header = match kind % 8 {
        0 => Header::Use,
        _ => Header::None,
    };
    let quoted_records = kind & 8 != 0;
    let csv = CsvInput { header, quoted_records, ..CsvInput::default() };
    match kind % 8 {
        0 | 1 => Input::Csv(csv, Packing::None),
        2 | 3 => Input::Json(Packing::None),
        4 => Input::Csv(csv, Packing::Gzip),
        5 => Input::Json(Packing::Bzip2),
        _ => Input::Parquet(size),
    }
}

/// The result of a query over an object that comes in pieces of so many bytes.
fn answer(kind: u8, expression: &str, object: &[u8], piece: usize) -> Result<Vec<u8>, Refusal> {
    let input = input(kind, object.len() as u64);
    let output = match kind & 16 {
        0 => Output::Json("\n".to_owned()),
        _ => Output::Csv(CsvOutput::default()),
    };
    let question = Question { expression, input, output, range: 0..u64::MAX, now_ms: 0 };
    let mut machine = Machine::new(question)?;
    let (mut out, mut at, mut pauses) = (Vec::new(), 0, 0);
    loop {
        match machine.step()? {
            Next::Seek(to) => at = usize::try_from(to).unwrap_or(usize::MAX),
            Next::More if at >= object.len() => machine.end(),
            Next::More => {
                let end = object.len().min(at.saturating_add(piece));
                machine.feed(object[at..end].to_vec());
                at = end;
            }
            Next::Read(range) => {
                let bytes = object.get(range.start as usize..range.end as usize);
                machine.feed(bytes.expect("it reads what there is").to_vec());
            }
            Next::Pause => {
                pauses += 1;
                if pauses > 100 {
                    return Ok(out); // A few bytes of Parquet may say of millions of rows that they are alike.
                }
            }
            Next::Records(records) => {
                out.extend(records);
                if out.len() > MAX_RECORD {
                    return Ok(out); // It has been shown that there is more than a message.
                }
            }
            Next::Done => return Ok(out),
        }
    }
}
