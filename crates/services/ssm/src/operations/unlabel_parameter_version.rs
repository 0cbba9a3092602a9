//! `UnlabelParameterVersion`.

use crate::{Ssm, errors, names};
use platform::{Context, Handler, Result};
use shapes::ssm::ops::UnlabelParameterVersion;
use shapes::ssm::{UnlabelParameterVersionRequest, UnlabelParameterVersionResult};

impl Handler<UnlabelParameterVersion> for Ssm {
    async fn handle(
        &self,
        cx: &Context,
        input: UnlabelParameterVersionRequest,
    ) -> Result<UnlabelParameterVersionResult> {
        names::check(&input.name)?;
        let number = input.parameter_version;
        let change = self.change(cx, &input.name, |parameter| {
            if !parameter.has(number) {
                return Err(errors::no_version(&input.name, number));
            }
            let (mut removed, mut invalid) = (Vec::new(), Vec::new());
            for label in &input.labels {
                if parameter.labels.get(label) == Some(&number) {
                    parameter.labels.remove(label);
                    removed.push(label.clone());
                } else {
                    invalid.push(label.clone());
                }
            }
            Ok((removed, invalid))
        });
        let (removed, invalid) = change.await?;
        Ok(UnlabelParameterVersionResult {
            removed_labels: Some(removed),
            invalid_labels: Some(invalid),
        })
    }
}
