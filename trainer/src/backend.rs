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

    /// Conversations decoded together, where nobody says how many: a GPU is as fast with many as with one,
    /// and for a small model a step's overhead outweighs its arithmetic on the CPU, too.
    pub fn rollout_batch(self) -> usize {
        match self {
            Backend::Cpu => 16,
            Backend::Wgpu | Backend::Cuda => 64,
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
        self.make_default();
        match self {
            Backend::Cpu => Ok(Device::flex()),
            Backend::Wgpu => wgpu(),
            Backend::Cuda => cuda(),
        }
    }

    /// Opens the devices with these numbers; of wgpu's, those that are cards of their own.
    ///
    /// # Errors
    /// As [`Backend::device`], or if the machine lacks one of them.
    pub fn devices(self, numbers: &[usize]) -> Result<Vec<Device>> {
        // It looks for the driver.
        let first = self.device()?;
        match self {
            Backend::Cpu => Ok(vec![first; numbers.len()]),
            Backend::Wgpu => wgpu_cards(numbers),
            Backend::Cuda => cuda_cards(numbers),
        }
    }

    /// Tells burn that the first device asked for is its default one. burn reads an optimizer's state onto the default
    /// device, which would else be the first that was compiled in: a GPU that may not be there.
    fn make_default(self) {
        const NAME: &str = "BURN_DEVICE";
        let name = if self == Backend::Cpu { "flex" } else { self.name() };
        if std::env::var_os(NAME).is_none() {
            // SAFETY: devices are opened first, while this is the only thread.
            unsafe { std::env::set_var(NAME, name) };
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

#[cfg(feature = "cuda")]
fn cuda_cards(numbers: &[usize]) -> Result<Vec<Device>> {
    // Tensors go from card to card over NCCL, which is loaded, under this name, when the first one does.
    let several = numbers.iter().any(|number| *number != numbers[0]);
    // SAFETY: loading NCCL runs only its own initialisers.
    if several && unsafe { libloading::Library::new("libnccl.so") }.is_err() {
        anyhow::bail!(
            "devices: several cards need NCCL, but libnccl.so cannot be loaded; install it, or use one card"
        );
    }
    let there = Device::enumerate(burn::tensor::DeviceType::Cuda);
    cards(numbers, &there, Device::cuda)
}

#[cfg(not(feature = "cuda"))]
fn cuda_cards(_numbers: &[usize]) -> Result<Vec<Device>> {
    Ok(vec![cuda()?])
}

#[cfg(feature = "wgpu")]
fn wgpu_cards(numbers: &[usize]) -> Result<Vec<Device>> {
    let there = Device::enumerate(burn::tensor::DeviceType::Wgpu);
    cards(numbers, &there, |number| Device::wgpu(burn::tensor::DeviceKind::DiscreteGpu(number)))
}

#[cfg(not(feature = "wgpu"))]
fn wgpu_cards(_numbers: &[usize]) -> Result<Vec<Device>> {
    Ok(vec![wgpu()?])
}

/// The devices with these numbers, if they are there: burn would panic at the first tensor on one that is not.
#[cfg(any(feature = "cuda", feature = "wgpu"))]
fn cards(numbers: &[usize], there: &[Device], card: impl Fn(usize) -> Device) -> Result<Vec<Device>> {
    let known = |number: &usize| {
        let device = card(*number);
        anyhow::ensure!(
            there.contains(&device),
            "devices: there is no card {number}; this machine has {} device(s) of the backend",
            there.len()
        );
        Ok(device)
    };
    numbers.iter().map(known).collect()
}

#[cfg(not(feature = "cuda"))]
fn cuda() -> Result<Device> {
    anyhow::bail!(
        "--backend cuda: this build has no CUDA; build with `cargo build -p trainer --features cuda`"
    )
}
