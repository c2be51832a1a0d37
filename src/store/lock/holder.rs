//! Who has a draft open, as its lock says.

use std::fmt;
use std::fs::File;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use toml_edit::{DocumentMut, value};

use super::{MOST, changed};
use crate::store::disk;
use crate::store::format;
use crate::store::places::LockOwner;
use crate::text::visible;

/// The most characters of a name that are read.
const LONGEST: usize = 255;

/// The words to whoever finds it.
const ABOUT: &str =
    "# Assay has the draft of this name open, and takes this file away when it is closed.\n";

/// The user and program that have a draft open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The user, as the machine calls them; empty where the lock does not say.
    pub user: String,
    /// The machine; empty where the lock does not say.
    pub host: String,
    /// The process there; 0 where the lock does not say.
    pub pid: u32,
    /// Since when.
    pub since: Timestamp,
}

/// Returns the text of a lock. The token is what makes it unlike every other.
pub(super) fn text(owner: &LockOwner, now: Timestamp) -> String {
    let name = |name: &str| value(name.chars().take(LONGEST).collect::<String>());
    let pid = std::process::id();
    let mut document = DocumentMut::new();
    document.insert("user", name(&owner.user));
    document.insert("host", name(&owner.host));
    document.insert("pid", value(i64::from(pid)));
    document.insert(
        "since",
        value(now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
    );
    document.insert("token", value(format!("{pid}-{}", now.as_nanosecond())));
    format!("{ABOUT}{document}")
}

impl Holder {
    /// Reads the holder of an open lock.
    pub(super) fn of(file: &File) -> Self {
        let bytes = disk::read_open(file, MOST).unwrap_or_default();
        Self::read(&bytes, changed(file.metadata().ok()))
    }

    /// Reads the holder from a lock's bytes. Anything may stand in a file; what cannot be read is left out.
    pub(super) fn read(bytes: &[u8], changed: Timestamp) -> Self {
        let mut holder = Self {
            user: String::new(),
            host: String::new(),
            pid: 0,
            since: changed,
        };
        let text = String::from_utf8_lossy(bytes);
        let Ok(document) = format::parse("", &text, 100) else {
            return holder;
        };
        let word = |key: &str| document.get(key).and_then(|item| item.as_str());
        let name = |key| {
            word(key)
                .unwrap_or_default()
                .chars()
                .take(LONGEST)
                .collect()
        };
        holder.user = name("user");
        holder.host = name("host");
        let pid = document.get("pid").and_then(|item| item.as_integer());
        holder.pid = pid.and_then(|pid| u32::try_from(pid).ok()).unwrap_or(0);
        let since = word("since").and_then(|since| since.parse().ok());
        holder.since = since.unwrap_or(changed);
        holder
    }

    /// Returns the holder for people, as seen at the time `now`, in whose time zone times are.
    pub(super) fn description(&self, now: &Zoned) -> String {
        let clean = |name: &str| visible(name).replace('\n', " ");
        let user = match self.user.as_str() {
            "" => "another Assay".to_owned(),
            user => clean(user),
        };
        let host = match self.host.as_str() {
            "" => String::new(),
            host => format!(" on {}", clean(host)),
        };
        let since = self.since.to_zoned(now.time_zone().clone());
        let spelling = match since.date() == now.date() {
            true => "%H:%M",
            false => "%-d %B %Y, %H:%M",
        };
        format!("{user}{host} since {}", since.strftime(spelling))
    }
}

/// For people: "jo on tern since 10:42", with the date where that was not today.
impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let now = Timestamp::now().to_zoned(TimeZone::system());
        f.write_str(&self.description(&now))
    }
}
