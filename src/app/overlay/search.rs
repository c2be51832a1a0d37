//! Looking for words in the open draft, and putting others in their place.

use crate::app::editor::{DraftEditor, SearchPlace, excerpt, outside_names, replaced};
use crate::app::field::TextField;
use crate::app::list::{ListRow, RowList, RowSign};
use crate::assessment::{Edit, Place, Shape};
use crate::text::{Query, counted};

/// The places of a draft that have the typed words, as far as it was looked through.
#[derive(Clone, Debug, Default)]
pub struct SearchList {
    /// The words.
    pub field: TextField,
    /// The places as rows: the first of them, where they are very many.
    pub list: RowList,
    /// The number of all places that have the words.
    pub many: usize,
    /// True where the rest of the draft is still looked through.
    pub looking: bool,
    /// The whole text of the lit row.
    pub words: String,
    found: Vec<SearchPlace>,
    /// The changes of what is looked through, when the rows were made.
    changed: usize,
    /// True where a frame had the rows: the lit one is what somebody saw.
    seen: bool,
}

impl SearchList {
    /// The most rows that are listed; more words find what is behind them.
    const MOST: usize = 200;

    /// Returns a list for a draft; without words it has the pages.
    pub fn of(editor: &mut DraftEditor) -> Self {
        let mut search = Self {
            field: TextField::search(""),
            ..Self::default()
        };
        search.narrow(editor);
        search
    }

    /// Lists the places that have the words in the field, as far as they are found between two frames.
    pub(in crate::app) fn narrow(&mut self, editor: &mut DraftEditor) {
        editor.look_for(self.query());
        self.seen = false;
        self.list = RowList::found(Vec::new(), self.field.text());
        self.found.clear();
        self.list_found(editor, false);
    }

    /// Looks on behind a frame. Returns true where there is something else to be shown.
    pub(in crate::app) fn look_on(&mut self, editor: &mut DraftEditor) -> bool {
        self.seen = true;
        editor.look_for(self.query());
        // What is looked through anew is shown as it was until all of it was.
        let anew = self.changed != editor.search_changed();
        if anew && !editor.is_looked_through() {
            return false;
        }
        self.list_found(editor, false)
    }

    /// Returns true where there is more to be looked through.
    pub(in crate::app) fn looks_on(&self, editor: &DraftEditor) -> bool {
        self.looking || self.changed != editor.search_changed()
    }

    /// Looks through all that is left, before something is done with what is found.
    pub(in crate::app) fn look_through(&mut self, editor: &mut DraftEditor) {
        editor.look_for(self.query());
        editor.look_through();
        self.list_found(editor, self.seen);
    }

    fn query(&self) -> Query {
        Query::new(self.field.text())
    }

    /// Lists what is found. The lit row stays where somebody went to it, and where it `stays`; else it is the first. Returns
    /// true where something became different.
    fn list_found(&mut self, editor: &DraftEditor, stays: bool) -> bool {
        let stays = stays || self.list.at() != Some(0);
        let lit = self.lit().filter(|_| stays).cloned();
        let (many, looking) = (editor.many_found(), !editor.is_looked_through());
        let anew = self.changed != editor.search_changed();
        let rows = many.min(Self::MOST);
        let same = !anew
            && self.found.len() >= rows
            && self
                .found
                .iter()
                .take(rows)
                .eq(editor.found().take(Self::MOST));
        if same && (self.many, self.looking) == (many, looking) {
            return false;
        }
        (self.many, self.looking) = (many, looking);
        self.changed = editor.search_changed();
        if !same {
            self.found = editor.found().take(Self::MOST).cloned().collect();
            // Somebody is at it, also where so many come before it.
            let pushed_out = lit.iter().filter(|lit| !self.found.contains(lit));
            let pushed_out: Vec<SearchPlace> = pushed_out
                .filter(|lit| editor.found().any(|it| it == *lit))
                .cloned()
                .collect();
            self.found.extend(pushed_out);
            let query = self.query();
            let row = |place: &SearchPlace| {
                let (words, note) = editor.found_words(place);
                ListRow {
                    label: excerpt(&words, &query),
                    note,
                    ..ListRow::default()
                }
            };
            let rows = self.found.iter().map(row).collect();
            self.list = RowList::found(rows, self.field.text());
            let lit = lit.and_then(|lit| self.found.iter().position(|it| *it == lit));
            if let Some(lit) = lit {
                self.list.light(lit);
            }
        }
        self.list.more_to_come = looking;
        self.follow(editor);
        true
    }

    /// Shows the whole text of the lit row.
    pub(in crate::app) fn follow(&mut self, editor: &DraftEditor) {
        let words = self.lit().map(|place| editor.found_words(place).0);
        self.words = words.unwrap_or_default();
    }

    /// Returns the title: how many places have the words.
    pub fn title(&self) -> String {
        match self.field.text().trim() {
            "" => "Find words, or go to a page".to_owned(),
            _ => {
                let on = if self.looking { ", looking on …" } else { "" };
                format!("Find: {}{on}", counted(self.many, "place"))
            }
        }
    }

    /// Returns how many places are not listed; empty where all are.
    pub fn note(&self) -> String {
        match self.many.saturating_sub(self.list.all().len()) {
            0 => String::new(),
            many => format!("{many} more are not listed: more words narrow it."),
        }
    }

    /// Returns true where the words stand in a text that is written here, and not in names of pages alone.
    pub(in crate::app) fn has_texts(&self) -> bool {
        let mut found = self.found.iter();
        found.any(|place| matches!(place, SearchPlace::Text(_)))
    }

