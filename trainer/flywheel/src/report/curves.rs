//! Growth curves: knowledge, tools and problems by round, a curve for every seed size.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use plotters::prelude::*;
use serde::Serialize;

use crate::evolve::{Growth, Record};

const SIZE: (u32, u32) = (560, 340);

/// Drawings and what they rest on.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Figures {
    /// Who made it grow, and whether that was a script.
    note: String,
    /// SVG.
    figures: Vec<String>,
}

impl Figures {
    /// The curves of an evolution.
    pub(super) fn of(record: &Record) -> Result<Self> {
        let who = if record.scripted {
            format!(
                "Scripted: `{}` proposed by rule and no model was asked. The curves show how the loop merges, filters and \
                 counts, not what a model knows.",
                record.teacher
            )
        } else {
            format!("Proposed by {}.", record.teacher)
        };
        let note = format!(
            "{who} New things are told from known ones by {} with clusters of average cosine distance up to {}.",
            record.embedding, record.threshold
        );
        let figures = [
            chart(record, "Knowledge nodes", |g| g.knowledge as f64)?,
            chart(record, "Visual tools", |g| g.tools as f64)?,
            chart(record, "Problems kept", |g| g.problems as f64)?,
        ];
        Ok(Self { note, figures: figures.into() })
    }
}

fn chart(record: &Record, title: &str, value: impl Fn(&Growth) -> f64) -> Result<String> {
    let mut seeds: BTreeMap<usize, Vec<(f64, f64)>> = BTreeMap::new();
    for growth in &record.growth {
        seeds.entry(growth.seed_size).or_default().push((f64::from(growth.round), value(growth)));
    }
    let all = || seeds.values().flatten();
    let rounds = all().map(|p| p.0).fold(1.0, f64::max);
    let most = all().map(|p| p.1).fold(1.0, f64::max) * 1.05;
    let mut svg = String::new();
    draw(&mut svg, title, &seeds, rounds, most).map_err(|error| anyhow!("the curve of {title}: {error}"))?;
    Ok(svg)
}

fn draw(
    svg: &mut String,
    title: &str,
    seeds: &BTreeMap<usize, Vec<(f64, f64)>>,
    rounds: f64,
    most: f64,
) -> Result<(), Box<dyn std::error::Error>> {
    let area = SVGBackend::with_string(svg, SIZE).into_drawing_area();
    let mut chart = ChartBuilder::on(&area)
        .caption(title, ("sans-serif", 18))
        .margin(10)
        .x_label_area_size(36)
        .y_label_area_size(60)
        .build_cartesian_2d(0.0..rounds, 0.0..most)?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .x_desc("round")
        .x_labels(rounds as usize + 1)
        .x_label_formatter(&|x| format!("{x:.0}"))
        .y_label_formatter(&|y| format!("{y:.0}"))
        .draw()?;
    for (place, (seed, points)) in seeds.iter().enumerate() {
        let color = Palette99::pick(place).to_rgba();
        chart
            .draw_series(LineSeries::new(points.iter().copied(), color.stroke_width(2)).point_size(3))?
            .label(format!("{seed} principles at the start"))
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], color.stroke_width(2)));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .border_style(BLACK.mix(0.3))
        .draw()?;
    area.present()?;
    Ok(())
}
