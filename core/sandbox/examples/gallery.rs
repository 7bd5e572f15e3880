//! Compares the scripts of the gallery with real Python: `gallery OUT.html [NAME ...]` writes one page with the worst of
//! each class and a table of all. Names choose scripts by a part of `class/name`; all their pictures are shown then.

#[path = "../tests/gallery/compare.rs"]
mod compare;

use std::fmt::Write as _;

use base64::Engine as _;
use compare::{CLASSES, Verdict};
use image::RgbaImage;

/// Scripts of each class whose pictures are shown.
const SHOWN: usize = 10;

const STYLE: &str = "body{font:14px sans-serif;margin:2em}img{border:1px solid #ccc;max-width:32%;vertical-align:top}\
table{border-collapse:collapse}td,th{padding:2px 8px;border-bottom:1px solid #ddd;text-align:left}\
.bad{color:#b00}pre{background:#f6f6f6;padding:6px;overflow:auto}";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let target = arguments.next().ok_or("usage: gallery OUT.html [NAME ...]")?;
    let wanted: Vec<String> = arguments.collect();
    let cases = compare::cases(&wanted);
    let verdicts = compare::compare_all(&cases);
    let shown = if wanted.is_empty() { SHOWN } else { usize::MAX };
    let mut page = format!("<!doctype html><meta charset=utf-8><title>Gallery</title><style>{STYLE}</style>");
    page += "<h1>The sandbox beside real Python</h1>";
    for class in CLASSES {
        let mut of_class: Vec<&Verdict> = verdicts.iter().filter(|v| v.class() == class).collect();
        if of_class.is_empty() {
            continue;
        }
        of_class.sort_by(|a, b| badness(b).total_cmp(&badness(a)));
        let right = of_class.iter().filter(|v| v.fault().is_none()).count();
        write!(page, "<h2>{class}: {right} of {} right</h2>", of_class.len())?;
        for verdict in of_class.iter().take(shown) {
            write!(page, "<h3>{}</h3><p>{}</p>", verdict.name, figures(verdict))?;
            for (own, real) in &verdict.pictures {
                page += "<p>";
                if let Some(own) = own {
                    page += &picture(own)?;
                    page += &picture(real)?;
                    page += &picture(&difference(own, real))?;
                } else {
                    page += &picture(real)?;
                }
                page += "</p>";
            }
            if let Some(case) = cases.iter().find(|case| case.name == verdict.name) {
                write!(
                    page,
                    "<details><summary>script</summary><pre>{}</pre></details>",
                    escape(&case.source)
                )?;
            }
        }
    }
    page += "<h2>All</h2><table><tr><th>script<th>figures</tr>";
    for verdict in &verdicts {
        write!(page, "<tr><td>{}<td>{}</tr>", verdict.name, figures(verdict))?;
    }
    page += "</table>";
    std::fs::write(&target, page)?;
    for verdict in &verdicts {
        if let Some(fault) = verdict.fault() {
            println!("- {} - {fault}", verdict.name);
        } else if !wanted.is_empty() {
            println!(
                "{} is right, similarity {:.4}, {} pixels differ",
                verdict.name, verdict.ssim, verdict.different
            );
        }
    }
    let right = verdicts.iter().filter(|v| v.fault().is_none()).count();
    println!("{right} of {} right", verdicts.len());
    Ok(())
}

/// The order of the page.
fn badness(verdict: &Verdict) -> f64 {
    let wrong = if verdict.fault().is_some() { 2.0 } else { 0.0 };
    wrong + if verdict.runs() { 1.0 - verdict.ssim } else { 3.0 }
}

fn figures(verdict: &Verdict) -> String {
    let mut text = format!("similarity {:.4}, {} pixels differ", verdict.ssim, verdict.different);
    for (count, what) in [(&verdict.marks, "marks"), (&verdict.texts, "texts")] {
        if count.all > 0 {
            text += &format!(", {} of {} {what}", count.right, count.all);
        }
        for wrong in &count.wrong {
            text += &format!("<br><span class=bad>{}</span>", escape(wrong));
        }
    }
    if let Some(fault) = verdict.fault() {
        text += &format!("<br><b class=bad>{}</b>", escape(&fault));
    }
    text
}

fn picture(image: &RgbaImage) -> Result<String, Box<dyn std::error::Error>> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png)?;
    let text = base64::engine::general_purpose::STANDARD.encode(bytes.into_inner());
    Ok(format!("<img src=\"data:image/png;base64,{text}\"> "))
}

/// White where both are equal, darker the more they differ.
fn difference(own: &RgbaImage, real: &RgbaImage) -> RgbaImage {
    let mut out = RgbaImage::from_pixel(real.width(), real.height(), image::Rgba([255, 220, 220, 255]));
    for (x, y, pixel) in out.enumerate_pixels_mut() {
        if let Some(own) = own.get_pixel_checked(x, y) {
            let pairs = own.0.iter().zip(real.get_pixel(x, y).0);
            let off = pairs.map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0);
            let shade = if off == 0 { 255 } else { 220 - (u16::from(off) * 220 / 255) as u8 };
            pixel.0 = [shade, shade, shade, 255];
        }
    }
    out
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
