#![allow(clippy::unwrap_used)]
use super::*;
use crate::store::format::source::parse;

/// Returns each way to go deep, this many levels.
fn deep(levels: usize) -> [String; 9] {
    let dots = |many: usize| vec!["a"; many].join(".");
    let half = levels / 2;
    [
        format!("a = {}{}", "[".repeat(levels), "]".repeat(levels)),
        format!("a = {}1{}", "{a = ".repeat(levels), "}".repeat(levels)),
        format!("a = {}1{}", "[{a = ".repeat(half), "}]".repeat(half)),
        format!("{} = 1", dots(levels)),
        format!("[{}]", dots(levels)),
        format!("[[{}]]", dots(levels)),
        format!("[{}]\n{} = 1", dots(half), dots(levels - half)),
        format!("a = {{ {} = [{{ {} = 1 }}] }}", dots(half), dots(half)),
        "[".repeat(levels),
    ]
}

#[test]
fn however_deep_a_file_is_it_is_refused_on_the_smallest_stack() {
    let small = std::thread::Builder::new().stack_size(192 * 1024);
    let done = small.spawn(|| {
        for text in [100, 2_000, 100_000].into_iter().flat_map(deep) {
            let message = parse("d.toml", &text, MAX_ITEMS).unwrap_err().to_string();
            assert!(message.contains("too deeply; 32 levels"), "{message}");
        }
        for text in deep(MAX_DEPTH - 4).iter().take(8) {
            parse("d.toml", text, MAX_ITEMS).unwrap();
        }
    });
    done.unwrap().join().unwrap();
}

#[test]
fn what_stands_in_texts_and_comments_is_not_deep() {
    let many = "[{.".repeat(100);
    let text = format!(
        "a = \"{many}\" # {many}\nb = '{many}'\nc = \"\"\"{many}\n\\\"{many}\"\"\"\nd = '''{many}\n'''\n"
    );
    assert_eq!(headers(&text).err(), None);
    let wide = format!("a = [{}]\n", "[1.5], {b.c = 1}, ".repeat(500));
    assert_eq!(headers(&wide.repeat(50)).err(), None);
}

#[test]
fn a_list_without_end_is_refused_at_its_place() {
    for (text, place) in [
        (format!("x = 1\na = [{}]", "1,".repeat(11)), "2:5"),
        (format!("x = 1\n{}", "[[a]]\n".repeat(11)), "2:1"),
        (format!("[a]\nb = {{ c = [{}] }}", "{},".repeat(11)), "2:11"),
        ((0..11).map(|n| format!("k{n} = 1\n")).collect(), "1:1"),
    ] {
        let message = parse("d.toml", &text, 10).unwrap_err().to_string();
        assert!(
            message.starts_with(&format!("d.toml:{place}: ")),
            "{message}"
        );
        assert!(
            message.contains("holds 11 items; 10 are the most"),
            "{message}"
        );
        parse("d.toml", &text, 11).unwrap();
    }
}
