//! New files until they have their place, and those that never came to it.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use super::{fingerprint, folder_of, follow};
use crate::store::disk;

/// The beginning and end of the names of new files until they have their place.
const NEW: (&str, &str) = (".assay-", ".tmp");

pub(in crate::store) fn new_name(target: &Path) -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let nth = COUNT.fetch_add(1, Ordering::Relaxed);
    let (before, after) = (new_names_of(target), NEW.1);
    format!("{before}{}-{nth}{after}", std::process::id())
}

/// Returns the beginning of the names of new files that are to take the place of this one.
fn new_names_of(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default();
    let print = fingerprint(name.as_encoded_bytes());
    let short: String = print.chars().take(12).collect();
    format!("{}{short}-", NEW.0)
}

/// Takes away what programs left beside a file that were ended while they saved it. To be called by whoever has its
/// lock: nobody else saves it then.
pub(in crate::store) fn remove_left_overs(path: &Path) {
    let Ok(target) = follow(path) else { return };
    let begins = new_names_of(&target);
    let entries = fs::read_dir(folder_of(&target)).into_iter().flatten();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let ours = |name: &str| name.starts_with(&begins) && name.ends_with(NEW.1);
        if name.to_str().is_some_and(ours) {
            // Where it cannot be taken away it does no harm.
            let _ = disk::remove(&entry.path());
        }
    }
}

/// Returns true where a file is a new one that never came to its place: a program was ended while it saved. What it
/// holds is in the journal.
pub(in crate::store) fn is_left_over(name: &str, changed: Option<SystemTime>) -> bool {
    let (before, after) = NEW;
    let day = Duration::from_secs(24 * 3600);
    let old = changed.and_then(|time| time.elapsed().ok());
    name.starts_with(before) && name.ends_with(after) && old.is_some_and(|age| age > day)
}
