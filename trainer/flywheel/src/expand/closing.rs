//! What is asked about several numbers.

use crate::scene::Scene;

/// A way to make one number of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closing {
    Sum,
    Spread,
    Largest,
    Smallest,
    Product,
}

/// Factors up to this size are multiplied.
const FACTOR: i64 = 12;

impl Closing {
    const ALL: [Closing; 5] =
        [Closing::Sum, Closing::Spread, Closing::Largest, Closing::Smallest, Closing::Product];

    /// One that suits the numbers, and its wording.
    pub(super) fn choose(scene: &mut Scene, numbers: &[i64]) -> (Self, &'static str) {
        let mut sorted = numbers.to_vec();
        sorted.sort_unstable();
        let distinct = sorted.windows(2).all(|pair| pair[0] != pair[1]);
        let small = numbers.iter().all(|n| (2..=FACTOR).contains(n));
        let fit = |closing: &Closing| match closing {
            Closing::Sum => true,
            Closing::Spread | Closing::Largest | Closing::Smallest => distinct,
            Closing::Product => small && numbers.len() == 2,
        };
        let mut closings: Vec<Closing> = Closing::ALL.into_iter().filter(fit).collect();
        // Sums and differences need both numbers most surely.
        closings.push(Closing::Sum);
        let closing = scene.pick(&closings);
        (closing, scene.pick(closing.wordings(numbers.len())))
    }

    /// The one that a question ends with, and the question without it.
    pub(super) fn read(question: &str, count: usize) -> Option<(Self, &str)> {
        Closing::ALL.into_iter().find_map(|closing| {
            closing.wordings(count).iter().find_map(|words| Some((closing, question.strip_suffix(words)?)))
        })
    }

    fn wordings(self, count: usize) -> &'static [&'static str] {
        match (self, count) {
            (Closing::Sum, 2) => &[
                "What is the sum of the two answers?",
                "What do the two answers add up to?",
                "Add the two answers. Which number results?",
            ],
            (Closing::Sum, _) => {
                &["What is the sum of the three answers?", "What do the three answers add up to?"]
            }
            (Closing::Spread, 2) => &[
                "By how much do the two answers differ?",
                "What is the larger answer minus the smaller one?",
                "How much larger is the larger answer than the smaller one?",
            ],
            (Closing::Spread, _) => &[
                "By how much do the largest and the smallest answer differ?",
                "What is the largest answer minus the smallest one?",
            ],
            (Closing::Largest, 2) => {
                &["What is the larger of the two answers?", "Give the larger one of the two answers."]
            }
            (Closing::Largest, _) => &["What is the largest of the three answers?"],
            (Closing::Smallest, 2) => {
                &["What is the smaller of the two answers?", "Give the smaller one of the two answers."]
            }
            (Closing::Smallest, _) => &["What is the smallest of the three answers?"],
            (Closing::Product, _) => &[
                "What is the product of the two answers?",
                "Multiply the two answers. Which number results?",
            ],
        }
    }

    /// The number made of several.
    pub(super) fn of(self, numbers: &[i64]) -> Option<i64> {
        let (least, most) = (numbers.iter().min()?, numbers.iter().max()?);
        Some(match self {
            Closing::Sum => numbers.iter().sum(),
            Closing::Spread => most - least,
            Closing::Largest => *most,
            Closing::Smallest => *least,
            Closing::Product => numbers.iter().product(),
        })
    }

    /// How the number is made, in words.
    pub(super) fn reason(self, numbers: &[i64], result: i64) -> String {
        // A number below zero stands in brackets after a sign.
        let plain: Vec<String> = numbers.iter().map(|n| n.to_string()).collect();
        let joined = |sign: &str| {
            let rest = numbers[1..].iter().map(|n| if *n < 0 { format!("({n})") } else { n.to_string() });
            let parts: Vec<String> = std::iter::once(plain[0].clone()).chain(rest).collect();
            parts.join(sign)
        };
        match self {
            Closing::Sum => format!("The sum is {} = {result}.", joined(" + ")),
            Closing::Product => format!("The product is {} = {result}.", joined(" x ")),
            Closing::Spread => {
                format!("Of {} the greatest and the least differ by {result}.", plain.join(", "))
            }
            Closing::Largest => format!("Of {} the greatest is {result}.", plain.join(", ")),
            Closing::Smallest => format!("Of {} the least is {result}.", plain.join(", ")),
        }
    }

    /// What a reader gets who combines the numbers in another way, or takes one of them.
    pub(super) fn wrong(self, numbers: &[i64], result: i64) -> Vec<i64> {
        let mut wrong: Vec<i64> = Closing::ALL
            .into_iter()
            .filter(|other| *other != self && (*other != Closing::Product || numbers.len() == 2))
            .filter_map(|other| other.of(numbers))
            .collect();
        wrong.extend([result + 1, result - 1]);
        wrong.retain(|other| *other != result);
        wrong
    }
}
