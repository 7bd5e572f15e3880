//! Attributes of functions, methods, properties and other callables.

use std::rc::Rc;

use super::ctx::Ctx;
use super::dict::{Dict, Key};
use super::fault::PyResult;
use super::function::{BoundMethod, Builtin, Function};
use super::heap::Gc;
use super::host::NativeFn;
use super::text::{ByText, Str};
use super::value::Value;

impl Ctx {
    pub(super) fn function_attr(&mut self, function: &Gc<Function>, name: &str) -> PyResult<Option<Value>> {
        if let Some(value) = function.attrs.borrow().get(&ByText(name)) {
            return Ok(Some(value.clone()));
        }
        let code = function.code.clone();
        Ok(match name {
            "__name__" => Some(self.str(code.name.clone())?),
            "__qualname__" => Some(self.str(code.qualname.clone())?),
            "__doc__" => Some(code.doc.clone().map_or(Value::None, Value::Str)),
            "__module__" => Some(self.str("__main__")?),
            "__defaults__" if function.defaults.is_empty() => Some(Value::None),
            "__defaults__" => Some(self.tuple(function.defaults.clone())?),
            "__kwdefaults__" => {
                let mut defaults = Dict::default();
                let names = &code.locals[code.positional..];
                for (name, default) in names.iter().zip(&function.keyword_defaults) {
                    if let Some(default) = default {
                        defaults.insert(Key::new(&Value::Str(name.clone()))?, default.clone());
                    }
                }
                if defaults.is_empty() { Some(Value::None) } else { Some(self.dict(defaults)?) }
            }
            "__code__" => Some(Value::from_host(super::code_object::CodeObject(code))),
            "__closure__" if function.closure.is_empty() => Some(Value::None),
            "__closure__" => {
                let cells =
                    function.closure.iter().map(|cell| cell.0.borrow().clone().unwrap_or(Value::None));
                let cells = cells.map(|value| {
                    let names = [("cell_contents", value)];
                    self.new_module("cell", names)
                });
                let cells = cells.collect::<PyResult<Vec<_>>>()?;
                Some(self.tuple(cells)?)
            }
            "__globals__" => Some(self.call(&self.builtin_named("globals")?, super::args::Args::default())?),
            "__annotations__" => Some(match &function.annotations {
                Value::None => self.dict(Dict::default())?,
                annotations => annotations.clone(),
            }),
            "__dict__" => Some(self.attrs_dict(&function.attrs.borrow())?),
            "__class__" => Some(self.type_of(&Value::Function(function.clone()))?),
            _ => None,
        })
    }

    pub(super) fn set_function_attr(
        &mut self,
        function: &Gc<Function>,
        name: Rc<Str>,
        value: Value,
    ) -> PyResult<()> {
        function.charge.grow_to((function.attrs.borrow().len() + 1) * 48)?;
        let old = function.attrs.borrow_mut().insert(name, value);
        drop(old);
        Ok(())
    }

    pub(super) fn method_attr(
        &mut self,
        object: &Value,
        method: &Gc<BoundMethod>,
        name: &str,
    ) -> PyResult<Option<Value>> {
        match name {
            "__self__" => Ok(Some(method.receiver.clone())),
            "__func__" => Ok(Some(method.function.clone())),
            "__class__" => self.type_of(object).map(Some),
            _ => self.find_attr(&method.function, name),
        }
    }

    /// Parts of a property, such as the decorators `setter` and `deleter`.
    pub(super) fn property_attr(
        &mut self,
        property: &Value,
        parts: [&Value; 3],
        name: &str,
    ) -> PyResult<Option<Value>> {
        let [getter, setter, deleter] = parts;
        match name {
            "fget" => Ok(Some(getter.clone())),
            "fset" => Ok(Some(setter.clone())),
            "fdel" => Ok(Some(deleter.clone())),
            "__doc__" => self.find_attr(getter, name),
            "setter" => self.builtin(Builtin::Closure(&SETTER, property.clone())).map(Some),
            "getter" => self.builtin(Builtin::Closure(&GETTER, property.clone())).map(Some),
            "deleter" => self.builtin(Builtin::Closure(&DELETER, property.clone())).map(Some),
            _ => Ok(None),
        }
    }
}

fn parts(property: &Value) -> [Value; 3] {
    match property {
        Value::Builtin(builtin) => match &***builtin {
            Builtin::Property(getter, setter, deleter) => [getter.clone(), setter.clone(), deleter.clone()],
            _ => [Value::None, Value::None, Value::None],
        },
        _ => [Value::None, Value::None, Value::None],
    }
}

static GETTER: NativeFn = NativeFn {
    name: "getter",
    call: |ctx, args| {
        let [property, getter] = args.exactly("getter")?;
        let [_, setter, deleter] = parts(&property);
        ctx.builtin(Builtin::Property(getter, setter, deleter))
    },
};

static SETTER: NativeFn = NativeFn {
    name: "setter",
    call: |ctx, args| {
        let [property, setter] = args.exactly("setter")?;
        let [getter, _, deleter] = parts(&property);
        ctx.builtin(Builtin::Property(getter, setter, deleter))
    },
};

static DELETER: NativeFn = NativeFn {
    name: "deleter",
    call: |ctx, args| {
        let [property, deleter] = args.exactly("deleter")?;
        let [getter, setter, _] = parts(&property);
        ctx.builtin(Builtin::Property(getter, setter, deleter))
    },
};
