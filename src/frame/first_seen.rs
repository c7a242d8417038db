//! Numbers that appear for the first time.

/// Detects numbers that appear for the first time in a round.
#[derive(Default)]
pub(super) struct FirstSeen {
    round: u32,
    seen: Vec<u32>,
}

impl FirstSeen {
    /// For numbers of one round only.
    pub fn in_one_round() -> FirstSeen {
        FirstSeen {
            round: 1,
            ..FirstSeen::default()
        }
    }

    /// Begins a round, in which no number has appeared.
    pub fn begin(&mut self) {
        self.round += 1;
    }

    /// Whether the number has not appeared in this round before.
    pub fn is_new(&mut self, number: u32) -> bool {
        let at = number as usize;
        if self.seen.len() <= at {
            self.seen.resize(at + 1, 0);
        }
        std::mem::replace(&mut self.seen[at], self.round) != self.round
    }
}
