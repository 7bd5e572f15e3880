//! Which variable a name means: one pass over the tree before compiling.

use std::collections::HashMap;

use indexmap::IndexMap;
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Pattern, Stmt};

use super::super::class::FixedHasher;

/// The kind of a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Module,
    Function,
    Comprehension,
    Class,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Flags {
    pub bound: bool,
    pub global: bool,
    pub nonlocal: bool,
    /// A variable of this scope that inner functions use.
    pub cell: bool,
    /// A variable of an enclosing scope that this scope or an inner one uses.
    pub free: bool,
}

pub(super) struct Scope {
    pub kind: Kind,
    pub parent: usize,
    pub names: IndexMap<String, Flags, FixedHasher>,
    pub generator: bool,
}

/// All scopes of a module; 0 is the module itself.
pub(super) struct Scopes {
    pub all: Vec<Scope>,
    by_node: HashMap<usize, usize>,
    current: usize,
    /// Whether annotations stay texts, as the module asks for it.
    pub lazy_annotations: bool,
    /// Type parameters; annotations with such a name stay texts, too.
    pub type_parameters: Vec<String>,
}

/// The address of a syntax node, which names its scope.
pub(super) fn key<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}

impl Scopes {
    pub fn new(body: &[Stmt]) -> Result<Self, (String, u32)> {
        let module = Scope { kind: Kind::Module, parent: 0, names: IndexMap::default(), generator: false };
        let mut scopes = Self {
            all: vec![module],
            by_node: HashMap::new(),
            current: 0,
            lazy_annotations: false,
            type_parameters: Vec::new(),
        };
        scopes.visit_body(body);
        scopes.resolve()?;
        Ok(scopes)
    }

    pub fn of(&self, key: usize) -> usize {
        self.by_node[&key]
    }

    fn enter(&mut self, key: usize, kind: Kind) -> usize {
        let outer = self.current;
        self.current = self.all.len();
        self.by_node.insert(key, self.current);
        self.all.push(Scope { kind, parent: outer, names: IndexMap::default(), generator: false });
        outer
    }

    fn type_parameters(&mut self, parameters: Option<&ast::TypeParams>) {
        for parameter in parameters.into_iter().flat_map(|p| &p.type_params) {
            self.type_parameters.push(parameter.name().to_string());
        }
    }

    fn flags(&mut self, name: &str) -> &mut Flags {
        let names = &mut self.all[self.current].names;
        if !names.contains_key(name) {
            names.insert(name.to_owned(), Flags::default());
        }
        &mut names[name]
    }

    fn bind(&mut self, name: &str) {
        self.flags(name).bound = true;
    }

    fn function(&mut self, key: usize, parameters: Option<&ast::Parameters>, body: impl FnOnce(&mut Self)) {
        let outer = self.enter(key, Kind::Function);
        for parameter in parameters.into_iter().flat_map(ast::Parameters::iter) {
            self.bind(parameter.name().as_str());
        }
        body(self);
        self.current = outer;
    }

    fn defaults(&mut self, parameters: Option<&ast::Parameters>) {
        for parameter in parameters.into_iter().flat_map(|p| p.iter_non_variadic_params()) {
            if let Some(default) = parameter.default() {
                self.visit_expr(default);
            }
        }
    }

    fn comprehension(&mut self, key: usize, generators: &[ast::Comprehension], parts: &[&Expr], lazy: bool) {
        let Some((first, rest)) = generators.split_first() else { return };
        self.visit_expr(&first.iter);
        let outer = self.enter(key, Kind::Comprehension);
        self.all[self.current].generator = lazy;
        self.bind(".0");
        self.visit_expr(&first.target);
        first.ifs.iter().for_each(|test| self.visit_expr(test));
        for generator in rest {
            self.visit_expr(&generator.iter);
            self.visit_expr(&generator.target);
            generator.ifs.iter().for_each(|test| self.visit_expr(test));
        }
        parts.iter().for_each(|part| self.visit_expr(part));
        self.current = outer;
    }

    /// Finds the scope that every unbound name belongs to.
    fn resolve(&mut self) -> Result<(), (String, u32)> {
        if self.all[0].names.values().any(|flags| flags.nonlocal) {
            return Err(("nonlocal declaration not allowed at module level".to_owned(), 0));
        }
        for index in 1..self.all.len() {
            let wanted: Vec<(String, bool)> = self.all[index]
                .names
                .iter()
                .filter(|(_, flags)| !flags.global && (!flags.bound || flags.nonlocal))
                .map(|(name, flags)| (name.clone(), flags.nonlocal))
                .collect();
            for (name, nonlocal) in wanted {
                let found = self.capture(index, &name);
                if nonlocal && !found {
                    return Err((format!("no binding for nonlocal '{name}' found"), 0));
                }
            }
        }
        Ok(())
    }

