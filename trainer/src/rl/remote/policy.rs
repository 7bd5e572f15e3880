//! A model on a server as a policy.

use std::io::Cursor;
use std::sync::Arc;

use anyhow::{Error, Result, anyhow};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use image::{ImageFormat, RgbImage};
use vthinker_core::generate::{GenerateError, RepetitionGuard, StopMatcher};
use vthinker_core::input::Message;
use vthinker_core::model::Config;
use vthinker_core::think::{
    Content, Event, Listener, Piece, Policy, PolicyError, Preparation, Sampling, Stop, encode_content,
    encode_prompt,
};

use super::fleet::Fleet;
use super::request::{Ask, Finish, Stamp, Written};
use super::tag::CodeTag;

/// What the model can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Tokens of a conversation.
    pub context: usize,
    /// Token ids lie below this.
    pub vocabulary: usize,
}

impl From<&Config> for Limits {
    fn from(config: &Config) -> Self {
        Self { context: config.text.max_position_embeddings, vocabulary: config.text.vocab_size }
    }
}

/// A conversation that servers write. Each stretch sends the whole context, so any server can go on with it.
pub struct RemotePolicy<'a> {
    fleet: &'a Fleet,
    with: &'a Preparation,
    limits: Limits,
    sampling: Sampling,
    seed: u64,
    /// Who wrote last, and still has the context in its cache.
    server: Option<usize>,
    requests: u64,
    /// The context, pictures expanded: what is trained on.
    ids: Vec<u32>,
    /// The context with one placeholder a picture: what is sent.
    sent: Vec<u32>,
    images: Vec<Arc<str>>,
    transcript: Vec<(Piece, bool)>,
    log_probabilities: Vec<f32>,
    version: Stamp,
    fault: Option<Error>,
}

/// What is left of a conversation.
pub struct Conversation {
    /// The tokens of the conversation as the servers saw them, pictures expanded.
    pub ids: Vec<u32>,
    /// Its pieces and whether a server wrote them.
    pub transcript: Vec<(Piece, bool)>,
    /// Log-probability of each token that a server wrote, as it gave it.
    pub log_probabilities: Vec<f32>,
    /// The oldest weights that wrote any of it; none if they are none that were pushed.
    pub version: Option<u64>,
}

impl<'a> RemotePolicy<'a> {
    /// A policy on the servers of a fleet, prepared by `with`.
    pub fn new(
        fleet: &'a Fleet,
        with: &'a Preparation,
        limits: Limits,
        sampling: Sampling,
        seed: u64,
    ) -> Self {
        Self {
            fleet,
            with,
            limits,
            sampling,
            seed,
            server: None,
            requests: 0,
            ids: vec![],
            sent: vec![],
            images: vec![],
            transcript: vec![],
            log_probabilities: vec![],
            version: Stamp::Unstamped,
            fault: None,
        }
    }

    /// What went wrong with the servers, which is no doing of the model; a conversation without fault may still have
    /// failed.
    pub fn take_fault(&mut self) -> Option<Error> {
        self.fault.take()
    }

    /// What RL trains on.
    pub fn finish(self) -> Conversation {
        let version = match self.version {
            Stamp::Step(version) => Some(version),
            Stamp::Unstamped | Stamp::Foreign => None,
        };
        let Self { ids, transcript, log_probabilities, .. } = self;
        Conversation { ids, transcript, log_probabilities, version }
    }

    fn push(&mut self, pieces: Vec<Piece>, pictures: &[&RgbImage]) -> Result<(), PolicyError> {
        for picture in pictures {
            let canvas = self.canvas(picture)?;
            self.images.push(data_url(&canvas)?);
        }
        for piece in pieces {
            let ids = piece.ids(self.with);
            let needed = self.ids.len() + ids.len();
            if needed > self.limits.context {
                let error = GenerateError::ContextLength { needed, limit: self.limits.context };
                return Err(PolicyError(error.to_string()));
            }
            match &piece {
                Piece::Tokens(ids) => self.sent.extend(ids),
                Piece::Image(_) => {
                    let t = &self.with.tokenizer;
                    self.sent.extend([t.vision_start, t.image_pad, t.vision_end]);
                }
            }
            self.ids.extend(ids);
            self.transcript.push((piece, false));
        }
        Ok(())
    }

    /// The next stretch, checked to be about the context that we have.
    fn ask(&mut self, inside: bool, stops: &[&str], max_new_tokens: usize) -> Result<Written> {
        let sampler = if inside { &self.sampling.code } else { &self.sampling.text };
        let ask = Ask {
            ids: &self.sent,
            images: &self.images,
            sampler,
            stops,
            end: self.with.tokenizer.im_end,
            max_new_tokens,
            seed: self.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(self.requests),
        };
        let (server, written) = self.fleet.generate(self.server, &ask)?;
        self.server = Some(server);
        self.requests += 1;
        self.check(&written, self.fleet.address(server))?;
        self.version = self.version.older(written.version);
        Ok(written)
    }

