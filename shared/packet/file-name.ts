// Names offered when files of a packet are saved.

/** Name offered when a packet is saved; it holds no name of a person. */
export function packetFileName(version: number, draft: boolean): string {
  return `appeal-packet-v${version}${draft ? '-draft' : ''}.pdf`;
}
