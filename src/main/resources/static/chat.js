// The chat page. The conversation lives in this browser (localStorage) and nowhere else; the server hears messages and
// streams replies. Everything a person or the bot says is put on the page as text, never as HTML.

const STORE = "gopy.chat.1";
const KEPT = 200, SEEN = 60, PICTURES = 6;      // entries of the log, names of replies already shown, charts
const BOLD = "\uE000", PLAIN = "\uE001";        // how the server marks bold parts
const SILENCE = 40_000;                         // the server speaks every 15 s; after this long the line is dead
const HEARING_FIRST = 2_000;                    // so long a message waits for the line that its reply comes by
const LONGEST_WAIT = 30_000, TYPING = 8_000;
const SAVED = 500, NEAR = 400;                  // characters of an opinion that are kept; when to mention it

const $ = id => document.getElementById(id);
const talk = $("talk"), log = $("log"), text = $("text"), form = $("form"), words = talk.dataset;

// ---- what this browser remembers ----

let memory;                                     // used alone where the browser refuses to store
function fresh() {
  return { conversation: name(), log: [], seen: [], queue: [], turn: 0, tour: true };
}
function name() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE));
    if (kept?.conversation) memory = kept;
  } catch { /* nothing kept, or nothing may be kept: this page's memory must do */ }
  memory ??= fresh();
}
function save() {
  memory.log = memory.log.slice(-KEPT);
  memory.seen = memory.seen.slice(-SEEN);
  for (const old of memory.log.filter(entry => entry.picture).slice(0, -PICTURES)) delete old.picture;
  try { localStorage.setItem(STORE, JSON.stringify(memory)); } catch { /* as above */ }
}

// ---- the page ----

function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

/** Puts bold parts and addresses of pages into a bubble. */
function write(bubble, said) {
  let bold = false;
  for (const part of said.split(/([\uE000\uE001])/)) {
    if (part === BOLD || part === PLAIN) { bold = part === BOLD; continue; }
    const into = bold ? bubble.appendChild(element("strong")) : bubble;
    for (const piece of part.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/)) {
      into.append(/^https?:\/\//.test(piece) ? link(piece, piece) : piece);
    }
  }
}
function link(address, label, className) {
  const made = element("a", className, label);
  made.href = address;
  made.target = "_blank";
  made.rel = "noopener noreferrer nofollow";
  return made;
}

function draw(entry) {
  const item = element("li", "said" + (entry.mine ? " mine" : ""));
  item.id = "e-" + entry.id;
  item.append(element("span", "unseen", entry.mine ? words.you + ":" : words.bot + ":"));
  const bubble = item.appendChild(element("div", "bubble"));
  if (entry.mine) bubble.textContent = entry.text; else write(bubble, entry.text);
  if (entry.picture?.startsWith("data:image/png;base64,")) bubble.prepend(picture(entry));
  if (entry.mine && entry.state) state(item, entry);
  if (entry.choices?.length) item.append(choices(entry));
  return item;
}
function picture(entry) {
  const made = element("img", "picture"), follows = isAtEnd();
  made.addEventListener("load", () => { if (follows) toEnd(); });
  made.src = entry.picture;
  made.alt = entry.pictured;
  return made;
}
function state(item, entry) {
  item.classList.toggle("waiting", entry.state === "waiting");
  const line = item.appendChild(element("div", "state", entry.state === "waiting" ? words.waiting : entry.why));
  if (entry.state === "failed" && entry.retry) {
    const again = line.appendChild(element("button", "button quiet", words.again));
    again.type = "button";
    again.addEventListener("click", () => resend(entry));
  }
}
function choices(entry) {
  const rows = element("div", isStale(entry) ? "choices over" : "choices");
  for (const row of entry.choices) {
    const line = rows.appendChild(element("div", "row"));
    for (const choice of row) line.append(button(entry, choice));
  }
  return rows;
}
function button(entry, choice) {
  if (choice.payload.startsWith("https://")) return link(choice.payload, choice.label, "choice");
  const made = element("button", "choice", choice.label);
  made.type = "button";
  made.disabled = isStale(entry);
  if (entry.pressed === choice.payload) made.classList.add("pressed");
  made.addEventListener("click", () => press(entry, choice));
  return made;
}
/** Buttons are for now: those of a message are over once one was pressed or a later turn brought others. */
function isStale(entry) {
  return Boolean(entry.pressed) || memory.log.some(other => other.choices?.length && other.turn > entry.turn);
}

