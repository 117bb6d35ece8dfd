// A piece of a page with the words that were searched for marked.

/** What stands between the marks `\u0001` and `\u0002` is highlighted; everything is text, never markup. */
export function Snippet({ text }: { readonly text: string }) {
  return text.split('\u0001').map((part, index) => {
    const [marked = '', rest] = part.split('\u0002');
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
    if (rest === undefined) return <span key={index}>{part}</span>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
      <span key={index}>
        <mark>{marked}</mark>
        {rest}
      </span>
    );
  });
}
