//! Snapshots under `tests/data`, each with a sentence or a format for its name.

/// Compares a text with the snapshot of this name, or takes it anew (`INSTA_UPDATE=always`).
pub fn snapshot(folder: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("../../data/{folder}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
