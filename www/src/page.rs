//! The page's state and what can be done with it.

mod choosing;
mod running;

use leptos::prelude::*;
use vthinker_web::{EngineChoice, FromWorker, ShownEnd, StrokePlayer, ToWorker};

use crate::{
    address::Address,
    conversation::Conversation,
    engine::{Engine, EngineCell, EngineState},
    examples::Bundled,
    picture::Picture,
};

/// The tab with the code editor.
pub const SANDBOX: &str = "sandbox";

/// What the editor shows at first.
const FIRST_SCRIPT: &str = "\
from PIL import Image, ImageDraw

im = Image.open(image_path).convert('RGB')
draw = ImageDraw.Draw(im)
w, h = im.size

# A cross and a circle at the centre.
draw.line([(0, h / 2), (w, h / 2)], fill='red', width=2)
draw.line([(w / 2, 0), (w / 2, h)], fill='red', width=2)
r = min(w, h) / 4
draw.ellipse([w / 2 - r, h / 2 - r, w / 2 + r, h / 2 + r], outline='blue', width=2)

im.save('marked.png')
print('centre:', (w / 2, h / 2))
";

/// The page. Copies share the same state.
#[derive(Clone, Copy)]
pub struct Page {
    /// What the address says.
    pub address: StoredValue<Address>,
    /// What the engine does.
    pub engine: RwSignal<EngineState>,
    /// The worker takes messages. It can before it has a model, but not before it says so: what is sent earlier is lost.
    pub listening: RwSignal<bool>,
    /// Messages to be read and dismissed, numbered.
    pub notices: RwSignal<Vec<(usize, String)>>,
    /// Problems that come with the page.
    pub examples: RwSignal<Vec<Bundled>>,
    /// The tab: a task's name, or `own`.
    pub tab: RwSignal<&'static str>,
    /// The problem chosen, unless the picture is a person's own.
    pub problem: RwSignal<Option<Bundled>>,
    /// The picture chosen.
    pub picture: RwSignal<Option<Picture>>,
    /// A picture that was chosen comes in. What is run before it is there would be run on the former one, and ended by it.
    pub choosing: RwSignal<bool>,
    /// The question.
    pub question: RwSignal<String>,
    /// The task's name.
    pub task: RwSignal<String>,
    /// The code in the sandbox's editor.
    pub source: RwSignal<String>,
    /// The conversation that runs.
    pub running: RwSignal<Option<u32>>,
    /// True from the press of Stop to the end.
    pub stopping: RwSignal<bool>,
    /// True while the picture is shown as it was.
    pub before: RwSignal<bool>,
    /// The source lines of the strokes that the last run drew.
    pub strokes: RwSignal<Vec<u32>>,
    /// How many of them are shown.
    pub stroke: RwSignal<usize>,
    /// What the conversation gave.
    pub conversation: Conversation,
    /// The canvas.
    pub player: StoredValue<Option<StrokePlayer>, LocalStorage>,
    worker: EngineCell,
    runs: StoredValue<u32>,
    picks: StoredValue<u32>,
    cpu_only: StoredValue<bool>,
}

impl Page {
    /// Reads the address; nothing is started yet.
    pub fn new() -> Self {
        let (address, wrong) = Address::read();
        let page = Self {
            address: StoredValue::new(address),
            engine: RwSignal::new(EngineState::Starting),
            listening: RwSignal::new(false),
            notices: RwSignal::default(),
            examples: RwSignal::default(),
            tab: RwSignal::new("perception"),
            problem: RwSignal::default(),
            picture: RwSignal::default(),
            choosing: RwSignal::default(),
            question: RwSignal::default(),
            task: RwSignal::new("perception".to_owned()),
            source: RwSignal::new(FIRST_SCRIPT.to_owned()),
            running: RwSignal::default(),
            stopping: RwSignal::default(),
            before: RwSignal::default(),
            strokes: RwSignal::default(),
            stroke: RwSignal::default(),
            conversation: Conversation::new(),
            player: StoredValue::new_local(None),
            worker: StoredValue::new_local(None),
            runs: StoredValue::new(0),
            picks: StoredValue::new(0),
            cpu_only: StoredValue::new(false),
        };
        if let Some(wrong) = wrong {
            page.notice(wrong);
        }
        page
    }

    /// Shows a message until it is dismissed.
    pub fn notice(&self, what: impl Into<String>) {
        let what = what.into();
        self.notices.update(|notices| {
            let next = notices.last().map_or(0, |(number, _)| number + 1);
            notices.retain(|(_, text)| *text != what);
            notices.push((next, what));
        });
    }

