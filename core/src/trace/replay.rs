//! Running a recorded conversation again.

use image::RgbImage;

use super::{Trace, TraceError};
use crate::input::Message;
use crate::think::{
    Content, EndReason, Event, Listener, Outcome, Policy, PolicyError, Request, Stop, Token, think,
};

/// Writes the tokens of a trace in place of a model.
struct Recorded {
    tokens: std::vec::IntoIter<Token>,
    end: Option<EndReason>,
}

impl Policy for Recorded {
    fn canvas(&self, image: &RgbImage) -> Result<RgbImage, PolicyError> {
        Ok(image.clone())
    }

    async fn begin(&mut self, _: &[Message], _: &[RgbImage]) -> Result<(), PolicyError> {
        Ok(())
    }

    async fn append(&mut self, _: &[Content]) -> Result<(), PolicyError> {
        Ok(())
    }

    async fn write<L: Listener>(
        &mut self,
        stops: &[&str],
        _: usize,
        listener: &mut L,
    ) -> Result<Stop, PolicyError> {
        let mut text = String::new();
        for token in self.tokens.by_ref() {
            text.push_str(&token.text);
            let event = Event::Token { id: token.id, text: token.text };
            if listener.hear(event).await.is_break() {
                return Ok(Stop::Listener);
            }
            if stops.iter().any(|stop| text.contains(stop)) {
                return Ok(Stop::String);
            }
        }
        Ok(match &self.end {
            Some(EndReason::Stopped) => Stop::Listener,
            Some(EndReason::Length) => Stop::Length,
            Some(EndReason::Repetition) => Stop::Repetition,
            Some(EndReason::Failed(why)) => return Err(PolicyError(why.clone())),
            _ => Stop::EndOfTurn,
        })
    }
}

impl Trace {
    /// Runs the conversation again: recorded tokens, real sandbox. Gives the outcome if every event is the same.
    ///
    /// # Errors
    /// If the trace holds no start, or at the first event that differs.
    pub async fn replay(&self) -> Result<Outcome, TraceError> {
        let Some(Event::Start { task, question, image }) = self.events.first() else {
            return Err(TraceError::NoStart);
        };
        let picture =
            crate::input::decode_image(&image.png).map_err(|e| TraceError::Picture(e.to_string()))?;
        let request =
            Request::new(*task, question, picture).map_err(|e| TraceError::Picture(e.to_string()))?;
        let tokens: Vec<Token> = self
            .events
            .iter()
            .filter_map(|event| match event {
                Event::Token { id, text } => Some(Token { id: *id, text: text.clone() }),
                _ => None,
            })
            .collect();
        let end = self.events.iter().rev().find_map(|event| match event {
            Event::End { reason } => Some(reason.clone()),
            _ => None,
        });
        let mut events: Vec<Event> = vec![];
        let outcome = think(&mut Recorded { tokens: tokens.into_iter(), end }, &request, &mut events).await;
        let stopped = matches!(self.events.last(), Some(Event::End { reason: EndReason::Stopped }));
        // Nothing says at which event a person stopped it: up to there it must be the same.
        let compared = if stopped { self.events.len() - 1 } else { self.events.len().max(events.len()) };
        for index in 0..compared {
            let (recorded, replayed) = (self.events.get(index), events.get(index));
            if recorded != replayed {
                return Err(TraceError::Parted {
                    index,
                    recorded: short(recorded),
                    replayed: short(replayed),
                });
            }
        }
        Ok(outcome)
    }
}

fn short(event: Option<&Event>) -> String {
    let text = event.map_or_else(|| "nothing".to_owned(), |e| format!("{e:?}"));
    text.chars().take(160).collect()
}
