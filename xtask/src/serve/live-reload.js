// Only in pages of `cargo xtask serve --watch`: asks once a second which build is served and reloads on a new one.
let seen;
setInterval(async () => {
  const answer = await fetch("./build.txt", { cache: "no-store" }).catch(() => undefined);
  if (!answer?.ok) return;
  const build = await answer.text();
  if (seen !== undefined && seen !== build) location.reload();
  seen = build;
}, 1000);
