//! Stands in for cubecl's LLVM backend.
//!
//! `cubecl-cuda` always builds both ways to turn a kernel into machine code: CUDA C++ through NVRTC, and PTX through an
//! LLVM that is downloaded while it is built. The trainer takes the first (cubecl's feature `cuda-cpp`), so this crate
//! gives the second's names without its 200 MB: a CUDA build then needs no network, and no LLVM. Asked to compile, it
//! refuses with a message.
//!
//! Patched in by the workspace's `Cargo.toml`; goes with cubecl 0.11.

use cubecl_core::ir::nvidia::SmArch;
use cubecl_core::prelude::KernelDefinition;
use cubecl_environment::backtrace::BackTrace;
use cubecl_server::compiler::CompilationError;
use cubecl_server::kernel::BufferIOAttr;

/// NVIDIA's side.
pub mod nvptx {
    /// Versions of PTX.
    pub mod ptx_version {
        /// A PTX version; there is none that this crate can emit.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum PtxVersion {}

        impl PtxVersion {
            /// Always `None`.
            pub fn for_driver(_driver: i32) -> Option<Self> {
                None
            }
        }

        impl std::fmt::Display for PtxVersion {
            fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match *self {}
            }
        }
    }
}

/// What both GPU targets share.
pub mod shared {
    /// Which features a target has.
    pub mod lowered_features {
        /// A GPU target.
        #[derive(Clone, Copy, Debug)]
        pub enum GpuTarget {
            /// NVIDIA.
            Nvptx,
        }

        /// Leaves the features as they are: nothing is compiled here.
        pub fn restrict_features<T>(_properties: &mut T, _target: GpuTarget) {}
    }
}

/// A target of the compiler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LlvmTarget {
    /// NVIDIA.
    Nvptx,
}

/// Options of a compilation.
#[derive(Clone, Debug, Default)]
pub struct PlironOptions {
    /// AMD's architecture.
    pub arch: Option<()>,
    /// NVIDIA's architecture.
    pub sm_arch: Option<SmArch>,
    /// Version of PTX.
    pub ptx_version: Option<nvptx::ptx_version::PtxVersion>,
    /// Whether scalars come in the kernel's parameter block.
    pub grid_constants: bool,
    /// Keeps the struct open, as the original's is.
    pub other: (),
}

/// A compiled NVIDIA module; none is ever made.
#[derive(Clone, Debug)]
pub struct NvptxModule {
    /// Assembly.
    pub ptx: Vec<std::ffi::c_char>,
    /// Name of the kernel.
    pub entrypoint: String,
    /// Intermediate form, for logs.
    pub ir: String,
    /// Bytes of shared memory.
    pub shared_memory_size: usize,
    /// How each buffer is used.
    pub io: Vec<BufferIOAttr>,
}

/// What a compilation gives.
#[derive(Clone, Debug)]
pub enum PlironArtifact {
    /// An NVIDIA module.
    NvptxCode(NvptxModule),
}

/// The compiler that is not there.
#[derive(Clone, Debug)]
pub struct PlironCompiler {
    /// Its target.
    pub target: LlvmTarget,
}

impl PlironCompiler {
    /// Refuses.
    ///
    /// # Errors
    /// Always.
    pub fn compile(
        &mut self,
        _kernel: KernelDefinition,
        _options: &PlironOptions,
    ) -> Result<PlironArtifact, CompilationError> {
        Err(CompilationError::Generic {
            reason: "this build has no LLVM: cubecl's feature `cuda-cpp` must be on".into(),
            backtrace: BackTrace::capture(),
        })
    }

    /// The language it would emit.
    pub fn lang_tag(&self) -> &'static str {
        "llvm"
    }
}
