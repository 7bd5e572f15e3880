//! Pictures of a family's problems, before and after, to look at:
//! `cargo run -p vthinker-flywheel --example preview -- FAMILY OUT.png [SEED] [FIRST INDEX]`.

use anyhow::{Context, Result};
use image::{GenericImage, Rgb, RgbImage};
use vthinker_flywheel::families::all;
use vthinker_flywheel::{check, problem_of};

const SHOWN: u64 = 6;

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let (name, out) = (args.next().context("a family")?, args.next().context("a file for the picture")?);
    let seed = args.next().map_or(Ok(1), |seed| seed.parse())?;
    let first = args.next().map_or(Ok(0), |first| first.parse())?;
    let family = all().find(|family| family.name == name).context("no such family")?;
    let mut rows = Vec::new();
    for index in first..first + SHOWN {
        let problem = problem_of(&[family], seed, index)?;
        println!("--- {} level {}\n{}", problem.id, problem.level, problem.prompt());
        println!("{}", problem.cot_with_code());
        for (reason, particulars) in check::problem(&problem).reasons {
            println!("CHECK: {reason}: {particulars}");
        }
        rows.push([problem.image()?, problem.edited_image()?]);
    }
    let width = rows.iter().map(|[a, b]| a.width() + b.width()).max().unwrap_or(1);
    let height = rows.iter().map(|[a, _]| a.height()).sum();
    let mut sheet = RgbImage::from_pixel(width, height, Rgb([128; 3]));
    let mut y = 0;
    for [before, after] in rows {
        sheet.copy_from(&before, 0, y)?;
        sheet.copy_from(&after, before.width(), y)?;
        y += before.height();
    }
    sheet.save(&out)?;
    Ok(())
}
