// A driver for headless shells of Chromium that no chromedriver drives any more.
//
// It speaks as much of WebDriver (W3C) as the tests do, with what chromedriver adds to it, and says on standard
// output where it listens. One session; it lives no longer than the program.

import { createServer } from "node:http";
import { text } from "node:stream/consumers";

import { DevToolsError } from "./devtools.mjs";
import { Refused, Window } from "./window.mjs";

/** Commands by method and path below the session; `:element` is a number. */
const COMMANDS = {
  "POST url": "go",
  "POST refresh": "reload",
  "POST execute/sync": "script",
  "POST execute/async": "scriptWithCallback",
  "POST element": "find",
  "POST element/:element/click": "click",
  "POST element/:element/value": "typeInto",
  "POST actions": "act",
  "POST print": "print",
  "GET screenshot": "picture",
  "GET source": "source",
  "GET url": "address",
  "POST goog/cdp/execute": "devtools",
  "POST se/log": "log",
  "DELETE": "close",
};

let window;

async function answer(method, path, body) {
  if (path === "session") {
    const capabilities = body.capabilities.alwaysMatch;
    window = await Window.open(capabilities["goog:chromeOptions"]);
    return { sessionId: "only", capabilities };
  }
  const words = path.split("/").slice(2);
  const element = words[0] === "element" ? words[1] : undefined;
  const below = words.join("/").replace(`element/${element}`, "element/:element");
  const command = COMMANDS[`${method} ${below}`.trim()];
  if (!command) throw new Refused("unknown command", `${method} ${path}`);
  return window[command](body, element);
}

const server = createServer(async (request, response) => {
  const say = (status, value) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ value }));
  };
  try {
    const body = await text(request);
    say(200, await answer(request.method, request.url.slice(1), body && JSON.parse(body)));
  } catch (fault) {
    const isOwn = !(fault instanceof Refused || fault instanceof DevToolsError);
    say(500, { error: fault.error ?? "unknown error", message: isOwn ? fault.stack : fault.message });
  }
});
server.listen(0, "127.0.0.1", () => console.log(`Listening on 127.0.0.1:${server.address().port}`));
