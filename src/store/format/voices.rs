//! Reading what voices and frames are made of, and the frames that frameworks have in common.

use std::sync::OnceLock;

use toml_edit::Item;

use super::near::one_of;
use super::problem::shown;
use super::reader::{Node, TomlReader};
use super::source::parse_known;
use crate::assessment::{Frame, Framework, Person, Tone};

/// The frames that a framework has besides its own where it says `common-frames = true`.
pub(super) const COMMON_FRAMES: &str = include_str!("../../../assets/frames.toml");

impl TomlReader<'_> {
    /// Reads words that are used in turn, `None` where they are left out: one text, or a list of them.
    pub(super) fn given_in_turn(&mut self, node: &Node<'_>, key: &str) -> Option<Vec<String>> {
        match node.table.get(key).and_then(Item::as_str) {
            Some(_) => {
                let one = self.given(node, key)?;
                Some(vec![one].into_iter().filter(|it| !it.is_empty()).collect())
            }
            None => node.table.contains_key(key).then(|| self.texts(node, key)),
        }
    }

    /// Reads words that are used in turn; none where they are left out.
    pub(super) fn in_turn(&mut self, node: &Node<'_>, key: &str) -> Vec<String> {
        self.given_in_turn(node, key).unwrap_or_default()
    }

    /// Reads who speaks, `None` where it is left out.
    pub(super) fn given_speaker(&mut self, node: &Node<'_>, key: &str) -> Option<Person> {
        let word = self.one_of_these(node, key, Person::WORDS)?;
        Person::from_word(&word)
    }

    /// Reads who speaks; the inspector where it is left out.
    pub(super) fn speaker(&mut self, node: &Node<'_>, key: &str) -> Person {
        self.given_speaker(node, key).unwrap_or_default()
    }

    /// Reads a tone, `None` where it is left out.
    pub(super) fn tone(&mut self, node: &Node<'_>, key: &str) -> Option<Tone> {
        let word = self.one_of_these(node, key, Tone::WORDS)?;
        Tone::from_word(&word)
    }

    /// Reads a word that must be one of these.
    fn one_of_these(
        &mut self,
        node: &Node<'_>,
        key: &str,
        known: &'static [&'static str],
    ) -> Option<String> {
        let word = self.given(node, key)?;
        if !known.contains(&word.as_str()) {
            let what = format!("\"{key}\" cannot be \"{}\"", shown(&word));
            self.problem(node.at(key), what, one_of(&word, known.iter().copied()));
        }
        Some(word)
    }

    /// Adds the frames that frameworks have in common, where the file asks for them. One of its own of the same id
    /// takes the place of the common one.
    pub(super) fn add_common_frames(&mut self, root: &Node<'_>, framework: &mut Framework) {
        if !self.flag_or_false(root, "common-frames") {
            return;
        }
        let own = framework.frames.len();
        for frame in common_frames() {
            let own = framework.frames.get(..own).unwrap_or_default();
            if own.iter().all(|other| other.id != frame.id) {
                framework.frames.push(frame.clone());
            }
        }
    }
}

/// Returns the frames that frameworks have in common.
pub fn common_frames() -> &'static [Frame] {
    static FRAMES: OnceLock<Vec<Frame>> = OnceLock::new();
    FRAMES.get_or_init(|| {
        let document = parse_known(COMMON_FRAMES);
        let document = document.as_ref().map(|document| document.as_table());
        document.map_or_else(Vec::new, |table| {
            let root = Node::root("the frames", table);
            TomlReader::new(COMMON_FRAMES).file_of_frames(&root).frames
        })
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::super::framework;
    use super::*;

    #[test]
    fn the_common_frames_are_held_to_all_that_a_framework_is() {
        let skeleton = include_str!("../../../assets/skeleton.toml");
        let own = skeleton.split("[[frames]]").next().unwrap();
        let text = format!("{own}\n{COMMON_FRAMES}").replace("common-frames = true", "");
        let read = framework::read("frames", &text).unwrap_or_else(|refused| panic!("{refused}"));
        assert_eq!(read.frames, common_frames());
    }

    #[test]
    fn what_the_page_on_voices_shows_can_be_written_into_a_framework() {
        let page = include_str!("../../../assets/frameworks/VOICES.md");
        let blocks = page.split("```toml\n").skip(1);
        let blocks: Vec<&str> = blocks.filter_map(|it| it.split("```").next()).collect();
        assert_eq!(blocks.len(), 5);
        for block in blocks {
            let own = format!("{}\n{block}", include_str!("../../../assets/skeleton.toml"));
            framework::read("own", &own).unwrap_or_else(|refused| panic!("{refused}"));
        }
    }

    #[test]
    fn a_frame_of_a_framework_s_own_takes_the_place_of_the_common_one() {
        let skeleton = include_str!("../../../assets/skeleton.toml");
        let read = framework::read("own", skeleton).unwrap_or_else(|refused| panic!("{refused}"));
        let id = common_frames()
            .first()
            .map(|frame| frame.id.clone())
            .unwrap();
        let own = skeleton.replace(
            "[[frames]]",
            &format!("[[frames]]\nid = \"{id}\"\nwords = \"Well: {{clause}}\"\n\n[[frames]]"),
        );
        let (before, after) = own.split_once("[[frames]]").unwrap();
        let (mine, _) = after.split_once("[[frames]]").unwrap();
        let own = format!("{before}[[frames]]{mine}");
        let own = framework::read("own", &own).unwrap_or_else(|refused| panic!("{refused}"));
        assert_eq!(own.frame(&id).unwrap().words, "Well: {clause}");
        assert!(read.frames.len() >= common_frames().len());
        assert!(own.frames.iter().filter(|frame| frame.id == id).count() == 1);
    }
}
