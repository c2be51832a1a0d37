//! stub
/// stub
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// x
    pub at: usize,
    /// x
    pub removed: String,
    /// x
    pub inserted: String,
}
impl Splice {
    /// x
    pub fn inverse(&self) -> Self {
        Self {
            at: self.at,
            removed: self.inserted.clone(),
            inserted: self.removed.clone(),
        }
    }
    /// x
    pub fn apply(&self, t: &mut String) -> Result<(), ()> {
        if t.get(self.at..self.at + self.removed.len()) != Some(&self.removed) {
            return Err(());
        }
        t.replace_range(self.at..self.at + self.removed.len(), &self.inserted);
        Ok(())
    }
}
