//! The tables of an assessment, declared once.
//!
//! From this one declaration come the [`Assessment`] itself, the names of its tables ([`Single`], [`List`]), an
//! [`Item`] of any list and the [`Place`] of any value. All that walks an assessment – edits and their inverses,
//! differences, merges, the journal, reading and saving files – walks these, and names no table by itself but for
//! what is special about it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::records::*;
use super::{
    FieldSpec, Fields, Figure, FigureField, Finding, FindingField, Judgment, JudgmentField,
    Recommendation, RecommendationField, Record,
};

/// The way in which items of two versions of a list are known as the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownBy {
    /// By an identity.
    Identity,
    /// By all that they say, and where that has changed by what they are about.
    Words,
}

/// The particulars of a list.
#[derive(Clone, Copy, Debug)]
pub struct ListSpec {
    /// Its key in a file.
    pub word: &'static str,
    /// The prefix of new ids in it.
    pub id_prefix: &'static str,
    /// The name of one of its items where versions are compared.
    pub noun: &'static str,
    /// The words between that and the item's key: "note", " on", "f3".
    pub relation: &'static str,
    /// The name of one of its items where a file is refused.
    pub one: &'static str,
    /// The way in which its items are known.
    pub known_by: KnownBy,
    /// The field that is their identity, or says what they are about.
    pub key: usize,
    /// The field that says the most of them.
    pub says: usize,
}

/// The place of a record in an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordAt<'a> {
    /// A table that a draft has once.
    Single(Single),
    /// The judgment of a heading.
    Judgment(&'a str),
    /// An item of a list, by its place there.
    Item(List, usize),
    /// A recommendation of a finding: the finding's place, then its own.
    Recommendation(usize, usize),
}

