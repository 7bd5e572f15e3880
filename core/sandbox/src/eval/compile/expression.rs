//! Expressions.

use ruff_python_ast::{self as ast, Expr};

use super::super::code::Op;
use super::super::exception::ExcKind;
use super::super::fault::{Fault, PyResult};
use super::super::host::{BinaryOp, CompareOp, UnaryOp};
use super::{Compiler, unsupported};

pub(super) fn binary_op(op: ast::Operator) -> BinaryOp {
    match op {
        ast::Operator::Add => BinaryOp::Add,
        ast::Operator::Sub => BinaryOp::Sub,
        ast::Operator::Mult => BinaryOp::Mul,
        ast::Operator::MatMult => BinaryOp::MatMul,
        ast::Operator::Div => BinaryOp::Div,
        ast::Operator::Mod => BinaryOp::Mod,
        ast::Operator::Pow => BinaryOp::Pow,
        ast::Operator::LShift => BinaryOp::LShift,
        ast::Operator::RShift => BinaryOp::RShift,
        ast::Operator::BitOr => BinaryOp::Or,
        ast::Operator::BitXor => BinaryOp::Xor,
        ast::Operator::BitAnd => BinaryOp::And,
        ast::Operator::FloorDiv => BinaryOp::FloorDiv,
    }
}

fn compare_op(op: ast::CmpOp) -> Op {
    match op {
        ast::CmpOp::Eq => Op::Compare(CompareOp::Eq),
        ast::CmpOp::NotEq => Op::Compare(CompareOp::Ne),
        ast::CmpOp::Lt => Op::Compare(CompareOp::Lt),
        ast::CmpOp::LtE => Op::Compare(CompareOp::Le),
        ast::CmpOp::Gt => Op::Compare(CompareOp::Gt),
        ast::CmpOp::GtE => Op::Compare(CompareOp::Ge),
        ast::CmpOp::Is => Op::Is,
        ast::CmpOp::IsNot => Op::IsNot,
        ast::CmpOp::In => Op::In,
        ast::CmpOp::NotIn => Op::NotIn,
    }
}

