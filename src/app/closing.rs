//! Closing a file, and what is to be known of those that were left unsaved.

use super::effect::Effect;
use super::file::FileState;
use super::state::State;

impl State {
    /// Returns what is to be known of files that are left unsaved: those that are open, and those that were let go.
    pub fn left_unsaved(&self) -> Vec<String> {
        let open = self.files().filter_map(FileState::left_unsaved);
        let closed = open.chain(self.let_go.values().cloned());
        closed.chain(self.left_arriving_told(None)).collect()
    }

    /// Closes the file that lies on top, saving it first.
    pub(super) fn close_file(&mut self) -> Vec<Effect> {
        if let Some(editor) = &mut self.editor {
            editor.stop_typing();
        }
        let top_file = self.top_file();
        let again = self.file(top_file).is_some_and(|file| file.is_held_open());
        let mut effects = self.save_asked();
        match self.file(top_file).is_some_and(|file| file.is_saving()) {
            true => self.exit.close(again),
            false => effects.extend(self.close_top()),
        }
        effects
    }

    /// Lets go of the file that lies on top: what it lay over is shown as it is now.
    pub(super) fn close_top(&mut self) -> Vec<Effect> {
        self.exit.closed();
        // What was told of it is no news of the library; what went wrong stays told.
        self.status.take_if(|status| !status.bad);
        let top_file = self.top_file();
        let unsaved = self.file(top_file).and_then(|file| {
            let words = file.left_unsaved()?;
            Some((file.path.clone(), words))
        });
        self.let_go.extend(unsaved);
        let left = self.editor.as_ref().and_then(|editor| {
            self.trail.leave(editor);
            editor.keep_place()
        });
        // The cursor of the library is on what was open last.
        if let Some(path) = self.file(top_file).map(|file| file.path.clone()) {
            self.library.seek(path);
        }
        let next = match self.editor.take() {
            Some(_) => match &mut self.grid {
                Some(grid) => grid.read_opened(),
                None => Some(Effect::List),
            },
            None => {
                self.grid = None;
                self.target = None;
                Some(Effect::List)
            }
        };
        let other = self.trail.destination();
        left.into_iter()
            .chain(std::iter::once(Effect::Close(top_file)))
            .chain(next)
            .chain(other.map(|path| Effect::Open(path.to_owned())))
            .collect()
    }
}
