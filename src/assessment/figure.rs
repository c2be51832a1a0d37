//! Figures: numbers that are typed once and spoken everywhere.

use super::declare::record;
use super::value::Shape;

record! {
    /// A number of the draft's ledger. Prose names it as `{id}`.
    Figure / FigureField {
        /// Identity, made once; what prose names.
        Id id: String = "id", Shape::Id;
        /// The number as typed (`50000`, `10.3`), or words.
        Value value: String = "value", Shape::Amount;
        /// The unit that it counts in: "percent", "£", "days".
        Unit unit: String = "unit", Shape::Line;
        /// Its name, for people who read the ledger.
        Label label: String = "label", Shape::Line;
        /// The time that it covers: "year ending 30 June 2022".
        Period period: String = "period", Shape::Line;
        /// The whole that it was drawn from, a number (`x of n`).
        Of of: String = "of", Shape::Amount;
        /// The id of the figure that it is a part of.
        PartOf part_of: String = "part-of", Shape::Line;
        /// The id of the evidence that it comes from.
        Source source: String = "source", Shape::Line;
    }
}
