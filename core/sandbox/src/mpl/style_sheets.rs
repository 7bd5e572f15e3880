//! Style sheets by their names.

use std::rc::Rc;

use super::color::from_hex;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// A style: settings as texts, and the colours of lines.
struct Sheet {
    name: &'static str,
    settings: &'static [(&'static str, &'static str)],
    cycle: &'static [u32],
}

const GGPLOT: &[(&str, &str)] = &[
    ("patch.linewidth", "0.5"),
    ("patch.facecolor", "#348ABD"),
    ("patch.edgecolor", "#EEEEEE"),
    ("font.size", "10.0"),
    ("axes.facecolor", "#E5E5E5"),
    ("axes.edgecolor", "white"),
    ("axes.linewidth", "1"),
    ("axes.grid", "True"),
    ("axes.titlesize", "x-large"),
    ("axes.labelsize", "large"),
    ("axes.labelcolor", "#555555"),
    ("axes.axisbelow", "True"),
    ("axes.spines.top", "True"),
    ("xtick.color", "#555555"),
    ("xtick.direction", "out"),
    ("ytick.color", "#555555"),
    ("ytick.direction", "out"),
    ("grid.color", "white"),
    ("grid.linestyle", "-"),
    ("figure.facecolor", "white"),
    ("figure.edgecolor", "0.50"),
];

const DARK: &[(&str, &str)] = &[
    ("lines.color", "white"),
    ("patch.edgecolor", "white"),
    ("text.color", "white"),
    ("axes.facecolor", "black"),
    ("axes.edgecolor", "white"),
    ("axes.labelcolor", "white"),
    ("xtick.color", "white"),
    ("ytick.color", "white"),
    ("grid.color", "white"),
    ("figure.facecolor", "black"),
    ("figure.edgecolor", "black"),
    ("hatch.color", "white"),
];

const GRAYSCALE: &[(&str, &str)] = &[
    ("patch.facecolor", "gray"),
    ("patch.edgecolor", "black"),
    ("axes.edgecolor", "black"),
    ("axes.labelcolor", "black"),
    ("xtick.color", "black"),
    ("ytick.color", "black"),
    ("text.color", "black"),
    ("figure.facecolor", "0.75"),
    ("figure.edgecolor", "white"),
    ("image.cmap", "gray"),
    ("axes.facecolor", "white"),
];

const FIVETHIRTYEIGHT: &[(&str, &str)] = &[
    ("lines.linewidth", "4"),
    ("legend.fancybox", "True"),
    ("axes.axisbelow", "True"),
    ("axes.facecolor", "#f0f0f0"),
    ("axes.labelsize", "large"),
    ("axes.grid", "True"),
    ("axes.edgecolor", "#f0f0f0"),
    ("axes.linewidth", "3.0"),
    ("axes.titlesize", "x-large"),
    ("patch.edgecolor", "#f0f0f0"),
    ("patch.linewidth", "0.5"),
    ("grid.linestyle", "-"),
    ("grid.linewidth", "1.0"),
    ("grid.color", "#cbcbcb"),
    ("xtick.major.size", "0"),
    ("xtick.minor.size", "0"),
    ("ytick.major.size", "0"),
    ("ytick.minor.size", "0"),
    ("font.size", "14.0"),
    ("figure.subplot.left", "0.08"),
    ("figure.subplot.right", "0.95"),
    ("figure.subplot.bottom", "0.07"),
    ("figure.facecolor", "#f0f0f0"),
];

const BMH: &[(&str, &str)] = &[
    ("lines.linewidth", "2.0"),
    ("patch.linewidth", "0.5"),
    ("patch.facecolor", "blue"),
    ("patch.edgecolor", "#eeeeee"),
    ("text.hinting_factor", "8"),
    ("axes.facecolor", "#eeeeee"),
    ("axes.edgecolor", "#bcbcbc"),
    ("axes.grid", "True"),
    ("axes.titlesize", "x-large"),
    ("axes.labelsize", "large"),
    ("legend.fancybox", "True"),
    ("grid.color", "#b2b2b2"),
    ("grid.linestyle", "--"),
    ("grid.linewidth", "0.5"),
    ("mathtext.fontset", "cm"),
    ("xtick.direction", "in"),
    ("ytick.direction", "in"),
];

