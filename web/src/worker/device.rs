//! Which processor runs the model.

use burn::tensor::Device;
use js_sys::{Function, Promise, Reflect};
use vthinker_web::EngineChoice;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::outbox::scope;

/// A device and what to call it on the page.
#[derive(Clone)]
pub struct Processor {
    /// Where tensors live.
    pub device: Device,
    /// `Cpu` or `WebGpu`.
    pub engine: EngineChoice,
    /// The adapter's own name.
    pub name: String,
}

/// What the browser tells about a WebGPU adapter.
struct Adapter {
    name: String,
    software: bool,
}

/// Takes the device that `choice` names; `Auto` prefers a hardware GPU and never fails.
pub async fn choose(choice: EngineChoice) -> Result<Processor, String> {
    let cpu =
        || Processor { device: Device::flex(), engine: EngineChoice::Cpu, name: "CPU (Flex)".to_owned() };
    if choice == EngineChoice::Cpu {
        return Ok(cpu());
    }
    let forced = choice == EngineChoice::WebGpu;
    let Some(adapter) = adapter().await else {
        return if forced {
            Err("This browser offers no WebGPU adapter: open the page with ?engine=cpu.".to_owned())
        } else {
            Ok(cpu())
        };
    };
    // An adapter made of software is many times slower than the CPU engine.
    if adapter.software && !forced {
        return Ok(cpu());
    }
    match Device::wgpu_options().init_async().await {
        Ok(device) => Ok(Processor { device, engine: EngineChoice::WebGpu, name: adapter.name }),
        Err(error) if forced => {
            Err(format!("WebGPU could not be started ({error}): open the page with ?engine=cpu."))
        }
        Err(_) => Ok(cpu()),
    }
}

/// Asks `navigator.gpu`. By reflection: web-sys has WebGPU only behind an unstable flag.
async fn adapter() -> Option<Adapter> {
    let navigator = scope().navigator();
    let gpu = Reflect::get(&navigator, &"gpu".into()).ok().filter(|gpu| !gpu.is_falsy())?;
    let request: Function = Reflect::get(&gpu, &"requestAdapter".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = request.call0(&gpu).ok()?.dyn_into().ok()?;
    let adapter = JsFuture::from(promise).await.ok().filter(|adapter| !adapter.is_falsy())?;
    let info = Reflect::get(&adapter, &"info".into()).unwrap_or(JsValue::NULL);
    let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).unwrap_or(JsValue::UNDEFINED);
    let word = |key: &str| get(&info, key).as_string().filter(|text| !text.is_empty());
    let fallback =
        get(&info, "isFallbackAdapter").is_truthy() || get(&adapter, "isFallbackAdapter").is_truthy();
    let words: Vec<String> = ["vendor", "architecture", "description"].into_iter().filter_map(word).collect();
    let name = if words.is_empty() { "GPU without a name".to_owned() } else { words.join(" ") };
    let lower = name.to_lowercase();
    let software =
        fallback || ["swiftshader", "llvmpipe", "lavapipe", "basic render"].iter().any(|s| lower.contains(s));
    Some(Adapter { name, software })
}
