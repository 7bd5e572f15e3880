//! Multimodal positions against `get_rope_index`.

use burn::tensor::Device;
use vthinker_core::model::{Grid, PositionError, Positions, positions};

use super::goldens::{Goldens, load};

#[test]
fn positions_equal_the_references() {
    let goldens = Goldens::read();
    let config = load(&Device::flex()).config;
    for case in &goldens.cases {
        let grids: Vec<Grid> = case.images.iter().map(|name| goldens.grid(name)).collect();
        let ours = Positions::of(&case.ids, &grids, &config).expect("positions");
        assert_eq!(ours.as_slice(), case.positions, "{}", case.name);
        assert_eq!(i64::from(ours.next()) - case.ids.len() as i64, case.delta, "{}", case.name);
    }
}

#[test]
fn the_published_example_holds() {
    let goldens = Goldens::read();
    let config = load(&Device::flex()).config;
    let example = &goldens.example;
    let [t, h, w] = example.grid;
    let ours = Positions::of(&example.ids, &[Grid { t, h, w }], &config).expect("positions");
    assert_eq!(ours.as_slice(), example.positions);
    // 60 image tokens from position 3 on a grid of 6 x 10: the text goes on at 13.
    assert_eq!(ours.as_slice()[63], [13; 3]);
    assert_eq!((i64::from(ours.next()) - 65, example.delta), (-50, -50));
}

#[test]
fn tokens_and_pictures_that_disagree_are_refused() {
    let config = load(&Device::flex()).config;
    let image = config.image_token_id;
    let grid = Grid::image(4, 4);
    assert_eq!(
        positions(&[1, image, image, image, 2], &[grid], &config),
        Err(PositionError::WrongLength { image: 0, at: 1, expected: 4, found: 3 })
    );
    assert_eq!(positions(&[image; 4], &[], &config), Err(PositionError::MissingImage { at: 0, images: 0 }));
    assert_eq!(positions(&[1], &[grid], &config), Err(PositionError::UnusedImages { given: 1, used: 0 }));
}
