//! Many conversations with one model: each on a thread of its own, or decoded together.
//!
//! Together, every conversation still has a thread, which samples, looks for stop strings and runs the sandbox; only
//! the forward pass is shared. It begins when all conversations under way want their next logits, not when some do: so
//! which of them are computed together, and with it the last bit of every result, does not depend on how long a thread
//! took. On several cores there are several such companies, each with its own share of the conversations.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

use anyhow::{Context, Result, anyhow, ensure};
use vthinker_core::generate::{ContinuousBatch, Decoding, GenerateError, Session};
use vthinker_core::input::Patches;
use vthinker_core::model::Qwen25Vl;

use crate::backend::Backend;
use crate::rl::workers::in_order;

/// How many conversations are under way at a time, and whether they are decoded together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// As many as there are threads, each computing by itself.
    Apart(usize),
    /// This many, in the forward passes of so many threads.
    Together {
        /// Conversations under way, of all threads.
        rows: usize,
        /// Threads that compute.
        threads: usize,
    },
}

impl Pace {
    /// What a setting of conversations decoded together means: none leaves the choice to the backend, 0 and 1 mean
    /// apart on `threads` threads. A GPU computes all in one pass.
    pub fn of(batch: Option<usize>, backend: Backend, threads: usize) -> Self {
        match batch.unwrap_or(backend.rollout_batch()) {
            0 | 1 => Self::Apart(threads),
            rows => Self::Together { rows, threads: if backend == Backend::Cpu { threads } else { 1 } },
        }
    }
}

/// The results of `work` for the places `0..total`, in their order. `work` gets a conversation to decode with.
///
/// # Errors
/// The first failure of `work`.
pub fn converse<'m, T: Send>(
    model: &'m Qwen25Vl,
    total: usize,
    pace: Pace,
    work: impl Fn(usize, Voice<'m>) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let (rows, threads) = match pace {
        Pace::Apart(threads) => {
            return in_order(total, threads, |place| {
                work(place, Voice::Alone(Box::new(Session::new(model))))
            });
        }
        Pace::Together { rows, threads } => (rows, threads.clamp(1, total.max(1))),
    };
    // The first failure; no company begins another conversation after it.
    let failure: Mutex<Option<anyhow::Error>> = Mutex::new(None);
    let locked = || failure.lock().expect("no thread panics while holding it");
    let (work, locked) = (&work, &locked);
    // Each thread's company has every so manyth place.
    let company = |thread: usize| {
        let work = move |index: usize, voice: Voice<'m>| {
            ensure!(locked().is_none(), "another conversation failed");
            work(thread + index * threads, voice).map_err(|error| {
                let told = anyhow!("{error}");
                locked().get_or_insert(error);
                told
            })
        };
        together(model, (thread..total).step_by(threads).len(), rows.div_ceil(threads), work)
    };
    let companies: Vec<Result<Vec<T>>> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|thread| scope.spawn(move || company(thread))).collect();
        let first = company(0);
        let joined = others.into_iter().map(|other| other.join());
        let joined =
            joined.map(|heard| heard.unwrap_or_else(|_| Err(anyhow!("a thread that computes panicked"))));
        std::iter::once(first).chain(joined).collect()
    });
    if let Some(failure) = locked().take() {
        return Err(failure);
    }
    let companies = companies.into_iter().collect::<Result<Vec<_>>>()?;
    let mut shares: Vec<_> = companies.into_iter().map(Vec::into_iter).collect();
    Ok((0..total).filter_map(|place| shares[place % threads].next()).collect())
}

/// [`converse`] with at most `rows` conversations in one forward pass.
fn together<'m, T: Send>(
    model: &'m Qwen25Vl,
    total: usize,
    rows: usize,
    work: impl Fn(usize, Voice<'m>) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let rows = rows.clamp(1, total.max(1));
    let (desk, asked) = channel();
    std::thread::scope(|scope| {
        let work = &work;
        let talk = scope.spawn(move || {
            // The desk is closed when the last thread is done.
            in_order(total, rows, |place| {
                let seat = Seat::new(model, place, desk.clone());
                let result = work(place, Voice::Seated(seat));
                if result.is_err() {
                    desk.send(Asked::Failed).ok();
                }
                result
            })
        });
        let served = serve(model, total, rows, &asked);
        let results = talk.join().map_err(|_| anyhow!("a thread of the conversations panicked"))??;
        // Else conversations that could not be decoded would count as bad ones.
        served.context("decoding conversations together")?;
        Ok(results)
    })
}

/// What a thread tells the one that computes.
enum Asked<'m> {
    /// It wants logits.
    Logits(Waiting<'m>),
    /// Its conversation is over.
    Done,
    /// No conversation is begun any more.
    Failed,
}

