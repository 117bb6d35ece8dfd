// The redaction log of a built packet as a file: PDF or plain text, made from what was stored with it; never the words.
import { join } from 'node:path';
import { longDate } from '../../shared/cases/calendar.ts';
import type { PacketId } from '../../shared/ids.ts';
import { redactionLogText } from '../../shared/packet/redaction/report.ts';
import { redactionLogPdf } from '../packet/redaction-log-pdf.ts';
import type { Services } from './services.ts';

export type LogFormat = 'pdf' | 'txt';

export const LOG_MEDIA_TYPES: Readonly<Record<LogFormat, string>> = { pdf: 'application/pdf', txt: 'text/plain' };

/** Name and bytes of the log. Throws packet-not-found. The name holds no name of a person. */
export function redactionLogFile(
  { session, platform }: Services,
  packetId: PacketId,
  format: LogFormat,
): { readonly fileName: string; readonly load: () => Promise<Uint8Array> } {
  const { version, createdOn, redactionLog: log = [] } = session.vault().packets.get(packetId);
  const title = `Redaction log of packet version ${version}, ${longDate(createdOn)}`;
  return {
    fileName: `redaction-log-v${version}.${format}`,
    load: async () =>
      format === 'txt'
        ? new TextEncoder().encode(redactionLogText(log, title))
        : redactionLogPdf(log, title, join(platform.resourcesDir, 'fonts')),
  };
}
