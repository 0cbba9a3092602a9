//! Statements, run one by one or as one transaction.

use super::ast::{Returning, Source, Statement};
use super::bind::Parameters;
use super::select::{self, Search};
use super::token::{Position, digest};
use super::{parse, write};
use crate::Dynamodb;
use crate::capacity::{Cost, Kind, Told};
use crate::errors::{CONDITION_FAILED, cancelled, invalid};
use crate::rows::{Key, check};
use crate::tables::Table;
use crate::tokens::Token;
use crate::transactions::{Part, count_all, reason, tell_all, unhurt};
use crate::value::{Item, item_size};
use crate::writes::{Done, Wish};
use platform::{Context, Error, Result};
use shapes::AttributeValue;
use shapes::dynamodb::errors::DUPLICATE_ITEM_EXCEPTION;
use shapes::dynamodb::{
    CancellationReason, ConsumedCapacity, ItemResponse, TransactionCanceledException,
};
use std::collections::BTreeMap;
use std::sync::Arc;

const DUPLICATE: &str = "Duplicate primary key exists in table";
const KEY_WANTED: &str = "must specify the primary key in the where clause.";

/// A statement that was read, with its parameters.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub statement: Statement,
    parameters: Parameters,
    /// Where a condition fails, the item is told.
    tells_failed: bool,
    /// What a token that goes on with it is good for.
    digest: [u8; 16],
}

/// What a statement answers.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// The items.
    pub items: Vec<Item>,
    /// Where it goes on.
    pub next: Option<String>,
    /// Behind which key.
    pub last: Option<Item>,
    /// What it has cost.
    pub cost: Option<ConsumedCapacity>,
}

/// How a statement is to be run.
#[derive(Debug, Default)]
pub(crate) struct How<'a> {
    /// `ConsistentRead`.
    pub consistent: Option<bool>,
    /// `Limit`.
    pub limit: Option<usize>,
    /// `NextToken`.
    pub token: Option<&'a str>,
    /// `ReturnConsumedCapacity`.
    pub told: Option<&'a str>,
    /// It is one of a batch, whose reads are of one item each.
    pub in_batch: bool,
}

impl Prepared {
    /// Reads a statement.
    ///
    /// # Errors
    /// It is none.
    pub fn new(
        text: &str,
        parameters: Option<Vec<AttributeValue>>,
        tells_failed: Option<&str>,
    ) -> Result<Self> {
        let (statement, wanted) = parse(text)?;
        let digest = digest(text, &parameters);
        let parameters = Parameters::new(parameters, wanted)?;
        let tells_failed = crate::writes::tells_failed(tells_failed);
        Ok(Self { statement, parameters, tells_failed, digest })
    }

    /// Whether it only reads.
    pub fn is_read(&self) -> bool {
        matches!(self.statement, Statement::Select(_))
    }

    /// Where it reads or writes.
    pub fn source(&self) -> &Source {
        self.statement.source()
    }

    fn returning(&self) -> Option<Returning> {
        match &self.statement {
            Statement::Update(it) => it.returning,
            Statement::Delete(it) => it.returning,
            _ => None,
        }
    }

    /// What it does with one item.
    fn wish(&self, table: &Table) -> Result<Wish> {
        let parameters = &self.parameters;
        let wish = match &self.statement {
            Statement::Insert(it) => write::insert(it, table, parameters)?,
            Statement::Update(it) => write::update(it, table, parameters)?,
            Statement::Delete(it) => write::delete(it, table, parameters)?,
            Statement::Exists(it) => write::check(it, table, parameters)?,
            Statement::Select(_) => return Err(invalid("Unsupported operation in transaction.")),
        };
        Ok(Wish { tells_failed: self.tells_failed, ..wish })
    }

    /// The key of the one item that a `SELECT` reads, and nothing but which it asks for.
    fn key(&self, table: &Table, what: &str) -> Result<Key> {
        let wanted = || invalid(format!("Select statements within {what} {KEY_WANTED}"));
        let Statement::Select(select) = &self.statement else { return Err(wanted()) };
        if let Some(condition) = &select.condition {
            // What cannot be asked at all is told first.
            self.parameters.condition(condition)?;
            super::keys::reads(&table.schema, condition, &self.parameters)?;
        }
        let target = write::target(table, select.condition.as_ref(), &self.parameters);
        let target = target.map_err(|_| wanted())?;
        if !target.rest.is_empty() || select.source.index.is_some() {
            return Err(wanted());
        }
        check::key(table, &target.key)
    }
}

