//! Two versions that grew apart, merged: no word of either is lost, whoever merges.
//!
//! The input's first two bytes say how many of the next ones edit the base and our version; the rest edits
//! theirs.

#![no_main]

use std::collections::BTreeSet;
use std::sync::OnceLock;

use assay::assessment::{Assessment, Framework, List, differences, edits, merge};
use assay_fuzz::{Hand, Texts, example, written};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let (sizes, rest) = input.split_at(input.len().min(2));
    let size = |nth: usize| sizes.get(nth).map_or(0, |size| usize::from(*size));
    let (of_base, rest) = rest.split_at(size(0).min(rest.len()));
    let (of_ours, of_theirs) = rest.split_at(size(1).min(rest.len()));
    let draft = example();
    let framework = &draft.framework;
    let version = |name, from: &Assessment, input: &[u8]| {
        Hand::new(name, framework, Texts::Marked).version(from, input)
    };
    let base = version("s", start(), of_base);
    let ours = version("o", &base, of_ours);
    let theirs = version("t", &base, of_theirs);
    leads(&ours, &theirs);
    for (own, other) in [(&base, &ours), (&ours, &base), (&ours, &ours)] {
        let merged = merge(&base, own, other);
        assert_eq!(merged.assessment, ours);
        assert!(merged.conflicts.is_empty());
    }
    for (own, other) in [(&ours, &theirs), (&theirs, &ours)] {
        merges(&base, own, other, framework);
    }
});

/// A draft with something in every list.
fn start() -> &'static Assessment {
    static START: OnceLock<Assessment> = OnceLock::new();
    START.get_or_init(|| {
        let draft = example();
        let input: Vec<u8> = (0..400_u32)
            .map(|n| (n * n * 7 + n * 31 >> 3) as u8)
            .collect();
        Hand::new("b", &draft.framework, Texts::Marked).version(&draft.assessment, &input)
    })
}

/// The edits between two versions lead from the one to the other and back.
fn leads(from: &Assessment, to: &Assessment) {
    let edits = edits(from, to);
    let mut now = from.clone();
    for edit in &edits {
        assert_eq!(edit.apply(&mut now), Ok(()), "{edit:?}");
    }
    assert_eq!(now, *to);
    for edit in edits.iter().rev() {
        assert_eq!(edit.inverse().apply(&mut now), Ok(()), "{edit:?}");
    }
    assert_eq!(now, *from);
    assert_eq!(differences(from, to).is_empty(), edits.is_empty());
}

fn merges(base: &Assessment, own: &Assessment, other: &Assessment, framework: &Framework) {
    let merged = merge(base, own, other);
    let old = written(base, framework);
    let kept = written(&merged.assessment, framework);
    for side in [own, other] {
        let new = written(side, framework);
        let lost: Vec<&String> = new
            .difference(&old)
            .filter(|it| !kept.contains(*it))
            .collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
    assert!(!(unique(own) && unique(other)) || unique(&merged.assessment));
    for conflict in &merged.conflicts {
        assert_eq!(
            merged.assessment.get(&conflict.place),
            conflict.ours,
            "{conflict:?}"
        );
        let mut notes = merged.assessment.notes.iter();
        assert!(
            conflict.stands_already() || notes.any(|note| conflict.is_told_by(note)),
            "{conflict:?}"
        );
    }
    let again = merge(base, &merged.assessment, other).assessment;
    let more = edits(&merged.assessment, &again);
    assert!(more.is_empty(), "{more:#?}");
    assert_eq!(again, merged.assessment);
}

fn unique(of: &Assessment) -> bool {
    List::ALL.iter().all(|list| {
        let mut seen = BTreeSet::new();
        of.ids(*list).all(|id| seen.insert(id))
    })
}
