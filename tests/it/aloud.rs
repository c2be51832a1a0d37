//! The statement alone, to be read aloud by a clock that the test gives.

use assay::app::Message;

use crate::support::sitting::Sitting;
use crate::support::snapshots::snapshot;

const EXAMPLE: &str = include_str!("../../assets/examples/annual.toml");

/// Lets seconds go by at the loop.
fn pass(sitting: &mut Sitting, seconds: u64) {
    sitting.send(Message::Tick(seconds * 1000));
}

fn head(sitting: &Sitting) -> String {
    let screen = sitting.screen();
    screen.lines().next().unwrap_or_default().trim().to_owned()
}

/// The sentence that is due.
fn due(sitting: &Sitting) -> String {
    let reading = sitting.state.read_aloud().expect("it is read aloud");
    let at = reading.due().expect("something is spoken").at;
    let document = sitting.editor().document();
    document.paragraphs[at.0].sentences[at.1].text.to_string()
}

/// The row of the screen on which the sentence begins that is due.
fn due_row(sitting: &Sitting) -> usize {
    let screen = sitting.screen();
    let mut rows = screen.lines();
    rows.position(|row| row.contains('▌')).expect("it is lit")
}

/// The seconds that are left, by the statement's words.
fn left(sitting: &Sitting) -> u64 {
    sitting.state.read_aloud().expect("it is read aloud").left()
}

#[test]
fn the_page_stands_alone_and_follows_the_clock_at_every_size() {
    for (width, height) in [(120, 40), (40, 12)] {
        let mut sitting = Sitting::at(width, height, EXAMPLE);
        sitting.keys("s");
        let name = format!("the statement alone before it is read, {width} by {height}");
        snapshot("aloud", &name, &sitting.styled());
        sitting.keys("<space>");
        pass(&mut sitting, 60);
        let name = format!("the statement alone after a minute, {width} by {height}");
        snapshot("aloud", &name, &sitting.styled());
    }
}

#[test]
fn time_goes_by_only_while_the_clock_runs_and_nothing_waits_for_it_else() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    assert!(!sitting.state.wants_tick());
    sitting.keys("s");
    assert!(!sitting.state.wants_tick());
    let whole = left(&sitting);
    let measured = sitting.editor().document().measures().seconds_aloud;
    assert_eq!(whole, measured as u64);
    pass(&mut sitting, 10);
    assert!(head(&sitting).starts_with("· 0:00 elapsed"));

    sitting.keys("<space>");
    assert!(sitting.state.wants_tick());
    for _ in 0..65 {
        pass(&mut sitting, 1);
    }
    assert!(head(&sitting).starts_with("▸ 1:05 elapsed"));
    assert_eq!(left(&sitting), whole - 65);
    // What lies over it stops no clock.
    sitting.keys("?");
    assert!(sitting.state.wants_tick());
    pass(&mut sitting, 1);
    sitting.keys("<esc><space>");
    assert!(head(&sitting).starts_with("· 1:06 elapsed"));
    assert!(!sitting.state.wants_tick());

    sitting.keys("<space>");
    assert!(sitting.state.wants_tick());
    sitting.keys("<esc>");
    assert!(!sitting.state.wants_tick());
    assert!(sitting.state.read_aloud().is_none());
}

#[test]
fn each_sentence_is_due_in_its_turn_and_stays_in_the_upper_third() {
    for (width, height) in [(120, 40), (80, 24), (40, 12)] {
        let mut sitting = Sitting::at(width, height, EXAMPLE);
        sitting.keys("s<space>");
        let (whole, mut met) = (left(&sitting), vec![due(&sitting)]);
        for _ in 0..whole + 30 {
            pass(&mut sitting, 1);
            let now = due(&sitting);
            if met.last() != Some(&now) {
                met.push(now);
            }
            assert!(due_row(&sitting) <= usize::from(height) / 3 + 2);
        }
        let document = sitting.editor().document();
        let spoken = document.paragraphs.iter().skip(1);
        let spoken = spoken.flat_map(|paragraph| &paragraph.sentences);
        let spoken: Vec<_> = spoken.map(|it| it.text.to_string()).collect();
        // A sentence of fewer words than are read in a second is met and gone between two ticks.
        let long = |text: &&String| text.split_whitespace().count() > 4;
        assert_eq!(
            met.iter().filter(long).collect::<Vec<_>>(),
            spoken.iter().filter(long).collect::<Vec<_>>()
        );
        assert_eq!(left(&sitting), 0);
        assert!(sitting.state.wants_tick(), "whoever is slower reads on");
    }
}

