//! `assay paths`: where things are kept.

use std::fmt::Write as _;
use std::path::Path;

use super::marked::shown_path;
use super::{CliError, Session};

pub(super) fn run(session: &mut Session<'_>) -> Result<(), CliError> {
    let places = session.places()?;
    // Whoever asks where the settings are may be about to mend them, so broken ones do not stop this.
    let (drafts, broken) = match session.drafts() {
        Ok(drafts) => (drafts, None),
        Err(fault) => (places.drafts.clone(), Some(fault)),
    };
    let mut text = String::new();
    for (what, path) in [
        ("settings", &places.config),
        ("drafts", &drafts),
        ("frameworks", &places.frameworks),
        ("themes", &places.themes),
        ("state", &places.state),
    ] {
        let _ = writeln!(text, "{what:<11} {}{}", shown_path(path), there(path));
    }
    session.print(text)?;
    broken.map_or(Ok(()), Err)
}

fn there(path: &Path) -> &'static str {
    if path.exists() {
        ""
    } else {
        "  (not made yet)"
    }
}
