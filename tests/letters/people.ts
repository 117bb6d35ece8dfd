// Invented people, payers, clinics and numbers of a generated letter.
import type { Chance } from './chance.ts';

const FIRST =
  'Alma Bertrand Celeste Dmitri Esperanza Fergus Giovanna Hakeem Ingrid Jarvis Keiko Leopold Mireille Nathaniel Odalys Percy Quiana Rutger Soledad Thaddeus Ursula Viktor Winifred Xiomara Yusuf Zelda'.split(
    ' ',
  );
const LAST =
  'Abernathy Brisbois Castellane Dunmore Ekström Farnsworth Gallardo Hollingsworth Ibarra Jankowski Kittredge Lindqvist Marchetti Nakashima Okafor Pemberton Quintero Rasmussen Sobieski Tremblay Underwood Vandersloot Whitcomb Yarborough Zielinski'.split(
    ' ',
  );
const PLACES = [
  'Ashgrove, OH 43977',
  'Brackenridge, PA 15985',
  'Coldwater Bay, OR 97488',
  'Dunsmere, NY 12999',
  'Elmhollow, TX 78991',
  'Fairmarsh, GA 30989',
  'Gullhaven, WA 98599',
  'Hartsfield, IL 60990',
];
const STREETS = [
  'Larkspur Lane',
  'Tannery Street',
  'Old Mill Road',
  'Cormorant Way',
  'Juniper Court',
  'Foundry Street',
];
const PAYERS = [
  'Halcyon Mutual Health',
  'Bluestem Health Plan',
  'Corvane Insurance Company',
  'Pallister Benefit Administrators',
  'Tidewell Community Health',
  'Northgale Assurance',
  'Verity Prairie Health',
  'Summerset Life & Health',
  'Ironbark Health Partners',
  'Kestrel Point Health Plan',
];
const CLINICS = [
  'Greyfriars Orthopedic Group',
  'Willowmere Medical Center',
  'Saint Aldous Hospital',
  'Harbor Light Infusion Center',
  'Meadowlark Imaging, LLC',
  'Copperfield Behavioral Health',
  'Stonebridge Surgical Associates',
  'Lakeshore Sleep & Lung',
];
const EMPLOYERS = [
  'Quarry Bend Foundry Employee Benefit Plan',
  'Penhallow School District Health Plan',
  'Anchor Freight Lines Medical Plan',
  'Juno Glassworks Group Health Plan',
];

/** Who and what a letter is about. */
export interface Cast {
  readonly member: string;
  readonly memberId: string;
  readonly group: string;
  readonly claim: string;
  /** Dollars, as printed. */
  readonly amount: string;
  readonly reference: string;
  readonly payer: string;
  readonly employer: string;
  readonly provider: string;
  readonly street: string;
  readonly place: string;
  readonly appealAddress: string;
  readonly fax: string;
  readonly phone: string;
  /** ISO date of the letter. */
  readonly date: string;
  /** ISO date of the service. */
  readonly service: string;
}

/** Draws a cast. */
export function castOf(chance: Chance): Cast {
  const year = chance.pick([2025, 2026]);
  const month = chance.whole(2, 12);
  const iso = (m: number): string =>
    `${year}-${String(m).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}`;
  const place = chance.pick(PLACES);
  return {
    member: `${chance.pick(FIRST)} ${chance.says(0.3) ? `${chance.pick([...'ABCDEJKLMR'])}. ` : ''}${chance.pick(LAST)}`,
    memberId: chance.mask(
      chance.pick(['AAA#########', 'AA ## ### ####', '#########-##', 'A########', 'AAA-##-#######', '### ### ####']),
    ),
    group: chance.mask(chance.pick(['G-#####', '######', '##-#####', 'AA####', '####-##'])),
    claim: chance.mask(chance.pick(['############', '####-#####-###', 'A##########', '##A######', 'CL-########'])),
    amount: `$${chance.whole(1, 9)},${chance.mask('###')}.00`,
    reference: chance.mask(chance.pick(['REF-#######', 'A-##-######', '##########', 'UM########', 'PA######'])),
    payer: chance.pick(PAYERS),
    employer: chance.pick(EMPLOYERS),
    provider: chance.pick(CLINICS),
    street: `${chance.whole(2, 980)} ${chance.pick(STREETS)}`,
    place,
    appealAddress: chance.says(0.7)
      ? `P.O. Box ${chance.whole(100, 99899)}, ${chance.pick(PLACES)}`
      : `${chance.whole(10, 990)} ${chance.pick(STREETS)}, ${chance.pick(PLACES)}`,
    fax: `${chance.whole(201, 989)}-555-01${chance.mask('##')}`,
    phone: `1-800-555-01${chance.mask('##')}`,
    date: iso(month),
    service: iso(month - 1),
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date as letters print it, in one of their ways. */
export function printed(iso: string, way: number): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return iso;
  if (way === 1) return `${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}/${year}`;
  if (way === 2) return `${day} ${MONTHS[month - 1]} ${year}`;
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}
