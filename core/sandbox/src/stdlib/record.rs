//! Named tuples.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::function::Builtin;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

/// `record(name, fields, defaults)`: the `__new__` of a named tuple's class. The defaults are those of the
/// last fields.
pub(super) fn constructor(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let parts: [Value; 3] = args.exactly("record")?;
    let shape = ctx.tuple(parts.to_vec())?;
    let new = ctx.builtin(Builtin::Closure(&NEW, shape))?;
    ctx.builtin(Builtin::Static(new))
}

/// Called with the shape, the class and the values of the fields.
static NEW: NativeFn = NativeFn {
    name: "__new__",
    call: |ctx, mut args| {
        if args.positional.len() < 2 {
            return Err(Fault::type_error("tuple.__new__(): not enough arguments"));
        }
        let mut given = args.positional.split_off(2).into_iter();
        let (Some(class), Some(Value::Tuple(shape))) = (args.positional.pop(), args.positional.pop()) else {
            return Err(Fault::type_error("tuple.__new__(X): X is not a type object"));
        };
        let [Value::Str(name), Value::Tuple(fields), Value::Tuple(defaults)] = &shape.0[..] else {
            return Err(Fault::type_error("tuple.__new__(X): X is not a named tuple"));
        };
        let count = fields.0.len();
        if given.len() > count {
            let s = if count == 0 { "" } else { "s" };
            let verb = if given.len() == 0 { "was" } else { "were" };
            let least = count.saturating_sub(defaults.0.len()) + 1;
            let takes = if least == count + 1 {
                format!("{least}")
            } else {
                format!("from {least} to {}", count + 1)
            };
            return Err(Fault::type_error(format!(
                "{}.__new__() takes {takes} positional argument{s} but {} {verb} given",
                &***name,
                given.len() + 1
            )));
        }
        ctx.burn(count as u64)?;
        let mut values: Vec<Option<Value>> = (0..count).map(|_| given.next()).collect();
        for (keyword, value) in args.keyword {
            let place = fields.0.iter().position(|field| field.as_str() == Some(&**keyword));
            let Some(place) = place.and_then(|index| values.get_mut(index)) else {
                return Err(Fault::type_error(format!(
                    "{}.__new__() got an unexpected keyword argument '{}'",
                    &***name, &**keyword
                )));
            };
            if place.replace(value).is_some() {
                return Err(Fault::type_error(format!(
                    "{}.__new__() got multiple values for argument '{}'",
                    &***name, &**keyword
                )));
            }
        }
        let first_default = count.saturating_sub(defaults.0.len());
        let mut missing = Vec::new();
        for (index, place) in values.iter_mut().enumerate() {
            if place.is_none() {
                *place = index.checked_sub(first_default).and_then(|index| defaults.0.get(index)).cloned();
            }
            if place.is_none() {
                missing.push(fields.0[index].as_str().unwrap_or_default().to_owned());
            }
        }
        if !missing.is_empty() {
            let message = crate::eval::missing_arguments(
                &format!("{}.__new__", &***name),
                "positional",
                &missing.iter().map(String::as_str).collect::<Vec<_>>(),
            );
            return Err(Fault::type_error(message));
        }
        let items = ctx.tuple(values.into_iter().flatten().collect())?;
        match class {
            Value::Class(class) => ctx.instance(&class, Some(items)),
            _ => Ok(items),
        }
    },
};