/// Declares the tables. A table that stands once has a name, a field of [`Assessment`], and a record with the names
/// of its fields; a list has what [`ListSpec`] holds as well.
macro_rules! assessment_tables {
    (
        singles { $(
            $(#[$single_meta:meta])*
            $single:ident $single_table:ident: $single_record:ident / $single_field:ident;
        )* }
        lists { $(
            $(#[$list_meta:meta])*
            $list:ident $table:ident: $record:ident / $field:ident {
                ids: $prefix:literal, noun: $noun:literal $($relation:literal)?, one: $one:literal,
                by: $known_by:ident $key:ident, says: $says:ident
            }
        )* }
    ) => {
        /// The whole of one draft.
        ///
        /// Items of lists are shared (`Arc`), so that a copy for a save or for the weaving's memory
        /// costs a pointer an item, and "has this item changed?" is a comparison of pointers.
        #[derive(Clone, Debug, Default, PartialEq, Hash)]
        pub struct Assessment {
            $( $(#[$single_meta])* pub $single_table: $single_record, )*
            /// The judgment of each heading, by heading id.
            pub grades: BTreeMap<String, Judgment>,
            $( $(#[$list_meta])* pub $table: Vec<Arc<$record>>, )*
        }

        /// A table that a draft has once.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Single {
            $( $(#[$single_meta])* $single, )*
        }

        impl Single {
            /// Every such table, in the order of a file.
            pub const ALL: &'static [Self] = &[$(Self::$single),*];

            /// Returns the table's key in a file; that of the head stands for the top of it.
            pub fn word(self) -> &'static str {
                match self { $( Self::$single => stringify!($single_table), )* }
            }
        }

        /// A list of a draft.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum List {
            $( $(#[$list_meta])* $list, )*
        }

        impl List {
            /// Every list, in the order of a file.
            pub const ALL: &'static [Self] = &[$(Self::$list),*];

            /// Returns the particulars of the list.
            pub fn spec(self) -> &'static ListSpec {
                match self { $(
                    Self::$list => &ListSpec {
                        word: stringify!($table),
                        id_prefix: $prefix,
                        noun: $noun,
                        relation: concat!("" $(, $relation)?),
                        one: $one,
                        known_by: KnownBy::$known_by,
                        key: $field::$key as usize,
                        says: $field::$says as usize,
                    },
                )* }
            }
        }

        /// An item of a list, whole.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Item {
            $(
                #[doc = concat!("An item of `[[", stringify!($table), "]]`.")]
                $record(Arc<$record>),
            )*
        }

        impl Item {
            /// Returns an empty item.
            pub fn new(list: List) -> Self {
                match list { $( List::$list => Self::$record(Arc::default()), )* }
            }

            /// Returns the list that it belongs in.
            pub fn list(&self) -> List {
                match self { $( Self::$record(_) => List::$list, )* }
            }

            /// Returns its fields.
            pub fn fields(&self) -> &dyn Fields {
                match self { $( Self::$record(item) => item.as_ref(), )* }
            }

            /// Returns the same, to be changed; others that share the item keep it as it is.
            pub fn fields_mut(&mut self) -> &mut dyn Fields {
                match self { $( Self::$record(item) => Arc::<$record>::make_mut(item), )* }
            }
        }

        $( impl From<$record> for Item {
            fn from(item: $record) -> Self {
                Self::$record(Arc::new(item))
            }
        }

        impl ListRecord for $record {
            fn of(item: Item) -> Option<Arc<Self>> {
                match item {
                    Item::$record(item) => Some(item),
                    _ => None,
                }
            }

            fn item(this: &Arc<Self>) -> Item {
                Item::$record(Arc::clone(this))
            }
        } )*

        impl Assessment {
            pub(super) fn single(&self, single: Single) -> &dyn Fields {
                match single { $( Single::$single => &self.$single_table, )* }
            }

            pub(super) fn single_mut(&mut self, single: Single) -> &mut dyn Fields {
                match single { $( Single::$single => &mut self.$single_table, )* }
            }

            pub(super) fn list(&self, list: List) -> &dyn Items {
                match list { $( List::$list => &self.$table, )* }
            }

            pub(super) fn list_mut(&mut self, list: List) -> &mut dyn Items {
                match list { $( List::$list => &mut self.$table, )* }
            }
        }

        /// The address of one value. Items of lists are addressed by their place in the list, which every
        /// edit before this one has agreed on.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Place {
            $( $(#[$single_meta])* $single($single_field), )*
            /// A judgment, by heading id.
            Judgment(String, JudgmentField),
            /// A recommendation of a finding: the finding's place, then its own.
            Recommendation(usize, usize, RecommendationField),
            $(
                #[doc = concat!("A value of an item of `[[", stringify!($table), "]]`.")]
                $record(usize, $field),
            )*
        }

        impl Place {
            /// Returns the record that the value stands in, and its place among the fields of that.
            pub fn parts(&self) -> (RecordAt<'_>, usize) {
                match self {
                    $( Self::$single(field) => {
                        (RecordAt::Single(Single::$single), <$single_record>::nth(*field))
                    } )*
                    Self::Judgment(heading, field) => {
                        (RecordAt::Judgment(heading), Judgment::nth(*field))
                    }
                    Self::Recommendation(at, nth, field) => {
                        (RecordAt::Recommendation(*at, *nth), Recommendation::nth(*field))
                    }
                    $( Self::$record(at, field) => {
                        (RecordAt::Item(List::$list, *at), <$record>::nth(*field))
                    } )*
                }
            }

            /// Returns the place of a field of a record, or `None` where the record has not so many.
            pub fn of(record: RecordAt<'_>, nth: usize) -> Option<Self> {
                fn field<R: Record>(nth: usize) -> Option<R::Field> {
                    R::FIELDS.get(nth).copied()
                }
                Some(match record {
                    $( RecordAt::Single(Single::$single) => {
                        Self::$single(field::<$single_record>(nth)?)
                    } )*
                    RecordAt::Judgment(heading) => {
                        Self::Judgment(heading.to_owned(), field::<Judgment>(nth)?)
                    }
                    RecordAt::Recommendation(at, which) => {
                        Self::Recommendation(at, which, field::<Recommendation>(nth)?)
                    }
                    $( RecordAt::Item(List::$list, at) => {
                        Self::$record(at, field::<$record>(nth)?)
                    } )*
                })
            }
        }

        impl RecordAt<'_> {
            /// Returns the fields of the record.
            pub fn specs(self) -> &'static [FieldSpec] {
                match self {
                    $( Self::Single(Single::$single) => <$single_record>::SPECS, )*
                    Self::Judgment(_) => Judgment::SPECS,
                    Self::Recommendation(..) => Recommendation::SPECS,
                    $( Self::Item(List::$list, _) => <$record>::SPECS, )*
                }
            }
        }
    };
}

assessment_tables! {
    singles {
        /// Identity and framework.
        Head head: Head / HeadField;
        /// The body inspected.
        Subject subject: Subject / SubjectField;
        /// The person who signs.
        Inspector inspector: Inspector / InspectorField;
        /// The time that the assessment speaks of.
        Period period: Period / PeriodField;
        /// Words of the draft's own that replace the framework's.
        Statement statement: StatementWords / StatementField;
        /// The opening rung, and the grade for the whole where the framework has one.
        Overall overall: Overall / OverallField;
        /// The stage in which the body is monitored.
        Monitoring monitoring: Monitoring / MonitoringField;
    }
    lists {
        /// The findings, in the author's order.
        Findings findings: Finding / FindingField {
            ids: "f", noun: "finding", one: "finding", by: Identity Id, says: Text
        }
        /// The evidence that findings stand on.
        Evidence evidence: Evidence / EvidenceField {
            ids: "e", noun: "evidence", one: "item of evidence", by: Identity Id, says: Title
        }
        /// Numbers, typed once.
        Figures figures: Figure / FigureField {
            ids: "n", noun: "figure", one: "figure", by: Identity Id, says: Value
        }
        /// The things that the inspector will look at next.
        Outlook outlook: Outlook / OutlookField {
            ids: "l", noun: "look-ahead", one: "item of the look-ahead", by: Identity Id, says: Text
        }
        /// The body's answers, in its own words.
        Responses responses: Response / ResponseField {
            ids: "r", noun: "response" " by", one: "response", by: Words By, says: Text
        }
        /// Review notes.
        Notes notes: Note / NoteField {
            ids: "note", noun: "note" " on", one: "note", by: Words On, says: Text
        }
        /// Problems of the check that somebody lets stand.
        Accepted accepted: Acceptance / AcceptanceField {
            ids: "accepted", noun: "acceptance" " on", one: "acceptance", by: Words On, says: Why
        }
        /// The items that wait for a place since the framework was changed.
        Tray tray: TrayItem / TrayItemField {
            ids: "w", noun: "waiting", one: "item of the tray", by: Identity Id, says: Rationale
        }
        /// Sentences edited by hand. One is spoken of each sentence, so that is its identity.
        Overrides overrides: Override / OverrideField {
            ids: "o", noun: "hand edit" " of", one: "hand edit", by: Identity Sentence, says: Text
        }
    }
}

/// A record that stands in a list.
pub(super) trait ListRecord: Record {
    fn of(item: Item) -> Option<Arc<Self>>;
    fn item(this: &Arc<Self>) -> Item;
}

/// A list of a draft, whatever its items are.
pub(super) trait Items {
    fn len(&self) -> usize;
    fn record(&self, at: usize) -> Option<&dyn Fields>;
    /// Returns an item, to be changed; a copy that others share is left to them as it is.
    fn record_mut(&mut self, at: usize) -> Option<&mut dyn Fields>;
    fn item(&self, at: usize) -> Option<Item>;
    /// Puts an item of the list in, at its end at most.
    fn insert(&mut self, at: usize, item: Item);
    fn remove(&mut self, at: usize);
    fn replace(&mut self, items: Vec<Item>);
}

impl<R: ListRecord> Items for Vec<Arc<R>> {
    fn len(&self) -> usize {
        self.len()
    }

    fn record(&self, at: usize) -> Option<&dyn Fields> {
        Some(self.get(at)?.as_ref())
    }

    fn record_mut(&mut self, at: usize) -> Option<&mut dyn Fields> {
        Some(Arc::<R>::make_mut(self.get_mut(at)?))
    }

    fn item(&self, at: usize) -> Option<Item> {
        self.get(at).map(R::item)
    }

    fn insert(&mut self, at: usize, item: Item) {
        if let Some(item) = R::of(item) {
            self.insert(at.min(self.len()), item);
        }
    }

    fn remove(&mut self, at: usize) {
        if at < self.len() {
            self.remove(at);
        }
    }

    fn replace(&mut self, items: Vec<Item>) {
        *self = items.into_iter().filter_map(R::of).collect();
    }
}
