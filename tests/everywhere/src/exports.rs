//! The functions of the module, for a host that has nothing but WebAssembly itself.

use crate::{Case, verdict};

/// Room for a text of `length` bytes.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    Vec::leak(vec![0; length]).as_mut_ptr()
}

/// Judges the case whose JSON is in the `length` bytes that `reserve` gave at `text`, and gives the verdict's
/// JSON: its length as four bytes, little end first, then its bytes.
///
/// # Safety
/// `text` must come from `reserve(length)`, and is gone after the call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn judge(text: *mut u8, length: usize) -> *const u8 {
    // SAFETY: by the contract above the bytes are a leaked vector of this length and capacity.
    let text = unsafe { Vec::from_raw_parts(text, length, length) };
    let case: Case = serde_json::from_slice(&text).expect("a case is JSON");
    let verdict = serde_json::to_vec(&verdict(&case)).expect("a verdict is JSON");
    let mut answer = (verdict.len() as u32).to_le_bytes().to_vec();
    answer.extend(verdict);
    answer.leak().as_ptr()
}
