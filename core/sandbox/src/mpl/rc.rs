//! `rcParams`: defaults of everything that is drawn.

use std::rc::Rc;

use indexmap::IndexMap;

use super::color::{Color, TAB10, from_hex};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;

/// A default.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Setting {
    Number(f64),
    Flag(bool),
    Text(&'static str),
    Pair(f64, f64),
    Null,
}

use Setting::{Flag, Null, Number, Pair, Text};

/// matplotlib's defaults, as far as something here depends on them, sorted by name.
pub(super) const DEFAULTS: &[(&str, Setting)] = &[
    ("agg.path.chunksize", Number(0.0)),
    ("axes.autolimit_mode", Text("data")),
    ("axes.axisbelow", Text("line")),
    ("axes.edgecolor", Text("black")),
    ("axes.facecolor", Text("white")),
    ("axes.formatter.limits", Pair(-5.0, 6.0)),
    ("axes.formatter.use_mathtext", Flag(false)),
    ("axes.formatter.useoffset", Flag(true)),
    ("axes.grid", Flag(false)),
    ("axes.grid.axis", Text("both")),
    ("axes.grid.which", Text("major")),
    ("axes.labelcolor", Text("black")),
    ("axes.labelpad", Number(4.0)),
    ("axes.labelsize", Text("medium")),
    ("axes.labelweight", Text("normal")),
    ("axes.linewidth", Number(0.8)),
    ("axes.spines.bottom", Flag(true)),
    ("axes.spines.left", Flag(true)),
    ("axes.spines.right", Flag(true)),
    ("axes.spines.top", Flag(true)),
    ("axes.titlecolor", Text("auto")),
    ("axes.titlelocation", Text("center")),
    ("axes.titlepad", Number(6.0)),
    ("axes.titlesize", Text("large")),
    ("axes.titleweight", Text("normal")),
    ("axes.unicode_minus", Flag(true)),
    ("axes.xmargin", Number(0.05)),
    ("axes.ymargin", Number(0.05)),
    ("boxplot.flierprops.markersize", Number(6.0)),
    ("errorbar.capsize", Number(0.0)),
    ("figure.autolayout", Flag(false)),
    ("figure.constrained_layout.use", Flag(false)),
    ("figure.dpi", Number(100.0)),
    ("figure.edgecolor", Text("white")),
    ("figure.facecolor", Text("white")),
    ("figure.figsize", Pair(6.4, 4.8)),
    ("figure.max_open_warning", Number(20.0)),
    ("figure.subplot.bottom", Number(0.11)),
    ("figure.subplot.hspace", Number(0.2)),
    ("figure.subplot.left", Number(0.125)),
    ("figure.subplot.right", Number(0.9)),
    ("figure.subplot.top", Number(0.88)),
    ("figure.subplot.wspace", Number(0.2)),
    ("figure.titlesize", Text("large")),
    ("figure.titleweight", Text("normal")),
    ("font.family", Text("sans-serif")),
    ("font.monospace", Text("DejaVu Sans Mono")),
    ("font.sans-serif", Text("DejaVu Sans")),
    ("font.serif", Text("DejaVu Serif")),
    ("font.size", Number(10.0)),
    ("font.style", Text("normal")),
    ("font.weight", Text("normal")),
    ("grid.alpha", Number(1.0)),
    ("grid.color", Text("#b0b0b0")),
    ("grid.linestyle", Text("-")),
    ("grid.linewidth", Number(0.8)),
    ("hatch.color", Text("black")),
    ("hatch.linewidth", Number(1.0)),
    ("hist.bins", Number(10.0)),
    ("image.aspect", Text("equal")),
    ("image.cmap", Text("viridis")),
    ("image.interpolation", Text("auto")),
    ("image.origin", Text("upper")),
    ("legend.borderaxespad", Number(0.5)),
    ("legend.borderpad", Number(0.4)),
    ("legend.columnspacing", Number(2.0)),
    ("legend.edgecolor", Text("0.8")),
    ("legend.facecolor", Text("inherit")),
    ("legend.fancybox", Flag(true)),
    ("legend.fontsize", Text("medium")),
    ("legend.framealpha", Number(0.8)),
    ("legend.frameon", Flag(true)),
    ("legend.handleheight", Number(0.7)),
    ("legend.handlelength", Number(2.0)),
    ("legend.handletextpad", Number(0.8)),
    ("legend.labelspacing", Number(0.5)),
    ("legend.loc", Text("best")),
    ("legend.markerscale", Number(1.0)),
    ("legend.numpoints", Number(1.0)),
    ("legend.scatterpoints", Number(1.0)),
    ("legend.shadow", Flag(false)),
    ("legend.title_fontsize", Null),
    ("lines.antialiased", Flag(true)),
    ("lines.color", Text("C0")),
    ("lines.dash_capstyle", Text("butt")),
    ("lines.dash_joinstyle", Text("round")),
    ("lines.linestyle", Text("-")),
    ("lines.linewidth", Number(1.5)),
    ("lines.marker", Text("None")),
    ("lines.markeredgewidth", Number(1.0)),
    ("lines.markersize", Number(6.0)),
    ("lines.solid_capstyle", Text("projecting")),
    ("lines.solid_joinstyle", Text("round")),
    ("mathtext.default", Text("it")),
    ("mathtext.fontset", Text("dejavusans")),
    ("patch.edgecolor", Text("black")),
    ("patch.facecolor", Text("C0")),
    ("patch.force_edgecolor", Flag(false)),
    ("patch.linewidth", Number(1.0)),
    ("savefig.bbox", Null),
    ("savefig.dpi", Text("figure")),
    ("savefig.edgecolor", Text("auto")),
    ("savefig.facecolor", Text("auto")),
    ("savefig.format", Text("png")),
    ("savefig.pad_inches", Number(0.1)),
    ("savefig.transparent", Flag(false)),
    ("scatter.edgecolors", Text("face")),
    ("scatter.marker", Text("o")),
    ("text.antialiased", Flag(true)),
    ("text.color", Text("black")),
    ("text.usetex", Flag(false)),
    ("xtick.bottom", Flag(true)),
    ("xtick.color", Text("black")),
    ("xtick.direction", Text("out")),
    ("xtick.labelbottom", Flag(true)),
    ("xtick.labelcolor", Text("inherit")),
    ("xtick.labelsize", Text("medium")),
    ("xtick.labeltop", Flag(false)),
    ("xtick.major.pad", Number(3.5)),
    ("xtick.major.size", Number(3.5)),
    ("xtick.major.width", Number(0.8)),
    ("xtick.minor.pad", Number(3.4)),
    ("xtick.minor.size", Number(2.0)),
    ("xtick.minor.visible", Flag(false)),
    ("xtick.minor.width", Number(0.6)),
    ("xtick.top", Flag(false)),
    ("ytick.color", Text("black")),
    ("ytick.direction", Text("out")),
    ("ytick.labelcolor", Text("inherit")),
    ("ytick.labelleft", Flag(true)),
    ("ytick.labelright", Flag(false)),
    ("ytick.labelsize", Text("medium")),
    ("ytick.left", Flag(true)),
    ("ytick.major.pad", Number(3.5)),
    ("ytick.major.size", Number(3.5)),
    ("ytick.major.width", Number(0.8)),
    ("ytick.minor.pad", Number(3.4)),
    ("ytick.minor.size", Number(2.0)),
    ("ytick.minor.visible", Flag(false)),
    ("ytick.minor.width", Number(0.6)),
    ("ytick.right", Flag(false)),
];

