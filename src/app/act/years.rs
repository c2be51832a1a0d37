//! Last year's draft, the framework, and what is chosen of them.

use std::sync::Arc;

use super::Effects;
use crate::app::message::{Candidate, Effect, Wanted};
use crate::app::overlay::{Overlay, Picker};
use crate::app::state::State;
use crate::assessment::{Framework, HeadField, Place};

/// Does what a framework was chosen for.
pub(super) fn framework_chosen(
    _state: &mut State,
    wanted: Wanted,
    framework: &Arc<Framework>,
) -> Effects {
    let framework_id = framework.id.clone();
    match wanted {
        Wanted::New(subject) => vec![Effect::Create {
            subject,
            framework: Some(framework_id),
        }],
        Wanted::NextYear { from, year } => vec![Effect::Succeed {
            from,
            year,
            framework: framework_id,
        }],
        Wanted::Example => vec![Effect::CreateExample(framework_id)],
        Wanted::Change => Vec::new(),
    }
}

/// Offers the drafts that could be last year's.
pub(in crate::app) fn offer_earlier(state: &mut State, found: Vec<Candidate>) {
    if let Some(bench) = &state.bench {
        let picker = Picker::of_earlier(bench, found);
        state.overlays.push(Overlay::Picker(picker));
    }
}

/// Begins typing the name of last year's draft.
pub(super) fn type_predecessor(state: &mut State) {
    let Some(bench) = &mut state.bench else {
        return;
    };
    bench.pane = crate::app::layout::Pane::Findings;
    bench.detail = None;
    bench.show(&Place::Head(HeadField::Predecessor));
    let done = bench.type_here();
    state.heed(done);
}
