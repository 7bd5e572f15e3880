//! Many conversations at once, in order.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use anyhow::{Result, anyhow};

/// The results of `work` for the places `0..total`, in their order; a thread that is done with one place takes the
/// next. After a failure no place is begun any more.
///
/// # Errors
/// The first failure that a thread met.
pub fn in_order<T: Send>(
    total: usize,
    threads: usize,
    work: impl Fn(usize) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let slots: Mutex<Vec<Option<T>>> = Mutex::new((0..total).map(|_| None).collect());
    let one_thread = || -> Result<()> {
        while !stop.load(Ordering::Relaxed) {
            let place = next.fetch_add(1, Ordering::Relaxed);
            if place >= total {
                break;
            }
            let result = work(place).inspect_err(|_| stop.store(true, Ordering::Relaxed))?;
            slots.lock().expect("no thread panics while holding it")[place] = Some(result);
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads.clamp(1, total.max(1))).map(|_| scope.spawn(one_thread)).collect();
        handles.into_iter().try_for_each(|h| h.join().map_err(|_| anyhow!("a worker panicked"))?)
    })?;
    Ok(slots.into_inner().expect("all threads are done").into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whoever_made_them() {
        assert_eq!(in_order(100, 7, |i| Ok(i * i)).unwrap(), (0..100).map(|i| i * i).collect::<Vec<_>>());
        assert_eq!(in_order(0, 4, Ok).unwrap(), Vec::<usize>::new());
    }

    #[test]
    fn a_failure_ends_it() {
        let begun = AtomicUsize::new(0);
        let work = |i| {
            begun.fetch_add(1, Ordering::Relaxed);
            if i == 3 { Err(anyhow!("no")) } else { Ok(i) }
        };
        assert_eq!(in_order(1000, 2, work).unwrap_err().to_string(), "no");
        // How far a second thread comes before it hears of the failure is the scheduler's affair; one alone stops there.
        begun.store(0, Ordering::Relaxed);
        assert_eq!(in_order(1000, 1, work).unwrap_err().to_string(), "no");
        assert_eq!(begun.load(Ordering::Relaxed), 4);
    }
}
