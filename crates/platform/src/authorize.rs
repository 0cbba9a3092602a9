//! Who may do what.

use crate::{Context, Error, Principal, Result};
use shapes::OperationSchema;

/// What an operation needs leave for: actions, each on a resource, as AWS's Service Authorization
/// Reference ("API operations", "Actions" and "Resource types" of each service) names them. Where
/// AWS's own refusals name a resource more exactly than that, they are followed.
#[derive(Clone, Debug, Default)]
pub struct Asks(Vec<(Option<&'static str>, String)>);

impl Asks {
    /// Its own action on whatever there is: what operations without a resource ask for.
    pub fn anything() -> Self {
        Self::on("*")
    }

    /// No leave at all: everybody may.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Its own action on a resource.
    pub fn on(resource: impl ToString) -> Self {
        Self(vec![(None, resource.to_string())])
    }

    /// An action that has another name than the operation.
    pub fn action(name: &'static str, resource: impl ToString) -> Self {
        Self(vec![(Some(name), resource.to_string())])
    }

    /// And another one.
    pub fn and(mut self, name: &'static str, resource: impl ToString) -> Self {
        self.0.push((Some(name), resource.to_string()));
        self
    }

    /// And another one where the input gives what needs it, such as tags.
    pub fn and_where(self, given: bool, name: &'static str, resource: impl ToString) -> Self {
        if given { self.and(name, resource) } else { self }
    }

    /// Each action and its resource, for the operation that asks.
    pub fn each(&self, schema: &OperationSchema) -> Vec<(String, &str)> {
        let own = || format!("{}:{}", schema.service.id, schema.name);
        let all = self.0.iter();
        all.map(|(name, on)| (name.map_or_else(own, str::to_owned), on.as_str())).collect()
    }
}

/// Decides whether the caller may. Every call passes here, and only here is it decided: an
/// account's owner, whoever plays one of its roles, and the services themselves may do all that
/// is asked for in it, and everybody what asks for nothing. `asks` is looked at only where it
/// matters, which so far is the refusal.
///
/// # Errors
/// `AccessDenied`, as the service's protocol spells it.
pub(crate) fn authorize(
    context: &Context,
    schema: &'static OperationSchema,
    asks: impl FnOnce() -> Asks,
) -> Result<()> {
    let is_of_account = match &*context.principal {
        Principal::Service { .. } => true,
        Principal::Root { account } | Principal::AssumedRole { account, .. } => {
            **account == *context.account
        }
    };
    if is_of_account {
        return Ok(());
    }
    match asks().each(schema).first() {
        Some((action, resource)) => Err(denied(context, schema, action, resource)),
        None => Ok(()),
    }
}

fn denied(
    context: &Context,
    schema: &'static OperationSchema,
    action: &str,
    resource: &str,
) -> Error {
    let message = format!(
        "User: {} is not authorized to perform: {action} on resource: {resource}",
        context.caller_arn()
    );
    Error::new(&schema.service.dialect.access_denied, message)
}
