//! Who may do what.

use crate::policy::{Decision, Document, Keys, Request, decide};
use crate::{Arn, BoxFuture, Context, Error, Principal, Result, Served};
use shapes::{OperationSchema, Shape};
use std::any::Any;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// What an operation needs leave for: actions, each on a resource, as AWS's Service Authorization
/// Reference ("API operations", "Actions" and "Resource types" of each service) names them. Where
/// AWS's own refusals name a resource more exactly than that, they are followed.
#[derive(Clone, Debug, Default)]
pub struct Asks {
    /// Nearly every operation asks for one thing.
    first: Option<Ask>,
    more: Vec<Ask>,
}

/// An action, where it is not the operation's own, and the resource.
type Ask = (Option<&'static str>, String);

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
    pub fn on(resource: impl Into<String>) -> Self {
        Self { first: Some((None, resource.into())), more: Vec::new() }
    }

    /// An action that has another name than the operation.
    pub fn action(name: &'static str, resource: impl Into<String>) -> Self {
        Self { first: Some((Some(name), resource.into())), more: Vec::new() }
    }

    /// And another one.
    pub fn and(mut self, name: &'static str, resource: impl Into<String>) -> Self {
        let ask = (Some(name), resource.into());
        match self.first {
            None => self.first = Some(ask),
            Some(_) => self.more.push(ask),
        }
        self
    }

    /// And another one where the input gives what needs it, such as tags.
    pub fn and_where(self, given: bool, name: &'static str, resource: impl Into<String>) -> Self {
        if given { self.and(name, resource) } else { self }
    }

    /// Each action and its resource, for an operation whose own action is this.
    pub fn each<'a>(&'a self, own: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let all = self.first.iter().chain(&self.more);
        all.map(move |(name, on)| (name.unwrap_or(own), on.as_str()))
    }
}

/// What a service has read of the resource that a call is about.
pub struct Known {
    /// The account that the resource belongs to.
    pub account: Arc<str>,
    /// Its record, which the operation finds in its context ([`Context::known`]).
    pub record: Arc<dyn Any + Send + Sync>,
}

/// Condition keys, each with its value.
pub type Told = Vec<(String, String)>;

/// One thing that a call asks leave for.
pub struct Wish<'a> {
    /// The surroundings of the call, in the account that its caller means.
    pub context: &'a Context,
    /// Such as `s3:GetObject`.
    pub action: &'a str,
    /// The ARN of what it is done with, or `*`.
    pub resource: &'a str,
    /// The call's input.
    pub input: &'a dyn Shape,
    /// The account in which the call is to be carried out.
    pub account: &'a str,
    /// Whether that is the caller's own.
    pub is_own: bool,
}

/// The policies that hang on a service's resources, such as a queue's.
pub trait Policies: Send + Sync + 'static {
    /// The policy that hangs on a resource. `context.account` is the resource's own; the caller may
    /// be of another. A resource that does not exist has none, or is told of by an error, which
    /// then is the answer.
    fn of<'a>(
        &'a self,
        context: &'a Context,
        resource: &'a Arn<'a>,
    ) -> BoxFuture<'a, Result<Option<Arc<Document>>>>;

    /// Reads the first resource that a call is about, where no ARN tells whose it is: a bucket's does
    /// not. `None` where ARNs tell, and within where there is no such resource.
    fn look<'a>(
        &'a self,
        _context: &'a Context,
        _action: &'a str,
        _resource: &'a str,
    ) -> Option<BoxFuture<'a, Result<Option<Known>>>> {
        None
    }

    /// Whether nothing that hangs here can say anything of this call by the account that it is made
    /// in, so that nobody needs to know what it is about. `false` costs no more than a look.
    fn are_silent(&self, _input: &dyn Shape) -> bool {
        false
    }

    /// What this call tells conditions beyond [`Keys::of`], such as `sns:Protocol`.
    fn tell(&self, _context: &Context, _input: &dyn Shape, _keys: &mut Keys) {}

    /// The same of what it wishes to do, where this policy asks for what must be looked up, such as an
    /// object's tags. `None` where it does not, which costs nothing.
    fn tell_of<'a>(
        &'a self,
        _wish: &'a Wish<'a>,
        _policy: &'a Document,
    ) -> Option<BoxFuture<'a, Result<Told>>> {
        None
    }

    /// What comes of a wish when more is asked than policies, such as access control lists, and policies
    /// have said this. `None` where nothing more is asked.
    fn weigh<'a>(
        &'a self,
        _wish: &'a Wish<'a>,
        _said: Decision,
    ) -> Option<BoxFuture<'a, Result<Decision>>> {
        None
    }

    /// How it is said that a wish is refused, where not as everywhere. `why` is what follows the
    /// resource in other services' sentence.
    fn refusal(&self, _wish: &Wish<'_>, _why: &str) -> Option<Error> {
        None
    }

    /// Whether an action is its account's own, whatever a policy allows to others.
    fn is_owners(&self, _action: &str) -> bool {
        false
    }

    /// Whether an action cannot be denied to the account's root, so that it is never shut out.
    fn is_roots(&self, _action: &str) -> bool {
        false
    }

    /// Whether another service needs their leave within its own account. Where it does not, it acts on
    /// AWS by a role of that account.
    fn bind_services(&self) -> bool {
        true
    }

    /// Whether they can deny. Where they only allow, the resource's own account is let through
    /// without a look.
    fn can_deny(&self) -> bool {
        true
    }
}

