//! A thematic inspection: one theme, several bodies, a draft for each.

use super::declare::record;
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
        /// The introduction that leads the thematic report.
        Introduction introduction: String = "introduction", Shape::Prose;
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
    /// is in.
    #[must_use]
    pub fn merge(base: &Self, ours: &Self, theirs: &Self) -> Self {
        let text = |field: fn(&Self) -> &String| {
            let changed = field(ours) != field(base);
            field(if changed { ours } else { theirs }).clone()
        };
        Self {
            id: theirs.id.clone(),
            title: text(|it| &it.title),
            published: text(|it| &it.published),
            marking: text(|it| &it.marking),
            introduction: text(|it| &it.introduction),
            drafts: merge_drafts(&base.drafts, &ours.drafts, &theirs.drafts),
        }
    }

    /// Returns the fields that two have changed, each in its own way, but for the list of drafts, which is merged.
    pub fn met(base: &Self, ours: &Self, theirs: &Self) -> Vec<InspectionField> {
        let met = |field: &InspectionField| {
            let [base, ours, theirs] = [base, ours, theirs].map(|it| it.get(*field));
            *field != InspectionField::Drafts && base != ours && base != theirs && ours != theirs
        };
        Self::FIELDS.iter().copied().filter(met).collect()
    }
}

/// Ours decides the order where it changed anything, and theirs where it did not.
fn merge_drafts(base: &[String], ours: &[String], theirs: &[String]) -> Vec<String> {
    if ours == base {
        return theirs.to_vec();
    }
    let gone = |name: &String| base.contains(name) && !theirs.contains(name);
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
        let merged = Inspection::merge(&base, &ours, &theirs);
        assert_eq!(merged, of("New", &["c", "d", "x"]));
        assert_eq!(Inspection::merge(&base, &base, &theirs), theirs);
        assert_eq!(Inspection::merge(&base, &ours, &base), ours);
        let both = Inspection::merge(&base, &of("Ours", &["a"]), &of("Theirs", &["a"]));
        assert_eq!(both, of("Ours", &["a"]));
    }
}
