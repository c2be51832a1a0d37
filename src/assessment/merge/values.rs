//! One value in three versions.

use crate::assessment::align::words;
use crate::assessment::{Fields, Recommendation, Value};

/// A value that both sides changed, each in its own way.
pub(super) struct ValueConflict {
    /// The recommendation and the field of it, for a list that could be merged but for this.
    pub(super) within: Option<(usize, usize)>,
    pub(super) ours: Option<Value>,
    pub(super) theirs: Option<Value>,
}

/// Returns the merged value and what clashed in it, where ours stands. What was put in since `opened` is not for theirs
/// to take out.
pub(super) fn three(
    opened: Option<&Value>,
    base: Option<Value>,
    ours: Option<Value>,
    theirs: Option<Value>,
) -> (Option<Value>, Vec<ValueConflict>) {
    if ours == theirs || theirs == base {
        return (ours, Vec::new());
    }
    if takes_out(opened, ours.as_ref(), theirs.as_ref()) {
        let stays = match (ids(&ours), ids(&theirs)) {
            (Ok(own), Ok(other)) if !other.is_empty() => Some(Value::List(united(&[], own, other))),
            _ => ours,
        };
        let clash = ValueConflict {
            within: None,
            ours: stays.clone(),
            theirs,
        };
        return (stays, vec![clash]);
    }
    if ours == base {
        return (theirs, Vec::new());
    }
    if let (Ok(base), Ok(ours), Ok(theirs)) = (ids(&base), ids(&ours), ids(&theirs)) {
        let all = united(base, ours, theirs);
        return ((!all.is_empty()).then_some(Value::List(all)), Vec::new());
    }
    let merged = match (&base, &ours, &theirs) {
        (base, Some(Value::Recommendations(ours)), Some(Value::Recommendations(theirs))) => {
            let base = match base {
                Some(Value::Recommendations(base)) => base.as_slice(),
                _ => &[],
            };
            recommendations(base, ours, theirs)
        }
        _ => None,
    };
    merged.unwrap_or_else(|| {
        let clash = ValueConflict {
            within: None,
            ours: ours.clone(),
            theirs,
        };
        (ours, vec![clash])
    })
}

/// Returns true where theirs takes back what was put into ours since it was opened: it is as it was then, or lacks
/// half of the words put in since, so that it may never have seen them, or more of them than it has of its own. A word put
/// right in a sentence takes nothing back.
pub(in crate::assessment) fn takes_out(
    opened: Option<&Value>,
    ours: Option<&Value>,
    theirs: Option<&Value>,
) -> bool {
    if ours == opened || ours == theirs {
        return false;
    }
    if theirs == opened || theirs.is_none() {
        return ours.is_some();
    }
    let text = |value: Option<&Value>| value.map(words).unwrap_or_default();
    let [opened, ours, theirs] = [opened, ours, theirs].map(text);
    let [opened, ours, theirs] = [&opened, &ours, &theirs].map(|text| tokens(text));
    let put_in = beyond(&ours, &opened);
    let lacking = beyond(&put_in, &theirs).len();
    let new = beyond(&beyond(&theirs, &ours), &opened).len();
    lacking > 0 && (lacking * 2 >= put_in.len() || lacking > new)
}

fn tokens(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Returns those of some words that others have not, each as often as they lack it.
fn beyond<'a>(these: &[&'a str], others: &[&str]) -> Vec<&'a str> {
    let mut others = others.to_vec();
    let mut lacks = |word: &&str| match others.iter().position(|other| other == word) {
        Some(at) => {
            others.swap_remove(at);
            false
        }
        None => true,
    };
    let mut these = these.to_vec();
    these.retain(|word| lacks(word));
    these
}

/// Returns the ids of a list; an error where the value is none.
fn ids(value: &Option<Value>) -> Result<&[String], ()> {
    match value {
        None => Ok(&[]),
        Some(Value::List(ids)) => Ok(ids),
        Some(_) => Err(()),
    }
}

/// Returns ours without what theirs took out, and with what theirs put in after what it follows there.
fn united(base: &[String], ours: &[String], theirs: &[String]) -> Vec<String> {
    let removed = |id: &String| base.contains(id) && !theirs.contains(id);
    let mut all: Vec<String> = ours.iter().filter(|id| !removed(id)).cloned().collect();
    let mut at = 0;
    for id in theirs {
        if let Some(there) = all.iter().position(|other| other == id) {
            at = there + 1;
        } else if !base.contains(id) {
            all.insert(at, id.clone());
            at += 1;
        }
    }
    all
}

/// Merges recommendations that both sides kept in their places, each with its own changes, and then what both sides
/// added, or `None` where one side took some out or moved them.
fn recommendations(
    base: &[Recommendation],
    ours: &[Recommendation],
    theirs: &[Recommendation],
) -> Option<(Option<Value>, Vec<ValueConflict>)> {
    if !in_place(base, ours) || !in_place(base, theirs) {
        return None;
    }
    let (mut all, mut clashes) = (Vec::new(), Vec::new());
    for (nth, ((base, ours), theirs)) in base.iter().zip(ours).zip(theirs).enumerate() {
        let mut merged = ours.clone();
        let into: &mut dyn Fields = &mut merged;
        let [base, theirs]: [&dyn Fields; 2] = [base, theirs];
        for field in 0..into.specs().len() {
            let own = into.value(field);
            let (value, clash) = three(
                own.as_ref(),
                base.value(field),
                own.clone(),
                theirs.value(field),
            );
            if value != own {
                into.set_value(field, value).ok()?;
            }
            clashes.extend(clash.into_iter().map(|clash| ValueConflict {
                within: Some((nth, field)),
                ..clash
            }));
        }
        all.push(merged);
    }
    let own = ours.get(base.len()..)?;
    all.extend_from_slice(own);
    let added = theirs.get(base.len()..)?.iter();
    all.extend(added.filter(|item| !own.contains(item)).cloned());
    Some((Some(Value::Recommendations(all)), clashes))
}

/// Returns true where one side has every recommendation of the base in its place, changed or not.
fn in_place(base: &[Recommendation], side: &[Recommendation]) -> bool {
    let moved = |(was, is): (&Recommendation, &Recommendation)| was != is && base.contains(is);
    base.len() <= side.len() && !base.iter().zip(side).any(moved)
}