    fn check(&self, written: &Written, server: &str) -> Result<()> {
        let (pad, ours) = (self.with.tokenizer.image_pad, self.ids.len());
        let pads = self.ids.iter().filter(|id| **id == pad).count();
        let differs = |prompt: &Vec<i64>| {
            (0..ours).find(|i| self.ids[*i] != pad && prompt.get(*i) != Some(&i64::from(self.ids[*i])))
        };
        if written.prompt_tokens != ours || written.prompt_ids.as_ref().is_some_and(|p| p.len() != ours) {
            let told = written.prompt_ids.as_ref().map_or(ours, Vec::len);
            let theirs = if written.prompt_tokens == ours { told } else { written.prompt_tokens };
            return Err(anyhow!(
                "{server} counted {theirs} prompt tokens, the trainer {ours} ({pads} of them for {} picture(s)): its \
                 image processor or tokenizer is not the model's, or it tokenised the prompt again",
                self.images.len()
            ));
        }
        if let Some(at) = written.prompt_ids.as_ref().and_then(differs) {
            return Err(anyhow!(
                "{server} read another token than the trainer's {} at place {at} of {ours}: it tokenised the prompt \
                 again (for SGLang see SGLANG_MM_AVOID_RETOKENIZE)",
                self.ids[at]
            ));
        }
        let outside = written.tokens.iter().find(|(id, _)| *id as usize >= self.limits.vocabulary);
        outside.map_or(Ok(()), |(id, _)| {
            let vocabulary = self.limits.vocabulary;
            Err(anyhow!(
                "{server} wrote token {id}, the vocabulary ends at {vocabulary}: it runs another model"
            ))
        })
    }
}

impl Policy for RemotePolicy<'_> {
    fn canvas(&self, image: &RgbImage) -> Result<RgbImage, PolicyError> {
        self.with.processor.canvas(image).map_err(|e| PolicyError(e.to_string()))
    }

    async fn begin(&mut self, messages: &[Message], images: &[RgbImage]) -> Result<(), PolicyError> {
        *self = Self::new(self.fleet, self.with, self.limits, self.sampling.clone(), self.seed);
        self.push(encode_prompt(self.with, messages, images)?, &images.iter().collect::<Vec<_>>())
    }

    async fn append(&mut self, content: &[Content]) -> Result<(), PolicyError> {
        let pictures = content.iter().filter_map(|part| match part {
            Content::Image(image) => Some(image),
            Content::Text(_) => None,
        });
        self.push(encode_content(self.with, content)?, &pictures.collect::<Vec<_>>())
    }

    async fn write<L: Listener>(
        &mut self,
        stops: &[&str],
        max_new_tokens: usize,
        listener: &mut L,
    ) -> Result<Stop, PolicyError> {
        let with = self.with;
        let (mut matcher, mut tag) = (StopMatcher::new(stops.iter().copied()), CodeTag::new());
        let mut stream = with.tokenizer.stream();
        let guard = RepetitionGuard::default();
        let two_samplers = self.sampling.text != self.sampling.code;
        let mut written: Vec<u32> = vec![];
        let stop = 'turn: loop {
            let room = self.limits.context.saturating_sub(self.ids.len());
            let left = room.min(max_new_tokens.saturating_sub(written.len()));
            if left == 0 {
                break Stop::Length;
            }
            let mut until = stops.to_vec();
            if two_samplers && !until.contains(&tag.next()) {
                until.push(tag.next());
            }
            let inside = tag.inside();
            let reply = self.ask(inside, &until, left).map_err(|error| {
                let told = PolicyError(format!("{error:#}"));
                self.fault = Some(error);
                told
            })?;
            for (id, log_probability) in reply.tokens {
                if id == with.tokenizer.image_pad {
                    self.transcript.push((Piece::Tokens(written), true));
                    return Err(PolicyError("the model wrote an image placeholder".to_owned()));
                }
                self.ids.push(id);
                self.sent.push(id);
                written.push(id);
                self.log_probabilities.push(log_probability);
                let end = id == with.tokenizer.im_end;
                let text = if end { String::new() } else { stream.push(id) };
                tag.push(&text);
                let hit = matcher.push(&text).is_some();
                if listener.hear(Event::Token { id, text }).await.is_break() {
                    break 'turn Stop::Listener;
                }
                if end {
                    break 'turn Stop::EndOfTurn;
                }
                if hit {
                    break 'turn Stop::String;
                }
                if guard.repeats(&written) {
                    break 'turn Stop::Repetition;
                }
                // What it wrote beyond, if anything, was to be sampled in the other way.
                if two_samplers && tag.inside() != inside {
                    continue 'turn;
                }
            }
            break match reply.finish {
                Finish::Length => Stop::Length,
                Finish::Stop | Finish::Aborted => Stop::EndOfTurn,
            };
        };
        self.transcript.push((Piece::Tokens(written), true));
        Ok(stop)
    }
}

/// A picture as PNG in a `data:` address.
fn data_url(image: &RgbImage) -> Result<Arc<str>, PolicyError> {
    let mut png = Cursor::new(Vec::new());
    image
        .write_to(&mut png, ImageFormat::Png)
        .map_err(|e| PolicyError(format!("a picture could not be encoded as PNG: {e}")))?;
    Ok(format!("data:image/png;base64,{}", STANDARD.encode(png.into_inner())).into())
}
