//! `cv2.error` with OpenCV's messages.

use crate::eval::exception::ExcKind;
use crate::eval::fault::Fault;

/// An assertion of OpenCV that does not hold.
pub(super) fn assertion(function: &str, condition: &str) -> Fault {
    raise(-215, "Assertion failed", function, condition)
}

/// An argument that makes no sense.
pub(super) fn bad_argument(function: &str, message: &str) -> Fault {
    raise(-5, "Bad argument", function, message)
}

/// An argument of the wrong kind, as OpenCV's Python layer reports it.
pub(super) fn unparsable(function: &str, message: &str) -> Fault {
    let message = format!(
        "OpenCV(4.14.0) :-1: error: (-5:Bad argument) in function '{function}'\n> Overload resolution failed:\n>  \
         - {message}\n"
    );
    Fault::new(ExcKind::CvError, message)
}

/// Element types or sizes that do not go together.
pub(super) fn raise(code: i32, what: &str, function: &str, message: &str) -> Fault {
    let message = format!("OpenCV(4.14.0) error: ({code}:{what}) {message} in function '{function}'\n");
    Fault::new(ExcKind::CvError, message)
}
