//! THE rule table. The problems, their weights, `assay check --rules` and the settings are made from it; a rule stands
//! nowhere else. Its rows stand in two files: those about what is recorded, and those about what is said.

mod record;
mod words;

use super::family::rules;
use record::rules_of_the_record;
use words::and_rules_of_the_words;

rules_of_the_record!(and_rules_of_the_words);

#[cfg(test)]
mod tests;