/// The settings of a conversation.
pub(crate) struct Settings {
    /// What scripts changed.
    pub changed: Rc<IndexMap<String, Value>>,
    /// Colours that lines take in turn.
    pub cycle: Rc<Vec<Color>>,
}

impl Default for Settings {
    fn default() -> Self {
        let cycle = TAB10.iter().map(|(_, rgb)| from_hex(*rgb)).collect();
        Self { changed: Rc::default(), cycle: Rc::new(cycle) }
    }
}

/// The default of a setting.
pub(crate) fn default(name: &str) -> Option<Setting> {
    DEFAULTS.binary_search_by_key(&name, |entry| entry.0).ok().map(|index| DEFAULTS[index].1)
}

impl Settings {
    /// A number.
    pub fn number(&self, name: &str) -> f64 {
        if let Some(value) = self.changed.get(name) {
            let number = match value {
                Value::Host(host) => host.number().and_then(|number| number.as_f64()),
                other => other.as_f64(),
            };
            if let Some(number) = number {
                return number;
            }
        }
        match default(name) {
            Some(Number(number)) => number,
            _ => 0.0,
        }
    }

    /// A truth.
    pub fn flag(&self, name: &str) -> bool {
        if let Some(value) = self.changed.get(name) {
            return match value {
                Value::Bool(truth) => *truth,
                Value::Str(text) => matches!(&***text, "true" | "True" | "on" | "yes"),
                other => other.as_f64().is_some_and(|number| number != 0.0),
            };
        }
        matches!(default(name), Some(Flag(true)))
    }

