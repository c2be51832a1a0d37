//! The types that fields of records have.

use super::{FieldType, Recommendation, Refusal, Value};

impl FieldType for String {
    fn to_value(&self) -> Option<Value> {
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
    fn to_value(&self) -> Option<Value> {
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
    ($($type:ty: $value:ident, $wanted:literal, $to_value:expr, $from_value:expr;)*) => {$(
        impl FieldType for $type {
            fn to_value(&self) -> Option<Value> {
                let given: fn(&Self) -> Option<_> = $to_value;
                given(self).map(Value::$value)
            }

            fn assign(&mut self, value: Option<Value>) -> Result<(), Refusal> {
                *self = match value {
                    None => Self::default(),
                    Some(Value::$value(value)) => $from_value(value),
                    Some(_) => return Err(Refusal::Sort { wanted: $wanted }),
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

/// Returns the place of a value among the words that a field may have, or `None` where it is left out.
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
