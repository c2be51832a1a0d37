//! Parse, run, print the error with its hint, exit.

fn main() -> std::process::ExitCode {
    assay::cli::main()
}
