// What a person does in the window, for the browser and the desktop suites alike.
import type { Page } from 'playwright-core';

/** Chooses a passphrase in the window and reads the 24 recovery words from it. */
export async function chooseThePassphrase(page: Page, passphrase: string): Promise<string[]> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase, once more').fill(passphrase);
  await page.getByRole('button', { name: 'Create the vault' }).click();
  const items = page.getByRole('list', { name: 'Recovery words' }).getByRole('listitem');
  await items.nth(23).waitFor({ timeout: 30_000 });
  return (await items.allInnerTexts()).map((text) => /[a-z]+/.exec(text)?.[0] ?? '');
}

/** Goes on to the check and types back the words it asks for. */
export async function typeBackTheWords(page: Page, words: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'I have written them down' }).click();
  for (const input of await page.getByLabel(/^Word \d+/).all()) {
    const label = await input.evaluate((element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await input.fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Open the vault' }).click();
  await page.getByRole('button', { name: 'Try it with the sample case' }).waitFor();
}
