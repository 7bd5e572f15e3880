//! Classes with parameters, such as `list[int]`.

use super::args::Args;
use super::ctx::Ctx;
use super::fault::{Fault, PyResult};
use super::host::{BinaryOp, CompareOp, Host, NativeType};
use super::value::Value;

/// `origin[parameters]`.
struct Alias {
    origin: Value,
    parameters: Vec<Value>,
}

static CLASS: NativeType = NativeType {
    name: "types.GenericAlias",
    call: None,
    is_instance: |value| value.host::<Alias>().is_some(),
    attrs: &[],
};

/// The class behind `class[parameters]`.
pub(crate) fn origin(value: &Value) -> Option<Value> {
    value.host::<Alias>().map(|alias| alias.origin.clone())
}

/// Classes with parameters nested deeper than this are refused, so that they can be dropped.
const MAX_NESTING: usize = 32;

/// How deeply classes with parameters and unions are nested in a value.
fn nesting(value: &Value) -> usize {
    let mut level: Vec<&Value> = vec![value];
    let mut depth = 0;
    while depth <= MAX_NESTING && !level.is_empty() {
        let mut inner = Vec::new();
        for value in level {
            if let Some(alias) = value.host::<Alias>() {
                inner.push(&alias.origin);
                inner.extend(&alias.parameters);
            } else if let Some(classes) = alternatives(value) {
                inner.extend(classes);
            }
        }
        inner.retain(|value| matches!(value, Value::Host(_)));
        // One value of each kind may stand for many: the depth counts.
        inner.truncate(MAX_BREADTH);
        level = inner;
        depth += 1;
    }
    depth
}

/// Parts looked at on each level of nesting.
const MAX_BREADTH: usize = 256;

/// `int | str`.
struct Union(Vec<Value>);

static UNION: NativeType = NativeType {
    name: "types.UnionType",
    call: None,
    is_instance: |value| value.host::<Union>().is_some(),
    attrs: &[],
};

/// The classes of a union.
pub(crate) fn alternatives(value: &Value) -> Option<&[Value]> {
    value.host::<Union>().map(|union| &*union.0)
}

impl Host for Union {
    fn type_name(&self) -> &'static str {
        "types.UnionType"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&UNION)
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        match name {
            "__args__" => ctx.tuple(self.0.clone()).map(Some),
            _ => Ok(None),
        }
    }

    fn binary(
        &self,
        ctx: &mut Ctx,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> PyResult<Option<Value>> {
        if op != BinaryOp::Or {
            return Ok(None);
        }
        let (a, b) = if reflected { (other, this) } else { (this, other) };
        ctx.union(a, b).map(Some)
    }

    fn compare(&self, ctx: &mut Ctx, _: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        let Some(other) = alternatives(other) else { return Ok(None) };
        let (a, b) = (ctx.set(self.0.clone(), true)?, ctx.set(other.to_vec(), true)?);
        let equal = ctx.equal(&a, &b)?;
        Ok(match op {
            CompareOp::Eq => Some(Value::Bool(equal)),
            CompareOp::Ne => Some(Value::Bool(!equal)),
            _ => None,
        })
    }

    fn repr(&self, ctx: &mut Ctx) -> PyResult<String> {
        ctx.enter()?;
        let names = self.0.iter().map(|class| ctx.parameter(class)).collect::<PyResult<Vec<_>>>();
        ctx.leave();
        Ok(names?.join(" | "))
    }
}

impl Ctx {
    /// `a | b` of classes.
    pub(super) fn union(&mut self, a: &Value, b: &Value) -> PyResult<Value> {
        let mut classes: Vec<Value> = Vec::new();
        for side in [a, b] {
            let one = std::slice::from_ref(side);
            for class in alternatives(side).unwrap_or(one) {
                self.burn(classes.len() as u64 + 1)?;
                if !classes.iter().any(|known| super::compare::same(known, class)) {
                    classes.push(class.clone());
                }
            }
        }
        match &classes[..] {
            [one] => Ok(one.clone()),
            _ => {
                self.check_nesting(classes.iter())?;
                Ok(Value::from_host(Union(classes)))
            }
        }
    }

