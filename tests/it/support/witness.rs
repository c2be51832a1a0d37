//! Somebody who looks on: every character that was shown in any text box is afterwards in the draft, in its journal, or
//! offered again when the box is opened again; letters never become commands because a field went away; and what a
//! save says is true.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assay::app::layout::Pane;
use assay::app::{Code, Key, Message, Overlay, Page, QuestionKind, Scope, State, TextField};
use assay::assessment::{Address, Assessment};
use assay::store::Frameworks;
use assay::store::format;

use super::script::Happening;
use super::world::{DRAFT, Outcome, Position, World};

/// A law, by what is said where it does not hold.
pub mod laws {
    pub const BOX: &str = "a box that goes away offers its words when it is opened again";
    pub const CUT: &str = "what was cut and not put back waits after a kill";
    pub const KILL: &str = "after an end, whichever, all is as it was";
    pub const LETTERS: &str = "letters do nothing where a field has gone away by itself";
    pub const TEXT: &str = "nothing but what is typed changes a text";
    pub const REMOVAL: &str = "what another program takes away is told, and comes back";
    pub const SAVE: &str = "where nothing is left to save, the file says the same as the screen";
    pub const ANEW: &str = "no file is made anew in silence";
    pub const BYTES: &str = "what is undone leaves no byte changed";
    pub const WORDS: &str =
        "a sentence that came once is in the draft, waits, is listed, or is had by undo or redo";
    pub const SEALED: &str = "what comes for a sealed draft lies nowhere in clear";
    pub const ESC: &str = "three Escs from a field do not leave the draft";
}

/// A law that holds; or which does not, and why.
pub type Held = Result<(), String>;

fn holds(law: &str, held: bool, why: impl FnOnce() -> String) -> Held {
    match held {
        true => Ok(()),
        false => Err(format!("{law}: {}", why())),
    }
}

/// The words in a text box.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    /// The name of the box: what it asks, or the address of what is typed in place.
    name: String,
    text: String,
    /// Whether it is typed in place, and so the draft's.
    in_place: bool,
    /// The file that gets another name by it.
    renamed: Option<PathBuf>,
}

/// Where somebody was when a box was opened, and the key that opened it.
#[derive(Clone, Debug)]
struct Way {
    key: Key,
    at: Option<Position>,
    /// How many boxes and lists lay there already.
    over: usize,
    text: String,
}

/// What letters may not change where a field has gone away.
#[derive(Debug, PartialEq)]
struct Sight {
    draft: Option<Assessment>,
    overlays: usize,
    at: Option<(Pane, Page, usize)>,
}

/// Returns the words of the box that has the keys. Lists that are narrowed and filters search and keep nothing; what is
/// secret is kept nowhere. Whatever else takes text and shows none is a box that was forgotten here.
fn shown(state: &State) -> Option<Shown> {
    // What took a field away is acknowledged, and swallows letters until then.
    if !state.scope().takes_text() || state.scope() == Scope::Interrupted {
        return None;
    }
    match (state.overlays.last(), state.editor.as_deref()) {
        (Some(Overlay::Picker(_) | Overlay::Palette(_) | Overlay::Search(_)), _) => None,
        (Some(overlay), _) => {
            let (name, text) = words(overlay).expect("a box that takes text has some");
            name.map(|name| Shown {
                name,
                text,
                in_place: false,
                renamed: renamed(overlay),
            })
        }
        (None, Some(editor)) => {
            let typing = editor.typing.as_ref().expect("a field is typed in");
            let address = editor.assessment.address_of(&typing.place);
            let text = editor.assessment.text(&typing.place).unwrap_or_default();
            Some(Shown {
                name: address.map(|it| it.to_string()).unwrap_or_default(),
                text: text.to_owned(),
                in_place: true,
                renamed: None,
            })
        }
        (None, None) => panic!("text is taken where nothing shows it"),
    }
}

fn is_secret(overlay: &Overlay) -> bool {
    matches!(overlay, Overlay::Question(question) if question.asked.is_secret())
}

