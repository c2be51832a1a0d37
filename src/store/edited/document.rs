//! The content of a file that is edited: a draft, or an inspection.

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::assessment::{Assessment, Editable, Framework, Inspection, Judgment};
use crate::store::format::{self, FrameworkMissing, Refused, RemovedText, Unwritable};
use crate::store::frameworks::Frameworks;
use crate::store::journal::JournalEdit;

/// A document as it was read.
#[derive(Clone, Debug)]
pub struct ReadDocument<D: FileDocument> {
    /// The content.
    pub document: D,
    /// The context that it is read and written with.
    pub context: D::Context,
    /// The reason why it cannot be changed, where it cannot.
    pub read_only: Option<String>,
}

/// A document that has a file of its own: how it is read, and how it is spelt there.
pub trait FileDocument: Editable<Edit: JournalEdit> {
    /// The context that it is read and written with: a draft's framework.
    type Context: Clone + Debug;

    /// The noun for it in messages.
    const NAME: &'static str;

    /// Reads it. `name` is the file as messages call it.
    ///
    /// # Errors
    /// What is wrong with the text.
    fn read(name: &str, text: &str, frameworks: &Frameworks)
    -> Result<ReadDocument<Self>, Refused>;

    /// Reads it once more in the context that it had; `None` where it does not fit it any more.
    fn read_again(name: &str, text: &str, context: &Self::Context) -> Option<Self>;

    /// Returns the context that it is to be saved in as it stands now, where that is to be had.
    fn context(&self, frameworks: &Frameworks) -> Option<Self::Context>;

    /// Returns its text, made of the text of `before` by changing no more than must be.
    ///
    /// # Errors
    /// No such text was found.
    fn patched(
        &self,
        base: &str,
        before: &Self,
        context: &Self::Context,
        removed: &mut RemovedText,
    ) -> Result<String, Unwritable>;

    /// Returns its text for a new file.
    fn fresh(&self, context: &Self::Context) -> String;

    /// Returns a number by which what it says in a file is known again; another document may have the same.
    fn fingerprint(&self) -> u64;

    /// Gives it another identity.
    fn set_id(&mut self, id: String);
}

impl FileDocument for Assessment {
    type Context = Arc<Framework>;

    const NAME: &'static str = "draft";

    fn read(
        name: &str,
        text: &str,
        frameworks: &Frameworks,
    ) -> Result<ReadDocument<Self>, Refused> {
        let draft = format::read(name, text, &|id| frameworks.get(id))?;
        Ok(ReadDocument {
            document: draft.assessment,
            context: draft.framework,
            read_only: draft.read_only,
        })
    }

    fn read_again(name: &str, text: &str, known: &Arc<Framework>) -> Option<Self> {
        let draft = format::read(name, text, &|id| match id == known.id {
            true => Ok(Arc::clone(known)),
            false => Err(FrameworkMissing::Unknown { known: Vec::new() }),
        });
        Some(draft.ok()?.assessment)
    }

    fn context(&self, frameworks: &Frameworks) -> Option<Arc<Framework>> {
        frameworks.get(&self.head.framework).ok()
    }

    fn patched(
        &self,
        base: &str,
        before: &Self,
        framework: &Arc<Framework>,
        removed: &mut RemovedText,
    ) -> Result<String, Unwritable> {
        format::save(base, before, self, framework, removed)
    }

    fn fresh(&self, framework: &Arc<Framework>) -> String {
        format::fresh(self, framework)
    }

    fn fingerprint(&self) -> u64 {
        let mut written = self.clone();
        // A judgment that says nothing stands in no file.
        written
            .grades
            .retain(|_, judgment| *judgment != Judgment::default());
        fingerprint(&written)
    }

    fn set_id(&mut self, id: String) {
        self.head.id = id;
    }
}

impl FileDocument for Inspection {
    type Context = ();

    const NAME: &'static str = "inspection";

    fn read(name: &str, text: &str, _: &Frameworks) -> Result<ReadDocument<Self>, Refused> {
        let read = format::read_inspection(name, text)?;
        Ok(ReadDocument {
            document: read.inspection,
            context: (),
            read_only: read.read_only,
        })
    }

    fn read_again(name: &str, text: &str, (): &()) -> Option<Self> {
        Some(format::read_inspection(name, text).ok()?.inspection)
    }

    fn context(&self, _: &Frameworks) -> Option<()> {
        Some(())
    }

    fn patched(
        &self,
        base: &str,
        before: &Self,
        (): &(),
        removed: &mut RemovedText,
    ) -> Result<String, Unwritable> {
        format::save_inspection(base, before, self, removed)
    }

    fn fresh(&self, (): &()) -> String {
        format::fresh_inspection(self)
    }

    fn fingerprint(&self) -> u64 {
        fingerprint(self)
    }

    fn set_id(&mut self, id: String) {
        self.id = id;
    }
}

fn fingerprint(document: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    document.hash(&mut hasher);
    hasher.finish()
}
