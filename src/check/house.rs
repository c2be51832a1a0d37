//! The words of the house: `assets/style.toml`, read once.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use toml_edit::{Document, Item, TableLike};

use super::Rule;
use crate::assessment::Grade;

const TEXT: &str = include_str!("../../assets/style.toml");

static HOUSE: LazyLock<House> = LazyLock::new(|| House::read(TEXT).unwrap_or_default());

/// What the house says.
pub(super) fn house() -> &'static House {
    &HOUSE
}

/// A phrase and what to say for it.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Its words, in small letters but where it is exact.
    pub(super) words: Vec<String>,
    pub(super) becomes: String,
    pub(super) rule: Rule,
    pub(super) why: String,
    /// The years in which it holds, both included.
    pub(super) years: (u16, u16),
    /// Whether its capitals must be these.
    pub(super) exact: bool,
    /// Whether it stays before a word with a capital, because it is a title then.
    pub(super) not_before_capital: bool,
    /// Whether it stays at the head of a sentence.
    pub(super) not_opening: bool,
}

/// Words that belong to grades.
#[derive(Debug)]
pub(super) struct GradeWords {
    pub(super) words: Vec<String>,
    pub(super) fits: Vec<Grade>,
}

/// A list of words or phrases, to be looked up by the first word in small letters.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    by_first: HashMap<String, Vec<Vec<String>>>,
}

impl Phrases {
    fn new(all: &[String]) -> Self {
        let mut by_first: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for phrase in all {
            let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            if let Some(first) = words.first() {
                by_first.entry(first.clone()).or_default().push(words);
            }
        }
        Self { by_first }
    }

