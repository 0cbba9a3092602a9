//! A service for the tests.

use crate::Ssm;
use platform::{Context, ManualClock, Result, testing};
use shapes::ssm::ops::{GetParameter, LabelParameterVersion, PutParameter};
use shapes::ssm::{
    GetParameterRequest, LabelParameterVersionRequest, LabelParameterVersionResult, Parameter,
    PutParameterRequest, PutParameterResult,
};
use std::sync::Arc;

pub struct Setting {
    pub ssm: Arc<Ssm>,
    pub cx: Context,
    pub clock: Arc<ManualClock>,
}

pub fn setting() -> Setting {
    let (platform, clock) = testing::platform();
    let ssm = Ssm::new(platform.clone());
    platform.serve(platform::served(&ssm));
    Setting { ssm, cx: testing::context(&platform), clock }
}

impl Setting {
    /// Puts a parameter that is not there.
    pub async fn put(&self, name: &str, value: &str) -> Result<PutParameterResult> {
        self.put_or_not(name, value, false).await
    }

    /// Puts a parameter, or another version of it.
    pub async fn overwrite(&self, name: &str, value: &str) -> Result<PutParameterResult> {
        self.put_or_not(name, value, true).await
    }

    async fn put_or_not(
        &self,
        name: &str,
        value: &str,
        overwrite: bool,
    ) -> Result<PutParameterResult> {
        let input = PutParameterRequest {
            name: name.to_owned(),
            value: value.to_owned(),
            r#type: Some("String".to_owned()),
            overwrite: Some(overwrite),
            ..Default::default()
        };
        self.cx.call::<PutParameter>(input).await
    }

    /// Gets a parameter.
    pub async fn get(&self, name: &str, decrypted: bool) -> Result<Parameter> {
        let input = GetParameterRequest { name: name.to_owned(), with_decryption: Some(decrypted) };
        Ok(self.cx.call::<GetParameter>(input).await?.parameter.unwrap())
    }

    /// Labels a version, else the current one.
    pub async fn label(
        &self,
        name: &str,
        version: Option<i64>,
        labels: &[&str],
    ) -> Result<LabelParameterVersionResult> {
        let input = LabelParameterVersionRequest {
            name: name.to_owned(),
            parameter_version: version,
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        };
        self.cx.call::<LabelParameterVersion>(input).await
    }
}
