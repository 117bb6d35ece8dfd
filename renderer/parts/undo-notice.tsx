// A notice that something was done, with the way back.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** How long the way back is offered, in milliseconds. */
const OFFER_MS = 15_000;
/** So many offers stand at once: the window shows three notices, and a further one would wait unseen until one of them goes. */
const MOST = 2;

interface UndoOffer {
  /** One notice for each: a second offer with the same id takes the place of the first. */
  readonly id: string;
  readonly message: string;
  readonly undo: () => void;
}

/** Says what was done and offers to undo it. */
export function offerUndo({ id, message, undo }: UndoOffer): void {
  // A name of its own each time: a notice shown again under an old name would keep the old one's clock and go too early.
  const notice = `${id}/${shownSoFar}`;
  shownSoFar += 1;
  const undoOnce = () => {
    takeAway(offer);
    notifications.hide(notice);
    undo();
  };
  const offer: StandingOffer = { id, notice, undo: undoOnce };
  const older = offers.filter((each) => each.id === id);
  const others = offers.filter((each) => each.id !== id);
  for (const old of [...older, ...others.slice(0, Math.max(0, others.length - MOST + 1))]) {
    takeAway(old);
    notifications.hide(old.notice);
  }
  offers.push(offer);
  notifications.show({
    id: notice,
    autoClose: OFFER_MS,
    onClose: () => takeAway(offer),
    withCloseButton: true,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text lineClamp={2}>{message}</Text>
        <Button
          variant="default"
          size="compact-md"
          style={{ flex: 'none' }}
          onClick={undoOnce}
          aria-keyshortcuts="Control+Z"
          title="Ctrl+Z"
        >
          Undo
        </Button>
      </Group>
    ),
  });
}

interface StandingOffer {
  readonly id: string;
  /** The notice that shows it. */
  readonly notice: string;
  readonly undo: () => void;
}

let shownSoFar = 0;

/** The offers on the screen, the last one at the end. */
const offers: StandingOffer[] = [];

function takeAway(offer: StandingOffer): void {
  const at = offers.indexOf(offer);
  if (at >= 0) offers.splice(at, 1);
}

/** Ctrl+Z (⌘ Z) takes the last offer: a notice is far away for the Tab key. In a text it undoes typing, as always. */
document.addEventListener('keydown', (event) => {
  const isAsked = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
  const last = offers.at(-1);
  if (!isAsked || last === undefined || isTyping(event.target)) return;
  event.preventDefault();
  last.undo();
});

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isText && !target.readOnly && target.type !== 'checkbox';
}
