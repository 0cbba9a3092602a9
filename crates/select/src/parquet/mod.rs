//! Files of Parquet: records whose parts lie in columns, page by page. Only the columns that a query
//! names are read, and of each only a page is held.

mod column;
mod encoding;
mod pack;
mod schema;
mod thrift;

use crate::ast::{Path, Root, Select};
use crate::refusal::{Refusal, Result};
use crate::value::Value;
use column::{Cell, Chunk, Column, Filled};
use schema::{Kind, Node, Times};
use std::ops::Range;

/// The longest page, unpacked.
const MAX_PAGE: usize = 64 << 20;
/// The longest metadata of a file.
const MAX_FOOTER: u64 = 8 << 20;
/// More rows a group does not have.
const MAX_ROWS: u64 = 1 << 40;
const MAGIC: &[u8] = b"PAR1";

pub(crate) fn bad() -> Refusal {
    let message = "An error occurred while parsing the Parquet file. Check the file and try again.";
    Refusal::new("ParquetParsingError", message)
}

fn too_large() -> Refusal {
    let message = "The Parquet file is above the max row group size.";
    Refusal::new("OverMaxParquetBlockSize", message)
}

/// What a file's reader wants or has.
pub(crate) enum Step {
    /// These bytes of the file.
    Read(Range<u64>),
    Row(Value),
    End,
}

/// Reads a file's records.
pub(crate) struct Parquet {
    size: u64,
    range: Range<u64>,
    stage: Stage,
    fed: Option<Vec<u8>>,
    schema: Vec<Node>,
    groups: std::vec::IntoIter<Group>,
    columns: Vec<Column>,
    /// Records of this group that are left.
    left: u64,
    /// The columns whose cells of this record are there, and whether the next one's are begun.
    filled: usize,
    is_begun: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Tail,
    Footer,
    Rows,
}

/// A group of rows.
struct Group {
    rows: u64,
    chunks: Vec<Chunk>,
}

impl Parquet {
    /// A file of so many bytes, of which the groups count that begin in a range.
    pub(crate) fn new(size: u64, range: Range<u64>) -> Result<Self> {
        if size < 12 {
            return Err(bad());
        }
        Ok(Self {
            size,
            range,
            stage: Stage::Tail,
            fed: None,
            schema: Vec::new(),
            groups: Vec::new().into_iter(),
            columns: Vec::new(),
            left: 0,
            filled: 0,
            is_begun: false,
        })
    }

    /// What was wanted.
    pub(crate) fn feed(&mut self, piece: Vec<u8>) {
        match self.columns.get_mut(self.filled) {
            Some(column) if self.stage == Stage::Rows => column.feed(&piece),
            _ => self.fed = Some(piece),
        }
    }

    /// The names of the columns, as soon as they are known.
    pub(crate) fn names(&mut self) -> Result<Option<Vec<String>>> {
        if self.stage == Stage::Footer
            && let Some(footer) = self.fed.take()
        {
            self.read_footer(&footer)?;
            self.stage = Stage::Rows;
        }
        let is_known = self.stage == Stage::Rows;
        Ok(is_known.then(|| self.schema.iter().map(|node| node.name.clone()).collect()))
    }

    fn read_footer(&mut self, footer: &[u8]) -> Result<()> {
        let (metadata, _) = thrift::read(footer).map_err(|_| bad())?;
        self.schema = schema::read(metadata.list(2))?;
        let mut groups = Vec::new();
        for group in metadata.list(4) {
            let chunks = group.list(1).iter().map(|chunk| Chunk::read(chunk, self.size));
            let chunks: Vec<_> = chunks.collect::<Option<_>>().ok_or_else(bad)?;
            let begin = chunks.iter().map(|chunk| chunk.bytes.start).min().unwrap_or(0);
            if self.range.contains(&begin) {
                let rows = group.size(3).filter(|rows| *rows <= MAX_ROWS).ok_or_else(bad)?;
                groups.push(Group { rows, chunks });
            }
        }
        self.groups = groups.into_iter();
        Ok(())
    }

    /// Leaves out the columns that a query does not name.
    pub(crate) fn project(&mut self, select: &mut Select) {
        let mut names = Vec::new();
        let mut visit = |path: &mut Path| {
            if let Root::Member(name) = &path.root {
                names.push(name.text.clone());
            }
            Ok::<_, ()>(())
        };
        let is_all = select.list.is_none();
        let listed = select.list.iter_mut().flatten().map(|(expr, _)| expr);
        let aggregated = select.aggregates.iter_mut().filter_map(|(_, of)| of.as_mut());
        for expr in listed.chain(aggregated).chain(&mut select.filter) {
            // The visitor has no errors.
            let _ = expr.visit_paths(&mut visit);
        }
        if !is_all {
            self.schema.retain(|node| names.contains(&node.name));
        }
    }

