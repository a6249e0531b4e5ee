// The one window of a browser: WebDriver's commands on it, done by the DevTools protocol.

import { EventEmitter, once } from "node:events";

import { DevTools, DevToolsError } from "./devtools.mjs";
import { strokes } from "./keys.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** An error of W3C WebDriver §6.6, by its name there. */
export class Refused extends Error {
  constructor(error, message) {
    super(message);
    this.error = error;
  }
}

/** Where a press would go, in the page: the middle of the element, or what lies on top of it. */
const PLACE = `function () {
  if (this.tagName === "OPTION") {
    const list = this.closest("select");
    list.focus();
    if (!this.selected) {
      this.selected = true;
      for (const kind of ["input", "change"]) list.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    return { chosen: true };
  }
  const inView = ({ top, left, bottom, right }) =>
    top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  if (!inView(this.getBoundingClientRect())) this.scrollIntoView({ block: "nearest", inline: "nearest" });
  const area = [...this.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (!area) return { hidden: true };
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const x = middle(area.left, area.right, innerWidth), y = middle(area.top, area.bottom, innerHeight);
  const hit = document.elementFromPoint(x, y);
  return this.contains(hit) ? { x, y } : { covered: hit?.outerHTML.slice(0, 200) ?? "nothing is there" };
}`;

const FOCUS_AT_END = `function () {
  this.focus();
  try {
    this.setSelectionRange(this.value.length, this.value.length);
  } catch (fault) {
    // Fields of numbers have no selection; their caret is at the end already.
    if (fault.name !== "InvalidStateError") throw fault;
  }
}`;

/** The one window of a browser. Each public method is a command of WebDriver, with its parameters. */
export class Window {
  #devtools;
  #session;
  #elements = [];
  #loads = new EventEmitter();
  #loaded = new Set();
  #log = { browser: [], performance: [] };

  static async open({ binary, args, prefs = {} }) {
    const made = new Window();
    made.#devtools = new DevTools(binary, args, (...event) => made.#heard(...event));
    await made.#begin(prefs["download.default_directory"]);
    return made;
  }