function show(entry, isNew) {
  const old = $("e-" + entry.id), item = draw(entry), follow = isAtEnd();
  if (old) old.replaceWith(item); else log.append(item);
  if (isNew) item.classList.add("fresh");
  if (follow || entry.mine) toEnd();
  return item;
}
function redraw() {
  log.setAttribute("aria-live", "off");
  log.replaceChildren(...memory.log.map(draw));
  tidy();
  if (memory.turn) talk.scrollTop = talk.scrollHeight;
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}
function greyOld() {
  for (const entry of memory.log) {
    const rows = entry.choices?.length && $("e-" + entry.id)?.querySelector(".choices:not(.over)");
    if (rows && isStale(entry)) rows.replaceWith(choices(entry));
  }
}
function tidy() {
  $("tour").hidden = !memory.tour;
  $("hints").hidden = memory.log.some(entry => entry.mine);
}
function isAtEnd() { return talk.scrollHeight - talk.scrollTop - talk.clientHeight < 120; }
/** Shows the end, but never hides the beginning of what came since the resident spoke. */
function toEnd() {
  const last = memory.log.findLast(entry => entry.mine), since = last ? $("e-" + last.id)?.offsetTop ?? 0 : 0;
  talk.scrollTop = Math.max(talk.scrollTop, Math.min(talk.scrollHeight - talk.clientHeight, since - 12));
}
function status(line) {
  $("status").textContent = line;
  if (line) toEnd();
}
function trouble(line) { status(line); troubled = true; }
function allIsWell() { if (troubled) status(""); troubled = false; }

let typingEnds, troubled = false;
function typing(on) {
  clearTimeout(typingEnds);
  $("typing").hidden = !on;
  if (on) { typingEnds = setTimeout(() => typing(false), TYPING); toEnd(); }
}

// ---- the resident speaks ----

function say(said) {
  status("");
  memory.turn++;
  enqueue({ id: name(), mine: true, text: said, turn: memory.turn }, { text: said });
}
function press(entry, choice) {
  entry.pressed = choice.payload;
  memory.turn++;
  const mine = { id: name(), mine: true, text: choice.label, turn: memory.turn, of: entry.id };
  show(entry);
  enqueue(mine, { choice: choice.payload }).focus({ preventScroll: true });
}
function enqueue(entry, content) {
  entry.state = "waiting";
  memory.log.push(entry);
  memory.queue.push({ id: entry.id, ...content });
  save();
  tidy();
  const item = show(entry, true);
  item.tabIndex = -1;
  flush();
  return item;
}
/** Says without a bubble what opens the conversation. */
function open(said) {
  memory.queue.push({ id: name(), text: said });
  save();
  flush();
}
function resend(entry) {
  entry.state = "waiting";
  memory.queue.push({ id: entry.id, ...entry.retry });
  save();
  show(entry);
  flush();
}

// ---- sending: one after the other, again and again until it is heard ----

let sending = false, failures = 0, retryAt;
async function flush() {
  clearTimeout(retryAt);
  if (sending) return;
  sending = true;
  await Promise.race([heard, new Promise(go => setTimeout(go, HEARING_FIRST))]);
  let wait = 0;
  while (memory.queue.length && !wait) wait = await attempt(memory.queue[0]);
  sending = false;
  if (wait) retryAt = setTimeout(flush, wait);
}
async function attempt(message) {
  try {
    const before = replies;
    const answer = await post("/chat/messages", { ...message, language: words.language });
    if (answer.status === 503 || answer.status === 429 || answer.status >= 502) {
      trouble(words.busy);
      return 1000 * Math.min(60, Number(answer.headers.get("Retry-After")) || 5);
    }
    failures = 0;
    memory.queue = memory.queue.filter(other => other.id !== message.id);
    settle(message, answer);
    typing(answer.ok && replies === before);
    return 0;
  } catch {
    trouble(words.offline);
    return backoff();
  }
}
function settle(message, answer) {
  const entry = memory.log.find(other => other.id === message.id);
  if (answer.ok) {
    allIsWell();
    if (entry) delete entry.state;
  } else if (entry) {
    Object.assign(entry, { state: "failed", why: answer.status === 413 ? words.tooLong : words.failed });
    if (answer.status >= 500) entry.retry = message.text ? { text: message.text } : { choice: message.choice };
    unpress(entry);
  }
  save();
  if (entry) show(entry);
}
function unpress(entry) {
  const asked = memory.log.find(other => other.id === entry.of);
  if (asked) { delete asked.pressed; show(asked); }
}
function backoff() {
  return Math.min(LONGEST_WAIT, 1000 * 2 ** failures++) * (0.75 + Math.random() / 2);
}
function post(path, body, signal) {
  return fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({
    conversation: memory.conversation, ...body }), signal, cache: "no-store", credentials: "omit" });
}