    /// `class[parameters]`.
    pub(crate) fn generic(&mut self, class: &Value, key: &Value) -> PyResult<Value> {
        let parameters = match key {
            Value::Tuple(items) => items.0.to_vec(),
            one => vec![one.clone()],
        };
        self.burn(parameters.len() as u64)?;
        self.check_nesting(parameters.iter().chain([class]))?;
        Ok(Value::from_host(Alias { origin: class.clone(), parameters }))
    }

    fn check_nesting<'v>(&mut self, mut parts: impl Iterator<Item = &'v Value>) -> PyResult<()> {
        if parts.any(|part| nesting(part) >= MAX_NESTING) {
            return Err(Fault::recursion(" in a type"));
        }
        Ok(())
    }

    fn parameter(&mut self, value: &Value) -> PyResult<String> {
        Ok(match value {
            Value::Ellipsis => "...".to_owned(),
            Value::None => "None".to_owned(),
            Value::Type(class) => class.name.to_owned(),
            Value::ExcType(kind) => kind.name().to_owned(),
            Value::Class(class) => self.full_name(class),
            Value::List(list) => {
                let items = list.0.borrow().clone();
                let items = items.iter().map(|item| self.parameter(item)).collect::<PyResult<Vec<_>>>()?;
                format!("[{}]", items.join(", "))
            }
            other => self.repr(other)?,
        })
    }
}

impl Host for Alias {
    fn type_name(&self) -> &'static str {
        "types.GenericAlias"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&CLASS)
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        match name {
            "__origin__" => Ok(Some(self.origin.clone())),
            "__args__" | "__parameters__" => ctx.tuple(self.parameters.clone()).map(Some),
            _ => ctx.find_attr(&self.origin, name),
        }
    }

    fn call(&self, ctx: &mut Ctx, _: &Value, args: Args) -> PyResult<Value> {
        ctx.call(&self.origin, args)
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        let method = ctx.get_attr(&self.origin, name)?;
        ctx.call(&method, args)
    }

    fn binary(
        &self,
        ctx: &mut Ctx,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> PyResult<Option<Value>> {
        if op != BinaryOp::Or {
            return Ok(None);
        }
        let (a, b) = if reflected { (other, this) } else { (this, other) };
        ctx.union(a, b).map(Some)
    }

    fn compare(&self, ctx: &mut Ctx, _: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        let Some(other) = other.host::<Alias>() else { return Ok(None) };
        let equal = ctx.equal(&self.origin, &other.origin)? && {
            let (a, b) = (ctx.tuple(self.parameters.clone())?, ctx.tuple(other.parameters.clone())?);
            ctx.equal(&a, &b)?
        };
        Ok(match op {
            CompareOp::Eq => Some(Value::Bool(equal)),
            CompareOp::Ne => Some(Value::Bool(!equal)),
            _ => None,
        })
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        // The parameters of a generic alias may stand open, as in `list[T]`.
        ctx.generic(&self.origin, key)
    }

    fn iter(&self, _: &mut Ctx) -> PyResult<Value> {
        Err(Fault::type_error("'types.GenericAlias' object is not iterable"))
    }

    fn repr(&self, ctx: &mut Ctx) -> PyResult<String> {
        ctx.enter()?;
        let text = (|| {
            let origin = ctx.parameter(&self.origin)?;
            let parameters =
                self.parameters.iter().map(|p| ctx.parameter(p)).collect::<PyResult<Vec<_>>>()?;
            let parameters = if parameters.is_empty() { "()".to_owned() } else { parameters.join(", ") };
            Ok(format!("{origin}[{parameters}]"))
        })();
        ctx.leave();
        text
    }
}
