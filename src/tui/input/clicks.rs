//! Clicks on one cell, one soon after the other: the second and the third of them mean more than the first.

use std::time::{Duration, Instant};

use crate::app::{PointerDeed, PointerEvent};

/// The time within which another click belongs to the one before.
const SOON: Duration = Duration::from_millis(400);

/// The last click: when and where it was, and the how manieth there.
#[derive(Debug, Default)]
pub(super) struct LastClick {
    last: Option<(Instant, (u16, u16), u8)>,
}

impl LastClick {
    /// Returns what was done, where it is a click with the number of those that it follows.
    pub(super) fn counted(&mut self, event: PointerEvent, now: Instant) -> PointerEvent {
        if !matches!(event.deed, PointerDeed::Click { .. }) {
            self.last = None;
            return event;
        }
        let before = self.last.filter(|(then, cell, _)| {
            *cell == event.cell && now.saturating_duration_since(*then) < SOON
        });
        // The fourth begins anew.
        let times = before.map_or(1, |(.., times)| times % 3 + 1);
        self.last = Some((now, event.cell, times));
        PointerEvent {
            deed: PointerDeed::Click { times },
            ..event
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clicks_on_one_cell_are_counted_while_one_soon_follows_the_other() {
        let begun = Instant::now();
        let mut last = LastClick::default();
        let mut at = |milliseconds: u64, cell: (u16, u16), deed: PointerDeed| {
            let event = PointerEvent {
                deed,
                cell,
                on: None,
            };
            let now = begun + Duration::from_millis(milliseconds);
            last.counted(event, now).deed
        };
        let one = PointerDeed::Click { times: 1 };
        let click = |times: u8| PointerDeed::Click { times };
        assert_eq!(at(0, (3, 3), one), click(1));
        assert_eq!(at(100, (3, 3), one), click(2));
        assert_eq!(at(200, (3, 3), one), click(3));
        assert_eq!(at(300, (3, 3), one), click(1));
        assert_eq!(at(400, (3, 4), one), click(1));
        assert_eq!(at(900, (3, 4), one), click(1));
        let drag = PointerDeed::Drag;
        assert_eq!(at(910, (3, 4), drag), drag);
        assert_eq!(at(920, (3, 4), one), click(1));
    }
}
