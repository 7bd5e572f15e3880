//! Logits against transformers.

use burn::tensor::Device;
use vthinker_core::{
    input::Patches,
    model::{Batch, BatchError, Grid, Sequence},
};

use super::goldens::{Goldens, greatest_difference, load, patches};

/// All cases in one padded batch: different lengths, pictures and picture counts at once.
#[test]
fn logits_of_a_padded_batch_equal_the_references() {
    let goldens = Goldens::read();
    let loaded = load(&Device::flex());
    let images: Vec<Vec<_>> = goldens
        .cases
        .iter()
        .map(|case| case.images.iter().map(|name| patches(&loaded, name)).collect())
        .collect();
    let sequences: Vec<Sequence> = goldens
        .cases
        .iter()
        .zip(&images)
        .map(|(case, images)| Sequence { ids: &case.ids, images: images.iter().collect() })
        .collect();
    let batch = Batch::new(&sequences, loaded.config.bos_token_id, &loaded.config).expect("batch");
    let logits = loaded.model.logits(loaded.model.forward_batch(&batch));
    let [_, length, vocab] = logits.dims();
    let logits = logits.into_data();
    let logits = logits.as_slice::<f32>().expect("f32");
    for (row, case) in goldens.cases.iter().enumerate() {
        let ours: Vec<f32> = case
            .logit_rows
            .iter()
            .flat_map(|at| logits[(row * length + at) * vocab..][..vocab].to_vec())
            .collect();
        let difference = greatest_difference(&ours, &goldens.floats(&format!("logits.{}", case.name)));
        assert!(difference < 1e-4, "{}: {difference}", case.name);
    }
}

#[test]
fn a_shared_picture_is_encoded_once_and_seen_by_all() {
    let goldens = Goldens::read();
    let loaded = load(&Device::flex());
    let case = goldens.cases.iter().find(|case| case.name == "one_image").expect("case");
    let picture = patches(&loaded, &case.images[0]);
    let copy = picture.clone();
    let batch = |images: [&_; 2]| {
        let sequences = images.map(|image| Sequence { ids: &case.ids, images: vec![image] });
        Batch::new(&sequences, 0, &loaded.config).expect("batch")
    };
    let (shared, separate) = (batch([&picture, &picture]), batch([&picture, &copy]));
    assert_eq!((shared.grids().len(), separate.grids().len()), (1, 2));
    let values =
        |batch| loaded.model.forward_batch(batch).into_data().as_slice::<f32>().expect("f32").to_vec();
    assert!(greatest_difference(&values(&shared), &values(&separate)) < 1e-5);
}

#[test]
fn batches_that_do_not_fit_are_refused() {
    let config = load(&Device::flex()).config;
    let image = config.image_token_id;
    let batch = |ids: &[u32], images: Vec<&Patches>| Batch::new(&[Sequence { ids, images }], 0, &config);
    assert_eq!(batch(&[], vec![]).expect_err("empty"), BatchError::Empty);
    assert!(matches!(batch(&[1, 9999], vec![]), Err(BatchError::Vocabulary { id: 9999, .. })));
    assert!(matches!(batch(&[1, image], vec![]), Err(BatchError::Positions { row: 0, .. })));
    let odd = Patches { pixels: vec![0.0; 6 * 1176], grid: Grid::image(2, 3) };
    assert!(matches!(batch(&[image], vec![&odd]), Err(BatchError::Grid { row: 0, .. })));
    let cut = Patches { pixels: vec![0.0; 3], grid: Grid::image(2, 2) };
    assert!(matches!(batch(&[image], vec![&cut]), Err(BatchError::Pixels { found: 3, .. })));
}
