//! What the commands of mathtext stand for.

/// Letters and signs without space around them.
const ORDINARY: &str = "BbbC ℂ BbbN ℕ BbbP ℙ BbbQ ℚ BbbR ℝ BbbZ ℤ Colon ∷ DH Ð Delta Δ Finv Ⅎ Game ⅁ Gamma Γ Im ℑ Lambda Λ \
    Omega Ω P ¶ Phi Φ Pi Π Psi Ψ Re ℜ S § Sigma Σ Theta Θ Thorn Þ Upsilon Υ Vert ‖ Xi Ξ aleph ℵ alpha α \
    angle ∠ backprime ‵ backslash \\ beta β beth ℶ bigstar ★ blacksquare ■ blacktriangle ▴ \
    blacktriangledown ▾ cdotp · cdots ⋯ cent ¢ checkmark ✓ chi χ circledR ® clubsuit ♣ clubsuitopen ♧ \
    complement ∁ copyright © dag † daleth ℸ ddag ‡ ddots ⋱ degree ° delta δ dh ð diamondsuit ♢ digamma ϝ \
    ell ℓ emdash — emptyset ∅ endash – epsilon ε eta η eth ð exists ∃ flat ♭ forall ∀ frakC ℭ frakZ ℨ \
    gamma γ gimel ℷ hbar ħ heartsuit ♡ hslash ℏ imath ı infty ∞ iota ι jmath ȷ kappa κ lambda λ \
    lambdabar ƛ langle ⟨ lbrace { lbrack [ lceil ⌈ ldots … lfloor ⌊ macron ¯ measuredangle ∡ mho ℧ mu μ \
    nabla ∇ natural ♮ neg ¬ nexists ∄ nu ν omega ω partial ∂ perthousand ‰ phi ϕ pi π prime ′ psi ψ \
    rangle ⟩ rbrace } rbrack ] rceil ⌉ rfloor ⌋ rho ρ ring ˚ scrB ℬ scrE ℰ scrF ℱ scrH ℋ scrI ℐ scrL ℒ \
    scrM ℳ scrR ℛ scre ℯ scro ℴ sharp ♯ sigma σ smallsetminus ∖ spadesuit ♠ spadesuitopen ♤ sterling £ \
    tau τ theta θ thorn þ triangledown ▿ upsilon υ varepsilon ε varkappa ϰ varnothing ∅ varphi φ varpi ϖ \
    varrho ϱ varsigma ς vartheta ϑ vartriangle ▵ vdots ⋮ wp ℘ xi ξ yen ¥ zeta ζ";

/// Binary operators.
const BINARY: &str = "Cap ⋒ Cup ⋓ ast ∗ barvee ⊽ barwedge ⊼ bigcirc ○ bigtriangledown ▽ bigtriangleup △ boxbar ◫ boxdot ⊡ \
    boxminus ⊟ boxplus ⊞ boxtimes ⊠ bullet ∙ cap ∩ cdot ⋅ circ ∘ circledast ⊛ circledcirc ⊚ circleddash \
    ⊝ cup ∪ cupdot ⊍ curlyvee ⋎ curlywedge ⋏ dagger † ddagger ‡ diamond ⋄ div ÷ divideontimes ⋇ dotminus \
    ∸ dotplus ∔ dotsminusdots ∺ doublebarwedge ⌆ intercal ⊺ leftthreetimes ⋋ lhd ◁ minuscolon ∹ mp ∓ \
    odot ⊙ ominus ⊖ oplus ⊕ oslash ⊘ otimes ⊗ pm ± rhd ▷ rightthreetimes ⋌ setminus ∖ slash ∕ sqcap ⊓ \
    sqcup ⊔ star ⋆ times × triangleleft ◁ triangleright ▷ unlhd ⊴ unrhd ⊵ uplus ⊎ vee ∨ veebar ⊻ wedge ∧ \
    wr ≀";