    fn capture(&mut self, index: usize, name: &str) -> bool {
        let mut scope = self.all[index].parent;
        let owner = loop {
            let candidate = &self.all[scope];
            match candidate.kind {
                Kind::Module => return false,
                Kind::Class if name != "__class__" => {}
                Kind::Class => break scope,
                _ => match candidate.names.get(name) {
                    Some(flags) if flags.global => return false,
                    Some(flags) if flags.bound && !flags.nonlocal => break scope,
                    _ => {}
                },
            }
            scope = candidate.parent;
        };
        self.all[owner].names.entry(name.to_owned()).or_default().cell = true;
        let mut scope = index;
        while scope != owner {
            self.all[scope].names.entry(name.to_owned()).or_default().free = true;
            scope = self.all[scope].parent;
        }
        true
    }
}

impl<'a> Visitor<'a> for Scopes {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => {
                self.bind(def.name.as_str());
                def.decorator_list.iter().for_each(|d| self.visit_expr(&d.expression));
                self.type_parameters(def.type_params.as_deref());
                self.defaults(Some(&def.parameters));
                for parameter in def.parameters.iter() {
                    parameter.annotation().into_iter().for_each(|annotation| self.visit_expr(annotation));
                }
                def.returns.iter().for_each(|annotation| self.visit_expr(annotation));
                self.function(key(def), Some(&def.parameters), |scopes| scopes.visit_body(&def.body));
            }
            Stmt::ClassDef(def) => {
                self.bind(def.name.as_str());
                def.decorator_list.iter().for_each(|d| self.visit_expr(&d.expression));
                if let Some(arguments) = &def.arguments {
                    self.visit_arguments(arguments);
                }
                self.type_parameters(def.type_params.as_deref());
                let outer = self.enter(key(def), Kind::Class);
                self.visit_body(&def.body);
                self.current = outer;
            }
            Stmt::AnnAssign(assign) => {
                if let Some(value) = &assign.value {
                    self.visit_expr(value);
                }
                self.visit_expr(&assign.target);
                if matches!(self.all[self.current].kind, Kind::Module | Kind::Class) {
                    self.visit_expr(&assign.annotation);
                }
            }
            Stmt::TypeAlias(alias) => {
                self.type_parameters(alias.type_params.as_deref());
                self.visit_expr(&alias.name);
                self.visit_expr(&alias.value);
            }
            Stmt::Global(global) => global.names.iter().for_each(|name| self.flags(name).global = true),
            Stmt::Nonlocal(names) => names.names.iter().for_each(|name| self.flags(name).nonlocal = true),
            Stmt::Import(import) => {
                for alias in &import.names {
                    match &alias.asname {
                        Some(name) => self.bind(name),
                        None => self.bind(alias.name.split('.').next().unwrap_or_default()),
                    }
                }
            }
            Stmt::ImportFrom(import) => {
                self.lazy_annotations |=
                    import.module.as_ref().is_some_and(|name| name.as_str() == "__future__");
                for alias in &import.names {
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind(name);
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(p) => p.name.as_ref(),
            Pattern::MatchStar(p) => p.name.as_ref(),
            Pattern::MatchMapping(p) => p.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.bind(name);
        }
        visitor::walk_pattern(self, pattern);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => {
                match name.ctx {
                    ExprContext::Store | ExprContext::Del => self.bind(&name.id),
                    _ => drop(self.flags(&name.id)),
                }
                // `super()` without arguments needs the class it stands in.
                if name.id.as_str() == "super" && self.all[self.current].kind != Kind::Module {
                    self.flags("__class__");
                }
            }
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                let Expr::Name(name) = &*named.target else { return };
                let inner = self.current;
                while self.all[self.current].kind == Kind::Comprehension {
                    self.flags(&name.id);
                    self.current = self.all[self.current].parent;
                }
                self.bind(&name.id);
                self.current = inner;
            }
            Expr::Lambda(lambda) => {
                self.defaults(lambda.parameters.as_deref());
                self.function(key(lambda), lambda.parameters.as_deref(), |s| s.visit_expr(&lambda.body));
            }
            Expr::ListComp(c) => self.comprehension(key(c), &c.generators, &[&c.elt], false),
            Expr::SetComp(c) => self.comprehension(key(c), &c.generators, &[&c.elt], false),
            Expr::Generator(c) => self.comprehension(key(c), &c.generators, &[&c.elt], true),
            Expr::DictComp(c) => {
                let mut parts: Vec<&Expr> = c.key.iter().map(|k| &**k).collect();
                parts.push(&c.value);
                self.comprehension(key(c), &c.generators, &parts, false);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.all[self.current].generator = true;
                visitor::walk_expr(self, expr);
            }
            _ => visitor::walk_expr(self, expr),
        }
    }
}
