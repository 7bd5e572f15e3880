//! Runs a Python script from standard input in the sandbox and shows what it gives.

use std::io::Read;

fn main() -> std::io::Result<()> {
    let mut source = String::new();
    std::io::stdin().read_to_string(&mut source)?;
    let image = image::RgbaImage::from_pixel(100, 100, image::Rgba([255, 255, 255, 255]));
    let image = image::DynamicImage::ImageRgba8(image);
    let mut sandbox =
        vthinker_sandbox::Sandbox::with_image(image, "/input/image.png", vthinker_sandbox::Limits::default());
    sandbox.run("pass");
    let start = std::time::Instant::now();
    let execution = sandbox.run(&source);
    let took = start.elapsed();
    print!("{}", execution.stdout);
    for repair in &execution.repairs {
        eprintln!("repair: line {}: {}", repair.line, repair.what);
    }
    if let Some(error) = &execution.error {
        eprintln!("{error}");
    }
    for image in &execution.images {
        eprintln!("image: {} ({} x {})", image.path, image.image.width(), image.image.height());
    }
    eprintln!(
        "{} operations, {} fuel, {:.3} ms",
        execution.ops.len(),
        execution.fuel,
        took.as_secs_f64() * 1e3
    );
    Ok(())
}
