//! How a sentence is tied to the one before it: all that follows from its words alone, wherever its verb stands.

use super::phrase_set::stands_at;
use super::tokens::Tokens;
use super::{Reading, answering, lead_in, leaning, links, pointing};

/// Returns a reading that knows of the ties, and of nothing else yet.
pub(super) fn tied(tokens: &Tokens) -> Reading {
    let opens_linked = links::opens_linked(tokens);
    Reading {
        points_back: pointing::points_back(tokens, opens_linked),
        leans_back: leaning::leans_back(tokens),
        answers: answering::answers(tokens),
        says_object_it: answering::says_object_it(tokens),
        says_another_it: answering::says_another_it(tokens),
        opens_with_it_was: stands_at(tokens, 0, &["it", "was"]),
        does_so: leaning::does_so(tokens),
        grants_fault: links::grants(tokens),
        turns: links::turns(tokens),
        adds: links::adds(tokens),
        opens_linked,
        leads_on: links::leads_on(tokens),
        links_apart: lead_in::links(tokens),
        ..Reading::default()
    }
}
