//! A draft is on the screen before its statement is woven; whatever needs the statement has it all the same.

use crate::support::home::Home;
use crate::support::sitting::Sitting;

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

fn home() -> Home {
    let home = Home::new();
    home.write("data/assay/draft.toml", EXAMPLE);
    home
}

#[test]
fn a_draft_is_read_aloud_from_the_library() {
    let mut sitting = Sitting::weaving_behind(home());
    sitting.keys("s");
    let screen = sitting.screen();
    assert!(sitting.state.read_aloud().is_some(), "{screen}");
    assert!(screen.contains("Rosalind Achterberg"), "{screen}");
}

#[test]
fn words_in_the_box_of_a_sentence_are_in_it_when_the_draft_is_opened_again() {
    let home = home();
    let path = home.drafts().join("draft.toml");
    let to_sentence = |sitting: &mut Sitting| {
        while sitting.editor().pane != assay::app::layout::Pane::Statement {
            sitting.keys("<tab>");
        }
        sitting.keys("<home><down><down><down>");
    };
    let mut sitting = Sitting::weaving_behind(home.clone());
    sitting.open_file(&path);
    to_sentence(&mut sitting);
    sitting.keys("e Half a wording<esc>").pause();
    drop(sitting.kill());
    let mut again = Sitting::weaving_behind(home);
    again.open_file(&path);
    let screen = again.screen();
    assert!(!screen.contains("words wait"), "{screen}");
    to_sentence(&mut again);
    again.keys("e");
    let field = again.state.overlays.last().and_then(|it| it.field());
    let text = field.map(|it| it.text().to_owned()).unwrap_or_default();
    assert!(
        text.ends_with(" Half a wording"),
        "{text}: {}",
        again.screen()
    );
}