const SEABORN: &[(&str, &str)] = &[
    ("axes.grid", "True"),
    ("axes.facecolor", "EAEAF2"),
    ("axes.edgecolor", "white"),
    ("axes.linewidth", "0"),
    ("axes.axisbelow", "True"),
    ("axes.labelcolor", ".15"),
    ("figure.facecolor", "white"),
    ("grid.color", "white"),
    ("grid.linestyle", "-"),
    ("text.color", ".15"),
    ("xtick.color", ".15"),
    ("xtick.direction", "out"),
    ("xtick.major.size", "0"),
    ("xtick.minor.size", "0"),
    ("ytick.color", ".15"),
    ("ytick.direction", "out"),
    ("ytick.major.size", "0"),
    ("ytick.minor.size", "0"),
    ("legend.frameon", "False"),
    ("legend.numpoints", "1"),
    ("legend.scatterpoints", "1"),
    ("lines.solid_capstyle", "round"),
    ("image.cmap", "Greys"),
];

const SEABORN_WHITEGRID: &[(&str, &str)] = &[
    ("axes.grid", "True"),
    ("axes.facecolor", "white"),
    ("axes.edgecolor", ".8"),
    ("axes.linewidth", "1"),
    ("axes.axisbelow", "True"),
    ("axes.labelcolor", ".15"),
    ("figure.facecolor", "white"),
    ("grid.color", ".8"),
    ("grid.linestyle", "-"),
    ("text.color", ".15"),
    ("xtick.color", ".15"),
    ("xtick.direction", "out"),
    ("xtick.major.size", "0"),
    ("xtick.minor.size", "0"),
    ("ytick.color", ".15"),
    ("ytick.direction", "out"),
    ("ytick.major.size", "0"),
    ("ytick.minor.size", "0"),
    ("legend.frameon", "False"),
    ("legend.numpoints", "1"),
    ("legend.scatterpoints", "1"),
    ("lines.solid_capstyle", "round"),
    ("image.cmap", "Greys"),
];

