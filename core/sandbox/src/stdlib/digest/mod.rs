//! `hashlib`: MD5, SHA-1 and SHA-2.

mod md5;
mod sha;

use std::cell::RefCell;

use crate::builtins::{Bytes, text};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::host::{Host, NativeFn, NativeType};
use crate::eval::value::Value;

pub(crate) use sha::sha512;

/// Fuel for each byte that is hashed, in sixteenths.
const COST: u64 = 8;

/// A hash function: its name, the sizes of its blocks and results, and itself.
struct Algorithm {
    name: &'static str,
    block: i64,
    size: i64,
    digest: fn(&[u8]) -> Vec<u8>,
}

static ALGORITHMS: [Algorithm; 6] = [
    Algorithm { name: "md5", block: 64, size: 16, digest: md5::md5 },
    Algorithm { name: "sha1", block: 64, size: 20, digest: sha::sha1 },
    Algorithm { name: "sha224", block: 64, size: 28, digest: sha::sha224 },
    Algorithm { name: "sha256", block: 64, size: 32, digest: sha::sha256 },
    Algorithm { name: "sha384", block: 128, size: 48, digest: sha::sha384 },
    Algorithm { name: "sha512", block: 128, size: 64, digest: sha::sha512 },
];

macro_rules! constructors {
    ($($index:literal $name:literal),*) => {
        static FUNCTIONS: &[NativeFn] = &[
            NativeFn { name: "new", call: new },
            $(NativeFn {
                name: $name,
                call: |ctx, mut args| {
                    args.take_keyword("usedforsecurity");
                    let [data] = args.bind($name, ["string"], 0)?;
                    start(ctx, &ALGORITHMS[$index], data)
                },
            }),*
        ];
    };
}

constructors!(0 "md5", 1 "sha1", 2 "sha224", 3 "sha256", 4 "sha384", 5 "sha512");

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let mut names = Vec::new();
    for algorithm in &ALGORITHMS {
        names.push(ctx.str(algorithm.name)?);
    }
    let names = ctx.set(names, false)?;
    let sets = [("algorithms_guaranteed", names.clone()), ("algorithms_available", names)];
    ctx.new_module("hashlib", FUNCTIONS.iter().map(|f| (f.name, Value::Native(f))).chain(sets))
}

fn new(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    args.take_keyword("usedforsecurity");
    let [name, data] = args.bind("new", ["name", "data"], 1)?;
    let name = name.unwrap_or(Value::None);
    let wanted = text(&name, "new")?.to_ascii_lowercase();
    match ALGORITHMS.iter().find(|algorithm| algorithm.name == wanted) {
        Some(algorithm) => start(ctx, algorithm, data),
        None => Err(Fault::value_error(format!("unsupported hash type {wanted}"))),
    }
}

/// A hash object: all that it was given, which is hashed when the digest is asked for.
struct Hash {
    algorithm: &'static Algorithm,
    data: RefCell<Vec<u8>>,
    charge: Charge,
}

static HASH: NativeType =
    NativeType { name: "HASH", call: None, is_instance: |value| value.host::<Hash>().is_some(), attrs: &[] };

fn start(ctx: &mut Ctx, algorithm: &'static Algorithm, data: Option<Value>) -> PyResult<Value> {
    let hash = Hash { algorithm, data: RefCell::default(), charge: ctx.charge(128)? };
    if let Some(data) = data {
        hash.update(ctx, &data)?;
    }
    Ok(Value::from_host(hash))
}

impl Hash {
    fn update(&self, ctx: &mut Ctx, data: &Value) -> PyResult<()> {
        if matches!(data, Value::Str(_)) {
            return Err(Fault::type_error("Strings must be encoded before hashing"));
        }
        let bytes =
            Bytes::of(data).ok_or_else(|| Fault::type_error("object supporting the buffer API required"))?;
        ctx.burn(bytes.len() as u64 / 16 + 1)?;
        self.charge.grow_to(self.data.borrow().len() + bytes.len() + 128)?;
        self.data.borrow_mut().extend_from_slice(&bytes);
        Ok(())
    }

    fn digest(&self, ctx: &mut Ctx) -> PyResult<Vec<u8>> {
        let data = self.data.borrow();
        ctx.burn((data.len() as u64 + 256) * COST / 16)?;
        drop(ctx.charge(data.len() + 256)?);
        Ok((self.algorithm.digest)(&data))
    }
}

impl Host for Hash {
    fn type_name(&self) -> &'static str {
        "HASH"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&HASH)
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "name" => Some(ctx.str(self.algorithm.name)?),
            "digest_size" => Some(Value::Int(self.algorithm.size)),
            "block_size" => Some(Value::Int(self.algorithm.block)),
            _ => None,
        })
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "update" | "digest" | "hexdigest" | "copy")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "update" => {
                let [data] = args.exactly("HASH.update")?;
                self.update(ctx, &data)?;
                Ok(Value::None)
            }
            "digest" => {
                let [] = args.exactly("HASH.digest")?;
                let digest = self.digest(ctx)?;
                ctx.bytes(digest)
            }
            "hexdigest" => {
                let [] = args.exactly("HASH.hexdigest")?;
                let digits: String = self.digest(ctx)?.iter().map(|byte| format!("{byte:02x}")).collect();
                ctx.str(digits)
            }
            "copy" => {
                let [] = args.exactly("HASH.copy")?;
                let data = self.data.borrow();
                let charge = ctx.charge(data.len() + 128)?;
                let data = data.clone().into();
                Ok(Value::from_host(Self { algorithm: self.algorithm, data, charge }))
            }
            _ => Err(Fault::no_attribute("_hashlib.HASH", name)),
        }
    }
}

/// The data with what ends it: a one bit, zeros, and its length in bits in the last bytes.
fn padded(data: &[u8], block: usize, big_endian: bool) -> Vec<u8> {
    let mut all = data.to_vec();
    all.push(0x80);
    let length = if block == 128 { 16 } else { 8 };
    while all.len() % block != block - length {
        all.push(0);
    }
    let bits = data.len() as u128 * 8;
    if big_endian {
        all.extend_from_slice(&bits.to_be_bytes()[16 - length..]);
    } else {
        all.extend_from_slice(&bits.to_le_bytes()[..length]);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::ALGORITHMS;

    fn hex(name: &str, data: &[u8]) -> String {
        let algorithm = ALGORITHMS.iter().find(|a| a.name == name).expect("it is there");
        (algorithm.digest)(data).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn digests_of_abc_are_those_of_the_standards() {
        assert_eq!(hex("md5", b"abc"), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(hex("sha1", b"abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(hex("sha224", b"abc"), "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7");
        assert_eq!(hex("sha256", b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert!(hex("sha384", b"abc").starts_with("cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163"));
        assert!(hex("sha512", b"abc").starts_with("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea2"));
    }

    #[test]
    fn long_data_takes_several_blocks() {
        assert_eq!(hex("md5", &[b'a'; 200]), "887f30b43b2867f4a9accceee7d16e6c");
        assert!(hex("sha256", &[b'a'; 200]).starts_with("c2a908d98f5df987ade41b5fce213067efbcc21ef2240212"));
    }
}
