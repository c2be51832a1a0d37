use super::tests::messages;

#[test]
fn the_rest_of_an_answer_that_stalled_is_never_text_and_no_key_is_dead_meanwhile() {
    let begun: &[u8] = b"\x1b]11;rgb:ab";
    for wait in [300, 800, 1500, 4000, 9000] {
        let ends: [&[u8]; 4] = [
            b"cd/dead/beef\x1b\\",
            b"cd/dead/beef\x07",
            b"\x1b\\",
            b"c\x07",
        ];
        for rest in ends {
            let seen = messages([(0, begun), (wait, rest), (wait + 500, b"q")]);
            assert_eq!(seen, ["q"], "{wait} {rest:?}");
        }
        // In pieces too.
        let pieces: [(u64, &[u8]); 3] =
            [(0, begun), (wait, b"cd/dead"), (wait + 60, b"/beef\x1b\\")];
        assert_eq!(messages(pieces), [""; 0], "{wait}");
        let pieces: [(u64, &[u8]); 3] =
            [(0, b"\x1b]11;rgb:\x1b"), (wait, b"\\"), (wait + 500, b"x")];
        assert_eq!(messages(pieces), ["x"], "{wait}");
        let pieces: [(u64, &[u8]); 2] = [(0, b"\x1b[24;"), (wait, b"80R")];
        assert_eq!(messages(pieces), [""; 0], "{wait}");
    }
    // Somebody types meanwhile, and the rest comes behind.
    let typed: [(u64, &[u8]); 4] = [
        (0, begun),
        (1500, b"a"),
        (1700, b"\x1b[A"),
        (2200, b"cd\x1b\\"),
    ];
    assert_eq!(messages(typed), ["a", "up"]);
    // What has no end is typed, however it comes.
    let prose: [(u64, &[u8]); 2] = [(0, begun), (1500, b"the force")];
    assert_eq!(messages(prose), ["Burst(\"the force\")"]);
    let line: [(u64, &[u8]); 2] = [(0, begun), (1500, b"ab\r")];
    assert_eq!(messages(line), ["a", "b", "enter"]);
    let late: [(u64, &[u8]); 2] = [(0, begun), (11_000, b"cd\x1b\\")];
    assert_eq!(messages(late), ["c", "d", "alt-\\"]);
}
