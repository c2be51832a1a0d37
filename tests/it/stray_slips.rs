//! Prose at the speed of a hand where no text is open, with mistakes that are put right, names, and words by themselves.

use assay::app::Message;

use crate::stray::{PLACES, held, somebody_in, words_of_examples};
use crate::support::sitting::Sitting;

/// Types prose at one place; it is kept whole, and what its letters did is back.
fn is_kept(place: &str, keys: &str, prose: &str) {
    let mut sitting = somebody_in(place);
    let draft = |of: &Sitting| of.state.editor.as_ref().map(|it| it.assessment.clone());
    let (before, was) = (held(&sitting), draft(&sitting));
    sitting.keys(keys);
    let screen = sitting.screen();
    assert!(
        screen.contains(&format!("“{prose}” is kept")),
        "{keys} in {place}: {screen}"
    );
    let now = draft(&sitting).or(was.clone().filter(|_| sitting.state.editor.is_none()));
    assert_eq!(now, was, "{keys} in {place}: {screen}");
    if sitting.state.scope() == somebody_in(place).state.scope() {
        assert_eq!(held(&sitting), before, "{keys} in {place}: {screen}");
    }
}

#[test]
fn a_mistake_that_is_put_right_in_a_word_changes_nothing() {
    for (keys, prose) in [
        ("dw<backspace>elay is common", "delay is common"),
        ("dw<ctrl-h>elay is common", "delay is common"),
        (
            "dr<backspace><backspace>during the night",
            "during the night",
        ),
        ("um<ctrl-w>under pressure", "under pressure"),
        ("de<backspace><backspace>delay is common", "delay is common"),
        ("d<backspace>delay is common", "delay is common"),
        ("du<backspace>rop in calls", "drop in calls"),
        ("um<backspace>nder pressure", "under pressure"),
        ("uj<backspace>nder pressure", "under pressure"),
        ("un<backspace><backspace>the force said", "the force said"),
        ("Jn<backspace>ane said so", "Jane said so"),
        ("Ri<backspace>eading well", "Reading well"),
        ("Fr<backspace>or all of it", "For all of it"),
        ("Kr<backspace>ent said so", "Kent said so"),
        ("undr<backspace>er pressure", "under pressure"),
    ] {
        is_kept("findings", keys, prose);
    }
}

#[test]
fn a_word_that_is_erased_at_once_leaves_nothing_that_its_letters_did() {
    let draft = |of: &Sitting| of.state.editor.as_ref().map(|it| it.assessment.clone());
    for word in [
        "data", "damage", "days", "date", "every", "under", "use", "men", "delays", "jury",
    ] {
        let letters = word.chars().count();
        for erased in [
            "<ctrl-w>".to_owned(),
            "<alt-backspace>".to_owned(),
            "<backspace>".repeat(letters),
            "<ctrl-h>".repeat(letters),
            "<ctrl-u>".to_owned(),
        ] {
            for then in ["the force said", ""] {
                let mut sitting = somebody_in("findings");
                let was = draft(&sitting);
                sitting.keys(&format!("{word}{erased}{then}"));
                sitting.pause();
                let screen = sitting.screen();
                assert_eq!(draft(&sitting), was, "{word}{erased}{then}: {screen}");
                let kept = screen.contains("the force said") || then.is_empty();
                assert!(kept, "{word}{erased}{then}: {screen}");
            }
        }
    }
}

#[test]
fn a_word_by_itself_is_kept_at_a_hang_up_and_before_a_key_that_came_after_a_rest() {
    for word in ["data", "damage", "under", "delays"] {
        let mut sitting = somebody_in("findings");
        let was = sitting.editor().assessment.clone();
        sitting.keys(word).message(Message::End);
        assert_eq!(sitting.editor().assessment, was, "{word}");
        let home = sitting.kill();
        let draft = home.drafts().join("draft.toml");
        let mut again = Sitting::resume(120, 40, home, &draft);
        assert!(
            again.keys(":what waits<enter>").screen().contains(word),
            "{word}"
        );
        // Somebody who takes time before the next key.
        let mut sitting = somebody_in("findings");
        sitting.keys(word).keys("<ctrl-w>");
        assert_eq!(sitting.editor().assessment, was, "{word}");
    }
}