    /// Starts (or replaces) the worker and loads the model.
    pub fn start_engine(self) {
        self.end_engine();
        self.engine.set(EngineState::Starting);
        match Engine::start(move |message| self.hear(message)) {
            Ok(engine) => self.worker.set_value(Some(engine)),
            Err(what) => {
                self.engine.set(EngineState::Broken);
                self.notice(what);
            }
        }
    }

    fn end_engine(&self) {
        self.listening.set(false);
        self.worker.set_value(None);
    }

    fn send(&self, message: &ToWorker) -> bool {
        let sent = self.worker.with_value(|worker| worker.as_ref().map(|worker| worker.send(message)));
        match sent {
            Some(Ok(())) => true,
            Some(Err(what)) => {
                self.notice(what);
                false
            }
            None => false,
        }
    }

    fn hear(self, message: FromWorker) {
        match message {
            FromWorker::Started => {
                self.listening.set(true);
                let Address { engine, model, .. } = self.address.get_value();
                let engine = if self.cpu_only.get_value() { EngineChoice::Cpu } else { engine };
                self.send(&ToWorker::Load { base_url: model, engine });
            }
            FromWorker::Loading { file, received, total } => {
                self.engine.set(EngineState::Loading { file, received, total });
            }
            FromWorker::Ready { engine, adapter, model, parameters, load_ms } => {
                self.engine.set(EngineState::Ready { engine, adapter, model, parameters, load_ms });
            }
            FromWorker::Event { id, line } if self.is_current(id) => {
                if let Err(what) = self.conversation.take(&line) {
                    self.notice(what);
                }
                self.with_player(|player| player.event(&line));
                if self.conversation.end.with_untracked(Option::is_some) {
                    self.finish();
                }
            }
            FromWorker::Trace { id, text } if self.is_current(id) => self.conversation.trace.set(Some(text)),
            FromWorker::Verdict { id, verdict } if self.is_current(id) => {
                self.conversation.verdict.set(Some(verdict));
            }
            FromWorker::Executed { id } if self.is_current(id) => self.finish(),
            // Late messages of a conversation that was given up.
            FromWorker::Event { .. }
            | FromWorker::Executed { .. }
            | FromWorker::Trace { .. }
            | FromWorker::Verdict { .. } => {}
            FromWorker::Error { what, id, fatal } => self.failed(what, id, fatal),
        }
    }

    fn failed(self, what: String, id: Option<u32>, fatal: bool) {
        self.notice(what);
        let was_running = self.running.get_untracked();
        if was_running.is_some() && (fatal || id == was_running) {
            self.end_with("failed");
        }
        match self.engine.get_untracked() {
            // It worked before, so a fresh worker is likely to work again; a GPU that failed is left alone.
            EngineState::Ready { engine, .. } if fatal => {
                let forced = self.address.with_value(|a| a.engine == EngineChoice::WebGpu);
                if engine == EngineChoice::WebGpu && !forced {
                    self.cpu_only.set_value(true);
                }
                self.start_engine();
            }
            EngineState::Ready { .. } => {}
            // A person's code that failed while the model comes in.
            _ if id.is_some() && !fatal => {}
            _ => {
                // Without a model the worker still runs a person's code.
                if fatal {
                    self.end_engine();
                }
                self.engine.set(EngineState::Broken);
            }
        }
    }

    fn is_current(&self, id: u32) -> bool {
        self.runs.get_value() == id
    }

    fn end_with(&self, reason: &str) {
        let end = ShownEnd { reason: reason.to_owned(), detail: None };
        self.conversation.end.update(|now| {
            now.get_or_insert(end);
        });
        self.finish();
    }

    fn finish(&self) {
        self.running.set(None);
        self.stopping.set(false);
        self.with_player(|player| self.strokes.set(player.strokes()));
        self.stroke.set(self.strokes.with_untracked(Vec::len));
    }

    /// Begins a run: what the former one gave is forgotten. Gives its id.
    fn begin(&self) -> u32 {
        self.notices.set(Vec::new());
        self.runs.update_value(|run| *run += 1);
        self.clear();
        let id = self.runs.get_value();
        self.running.set(Some(id));
        id
    }

    fn clear(&self) {
        self.conversation.clear();
        self.before.set(false);
        self.strokes.set(Vec::new());
    }

    fn with_player(&self, act: impl FnOnce(&StrokePlayer)) {
        self.player.with_value(|player| {
            if let Some(player) = player {
                act(player);
            }
        });
    }
}
