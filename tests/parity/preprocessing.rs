//! Resizing and patches against Qwen2VLImageProcessorPil.

use burn::tensor::Device;

use super::goldens::{Goldens, load, patches};

#[test]
fn patches_equal_pillows_to_the_byte() {
    let goldens = Goldens::read();
    let loaded = load(&Device::flex());
    let (mean, std) = (loaded.processor.image_mean, loaded.processor.image_std);
    for name in goldens.grids.keys() {
        let ours = patches(&loaded, name);
        assert_eq!(ours.grid, goldens.grid(name), "{name}");
        // Goldens hold one of the two equal frames, as bytes.
        let golden = goldens.bytes(&format!("pixels.{name}"));
        let side = 14 * 14;
        assert_eq!(ours.pixels.len(), golden.len() * 2, "{name}");
        for (plane, bytes) in golden.chunks_exact(side).enumerate() {
            let channel = plane % 3;
            for frame in 0..2 {
                let values = &ours.pixels[(plane * 2 + frame) * side..][..side];
                for (value, byte) in values.iter().zip(bytes) {
                    let pixel = (value * std[channel] + mean[channel]) * 255.0;
                    assert!((pixel - f32::from(*byte)).abs() < 0.01, "{name}: {pixel} for {byte}");
                }
            }
        }
    }
}