/// Relations and arrows.
const RELATION: &str = "Bumpeq ≎ Doteq ≑ Downarrow ⇓ Equiv ≣ Ldsh ↲ Leftarrow ⇐ Leftrightarrow ⇔ Lleftarrow ⇚ Longleftarrow \
    ⟸ Longleftrightarrow ⟺ Longrightarrow ⟹ Lsh ↰ Nearrow ⇗ Nwarrow ⇖ Rdsh ↳ Rightarrow ⇒ Rrightarrow ⇛ \
    Rsh ↱ Searrow ⇘ Subset ⋐ Supset ⋑ Swarrow ⇙ Uparrow ⇑ Updownarrow ⇕ Vdash ⊩ Vvdash ⊪ approx ≈ \
    approxeq ≊ approxident ≋ arceq ≘ asymp ≍ backcong ≌ backepsilon ϶ backsim ∽ backsimeq ⋍ bagmember ⋿ \
    barleftarrow ⇤ because ∵ between ≬ blacktriangleleft ◀ blacktriangleright ▶ bot ⊥ bowtie ⋈ bumpeq ≏ \
    circeq ≗ circlearrowleft ↺ circlearrowright ↻ coloneq ≔ cong ≅ cupleftarrow ⊌ curlyeqprec ⋞ \
    curlyeqsucc ⋟ curvearrowleft ↶ curvearrowright ↷ cwopencirclearrow ↻ dashv ⊣ disin ⋲ doteq ≐ \
    doteqdot ≑ dots … downarrow ↓ downdownarrows ⇊ downharpoonleft ⇃ downharpoonright ⇂ downzigzagarrow \
    ↯ eqcirc ≖ eqcolon ≕ eqdef ≝ eqgtr ⋝ eqless ⋜ eqsim ≂ eqslantgtr ⪖ eqslantless ⪕ equalparallel ⋕ \
    equiv ≡ fallingdotseq ≒ geq ≥ geqq ≧ geqslant ⩾ gg ≫ ggg ⋙ gnapprox ⪊ gneqq ≩ gnsim ⋧ gtrapprox ⪆ \
    gtrdot ⋗ gtreqless ⋛ gtreqqless ⪌ gtrless ≷ gtrsim ≳ hookleftarrow ↩ hookrightarrow ↪ in ∈ isinE ⋹ \
    isindot ⋵ isinobar ⋷ isins ⋴ isinvb ⋸ leadsto ⇝ leftarrow ← leftarrowtail ↢ leftharpoondown ↽ \
    leftharpoonup ↼ leftleftarrows ⇇ leftrightarrow ↔ leftrightarrows ⇆ leftrightharpoons ⇋ \
    leftrightsquigarrow ↭ leftsquigarrow ↜ leq ≤ leqq ≦ leqslant ⩽ lessapprox ⪅ lessdot ⋖ lesseqgtr ⋚ \
    lesseqqgtr ⪋ lessgtr ≶ lesssim ≲ ll ≪ lll ⋘ lnapprox ⪉ lneqq ≨ lnsim ⋦ longleftarrow ⟵ \
    longleftrightarrow ⟷ longmapsto ⟼ longrightarrow ⟶ looparrowleft ↫ looparrowright ↬ ltimes ⋉ \
    mapsdown ↧ mapsfrom ↤ mapsto ↦ mapsup ↥ measeq ≞ measuredrightangle ⊾ mid ∣ models ⊧ multimap ⊸ \
    nLeftarrow ⇍ nLeftrightarrow ⇎ nRightarrow ⇏ nVDash ⊯ nVdash ⊮ napprox ≉ ncong ≇ ne ≠ nearrow ↗ neq \
    ≠ nequiv ≢ ngeq ≱ ngtr ≯ ngtrless ≹ ngtrsim ≵ ni ∋ niobar ⋾ nis ⋼ nisd ⋺ nleftarrow ↚ \
    nleftrightarrow ↮ nleq ≰ nless ≮ nlessgtr ≸ nlesssim ≴ nmid ∤ notin ∉ notsmallowns ∌ nparallel ∦ \
    nprec ⊀ npreccurlyeq ⋠ nrightarrow ↛ nsim ≁ nsimeq ≄ nsqsubseteq ⋢ nsqsupseteq ⋣ nsubset ⊄ nsubseteq \
    ⊈ nsucc ⊁ nsucccurlyeq ⋡ nsupset ⊅ nsupseteq ⊉ ntriangleleft ⋪ ntrianglelefteq ⋬ ntriangleright ⋫ \
    ntrianglerighteq ⋭ nvDash ⊭ nvdash ⊬ nwarrow ↖ parallel ∥ pitchfork ⋔ prec ≺ precapprox ⪷ \
    preccurlyeq ≼ preceq ≼ precnapprox ⪹ precnsim ⋨ precsim ≾ propto ∝ questeq ≟ ratio ∶ rightModels ⊫ \
    rightangle ∟ rightarrow → rightarrowbar ⇥ rightarrowtail ↣ rightassert ⊦ rightharpoondown ⇁ \
    rightharpoonup ⇀ rightleftarrows ⇄ rightleftharpoons ⇌ rightrightarrows ⇉ rightsquigarrow ↝ \
    rightzigzagarrow ⇝ risingdotseq ≓ rtimes ⋊ scurel ⊱ searrow ↘ sim ∼ simeq ≃ simneqq ≆ smallin ∊ \
    smallowns ∍ sqsubset ⊏ sqsubseteq ⊑ sqsubsetneq ⋤ sqsupset ⊐ sqsupseteq ⊒ sqsupsetneq ⋥ stareq ≛ \
    subset ⊂ subseteq ⊆ subsetneq ⊊ succ ≻ succapprox ⪸ succcurlyeq ≽ succeq ≽ succnapprox ⪺ succnsim ⋩ \
    succsim ≿ supset ⊃ supseteq ⊇ supsetneq ⊋ swarrow ↙ therefore ∴ to → top ⊤ triangle △ triangleeq ≜ \
    trianglelefteq ⊴ triangleq ≜ trianglerighteq ⊵ twoheaddownarrow ↡ twoheadleftarrow ↞ \
    twoheadrightarrow ↠ twoheaduparrow ↟ uparrow ↑ updownarrow ↕ updownarrowbar ↨ updownarrows ⇅ \
    upharpoonleft ↿ upharpoonright ↾ upuparrows ⇈ vDash ⊨ varisinobar ⋶ varisins ⋳ varlrtriangle ⊿ \
    varniobar ⋽ varnis ⋻ varpropto ∝ vartriangleleft ⊲ vartriangleright ⊳ vdash ⊢ veeeq ≚ wedgeq ≙";