// ---- hearing: one stream, opened again whenever it ends ----

let line, misses = 0, replies = 0, wake, hears;
let heard = new Promise(go => { hears = go; });
async function listen() {
  line?.abort();
  const mine = line = new AbortController();
  let silence;
  const alive = () => { clearTimeout(silence); silence = setTimeout(() => mine.abort(), SILENCE); };
  try {
    alive();
    const answer = await post("/chat/stream", { seen: memory.seen }, mine.signal);
    if (!answer.ok) throw new Error("no stream");
    misses = 0;
    await read(answer.body.getReader(), alive);
  } catch { /* the line is dead: below it is opened again */ }
  clearTimeout(silence);
  if (line !== mine) return;
  heard = new Promise(go => { hears = go; });
  clearTimeout(wake);
  wake = setTimeout(listen, Math.min(LONGEST_WAIT, 500 * 2 ** misses++) * (0.75 + Math.random() / 2));
}
async function read(reader, alive) {
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    alive();
    hears();
    const events = (rest + decoder.decode(value, { stream: true })).split("\n\n");
    rest = events.pop();
    events.forEach(hear);
  }
}
function hear(event) {
  const lines = event.split("\n");
  const data = lines.find(part => part.startsWith("data: "));
  if (!data) return;
  const told = JSON.parse(data.slice(6));
  if (memory.seen.includes(told.id)) return;
  memory.seen.push(told.id);
  replies++;
  typing(false);
  if (lines[0] === "event: notice") status(told.text); else place(told);
  save();
}
/** A new bubble, or the new words of an old one. */
function place(told) {
  const old = told.edits && memory.log.find(entry => entry.id === told.edits && !entry.mine);
  const entry = old || { id: told.edits || told.id };
  Object.assign(entry, { text: told.text, choices: told.choices, turn: memory.turn, picture: told.picture,
    pictured: told.pictured });
  delete entry.pressed;
  if (!old) memory.log.push(entry);
  show(entry, true);
  greyOld();
}

// ---- the hands ----

form.addEventListener("submit", event => {
  event.preventDefault();
  const said = text.value.trim();
  if (!said) return;
  text.value = "";
  fit();
  say(said);
});
text.addEventListener("keydown", event => {
  // While marks are being composed (Telex, VNI) Enter belongs to the keyboard.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    form.requestSubmit();
  }
});
text.addEventListener("input", fit);
function fit() {
  text.style.height = "auto";
  text.style.height = text.scrollHeight + 2 + "px";
  const length = [...text.value].length, count = $("count");
  count.textContent = length > SAVED ? words.over : length > NEAR ? words.left.replace("{n}", SAVED - length) : "";
  count.classList.toggle("over", length > SAVED);
}
for (const hint of $("hints").children) {
  hint.addEventListener("click", () => { say(hint.textContent); text.focus({ preventScroll: true }); });
}
$("tour-away").addEventListener("click", () => { memory.tour = false; save(); tidy(); text.focus(); });
$("clear").addEventListener("click", () => { $("clear-dialog").returnValue = ""; $("clear-dialog").showModal(); });
$("clear-dialog").addEventListener("close", () => {
  const choice = $("clear-dialog").returnValue;
  if (choice === "erase") { text.value = "xoa"; fit(); text.focus(); }
  if (choice === "clear") clear();
});
function clear() {
  const tour = memory.tour;
  memory = { ...fresh(), tour };
  save();
  redraw();
  typing(false);
  status(words.cleared);
  listen();
}
addEventListener("storage", event => { if (event.key === STORE) { load(); redraw(); } });
addEventListener("online", () => { failures = misses = 0; allIsWell(); flush(); listen(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden && memory.queue.length) flush(); });
visualViewport?.addEventListener("resize", () => { if (document.activeElement === text) toEnd(); });

// ---- the door opens ----

load();
const start = new URLSearchParams(location.search).get("start");
text.disabled = $("send").disabled = false;
redraw();
listen();
if (/^c_[0-9]{5}$/.test(start ?? "")) {
  open("/start " + start);
  history.replaceState(null, "", location.pathname + (words.language === "vi" ? "" : "?lang=" + words.language));
} else if (!memory.log.length && !memory.queue.length) {
  open("/start");
} else {
  flush();
}
if (matchMedia("(pointer: fine)").matches) text.focus();
