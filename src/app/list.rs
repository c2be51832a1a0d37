//! THE list from which one is chosen: a value for a field, a command, a name that is offered under a field, a problem.
//!
//! Its law: **the lit row is what Enter takes**. What is typed narrows the rows, whatever its capitals, accents and
//! apostrophes, by what they are called, by other words for them and by what they mean; where nothing has the words no
//! row is lit, and Enter takes nothing. Where it is allowed, a last row takes the text as it is typed. A row that does
//! not fit says why. Whoever has the list says what a row stands for: rows are told apart by their place among all.

use std::ops::Range;

use crate::check::Severity;
use crate::text::Query;

/// A row of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListRow {
    /// Its name.
    pub label: String,
    /// Its meaning, in a few words.
    pub note: String,
    /// Other words by which it is found, which are not shown: ids, synonyms.
    pub words: String,
    /// A key or a place, at its right end.
    pub right: String,
    /// The title of the rows that it belongs to; rows of one title stand together.
    pub group: &'static str,
    /// The sign before it.
    pub sign: RowSign,
    /// The reason why it does not fit here, where it does not.
    pub unfit: Option<String>,
}

/// The sign before a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowSign {
    /// None.
    #[default]
    None,
    /// It stands there now.
    Current,
    /// The grades suggest it.
    Suggested,
    /// It is a problem of this weight.
    Severity(Severity),
}

/// The lit row, as whoever has the list knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LitRow {
    /// A row, by its place among all.
    Row(usize),
    /// The text as it is typed.
    AsTyped,
}

/// The state of a list: its rows, those that have the typed words, and the lit one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowList {
    rows: Vec<ListRow>,
    /// The rows that are shown, by their place among all; the row behind the last is the text as typed.
    shown: Vec<usize>,
    /// The row that takes the text as typed, where that is allowed and anything is typed.
    typed: Option<ListRow>,
    query: Query,
    /// The lit row, counted among those shown.
    at: Option<usize>,
    /// True where what is typed begins words: of a few words some hold another's opposite.
    by_beginnings: bool,
    /// True where whoever finds the rows still looks for more.
    pub more_to_come: bool,
}

impl RowList {
    /// Returns a list of these rows, the first of them lit.
    pub fn new(rows: Vec<ListRow>) -> Self {
        Self {
            shown: (0..rows.len()).collect(),
            at: (!rows.is_empty()).then_some(0),
            rows,
            ..Self::default()
        }
    }

    /// Returns a list of rows that have what is typed already, none of them lit. With `own` a last row takes the text as
    /// it is typed.
    pub fn offered(rows: Vec<ListRow>, typed: &str, own: bool) -> Self {
        let typed_row = (own && !rows.is_empty() && !typed.trim().is_empty()).then(|| ListRow {
            label: format!("use “{}” as typed", typed.trim()),
            ..ListRow::default()
        });
        let many = rows.len() + usize::from(typed_row.is_some());
        Self {
            shown: (0..many).collect(),
            query: Query::new(typed),
            typed: typed_row,
            rows,
            at: None,
            ..Self::default()
        }
    }

    /// Returns a list of rows that were found by what is typed, in the order that whoever found them gives them, the first
    /// of them lit.
    pub fn found(rows: Vec<ListRow>, typed: &str) -> Self {
        Self {
            query: Query::new(typed),
            ..Self::new(rows)
        }
    }

    /// Returns the same list, narrowed only by words that begin as they are typed: "adequate" is no part of "inadequate".
    pub fn by_beginnings(mut self) -> Self {
        self.by_beginnings = true;
        self
    }

    /// Puts a sign before a row, by its place among all.
    pub fn sign(&mut self, row: usize, sign: RowSign) {
        if let Some(row) = self.rows.get_mut(row) {
            row.sign = sign;
        }
    }

    /// Shows the rows that have these words, those that are called so first, and lights the first.
    pub fn narrow(&mut self, typed: &str) {
        self.query = Query::new(typed);
        let rows = self.rows.iter().enumerate();
        // An id has hyphens where its label has blanks.
        let apart = |text: &str| text.replace('-', " ");
        let words = Query::new(&apart(typed));
        let mut fitting: Vec<(usize, bool, usize)> = rows
            .filter_map(|(nth, row)| {
                let others = [apart(&row.words), apart(&row.note)];
                let begins =
                    || words.begins_words_of(&format!("{} {}", row.label, others.join(" ")));
                if self.by_beginnings && !begins() {
                    return None;
                }
                let rank =
                    words.rank(&apart(&row.label), &others.each_ref().map(String::as_str))?;
                Some((rank, row.unfit.is_some(), nth))
            })
            .collect();
        if !self.query.is_empty() {
            fitting.sort_unstable();
        }
        self.shown = fitting.into_iter().map(|(.., nth)| nth).collect();
        self.at = (!self.shown.is_empty()).then_some(0);
    }

    /// Lights a row, by its place among all, where it is shown.
    pub fn light(&mut self, row: usize) {
        let at = self.shown.iter().position(|shown| *shown == row);
        self.at = at.or(self.at);
    }

    /// Lights no row, until one is gone to.
    pub fn light_none(&mut self) {
        self.at = None;
    }

    /// Lights another row, staying among those that are shown.
    pub fn step(&mut self, by: isize) {
        if let Some(last) = self.shown.len().checked_sub(1) {
            let at = self.at.map_or(0, |at| at.saturating_add_signed(by));
            self.at = Some(at.min(last));
        }
    }

