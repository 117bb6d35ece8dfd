// What the screens ask of the core. Keys are named once here.
import {
  keepPreviousData,
  type QueryClient,
  skipToken,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { AppealLetterView } from '../../shared/contract/appeal-letter.ts';
import type { CaseId, DocumentId, EntryId } from '../../shared/ids.ts';
import type { Case, CaseView } from '../../shared/model/case.ts';
import type { SearchFilter } from '../../shared/model/search.ts';
import { useHost } from './host-context.tsx';

/** Keys of the query cache. */
export const KEYS = {
  vault: ['vault'],
  documents: ['documents'],
  document: (id: string) => ['documents', id],
  denial: (id: string) => ['documents', id, 'denial'],
  page: (id: string, pageNumber: number) => ['documents', id, 'page', pageNumber],
  arrangement: (id: string) => ['documents', id, 'arrangement'],
  annotations: ['annotations'],
  annotationsOf: (id: string) => ['annotations', id],
  caseAnnotations: (id: string) => ['annotations', 'case', id],
  find: (id: string, query: string) => ['documents', id, 'find', query],
  search: (query: string, filter: SearchFilter) => ['documents', 'search', query, filter],
  searches: ['searches'],
  cases: ['cases'],
  case: (id: string) => ['cases', id],
  letter: (id: string) => ['cases', id, 'letter'],
  preflight: (id: string) => ['cases', id, 'preflight'],
  packetSetup: (id: string) => ['cases', id, 'packet-setup'],
  packetPages: (id: string) => ['cases', id, 'packet-pages'],
  packets: (id: string) => ['cases', id, 'packets'],
  copies: (packetId: string) => ['copies', packetId],
  record: (id: string) => ['cases', id, 'record'],
  redactions: (id: string) => ['cases', id, 'redactions'],
  money: (id: string) => ['cases', id, 'money'],
  offers: (id: string) => ['cases', id, 'offers'],
  written: (id: string, letterId: string) => ['cases', id, 'written', letterId],
  agenda: ['agenda'],
  forms: ['forms'],
  jobs: ['jobs'],
} as const;

/** Whether there is a vault and whether it is open. */
export function useVaultState() {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.vault, queryFn: () => client.vault.state({}), staleTime: Number.POSITIVE_INFINITY });
}

/** All papers. */
export function useDocuments() {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.documents, queryFn: () => client.documents.list({}) });
}

/** One paper with its pages and what was read from it. */
export function useDocument(id: DocumentId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.document(id), queryFn: () => client.documents.get({ id }) });
}

/** What follows from a denial: deadlines, rights, what the letter must hold, codes in words. */
export function useDenial(id: DocumentId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.denial(id), queryFn: () => client.documents.denial({ id }) });
}

/** How a paper was arranged, and what its pages became. */
export function useArrangement(id: DocumentId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.arrangement(id), queryFn: () => client.arrangements.get({ id }) });
}

/** The words of one page. */
export function usePageWords(id: DocumentId, pageNumber: number, enabled = true) {
  const { client } = useHost();
  return useQuery({
    queryKey: KEYS.page(id, pageNumber),
    queryFn: () => client.documents.page({ id, pageNumber }),
    enabled,
  });
}

/** Places in one paper where the words stand; nothing is asked for an empty query. */
export function useFind(id: DocumentId, query: string) {
  const { client } = useHost();
  return useQuery({
    queryKey: KEYS.find(id, query),
    queryFn: () => client.documents.find({ id, query }),
    enabled: query.trim() !== '',
    placeholderData: keepPreviousData,
  });
}

/** Pages that match the query; nothing is asked for an empty query. */
export function useSearch(query: string, filter: SearchFilter) {
  const { client } = useHost();
  return useQuery({
    queryKey: KEYS.search(query, filter),
    queryFn: () => client.documents.search({ query, limit: 100, filter }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
}

/** All cases. */
export function useCases() {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.cases, queryFn: () => client.cases.list({}) });
}

/** One case with its deadlines and gaps. */
export function useCase(id: CaseId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.case(id), queryFn: () => client.cases.get({ id }) });
}

/** One case, when one is named. */
export function useCaseWhen(id: CaseId | undefined) {
  const { client } = useHost();
  return useQuery({
    queryKey: KEYS.case(id ?? ''),
    queryFn: id === undefined ? skipToken : () => client.cases.get({ id }),
  });
}

/** Papers from which a case was made already. */
export function useDecidedPapers(): ReadonlySet<DocumentId> {
  const { client } = useHost();
  const cases = useCases();
  const views = useQueries({
    queries: (cases.data ?? []).map(({ id }) => ({
      queryKey: KEYS.case(id),
      queryFn: () => client.cases.get({ id }),
    })),
  });
  return new Set(views.flatMap(({ data }) => (data === undefined ? [] : [data.case.denialDocumentId])));
}

/** The appeal letter of a case as it stands, with what its editor shows beside it. */
export function useAppealLetter(id: CaseId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.letter(id), queryFn: () => client.appealLetter.get({ id }) });
}

