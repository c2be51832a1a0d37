//! The pickers of voice, opening and frame: each says what would be spoken before it is chosen.

use crate::support::sitting::Sitting;

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

fn sitting() -> Sitting {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys("<home><down><down><tab>");
    sitting
}

#[test]
fn a_frame_is_chosen_with_its_adverb_and_undone_in_one_step() {
    let mut sitting = sitting();
    sitting.keys("+the use of drones in the hills<esc>fimpressed-by, very");
    assert!(
        sitting
            .screen()
            .contains("I am very impressed by the use of drones in the hills."),
        "{}",
        sitting.screen()
    );
    sitting.keys("<enter>");
    let spoken = "I am very impressed by the use of drones in the hills.";
    assert!(sitting.statement().contains(spoken));
    assert!(sitting.file().contains("adverb = \"very\""));
    sitting.keys("u").pause();
    assert!(!sitting.file().contains("adverb = \"very\""));
    assert!(!sitting.statement().contains(spoken));
}

#[test]
fn the_voice_is_found_by_its_name_and_shows_what_it_would_speak() {
    let mut sitting = sitting();
    sitting.keys(":voice");
    assert!(sitting.screen().contains("Choose the voice"));
    sitting.keys("<enter>");
    let screen = sitting.screen();
    assert!(screen.contains("the framework's own"), "{screen}");
    assert!(screen.contains("It would be spoken:"), "{screen}");
}

#[test]
fn no_opening_is_a_choice_and_no_problem() {
    let mut sitting = sitting();
    sitting.keys("onone<enter>");
    assert!(sitting.file().contains("stance = \"none\""));
    assert!(sitting.screen().contains("opening ✓"));
    sitting.keys("c");
    assert!(!sitting.screen().contains("no opening sentence"));
}