    /// Returns the place of the lit row.
    pub fn lit(&self) -> Option<&SearchPlace> {
        self.found.get(self.list.lit_at()?)
    }

    /// Returns the texts that have the words one behind the other and in which others can be put in their place, each with
    /// where they stand.
    pub(in crate::app) fn texts<'e>(&self, editor: &'e mut DraftEditor) -> Vec<(Place, &'e str)> {
        let query = self.query();
        editor.look_for(query.clone());
        editor.look_through();
        let editor = &*editor;
        let texts = editor.found().filter_map(|place| match place {
            SearchPlace::Text(place) => Some((place.clone(), editor.assessment.text(place)?)),
            _ => None,
        });
        let has_words = |text: &str| query.rank_folded(&crate::text::fold(text)) == Some(0);
        texts
            .filter(|(place, text)| is_written_freely(place) && has_words(text))
            .collect()
    }
}

/// Returns true for a text in which any words may stand.
fn is_written_freely(place: &Place) -> bool {
    matches!(place.shape(), Shape::Prose | Shape::Line)
}

/// Returns the sign of a text that is to be changed, or of one that is not.
fn sign_of(chosen: bool) -> RowSign {
    match chosen {
        true => RowSign::Suggested,
        false => RowSign::None,
    }
}

/// Texts in which words are to be replaced: each with what would stand there.
#[derive(Clone, Debug)]
pub struct ReplacementList {
    /// The words that are replaced.
    pub sought: String,
    /// The words that are put in.
    pub by: String,
    /// The texts as rows, those with a sign that are to be changed.
    pub list: RowList,
    /// True where in none of them the words stand by themselves.
    only_parts: bool,
    /// The texts: where they stand, as they are, as they would be, and whether they are to be changed.
    texts: Vec<(Place, String, String, bool)>,
}

impl ReplacementList {
    /// Returns the texts of a search: to be changed where the words stand by themselves, and no part of a longer word is.
    pub(in crate::app) fn of(search: &SearchList, editor: &mut DraftEditor, by: &str) -> Self {
        let sought = search.field.text().trim().to_owned();
        let query = Query::new(&sought);
        let texts = search
            .texts(editor)
            .into_iter()
            .filter_map(|(place, text)| {
                // Only where no word is just that, a part of a longer one; and that is not chosen unasked.
                let words = outside_names(text, query.words_in(text));
                let chosen = !words.is_empty();
                let found = match chosen {
                    true => words,
                    false => outside_names(text, query.all_in(text)),
                };
                let after = replaced(text, &found, &sought, by);
                (!found.is_empty()).then(|| (place, text.to_owned(), after, chosen))
            });
        let mut list = Self {
            texts: texts.collect(),
            sought,
            by: by.to_owned(),
            list: RowList::default(),
            only_parts: false,
        };
        list.only_parts = list.chosen() == 0;
        let row = |(place, before, _, chosen): &(Place, String, String, bool)| {
            let note = editor.found_words(&SearchPlace::Text(place.clone())).1;
            ListRow {
                label: excerpt(before, &query),
                note: match chosen {
                    true => note,
                    false => format!("part of a longer word · {note}"),
                },
                sign: sign_of(*chosen),
                ..ListRow::default()
            }
        };
        list.list = RowList::found(list.texts.iter().map(row).collect(), &list.sought);
        list
    }

    /// Returns the title: the words, those in their place, and in how many texts.
    pub fn title(&self) -> String {
        let (chosen, all) = (self.chosen(), self.list.all().len());
        let (sought, by) = (&self.sought, &self.by);
        let why = match chosen {
            0 if self.only_parts => ": it is part of longer words",
            _ => "",
        };
        format!(
            "“{sought}” → “{by}” in {chosen} of {}{why}",
            counted(all, "text")
        )
    }

    /// Returns how many texts are to be changed.
    pub fn chosen(&self) -> usize {
        self.texts.iter().filter(|(.., chosen)| *chosen).count()
    }

    /// Returns the text of the lit row as it would be.
    pub fn after(&self) -> &str {
        let text = self.list.lit_at().and_then(|at| self.texts.get(at));
        text.map_or("", |(_, _, after, _)| after)
    }

    /// Lets the lit text be as it is, or be changed after all.
    pub(in crate::app) fn toggle(&mut self) {
        if let Some(at) = self.list.lit_at() {
            let chosen = self.texts.get(at).is_some_and(|(.., chosen)| *chosen);
            self.set(at..at + 1, !chosen);
        }
    }

    /// Lets all texts be as they are or, where none is to be changed, be changed.
    pub(in crate::app) fn toggle_all(&mut self) {
        let none = self.chosen() == 0;
        self.set(0..self.texts.len(), none);
    }

    fn set(&mut self, texts: std::ops::Range<usize>, chosen: bool) {
        for at in texts {
            if let Some((.., is)) = self.texts.get_mut(at) {
                *is = chosen;
            }
            self.list.sign(at, sign_of(chosen));
        }
    }

    /// Returns the edits that change the texts that are to be changed.
    pub(in crate::app) fn edits(&self, editor: &DraftEditor) -> Vec<Edit> {
        let chosen = self.texts.iter().filter(|(.., chosen)| *chosen);
        let chosen =
            chosen.map(|(place, before, after, _)| (place, before.as_str(), after.as_str()));
        editor.replacing(&chosen.collect::<Vec<_>>())
    }
}
