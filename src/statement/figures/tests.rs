use super::*;

fn say(value: &str, unit: &str) -> String {
    spoken(&Figure {
        value: value.into(),
        unit: unit.into(),
        ..Figure::default()
    })
}

#[test]
fn whole_numbers_have_words_to_ten_and_digits_from_eleven() {
    assert_eq!(say("0", ""), "zero");
    assert_eq!(say("10", "days"), "ten days");
    assert_eq!(say("11", "days"), "11 days");
    assert_eq!(say("50000", ""), "50,000");
    assert_eq!(say("1234567", ""), "1,234,567");
}

#[test]
fn decimals_and_negatives_keep_the_digits_as_typed() {
    assert_eq!(say("10.30", ""), "10.30");
    assert_eq!(say("4321.5", "hours"), "4,321.5 hours");
    assert_eq!(say("-3", ""), "-3");
}

#[test]
fn percentages_and_money_are_always_digits() {
    assert_eq!(say("9", "%"), "9 percent");
    assert_eq!(say("10", "percent"), "10 percent");
    assert_eq!(say("3200", "£"), "£3,200");
    assert_eq!(say("3.2", "£m"), "£3.2 million");
    assert_eq!(say("1.1", "billion pounds"), "£1.1 billion");
}

fn part_of(value: &str, whole: &str) -> Vec<(&'static str, String)> {
    let figure = Figure {
        value: value.into(),
        of: whole.into(),
        ..Figure::default()
    };
    forms(&Assessment::default(), &figure)
}

#[test]
fn a_part_is_spoken_in_numbers_in_percent_and_as_one_in_so_many() {
    let said = |value, whole| {
        let forms = part_of(value, whole);
        let said: Vec<String> = forms.into_iter().map(|(_, said)| said).collect();
        said.join(" | ")
    };
    assert_eq!(said("52", "506"), "52 of 506 | 10.3 percent | one in ten");
    assert_eq!(said("3", "4"), "3 of 4 | 75 percent | three in four");
    assert_eq!(
        said("1200", "24000"),
        "1,200 of 24,000 | 5 percent | one in 20"
    );
    assert_eq!(said("0", "20"), "0 of 20 | 0 percent");
    assert_eq!(said("20", "20"), "20 of 20 | 100 percent");
    assert_eq!(said("21", "20"), "21 of 20", "check tells of it");
    assert_eq!(said("many", "20"), "");
}

#[test]
fn what_is_no_number_is_spoken_as_typed() {
    assert_eq!(say("about half", ""), "about half");
    assert_eq!(say("007", ""), "007");
    assert_eq!(say("1.2.3", ""), "1.2.3");
    assert_eq!(say(" ", "days"), MISSING);
}
