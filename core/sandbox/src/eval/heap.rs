//! Memory accounting, and objects that can be freed without recursion.
//!
//! Every allocation a script causes holds a [`Charge`] against the sandbox's memory limit and gives it
//! back when it is dropped. Containers live in an [`Obj`], which hands its children to a queue when it
//! dies, so that freeing a list nested a million deep needs no native stack, and registers itself, so
//! that reference cycles are broken when the sandbox goes away.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::{Rc, Weak};

use super::fault::{Fault, PyResult};
use super::value::Value;
pub(crate) use super::weight::Weight;

/// The memory account of one sandbox.
#[derive(Default)]
pub struct Heap {
    limit: Cell<usize>,
    live: Cell<usize>,
    objects: RefCell<Registry>,
    /// Children of dead containers that wait to be dropped.
    dying: RefCell<Vec<Value>>,
    draining: Cell<bool>,
    /// The number given out last.
    serial: Cell<u32>,
}

#[derive(Default)]
struct Registry {
    slots: Vec<Option<Weak<dyn Clear>>>,
    free: Vec<u32>,
}

impl Heap {
    /// An empty account with a limit in bytes.
    pub fn new(limit: usize) -> Rc<Self> {
        Rc::new(Self { limit: Cell::new(limit), ..Self::default() })
    }

    /// Bytes charged and not yet given back.
    pub fn live(&self) -> usize {
        self.live.get()
    }

    /// Takes `bytes` from the account until the returned charge is dropped. Call this *before*
    /// allocating.
    pub fn charge(self: &Rc<Self>, bytes: usize) -> PyResult<Charge> {
        self.take(bytes)?;
        Ok(Charge { heap: Some(self.clone()), bytes: Cell::new(bytes) })
    }

    fn take(&self, bytes: usize) -> PyResult<()> {
        let live = self.live.get().saturating_add(bytes);
        if live > self.limit.get() {
            return Err(Fault::memory(self.limit.get()));
        }
        self.live.set(live);
        Ok(())
    }

    fn give(&self, bytes: usize) {
        self.live.set(self.live.get().saturating_sub(bytes));
    }

    /// Puts `body` on the heap, charging `bytes` for its contents besides its own size.
    pub fn alloc<T: Contents>(self: &Rc<Self>, body: T, bytes: usize) -> PyResult<Gc<T>> {
        let charge = self.charge(bytes + T::BYTES + 48)?;
        let object = Rc::new(Obj { body, charge, slot: Cell::new(u32::MAX), serial: Cell::new(0) });
        if T::MUTABLE {
            let weak: Weak<Obj<T>> = Rc::downgrade(&object);
            let mut registry = self.objects.borrow_mut();
            let slot = match registry.free.pop() {
                Some(slot) => {
                    registry.slots[slot as usize] = Some(weak);
                    slot
                }
                None => {
                    registry.slots.push(Some(weak));
                    (registry.slots.len() - 1) as u32
                }
            };
            object.slot.set(slot);
        }
        Ok(object)
    }

    /// Empties every container that is still alive, which breaks reference cycles.
    pub fn clear(&self) {
        let slots = std::mem::take(&mut self.objects.borrow_mut().slots);
        let mut values = Vec::new();
        for object in slots.iter().flatten().filter_map(Weak::upgrade) {
            object.clear(&mut values);
        }
        self.bury(&mut values);
    }

    fn bury(&self, values: &mut Vec<Value>) {
        self.dying.borrow_mut().append(values);
        if self.draining.replace(true) {
            return;
        }
        loop {
            let Some(value) = self.dying.borrow_mut().pop() else { break };
            drop(value);
        }
        self.draining.set(false);
    }
}

/// Bytes held against the memory limit; dropping it gives them back.
pub struct Charge {
    heap: Option<Rc<Heap>>,
    bytes: Cell<usize>,
}

impl Charge {
    /// A charge of nothing, for constants that belong to no sandbox.
    pub const fn none() -> Self {
        Self { heap: None, bytes: Cell::new(0) }
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.bytes.get()
    }

    /// Makes the charge at least `bytes`, in steps that double so that growing one element at a time
    /// stays cheap.
    pub fn grow_to(&self, bytes: usize) -> PyResult<()> {
        let held = self.bytes.get();
        if bytes <= held {
            return Ok(());
        }
        let target = bytes.max(held + held / 2);
        if let Some(heap) = &self.heap {
            heap.take(target - held)?;
        }
        self.bytes.set(target);
        Ok(())
    }
}

impl Drop for Charge {
    fn drop(&mut self) {
        if let Some(heap) = &self.heap {
            heap.give(self.bytes.get());
        }
    }
}

/// What a heap object holds.
pub trait Contents: Weight + 'static {
    /// Whether it can change after creation and so be part of a reference cycle.
    const MUTABLE: bool;
    /// Moves all values held into `into`, if any of them could hold others.
    fn take_values(&mut self, into: &mut Vec<Value>);
    /// Moves all values held into `into` through a shared reference, to break cycles.
    fn clear_shared(&self, into: &mut Vec<Value>) {
        let _ = into;
    }
}

trait Clear {
    fn clear(&self, into: &mut Vec<Value>);
}

impl<T: Contents> Clear for Obj<T> {
    fn clear(&self, into: &mut Vec<Value>) {
        self.body.clear_shared(into);
    }
}

/// A counted reference to a heap object.
pub type Gc<T> = Rc<Obj<T>>;

/// A heap object: the body and what it costs.
pub struct Obj<T: Contents> {
    body: T,
    /// What the object holds of the memory limit; containers grow it as they grow.
    pub charge: Charge,
    slot: Cell<u32>,
    serial: Cell<u32>,
}

impl<T: Contents> Obj<T> {
    /// A number that stands for the object's identity, the same in every run; given when it is first
    /// asked for.
    pub fn serial(&self) -> u32 {
        if self.serial.get() == 0
            && let Some(heap) = self.heap()
        {
            heap.serial.set(heap.serial.get().wrapping_add(1).max(1));
            self.serial.set(heap.serial.get());
        }
        self.serial.get()
    }

    /// The account that the object is charged to.
    pub fn heap(&self) -> Option<&Rc<Heap>> {
        self.charge.heap.as_ref()
    }
}

impl<T: Contents> Deref for Obj<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

impl<T: Contents> Drop for Obj<T> {
    fn drop(&mut self) {
        let Some(heap) = self.charge.heap.clone() else { return };
        let slot = self.slot.get() as usize;
        if slot != u32::MAX as usize {
            let mut registry = heap.objects.borrow_mut();
            if let Some(entry) = registry.slots.get_mut(slot) {
                *entry = None;
                registry.free.push(slot as u32);
            }
        }
        let mut values = Vec::new();
        self.body.take_values(&mut values);
        if !values.is_empty() {
            heap.bury(&mut values);
        }
    }
}
