//! A key that is held down.

use assay::app::Message;

use crate::support::home::Home;
use crate::support::pty::EXAMPLE;
use crate::support::sitting::Sitting;

fn burst(text: &str) -> Message {
    Message::Burst(text.to_owned())
}

#[test]
fn a_key_that_was_held_down_moves_and_does_nothing_else_again_and_again() {
    let home = Home::new();
    for name in ["a", "b", "c", "d"] {
        home.write(&format!("data/assay/{name}.toml"), EXAMPLE);
    }
    let there = |home: &Home| std::fs::read_dir(home.drafts()).unwrap().count();
    let mut sitting = Sitting::again(100, 30, home);
    for key in ["d", "c", "x"] {
        sitting.message(burst(&key.repeat(3)));
        let screen = sitting.screen();
        assert!(screen.contains("” is kept"), "{screen}");
    }
    assert_eq!(
        there(&sitting.home),
        4,
        "none was put in the trash, none copied"
    );
    sitting.message(Message::Rested).message(burst("jjj"));
    assert_eq!(sitting.state.library.at, 3);
    sitting.message(burst("kk"));
    assert_eq!(sitting.state.library.at, 1);
    let mut sitting = Sitting::at(100, 30, EXAMPLE);
    sitting.keys("<home><down><down><tab>");
    let before = sitting.editor().assessment.clone();
    sitting.message(burst("ddd")).message(burst("+++"));
    assert_eq!(sitting.editor().assessment, before);
}