/// Refuses what cannot be the name of a table.
fn check_name(name: &str) -> Result<()> {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte);
    match name.starts_with("arn:") || ((3..=255).contains(&name.len()) && name.bytes().all(is_name))
    {
        true => Ok(()),
        false => Err(invalid(
            "Table name should be within the length [3, 255] and only contain 'a-z', 'A-Z', '0-9', \
             '-', '_', '.'.",
        )),
    }
}

impl Dynamodb {
    /// Runs a statement by itself.
    ///
    /// # Errors
    /// What it says cannot be done.
    pub(crate) async fn run(
        &self,
        cx: &Context,
        prepared: &Prepared,
        how: &How<'_>,
    ) -> Result<Answer> {
        match &prepared.statement {
            Statement::Select(_) => self.select(cx, prepared, how).await,
            Statement::Exists(_) => {
                Err(invalid("EXISTS can only be used in ExecuteTransaction write requests."))
            }
            _ => self.write(cx, prepared, how).await,
        }
    }

    async fn select(&self, cx: &Context, prepared: &Prepared, how: &How<'_>) -> Result<Answer> {
        let Statement::Select(select) = &prepared.statement else { return Ok(Answer::default()) };
        check_name(&select.source.table)?;
        let table = self.table(cx, &select.source.table).await?;
        if how.in_batch {
            prepared.key(&table, "BatchExecuteStatement")?;
        }
        let search = Search::new(&table, select, &prepared.parameters, how.consistent)?;
        let from = match how.token {
            Some(token) => Position::read(token, prepared.digest)?,
            None => Position::default(),
        };
        let found = search.run(self, from, how.limit).await?;
        self.spend(&table, search.partition(), &found.cost)?;
        found.cost.count(cx, &table.name);
        let next = found.next.as_ref().map(|next| next.write(prepared.digest));
        Ok(Answer {
            items: found.items,
            next,
            last: found.next.and_then(|next| next.key),
            cost: found.cost.tell(Told::of(how.told), search.table_name()),
        })
    }

    async fn write(&self, cx: &Context, prepared: &Prepared, how: &How<'_>) -> Result<Answer> {
        let name = &prepared.source().table;
        check_name(name)?;
        let table = self.table(cx, name).await?;
        let wish = prepared.wish(&table)?;
        let done = self.fulfil(cx, name, &wish).await.map_err(|error| told_of(prepared, error))?;
        let cost = done.cost().tell(Told::of(how.told), name);
        let items = returned(prepared.returning(), done).into_iter().collect();
        Ok(Answer { items, cost, ..Answer::default() })
    }

    /// Runs statements as one transaction.
    ///
    /// # Errors
    /// It was cancelled, or what a statement says cannot be done in one.
    pub(crate) async fn run_all(
        &self,
        cx: &Context,
        all: &[Prepared],
        token: Option<Token>,
        told: Told,
    ) -> Result<(Option<Vec<ItemResponse>>, Option<Vec<ConsumedCapacity>>)> {
        let reads = all.iter().filter(|prepared| prepared.is_read()).count();
        if reads != 0 && reads != all.len() {
            return Err(invalid(
                "ExecuteTransaction API does not support both read and write operations in the same \
                 request.",
            ));
        }
        for (at, prepared) in all.iter().enumerate() {
            suits(prepared).map_err(|error| in_statement(at, error))?;
        }
        let tables = self.tables_of(cx, all).await?;
        match reads {
            0 => {
                let costs = self.state_all(cx, all, &tables, token).await?;
                Ok((None, tell_all(&costs, told)))
            }
            _ => self.select_all(cx, all, &tables, told).await,
        }
    }

    /// The tables of the statements.
    async fn tables_of(&self, cx: &Context, all: &[Prepared]) -> Result<Vec<Arc<Table>>> {
        let (mut tables, mut reasons) = (Vec::new(), Vec::new());
        for (at, prepared) in all.iter().enumerate() {
            let name = &prepared.source().table;
            check_name(name).map_err(|error| in_statement(at, error))?;
            match self.table(cx, name).await {
                Ok(table) => {
                    tables.push(table);
                    reasons.push(unhurt());
                }
                Err(error) if error.code() == "ResourceNotFoundException" => {
                    let code = Some("ResourceNotFound".to_owned());
                    let message = Some(error.message);
                    reasons.push(CancellationReason { code, message, item: None });
                }
                Err(error) => return Err(error),
            }
        }
        match tables.len() == all.len() {
            true => Ok(tables),
            false => Err(cancelled(reasons)),
        }
    }

