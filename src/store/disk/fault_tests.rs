//! Faults for tests: the n-th call of this thread fails, or is the last.

use std::cell::RefCell;
use std::io;

use super::DiskCall;

/// The fault that happens at the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InjectedFault {
    /// It fails with this error of the system; the calls after it succeed.
    Once(i32),
    /// It fails with this error of the system, and so does each one after it.
    Always(i32),
    /// The program ends there: no call after it does anything.
    Kill,
}

#[derive(Debug, Default)]
struct FaultPlan {
    fault: Option<(usize, InjectedFault)>,
    calls: Vec<DiskCall>,
}

thread_local! {
    static PLAN: RefCell<FaultPlan> = RefCell::default();
}

/// Begins to count calls; the one with this number, from 0, meets the fault.
pub(crate) fn plan(fault: Option<(usize, InjectedFault)>) {
    PLAN.with_borrow_mut(|plan| {
        *plan = FaultPlan {
            fault,
            calls: Vec::new(),
        }
    });
}

/// Ends all faults, and gives the calls that were made.
pub(crate) fn calls() -> Vec<DiskCall> {
    PLAN.take().calls
}

pub(crate) fn gate(call: DiskCall) -> io::Result<()> {
    PLAN.with_borrow_mut(|plan| {
        let nth = plan.calls.len();
        plan.calls.push(call);
        match plan.fault {
            Some((at, InjectedFault::Once(error))) if nth == at => {
                Err(io::Error::from_raw_os_error(error))
            }
            Some((at, InjectedFault::Always(error))) if nth >= at => {
                Err(io::Error::from_raw_os_error(error))
            }
            Some((at, InjectedFault::Kill)) if nth >= at => {
                Err(io::Error::other("the program is dead"))
            }
            _ => Ok(()),
        }
    })
}
