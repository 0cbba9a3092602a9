//! `GenerateRandom`.

use crate::{Kms, errors};
use platform::{Context, Handler, Result, refuse};
use shapes::kms::ops::GenerateRandom;
use shapes::kms::{GenerateRandomRequest, GenerateRandomResponse};

impl Handler<GenerateRandom> for Kms {
    async fn handle(
        &self,
        _: &Context,
        input: GenerateRandomRequest,
    ) -> Result<GenerateRandomResponse> {
        let members = [
            ("CustomKeyStoreId", input.custom_key_store_id.is_some()),
            ("Recipient", input.recipient.is_some()),
        ];
        refuse(errors::unsupported, members)?;
        let length = input.number_of_bytes.and_then(|bytes| usize::try_from(bytes).ok());
        let length = length.ok_or_else(|| errors::invalid("NumberOfBytes is required."))?;
        let mut bytes = vec![0; length];
        self.platform.ids.fill(&mut bytes);
        Ok(GenerateRandomResponse { plaintext: Some(bytes.into()), ciphertext_for_recipient: None })
    }
}
