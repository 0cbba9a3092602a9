//! A service for the tests, with a function beside it that rotates secrets.

use crate::SecretsManager;
use platform::{Context, Error, Handler, ManualClock, Result, operations, testing};
use shapes::ErrorShape;
use shapes::lambda::ops::Invoke;
use shapes::lambda::{InvocationRequest, InvocationResponse};
use shapes::secretsmanager::ops::{
    CreateSecret, DeleteSecret, GetSecretValue, PutResourcePolicy, PutSecretValue,
    UpdateSecretVersionStage,
};
use shapes::secretsmanager::{
    CreateSecretRequest, DeleteSecretRequest, DeleteSecretResponse, GetSecretValueRequest,
    PutResourcePolicyRequest, PutSecretValueRequest, UpdateSecretVersionStageRequest,
};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

/// The function's ARN.
pub const ARN: &str = "arn:aws:lambda:us-east-1:000000000000:function:rotate";

pub struct Setting {
    pub service: Arc<SecretsManager>,
    pub cx: Context,
    pub clock: Arc<ManualClock>,
    pub function: Arc<Function>,
    tokens: AtomicU32,
}

/// A token of this number.
pub fn token(number: u32) -> String {
    format!("{number:08}-0000-4000-8000-000000000000")
}

pub fn setting() -> Setting {
    let (platform, clock) = testing::platform();
    let service = SecretsManager::new(platform.clone());
    let function = Arc::new(Function::default());
    let mut served = platform::served(&service);
    served.extend(operations![function => Invoke]);
    platform.serve(served);
    let cx = testing::context(&platform);
    Setting { service, cx, clock, function, tokens: AtomicU32::new(1000) }
}

impl Setting {
    fn token(&self) -> Option<String> {
        Some(token(self.tokens.fetch_add(1, Ordering::Relaxed)))
    }

    /// Makes a secret and gives its ARN.
    pub async fn create(&self, name: &str, value: &str) -> String {
        let input = CreateSecretRequest {
            name: name.to_owned(),
            secret_string: Some(value.to_owned()),
            client_request_token: self.token(),
            ..Default::default()
        };
        self.cx.call::<CreateSecret>(input).await.unwrap().arn.unwrap()
    }

    /// Makes a secret without a value, if it can be.
    pub async fn try_create(&self, name: &str) -> Result<()> {
        let input = CreateSecretRequest { name: name.to_owned(), ..Default::default() };
        self.cx.call::<CreateSecret>(input).await.map(drop)
    }

    /// The current value of a secret.
    pub async fn get(&self, id: &str) -> Result<String> {
        self.get_as(&self.cx, id).await
    }

    /// The same for this caller.
    pub async fn get_as(&self, cx: &Context, id: &str) -> Result<String> {
        let input = GetSecretValueRequest { secret_id: id.to_owned(), ..Default::default() };
        Ok(cx.call::<GetSecretValue>(input).await?.secret_string.unwrap_or_default())
    }

    /// Puts a value and gives the version's id.
    pub async fn put(&self, id: &str, value: &str, stages: &[&str]) -> Result<String> {
        let input = PutSecretValueRequest {
            secret_id: id.to_owned(),
            client_request_token: self.token(),
            secret_string: Some(value.to_owned()),
            version_stages: Some(stages.iter().map(|it| (*it).to_owned()).collect()),
            ..Default::default()
        };
        Ok(self.cx.call::<PutSecretValue>(input).await?.version_id.unwrap())
    }

    /// Marks a secret for deletion.
    pub async fn delete(&self, id: &str, days: Option<i64>) -> Result<DeleteSecretResponse> {
        let input = DeleteSecretRequest {
            secret_id: id.to_owned(),
            recovery_window_in_days: days,
            force_delete_without_recovery: None,
        };
        self.cx.call::<DeleteSecret>(input).await
    }

    /// Hangs a policy on a secret.
    pub async fn put_policy(&self, id: &str, policy: &str) -> Result<()> {
        let input = PutResourcePolicyRequest {
            secret_id: id.to_owned(),
            resource_policy: policy.to_owned(),
            ..Default::default()
        };
        self.cx.call::<PutResourcePolicy>(input).await.map(drop)
    }
}

/// A function that counts a secret's value up, as AWS's templates of such functions do it.
#[derive(Default)]
pub struct Function {
    steps: Mutex<Vec<String>>,
    made: AtomicU32,
    /// A step that fails, and how often.
    failing: Mutex<(String, u32)>,
}

impl Function {
    /// The steps that it was called with.
    pub fn steps(&self) -> Vec<String> {
        self.steps.lock().unwrap().clone()
    }

    /// Lets a step fail so often.
    pub fn fail(&self, step: &str, times: u32) {
        *self.failing.lock().unwrap() = (step.to_owned(), times);
    }

    fn fails(&self, step: &str) -> bool {
        let mut failing = self.failing.lock().unwrap();
        let fails = failing.0 == step && failing.1 > 0;
        failing.1 -= u32::from(fails);
        fails
    }

    async fn step(&self, cx: &Context, step: &str, secret_id: String, token: String) {
        let cx = cx.acting_as(platform::Principal::root(&*cx.account));
        match step {
            "createSecret" => {
                let made = GetSecretValueRequest {
                    secret_id: secret_id.clone(),
                    version_id: Some(token.clone()),
                    version_stage: Some("AWSPENDING".into()),
                };
                if cx.call::<GetSecretValue>(made).await.is_ok() {
                    return;
                }
                let value = self.made.fetch_add(1, Ordering::Relaxed) + 1;
                let input = PutSecretValueRequest {
                    secret_id,
                    client_request_token: Some(token),
                    secret_string: Some(value.to_string()),
                    version_stages: Some(vec!["AWSPENDING".into()]),
                    ..Default::default()
                };
                cx.call::<PutSecretValue>(input).await.unwrap();
            }
            "finishSecret" => {
                let current =
                    GetSecretValueRequest { secret_id: secret_id.clone(), ..Default::default() };
                let current = cx.call::<GetSecretValue>(current).await.unwrap();
                let input = UpdateSecretVersionStageRequest {
                    secret_id,
                    version_stage: "AWSCURRENT".into(),
                    remove_from_version_id: current.version_id,
                    move_to_version_id: Some(token),
                };
                cx.call::<UpdateSecretVersionStage>(input).await.unwrap();
            }
            _ => {}
        }
    }
}

impl Handler<Invoke> for Function {
    async fn handle(&self, cx: &Context, it: InvocationRequest) -> Result<InvocationResponse> {
        static MISSING: ErrorShape = ErrorShape::client("ResourceNotFoundException", 404);
        if it.function_name != ARN {
            return Err(Error::new(&MISSING, "Function not found"));
        }
        let answer = InvocationResponse::default();
        if it.invocation_type.as_deref() == Some("DryRun") {
            return Ok(answer);
        }
        let event: serde_json::Value = serde_json::from_slice(&it.payload.unwrap()).unwrap();
        let text = |name: &str| event[name].as_str().unwrap().to_owned();
        let step = text("Step");
        self.steps.lock().unwrap().push(step.clone());
        if self.fails(&step) {
            return Ok(InvocationResponse { function_error: Some("Unhandled".into()), ..answer });
        }
        self.step(cx, &step, text("SecretId"), text("ClientRequestToken")).await;
        Ok(answer)
    }
}
