//! Conversations to prompt text.

use minijinja::{Environment, Error, ErrorKind, Value, context, syntax::SyntaxConfig};

use super::InputError;

/// What the published checkpoints' template does for text and pictures, for checkpoints without one.
const QWEN: &str = concat!(
    "{% for message in messages %}",
    "{% if loop.first and message.role != 'system' %}",
    "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n",
    "{% endif %}",
    "<|im_start|>{{ message.role }}\n",
    "{% if message.content is string %}{{ message.content }}",
    "{% else %}{% for part in message.content %}",
    "{% if part.type == 'image' %}<|vision_start|><|image_pad|><|vision_end|>{% else %}{{ part.text }}{% endif %}",
    "{% endfor %}{% endif %}<|im_end|>\n",
    "{% endfor %}",
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}",
);

/// The name templates are kept under; without a suffix, nothing is escaped.
const NAME: &str = "chat";

/// One turn of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// `system`, `user` or `assistant`.
    pub role: String,
    /// What is said and shown, in order.
    pub content: Vec<Content>,
}

impl Message {
    /// A turn of text.
    pub fn text(role: impl Into<String>, text: impl Into<String>) -> Self {
        Message { role: role.into(), content: vec![Content::Text(text.into())] }
    }
}

/// A piece of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Text.
    Text(String),
    /// A picture; it becomes one placeholder, see [`super::expand_image_tokens`].
    Image,
}

/// A checkpoint's Jinja template.
#[derive(Debug, Clone)]
pub struct ChatTemplate {
    environment: Environment<'static>,
}

impl ChatTemplate {
    /// The template built in.
    pub fn qwen() -> Self {
        Self::new(QWEN).expect("the built-in template parses")
    }

    /// A template as found in `chat_template.jinja` or a JSON file's `chat_template`.
    pub fn new(source: &str) -> Result<Self, InputError> {
        let mut environment = Environment::new();
        // As transformers sets it.
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        environment.set_syntax(syntax.map_err(|e| InputError::Template(e.to_string()))?);
        environment.add_function("raise_exception", |message: String| -> Result<Value, Error> {
            Err(Error::new(ErrorKind::InvalidOperation, message))
        });
        environment
            .add_template_owned(NAME, source.to_owned())
            .map_err(|e| InputError::Template(format!("{e:#}")))?;
        Ok(ChatTemplate { environment })
    }

    /// The template's own text.
    pub fn source(&self) -> String {
        self.environment.get_template(NAME).map(|template| template.source().to_owned()).unwrap_or_default()
    }

    /// The prompt; `add_generation_prompt` opens the assistant's turn.
    pub fn render(&self, messages: &[Message], add_generation_prompt: bool) -> Result<String, InputError> {
        let messages: Vec<Value> = messages.iter().map(message_value).collect();
        let render = || {
            self.environment
                .get_template(NAME)?
                .render(context! { messages => messages, add_generation_prompt => add_generation_prompt })
        };
        render().map_err(|e| InputError::Render(format!("{e:#}")))
    }
}

impl Default for ChatTemplate {
    fn default() -> Self {
        Self::qwen()
    }
}

/// Plain text as a string (all templates take it), anything with a picture as a list of parts.
fn message_value(message: &Message) -> Value {
    let texts: Option<String> = message
        .content
        .iter()
        .map(|part| match part {
            Content::Text(text) => Some(text.as_str()),
            Content::Image => None,
        })
        .collect();
    let content = match texts {
        Some(text) => Value::from(text),
        None => message.content.iter().map(part_value).collect(),
    };
    context! { role => message.role.as_str(), content => content }
}

fn part_value(part: &Content) -> Value {
    match part {
        Content::Text(text) => context! { type => "text", text => text.as_str() },
        Content::Image => context! { type => "image" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_template_writes_turns_and_placeholders() {
        let messages = [
            Message {
                role: "user".into(),
                content: vec![Content::Image, Content::Text("What is x < 3?".into())],
            },
            Message::text("assistant", "Two."),
        ];
        let prompt = ChatTemplate::qwen().render(&messages, true).expect("renders");
        assert_eq!(
            prompt,
            "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n\
             <|im_start|>user\n<|vision_start|><|image_pad|><|vision_end|>What is x < 3?<|im_end|>\n\
             <|im_start|>assistant\nTwo.<|im_end|>\n<|im_start|>assistant\n"
        );
    }

    #[test]
    fn errors_name_the_template() {
        assert!(matches!(ChatTemplate::new("{% if %}"), Err(InputError::Template(_))));
        let template = ChatTemplate::new("{{ raise_exception('no tools') }}").expect("parses");
        let error = template.render(&[], false).expect_err("raises");
        assert!(error.to_string().contains("no tools"), "{error}");
    }
}
