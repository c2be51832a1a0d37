//! Old texts of every sort: whatever the bytes are, they are read or refused, every word of what was read is in the draft or
//! in what it prints, and the draft can be read again.

#![no_main]

use std::collections::HashSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use assay::old_text::{Fate, OldText, draft_of};
use assay::statement;
use assay::store::{Frameworks, format};
use libfuzzer_sys::fuzz_target;

static FRAMEWORKS: LazyLock<Frameworks> = LazyLock::new(|| Frameworks::load(Path::new("/nowhere")));

fuzz_target!(|input: &[u8]| {
    let Ok(text) = OldText::of(input) else {
        return;
    };
    let Some(read) = draft_of(&text, "old", FRAMEWORKS.all(), None, None) else {
        return;
    };
    let file = format::fresh(&read.draft, &read.framework);
    let again = format::read("old", &file, &|_| Ok(Arc::clone(&read.framework)));
    assert_eq!(again.expect("a draft").assessment, read.draft);
    let document = statement::weave(&read.draft, &read.framework);
    let spoken: HashSet<&str> = document.sentences().map(|it| it.text.as_str()).collect();
    for sentence in &read.sentences {
        let text = &sentence.text;
        let finding = read.draft.finding(&sentence.finding);
        match &sentence.fate {
            Fate::Placed | Fate::Elsewhere => assert!(spoken.contains(text.as_str()), "{text}"),
            Fate::Waits => assert_eq!(finding.map(|it| &it.text), Some(text)),
            Fate::Noted => assert!(read.draft.notes.iter().any(|it| it.text == *text), "{text}"),
            Fate::Recorded | Fate::Differs(_) => {}
        }
    }
});