const SHEETS: &[Sheet] = &[
    Sheet {
        name: "ggplot",
        settings: GGPLOT,
        cycle: &[0xe24a33, 0x348abd, 0x988ed5, 0x777777, 0xfbc15e, 0x8eba42, 0xffb5b8],
    },
    Sheet {
        name: "dark_background",
        settings: DARK,
        cycle: &[
            0x8dd3c7, 0xfeffb3, 0xbfbbd9, 0xfa8174, 0x81b1d2, 0xfdb462, 0xb3de69, 0xbc82bd, 0xccebc4,
            0xffed6f,
        ],
    },
    Sheet { name: "grayscale", settings: GRAYSCALE, cycle: &[0x000000, 0x666666, 0x999999, 0xb3b3b3] },
    Sheet {
        name: "fivethirtyeight",
        settings: FIVETHIRTYEIGHT,
        cycle: &[0x008fd5, 0xfc4f30, 0xe5ae38, 0x6d904f, 0x8b8b8b, 0x810f7c],
    },
    Sheet {
        name: "bmh",
        settings: BMH,
        cycle: &[
            0x348abd, 0xa60628, 0x7a68a6, 0x467821, 0xd55e00, 0xcc79a7, 0x56b4e9, 0x009e73, 0xf0e442,
            0x0072b2,
        ],
    },
    Sheet {
        name: "tableau-colorblind10",
        settings: &[("patch.facecolor", "#006BA4")],
        cycle: &[
            0x006ba4, 0xff800e, 0xababab, 0x595959, 0x5f9ed1, 0xc85200, 0x898989, 0xa2c8ec, 0xffbc79,
            0xcfcfcf,
        ],
    },
    Sheet { name: "fast", settings: &[], cycle: &[] },
    Sheet { name: "seaborn-v0_8-darkgrid", settings: SEABORN, cycle: &[] },
    Sheet { name: "seaborn-v0_8-whitegrid", settings: SEABORN_WHITEGRID, cycle: &[] },
    Sheet {
        name: "seaborn-v0_8-deep",
        settings: &[],
        cycle: &[0x4c72b0, 0x55a868, 0xc44e52, 0x8172b2, 0xccb974, 0x64b5cd],
    },
    Sheet {
        name: "seaborn-v0_8-muted",
        settings: &[],
        cycle: &[0x4878cf, 0x6acc65, 0xd65f5f, 0xb47cc7, 0xc4ad66, 0x77bedb],
    },
    Sheet {
        name: "seaborn-v0_8-pastel",
        settings: &[],
        cycle: &[0x92c6ff, 0x97f0aa, 0xff9f9a, 0xd0bbff, 0xfffea3, 0xb0e0e6],
    },
    Sheet {
        name: "seaborn-v0_8-bright",
        settings: &[],
        cycle: &[0x003fff, 0x03ed3a, 0xe8000b, 0x8a2be2, 0xffc400, 0x00d7ff],
    },
    Sheet {
        name: "seaborn-v0_8-colorblind",
        settings: &[],
        cycle: &[0x0072b2, 0x009e73, 0xd55e00, 0xcc79a7, 0xf0e442, 0x56b4e9],
    },
];

/// Names of all styles.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    SHEETS.iter().map(|sheet| sheet.name)
}

/// `style.use(name)`, a list of names, or a dictionary.
pub(crate) fn apply(ctx: &mut Ctx, value: &Value) -> PyResult<()> {
    match value {
        Value::Dict(_) => return super::rc_object::update(ctx, value),
        Value::List(_) | Value::Tuple(_) => {
            for item in ctx.collect(value)? {
                let nested = matches!(item, Value::List(_) | Value::Tuple(_));
                if !nested {
                    apply(ctx, &item)?;
                }
            }
            return Ok(());
        }
        _ => {}
    }
    let name = ctx.str_of(value)?;
    if name == "default" || name == "classic_defaults" {
        ctx.plots.rc = Default::default();
        return Ok(());
    }
    let Some(sheet) = SHEETS.iter().find(|sheet| sheet.name == name) else {
        let shown: String = name.chars().take(60).collect();
        if matches!(&*name, "classic" | "Solarize_Light2" | "petroff10") || name.starts_with("seaborn-v0_8") {
            return Err(Fault::not_provided(format!("the style '{shown}'")));
        }
        return Err(Fault::new(
            crate::eval::exception::ExcKind::OSError,
            format!(
                "'{shown}' is not a valid package style, path of style file, URL of style file, or library style name \
                 (library styles are listed in `style.available`)"
            ),
        ));
    };
    for (key, text) in sheet.settings {
        let value = match *text {
            "True" => Value::Bool(true),
            "False" => Value::Bool(false),
            // Six digits are a colour, whatever else they look like.
            text if text.len() == 6 && text.starts_with(|c: char| c.is_ascii_uppercase()) => {
                ctx.str(format!("#{text}"))?
            }
            text => match text.parse::<f64>() {
                Ok(number) if !key.contains("color") => Value::Float(number),
                _ => ctx.str(text)?,
            },
        };
        super::rc_object::set(ctx, key, value)?;
    }
    if !sheet.cycle.is_empty() {
        ctx.plots.rc.cycle = Rc::new(sheet.cycle.iter().map(|rgb| from_hex(*rgb)).collect());
    }
    Ok(())
}
