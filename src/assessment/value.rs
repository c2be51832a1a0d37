//! Records whose fields can be reached by name: their values, and what a field takes.

use std::any::Any;
use std::fmt;

use super::declare::record;

/// A value of a field, as it is edited, undone and written to a file.
///
/// What a person types (words, dates, amounts) is text here and stays the text that was typed: a
/// date half typed is kept as it stands, and [`Shape`] tells the file format how to write it
/// once it is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words, ids, dates and amounts.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// Ids of other items.
    List(Vec<String>),
    /// The recommendations of a cause of concern.
    Recommendations(Vec<Recommendation>),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Flag(true) => f.write_str("yes"),
            Self::Flag(false) => f.write_str("no"),
            Self::Whole(number) => write!(f, "{number}"),
            Self::List(items) => f.write_str(&items.join(", ")),
            Self::Recommendations(items) => write!(f, "{}", items.len()),
        }
    }
}

/// The shape of the value that a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Sentences: edited with soft wrap.
    Prose,
    /// A few words on one line.
    Line,
    /// An identity, made once.
    Id,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// The id of something that the framework names: a heading, rung or frame.
    Named,
    /// Yes or no.
    Flag,
    /// A whole number.
    Whole,
    /// A list of ids.
    List,
    /// Recommendations, each a record of its own.
    Recommendations,
    /// A day, `2023-05-19`.
    Date,
    /// A number with its digits as typed, or words.
    Amount,
}

/// The reason for which a value was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The value is of another sort.
    #[error("{wanted} is wanted here")]
    Sort {
        /// The sort that would be right.
        wanted: &'static str,
    },
    /// The word is not one of those allowed.
    #[error("\"{found}\" is not one of {}", .allowed.join(", "))]
    Choice {
        /// The word that stands there.
        found: String,
        /// The words that may stand there.
        allowed: &'static [&'static str],
    },
}

/// A type that can be the value of a field.
pub trait FieldType {
    /// Returns the value, or `None` where the field is left out.
    fn to_value(&self) -> Option<Value>;

    /// Takes a value; `None` is the field left out.
    ///
    /// # Errors
    /// The value is of another sort, or not one of the words allowed. The field is then unchanged.
    fn assign(&mut self, value: Option<Value>) -> Result<(), Refusal>;

    /// Returns the text itself, where the value is text that can be edited in place.
    fn text(&self) -> Option<&str> {
        None
    }

    /// Returns the text itself, to be changed.
    fn text_mut(&mut self) -> Option<&mut String> {
        None
    }
}

/// A field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// The key that stands for it in a file.
    pub key: &'static str,
    /// The part of a sentence that it takes.
    pub shape: Shape,
}

/// Any record, as its fields: what reading, saving, comparing, merging and undoing walk. Fields are counted in the
/// order in which a new file has them.
///
/// Whatever walks a record takes `&dyn Fields`, so that it is compiled once and not once a record.
pub trait Fields: Any + fmt::Debug {
    /// Returns the fields that there are.
    fn specs(&self) -> &'static [FieldSpec];

    /// Returns a field.
    fn field(&self, nth: usize) -> Option<&dyn FieldType>;

    /// Returns a field, to be changed.
    fn field_mut(&mut self, nth: usize) -> Option<&mut dyn FieldType>;

    /// Returns an empty record of the same sort.
    fn fresh(&self) -> Box<dyn Fields>;

    /// Returns true where another is of the same sort and says the same.
    fn same(&self, other: &dyn Fields) -> bool;

    /// Returns the record itself.
    fn as_any(&self) -> &(dyn Any + 'static);
}

impl dyn Fields + '_ {
    /// Returns the value of a field, or `None` where it is left out.
    pub fn value(&self, nth: usize) -> Option<Value> {
        self.field(nth)?.to_value()
    }

    /// Gives a field a value; `None` leaves it out.
    ///
    /// # Errors
    /// The value does not fit the field, which is then unchanged.
    pub fn set_value(&mut self, nth: usize, value: Option<Value>) -> Result<(), Refusal> {
        match self.field_mut(nth) {
            Some(field) => field.assign(value),
            None => Err(Refusal::Sort { wanted: "nothing" }),
        }
    }

    /// Returns the text of a field that is edited in place.
    pub fn text_of(&self, nth: usize) -> Option<&str> {
        self.field(nth)?.text()
    }

    /// Returns the place among the fields of the one with this key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.specs().iter().position(|spec| spec.key == key)
    }

    /// Returns its identity, where it has one.
    pub fn id(&self) -> Option<&str> {
        let is_id = |spec: &FieldSpec| spec.shape == Shape::Id;
        self.text_of(self.specs().iter().position(is_id)?)
    }
}

/// Items that are shared are the same without a look at them.
impl PartialEq for dyn Fields + '_ {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(self, other) || self.same(other)
    }
}

/// A struct whose fields can be reached by name.
pub trait Record: Fields + Clone + Default {
    /// The names of the fields.
    type Field: Copy + PartialEq + fmt::Debug + 'static;

    /// All fields, in the order in which a new file has them.
    const FIELDS: &'static [Self::Field];

    /// The same, with their keys and what they take.
    const SPECS: &'static [FieldSpec];

    /// Returns the place of a field among all.
    fn nth(field: Self::Field) -> usize;

    /// Returns the key that stands for a field in a file.
    fn key(field: Self::Field) -> &'static str {
        Self::SPECS
            .get(Self::nth(field))
            .map_or("", |spec| spec.key)
    }

    /// Returns the value of a field, or `None` where it is left out.
    fn get(&self, field: Self::Field) -> Option<Value> {
        self.field(Self::nth(field))?.to_value()
    }

    /// Gives a field a value; `None` leaves it out.
    ///
    /// # Errors
    /// The value does not fit the field, which is then unchanged.
    fn set(&mut self, field: Self::Field, value: Option<Value>) -> Result<(), Refusal> {
        let fields: &mut dyn Fields = self;
        fields.set_value(Self::nth(field), value)
    }
}

record! {
    /// Something that the body is to do about a cause of concern.
    Recommendation / RecommendationField {
        /// The action to be taken.
        Text text: String = "text", Shape::Prose;
        /// The time limit: "immediately", "within 3 months" or a day.
        Deadline deadline: String = "deadline", Shape::Line;
        /// The person or office that is to do it.
        Addressee addressee: String = "addressee", Shape::Line;
    }
}