fn renamed(overlay: &Overlay) -> Option<PathBuf> {
    match overlay {
        Overlay::Question(question) => match &question.asked {
            QuestionKind::Rename(file) => Some(file.path.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the words of a box, and its name where they are to be kept; `None` where it has no words.
fn words(overlay: &Overlay) -> Option<(Option<String>, String)> {
    match overlay {
        Overlay::Question(question) => {
            let keeps = !question.asked.is_secret() && question.asked != QuestionKind::Filter;
            let name = keeps.then(|| format!("{:?}", question.asked));
            Some((name, question.field.text().to_owned()))
        }
        _ => None,
    }
}

/// Somebody who looks on while things happen.
pub struct Witness {
    world: World,
    frameworks: Frameworks,
    way: Option<Way>,
    /// What was typed in place since the draft was opened, and when it was left.
    typed: BTreeMap<String, String>,
    /// What was cut last.
    cut: String,
    /// Whether somebody else had to do with the file before the last kill.
    taken_over: bool,
    /// Whether a field went away by itself, and nobody has acknowledged it.
    taken_away: bool,
    /// The sentences that came, each by a word of it: those that are to be had, and those that redo makes again.
    sentences: Vec<String>,
    undone: Vec<String>,
    /// How many Escs in a row were typed since one in a field.
    escs: usize,
}

impl Witness {
    pub fn new() -> Self {
        Self {
            world: World::new(),
            frameworks: Frameworks::load(Path::new("")),
            way: None,
            typed: BTreeMap::new(),
            cut: String::new(),
            taken_over: false,
            taken_away: false,
            sentences: Vec::new(),
            undone: Vec::new(),
            escs: 0,
        }
    }

    /// Lets something happen, and looks whether the laws hold.
    ///
    /// # Errors
    /// One does not, and is named.
    pub fn sees(&mut self, happening: &Happening) -> Held {
        self.taken_over = false;
        let before = shown(self.world.state());
        let draft = self.world.draft().cloned();
        let sight = self.sight();
        // What is opened over something else is opened by more than one key.
        let over = self.world.state().overlays.len();
        let at = self.world.position().filter(|_| over == 0);
        let elsewhere = self.world.is_in_another();
        let clipboard = self.world.state().clipboard.clone();
        let document = self.document();
        let memory = self.world.in_memory();
        let own = self.world.draft().is_some() && self.world.state().grid.is_none();
        let typed = self.field();
        let typed = (typed.as_str(), self.world.state().scope().takes_text());
        let secret = self.world.state().overlays.last().is_some_and(is_secret);
        match self.world.happens(happening) {
            Outcome::Nothing => return Ok(()),
            Outcome::Ended => {
                self.ended(draft.as_ref())?;
                // Whoever ends it was told.
                self.forgets(&memory, own);
                return self.sentences_are_had(happening, &document, typed);
            }
            Outcome::Happened => {}
        }
        if happening.is_kill() {
            let moved = *happening == Happening::KilledAndMoved;
            self.killed(before.as_ref(), draft.as_ref(), elsewhere, moved)?;
            // That lie neither in clear on the disk, nor sealed.
            self.forgets(&memory, own);
            return self.sentences_are_had(happening, &document, typed);
        }
        if *happening == Happening::Prose && !secret {
            self.sentences.push(self.world.mark());
        }
        if matches!(happening, Happening::Arriving | Happening::ArrivingGivenUp) {
            let mark = self.world.mark();
            let clear = self.world.in_clear(&mark);
            holds(laws::SEALED, clear.is_empty(), || format!("{clear:?}"))?;
            self.sentences.push(mark);
        }
        self.sentences_are_had(happening, &document, typed)?;
        self.cuts(happening, before.as_ref(), &clipboard);
        // Put back, it is the draft's, and whoever erases it then means it.
        let put_back = *happening == Happening::Key(Key::parse("ctrl-v").expect("a key"));
        if put_back && self.world.is_somewhere(&self.cut.clone()) {
            self.cut.clear();
        }
        let after = shown(self.world.state());
        let stays = match (&before, &after) {
            (Some(before), Some(after)) => before.name == after.name,
            _ => false,
        };
        self.letters_are_no_commands(happening, &sight)?;
        self.escs_stay_in_the_draft(happening, before.is_some(), draft.is_some())?;
        if let Some(before) = &before {
            if happening.is_key(Code::Esc) || !happening.is_by_hand() {
                self.is_as_it_was(before, after.as_ref().filter(|_| stays), happening)?;
            }
            self.taken_away |= !stays && !happening.is_by_hand();
            match (stays, before.in_place) {
                (true, _) => {}
                (false, true) => {
                    self.typed.insert(before.name.clone(), before.text.clone());
                }
                (false, false) => self.is_offered_again(before, happening)?,
            }
        }
        if let (Some(shown), Happening::Key(key), false) = (after, happening, stays) {
            // Asked for in a list that came up by itself, this one is opened by its own key.
            let lists = shown.name.starts_with("SaveAs") && *key == Key::plain(Code::Enter);
            let key = if lists { Key::char('S') } else { *key };
            let text = shown.text;
            self.way = Some(Way {
                key,
                at,
                over,
                text,
            });
        }
        self.nothing_typed_is_gone(happening)?;
        self.saves_are_true(happening)
    }

    /// After an end nobody has what was in memory only; and the steps of what is not opened again are in its journal.
    fn forgets(&mut self, memory: &str, is_open_again: bool) {
        self.sentences.retain(|mark| !memory.contains(mark));
        if !is_open_again {
            self.undone.clear();
        }
    }

    /// What is open, as it is now.
    fn document(&self) -> String {
        let state = self.world.state();
        let draft = state.editor.as_ref().map(|it| &it.assessment);
        let grid = state.grid.as_ref().map(|it| &it.inspection);
        format!("{draft:?}{grid:?}")
    }

    /// The text of the field that has the keys.
    fn field(&self) -> String {
        let state = self.world.state();
        let typing = || {
            let editor = state.editor.as_deref()?;
            editor.assessment.text(&editor.typing.as_ref()?.place)
        };
        let text = match state.overlays.last() {
            Some(overlay) => overlay.field().map(TextField::text),
            None => typing(),
        };
        text.unwrap_or_default().to_owned()
    }

    /// No sentence is lost. What a key takes out of a document undo has, and what undo takes out redo, until an edit; what a
    /// key erases letter by letter, or in the middle of a word, is meant.
    fn sentences_are_had(
        &mut self,
        happening: &Happening,
        before: &str,
        (field, takes_text): (&str, bool),
    ) -> Held {
        let is = |keys: &[&str]| {
            let mut keys = keys.iter().map(|key| Key::parse(key).expect("a key"));
            keys.any(|key| *happening == Happening::Key(key))
        };
        // Where a text is open, these are letters of it.
        let burst = matches!(happening, Happening::Undos | Happening::Redos);
        let step = burst || is(&["ctrl-z", "ctrl-y", "ctrl-r"]) || !takes_text && is(&["u", "U"]);
        let meant = is(&["backspace", "delete", "ctrl-w"])
            || matches!(happening, Happening::Key(key) if key.typed().is_some());
        let cuts = is(&["ctrl-u", "ctrl-k", "ctrl-x"]);
        let document = self.document();
        let (mut had, mut undone) = (Vec::new(), Vec::new());
        if document == before {
            // Redo leads there as it did.
            undone = std::mem::take(&mut self.undone);
        }
        let both = self.sentences.iter().chain(&self.undone).cloned();
        let gone = self.world.not_kept(both.collect());
        let all = std::mem::take(&mut self.sentences).into_iter();
        let all = all.map(|mark| (mark, false));
        let again = std::mem::take(&mut self.undone).into_iter();
        let again = again.map(|mark| (mark, true));
        for (mark, is_undone) in all.chain(again).collect::<Vec<_>>() {
            // What is taken back while nobody can look is known to be had by redo all the same.
            let unseen = step && self.world.is_out_of_sight();
            if unseen && before.contains(&mark) && !document.contains(&mark) {
                undone.push(mark);
                continue;
            }
            if !gone.contains(&mark) {
                had.push(mark);
                continue;
            }
            if is_undone && step {
                undone.push(mark);
                continue;
            }
            if before.contains(&mark) && !is_undone {
                // What it did to the document can be taken back.
                undone.extend(step.then_some(mark));
                continue;
            }
            let split = cuts && !self.world.state().clipboard.contains(&mark);
            if !is_undone && field.contains(&mark) && (meant || split) {
                continue;
            }
            // What another program takes out of a file that nobody has open is its own affair.
            if !happening.is_by_hand() && !happening.is_kill() && self.world.draft().is_none() {
                continue;
            }
            // A draft that is opened over the inspection leaves it its steps.
            let state = self.world.state();
            if is_undone && state.grid.is_some() && state.editor.is_some() {
                undone.push(mark);
                continue;
            }
            // With another document open nothing is known of the steps of that one.
            if is_undone && self.world.draft().is_none() {
                continue;
            }
            holds(laws::WORDS, false, || format!("{happening:?} lost {mark}"))?;
        }
        (self.sentences, self.undone) = (had, undone);
        Ok(())
    }

    /// Takes note of what a key cut. What a box was opened with nobody has typed.
    fn cuts(&mut self, happening: &Happening, before: Option<&Shown>, clipboard: &str) {
        let Some(before) = before else {
            return;
        };
        let is = |key: &str| *happening == Happening::Key(Key::parse(key).expect("a key"));
        let begun = self.way.as_ref().is_some_and(|way| way.text == before.text);
        let erases = ["ctrl-u", "ctrl-k", "ctrl-w"].iter().any(|key| is(key));
        let now = &self.world.state().clipboard;
        if is("ctrl-x") || erases && now != clipboard && (before.in_place || !begun) {
            self.cut.clone_from(now);
        }
    }

    fn letters_are_no_commands(&mut self, happening: &Happening, sight: &Sight) -> Held {
        let Happening::Key(key) = happening else {
            return Ok(());
        };
        if key.typed().is_some() && self.taken_away {
            let same = *sight == self.sight();
            holds(laws::LETTERS, same, || format!("{key} became a command"))?;
        }
        if [Code::Esc, Code::Enter]
            .iter()
            .any(|code| happening.is_key(*code))
        {
            self.taken_away = false;
        }
        Ok(())
    }

    fn sight(&self) -> Sight {
        let state = self.world.state();
        let editor = state.editor.as_deref();
        Sight {
            draft: self.world.draft().cloned(),
            overlays: state.overlays.len(),
            at: editor.map(|it| (it.pane, it.page, it.row)),
        }
    }

    fn escs_stay_in_the_draft(
        &mut self,
        happening: &Happening,
        in_field: bool,
        in_draft: bool,
    ) -> Held {
        self.escs = match (happening.is_key(Code::Esc), in_field, self.escs) {
            (true, true, _) => 1,
            (true, false, 1..3) => self.escs + 1,
            _ => 0,
        };
        let stays = self.escs == 0 || !in_draft || self.world.draft().is_some();
        holds(laws::ESC, stays, || format!("Esc {} did", self.escs))
    }

    /// Neither Esc nor anything that is not done by hand changes words, but for another program's.
    fn is_as_it_was(&self, before: &Shown, after: Option<&Shown>, happening: &Happening) -> Held {
        let now = match (after, before.in_place) {
            (Some(after), _) => Some(after.text.clone()),
            (None, true) => self.in_draft(&before.name),
            (None, false) => None,
        };
        if let Some(now) = now
            && !self.world.foreign
        {
            let why = || format!("{happening:?} made {now:?} of {:?}", before.text);
            holds(laws::TEXT, now == before.text, why)?;
        }
        Ok(())
    }

    fn in_draft(&self, name: &str) -> Option<String> {
        let draft = self.world.draft()?;
        let place = draft.place_of(&Address::parse(name, draft))?;
        draft.text(&place).map(str::to_owned)
    }

    /// A box that has gone had its answer taken, or offers its words when it is opened again.
    fn is_offered_again(&mut self, before: &Shown, happening: &Happening) -> Held {
        let Some(way) = self.way.clone() else {
            return Ok(());
        };
        let beneath = self.world.state().overlays.iter().filter_map(words);
        let mut beneath = beneath.map(|(_, text)| text);
        if before.text.trim().is_empty()
            || before.text == way.text
            || beneath.any(|text| text == before.text)
            // An answer is taken without the blanks around it.
            || self.world.is_somewhere(before.text.trim())
            // A figure has its name in the letters that names have.
            || before.name.ends_with("Figure") && self.world.is_somewhere(&as_name(&before.text))
        {
            return Ok(());
        }
        let state = self.world.state();
        let editor = state.editor.as_deref();
        if editor.is_some_and(|it| it.file.read_only.is_some()) {
            // Where nothing can be changed the box cannot be opened; its words wait until it can.
            return Ok(());
        }
        let grid = state.grid.as_ref().filter(|_| editor.is_none());
        if grid.is_some_and(|it| it.file.read_only.is_some()) {
            let waits = self.world.waits(&before.text);
            return holds(laws::BOX, waits, || {
                format!("{happening:?} took {before:?}")
            });
        }
        // A file has its new name in other letters.
        if before.renamed.as_ref().is_some_and(|path| !path.exists()) {
            return Ok(());
        }
        // Over another file it cannot be opened, and waits with its own.
        let over_another = |at: &Option<Position>| match at {
            Some(Position::Library(_)) => editor.is_some() || state.grid.is_some(),
            Some(Position::Inspection) => editor.is_some(),
            _ => false,
        };
        if over_another(&way.at) {
            let waits = self.world.waits(&before.text);
            return holds(laws::BOX, waits, || {
                format!("{happening:?} took {before:?}")
            });
        }
        if !happening.is_by_hand() || state.overlays.len() > way.over {
            // What came up is answered first.
            self.world.sitting().keys("<esc>");
        }
        self.opens_again(laws::BOX, &way, before, &format!("{happening:?}"))
    }

    fn opens_again(&mut self, law: &str, way: &Way, before: &Shown, what: &str) -> Held {
        self.world.sitting().send(Message::Rested);
        self.world.sitting().send(Message::Key(way.key));
        let again = shown(self.world.state());
        let offered = again.as_ref().is_some_and(|it| it.text == before.text);
        // Where somebody else has taken the draft over meanwhile, the box may have what they typed, and this waits for a
        // place.
        let joined = again.as_ref().filter(|_| self.taken_over);
        let apart = joined.is_some() && self.world.waits_for_a_place(&before.text);
        let offered = offered || apart;
        let offered = offered || self.world.sitting().screen().contains(&before.text);
        let (name, text) = (&before.name, &before.text);
        let why = || format!("{what} took {text:?} away from {name}, which now has {again:?}");
        holds(law, offered, why)?;
        self.world.sitting().keys("<esc>");
        Ok(())
    }

    /// What was typed in place since the draft was opened stands there until the typist takes it away; or what took it
    /// away has said so, and undo brings it back.
    fn nothing_typed_is_gone(&mut self, happening: &Happening) -> Held {
        let Some(draft) = self.world.draft() else {
            self.typed.clear();
            return Ok(());
        };
        let all = format!("{draft:?}");
        let stands = |text: &String| all.contains(format!("{text:?}").trim_matches('"'));
        if happening.is_by_hand() {
            self.typed.retain(|_, text| stands(text));
            return Ok(());
        }
        let gone = self.typed.values().filter(|text| !stands(text));
        for text in gone.cloned().collect::<Vec<String>>() {
            let told = !self.world.state().overlays.is_empty();
            if self.world.is_somewhere(&text) {
                continue;
            }
            let why = || format!("{happening:?} took {text:?} away");
            holds(laws::REMOVAL, told, why)?;
            self.world.sitting().keys("<esc>u");
            holds(laws::REMOVAL, self.world.is_somewhere(&text), why)?;
            self.world.sitting().keys("U");
        }
        Ok(())
    }

    fn saves_are_true(&mut self, happening: &Happening) -> Held {
        let overlays = &self.world.state().overlays;
        // What lies over the draft has the keys.
        let covered = !overlays.is_empty();
        let asks = overlays.iter().any(|it| !matches!(it, Overlay::Page(_)));
        if asks || self.world.draft().is_none() {
            self.world.gone = false;
        }
        let path = self.world.path();
        let anew = self.world.gone && path.exists();
        holds(laws::ANEW, !anew, || format!("{happening:?} did"))?;
        let key = Key::parse("ctrl-s").expect("a key");
        let saves = *happening == Happening::Key(key) && !self.world.is_stalled();
        let editor = self.world.state().editor.as_deref();
        // Whoever only reads saves nothing, and says so.
        let saved = editor.filter(|it| {
            it.file.read_only.is_none() && !it.file.is_unsaved() && it.file.path == path
        });
        if let Some(editor) = saved
            && saves
            && !covered
        {
            let draft = editor.assessment.clone();
            self.is_in_file(&draft)?;
        }
        Ok(())
    }

    fn is_in_file(&mut self, draft: &Assessment) -> Held {
        let text = self.world.text().unwrap_or_default();
        let screen = self.world.sitting().screen();
        let read = |text: &str| {
            let read = format::read("draft.toml", text, &|id| self.frameworks.get(id));
            read.ok().map(|read| read.assessment)
        };
        holds(laws::SAVE, read(&text).as_ref() == Some(draft), || {
            format!("the file is\n{text}\nand the screen\n{screen}")
        })?;
        if !self.world.foreign && text != DRAFT {
            let undone = read(DRAFT).as_ref() == Some(draft);
            holds(laws::BYTES, !undone, || text.clone())?;
        }
        Ok(())
    }

    /// The program has ended, and is started again.
    fn ended(&mut self, draft: Option<&Assessment>) -> Held {
        let path = self.world.path();
        let editor = self.world.state().editor.as_deref();
        let saved = editor.filter(|it| !it.file.is_unsaved() && it.file.path == path);
        if let Some(editor) = saved.filter(|_| !self.world.is_stalled()) {
            let draft = editor.assessment.clone();
            self.is_in_file(&draft)?;
        }
        let changed = self.world.is_changed_elsewhere();
        self.sits_down_again();
        if let (Some(draft), false) = (draft, changed) {
            let same = self.world.draft() == Some(draft);
            holds(laws::KILL, same, || "the end changed the draft".to_owned())?;
        }
        Ok(())
    }

    fn sits_down_again(&mut self) {
        self.world.sits_down_again();
        self.taken_away = false;
        self.escs = 0;
        self.typed.clear();
        self.way = None;
    }

    /// After a kill the draft is as it was on the screen, and a box offers its words.
    fn killed(
        &mut self,
        before: Option<&Shown>,
        draft: Option<&Assessment>,
        elsewhere: bool,
        moved: bool,
    ) -> Held {
        let changed = self.world.was_changed_elsewhere;
        self.taken_over = changed;
        let way = self.way.clone();
        self.sits_down_again();
        if elsewhere {
            // It is met when that draft is opened.
            return Ok(());
        }
        let cut = std::mem::take(&mut self.cut);
        let kept = cut.is_empty()
            || self.world.waits(&cut)
            || self.world.waits_for_a_place(&cut)
            || self.world.is_somewhere(&cut);
        holds(laws::CUT, kept, || format!("{cut:?} does not"))?;
        if let (Some(draft), false) = (draft, changed) {
            let same = self.world.draft() == Some(draft);
            holds(laws::KILL, same, || "a kill changed the draft".to_owned())?;
        }
        let (Some(before), Some(way)) = (before, way) else {
            return Ok(());
        };
        // There the draft has another name now.
        if moved && !matches!(way.at, Some(Position::Draft(..))) {
            return Ok(());
        }
        if before.in_place {
            let kept = self.world.is_somewhere(&before.text);
            holds(laws::KILL, kept, || {
                format!("a kill took {:?} away", before.text)
            })?;
        } else if before.text != way.text && !self.world.foreign && self.world.goes(way.at.clone())
        {
            self.opens_again(laws::KILL, &way, before, "a kill")?;
        }
        Ok(())
    }
}

/// Words as the name of a figure: small letters, digits and hyphens.
fn as_name(words: &str) -> String {
    let words = words.to_lowercase();
    let words = words.split(|sign: char| !sign.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}
