// The DevTools protocol over the two pipes of a browser: messages of JSON, each ended by a zero byte.

import { spawn } from "node:child_process";
import { once } from "node:events";

/** What the browser answered instead of doing as it was told. */
export class DevToolsError extends Error {}

export class DevTools {
  #browser;
  #ended;
  /** How it has ended, once it has: its exit code, or the signal that ended it. */
  #end;
  #waiting = new Map();
  #last = 0;
  #heard;

  /** Starts a browser; `heard` is called with every event: method, parameters, session. */
  constructor(binary, words, heard) {
    this.#heard = heard;
    this.#browser = spawn(binary, [...words, "--remote-debugging-pipe"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    this.#ended = once(this.#browser, "close").then(([code, signal]) => {
      this.#end = signal ?? code;
      this.#gone("the browser has ended");
    });
    this.#browser.on("error", (fault) => this.#gone(String(fault)));
    // A browser that is gone is told by its end.
    this.#browser.stdio[3].on("error", () => {});
    this.#read(this.#browser.stdio[4]);
  }

  /** A command to the browser, or to one of its pages or workers by their session. */
  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#last;
    const answered = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, method }));
    this.#browser.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answered;
  }

  /**
   * Ends the browser in order, with everything written down.
   *
   * It may end before its answer is out: then only how it has ended says whether it was in order.
   */
  async close() {
    try {
      await this.send("Browser.close");
    } catch (fault) {
      if (this.#end === undefined) throw fault;
    }
    await this.#ended;
    if (this.#end !== 0) throw new DevToolsError(`Browser.close: the browser has ended with ${this.#end}`);
  }

  #read(pipe) {
    let rest = Buffer.alloc(0);
    pipe.on("data", (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.#take(JSON.parse(rest.subarray(0, end)));
        rest = rest.subarray(end + 1);
      }
    });
  }

  #take({ id, method, params, sessionId, result, error }) {
    if (method) return this.#heard(method, params, sessionId);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new DevToolsError(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #gone(why) {
    for (const { reject, method } of this.#waiting.values()) reject(new DevToolsError(`${method}: ${why}`));
    this.#waiting.clear();
  }
}
