// What another reader finds in a finished packet: plain data, nothing of the library that wrote it.
import type { PageBox } from '../../model/redaction.ts';

/** A link of a page. A healthy packet's links all lead to a page of the same file. */
export interface SeenLink {
  /** Points from the top left of the viewed page. */
  readonly box: PageBox;
  /** The words under it. */
  readonly text: string;
  /** One-based page of the same file it leads to; undefined when it leads nowhere or elsewhere. */
  readonly page: number | undefined;
  /** What else it does when clicked: another file, an address, a program. */
  readonly elsewhere: string | undefined;
}

export interface SeenBookmark {
  readonly title: string;
  /** One-based; undefined when it leads to no page of the file. */
  readonly page: number | undefined;
  readonly children: readonly SeenBookmark[];
}

export interface SeenPage {
  readonly label: string;
  /** Points as viewed. */
  readonly widthPt: number;
  readonly heightPt: number;
  readonly text: string;
  /** The text within the box that was asked for. */
  readonly stamp: string;
  readonly links: readonly SeenLink[];
  /** Annotations that are no links. */
  readonly annotations: number;
}

/** What the bytes of a file hold beside pages: active content, leftovers, earlier versions of it. */
export interface SeenBytes {
  /** Each kind of thing that doesn't belong in a packet, and how often it was met: “JavaScript”, “an attached file”. */
  readonly strangers: readonly { readonly what: string; readonly count: number }[];
  /** Ends of file: each save of a viewer adds one. */
  readonly ends: number;
  /** Dictionaries that were read; none would mean that nothing was looked at. */
  readonly dictionaries: number;
}

/** A whole file. */
export interface SeenFile {
  readonly pages: readonly SeenPage[];
  readonly bookmarks: readonly SeenBookmark[];
  /** Named places and the one-based page of each. */
  readonly names: readonly { readonly name: string; readonly page: number | undefined }[];
  /** Title, author, subject, keywords, creator and producer, those that are there. */
  readonly info: Readonly<Record<string, string>>;
  readonly javaScripts: number;
  readonly attachments: number;
  readonly hasForm: boolean;
  readonly isEncrypted: boolean;
  readonly bytes: SeenBytes;
}
