//! Which devices of a backend share the gradients of a step.

use std::str::FromStr;

use anyhow::{Result, ensure};
use burn::tensor::Device;
use serde::{Deserialize, Serialize};

use crate::backend::Backend;

/// The devices of a training run: the first so many of the backend, or those with these numbers. The first of them has
/// the optimizer and does everything that is not shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "devices: expected how many, such as 2, or a list of their numbers, such as [0, 1]"
)]
pub enum Devices {
    /// The first so many. On the CPU, which is one device, so many copies of the model on it.
    Count(usize),
    /// Those with these numbers, as the driver counts them.
    Numbers(Vec<usize>),
}

impl Default for Devices {
    fn default() -> Self {
        Self::Count(1)
    }
}

impl FromStr for Devices {
    type Err = String;

    /// Reads `2` as a count; `0,1`, or `1,` for one card alone, as numbers.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |part: &str| {
            part.trim().parse().map_err(|_| format!("`{text}`: expected how many, or numbers such as 0,1"))
        };
        if text.contains(',') {
            let parts = text.split(',').filter(|part| !part.trim().is_empty());
            return Ok(Self::Numbers(parts.map(number).collect::<Result<_, _>>()?));
        }
        Ok(Self::Count(number(text)?))
    }
}

impl Devices {
    /// Opens them.
    ///
    /// # Errors
    /// If there is none, the machine lacks one of them, or this build lacks the backend.
    pub fn open(&self, backend: Backend) -> Result<Vec<Device>> {
        let numbers = match self {
            Self::Count(1) => return Ok(vec![backend.device()?]),
            Self::Count(count) => (0..*count).collect(),
            Self::Numbers(numbers) => numbers.clone(),
        };
        ensure!(!numbers.is_empty(), "devices: at least one is needed");
        if backend == Backend::Cpu {
            let other = numbers.iter().find(|number| **number != 0);
            ensure!(
                matches!(self, Self::Count(_)) || other.is_none(),
                "devices {}: the CPU is one device, number 0; a count such as `--devices 2` puts copies of the model \
                 on it",
                other.copied().unwrap_or_default()
            );
            return Ok(vec![backend.device()?; numbers.len()]);
        }
        backend.devices(&numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_and_a_list_are_read_from_flags_and_recipes() {
        for (text, json, devices) in [
            ("2", "2", Devices::Count(2)),
            ("0,2", "[0, 2]", Devices::Numbers(vec![0, 2])),
            ("1,", "[1]", Devices::Numbers(vec![1])),
        ] {
            assert_eq!(text.parse(), Ok(devices.clone()));
            assert_eq!(serde_json::from_str::<Devices>(json).unwrap(), devices);
        }
        assert!("two".parse::<Devices>().unwrap_err().contains("`two`"));
        let error = serde_json::from_str::<Devices>("\"cuda\"").unwrap_err().to_string();
        assert!(error.contains("such as [0, 1]"), "{error}");
    }

    #[test]
    fn the_cpu_is_one_device() {
        assert_eq!(Devices::default().open(Backend::Cpu).unwrap().len(), 1);
        assert_eq!(Devices::Count(3).open(Backend::Cpu).unwrap(), vec![Device::flex(); 3]);
        let error = Devices::Numbers(vec![0, 1]).open(Backend::Cpu).unwrap_err().to_string();
        assert!(error.starts_with("devices 1: the CPU is one device"), "{error}");
        assert!(Devices::Count(0).open(Backend::Cpu).is_err());
    }
}