/// A conversation that wants logits.
struct Waiting<'m> {
    place: usize,
    session: Box<Session<'m>>,
    reply: Sender<Reply<'m>>,
}

type Reply<'m> = (Box<Session<'m>>, Result<Vec<f32>, GenerateError>);

/// Computes until the desk is closed.
///
/// # Errors
/// If the model could not be run.
fn serve<'m>(
    model: &'m Qwen25Vl,
    total: usize,
    rows: usize,
    asked: &Receiver<Asked<'m>>,
) -> Result<(), GenerateError> {
    let mut outcome = Ok(());
    let mut batch = ContinuousBatch::new(model);
    let (mut waiting, mut left, mut fault): (Vec<Waiting<'m>>, _, Option<GenerateError>) =
        (vec![], total, None);
    while let Ok(message) = asked.recv() {
        match message {
            Asked::Logits(one) => waiting.push(one),
            Asked::Done => left -= 1,
            Asked::Failed => {
                fault.get_or_insert(GenerateError::Device("another conversation failed".to_owned()));
            }
        }
        if fault.is_none() && !waiting.is_empty() && waiting.len() == rows.min(left) {
            // In the order of places, whoever came first.
            waiting.sort_by_key(|one| one.place);
            let mut sessions: Vec<_> = waiting.iter_mut().map(|one| &mut *one.session).collect();
            match batch.next_logits_blocking(&mut sessions) {
                Ok(logits) => {
                    for (Waiting { session, reply, .. }, logits) in waiting.drain(..).zip(logits) {
                        reply.send((session, Ok(logits))).ok();
                    }
                }
                Err(error) => {
                    outcome = Err(error.clone());
                    fault = Some(error);
                }
            }
        }
        if let Some(fault) = &fault {
            for Waiting { session, reply, .. } in waiting.drain(..) {
                reply.send((session, Err(fault.clone()))).ok();
            }
        }
    }
    outcome
}

/// A conversation to decode with.
pub enum Voice<'m> {
    /// It computes by itself.
    Alone(Box<Session<'m>>),
    /// It is computed with others.
    Seated(Seat<'m>),
}

/// A conversation that is computed with others by another thread.
pub struct Seat<'m> {
    model: &'m Qwen25Vl,
    place: usize,
    /// Away while it is being computed.
    session: Option<Box<Session<'m>>>,
    desk: Sender<Asked<'m>>,
}

impl<'m> Seat<'m> {
    fn new(model: &'m Qwen25Vl, place: usize, desk: Sender<Asked<'m>>) -> Self {
        Self { model, place, session: Some(Box::new(Session::new(model))), desk }
    }

    /// Has the session computed; the error stays with a seat whose desk is gone.
    fn ask(&mut self) -> Result<Vec<f32>, GenerateError> {
        let gone = || GenerateError::Device("the thread that computes is gone".to_owned());
        let session = self.session.take().ok_or_else(gone)?;
        let (reply, answer) = channel();
        let asked = Asked::Logits(Waiting { place: self.place, session, reply });
        self.desk.send(asked).map_err(|_| gone())?;
        let (session, logits) = answer.recv().map_err(|_| gone())?;
        self.session = Some(session);
        logits
    }
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        // A thread that panics begins no other conversation, so the others shall not wait for it.
        let over = if std::thread::panicking() { Asked::Failed } else { Asked::Done };
        self.desk.send(over).ok();
    }
}

impl<'m> Voice<'m> {
    fn session(&mut self) -> Result<&mut Session<'m>, GenerateError> {
        match self {
            Self::Alone(session) => Ok(session),
            Self::Seated(seat) => seat
                .session
                .as_deref_mut()
                .ok_or_else(|| GenerateError::Device("the thread that computes is gone".to_owned())),
        }
    }
}

impl Decoding for Voice<'_> {
    fn restart(&mut self) {
        match self {
            Self::Alone(session) => session.restart(),
            Self::Seated(seat) => seat.session = Some(Box::new(Session::new(seat.model))),
        }
    }

    fn ids(&self) -> &[u32] {
        match self {
            Self::Alone(session) => session.ids(),
            Self::Seated(seat) => seat.session.as_deref().map_or(&[], Session::ids),
        }
    }

    fn room(&self) -> usize {
        match self {
            Self::Alone(session) => session.room(),
            Self::Seated(seat) => seat.session.as_deref().map_or(0, Session::room),
        }
    }

    fn push_tokens(&mut self, ids: &[u32]) -> Result<(), GenerateError> {
        self.session()?.push_tokens(ids)
    }

    fn push_image(&mut self, patches: Patches) -> Result<(), GenerateError> {
        self.session()?.push_image(patches)
    }

    async fn next_logits(&mut self) -> Result<Vec<f32>, GenerateError> {
        match self {
            Self::Alone(session) => session.next_logits().await,
            Self::Seated(seat) => seat.ask(),
        }
    }
}
