//! `assay schema`: the JSON Schema of all that is written as JSON.

use super::{CliError, Session};

/// The schema, held to what is written by a test.
const SCHEMA: &str = include_str!("../../assets/schema.json");

pub(super) fn run(session: &mut Session<'_>) -> Result<(), CliError> {
    session.print(SCHEMA)
}