    /// How many words of a text, from its first on, one of the phrases takes; the longest where there are several.
    pub(super) fn at(&self, words: &[super::words::Word<'_>]) -> Option<usize> {
        let first = words.first()?.text.to_lowercase();
        let fits = |phrase: &&Vec<String>| super::words::begin_with(words, phrase);
        self.by_first
            .get(&first)?
            .iter()
            .filter(fits)
            .map(Vec::len)
            .max()
    }

    /// Where the first of them stands in a text.
    pub(super) fn find(&self, words: &[super::words::Word<'_>]) -> Option<usize> {
        (0..words.len()).find(|at| words.get(*at..).and_then(|rest| self.at(rest)).is_some())
    }

    /// Whether one of them is this word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.by_first.contains_key(&word.to_lowercase())
    }
}

/// `assets/style.toml`.
#[derive(Debug, Default)]
pub(super) struct House {
    /// By the first word, in small letters.
    pub(super) say: HashMap<String, Vec<Phrase>>,
    pub(super) contractions_from: u16,
    pub(super) contractions_before: HashSet<String>,
    pub(super) contractions: HashMap<String, String>,
    pub(super) named_by: Phrases,
    pub(super) known_numbers: Phrases,
    pub(super) units: Phrases,
    pub(super) spans: Phrases,
    pub(super) times: Phrases,
    pub(super) asks: Phrases,
    pub(super) asks_anywhere: Phrases,
    pub(super) change: Phrases,
    pub(super) balance: Phrases,
    pub(super) praise: Phrases,
    pub(super) concern: Phrases,
    pub(super) well: Phrases,
    pub(super) no: Phrases,
    /// By the first word, in small letters.
    pub(super) grade_words: HashMap<String, Vec<GradeWords>>,
    pub(super) openers: Phrases,
    pub(super) one: Vec<String>,
    pub(super) many: Vec<String>,
    pub(super) parts: Phrases,
    pub(super) be: Phrases,
    pub(super) irregular: Phrases,
    pub(super) by: Phrases,
    pub(super) titles: Phrases,
    pub(super) ranks: Phrases,
    pub(super) roles: Phrases,
}

fn texts(table: &dyn TableLike, key: &str) -> Option<Vec<String>> {
    let array = table.get(key)?.as_array()?;
    array
        .iter()
        .map(|value| Some(value.as_str()?.to_owned()))
        .collect()
}

fn pairs(item: &Item) -> Option<Vec<(String, String)>> {
    let table = item.as_table_like()?;
    let pair = |(key, item): (&str, &Item)| Some((key.to_owned(), item.as_str()?.to_owned()));
    table.iter().map(pair).collect()
}

fn year(table: &dyn TableLike, key: &str) -> Option<u16> {
    u16::try_from(table.get(key)?.as_integer()?).ok()
}

impl House {
    /// Nothing where the text is not as it should be; a test reads the one that is shipped.
    fn read(text: &str) -> Option<Self> {
        let document = Document::parse(text).ok()?;
        let root = document.as_table();
        let list = |table: &str, key: &str| {
            let table = root.get(table)?.as_table_like()?;
            Some(Phrases::new(&texts(table, key)?))
        };
        let plain = |table: &str, key: &str| texts(root.get(table)?.as_table_like()?, key);
        let contractions = root.get("contractions")?.as_table_like()?;
        let mut house = Self {
            contractions_from: year(contractions, "from")?,
            contractions_before: texts(contractions, "before")?.into_iter().collect(),
            contractions: pairs(contractions.get("long")?)?.into_iter().collect(),
            named_by: list("numbers", "named-by")?,
            known_numbers: list("numbers", "known")?,
            units: list("numbers", "units")?,
            spans: list("numbers", "spans")?,
            times: list("numbers", "times")?,
            asks: list("needs", "asks")?,
            asks_anywhere: list("needs", "anywhere")?,
            change: list("change", "words")?,
            balance: list("balance", "words")?,
            praise: list("tone", "praise")?,
            concern: list("tone", "concern")?,
            well: list("tone", "well")?,
            no: list("tone", "no")?,
            openers: list("agreement", "openers")?,
            one: plain("agreement", "one")?,
            many: plain("agreement", "many")?,
            parts: list("agreement", "parts")?,
            be: list("passive", "be")?,
            irregular: list("passive", "irregular")?,
            by: list("passive", "by")?,
            titles: list("people", "titles")?,
            ranks: list("people", "ranks")?,
            roles: list("people", "roles")?,
            ..Self::default()
        };
        for table in root.get("say")?.as_array_of_tables()? {
            house.take_say(table)?;
        }
        for table in root.get("grade-words")?.as_array_of_tables()? {
            let fits = texts(table, "fits")?;
            let fits = fits.iter().map(|word| Grade::from_word(word));
            let fits = fits.collect::<Option<Vec<_>>>()?;
            for phrase in texts(table, "words")? {
                let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
                let first = words.first()?.clone();
                let fits = fits.clone();
                house
                    .grade_words
                    .entry(first)
                    .or_default()
                    .push(GradeWords { words, fits });
            }
        }
        Some(house)
    }

    fn take_say(&mut self, table: &dyn TableLike) -> Option<()> {
        let flag = |key: &str| table.get(key).and_then(Item::as_bool).unwrap_or(false);
        let exact = flag("exact");
        let rule = Rule::from_id(table.get("rule")?.as_str()?)?;
        let why = table.get("why")?.as_str()?;
        let years = (
            year(table, "since").unwrap_or(0),
            year(table, "until").unwrap_or(u16::MAX),
        );
        for (phrase, becomes) in pairs(table.get("instead-of")?)? {
            let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            let first = words.first()?.to_lowercase();
            self.say.entry(first).or_default().push(Phrase {
                words,
                becomes,
                rule,
                why: why.to_owned(),
                years,
                exact,
                not_before_capital: flag("not-before-capital"),
                not_opening: flag("not-opening"),
            });
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_style_that_is_shipped_can_be_read() {
        assert!(House::read(TEXT).is_some());
        assert!(house().say.contains_key("ensure"));
        assert!(!house().grade_words.is_empty());
    }
}
