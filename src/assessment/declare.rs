//! The macros that declare records, and sets of words that a field may have.

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

            /// Returns the spelling in a file.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// Returns the choice of this spelling.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::assessment::FieldType for Option<$name> {
            fn to_value(&self) -> Option<$crate::assessment::Value> {
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

pub(crate) use {choice, record};
