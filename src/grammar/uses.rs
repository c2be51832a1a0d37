//! The uses that a word could have where it stands.

/// The uses that a word could have where it stands: more than one, as a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Uses(u16);

impl Uses {
    /// A finite auxiliary.
    pub(super) const AUXILIARY: Self = Self(1);
    /// A verb in the third person: "records".
    pub(super) const THIRD: Self = Self(1 << 1);
    /// A verb as it stands in the dictionary: "record".
    pub(super) const BASE: Self = Self(1 << 2);
    /// A past that is no participle: "took".
    pub(super) const PAST_ONLY: Self = Self(1 << 3);
    /// A past or a participle: "recorded".
    pub(super) const PAST: Self = Self(1 << 4);
    /// A participle that is no past: "taken".
    pub(super) const PARTICIPLE: Self = Self(1 << 5);
    /// A verb in -ing.
    pub(super) const ING: Self = Self(1 << 6);
    /// A noun in the singular.
    pub(super) const NOUN: Self = Self(1 << 7);
    /// A noun in the plural.
    pub(super) const NOUNS: Self = Self(1 << 8);
    /// An adjective.
    pub(super) const ADJECTIVE: Self = Self(1 << 9);
    /// An adverb.
    pub(super) const ADVERB: Self = Self(1 << 10);
    /// A word that is known at all.
    pub(super) const KNOWN: Self = Self(1 << 11);
    /// Written with a capital that no sentence asks for.
    pub(super) const CAPITAL: Self = Self(1 << 12);
    /// Written with a digit.
    pub(super) const DIGIT: Self = Self(1 << 13);
    /// A possessive in -'s.
    pub(super) const OWNER: Self = Self(1 << 14);
    /// Written with a hyphen or a stroke.
    pub(super) const HYPHEN: Self = Self(1 << 15);

    /// Any finite verb that is no auxiliary.
    pub(super) const FINITE: Self =
        Self(Self::THIRD.0 | Self::BASE.0 | Self::PAST_ONLY.0 | Self::PAST.0);
    /// A verb that agrees with one subject.
    pub(super) const OF_ONE: Self = Self(Self::THIRD.0 | Self::PAST_ONLY.0 | Self::PAST.0);
    /// A verb that agrees with several.
    pub(super) const OF_SEVERAL: Self = Self(Self::BASE.0 | Self::PAST_ONLY.0 | Self::PAST.0);
    /// Any participle of the passive or of the perfect.
    pub(super) const PARTICIPLES: Self = Self(Self::PAST.0 | Self::PARTICIPLE.0);
    /// A noun.
    pub(super) const ANY_NOUN: Self = Self(Self::NOUN.0 | Self::NOUNS.0);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    pub(super) fn add(&mut self, uses: Self) {
        self.0 |= uses.0;
    }

    pub(super) fn add_if(&mut self, is: bool, uses: Self) {
        self.0 |= u16::from(is) * uses.0;
    }

    pub(super) fn remove(&mut self, uses: Self) {
        self.0 &= !uses.0;
    }
}
