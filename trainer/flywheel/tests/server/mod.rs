//! A local chat endpoint that says what a script tells it to, badly if need be.

use std::io::{Cursor, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use serde_json::{Value, json};
use tiny_http::{Header, Response, Server};
use vthinker_flywheel::teacher::{Cache, Clock, Endpoint};

/// What the server does with one request.
#[allow(dead_code)] // each test file uses some
pub enum Act {
    /// A completion with this content.
    Say(String),
    /// A completion that ended for some other reason than `stop`.
    Finish(String, &'static str),
    /// Any status, headers and body.
    Raw(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// An answer that comes too late, after some time.
    Late(Duration),
    /// The connection is closed in the middle of the answer.
    Drop,
}

/// The server; it stops when dropped.
#[allow(dead_code)] // not every test looks at everything
pub struct Script {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    /// Bodies of all requests, in the order of their coming.
    pub asked: Arc<Mutex<Vec<Value>>>,
    /// Authorization headers.
    pub keys: Arc<Mutex<Vec<String>>>,
    thread: Vec<JoinHandle<()>>,
}

impl Script {
    /// Starts a server; `act` gets the number of the request and its body.
    pub fn start(act: impl Fn(usize, &Value) -> Act + Send + Sync + 'static) -> Self {
        let server = Arc::new(Server::http("127.0.0.1:0").unwrap());
        let address = server.server_addr().to_ip().unwrap();
        let stop = Arc::new(AtomicBool::new(false));
        let (asked, keys) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(Vec::new())));
        let act = Arc::new(act);
        let threads = (0..4).map(|_| {
            let (server, stop, act) = (Arc::clone(&server), Arc::clone(&stop), Arc::clone(&act));
            let (asked, keys) = (Arc::clone(&asked), Arc::clone(&keys));
            std::thread::spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let Ok(Some(mut request)) = server.recv_timeout(Duration::from_millis(20)) else {
                        continue;
                    };
                    let mut text = String::new();
                    request.as_reader().read_to_string(&mut text).unwrap();
                    let body: Value = serde_json::from_str(&text).unwrap();
                    let key = request.headers().iter().find(|h| h.field.equiv("Authorization"));
                    keys.lock().unwrap().extend(key.map(|h| h.value.to_string()));
                    let number = {
                        let mut asked = asked.lock().unwrap();
                        asked.push(body.clone());
                        asked.len() - 1
                    };
                    answer(request, act(number, &body));
                }
            })
        });
        let thread = threads.collect();
        Self { address, stop, asked, keys, thread }
    }

    /// An endpoint of this server with short limits.
    pub fn endpoint(&self) -> Endpoint {
        let mut endpoint = Endpoint::new(format!("http://{}/v1", self.address), "scripted-model");
        endpoint.timeout_s = 5.0;
        endpoint.requests_per_minute = 1e9;
        endpoint.tries = 4;
        endpoint
    }

    /// Requests so far.
    pub fn count(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        for thread in self.thread.drain(..) {
            let _ = thread.join();
        }
    }
}

fn completion(content: &str, finish: &str) -> String {
    json!({
        "choices": [{"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 500},
    })
    .to_string()
}

fn answer(request: tiny_http::Request, act: Act) {
    let json = |text: String| {
        Response::from_string(text).with_header("Content-Type: application/json".parse::<Header>().unwrap())
    };
    // The other side may be gone; that is its right.
    let _ = match act {
        Act::Say(content) => request.respond(json(completion(&content, "stop"))),
        Act::Finish(content, finish) => request.respond(json(completion(&content, finish))),
        Act::Late(time) => {
            std::thread::sleep(time);
            request.respond(json(completion("{}", "stop")))
        }
        Act::Drop => {
            let mut writer = request.into_writer();
            let head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n{\"choices\"";
            writer.write_all(head).and_then(|()| writer.flush())
        }
        Act::Raw(status, headers, body) => {
            let length = body.len();
            let mut response = Response::new(status.into(), vec![], Cursor::new(body), Some(length), None);
            for (name, value) in headers {
                response.add_header(format!("{name}: {value}").parse::<Header>().unwrap());
            }
            request.respond(response)
        }
    };
}

/// An address where nobody listens.
#[allow(dead_code)]
pub fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    format!("http://{}/v1", listener.local_addr().unwrap())
}

/// A clock whose time passes at once.
#[derive(Default)]
pub struct Leap {
    now: Mutex<Duration>,
    /// All sleeps.
    pub slept: Mutex<Vec<Duration>>,
}

impl Clock for Leap {
    fn now(&self) -> Duration {
        *self.now.lock().unwrap()
    }

    fn sleep(&self, time: Duration) {
        *self.now.lock().unwrap() += time;
        self.slept.lock().unwrap().push(time);
    }
}

/// A cache in a folder of its own.
pub fn cache(folder: &tempfile::TempDir) -> Arc<Cache> {
    Arc::new(Cache::open(&folder.path().join("cache")).unwrap())
}

/// A good creator's answer; `n` moves everything, so that answers differ.
pub fn problem(n: usize) -> Value {
    let x = 60 + n % 100;
    json!({
        "question": "How many pixels is the middle of the black segment from its left end?",
        "figure_code": format!("from PIL import Image, ImageDraw\nim = Image.new('RGB', (240, 200), 'white')\nd = ImageDraw.Draw(im)\n\
            d.line((20, 100, {}, 100), fill='black', width=3)\nim.save('figure.png')\nprint('figure.png')", 2 * x - 20),
        "before": "The middle is not marked, so I mark it.",
        "tool_code": format!("from PIL import Image, ImageDraw\nim = Image.open(image_path)\nd = ImageDraw.Draw(im)\n\
            d.circle(({x}, 100), 4, fill='red')\nim.save('out.png')\nprint('out.png')"),
        "after": "The dot lies in the middle.",
        "answer": (x - 20).to_string(),
        "choices": [],
        "difficulty": "easy",
        "form": "fill-in",
        "knowledge": [{"path": ["Mathematics", "Geometry", "Midpoint of a segment"],
            "sentence": "The midpoint of a segment is equally far from both of its ends."}],
        "tools": ["point_mark"],
        "new_tools": [],
    })
}

/// A checker's answer.
#[allow(dead_code)]
pub fn scores(question: u8, image: u8, edit: u8) -> Value {
    let score = |score| json!({"score": score, "reason": "because"});
    json!({"question": score(question), "image": score(image), "edit": score(edit)})
}