/** What stands in the way of the packet. */
export function usePreflight(id: CaseId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.preflight(id), queryFn: () => client.packets.preflight({ caseId: id }) });
}

/** How the packet is set up, and the presets. */
export function usePacketSetup(id: CaseId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.packetSetup(id), queryFn: () => client.packets.getSetup({ caseId: id }) });
}

/** All pages of the packet as it would be built now; the old ones stay until the new ones are there. */
export function usePacketPages(id: CaseId) {
  const { client } = useHost();
  return useQuery({
    queryKey: KEYS.packetPages(id),
    queryFn: () => client.packets.pages({ caseId: id }),
    placeholderData: keepPreviousData,
  });
}

/** Built versions of the packet. */
export function usePackets(id: CaseId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.packets(id), queryFn: () => client.packets.list({ caseId: id }) });
}

/** Treatments, scores, chronology, criteria and sensitive pages of a case. */
export function useRecord(id: CaseId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.record(id), queryFn: () => client.record.get({ id }) });
}

/** What was charged, paid and refused. */
export function useMoney(id: CaseId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.money(id), queryFn: () => client.money.get({ id }) });
}

/** The letters that can be written in a case. */
export function useLetterOffers(id: CaseId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.offers(id), queryFn: () => client.letters.offers({ id }) });
}

/** A letter beside the appeal as it stands. */
export function useWrittenLetter(id: CaseId, letterId: EntryId) {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.written(id, letterId), queryFn: () => client.letters.get({ id, letterId }) });
}

/** All dates to keep and what is still open, over all cases. */
export function useAgenda() {
  const { client } = useHost();
  return useQuery({ queryKey: KEYS.agenda, queryFn: () => client.agenda.get({}) });
}

/** Puts a changed case in the place of the old one and asks again for what is computed from it. */
export function takeCase(queries: QueryClient, view: CaseView): void {
  queries.setQueryData(KEYS.case(view.case.id), view);
  void queries.invalidateQueries({ queryKey: KEYS.cases, exact: true });
  void queries.invalidateQueries({ queryKey: KEYS.denial(view.case.denialDocumentId) });
  void queries.invalidateQueries({ queryKey: KEYS.letter(view.case.id) });
  void queries.invalidateQueries({ queryKey: KEYS.preflight(view.case.id) });
  void queries.invalidateQueries({ queryKey: KEYS.packetSetup(view.case.id) });
  void queries.invalidateQueries({ queryKey: KEYS.packetPages(view.case.id) });
  void queries.invalidateQueries({ queryKey: KEYS.record(view.case.id) });
  void queries.invalidateQueries({ queryKey: KEYS.redactions(view.case.id) });
  void queries.invalidateQueries({ queryKey: KEYS.money(view.case.id) });
  void queries.invalidateQueries({ queryKey: KEYS.offers(view.case.id) });
  void queries.invalidateQueries({ queryKey: ['cases', view.case.id, 'written'] });
  void queries.invalidateQueries({ queryKey: KEYS.agenda });
  void queries.invalidateQueries({ queryKey: KEYS.annotations });
}

/** Puts a changed appeal letter in the place of the old one, and asks again for what is computed from it. */
export function takeAppealLetter(
  queries: QueryClient,
  id: CaseId,
  { ownLetter, appealLetter }: { readonly ownLetter?: Case['ownLetter']; readonly appealLetter: AppealLetterView },
): void {
  queries.setQueryData(KEYS.letter(id), appealLetter);
  queries.setQueryData<CaseView>(KEYS.case(id), (view) => {
    if (view === undefined) return view;
    const { ownLetter: _before, ...rest } = view.case;
    return { ...view, case: { ...rest, ...(ownLetter && { ownLetter }) } };
  });
  for (const key of [KEYS.preflight(id), KEYS.packetSetup(id), KEYS.packetPages(id), KEYS.redactions(id)])
    void queries.invalidateQueries({ queryKey: key });
}

/** The user's letter as it was stored last, for the way back from a change to it. */
export function storedOwnLetter(queries: QueryClient, id: CaseId): Case['ownLetter'] {
  return queries.getQueryData<CaseView>(KEYS.case(id))?.case.ownLetter;
}

/** A change to a case: the answer replaces what is shown. */
export function useCaseChange<Input>(
  change: (client: ReturnType<typeof useHost>['client'], input: Input) => Promise<CaseView>,
) {
  const { client } = useHost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(client, input),
    // One after the other, so that an older answer can't replace a newer one on the screen.
    scope: { id: 'cases' },
    onSuccess: (view) => takeCase(queries, view),
  });
}

/** A change to a paper: everything that shows papers asks again. */
export function useDocumentChange<Input, Output>(
  change: (client: ReturnType<typeof useHost>['client'], input: Input) => Promise<Output>,
) {
  const { client } = useHost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => change(client, input),
    scope: { id: 'documents' },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEYS.documents });
      void queries.invalidateQueries({ queryKey: KEYS.annotations });
      void queries.invalidateQueries({ queryKey: KEYS.cases });
    },
  });
}
