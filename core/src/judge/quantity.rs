//! A number with its unit.

use super::expression::evaluate;

/// What a unit measures; equal dimensions compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dimension {
    Length(u8),
    Mass,
    Time,
    Volume,
    Angle,
    Share,
}

/// Names, dimension, factor to the base unit. Longer names come before their endings.
const UNITS: [(&[&str], Dimension, f64); 16] = [
    (&["millimeters", "millimetres", "mm"], Dimension::Length(1), 1e-3),
    (&["centimeters", "centimetres", "cm"], Dimension::Length(1), 1e-2),
    (&["decimeters", "decimetres", "dm"], Dimension::Length(1), 1e-1),
    (&["kilometers", "kilometres", "km"], Dimension::Length(1), 1e3),
    (&["meters", "metres", "meter", "metre", "m"], Dimension::Length(1), 1.0),
    (&["milligrams", "mg"], Dimension::Mass, 1e-3),
    (&["kilograms", "kg"], Dimension::Mass, 1e3),
    (&["grams", "g"], Dimension::Mass, 1.0),
    (&["minutes", "minute", "min"], Dimension::Time, 60.0),
    (&["seconds", "second", "s"], Dimension::Time, 1.0),
    (&["hours", "hour", "h"], Dimension::Time, 3600.0),
    (&["milliliters", "millilitres", "ml"], Dimension::Volume, 1e-3),
    (&["liters", "litres", "l"], Dimension::Volume, 1.0),
    (&["degrees", "degree", "^\\circ", "^{\\circ}", "\\degree", "°"], Dimension::Angle, 1.0),
    (&["radians", "rad"], Dimension::Angle, 180.0 / std::f64::consts::PI),
    (&["percent", "%"], Dimension::Share, 1e-2),
];

/// A value as written and, if it has a unit, what it measures and its value in base units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantity {
    value: f64,
    measure: Option<(Dimension, f64)>,
}

impl Quantity {
    /// Reads a number or expression with an optional unit, from normalised text.
    pub(super) fn parse(text: &str) -> Option<Quantity> {
        if let Some(value) = evaluate(text) {
            return Some(Quantity { value, measure: None });
        }
        let (text, power) = ["^2", "²", "^{2}", "^3", "³", "^{3}"]
            .iter()
            .find_map(|p| Some((text.strip_suffix(p)?, if p.contains(['2', '²']) { 2 } else { 3 })))
            .unwrap_or((text, 1));
        UNITS.iter().find_map(|(names, dimension, factor)| {
            let dimension = match (dimension, power) {
                (Dimension::Length(_), _) => Dimension::Length(power),
                (other, 1) => *other,
                _ => return None,
            };
            let number = names.iter().find_map(|name| number_before(text, name))?;
            let value = evaluate(number)?;
            Some(Quantity { value, measure: Some((dimension, value * factor.powi(i32::from(power)))) })
        })
    }

    /// Equal in base units; where only one has a unit, the bare numbers decide (or the share, for per cent).
    pub(super) fn equals(&self, other: &Quantity) -> bool {
        match (self.measure, other.measure) {
            (Some((a, x)), Some((b, y))) => a == b && close(x, y),
            (Some((Dimension::Share, x)), None) => close(x, other.value) || close(self.value, other.value),
            (None, Some((Dimension::Share, y))) => close(self.value, y) || close(self.value, other.value),
            _ => close(self.value, other.value),
        }
    }
}

/// The text before a unit name, with or without `\text{}` around the name.
fn number_before<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (text, wrapped) = text.strip_suffix('}').map_or((text, false), |inner| (inner, true));
    let number = text.strip_suffix(name)?;
    let number = if wrapped {
        number.trim_end().strip_suffix("\\text{").or_else(|| number.trim_end().strip_suffix("\\mathrm{"))?
    } else {
        number
    };
    Some(number.trim())
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1e-3)
}
