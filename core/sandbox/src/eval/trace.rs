//! Where an exception passed, and the traceback that Python prints of it.

use std::rc::Rc;

use super::code::Code;
use super::ctx::Ctx;
use super::exception::{ExcKind, Exception};
use super::fault::PyResult;
use super::heap::{Gc, Obj, Weight};
use super::text::ByText;
use super::value::Value;

/// What CPython says of more calls in a row from one place than it shows.
const SHOWN_REPEATS: usize = 3;
/// Exceptions of a chain that are shown; a script can make them long.
const SHOWN_CHAIN: usize = 20;
/// Bytes charged for one place.
const PLACE_BYTES: usize = 48;

/// A place that an exception passed.
#[derive(Clone)]
pub struct Place {
    /// The code that ran.
    pub(crate) code: Rc<Code>,
    /// The line there.
    pub(crate) line: u32,
}

impl Ctx {
    /// Adds the place where `exception` leaves, or is caught in, a frame.
    pub(super) fn add_place(&self, exception: &Value, code: &Rc<Code>, line: u32) -> PyResult<()> {
        let Value::Exception(exception) = exception else { return Ok(()) };
        if code.source.is_none() {
            // The library shows nothing of itself.
            return Ok(());
        }
        let mut places = exception.places.borrow_mut();
        let object: &Obj<Exception> = exception;
        object.charge.grow_to(Exception::BYTES + 112 + (places.len() + 1) * PLACE_BYTES)?;
        places.push(Place { code: code.clone(), line });
        Ok(())
    }

    /// The traceback of an exception as CPython prints it, with those it followed.
    pub(crate) fn traceback_text(&mut self, exception: &Gc<Exception>) -> PyResult<String> {
        let mut chain = vec![(exception.clone(), "")];
        while chain.len() < SHOWN_CHAIN
            && let Some((next, words)) = chain.last().and_then(|(last, _)| earlier(last))
            && !chain.iter().any(|(seen, _)| Rc::ptr_eq(seen, &next))
        {
            chain.push((next, words));
        }
        let mut text = String::new();
        for (exception, words) in chain.into_iter().rev() {
            let places = exception.places.borrow().clone();
            self.burn(places.len() as u64 + 16)?;
            drop(self.charge(places.len() * 256)?);
            if !places.is_empty() {
                text.push_str("Traceback (most recent call last):\n");
                write_places(&places, &mut text);
            }
            text.push_str(&self.exception_line(&exception)?);
            if !words.is_empty() {
                text.push_str(&format!("\n{words}:\n\n"));
            }
        }
        Ok(text)
    }

    /// The last lines of a traceback: the class, the message and the notes.
    pub(crate) fn exception_line(&mut self, exception: &Gc<Exception>) -> PyResult<String> {
        let value = Value::Exception(exception.clone());
        let module = match (&exception.class, exception.kind) {
            (Some(_), _) => "",
            (None, ExcKind::JSONDecodeError) => "json.decoder.",
            (None, ExcKind::error) => "re.",
            (None, ExcKind::Error) => "binascii.",
            (None, ExcKind::UnidentifiedImageError) => "PIL.",
            (None, ExcKind::UnsupportedOperation) => "io.",
            (None, ExcKind::AxisError) => "numpy.exceptions.",
            (None, ExcKind::LinAlgError) => "numpy.linalg.",
            (None, _) => "",
        };
        let name = value.type_name().to_owned();
        let message = self.str_of(&value)?;
        let mut text = if message.is_empty() {
            format!("{module}{name}\n")
        } else {
            format!("{module}{name}: {message}\n")
        };
        let notes = exception.attrs.borrow().get(&ByText("__notes__")).cloned();
        if let Some(Value::List(notes)) = notes {
            let notes = notes.0.borrow().clone();
            for note in notes.iter().take(SHOWN_CHAIN) {
                text.push_str(&self.str_of(note)?);
                text.push('\n');
            }
        }
        Ok(text)
    }
}

/// The exception that came before, and how the two belong together.
fn earlier(exception: &Gc<Exception>) -> Option<(Gc<Exception>, &'static str)> {
    let attrs = exception.attrs.borrow();
    let of = |name| match attrs.get(&ByText(name)) {
        Some(Value::Exception(other)) => Some(other.clone()),
        _ => None,
    };
    if let Some(cause) = of("__cause__") {
        return Some((cause, "The above exception was the direct cause of the following exception"));
    }
    if matches!(attrs.get(&ByText("__suppress_context__")), Some(Value::Bool(true))) {
        return None;
    }
    let context = of("__context__")?;
    Some((context, "During handling of the above exception, another exception occurred"))
}

/// The places from the outermost to the innermost.
fn write_places(places: &[Place], text: &mut String) {
    let mut repeats = 0;
    let mut last: Option<(*const Code, u32)> = None;
    for place in places.iter().rev() {
        let here = (Rc::as_ptr(&place.code), place.line);
        if last == Some(here) {
            repeats += 1;
            if repeats >= SHOWN_REPEATS {
                continue;
            }
        } else {
            write_repeats(repeats, text);
            repeats = 0;
            last = Some(here);
        }
        let file = if place.code.from_text { "<string>" } else { "<code>" };
        text.push_str(&format!("  File \"{file}\", line {}, in {}\n", place.line, place.code.name));
        if !place.code.from_text
            && let Some(line) = place.code.source.as_ref().and_then(|source| source.line(place.line))
        {
            text.push_str(&format!("    {line}\n"));
        }
    }
    write_repeats(repeats, text);
}

fn write_repeats(repeats: usize, text: &mut String) {
    if repeats >= SHOWN_REPEATS {
        let more = repeats - SHOWN_REPEATS + 1;
        let s = if more == 1 { "" } else { "s" };
        text.push_str(&format!("  [Previous line repeated {more} more time{s}]\n"));
    }
}
