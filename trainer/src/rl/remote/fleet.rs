//! The servers: who is there, who is free, who is asked again.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use anyhow::{Result, bail};
use serde_json::Value;

use super::patience::{Answer, patiently};
use super::request::{Ask, Finish, Stamp, Written};
use super::transport::{Reply, Transport};
use super::{sglang, vllm};
use crate::flywheel::teacher::Clock;
use crate::flywheel::transport::Limits;

/// Environment variable with the key that servers want, if they want one.
const KEY: &str = "VTHINKER_ROLLOUTS_KEY";
const LIMITS: Limits = Limits {
    connect: Some(Duration::from_secs(10)),
    // A long text on a busy server, or the loading of weights.
    whole: Duration::from_secs(15 * 60),
    // The head comes when the text is written.
    body: Some(Duration::from_secs(60)),
    // One token is some forty bytes.
    bytes: 64 << 20,
};

/// Which program a server runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Sglang,
    Vllm,
}

/// Where to ask, whose answer it would be, and whether it is.
type Sign = (&'static str, Dialect, fn(&Value) -> bool);
const KNOWN: [Sign; 3] = [
    (sglang::INFO[0], Dialect::Sglang, sglang::is_info),
    (sglang::INFO[1], Dialect::Sglang, sglang::is_info),
    (vllm::INFO, Dialect::Vllm, vllm::is_info),
];

/// A server and what is known of it.
pub(super) struct Server {
    pub(super) transport: Transport,
    dialect: OnceLock<Dialect>,
    alive: AtomicBool,
    in_flight: AtomicUsize,
    answers: AtomicUsize,
    /// The weights pushed last, for servers that stamp nothing.
    pub(super) pushed: Mutex<Option<u64>>,
    /// Why it is left out.
    fault: Mutex<String>,
}

/// The servers of a run, shared by all conversations.
pub struct Fleet {
    pub(super) servers: Vec<Server>,
    clock: Arc<dyn Clock>,
}

impl Fleet {
    /// Servers at these addresses; nothing is sent yet.
    ///
    /// # Errors
    /// If one is no address.
    pub fn new(urls: &[String], clock: Arc<dyn Clock>) -> Result<Self> {
        let server = |url: &String| {
            Ok(Server {
                transport: Transport::new("rollouts", url, KEY, LIMITS)?,
                dialect: OnceLock::new(),
                alive: AtomicBool::new(true),
                in_flight: AtomicUsize::new(0),
                answers: AtomicUsize::new(0),
                pushed: Mutex::new(None),
                fault: Mutex::new(String::new()),
            })
        };
        Ok(Self { servers: urls.iter().map(server).collect::<Result<_>>()?, clock })
    }

    /// Addresses of the servers that are not left out.
    pub fn alive(&self) -> Vec<&str> {
        self.servers.iter().filter(|s| s.is_alive()).map(|s| s.transport.base()).collect()
    }

    /// The address of a server.
    pub(super) fn address(&self, place: usize) -> &str {
        self.servers[place].transport.base()
    }

    /// Fails if no server is left, saying why each is not.
    pub(super) fn ensure_alive(&self) -> Result<()> {
        if self.servers.iter().any(Server::is_alive) {
            return Ok(());
        }
        let why = |s: &Server| format!("{}: {}", s.transport.base(), lock(&s.fault));
        let why: Vec<String> = self.servers.iter().map(why).collect();
        bail!("no rollout server is left ({})", why.join("; "))
    }

    /// Has the request written by the server that wrote `last`, if it is there, or else by the least busy one; says
    /// by which.
    pub(super) fn generate(&self, last: Option<usize>, ask: &Ask) -> Result<(usize, Written)> {
        let mut tried = vec![false; self.servers.len()];
        let mut why = String::new();
        while let Some(place) = self.choose(last, &tried) {
            let server = &self.servers[place];
            let before = server.answers.load(Ordering::Relaxed);
            let _busy = server.busy();
            match self.patiently(server, |server| server.generate(ask))? {
                Ok(written) => return Ok((place, written)),
                Err(fault) => {
                    // If others were answered meanwhile, the fault is the request's.
                    if server.answers.load(Ordering::Relaxed) == before {
                        server.leave_out(&fault);
                    }
                    why = format!("{}: {fault}", server.transport.base());
                }
            }
            tried[place] = true;
        }
        self.ensure_alive()?;
        bail!("no rollout server wrote an answer to a request; the last: {why}")
    }

    fn choose(&self, last: Option<usize>, tried: &[bool]) -> Option<usize> {
        let free = |place: &usize| !tried[*place] && self.servers[*place].is_alive();
        last.filter(free).or_else(|| {
            let places = (0..self.servers.len()).filter(free);
            places.min_by_key(|place| self.servers[*place].in_flight.load(Ordering::Relaxed))
        })
    }

    /// Asks until there is an answer or the tries are used up.
    ///
    /// The outer error is one that ends the run: a refusal.
    pub(super) fn patiently<T>(
        &self,
        server: &Server,
        ask: impl Fn(&Server) -> Answer<T>,
    ) -> Result<Result<T, String>> {
        let who = ("rollout server", server.transport.base());
        let answer = patiently(&*self.clock, who, || server.is_alive(), || ask(server))?;
        if answer.is_ok() {
            server.answers.fetch_add(1, Ordering::Relaxed);
        }
        Ok(answer)
    }
}

impl Server {
    pub(super) fn is_alive(&self) -> bool {
        self.alive.load(Ordering::Relaxed)
    }

    /// Takes it back in.
    pub(super) fn take_in(&self) {
        if !self.alive.swap(true, Ordering::Relaxed) {
            eprintln!("rollout server {} is back", self.transport.base());
        }
    }

    /// Leaves it out until weights are pushed again.
    pub(super) fn leave_out(&self, why: &str) {
        why.clone_into(&mut lock(&self.fault));
        if self.alive.swap(false, Ordering::Relaxed) {
            eprintln!("rollout server {} is left out: {why}", self.transport.base());
        }
    }

    fn busy(&self) -> impl Drop + '_ {
        struct Busy<'a>(&'a AtomicUsize);
        impl Drop for Busy<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::Relaxed);
            }
        }
        self.in_flight.fetch_add(1, Ordering::Relaxed);
        Busy(&self.in_flight)
    }

    /// Which program it runs, asked once.
    pub(super) fn dialect(&self) -> Answer<Dialect> {
        if let Some(dialect) = self.dialect.get() {
            return Answer::Done(*dialect);
        }
        let mut what = String::new();
        for (path, dialect, is) in KNOWN {
            match self.transport.get(path) {
                Reply::Body(body) if is(&body) => return Answer::Done(*self.dialect.get_or_init(|| dialect)),
                Reply::Body(_) => what = format!("{path} answers what neither SGLang nor vLLM would"),
                Reply::Again { wait, what } => return Answer::Again { wait, what },
                Reply::Refused(why) => what = format!("{path}: {why}"),
            }
        }
        Answer::Refused(format!("it is neither SGLang nor vLLM ({what})"))
    }

    fn generate(&self, ask: &Ask) -> Answer<Written> {
        let dialect = match self.dialect() {
            Answer::Done(dialect) => dialect,
            Answer::Again { wait, what } => return Answer::Again { wait, what },
            Answer::Refused(what) => return Answer::Refused(what),
        };
        let reply = match dialect {
            Dialect::Sglang => self.transport.post(sglang::GENERATE, &sglang::body(ask), true),
            Dialect::Vllm => self.transport.post(vllm::GENERATE, &vllm::body(ask), true),
        };
        let body = match reply {
            Reply::Body(body) => body,
            Reply::Again { wait, what } => return Answer::Again { wait, what },
            Reply::Refused(what) => return Answer::Refused(what),
        };
        let written = match dialect {
            Dialect::Sglang => sglang::read(body),
            Dialect::Vllm => vllm::read(body),
        };
        let again = |what| Answer::Again { wait: None, what };
        match written {
            Ok(written) if written.finish == Finish::Aborted => again("it gave the request up".to_owned()),
            Ok(written) if written.tokens.is_empty() => again("it wrote no token".to_owned()),
            Ok(mut written) => {
                if let (Stamp::Unstamped, Some(version)) = (written.version, *lock(&self.pushed)) {
                    written.version = Stamp::Step(version);
                }
                Answer::Done(written)
            }
            Err(error) => again(format!("{error:#}")),
        }
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
