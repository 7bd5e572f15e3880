//! A check before parsing: the parser, the compiler and the dropping of the tree recurse over nested
//! syntax, so nesting is bounded here, where it costs no native stack.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::Mode;

/// Nested brackets and f-strings.
const MAX_BRACKETS: usize = 40;
/// Operators, calls and keywords that may nest into one another in one expression.
const MAX_CHAIN: usize = 150;
/// Nested blocks.
const MAX_BLOCKS: usize = 40;
/// Spaces before a line where brackets are not closed, which confuses the count of blocks.
const MAX_INDENT: usize = 120;

pub(super) fn check(source: &str) -> Result<(), (String, u32)> {
    let mut lexer = ruff_python_parser::lexer::lex(source, Mode::Module);
    // How much could nest in each open bracket since its last comma.
    let mut chains = vec![0usize];
    let mut blocks = 0usize;
    let mut line = 1;
    let too_deep = |what: &str, line| Err((format!("too deeply nested: {what}"), line));
    loop {
        let kind = lexer.next_token();
        let top = chains.len() - 1;
        match kind {
            TokenKind::EndOfFile => break,
            TokenKind::Newline | TokenKind::NonLogicalNewline => {
                line += 1;
                if top == 0 {
                    chains[0] = 0;
                }
            }
            TokenKind::Comma | TokenKind::Semi => chains[top] = 0,
            TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::FStringStart
            | TokenKind::TStringStart => {
                chains[top] += 1;
                if chains[top] > MAX_CHAIN && chains.iter().sum::<usize>() > MAX_CHAIN {
                    return too_deep("calls and subscripts", line);
                }
                chains.push(0);
                if chains.len() > MAX_BRACKETS {
                    return too_deep("brackets", line);
                }
            }
            TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd => {
                if top > 0 {
                    chains.pop();
                }
            }
            TokenKind::Indent => {
                blocks += 1;
                if blocks > MAX_BLOCKS {
                    return too_deep("blocks", line);
                }
            }
            TokenKind::Dedent => blocks = blocks.saturating_sub(1),
            // Flat parts of any expression.
            TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringMiddle
            | TokenKind::TStringMiddle
            | TokenKind::Comment
            | TokenKind::Colon
            | TokenKind::Equal
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None => {}
            _ => {
                chains[top] += 1;
                if chains[top] > MAX_CHAIN && chains.iter().sum::<usize>() > MAX_CHAIN {
                    return too_deep("operators", line);
                }
            }
        }
    }
    if chains.len() > 1 {
        let deep = source.lines().position(|l| l.len() - l.trim_start().len() > MAX_INDENT);
        if let Some(index) = deep {
            return too_deep("blocks", index as u32 + 1);
        }
    }
    Ok(())
}
