//! Which numbers in a text are coordinates.

/// A point that a text names, `x, y`, with the byte range of its digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedPoint {
    /// Pixels from the left.
    pub x: usize,
    /// Pixels from the top.
    pub y: usize,
    /// First byte of `x`.
    pub start: usize,
    /// Byte behind `y`.
    pub end: usize,
}

/// All pairs of whole numbers separated by a comma and a space, from left to right, none used twice: the points of
/// `(53, 63)` and both ends of `(10, 20, 30, 40)`.
pub fn named_points(text: &str) -> Vec<NamedPoint> {
    let bytes = text.as_bytes();
    let number = |from: usize| {
        let end = from + bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
        text[from..end].parse::<usize>().ok().map(|value| (value, end))
    };
    let mut points = vec![];
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let Some((x, x_end)) = number(at) else { break };
        if text[x_end..].starts_with(", ")
            && let Some((y, end)) = number(x_end + 2)
        {
            points.push(NamedPoint { x, y, start: at, end });
            at = end;
        } else {
            at = x_end;
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_found_and_lone_numbers_are_not() {
        let found = |text| named_points(text).iter().map(|p| (p.x, p.y)).collect::<Vec<_>>();
        assert_eq!(found("d.circle((53, 63), 3, fill=1)"), [(53, 63)]);
        assert_eq!(found("d.line((10, 20, 30, 40), width=2)"), [(10, 20), (30, 40)]);
        assert_eq!(found("for p in [(1, 2), (3, 4)]:"), [(1, 2), (3, 4)]);
        assert!(found("I marked 5 dots, 3 red").is_empty());
        assert!(found("7").is_empty());
    }

    #[test]
    fn the_range_covers_both_numbers() {
        let text = "((53, 163), 3";
        let p = named_points(text)[0];
        assert_eq!(&text[p.start..p.end], "53, 163");
    }
}
