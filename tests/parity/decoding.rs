//! Decoding with and without cache against transformers' greedy decoding.

use burn::tensor::Device;
use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng};
use vthinker_core::{
    checkpoint::Loaded,
    generate::{GenerateError, Sampler, Session},
    input::Patches,
    model::{Batch, Grid, Sequence},
};

use super::goldens::{Case, Goldens, greatest_difference, load, patches};

fn session<'a>(loaded: &'a Loaded, case: &Case) -> Session<'a> {
    let images = case.images.iter().map(|name| patches(loaded, name)).collect();
    let mut session = Session::new(&loaded.model);
    session.push_prompt(&case.rendered, images).expect("prompt");
    assert_eq!(session.ids(), case.ids);
    session
}

fn greedy(session: &mut Session, tokens: usize) -> Vec<u32> {
    let mut rng = ChaCha8Rng::seed_from_u64(0);
    (0..tokens)
        .map(|_| {
            let mut logits = session.next_logits_blocking().expect("logits");
            let id = Sampler::default().sample(&mut logits, &[], &mut rng).id;
            session.push_tokens(&[id]).expect("room");
            id
        })
        .collect()
}

#[test]
fn greedy_decoding_with_the_cache_equals_transformers() {
    let goldens = Goldens::read();
    let loaded = load(&Device::flex());
    for case in &goldens.cases {
        assert!(case.least_margin > 0.01, "{}: the golden is a toss-up", case.name);
        let mut session = session(&loaded, case);
        assert_eq!(greedy(&mut session, case.greedy.len()), case.greedy, "{}", case.name);
    }
}

#[test]
fn greedy_decoding_without_the_cache_gives_the_same() {
    let goldens = Goldens::read();
    let loaded = load(&Device::flex());
    let case = goldens.cases.iter().find(|case| case.name == "two_images").expect("case");
    let images: Vec<_> = case.images.iter().map(|name| patches(&loaded, name)).collect();
    let ids: Vec<u32> = case.ids.iter().chain(&case.greedy).copied().collect();
    let sequence = Sequence { ids: &ids, images: images.iter().collect() };
    let batch = Batch::new(&[sequence], 0, &loaded.config).expect("batch");
    let logits = loaded.model.logits(loaded.model.forward_batch(&batch));
    let best = logits.argmax(2).into_data();
    let best: Vec<u32> = best.as_slice::<i64>().map_or_else(
        |_| best.as_slice::<i32>().expect("ints").iter().map(|id| *id as u32).collect(),
        |ids| ids.iter().map(|id| *id as u32).collect(),
    );
    assert_eq!(best[case.ids.len() - 1..ids.len() - 1], case.greedy);
}

#[test]
fn a_fork_shares_the_past_and_goes_its_own_way() {
    let goldens = Goldens::read();
    let loaded = load(&Device::flex());
    let case = &goldens.cases[1];
    let mut first = session(&loaded, case);
    first.next_logits_blocking().expect("logits");
    let mut second = first.fork();
    second.push_tokens(&[5, 6, 7]).expect("room");
    second.next_logits_blocking().expect("logits");
    assert_eq!(greedy(&mut first, case.greedy.len()), case.greedy);
    let mut straight = session(&loaded, case);
    straight.push_tokens(&[5, 6, 7]).expect("room");
    let straight = straight.next_logits_blocking().expect("logits");
    assert!(greatest_difference(&second.next_logits_blocking().expect("logits"), &straight) < 1e-4);
}

#[test]
fn images_pushed_one_by_one_equal_the_rendered_prompt() {
    let goldens = Goldens::read();
    let loaded = load(&Device::flex());
    let case = goldens.cases.iter().find(|case| case.name == "two_images").expect("case");
    let mut piecewise = Session::new(&loaded.model);
    let mut images = case.images.iter();
    for part in case.rendered.split_inclusive(|id| *id == loaded.tokenizer.vision_end) {
        match part {
            [text @ .., start, pad, _]
                if (*start, *pad) == (loaded.tokenizer.vision_start, loaded.tokenizer.image_pad) =>
            {
                piecewise.push_tokens(text).expect("room");
                // Running the model between the pieces must not matter.
                piecewise.next_logits_blocking().expect("logits");
                piecewise.push_image(patches(&loaded, images.next().expect("image"))).expect("room");
            }
            text => piecewise.push_tokens(text).expect("room"),
        }
    }
    assert_eq!(piecewise.ids(), case.ids);
    let whole = session(&loaded, case).next_logits_blocking().expect("logits");
    assert!(greatest_difference(&piecewise.next_logits_blocking().expect("logits"), &whole) < 1e-4);
}

#[test]
fn limits_are_errors() {
    let goldens = Goldens::read();
    let loaded = load(&Device::flex());
    let mut session = Session::new(&loaded.model).with_context_limit(10);
    assert_eq!(session.next_logits_blocking(), Err(GenerateError::Empty));
    session.push_tokens(&[1; 8]).expect("room");
    assert_eq!(session.push_tokens(&[1; 3]), Err(GenerateError::ContextLength { needed: 11, limit: 10 }));
    assert_eq!((session.len(), session.room()), (8, 2));
    let picture = patches(&loaded, &goldens.cases[1].images[0]);
    assert!(matches!(session.push_image(picture.clone()), Err(GenerateError::ContextLength { .. })));
    assert_eq!(session.push_tokens(&[9999]), Err(GenerateError::Vocabulary { id: 9999, vocab: 416 }));
    assert_eq!(
        session.push_prompt(&[1], vec![picture.clone()]),
        Err(GenerateError::ImageCount { placeholders: 0, images: 1 })
    );
    let cut = Patches { pixels: picture.pixels[1..].to_vec(), ..picture };
    assert!(matches!(session.push_image(cut), Err(GenerateError::Pixels { .. })));
    let odd = Patches { pixels: vec![0.0; 6 * 1176], grid: Grid::image(3, 2) };
    assert_eq!(session.push_image(odd), Err(GenerateError::Grid { grid: Grid::image(3, 2), merge: 2 }));
}
