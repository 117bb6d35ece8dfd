// A paper of the vault as the composer takes it.
import type { DocumentId } from '../../shared/ids.ts';
import type { SourceFile } from '../packet/exhibit-source.ts';
import type { Readers } from '../readers/types.ts';
import type { Vault } from '../vault/types.ts';

/** Reads the paper's original; pictures a PDF can't hold are drawn anew by the readers. Throws document-not-found, vault-blob-missing, vault-blob-damaged. */
export async function vaultSource(vault: Vault, readers: Readers, id: DocumentId): Promise<SourceFile> {
  const { bytes, password } = await vault.documents.original(id);
  const { document, pages } = vault.documents.full(id);
  return {
    bytes,
    password,
    format: document.format,
    pages,
    plain: (page: number) => readers.plain({ bytes }, page),
  };
}