/// Large operators with limits above and below.
const OVER: &str =
    "bigcap ⋂ bigcup ⋃ bigodot ⨀ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀ coprod ∐ prod ∏ sum ∑";

/// Integrals, whose limits stand beside them.
const DROP: &str = "iiiint ⨌ iiint ∭ iint ∬ int ∫ oiiint ∰ oiint ∯ oint ∮";

/// How a symbol behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Ordinary,
    /// Spaced, but not at the start or after a relation.
    Binary,
    /// Always spaced.
    Relation,
    /// Limits go above and below.
    Over,
    /// Limits stand beside a tall sign.
    Integral,
}

/// The character and the behaviour of `\\name`.
pub(super) fn symbol(name: &str) -> Option<(char, Class)> {
    let find = |table: &'static str| {
        let mut words = table.split(' ');
        while let (Some(known), Some(sign)) = (words.next(), words.next()) {
            if known == name {
                return sign.chars().next();
            }
        }
        None
    };
    [
        (ORDINARY, Class::Ordinary),
        (BINARY, Class::Binary),
        (RELATION, Class::Relation),
        (OVER, Class::Over),
        (DROP, Class::Integral),
    ]
    .into_iter()
    .find_map(|(table, class)| find(table).map(|sign| (sign, class)))
}

/// The behaviour of a character that is written as itself.
pub(super) fn class_of(sign: char) -> Class {
    match sign {
        '+' | '*' | '-' | '\u{2212}' => Class::Binary,
        '=' | '<' | '>' | ':' => Class::Relation,
        _ => Class::Ordinary,
    }
}

/// The combining character of an accent.
pub(super) fn accent(name: &str) -> Option<char> {
    Some(match name {
        "hat" | "^" => '\u{302}',
        "breve" => '\u{306}',
        "bar" => '\u{304}',
        "grave" | "`" => '\u{300}',
        "acute" | "'" => '\u{301}',
        "tilde" | "~" => '\u{303}',
        "dot" | "." => '\u{307}',
        "ddot" | "\"" => '\u{308}',
        "dddot" => '\u{20db}',
        "ddddot" => '\u{20dc}',
        "vec" => '\u{20d7}',
        "overrightarrow" => '\u{2192}',
        "overleftarrow" => '\u{2190}',
        "mathring" => '\u{2218}',
        _ => return None,
    })
}

/// The combining character of an accent that grows with what is below it.
pub(super) fn wide_accent(name: &str) -> Option<char> {
    Some(match name {
        "widehat" => '\u{302}',
        "widetilde" => '\u{303}',
        "widebar" => '\u{305}',
        _ => return None,
    })
}

/// The named functions, which are set upright.
pub(super) const FUNCTIONS: &[&str] = &[
    "arccos", "csc", "ker", "min", "arcsin", "deg", "lg", "Pr", "arctan", "det", "lim", "sec", "arg", "dim",
    "liminf", "sin", "cos", "exp", "limsup", "sinh", "cosh", "gcd", "ln", "sup", "cot", "hom", "log", "tan",
    "coth", "inf", "max", "tanh",
];

/// The functions whose limits go above and below.
pub(super) const LIMITS: &[&str] = &["lim", "liminf", "limsup", "sup", "max", "min"];