    /// A text.
    pub fn text(&self, name: &str) -> String {
        match self.changed.get(name) {
            Some(Value::Str(text)) => (***text).to_owned(),
            Some(Value::List(list)) => match list.0.borrow().first() {
                Some(Value::Str(text)) => (***text).to_owned(),
                _ => String::new(),
            },
            Some(Value::Bool(_)) => String::new(),
            _ => match default(name) {
                Some(Text(text)) => text.to_owned(),
                _ => String::new(),
            },
        }
    }

    /// The font size of a setting in points: a number, or a word relative to `font.size`.
    pub fn font_size(&self, name: &str) -> f64 {
        if let Some(number) = self.changed.get(name).and_then(Value::as_f64) {
            return number;
        }
        size_of_word(&self.text(name), self.number("font.size")).unwrap_or(self.number("font.size"))
    }

    /// The value as scripts see it.
    pub fn value(&self, ctx: &Ctx, name: &str) -> PyResult<Option<Value>> {
        if let Some(value) = self.changed.get(name) {
            return Ok(Some(value.clone()));
        }
        Ok(Some(match default(name) {
            None => return Ok(None),
            Some(Number(number)) => Value::Float(number),
            Some(Flag(flag)) => Value::Bool(flag),
            Some(Text(text))
                if name == "font.family" || name.starts_with("font.s") && name != "font.style" =>
            {
                let text = ctx.str(text)?;
                ctx.list(vec![text])?
            }
            Some(Text(text)) => ctx.str(text)?,
            Some(Pair(a, b)) => ctx.list(vec![Value::Float(a), Value::Float(b)])?,
            Some(Null) => Value::None,
        }))
    }
}

/// Points of a font size in words.
pub(crate) fn size_of_word(word: &str, base: f64) -> Option<f64> {
    let factor = match word {
        "xx-small" => 0.579,
        "x-small" => 0.694,
        "small" | "smaller" => 0.833,
        "medium" => 1.0,
        "large" | "larger" => 1.2,
        "x-large" => 1.44,
        "xx-large" => 1.728,
        _ => return None,
    };
    Some(base * factor)
}

/// A colour of a setting.
pub(crate) fn color(ctx: &mut Ctx, name: &str) -> PyResult<Color> {
    if let Some(value) = ctx.plots.rc.changed.get(name).cloned() {
        return super::color::color(ctx, &value);
    }
    let text = ctx.plots.rc.text(name);
    Ok(super::color::named(&text, &ctx.plots.rc.cycle).unwrap_or(super::color::BLACK))
}
