//! Where tensors live.

use anyhow::Result;
use burn::tensor::Device;

/// The compute backend; `wgpu` and `cuda` need a build with the cargo feature of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Backend {
    /// burn's Flex backend: any CPU.
    #[default]
    Cpu,
    /// Vulkan, Metal, DirectX or OpenGL through wgpu.
    Wgpu,
    /// NVIDIA GPUs.
    Cuda,
}

impl Backend {
    /// The name used in traces and reports.
    pub fn name(self) -> &'static str {
        match self {
            Backend::Cpu => "cpu",
            Backend::Wgpu => "wgpu",
            Backend::Cuda => "cuda",
        }
    }

    /// Threads that compute gradients, where nobody says how many: a GPU is one queue.
    pub fn workers(self) -> usize {
        match self {
            Backend::Cpu => 2,
            Backend::Wgpu | Backend::Cuda => 1,
        }
    }

    /// Threads that prepare batches, where nobody says how many: a GPU takes them faster than one thread makes them.
    pub fn loaders(self) -> usize {
        match self {
            Backend::Cpu => 1,
            Backend::Wgpu | Backend::Cuda => 4,
        }
    }

    /// Opens the device.
    ///
    /// # Errors
    /// If this build lacks the backend, or the machine lacks its driver.
    pub fn device(self) -> Result<Device> {
        match self {
            Backend::Cpu => Ok(Device::flex()),
            Backend::Wgpu => wgpu(),
            Backend::Cuda => cuda(),
        }
    }
}

#[cfg(feature = "wgpu")]
fn wgpu() -> Result<Device> {
    Ok(Device::wgpu(burn::tensor::DeviceKind::DefaultDevice))
}

#[cfg(not(feature = "wgpu"))]
fn wgpu() -> Result<Device> {
    anyhow::bail!(
        "--backend wgpu: this build has no wgpu; build with `cargo build -p trainer --features wgpu`"
    )
}

#[cfg(feature = "cuda")]
fn cuda() -> Result<Device> {
    // Without a driver cudarc panics in a thread of its own, so look before it does.
    let driver = ["libcuda.so.1", "libcuda.so", "nvcuda.dll"];
    // SAFETY: loading the NVIDIA driver runs only its own initialisers.
    if !driver.iter().any(|name| unsafe { libloading::Library::new(*name) }.is_ok()) {
        anyhow::bail!(
            "--backend cuda: no NVIDIA driver found (libcuda.so.1 cannot be loaded); use --backend cpu here"
        );
    }
    Ok(Device::cuda(0))
}

#[cfg(not(feature = "cuda"))]
fn cuda() -> Result<Device> {
    anyhow::bail!(
        "--backend cuda: this build has no CUDA; build with `cargo build -p trainer --features cuda`"
    )
}
