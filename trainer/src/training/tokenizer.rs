//! A tokenizer of the mini's own, trained on the synthetic text.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use tokenizers::models::bpe::{BPE, BpeTrainerBuilder};
use tokenizers::pre_tokenizers::byte_level::ByteLevel;
use tokenizers::pre_tokenizers::sequence::Sequence;
use tokenizers::pre_tokenizers::split::{Split, SplitPattern};
use tokenizers::{AddedToken, PreTokenizerWrapper, SplitDelimiterBehavior, Tokenizer, TokenizerImpl};

/// Qwen2.5's pre-tokenisation: words with their leading space, digits one by one, punctuation, white space.
const WORDS: &str = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

/// Qwen2.5's special tokens that the architecture or the template uses, `<|endoftext|>` first.
pub const SPECIAL: [&str; 6] =
    ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>"];

/// The tags of the thinking format, a token each.
const TAGS: [&str; 8] = [
    "<think>",
    "</think>",
    "<answer>",
    "</answer>",
    "<code>",
    "</code>",
    "<sandbox_output>",
    "</sandbox_output>",
];

/// Text to train on.
pub struct Corpus {
    /// Texts for the byte-pair merges.
    pub texts: Vec<String>,
    /// Code whose frequent lines become tokens as a whole. A mini model then spends its short sequences on what
    /// varies.
    pub code: Vec<String>,
    /// Phrases that are tokens in any case, such as the system prompts.
    pub phrases: Vec<String>,
}

/// Trains a byte-level BPE with Qwen2.5's pre-tokenisation and at most `vocab_size` tokens.
///
/// A line of `corpus.code` found in at least `share` of them becomes a token.
///
/// # Errors
/// If the `tokenizers` library refuses a part.
pub fn train(corpus: &Corpus, vocab_size: usize, share: f64) -> Result<Tokenizer> {
    let mut lines = frequent_lines(&corpus.code, share);
    lines.extend(corpus.phrases.iter().cloned());
    let fixed = SPECIAL.len() + TAGS.len() + lines.len();
    let words = Split::new(SplitPattern::Regex(WORDS.into()), SplitDelimiterBehavior::Isolated, false)
        .map_err(|e| anyhow!("tokenizer: pattern: {e}"))?;
    let bytes = ByteLevel::new(false, false, false);
    let pre = Sequence::new(vec![PreTokenizerWrapper::Split(words), PreTokenizerWrapper::ByteLevel(bytes)]);
    let mut tokenizer: TokenizerImpl<BPE, tokenizers::normalizers::NFC, Sequence, ByteLevel, ByteLevel> =
        TokenizerImpl::new(BPE::default());
    tokenizer.with_pre_tokenizer(Some(pre)).with_decoder(Some(bytes));
    let special: Vec<AddedToken> = SPECIAL.iter().map(|s| AddedToken::from(*s, true)).collect();
    let mut trainer = BpeTrainerBuilder::new()
        .vocab_size(vocab_size.saturating_sub(fixed - SPECIAL.len()))
        .min_frequency(2)
        .show_progress(false)
        .initial_alphabet(ByteLevel::alphabet().into_iter().collect())
        .special_tokens(special)
        .build();
    // Text that becomes whole tokens must not use up merges.
    let texts = corpus.texts.iter().map(|text| {
        lines.iter().chain(&TAGS.map(String::from)).fold(text.clone(), |text, line| text.replace(line, "\n"))
    });
    tokenizer.train(&mut trainer, texts).map_err(|e| anyhow!("tokenizer: training: {e}"))?;
    let added: Vec<AddedToken> = TAGS
        .iter()
        .map(|t| t.to_string())
        .chain(lines)
        .map(|t| AddedToken::from(t, false).normalized(false))
        .collect();
    tokenizer.add_tokens(&added);
    let json = tokenizer.to_string(false).map_err(|e| anyhow!("tokenizer: writing: {e}"))?;
    json.parse().map_err(|e| anyhow!("tokenizer: reading back: {e}"))
}

fn frequent_lines(texts: &[String], share: f64) -> Vec<String> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for text in texts {
        let mut lines: Vec<&str> = text.split_inclusive('\n').filter(|line| line.trim().len() > 3).collect();
        lines.sort_unstable();
        lines.dedup();
        for line in lines {
            *count.entry(line).or_default() += 1;
        }
    }
    let least = (share * texts.len() as f64).max(2.0) as usize;
    count.into_iter().filter(|(_, n)| *n >= least).map(|(line, _)| line.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus() -> Corpus {
        let code: Vec<String> =
            (0..40).map(|i| format!("im = Image.open(image_path)\nx, y = {i}, 7\n")).collect();
        let texts = (0..40).map(|i| format!("Mark the red point {i}.\n<code>\nx</code>")).collect();
        Corpus { texts, code, phrases: vec!["system\n".into()] }
    }

    #[test]
    fn frequent_lines_tags_and_single_digits_are_tokens() {
        let t = train(&corpus(), 400, 0.5).unwrap();
        let tokens = |s: &str| t.encode(s, false).unwrap().get_tokens().to_vec();
        assert_eq!(tokens("im = Image.open(image_path)\n").len(), 1);
        assert_eq!(tokens("</code>"), ["</code>"]);
        assert_eq!(tokens("123").len(), 3);
        assert!(t.get_vocab_size(true) <= 400);
    }

    #[test]
    fn any_text_survives() {
        let t = train(&corpus(), 400, 0.5).unwrap();
        for text in ["x, y = 53, 63\n", "Où est la tour ? 🗼", "  spaced\n\n"] {
            let ids = t.encode(text, false).unwrap().get_ids().to_vec();
            assert_eq!(t.decode(&ids, false).unwrap(), text);
        }
    }
}
