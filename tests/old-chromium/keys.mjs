// Keys as the DevTools protocol wants them, by the characters of W3C WebDriver §17.4.2.

const NAMED = {
  "\uE004": { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 },
  "\uE007": { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r" },
  "\uE00C": { key: "Escape", code: "Escape", windowsVirtualKeyCode: 27 },
  " ": { key: " ", code: "Space", windowsVirtualKeyCode: 32, text: " " },
};

/** The strokes of a key: down, up. */
export function strokes(character) {
  const stroke = NAMED[character] ?? plain(character);
  return [{ ...stroke, type: stroke.text ? "keyDown" : "rawKeyDown" }, { ...stroke, text: undefined, type: "keyUp" }];
}

function plain(character) {
  const stroke = { key: character, text: character, unmodifiedText: character };
  // Pages know the keys of digits and letters by their number, whatever is written on them.
  const number = character.toUpperCase().charCodeAt(0);
  if (/[0-9]/.test(character)) return { ...stroke, code: `Digit${character}`, windowsVirtualKeyCode: number };
  const isLetter = /[a-z]/i.test(character);
  return isLetter ? { ...stroke, code: `Key${character.toUpperCase()}`, windowsVirtualKeyCode: number } : stroke;
}
