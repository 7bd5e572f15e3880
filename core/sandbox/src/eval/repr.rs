//! `repr` and `str`.

use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::format::float;
use super::function::Builtin;
use super::identity;
use super::iter::Iter;
pub(crate) use super::quote::ascii;
use super::quote::quote;
use super::value::Value;

impl Ctx {
    /// `repr(value)`.
    pub fn repr(&mut self, value: &Value) -> PyResult<String> {
        let mut out = String::new();
        self.write_repr(value, &mut out)?;
        Ok(out)
    }

    /// `str(value)`.
    pub fn str_of(&mut self, value: &Value) -> PyResult<String> {
        match value {
            Value::Str(text) => {
                self.burn(text.len() as u64 / 16)?;
                Ok((***text).to_owned())
            }
            Value::Host(host) => host.str(self),
            Value::Instance(instance) => match instance.class.find("__str__") {
                Some(function) => self.text_result(&function, value, "__str__"),
                None => match &instance.base {
                    Some(Value::Str(text)) => Ok((***text).to_owned()),
                    _ => self.repr(value),
                },
            },
            Value::Class(class) => match class.meta.as_ref().and_then(|meta| meta.find("__str__")) {
                Some(function) => self.text_result(&function, value, "__str__"),
                None => self.repr(value),
            },
            Value::Exception(exception) => {
                if let Some(function) = exception.class.as_ref().and_then(|class| class.find("__str__")) {
                    return self.text_result(&function, value, "__str__");
                }
                self.exception_text(value)
            }
            _ => self.repr(value),
        }
    }

    /// The message of an exception, whatever its class says about that.
    pub(super) fn exception_text(&mut self, value: &Value) -> PyResult<String> {
        let Value::Exception(exception) = value else { return self.repr(value) };
        if let Some(text) = self.group_text(exception)? {
            return Ok(text);
        }
        let args = exception.args.borrow().clone();
        match &args[..] {
            [] => Ok(String::new()),
            [one] if exception.kind == ExcKind::KeyError => self.repr(one),
            [one] => {
                self.enter()?;
                let text = self.str_of(one);
                self.leave();
                text
            }
            [number @ Value::Int(_), reason] if exception.kind.is_a(ExcKind::OSError) => {
                let (number, reason) = (self.repr(number)?, self.str_of(reason)?);
                Ok(format!("[Errno {number}] {reason}"))
            }
            [number @ Value::Int(_), reason, file, ..] if exception.kind.is_a(ExcKind::OSError) => {
                let (number, reason) = (self.repr(number)?, self.str_of(reason)?);
                Ok(format!("[Errno {number}] {reason}: {}", self.repr(file)?))
            }
            _ => {
                let tuple = self.tuple(args)?;
                self.repr(&tuple)
            }
        }
    }

