//! Tokens that name a place among events: a direction and a position.

use crate::errors::invalid;
use crate::records::event::Position;
use platform::Result;

/// Where reading goes on, and in which direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Towards newer events.
    pub forward: bool,
    /// The place: events strictly after it (forward) or strictly before it.
    pub position: Position,
}

impl Token {
    /// As `GetLogEvents` gives it: a letter, 56 digits and another letter.
    pub fn encode(self) -> String {
        let Position { time_ms, number } = self.position;
        format!("{}/{time_ms:026}{number:030}/s", if self.forward { 'f' } else { 'b' })
    }

    /// Reads what [`encode`](Token::encode) wrote.
    pub fn decode(text: &str) -> Result<Self> {
        let token = parse(text);
        token.ok_or_else(|| invalid("The specified nextToken is invalid."))
    }
}

fn parse(text: &str) -> Option<Token> {
    let text = text.strip_suffix("/s")?;
    let (direction, digits) = text.split_once('/')?;
    let forward = match direction {
        "f" => true,
        "b" => false,
        _ => return None,
    };
    let is_number = digits.len() == 56 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (time, number) = is_number.then(|| digits.split_at(26))?;
    let position = Position { time_ms: time.parse().ok()?, number: number.parse().ok()? };
    Some(Token { forward, position })
}

/// The id of an event: 56 digits, unlike any other's.
pub fn event_id(position: Position) -> String {
    format!("{:026}{:030}", position.time_ms, position.number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_back_and_others_refused() {
        let position = Position { time_ms: u64::MAX, number: 7 };
        let token = Token { forward: false, position };
        assert_eq!(Token::decode(&token.encode()).unwrap(), token);
        for text in ["", "f/", "x/1/s", "f/-1/s", &"9".repeat(60), &token.encode()[..30]] {
            assert_eq!(Token::decode(text).unwrap_err().code(), "InvalidParameterException");
        }
    }
}
