//! A thematic inspection: one theme, several bodies, a draft for each.

use super::declare::record;
use super::merge::takes_out;
use super::value::{Record, Shape, Value};

/// The most drafts that an inspection may have. There are 88 bodies in England and Wales.
pub const MAX_DRAFTS: usize = 10_000;

record! {
    /// An inspection over many drafts. It holds which drafts there are and when the report is published; what was
    /// found and judged stands in the drafts alone.
    Inspection / InspectionField {
        /// Identity, made once and never changed.
        Id id: String = "id", Shape::Id;
        /// The title of the report.
        Title title: String = "title", Shape::Line;
        /// Day of publication.
        Published published: String = "published", Shape::Date;
        /// Protective marking of the whole, beside those of the drafts.
        Marking marking: String = "marking", Shape::Line;
        /// The introduction that leads the thematic report and the notice.
        Introduction introduction: String = "introduction", Shape::Prose;
        /// The time from which the notice may be used: "immediate", or a day and a time: "2023-05-19 00:01".
        Release release: String = "release", Shape::Line;
        /// Notes to editors, a paragraph each, at the end of the notice.
        Notes notes: String = "notes", Shape::Prose;
        /// Those whom the press can ask, at the end of the notice.
        Contact contact: String = "contact", Shape::Prose;
        /// The files of the drafts in the order of the report, each from the folder of the inspection's own file,
        /// with `/` between folders.
        Drafts drafts: Vec<String> = "drafts", Shape::List;
    }
}

/// A change of one field of an inspection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectionEdit {
    /// The field.
    pub field: InspectionField,
    /// Its value before; `None` where it was left out.
    pub before: Option<Value>,
    /// Its value after.
    pub after: Option<Value>,
}

impl Inspection {
    /// Brings together what two have made of the same inspection: `theirs`, with what `ours` changed in `base`.
    /// Where both changed a text, ours stands. A draft that either took out is out, one that either put in
    /// is in. What was put into ours since it was `opened` is not theirs to take out.
    #[must_use]
    pub fn merge_since(opened: &Self, base: &Self, ours: &Self, theirs: &Self) -> Self {
        let text = |field: fn(&Self) -> &String| {
            let [opened, base, own, other] = [opened, base, ours, theirs].map(field);
            let [was, is, now] = [opened, own, other].map(|it| Value::Text(it.clone()));
            let stands = own != base || takes_out(Some(&was), Some(&is), Some(&now));
            if stands { own.clone() } else { other.clone() }
        };
        Self {
            id: theirs.id.clone(),
            title: text(|it| &it.title),
            published: text(|it| &it.published),
            marking: text(|it| &it.marking),
            introduction: text(|it| &it.introduction),
            release: text(|it| &it.release),
            notes: text(|it| &it.notes),
            contact: text(|it| &it.contact),
            drafts: merge_drafts(opened, base, ours, theirs),
        }
    }

    /// Returns the fields in which theirs, that was changed from `base`, says something else than what the two
    /// became.
    pub fn met(base: &Self, theirs: &Self, merged: &Self) -> Vec<InspectionField> {
        let drafts = [base, theirs, merged].map(|it| &it.drafts);
        let [base_drafts, theirs_drafts, merged_drafts] = drafts;
        let met = |field: &InspectionField| {
            let [base, theirs, merged] = [base, theirs, merged].map(|it| it.get(*field));
            match field {
                InspectionField::Drafts => {
                    let out = |name: &&String| !theirs_drafts.contains(name);
                    let mut out = base_drafts.iter().filter(out);
                    out.any(|name| merged_drafts.contains(name))
                }
                _ => base != theirs && theirs != merged,
            }
        };
        Self::FIELDS.iter().copied().filter(met).collect()
    }
}

/// Ours decides the order where it changed anything, and theirs where it did not.
fn merge_drafts(
    opened: &Inspection,
    base: &Inspection,
    ours: &Inspection,
    theirs: &Inspection,
) -> Vec<String> {
    let [opened, base, ours, theirs] = [opened, base, ours, theirs].map(|it| &it.drafts);
    let put_in = |name: &String| !opened.contains(name) && !theirs.contains(name);
    if ours == base && !ours.iter().any(put_in) {
        return theirs.clone();
    }
    let gone = |name: &String| base.contains(name) && !theirs.contains(name) && !put_in(name);
    let came = |name: &&String| !base.contains(name) && !ours.contains(name);
    let kept = ours.iter().filter(|name| !gone(name));
    kept.chain(theirs.iter().filter(came)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, drafts: &[&str]) -> Inspection {
        Inspection {
            id: "i".into(),
            title: title.into(),
            drafts: drafts.iter().map(|name| (*name).to_owned()).collect(),
            ..Inspection::default()
        }
    }

    #[test]
    fn what_two_people_change_at_once_is_all_kept() {
        let base = of("Old", &["a", "b", "c"]);
        let ours = of("Old", &["a", "c", "d"]);
        let theirs = of("New", &["x", "b", "c"]);
        let merge = |base, ours, theirs| Inspection::merge_since(ours, base, ours, theirs);
        let merged = merge(&base, &ours, &theirs);
        assert_eq!(merged, of("New", &["c", "d", "x"]));
        assert_eq!(merge(&base, &base, &theirs), theirs);
        assert_eq!(merge(&base, &ours, &base), ours);
        let both = merge(&base, &of("Ours", &["a"]), &of("Theirs", &["a"]));
        assert_eq!(both, of("Ours", &["a"]));
    }
}
