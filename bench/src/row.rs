//! A figure: how it is measured, and held against its target and against the peers.

use crate::arguments::Arguments;
use crate::cluster::Cluster;
use crate::engines::Flush;
use crate::load::median;
use crate::page::{self, Line, Page};
use crate::peers::Programs;
use crate::server::{Kind, Server};
use crate::{Result, bare, growth, machine, rows};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

/// Work that is awaited on the thread that began it.
pub type Work<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + 'a>>;

/// Which way a figure should go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Better {
    More,
    Less,
}

/// A figure of a cluster or of its broker, and the number of the run.
type OfCluster = for<'a> fn(&'a Cluster<'a>, Kind, usize) -> Work<'a, f64>;

/// How a figure is taken.
pub enum Measure {
    /// Of a server that runs; the number of the run makes names unique.
    Served(for<'a> fn(&'a Server, usize) -> Work<'a, f64>),
    /// Of servers that it starts itself.
    Alone(for<'a> fn(&'a Programs, Kind) -> Work<'a, f64>),
    /// Of a cluster of one node that runs, and of its broker.
    Clustered(Flush, OfCluster),
}

/// A figure and what it should be.
pub struct Row {
    pub name: &'static str,
    pub what: &'static str,
    pub unit: &'static str,
    pub better: Better,
    pub target: f64,
    /// How many times better than ministack, or a cluster's Kafka, it should be.
    pub ratio: Option<f64>,
    /// The least share of what a bare HTTP server does.
    pub share: Option<f64>,
    pub peers: &'static [Kind],
    pub measure: Measure,
}

/// What a row came to: the medians of its runs.
#[derive(Default)]
pub struct Taken {
    pub figures: BTreeMap<Kind, f64>,
    /// Waterwheel's answers per answer of a bare HTTP server.
    pub share: Option<f64>,
}

impl Row {
    /// The same row with the share of bare HTTP that it should have.
    pub const fn share(mut self, share: f64) -> Self {
        self.share = Some(share);
        self
    }

    /// Whom its ratio is to.
    pub fn rival(&self) -> Kind {
        if self.peers.contains(&Kind::Kafka) { Kind::Kafka } else { Kind::Ministack }
    }

    /// How many times better `ours` is than `theirs`.
    pub fn times_better(&self, ours: f64, theirs: f64) -> f64 {
        match self.better {
            Better::More => ours / theirs,
            Better::Less => theirs / ours,
        }
    }

    pub fn meets(&self, figure: f64) -> bool {
        match self.better {
            Better::More => figure >= self.target,
            Better::Less => figure <= self.target,
        }
    }

    /// The medians of so many runs each. The runs take turns, so that what else the machine does
    /// falls on all alike. A peer that fails is left out; for Waterwheel it is an error.
    async fn take(&self, programs: &Programs, runs: usize) -> Result<Taken> {
        let peers = self.peers.iter().filter(|kind| programs.peers.contains(kind));
        let mut subjects = Vec::new();
        for kind in std::iter::once(&Kind::Waterwheel).chain(peers) {
            let server = match self.measure {
                Measure::Served(_) => Some(Server::start(*kind, programs).await?),
                Measure::Alone(_) | Measure::Clustered(..) => None,
            };
            subjects.push((*kind, server, Vec::new()));
        }
        let cluster = match self.measure {
            Measure::Clustered(flush, _) => Some(Cluster::warm(programs, flush).await?),
            _ => None,
        };
        let mut limit = Limit::default();
        for run in 0..runs {
            for (kind, server, figures) in &mut subjects {
                let figure = match (&self.measure, server.as_ref()) {
                    (Measure::Served(work), Some(server)) => work(server, run).await,
                    (Measure::Alone(work), _) => work(programs, *kind).await,
                    (Measure::Clustered(_, work), _) => match &cluster {
                        Some(cluster) => work(cluster, *kind, run).await,
                        None => continue,
                    },
                    _ => continue,
                };
                match figure {
                    Ok(figure) => {
                        figures.push(figure);
                        if let Some(server) = server.as_ref() {
                            limit.compare(server, programs).await?;
                        }
                    }
                    Err(error) if *kind == Kind::Waterwheel => return Err(error),
                    Err(error) => {
                        eprintln!("bench: {}: {}: {error}", self.name, kind.name());
                        *server = None;
                        figures.clear();
                    }
                }
            }
        }
        let whole = subjects.into_iter().filter(|(.., figures)| figures.len() == runs);
        let figures = whole.map(|(kind, _, figures)| (kind, median(figures))).collect();
        Ok(Taken { figures, share: limit.share() })
    }
}

/// What a bare HTTP server does in the same runs.
#[derive(Default)]
struct Limit {
    server: Option<Server>,
    shares: Vec<f64>,
}

impl Limit {
    /// Asks a bare server what Waterwheel was asked just now.
    async fn compare(&mut self, of: &Server, programs: &Programs) -> Result<()> {
        let Some(asked) = of.take_asked().filter(|_| of.kind == Kind::Waterwheel) else {
            return Ok(());
        };
        let bare = match self.server.take() {
            Some(server) => server,
            None => bare::start(programs, &asked).await?,
        };
        self.shares.push(asked.answers_per_second / bare::rate(&bare, &asked).await?);
        self.server = Some(bare);
        Ok(())
    }

    fn share(self) -> Option<f64> {
        if self.shares.is_empty() { None } else { Some(median(self.shares)) }
    }
}

/// Takes every figure that was asked for; whether all of them met their targets.
pub async fn measure(arguments: &Arguments) -> Result<bool> {
    let programs = Programs::find(arguments)?;
    let machine = machine::describe(&programs.scratch)?;
    println!("{machine}; {}", programs.versions());
    if machine::load_average() > 0.5 {
        println!("load average {}: other processes disturb", machine::load_average());
    }
    let mut page = Page::new(arguments, &machine, &programs.versions());
    let stamp = machine::Stamp::now();
    let mut met = true;
    println!("{}", page::HEAD);
    for row in rows::ALL.iter().filter(|row| arguments.wants(row.name)) {
        let taken = stamp.with_load();
        let line = match row.take(&programs, arguments.runs).await {
            Ok(figures) => Line::new(row, &figures, &taken),
            Err(error) => {
                eprintln!("bench: {}: {error}", row.name);
                met = false;
                continue;
            }
        };
        met &= line.met;
        println!("{}", line.text);
        page.lines.push(line);
    }
    for one in growth::ALL.iter().filter(|one| arguments.wants(one.name)) {
        match growth::take(one, &programs, &stamp).await {
            Ok(lines) => {
                lines.iter().for_each(|line| println!("{line}"));
                page.growth.extend(lines);
            }
            Err(error) => {
                eprintln!("bench: {}: {error}", one.name);
                met = false;
            }
        }
    }
    if arguments.write {
        page.write()?;
    }
    Ok(met)
}