  async #begin(downloadPath) {
    if (downloadPath) {
      await this.#devtools.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath });
    }
    const { targetId } = await this.#devtools.send("Target.createTarget", { url: "about:blank" });
    this.#session = (await this.#devtools.send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
    await this.#send("Page.enable");
    await this.#send("Page.setLifecycleEventsEnabled", { enabled: true });
    await this.#listen();
  }

  /**
   * Hears what the page's console says and which addresses it asks for.
   *
   * Not those of its workers: twice in a whole run, one that the driver had attached to gave no answer for a minute.
   * Of the service worker it hears when it starts and stops, and its errors, as lines that fail nothing: they say more
   * where a file did not come. Chromium of today is heard whole.
   */
  async #listen() {
    for (const domain of ["Runtime", "Log", "Network", "ServiceWorker"]) await this.#send(`${domain}.enable`);
  }

  #send(method, params) {
    return this.#devtools.send(method, params, this.#session);
  }

  // ——— what the browser tells

  #heard(method, params, session) {
    if (method === "Page.javascriptDialogOpening") return this.#send("Page.handleJavaScriptDialog", { accept: true });
    if (method === "Network.requestWillBeSent") {
      return this.#log.performance.push({ message: JSON.stringify({ message: { method, params } }) });
    }
    if (method === "Page.lifecycleEvent" && params.name === "load" && session === this.#session) {
      this.#loaded.add(params.loaderId);
      this.#loads.emit("load");
    }
    this.#said(method, params);
  }

  /** Notes a line for each message, as chromedriver writes it. */
  #said(method, params) {
    const levels = { error: "SEVERE", assert: "SEVERE", warning: "WARNING" };
    const note = (level, source, message) =>
      this.#log.browser.push({ level: levels[level] ?? "INFO", source, message });
    if (method === "Log.entryAdded") {
      const { level, source, text, url = "-" } = params.entry;
      note(level, source, `${url} ${text}`);
    } else if (method === "Runtime.consoleAPICalled") {
      note(params.type, "console-api", params.args.map(({ value, description }) => value ?? description).join(" "));
    } else if (method === "Runtime.exceptionThrown") {
      const { text, exception, url = "-" } = params.exceptionDetails;
      note("error", "javascript", `${url} ${text} ${exception?.description ?? ""}`);
    } else if (method === "ServiceWorker.workerVersionUpdated") {
      params.versions.forEach((one) => note("info", "service-worker", `${one.status}, ${one.runningStatus}`));
    } else if (method === "ServiceWorker.workerErrorReported") {
      note("info", "service-worker", params.errorMessage.errorMessage);
    }
  }

  // ——— scripts and elements

  /** Runs a function of the page on an object of the page, by default on the page itself. */
  async #call(functionDeclaration, given, { on, returnByValue = true } = {}) {
    const objectId = on ?? (await this.#send("Runtime.evaluate", { expression: "globalThis" })).result.objectId;
    const how = { returnByValue, awaitPromise: true, userGesture: true };
    const call = { functionDeclaration, objectId, arguments: given, ...how };
    const { result, exceptionDetails: thrown } = await this.#send("Runtime.callFunctionOn", call);
    if (thrown) throw new Refused("javascript error", thrown.exception?.description ?? thrown.text);
    return result;
  }

  #object(element) {
    const object = this.#elements[element];
    if (!object) throw new Refused("no such element", `nothing was found under the number ${element}`);
    return object;
  }

  async #onElement(element, functionDeclaration) {
    try {
      return (await this.#call(functionDeclaration, [], { on: this.#object(element) })).value;
    } catch (fault) {
      if (fault instanceof DevToolsError) throw new Refused("stale element reference", fault.message);
      throw fault;
    }
  }

  async #run(functionDeclaration, given) {
    const one = (value) => (value?.[ELEMENT] ? { objectId: this.#object(value[ELEMENT]) } : { value });
    return (await this.#call(functionDeclaration, given.map(one))).value ?? null;
  }

  script({ script, args }) {
    return this.#run(`function () { ${script}\n}`, args);
  }

  scriptWithCallback({ script, args }) {
    const body = `function () { ${script}\n}`;
    return this.#run(`function (...given) { return new Promise((done) => (${body}).call(this, ...given, done)) }`, args);
  }

  async find({ value }) {
    const first = "function (selector) { return document.querySelector(selector) }";
    const found = await this.#call(first, [{ value }], { returnByValue: false });
    if (!found.objectId) throw new Refused("no such element", value);
    return { [ELEMENT]: String(this.#elements.push(found.objectId) - 1) };
  }

  // ——— what people do

  async click(_, element) {
    const { x, y, chosen, hidden, covered } = await this.#onElement(element, PLACE);
    if (hidden) throw new Refused("element not interactable", "it is not shown");
    if (covered) throw new Refused("element click intercepted", covered);
    if (chosen) return null;
    const mouse = (type, more) => this.#send("Input.dispatchMouseEvent", { type, x, y, ...more });
    await mouse("mouseMoved");
    await mouse("mousePressed", { button: "left", buttons: 1, clickCount: 1 });
    await mouse("mouseReleased", { button: "left", buttons: 0, clickCount: 1 });
    return null;
  }

  async typeInto({ text }, element) {
    if (await this.#onElement(element, "function () { return this.type === 'file' }")) {
      await this.#send("DOM.setFileInputFiles", { files: text.split("\n"), objectId: this.#object(element) });
      return null;
    }
    await this.#onElement(element, FOCUS_AT_END);
    for (const character of text) await this.#stroke(character);
    return null;
  }

  async #stroke(character) {
    for (const stroke of strokes(character)) await this.#send("Input.dispatchKeyEvent", stroke);
  }

  async act({ actions }) {
    for (const { type, value } of actions.flatMap((device) => device.actions)) {
      if (type === "keyDown") await this.#stroke(value);
    }
    return null;
  }

  // ——— the window

  async go({ url }) {
    const { errorText, loaderId } = await this.#send("Page.navigate", { url });
    if (errorText) throw new Refused("unknown error", errorText);
    // Another hash of the same page loads nothing.
    while (loaderId && !this.#loaded.has(loaderId)) await once(this.#loads, "load");
    return null;
  }

  async reload() {
    const loaded = once(this.#loads, "load");
    await this.#send("Page.reload");
    await loaded;
    return null;
  }

  async print({ background, shrinkToFit, page }) {
    const [paperWidth, paperHeight] = [page.width, page.height].map((centimetres) => centimetres / 2.54);
    const paper = { printBackground: background, preferCSSPageSize: !shrinkToFit, paperWidth, paperHeight };
    return (await this.#send("Page.printToPDF", paper)).data;
  }

  source() {
    return this.#run("function () { return document.documentElement.outerHTML }", []);
  }

  address() {
    return this.#run("function () { return location.href }", []);
  }

  async picture() {
    return (await this.#send("Page.captureScreenshot")).data;
  }

  devtools({ cmd, params }) {
    return this.#send(cmd, params);
  }

  log({ type }) {
    return this.#log[type].splice(0);
  }

  async close() {
    await this.#devtools.close();
    return null;
  }
}
