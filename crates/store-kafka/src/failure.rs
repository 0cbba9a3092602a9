//! What an answer of Kafka's means that is not the one that was wanted.

use kafka_protocol::error::ResponseError;
use std::io;
use store::Error;

/// Why something was not done.
#[derive(Clone, Debug)]
pub(crate) enum Trouble {
    /// There is no such topic, as far as the broker knows that was asked.
    Missing,
    /// The same may succeed soon: a broker is gone or is not the leader any more, or there is none.
    Later(String),
    /// The broker knows another end of what this producer wrote than the producer does, so that
    /// numbering has to begin anew.
    Renumber(String),
    /// It stays so.
    Refused(Error),
}

impl Trouble {
    /// What an error code says about something; `None` if it is none.
    pub fn from_code(code: i16, about: &str) -> Option<Self> {
        let error = ResponseError::try_from_code(code)?;
        let why = format!("Kafka: {about}: {error:?} ({code})");
        Some(match error {
            ResponseError::UnknownTopicOrPartition => Trouble::Missing,
            ResponseError::OutOfOrderSequenceNumber
            | ResponseError::DuplicateSequenceNumber
            | ResponseError::UnknownProducerId
            | ResponseError::InvalidProducerEpoch
            | ResponseError::ProducerFenced => Trouble::Renumber(why),
            ResponseError::MessageTooLarge | ResponseError::RecordListTooLarge => {
                Trouble::Refused(Error::invalid(why))
            }
            ResponseError::UnknownServerError | ResponseError::BrokerNotAvailable => {
                Trouble::Later(why)
            }
            error if error.is_retriable() => Trouble::Later(why),
            _ => Trouble::Refused(io::Error::other(why).into()),
        })
    }

    /// That a broker did not do as the protocol says.
    pub fn strange(about: &str) -> Self {
        Trouble::Later(format!("Kafka: {about}: it does not answer what was asked"))
    }
}

impl From<Trouble> for Error {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Missing => Error::NotFound("the topic".to_owned()),
            Trouble::Later(why) | Trouble::Renumber(why) => Error::Busy(why),
            Trouble::Refused(error) => error,
        }
    }
}

/// The outcome of one attempt.
pub(crate) type Attempt<T> = std::result::Result<T, Trouble>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_judged_by_what_helps() {
        assert!(Trouble::from_code(0, "x").is_none());
        assert!(matches!(Trouble::from_code(3, "x"), Some(Trouble::Missing)));
        for later in [-1, 2, 5, 6, 7, 9, 13, 19, 20, 56, 74, 75] {
            let trouble = Trouble::from_code(later, "x");
            assert!(matches!(trouble, Some(Trouble::Later(_))), "{later}: {trouble:?}");
        }
        for renumber in [45, 46, 47, 59] {
            assert!(matches!(Trouble::from_code(renumber, "x"), Some(Trouble::Renumber(_))));
        }
        for refused in [10, 18, 29, 32, 44, 87, 1234] {
            let trouble = Trouble::from_code(refused, "x");
            assert!(
                matches!(trouble, Some(Trouble::Refused(Error::Io(_)))),
                "{refused}: {trouble:?}"
            );
        }
    }
}
