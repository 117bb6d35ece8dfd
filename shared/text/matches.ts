// All places where an expression matches a text.

/**
 * All matches of a global expression, as `matchAll` gives them. That makes a copy of the expression each time, which takes longer than to look through a
 * line: most lines have no match.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) {
    matches.push(hit);
    // Behind a match of nothing the next character, which to an expression that knows characters may be two units long.
    if (hit[0] === '') pattern.lastIndex += pattern.unicode && (text.codePointAt(hit.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return matches;
}
