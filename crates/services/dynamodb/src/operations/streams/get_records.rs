//! `GetRecords`.

use crate::Dynamodb;
use platform::{Context, Error, Handler, Result};
use shapes::dynamodbstreams::ops;
use shapes::dynamodbstreams::{GetRecordsInput, GetRecordsOutput};

impl Handler<ops::GetRecords> for Dynamodb {
    async fn handle(&self, _cx: &Context, _input: GetRecordsInput) -> Result<GetRecordsOutput> {
        Err(Error::internal("GetRecords is not written yet"))
    }
}
