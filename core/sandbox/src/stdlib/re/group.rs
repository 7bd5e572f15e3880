//! Groups of regular expressions: what may follow a `(`.

use super::syntax::{Cost, Last, Open, Problem, Translator, flag, problem};

/// Groups within groups; the engine's own parser goes little deeper.
const MAX_DEPTH: usize = 48;

impl Translator<'_> {
    /// Reads what opens a group, after its `(`.
    pub fn open_group(&mut self, position: usize) -> Result<(), Problem> {
        if self.open.len() >= MAX_DEPTH {
            return problem(format!("groups nested more than {MAX_DEPTH} deep are refused here"), position);
        }
        let flags = self.flags;
        let mut number = None;
        if self.scanner.take("?") {
            let Some(kind) = self.scanner.next() else {
                return problem("unexpected end of pattern", self.scanner.at);
            };
            match kind {
                ':' => self.out.source.push_str("(?:"),
                '=' | '!' | '>' => {
                    self.out.hard = true;
                    self.out.source.push_str("(?");
                    self.out.source.push(kind);
                }
                '<' => match self.scanner.next() {
                    Some(c @ ('=' | '!')) => {
                        self.out.hard = true;
                        self.out.source.push_str("(?<");
                        self.out.source.push(c);
                    }
                    Some(c) => return problem(format!("unknown extension ?<{c}"), position + 1),
                    None => return problem("unexpected end of pattern", self.scanner.at),
                },
                'P' => match self.scanner.next() {
                    Some('<') => {
                        let start = self.scanner.at;
                        let name = self.scanner.name('>', "group name")?;
                        number = Some(self.capture());
                        if let Some((_, known)) = self.out.names.iter().find(|(known, _)| *known == name) {
                            let now = self.out.groups;
                            return problem(
                                format!(
                                    "redefinition of group name '{name}' as group {now}; was group {known}"
                                ),
                                start,
                            );
                        }
                        self.out.names.push((name, self.out.groups));
                    }
                    Some('=') => {
                        let start = self.scanner.at;
                        let name = self.scanner.name(')', "group name")?;
                        let Some((_, number)) = self.out.names.iter().find(|(known, _)| *known == name)
                        else {
                            return problem(format!("unknown group name '{name}'"), start);
                        };
                        return self.reference(*number, start);
                    }
                    Some(c) => return problem(format!("unknown extension ?P{c}"), position + 1),
                    None => return problem("unexpected end of pattern", self.scanner.at),
                },
                '#' => {
                    while let Some(c) = self.scanner.next() {
                        if c == ')' {
                            return Ok(());
                        }
                    }
                    return problem("missing ), unterminated comment", position);
                }
                '(' => {
                    let start = self.scanner.at;
                    let name = self.scanner.until(')', "group name")?;
                    let known = self.out.names.iter().find(|(known, _)| *known == name).map(|(_, n)| *n);
                    let Some(group) = known.or_else(|| name.parse().ok()).filter(|n| *n <= self.out.groups)
                    else {
                        return problem(format!("unknown group name '{name}'"), start);
                    };
                    self.out.hard = true;
                    self.out.source.push_str(&format!("(?({group})"));
                }
                'a' | 'i' | 'L' | 'm' | 's' | 'u' | 'x' | '-' => {
                    self.scanner.at -= 1;
                    if !self.flags_group(position)? {
                        return Ok(());
                    }
                }
                c => return problem(format!("unknown extension ?{c}"), position + 1),
            }
        } else {
            number = Some(self.capture());
        }
        let outer = std::mem::take(&mut self.cost);
        self.open.push(Open { position, number, flags, outer });
        self.last = Last::Nothing;
        Ok(())
    }

    fn capture(&mut self) -> usize {
        self.out.groups += 1;
        self.out.source.push('(');
        self.out.groups
    }

    /// Flags after `(?`; whether a group was opened with them.
    fn flags_group(&mut self, position: usize) -> Result<bool, Problem> {
        let (mut on, mut off, mut minus) = (0, 0, false);
        loop {
            let at = self.scanner.at;
            let Some(c) = self.scanner.next() else { return problem("missing -, : or )", at) };
            let bit = match c {
                'i' => flag::IGNORECASE,
                'm' => flag::MULTILINE,
                's' => flag::DOTALL,
                'x' => flag::VERBOSE,
                'a' => flag::ASCII,
                'u' => flag::UNICODE,
                'L' => return problem("bad inline flags: cannot use 'L' flag with a str pattern", at + 1),
                '-' if !minus => {
                    minus = true;
                    continue;
                }
                ')' if !minus => {
                    if position != 0 {
                        return problem("global flags not at the start of the expression", position);
                    }
                    self.flags |= on;
                    return Ok(false);
                }
                ':' => {
                    self.flags = (self.flags | on) & !off;
                    let (i, u) = (flag::IGNORECASE, self.out.source.len());
                    self.out.source.push_str("(?:");
                    if on & i != 0 {
                        self.out.source.insert(u + 2, 'i');
                    } else if off & i != 0 {
                        self.out.source.insert_str(u + 2, "-i");
                    }
                    return Ok(true);
                }
                _ => return problem("unknown flag", at),
            };
            if minus {
                off |= bit;
            } else {
                on |= bit;
            }
        }
    }

    /// Ends the innermost group at its `)`.
    pub fn close_group(&mut self, position: usize) -> Result<(), Problem> {
        let Some(open) = self.open.pop() else { return problem("unbalanced parenthesis", position) };
        self.out.source.push(')');
        self.out.closing.extend(open.number);
        self.flags = open.flags;
        let own = std::mem::replace(&mut self.cost, open.outer);
        let own = Cost { weight: own.weight.max(1), size: own.size.max(1) };
        self.pay(own, position)?;
        self.last = Last::Part(own);
        Ok(())
    }
}
