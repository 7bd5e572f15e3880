//! From logits to text: sampling, stop strings, the decoding session.