impl<'a> Compiler<'_, 'a> {
    pub(super) fn expression(&mut self, expr: &'a Expr) -> PyResult<()> {
        match expr {
            Expr::Name(name) => {
                self.mark(name);
                self.load(&name.id);
            }
            Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::FString(_) => self.literal(expr)?,
            Expr::BinOp(e) => {
                self.expression(&e.left)?;
                self.expression(&e.right)?;
                self.mark(expr);
                self.emit(Op::Binary(binary_op(e.op)));
            }
            Expr::UnaryOp(e) => self.unary(e)?,
            Expr::BoolOp(e) => self.boolean(e)?,
            Expr::Compare(e) => self.comparison(e)?,
            Expr::Call(e) => self.call(e)?,
            Expr::Attribute(e) => {
                self.expression(&e.value)?;
                let name = self.attribute(&e.attr);
                self.mark(expr);
                self.emit(Op::GetAttr(name));
            }
            Expr::Subscript(e) => {
                self.expression(&e.value)?;
                self.expression(&e.slice)?;
                self.mark(expr);
                self.emit(Op::GetItem);
            }
            Expr::Slice(e) => {
                for part in [&e.lower, &e.upper, &e.step] {
                    match part {
                        Some(part) => self.expression(part)?,
                        None => {
                            self.emit(Op::None);
                        }
                    }
                }
                self.emit(Op::Slice);
            }
            Expr::Tuple(e) => self.sequence(&e.elts, Op::Tuple)?,
            Expr::List(e) => self.sequence(&e.elts, Op::List)?,
            Expr::Set(e) => self.set(e)?,
            Expr::Dict(e) => self.dict(e)?,
            Expr::If(e) => {
                let otherwise = self.condition(&e.test)?;
                self.expression(&e.body)?;
                let end = self.emit(Op::Jump(0));
                self.patch_all(&otherwise);
                self.expression(&e.orelse)?;
                self.patch(end);
            }
            Expr::Named(e) => {
                self.expression(&e.value)?;
                self.emit(Op::Dup);
                self.assign(&e.target)?;
            }
            Expr::Lambda(e) => self.lambda(e)?,
            Expr::ListComp(e) => self.list_comprehension(e)?,
            Expr::SetComp(e) => self.set_comprehension(e)?,
            Expr::DictComp(e) => self.dict_comprehension(e)?,
            Expr::Generator(e) => self.generator(e)?,
            Expr::Yield(e) => {
                match &e.value {
                    Some(value) => self.expression(value)?,
                    None => {
                        self.emit(Op::None);
                    }
                }
                self.emit_yield()?;
            }
            Expr::YieldFrom(e) => {
                self.expression(&e.value)?;
                self.emit(Op::Iter);
                self.emit(Op::None);
                let start = self.here();
                let done = self.emit(Op::YieldFrom(0));
                self.emit_yield()?;
                self.emit(Op::Jump(start as u32));
                self.patch(done);
            }
            Expr::Starred(_) => {
                return Err(Fault::new(ExcKind::SyntaxError, "can't use starred expression here"));
            }
            Expr::Await(_) => return unsupported("async code"),
            Expr::TString(_) => return unsupported("a template string"),
            Expr::IpyEscapeCommand(_) => return unsupported("a shell command"),
        }
        Ok(())
    }

    fn emit_yield(&mut self) -> PyResult<()> {
        if !self.unit().code.generator || self.units.len() == 1 {
            return Err(Fault::new(ExcKind::SyntaxError, "'yield' outside function"));
        }
        self.emit(Op::Yield);
        Ok(())
    }

    fn unary(&mut self, e: &'a ast::ExprUnaryOp) -> PyResult<()> {
        if e.op == ast::UnaryOp::USub
            && let Expr::NumberLiteral(number) = &*e.operand
        {
            return self.number(&number.value, true);
        }
        self.expression(&e.operand)?;
        self.mark(e);
        self.emit(match e.op {
            ast::UnaryOp::Not => Op::Not,
            ast::UnaryOp::USub => Op::Unary(UnaryOp::Neg),
            ast::UnaryOp::UAdd => Op::Unary(UnaryOp::Pos),
            ast::UnaryOp::Invert => Op::Unary(UnaryOp::Invert),
        });
        Ok(())
    }

    fn boolean(&mut self, e: &'a ast::ExprBoolOp) -> PyResult<()> {
        let mut ends = Vec::new();
        for (index, value) in e.values.iter().enumerate() {
            self.expression(value)?;
            if index + 1 < e.values.len() {
                ends.push(self.emit(match e.op {
                    ast::BoolOp::And => Op::JumpIfFalseOrPop(0),
                    ast::BoolOp::Or => Op::JumpIfTrueOrPop(0),
                }));
            }
        }
        self.patch_all(&ends);
        Ok(())
    }

    fn comparison(&mut self, e: &'a ast::ExprCompare) -> PyResult<()> {
        self.expression(&e.left)?;
        let last = e.ops.len() - 1;
        let mut failed = Vec::new();
        for (index, (op, right)) in e.ops.iter().zip(&e.comparators).enumerate() {
            self.expression(right)?;
            self.mark(e);
            if index < last {
                self.emit(Op::Dup);
                self.emit(Op::Rot3);
                self.emit(compare_op(*op));
                failed.push(self.emit(Op::JumpIfFalseOrPop(0)));
            } else {
                self.emit(compare_op(*op));
            }
        }
        if !failed.is_empty() {
            let end = self.emit(Op::Jump(0));
            self.patch_all(&failed);
            self.emit(Op::Swap);
            self.emit(Op::Pop);
            self.patch(end);
        }
        Ok(())
    }

    /// A list or tuple display.
    pub(super) fn sequence(&mut self, elements: &'a [Expr], build: fn(u32) -> Op) -> PyResult<()> {
        let Some(star) = elements.iter().position(Expr::is_starred_expr) else {
            self.expressions(elements)?;
            self.emit(build(elements.len() as u32));
            return Ok(());
        };
        self.expressions(&elements[..star])?;
        self.emit(Op::List(star as u32));
        for element in &elements[star..] {
            match element {
                Expr::Starred(starred) => {
                    self.expression(&starred.value)?;
                    self.mark(element);
                    self.emit(Op::ListExtend);
                }
                other => {
                    self.expression(other)?;
                    self.emit(Op::ListPush);
                }
            }
        }
        if matches!(build(0), Op::Tuple(_)) {
            self.emit(Op::ListToTuple);
        }
        Ok(())
    }

    fn set(&mut self, e: &'a ast::ExprSet) -> PyResult<()> {
        if !e.elts.iter().any(Expr::is_starred_expr) {
            let constant = e.elts.len() > 2 && e.elts.iter().all(Expr::is_number_literal_expr);
            self.expressions(&e.elts)?;
            let count = e.elts.len() as u32;
            self.emit(if constant { Op::ConstantSet(count) } else { Op::Set(count) });
            return Ok(());
        }
        self.emit(Op::Set(0));
        self.sequence(&e.elts, Op::List)?;
        self.emit(Op::SetExtend);
        Ok(())
    }

    fn dict(&mut self, e: &'a ast::ExprDict) -> PyResult<()> {
        let plain = e.items.iter().position(|item| item.key.is_none()).unwrap_or(e.items.len());
        for item in &e.items[..plain] {
            if let Some(key) = &item.key {
                self.expression(key)?;
            }
            self.expression(&item.value)?;
        }
        self.mark(e);
        self.emit(Op::Dict(plain as u32));
        for item in &e.items[plain..] {
            match &item.key {
                Some(key) => {
                    self.expression(key)?;
                    self.expression(&item.value)?;
                    self.emit(Op::Dict(1));
                }
                None => self.expression(&item.value)?,
            }
            self.emit(Op::DictMerge(0));
        }
        Ok(())
    }
}
