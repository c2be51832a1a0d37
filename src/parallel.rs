//! The same done to many items, on as many threads as there are processors, and two works done at once.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread::{Builder, available_parallelism, scope};

/// Items fewer than these are not worth a thread.
const FEW: usize = 256;

/// Returns what `make` makes of each item, in their order.
pub(crate) fn map<I: Sync, V: Send>(items: &[I], make: impl Fn(&I) -> V + Sync) -> Vec<V> {
    map_from(FEW, items, make)
}

/// Returns the same of items of which each is worth a thread.
pub(crate) fn map_large<I: Sync, V: Send>(items: &[I], make: impl Fn(&I) -> V + Sync) -> Vec<V> {
    map_from(2, items, make)
}

fn map_from<I: Sync, V: Send>(few: usize, items: &[I], make: impl Fn(&I) -> V + Sync) -> Vec<V> {
    if items.len() < few {
        return items.iter().map(make).collect();
    }
    let threads = available_parallelism().map_or(1, NonZero::get);
    let make = &make;
    scope(|scope| {
        let parts = items.chunks(items.len().div_ceil(threads));
        let parts: Vec<_> = parts
            .map(|part| {
                let work = move || part.iter().map(make).collect::<Vec<V>>();
                // Where no thread is to be had, the work is done here.
                Builder::new().spawn_scoped(scope, work).map_err(|_| work())
            })
            .collect();
        let made = parts
            .into_iter()
            .map(|part| match part.map(|it| it.join()) {
                Ok(Ok(made)) | Err(made) => made,
                Ok(Err(panic)) => resume_unwind(panic),
            });
        made.flatten().collect()
    })
}

/// Does two works at once, the first on a thread of its own, and returns what came of both.
pub(crate) fn both<A: Send, B>(first: impl Fn() -> A + Sync, second: impl FnOnce() -> B) -> (A, B) {
    let first = &first;
    scope(|scope| {
        // Where no thread is to be had, one is done after the other.
        let begun = Builder::new().spawn_scoped(scope, first);
        let second = second();
        let first = match begun.map(|it| it.join()) {
            Ok(Ok(made)) => made,
            Ok(Err(panic)) => resume_unwind(panic),
            Err(_) => first(),
        };
        (first, second)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_and_few_come_out_in_their_order() {
        for many in [0, 1, FEW - 1, FEW, FEW * 7 + 1] {
            let items: Vec<usize> = (0..many).collect();
            let made: Vec<usize> = items.iter().map(|item| item * 3).collect();
            assert_eq!(map(&items, |item| item * 3), made);
        }
    }

    #[test]
    fn what_comes_of_two_works_is_told_apart() {
        assert_eq!(both(|| 1, || "two"), (1, "two"));
    }
}
