//! Stable sorting with one copy of the algorithm.
//!
//! The standard library's is compiled anew for every type and every comparison, some five kilobytes each; a page
//! downloads them all. Places are sorted here instead, through a function pointer, and the values moved afterwards.

use std::cmp::Ordering;

/// The places `0..count` in the order that `compare` puts them in.
pub(crate) fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Sorts values; equal ones stay as they are.
pub(crate) fn sort_by<T>(values: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(values.len(), &mut |a, b| compare(&values[a], &values[b]));
    arrange(order, &mut |a, b| values.swap(a, b));
}

/// Sorts values by their own order.
pub(crate) fn sort<T: Ord>(values: &mut [T]) {
    sort_by(values, T::cmp);
}

/// Brings to every place what `order` names for it, one cycle of places after the other.
fn arrange(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut order[place], place);
            if from == start {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn values_are_sorted_as_the_standard_library_sorts_them(values: Vec<(u8, u32)>) {
            let (mut here, mut there) = (values.clone(), values);
            super::sort_by(&mut here, |a, b| a.0.cmp(&b.0));
            there.sort_by_key(|pair| pair.0);
            prop_assert_eq!(&here, &there);
            super::sort(&mut here);
            there.sort();
            prop_assert_eq!(here, there);
        }
    }
}
