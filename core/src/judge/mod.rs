//! Marks, answers and format: scores and rewards.
