//! An inspector's work at the screen, key by key through the real loop.

use assay::app::Key;
use assay::store::format;

use crate::support::home::acceptance;
use crate::support::sitting::Sitting;
use crate::support::typist;

#[test]
fn from_an_empty_folder_the_whole_statement_is_typed_in_and_printed() {
    let (Some(draft), Some(statement)) = (
        acceptance("city-of-london-2015.toml"),
        acceptance("statement.txt"),
    ) else {
        println!("the acceptance set is not beside the repository: nothing to compare with");
        return;
    };
    let mut sitting = Sitting::new(120, 40);
    assert!(sitting.screen().contains("There are no drafts here yet"));
    let framework = assay::store::Frameworks::load(sitting.home.path())
        .get("annual")
        .expect("built in");
    let known = framework.clone();
    let draft =
        format::read("draft", &draft, &move |_| Ok(known.clone())).expect("the draft is right");
    let keys = typist::keys(&draft.assessment, &framework);
    sitting.keys(&keys);
    assert_eq!(sitting.statement().trim(), statement.trim());
    sitting.keys("p<enter>");
    assert!(
        sitting.screen().contains("Printed to"),
        "{}",
        sitting.screen()
    );
    let printed = sitting.home.drafts().join("city-of-london-police.txt");
    let printed = std::fs::read_to_string(printed).expect("the print");
    assert_eq!(printed.trim(), statement.trim());
    println!("{} keys", Key::sequence(&keys).expect("keys").len());
}
