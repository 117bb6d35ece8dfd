// The form for what was sent.
import { Button, Group, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { DocumentId } from '../../../../shared/ids.ts';
import type { CaseView } from '../../../../shared/model/case.ts';
import { Submission } from '../../../../shared/model/diary.ts';
import type { Packet } from '../../../../shared/model/packet.ts';
import { useKeptForm } from '../../../bridge/use-kept-form.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { useFocusFirst } from '../../../parts/focus-first.ts';
import { sendOnCtrlEnter, typed, typedChoice, typedDay } from '../../../parts/form-text.ts';
import { PaperSelect } from '../../../parts/paper-select.tsx';
import { shortDate, today } from '../../../wording/format.ts';
import { choicesOf } from '../../../wording/vocabulary.ts';
import { CHANNEL_NAMES, SENT_NAMES } from '../../../wording/work.ts';
import { useCopies } from '../copies/use-copies.ts';
import { newEntryId } from '../timeline/new-entry.ts';
import { sendableFiles, sentFile, WHOLE_PACKET } from './sent-file.ts';

interface SubmissionFormProps {
  readonly view: CaseView;
  /** The record to change; a new one when missing. */
  readonly initial: Submission | undefined;
  readonly packets: readonly Packet[];
  readonly letterNames: ReadonlyMap<string, string>;
  readonly onSave: (submission: Submission) => void;
  readonly onCancel: () => void;
}

/** What is kept of the form beside its fields when it was not sent. */
const Unsent = z.object({ what: Submission.shape.what, proof: DocumentId.optional() });

/** Starts with the appeal, its newest packet and today. */
export function SubmissionForm({ view, initial, packets, letterNames, onSave, onCancel }: SubmissionFormProps) {
  const kept = useKeptForm('submission', initial?.id);
  const [before] = useState(() => kept.state(Unsent));
  const [what, setWhat] = useState<Submission['what']>(before?.what ?? initial?.what ?? 'appeal');
  const [proof, setProof] = useState<DocumentId | undefined>(
    before === undefined ? initial?.proofDocumentId : before.proof,
  );
  const form = useFocusFirst();
  const newest = packets.toSorted((a, b) => b.version - a.version);
  const firstPacket = kept.field(
    'packet',
    initial === undefined ? (newest[0]?.id ?? null) : (initial.packetId ?? null),
  );
  const [packetId, setPacketId] = useState<string | null>(firstPacket);
  const chosenPacket = packets.find(({ id }) => id === packetId);
  const copies = useCopies(chosenPacket?.id).data ?? [];
  const take = (data: FormData) => {
    const packet = packets.find(({ id }) => id === typed(data, 'packet'));
    const letter = view.case.letters.find(({ id }) => id === typed(data, 'letter'));
    const receivedOn = typedDay(data, 'receivedOn');
    onSave({
      id: initial?.id ?? newEntryId(),
      what,
      channel: typedChoice(data, 'channel', CHANNEL_NAMES) ?? 'mail',
      on: typedDay(data, 'on') ?? today(),
      to: typed(data, 'to'),
      confirmation: typed(data, 'confirmation'),
      note: typed(data, 'note'),
      ...(what === 'appeal' &&
        packet !== undefined && {
          packetId: packet.id,
          ...sentFile(typed(data, 'file'), packet, copies),
        }),
      ...(what === 'letter' && letter !== undefined && { letterId: letter.id }),
      ...(proof !== undefined && { proofDocumentId: proof }),
      ...(receivedOn !== undefined && { receivedOn }),
    });
  };
  const title = initial === undefined ? 'Record what you sent' : 'Change what was sent';
  return (
    <form
      {...kept.as(title, { what, proof })}
      ref={form}
      className="surface entry-form"
      aria-label={title}
      onKeyDown={sendOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        take(new FormData(event.currentTarget));
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label="What you sent"
          data={choicesOf(SENT_NAMES)}
          value={what}
          onChange={(_value, choice) => choice !== null && setWhat(choice.value)}
          allowDeselect={false}
        />
        {what === 'appeal' && (
          <Select
            key={newest[0]?.id ?? 'none'}
            name="packet"
            label="Which packet"
            data={newest.map(({ id, version, createdOn }) => ({
              value: id as string,
              label: `Version ${version} (${shortDate(createdOn)})`,
            }))}
            defaultValue={firstPacket}
            onChange={setPacketId}
            placeholder={newest.length === 0 ? 'No packet is built yet' : 'None of these'}
            clearable
            clearButtonProps={{ 'aria-label': 'Choose no packet' }}
          />
        )}
        {what === 'appeal' && chosenPacket !== undefined && (
          <Select
            key={`file of ${chosenPacket.id} ${copies.length}`}
            name="file"
            label="Which file of it"
            data={sendableFiles(copies)}
            defaultValue={
              copies.some(({ id }) => id === initial?.copyId) ? (initial?.copyId ?? WHOLE_PACKET) : WHOLE_PACKET
            }
            allowDeselect={false}
          />
        )}
        {what === 'letter' && (
          <Select
            name="letter"
            label="Which letter"
            data={view.case.letters.map(({ id, createdOn }) => ({
              value: id as string,
              label: `${letterNames.get(id) ?? 'Letter'} (${shortDate(createdOn)})`,
            }))}
            defaultValue={kept.field('letter', initial?.letterId ?? view.case.letters.at(-1)?.id ?? null)}
            placeholder={view.case.letters.length === 0 ? 'No letter is written yet' : 'None of these'}
            clearable
            clearButtonProps={{ 'aria-label': 'Choose no letter' }}
          />
        )}
        {what === 'other' && <span />}
        <Select
          name="channel"
          label="How"
          data={choicesOf(CHANNEL_NAMES)}
          defaultValue={kept.field('channel', initial?.channel ?? 'certified-mail')}
          allowDeselect={false}
        />
        <DayInput
          name="on"
          label="Sent on"
          required
          withAsterisk={false}
          max={today()}
          defaultValue={initial?.on ?? today()}
        />
        <TextInput
          name="to"
          label="To whom"
          maxLength={500}
          autoComplete="off"
          defaultValue={initial?.to ?? view.case.facts.payer?.value ?? ''}
        />
        <TextInput
          name="confirmation"
          label="Confirmation or tracking number"
          maxLength={300}
          autoComplete="off"
          defaultValue={initial?.confirmation ?? ''}
        />
        <PaperSelect label="Proof among your papers" value={proof} onChange={setProof} />
        <DayInput
          name="receivedOn"
          label="Received by them on"
          description="As the receipt or return card says."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          defaultValue={initial?.receivedOn ?? ''}
        />
      </SimpleGrid>
      <Textarea
        name="note"
        label="Note"
        autosize
        minRows={1}
        maxLength={5000}
        mt="sm"
        defaultValue={initial?.note ?? ''}
      />
      <Group gap="xs" mt="sm">
        <Button type="submit">Save</Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
