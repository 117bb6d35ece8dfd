// The closed catalogue of errors: each code has one plain sentence that says what to do and, where it matters, that nothing was lost.

/** Every error the app can show, with its sentence. `{name}` is filled from the details. */
export const ERROR_SENTENCES = {
  // vault
  'vault-wrong-passphrase':
    'That passphrase does not open this vault. Check caps lock and keyboard layout and try again, or use your 24 recovery words.',
  'vault-wrong-recovery-words':
    'Those recovery words do not open this vault. Check the spelling and the order of the 24 words.',
  'vault-not-found':
    'This folder is not a vault. Choose the folder that holds the file vault.hdr, or create a new vault.',
  'vault-exists': 'This folder already holds a vault. Open it, or choose an empty folder.',
  'vault-folder-not-empty': 'This folder is not empty. Choose an empty folder for the new vault; nothing was changed.',
  'vault-header-damaged':
    'The vault header is damaged and its spare copy could not be used. Restore the folder from a backup; nothing was changed.',
  'vault-tampered':
    'A part of the vault was changed by something other than this app, so it was not opened. Restore it from a backup.',
  'vault-header-older':
    'An older copy of the vault header was put back, so an earlier passphrase may open this vault again. Your papers are whole; change the passphrase to put this right.',
  'vault-newer': 'This vault was made by a newer version of Appeal Vault. Update the app; nothing was changed.',
  'vault-in-use': 'This vault is already open in another window or program. Close it there first.',
  'vault-locked': 'The vault is locked. Unlock it and try again.',
  'vault-blob-damaged':
    'A stored file is damaged, so it was not used. Restore it from a backup; the other papers are not affected.',
  'vault-blob-missing':
    'A stored file is missing from the vault folder. Restore it from a backup; the other papers are not affected.',
  'vault-database-damaged':
    'The vault database is damaged or missing, so it was not used. Your papers are stored apart from it: restore a backup, or rebuild the vault from the stored papers.',
  'vault-rebuild-not-needed':
    'The vault database can be read, so nothing was rebuilt: it knows more than the stored papers do. Open the vault as usual.',
  'vault-disk-full':
    'The disk is full, so this was not saved. Free some space and try again; everything saved earlier is safe.',
  'vault-disk-fault':
    'The disk reported a fault, so this was not done. Everything saved earlier is kept. Try again; if it comes back, make a backup to another disk and have this one checked.',
  'vault-read-only':
    'The vault folder cannot be written to. Check its permissions, or open the vault for reading only; nothing was lost.',
  'vault-opened-read-only':
    'This vault is open for reading only, so nothing was changed. To change something, lock it and open it as usual, from a folder that can be written to.',
  'backup-not-one':
    'This file is not a backup of a vault. Choose a file whose name ends in .vaultbak; nothing was changed.',
  'backup-newer':
    'This backup was made by a newer version of Appeal Vault. Update the app and try again; nothing was changed.',
  'backup-damaged':
    'This backup is damaged or cut off, so nothing was restored from it. Try another copy of it or an earlier backup.',
  'backup-exists':
    'There is a file of this name already, and a backup is never written over another file. Choose another name or folder; nothing was changed.',
  'backup-disk-full':
    'There is not enough room for the backup in that place. Free some space or choose another disk; your vault and earlier backups are unchanged.',
  'backup-unwritable':
    'The backup could not be written in that place. Check that the folder is there and that you may write to it; your vault and earlier backups are unchanged.',
  'backup-check-failed':
    'The written backup did not read back as it was written, so it was not kept. Try again, best on another disk; your vault and earlier backups are unchanged.',
  'backup-offer-gone':
    'That backup is no longer waiting to be saved. Make a new one; your vault and earlier backups are unchanged.',
  'backup-differs':
    'This is not the backup that was just made, or it was not saved whole, so it does not count. Save it again and choose that file; your vault is unchanged.',
  'backup-upload-unwritable':
    'There was no room on this computer to take the file over. Free some space and try again; nothing was changed.',
  'recovery-words-differ':
    'These are not the new recovery words. Compare them with what you wrote down; until they match, your old words keep working.',
  'passphrase-too-weak': 'Choose a longer passphrase: at least 12 characters, best five or more words.',
  'memory-short':
    'This needs {megabytes} MB of free memory, and there is less now. Close other programs and try again; nothing was changed.',
  'runtime-too-old':
    'This needs Node.js 22.14 or newer (Node-API 10). Use the npm scripts, which bring the right version.',
  // files
  'file-empty': 'The file is empty (0 bytes), so there is nothing to read. Send or scan it again.',
  'file-not-found': 'The file was not found. Check that it is still where it was.',
  'file-unreadable': 'The file could not be opened. Check that you may read it.',
  'file-unsupported':
    'This kind of file cannot be read yet. Use PDF, a photo or scan (JPEG, HEIC, PNG, TIFF, WebP, GIF, BMP), a Word file (.docx), a saved mail (.eml, .msg), a web page, RTF, plain text, or a ZIP file of these.',
  'file-too-large': 'The file is larger than {limitMb} MB. Split it into smaller files and add those.',
  'pdf-password': 'This PDF opens only with its password. Type the password, and it is read like any other.',
  'pdf-password-wrong':
    'That password does not open this paper. Check caps lock and spelling, or the letter or website the file came with, and try again; the paper is kept as it is.',
  'pdf-locked':
    'This PDF is locked in a way no password opens (a certificate, or rights management). Ask the sender for a plain copy, or print it and add the print.',
  'file-damaged':
    'The file is damaged or cut off and could not be read completely. Get it again from where it came; your other papers are not affected.',
  'too-many-pages': 'The file has more than {limit} pages. Split it into smaller files and add those.',
  'image-too-large':
    'The picture has too many pixels ({megapixels} million, the limit is {limit} million). Scan or save it smaller.',
  'reader-timeout':
    'Reading a page took too long and was stopped. Try a clearer or smaller scan; your other papers are not affected.',
  'reader-crashed': 'Reading this file failed and was stopped. Your other papers are not affected.',
  'zip-damaged':
    'This ZIP file is damaged or cut off. Get it again from where it came, or unpack it yourself and add the files; nothing was lost.',
  'zip-empty': 'There is no file in this ZIP file, so there was nothing to add. Send or pack it again.',
  'zip-entry-damaged':
    'This file is damaged inside the ZIP file. Get the ZIP file again from where it came; the other files in it are not affected.',
  'zip-entry-locked':
    'This file is locked with a password inside the ZIP file. Unpack the ZIP file with its password and add the file itself.',
  'zip-entry-packed':
    'This file is packed in a way this app does not open. Unpack the ZIP file yourself and add the file itself.',
  'zip-entry-swells':
    'This file would grow to {megabytes} MB out of very little, as files made to fill a disk do, so it was left out. If it is a real paper, unpack it yourself and add it.',
  'enclosed-too-deep':
    'This stands more than {limit} files deep (a mail or ZIP file within another, and so on), so it was left out. Take it out yourself and add it.',
  'enclosed-too-many':
    'More than {limit} files came in one file, so the rest was left out. Unpack it yourself and add the rest in parts.',
  'enclosed-too-large':
    'The files that came in one file need more than {limitMb} MB together, so this one was left out. Unpack it yourself and add this file by itself.',
  'folder-too-many':
    'The folder holds more than {limit} files, so the rest was left out. Add the folders inside it one by one.',
  'folder-too-deep': 'This folder stands more than {limit} folders deep, so it was left out. Add it by itself.',
  'folder-empty': 'There is no file in this folder, so there was nothing to add.',
  'token-unknown': 'The picked file is no longer known. Pick or drop it again.',
  // things
  'document-not-found': 'That paper is not in the vault (any more).',
  'page-not-found': 'That page does not exist in this paper.',
  'paper-unfinished': 'This paper is still being read. Wait until it is done; nothing was changed.',
  'annotation-empty': 'There is nothing to keep: choose a colour for the words, or write a note. Nothing was changed.',
  'arranged-in-use':
    'A case uses pages of this paper that do not stand like this in the papers it was made of. Take them out of the case first; nothing was changed.',
  'case-not-found': 'That case is not in the vault (any more).',
  'evidence-not-found': 'That piece of evidence is no longer in the case.',
  'letter-not-found': 'That letter is no longer in the case.',
  'letter-changed-elsewhere':
    'The letter was changed in another window since this one showed it, so your last changes were not saved over it. Look at both and choose which to keep.',
  'word-file-damaged':
    'This is not a Word document (.docx) that can be read, or it is damaged. Save it again as .docx; your letter was not changed.',
  'word-file-too-large':
    'This Word document holds more than {limitMb} MB of text and pictures. Take the pictures out and try again; your letter was not changed.',
  'word-file-empty': 'This Word document holds no words. Choose the letter; nothing was changed.',
  'entry-not-found': 'That entry is no longer in the case.',
  'packet-not-found': 'That packet is not in the vault (any more).',
  'reason-without-words': 'A reason needs the words that say it. Mark them on the page first; nothing was changed.',
  'review-not-ours':
    'No page of this PDF belongs to a packet of this case. Choose the copy that was made from one of its versions; nothing was changed.',
  'review-empty':
    'Nobody wrote a remark into this PDF: no note, no marked words, no drawing. If you see remarks in it, save it again with its comments kept.',
  'review-locked':
    'This PDF is protected with a password. Save a copy without the password and choose that copy; nothing was changed.',
  'job-not-found': 'That task is no longer running.',
  'not-a-denial':
    'No reason for a denial was found in this paper. If it is a denial letter, set its kind to “Denial letter” and add the reasons by hand.',
  'decision-of-another':
    'This decision names another person than the case, so nothing was changed. If it is the same person, correct the name or the member number under “Facts” and try again.',
  'too-many-redactions':
    'More than {limit} places would be blacked out in this case. Leave out papers that have nothing to do with the appeal, or draw fewer, larger boxes; nothing was changed.',
  'packet-blocked':
    'The packet still has open points, so it can only be built as a marked draft. Fill the blanks or choose “Build a draft”.',
  'packet-check-failed':
    'The finished packet did not pass its own check, so it was not kept. Please report this; your papers are safe.',
  'volume-page-too-large':
    'Page {page} of the packet alone needs {megabytes} MB, and a volume has room for {roomMb} MB. Choose a larger limit, or make a smaller copy first; nothing was changed.',
  'volumes-not-needed':
    'The packet is {megabytes} MB, below this limit already. Send it as it is; nothing was changed.',
  'volumes-too-many':
    'With this limit the packet would fall into more than {limit} files. Choose a larger limit, or make a smaller copy first; nothing was changed.',
  'copy-not-found': 'That copy is not in the vault (any more).',
  'copy-without-plan':
    'This version was built before the app kept what it was built from. Build a new version and make this file from that one; nothing was lost.',
  'copy-is-draft':
    'A draft is for looking at, not for sending. Build the packet without open points first; nothing was lost.',
  'copy-check-failed':
    'The finished copy did not pass its own check, so it was not kept. Please report this; the packet itself is safe.',
  'pdf-password-weak':
    'Choose a longer password for the copy: at least 12 characters, only letters, digits and signs of an English keyboard, no blank at its ends.',
  cancelled: 'Stopped. What was finished before is kept.',
  'output-exists': 'The output file could not be written. Choose another place or name.',
  'wrong-usage': '{hint}',
  // the rest
  'host-refused': 'This address needs the one-time link that was printed when the app was started.',
  internal: 'Something went wrong inside the app (reference {reference}). Nothing that was saved is lost. Try again.',
} as const;

export type ErrorCode = keyof typeof ERROR_SENTENCES;
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** The one error type that crosses a boundary: a code, details for its sentence, and the cause (which stays home). */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, options: { readonly details?: ErrorDetails; readonly cause?: unknown } = {}) {
    super(sentenceOf(code, options.details), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** The plain sentence of an error code, with its details filled in. */
export function sentenceOf(code: ErrorCode, details: ErrorDetails = {}): string {
  return ERROR_SENTENCES[code].replace(/\{(\w+)\}/g, (whole, key: string) => String(details[key] ?? whole));
}

/** True for an error of the catalogue, also after it crossed a realm. */
export function isAppError(value: unknown): value is AppError {
  return value instanceof Error && value.name === 'AppError' && 'code' in value;
}

/** True when `code` is one of the catalogue. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_SENTENCES, code);
}