    /// The next record, or what must be read first.
    pub(crate) fn next(&mut self) -> Result<Step> {
        match self.stage {
            Stage::Tail => match self.fed.take() {
                None => return Ok(Step::Read(self.size - 8..self.size)),
                Some(tail) => {
                    let (Some(length), Some(MAGIC)) = (tail.first_chunk(), tail.get(4..8)) else {
                        return Err(bad());
                    };
                    let length = u64::from(u32::from_le_bytes(*length));
                    if length > MAX_FOOTER {
                        return Err(too_large());
                    }
                    let end = self.size - 8;
                    let start = end.checked_sub(length).ok_or_else(bad)?;
                    self.stage = Stage::Footer;
                    return Ok(Step::Read(start..end));
                }
            },
            Stage::Footer => return Err(bad()),
            Stage::Rows => {}
        }
        while self.left == 0 {
            let Some(group) = self.groups.next() else { return Ok(Step::End) };
            self.columns.clear();
            for node in &self.schema {
                open(node, &group.chunks, &mut self.columns)?;
            }
            self.left = group.rows;
        }
        while let Some(column) = self.columns.get_mut(self.filled) {
            match column.fill(self.is_begun)? {
                Filled::Needs(range) => {
                    self.is_begun = true;
                    return Ok(Step::Read(range));
                }
                Filled::Whole => {
                    self.is_begun = false;
                    self.filled += 1;
                }
            }
        }
        self.filled = 0;
        self.left -= 1;
        let mut cells: Vec<&[Cell]> = self.columns.iter().map(|it| &it.record[..]).collect();
        let mut rest = &mut cells[..];
        let mut members = Vec::with_capacity(self.schema.len());
        for node in &self.schema {
            let (of_node, others) = rest.split_at_mut(leaves(node));
            members.push((node.name.clone(), assemble(node, of_node)?));
            rest = others;
        }
        Ok(Step::Row(Value::Struct(members)))
    }
}

/// Opens the columns of a node, in the order of its leaves.
fn open(node: &Node, chunks: &[Chunk], columns: &mut Vec<Column>) -> Result<()> {
    match &node.kind {
        Kind::Leaf(leaf) => {
            let chunk = chunks.get(leaf.number).ok_or_else(bad)?;
            columns.push(Column::new(leaf, (node.definition, node.repetition), chunk)?);
            Ok(())
        }
        Kind::Group(nodes) | Kind::List(nodes) | Kind::Map(nodes) => {
            nodes.iter().try_for_each(|node| open(node, chunks, columns))
        }
    }
}

fn leaves(node: &Node) -> usize {
    match &node.kind {
        Kind::Leaf(_) => 1,
        Kind::Group(nodes) | Kind::List(nodes) | Kind::Map(nodes) => nodes.iter().map(leaves).sum(),
    }
}

/// What the cells of a node's leaves make up.
fn assemble(node: &Node, cells: &mut [&[Cell]]) -> Result<Value> {
    let first = cells.first().and_then(|it| it.first()).ok_or_else(bad)?;
    if node.times == Times::Often {
        if first.definition < node.definition {
            return Ok(Value::List(Vec::new()));
        }
        let mut items = Vec::new();
        // An item ends where the next one begins, in all leaves.
        while cells.iter().any(|it| !it.is_empty()) {
            let mut of_item = Vec::with_capacity(cells.len());
            for leaf in cells.iter_mut() {
                let begins = |cell: &Cell| cell.repetition <= node.repetition;
                let end = leaf.iter().skip(1).position(begins).map_or(leaf.len(), |at| at + 1);
                let (item, rest) = leaf.split_at(end.min(leaf.len()));
                of_item.push(item);
                *leaf = rest;
            }
            items.push(inner(node, &mut of_item)?);
        }
        return Ok(Value::List(items));
    }
    if first.definition < node.definition {
        return Ok(Value::Null);
    }
    inner(node, cells)
}

/// The same of a node that is there, once.
fn inner(node: &Node, cells: &mut [&[Cell]]) -> Result<Value> {
    match &node.kind {
        Kind::Leaf(_) => {
            let cell = cells.first().and_then(|it| it.first()).ok_or_else(bad)?;
            cell.value.clone().ok_or_else(bad)
        }
        Kind::Group(nodes) => {
            let (mut members, mut rest) = (Vec::with_capacity(nodes.len()), cells);
            for node in nodes {
                let (of_node, others) = rest.split_at_mut(leaves(node));
                members.push((node.name.clone(), assemble(node, of_node)?));
                rest = others;
            }
            Ok(Value::Struct(members))
        }
        Kind::List(nodes) => {
            let only = nodes.first().ok_or_else(bad)?;
            let Value::List(items) = assemble(only, cells)? else { return Err(bad()) };
            // In the usual form an item lies in a group of its own.
            let is_wrapped = matches!(&only.kind, Kind::Group(inner) if inner.len() == 1)
                && only.name != "array"
                && !only.name.ends_with("_tuple");
            let unwrap = |item| match item {
                Value::Struct(mut members) if is_wrapped => {
                    members.pop().map_or(Value::Null, |(_, value)| value)
                }
                item => item,
            };
            Ok(Value::List(items.into_iter().map(unwrap).collect()))
        }
        Kind::Map(nodes) => {
            let only = nodes.first().ok_or_else(bad)?;
            let Value::List(entries) = assemble(only, cells)? else { return Err(bad()) };
            let entry = |entry| match entry {
                Value::Struct(members) => {
                    let mut members = members.into_iter().map(|(_, value)| value);
                    let key = members.next().map(|key| key.to_text()).unwrap_or_default();
                    (key, members.next().unwrap_or(Value::Null))
                }
                key => (key.to_text(), Value::Null),
            };
            Ok(Value::Struct(entries.into_iter().map(entry).collect()))
        }
    }
}

#[cfg(test)]
mod tests;
