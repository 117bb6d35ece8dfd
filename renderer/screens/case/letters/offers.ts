// Offers of letters in the order they are shown.
import type { LetterOffer } from '../../../../shared/contract/letters.ts';

const GROUPS = [
  { fits: 'yes', name: 'These fit your case' },
  { fits: 'perhaps', name: 'Perhaps' },
  { fits: 'no', name: 'These do not fit now' },
] as const satisfies readonly { readonly fits: LetterOffer['fits']; readonly name: string }[];

/** Offers that fit come first; within a group they keep their order. Empty groups are left out. */
export function offerGroups(offers: readonly LetterOffer[]) {
  return GROUPS.map((group) => ({ ...group, offers: offers.filter(({ fits }) => fits === group.fits) })).filter(
    (group) => group.offers.length > 0,
  );
}
