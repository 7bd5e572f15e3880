//! Bitwise operations.

use super::arguments::Call;
use super::arrays;
use crate::eval::host::NativeFn;

pub(super) static ALL: &[NativeFn] = &[NativeFn {
    name: "bitwise_not",
    call: |ctx, args| {
        let call = Call::new("bitwise_not", args, ["src", "dst", "mask"], 1)?;
        let src = call.array(0)?;
        let mat = arrays::filled::<u8>(ctx, &src, call.function)?;
        let result = mat.map(|value| !value);
        let result = arrays::store(ctx, result)?;
        arrays::deliver(ctx, result, call.get(1))
    },
}];
