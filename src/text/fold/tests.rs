#![allow(clippy::unwrap_used, clippy::string_slice)]
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use super::*;

/// Texts in which whatever folds is met often.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zA-ZÀ-ſẀ-ỿﬀ-ﬆßẞςσΣıİ\u{300}-\u{315}’' &\u{ad}\u{200d}–-]{0,24}",
    ]
}

#[test]
fn every_character_folds_once_and_for_all() {
    // The planes that hold letters, the ideographs that decompose, the tags.
    let others = ('\u{2f800}'..='\u{2fa1f}').chain('\u{e0000}'..='\u{e01ff}');
    for character in ('\0'..='\u{1ffff}').chain(others) {
        let folded = fold(&character.to_string());
        assert_eq!(fold(&folded), folded, "U+{:04X}", u32::from(character));
    }
}

#[test]
fn names_are_found_however_they_are_spelt() {
    for (typed, name) in [
        ("mon", "Ynys Môn"),
        ("môn", "Ynys Mon"),
        ("MO\u{302}N", "Ynys Môn"),
        ("king's", "King’s Lynn"),
        ("king’s", "King's Lynn"),
        ("kings", "King's Lynn"),
        ("devon and", "Devon & Cornwall"),
        ("devon & corn", "Devon and Cornwall"),
        ("sean o'neill", "Seán O’Neill"),
        ("strasse", "STRAẞE"),
        ("odysseus", "odyſſeus"),
        ("ΟΔΟΣ", "οδος"),
        ("finances", "ﬁnances"),
        ("co-operation", "co\u{2011}operation"),
        ("cooperation", "co\u{ad}oper\u{200b}ation"),
    ] {
        assert!(Query::new(typed).fits(name), "{typed} in {name}");
        assert!(Query::new(typed).begins_words_of(name), "{typed} in {name}");
    }
    assert!(!Query::new("oreland").begins_words_of("Westmoreland"));
    assert!(!Query::new("corn devon").fits("Devon"));
}

#[test]
fn what_is_called_so_comes_before_what_only_speaks_of_it() {
    let rank = |name, others: &[&str]| Query::new("fire and").rank(name, others);
    assert_eq!(rank("Fire &", &[]), Some(0));
    assert_eq!(rank("Fire & rescue", &[]), Some(1));
    assert_eq!(rank("A fire & rescue", &[]), Some(2));
    assert_eq!(rank("And a fire", &[]), Some(3));
    assert_eq!(rank("Rescue", &["and fire"]), Some(3));
    assert_eq!(rank("Rescue", &["and", "fire"]), Some(4));
    assert_eq!(rank("Rescue", &["fire"]), None);
}

#[test]
fn what_was_typed_is_marked_in_the_name_as_it_is_spelt() {
    let marked = |typed: &str, name: &str| {
        let found = Query::new(typed).found_in(name);
        let parts: Vec<&str> = found.into_iter().map(|range| &name[range]).collect();
        parts.join("|")
    };
    assert_eq!(marked("mon", "Ynys Môn"), "Môn");
    assert_eq!(marked("kings", "King’s Lynn"), "King’s");
    assert_eq!(marked("and", "Devon & Cornwall"), "&");
    assert_eq!(
        marked("cornwall devon", "Devon & Cornwall"),
        "Devon|Cornwall"
    );
    assert_eq!(marked("on", "Second one"), "on");
    assert_eq!(marked("on", "Devon"), "on");
    assert_eq!(marked("", "Devon"), "");
    assert_eq!(marked("dorset", "Devon"), "");
}

proptest! {
    #[test]
    fn normal_forms_are_one(text in text()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&text.nfc().collect::<String>()), folded.as_str());
        prop_assert_eq!(fold(&text.nfd().collect::<String>()), folded.as_str());
        prop_assert_eq!(fold(&text.nfkc().collect::<String>()), folded.as_str());
        prop_assert_eq!(fold(&folded), folded.as_str());
    }

    #[test]
    fn a_part_of_a_text_finds_it(text in text(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (one, other) = (*from.get(&places), *to.get(&places));
        let part = &text[one.min(other)..one.max(other)];
        prop_assert!(Query::new(part).fits(&text));
        prop_assert!(Query::new(part).rank(&text, &[]).is_some());
        for found in Query::new(part).found_in(&text) {
            prop_assert!(text.get(found).is_some_and(|it| !it.is_empty()));
        }
        for found in Query::new(part).all_in(&text) {
            prop_assert!(text.get(found.clone()).is_some_and(|it| !it.is_empty()), "{found:?}");
        }
        prop_assert!(Query::new(&text[..one]).begins_words_of(&text));
        let spaced = format!(" {text} ");
        prop_assert!(same(&text, &spaced));
    }
}

#[test]
fn every_place_is_found_that_has_the_words_and_none_where_one_is_missing() {
    let found = |typed: &str, text: &'static str| -> Vec<&str> {
        let all = Query::new(typed).all_in(text).into_iter();
        all.map(|range| &text[range]).collect()
    };
    assert_eq!(
        found("callers", "Callers and CALLERS"),
        ["Callers", "CALLERS"]
    );
    assert_eq!(found("mon", "Mo\u{302}n, Môn"), ["Mo\u{302}n", "Môn"]);
    assert_eq!(found("mo", "Mo\u{302}n"), ["Mo\u{302}"]);
    assert_eq!(found("aa", "aaaa"), ["aa", "aa"]);
    assert_eq!(found("wait callers", "callers wait"), ["callers", "wait"]);
    assert_eq!(found("wait long", "callers wait"), [""; 0]);
    assert_eq!(found("", "callers"), [""; 0]);
}
