// Unpacks what lies in a page that is a single file: LZMA, written in letters.
//
// Deflate, which browsers know, looks back 32 kB and LZMA over everything; the programs of a page have much in common.
// The decoder follows Igor Pavlov's specification of 2015 (public domain), in its order and with its names.
//
// Told to the rest: `unpack` gives the bytes of the text of an `.lzma` that names its length.

// Thirteen bits in two of 91 letters, from "#" on with "!" for "<": a twelfth less than base64.
const bytesOf = (text) => {
  const digit = (at) => {
    const letter = text.charCodeAt(at);
    return (letter === 33 ? 60 : letter) - 35;
  };
  const bytes = new Uint8Array((text.length * 13) >> 4);
  let next = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 2) {
    held = (held << 13) | (digit(at) * 91 + digit(at + 1));
    for (bits += 13; bits >= 8; next++) {
      bits -= 8;
      bytes[next] = held >> bits;
    }
    held &= (1 << bits) - 1;
  }
  return bytes;
};

globalThis.unpack = (text) => {
  const packed = bytesOf(text);
  const odds = (count) => new Uint16Array(count).fill(1024);

  // The head: properties, size of the dictionary (here it is the output), length. The first byte of the code is zero.
  const lc = packed[0] % 9;
  const lp = Math.floor(packed[0] / 9) % 5;
  const pb = Math.floor(packed[0] / 45);
  const out = new Uint8Array(new DataView(packed.buffer, packed.byteOffset).getUint32(5, true));
  let next = 14;
  let range = 0xffffffff;
  let code = 0;
  const shift = () => {
    code = ((code << 8) | packed[next++]) >>> 0;
  };
  for (let bytes = 0; bytes < 4; bytes++) shift();

  const narrow = () => {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    shift();
  };
  const bit = (table, index) => {
    const odd = table[index];
    const bound = (range >>> 11) * odd;
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      table[index] = odd - (odd >> 5);
    } else {
      range = bound;
      table[index] = odd + ((2048 - odd) >> 5);
    }
    narrow();
    return one ? 1 : 0;
  };
  const evenBits = (count) => {
    let value = 0;
    for (; count > 0; count--) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      value = (value << 1) | (one ? 1 : 0);
      narrow();
    }
    return value;
  };
  const tree = (table, from, bits) => {
    let node = 1;
    for (let left = bits; left > 0; left--) node = (node << 1) | bit(table, from + node);
    return node - (1 << bits);
  };
  const reverseTree = (table, from, bits) => {
    let node = 1;
    let value = 0;
    for (let at = 0; at < bits; at++) {
      const one = bit(table, from + node);
      node = (node << 1) | one;
      value |= one << at;
    }
    return value;
  };

  const lengths = () => ({ choice: odds(2), low: odds(16 << 3), mid: odds(16 << 3), high: odds(256) });
  const lengthOf = ({ choice, low, mid, high }, place) => {
    if (bit(choice, 0) === 0) return tree(low, place << 3, 3);
    return bit(choice, 1) === 0 ? 8 + tree(mid, place << 3, 3) : 16 + tree(high, 0, 8);
  };
  const slots = odds(4 << 6);
  const special = odds(115);
  const align = odds(16);
  const distanceOf = (length) => {
    const slot = tree(slots, Math.min(length, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const distance = (2 | (slot & 1)) << bits;
    if (slot < 14) return distance + reverseTree(special, distance - slot, bits);
    return distance + (evenBits(bits - 4) << 4) + reverseTree(align, 0, 4);
  };

  const literals = odds(0x300 << (lc + lp));
  const literal = (at, before, matched) => {
    const from = 0x300 * (((at & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
    let symbol = 1;
    for (let mask = 0x80; matched >= 0 && mask > 0; mask >>= 1) {
      const expected = matched & mask ? 1 : 0;
      const one = bit(literals, from + ((1 + expected) << 8) + symbol);
      symbol = (symbol << 1) | one;
      if (one !== expected) break;
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bit(literals, from + symbol);
    return symbol;
  };

  const [isMatch, isRep0Long] = [odds(12 << 4), odds(12 << 4)];
  const [isRep, isRepG0, isRepG1, isRepG2] = [odds(12), odds(12), odds(12), odds(12)];
  const [matchLengths, repLengths] = [lengths(), lengths()];
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  let state = 0;
  let at = 0;
  while (at < out.length) {
    const place = at & ((1 << pb) - 1);
    if (bit(isMatch, (state << 4) + place) === 0) {
      const matched = state < 7 ? -1 : out[at - rep0 - 1];
      out[at] = literal(at, at > 0 ? out[at - 1] : 0, matched);
      at++;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length;
    if (bit(isRep, state) === 0) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      length = lengthOf(matchLengths, place);
      rep0 = distanceOf(length);
      state = state < 7 ? 7 : 10;
    } else {
      if (bit(isRepG0, state) === 0) {
        if (bit(isRep0Long, (state << 4) + place) === 0) {
          out[at] = out[at - rep0 - 1];
          at++;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else if (bit(isRepG1, state) === 0) {
        [rep0, rep1] = [rep1, rep0];
      } else if (bit(isRepG2, state) === 0) {
        [rep0, rep1, rep2] = [rep2, rep0, rep1];
      } else {
        [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
      }
      length = lengthOf(repLengths, place);
      state = state < 7 ? 8 : 11;
    }
    for (const end = Math.min(at + length + 2, out.length); at < end; at++) out[at] = out[at - rep0 - 1];
  }
  return out;
};
