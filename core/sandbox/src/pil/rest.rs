//! Pictures at rest: what a conversation holds while it waits takes little memory.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::raster::{Canvas, Original, Pixels};

/// The canvases of image objects, as long as scripts hold those.
#[derive(Default)]
pub(super) struct Held(Vec<Weak<RefCell<Canvas>>>);

impl Held {
    /// Notes a new one.
    pub fn hold(&mut self, canvas: &Rc<RefCell<Canvas>>) {
        if self.0.len() == self.0.capacity() {
            self.0.retain(|held| held.strong_count() > 0);
            // So that scripts that make and drop many are not slowed down by looking often.
            self.0.reserve(self.0.len() + 8);
        }
        self.0.push(Rc::downgrade(canvas));
    }

    /// Puts all to rest, and the canvases beside them. Those that shared their pixels share them afterwards.
    pub fn rest<'a>(&mut self, input: Option<&mut Canvas>, others: impl Iterator<Item = &'a mut Canvas>) {
        self.0.retain(|held| held.strong_count() > 0);
        let mut rested = Rested { input: None, all: Vec::new() };
        if let Some(input) = input {
            let awake = input.pixels.clone();
            rested.rest(input);
            rested.input = Original::new(awake, &input.pixels);
        }
        others.for_each(|canvas| rested.rest(canvas));
        for canvas in self.0.iter().filter_map(Weak::upgrade) {
            if let Ok(mut canvas) = canvas.try_borrow_mut() {
                rested.rest(&mut canvas);
            }
        }
    }
}

/// What was put to rest so far: as it was, and as it is.
struct Rested {
    input: Option<Original>,
    all: Vec<(Pixels, Pixels)>,
}

impl Rested {
    fn rest(&mut self, canvas: &mut Canvas) {
        let known = self.all.iter().find(|(before, _)| before.shares_with(&canvas.pixels));
        let after = match known {
            Some((_, after)) => after.clone(),
            None => {
                let after = canvas.pixels.at_rest(self.input.as_ref());
                self.all.push((canvas.pixels.clone(), after.clone()));
                after
            }
        };
        canvas.pixels = after;
    }
}