    async fn state_all(
        &self,
        cx: &Context,
        all: &[Prepared],
        tables: &[Arc<Table>],
        token: Option<Token>,
    ) -> Result<BTreeMap<String, Cost>> {
        let (mut parts, mut reasons) = (Vec::new(), Vec::new());
        for (at, (prepared, table)) in all.iter().zip(tables).enumerate() {
            match prepared.wish(table) {
                Ok(wish) => {
                    parts.push(Part { table: prepared.source().table.clone(), wish });
                    reasons.push(unhurt());
                }
                Err(error) => reasons.push(of_key(at, error)?),
            }
        }
        if parts.len() != all.len() {
            return Err(cancelled(reasons));
        }
        let made = self.transact(cx, &parts, token).await;
        Ok(made.map_err(|error| duplicates(all, error))?.costs)
    }

    async fn select_all(
        &self,
        cx: &Context,
        all: &[Prepared],
        tables: &[Arc<Table>],
        told: Told,
    ) -> Result<(Option<Vec<ItemResponse>>, Option<Vec<ConsumedCapacity>>)> {
        let key = |(at, (prepared, table)): (usize, (&Prepared, &Arc<Table>))| {
            prepared.key(table, "ExecuteTransaction").map_err(|error| in_statement(at, error))
        };
        let keys: Vec<Key> = all.iter().zip(tables).enumerate().map(key).collect::<Result<_>>()?;
        let stored = self.stored_all(&keys).await?;
        let mut costs: BTreeMap<String, Cost> = BTreeMap::new();
        let mut responses = Vec::with_capacity(all.len());
        for (prepared, stored) in all.iter().zip(stored) {
            let item = stored.map(|(item, _)| item);
            let name = &prepared.source().table;
            let cost = costs.remove(name).unwrap_or_else(|| Cost::new(Kind::TransactRead));
            costs.insert(name.clone(), cost.item(item.as_ref().map_or(0, item_size)));
            let item = match (&prepared.statement, item) {
                (Statement::Select(select), Some(item)) => Some(select::pick(select, item)?),
                (_, item) => item,
            };
            responses.push(ItemResponse { item });
        }
        count_all(cx, &costs);
        Ok((Some(responses), tell_all(&costs, told)))
    }
}

/// Refuses what no transaction has.
fn suits(prepared: &Prepared) -> Result<()> {
    if prepared.returning().is_some() {
        return Err(invalid("RETURNING clause is not supported in ExecuteTransaction."));
    }
    if prepared.is_read() && prepared.source().index.is_some() {
        return Err(invalid("Reads on indices are not supported within transactions."));
    }
    Ok(())
}

/// What is wrong with the statement at this place of a transaction.
pub(crate) fn in_statement(at: usize, error: Error) -> Error {
    if error.code() != "ValidationException" {
        return error;
    }
    invalid(format!("Validation failed in TransactStatements[{at}]: {}", error.message))
}

/// Why a statement that does not name one item cancels its transaction.
fn of_key(at: usize, error: Error) -> Result<CancellationReason> {
    let names_none = ["Where clause does not", "Multiple conditions on"];
    if names_none.iter().any(|words| error.message.starts_with(words)) {
        return reason(check::not_in_schema());
    }
    match error.message.starts_with("Key attribute") {
        true => reason(error),
        false => Err(in_statement(at, error)),
    }
}

/// What an `INSERT` says where its condition does not hold: that there is such an item.
fn told_of(prepared: &Prepared, error: Error) -> Error {
    match &prepared.statement {
        Statement::Insert(_) if error.code() == CONDITION_FAILED => {
            Error::new(&DUPLICATE_ITEM_EXCEPTION, DUPLICATE)
        }
        _ => error,
    }
}

/// The same of the statements of a transaction.
fn duplicates(all: &[Prepared], error: Error) -> Error {
    let Some(detail) = error.detail::<TransactionCanceledException>() else { return error };
    let mut reasons = detail.cancellation_reasons.clone().unwrap_or_default();
    for (prepared, reason) in all.iter().zip(&mut reasons) {
        let failed = reason.code.as_deref() == Some("ConditionalCheckFailed");
        if failed && matches!(prepared.statement, Statement::Insert(_)) {
            reason.code = Some("DuplicateItem".to_owned());
            reason.message = Some(DUPLICATE.to_owned());
        }
    }
    cancelled(reasons)
}

/// What a write answers.
fn returned(returning: Option<Returning>, done: Done) -> Option<Item> {
    let Returning { modified, new } = returning?;
    match (modified, new) {
        (false, false) => done.before,
        (false, true) => done.after,
        (true, false) => done.applied.map(|it| it.old).filter(|item| !item.is_empty()),
        (true, true) => done.applied.map(|it| it.new).filter(|item| !item.is_empty()),
    }
}
