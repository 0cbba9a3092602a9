//! How much memory a piece of work takes at most, so that a few bytes cannot ask for gigabytes.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The system's allocator, which counts what the calling thread holds.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: isize) {
    let _ = HELD.try_with(|held| {
        held.set(held.get().wrapping_add(bytes));
        let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held.get())));
    });
}

// SAFETY: every call goes to the system's allocator as it came; only sizes are added up.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // While it moves, both are held.
        count(size as isize);
        count(-(layout.size() as isize));
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Does the work, and gives what it held at most at one time, in bytes.
fn peak_of<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = HELD.get();
    PEAK.set(before);
    let done = work();
    let peak = PEAK.get().wrapping_sub(before);
    (done, usize::try_from(peak).unwrap_or(0))
}

/// Does the work, which must not hold more than `limit` bytes at one time. Work that only then
/// fills a cache (of compiled patterns, say) is given a second try.
///
/// # Panics
/// When it does; the message names the work.
pub fn within<T>(name: &str, limit: usize, mut work: impl FnMut() -> T) -> T {
    let (done, peak) = peak_of(&mut work);
    if peak <= limit {
        return done;
    }
    let (done, peak) = peak_of(work);
    assert!(peak <= limit, "{name}: {peak} bytes were held, where {limit} are enough");
    done
}
