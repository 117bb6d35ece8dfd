// Work done once for each thing: what follows from a page, a paper or a rule alone is worked out at the first question and handed out from then on.

/**
 * `work` with a memory: each thing's answer is kept as long as the thing itself lives, and goes with it. Only for things that never change and for
 * answers nobody changes: all askers get the same one. A thing that is the same but another object is worked out anew.
 */
export function oncePer<Thing extends object, Answer>(work: (thing: Thing) => Answer): (thing: Thing) => Answer {
  // In a box, so that `undefined` is an answer too.
  const answers = new WeakMap<Thing, { readonly answer: Answer }>();
  return (thing) => {
    const known = answers.get(thing);
    if (known !== undefined) return known.answer;
    const answer = work(thing);
    answers.set(thing, { answer });
    return answer;
  };
}

/** The same for what follows from two things together, as a paper read by certain rules: kept as long as both live. */
export function oncePerPair<First extends object, Second extends object, Answer>(
  work: (first: First, second: Second) => Answer,
): (first: First, second: Second) => Answer {
  const withFirst = oncePer((first: First) => oncePer((second: Second) => work(first, second)));
  return (first, second) => withFirst(first)(second);
}