    fn text_result(&mut self, function: &Value, object: &Value, name: &str) -> PyResult<String> {
        let text = self.call_with(function, vec![object.clone()])?;
        match text.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(Fault::type_error(format!("{name} returned non-string (type {})", text.type_name()))),
        }
    }

    fn write_repr(&mut self, value: &Value, out: &mut String) -> PyResult<()> {
        self.burn(1)?;
        // Text grows here without being charged until it becomes a string.
        if out.len() > self.limits.memory / 2 {
            return Err(Fault::memory(self.limits.memory));
        }
        match value {
            Value::None => out.push_str("None"),
            Value::Ellipsis => out.push_str("Ellipsis"),
            Value::NotImplemented => out.push_str("NotImplemented"),
            Value::Bool(true) => out.push_str("True"),
            Value::Bool(false) => out.push_str("False"),
            Value::Int(i) => out.push_str(&i.to_string()),
            Value::Big(big) => {
                self.burn(big.number.bits() * big.number.bits() / (4096 * 64))?;
                if big.number.bits() > 14_286 {
                    return Err(Fault::value_error(
                        "Exceeds the limit (4300 digits) for integer string conversion",
                    ));
                }
                out.push_str(&big.number.to_string());
            }
            Value::Float(f) => out.push_str(&float::repr(*f)),
            Value::Str(text) => {
                self.burn(text.len() as u64 / 8)?;
                quote(text, out);
            }
            Value::List(_) | Value::Tuple(_) | Value::Dict(_) | Value::Set(_) | Value::Iter(_) => {
                let address = super::dict::identity(value);
                if self.shown.contains(&address) {
                    out.push_str(match value {
                        Value::List(_) => "[...]",
                        Value::Tuple(_) => "(...)",
                        Value::Dict(_) => "{...}",
                        _ => "...",
                    });
                    return Ok(());
                }
                self.enter()?;
                self.shown.push(address);
                let result = self.write_container(value, out);
                self.shown.pop();
                self.leave();
                result?;
            }
            Value::Range(range) => {
                let step = if range.step == 1 { String::new() } else { format!(", {}", range.step) };
                out.push_str(&format!("range({}, {}{step})", range.start, range.stop));
            }
            Value::Slice(slice) => {
                let parts = [slice.start.clone(), slice.stop.clone(), slice.step.clone()];
                self.enter()?;
                let result = self.write_items(&parts, "slice(", ")", out);
                self.leave();
                result?;
            }
            Value::Function(function) => {
                out.push_str(&format!("<function {}{}>", function.code.qualname, identity::at(value)));
            }
            Value::Native(native) => out.push_str(&format!("<built-in function {}>", native.name)),
            Value::Method(method) => {
                let name = match &method.function {
                    Value::Function(function) => function.code.qualname.clone(),
                    _ => String::new(),
                };
                self.enter()?;
                let receiver = self.repr(&method.receiver);
                self.leave();
                out.push_str(&format!("<bound method {name} of {}>", receiver?));
            }
            Value::Builtin(builtin) => match &***builtin {
                Builtin::Method { receiver, name } => {
                    out.push_str(&format!(
                        "<built-in method {} of {} object{}>",
                        &***name,
                        receiver.type_name(),
                        identity::at(receiver)
                    ));
                }
                Builtin::Unbound { class, name } => {
                    out.push_str(&format!("<method '{}' of '{}' objects>", &***name, self.type_label(class)));
                }
                Builtin::Partial { function, positional, keyword } => {
                    self.enter()?;
                    let text = self.partial_repr(function, positional, keyword);
                    self.leave();
                    out.push_str(&text?);
                }
                _ => out.push_str(&format!("<{} object{}>", value.type_name(), identity::at(value))),
            },
            Value::Type(_) | Value::ExcType(_) => {
                out.push_str(&format!("<class '{}'>", self.type_label(value)))
            }
            Value::Class(class) => {
                let text = match class.meta.as_ref().and_then(|meta| meta.find("__repr__")) {
                    Some(function) => self.text_result(&function, value, "__repr__")?,
                    None => self.class_repr(value),
                };
                out.push_str(&text);
            }
            Value::Instance(instance) => match instance.class.find("__repr__") {
                Some(function) => {
                    let text = self.text_result(&function, value, "__repr__")?;
                    out.push_str(&text);
                }
                None => match instance.base.clone() {
                    Some(base) => {
                        // Sets and special dictionaries show the name of the class.
                        let mut text = String::new();
                        self.enter()?;
                        let result = self.write_repr(&base, &mut text);
                        self.leave();
                        result?;
                        let named = match &base {
                            Value::Set(_) => true,
                            Value::Dict(dict) => dict.is_counter() || dict.is_default() || dict.is_ordered(),
                            _ => false,
                        };
                        if named {
                            let rest = text
                                .find('(')
                                .map_or_else(|| format!("({text})"), |at| text[at..].to_owned());
                            let name = self.type_label(&Value::Class(instance.class.clone()));
                            text = name + &rest;
                        }
                        out.push_str(&text);
                    }
                    None => out.push_str(&self.plain_repr(value)),
                },
            },
            Value::Exception(exception) => {
                if let Some(function) = exception.class.as_ref().and_then(|class| class.find("__repr__")) {
                    let text = self.text_result(&function, value, "__repr__")?;
                    out.push_str(&text);
                    return Ok(());
                }
                let args = exception.args.borrow().clone();
                out.push_str(value.type_name());
                self.enter()?;
                let result = self.write_items(&args, "(", ")", out);
                self.leave();
                result?;
            }
            Value::Module(module) => out.push_str(&format!("<module '{}'>", module.name)),
            Value::Host(host) => {
                let text = host.repr(self)?;
                out.push_str(&text);
            }
        }
        Ok(())
    }

    /// What `type.__repr__` shows.
    pub(super) fn class_repr(&self, class: &Value) -> String {
        match class {
            Value::Class(class) => format!("<class '{}'>", self.full_name(class)),
            other => format!("<class '{}'>", self.type_label(other)),
        }
    }

    fn partial_repr(
        &mut self,
        function: &Value,
        positional: &[Value],
        keyword: &[(std::rc::Rc<super::text::Str>, Value)],
    ) -> PyResult<String> {
        let mut parts = vec![self.repr(function)?];
        for value in positional {
            parts.push(self.repr(value)?);
        }
        for (name, value) in keyword {
            parts.push(format!("{}={}", &***name, self.repr(value)?));
        }
        Ok(format!("functools.partial({})", parts.join(", ")))
    }

    fn write_items(&mut self, items: &[Value], open: &str, close: &str, out: &mut String) -> PyResult<()> {
        out.push_str(open);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            self.write_repr(item, out)?;
        }
        out.push_str(close);
        Ok(())
    }

    fn write_container(&mut self, value: &Value, out: &mut String) -> PyResult<()> {
        match value {
            Value::Iter(iterator) if let Some((name, parts)) = iterator.shown_parts() => {
                out.push_str(name);
                self.write_items(&parts, "(", ")", out)
            }
            Value::List(list) => {
                let items = list.0.borrow().clone();
                self.write_items(&items, "[", "]", out)
            }
            Value::Tuple(tuple) => {
                let close = if tuple.0.len() == 1 { ",)" } else { ")" };
                self.write_items(&tuple.0, "(", close, out)
            }
            Value::Set(set) => {
                let items: Vec<Value> = set.items.borrow().iter().map(|key| key.value().clone()).collect();
                match (set.frozen, items.is_empty()) {
                    (false, true) => out.push_str("set()"),
                    (true, true) => out.push_str("frozenset()"),
                    (false, false) => self.write_items(&items, "{", "}", out)?,
                    (true, false) => self.write_items(&items, "frozenset({", "})", out)?,
                }
                Ok(())
            }
            Value::Dict(dict) => {
                let mut items = super::sequence::snapshot(dict);
                let factory = dict.factory();
                if dict.is_counter() {
                    if items.is_empty() {
                        out.push_str("Counter()");
                        return Ok(());
                    }
                    self.burn(items.len() as u64)?;
                    items.sort_by(|_, a, _, b| b.as_i64().cmp(&a.as_i64()));
                    out.push_str("Counter(");
                } else if dict.is_default() {
                    out.push_str("defaultdict(");
                    self.write_repr(&factory.unwrap_or(Value::None), out)?;
                    out.push_str(", ");
                } else if dict.is_ordered() {
                    if items.is_empty() {
                        out.push_str("OrderedDict()");
                        return Ok(());
                    }
                    out.push_str("OrderedDict(");
                }
                out.push('{');
                for (index, (key, value)) in items.iter().enumerate() {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    self.write_repr(key.value(), out)?;
                    out.push_str(": ");
                    self.write_repr(value, out)?;
                }
                out.push('}');
                if dict.is_counter() || dict.is_default() || dict.is_ordered() {
                    out.push(')');
                }
                Ok(())
            }
            other => {
                let name = other.type_name().to_owned();
                if crate::builtins::viewed(other).is_none() {
                    let Value::Iter(iterator) = other else { return Ok(()) };
                    let parts = match &*iterator.0.borrow() {
                        Iter::Count { next, step } if step.as_i64() == Some(1) => vec![next.clone()],
                        Iter::Count { next, step } => vec![next.clone(), step.clone()],
                        Iter::Repeat { value, left: None } => vec![value.clone()],
                        Iter::Repeat { value, left: Some(left) } => {
                            vec![value.clone(), Value::Int(*left as i64)]
                        }
                        Iter::Generator { frame: Some(frame), .. } if name == "generator" => {
                            let at = identity::at(other);
                            out.push_str(&format!("<generator object {}{at}>", frame.code.qualname));
                            return Ok(());
                        }
                        _ => Vec::new(),
                    };
                    if parts.is_empty() {
                        let module = if ITERTOOLS.contains(&&*name) { "itertools." } else { "" };
                        out.push_str(&format!("<{module}{name} object{}>", identity::at(other)));
                        return Ok(());
                    }
                    out.push_str(&name);
                    self.write_items(&parts, "(", ")", out)?;
                    return Ok(());
                }
                let items = self.collect(other)?;
                out.push_str(&name);
                self.write_items(&items, "([", "])", out)
            }
        }
    }
}

/// Iterators that show the module they come from.
const ITERTOOLS: [&str; 16] = [
    "accumulate",
    "chain",
    "combinations",
    "combinations_with_replacement",
    "compress",
    "cycle",
    "dropwhile",
    "filterfalse",
    "groupby",
    "islice",
    "pairwise",
    "permutations",
    "product",
    "starmap",
    "takewhile",
    "zip_longest",
];
