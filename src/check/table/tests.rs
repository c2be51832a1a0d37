use super::*;

#[test]
fn every_rule_has_a_name_of_its_own_and_says_what_it_is_for() {
    let mut names = std::collections::BTreeSet::new();
    for rule in Rule::ALL {
        let entry = rule.entry();
        assert!(names.insert(entry.id), "{} stands twice", entry.id);
        assert_eq!(Rule::from_id(entry.id), Some(*rule));
        let slug = |sign: char| sign.is_ascii_lowercase() || sign == '-';
        assert!(entry.id.chars().all(slug), "{}", entry.id);
        assert!(
            entry.seeks.ends_with('.') && entry.why.ends_with(['.', '?']),
            "{}",
            entry.id
        );
    }
}
