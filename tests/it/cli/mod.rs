//! The command line, from outside: the real binary, in a home of its own and never the user's.

mod drafts;
mod history;
mod import;
mod notices;
mod numbers;
mod old;
mod own_frameworks;
#[cfg(feature = "pdf")]
mod pdf;
mod prints;
pub mod recover;
mod reports;
mod review;
mod schema;
#[cfg(feature = "seal")]
mod seal;
mod settled;
mod verify;
mod word;

use assert_cmd::assert::Assert;

use crate::support::home::{Home, SETTINGS};

/// The program, run to its end.
pub trait Run {
    fn command(&self) -> assert_cmd::Command;
    fn run(&self, arguments: &[&str]) -> Assert;
}

impl Run for Home {
    fn command(&self) -> assert_cmd::Command {
        assert_cmd::Command::from_std(self.assay())
    }

    fn run(&self, arguments: &[&str]) -> Assert {
        self.command().args(arguments).assert()
    }
}

pub fn out(done: &Assert) -> String {
    String::from_utf8(done.get_output().stdout.clone()).expect("text")
}

pub fn err(done: &Assert) -> String {
    String::from_utf8(done.get_output().stderr.clone()).expect("text")
}

fn example() -> String {
    out(&Home::new().run(&["example"]).success())
}
