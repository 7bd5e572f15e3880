//! Library modules written in Python themselves, compiled when they are first imported.

use super::native;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;

/// Each source defines one function `module(native)` that returns its names as a dictionary, so that
/// nothing of it shows among the script's variables.
const SOURCES: &[(&str, &str)] = &[
    ("abc", include_str!("python/abc.py")),
    ("_abilities", include_str!("python/abilities.py")),
    ("array", include_str!("python/array.py")),
    ("base64_more", include_str!("python/base64_more.py")),
    ("binascii", include_str!("python/binascii.py")),
    ("bisect", include_str!("python/bisect.py")),
    ("calendar", include_str!("python/calendar.py")),
    ("collections", include_str!("python/collections.py")),
    ("colorsys", include_str!("python/colorsys.py")),
    ("contextlib", include_str!("python/contextlib.py")),
    ("copy", include_str!("python/copy.py")),
    ("csv", include_str!("python/csv.py")),
    ("dataclasses", include_str!("python/dataclasses.py")),
    ("datetime", include_str!("python/datetime.py")),
    ("datetime_format", include_str!("python/datetime_format.py")),
    ("decimal", include_str!("python/decimal.py")),
    ("decimal_context", include_str!("python/decimal_context.py")),
    ("decimal_format", include_str!("python/decimal_format.py")),
    ("enum", include_str!("python/enum.py")),
    ("fnmatch", include_str!("python/fnmatch.py")),
    ("fractions", include_str!("python/fractions.py")),
    ("functools", include_str!("python/functools.py")),
    ("glob", include_str!("python/glob.py")),
    ("heapq", include_str!("python/heapq.py")),
    ("html", include_str!("python/html.py")),
    ("itertools", include_str!("python/itertools.py")),
    ("json_classes", include_str!("python/json_classes.py")),
    ("logging", include_str!("python/logging.py")),
    ("numbers", include_str!("python/numbers.py")),
    ("numpy_functions", include_str!("python/numpy_functions.py")),
    ("numpy_linalg", include_str!("python/numpy_linalg.py")),
    ("numpy_products", include_str!("python/numpy_products.py")),
    ("operator", include_str!("python/operator.py")),
    ("pathlib", include_str!("python/pathlib.py")),
    ("pprint", include_str!("python/pprint.py")),
    ("queue", include_str!("python/queue.py")),
    ("random_distributions", include_str!("python/random_distributions.py")),
    ("secrets", include_str!("python/secrets.py")),
    ("shutil", include_str!("python/shutil.py")),
    ("statistics", include_str!("python/statistics.py")),
    ("string_template", include_str!("python/string_template.py")),
    ("struct", include_str!("python/struct.py")),
    ("tempfile", include_str!("python/tempfile.py")),
    ("textwrap", include_str!("python/textwrap.py")),
    ("time_calendar", include_str!("python/time_calendar.py")),
    ("traceback", include_str!("python/traceback.py")),
    ("types", include_str!("python/types.py")),
    ("typing", include_str!("python/typing.py")),
    ("unicodedata", include_str!("python/unicodedata.py")),
    ("uuid", include_str!("python/uuid.py")),
    ("warnings", include_str!("python/warnings.py")),
];

pub(super) fn module(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    let Some((name, source)) = SOURCES.iter().find(|(known, _)| *known == name) else { return Ok(None) };
    let native = native::module(ctx)?;
    let around = ctx.building.replace(name);
    let exports = ctx.library(source, native);
    ctx.building = around;
    let exports = exports?;
    let module = ctx.new_module(name, [])?;
    if let (Value::Dict(exports), Value::Module(module)) = (&exports, &module) {
        for (key, value) in exports.0.borrow().iter() {
            if let Value::Str(name) = key.value() {
                module.attrs.borrow_mut().insert(name.clone(), value.clone());
            }
        }
    }
    Ok(Some(module))
}