#[test]
fn whoever_thinks_in_a_word_goes_on_with_it_and_what_is_put_right_in_a_text_stays_in_it() {
    let mut sitting = somebody_in("findings");
    let was = sitting.editor().assessment.clone();
    // A second of thought before the last letter, which is a key of the list.
    sitting.keys("area").keys("d");
    assert_eq!(sitting.editor().assessment, was, "{}", sitting.screen());
    assert!(
        sitting.screen().contains("“aread” is kept"),
        "{}",
        sitting.screen()
    );
    // The end of a text is put right.
    for (keys, many) in [
        ("ents<delete>", 0),
        ("ents<backspace><left>", 0),
        ("encs<backspace>e", 0),
    ] {
        let mut sitting = somebody_in("findings");
        let findings = sitting.editor().assessment.findings.len();
        sitting.keys(keys);
        let now = sitting.editor().assessment.findings.len();
        assert_eq!(now + many, findings, "{keys}: {}", sitting.screen());
    }
}

#[test]
fn names_that_nobody_knows_before_a_word_that_is_known_leave_nothing_set() {
    for prose in [
        "PC Jones said so",
        "DCI Penhallow was there",
        "Xmas was hard",
    ] {
        for place in ["findings", "headings"] {
            is_kept(place, prose, prose);
        }
    }
}

#[test]
fn a_word_by_itself_is_kept_when_the_keys_rest() {
    for word in [
        "don't",
        "didn't",
        "damage",
        "data",
        "date",
        "water",
        "wages",
        "kerb",
        "nearly",
        "vacancies",
    ] {
        let mut sitting = somebody_in("findings");
        let before = sitting.editor().assessment.clone();
        sitting.keys(word).pause();
        let screen = sitting.screen();
        assert!(
            screen.contains(&format!("“{word}” is kept")),
            "{word}: {screen}"
        );
        assert_eq!(sitting.editor().assessment, before, "{word}: {screen}");
        // Whoever goes on after it goes on with words.
        sitting.keys("the force said");
        assert_eq!(
            sitting.editor().assessment,
            before,
            "{word}: {}",
            sitting.screen()
        );
    }
}

/// `ASSAY_WORDS=4` tries every fourth word.
#[test]
fn whatever_word_is_mistyped_and_put_right_it_is_kept_whole() {
    let every = std::env::var("ASSAY_WORDS").map_or(60, |it| it.parse().expect("a number"));
    let words = words_of_examples();
    let (mut tried, mut else_meant) = (0, Vec::new());
    for (nth, place) in PLACES.into_iter().enumerate() {
        for (turn, word) in words.iter().skip(nth * 7).step_by(every).enumerate() {
            if place == "library" && word.starts_with('q') {
                continue;
            }
            let letters: Vec<char> = word.chars().collect();
            let at = 1 + turn % letters.len();
            let wrong = ['x', 'n', 's', 'e', 'w'][turn % 5];
            let (ahead, behind) = (&letters[..at], &letters[at..]);
            let (ahead, behind) = (String::from_iter(ahead), String::from_iter(behind));
            let mut sitting = somebody_in(place);
            let draft = |of: &Sitting| of.state.editor.as_ref().map(|it| it.assessment.clone());
            let was = draft(&sitting);
            let keys = format!("{ahead}{wrong}<backspace>{behind} more of it");
            sitting.keys(&keys);
            let screen = sitting.screen();
            tried += 1;
            if !screen.contains(&format!("“{word} more of it” is kept")) {
                else_meant.push(format!("{keys} in {place}"));
                continue;
            }
            let now = draft(&sitting).or(was.clone().filter(|_| sitting.state.editor.is_none()));
            assert_eq!(now, was, "{keys} in {place}: {screen}");
        }
    }
    println!(
        "{tried} words, not kept whole {}: {else_meant:#?}",
        else_meant.len()
    );
    assert!(else_meant.len() * 20 < tried, "{tried}: {else_meant:?}");
}

