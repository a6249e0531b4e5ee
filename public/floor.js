// Runs in every browser, however old (ECMAScript 3, no module): finds out whether the application can run here, and
// shows one of the notices of the page shell where it cannot. What it tests follows from the compiler: the floor is
// WebAssembly with reference types under a content security policy, Chrome and Edge 97, Firefox 89, Safari 16.
(function () {
  var failed = false;

  function element(id) {
    return document.getElementById(id);
  }

  function notice(id) {
    if (failed) return;
    failed = true;
    element("boot-opening").setAttribute("hidden", "");
    element(id).removeAttribute("hidden");
    document.documentElement.setAttribute("data-boot", "failed");
  }

  // A module with one table of external references: it is valid only where reference types are known. Compiling it
  // (not only asking whether it is valid) also finds browsers that let the policy forbid WebAssembly altogether.
  function runsWasm() {
    try {
      var bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 1]);
      return WebAssembly.validate(bytes) && new WebAssembly.Module(bytes) instanceof WebAssembly.Module;
    } catch (e) {
      return false;
    }
  }

  function reaches() {
    return "noModule" in document.createElement("script") && typeof BigInt === "function" && runsWasm();
  }

  function fail(reason) {
    if (!failed) element("boot-reason").appendChild(document.createTextNode(reason));
    notice("boot-failed");
  }

  function reload() {
    location.reload();
  }

  function all(list, deed) {
    return Promise.all([].map.call(list, deed));
  }

  // After a failed start, what the browser keeps of the program may be what is broken. With a network it is all thrown
  // away and fetched anew; without one it stays, for it may be better than nothing. Drafts lie elsewhere.
  function afresh() {
    var worker = document.documentElement.getAttribute("data-sw");
    var folder = new URL("./", location.href);
    function clear() {
      var workers = navigator.serviceWorker, kept = window.caches;
      return Promise.all([
        workers && workers.getRegistrations().then(function (found) {
          return all(found, function (one) {
            return one.scope === folder.href && one.unregister();
          });
        }),
        kept && kept.keys().then(function (names) {
          return all(names, function (name) {
            return name.indexOf("anziping " + folder.pathname + " ") === 0 && kept["delete"](name);
          });
        })
      ]);
    }
    function refetch() {
      return all(document.querySelectorAll("script[src], link[href]"), function (one) {
        return fetch(one.src || one.href, { cache: "reload" }).then(null, Number);
      });
    }
    // A store that is broken may never answer.
    setTimeout(reload, 8000);
    fetch(worker || "./", { cache: "no-store" }).then(function (answer) {
      if (answer.ok) return clear().then(refetch, refetch);
    }).then(reload, reload);
  }

  var single = document.documentElement.hasAttribute("data-single");
  if (location.protocol === "file:" && !single) {
    notice("boot-file");
    return;
  }
  if (!reaches()) {
    if (/MicroMessenger|\bQQ\/|DingTalk|Weibo/.test(navigator.userAgent)) {
      element("boot-wechat").removeAttribute("hidden");
    }
    notice("boot-floor");
    return;
  }

  // A script or style sheet that could not be fetched reports it only to the element itself: `true` catches it there.
  window.addEventListener("error", function (event) {
    var source = event.target && (event.target.src || event.target.href);
    if (source && document.documentElement.getAttribute("data-boot") !== "done") {
      fail("无法下载 " + source.replace(/^.*\//, ""));
    }
  }, true);
  window.addEventListener("anziping:boot-failed", function (event) {
    fail(event.detail);
  });
  document.addEventListener("click", function (event) {
    if (event.target.getAttribute("data-action") === "reload") {
      if (failed) afresh(); else reload();
    }
  });
})();
