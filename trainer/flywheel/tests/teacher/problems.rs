//! Problems as models make, judge and mend them.

use serde_json::{Value, json};
use vthinker_flywheel::teacher::{
    Extension, Form, FromKnowledge, FromTools, Proposal, Reason, Teacher, build,
};
use vthinker_flywheel::{Knowledge, Tools};

use crate::asking::{models, principles, reason};
use crate::server::{Act, Script, problem, scores};

fn with(changes: &[(&str, Value)]) -> String {
    let mut value = problem(0);
    for (field, content) in changes {
        value[*field] = content.clone();
    }
    value.to_string()
}

#[test]
fn a_creator_makes_a_problem() {
    let fenced = format!("```json\n{}\n```", problem(5));
    let script = Script::start(move |_, _| Act::Say(fenced.clone()));
    let folder = tempfile::tempdir().unwrap();
    let (knowledge, tools) = (Knowledge::embedded().unwrap(), Tools::embedded().unwrap());
    let models = models(&script, &folder);
    let list = principles();
    let wish = FromKnowledge { principles: &list, tools: &tools, level: 2, form: Form::FillIn };
    let created = models.create_from_knowledge(&wish).unwrap();
    let problem = build(&created.proposal, "model-1").unwrap();
    assert_eq!(
        (problem.family.as_str(), problem.domain.as_str(), problem.level),
        ("model", "Mathematics", 1)
    );
    assert_eq!(problem.answer.as_deref(), Some("45"));
    assert_eq!(problem.knowledge, ["Midpoint of a segment"]);
    assert_eq!(problem.tools, ["point_mark"]);
    assert_eq!(problem.marks.len(), 1);
    assert_eq!(problem.trajectory.len(), 3);
    assert_ne!(problem.image, problem.edited_image);
    let told = script.asked.lock().unwrap()[0].to_string();
    assert!(
        told.contains("Mathematics > Geometry > Midpoint: It halves.") && told.contains("parallel_through")
    );
    let some: Vec<_> = tools.iter().take(2).cloned().collect();
    let wish = FromTools { tools: &some, knowledge: &knowledge, level: 3, form: Form::FillIn };
    models.create_from_tools(&wish).unwrap();
    let told = script.asked.lock().unwrap()[1].to_string();
    assert!(told.contains("cross_mark") && told.contains("Materials Science"));
}

#[test]
fn faulty_creations_are_told_and_rejected_by_reason() {
    let figure = problem(0)["figure_code"].as_str().unwrap().to_owned();
    let open = "from PIL import Image, ImageDraw\nim = Image.open(image_path)\nd = ImageDraw.Draw(im)\n";
    let save = "im.save('out.png')\nprint('out.png')";
    let cases: Vec<(Reason, String, &str)> = vec![
        (
            Reason::FigureCode,
            with(&[("figure_code", json!("import os\nos.remove('/etc/passwd')"))]),
            "sandbox",
        ),
        (Reason::FigureCode, with(&[("figure_code", json!("while True: pass"))]), "FuelExhausted"),
        (Reason::FigureCode, with(&[("figure_code", json!("x = 1"))]), "got 0"),
        (
            Reason::UnfitFigure,
            with(&[("figure_code", json!(figure.replace("240, 200", "241, 200")))]),
            "multiples",
        ),
        (
            Reason::UnfitFigure,
            with(&[("figure_code", json!(figure.replace("fill='black'", "fill='white'")))]),
            "empty",
        ),
        (Reason::ToolCode, with(&[("tool_code", json!("d.line("))]), "drawing 1"),
        (Reason::NoEdit, with(&[("tool_code", json!(format!("{open}{save}")))]), "changes 0 pixels"),
        (
            Reason::NoEdit,
            with(&[("tool_code", json!(format!("{open}im = im.resize((100, 100))\n{save}")))]),
            "100",
        ),
        (
            Reason::NoMarks,
            with(&[("tool_code", json!(format!("{open}d.text((20, 20), 'hello', fill='red')\n{save}")))]),
            "no point",
        ),
        (Reason::UnfitText, with(&[("question", json!(""))]), "question has 0"),
        (Reason::UnfitText, with(&[("after", json!("So it is.</think><answer>4</answer>"))]), "tag"),
        (Reason::UnfitText, with(&[("knowledge", json!([]))]), "path"),
        (Reason::UnfitChoices, with(&[("choices", json!(["1", "2", "3"]))]), "none of the choices"),
        (Reason::Malformed, with(&[("tools", json!("point_mark"))]), "invalid type"),
    ];
    let tools = Tools::embedded().unwrap();
    for (expected, answer, told) in cases {
        let script = Script::start(move |_, _| Act::Say(answer.clone()));
        let folder = tempfile::tempdir().unwrap();
        let models = models(&script, &folder);
        let list = principles();
        let wish = FromKnowledge { principles: &list, tools: &tools, level: 2, form: Form::FillIn };
        assert_eq!(reason(models.create_from_knowledge(&wish)), expected, "{told}");
        let asked = script.asked.lock().unwrap();
        assert_eq!(asked.len(), 3);
        assert!(asked[1]["messages"].to_string().contains(told), "{told}: {}", asked[1]["messages"]);
    }
}

