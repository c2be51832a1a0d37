//! The noun of a body in words that a framework says of any body.

use super::framework::Framework;

impl Framework {
    /// Returns a question, or a prompt, as it is asked of a body of this noun: a framework asks of "the force", and of a
    /// constabulary it asks of "the constabulary".
    pub fn asked_of(&self, noun: &str, words: &str) -> String {
        let (own, noun) = (self.noun.trim(), noun.trim());
        if own.is_empty() || noun.is_empty() || own == noun {
            return words.to_owned();
        }
        let mut asked = String::with_capacity(words.len());
        let mut rest = words;
        while let Some((before, behind)) = rest.split_once(own) {
            asked.push_str(before);
            let is_body = (before.ends_with("the ") || before.ends_with("The "))
                && !behind.starts_with(char::is_alphanumeric);
            asked.push_str(if is_body { noun } else { own });
            rest = behind;
        }
        asked.push_str(rest);
        asked
    }
}

#[cfg(test)]
mod tests {
    use crate::assessment::Framework;

    #[test]
    fn a_body_is_asked_about_by_its_own_noun_and_nothing_else_is_changed() {
        let framework = Framework {
            noun: "force".to_owned(),
            ..Framework::default()
        };
        for (words, asked) in [
            (
                "How good is the force at it?",
                "How good is the constabulary at it?",
            ),
            (
                "Use of force: does the force know the forces' rules?",
                "Use of force: does the constabulary know the forces' rules?",
            ),
            ("The force's own times", "The constabulary's own times"),
            ("the task force", "the task force"),
        ] {
            assert_eq!(framework.asked_of("constabulary", words), asked);
            assert_eq!(framework.asked_of("force", words), words);
            assert_eq!(framework.asked_of("", words), words);
        }
    }
}
