//! The versioned trace: JSON lines that page, trainer and evaluation write and the viewer replays.
