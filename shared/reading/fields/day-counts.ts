// Numbers of days as letters write them: "60 days", "sixty (60) calendar days".

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ten: 10,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
  'forty five': 45,
  sixty: 60,
  'sixty-five': 65,
  'sixty five': 65,
  ninety: 90,
  'one hundred twenty': 120,
  'one hundred and twenty': 120,
  'one hundred eighty': 180,
  'one hundred and eighty': 180,
  'one-hundred eighty': 180,
};
/** A number of days; the word for it in the first group, or its figures in the second. */
export const DAYS = new RegExp(
  `(?<![\\w-])(?:(${Object.keys(NUMBER_WORDS)
    .sort((a, b) => b.length - a.length)
    .join('|')})|(\\d{1,3}))\\s*(?:\\(\\s*(\\d{1,3})\\s*\\)\\s*)?(?:th |st )?(?:calendar |consecutive )?days?\\b`,
  'g',
);

/** How many days a match of `DAYS` counts. */
export function daysCounted([, word, figures]: RegExpExecArray | RegExpMatchArray): number {
  return word === undefined ? Number(figures) : (NUMBER_WORDS[word] ?? 0);
}
