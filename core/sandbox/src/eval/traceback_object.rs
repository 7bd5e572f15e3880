//! `exception.__traceback__`.

use super::code_object::CodeObject;
use super::ctx::Ctx;
use super::fault::PyResult;
use super::host::{Host, NativeType};
use super::trace::Place;
use super::value::Value;

/// One place of a traceback, and those that follow it.
struct Traceback {
    /// The innermost first.
    places: Vec<Place>,
    /// Which of them this is.
    at: usize,
}

/// The frame of a place.
struct FrameObject(Place);

static TRACEBACK: NativeType = NativeType {
    name: "traceback",
    call: None,
    is_instance: |value| value.host::<Traceback>().is_some(),
    attrs: &[],
};

static FRAME: NativeType = NativeType {
    name: "frame",
    call: None,
    is_instance: |value| value.host::<FrameObject>().is_some(),
    attrs: &[],
};

impl Ctx {
    /// The traceback of an exception; `None` before it was raised.
    pub(crate) fn traceback_object(&self, exception: &Value) -> Value {
        let Value::Exception(exception) = exception else { return Value::None };
        let places = exception.places.borrow().clone();
        match places.len().checked_sub(1) {
            Some(at) => Value::from_host(Traceback { places, at }),
            None => Value::None,
        }
    }
}

impl Host for Traceback {
    fn type_name(&self) -> &'static str {
        "traceback"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&TRACEBACK)
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        let Some(place) = self.places.get(self.at) else { return Ok(None) };
        Ok(match name {
            "tb_lineno" => Some(Value::Int(i64::from(place.line))),
            "tb_next" => Some(match self.at.checked_sub(1) {
                Some(at) => Value::from_host(Self { places: self.places.clone(), at }),
                None => Value::None,
            }),
            "tb_frame" => Some(Value::from_host(FrameObject(place.clone()))),
            _ => None,
        })
    }
}

impl Host for FrameObject {
    fn type_name(&self) -> &'static str {
        "frame"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&FRAME)
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "f_lineno" => Some(Value::Int(i64::from(self.0.line))),
            "f_code" => Some(Value::from_host(CodeObject(self.0.code.clone()))),
            "f_back" => Some(Value::None),
            _ => None,
        })
    }
}
