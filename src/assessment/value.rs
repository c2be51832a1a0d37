//! Records whose fields can be reached by name: values, shapes and the macro that joins them.

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
pub trait FieldType: Sized {
    /// The value, or nothing where the field is left out.
    fn put(&self) -> Option<Value>;

    /// Takes a value; `None` is the field left out.
    ///
    /// # Errors
    /// The value is of another sort, or not one of the words allowed.
    fn take(value: Option<Value>) -> Result<Self, Refusal>;

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

    fn take(value: Option<Value>) -> Result<Self, Refusal> {
        match value {
            None => Ok(Self::new()),
            Some(Value::Text(text)) => Ok(text),
            Some(_) => Err(Refusal::Sort { wanted: "text" }),
        }
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

    fn take(value: Option<Value>) -> Result<Self, Refusal> {
        Ok(<Option<Self> as FieldType>::take(value)?.unwrap_or(false))
    }
}

impl FieldType for Option<bool> {
    fn put(&self) -> Option<Value> {
        self.map(Value::Flag)
    }

    fn take(value: Option<Value>) -> Result<Self, Refusal> {
        match value {
            None => Ok(None),
            Some(Value::Flag(flag)) => Ok(Some(flag)),
            Some(_) => Err(Refusal::Sort {
                wanted: "true or false",
            }),
        }
    }
}

impl FieldType for Option<i64> {
    fn put(&self) -> Option<Value> {
        self.map(Value::Whole)
    }

    fn take(value: Option<Value>) -> Result<Self, Refusal> {
        match value {
            None => Ok(None),
            Some(Value::Whole(number)) => Ok(Some(number)),
            Some(_) => Err(Refusal::Sort {
                wanted: "a whole number",
            }),
        }
    }
}

impl FieldType for Vec<String> {
    fn put(&self) -> Option<Value> {
        (!self.is_empty()).then(|| Value::List(self.clone()))
    }

    fn take(value: Option<Value>) -> Result<Self, Refusal> {
        match value {
            None => Ok(Self::new()),
            Some(Value::List(items)) => Ok(items),
            Some(_) => Err(Refusal::Sort {
                wanted: "a list of ids",
            }),
        }
    }
}

/// A struct whose fields can be reached by name.
pub trait Record: Clone + Default {
    /// The names of the fields.
    type Field: Copy + PartialEq + fmt::Debug + 'static;

    /// All fields, in the order in which a new file has them.
    const FIELDS: &'static [Self::Field];

    /// The key that stands for a field in a file.
    fn key(field: Self::Field) -> &'static str;

    /// What the field takes.
    fn shape(field: Self::Field) -> Shape;

    /// The value of a field; nothing where it is left out.
    fn get(&self, field: Self::Field) -> Option<Value>;

    /// Gives a field a value; `None` leaves it out.
    ///
    /// # Errors
    /// The value does not fit the field, which is then unchanged.
    fn set(&mut self, field: Self::Field, value: Option<Value>) -> Result<(), Refusal>;

    /// The text of a field that is edited in place.
    fn text(&self, field: Self::Field) -> Option<&str>;

    /// The same, to be changed.
    fn text_mut(&mut self, field: Self::Field) -> Option<&mut String>;
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

            fn key(field: $names) -> &'static str {
                match field { $($names::$variant => $key),* }
            }

            fn shape(field: $names) -> $crate::assessment::Shape {
                match field { $($names::$variant => $shape),* }
            }

            fn get(&self, field: $names) -> Option<$crate::assessment::Value> {
                match field { $($names::$variant => $crate::assessment::FieldType::put(&self.$field)),* }
            }

            fn set(
                &mut self,
                field: $names,
                value: Option<$crate::assessment::Value>,
            ) -> Result<(), $crate::assessment::Refusal> {
                match field {
                    $($names::$variant => self.$field = $crate::assessment::FieldType::take(value)?,)*
                }
                Ok(())
            }

            fn text(&self, field: $names) -> Option<&str> {
                match field { $($names::$variant => $crate::assessment::FieldType::text(&self.$field)),* }
            }

            fn text_mut(&mut self, field: $names) -> Option<&mut String> {
                match field { $($names::$variant => $crate::assessment::FieldType::text_mut(&mut self.$field)),* }
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

            fn take(value: Option<$crate::assessment::Value>) -> Result<Self, $crate::assessment::Refusal> {
                use $crate::assessment::{Refusal, Value};
                match value {
                    None => Ok(None),
                    Some(Value::Text(word)) => match $name::from_word(&word) {
                        Some(choice) => Ok(Some(choice)),
                        None => Err(Refusal::Choice { found: word, allowed: $name::WORDS }),
                    },
                    Some(_) => Err(Refusal::Sort { wanted: "a word in quotes" }),
                }
            }
        }
    };
}

pub(crate) use {choice, record};
