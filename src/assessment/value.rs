//! Records whose fields can be reached by name: their values, and what a field takes.

use std::any::Any;
use std::fmt;

use super::finding::Recommendation;

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
    /// What a cause of concern recommends.
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

/// What a field takes.
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

/// Why a value was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The value is of another sort.
    #[error("{wanted} is wanted here")]
    Sort {
        /// What would be right.
        wanted: &'static str,
    },
    /// The word is not one of those allowed.
    #[error("\"{found}\" is not one of {}", .allowed.join(", "))]
    Choice {
        /// What stands there.
        found: String,
        /// What may stand there.
        allowed: &'static [&'static str],
    },
}

/// A type that can be the value of a field.
pub trait FieldType {
    /// Returns the value, or nothing where the field is left out.
    fn put(&self) -> Option<Value>;

    /// Takes a value; `None` is the field left out.
    ///
    /// # Errors
    /// The value is of another sort, or not one of the words allowed. The field is then unchanged.
    fn assign(&mut self, value: Option<Value>) -> Result<(), Refusal>;

    /// Returns the text itself, where the value is text that can be edited in place.
    fn text(&self) -> Option<&str> {
        None
    }

    /// Returns the same, to be changed.
    fn text_mut(&mut self) -> Option<&mut String> {
        None
    }
}

impl FieldType for String {
    fn put(&self) -> Option<Value> {
        (!self.is_empty()).then(|| Value::Text(self.clone()))
    }

    fn assign(&mut self, value: Option<Value>) -> Result<(), Refusal> {
        *self = match value {
            None => Self::new(),
            Some(Value::Text(text)) => text,
            Some(_) => return Err(Refusal::Sort { wanted: "text" }),
        };
        Ok(())
    }

    fn text(&self) -> Option<&str> {
        Some(self)
    }

    fn text_mut(&mut self) -> Option<&mut String> {
        Some(self)
    }
}

impl FieldType for bool {
    fn put(&self) -> Option<Value> {
        self.then_some(Value::Flag(true))
    }

    fn assign(&mut self, value: Option<Value>) -> Result<(), Refusal> {
        let mut flag = None;
        flag.assign(value)?;
        *self = flag.unwrap_or(false);
        Ok(())
    }
}

/// Declares types of fields that are left out where they are empty, and otherwise one sort of value.
macro_rules! field_types {
    ($($type:ty: $value:ident, $wanted:literal, $put:expr, $take:expr;)*) => {$(
        impl $crate::assessment::FieldType for $type {
            fn put(&self) -> Option<$crate::assessment::Value> {
                let given: fn(&Self) -> Option<_> = $put;
                given(self).map($crate::assessment::Value::$value)
            }

            fn assign(
                &mut self,
                value: Option<$crate::assessment::Value>,
            ) -> Result<(), $crate::assessment::Refusal> {
                *self = match value {
                    None => Self::default(),
                    Some($crate::assessment::Value::$value(value)) => $take(value),
                    Some(_) => return Err($crate::assessment::Refusal::Sort { wanted: $wanted }),
                };
                Ok(())
            }
        }
    )*};
}

field_types! {
    Option<bool>: Flag, "true or false", |it| *it, Some;
    Option<i64>: Whole, "a whole number", |it| *it, Some;
    Vec<String>: List, "a list of ids", |it| (!it.is_empty()).then(|| it.clone()), |it| it;
    Vec<Recommendation>: Recommendations, "a list of recommendations",
        |it| (!it.is_empty()).then(|| it.clone()), |it| it;
}

/// A field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// The key that stands for it in a file.
    pub key: &'static str,
    /// What it takes.
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

    /// Returns whether another is of the same sort and says the same.
    fn same(&self, other: &dyn Fields) -> bool;

    /// Returns the record itself.
    fn as_any(&self) -> &(dyn Any + 'static);
}

impl dyn Fields + '_ {
    /// Returns the value of a field; nothing where it is left out.
    pub fn value(&self, nth: usize) -> Option<Value> {
        self.field(nth)?.put()
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

    /// Returns the value of a field; nothing where it is left out.
    fn get(&self, field: Self::Field) -> Option<Value> {
        self.field(Self::nth(field))?.put()
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

/// Returns the place of a value among the words that a field may have; nothing where it is left out.
pub(super) fn one_of_words(
    value: Option<Value>,
    allowed: &'static [&'static str],
) -> Result<Option<usize>, Refusal> {
    match value {
        None => Ok(None),
        Some(Value::Text(found)) => match allowed.iter().position(|word| *word == found) {
            None => Err(Refusal::Choice { found, allowed }),
            at => Ok(at),
        },
        Some(_) => Err(Refusal::Sort {
            wanted: "a word in quotes",
        }),
    }
}
