//! The mouse, as terminals tell of it.

use super::decode::{Decoded, InputToken, decode};
use crate::app::{PointerDeed, PointerEvent};

#[test]
fn a_press_and_a_turn_of_the_wheel_are_read_with_the_cell_from_nought_on() {
    let wheel = |down| PointerDeed::Wheel { down };
    for (bytes, deed, cell) in [
        (
            &b"\x1b[<0;12;7M"[..],
            PointerDeed::Click { times: 1 },
            (11, 6),
        ),
        (b"\x1b[<32;12;8M", PointerDeed::Drag, (11, 7)),
        (b"\x1b[<64;1;1M", wheel(false), (0, 0)),
        (b"\x1b[<65;300;2M", wheel(true), (299, 1)),
    ] {
        let on = None;
        let event = InputToken::Pointer(PointerEvent { deed, cell, on });
        assert_eq!(decode(bytes), Decoded::InputToken(bytes.len(), event));
    }
    // A button let go, another button, a press with Shift, which is the terminal's own, and a mouse that only moves.
    for bytes in [
        "\x1b[<0;12;7m",
        "\x1b[<2;12;7M",
        "\x1b[<4;12;7M",
        "\x1b[<35;12;7M",
    ] {
        let nothing = Decoded::InputToken(bytes.len(), InputToken::Nothing);
        assert_eq!(decode(bytes.as_bytes()), nothing);
    }
}
