//! Records whose fields can be reached by name: values, shapes and the macro that joins them.

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
    /// The value, or nothing where the field is left out.
    fn put(&self) -> Option<Value>;

    /// Takes a value; `None` is the field left out.
    ///
    /// # Errors
    /// The value is of another sort, or not one of the words allowed. The field is then unchanged.
    fn assign(&mut self, value: Option<Value>) -> Result<(), Refusal>;

    /// The text itself, where the value is text that can be edited in place.
    fn text(&self) -> Option<&str> {
        None
    }

    /// The same, to be changed.
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
    /// The fields that there are.
    fn specs(&self) -> &'static [FieldSpec];

    /// A field.
    fn field(&self, nth: usize) -> Option<&dyn FieldType>;

    /// A field, to be changed.
    fn field_mut(&mut self, nth: usize) -> Option<&mut dyn FieldType>;

    /// An empty record of the same sort.
    fn fresh(&self) -> Box<dyn Fields>;

    /// Whether another is of the same sort and says the same.
    fn same(&self, other: &dyn Fields) -> bool;

    /// The record itself.
    fn as_any(&self) -> &(dyn Any + 'static);
}

impl dyn Fields + '_ {
    /// The value of a field; nothing where it is left out.
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

    /// The text of a field that is edited in place.
    pub fn text_of(&self, nth: usize) -> Option<&str> {
        self.field(nth)?.text()
    }

    /// The place among the fields of the one with this key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.specs().iter().position(|spec| spec.key == key)
    }

    /// Its identity, where it has one.
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

    /// The place of a field among all.
    fn nth(field: Self::Field) -> usize;

    /// The key that stands for a field in a file.
    fn key(field: Self::Field) -> &'static str {
        Self::SPECS
            .get(Self::nth(field))
            .map_or("", |spec| spec.key)
    }

    /// The value of a field; nothing where it is left out.
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

/// Declares a record: the struct, the names of its fields, and the way between them.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident / $names:ident {
            $( $(#[$field_meta:meta])* $variant:ident $field:ident: $type:ty = $key:literal, $shape:expr; )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type, )*
        }

        #[doc = concat!("The fields of [`", stringify!($name), "`].")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $names {
            $( $(#[$field_meta])* $variant, )*
        }

        impl $crate::assessment::Record for $name {
            type Field = $names;
            const FIELDS: &'static [$names] = &[$($names::$variant),*];
            const SPECS: &'static [$crate::assessment::FieldSpec] =
                &[$($crate::assessment::FieldSpec { key: $key, shape: $shape }),*];

            fn nth(field: $names) -> usize {
                field as usize
            }
        }

        impl $crate::assessment::Fields for $name {
            fn specs(&self) -> &'static [$crate::assessment::FieldSpec] {
                <Self as $crate::assessment::Record>::SPECS
            }

            fn field(&self, nth: usize) -> Option<&dyn $crate::assessment::FieldType> {
                Some(match <Self as $crate::assessment::Record>::FIELDS.get(nth)? {
                    $($names::$variant => &self.$field,)*
                })
            }

            fn field_mut(&mut self, nth: usize) -> Option<&mut dyn $crate::assessment::FieldType> {
                Some(match <Self as $crate::assessment::Record>::FIELDS.get(nth)? {
                    $($names::$variant => &mut self.$field,)*
                })
            }

            fn fresh(&self) -> Box<dyn $crate::assessment::Fields> {
                Box::new(Self::default())
            }

            fn same(&self, other: &dyn $crate::assessment::Fields) -> bool {
                other.as_any().downcast_ref::<Self>() == Some(self)
            }

            fn as_any(&self) -> &(dyn std::any::Any + 'static) {
                self
            }
        }
    };
}

/// Declares a set of words that a field may have, and their spelling in a file.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        $name:ident { $( $(#[$word_meta:meta])* $variant:ident = $word:literal, )* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $( $(#[$word_meta])* $variant, )* }

        impl $name {
            /// Every choice, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The same as they are spelt in a file.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The spelling in a file.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The choice of this spelling.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::assessment::FieldType for Option<$name> {
            fn put(&self) -> Option<$crate::assessment::Value> {
                self.map(|choice| $crate::assessment::Value::Text(choice.word().to_owned()))
            }

            fn assign(
                &mut self,
                value: Option<$crate::assessment::Value>,
            ) -> Result<(), $crate::assessment::Refusal> {
                let at = $crate::assessment::one_of_words(value, $name::WORDS)?;
                *self = at.and_then(|at| $name::ALL.get(at).copied());
                Ok(())
            }
        }
    };
}

/// The place of a value among the words that a field may have; nothing where it is left out.
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

pub(crate) use {choice, record};
