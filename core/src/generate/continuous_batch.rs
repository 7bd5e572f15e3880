//! Many conversations decoded in one forward pass.

use burn::tensor::{DType, Int, Tensor, TensorData};

use super::session::{Pending, values};
use super::{GenerateError, Session};
use crate::model::{KvCache, Qwen25Vl};

/// Continuous batching: the conversations given to a call are computed together, each as if it were alone. One that is
/// not given has left; one that comes with a prompt, or with more than one token (what the sandbox said), is run by
/// itself and then joins.
///
/// Results equal those of a [`Session`] up to rounding: a matrix product over many rows may add in another order than
/// one over a single row.
pub struct ContinuousBatch<'a> {
    model: &'a Qwen25Vl,
    /// What was computed for the rows, shorter ones moved to the right so that all end in the same column.
    cache: KvCache,
    /// Whose the cache's rows are.
    rows: Vec<u64>,
    next: u64,
    /// The prompt run last: the rollouts of a problem begin alike.
    prompt: Option<(Vec<Pending>, Session<'a>)>,
}

/// Who gets a row of the logits.
struct Told {
    session: usize,
    hidden: Tensor<3>,
}

impl<'a> ContinuousBatch<'a> {
    /// A batch without rows.
    pub fn new(model: &'a Qwen25Vl) -> Self {
        let cache = KvCache::new(model.config());
        Self { model, cache, rows: Vec::new(), next: 0, prompt: None }
    }

    /// Conversations in it.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has no conversation.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Logits of each conversation's next token, for native callers. Those that are not given leave the batch for good.
    ///
    /// # Errors
    /// If a conversation is empty, has nothing new, left earlier, or the device fails; the batch is of no more use then.
    pub fn next_logits_blocking(
        &mut self,
        sessions: &mut [&mut Session<'a>],
    ) -> Result<Vec<Vec<f32>>, GenerateError> {
        let mut steps: Vec<(usize, usize, u32)> = Vec::new();
        let mut told = Vec::new();
        let mut joining = Vec::new();
        for (index, session) in sessions.iter_mut().enumerate() {
            let row = session.row.map(|id| self.rows.iter().position(|row| *row == id));
            match (row, session.pending.as_slice()) {
                (Some(None), _) => return Err(GenerateError::OtherBatch),
                (Some(_), []) => return Err(GenerateError::Unchanged),
                (Some(Some(row)), [Pending::Tokens(ids)]) if ids.len() == 1 => {
                    steps.push((row, index, ids[0]));
                }
                (row, _) => {
                    if let Some(row) = row.flatten() {
                        session.cache = self.cache.take(row);
                        session.row = None;
                    }
                    told.push(Told { session: index, hidden: self.run_alone(session)? });
                    joining.push(index);
                }
            }
        }
        // In the order of the cache's rows.
        steps.sort_unstable_by_key(|(row, ..)| *row);
        let staying: Vec<usize> = steps.iter().map(|(row, ..)| *row).collect();
        if staying.len() < self.rows.len() {
            self.cache.keep(&staying);
            self.rows = staying.into_iter().map(|row| self.rows[row]).collect();
        }
        let mut order: Vec<usize> = steps.iter().map(|(_, index, _)| *index).collect();
        let mut hidden = Vec::new();
        if !steps.is_empty() {
            hidden.push(self.step(&steps, sessions));
        }
        for Told { session, hidden: alone } in told {
            order.push(session);
            hidden.push(alone);
        }
        if hidden.is_empty() {
            return Ok(Vec::new());
        }
        let logits = self.model.logits(Tensor::cat(hidden, 0)).cast(DType::F32);
        self.join(&joining, sessions);
        let data = logits.try_into_data().map_err(|e| GenerateError::Device(format!("{e:?}")));
        let all = data.and_then(values)?;
        let mut result = vec![Vec::new(); sessions.len()];
        for (index, row) in order.into_iter().zip(all.chunks_exact(all.len() / sessions.len())) {
            result[index] = row.to_vec();
        }
        Ok(result)
    }

    /// One token of each row: hidden states `[rows, 1, hidden]`.
    fn step(&mut self, steps: &[(usize, usize, u32)], sessions: &mut [&mut Session<'a>]) -> Tensor<3> {
        let ids: Vec<i32> = steps.iter().map(|(.., id)| *id as i32).collect();
        let data = TensorData::new(ids, [steps.len(), 1]);
        let embeds = self.model.embed(Tensor::<2, Int>::from_data(data, &self.model.device()));
        let positions: Vec<Vec<[u32; 3]>> = steps
            .iter()
            .map(|(_, index, _)| {
                let session = &mut sessions[*index];
                session.pending.clear();
                vec![session.positions.as_slice()[session.len() - 1]]
            })
            .collect();
        self.model.decode(embeds, &positions, Some(&mut self.cache))
    }

    /// Runs what is pending in a conversation that is no row, a prompt like the last one only once.
    fn run_alone(&mut self, session: &mut Session<'a>) -> Result<Tensor<3>, GenerateError> {
        if !session.cache.is_empty() {
            return session.run();
        }
        if let Some((prompt, run)) = &self.prompt
            && *prompt == session.pending
        {
            session.go_on_from(run);
            return session.run();
        }
        let prompt = session.pending.clone();
        let hidden = session.run()?;
        self.prompt = Some((prompt, session.fork()));
        Ok(hidden)
    }

    /// Makes rows of conversations that were run by themselves.
    fn join(&mut self, joining: &[usize], sessions: &mut [&mut Session<'a>]) {
        if joining.is_empty() {
            return;
        }
        let caches = joining.iter().map(|index| {
            let session = &mut sessions[*index];
            session.row = Some(self.next);
            self.rows.push(self.next);
            self.next += 1;
            std::mem::replace(&mut session.cache, KvCache::new(self.model.config()))
        });
        self.cache.join(caches.collect());
    }
}