/// Decides whether the caller may, and gives the surroundings to carry the call out in. Every call
/// passes here, and only here is it decided:
///
/// - An account's owner, its users, whoever plays one of its roles, and the services themselves may do
///   all that is asked for in it, and everybody what asks for nothing.
/// - A policy that hangs on a resource ([`Policies`]) may deny it to any of them, and may allow it to
///   callers of other accounts; the call is then carried out in the resource's account.
///
/// # Errors
/// `AccessDenied`, as the service's protocol spells it, and what [`Policies::of`] says.
pub(crate) async fn authorize(
    context: Context,
    served: &Served,
    input: &dyn Shape,
) -> Result<Context> {
    let caller = match &*context.principal {
        Principal::Service { .. } => &*context.account,
        Principal::Anonymous => "",
        Principal::Root { account }
        | Principal::User { account, .. }
        | Principal::AssumedRole { account, .. } => account,
    };
    let is_of_account = *caller == *context.account;
    let Some(policies) = served.policies() else {
        if is_of_account {
            return Ok(context);
        }
        return match served.asks(&context, input).each(&served.action).next() {
            Some((action, resource)) => Err(denied(&context, served.schema, action, resource, "")),
            None => Ok(context),
        };
    };
    if is_of_account && policies.are_silent(input) {
        return Ok(context.knowing(None));
    }
    let asks = served.asks(&context, input);
    let (context, elsewhere) = place(policies, context, asks.each(&served.action).next()).await?;
    let there = elsewhere.as_ref().unwrap_or(&context);
    let is_own = is_of_account && elsewhere.is_none();
    let needs_leave =
        is_own && policies.bind_services() && is_another_service(&context, served.schema);
    if is_own && !needs_leave && !policies.can_deny() {
        return Ok(context);
    }
    let is_root = matches!(&*context.principal, Principal::Root { .. });
    let (account, mut keys) = (&*there.account, None);
    for (action, resource) in asks.each(&served.action) {
        let wish = Wish { context: &context, action, resource, input, account, is_own };
        let refused = |why: &str| {
            let own_words = policies.refusal(&wish, why);
            own_words.unwrap_or_else(|| denied(&context, served.schema, action, resource, why))
        };
        match judge(policies, there, &wish, &mut keys).await? {
            Decision::Allow if !is_own && policies.is_owners(action) => return Err(refused("")),
            Decision::Allow => {}
            Decision::Nothing if needs_leave => warn_once(&context, action, resource),
            Decision::Nothing if is_own => {}
            Decision::Nothing => {
                let why = format!(" because no resource-based policy allows the {action} action");
                return Err(refused(&why));
            }
            Decision::Deny if is_own && is_root && policies.is_roots(action) => {}
            Decision::Deny => {
                return Err(refused(" with an explicit deny in a resource-based policy"));
            }
        }
    }
    Ok(elsewhere.unwrap_or(context))
}