#[test]
fn choices_become_letters() {
    let answer = with(&[("choices", json!(["10", "20", "40", "30"])), ("answer", json!("40"))]);
    let script = Script::start(move |_, _| Act::Say(answer.clone()));
    let folder = tempfile::tempdir().unwrap();
    let (tools, list) = (Tools::embedded().unwrap(), principles());
    let wish = FromKnowledge { principles: &list, tools: &tools, level: 2, form: Form::Choice };
    let created = models(&script, &folder).create_from_knowledge(&wish).unwrap();
    let problem = build(&created.proposal, "id").unwrap();
    assert_eq!(problem.answer.as_deref(), Some("C"));
    assert!(problem.prompt().ends_with("\nC. 40\nD. 30"));
}

#[test]
fn checker_repairer_and_expander_see_the_pictures() {
    let script = Script::start(|_, body| {
        let name = body["response_format"]["json_schema"]["name"].as_str().unwrap();
        Act::Say(match name {
            "problem" => problem(0).to_string(),
            "scores" => scores(3, 9, 8).to_string(),
            "repaired" => json!({"question": "Where is the middle?", "thoughts": ["I mark it."],
                "conclusion": "There.", "answer": "40", "choices": []})
            .to_string(),
            "extended" => json!({"question": "Where is the middle, and the quarter?",
                "thoughts": ["I mark it.", "I mark the quarter."], "conclusion": "There.", "answer": "20",
                "choices": [], "tools": ["cross_mark"],
                "code": "from PIL import Image, ImageDraw\nim = Image.open('out.png')\nd = ImageDraw.Draw(im)\n\
                    d.line((40, 90, 40, 110), fill='red', width=2)\nim.save('out.png')\nprint('out.png')"})
            .to_string(),
            other => panic!("{other}"),
        })
    });
    let folder = tempfile::tempdir().unwrap();
    let models = models(&script, &folder);
    let (tools, list) = (Tools::embedded().unwrap(), principles());
    let wish = FromKnowledge { principles: &list, tools: &tools, level: 1, form: Form::FillIn };
    let created = models.create_from_knowledge(&wish).unwrap();
    let drawn = build(&created.proposal, "id").unwrap();
    let found = models.check(&drawn).unwrap();
    assert_eq!(found.below(7).unwrap().reason, Reason::JudgedQuestion);
    assert!(found.below(3).is_none());
    let repaired = models.repair(&created.proposal, &drawn, &found).unwrap();
    assert_eq!(repaired.question, "Where is the middle?");
    assert_eq!(repaired.steps[0].code, created.proposal.steps[0].code);
    let how = Extension::Sequential;
    let extended = models.expand(&created.proposal, &drawn, how).unwrap();
    let harder = build(&extended, "id-2").unwrap();
    assert_eq!((harder.trajectory.len(), harder.marks.len(), harder.level), (5, 2, 2));
    assert_eq!(harder.tools, ["point_mark", "cross_mark"]);
    let asked = script.asked.lock().unwrap();
    let pictures = |body: &Value| body.to_string().matches("data:image/png;base64,").count();
    assert_eq!(asked.iter().map(pictures).collect::<Vec<_>>(), [0, 2, 2, 1]);
}

#[test]
fn scores_above_ten_are_refused() {
    let script = Script::start(|_, _| Act::Say(scores(11, 9, 9).to_string()));
    let folder = tempfile::tempdir().unwrap();
    let created: Proposal = serde_json::from_value(json!({
        "question": "q", "choices": [], "answer": "a", "figure_code": problem(0)["figure_code"],
        "steps": [{"thought": "t", "code": problem(0)["tool_code"]}], "conclusion": "c", "level": 1,
        "knowledge": [], "tools": []
    }))
    .unwrap();
    let drawn = build(&created, "id").unwrap();
    assert_eq!(reason(models(&script, &folder).check(&drawn)), Reason::Malformed);
}
