//! Where the sandbox can be cut into files, so that a page downloads the large libraries only for scripts that import them.
//!
//! A door is a function whose body, and all that is reached only through doors of its part, a splitter moves to the part's files
//! (`wasm_split_cli_support`, run by `xtask`). It knows doors by the names of an import and an export. There are two parts:
//! `sandbox` has the language, its standard library and Pillow, `libraries` NumPy, OpenCV and matplotlib. Without the
//! feature `parts`, and natively, doors are plain calls.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::raster::Canvas;
use crate::{Execution, Limits, Sandbox};

/// Says what fetches the part `libraries`, waits for it and puts it in place; `false` if it could not. It is asked when a script
/// first imports one of them, and again if it failed. Only the first call counts; without parts nothing is asked.
pub fn set_libraries_loader(loader: fn() -> bool) {
    #[cfg(all(target_family = "wasm", feature = "parts"))]
    libraries::set_loader(loader);
    #[cfg(not(all(target_family = "wasm", feature = "parts")))]
    let _ = loader;
}

/// The part of the libraries, once it is there.
#[cfg(all(target_family = "wasm", feature = "parts"))]
mod libraries {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicBool, Ordering};

    use crate::eval::fault::{Fault, PyResult};

    static LOADER: OnceLock<fn() -> bool> = OnceLock::new();
    static LOADED: AtomicBool = AtomicBool::new(false);

    pub(super) fn set_loader(loader: fn() -> bool) {
        let _ = LOADER.set(loader);
    }

    /// # Errors
    /// If it cannot be loaded: a limit, which no `except` catches, since Python would not have failed.
    pub(super) fn ensure() -> PyResult<()> {
        if !LOADED.load(Ordering::Relaxed) {
            if !LOADER.get().is_some_and(|load| load()) {
                let message = "NumPy, OpenCV and matplotlib could not be loaded: check the connection and run the code again";
                return Err(Fault::limit("LibrariesUnavailable", message));
            }
            LOADED.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// Declares a door to a part: what is behind the fat arrow runs inside, once `$ready`, where given, has seen to it that there is
/// an inside. The number tells a part's doors apart.
macro_rules! door {
    ($part:ident $id:literal $(, $ready:expr)?; $(#[$doc:meta])* $name:ident($($arg:ident: $ty:ty),*) -> $out:ty => $inside:path) => {
        $(#[$doc])*
        pub(crate) fn $name($($arg: $ty),*) -> $out {
            #[cfg(all(target_family = "wasm", feature = "parts"))]
            {
                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                #[allow(improper_ctypes, reason = "both sides are this crate")]
                unsafe extern "C" {
                    #[link_name = concat!(
                        "__wasm_split_00", stringify!($part), "00_import_0000000000000000000000000000000", $id
                    )]
                    safe fn enter($($arg: $ty),*) -> $out;
                }
                #[allow(improper_ctypes_definitions, reason = "both sides are this crate")]
                // SAFETY: the name is this door's own.
                #[unsafe(export_name = concat!(
                    "__wasm_split_00", stringify!($part), "00_export_0000000000000000000000000000000", $id
                ))]
                extern "C" fn inside($($arg: $ty),*) -> $out {
                    $inside($($arg),*)
                }
                $($ready;)?
                enter($($arg),*)
            }
            #[cfg(not(all(target_family = "wasm", feature = "parts")))]
            $inside($($arg),*)
        }
    };
}

// The host puts this part in place before it makes a sandbox.
door!(sandbox "1";
    /// A sandbox's state before any script.
    fresh(limits: Limits, image: Option<&(String, Canvas)>) -> Ctx => crate::sandbox::fresh);
door!(sandbox "2";
    /// Runs a block of code.
    run_block(sandbox: &mut Sandbox, source: &str) -> Execution => Sandbox::run_block);

door!(libraries "1", libraries::ensure()?;
    /// A module of NumPy.
    numpy(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> => crate::numpy::module);
door!(libraries "2", libraries::ensure()?;
    /// OpenCV.
    cv2(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> => crate::cv2::module);
door!(libraries "3", libraries::ensure()?;
    /// A module of matplotlib.
    mpl(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> => crate::mpl::module);
door!(libraries "4", libraries::ensure()?;
    /// A name that a module of NumPy makes when it is asked for.
    numpy_name(ctx: &mut Ctx, module: &str, name: &str) -> PyResult<Option<Value>> => crate::numpy::lazy_name);
door!(libraries "5", libraries::ensure()?;
    /// A method of a function of NumPy.
    numpy_method(ctx: &mut Ctx, function: &'static NativeFn, name: &str) -> PyResult<Option<Value>> => crate::numpy::lazy_method);
door!(libraries "6", libraries::ensure()?;
    /// `Image.fromarray`.
    from_array(ctx: &mut Ctx, args: Args) -> PyResult<Value> => crate::numpy::from_array);
