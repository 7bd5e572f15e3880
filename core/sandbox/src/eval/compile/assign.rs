//! Assignment targets.

use ruff_python_ast::{self as ast, Expr};

use super::super::code::Op;
use super::super::exception::ExcKind;
use super::super::fault::{Fault, PyResult};
use super::Compiler;
use super::expression::binary_op;

impl<'a> Compiler<'_, 'a> {
    /// Stores the value on top of the stack.
    pub(super) fn assign(&mut self, target: &'a Expr) -> PyResult<()> {
        match target {
            Expr::Name(name) => self.store(&name.id),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                let name = self.attribute(&attribute.attr);
                self.mark(target);
                self.emit(Op::SetAttr(name));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.mark(target);
                self.emit(Op::SetItem);
            }
            Expr::Tuple(tuple) => self.unpack(&tuple.elts)?,
            Expr::List(list) => self.unpack(&list.elts)?,
            _ => return Err(Fault::new(ExcKind::SyntaxError, "cannot assign to this expression")),
        }
        Ok(())
    }

    fn unpack(&mut self, targets: &'a [Expr]) -> PyResult<()> {
        match targets.iter().position(Expr::is_starred_expr) {
            None => self.emit(Op::Unpack(targets.len() as u32)),
            Some(star) => {
                if targets[star + 1..].iter().any(Expr::is_starred_expr) {
                    let message = "multiple starred expressions in assignment";
                    return Err(Fault::new(ExcKind::SyntaxError, message));
                }
                let (Ok(before), Ok(after)) = (u16::try_from(star), u16::try_from(targets.len() - star - 1))
                else {
                    return Err(Fault::new(ExcKind::SyntaxError, "too many targets in star-unpacking"));
                };
                self.emit(Op::UnpackStar { before, after })
            }
        };
        for target in targets {
            match target {
                Expr::Starred(starred) => self.assign(&starred.value)?,
                other => self.assign(other)?,
            }
        }
        Ok(())
    }

    pub(super) fn augmented(&mut self, s: &'a ast::StmtAugAssign) -> PyResult<()> {
        let op = Op::InPlace(binary_op(s.op));
        match &*s.target {
            Expr::Name(name) => {
                self.load(&name.id);
                self.expression(&s.value)?;
                self.mark(s);
                self.emit(op);
                self.store(&name.id);
            }
            Expr::Attribute(attribute) => {
                let name = self.attribute(&attribute.attr);
                self.expression(&attribute.value)?;
                self.emit(Op::Dup);
                self.emit(Op::GetAttr(name));
                self.expression(&s.value)?;
                self.mark(s);
                self.emit(op);
                self.emit(Op::Swap);
                self.emit(Op::SetAttr(name));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.emit(Op::Dup2);
                self.emit(Op::GetItem);
                self.expression(&s.value)?;
                self.mark(s);
                self.emit(op);
                self.emit(Op::Rot3);
                self.emit(Op::SetItem);
            }
            _ => return Err(Fault::new(ExcKind::SyntaxError, "illegal target for augmented assignment")),
        }
        Ok(())
    }
}
