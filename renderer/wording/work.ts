// Plain names of what a person notes: calls, tasks, what was sent, money, the state of a case.
import type { Agenda, CaseStatus, Channel, ReviewPoint, Submission } from '../../shared/model/diary.ts';
import type { FundingKind, MoneyEntry, MoneyKind } from '../../shared/model/money.ts';
import type { EventKind } from '../../shared/model/record.ts';

export const EVENT_NAMES: Readonly<Record<EventKind, string>> = {
  care: 'Care',
  treatment: 'Treatment',
  score: 'Score',
  claim: 'Claim',
  letter: 'Letter',
  call: 'Call',
  money: 'Money',
  submission: 'Sent',
  deadline: 'Deadline',
  other: 'Other',
};

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  'certified-mail': 'Certified mail',
  fax: 'Fax',
  portal: 'Portal of the plan',
  mail: 'Mail',
  courier: 'Courier',
  'e-mail': 'E-mail',
  hand: 'Handed over',
  phone: 'Phone',
};

export const SENT_NAMES: Readonly<Record<Submission['what'], string>> = {
  appeal: 'The appeal',
  letter: 'A letter beside the appeal',
  other: 'Something else',
};

export const STATUS_NAMES: Readonly<Record<CaseStatus, string>> = {
  preparing: 'Being prepared',
  sent: 'Sent, waiting for the answer',
  won: 'Won',
  'partly-won': 'Won in part',
  lost: 'Refused again',
  closed: 'Closed',
};

export const AGENDA_NAMES: Readonly<Record<Agenda['kind'], string>> = {
  deadline: 'Deadline',
  'plan-due': 'Answer due',
  promise: 'Promised to you',
  task: 'To do',
  instalment: 'Payment',
};

export const WEIGHT_NAMES: Readonly<Record<ReviewPoint['weight'], string>> = {
  urgent: 'Urgent',
  open: 'Open',
  check: 'Worth a check',
};

export const FUNDING_NAMES: Readonly<Record<FundingKind, string>> = {
  'assistance-programme': 'Financial assistance of the provider',
  grant: 'Grant or charity',
  fundraising: 'Fundraising',
  family: 'Family or friends',
  'medical-credit': 'Medical credit card or loan',
  other: 'Something else',
};

export const FUNDING_STATES: Readonly<Record<Extract<MoneyEntry, { kind: 'funding' }>['state'], string>> = {
  idea: 'Only an idea',
  applied: 'Applied for',
  granted: 'Granted',
  refused: 'Refused',
  received: 'Received',
};

export const MONEY_NAMES: Readonly<Record<MoneyKind, string>> = {
  charge: 'Billed',
  adjustment: 'Written off',
  'plan-payment': 'Plan paid',
  'patient-payment': 'You paid',
  'not-covered': 'Refused',
  copay: 'Copay',
  deductible: 'Deductible',
  coinsurance: 'Coinsurance',
  'patient-share': 'Your share',
  balance: 'Balance',
};
