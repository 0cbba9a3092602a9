//! Functions made ready for the runner.

use crate::Lambda;
use crate::names::Named;
use crate::records::function::Function;
use crate::role::RoleSession;
use crate::versions::Route;
use platform::{Context, Result};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

type Ready = Arc<::functions::Function>;

/// Functions that were made ready, by revision.
#[derive(Default)]
pub struct Cache {
    ready: Mutex<HashMap<String, Ready>>,
    /// Sessions of their roles, for what is done in their name.
    roles: Mutex<HashMap<String, Arc<RoleSession>>>,
    /// Held while one is made ready, so that no package is unpacked twice at once.
    making: tokio::sync::Mutex<()>,
}

impl Cache {
    fn get(&self, revision: &str) -> Option<Ready> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner).get(revision).cloned()
    }

    /// Drops a revision that is not current any more.
    pub fn forget(&self, revision: &str) {
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        ready.remove(revision);
        self.roles.lock().unwrap_or_else(PoisonError::into_inner).remove(revision);
    }

    /// Sessions of a function's role, the same ones as long as the function stays as it is.
    pub fn role(&self, cx: &Context, function: &Function) -> Arc<RoleSession> {
        let mut roles = self.roles.lock().unwrap_or_else(PoisonError::into_inner);
        let make = || Arc::new(RoleSession::new(cx, &function.settings.role, &function.name));
        roles.entry(function.revision.clone()).or_insert_with(make).clone()
    }
}

impl Lambda {
    /// A function that was looked up, or what it is by now if it cannot be made ready: its code
    /// goes when newer code comes, and a process that has just started has not unpacked any.
    pub(crate) async fn at_hand(
        &self,
        cx: &Context,
        named: &Named,
        function: Function,
    ) -> Result<Option<Function>> {
        match self.prepare(cx, &function).await {
            Ok(_) => Ok(Some(function)),
            Err(_) => self.resolve(cx, named, Route::Drawn).await,
        }
    }

    /// The function as the runner wants it.
    pub(crate) async fn prepare(&self, cx: &Context, function: &Function) -> Result<Ready> {
        let revision = &function.revision;
        if let Some(ready) = self.prepared.get(revision) {
            return Ok(ready);
        }
        let _making = self.prepared.making.lock().await;
        if let Some(ready) = self.prepared.get(revision) {
            return Ok(ready);
        }
        let ready = Arc::new(self.make_ready(cx, function).await?);
        let mut all = self.prepared.ready.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(revision.clone(), ready.clone());
        Ok(ready)
    }

    async fn make_ready(&self, cx: &Context, function: &Function) -> Result<::functions::Function> {
        let settings = &function.settings;
        let role = self.prepared.role(cx, function);
        let log_group = function.log_group();
        Ok(::functions::Function {
            revision: function.revision.clone(),
            name: function.name.clone(),
            arn: function.arn.clone(),
            version: function.version(),
            account: cx.account.to_string(),
            region: cx.region.to_string(),
            runtime: settings.runtime.clone(),
            handler: settings.handler.clone(),
            code_dir: self.unpacked(&function.code).await?,
            environment: settings.environment.clone(),
            memory_mb: settings.memory_mb,
            timeout: Duration::from_secs(u64::from(settings.timeout_seconds)),
            ephemeral_storage_mb: settings.ephemeral_mb,
            endpoint_url: self.config.endpoint_url.clone(),
            log_format: match settings.json_logs {
                true => ::functions::LogFormat::Json,
                false => ::functions::LogFormat::Text,
            },
            logs: self.log_writer.sink(role.clone(), log_group.clone()),
            log_group,
            credentials: role,
        })
    }
}