/// What comes of a wish. Most resources have no policy, and then nobody asks for `keys`.
async fn judge(
    policies: &dyn Policies,
    there: &Context,
    wish: &Wish<'_>,
    keys: &mut Option<Keys>,
) -> Result<Decision> {
    let said = match policy(policies, there, wish.resource).await? {
        Said::Nothing => Decision::Nothing,
        Said::No => Decision::Deny,
        Said::This(policy) => {
            let keys = keys.get_or_insert_with(|| {
                let mut keys = Keys::of(wish.context);
                policies.tell(wish.context, wish.input, &mut keys);
                keys
            });
            say(policies, wish, &policy, keys).await?
        }
    };
    match policies.weigh(wish, said) {
        Some(weighed) => weighed.await,
        None => Ok(said),
    }
}

/// What a policy says of a wish, for what its conditions ask.
async fn say(
    policies: &dyn Policies,
    wish: &Wish<'_>,
    policy: &Document,
    keys: &Keys,
) -> Result<Decision> {
    let (principal, action, resource) = (&*wish.context.principal, wish.action, wish.resource);
    let Some(more) = policies.tell_of(wish, policy) else {
        return Ok(decide([policy], &Request { principal, action, resource, keys }));
    };
    let mut keys = keys.clone();
    for (name, value) in more.await? {
        keys.set(&name, value);
    }
    Ok(decide([policy], &Request { principal, action, resource, keys: &keys }))
}

/// The caller's surroundings, with what was read of the resource that the call is about first; and
/// those to carry the call out in, where the resource is of another account. Every call passes here
/// and nearly none needs the second, so nothing is copied without it.
async fn place(
    policies: &dyn Policies,
    context: Context,
    first: Option<(&str, &str)>,
) -> Result<(Context, Option<Context>)> {
    let (action, resource) = first.unwrap_or(("", ""));
    // What was known of a call in which this one is made is of another resource.
    let context = context.knowing(None);
    let (account, known) = match policies.look(&context, action, resource) {
        None => (owner(&context, resource), None),
        Some(look) => match look.await? {
            Some(known) if known.account != context.account => {
                (Some(known.account.clone()), Some(known))
            }
            known => (None, known),
        },
    };
    Ok(match account {
        None => (context.knowing(known), None),
        Some(account) => {
            let mut there = context.clone().knowing(known);
            there.account = account;
            (context, Some(there))
        }
    })
}

/// Whose a resource is, where its ARN names another account than the one that the caller means.
fn owner(context: &Context, resource: &str) -> Option<Arc<str>> {
    let account = Arn::parse(resource)?.account;
    (!account.is_empty() && *account != *context.account).then(|| account.into())
}

/// What there is that says something of a resource.
enum Said {
    /// Its policy.
    This(Arc<Document>),
    /// Nothing.
    Nothing,
    /// It belongs to a third account.
    No,
}

/// The policy on a resource; on nothing, there is none.
async fn policy(policies: &dyn Policies, there: &Context, resource: &str) -> Result<Said> {
    let Some(arn) = Arn::parse(resource) else { return Ok(Said::Nothing) };
    if !arn.account.is_empty() && *arn.account != *there.account {
        return Ok(Said::No);
    }
    Ok(policies.of(there, &arn).await?.map_or(Said::Nothing, Said::This))
}

/// Whether the caller is a service that asks another one.
fn is_another_service(context: &Context, schema: &'static OperationSchema) -> bool {
    let Principal::Service { name } = &*context.principal else { return false };
    name.split('.').next() != Some(schema.service.id)
}

/// Tells the operator of what works here and would not on AWS, once.
fn warn_once(context: &Context, action: &str, resource: &str) {
    static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    const MOST: usize = 1000;
    let caller = context.caller_arn();
    let what = format!("{caller} {action} {resource}");
    let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    if told.len() < MOST && told.insert(what) {
        tracing::warn!(
            caller,
            action,
            resource,
            "done, though no policy of the resource allows it: AWS would refuse"
        );
    }
}

fn denied(
    context: &Context,
    schema: &'static OperationSchema,
    action: &str,
    resource: &str,
    why: &str,
) -> Error {
    let message = format!(
        "User: {} is not authorized to perform: {action} on resource: {resource}{why}",
        context.caller_arn()
    );
    Error::new(&schema.service.dialect.access_denied, message)
}
