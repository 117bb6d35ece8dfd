// The system's dialogs, asked for by the core. Chosen places are not added to the system's list of recent files.
import { type BrowserWindow, dialog } from 'electron';
import type { DialogRequest } from '../hosts/core-protocol.ts';

const FOLDER = ['openDirectory', 'createDirectory'] as const;
const PROPERTIES = {
  folder: FOLDER,
  place: FOLDER,
  backup: ['openFile'],
  files: ['openFile', 'multiSelections'],
  folders: ['openDirectory', 'multiSelections'],
} as const;

/** Shows the dialog over the window; undefined when the person thought better of it. */
export async function choose(window: BrowserWindow, request: DialogRequest): Promise<readonly string[] | undefined> {
  if (request.dialog === 'save') {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: request.suggestedName,
      filters: /\.pdf$/i.test(request.suggestedName) ? [{ name: 'PDF', extensions: ['pdf'] }] : [],
      properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'],
    });
    return canceled || filePath === '' ? undefined : [filePath];
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['dontAddToRecent', ...PROPERTIES[request.dialog]],
    ...(request.dialog === 'backup' ? { filters: [{ name: 'Backup of a vault', extensions: ['vaultbak'] }] } : {}),
  });
  return canceled || filePaths.length === 0 ? undefined : filePaths;
}
