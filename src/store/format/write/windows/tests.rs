#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::Arc;

use super::*;
use crate::assessment::Recommendation;
use crate::store::format::source::PARSED;
use crate::store::format::write::tests::{COMMENTED, annual, reading};

#[test]
fn one_item_of_thousands_is_saved_without_reading_the_others() {
    let mut base = COMMENTED.trim_end().to_owned();
    for at in 0..3_000 {
        base += &format!(
            "\n\n# Of {at}.\n[[findings]]\nid = \"x{at}\"\nheading = \"victims\"\nkind = \"strength\" # so\ntext = 'As it is.'\n# Behind {at}.\n[findings.own]\nkey = {at}"
        );
    }
    let before = reading(&base);
    let many = before.findings.len();
    for at in [0, many - 2_000, many - 1] {
        let mut after = before.clone();
        Arc::make_mut(&mut after.findings[at]).text = "Another text.".to_owned();
        Arc::make_mut(&mut after.findings[at]).why = "It was seen.".to_owned();
        let recommended = Recommendation {
            text: "Look.".to_owned(),
            ..Recommendation::default()
        };
        Arc::make_mut(&mut after.findings[at]).recommendations = vec![recommended];
        PARSED.set(0);
        let removed = &mut RemovedText::default();
        let text = save(&base, &before, &after, &annual(), removed).unwrap();
        let parsed = PARSED.get();
        assert!(0 < parsed && parsed < 2_000, "{parsed} bytes");
        assert!(reading(&text) == after);
        let removed = &mut RemovedText::default();
        assert!(whole(&base, &before, &after, &annual(), removed) == Ok(text));
    }
}
