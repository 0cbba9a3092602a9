//! `Scan`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodb::ops;
use shapes::dynamodb::{ScanInput, ScanOutput};

impl Handler<ops::Scan> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: ScanInput) -> Result<ScanOutput> {
        Err(Error::internal("Scan is not written yet"))
    }
}
