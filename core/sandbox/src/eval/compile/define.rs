//! Functions, classes and comprehensions.

use ruff_python_ast::{self as ast, Expr};
use std::rc::Rc;

use super::super::code::{CallSite, Op, Template};
use super::super::fault::PyResult;
use super::scope::key;
use super::{Compiler, unsupported};

impl<'a> Compiler<'_, 'a> {
    pub(super) fn function_definition(&mut self, def: &'a ast::StmtFunctionDef) -> PyResult<()> {
        if def.is_async {
            return unsupported("async code");
        }
        for decorator in &def.decorator_list {
            self.expression(&decorator.expression)?;
        }
        let (defaults, keyword_defaults) = self.defaults(Some(&def.parameters))?;
        let annotated = self.function_annotations(def)?;
        let line = self.line_of(def.name.range.start());
        self.begin(def.name.to_string(), self.scopes.of(key(def)), line);
        self.docstring(&def.body)?;
        self.parameters(Some(&def.parameters));
        self.body(&def.body)?;
        self.emit(Op::None);
        self.emit(Op::Return);
        self.close(defaults, keyword_defaults, annotated);
        for decorator in def.decorator_list.iter().rev() {
            self.mark(decorator);
            self.emit(Op::Call(1));
        }
        self.store(&def.name);
        Ok(())
    }

    pub(super) fn lambda(&mut self, lambda: &'a ast::ExprLambda) -> PyResult<()> {
        let parameters = lambda.parameters.as_deref();
        let (defaults, keyword_defaults) = self.defaults(parameters)?;
        let line = self.line_of(lambda.range.start());
        self.begin("<lambda>".to_owned(), self.scopes.of(key(lambda)), line);
        self.parameters(parameters);
        self.mark(&*lambda.body);
        self.expression(&lambda.body)?;
        self.emit(Op::Return);
        self.close(defaults, keyword_defaults, false);
        Ok(())
    }

    fn defaults(&mut self, parameters: Option<&'a ast::Parameters>) -> PyResult<(u16, Box<[bool]>)> {
        let Some(parameters) = parameters else { return Ok((0, Box::default())) };
        let mut count = 0;
        for parameter in parameters.posonlyargs.iter().chain(&parameters.args) {
            if let Some(default) = parameter.default() {
                self.expression(default)?;
                count += 1;
            }
        }
        let mut keyword = Vec::new();
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = parameter.default() {
                self.expression(default)?;
            }
            keyword.push(parameter.default().is_some());
        }
        Ok((count, keyword.into()))
    }

    fn parameters(&mut self, parameters: Option<&'a ast::Parameters>) {
        let Some(p) = parameters else { return };
        let positional = p.posonlyargs.iter().chain(&p.args);
        let mut names: Vec<&str> = positional.chain(&p.kwonlyargs).map(|a| a.name().as_str()).collect();
        names.extend(p.vararg.iter().chain(&p.kwarg).map(|a| a.name.as_str()));
        for name in names {
            let slot = self.slot(name);
            let code = &mut self.unit().code;
            let own = code.own_cells;
            if let Some(cell) = code.cells[..own].iter().position(|n| &***n == name) {
                code.cell_parameters.push((slot, cell as u32));
            }
        }
        let code = &mut self.unit().code;
        code.positional_only = p.posonlyargs.len();
        code.positional = p.posonlyargs.len() + p.args.len();
        code.keyword_only = p.kwonlyargs.len();
        code.varargs = p.vararg.is_some();
        code.kwargs = p.kwarg.is_some();
    }

    /// Ends a function's code and emits the making of the function in the enclosing code.
    fn close(&mut self, defaults: u16, keyword_defaults: Box<[bool]>, annotated: bool) {
        let code = self.end();
        let outer = &self.unit().code;
        let free = &code.cells[code.own_cells..];
        let captures = free
            .iter()
            .filter_map(|name| outer.cells.iter().position(|n| n == name))
            .map(|index| index as u32)
            .collect();
        self.template(Template { code: Rc::new(code), annotated, defaults, keyword_defaults, captures });
    }

    pub(super) fn class_definition(&mut self, def: &'a ast::StmtClassDef) -> PyResult<()> {
        for decorator in &def.decorator_list {
            self.expression(&decorator.expression)?;
        }
        let mut positional = 0;
        let mut keywords = Vec::new();
        if let Some(arguments) = &def.arguments {
            if arguments.args.iter().any(Expr::is_starred_expr) {
                return unsupported("a starred base class");
            }
            self.expressions(&arguments.args)?;
            positional = arguments.args.len().min(usize::from(u16::MAX)) as u16;
            for keyword in &arguments.keywords {
                let Some(name) = &keyword.arg else { return unsupported("** in a class statement") };
                self.expression(&keyword.value)?;
                keywords.push(self.ctx.names.text(name));
            }
        }
        let line = self.line_of(def.name.range.start());
        self.begin(def.name.to_string(), self.scopes.of(key(def)), line);
        self.unit().class = Some(def.name.as_str());
        self.docstring(&def.body)?;
        self.class_annotations(&def.body);
        if def.type_params.is_some() {
            self.emit(Op::Tuple(0));
            let slot = self.slot("__type_params__");
            self.emit(Op::StoreLocal(slot));
        }
        self.body(&def.body)?;
        self.emit(Op::None);
        self.emit(Op::Return);
        self.close(0, Box::default(), false);
        self.mark(def);
        let name = self.ctx.names.symbol(&def.name);
        let site = self.site(CallSite { method: name, positional, keywords: keywords.into() });
        self.emit(Op::Class(site));
        for _ in &def.decorator_list {
            self.emit(Op::Call(1));
        }
        self.store(&def.name);
        Ok(())
    }

    /// A comprehension is a function of the first iterator.
    pub(super) fn comprehension(
        &mut self,
        node: usize,
        generators: &'a [ast::Comprehension],
        start: Option<Op>,
        element: impl FnOnce(&mut Self, u32) -> PyResult<()>,
    ) -> PyResult<()> {
        let Some((first, _)) = generators.split_first() else { return Ok(()) };
        if generators.iter().any(|g| g.is_async) {
            return unsupported("async code");
        }
        let line = self.line_of(first.range.start());
        let name = if start.is_none() { "<genexpr>" } else { "<comprehension>" };
        self.begin(name.to_owned(), self.scopes.of(node), line);
        self.slot(".0");
        self.unit().code.positional = 1;
        self.emit_start(start);
        let mut loops = Vec::new();
        for (index, generator) in generators.iter().enumerate() {
            if index == 0 {
                self.emit(Op::LoadLocal(0));
            } else {
                self.expression(&generator.iter)?;
                self.emit(Op::Iter);
            }
            let start = self.here();
            self.mark(generator);
            let done = self.emit(Op::ForIter(0));
            self.assign(&generator.target)?;
            for test in &generator.ifs {
                for jump in self.condition(test)? {
                    self.retarget(jump, start);
                }
            }
            loops.push((start, done));
        }
        element(self, loops.len() as u32)?;
        for (start, done) in loops.into_iter().rev() {
            self.emit(Op::Jump(start as u32));
            self.patch(done);
        }
        if start.is_none() {
            self.emit(Op::None);
        }
        self.emit(Op::Return);
        self.close(0, Box::default(), false);
        self.expression(&first.iter)?;
        self.mark(&first.iter);
        self.emit(Op::Iter);
        self.emit(Op::Call(1));
        Ok(())
    }

    fn emit_start(&mut self, start: Option<Op>) {
        if let Some(op) = start {
            self.emit(op);
        }
    }

    fn retarget(&mut self, jump: usize, target: usize) {
        if let Op::JumpIfFalse(t) = &mut self.unit().code.ops[jump] {
            *t = target as u32;
        }
    }

    pub(super) fn list_comprehension(&mut self, c: &'a ast::ExprListComp) -> PyResult<()> {
        self.comprehension(key(c), &c.generators, Some(Op::List(0)), |s, depth| {
            s.element(&c.elt, Op::CompPush(depth))
        })
    }

    pub(super) fn set_comprehension(&mut self, c: &'a ast::ExprSetComp) -> PyResult<()> {
        self.comprehension(key(c), &c.generators, Some(Op::Set(0)), |s, depth| {
            s.element(&c.elt, Op::CompAdd(depth))
        })
    }

    pub(super) fn dict_comprehension(&mut self, c: &'a ast::ExprDictComp) -> PyResult<()> {
        let Some(key_expression) = &c.key else { return unsupported("unpacking in a comprehension") };
        self.comprehension(key(c), &c.generators, Some(Op::Dict(0)), |s, depth| {
            s.expression(key_expression)?;
            s.element(&c.value, Op::CompInsert(depth))
        })
    }

    pub(super) fn generator(&mut self, c: &'a ast::ExprGenerator) -> PyResult<()> {
        self.comprehension(key(c), &c.generators, None, |s, _| {
            s.element(&c.elt, Op::Yield)?;
            s.emit(Op::Pop);
            Ok(())
        })
    }

    fn element(&mut self, element: &'a Expr, op: Op) -> PyResult<()> {
        if element.is_starred_expr() {
            return unsupported("unpacking in a comprehension");
        }
        self.mark(element);
        self.expression(element)?;
        self.emit(op);
        Ok(())
    }
}