#[test]
fn the_pace_changes_what_is_left_and_is_the_same_the_next_time() {
    let mut sitting = Sitting::at(120, 40, EXAMPLE);
    sitting.keys("s");
    let (before, words) = (left(&sitting), sitting.editor().document().measures().words);
    sitting.keys("++");
    assert!(head(&sitting).contains("150 words a minute"));
    assert_eq!(left(&sitting), (words * 60).div_ceil(150) as u64);
    sitting.keys("<esc>s---");
    assert!(head(&sitting).contains("135 words a minute"));
    assert!(left(&sitting) > before);
    sitting.keys(&"-".repeat(99));
    assert!(head(&sitting).contains(" 60 words a minute"));
    sitting.keys(&"+".repeat(99));
    assert!(head(&sitting).contains("300 words a minute"));
}

#[test]
fn a_reader_goes_on_from_where_the_page_was_scrolled_to() {
    let mut sitting = Sitting::at(40, 12, EXAMPLE);
    sitting.keys("s");
    let (first, whole) = (due(&sitting), left(&sitting));
    sitting.keys("<down>");
    let second = due(&sitting);
    assert_ne!(first, second);
    sitting.keys("<up>");
    assert_eq!(due(&sitting), first);
    sitting.keys("<pagedown><pagedown>");
    let paragraph = due(&sitting);
    assert!(left(&sitting) < whole);
    sitting.keys("<down><pageup>");
    assert_eq!(due(&sitting), paragraph);
    sitting.keys("<pageup>");
    assert_ne!(due(&sitting), paragraph);
    sitting.keys("<pagedown>");
    assert_eq!(due(&sitting), paragraph);
    sitting.keys("<end><down>");
    let last = due(&sitting);
    assert!(sitting.statement().trim_end().ends_with(&last));
    sitting.keys("<home><up>");
    assert_eq!((due(&sitting), left(&sitting)), (first, whole));
}

#[test]
fn a_sentence_that_is_longer_than_the_window_is_scrolled_through_to_its_last_word() {
    let words: Vec<String> = (0..120).map(|nth| format!("word{nth}")).collect();
    let long = format!("text = \"The constabulary knows {}.\"", words.join(" "));
    let draft = EXAMPLE.replacen(
        "text = \"The panel's advice is changing how new officers are taught.\"",
        &long,
        1,
    );
    assert_ne!(draft, EXAMPLE);
    let mut sitting = Sitting::at(40, 12, &draft);
    sitting.keys("s");
    while !due(&sitting).contains("word0 ") {
        sitting.keys("<down>");
    }
    let (mut seen, mut steps) = (sitting.screen(), 0);
    while due(&sitting).contains("word0 ") {
        sitting.keys("<down>");
        seen.push_str(&sitting.screen());
        steps += 1;
    }
    assert!(steps > 2, "{steps} steps");
    for word in &words {
        assert!(
            seen.contains(&format!("{word} "))
                || seen.contains(&format!("{word}."))
                || seen.contains(&format!("{word}\n")),
            "{word}"
        );
    }
    // Back to its beginning.
    sitting.keys("<up>");
    assert!(
        sitting.screen().contains("knows word0"),
        "{}",
        sitting.screen()
    );
    // And who reads by the clock sees each row too.
    sitting.keys("<space>");
    let mut met = String::new();
    while due(&sitting).contains("word0 ") {
        met.push_str(&sitting.screen());
        pass(&mut sitting, 1);
    }
    assert!(met.contains("word119."));
}

#[test]
fn a_marking_is_in_sight_and_what_is_unsaved_is_saved_before_it_is_read() {
    let marked = EXAMPLE.replace(
        "[overall]\n",
        "[overall]\nmarking = \"OFFICIAL-SENSITIVE\"\n",
    );
    for (width, height) in [(120, 40), (40, 12)] {
        let mut sitting = Sitting::at(width, height, &marked);
        sitting.keys("<home><down><down><tab>+The force listens to victims.<esc>s");
        assert!(head(&sitting).contains("OFFICIAL-SENSITIVE"));
        sitting.until(|_| true);
        assert!(sitting.file().contains("listens to victims"));
    }
}
