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

  if (location.protocol === "file:") {
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
    if (event.target.getAttribute("data-action") === "reload") location.reload();
  });
})();
