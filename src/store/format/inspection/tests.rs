#![allow(clippy::unwrap_used)]
use super::*;

const TEXT: &str = "# Ours, with care.\nformat = 1\nid = \"coast\" # never change\ntitle = \"The coast\"\nmine = 7\n\n# Both of them.\ndrafts = [\n    \"a.toml\", # the first\n    # the second came late\n    \"north/b.toml\",\n]\n";

fn read(text: &str) -> Result<Inspection, String> {
    let read = read_inspection("i.toml", text);
    read.map(|read| read.inspection).map_err(|e| e.to_string())
}

fn saved(text: &str, change: impl Fn(&mut Inspection)) -> String {
    let before = read(text).unwrap();
    let mut after = before.clone();
    change(&mut after);
    let text = save_inspection(text, &before, &after, &mut RemovedText::default()).unwrap();
    assert_eq!(read(&text).unwrap(), after);
    text
}

#[test]
fn an_edit_keeps_every_comment_and_key_of_the_author() {
    let added = saved(TEXT, |it| it.drafts.push("c.toml".into()));
    let wanted = TEXT.replace("b.toml\",\n", "b.toml\",\n    \"c.toml\",\n");
    assert_eq!(added, wanted);
    let removed = saved(TEXT, |it| {
        it.drafts.remove(0);
    });
    assert!(removed.contains("# the second came late\n    \"north/b.toml\",\n]"));
    assert!(removed.contains("# Both of them.") && removed.contains("mine = 7"));
    let dated = saved(TEXT, |it| it.published = "2023-05-19".into());
    let wanted = TEXT.replace("coast\"\nmine", "coast\"\npublished = 2023-05-19\nmine");
    assert_eq!(dated, wanted);
}

#[test]
fn an_inspection_without_drafts_is_still_one() {
    let empty = saved(TEXT, |it| it.drafts.clear());
    assert!(read(&empty).unwrap().drafts.is_empty(), "{empty}");
    let fresh = fresh_inspection(&Inspection {
        id: "i".into(),
        title: "\u{1b}[2J".into(),
        ..Inspection::default()
    });
    assert!(fresh.contains("drafts = []\n") && fresh.contains("\\u001B"));
    saved(&fresh, |it| it.drafts = vec!["a.toml".into()]);
}

#[test]
fn what_is_wrong_is_reported_with_its_place() {
    for (text, message) in [
        ("id = \"i\"\ndrafts = []", "1:1: the file has no \"format\""),
        ("format = 1\ndrafts = []", "has no \"id\""),
        ("format = 1\nid = \"i\"", "1:1: the file has no \"drafts\""),
        (
            "format = 1\nid = \"i\"\ndrafts = [1]",
            "3:10: \"drafts\" is a list",
        ),
        (
            "format = 1\nid = \"i\"\ndrafts = 'a'",
            "3:10: \"drafts\" is a text",
        ),
        (
            "format = 1\nid = \"i\"\ndrafts = [\"a\", \"./a\"]",
            "3:16: \"./a\" is named twice",
        ),
        (
            "format = 1\nid = \"i\"\npublished = 2023\ndrafts = []",
            "3:13: \"published\" is a number; write a day as 2023-05-19",
        ),
    ] {
        let wrong = read(text).unwrap_err();
        assert!(wrong.contains(message), "{wrong}");
    }
}

#[test]
fn no_path_leads_out_of_the_inspections_folder() {
    for path in [
        "../a.toml",
        "b/../../a.toml",
        "/etc/passwd",
        "C:/a.toml",
        "..\\\\a.toml",
        "a\\u0000.toml",
        "",
        " ",
    ] {
        for format in [1, 2] {
            let text = format!("format = {format}\nid = \"i\"\ndrafts = [\"{path}\"]");
            let wrong = read(&text).unwrap_err();
            assert!(wrong.starts_with("i.toml:3:11: "), "{path}: {wrong}");
        }
    }
    let good = "format = 1\nid = \"i\"\ndrafts = [\"a/b.toml\", \"..a.toml\", \"./c.toml\"]";
    assert_eq!(read(good).unwrap().drafts.len(), 3);
    let many = format!(
        "format = 1\nid = \"i\"\ndrafts = [{}]",
        "\"a\",".repeat(10_001)
    );
    let wrong = read(&many).unwrap_err();
    assert!(wrong.contains("3:10: \"drafts\" names 10001"), "{wrong}");
}

#[test]
fn an_inspection_of_a_newer_assay_is_read_and_not_changed() {
    let newer = TEXT.replace("format = 1", "format = 2");
    let read = read_inspection("i.toml", &newer).unwrap();
    assert!(read.read_only.is_some_and(|why| why.contains("format 2")));
    assert_eq!(read.inspection.drafts.len(), 2);
}
