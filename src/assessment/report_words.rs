//! The words that a report adds to what was recorded: the titles of its sections and columns.
//!
//! What each is for, and what it is where a framework says nothing else, stands in `assets/report.toml`. A
//! framework may say otherwise under `[report]`, key by key.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const TEXT: &str = include_str!("../../assets/report.toml");

static DEFAULT: LazyLock<ReportWords> = LazyLock::new(|| {
    let given: BTreeMap<&str, &str> = toml::from_str(TEXT).unwrap_or_default();
    let mut words = ReportWords::empty();
    for (key, text) in given {
        if let Some(place) = words.words_mut(key) {
            text.clone_into(place);
        }
    }
    words
});

impl Default for ReportWords {
    fn default() -> Self {
        DEFAULT.clone()
    }
}

/// Makes the words and their keys out of one table.
macro_rules! report_words {
    ($($field:ident $key:literal,)+) => {
        /// The words of a report, each explained in `assets/report.toml`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct ReportWords {
            $(pub(crate) $field: String,)+
        }

        impl ReportWords {
            /// The keys of `[report]`, in order.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            fn empty() -> Self {
                Self { $($field: String::new(),)+ }
            }

            /// Returns the words of a key, to be read or written, or `None` where there is no such key.
            pub fn words_mut(&mut self, key: &str) -> Option<&mut String> {
                match key {
                    $($key => Some(&mut self.$field),)+
                    _ => None,
                }
            }
        }
    };
}

report_words! {
    title "title", about "about", body "body", inspector "inspector", programme "programme", edition "edition",
    period "period", fieldwork "fieldwork", span "span", published "published", monitoring "monitoring",
    monitored "monitored", judgments "judgments",
    heading "heading", pillar "pillar", judgment "judgment", overall "overall", narrative "narrative",
    not_inspected "not-inspected", carried_over "carried-over", not_graded "not-graded", scale "scale",
    this_year "this-year", last_year "last-year", since "since", two_scales "two-scales",
    two_programmes "two-programmes", appears "appears", inspectorate "inspectorate", inspected_by "inspected-by",
    series "series", immediate "immediate", embargoed "embargoed", at_time "at-time",
    notes_to_editors "notes-to-editors", contact "contact",
    judged "judged", ungraded "ungraded", spread "spread", introduction "introduction", figures "figures",
    summary "summary", strength "strength", strengths "strengths", improvement "improvement",
    improvements "improvements", concern "concern", concerns "concerns", practice "practice", context "context",
    looked_at "looked-at", found "found", comparison "comparison", effect "effect", recommendation "recommendation",
    addressee "addressee", by_date "by-date", stands_on "stands-on", against "against", nothing "nothing",
    look_ahead "look-ahead", responses "responses", data "data", data_lead "data-lead", figure "figure",
    value "value", source "source", item "item", evidence "evidence", evidence_lead "evidence-lead",
    number "number", what "what", kind "kind", date "date", place "place", reference "reference",
    reliability "reliability", unspoken "unspoken", everything "everything", sensitive "sensitive",
    withheld "withheld", by_hand "by-hand",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_report_has_a_default_and_nothing_else_does() {
        let given = toml::from_str::<BTreeMap<&str, &str>>(TEXT);
        let given: Vec<&str> = given.unwrap_or_default().into_keys().collect();
        let mut keys = ReportWords::KEYS.to_vec();
        keys.sort_unstable();
        assert_eq!(given, keys);
    }
}
