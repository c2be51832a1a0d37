//! Earlier versions of a sealed draft.

use super::{DRAFT, TYPED, at_finding, done, run, unlocked};
use crate::support::home::Home;
use crate::support::sitting::Sitting;

#[test]
fn earlier_versions_of_a_sealed_draft_are_shown_compared_and_brought_back_with_its_passphrase() {
    let home = Home::new();
    let plain = home.write("data/assay/draft.toml", DRAFT);
    let mut sitting = Sitting::resume(120, 40, home, &plain);
    at_finding(&mut sitting);
    sitting.keys("<enter> It means it.<esc>").pause();
    let home = sitting.leave();
    done(&home, &["seal", "data/assay/draft.toml"]);
    let of = |home: &Home, how: &str| {
        let arguments = ["history", "data/assay/draft.toml.age", how, "1"];
        run(home, &arguments)
    };
    let (_, shown) = of(&home, "--show");
    assert!(shown.contains("\"The force listens.\""), "{shown}");
    let (_, compared) = of(&home, "--diff");
    assert!(
        compared.contains(&format!("+text = \"{TYPED}\"")),
        "{compared}"
    );
    // Not while edits wait that the file does not have.
    let path = home.drafts().join("draft.toml.age");
    let mut sitting = unlocked(home, &path);
    at_finding(&mut sitting);
    sitting.keys("<enter> Now.");
    let home = sitting.kill();
    let (well, told) = of(&home, "--restore");
    assert!(!well && told.contains("edits of it wait"), "{told}");
    done(&home, &["recover", "data/assay/draft.toml.age"]);
    // A passphrase that is not the draft's tells nothing of that.
    home.write("other", "not it");
    let wrong = [
        "history",
        "data/assay/draft.toml.age",
        "--restore",
        "2",
        "--passphrase-file",
        "other",
    ];
    assert!(!home.assay().args(wrong).output().unwrap().status.success());
    let listed = done(&home, &["history", "data/assay/draft.toml.age"]);
    let first = listed.lines().count() - 1;
    done(
        &home,
        &[
            "history",
            "data/assay/draft.toml.age",
            "--restore",
            &first.to_string(),
        ],
    );
    assert_eq!(unlocked(home, &path).texts(), ["The force listens."]);
}