/// Keys that open a page, a list or a history over a draft.
const PAGES: [&str; 3] = ["p", "c", "i"];

#[test]
fn signs_inside_a_word_and_amounts_are_kept_where_they_do_nothing() {
    for page in PAGES {
        for prose in [
            "E-mail sent to all",
            "e.g. calls at night",
            "12% rose at night",
            "o’clock is late",
        ] {
            let mut sitting = somebody_in("findings");
            let before = sitting.editor().assessment.clone();
            sitting.keys(page).keys(prose);
            let screen = sitting.screen();
            assert_eq!(
                sitting.editor().assessment,
                before,
                "{page} {prose}: {screen}"
            );
            assert!(
                screen.contains(&format!("“{prose}” is kept")),
                "{page} {prose}: {screen}"
            );
        }
    }
}

#[test]
fn a_name_keeps_its_first_letter_whatever_is_a_word_behind_it() {
    for prose in [
        "Blake said that",
        "Gwent waits",
        "Trent was last",
        "Clark did it",
    ] {
        for place in ["statement", "headings"] {
            let mut sitting = somebody_in(place);
            sitting.keys(prose);
            let screen = sitting.screen();
            assert!(
                screen.contains(&format!("{prose}” is kept")),
                "{place}: {screen}"
            );
        }
    }
}

#[test]
fn whoever_erases_the_end_of_a_text_at_once_is_at_work_in_it() {
    for (keys, text) in [
        ("e<backspace><backspace>ing", "The force answering"),
        ("ne<backspace><backspace>", ""),
        ("je<backspace><backspace>ing it ", "The force listening it "),
        ("je<ctrl-w>leaders ", "The force listensleaders "),
        ("de<backspace><backspace>ing it ", "The force listening it "),
        (
            "de<backspace><backspace><backspace><backspace>ers to all ",
            "The force listers to all ",
        ),
    ] {
        let mut sitting = somebody_in("findings");
        sitting.keys(keys);
        let screen = sitting.screen();
        assert!(!screen.contains("is kept"), "{keys}: {screen}");
        let texts = sitting.texts();
        assert!(
            text.is_empty() || texts.iter().any(|it| it == text),
            "{keys}: {texts:?}"
        );
    }
}

#[test]
fn words_that_are_kept_are_put_right_to_the_last_letter_and_run_no_command() {
    for (keys, prose) in [
        (
            "Officers told us<ctrl-w>them to wait",
            "Officers told them to wait",
        ),
        ("It is<ctrl-w><ctrl-w>the force said", "the force said"),
        (
            "It is<backspace><backspace><backspace><backspace><backspace>delay is common",
            "delay is common",
        ),
    ] {
        is_kept("findings", keys, prose);
    }
}

#[test]
fn a_word_that_is_erased_of_several_lines_takes_no_other_line_and_is_there_to_be_put_in_again() {
    let mut sitting = somebody_in("findings");
    sitting.keys("It is noted");
    sitting.types_on("<enter>officers<ctrl-w>");
    let home = sitting.home.clone();
    let told = home.assay().arg("recover").output().expect("it runs");
    let told = String::from_utf8(told.stdout).expect("text");
    assert!(told.contains("It is noted"), "{told}");
    assert!(told.contains("what was cut last: officers"), "{told}");
    // Where all of them were erased, Enter is a key.
    let mut sitting = somebody_in("findings");
    sitting.keys("It<backspace><backspace><enter>");
    let screen = sitting.screen();
    assert!(!screen.contains("is kept"), "{screen}");
    assert!(sitting.editor().typing.is_some(), "{screen}");
}