    /// Lights the row after the lit one, or before it, and round again. False where there is none.
    pub fn turn(&mut self, down: bool) -> bool {
        let Some(last) = self.shown.len().checked_sub(1) else {
            return false;
        };
        self.at = Some(match (self.at, down) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) if at < last => at + 1,
            (Some(_), true) => 0,
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        });
        true
    }

    /// Takes a row out, by its place among all.
    pub fn remove(&mut self, row: usize) {
        if row >= self.rows.len() {
            return;
        }
        self.rows.remove(row);
        self.shown.retain(|shown| *shown != row);
        for shown in self.shown.iter_mut().filter(|shown| **shown > row) {
            *shown -= 1;
        }
        let last = self.shown.len().checked_sub(1);
        self.at = self.at.and_then(|at| Some(at.min(last?)));
    }

    /// Gives the first row another name.
    pub fn rename_first(&mut self, label: &str) {
        if let Some(first) = self.rows.first_mut() {
            label.clone_into(&mut first.label);
        }
    }

    /// Returns what the lit row stands for, or `None` where none is lit.
    pub fn lit(&self) -> Option<LitRow> {
        let row = *self.shown.get(self.at?)?;
        Some(match row < self.rows.len() {
            true => LitRow::Row(row),
            false => LitRow::AsTyped,
        })
    }

    /// Returns the lit row, by its place among all; `None` where none is, or the one that takes the text as typed.
    pub fn lit_at(&self) -> Option<usize> {
        match self.lit()? {
            LitRow::Row(row) => Some(row),
            LitRow::AsTyped => None,
        }
    }

    /// Returns the lit row.
    pub fn lit_row(&self) -> Option<&ListRow> {
        self.row(*self.shown.get(self.at?)?)
    }

    /// Returns the place of the lit row among those shown.
    pub fn at(&self) -> Option<usize> {
        self.at
    }

    /// Returns the rows that are shown, in their order.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &ListRow> {
        static NONE: ListRow = ListRow {
            label: String::new(),
            note: String::new(),
            words: String::new(),
            right: String::new(),
            group: "",
            sign: RowSign::None,
            unfit: None,
        };
        // The rows are never fewer than those shown.
        let row = |shown: &usize| self.row(*shown).unwrap_or(&NONE);
        self.shown.iter().map(row)
    }

    /// Returns every row, whatever is typed.
    pub fn all(&self) -> &[ListRow] {
        &self.rows
    }

    /// Returns true where something is typed, so that rows may be missing and stand in another order.
    pub fn is_narrowed(&self) -> bool {
        !self.query.is_empty()
    }

    /// Returns what is marked of a row: the stretches of its label that were typed.
    pub fn marked(&self, row: &ListRow) -> Vec<Range<usize>> {
        match Some(row) == self.typed.as_ref() {
            true => Vec::new(),
            false => self.query.found_in(&row.label),
        }
    }

    fn row(&self, at: usize) -> Option<&ListRow> {
        let typed = self.typed.as_ref().filter(|_| at == self.rows.len());
        self.rows.get(at).or(typed)
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn row(label: &str, words: &str) -> ListRow {
        ListRow {
            label: label.to_owned(),
            words: words.to_owned(),
            ..ListRow::default()
        }
    }

    fn labels(list: &RowList) -> Vec<&str> {
        list.shown().map(|row| row.label.as_str()).collect()
    }

    #[test]
    fn what_is_called_so_comes_first_and_other_words_find_it_too() {
        let mut list = RowList::new(vec![
            row("settings", "theme colours"),
            row("themes of reports", ""),
            row("theme", ""),
            row("print", ""),
        ]);
        list.narrow("THEME");
        assert_eq!(labels(&list), ["theme", "themes of reports", "settings"]);
        assert_eq!(list.lit_at(), Some(2));
        list.narrow("nothing of the kind");
        assert_eq!(labels(&list), Vec::<&str>::new());
        assert_eq!(list.lit(), None);
        list.narrow("");
        assert_eq!(list.shown().len(), 4);
    }

    #[test]
    fn a_last_row_takes_the_text_as_typed_and_no_row_is_taken_that_nobody_chose() {
        let mut list = RowList::offered(vec![row("City of London Police", "")], "city", true);
        assert_eq!(list.lit(), None);
        list.step(0);
        assert_eq!(list.lit(), Some(LitRow::Row(0)));
        list.turn(true);
        assert_eq!(list.lit(), Some(LitRow::AsTyped));
        assert_eq!(
            list.lit_row().map(|it| it.label.as_str()),
            Some("use “city” as typed")
        );
        list.turn(true);
        assert_eq!(list.lit(), Some(LitRow::Row(0)));
    }

    proptest! {
        #[test]
        fn the_lit_row_is_one_that_is_shown_and_none_is_lit_where_none_is(
            names in vec("[abc]{1,3}", 0..8),
            typed in vec("[abc ]{0,3}", 0..6),
            steps in vec(-9..9isize, 0..6),
            gone in 0..9usize,
        ) {
            let mut list = RowList::new(names.iter().map(|name| row(name, "")).collect());
            for (typed, by) in typed.iter().zip(steps) {
                list.narrow(typed);
                list.step(by);
                prop_assert_eq!(list.lit().is_some(), list.shown().len() > 0);
                let lit = list.lit_row().cloned();
                prop_assert_eq!(list.at().and_then(|at| list.shown().nth(at)), lit.as_ref());
                let taken = list.lit_at().and_then(|at| list.all().get(at)).cloned();
                prop_assert_eq!(taken, lit);
            }
            list.remove(gone);
            prop_assert!(list.shown().len() <= list.all().len());
            prop_assert_eq!(list.lit().is_some(), list.shown().len() > 0);
        }
    }
}
