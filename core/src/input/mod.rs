//! From pictures and words to what the model eats: resizing, patches, tokenizer, chat template.
