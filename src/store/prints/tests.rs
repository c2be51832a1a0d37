#![allow(clippy::unwrap_used, clippy::panic)]
use std::fs;

use super::*;
use crate::store::disk::fault_tests::{self as fault, InjectedFault};

fn statement(bytes: &[u8]) -> PrintContent<'_> {
    PrintContent {
        bytes,
        edition: "the statement",
    }
}

#[test]
fn whichever_call_fails_a_print_is_the_old_or_the_new_and_nobodys_words_are_lost() {
    for own in [true, false] {
        let mut tried = 0;
        for fails in [
            InjectedFault::Once(5),
            InjectedFault::Always(28),
            InjectedFault::Kill,
        ] {
            for nth in 0.. {
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("kent.txt");
                let door = PrintDoor::new(&folder.path().join("state"));
                match own {
                    true => door.write(&path, statement(b"old"), false).unwrap(),
                    false => fs::write(&path, "old").unwrap(),
                }
                fault::plan(Some((nth, fails)));
                let done = door.write(&path, statement(b"new"), false);
                let calls = fault::calls().len();
                let there = fs::read(&path).unwrap();
                match done {
                    Ok(()) => assert!(own && there == b"new"),
                    Err(_) => assert!(there == b"old" || own && there == b"new"),
                }
                // What comes after the fault finds it as it is, and can tell whose it is.
                let again = door.write(&path, statement(b"newer"), false);
                assert!(again.is_ok() <= own);
                if again.is_err() {
                    assert_eq!(fs::read(&path).unwrap(), there);
                }
                tried += 1;
                if nth >= calls {
                    break;
                }
            }
        }
        assert!(tried > 10, "{tried}");
    }
}

#[test]
fn a_print_whose_record_is_gone_is_somebodys_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kent.txt");
    let state = folder.path().join("state");
    let door = PrintDoor::new(&state);
    door.write(&path, statement(b"one"), false).unwrap();
    door.write(&path, statement(b"two"), false).unwrap();
    fs::remove_dir_all(state.join(RECORDS)).unwrap();
    assert!(matches!(
        door.write(&path, statement(b"three"), false),
        Err(DoorError::Refused(_))
    ));
    assert_eq!(fs::read(&path).unwrap(), b"two");
    // What is there already, byte for byte, can be printed again: nothing is lost.
    door.write(&path, statement(b"two"), false).unwrap();
    door.write(&path, statement(b"three"), false).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"three");
}
