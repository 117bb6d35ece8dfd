// What is pasted into the library becomes papers: files, pictures, and text as a note.
import { useEffect, useRef } from 'react';

/** Takes pastes that no field of the screen is for. */
export function usePaste(onFiles: (files: readonly File[]) => void): void {
  const deliver = useRef(onFiles);
  deliver.current = onFiles;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.clipboardData === null || isForWriting(event.target)) return;
      const files = pastedFiles(event.clipboardData, new Date());
      if (files.length === 0) return;
      event.preventDefault();
      deliver.current(files);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
}

/** Files as they are; a picture cut out of somewhere and text get a name with the time, since they have none of their own. */
function pastedFiles(clipboard: DataTransfer, now: Date): readonly File[] {
  const files = [...clipboard.files];
  if (files.length > 0) return files.map((file) => (isNameless(file, files.length) ? named(file, now) : file));
  const text = clipboard.getData('text/plain');
  return text.trim() === '' ? [] : [new File([text], `Pasted note ${timeOf(now)}.txt`, { type: 'text/plain' })];
}

/** Browsers call every picture of the clipboard so. */
function isNameless({ name, type }: File, count: number): boolean {
  return count === 1 && type.startsWith('image/') && /^image\.\w+$/.test(name);
}

function named(file: File, now: Date): File {
  const ending = /\.\w+$/.exec(file.name)?.[0] ?? '';
  return new File([file], `Pasted picture ${timeOf(now)}${ending}`, { type: file.type });
}

/** 2026-03-12 10.05.30, the same on every system. */
function timeOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
}

function isForWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
