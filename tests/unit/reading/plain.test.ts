// Grounds in the field's usual words, in letters that say nothing else: the commonest letters of all.
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../shared/reading/read-document.ts';
import { pagesFromText } from '../../../shared/text/plain-text.ts';
import { READING_RULES } from '../../helpers/reading.ts';

const SAID: ReadonlyArray<readonly [reason: string, sentence: string]> = [
  ['medical-necessity', 'We have denied your request because the service is not medically necessary.'],
  [
    'medical-necessity',
    'Your request was denied. The clinical information does not show that this service is medically necessary.',
  ],
  ['medical-necessity', 'We are unable to approve this request. It does not meet our medical necessity criteria.'],
  [
    'experimental-investigational',
    'The treatment is considered experimental and investigational and is therefore not covered.',
  ],
  [
    'experimental-investigational',
    'This service is denied as investigational because its effectiveness has not been proven.',
  ],
  [
    'prior-authorization-missing',
    'The claim was denied because prior authorization was not obtained before the service.',
  ],
  ['prior-authorization-missing', 'No preauthorization was on file for this admission, so no payment can be made.'],
  ['out-of-network', 'The claim was denied because the provider is out of network.'],
  [
    'out-of-network',
    'Your provider does not participate in our network, and your plan has no out-of-network benefits.',
  ],
  ['benefit-exclusion', 'We denied the claim because this service is not a covered benefit.'],
  ['step-therapy', 'The request was denied because you must try and fail two preferred drugs first.'],
  ['step-therapy', 'Step therapy requirements have not been met.'],
  ['insufficient-information', 'We denied the claim because we did not receive the medical records we asked for.'],
  ['insufficient-information', 'There is not enough information to decide whether the service can be covered.'],
  ['coding-error', 'The claim was denied because the procedure code is invalid for the date of service.'],
  ['bundled-service', 'This service is included in the payment for another procedure and is not paid separately.'],
  ['timely-filing', 'The claim was received after the filing limit of 90 days.'],
  ['timely-filing', 'Your claim is denied because it was not filed on time.'],
  ['duplicate-claim', 'This claim is a duplicate of a claim we already processed.'],
  ['eligibility-terminated', 'The member was not eligible on the date of service.'],
  ['coordination-of-benefits', 'Another insurer is primary, and we need its explanation of benefits first.'],
  ['level-of-care', 'The inpatient stay was denied because the care could have been given in an outpatient setting.'],
  ['quantity-limit', 'The request exceeds the plan limit of 30 visits per year.'],
  ['non-formulary-drug', 'The medicine is not on our drug list.'],
  ['non-formulary-drug', 'The request was denied because the drug is not on the formulary.'],
  ['cosmetic', 'The surgery is considered cosmetic and is not covered.'],
  ['provider-not-eligible', 'The provider is not licensed to perform this service.'],
  ['allowed-amount', 'The charge is above the amount your plan allows.'],
  ['referral-missing', 'There was no referral from your primary care provider.'],
  ['non-emergency', 'The emergency room visit was denied because your condition was not an emergency.'],
  ['custodial-maintenance', 'The care is custodial and not skilled, so it is not covered.'],
  ['pre-existing-condition', 'The condition existed before your coverage began and is excluded.'],
];

/** A short letter, and a notice with its rights. */
const FRAMES: ReadonlyArray<(sentence: string) => string> = [
  (sentence) =>
    `Brackenfold Health\n\nMay 12, 2026\n\nDear Mr. Penn:\n\nWe have looked at the request your doctor sent us.\n\n${sentence}\n\nSincerely,\nAnn Lee`,
  (sentence) =>
    `BRACKENFOLD HEALTH PLAN\nP.O. Box 100, Lindley, KS 66999\n\nMay 12, 2026\n\nNOTICE OF DENIAL\n\nMember: Jane Roe\nMember ID: BHP123456789\n\nDear Jane Roe:\n\n` +
    `Thank you for your request of May 2, 2026 for the service named above. ${sentence}\n\nYOUR RIGHT TO APPEAL\n\n` +
    'If you do not agree with this decision, you may appeal within 180 days of receiving this letter.\n\nSincerely,\nAppeals Department',
];

const given = (text: string): string[] =>
  readDocument(pagesFromText(text), READING_RULES, 'denial-letter').reasons.map(({ reason }) => reason);

describe('a ground in usual words', () => {
  test.each(SAID)('%s: %s', (reason, sentence) => {
    for (const frame of FRAMES) expect(given(frame(sentence))).toEqual([reason]);
  });

  test.each([
    'If the service were not medically necessary, we would deny it.',
    'Originally we denied the stay because records were missing. Those records have since been received.',
    'Your doctor wrote that you must try two preferred drugs first.',
  ])('none: %s', (sentence) => {
    expect(given(FRAMES[0]?.(sentence) ?? '')).toEqual([]);
  });
});
