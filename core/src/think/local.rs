//! The model in this process as a policy.

use image::RgbImage;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::context::{Piece, Preparation, encode_content, encode_prompt};
use super::{Content, Event, Listener, Policy, PolicyError, Stop};
use crate::checkpoint::Loaded;
use crate::generate::{Decoding, RepetitionGuard, Sampler, Session, StopMatcher};
use crate::input::{Message, Patches};
use crate::model::Qwen25Vl;

/// How the policy samples: text and code each in their own way (GRPO-ATS samples text warm and code cold).
#[derive(Debug, Clone, PartialEq)]
pub struct Sampling {
    /// Outside code blocks.
    pub text: Sampler,
    /// Inside code blocks.
    pub code: Sampler,
}

impl Sampling {
    /// The likeliest token everywhere.
    pub fn greedy() -> Self {
        Self { text: Sampler::default(), code: Sampler::default() }
    }

    /// One temperature everywhere; 0 is greedy.
    pub fn at_temperature(temperature: f32) -> Self {
        let sampler = Sampler::at_temperature(temperature);
        Self { text: sampler.clone(), code: sampler }
    }
}

/// A loaded model that writes one conversation after another, by itself or with others in one pass.
pub struct LocalPolicy<'a, D = Session<'a>> {
    with: &'a Preparation,
    end_tokens: Vec<u32>,
    sampling: Sampling,
    rng: ChaCha8Rng,
    session: D,
    /// The conversation's pieces and whether the model wrote them.
    transcript: Vec<(Piece, bool)>,
}

impl<'a> LocalPolicy<'a> {
    /// A policy on `loaded`, prepared by `with`. The same seed writes the same tokens.
    pub fn new(loaded: &'a Loaded, with: &'a Preparation, sampling: Sampling, seed: u64) -> Self {
        Self::of(&loaded.model, with, loaded.generation.eos_token_ids.clone(), sampling, seed)
    }

    /// A policy on a model's parts; `end_tokens` end a turn.
    pub fn of(
        model: &'a Qwen25Vl,
        with: &'a Preparation,
        end_tokens: Vec<u32>,
        sampling: Sampling,
        seed: u64,
    ) -> Self {
        Self::on(Session::new(model), with, end_tokens, sampling, seed)
    }
}

impl<'a, D: Decoding> LocalPolicy<'a, D> {
    /// A policy whose logits come from `session`; `end_tokens` end a turn.
    pub fn on(
        session: D,
        with: &'a Preparation,
        end_tokens: Vec<u32>,
        sampling: Sampling,
        seed: u64,
    ) -> Self {
        let rng = ChaCha8Rng::seed_from_u64(seed);
        Self { with, end_tokens, sampling, rng, session, transcript: vec![] }
    }

    /// The tokens of the conversation so far as the model saw them, images as their placeholders.
    pub fn context_ids(&self) -> &[u32] {
        self.session.ids()
    }

    /// The last conversation's pieces and whether the model wrote them: what RL trains on.
    pub fn into_transcript(self) -> Vec<(Piece, bool)> {
        self.transcript
    }

    fn push(&mut self, pieces: Vec<Piece>) -> Result<(), PolicyError> {
        for piece in pieces {
            match &piece {
                Piece::Tokens(ids) => self.session.push_tokens(ids),
                Piece::Image(patches) => self.session.push_image(Patches::clone(patches)),
            }
            .map_err(|e| PolicyError(e.to_string()))?;
            self.transcript.push((piece, false));
        }
        Ok(())
    }
}

impl<D: Decoding> Policy for LocalPolicy<'_, D> {
    fn canvas(&self, image: &RgbImage) -> Result<RgbImage, PolicyError> {
        self.with.processor.canvas(image).map_err(|e| PolicyError(e.to_string()))
    }

    async fn begin(&mut self, messages: &[Message], images: &[RgbImage]) -> Result<(), PolicyError> {
        self.session.restart();
        self.transcript.clear();
        self.push(encode_prompt(self.with, messages, images)?)
    }

    async fn append(&mut self, content: &[Content]) -> Result<(), PolicyError> {
        self.push(encode_content(self.with, content)?)
    }

    async fn write<L: Listener>(
        &mut self,
        stops: &[&str],
        max_new_tokens: usize,
        listener: &mut L,
    ) -> Result<Stop, PolicyError> {
        let mut matcher = StopMatcher::new(stops.iter().copied());
        let mut code = CodeWatch::default();
        let mut stream = self.with.tokenizer.stream();
        let guard = RepetitionGuard::default();
        let mut written: Vec<u32> = vec![];
        let stop = loop {
            if written.len() >= max_new_tokens || self.session.room() == 0 {
                break Stop::Length;
            }
            let mut logits = self.session.next_logits().await.map_err(|e| PolicyError(e.to_string()))?;
            let sampler = if code.inside { &self.sampling.code } else { &self.sampling.text };
            let id = sampler.sample(&mut logits, self.session.ids(), &mut self.rng).id;
            self.session.push_tokens(&[id]).map_err(|e| PolicyError(e.to_string()))?;
            written.push(id);
            let end = self.end_tokens.contains(&id);
            let text = if end { String::new() } else { stream.push(id) };
            code.push(&text);
            let hit = matcher.push(&text).is_some();
            if listener.hear(Event::Token { id, text }).await.is_break() {
                break Stop::Listener;
            }
            if end {
                break Stop::EndOfTurn;
            }
            if hit {
                break Stop::String;
            }
            if guard.repeats(&written) {
                break Stop::Repetition;
            }
        };
        self.transcript.push((Piece::Tokens(written), true));
        Ok(stop)
    }
}

/// Knows whether the text so far is inside a code block.
#[derive(Default)]
struct CodeWatch {
    inside: bool,
    tail: String,
}

impl CodeWatch {
    fn push(&mut self, text: &str) {
        self.tail.push_str(text);
        if let Some(at) = self.tail.rfind("<code>") {
            self.inside = true;
            self.tail.drain(..at + "<code>".len());
        }
        if let Some(at) = self.tail.rfind("</code>") {
            self.inside = false;
            self.tail.drain(..at + "</code>".len());
        }
    }
}
